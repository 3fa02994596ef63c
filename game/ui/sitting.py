"""A running game as the screens see it: one table, the person at the screen, the pace of the computer seats.

Every game screen is `SomeScreen(sitting)`. It asks here for what it shows, hands every command in by `submit`, gives
its `next_tick` and `tick` on to the sitting, and ends with `sitting.route(self)`. Whatever message a screen does not
know (Esc, the menu, hurrying, the role sheet, coming back from a page on top, leaving) it gives to
`sitting.answer(self, message)`; the keys for these are `sitting.shortcuts()`, to be added to the screen's own.

    def on(self, message: ui.Message) -> ui.Transition:
        match message.key:
            case "sign":
                self.sitting.submit(Sign(self.sitting.seat, text))      # refused: sitting.notice says why
                return self.sitting.route(self)
        return self.sitting.answer(self, message)                       # "menu", "hurry", "role", "leave", Esc

    def tick(self, now_ms: int) -> ui.Transition:
        self.sitting.tick(now_ms)
        return self.sitting.route(self)

The screen that shows the quarters is shown once more when the game has closed; its button for the debrief calls
`sitting.close_year()` and routes. In tests, `Sitting(table)` alone is enough.
"""

from dataclasses import replace

from game.desk.moments import moment_of
from game.record.sentences import Sentence
from game.rules.commands import Command
from game.rules.ids import AgencyId
from game.rules.menu import Choice, menu
from game.rules.room import Room
from game.rules.view import View
from game.session import Table
from game.session.table import NOT_SAVED
from game.ui.coaching import Coaching
from game.ui.doors import Doors
from game.ui.screen import ESCAPE, RETURNED, STAY, Pop, Push, Screen, Shortcut, Transition
from game.ui.settings import Preferences, Settings
from game.ui.widget import Message

NOBODY = AgencyId("")
"""The seat of whoever only watches."""
LEFT = "left"
"""What a page hands back when the player leaves the game for the title."""
RETRY_MS = 3000
"""How long a game that could not be saved waits before it tries again."""
STEPS_A_TICK = 8
"""Computer moves that nobody at the screen can see go by together, this many at most before the screen breathes."""


