"""The table: the one authority over a running game. It holds the state; nobody else does."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from game.opponents.luck import Luck
from game.record import Entry, Handover, Holder, JournalError, Line, Roster
from game.record.sentences import Sentence
from game.rules.case import Forum
from game.rules.commands import Command, Pass, SendMessage
from game.rules.course import waiting_on
from game.rules.events import ROOM, Event, MessageSent, PhaseBegan
from game.rules.ids import AgencyId
from game.rules.menu import Choice, menu
from game.rules.play import play
from game.rules.refusal import Refusal
from game.rules.scene import Scene
from game.rules.state import State
from game.rules.view import PublicView, View, public_view, view
from game.rules.vocabulary import Phase
from game.session.deliveries import Deliveries, Opened, deliver, followed, is_told
from game.session.pace import Pace, Timer, held, let_go, wound
from game.session.roster import refuse_handover, seat_of
from game.session.standins import (
    MOST_MOVES,
    Abstainer,
    Casting,
    Opponent,
    Speaker,
    by_manner,
    due_computer,
    goes_with,
    is_rest,
)
from game.session.telling import Page, pages, tell

NOT_SAVED = "not_saved"
"""The code of a refusal that is nobody's fault: the record could not be kept; the same move can be tried again."""


class Recorder(Protocol):
    """Whatever keeps the game: a line counts once `append` has returned; JournalError if it cannot be kept."""

    def append(self, line: Line) -> None:
        """Keep one line."""
        ...

    def close(self) -> None:
        """Let go of what it writes to."""
        ...


