"""Be pressed: buttons, headings, choice cards, chips, tabs and links are one control in several skins."""

from dataclasses import dataclass
from enum import Enum

from game.ui.canvas import Canvas
from game.ui.layout import Across, Column, Row, grow
from game.ui.space import S4, S8, S12, Box, Size
from game.ui.text import Align, Run, Words, plain
from game.ui.theme import BODY, REGULAR, SEMIBOLD, SMALL, TINY, Tone
from game.ui.widget import IGNORED, Activate, Child, Cue, Message, Reply, Ruler, Setting, Sight, Widget
from game.ui.widgets.frame import Frame, key_cap
from game.ui.widgets.marks import Icon
from game.ui.widgets.words import Text

_DASH = 4.0


class Skin(Enum):
    """Name the looks of a pressable thing."""

    PRIMARY = "primary"
    QUIET = "quiet"
    HEADING = "heading"
    CARD = "card"
    CHIP = "chip"
    TAB = "tab"
    BARE = "bare"
    LINK = "link"
    ROW = "row"
    BAR = "bar"


@dataclass(frozen=True, slots=True)
class Press:
    """Send a message when activated; stays, fades and gives the reason when `disabled`.

    One that is `empty` can be looked into, but there is nothing in it to do now.
    """

    key: str
    child: Widget
    skin: Skin = Skin.QUIET
    disabled: str = ""
    group: str = ""
    chosen: bool = False
    tip: str = ""
    value: object = None
    sends: str = ""
    x: float = S12
    y: float = S8
    radius: float = 6
    least: float = 0
    words: str = ""
    empty: bool = False

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Add the padding; at least as high as `least`."""
        inner = ruler.size(self.child, max(0.0, width - 2 * self.x))
        return Size(inner.w + 2 * self.x, max(self.least, inner.h + 2 * self.y))

    def place(self, ruler: Ruler, box: Box) -> tuple[Child, ...]:
        """Centre the child vertically inside the padding."""
        inner = box.inset(self.x, 0)
        h = min(ruler.size(self.child, inner.w).h, box.h) if self.skin is not Skin.CARD else box.h - 2 * self.y
        return (Child(self.child, Box(inner.x, box.y + (box.h - h) / 2, inner.w, h)),)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw the ground for skin and state."""
        if self.skin is Skin.TAB:
            _draw_tab(canvas, box, sight, chosen=self.chosen)
            return
        if self.skin is Skin.LINK:
            canvas.rule(Box(box.x + self.x, box.bottom - 2, box.w - 2 * self.x, 2 if sight.hovered else 1), Tone.ACCENT)
            return
        fill, edge = self._ground(sight)
        if fill is not None and edge in (Tone.TRACK, Tone.LINE) and (self.disabled or self.empty):
            canvas.frame(box, fill=fill, radius=self.radius)
            _draw_dashed(canvas, box, self.radius)
        elif fill is not None:
            canvas.frame(box, fill=fill, edge=edge, radius=self.radius)
            if self.skin is Skin.CARD and self.chosen:
                canvas.stripe(box, Tone.ACCENT, self.radius, 4)

    def _ground(self, sight: Sight) -> tuple[Tone | None, Tone | None]:
        """Choose fill and border."""
        active = sight.hovered and not self.disabled
        if self.skin is Skin.ROW:
            fill = Tone.ACCENT_SOFT if self.chosen or active else None
            return fill, (Tone.ACCENT if self.chosen else None)
        if self.skin in (Skin.BARE, Skin.BAR):
            chosen = {Skin.BARE: Tone.ACCENT_SOFT, Skin.BAR: Tone.ACCENT}[self.skin]
            return (
                chosen if self.chosen else Tone.ACCENT_SOFT if active and self.skin is Skin.BARE and self.x else None
            ), None
        if self.disabled:
            return Tone.SUNK, Tone.TRACK
        if self.skin is Skin.PRIMARY or (self.skin is Skin.CHIP and self.chosen):
            return Tone.ACCENT, (Tone.INK if active else Tone.ACCENT)
        if self.chosen:
            return (Tone.INK, Tone.INK) if self.skin is Skin.HEADING else (Tone.ACCENT_SOFT, Tone.ACCENT)
        return (Tone.ACCENT_SOFT if sight.pressed else Tone.CARD), (Tone.ACCENT if active else Tone.LINE)

    def receive(self, cue: Cue, setting: Setting) -> Reply:
        """Send the message on activation; a disabled one swallows it."""
        if not isinstance(cue, Activate):
            return IGNORED
        return Reply(() if self.disabled else (Message(self.sends or self.key, self.value),))


