"""The short questions of a class, one at a time, to be left at any moment; after the second time, their reasons."""

from dataclasses import dataclass

from game.session.attendance import NO_ANSWER, Contact
from game.session.questioning import QuestionSheet, ShortQuestion
from game.ui import (
    S8,
    S12,
    S16,
    S24,
    STAY,
    Column,
    Frame,
    Icon,
    Message,
    Middle,
    Pad,
    Pop,
    Press,
    Row,
    Run,
    Scroll,
    Shortcut,
    Size,
    Skin,
    Stay,
    Text,
    Tone,
    Transition,
    Widget,
    button,
    grow,
    key_cap,
    note,
    notice,
    spring,
    subtitle,
)
from game.ui.member import QUESTIONS, Member
from game.ui.screens.class_signs import strip_of
from game.ui.screens.joining import reasons
from game.ui.screens.masthead import masthead
from game.ui.sitting import BACK, Sitting

WIDE = 860.0
ON_THEIR_WAY = "The host has not answered yet. Your answers are sent again by themselves until it does, and count once."
NO_MORE = "The questions are closed just now; what you chose of them was not handed in."
THANKS = {
    "before": "Six more come with the debrief. Then you see what they are about.",
    "after": "What they were about is one key away: press Q.",
}


@dataclass(slots=True)
class QuestionsScreen:
    """Hold which question is looked at and what came of them; what was chosen stays with the member."""

    member: Member
    sheet: QuestionSheet
    sitting: Sitting | None = None
    at: int = 0
    notice: str = ""
    is_sent: bool = False
    """Whether answers are on their way to a host that has not answered; they are not changed meanwhile."""
    is_done: bool = False

    def __post_init__(self) -> None:
        """Begin where one left."""
        questions = self.sheet.questions
        asked = (n for n, one in enumerate(questions) if one.question not in self.member.chosen)
        self.at = next(asked, max(0, len(questions) - 1))

    # What is seen

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        bar = masthead(QUESTIONS.get(self.sheet.offer, ""), "" if self._is_key else self.sheet.words)
        sign = self.member.sign()
        strips: list[Widget] = [strip_of(sign)] if sign is not None and sign.sends != "questions" else []
        if self.notice:
            strips.append(notice((Run(self.notice),), "warn"))
        padded = tuple(Pad(strip, S8) for strip in strips)
        if self.is_done:
            return Column((bar, *padded, grow(Middle(self._thanks(), 520))), gap=0)
        if self._is_key:
            body = reasons.page(self.sheet, self.at, size)
            return Column((bar, *padded, grow(body), reasons.foot(self.sheet, self.at)), gap=0)
        page = Scroll(f"page {self.at}", Middle(self._question(), min(WIDE, size.w - 2 * S24)))
        return Column((bar, *padded, grow(Pad(page, 7)), self._foot()), gap=0)

    def _question(self) -> Widget:
        one, chosen = self._asked, self.member.chosen
        parts: list[Widget] = [subtitle(f"Question {self.at + 1} of {len(self.sheet.questions)}")]
        if self.at == 0:
            parts.append(note((Run(self.sheet.privacy),)))
        scene = tuple(Text((Run(words),)) for words in one.scene)
        answers = tuple(
            _answer(one, number, is_chosen=chosen.get(one.question) == number, is_sent=self.is_sent)
            for number in range(len(one.answers))
        )
        asks = Pad(Text((Run(one.asks),), weight=600), 0, 4)
        return Column((*parts, Frame(Column(scene, gap=S8), x=S16, y=S12), asks, Column(answers, gap=S8)), gap=S12)

    def _foot(self) -> Widget:
        """Offer to skip, to go back and to go on."""
        missing = "" if self._is_answered else "Choose an answer first"
        back = (button("back", "Back", icon="arrow-left", hint="B"),) if self.at else ()
        if self._is_last:
            on = button("next", "Give my answers", primary=True, icon="check", hint="Return", disabled=missing)
        else:
            on = button("next", "Next", primary=True, icon="arrow-right", hint="Return", disabled=missing)
        leave = note("Esc leaves and keeps what you chose.")
        return Pad(Row((button("skip", "Skip all"), leave, spring(), *back, on), gap=S12), S16, S8)

    def _thanks(self) -> Widget:
        go = button("leave", "Go on", primary=True, icon="arrow-right", hint="Return")
        words = Text(THANKS.get(self.sheet.offer, ""))
        return Frame(Column((subtitle("Thank you"), words, Row((go,))), gap=S12), x=S24, y=S24)

    @property
    def _is_key(self) -> bool:
        return self.sheet.offer == "key"

    @property
    def _asked(self) -> ShortQuestion:
        return self.sheet.questions[self.at]

    @property
    def _is_last(self) -> bool:
        return self.at == len(self.sheet.opened if self._is_key else self.sheet.questions) - 1

    @property
    def _is_answered(self) -> bool:
        return self._asked.question in self.member.chosen

    # What is done

    def on(self, message: Message) -> Transition:
        """Choose, go on or back, hand the answers in, or leave."""
        match message.key.split(":"):
            case ["leave" | "escape"]:
                return BACK
            case ["skip"]:
                self.member.put_away(self.sheet.offer)
                return BACK
            case ["heard"]:
                self.member.hear()
            case ["take back"]:
                self.notice = self.member.take_back()
            case ["next"] if self.is_done or (self._is_key and self._is_last):
                return BACK
            case ["next"] if self._is_key or (self._is_answered and not self._is_last):
                return self._go(self.at + 1)
            case ["next"] if self._is_answered:
                return self._give()
            case ["back"] if self.at and not self.is_done:
                return self._go(self.at - 1)
            case ["look", number] if self._is_key:
                return self._go(int(number))
            case ["answer", *_] if isinstance(message.value, int):
                return self._choose(message.value)
            case ["into"] if isinstance(message.value, int) and self._can_choose:
                return Stay(focus=_key(self._asked, message.value % len(self._asked.answers)))
        return STAY

    @property
    def _can_choose(self) -> bool:
        return not (self._is_key or self.is_done or self.is_sent)

    def _choose(self, answer: int) -> Transition:
        if not self._can_choose or answer not in range(len(self._asked.answers)):
            return STAY
        self.notice = ""
        self.member.chosen[self._asked.question] = answer
        return Stay(focus=_key(self._asked, answer))

    def _go(self, at: int) -> Transition:
        self.at = at
        if self._is_key:
            return Stay(focus=reasons.key_of(at))
        chosen = self.member.chosen.get(self._asked.question)
        return STAY if chosen is None else Stay(focus=_key(self._asked, chosen))

    def _give(self) -> Transition:
        """Hand the answers in; then thank for the first, and open what the second were about."""
        mine = {one.question: self.member.chosen[one.question] for one in self.sheet.questions}
        refusal = self.member.give_answers(self.sheet.offer, mine)
        self.is_sent = refusal is not None and refusal.code == NO_ANSWER
        self.notice = ON_THEIR_WAY if self.is_sent else refusal.sentence if refusal is not None else ""
        return self._thank() if refusal is None else STAY

    def _thank(self) -> Transition:
        for one in self.sheet.questions:
            self.member.chosen.pop(one.question, None)
        self.member.put_away(self.sheet.offer)
        opened = self.member.questions() if self.sheet.offer == "after" else ""
        if isinstance(opened, QuestionSheet) and opened.offer == "key":
            self.sheet, self.at = opened, 0
            return Stay(focus=reasons.key_of(0))
        self.is_done = True
        return STAY

    # Time

    @property
    def next_tick(self) -> int | None:
        """Look at once when there is news."""
        return self.member.next_tick(self.member.table)

    def tick(self, now_ms: int) -> Transition:
        """Take in what has arrived; leave once these questions are not offered any more."""
        remark = self.member.tick(now_ms) if self.sitting is None else self._tick_with(self.sitting, now_ms)
        if remark:
            self.notice, self.is_sent = remark, False
        standing = self.member.standing
        if standing.contact is Contact.ENDED:
            return BACK
        is_over = standing.contact is Contact.INSIDE and standing.questions != self.sheet.offer
        if not is_over or self.is_done or self._is_key:
            return STAY
        return self._end() if self.is_sent else self._leave(NO_MORE)

    def _tick_with(self, sitting: Sitting, now_ms: int) -> str:
        """Let the game below go on; give what it has against something since."""
        before = sitting.notice
        sitting.tick(now_ms)
        return sitting.notice if sitting.notice != before else ""

    def _end(self) -> Transition:
        """Hear what became of answers that were on their way: the same ones again are the same answers."""
        onward = self._give()
        return onward if self.is_done or self._is_key or self.is_sent else self._leave(self.notice)

    def _leave(self, why: str) -> Transition:
        """Go back, and have the page below say why."""
        if self.sitting is not None:
            self.sitting.notice = why
        return Pop(why)

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys of this screen."""
        heard = (Shortcut("G", "Put the message away", "heard"),) if self.member.unread else ()
        leave = Shortcut("Escape", "Leave; what you chose is kept", "leave")
        if self.is_done:
            return (Shortcut("Return", "Go on", "leave"), *heard, leave)
        back = (Shortcut("B", "The one before", "back"),) if self.at else ()
        if self._is_key:
            return (Shortcut("Return", "The next", "next"), Shortcut("N", "The next", "next"), *back, *heard, leave)
        numbers = range(len(self._asked.answers))
        return (
            *(Shortcut(str(n + 1), f"Answer {n + 1}", "answer", n) for n in numbers),
            Shortcut("Down", "To the answers", "into", 0),
            Shortcut("Up", "To the last answer", "into", -1),
            Shortcut("Return", "Give my answers" if self._is_last else "Next", "next"),
            *back,
            *heard,
            leave,
        )


def _key(one: ShortQuestion, number: int) -> str:
    return f"answer:{one.question}:{number}"


def _answer(one: ShortQuestion, number: int, *, is_chosen: bool, is_sent: bool) -> Widget:
    """Show an answer with the key that chooses it."""
    words = one.answers[number]
    parts: list[Widget] = [key_cap(str(number + 1)), grow(Text((Run(words),)))]
    if is_chosen:
        parts.append(Icon("check", 20, Tone.ACCENT))
    reason = "Your answers are on their way" if is_sent else ""
    return Press(
        _key(one, number), Row(tuple(parts), gap=S12), Skin.CARD, reason, f"answers of {one.question}",
        is_chosen, reason, number, x=S16, y=S8, words=words,
    )  # fmt: skip
