"""Draw the game in a window and take the player's input: a page for those who write screens.

A **screen** describes its page from what it knows and answers messages. It never draws, never sees events, never
changes the game while building. Everything is in logical pixels; the smallest page is 1280×720 and `size` may be
larger.

    from game import ui

    @dataclass(slots=True)                        # mutable local state is fine; the game's view comes from outside
    class Greeting:
        name: str = ""

        def build(self, size: ui.Size) -> ui.Widget:
            return ui.Column((
                ui.top_bar((ui.Text("Greeting", weight=600, tone=ui.Tone.ON_BAR),)),
                ui.grow(ui.Pad(ui.panel("Who are you?", ui.Column((
                    ui.TextInput("name", self.name, hint="Your name"),
                    ui.Row((ui.spring(), ui.button("go", "Go", primary=True, hint="Return",
                                                   disabled="" if self.name else "Say your name first"))),
                )))))
            ), gap=0)

        def on(self, message: ui.Message) -> ui.Transition:
            match message:
                case ui.Message("name", value, ui.Kind.CHANGED):
                    self.name = str(value)
                case ui.Message("go") | ui.Message("name", kind=ui.Kind.SUBMITTED) if self.name:
                    return ui.Replace(Table(self.name))
                case ui.Message("escape"):
                    return ui.Pop()
            return ui.STAY

        def shortcuts(self) -> tuple[ui.Shortcut, ...]:      # optional; F1 lists them
            return (ui.Shortcut("Return", "Go", "go"),)

Optional: `next_tick` (property, clock ms or None) with `tick(now_ms) -> Transition` for timed things; a thread calls
`ui.wake()` to get a tick at once. Start with `ui.App(screen, ui.Preferences()).run()`.

**Transitions**: `STAY` / `Stay(focus=key)`, `Push(screen)`, `Pop(result)` (the screen below gets `Message("returned",
result)`), `Replace(screen)`, `Apply(settings)`, `Quit()`. Esc that nobody used is `Message("escape")`. A shortcut
sends its message only if no text field took the key; Return on an already chosen member of a group falls through to a
`Return` shortcut, so that heading, choice and Return work one after the other.

**Layout**: `Row`, `Column` (children side by side / below each other), `grow(child, share)`, `sized(child, w, h,
align)`, `spring()`, `Space`, `Flow` (wraps), `Grid(columns, rows)` with a number, `Share(n)` or `FIT` for each
column, `Pad`, `Middle`, `Layers`, `Rule`, `Scroll(key, child, from_end=…)`, `Roomy` (the first of several children
that is not too high). In a row, what does not grow takes its natural width in order, so give the part that may wrap
`grow`.

**Words**: `Text(words, size, weight, tone, align, leading, max_lines, tabular)`; `**bold**` inside, or a tuple of
`Run(text, weight, tone)`; with `max_lines` the full text comes as a tooltip. Short forms: `title subtitle heading name
small note figure`; `Either` (the first wording that stands on one line). Names typed by people go in as
`(Run(name),)`, so that asterisks stay asterisks.

**Controls** (all take `key`, most `disabled="reason"` and `tip`): `button`, `heading_button`, `choice`, `chip`,
`tabs`, `link`, `icon_button`, `toggle`, `radio`, `Slider`, `Stepper`, `TextInput`, and `Press(key, any_widget, skin)`
for your own, such as a seat in a list (`Skin.ROW`). `chosen=True` marks the chosen one; equal `group=` makes arrows
move among them and Tab stop once. `tabs` and `radio` send their own key with the option as value; each option is
reached as `key:option`. Keys are unique on a page and stable from build to build. `field` puts a label on a control.

**Ground and signs**: `panel`, `Frame`, `top_bar`, `badge`, `notice`, `key_cap`, `Tip`; `AgencyTile`, `stance_mark`,
`Meter`, `Position`, `LevelTile`, `RootBars`, `GapLine`, `Dot`, `Icon`. An agency of a case is always shown by `tile` of
`game.ui.tiles`, which gives two of one community a letter each. `dialog(...)` or `Modal` go last in
`Layers((page, dialog))`; Esc in one sends `Message(key, kind=Kind.CANCELLED)`.

**Own widgets**: a frozen slotted dataclass on `Leaf` (or `Holder`) with `measure`, `place`, `draw`; see
`widgets/marks.py`.

**Test** with no window at all: `screen.on(Message(...))`, `overflows(screen.build(size), size) == []` for every size
and both fonts (`whole=("seats",)` names scroll panels that must show all they have; `tests/ui/test_shipped.py` looks
at every shipped case). Or with the real loop on SDL's dummy driver (`tests/ui/conftest.py` sets it):

    driver = Driver(Greeting(), size=(1280, 720))            # from game.ui.driver
    driver.press("Tab"); driver.type("Ada"); driver.press("Return")
    assert driver.sees("Ada"); driver.click("go"); driver.shot(tmp_path / "greeting.png")

What is scrolled away cannot be clicked, as in life: `driver.reveal(key)` first. `driver.pass_time(ms)` moves the clock.

**Speed**: a page of 450 widgets is laid out and drawn in about 15 ms. For a list of hundreds of rows make each row once
(`functools.lru_cache` on the function that makes it from frozen values): what is the same object is not measured again.
"""

