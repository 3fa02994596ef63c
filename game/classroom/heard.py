"""What the host tells a window, besides the game itself: read strictly in what it says, and open to more."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from game.classroom.views import WireError
from game.record.codec import first_problem
from game.rules.ids import AgencyId
from game.session.attendance import Place, PlacesOf
from game.session.questioning import QuestionSheet

OPEN = ConfigDict(extra="ignore", strict=True, allow_inf_nan=False)
"""A later host may say more; what this window knows has to be as it knows it."""


@dataclass(frozen=True, slots=True)
class Named:
    """Who somebody is, or what a class is called."""

    name: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What the instructor said, and when by the clock on the wall."""

    words: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class PlaceShape:
    """A seat of a table."""

    seat: AgencyId
    name: str
    short: str
    community: str
    letter: str
    mandate: str
    people: tuple[str, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class PlacesShape:
    """The seats of a table."""

    table: str
    title: str
    seats: tuple[PlaceShape, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """Where one stands in the class."""

    __pydantic_config__: ClassVar[ConfigDict] = OPEN
    type: Literal["where"]
    person: Named
    room: Annotated[Named, Field(alias="class")]
    table: str | None
    seat: AgencyId | None
    is_begun: bool
    is_closed: bool
    is_revealed: bool
    is_paused: bool
    is_ready: bool
    help: bool
    tables: tuple[PlacesShape, ...]
    notices: tuple[Said, ...] = ()
    is_stood_in: bool = False
    trouble: str = ""
    beside: tuple[str, ...] = ()
    questions: str = ""

    def places(self) -> tuple[PlacesOf, ...]:
        """Give the tables with their seats."""
        return tuple(PlacesOf(one.table, one.title, tuple(map(_place, one.seats))) for one in self.tables)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something was refused."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Let in; the token is for coming back."""

    __pydantic_config__: ClassVar[ConfigDict] = OPEN
    type: Literal["joined"]
    id: str
    token: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one message; `mark` is how far the game has come by it, where it moved the game."""

    __pydantic_config__: ClassVar[ConfigDict] = OPEN
    type: Literal["answer"]
    id: str
    problem: Problem | None
    mark: int | None = None


@dataclass(frozen=True, slots=True)
class TellingOff:
    """A problem that is about no message in particular."""

    __pydantic_config__: ClassVar[ConfigDict] = OPEN
    type: Literal["problem"]
    sentence: str


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The same person has come in elsewhere."""

    __pydantic_config__: ClassVar[ConfigDict] = OPEN
    type: Literal["taken_over"]


@dataclass(frozen=True, slots=True)
class Gone:
    """Not in the class any more."""

    __pydantic_config__: ClassVar[ConfigDict] = OPEN
    type: Literal["gone"]
    sentence: str


@dataclass(frozen=True, slots=True)
class Opened:
    """The whole game, line by line as in its journal."""

    __pydantic_config__: ClassVar[ConfigDict] = OPEN
    type: Literal["opened"]
    id: str
    journal: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """The short questions that are to be answered now, or those that were, opened."""

    __pydantic_config__: ClassVar[ConfigDict] = OPEN
    type: Literal["questions"]
    id: str
    sheet: QuestionSheet


@dataclass(frozen=True, slots=True)
class OfTheGame:
    """A game or a step of it, to be read by `views`."""

    __pydantic_config__: ClassVar[ConfigDict] = OPEN
    type: Literal["game", "step"]


Heard = Where | Joined | Answer | TellingOff | TakenOver | Gone | Opened | Questions | OfTheGame


def heard_from(frame: str | bytes) -> Heard | None:
    """Read a message; None for a kind that a window has no use for. WireError if it is damaged."""
    try:
        return _reader().validate_json(frame)
    except ValidationError as error:
        if error.errors(include_url=False, include_input=False)[0]["type"] == "union_tag_invalid":
            return None
        raise WireError(first_problem(error)) from None


def _place(read: PlaceShape) -> Place:
    return Place(read.seat, read.name, read.short, read.community, read.letter, read.mandate, read.people, read.is_open)


@cache
def _reader() -> TypeAdapter[Heard]:
    return TypeAdapter(Annotated[Heard, Field(discriminator="type")])
