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
from game.rules.view import View
from game.session.played import Played
from game.ui.coaching import Coaching
from game.ui.computers import Computers
from game.ui.doors import Doors
from game.ui.member import Member
from game.ui.screen import ESCAPE, RETURNED, STAY, Pop, Push, Screen, Shortcut, Transition
from game.ui.settings import Preferences, Settings
from game.ui.widget import Message

NOBODY = AgencyId("")
"""The seat of whoever only watches."""
LEFT = "left"
"""What a page hands back when the player leaves the game for the title."""
BACK = Pop("")
"""Go back to a page of the game, and have it look where the game is by now."""


class Sitting:
    """Hold one running game for whoever is at the screen."""

    def __init__(
        self,
        table: Played,
        preferences: Preferences | None = None,
        doors: Doors | None = None,
        *,
        seat: AgencyId | None = None,
        is_watching: bool = False,
        member: Member | None = None,
    ) -> None:
        """Sit down: at the seat named, else at the first person's, else at the first of the case.

        Without preferences the usual settings hold; without doors the sitting never leaves a screen (tests). A `member`
        of a class sits at a table elsewhere, at one seat.
        """
        self.table = table
        self.member = member
        self.is_watching = is_watching
        self.notice = " ".join(table.notices)
        self.is_year_shown = False
        self.coaching = Coaching()
        self.preferences = preferences
        self._doors = doors
        self.computers = Computers(self)
        self._acted = dict.fromkeys(table.seats, table.mark if table.mark > 1 else 0)
        self._dismissed: set[tuple[AgencyId, str]] = set()
        self._seen: tuple[tuple[AgencyId, int, bool], View, tuple[Choice, ...]] | None = None
        self._record: tuple[tuple[AgencyId, int, int], tuple[Sentence, ...], int] | None = None
        self.seat = seat if seat is not None else table.next_person() or next(iter(self.persons or table.seats))
        self.unbriefed: tuple[AgencyId, ...] = ()
        """Persons who have yet to read their role sheet."""
        self.is_covered = False
        """Whether what the seat sees is to be hidden until somebody says that they sit there."""
        self.excuse()

    # What the screens show

    @property
    def notice(self) -> str:
        """Say what went wrong last; in a class that is past with the moment that it was about."""
        return self._notice

    @notice.setter
    def notice(self, words: str) -> None:
        self._notice, self._noticed = words, self._now

    @property
    def settings(self) -> Settings:
        """Give the settings in force."""
        return self.preferences.settings if self.preferences is not None else Settings()

    @property
    def persons(self) -> tuple[AgencyId, ...]:
        """Name the seats that persons at this computer hold."""
        if self.member is not None:
            return () if self.member.standing.is_stood_in else (self.seat,)
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
        is_alone = len(self.persons) == 1 and not self.is_watching and self.member is None
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
        self.computers.rest()
        self._acted[command.seat] = self.table.mark
        self.excuse()
        return True

    def sit_down(self, seat: AgencyId) -> None:
        """Let another person take the place at the screen."""
        self.seat, self.is_covered = seat, False
        self.notice = ""
        self.computers.rest()

    def read_role(self) -> None:
        """Note that the person at the screen has read the role sheet."""
        if self.member is not None:
            self.member.be_ready()
        self.unbriefed = tuple(seat for seat in self.unbriefed if seat != self.seat)

    def close_year(self) -> None:
        """Note that the end of the year has been seen; the debrief comes next."""
        self.is_year_shown = True

    def leave(self) -> None:
        """Let go of the journal; everything is in it."""
        self.table.close()

    # What goes on by itself

    @property
    def next_tick(self) -> int | None:
        """Say when the next computer move should be shown, or what is elsewhere looked at; None while there is none."""
        return self.computers.next_tick if self.member is None else self.member.next_tick(self.table)

    def tick(self, now_ms: int) -> bool:
        """Let the next computer act if it is due, or take in what others did; True if the screen may have changed."""
        if self.member is None:
            return self.computers.tick(now_ms)
        remark = self.member.tick(now_ms)
        if remark or self._now != self._noticed:
            self.notice = remark or ""
        self.is_year_shown = self.is_year_shown and self.table.is_closed
        return remark is not None

    @property
    def _now(self) -> tuple[object, ...]:
        """Name what a notice about a game elsewhere belongs to: the moment, and whether moves are taken."""
        member = self.member
        if member is None:
            return ()
        is_taken = member.is_connected, member.is_paused, member.standing.is_unanswered
        return *moment_of(self.table.public_view().room), *is_taken

    def hurry(self) -> None:
        """Show the waiting computer moves at once: until a person must act, or, watching, until the phase is over."""
        self.computers.hurry()

    @property
    def can_hurry(self) -> bool:
        """Say whether there are moves to be shown at once."""
        return self.member is None and self.computers.next_tick is not None

    @property
    def is_paused(self) -> bool:
        """Say whether the game waits because a move could not be saved."""
        return self.computers.is_paused

    @property
    def has_left(self) -> bool:
        """Say whether the seat in the class is not one's own any more, or not at this table."""
        return self.member is not None and self.member.table is not self.table

    def excuse(self) -> None:
        """Pass for persons whom a phase asks nothing; say so if that could not be saved."""
        for answer in self.table.excuse():
            if answer.refusal is not None:
                self.notice = answer.refusal.sentence

    # Where it leads

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
            case "call" | "heard" | "take back" if self.member is not None:
                self._ask_class(self.member, message.key)
                return self.route(screen)
            case "questions" | "skip questions" if self.member is not None:
                return self._question(self.member, screen, is_skipped=message.key != "questions")
            case "leave":
                self.leave()
                return Pop(LEFT)
            case key if key == RETURNED and message.value == LEFT:
                self.leave()
                return Pop(LEFT)
            case key if key == RETURNED:  # the game may have gone on under the page that was on top
                return self.route(screen)
            case key if key == ESCAPE and self._doors is not None:
                return Push(self._doors.menu(self))
        return STAY

    def _ask_class(self, member: Member, what: str) -> None:
        """Ask something of the class; if it is refused, `notice` says why."""
        if what == "heard":
            member.hear()
        else:
            self.notice = member.call() if what == "call" else member.take_back()

    def _question(self, member: Member, screen: Screen, *, is_skipped: bool) -> Transition:
        """Open the short questions of the class, or put their offer away; if there are none, `notice` says why."""
        if is_skipped:
            member.put_away(member.standing.questions)
        elif self._doors is not None:
            sheet = member.questions()
            if not isinstance(sheet, str):
                return Push(self._doors.questions(member, sheet, self))
            self.notice = sheet
        return self.route(screen)

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys that work on every game screen."""
        keys: tuple[Shortcut, ...] = (Shortcut("Escape", "Menu: settings, leave the game", "menu"),)
        if self.computers.have_a_move:
            keys = (*keys, Shortcut("Space", "Show the waiting moves at once", "hurry"))
        return (*keys, *self.help_keys, Shortcut("R", "My role sheet", "role"))

    @property
    def help_keys(self) -> tuple[Shortcut, ...]:
        """Name the key of whoever can be asked, the coach or the instructor of a class, and of what the class says."""
        if self.member is not None:
            does = "Take the call back" if self.member.standing.is_help_called else "Call your instructor"
            return (Shortcut("H", does, "call"), *self.member.keys)
        return (Shortcut("H", "Coach: what to think about now", "coach"),) if self.has_coach else ()