from game.ui.app import App, wake
from game.ui.canvas import Canvas
from game.ui.layout import (
    FIT,
    Column,
    Flow,
    Grid,
    Layers,
    Middle,
    Pad,
    Roomy,
    Row,
    Rule,
    Share,
    Sized,
    Space,
    grow,
    sized,
    spring,
)
from game.ui.look import Look
from game.ui.overflow import overflows
from game.ui.screen import (
    ESCAPE,
    RETURNED,
    STAY,
    Apply,
    Keyed,
    Pop,
    Push,
    Quit,
    Replace,
    Screen,
    Shortcut,
    Stay,
    Timed,
    Transition,
)
from game.ui.settings import Preferences, Settings
from game.ui.space import S4, S8, S12, S16, S24, Box, Size
from game.ui.text import Run, Style, Words
from game.ui.theme import BODY, BOLD, HUGE, LARGE, REGULAR, SEMIBOLD, SMALL, TINY, Community, Tone
from game.ui.widget import Holder, Kind, Leaf, Message, Widget
from game.ui.widgets.entry import TextInput
from game.ui.widgets.frame import Frame, badge, key_cap, notice, panel, top_bar
from game.ui.widgets.marks import (
    STANCES,
    AgencyTile,
    Dot,
    GapLine,
    Icon,
    LevelTile,
    Meter,
    Position,
    RootBars,
    stance_mark,
)
from game.ui.widgets.modal import Modal, dialog
from game.ui.widgets.press import (
    Press,
    Skin,
    button,
    chip,
    chip_label,
    choice,
    heading_button,
    icon_button,
    link,
    tabs,
)
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.switches import Slider, Stepper, field, radio, toggle
from game.ui.widgets.words import Either, Text, Tip, figure, heading, name, note, small, subtitle, title
from game.ui.window import NoDisplay

__all__ = [
    "BODY",
    "BOLD",
    "ESCAPE",
    "FIT",
    "HUGE",
    "LARGE",
    "REGULAR",
    "RETURNED",
    "S4",
    "S8",
    "S12",
    "S16",
    "S24",
    "SEMIBOLD",
    "SMALL",
    "STANCES",
    "STAY",
    "TINY",
    "AgencyTile",
    "App",
    "Apply",
    "Box",
    "Canvas",
    "Column",
    "Community",
    "Dot",
    "Either",
    "Flow",
    "Frame",
    "GapLine",
    "Grid",
    "Holder",
    "Icon",
    "Keyed",
    "Kind",
    "Layers",
    "Leaf",
    "LevelTile",
    "Look",
    "Message",
    "Meter",
    "Middle",
    "Modal",
    "NoDisplay",
    "Pad",
    "Pop",
    "Position",
    "Preferences",
    "Press",
    "Push",
    "Quit",
    "Replace",
    "Roomy",
    "RootBars",
    "Row",
    "Rule",
    "Run",
    "Screen",
    "Scroll",
    "Settings",
    "Share",
    "Shortcut",
    "Size",
    "Sized",
    "Skin",
    "Slider",
    "Space",
    "Stay",
    "Stepper",
    "Style",
    "Text",
    "TextInput",
    "Timed",
    "Tip",
    "Tone",
    "Transition",
    "Widget",
    "Words",
    "badge",
    "button",
    "chip",
    "chip_label",
    "choice",
    "dialog",
    "field",
    "figure",
    "grow",
    "heading",
    "heading_button",
    "icon_button",
    "key_cap",
    "link",
    "name",
    "note",
    "notice",
    "overflows",
    "panel",
    "radio",
    "sized",
    "small",
    "spring",
    "stance_mark",
    "subtitle",
    "tabs",
    "title",
    "toggle",
    "top_bar",
    "wake",
]
