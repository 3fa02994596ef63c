"""The foot of the table: the eight headings, what can be done under the open one, its composer, one primary button."""

from dataclasses import replace

from game.desk.actions import Card, HeadingRow
from game.desk.slots import Ask, Pick
from game.rules.vocabulary import Heading
from game.ui.layout import Column, Flow, Layers, Row, Space, grow, sized, spring
from game.ui.space import S4, S8, S12, S24, Size
from game.ui.theme import REGULAR, SEMIBOLD, SMALL, TINY, Tone
from game.ui.widget import Widget
from game.ui.widgets.frame import Frame
from game.ui.widgets.marks import AgencyTile, Icon
from game.ui.widgets.press import Press, Skin, button, choice, heading_button
from game.ui.widgets.switches import Stepper
from game.ui.widgets.words import Text, note

PRIMARY_WIDTH = 192.0


def heading_bar(rows: tuple[tuple[HeadingRow, bool], ...], chosen: Heading) -> Widget:
    """Draw the eight headings with their keys; one with nothing to do now is still there to look into."""
    return Row(
        tuple(grow(_heading(row, is_alive=is_alive, is_chosen=row.heading is chosen)) for row, is_alive in rows),
        gap=S8,
    )


def _heading(row: HeadingRow, *, is_alive: bool, is_chosen: bool) -> Widget:
    tip = row.tip if is_alive else f"{row.tip} Nothing of it can be done now."
    made = heading_button(f"head:{row.heading}", row.name, row.icon, row.key, chosen=is_chosen, tip=tip)
    child = made.child if is_alive or is_chosen else _faded(row)
    return replace(made, child=child, value=row.heading, sends="head", x=10, empty=not is_alive)


def _faded(row: HeadingRow) -> Widget:
    words = Text(row.name, size=14, weight=SEMIBOLD, tone=Tone.SOFT, leading=1.25)
    cap = Frame(sized(note(row.key), w=7), fill=Tone.SUNK, edge=Tone.SOFT, x=5, y=1, radius=4)
    return Row((Icon(row.icon, 20, Tone.SOFT), grow(words), cap), gap=S8)


def card_row(cards: tuple[Card, ...], chosen: str) -> Widget:
    """Draw what stands under the open heading."""
    return Row(tuple(grow(_card(card, is_chosen=card.kind == chosen)) for card in cards), align="stretch")


def _card(card: Card, *, is_chosen: bool) -> Press:
    made = choice(
        f"card:{card.kind}",
        card.name,
        card.does,
        chosen=is_chosen,
        disabled=card.refusal,
        group="cards",
        value=card.kind,
        aside=None if card.refusal else note(card.cost),
    )
    return replace(made, sends="card", y=6)


def composer(asks: tuple[Ask, ...], warning: str) -> Widget | None:
    """Draw what the chosen command still has to be told, in as few lines as it takes, and what to beware of."""
    parts: list[Widget] = [_question(ask) for ask in asks]
    if warning:
        parts.append(Row((Icon("alert-triangle", 16, Tone.WARN), grow(note(warning, Tone.WARN))), gap=S8))
    if not parts:
        return None
    return Frame(Flow(tuple(parts), gap=S24, line_gap=6), x=S12, y=5)


def _question(ask: Ask) -> Widget:
    asked = Text(ask.slot.asks, size=SMALL, weight=SEMIBOLD, leading=1.25)
    if ask.slot.mode == "number":
        answer: Widget = Row((Stepper("amount", ask.number, ask.least, ask.most), note(f"of {ask.most} left")), gap=S12)
    else:
        answer = Flow(tuple(_pick(ask, pick) for pick in ask.picks), gap=6, line_gap=5)
    return Row((asked, answer), gap=S12)


def _pick(ask: Ask, pick: Pick) -> Press:
    """Draw one possible answer, with its tile if it is an agency."""
    tone = Tone.ON_ACCENT if pick.is_chosen else Tone.INK
    words: Widget = Text(
        pick.label.words, size=12.5, weight=SEMIBOLD if pick.is_chosen else REGULAR, tone=tone, leading=1.25
    )
    if pick.label.community:
        words = Row((AgencyTile(pick.label.community, 16, pick.label.letter), words), gap=6)
    return Press(
        pick_key(ask.slot.field, pick), words, Skin.CHIP, group=f"pick:{ask.slot.field}", chosen=pick.is_chosen,
        tip=pick.label.tip, value=(ask.slot.field, pick.value), sends="pick", x=8, y=4, radius=5,
        words=pick.label.words,
    )  # fmt: skip


def pick_key(field: str, pick: Pick) -> str:
    """Name the control of an answer."""
    return f"pick:{field}:{pick.token}"


def action_panel(left: tuple[Widget, ...], buttons: tuple[Widget, ...], least: float = 0) -> Widget:
    """Put what can be done beside the buttons that do it; they stand at its foot, so that they stay where they are."""
    first, *others = buttons
    right = Column((spring(), sized(first, h=64), *others), gap=6)
    panel = Row((grow(Column(left, gap=6)), sized(right, w=PRIMARY_WIDTH)), align="stretch")
    return Layers((Space(h=least), panel))


def foot_height(size: Size) -> float:
    """Give the height that what can be done takes under nearly every heading, so that nothing moves between them.

    Cards of two lines above two lines of questions; one where the page is wide.
    """
    return 107 if size.w >= 1500 else 136


def primary(words: str, *, disabled: str = "") -> Widget:
    """Draw the one primary button."""
    return button("do", words, primary=True, hint="Return", disabled=disabled)


def passing(words: str) -> Widget:
    """Draw the button that ends my part of a phase."""
    return button("pass", words, hint="0")


def question_bar(icon: str, title: str, body: str, buttons: tuple[Widget, ...]) -> Widget:
    """Ask a clear question with its answers beside it."""
    words = Column(
        (Text(title, weight=SEMIBOLD, leading=1.3), Text(body, size=SMALL, tone=Tone.SOFT, leading=1.4)), gap=2
    )
    row = Row((Icon(icon, 28, Tone.ACCENT), grow(words), *buttons), gap=S12 + S4)
    return Frame(row, edge=Tone.ACCENT, x=S12 + S4, y=S12, stripe=Tone.ACCENT)


def waiting_bar(words: str, body: str, buttons: tuple[Widget, ...]) -> Widget:
    """Say who is awaited and what for."""
    told: tuple[Widget, ...] = (Text(words, weight=SEMIBOLD, leading=1.3),)
    if body:
        told = (*told, Text(body, size=TINY, tone=Tone.SOFT, leading=1.3))
    return Frame(Row((Icon("hourglass", 22, Tone.SOFT), grow(Column(told, gap=2)), *buttons), gap=S12), y=S12)
