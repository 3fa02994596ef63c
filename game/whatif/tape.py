"""The record of a finished game, laid out to be run again: each command with the moment in which it was given."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.debrief import Chronicle
from game.record import Entry
from game.rules.commands import Pass, SendMessage
from game.rules.events import Tabled
from game.rules.evolve import evolve
from game.rules.ids import AgencyId, TextId
from game.rules.opening import start
from game.rules.replacing import replace
from game.rules.room import Doubt, Motion, Room
from game.rules.state import State
from game.rules.texts import Term
from game.rules.vocabulary import Phase

Moment = tuple[int, int]
"""A round and how far it had come; later moments are greater."""
_ORDER = {phase: number for number, phase in enumerate(Phase)}


@dataclass(frozen=True, slots=True)
class Given:
    """A recorded command: when it was given, what it answered (a motion, a doubt, or None), which text it tabled."""

    entry: Entry
    moment: Moment
    answers: type[Motion] | type[Doubt] | None
    tabled: TextId | None

    @property
    def is_pass(self) -> bool:
        """Say whether nothing was done by it."""
        return isinstance(self.entry.command, Pass)


@dataclass(frozen=True, slots=True)
class Tape:
    """A finished game before anybody moved, and all that was given, messages left out: they carry no rule."""

    first: State
    given: tuple[Given, ...]
    texts: Mapping[TextId, tuple[tuple[AgencyId, ...], frozenset[Term]]]
    """Whose each text was, and what it said at first."""


def tape_of(story: Chronicle) -> Tape:
    """Lay out a finished game."""
    state = start(story.case, story.ruleset, story.end.seed, story.end.room.seated)
    for event in story.opening:
        state = evolve(state, event)
    first, given = state, []
    for entry in story.entries:
        room = state.room
        tabled = next((event.what.text for event in entry.events if isinstance(event.what, Tabled)), None)
        if not isinstance(entry.command, SendMessage):
            answers = type(room.interlude) if room.interlude is not None else None
            given.append(Given(entry, moment_of(room), answers, tabled))
        state = replace(state, count=entry.at)
        for event in entry.events:
            state = evolve(state, event)
    texts = {text.id: (text.sponsors, frozenset(text.versions[0].terms)) for text in state.room.texts.values()}
    return Tape(first, tuple(given), texts)


def moment_of(room: Room) -> Moment:
    """Say how far a game has come."""
    return room.round, _ORDER[room.phase]