class Sitting:
    """Hold one running game for whoever is at the screen."""

    def __init__(
        self,
        table: Table,
        preferences: Preferences | None = None,
        doors: Doors | None = None,
        *,
        seat: AgencyId | None = None,
        is_watching: bool = False,
    ) -> None:
        """Sit down: at the seat named, else at the first person's, else at the first of the case.

        Without preferences the usual settings hold; without doors the sitting never leaves a screen (tests).
        """
        self.table = table
        self.is_watching = is_watching
        self.notice = " ".join(table.notices)
        self.is_paused = False
        self.is_year_shown = False
        self.coaching = Coaching()
        self.preferences = preferences
        self._doors = doors
        self._due: int | None = None
        self._told_problem = ""
        self._acted = dict.fromkeys(table.seats, table.mark if table.mark > 1 else 0)
        self._dismissed: set[tuple[AgencyId, str]] = set()
        self._seen: tuple[tuple[AgencyId, int, bool], View, tuple[Choice, ...]] | None = None
        self._record: tuple[tuple[AgencyId, int, int], tuple[Sentence, ...], int] | None = None
        persons = self.persons
        self.seat = seat if seat is not None else table.next_person() or next(iter(persons or table.seats))
        self.unbriefed: tuple[AgencyId, ...] = ()
        """Persons who have yet to read their role sheet."""
        self.is_covered = False
        """Whether what the seat sees is to be hidden until somebody says that they sit there."""
        self._pass_the_empty()

    # What the screens show

    @property
    def settings(self) -> Settings:
        """Give the settings in force."""
        return self.preferences.settings if self.preferences is not None else Settings()

    @property
    def persons(self) -> tuple[AgencyId, ...]:
        """Name the seats that persons hold."""
        return tuple(seat for seat, holder in self.table.roster.items() if holder.is_person)

    @property
    def view(self) -> View:
        """Build what the seat at the screen may see; who only watches sits on no seat, so nothing is said to "you"."""
        return self._sight()[1]

    @property
    def choices(self) -> tuple[Choice, ...]:
        """List what the seat can do, and why not the rest."""
        return self._sight()[2]

    def _sight(self) -> tuple[tuple[AgencyId, int, bool], View, tuple[Choice, ...]]:
        """Build view and choices once for every change of the game."""
        key = self.seat, self.table.mark, self.is_watching
        if self._seen is None or self._seen[0] != key:
            view = self.table.view(self.seat)
            view = replace(view, seat=NOBODY) if self.is_watching else view
            self._seen = key, view, () if self.is_watching else menu(view)
        return self._seen

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Tell the whole record to the seat."""
        return self._told()[1]

    @property
    def fresh(self) -> int:
        """Count the sentences that are new since this person last acted; nothing is new to who only watches."""
        return self._told()[2]

    def _told(self) -> tuple[tuple[AgencyId, int, int], tuple[Sentence, ...], int]:
        """Write the record once for every change of the game."""
        key = self.seat, self.table.mark, self._acted[self.seat]
        if self._record is None or self._record[0] != key:
            reader = None if self.is_watching else self.seat
            fresh = 0 if self.is_watching else len(self.table.sentences(self.seat, key[2]))
            self._record = key, self.table.sentences(reader), fresh
        return self._record

    @property
    def is_my_move(self) -> bool:
        """Say whether the game waits for the person at the screen."""
        return self.seat in self.table.waiting and self.seat in self.persons

    @property
    def has_coach(self) -> bool:
        """Say whether the coach can be asked now: by somebody who plays alone, at their move, if it is not put away."""
        is_alone = len(self.persons) == 1 and not self.is_watching
        return is_alone and self.is_my_move and self.settings.coach and self._doors is not None

    @property
    def due_person(self) -> AgencyId | None:
        """Name the person who should be at the screen and is not, if any."""
        due = next(iter(self.unbriefed), None) or self.table.next_person(self.seat)
        return due if due != self.seat else None

    @property
    def needs_curtain(self) -> bool:
        """Say whether the screen must hide everything until another person sits there."""
        return not self.table.is_closed and (self.is_covered or self.due_person is not None)

    def public_since(self, seat: AgencyId) -> tuple[Sentence, ...]:
        """Tell what everybody may know of what happened since a person last acted."""
        return self.table.sentences(None, self._acted[seat])

    def tip(self, name: str) -> str | None:
        """Give a first-time tip that this person has not put away; None if tips are off."""
        if not self.settings.tips or (self.seat, name) in self._dismissed:
            return None
        if len(self.persons) < 2 and self._tip_id(name) in self.settings.seen_tips:
            return None
        return self.table.scene.tips.get(name)

    def _tip_id(self, name: str) -> str:
        return f"{self.table.scene.id}/{name}"

    def dismiss_tip(self, name: str) -> None:
        """Put a tip away for this person: for good who plays alone, for this game who shares the screen."""
        self._dismissed.add((self.seat, name))
        settings, seen = self.settings, self._tip_id(name)
        if self.preferences is not None and len(self.persons) < 2 and seen not in settings.seen_tips:
            self.preferences.change(replace(settings, seen_tips=(*settings.seen_tips, seen)))

    # What persons do

    def submit(self, command: Command) -> bool:
        """Play a command; if it is refused, `notice` says why."""
        answer = self.table.receive(command.seat, command)
        if answer.refusal is not None:
            self.notice = answer.refusal.sentence
            return False
        self.notice = ""
        self._due = None
        self._acted[command.seat] = self.table.mark
        self._pass_the_empty()
        return True

    def sit_down(self, seat: AgencyId) -> None:
        """Let another person take the place at the screen."""
        self.seat, self.is_covered = seat, False
        self.notice, self._due = "", None

    def read_role(self) -> None:
        """Note that the person at the screen has read the role sheet."""
        self.unbriefed = tuple(seat for seat in self.unbriefed if seat != self.seat)

    def close_year(self) -> None:
        """Note that the end of the year has been seen; the debrief comes next."""
        self.is_year_shown = True

    def leave(self) -> None:
        """Let go of the journal; everything is in it."""
        self.table.close()

    # What the computer seats do

    @property
    def next_tick(self) -> int | None:
        """Say when the next computer move should be shown; None while there is none to show."""
        if self.unbriefed or self.needs_curtain:
            return None
        if self.table.is_closed:
            return (self._due or 0) if self.is_watching and not self.is_year_shown else None
        return (self._due or 0) if self._has_computer_move or self.is_paused else None

    def tick(self, now_ms: int) -> bool:
        """Let the next computer act if it is due; True if something happened that the screen shows."""
        if self.next_tick is None:
            return False
        if self._due is None:
            self._due = now_ms + self.settings.pause_ms
        if now_ms < self._due:
            return False
        self._due = now_ms + self.settings.pause_ms
        if self.table.is_closed:
            self.close_year()
            return True
        if self.settings.pause_ms == 0:
            has_moved = self._step_on(most=None if not self.is_watching else 1)
        else:
            has_moved = True
            if not self._step_visibly():
                self._due = now_ms
        if self.is_paused:
            self._due = now_ms + RETRY_MS
        return has_moved

    def hurry(self) -> None:
        """Show the waiting computer moves at once: until a person must act, or, watching, until the phase is over."""
        self._step_on()

    @property
    def _has_computer_move(self) -> bool:
        return self.table.next_computer() is not None

    def _step_on(self, most: int | None = None) -> bool:
        """Let computers act until a person must, or so many times; True if one acted."""
        moment, steps = moment_of(self._room), 0
        while self.due_person is None and self._has_computer_move and (most is None or steps < most):
            if not self._step():
                break
            steps += 1
            if self.is_watching and moment_of(self._room) != moment:
                break
        return steps > 0

    def _step_visibly(self) -> bool:
        """Let computers act until the screen has something new to show; False if it was only what nobody here sees."""
        for _ in range(STEPS_A_TICK):
            mark, moment = self.table.mark, moment_of(self._room)
            if not self._step():
                return True
            told = self.table.sentences(self.seat, mark)
            if any(not one.is_secondary for one in told) or moment_of(self._room) != moment:
                return True
            if self.due_person is not None or not self._has_computer_move:
                return True
        return False

    def _step(self) -> bool:
        """Let one computer act; False if it could not be saved, which pauses the game."""
        answer = self.table.step()
        if answer is None:
            return False
        if answer.refusal is not None and answer.refusal.code == NOT_SAVED:
            self.is_paused = True
            self._told_problem = self.notice = f"{answer.refusal.sentence} The game waits, and tries again by itself."
            return False
        if self.is_paused and self.notice == self._told_problem:
            self.notice = ""
        self.is_paused = False
        self._pass_the_empty()
        return True

    # What passes by itself

    def _pass_the_empty(self) -> None:
        """Pass for persons whom a phase asks nothing; say so if that could not be saved."""
        for answer in self.table.excuse():
            if answer.refusal is not None:
                self.notice = answer.refusal.sentence

    # Where it leads

    @property
    def _room(self) -> Room:
        return self.table.public_view().room

    def route(self, screen: Screen) -> Transition:
        """Stay on the screen if it is the right one for this moment, else go to the one that is."""
        return self._doors.next(self, screen) if self._doors is not None else STAY

    def answer(self, screen: Screen, message: Message) -> Transition:
        """Answer what all game screens have in common."""
        match message.key:
            case "menu" if self._doors is not None:
                return Push(self._doors.menu(self))
            case "role" if self._doors is not None:
                return Push(self._doors.role(self))
            case "coach" if self._doors is not None and self.has_coach:
                return Push(self._doors.coach(self, screen))
            case "hurry":
                self.hurry()
                return self.route(screen)
            case "leave":
                self.leave()
                return Pop(LEFT)
            case key if key == RETURNED and message.value == LEFT:
                self.leave()
                return Pop(LEFT)
            case key if key == ESCAPE and self._doors is not None:
                return Push(self._doors.menu(self))
        return STAY

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys that work on every game screen."""
        keys: tuple[Shortcut, ...] = (Shortcut("Escape", "Menu: settings, leave the game", "menu"),)
        if self._has_computer_move:
            keys = (*keys, Shortcut("Space", "Show the waiting moves at once", "hurry"))
        return (*keys, *self.coach_keys, Shortcut("R", "My role sheet", "role"))

    @property
    def coach_keys(self) -> tuple[Shortcut, ...]:
        """Name the key of the coach, where it can be asked."""
        return (Shortcut("H", "Coach: what to think about now", "coach"),) if self.has_coach else ()