class Table:
    """A running game. Whatever leaves it for a seat has been chosen for that seat."""

    def __init__(
        self,
        state: State,
        opening: tuple[Event, ...],
        roster: Roster,
        *,
        entries: Iterable[Entry] = (),
        recorder: Recorder | None = None,
        pace: Pace | None = None,
        casting: Casting = by_manner,
        notices: tuple[str, ...] = (),
        is_strict: bool = False,
        is_spoken: bool = False,
    ) -> None:
        """Take over a state as it stands after `opening` and `entries`; strict lets the errors of opponents through.

        Spoken lets computer seats say, to those who saw a move of theirs, why they made it.
        """
        self._state = state
        self._opening = opening
        self._entries: list[Entry] = []
        self._roster = dict(roster)
        self._recorder = recorder
        self._pace = pace or Pace()
        self._casting = casting
        self._timer: Timer | None = None
        self._done: Counter[AgencyId] = Counter()
        self._moves: Counter[AgencyId] = Counter()
        self._resting: set[AgencyId] = set()
        self._stuck: set[AgencyId] = set()
        self._is_strict = is_strict
        self._is_spoken = is_spoken
        self.notices = notices
        for entry in entries:
            self._remember(entry)

    # What may be seen

    @property
    def scene(self) -> Scene:
        """Return the public side of the case."""
        return self._state.scene

    @property
    def found(self) -> Forum:
        """Return the forum as found, which everybody sees before it is convened."""
        return self._state.case.forum

    @property
    def roster(self) -> Roster:
        """Say who holds which seat; without the tokens, which are nobody else's."""
        return {seat: replace(holder, token="") if holder.token else holder for seat, holder in self._roster.items()}

    @property
    def seats(self) -> tuple[AgencyId, ...]:
        """Name all seats in the order of the case."""
        return tuple(self._roster)

    @property
    def phase(self) -> Phase:
        """Say where the game stands."""
        return self._state.room.phase

    @property
    def is_closed(self) -> bool:
        """Say whether the game is over."""
        return self.phase is Phase.CLOSED

    @property
    def waiting(self) -> tuple[AgencyId, ...]:
        """Name the seats whose move the game waits for."""
        return waiting_on(self._state.room)

    @property
    def mark(self) -> int:
        """Return a mark for `since`: how much has happened so far."""
        return len(self._entries) + 1

    def view(self, seat: AgencyId) -> View:
        """Build what a seat may see; KeyError if there is no such seat."""
        return view(self._state, seat)

    def public_view(self) -> PublicView:
        """Build what anybody may see."""
        return public_view(self._state)

    def menu(self, seat: AgencyId) -> tuple[Choice, ...]:
        """List what a seat can do now, and why not the rest; KeyError if there is no such seat."""
        return menu(self.view(seat))

    def pages(self, seat: AgencyId | None, mark: int = 0) -> tuple[Page, ...]:
        """Give a page to the opening (0) and each command since a mark, with what a seat or (None) anybody was told."""
        return pages(self._opening, self._entries, seat, mark)

    def since(self, seat: AgencyId | None, mark: int = 0) -> tuple[Event, ...]:
        """List what a seat (or, for None, anybody) may know of what happened since a mark; 0 is the beginning."""
        return tuple(event for page in self.pages(seat, mark) for event in page.events)

    def sentences(self, seat: AgencyId | None, mark: int = 0) -> tuple[Sentence, ...]:
        """Tell in words what happened since a mark, to a seat or (None) to anybody."""
        role = self._state.roles.get(seat) if seat is not None else None
        return tell(self.pages(seat), self.scene, seat, role, found=self.found, mark=mark)

    def opened(self) -> Opened | None:
        """Give everything away once the game is closed (R2.5); None before."""
        return Opened(self._state, self._opening, tuple(self._entries)) if self.is_closed else None

    # What may be done

    def receive(self, seat: AgencyId, command: Command) -> Deliveries:
        """Play a command for the person on a seat."""
        if not self.scene.has_agency(seat):
            seats = ", ".join(self.seats)
            return Deliveries(seat, Refusal("no_such_seat", f"There is no seat {seat}; the seats are {seats}.", seat))
        if command.seat != seat:
            name = self.scene.face(seat).name
            return Deliveries(seat, Refusal("not_your_seat", f"From this seat you can only act for {name}.", seat))
        if not self._roster[seat].is_person:
            name = self.scene.face(seat).name
            return Deliveries(
                seat, Refusal("not_held", f"{name} is not played by a person; take the seat over first.", seat)
            )
        return self._play(command)

    def hand_over(self, seat: AgencyId, holder: Holder) -> Refusal | None:
        """Let a seat change hands; the game itself does not notice (R2.6)."""
        if refusal := refuse_handover(self.scene, self._state.room, seat, holder):
            return refusal
        if refusal := self._keep(Handover(seat, holder)):
            return refusal
        self._roster[seat] = holder
        self._stuck.discard(seat)
        self._resting.discard(seat)
        return None

    def seat_of(self, token: str) -> AgencyId | None:
        """Find the seat that belongs to a token."""
        return seat_of(self._roster, token)

    def close(self) -> None:
        """Let go of the journal."""
        if self._recorder is not None:
            self._recorder.close()

    # Persons at one computer

    def next_person(self, now: AgencyId | None = None) -> AgencyId | None:
        """Say which person must act next: the one at the screen if the game waits for them, else by the case."""
        waiting = set(self.waiting)
        persons = [seat for seat in self.seats if seat in waiting and self._roster[seat].is_person]
        return now if now in persons else next(iter(persons), None)

    # Computer seats

    def next_computer(self) -> AgencyId | None:
        """Say which computer seat should act now; None while it is for persons to act, and when the game is over."""
        resting = frozenset(self._resting | self._stuck)
        seat = due_computer(self._state.room, self._roster, self._done, resting)
        return None if seat in self._stuck else seat

    def step(self) -> Deliveries | None:
        """Let the next computer seat act; None if there is none.

        A seat that only waits for the persons in the corridor gives deliveries without events.
        """
        seat = self.next_computer()
        if seat is None:
            return None
        command, note = self._choice(seat)
        if is_rest(self._state.room, self._roster, command):
            self._resting.add(seat)
            return Deliveries(seat, note=note)
        sight = self.view(seat)
        answer = self._play(command, note)
        if answer.refusal is not None and answer.refusal.code == NOT_SAVED:
            return answer
        if answer.refusal is None or isinstance(command, Pass):
            return self._spoken(sight, command, self._stuck_at(seat, answer))
        note = f"{command.kind} was refused ({answer.refusal.code}), so it passed"
        return self._stuck_at(seat, self._play(Pass(seat), note))

    def _choice(self, seat: AgencyId) -> tuple[Command, str]:
        """Ask whoever plays a computer seat; what cannot be used becomes a pass, with a note."""
        if self._moves[seat] >= MOST_MOVES:
            return Pass(seat), f"it had moved {MOST_MOVES} times, so it passed"
        try:
            command = self._opponent(seat).choose(self.view(seat), Luck(self._state.seed, seat))
        except Exception as error:  # a computer seat must never stop the game
            if self._is_strict:
                raise
            return Pass(seat), f"it found no move ({type(error).__name__}: {error}), so it passed"
        return (command, "") if command.seat == seat else (Pass(seat), "it chose for another seat, so it passed")

    def _opponent(self, seat: AgencyId) -> Opponent:
        """Find who plays a computer seat."""
        holder = self._roster[seat]
        return Abstainer() if holder.is_absent else self._casting(holder, self._state.case.agency(seat))

    def _spoken(self, sight: View, command: Command, answer: Deliveries) -> Deliveries:
        """Let a computer seat say why it made its move, from what it saw before; what is refused is not said."""
        if not self._is_spoken or not answer.is_accepted or self.is_closed:
            return answer
        speaker = self._opponent(sight.seat)
        if not isinstance(speaker, Speaker):
            return answer
        try:
            message = speaker.speak(sight, command, Luck(self._state.seed, sight.seat), self._heard(sight.seat))
        except Exception:  # words must never stop the game
            if self._is_strict:
                raise
            return answer
        if message is None or message.seat != sight.seat:
            return answer
        said = self._play(message)
        return followed(answer, said) if said.is_accepted else answer

    def _heard(self, seat: AgencyId) -> tuple[str, ...]:
        """List the words of all messages that a seat sent or received."""
        return tuple(event.what.text for event in self.since(seat) if isinstance(event.what, MessageSent))

    def _stuck_at(self, seat: AgencyId, answer: Deliveries) -> Deliveries:
        """Leave a computer seat alone that cannot even pass, until something happens."""
        if answer.refusal is not None:
            self._stuck.add(seat)
        return answer

    # Time

    @property
    def timer(self) -> Timer | None:
        """Return the timer that runs, as it was at the last `tick`."""
        return self._timer

    def tick(self, now: float) -> tuple[Deliveries, ...]:
        """Hear what time it is; once it is up, the remaining seats pass (R2.7)."""
        self._timer = wound(self._timer, self._pace, self._state.room, now)
        if self._timer is None or not self._timer.is_due(now):
            return ()
        answers = tuple(self._play(Pass(seat), "its time was up") for seat in self.waiting)
        self._timer = wound(None, self._pace, self._state.room, now)
        return answers

    def hold(self, now: float) -> None:
        """Stop the clock."""
        if self._timer is not None:
            self._timer = held(self._timer, now)

    def go_on(self, now: float) -> None:
        """Let the clock run on."""
        if self._timer is not None:
            self._timer = let_go(self._timer, now)

    # The one way in

    def _play(self, command: Command, note: str = "") -> Deliveries:
        """Decide, keep, and only then acknowledge."""
        step = play(self._state, command)
        if isinstance(step, Refusal):
            return Deliveries(command.seat, step)
        entry = Entry(step.state.count, command, step.events, note)
        if refusal := self._keep(entry):
            return Deliveries(command.seat, refusal)
        self._state = step.state
        self._remember(entry)
        return deliver(command.seat, step.events, self.seats, note)

    def _keep(self, line: Line) -> Refusal | None:
        if self._recorder is None:
            return None
        try:
            self._recorder.append(line)
        except JournalError as error:
            return Refusal(NOT_SAVED, error.sentence)
        return None

    def _remember(self, entry: Entry) -> None:
        """Count who did what in this phase, and wake computer seats that something reached."""
        has_words_only = self._entries and goes_with(entry, self._entries[-1])
        self._entries.append(entry)
        self._stuck.clear()
        if entry.seat is not None and not has_words_only:
            self._moves[entry.seat] += 1
        if entry.seat is not None and not isinstance(entry.command, SendMessage):
            self._done[entry.seat] += 1
        if any(isinstance(event.what, PhaseBegan) for event in entry.events):
            self._done.clear()
            self._moves.clear()
            self._resting.clear()
        self._resting -= {
            seat for seat in self._resting for event in entry.events if event.to != ROOM and is_told(event, seat)
        }
