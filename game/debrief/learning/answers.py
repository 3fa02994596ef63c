"""The answers of one person to one form, and what share of them see most."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.debrief.learning.forms import questions_of
from game.debrief.learning.questions import ANSWERS, Form, Kind


class AnswersError(ValueError):
    """Carry one sentence that says what is wrong with answers."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Answers:
    """Which answer was chosen to each question of a form, by number from 0."""

    form: Form
    chosen: Mapping[str, int]


def checked(form: Form, chosen: Mapping[str, int]) -> Answers:
    """Take answers to every question of a form and to nothing else; AnswersError, with one sentence, otherwise."""
    known = {question.id: number for number, question in enumerate(questions_of(form), start=1)}
    for id, answer in chosen.items():
        if id not in known:
            raise AnswersError(f"There is no question {id[:8]} among yours; there are {', '.join(known)}.")
        if answer not in range(ANSWERS):
            raise AnswersError(f"Question {known[id]} has the answers 0 to {ANSWERS - 1}, not {answer}.")
    missing = [str(number) for id, number in known.items() if id not in chosen]
    if missing:
        raise AnswersError(f"Question {missing[0]} has no answer yet; answer all {len(known)}, or skip them.")
    return Answers(form, {id: chosen[id] for id in known})


def score(answers: Answers, kind: Kind | None = None) -> float:
    """Give the share of questions of a kind, or of all, of which the best answer was chosen: 0 to 1."""
    asked = [one for one in questions_of(answers.form) if kind in (None, one.kind)]
    return sum(answers.chosen[one.id] == one.best for one in asked) / len(asked)
