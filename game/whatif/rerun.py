"""Run a finished game again: what was recorded is held, in its moment; what is no longer possible there is dropped.

Draws are keyed (R10.1), so all luck stays as it was. Commands keep their numbers as far as they can.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Self

from game.record import Entry
from game.rules.commands import Pass, Table
from game.rules.course import waiting_on
from game.rules.events import Tabled
from game.rules.ids import AgencyId, TextId
from game.rules.interventions import Act, Intervention
from game.rules.play import move_on
from game.rules.refusal import Refusal
from game.rules.replacing import replace
from game.rules.state import State
from game.rules.vocabulary import Phase
from game.whatif.minds import Minds
from game.whatif.tape import Given, Tape, moment_of
from game.whatif.translating import translated

NOT_YET = frozenset({"wrong_phase", "not_your_move", "vote_first", "doubt_first", "not_called"})
"""Refusals that only mean that somebody has to move first."""
GONE = "What it was about did not come up."
UNWRITTEN, DECIDED = "it had nothing to do here in the record", "it decided anew"
"""Notes on moves that are not in the record."""

Aside = Callable[[State], State]
"""Brings something about that nobody did, such as an invitation that was never sent."""


@dataclass(frozen=True, slots=True)
class Variation:
    """What is otherwise: commands by their number (None: left out), and what is brought about just before one."""

    acts: Mapping[int, Act | None] = field(default_factory=dict)
    asides: Mapping[int, tuple[Aside, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A recorded command that was no longer possible, and the sentence that refused it."""

    at: int
    sentence: str


