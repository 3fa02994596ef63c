"""A table worked through once: what was done in it and by whom, and, once it is over, its chronicle."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.classroom.export.exported import Exported, ExportError
from game.classroom.export.names import Names, names_in
from game.classroom.export.reckoned import ReckonedRows
from game.debrief import Chronicle, UnfinishedError, of_journal
from game.record import ABSENT, Entry, Handover, Holder, Journal
from game.rules.case import Case
from game.rules.events import ROOM, Event, PhaseBegan, RoundBegan, RoundsSet
from game.rules.ids import AgencyId
from game.rules.menu import HEADINGS
from game.rules.vocabulary import Heading, Phase

INSTRUCTOR = "instructor"
"""Who acts where no seat does."""
MESSAGE = "message"
"""The heading of messages, which are no moves."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a game stands: its phase, its round, and of how many rounds."""

    phase: Phase
    round: int
    rounds: int

    def after(self, events: Iterable[Event]) -> "Standing":
        """Say where it stands after these events."""
        phase, number, rounds = self.phase, self.round, self.rounds
        for event in events:
            match event.what:
                case PhaseBegan(began):
                    phase = began
                case RoundBegan(begun):
                    number = begun
                case RoundsSet(now):
                    rounds = now
                case _:
                    pass
        return Standing(phase, number, rounds)


@dataclass(frozen=True, slots=True)
class Deed:
    """A command, or an intervention of the instructor, with where the game stood and who held the seat."""

    entry: Entry
    standing: Standing
    holder: Holder | None
    """None: the instructor's."""
    is_undone: bool = False

    @property
    def heading(self) -> str:
        """Say under which heading it stands on screen."""
        kind = self.entry.command.kind
        if self.holder is None:
            return INSTRUCTOR
        return MESSAGE if kind == "send_message" else HEADINGS.get(kind, Heading.FORMAL).value

    @property
    def is_public(self) -> bool:
        """Say whether the room saw it as it happened: by its first event, for the rest may only follow from it."""
        return bool(self.entry.events) and self.entry.events[0].to == ROOM


@dataclass(frozen=True, slots=True)
class Retold:
    """A table ready for measuring. `is_open`: what is private may be told of it."""

    table: str
    journal: Journal
    story: Chronicle | None
    """None while the game goes on."""
    is_open: bool
    deeds: tuple[Deed, ...]
    standing: Standing
    held: Mapping[AgencyId, tuple[Holder, ...]]
    """Who held each seat, one after the other."""
    people: Mapping[AgencyId, tuple[str, ...]]
    """Who ever held each seat, by name."""
    names: Names
    reckoned: ReckonedRows | None = None
    """What it shows when it is run again, where that was asked for."""

    @property
    def case(self) -> Case:
        """Return the case that is played."""
        return self.journal.header.case

    def people_on(self, seat: AgencyId) -> tuple[str, ...]:
        """Name the people who ever held a seat."""
        return self.people.get(seat, ())


def retell(one: Exported, names: Names, people: Iterable[str] = (), *, is_whole: bool = False) -> Retold:
    """Work a table through; ExportError if its journal does not hold together.

    `people` are the names of the class. Of a game that goes on, what is private is told only if `is_whole`.
    """
    journal = one.journal
    try:
        story: Chronicle | None = of_journal(journal)
    except UnfinishedError:
        story = None
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise ExportError(f"The game of table {one.table} cannot be rebuilt from its journal ({reason}).") from error
    deeds, standing = _deeds(journal)
    return Retold(
        table=one.table,
        journal=journal,
        story=story,
        is_open=story is not None or is_whole,
        deeds=deeds,
        standing=standing,
        held=_held(journal),
        people=names_in(journal, people),
        names=names,
    )


def _deeds(journal: Journal) -> tuple[tuple[Deed, ...], Standing]:
    """Walk through all that was done, and say where the game stands at the end."""
    counting = {id(entry) for entry in journal.entries}
    holders = {seat: journal.header.roster.get(seat, ABSENT) for seat in journal.header.case.agency_ids}
    start = Standing(Phase.CONVENING, 0, journal.header.case.rounds).after(journal.header.events)
    course = [start]
    deeds: list[Deed] = []
    for line in journal.lines:
        match line:
            case Handover():
                holders[line.seat] = line.holder
            case Entry():
                del course[line.at :]  # after something was undone, numbers are given out again
                holder = holders[line.seat] if line.seat is not None else None
                deeds.append(Deed(line, course[-1], holder, is_undone=id(line) not in counting))
                course.append(course[-1].after(line.events))
    del course[len(journal.entries) + 1 :]
    return tuple(deeds), course[-1]


def _held(journal: Journal) -> Mapping[AgencyId, tuple[Holder, ...]]:
    roster = journal.header.roster
    held = {seat: [roster.get(seat, ABSENT)] for seat in journal.header.case.agency_ids}
    for line in journal.lines:
        if isinstance(line, Handover):
            held[line.seat].append(line.holder)
    return {seat: tuple(holders) for seat, holders in held.items()}
