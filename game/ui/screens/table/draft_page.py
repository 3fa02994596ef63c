"""The composer of texts, as a page of its own: parties left, issues in the middle, what it comes to on the right."""

from dataclasses import replace

from game.desk.balance import Balance
from game.desk.drafting import (
    BEST,
    BLANK,
    Draft,
    DraftRow,
    carrying,
    draft_balance,
    draft_rows,
    networks_at_hand,
    refusal_of,
)
from game.desk.paper import OptionChip
from game.desk.words import began, points
from game.desk.worths import no_accord, no_accord_words
from game.rules.course import open_texts
from game.rules.scene import Face
from game.rules.view import View
from game.ui.layout import Column, Flow, Row, Rule, grow, sized
from game.ui.screens.table.paper_panel import remark_line, tiles
from game.ui.space import S4, S8, S12, Size
from game.ui.theme import LARGE, REGULAR, SEMIBOLD, SMALL, Tone
from game.ui.tiles import tile
from game.ui.widget import Widget
from game.ui.widgets.frame import notice, panel
from game.ui.widgets.marks import Icon, Position
from game.ui.widgets.press import Press, Skin, button, chip
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.words import Text, figure, heading, name, note, small


def draft_page(view: View, draft: Draft, size: Size) -> Widget:
    """Draw the whole page below the bar."""
    wide = size.w > 1500
    left = sized(_parties(view, draft), w=300 if wide else 236)
    right = sized(_result(view, draft), w=380 if wide else 286)
    what = f"Amending Text {draft.amends}" if draft.amends is not None else "A text for the table"
    rows: list[Widget] = []
    for row in draft_rows(view, draft):
        rows += [_row(view, row), Rule()]
    middle = grow(
        panel(what, Scroll("draft", Column(tuple(rows), gap=6)), note("one option for each issue, or leave it out"))
    )
    body = Row((left, middle, right), gap=S12, align="stretch")
    return Column((grow(body), _buttons(view, draft)), gap=S12)


def _parties(view: View, draft: Draft) -> Widget:
    starts: list[Widget] = [_start(draft, BLANK, "Blank"), _start(draft, BEST, "What suits me best")]
    starts += [_start(draft, str(text.id), f"Text {text.id}") for text in open_texts(view.room)]
    parts: list[Widget] = [Flow(tuple(starts), gap=5, line_gap=5), heading("Parties")]
    parts += [_party(view, draft, face) for face in view.scene.agencies]
    parts.append(note("Parties sign, and share in what is agreed. Everybody who carries a term has to be one."))
    for network in networks_at_hand(view):
        called = view.scene.network_names.get(network, str(network))
        parts.append(chip(f"network:{network}", f"As one with: {called}", chosen=draft.network == network))
    return panel("Start from", Scroll("parties", Column(tuple(parts), gap=S8)))


def _start(draft: Draft, source: str, words: str) -> Widget:
    made = chip(f"from:{source}", words, chosen=draft.source == source, group="from", value=source)
    return replace(made, sends="from")


def _party(view: View, draft: Draft, face: Face) -> Widget:
    is_in = face.id in draft.parties
    remarks = ["you"] if face.id == view.seat else []
    if face.id not in view.room.seated:
        remarks.append("nobody plays it")
    elif face.id not in view.room.forum.invited:
        remarks.append("not invited")
    words: list[Widget] = [name(face.name, Tone.INK if is_in else Tone.SOFT)]
    if remarks:
        words.append(note(" · ".join(remarks)))
    sign = Icon("circle-check" if is_in else "circle", 18, Tone.ACCENT if is_in else Tone.SOFT)
    row = Row((tile(face, view.scene.agencies, 24), grow(Column(tuple(words), gap=0)), sign), gap=S8)
    tip = "Is a party. Press to leave out." if is_in else "Is no party. Press to take in."
    return Press(f"party:{face.id}", row, Skin.BARE, value=face.id, sends="party", tip=tip, x=6, y=4, words=face.name)


def _row(view: View, row: DraftRow) -> Widget:
    left = Column((name(row.name), *(remark_line(remark) for remark in row.remarks)), gap=1)
    right: list[Widget] = [Flow(tuple(_chip(row, one) for one in row.chips), gap=5, line_gap=5)]
    if row.told:
        right.append(note(row.told))
    cells = (
        grow(left, 3),
        grow(Column(tuple(right), gap=3), 7),
        sized(tiles(view.scene, row.carriers) if row.is_settled else note(""), w=72),
        sized(figure(points(row.worth), tone=Tone.INK if row.is_settled else Tone.SOFT), w=40),
    )
    return Row(cells, gap=S12)


def _chip(row: DraftRow, one: OptionChip) -> Widget:
    tone = Tone.ON_ACCENT if one.is_chosen else Tone.SOFT
    words = Text(one.name, size=12.5, weight=SEMIBOLD if one.is_chosen else REGULAR, tone=tone, leading=1.25)
    return Press(
        f"term:{row.issue}:{one.option or 'out'}", words, Skin.CHIP, group=f"term:{row.issue}", chosen=one.is_chosen,
        tip=one.tip, value=(row.issue, one.option), sends="term", x=8, y=4, radius=5, words=one.name,
    )  # fmt: skip


def _result(view: View, draft: Draft) -> Widget:
    found = draft_balance(view, draft)
    needed, warn = carrying(view, draft)
    parts: list[Widget] = [*(_worth(found) if draft.terms else _nothing(view, found)), heading("Red lines")]
    if found.crossed:
        parts += [notice(words, "bad") for words in found.crossed]
    else:
        parts.append(small("None crossed.", Tone.GOOD))
    parts += [heading("Who would have to carry"), small(f"{began(needed)}.")]
    if warn:
        parts.append(notice(warn, "bad"))
    if not draft.terms:
        parts.append(note("Choose options in the middle. What you leave out stays as it is."))
    return panel("What it comes to", Scroll("result", Column(tuple(parts), gap=S8 + 2)))


def _worth(found: Balance) -> tuple[Widget, ...]:
    tone = Tone.GOOD if found.is_better else Tone.BAD if found.is_worse else Tone.SOFT
    numbers = Row(
        (
            grow(Column((note("Worth to you"), figure(points(found.worth), LARGE, align="left")), gap=0)),
            grow(Column((note("If you do not sign"), figure(points(found.reservation), LARGE, align="left")), gap=0)),
        )
    )
    made_of = (note(f"Worth to you: {found.made_of}"),) if found.made_of else ()
    verdict = Text(found.verdict, size=SMALL, weight=SEMIBOLD, tone=tone, leading=1.2)
    return (numbers, Position(found.at, found.mark), verdict, *made_of)


def _nothing(view: View, found: Balance) -> tuple[Widget, ...]:
    """Say what I have while nothing is written, as the table does."""
    numbers = (("As it stands", found.worth), (no_accord_words(view), no_accord(view)))
    return (
        Row(
            tuple(
                grow(Column((note(words), figure(points(value), LARGE, align="left")), gap=0))
                for words, value in numbers
            )
        ),
    )


def _buttons(view: View, draft: Draft) -> Widget:
    refusal = refusal_of(view, draft)
    words = (
        f"Put the new version of Text {draft.amends} on the table"
        if draft.amends is not None
        else "Put it on the table"
    )
    told = "It uses your floor move. Everybody sees it; their stances come at the end of the round."
    if draft.amends is not None:
        told = "It uses your floor move. All stances and signatures on the text lapse."
    send = button("do", words, primary=True, hint="Return", disabled=refusal)
    return Row((grow(note(told)), button("cancel", "Back to the table", hint="Esc"), send), gap=S8 + S4)
