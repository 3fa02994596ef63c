"""The table: the one authority over a running game. It holds the state; nobody else does."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from game.record import Entry, Handover, Holder, JournalError, Line, Roster, Undone
from game.record.sentences import Sentence
from game.rules.case import Forum
from game.rules.commands import Command, Pass
from game.rules.course import signing_now, waiting_on
from game.rules.events import Event, MessageSent
from game.rules.ids import AgencyId, EventId
from game.rules.interventions import Act, Intervention
from game.rules.menu import Choice, menu
from game.rules.play import move_on
from game.rules.refusal import Refusal
from game.rules.room import Room
from game.rules.scene import Scene
from game.rules.state import State
from game.rules.view import PublicView, View, public_view, view
from game.rules.vocabulary import Phase
from game.session.asking import asks_nothing
from game.session.computers import Computers
from game.session.deliveries import Deliveries, Opened, deliver, followed
from game.session.history import ENDED, EXCUSED, TIME_IS_UP, History, Undoable, folded
from game.session.pace import Pace, Timer, timed_moment
from game.session.recorder import Recorder
from game.session.roster import refuse_handover, refuse_to_act, seat_of
from game.session.standins import Casting, by_manner, is_rest
from game.session.telling import Page, pages, tell
from game.session.timekeeper import Timekeeper

NOT_SAVED = "not_saved"
"""The code of a refusal that is nobody's fault: the record could not be kept; the same move can be tried again."""


