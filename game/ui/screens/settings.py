"""Let the player choose how the game looks and how fast it goes."""

from dataclasses import dataclass, replace
from typing import Any

from game.ui.layout import Column, Grid, Middle, Pad, Row, Share, grow
from game.ui.screen import ESCAPE, STAY, Apply, Pop, Shortcut, Transition
from game.ui.screens.masthead import masthead
from game.ui.settings import LEAST_SCALE, MOST_SCALE, PACES, SCALE_STEP, Preferences, Settings
from game.ui.space import S8, S12, S16, S24, Size
from game.ui.theme import Tone
from game.ui.widget import Message, Widget
from game.ui.widgets.frame import Frame, notice, panel
from game.ui.widgets.marks import AgencyTile, Meter, stance_mark
from game.ui.widgets.press import button, chip_label
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.switches import Slider, field, radio, toggle
from game.ui.widgets.words import name, note, small

_THEMES = (("light", "Paper"), ("dark", "Dark"), ("contrast", "High contrast"))
_FONTS = (("inter", "Inter"), ("readable", "Atkinson Hyperlegible, easier to tell letters apart"))
_PACES = tuple((pace, pace.capitalize()) for pace in PACES)


@dataclass(frozen=True, slots=True)
class SettingsScreen:
    """Show the settings; every change is in force and saved at once."""

    preferences: Preferences

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        settings = self.preferences.settings
        bar = masthead("Settings")
        left = Column((_looks(settings), _pace(settings)), gap=S12)
        right = Column((_example(), _window(settings)), gap=S12)
        columns = Grid((Share(3), Share(2)), ((left, right),), gap=S12, align="start")
        told = self.preferences.notice
        parts: tuple[Widget, ...] = (notice(told, "warn"), columns) if told else (columns,)
        page = Scroll("page", Middle(Column(parts, gap=S12), min(1100.0, size.w - 2 * S24)))
        back = Pad(Row((button("back", "Back", icon="arrow-left", hint="Esc"),)), S16, S12)
        return Column((bar, grow(Pad(page, 7)), back), gap=0)

    def on(self, message: Message) -> Transition:
        """Put a change in force, or go back."""
        settings, value = self.preferences.settings, message.value
        match message.key:
            case "theme" | "font" | "pace" | "tips" | "coach" | "fullscreen" | "reduce_motion":
                return Apply(_changed(settings, message.key, value))
            case "scale" if isinstance(value, float):
                return Apply(settings.scaled(LEAST_SCALE + value * (MOST_SCALE - LEAST_SCALE) - settings.scale))
            case "tips again":
                return Apply(replace(settings, tips=True, seen_tips=()))
            case "usual":
                return Apply(Settings())
            case "back" | "escape":
                return Pop()
        return STAY

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys of this screen."""
        return (Shortcut("Escape", "Back", ESCAPE),)


def _changed(settings: Settings, name: str, value: object) -> Settings:
    """Change one setting; the controls offer only values that are allowed."""
    change: dict[str, Any] = {name: value}
    return replace(settings, **change)


def _looks(settings: Settings) -> Widget:
    """Choose theme, font and size."""
    share = (settings.scale - LEAST_SCALE) / (MOST_SCALE - LEAST_SCALE)
    size = Slider("scale", share, step=SCALE_STEP / (MOST_SCALE - LEAST_SCALE))
    remark = "The window grows with it where the desktop has room. Ctrl + and Ctrl − do the same anywhere."
    rows = (
        field("Colours", radio("theme", _THEMES, settings.theme, across=True)),
        field("Type", radio("font", _FONTS, settings.font)),
        field("Size", size, remark, f"{settings.scale:.0%}"),
    )
    return panel("Look", Column(rows, gap=S16))


def _pace(settings: Settings) -> Widget:
    """Choose how fast computer seats play, and what is explained."""
    pace = field("Turns of computer seats", radio("pace", _PACES, settings.pace, across=True))
    tips = toggle("tips", "Tips", on=settings.tips, note="Short explanations when something happens first.")
    again = button("tips again", "Show all tips again", disabled="" if settings.seen_tips else "None was put away yet")
    coach = toggle("coach", "Coach", on=settings.coach, note="Alone, H asks what to think about now.")
    return panel("Pace", Column((pace, tips, Row((again,)), coach), gap=S12))


def _window(settings: Settings) -> Widget:
    """Choose what concerns the window."""
    full = toggle("fullscreen", "Full screen", on=settings.fullscreen, note="F11 does the same.")
    calm = toggle("reduce_motion", "Less motion", on=settings.reduce_motion, note="Nothing slides; things just change.")
    return panel("Window", Column((full, calm, Row((button("usual", "Back to the usual settings"),))), gap=S8))


def _example() -> Widget:
    """Show what the choices look like."""
    seat = Row(
        (AgencyTile("humanitarian"), grow(Column((name("Relief agency"), note("humanitarian"), Meter(0.6)), gap=3)))
    )
    row = Row((grow(seat), stance_mark("with reservations", beside=True)), gap=S12)
    record = small("**Relief agency** met with you: “Our trucks were stopped twice behind a convoy.”")
    chips = Row((chip_label("None"), chip_label("Through the UN only", chosen=True)), gap=4)
    return panel("How it looks", Frame(Column((row, record, chips), gap=S12), fill=Tone.PAPER))