class Rerun:
    """One game under way again. `fork` lets another take its own course from here."""

    def __init__(self, tape: Tape, variation: Variation | None = None, minds: Minds | None = None) -> None:
        """Begin before anybody moved; with `minds`, computer seats decide anew once these wake up."""
        self._tape = tape
        self._minds = minds
        self.variation = variation or Variation()
        self.state = tape.first
        self.entries: list[Entry] = []
        self.dropped: list[Dropped] = []
        self.letters: dict[TextId, TextId] = {}
        """What each recorded text is called now."""
        self._numbers: dict[int, int] = {}
        self._place = 0
        self._reached = 0
        """The number of the last recorded command that was due."""
        self._early: frozenset[int] = frozenset()
        """Places of what was played before its turn came."""

    def fork(self, variation: Variation, minds: Minds | None = None) -> Self:
        """Let another game go on from here otherwise; everybody is held but who decides anew by `minds`."""
        twin = object.__new__(type(self))
        twin._tape, twin.variation, twin.state, twin._minds = self._tape, variation, self.state, minds
        twin.entries, twin.dropped = [*self.entries], [*self.dropped]
        twin.letters, twin._numbers = {**self.letters}, {**self._numbers}
        twin._place, twin._reached, twin._early = self._place, self._reached, self._early
        return twin

    @property
    def is_over(self) -> bool:
        """Say whether the game is closed."""
        return self.state.room.phase is Phase.CLOSED

    def advance(self, before: int) -> Self:
        """Play on until a command of this number, or a later one, is due."""
        given = self._tape.given
        while self._place < len(given) and given[self._place].entry.at < before:
            if self._place not in self._early:
                self._take(given[self._place])
            self._reached = given[self._place].entry.at
            self._place += 1
        return self

    def eve(self, at: int) -> State:
        """Return the state just before a command, with what is brought about before it."""
        state = self.advance(at).state
        for aside in self.variation.asides.get(at, ()):
            state = aside(state)
        return state

    def finish(self) -> Self:
        """Play to the end; whoever the record has nothing more for passes."""
        if self._tape.given:
            self.advance(self._tape.given[-1].entry.at + 1)
        self._let_decide()
        while not self.is_over and self._pass_for(waiting_on(self.state.room)[0]):
            self._let_decide()
        return self

    # One recorded command

    def _take(self, given: Given) -> None:
        """Play a recorded command in its moment, as it was or as it is varied, or drop it."""
        if self._minds is not None:
            self._minds.reach(given.entry.at, self.entries)
            self._let_decide()
            if not self._minds.holds(given):
                return
        for aside in self.variation.asides.get(given.entry.at, ()):
            self.state = aside(self.state)
        act = self._act(given)
        if act is None:
            return
        while (refusal := self._try(given, act)) is not None:
            if not self._is_yet_to_come(given, act, refusal) or not self._make_way(given):
                self._drop(given, refusal.sentence)
                return

    def _act(self, given: Given) -> Act | None:
        """Say a recorded command as it is to be given now; None if it is left out, or about what did not come up."""
        at = given.entry.at
        if at in self.variation.acts:
            act = self.variation.acts[at]
            if act is None:
                return None
        else:
            act = given.entry.command
        now = translated(act, self.letters, self._numbers)
        if now is None:
            self._drop(given, GONE)
        return now

    def _drop(self, given: Given, sentence: str) -> None:
        if not given.is_pass:
            self.dropped.append(Dropped(given.entry.at, sentence))

    def _try(self, given: Given, act: Act) -> Refusal | None:
        """Play it if its moment has come."""
        room = self.state.room
        if moment_of(room) != given.moment and not isinstance(act, Intervention):
            return Refusal("wrong_phase", "Its moment did not come again.")
        if type(room.interlude) is not (given.answers or type(None)):
            if given.answers is not None:
                return Refusal("not_asked", "It was an answer to what nobody asked.")
            return Refusal("vote_first", "Something else is being answered.")
        return self._play(act, given.entry.at, given.entry.note, given.tabled)

    def _is_yet_to_come(self, given: Given, act: Act, refusal: Refusal) -> bool:
        """Say whether it may still be possible once others have moved."""
        room = self.state.room
        if refusal.code not in NOT_YET or moment_of(room) > given.moment or isinstance(act, Intervention):
            return False
        if moment_of(room) < given.moment or room.interlude is not None:
            return True
        if room.phase is Phase.FLOOR:
            return act.seat in room.speakers
        text = getattr(act, "text", None)
        return refusal.code == "not_called" and any(text == called for called, _ in room.called)

    # Whoever holds things up

    def _make_way(self, given: Given) -> bool:
        """Let whoever the game waits for move: as recorded, if it still has something in this moment, else pass."""
        self._let_decide()
        waiting = waiting_on(self.state.room)
        if not waiting:
            return False
        seat = waiting[0]
        place = self._next_of(seat, given)
        if place is None:
            return self._pass_for(seat)
        self._early |= {place}
        other = self._tape.given[place]
        if self._minds is not None and not self._minds.holds(other):
            return self._pass_for(seat)
        act = self._act(other)
        if act is None:
            return True
        refusal = self._try(other, act)
        if refusal is not None:
            self._drop(other, refusal.sentence)
            return self._pass_for(seat) if seat in waiting_on(self.state.room)[:1] else True
        return True

    def _next_of(self, seat: AgencyId, given: Given) -> int | None:
        """Find what a seat did later in the moment that the game is in."""
        now, interlude = moment_of(self.state.room), self.state.room.interlude
        answers = type(interlude) if interlude is not None else None
        for place in range(self._place + 1, len(self._tape.given)):
            other = self._tape.given[place]
            if other.moment > given.moment:
                return None
            is_theirs = other.entry.seat == seat and other.moment == now and other.answers is answers
            if is_theirs and place not in self._early:
                return place
        return None

    def _pass_for(self, seat: AgencyId) -> bool:
        """Pass for a seat, in place of what it no longer does."""
        return self._play(Pass(seat), max(self.state.count + 1, self._reached), UNWRITTEN) is None

    def _let_decide(self) -> None:
        """Let computer seats move that decide anew, as long as it is for them to."""
        while self._minds is not None and (act := self._minds.decide(self.state)) is not None:
            at = self.state.count + 1
            if self._play(act, at, DECIDED) is not None and self._play(Pass(act.seat), at, DECIDED) is not None:
                self._minds.give_up(act.seat)

    def _play(self, act: Act, at: int, note: str, tabled: TextId | None = None) -> Refusal | None:
        """Play a command, by its recorded number if that is still to be had."""
        state = self.state
        if state.count < at - 1:
            state = replace(state, count=at - 1)
        step = move_on(state, act)
        if isinstance(step, Refusal):
            return step
        number = step.state.count
        if note not in (UNWRITTEN, DECIDED):
            self._numbers[at] = number
        entry = Entry(number, act, step.events, note)
        self.entries.append(entry)
        self.state = step.state
        if isinstance(act, Table):
            self._name(entry, tabled)
        if self._minds is not None:
            self._minds.note(entry)
        return None

    def _name(self, entry: Entry, recorded: TextId | None) -> None:
        """Note what a recorded text is called now; one that a computer tables anew is known by what it says."""
        now = next(event.what for event in entry.events if isinstance(event.what, Tabled))
        if recorded is None:
            same = (now.sponsors, frozenset(now.version.terms))
            alike = (text for text, first in self._tape.texts.items() if first == same and text not in self.letters)
            recorded = next(alike, None)
        if recorded is not None:
            self.letters[recorded] = now.text


__all__ = ["Aside", "Dropped", "Rerun", "Variation"]