def _draw_dashed(canvas: Canvas, box: Box, radius: float) -> None:
    """Outline in dashes what cannot be used: a sign that does not hang on colour."""
    for y in (box.y, box.bottom - 1):
        canvas.dashes(Box(box.x + radius, y, box.w - 2 * radius, 1), Tone.NEUTRAL, _DASH, _DASH)
    for x in (box.x, box.right - 1):
        canvas.dashes(Box(x, box.y + radius, 1, box.h - 2 * radius), Tone.NEUTRAL, _DASH, _DASH)


def _draw_tab(canvas: Canvas, box: Box, sight: Sight, *, chosen: bool) -> None:
    """Draw a tab: the chosen one stands on an accent line."""
    if chosen or sight.hovered:
        canvas.frame(box, fill=Tone.ACCENT_SOFT, radius=4)
        canvas.fill(Box(box.x, box.bottom - 4, box.w, 4), Tone.ACCENT_SOFT)
    if chosen:
        canvas.rule(Box(box.x, box.bottom - 2, box.w, 2), Tone.ACCENT)


def button(
    key: str,
    words: str,
    *,
    icon: str = "",
    primary: bool = False,
    disabled: str = "",
    hint: str = "",
    tip: str = "",
    value: object = None,
    align: Align = "center",
) -> Press:
    """Make a button; `hint` shows the key that does the same, `disabled` is the reason in one line."""
    tone = Tone.SOFT if disabled else Tone.ON_ACCENT if primary else Tone.INK
    parts: list[Widget] = [Icon(icon, 18, tone)] if icon else []
    parts.append(Text(words, size=BODY, weight=SEMIBOLD, tone=tone, leading=1.25))
    if hint and not disabled:
        parts.append(key_cap(hint, *((Tone.ON_ACCENT, Tone.ACCENT) if primary else (Tone.SOFT, Tone.CARD))))
    line: Widget = Row(tuple(parts), gap=S8)
    if disabled:
        line = Column(
            (line, Text(disabled, size=TINY, tone=Tone.SOFT, align=align, leading=1.25)), gap=2, align=_cross(align)
        )
    else:
        line = Column((line,), align=_cross(align))
    skin = Skin.PRIMARY if primary else Skin.QUIET
    return Press(key, line, skin, disabled, tip=tip, value=value, least=36, x=S12, y=6, words=words)


def _cross(align: Align) -> Across:
    """Translate the alignment of text into that of a column."""
    crosses: dict[Align, Across] = {"left": "start", "center": "center", "right": "end"}
    return crosses[align]


def heading_button(
    key: str,
    words: str,
    icon: str,
    hint: str = "",
    *,
    chosen: bool = False,
    disabled: str = "",
    tip: str = "",
    group: str = "headings",
) -> Press:
    """Make one of the headings along the foot of the table, with icon and key hint."""
    ink = Tone.CARD if chosen else Tone.SOFT if disabled else Tone.INK
    cap = key_cap(hint, *((Tone.CARD, Tone.INK) if chosen else (Tone.SOFT, Tone.SUNK if disabled else Tone.CARD)))
    parts: tuple[Widget, ...] = (
        Icon(icon, 20, ink),
        grow(Text(words, size=BODY, weight=SEMIBOLD, tone=ink, leading=1.25)),
    )
    return Press(
        key,
        Row((*parts, cap) if hint else parts, gap=S8),
        Skin.HEADING,
        disabled,
        group,
        chosen,
        disabled or tip,
        least=40,
        words=words,
    )


