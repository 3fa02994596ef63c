"""Answer in secret how far each accord will be carried out, and predict the others."""

from dataclasses import dataclass, field, replace
from typing import ClassVar

from game.desk.ballot import commands_for, missing_words, predicted_words
from game.record.sentences.phrases import BALLOT
from game.rules.ids import AgencyId, TextId
from game.rules.texts import Accord
from game.rules.view import View
from game.rules.vocabulary import Phase
from game.ui import (
    S4,
    S8,
    S12,
    S16,
    S24,
    SEMIBOLD,
    SMALL,
    Column,
    Frame,
    Icon,
    Message,
    Roomy,
    Row,
    Rule,
    Run,
    Scroll,
    Shortcut,
    Size,
    Text,
    Tone,
    Transition,
    Widget,
    button,
    chip,
    grow,
    name,
    note,
    panel,
    sized,
    small,
    subtitle,
)
from game.ui.screens.year.page import TALL, agency, beside_record, page, tiles, waiting_foot
from game.ui.sitting import Sitting

WIDE = 1800.0
"""From this width on, and TALL, the terms stand beside the questions, with what their options say."""


@dataclass(slots=True)
class BallotScreen:
    """Hold the answers until they are put in the box."""

    PHASES: ClassVar[frozenset[Phase]] = frozenset({Phase.BALLOT})
    sitting: Sitting
    own: dict[TextId, int] = field(default_factory=dict)
    guesses: dict[tuple[TextId, AgencyId], int] = field(default_factory=dict)

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        view = self.sitting.view
        is_mine = self.sitting.is_my_move
        is_wide = size.w >= WIDE and size.h >= TALL
        fits = tuple(self._accords(view, gap, is_wide=is_wide) for gap in ((S16,) if is_wide else (S8, S4)))
        intro = Column(
            (
                subtitle("If nobody watches, how far will you carry it out?"),
                small("Your answers stay secret until the debrief. Foreseeing the others is scored apart.", Tone.SOFT),
            ),
            gap=2,
        )
        left = Column((intro, grow(Roomy(fits))), gap=S12)
        body = beside_record(self.sitting, left, size)
        return page(self.sitting, body, _foot(self, view), tip="ballot" if is_mine else "")

    def _accords(self, view: View, gap: float, *, is_wide: bool) -> Widget:
        """Ask about every accord in force, with `gap` between the questions."""
        is_open = self.sitting.is_my_move
        asked = (_accord(self, view, accord, gap, is_open=is_open, is_wide=is_wide) for accord in view.room.in_force)
        return Scroll("ballot", Column(tuple(asked), gap=S12))

    def on(self, message: Message) -> Transition:
        """Take down an answer, or put all of them in the box."""
        match message.key.split(":"):
            case ["answer", accord, seat] if isinstance(message.value, int):
                self._answer(TextId(accord), AgencyId(seat), message.value)
            case ["cast"]:
                self._cast()
            case ["tip"]:
                self.sitting.dismiss_tip("ballot")
            case _:
                return self.sitting.answer(self, message)
        return self.sitting.route(self)

    @property
    def next_tick(self) -> int | None:
        """Say when the next computer move is due."""
        return self.sitting.next_tick

    def tick(self, now_ms: int) -> Transition:
        """Let the next computer act."""
        self.sitting.tick(now_ms)
        return self.sitting.route(self)

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys of this screen."""
        cast = (Shortcut("Return", "Put it in the box", "cast"),) if self.sitting.is_my_move else ()
        return (*cast, *self.sitting.shortcuts())

    def _answer(self, accord: TextId, seat: AgencyId, answer: int) -> None:
        if seat == self.sitting.seat:
            self.own[accord] = answer
        else:
            self.guesses[accord, seat] = answer

    def _cast(self) -> None:
        """Hand everything in, if nothing of one's own is missing."""
        if missing_words(self.sitting.view, self.own) or not self.sitting.is_my_move:
            return
        for command in commands_for(self.sitting.view, self.own, self.guesses):
            if not self.sitting.submit(command):
                return
        self.own, self.guesses = {}, {}


def _accord(screen: BallotScreen, view: View, accord: Accord, gap: float, *, is_open: bool, is_wide: bool) -> Widget:
    """Ask about one accord."""
    me, scene = view.seat, view.scene
    rows: list[Widget] = [] if is_wide else [_terms(view, accord, is_tall=False), Rule()]
    if me in accord.parties:
        rows += [_question(screen, view, accord, me, is_open=is_open), Rule()]
    else:
        told = "You are no party to it; say what you expect of those who are."
        if screen.sitting.is_watching:
            told = "Each says in secret what it will do and what it expects of the others. The debrief opens it."
        rows.append(small(told, Tone.SOFT))
    rows.append(note("What will the others answer?"))
    rows += [
        _question(screen, view, accord, seat, is_open=is_open)
        for seat in scene.agency_ids
        if seat in accord.parties and seat != me
    ]
    asked = Column(tuple(rows), gap=gap)
    if is_wide:
        parts = (grow(_terms(view, accord, is_tall=True), 3), Rule(), grow(asked, 5))
        return panel(f"Text {accord.text}", Row(parts, gap=S24, align="stretch"))
    return panel(f"Text {accord.text}", asked)


def _terms(view: View, accord: Accord, *, is_tall: bool) -> Widget:
    """Say what the accord holds and who carries it, in short or with what the options say."""
    lines = []
    for term in accord.terms:
        issue, option = view.scene.issue(term.issue), view.scene.option(term.issue, term.option)
        words: Widget = small((Run(f"{issue.name}: "), Run(option.name, SEMIBOLD)))
        if is_tall:
            words = Column((words, note((Run(option.text),))), gap=2)
        lines.append(Row((grow(words), tiles(view.scene, option.carriers, 18)), gap=S8))
    return Column(tuple(lines), gap=S12 if is_tall else 4)


def _question(screen: BallotScreen, view: View, accord: Accord, seat: AgencyId, *, is_open: bool) -> Widget:
    """Ask for one answer on the scale from 0 to 4."""
    answer = screen.own.get(accord.text) if seat == view.seat else screen.guesses.get((accord.text, seat))
    key = f"answer:{accord.text}:{seat}"
    closed = "" if is_open else "The ballot is in the box"
    chips = tuple(
        sized(
            _answer_chip(key, step, words, chosen=answer == step, closed=closed, is_own=seat == view.seat),
            w=108,
        )
        for step, words in enumerate(BALLOT)
    )
    who: Widget = name("I will carry it out …") if seat == view.seat else agency(view.scene, seat, view.seat, size=24)
    return Row((grow(who), *chips), gap=6)


def _answer_chip(key: str, step: int, words: str, *, chosen: bool, closed: str, is_own: bool) -> Widget:
    made = chip(f"{key}:{step}", f"{step} · {words}", chosen=chosen, disabled=closed, group=key, value=step)
    return replace(made, sends=key, y=9 if is_own else 4)


def _foot(screen: BallotScreen, view: View) -> Widget:
    if not screen.sitting.is_my_move:
        return waiting_foot(screen.sitting, "" if screen.sitting.is_watching else "Your ballot is in the box.")
    cast = button("cast", "Put it in the box", primary=True, hint="Return", disabled=missing_words(view, screen.own))
    words = Text(predicted_words(view, screen.guesses), size=SMALL, tone=Tone.SOFT)
    return Frame(Row((Icon("lock", 20, Tone.SOFT), grow(words), cast), gap=S12), x=16, y=S8)
