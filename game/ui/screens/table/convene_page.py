"""The page on which the chair convenes the meeting: name, purpose, who is invited, how it decides."""

from dataclasses import replace

from game.desk.convening import (
    Charter,
    Setting,
    forum_settings,
    guests,
    purpose_settings,
    refusal_of,
    rule_settings,
)
from game.desk.words import COMMUNITIES
from game.rules.ids import AgencyId
from game.rules.view import View
from game.ui.layout import Column, Grid, Row, Share, grow
from game.ui.space import S8, S12
from game.ui.theme import Tone
from game.ui.tiles import tile
from game.ui.widget import Widget
from game.ui.widgets.frame import panel
from game.ui.widgets.marks import Icon
from game.ui.widgets.press import Press, Skin, button, choice
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.words import name, note, small


def convene_page(view: View, charter: Charter) -> Widget:
    """Draw the whole page below the bar."""
    left = Column(
        (
            panel("What it is called", _settings("forum", forum_settings(charter))),
            panel("How it decides", _settings("rule", rule_settings(charter))),
        ),
        gap=S12,
    )
    middle = panel("What it is for", _settings("purpose", purpose_settings(charter)))
    right = panel("Who is invited", _guests(view, charter))
    columns = Grid((Share(), Share(), Share()), ((left, middle, right),), gap=S12, align="start")
    body = Scroll("convening", columns)
    intro = small(
        f"You chair the {view.scene.forum_name}. Before the first round you set what it is. "
        "A majority can change chair, invited and purpose later."
    )
    refusal = refusal_of(view, charter)
    buttons = Row(
        (
            grow(note("Whoever expects more or less than the declared purpose finds a yes harder to bring home.")),
            button("pass", "Leave it as it is", hint="0"),
            button("do", "Convene the meeting", primary=True, hint="Return", disabled=refusal),
        ),
        gap=S12,
    )
    return Column((intro, grow(body), buttons), gap=S12)


def _settings(field: str, found: tuple[Setting, ...]) -> Widget:
    return Column(tuple(_setting(field, one) for one in found))


def _setting(field: str, one: Setting) -> Press:
    made = choice(
        f"{field}:{one.token}",
        one.name,
        one.means,
        chosen=one.is_chosen,
        disabled=one.refusal,
        group=field,
        value=(field, one.value),
    )
    return replace(made, sends="charter")


def _guests(view: View, charter: Charter) -> Widget:
    rows = [_guest(view, agency, remark, is_in=is_in) for agency, is_in, remark in guests(view, charter)]
    told = note(
        "Who is not invited has no floor and no stance. To leave out a voice with much at stake weakens every yes."
    )
    return Column((*rows, told), gap=S8)


def _guest(view: View, agency: AgencyId, remark: str, *, is_in: bool) -> Widget:
    face = view.scene.face(agency)
    words = " · ".join(part for part in (COMMUNITIES[face.community], remark) if part)
    sign = Icon("circle-check" if is_in else "circle", 20, Tone.ACCENT if is_in else Tone.SOFT)
    body = Column((name(face.name, Tone.INK if is_in else Tone.SOFT), note(words)), gap=0)
    row = Row(
        (tile(face, view.scene.agencies, 28), grow(body), note("invited" if is_in else "not invited"), sign), gap=S12
    )
    return Press(
        f"invite:{agency}",
        row,
        Skin.BARE,
        value=("invite", face.id),
        sends="charter",
        x=6,
        y=4,
        tip=face.mandate,
        words=face.name,
    )