def choice(
    key: str,
    name: Words,
    body: Words = "",
    *,
    chosen: bool = False,
    disabled: str = "",
    group: str = "choices",
    tip: str = "",
    value: object = None,
    aside: Widget | None = None,
) -> Press:
    """Make a card to choose: name, what it does, and the reason instead when it cannot be chosen."""
    ink = Tone.SOFT if disabled else Tone.INK
    top: Widget = Text(name, size=BODY, weight=SEMIBOLD, tone=ink, leading=1.25)
    if aside is not None:
        top = Row((grow(top), aside))
    words = disabled or body
    rows = (top, Text(words, size=12, tone=Tone.SOFT, leading=1.35)) if words else (top,)
    return Press(key, Column(rows, gap=2), Skin.CARD, disabled, group, chosen, tip, value, y=S8 + 1, words=plain(name))


def chip(
    key: str,
    words: str,
    *,
    chosen: bool = False,
    disabled: str = "",
    group: str = "",
    tip: str = "",
    value: object = None,
) -> Press:
    """Make a small option, as those on an issue."""
    tone = Tone.ON_ACCENT if chosen and not disabled else Tone.SOFT
    child = Text(words, size=12, weight=SEMIBOLD if chosen else REGULAR, tone=tone, leading=1.25)
    return Press(
        key, child, Skin.CHIP, disabled, group, chosen, disabled or tip, value, x=7, y=3, radius=5, words=words
    )


def chip_label(words: str, *, chosen: bool = False) -> Widget:
    """Show an option that cannot be pressed here."""
    tone = Tone.ON_ACCENT if chosen else Tone.SOFT
    child = Text(words, size=12, weight=SEMIBOLD if chosen else REGULAR, tone=tone, leading=1.25)
    fill, edge = (Tone.ACCENT, Tone.ACCENT) if chosen else (Tone.CARD, Tone.LINE)
    return Frame(child, fill=fill, edge=edge, x=7, y=3, radius=5)


def tabs(key: str, options: tuple[tuple[str, Words], ...], chosen: str) -> Row:
    """Make a row of tabs; each is reached as `key:option` and sends `key` with the option as value."""
    return Row(
        tuple(
            Press(
                f"{key}:{option}",
                Text(words, size=SMALL, tone=Tone.INK if option == chosen else Tone.SOFT, leading=1.25),
                Skin.TAB,
                group=key,
                chosen=option == chosen,
                value=option,
                sends=key,
                x=14,
                y=S8 + 1,
                words=plain(words),
            )
            for option, words in options
        ),
        gap=S4,
    )


def link(key: str, words: str, *, tip: str = "", value: object = None) -> Press:
    """Make a link inside a line of text."""
    return Press(
        key,
        Text((Run(words),), size=SMALL, tone=Tone.ACCENT),
        Skin.LINK,
        tip=tip,
        value=value,
        x=2,
        y=0,
        radius=4,
        words=words,
    )


def icon_button(key: str, icon: str, name: str, *, disabled: str = "", on_bar: bool = False, hint: str = "") -> Press:
    """Make a button of one icon; its name is the tooltip."""
    tone = (Tone.ON_BAR_SOFT if on_bar else Tone.SOFT) if disabled else Tone.ON_BAR if on_bar else Tone.INK
    tip = f"{name} ({hint})" if hint else name
    skin = Skin.BAR if on_bar else Skin.BARE
    return Press(key, Icon(icon, 20, tone), skin, disabled, tip=disabled or tip, x=6, y=6, words=name)
