"""Small pages that the tests of the kit share."""

from collections.abc import Callable
from dataclasses import dataclass, field

from game import ui


@dataclass(slots=True)
class Page:
    """Show whatever a test wants, and keep the messages."""

    make: Callable[["Page"], ui.Widget]
    keys: tuple[ui.Shortcut, ...] = ()
    leads: dict[str, ui.Transition] = field(default_factory=dict)
    got: list[ui.Message] = field(default_factory=list)
    text: str = ""
    built: int = 0
    next_tick: int | None = None
    ticks: list[int] = field(default_factory=list)

    def build(self, size: ui.Size) -> ui.Widget:
        self.built += 1
        return ui.Pad(self.make(self), 24)

    def on(self, message: ui.Message) -> ui.Transition:
        self.got.append(message)
        if message.kind is ui.Kind.CHANGED:
            self.text = str(message.value)
        return self.leads.get(message.key, ui.STAY)

    def shortcuts(self) -> tuple[ui.Shortcut, ...]:
        return self.keys

    def tick(self, now_ms: int) -> ui.Transition:
        self.ticks.append(now_ms)
        self.next_tick = None
        return ui.STAY

    @property
    def sent(self) -> list[str]:
        return [message.key for message in self.got]


def three(_: Page) -> ui.Widget:
    return ui.Column(tuple(ui.button(key, key.upper(), disabled="No" if key == "b" else "") for key in "abc"))


def rows(_: Page) -> ui.Widget:
    chips = (
        tuple(ui.chip(f"{r}{c}", f"option {c}", group="chips", chosen=r == c == 1) for c in range(3)) for r in range(3)
    )
    return ui.Column((ui.button("top", "Top"), *(ui.Row(row) for row in chips), ui.button("end", "End")))


def field_page(page: Page) -> ui.Widget:
    return ui.Column((ui.TextInput("name", page.text), ui.button("ok", "OK")))
