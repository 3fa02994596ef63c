"""The short questions as a window is sent them, made from the real forms, for halls without a host."""

from game.debrief.learning import KINDS, Form, Question, questions_of
from game.session.questioning import OpenedPart, OpenedQuestion, QuestionSheet, ShortQuestion

PRIVACY = "Your answers stay on the computer that runs the class."
WORDS = {"before": "Before the game begins.", "after": "After the game."}


def to_answer(offer: str, form: Form = Form.A) -> QuestionSheet:
    """Ask the questions of a form."""
    asked = tuple(ShortQuestion(one.id, one.scene, one.asks, one.answers) for one in questions_of(form))
    return QuestionSheet(offer, PRIVACY, WORDS[offer], asked, ())


def to_read(mine: int = 0) -> QuestionSheet:
    """Open both forms, with the same answer chosen everywhere."""
    parts = zip(("before", "after"), Form, strict=True)
    key = tuple(OpenedPart(time, tuple(_opened(one, mine) for one in questions_of(form))) for time, form in parts)
    return QuestionSheet("key", PRIVACY, "", (), key)


def _opened(one: Question, mine: int) -> OpenedQuestion:
    return OpenedQuestion(one.id, KINDS[one.kind], one.scene, one.asks, one.answers, mine, one.best, one.why)
