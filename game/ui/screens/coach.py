"""The coach's drawer: a question, and on request two nearer ones, above the screen from which it was asked."""

from dataclasses import dataclass

from game.opponents.coach import LEVELS
from game.ui.layout import Column, Flow, Layers, Row, Rule, grow
from game.ui.screen import ESCAPE, STAY, Pop, Screen, Shortcut, Stay, Transition
from game.ui.screens.table.drawers import CLOSE, drawer
from game.ui.sitting import Sitting
from game.ui.space import S8, S16, Size
from game.ui.text import Run
from game.ui.theme import LARGE, SEMIBOLD, Tone
from game.ui.widget import Message, Widget
from game.ui.widgets.marks import Icon
from game.ui.widgets.press import button
from game.ui.widgets.words import Text, note, small, subtitle

NEARER, ANOTHER = "coach:nearer", "coach:another"
WIDE = 540.0
ABOUT = (
    "What a good facilitator might ask you now. The coach sees what you see and nothing else; what it says of others "
    "is guessed."
)


@dataclass(slots=True)
class CoachScreen:
    """Show the coach above another screen of the game."""

    under: Screen
    sitting: Sitting

    def __post_init__(self) -> None:
        """Ask the coach."""
        self.sitting.coaching.ask(self.sitting.view)

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        body = Column((small(ABOUT, Tone.SOFT), Rule(), *self._hint()), gap=S16)
        return Layers((self.under.build(size), drawer(size, subtitle("Coach"), body, w=WIDE)))

    def _hint(self) -> tuple[Widget, ...]:
        """Show what was said of the hint, and how to hear more."""
        coaching = self.sitting.coaching
        if coaching.hint is None:
            return (small("There is nothing to ask just now."),)
        first, *nearer = coaching.words
        parts: list[Widget] = [Text((Run(first),), size=LARGE, weight=SEMIBOLD, leading=1.35)]
        parts += [Text((Run(words),), leading=1.45) for words in nearer]
        if coaching.level == LEVELS:
            finding = note((Run("What it is about: ", tone=Tone.SOFT), Run(coaching.hint.finding, tone=Tone.ACCENT)))
            parts.append(Row((Icon("bulb", 16, Tone.ACCENT), grow(finding)), gap=S8))
        is_nearest = "It cannot be put more nearly" if coaching.level == LEVELS else ""
        has_more = coaching.has_another(self.sitting.view)
        buttons = Flow(
            (
                button(NEARER, "More concrete", primary=True, hint="H", disabled=is_nearest),
                button(ANOTHER, "Something else", hint="N", disabled="" if has_more else "There is nothing else now"),
            ),
            gap=S8,
            line_gap=S8,
        )
        return (*parts, note(f"Step {coaching.level} of {LEVELS}, from general to concrete"), buttons)

    def on(self, message: Message) -> Transition:
        """Say more, something else, or be quiet."""
        match message.key:
            case "coach:nearer":
                self.sitting.coaching.nearer()
                return Stay(NEARER if self.sitting.coaching.level < LEVELS else CLOSE)
            case "coach:another" if self.sitting.coaching.has_another(self.sitting.view):
                self.sitting.coaching.another(self.sitting.view)
                return Stay(NEARER)
            case key if key in (CLOSE, ESCAPE):
                return Pop()
        return STAY

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys of the coach."""
        return (Shortcut("H", "More concrete", NEARER), Shortcut("N", "Something else", ANOTHER))
