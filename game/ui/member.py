"""Somebody at this screen who is in a class: what the class tells them, and what they ask of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.rules.ids import AgencyId
from game.rules.refusal import Refusal
from game.session.attendance import Attendance, Clock, Contact, Standing
from game.session.played import Played
from game.session.questioning import QuestionSheet
from game.ui.screen import Shortcut

SECOND_MS = 1000
MOST_SAID = 2
"""Messages of the instructor that are shown together; older ones are put away with them."""

UNANSWERED = "The host has not answered your last move yet. It is sent again by itself, and will not count twice."
QUESTIONS: Mapping[str, str] = {
    "before": "Six short questions",
    "after": "Six more questions",
    "key": "What the questions were about",
}
"""How what is offered is called."""
OFFERED = ("before", "after")
PAUSED = "The instructor has paused the game. You can look around, choose and write; moves wait until it goes on."


@dataclass(frozen=True, slots=True)
class Sign:
    """What has to be said above a screen, how bad it is, and what can be done about it (a message and its words).

    `skips` is the message of whoever wants to hear no more of it.
    """

    words: tuple[str, ...]
    mood: str
    sends: str = ""
    does: str = ""
    skips: str = ""


class Member:
    """Follow a class for the screens; it changes only in `tick` and by what is asked."""

    def __init__(self, attendance: Attendance) -> None:
        """Follow a class."""
        self._attendance = attendance
        self._due = 0
        self._remark = ""
        self._read = 0
        self._has_begun_to_hear = False
        self._put_away: set[str] = set()
        self.chosen: dict[str, int] = {}
        """What was chosen of the short questions and not handed in, by question."""

    @property
    def address(self) -> str:
        """Name the host."""
        return self._attendance.address

    @property
    def standing(self) -> Standing:
        """Say where one stands."""
        return self._attendance.standing

    @property
    def table(self) -> Played | None:
        """Give the game at one's seat."""
        return self._attendance.table

    @property
    def clock(self) -> Clock:
        """Say how much time is left."""
        return self._attendance.clock

    @property
    def is_connected(self) -> bool:
        """Say whether the host hears us."""
        return self.standing.contact is Contact.INSIDE

    @property
    def is_paused(self) -> bool:
        """Say whether the instructor has stopped the game while it goes on."""
        standing = self.standing
        return standing.is_paused and standing.is_begun and not standing.is_closed

    # Time

    def next_tick(self, table: Played | None) -> int | None:
        """Say when to look again: at once when there is news or another game, each second while time is shown."""
        if table is not self.table or self._attendance.has_news:
            return 0
        clock = self.clock
        return self._due if clock.left is not None and not clock.is_held else None

    def tick(self, now_ms: int) -> str | None:
        """Take in what has arrived; None if nothing has, else what the host has against something, or ""."""
        self._due = now_ms + SECOND_MS
        if not self._attendance.take_in():
            return None
        said = len(self.standing.said)
        if not self._has_begun_to_hear and self.is_connected:
            self._has_begun_to_hear, self._read = True, max(0, said - 1)
        before, self._remark = self._remark, self.standing.remark
        return self._remark if self._remark != before else ""

    # What is to be said

    def sign(self) -> Sign | None:
        """Choose the one thing that has to be said above a screen now."""
        standing = self.standing
        if not self.is_connected:
            return Sign((standing.trouble,), "warn")
        if standing.stopped:
            return Sign((standing.stopped,), "warn")
        if standing.is_unanswered:
            return Sign((UNANSWERED,), "warn")
        if words := self.unread:
            return Sign(words, "plain", "heard", "Got it")
        if standing.is_stood_in:
            return Sign(("A computer plays your seat for the moment.",), "plain", "take back", "Take it back")
        if self.is_paused:
            return Sign((PAUSED,), "plain")
        offer = "" if standing.questions in self._put_away else standing.questions
        if offer not in OFFERED:
            return None
        return Sign((f"{QUESTIONS[offer]}: two minutes, optional.",), "plain", "questions", "Answer", "skip questions")

    @property
    def unread(self) -> tuple[str, ...]:
        """List what the instructor said and has not been put away."""
        return self.standing.said[self._read :][-MOST_SAID:]

    def hear(self) -> None:
        """Put away what the instructor said."""
        self._read = len(self.standing.said)

    @property
    def time_words(self) -> str:
        """Say how much time the phase has left; "" where it takes as long as it takes."""
        left = self.clock.left
        return "" if left is None else f"{int(left) // 60}:{int(left) % 60:02}"

    @property
    def bell_words(self) -> str:
        """Say when the bell rings."""
        bell = self.clock.bell
        if bell is None:
            return ""
        minutes = int(bell) // 60
        return f"The bell rings in {minutes} minutes." if minutes > 1 else "The bell rings soon."

    @property
    def keys(self) -> tuple[Shortcut, ...]:
        """Name the keys for what the class says and offers."""
        heard = (Shortcut("G", "Put the message away", "heard"),) if self.unread else ()
        words = self.questions_words
        return (*heard, Shortcut("Q", words, "questions")) if words else heard

    # Short questions

    @property
    def questions_words(self) -> str:
        """Name the short questions that can be asked for now; "" if there are none."""
        return QUESTIONS.get(self.standing.questions, "") if self.is_connected else ""

    @property
    def is_offer_put_away(self) -> bool:
        """Say whether there are questions that no strip offers any more, or that were answered."""
        offer = self.standing.questions
        return bool(self.questions_words) and (offer not in OFFERED or offer in self._put_away)

    def put_away(self, offer: str) -> None:
        """Offer these questions no more by a strip; they can still be asked for."""
        self._put_away.add(offer)

    def questions(self) -> QuestionSheet | str:
        """Ask for the short questions; a sentence if there are none to be had."""
        return self._attendance.questions()

    def give_answers(self, time: str, chosen: Mapping[str, int]) -> Refusal | None:
        """Hand in all answers of one time; the refusal, if it is one."""
        return self._attendance.give_answers(time, chosen)

    # What is asked

    def enter(self, name: str, code: str) -> None:
        """Go in by a name and a code ("" for the one before); what comes of it is told later."""
        self._attendance.enter(name, code or None)

    def sit_at(self, table: str, seat: AgencyId) -> str:
        """Take a seat; the sentence that refuses it, or ""."""
        return self._attendance.take_seat(table, seat)

    def take_back(self) -> str:
        """Take one's seat back from the computer that plays it."""
        standing = self.standing
        if standing.table is None or standing.seat is None:
            return ""
        return self._attendance.take_seat(standing.table, standing.seat)

    def be_ready(self) -> None:
        """Say that the role sheet has been read."""
        self._attendance.be_ready()

    def call(self) -> str:
        """Call the instructor, or take the call back; the sentence that refuses it, or ""."""
        return self._attendance.call(on=not self.standing.is_help_called)
