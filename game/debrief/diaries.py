"""The computers' diaries, opened: what each thought when it moved, and what it took the others to want, beside the
truth.

All of it is worked out again from the record, so the same record always gives the same diaries; where this version of
the game would have moved otherwise, that is said.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from game.debrief.chronicle import Chronicle
from game.debrief.estimates import EstimateRow, estimate_rows
from game.debrief.words import done
from game.opponents.diary import Thought, Why, is_written_in, think, trust_words
from game.opponents.luck import Luck
from game.opponents.manner import Manner, manner_named
from game.opponents.seat import choose
from game.record import Entry, Handover, Holder, Journal, Undone
from game.rules import commands as do
from game.rules.case import Agency
from game.rules.events import PhaseBegan, RoundBegan
from game.rules.evolve import evolve
from game.rules.ids import AgencyId
from game.rules.opening import start
from game.rules.state import State
from game.rules.view import View, view
from game.rules.vocabulary import Phase

AFTER = 99
"""The number of the page that comes after the last round."""
LATER = frozenset({Phase.BALLOT, Phase.SETTLING, Phase.FIRST_EFFORTS, Phase.SECOND_EFFORTS, Phase.CLOSED})
"""The phases after the last round."""
OTHERWISE = "this version of the game would have moved otherwise here; these are its thoughts on what was recorded"


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds a seat from a command on (0: from the beginning)."""

    since: int
    seat: AgencyId
    holder: Holder


@dataclass(frozen=True, slots=True)
class Note:
    """One move with what was thought. `is_otherwise` if this version of the game would not have made it."""

    at: int
    did: str
    thought: Thought
    is_otherwise: bool

    @property
    def words(self) -> str:
        """Return the thought in words."""
        return self.thought.words


@dataclass(frozen=True, slots=True)
class Page:
    """What a seat wrote in one round (0: at the convening; `AFTER`: after the last), and what it made of the others as
    the round ended."""

    round: int
    heading: str
    notes: tuple[Note, ...]
    estimates: tuple[EstimateRow, ...] = ()
    trust: str = ""


@dataclass(frozen=True, slots=True)
class Diary:
    """The diary of one computer seat. `manner` and `level` are those of whoever held it last."""

    seat: AgencyId
    manner: str
    level: str
    pages: tuple[Page, ...]


def holdings_of(journal: Journal) -> tuple[Holding, ...]:
    """Find in a journal who held which seat when."""
    found = list(always(journal.header.roster))
    at = 0
    for line in journal.lines:
        match line:
            case Entry():
                at = line.at
            case Handover(seat, holder):
                found.append(Holding(at, seat, holder))
            case Undone(taken_back):
                at = taken_back - 1
                found = [replace(holding, since=min(holding.since, at)) for holding in found]
    return tuple(found)


def always(roster: Mapping[AgencyId, Holder]) -> tuple[Holding, ...]:
    """Let nobody change hands all game long."""
    return tuple(Holding(0, seat, holder) for seat, holder in roster.items())


def diaries(story: Chronicle, holdings: Iterable[Holding]) -> tuple[Diary, ...]:
    """Write the diary of every seat that a computer ever held; none where the case is in another language."""
    if not is_written_in(story.case.language):
        return ()
    writers = _writers(story, tuple(holdings))
    state = start(story.case, story.played_rules, story.end.seed, story.end.room.seated)
    for event in story.opening:
        state = evolve(state, event)
    for entry in story.entries:
        command = story.command(entry.at)
        if command is not None and (writer := writers.get(command.seat)) is not None:
            writer.write(story, state, entry, command)
        state = replace(state, count=state.count + 1)
        for event in entry.events:
            if _ends_a_round(state, event.what):
                for one in writers.values():
                    one.close(state, entry.at)
            state = evolve(state, event)
    return tuple(writer.diary() for writer in writers.values() if writer.has_written)


