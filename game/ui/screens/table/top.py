"""The dark bar across the top: what game, where it stands, what I have left, what the meeting is for."""

from game.desk.left import left
from game.desk.words import FORUMS, PHASES, PURPOSES_MEAN, RULES, RULES_MEAN, purpose
from game.rules.view import View
from game.ui.layout import Row, grow, sized
from game.ui.space import S4, S8, S16
from game.ui.theme import BODY, SEMIBOLD, SMALL, Tone
from game.ui.widget import Widget
from game.ui.widgets.frame import Frame, key_cap
from game.ui.widgets.marks import Dot
from game.ui.widgets.press import icon_button
from game.ui.widgets.words import Text, Tip


def top(view: View, *, is_watching: bool = False, has_coach: bool = False, of_class: tuple[Widget, ...] = ()) -> Widget:
    """Draw the bar; what belongs to a class takes the place of the game's name."""
    room, forum, scene = view.room, view.room.forum, view.scene
    have = left(view)
    phase = Frame(
        Text(PHASES[room.phase], weight=SEMIBOLD, tone=Tone.ON_ACCENT, leading=1.2),
        fill=Tone.ACCENT, edge=None, x=10, y=S4, radius=4,
    )  # fmt: skip
    brand = Text("False Coherence", weight=SEMIBOLD, tone=Tone.ON_BAR, leading=1.25)
    begin: tuple[Widget, ...] = (
        *(() if of_class else (brand,)),
        grow(Text(scene.title, size=BODY, weight=SEMIBOLD, tone=Tone.ON_BAR, leading=1.25, max_lines=1)),
        _soft(f"Round {max(1, room.round)} of {scene.rounds}"),
        phase,
    )
    if not is_watching:
        begin = (
            *begin,
            Tip(_dots("Floor", have.floor, have.floors), have.floor_words),
            Tip(_dots("Time", have.time, have.times), have.time_words),
        )
    rule = f"{FORUMS[forum.kind]}. {RULES[forum.rule]}: {RULES_MEAN[forum.rule]}"
    declared = Tip(_soft(f"Purpose: {purpose(view)}"), f"{PURPOSES_MEAN[forum.purpose]} {rule}")
    tools = _tools(is_watching=is_watching, before=(*of_class[-1:], *((coach_button(),) if has_coach else ())))
    row = Row((*begin, declared, *of_class[:-1], tools), gap=S16)
    return sized(Frame(row, fill=Tone.BAR, edge=None, x=S16, y=S8, radius=0), h=48)


def _tools(*, is_watching: bool, before: tuple[Widget, ...]) -> Widget:
    """Offer what can always be done."""
    mine: tuple[Widget, ...] = (
        icon_button("message", "message", "Write a message", on_bar=True, hint="M"),
        icon_button("role", "user", "My role", on_bar=True, hint="R"),
    )
    if is_watching:
        mine = (Text("Watching", weight=SEMIBOLD, tone=Tone.ON_BAR, leading=1.25),)
    menu = icon_button("menu", "settings", "Menu", on_bar=True, hint="Esc")
    keys = Tip(key_cap("F1", Tone.ON_BAR_SOFT, Tone.BAR), "F1 lists all keys.")
    return Row((*before, *mine, menu, keys), gap=S4)


def coach_button() -> Widget:
    """Make the quiet button that asks the coach."""
    return icon_button("coach", "school", "Coach: what to think about now", on_bar=True, hint="H")


def _dots(words: str, full: int, of: int) -> Widget:
    dots = tuple(Dot(place < full, 10, Tone.ON_BAR, Tone.BAR) for place in range(max(full, of)))
    return Row((_soft(words), *dots), gap=5)


def _soft(words: str) -> Text:
    return Text(words, size=SMALL, tone=Tone.ON_BAR_SOFT, leading=1.25)
