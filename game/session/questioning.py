"""The short questions of a class as somebody in it is sent them: to be answered, or opened once both are answered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShortQuestion:
    """A scene, what is asked about it, and the answers to choose from; which of them sees most is not told here."""

    question: str
    """The id by which it is answered."""
    scene: tuple[str, ...]
    asks: str
    answers: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse one that nobody could answer; ValueError."""
        if not self.answers:
            raise ValueError("a question has no answers")


@dataclass(frozen=True, slots=True)
class OpenedQuestion:
    """A question that was answered: `mine` and `best` are numbers of answers, from 0; `why` says why that one."""

    question: str
    kind: str
    scene: tuple[str, ...]
    asks: str
    answers: tuple[str, ...]
    mine: int
    best: int
    why: str

    def __post_init__(self) -> None:
        """Refuse one that speaks of an answer it has not; ValueError."""
        if not {self.mine, self.best} <= set(range(len(self.answers))):
            raise ValueError("a question speaks of an answer that it has not")


@dataclass(frozen=True, slots=True)
class OpenedPart:
    """What was answered at one time: `before` or `after`."""

    time: str
    questions: tuple[OpenedQuestion, ...]


@dataclass(frozen=True, slots=True)
class QuestionSheet:
    """What is offered: `before` or `after` with questions to answer, or `key` with those that were."""

    offer: str
    privacy: str
    words: str
    questions: tuple[ShortQuestion, ...]
    key: tuple[OpenedPart, ...]

    def __post_init__(self) -> None:
        """Refuse one that has nothing to show; ValueError."""
        if not (self.opened if self.offer == "key" else self.questions):
            raise ValueError("a sheet of questions has none")

    @property
    def opened(self) -> tuple[OpenedQuestion, ...]:
        """List all questions that were answered, in the order in which they were."""
        return tuple(question for part in self.key for question in part.questions)
