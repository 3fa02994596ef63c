"""The stances: one choice for each open text, with what it is worth beside it."""

from collections.abc import Mapping

from game.desk.balance import Balance, balance_of
from game.desk.stances import STANCES_MEAN, to_stance
from game.desk.words import MARKS, MY_STANCES, course, points, text_name
from game.rules.ids import TextId
from game.rules.view import View
from game.rules.vocabulary import Stance
from game.ui.layout import Column, Row, grow, sized
from game.ui.space import S8, S12
from game.ui.text import Run
from game.ui.theme import REGULAR, SEMIBOLD, SMALL, Tone
from game.ui.widget import Widget
from game.ui.widgets.frame import Frame
from game.ui.widgets.marks import STANCES, Icon
from game.ui.widgets.press import Press, Skin
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.words import Text, note


def stances_panel(view: View, chosen: Mapping[TextId, Stance], most: float) -> Widget:
    """Draw one line for each text, scrolling where they are higher than `most`."""
    texts = to_stance(view)
    lines = Column(tuple(_line(view, text, chosen.get(text)) for text in texts), gap=S8)
    body: Widget = lines if len(texts) * 43 <= most else Scroll("stances", lines, h=most)
    return Frame(body, x=S12, y=S8 + 2)


def _line(view: View, text: TextId, chosen: Stance | None) -> Widget:
    found = balance_of(view, text)
    title = Text(
        (Run(text_name(view.room, text), SEMIBOLD), Run(f"  {course(view.room, text).value}", tone=Tone.ACCENT)),
        size=SMALL,
        leading=1.25,
    )
    left = Column((title, note(_worth(found), Tone.BAD if found.crossed else Tone.SOFT)), gap=1)
    buttons = tuple(grow(_stance(text, stance, is_chosen=stance is chosen)) for stance in Stance)
    return Row((sized(left, w=196), grow(Row(buttons, gap=6))), gap=S12)


def _worth(found: Balance) -> str:
    worth = f"worth {points(found.worth)}, not signing {points(found.reservation)}"
    return f"{worth}; red line crossed" if found.crossed else worth


def _stance(text: TextId, stance: Stance, *, is_chosen: bool) -> Press:
    icon, _, tone = STANCES[MARKS[stance]]
    ink = Tone.ON_ACCENT if is_chosen else Tone.INK
    label = Text(MY_STANCES[stance], size=12.5, weight=SEMIBOLD if is_chosen else REGULAR, tone=ink, leading=1.2)
    return Press(
        f"stance:{text}:{stance}", Row((Icon(icon, 17, ink if is_chosen else tone), grow(label)), gap=6), Skin.CHIP,
        group=f"stance:{text}", chosen=is_chosen, tip=STANCES_MEAN[stance], value=(text, stance), sends="stance",
        x=9, y=6, least=34, words=MY_STANCES[stance],
    )  # fmt: skip
