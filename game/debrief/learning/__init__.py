"""Short questions before and after a game, and how far a class came between; in made-up scenes, never about people."""

from game.debrief.learning.answers import Answers, AnswersError, checked, score
from game.debrief.learning.forms import form_for, questions_of
from game.debrief.learning.gain import LEAST, Gain, Measure, caution, class_gain
from game.debrief.learning.questions import KINDS, Form, Kind, Question, Time

__all__ = [
    "KINDS",
    "LEAST",
    "Answers",
    "AnswersError",
    "Form",
    "Gain",
    "Kind",
    "Measure",
    "Question",
    "Time",
    "caution",
    "checked",
    "class_gain",
    "form_for",
    "questions_of",
    "score",
]
