"""Keep or break pledges, carry out or drop threats, before the year begins."""

from dataclasses import dataclass, field
from typing import ClassVar

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
from game.ui.screens.year.dues import Due, dues, owed
from game.ui.screens.year.page import page, record_panel, waiting_foot
from game.ui.sitting import Sitting


@dataclass(slots=True)
class SettlingScreen:
    """Hold what is chosen for each pledge and threat until it is settled."""

    PHASES: ClassVar[frozenset[Phase]] = frozenset({Phase.SETTLING})
    sitting: Sitting
    chosen: dict[str, bool] = field(default_factory=dict)

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        view = self.sitting.view
        due = dues(view) if self.sitting.is_my_move else ()
        rows: list[Widget] = [
            subtitle("Before the year begins"),
            small("The meetings are over. What was pledged and threatened is now kept, or not.", Tone.SOFT),
        ]
        rows += [_due(one, self.chosen.get(one.key)) for one in due]
        is_watching = self.sitting.is_watching
        if is_watching:
            rows.append(
                small("Each agency settles what it pledged and threatened; only the two it concerns hear of it.")
            )
        elif not due:
            rows.append(small("You have no pledge to keep and no threat to carry out."))
        if not is_watching and (lines := owed(view)):
            rows.append(panel("What others owe you", Column(tuple(small(line) for line in lines), gap=S8)))
        card = sized(Column(tuple(rows), gap=S12), w=min(820.0, size.w * 0.66))
        left = Scroll("dues", Row((spring(), card, spring()), gap=0, align="start"))
        wide = min(400.0, max(300.0, size.w * 0.25))
        body = Row((grow(left), sized(record_panel(self.sitting), w=wide)), gap=S12, align="stretch")
        return page(self.sitting, body, _foot(self, due))

    def on(self, message: Message) -> Transition:
        """Choose for one, or settle all."""
        match message.key.split(":"):
            case ["settle", key, answer]:
                self.chosen[key] = answer == "yes"
            case ["done"]:
                self._settle()
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
    if not screen.sitting.is_my_move:
        return waiting_foot(screen.sitting)
    left = sum(one.key not in screen.chosen for one in due)
    reason = f"Decide on {left} more" if left else ""
    done = button("done", "Settle" if due else "Go on", primary=True, hint="Return", disabled=reason)
    words = Text("What you do not keep, you break; what you do not carry out, you drop.", size=SMALL, tone=Tone.SOFT)
    return Frame(Row((grow(words), done), gap=S12), x=16, y=S8)