def _ends_a_round(state: State, what: object) -> bool:
    """Say whether an event comes right after a round."""
    if state.room.round < 1 or state.room.phase in LATER:
        return False
    return isinstance(what, RoundBegan) or (isinstance(what, PhaseBegan) and what.phase in LATER)


def _writers(story: Chronicle, holdings: tuple[Holding, ...]) -> dict[AgencyId, "_Writer"]:
    held: dict[AgencyId, list[Holding]] = {}
    for holding in holdings:
        held.setdefault(holding.seat, []).append(holding)
    return {
        seat: _Writer(story.agency(seat), story.end.scene.rounds, tuple(held[seat]))
        for seat in story.case.agency_ids
        if any(holding.holder.is_computer for holding in held.get(seat, ()))
    }


def _played(holder: Holder, agency: Agency) -> Manner:
    return manner_named(holder.manner, holder.level, agency.temper)


class _Writer:
    """Write one seat's diary, command by command."""

    def __init__(self, agency: Agency, rounds: int, held: tuple[Holding, ...]) -> None:
        """Begin with an empty book."""
        self._agency = agency
        self._rounds = rounds
        self._held = held
        self._before: Counter[Why] = Counter()
        self._shown: dict[object, object] = {}
        self._notes: dict[int, list[Note]] = {}
        self._closing: dict[int, tuple[tuple[EstimateRow, ...], str]] = {}
        self.has_written = False

    def _manner(self, at: int) -> Manner | None:
        """Say how the seat was played when a command was given; None while no computer held it."""
        holder = next(holding.holder for holding in reversed(self._held) if holding.since < max(at, 1))
        return _played(holder, self._agency) if holder.is_computer else None

    def write(self, story: Chronicle, state: State, entry: Entry, command: do.Command) -> None:
        """Note what the seat thought before a command."""
        manner = self._manner(entry.at)
        if manner is None:
            return
        self.has_written = True
        sight, luck = view(state, self._agency.id), Luck(state.seed, self._agency.id)
        thought = think(sight, manner, luck, command, self._before)
        if thought is None or self._is_old(sight, command, thought):
            return
        self._before[thought.why] += 1
        is_otherwise = bool(entry.note) or choose(sight, manner, luck) != command
        note = Note(entry.at, f"{self._agency.name} {done(story.case, command)}.", thought, is_otherwise)
        self._notes.setdefault(_page(sight), []).append(note)

    def _is_old(self, sight: View, command: do.Command, thought: Thought) -> bool:
        """Say whether a move only repeats: the same stance on the same version for the same reason, or one more
        shaded word in a round."""
        match command:
            case do.Disclose():
                return any(note.thought.why is thought.why for note in self._notes.get(_page(sight), ()))
            case do.TakeStance(_, text, stance):
                now = (len(sight.room.texts[text].versions), stance, thought.why)
                is_old = self._shown.get(text) == now
                self._shown[text] = now
                return is_old
        return False

    def close(self, state: State, at: int) -> None:
        """Note at the end of a round what the seat makes of the others."""
        manner = self._manner(at)
        if manner is not None:
            sight = view(state, self._agency.id)
            self._closing[state.room.round] = (estimate_rows(state, self._agency.id, manner), trust_words(sight))

    def diary(self) -> Diary:
        """Bind what was written."""
        pages: list[Page] = []
        said = ""
        for number in sorted({*self._notes, *self._closing}):
            estimates, trust = self._closing.get(number, ((), ""))
            trust, said = ("" if trust == said else trust), trust or said
            pages.append(Page(number, self._heading(number), tuple(self._notes.get(number, ())), estimates, trust))
        last = next(holding.holder for holding in reversed(self._held) if holding.holder.is_computer)
        manner = _played(last, self._agency)
        return Diary(self._agency.id, manner.name, manner.level.name, tuple(pages))

    def _heading(self, number: int) -> str:
        if number == 0:
            return "Convening"
        return "After the last round" if number == AFTER else f"Round {number} of {self._rounds}"


def _page(sight: View) -> int:
    """Say on which page a move stands."""
    return AFTER if sight.room.phase in LATER else sight.room.round