class Table:
    """A running game. Whatever leaves it for a seat has been chosen for that seat."""

    def __init__(
        self,
        state: State,
        opening: tuple[Event, ...],
        roster: Roster,
        *,
        lines: Iterable[Line] = (),
        recorder: Recorder | None = None,
        pace: Pace | None = None,
        casting: Casting = by_manner,
        notices: tuple[str, ...] = (),
        is_strict: bool = False,
        is_spoken: bool = False,
    ) -> None:
        """Take over a state as it stands after `opening` and `lines`; the roster is that of the opening.

        Strict lets the errors of opponents through. Spoken lets computer seats say, to those who saw a move of theirs,
        why they made it.
        """
        self._state = state
        self._history = History(opening, roster)
        self._recorder = recorder
        self._timekeeper = Timekeeper(pace or Pace())
        self._computers = Computers(casting, is_strict=is_strict, is_spoken=is_spoken)
        self._asked: State | None = None
        """The state in which nobody was left to be excused."""
        self.notices = notices
        for line in lines:
            self._history.take(line)
        self._computers.start_over(self._history.entries)

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
        roster = self._history.roster
        return {seat: replace(holder, token="") if holder.token else holder for seat, holder in roster.items()}

    @property
    def seats(self) -> tuple[AgencyId, ...]:
        """Name all seats in the order of the case."""
        return tuple(self._history.roster)

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
        """Return a mark for `since`: how much has happened so far, also of what was taken back."""
        return self._history.mark

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
        return pages(self._history.opening, self._history.entries, seat, self._history.place(mark))

    def since(self, seat: AgencyId | None, mark: int = 0) -> tuple[Event, ...]:
        """List what a seat (or, for None, anybody) may know of what happened since a mark; 0 is the beginning."""
        return tuple(event for page in self.pages(seat, mark) for event in page.events)

    def sentences(self, seat: AgencyId | None, mark: int = 0) -> tuple[Sentence, ...]:
        """Tell in words what happened since a mark, to a seat or (None) to anybody."""
        role = self._state.roles.get(seat) if seat is not None else None
        return tell(self.pages(seat), self.scene, seat, role, found=self.found, mark=self._history.place(mark))

    def opened(self) -> Opened | None:
        """Give everything away once the game is closed (R2.5); None before."""
        return Opened(self._state, self._history.opening, tuple(self._history.entries)) if self.is_closed else None

    # What may be done

    def receive(self, seat: AgencyId, command: Command, tag: str = "") -> Deliveries:
        """Play a command for the person on a seat; by `tag` its sender can ask later whether it was played."""
        if refusal := refuse_to_act(self.scene, self._history.roster, seat, command):
            return Deliveries(seat, refusal)
        return self._play(command, tag=tag)

    def has_played(self, tag: str) -> bool:
        """Say whether a command of this tag was played, here or before the game was taken up again."""
        return tag in self._history.tags

    def hand_over(self, seat: AgencyId, holder: Holder) -> Refusal | None:
        """Let a seat change hands; the game itself does not notice (R2.6)."""
        if refusal := refuse_handover(self.scene, self._state.room, seat, holder):
            return refusal
        if refusal := self._keep(Handover(seat, holder)):
            return refusal
        self._computers.wake(seat)
        self._asked = None
        return None

    def seat_of(self, token: str) -> AgencyId | None:
        """Find the seat that belongs to a token."""
        return seat_of(self._history.roster, token)

    def close(self) -> None:
        """Let go of the journal."""
        if self._recorder is not None:
            self._recorder.close()

    # Persons at one computer

    def next_person(self, now: AgencyId | None = None) -> AgencyId | None:
        """Say which person must act next: the one at the screen if the game waits for them, else by the case."""
        waiting = set(self.waiting)
        persons = [seat for seat in self.seats if seat in waiting and self._history.roster[seat].is_person]
        return now if now in persons else next(iter(persons), None)

    # Computer seats

    def next_computer(self) -> AgencyId | None:
        """Say which computer seat should act now; None while it is for persons to act, and when the game is over."""
        return self._computers.due(self._state.room, self._history.roster)

    def step(self) -> Deliveries | None:
        """Let the next computer seat act; None if there is none.

        A seat that only waits for the persons in the corridor gives deliveries without events.
        """
        seat = self.next_computer()
        if seat is None:
            return None
        command, note = self._computers.choose(self._state, seat, self._history.roster[seat])
        if is_rest(self._state.room, self._history.roster, command):
            self._computers.rest(seat)
            return Deliveries(seat, note=note)
        sight = self.view(seat)
        answer = self._play(command, note)
        if answer.refusal is not None and answer.refusal.code == NOT_SAVED:
            return answer
        if answer.refusal is None or isinstance(command, Pass):
            return self._spoken(sight, command, self._unless_stuck(seat, answer))
        note = f"{command.kind} was refused ({answer.refusal.code}), so it passed"
        return self._unless_stuck(seat, self._play(Pass(seat), note))

    def _spoken(self, sight: View, command: Command, answer: Deliveries) -> Deliveries:
        """Let a computer seat say why it made its move; what is refused is not said."""
        if not answer.is_accepted or self.is_closed:
            return answer
        heard = tuple(event.what.text for event in self.since(sight.seat) if isinstance(event.what, MessageSent))
        message = self._computers.words(self._state, sight, command, self._history.roster[sight.seat], heard)
        said = None if message is None else self._play(message)
        return followed(answer, said) if said is not None and said.is_accepted else answer

    def _unless_stuck(self, seat: AgencyId, answer: Deliveries) -> Deliveries:
        if answer.refusal is not None:
            self._computers.give_up(seat)
        return answer

    # Whoever runs the game

    def intervene(self, intervention: Intervention) -> Deliveries:
        """Let something come from outside, or change the number of rounds."""
        return self._play(intervention)

    def end_phase(self) -> tuple[Deliveries, ...]:
        """Let the remaining seats pass until the phase is over; a signing is that of one text."""
        return self._pass_on(ENDED, lambda room: (room.round, room.phase, signing_now(room)))

    def spent(self) -> frozenset[EventId]:
        """Name the events of the case that have happened; seats hear of them as the rules have it."""
        return self._state.sealed.spent

    def last_undoable(self) -> Undoable | None:
        """Say what `undo` would take back; None if there is nothing."""
        return self._history.undoable

    def undo(self) -> Refusal | None:
        """Take back the last move of a person or the last thing that the instructor did, and whatever came after it."""
        last = self._history.undoable
        if last is None:
            return Refusal("nothing_to_undo", "Nobody has made a move yet that could be taken back.")
        if refusal := self._keep(Undone(last.at)):
            return refusal
        self._state = folded(self._state, self._history.opening, self._history.entries)
        self._computers.start_over(self._history.entries)
        return None

    # Time

    @property
    def pace(self) -> Pace:
        """Say how long phases may take; with another pace, the timer that runs goes on if its phase has a limit."""
        return self._timekeeper.pace

    @pace.setter
    def pace(self, pace: Pace) -> None:
        self._timekeeper.pace = pace

    @property
    def timer(self) -> Timer | None:
        """Return the timer that runs, as it was when somebody last told the time."""
        return self._timekeeper.timer

    def tick(self, now: float) -> tuple[Deliveries, ...]:
        """Hear what time it is; once it is up, the remaining seats pass (R2.7)."""
        if not self._timekeeper.is_up(self._state.room, now):
            return ()
        answers = self._pass_on(TIME_IS_UP, timed_moment)
        self._timekeeper.wind(self._state.room, now)
        return answers

    def hold(self, now: float) -> None:
        """Stop the clock, for this phase and those to come."""
        self._timekeeper.hold(now)

    def go_on(self, now: float) -> None:
        """Let the clock run on."""
        self._timekeeper.go_on(now)

    def add_time(self, seconds: float, now: float) -> Timer | None:
        """Give this moment more seconds, or fewer (below 0); None if it has no limit."""
        return self._timekeeper.add(self._state.room, seconds, now)

    def set_left(self, seconds: float, now: float) -> Timer | None:
        """Give this moment so many seconds, as after a break; None if it has no limit."""
        return self._timekeeper.set_left(self._state.room, seconds, now)

    # Passes that nobody gives

    def excuse(self) -> tuple[Deliveries, ...]:
        """Pass for persons whom the phase asks nothing: no accord to vote on, no pledge or threat to settle."""
        answers: list[Deliveries] = []
        while self._asked is not self._state:
            idle = (seat for seat in self.waiting if self._history.roster[seat].is_person)
            seat = next((seat for seat in idle if asks_nothing(self.view(seat))), None)
            if seat is None:
                self._asked = self._state
                break
            answers.append(self._play(Pass(seat), EXCUSED))
            if not answers[-1].is_accepted:
                break
        return tuple(answers)

    def _pass_on(self, note: str, moment: Callable[[Room], object]) -> tuple[Deliveries, ...]:
        """Let whoever is waited for pass, one after the other, as long as a moment lasts."""
        answers: list[Deliveries] = []
        now = moment(self._state.room)
        while self.waiting and moment(self._state.room) == now:
            answers.append(self._play(Pass(self.waiting[0]), note))
            if not answers[-1].is_accepted:
                break
        return tuple(answers)

    # The one way in

    def _play(self, act: Act, note: str = "", tag: str = "") -> Deliveries:
        """Decide, keep, and only then acknowledge."""
        seat = None if isinstance(act, Intervention) else act.seat
        step = move_on(self._state, act)
        if isinstance(step, Refusal):
            return Deliveries(seat, step)
        entry = Entry(step.state.count, act, step.events, note, tag)
        if refusal := self._keep(entry):
            return Deliveries(seat, refusal)
        self._state = step.state
        self._computers.note(entry)
        return deliver(seat, step.events, self.seats, note)

    def _keep(self, line: Line) -> Refusal | None:
        """Write a line down, then take it in; a refusal if it cannot be kept."""
        if self._recorder is not None:
            try:
                self._recorder.append(line)
            except JournalError as error:
                return Refusal(NOT_SAVED, error.sentence)
        self._history.take(line)
        return None
