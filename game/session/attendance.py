"""What a window knows of a class that it has joined, and what it can ask of it.

The window shows this and never sees the network: whoever carries the messages gives it an `Attendance`, and the game
itself comes as a `Played`, like a game at this computer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from game.rules.ids import AgencyId
from game.rules.refusal import Refusal
from game.session.played import Played
from game.session.questioning import QuestionSheet

NO_ANSWER = "no_answer"
"""The code of a refusal that only says that the host has not answered yet: it is sent again by itself."""
LONGEST_NAME = 40
"""Signs of the name by which the others of a class know somebody."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds left of the phase and until the bell, when it was told; None where there is no end to it."""

    left: float | None = None
    is_held: bool = False
    bell: float | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """One seat of a table of the class: whose it is, and whether it can be taken."""

    seat: AgencyId
    name: str
    short: str
    community: str
    letter: str
    mandate: str
    people: tuple[str, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class PlacesOf:
    """The seats of one table of the class."""

    table: str
    title: str
    seats: tuple[Place, ...]


class Contact(StrEnum):
    """How things stand with the host."""

    SEEKING = "seeking"
    """Not reached yet, or lost: it is tried again by itself."""
    AT_THE_DOOR = "at_the_door"
    """Reached, but not let in: a name is missing, or the code was refused."""
    INSIDE = "inside"
    ENDED = "ended"
    """Taken over by another window, or removed from the class; nothing is tried again."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands in the class, as last heard."""

    contact: Contact = Contact.SEEKING
    trouble: str = ""
    """What is in the way, in a sentence."""
    remark: str = ""
    """What the host last had to say against something that was not a move of this moment."""
    name: str = ""
    title: str = ""
    table: str | None = None
    seat: AgencyId | None = None
    is_begun: bool = False
    is_closed: bool = False
    is_revealed: bool = False
    is_paused: bool = False
    is_ready: bool = False
    is_stood_in: bool = False
    """A computer plays one's seat until one takes it back."""
    is_help_called: bool = False
    is_unanswered: bool = False
    """A move was sent and has found no answer for longer than one waits for it."""
    stopped: str = ""
    """Why the game stands still by itself."""
    questions: str = ""
    """Which short questions are offered: `before` or `after` to be answered, `key` to be read, or "" none."""
    beside: tuple[str, ...] = ()
    """Who else sits on one's seat."""
    tables: tuple[PlacesOf, ...] = ()
    said: tuple[str, ...] = ()
    """What the instructor has said so far, oldest first."""


class Attendance(Protocol):
    """The class, as one person in it sees it. Nothing here changes but by `take_in` and the asking itself."""

    @property
    def address(self) -> str:
        """Name the host, as it was typed."""
        ...

    @property
    def standing(self) -> Standing:
        """Say where one stands."""
        ...

    @property
    def table(self) -> Played | None:
        """Give the game at one's seat; another one after a change of seat, None without a seat."""
        ...

    @property
    def clock(self) -> Clock:
        """Say how much time is left now."""
        ...

    @property
    def has_news(self) -> bool:
        """Say whether something has arrived that was not taken in."""
        ...

    def start(self) -> None:
        """Begin to seek the host."""
        ...

    def take_in(self) -> bool:
        """Let what has arrived since count; True if anything did."""
        ...

    def enter(self, name: str, code: str | None = None) -> None:
        """Go in by a name (and another code); what comes of it shows in `standing`."""
        ...

    def take_seat(self, table: str, seat: AgencyId) -> str:
        """Take a seat; the sentence that refuses it, or ""."""
        ...

    def be_ready(self) -> None:
        """Say that the role sheet has been read."""
        ...

    def call(self, *, on: bool) -> str:
        """Call the instructor, or take the call back; the sentence that refuses it, or ""."""
        ...

    def questions(self) -> QuestionSheet | str:
        """Ask for the short questions that are offered; a sentence if there are none to be had."""
        ...

    def give_answers(self, time: str, chosen: Mapping[str, int]) -> Refusal | None:
        """Hand in all answers of one time; the refusal, with the code `NO_ANSWER` if they are still being sent."""
        ...

    def close(self) -> None:
        """Leave; the seat is kept."""
        ...
