"""The screen on which a text is signed, signed but for one term, declined, or doubted."""

from dataclasses import dataclass
from typing import ClassVar

from game.desk.balance import pressures, promises
from game.desk.fate import fallen
from game.desk.signing import (
    GIVE,
    NAMES,
    answer_words,
    card_words,
    cards_of,
    command_for,
    doubt_words,
    refusal_words,
    state_words,
)
from game.rules.course import signing_now
from game.rules.ids import IssueId, TextId
from game.rules.room import Doubt
from game.rules.texts import Text as Paper
from game.rules.view import View
from game.rules.vocabulary import Phase
from game.ui import (
    S4,
    S8,
    S12,
    SEMIBOLD,
    TINY,
    Column,
    Icon,
    Layers,
    Message,
    Row,
    Run,
    Scroll,
    Shortcut,
    Size,
    Text,
    Tone,
    Transition,
    Widget,
    button,
    choice,
    grow,
    note,
    notice,
    panel,
    sized,
    small,
)
from game.ui.screens.signing.paper import Reading, drawer, paper_panel
from game.ui.screens.year.page import TALL, agency, page, record_panel, waiting_foot
from game.ui.sitting import Sitting
from game.ui.widgets.marks import TINTS


@dataclass(slots=True)
class SigningScreen:
    """Hold which answer is chosen; nothing is given before the button is pressed."""

    PHASES: ClassVar[frozenset[Phase]] = frozenset({Phase.SIGNING})
    sitting: Sitting
    chosen: str = ""
    reserved: IssueId | None = None
    open: str = ""
    """What is open above the page: the worth, or an issue."""
    about: IssueId | None = None

    @property
    def text(self) -> TextId | None:
        """Name the text that is being signed."""
        return signing_now(self.sitting.view.room)

    @property
    def answer(self) -> str:
        """Name the chosen answer; none once it is out of the question, as when somebody else raised a doubt."""
        return self.chosen if self.chosen in cards_of(self.sitting.view) else ""

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        view, text = self.sitting.view, self.text
        if text is None:
            return page(self.sitting, record_panel(self.sitting), waiting_foot(self.sitting))
        paper = view.room.texts[text]
        wide = min(380.0, max(276.0, size.w * 0.22))
        sides: Widget = Column((_signatures(view, paper),))
        if not self.sitting.is_watching:
            sides = Column((_signatures(view, paper), grow(_pressure(view, text))), gap=S12)
        reading = Reading(
            is_mine=not self.sitting.is_watching,
            is_choosing=self.answer == "reserve" and self.sitting.is_my_move,
            reserved=self.reserved,
            is_tall=size.h >= TALL,
        )
        parts = (
            grow(paper_panel(view, paper, reading)),
            sized(sides, w=wide + 16),
            sized(record_panel(self.sitting), w=wide),
        )
        body = Row(parts, gap=S12, align="stretch")
        tip = "signing" if self.sitting.is_my_move else ""
        whole = page(self.sitting, body, _foot(self, view, paper), tip=tip)
        opened = drawer(view, text, self.open, self.about, size)
        return whole if opened is None else Layers((whole, opened))

    def on(self, message: Message) -> Transition:
        """Choose, give the answer, or go on."""
        match message.key.partition(":"):
            case ("choose", _, card):
                self.chosen = card
            case ("term", _, issue):
                self.reserved = IssueId(issue)
            case ("give", _, _):
                command = command_for(self.sitting.view, self.answer, self.reserved)
                if command is not None and self.sitting.submit(command):
                    self.chosen, self.reserved = "", None
                return self.sitting.route(self)
            case ("worth" | "issue" as kind, _, _) if not self.sitting.is_watching:
                self.open, self.about = kind, IssueId(str(message.value)) if kind == "issue" else None
            case ("close", _, _):
                self.open = ""
            case ("tip", _, _):
                self.sitting.dismiss_tip("signing")
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
        if self.open:
            return ()
        cards = cards_of(self.sitting.view) if self.sitting.is_my_move else ()
        keys = tuple(Shortcut(str(i), NAMES[card], f"choose:{card}") for i, card in enumerate(cards, 1))
        give = (Shortcut("Return", "Give the chosen answer", "give"),) if cards else ()
        worth = () if self.sitting.is_watching else (Shortcut("W", "Where the worth comes from", "worth"),)
        return (*keys, *give, *worth, *self.sitting.shortcuts())


def _signatures(view: View, paper: Paper) -> Widget:
    """Show who has signed so far."""
    rows: list[Widget] = []
    for seat in view.scene.agency_ids:
        if seat not in paper.latest.parties:
            continue
        icon, words, tint = answer_words(view, paper, seat)
        tone = TINTS[tint]
        mark = Row((Icon(icon, 15, tone), grow(Text((Run(words),), size=TINY, tone=tone, leading=1.2))), gap=S4)
        rows.append(
            Row((grow(agency(view.scene, seat, view.seat, size=22, is_short=True)), sized(mark, w=100)), gap=S8)
        )
        if (support := paper.doubts.get(seat)) is not None:
            rows.append(note((Run(doubt_words(support), tone=Tone.WARN),)))
    return panel("Who has signed", Column(tuple(rows), gap=6))


def _pressure(view: View, text: TextId) -> Widget:
    """Show threats and pledges about this text that concern me."""
    lines = [*pressures(view, text), *promises(view, text)]
    words = lines or ["Nobody leans on you about this text, and nothing is pledged for it."]
    return panel("Pressure and pledges", Scroll("pressure", Column(tuple(small(line) for line in words), gap=S8)))


def _foot(screen: SigningScreen, view: View, paper: Paper) -> Widget:
    """Offer the answers, or say whom the game waits for."""
    if not screen.sitting.is_my_move:
        return waiting_foot(screen.sitting, "" if screen.sitting.is_watching else state_words(view, paper))
    cards = tuple(
        grow(
            choice(
                f"choose:{card}",
                NAMES[card],
                card_words(view, card, paper.id),
                chosen=screen.answer == card,
                disabled=refusal_words(view, card, paper),
                group="answers",
            )
        )
        for card in cards_of(view)
    )
    command = command_for(view, screen.answer, screen.reserved)
    reason = "" if command is not None else "Choose the term" if screen.answer == "reserve" else "Choose first"
    give = button("give", GIVE.get(screen.answer, "Go on"), primary=True, hint="Return", disabled=reason)
    lead: tuple[Widget, ...] = ()
    if words := fallen(view, paper):
        told = f"It has already fallen: {words} Your signature only shows where you stand."
        lead = (notice((Run(told),), "warn"),)
    if isinstance(view.room.interlude, Doubt):
        who = ", ".join(view.scene.face(seat).name for seat in view.room.interlude.raisers)
        lead = (
            *lead,
            small((Run(who, SEMIBOLD), Run(" raised a doubt about this text. Do you say so too?"))),
        )
    row = Row((*cards, sized(give, w=136)), gap=S8, align="stretch")
    return Column((*lead, row), gap=S8)
