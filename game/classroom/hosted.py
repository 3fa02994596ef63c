"""One table of a class: the running game, and what the instructor has set about it."""

from collections.abc import Mapping
from dataclasses import replace

from game.classroom.plan import Plan, pace_of, plan_for
from game.classroom.register import TableRecord
from game.desk.moments import moment_of
from game.record import Roster
from game.rules.case import Case
from game.rules.commands import Command, SendMessage
from game.rules.course import signing_now
from game.rules.ids import AgencyId
from game.rules.refusal import Refusal
from game.session import Deliveries, Pace, Table
from game.session.table import NOT_SAVED

COMPUTER_SECONDS = 1.0
"""Between two moves of computers, so that people can follow."""
RETRY_SECONDS = 3.0
"""After a game could not be saved, until it tries again."""


class Hosted:
    """A game with its clock running or stopped. Times are seconds of the host's steady clock."""

    def __init__(self, record: TableRecord, case: Case, table: Table, spare: Roster, *, pause: float) -> None:
        """Take over a table; `spare` is who plays a seat that nobody sits on, `pause` what lies between their moves."""
        self.record = record
        self.case = case
        self.table = table
        self.spare = spare
        self.trouble = ""
        """Why the game stopped by itself; "" while it did not."""
        self.epoch = 0
        """How often the past was changed."""
        self.plan: Plan | None = None
        """None: phases take as long as they take."""
        self._pause = pause
        self._due = 0.0
        self._tried = 0.0

    @property
    def name(self) -> str:
        """Name the table."""
        return self.record.name

    @property
    def is_begun(self) -> bool:
        """Say whether the instructor has let it begin."""
        return self.record.is_begun

    @property
    def is_paused(self) -> bool:
        """Say whether it stands still, by the instructor or by a trouble."""
        return self.record.is_paused or bool(self.trouble)

    @property
    def is_running(self) -> bool:
        """Say whether moves count and time goes by."""
        return self.is_begun and not self.is_paused and not self.table.is_closed

    @property
    def is_revealed(self) -> bool:
        """Say whether everything hidden may be shown."""
        return self.record.is_revealed and self.table.is_closed

    @property
    def moment(self) -> str:
        """Name the moment that a command is meant for."""
        room = self.table.public_view().room
        number, phase, question = moment_of(room)
        return f"{self.epoch}.{number}.{phase}.{question or signing_now(room) or ''}"

    def left(self, now: float) -> float | None:
        """Give the seconds left of this phase; None if it takes as long as it takes."""
        timer = self.table.timer
        return None if timer is None else timer.left_at(now)

    @property
    def timed(self) -> str:
        """Name the moment that the clock runs for; "" without a clock."""
        timer = self.table.timer
        return "" if timer is None else ".".join(map(str, timer.moment))

    def clock(self, now: float, bell: float | None) -> dict[str, object]:
        """Give the seconds left of this phase and until the bell (`bell`: when it rings)."""
        left = self.left(now)
        return {
            "left": None if left is None else round(left, 1),
            "is_held": not self.is_running,
            "bell": None if bell is None else round(bell - now, 1),
        }

    def keep_to(self, minutes: int | None) -> None:
        """Let a plan for so many minutes say how long phases may take.

        Once a table has begun, the plan is kept though rounds are dropped: that is to save time.
        """
        scene, record = self.table.scene, self.record
        if minutes is None:
            self.plan, self.table.pace = None, Pace()
            return
        seats, rounds = record.plan_seats or len(scene.agencies), record.plan_rounds or scene.rounds
        self.plan = plan_for(minutes, seats=seats, rounds=rounds, issues=len(scene.issues))
        self.table.pace = pace_of(self.plan)

    # Moves

    def receive(self, seat: AgencyId, command: Command, moment: str, tag: str) -> Deliveries:
        """Play a person's command once, if it is meant for this moment and the game runs."""
        if self.table.has_played(tag):
            return Deliveries(seat)
        if refusal := self._refuse(command, moment):
            return Deliveries(seat, refusal)
        answer = self.table.receive(seat, command, tag)
        if self._is_saved(answer):
            self.trouble = ""
        return answer

    def _refuse(self, command: Command, moment: str) -> Refusal | None:
        if not self.is_begun:
            return Refusal("not_begun", "The game has not begun; your instructor starts it.")
        if isinstance(command, SendMessage):
            return None
        if self.record.is_paused:
            return Refusal("paused", "The instructor has paused the game; what you chose is still there.")
        if moment != self.moment:
            return Refusal("stale", "The game has moved on since; look again and choose anew.")
        return None

    def tick(self, now: float) -> bool:
        """Let time go by; say whether anything changed that people should see.

        Whoever is asked nothing passes, who is out of time passes, computers move one by one. While the game could not
        be saved nothing goes by but a try now and then; people may try as well.
        """
        mark, timer = self.table.mark, self.table.timer
        is_stopped = bool(self.trouble) and self.is_begun and not self.record.is_paused
        is_trying = is_stopped and now - self._tried >= RETRY_SECONDS
        if is_trying:
            self._tried = self._due = now
            self._try_again(now)
        elif self.is_running:
            self.table.go_on(now)
            for answer in (*self.table.excuse(), *self.table.tick(now), *self._step(now)):
                self._is_saved(answer)
        else:
            self.table.hold(now)
        return (self.table.mark, self.table.timer) != (mark, timer)

    def _try_again(self, now: float) -> None:
        if all(self._is_saved(answer) for answer in (*self.table.excuse(), *self._step(now))):
            self.trouble = ""

    def _step(self, now: float) -> tuple[Deliveries, ...]:
        if now < self._due:
            return ()
        answer = self.table.step()
        if answer is None:
            return ()
        self._due = now + self._pause
        return (answer,)

    def _is_saved(self, answer: Deliveries) -> bool:
        """Say whether a move could be saved, and keep the trouble in mind where it could not."""
        if answer.refusal is None or answer.refusal.code != NOT_SAVED:
            return True
        self.trouble = f"{answer.refusal.sentence} The game waits, and tries again by itself."
        return False

    def stood_in(self) -> Mapping[AgencyId, int]:
        """Name the seats whose people a computer stands in for, and since which mark."""
        return self.record.stood_in

    def with_stand_in(self, seat: AgencyId, mark: int | None) -> TableRecord:
        """Give the record with a computer standing in from a mark on, or (None) no longer."""
        kept = {other: since for other, since in self.record.stood_in.items() if other != seat}
        return replace(self.record, stood_in=kept if mark is None else {**kept, seat: mark})
