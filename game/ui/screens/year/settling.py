"""Keep or break pledges, carry out or drop threats, before the year begins."""

from dataclasses import dataclass, field
from typing import ClassVar

from game.desk.dues import Due, dues, owed, settled
from game.rules.commands import Pass
from game.rules.vocabulary import Phase
from game.ui import (
    S8,
    S12,
    S16,
    SMALL,
    Column,
    Frame,
    Icon,
    Message,
    Row,
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
    panel,
    sized,
    small,
    spring,
    subtitle,
)
from game.ui.screens.year.page import beside_record, opened_words, page, to_the_debrief, waiting_foot
from game.ui.sitting import Sitting


@dataclass(slots=True)
class SettlingScreen:
    """Hold what is chosen for each pledge and threat until it is settled."""

    PHASES: ClassVar[frozenset[Phase]] = frozenset({Phase.SETTLING})
    sitting: Sitting
    chosen: dict[str, bool] = field(default_factory=dict)

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        due = dues(self.sitting.view) if self.sitting.is_my_move else ()
        rows: list[Widget] = [
            subtitle("Before the year begins" if not self.is_over else "What became of pledges and threats"),
            small(_said(self), Tone.SOFT),
        ]
        rows += [_due(one, self.chosen.get(one.key)) for one in due]
        if not self.sitting.is_watching:
            rows += _told(self, is_asked=bool(due))
        card = sized(Column(tuple(rows), gap=S12), w=min(820.0, size.w * 0.66))
        left = Scroll("dues", Row((spring(), card, spring()), gap=0, align="start"))
        body = beside_record(self.sitting, left, size)
        return page(self.sitting, body, _foot(self, due), remark=_when(self))

    @property
    def is_over(self) -> bool:
        """Say whether the year has gone by with nothing to carry, so that the debrief comes next."""
        return self.sitting.table.is_closed

    def on(self, message: Message) -> Transition:
        """Choose for one, or settle all."""
        match message.key.split(":"):
            case ["settle", key, answer]:
                self.chosen[key] = answer == "yes"
            case ["done"]:
                self._settle()
            case ["debrief"] if self.is_over:
                self.sitting.close_year()
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
        done = (Shortcut("Return", "Settle", "done"),) if self.sitting.is_my_move else ()
        if self.is_over:
            done = (Shortcut("Return", "To the debrief", "debrief"),)
        return (*done, *self.sitting.shortcuts())

    def _settle(self) -> None:
        due = dues(self.sitting.view)
        if not self.sitting.is_my_move or any(one.key not in self.chosen for one in due):
            return
        for one in due:
            if not self.sitting.submit((one.yes if self.chosen[one.key] else one.no)[2]):
                return
        self.chosen = {}
        if self.sitting.is_my_move:
            self.sitting.submit(Pass(self.sitting.seat))


def _said(screen: SettlingScreen) -> str:
    """Say what this page is about."""
    if screen.is_over:
        return "Nothing is in force and no lane was declared, so the year itself brought nothing more."
    if screen.sitting.is_watching:
        return "Each agency settles what it pledged and threatened; only the two it concerns hear of it."
    return "The meetings are over. What was pledged and threatened is now kept, or not."


def _when(screen: SettlingScreen) -> str:
    return "The year is over" if screen.is_over else "Before quarter 1"


def _told(screen: SettlingScreen, *, is_asked: bool) -> list[Widget]:
    """Tell what others owe me, and what became of what was settled so far."""
    view = screen.sitting.view
    parts: list[Widget] = []
    became = settled(view)
    owes = () if screen.is_over else owed(view)
    if not (is_asked or became or screen.is_over):
        parts.append(small("You have no pledge to keep and no threat to carry out."))
    for words, lines in (("What others owe you", owes), ("Settled between you and others", became)):
        if lines:
            parts.append(panel(words, Column(tuple(Text(line) for line in lines), gap=S8)))
    return parts


def _due(due: Due, answer: bool | None) -> Widget:
    """Ask about one pledge or threat."""
    icon = Icon("scale" if due.is_threat else "heart-handshake", 22, Tone.WARN if due.is_threat else Tone.ACCENT)
    cards = tuple(
        grow(
            choice(f"settle:{due.key}:{side}", words, body, chosen=answer is (side == "yes"), group=f"settle:{due.key}")
        )
        for side, (words, body, _) in (("yes", due.yes), ("no", due.no))
    )
    head = Row((icon, grow(Text(due.words))), gap=S12)
    return Frame(Column((head, Row(cards, gap=S8, align="stretch")), gap=S12), x=S16, y=S12)


def _foot(screen: SettlingScreen, due: tuple[Due, ...]) -> Widget:
    if screen.is_over:
        words = Text(opened_words(screen.sitting), size=SMALL, tone=Tone.SOFT)
        return Frame(Row((grow(words), to_the_debrief()), gap=S12), x=16, y=S8)
    if not screen.sitting.is_my_move:
        return waiting_foot(screen.sitting)
    left = sum(one.key not in screen.chosen for one in due)
    reason = f"Decide on {left} more" if left else ""
    done = button("done", "Settle" if due else "Go on", primary=True, hint="Return", disabled=reason)
    words = Text("What you do not keep, you break; what you do not carry out, you drop.", size=SMALL, tone=Tone.SOFT)
    return Frame(Row((grow(words), done), gap=S12), x=16, y=S8)
