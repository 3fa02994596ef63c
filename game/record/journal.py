"""The journal of a game: a first line that says what is played, then one line per accepted command with its events.
It only grows: what was taken back stays in it, and a line says so.

Every line ends in a checksum of itself, so damage is found wherever it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.record.holders import Holder
from game.rules.case import Case
from game.rules.events import Event
from game.rules.ids import AgencyId
from game.rules.interventions import Act, Intervention
from game.rules.ruleset import Ruleset

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Header:
    """What is played, by what rules, by whom. It carries the whole case, so a save outlives a change of its file."""

    program: str
    case: Case
    ruleset: Ruleset
    seed: int
    seated: tuple[AgencyId, ...]
    roster: Mapping[AgencyId, Holder]
    events: tuple[Event, ...]
    """The opening."""
    source: str = ""
    """The scenario file's name, for people only."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An accepted command with all it brought about, or an intervention of whoever runs the game.

    `at` is its number, counted from 1, as in the events.
    """

    at: int
    command: Act
    events: tuple[Event, ...]
    note: str = ""
    """What is worth knowing about it, such as a computer seat that had to be helped out."""
    tag: str = ""
    """What its sender calls it, so that the same one sent again is known; most have none."""
    kind: Literal["entry"] = "entry"

    @property
    def seat(self) -> AgencyId | None:
        """Name the seat that acted; None for whoever runs the game."""
        return None if isinstance(self.command, Intervention) else self.command.seat


@dataclass(frozen=True, slots=True)
class Handover:
    """A seat changes hands."""

    seat: AgencyId
    holder: Holder
    kind: Literal["handover"] = "handover"


@dataclass(frozen=True, slots=True)
class Undone:
    """The commands from number `at` on were taken back: they no longer count, and the next one has that number."""

    at: int
    kind: Literal["undone"] = "undone"


Line = Entry | Handover | Undone


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal as read. `notice` tells of a last line that was dropped; `sound` counts the bytes before it."""

    header: Header
    lines: tuple[Line, ...]
    notice: str = ""
    sound: int = field(default=0, compare=False)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the commands that count, with their events."""
        kept: list[Entry] = []
        for line in self.lines:
            match line:
                case Entry():
                    kept.append(line)
                case Undone(at):
                    del kept[at - 1 :]
        return tuple(kept)

    @property
    def roster(self) -> Mapping[AgencyId, Holder]:
        """Say who holds which seat now."""
        now = dict(self.header.roster)
        now.update((line.seat, line.holder) for line in self.lines if isinstance(line, Handover))
        return now
