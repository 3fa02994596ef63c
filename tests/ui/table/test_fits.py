"""Nothing is cut off, overlaps or loses its key, at any size, scale, font and theme, with the longest names."""

from collections.abc import Callable, Iterator

import pytest
from sittings import (
    A,
    Noted,
    everybody_passes,
    play,
    sit,
    terms,
    to_corridor,
)

from game.rules import commands as do
from game.rules.ids import AgencyId
from game.rules.vocabulary import Heading, Phase, Stance
from game.ui import Look, Message, overflows
from game.ui.screens.table import TableScreen

SIZES = [(1280, 720, 1.0), (1920, 1080, 1.0), (1920, 1080, 1.5), (2560, 1440, 1.0), (2560, 1440, 2.0)]
DISTRICT = "afghanistan-district-2006"
FORCE, MISSION, DONOR, GRANTS = (AgencyId(name) for name in ("force", "mission", "donor", "grants"))
LONGEST = terms(
    school="contractor",
    opening="no_uniforms",
    road="engineers",
    incidents="mission",
    funds="window",
    oversight="evaluation",
    conduct="principles",
)


def convening(seat: str) -> TableScreen:
    return TableScreen(sit(DISTRICT, seat="force"))


def corridor(seat: str) -> TableScreen:
    sitting = sit(DISTRICT, seat=seat)
    to_corridor(sitting)
    for other in sitting.table.seats:
        if other != seat and sitting.table.view(AgencyId(seat)).own.time > 0:
            play(sitting, do.Meet(AgencyId(seat), other))
    return TableScreen(sitting)


def crowded(seat: str) -> Noted:
    """Five texts on the table, stances on all, pressure and pledges: the second corridor."""
    sitting = sit(DISTRICT, seat=seat)
    to_corridor(sitting)
    everybody_passes(sitting, Phase.FLOOR)
    for place in range(5):
        speaker = sitting.table.waiting[0]
        play(sitting, do.Table(speaker, LONGEST[place % 3 :], sitting.table.seats[: 7 - place]))
    everybody_passes(sitting, Phase.STANCES)
    for voter in sitting.table.waiting:
        for text in sitting.table.view(voter).room.texts:
            play(sitting, do.TakeStance(voter, text, Stance.RESERVATIONS))
    play(sitting, do.Press(FORCE, GRANTS, A), do.Press(DONOR, GRANTS, A), do.Pledge(MISSION, GRANTS, A, 1))
    return sitting


def second_corridor(seat: str) -> TableScreen:
    return TableScreen(crowded(seat))


def on_the_floor(seat: str) -> TableScreen:
    sitting = crowded(seat)
    everybody_passes(sitting, Phase.FLOOR, but=seat)
    return TableScreen(sitting)


def writing(seat: str) -> TableScreen:
    screen = on_the_floor(seat)
    screen.on(Message("head", Heading.TEXT))
    screen.on(Message("do"))
    screen.on(Message("from", "best"))
    return screen


def amending(seat: str) -> TableScreen:
    screen = on_the_floor(seat)
    screen.on(Message("head", Heading.TEXT))
    screen.on(Message("card", "amend"))
    screen.on(Message("pick", ("text", A)))
    screen.on(Message("do"))
    assert screen.desk.draft is not None
    return screen


def stances(seat: str) -> TableScreen:
    sitting = crowded(seat)
    everybody_passes(sitting, Phase.STANCES)
    return TableScreen(sitting)


def called(seat: str) -> TableScreen:
    sitting = crowded(seat)
    sponsor = sitting.view.room.texts[A].sponsors[0]
    everybody_passes(sitting, Phase.FLOOR, but=sponsor)
    play(sitting, do.CallSignature(sponsor, A))
    everybody_passes(sitting, Phase.STANCES)
    sitting.sit_down(AgencyId(seat))
    return TableScreen(sitting)


def after_a_text_fell(seat: str) -> TableScreen:
    sitting = called(seat).sitting
    everybody_passes(sitting, Phase.SIGNING)
    for signatory in sitting.table.waiting:
        play(sitting, do.Decline(signatory, A))
    sitting.sit_down(AgencyId(seat))
    screen = TableScreen(sitting)
    screen.on(Message("tab", A))
    return screen


def motion(seat: str) -> TableScreen:
    sitting = crowded(seat)
    everybody_passes(sitting, Phase.FLOOR)
    mover = sitting.table.waiting[0]
    chair = next(one for one in sitting.table.seats if one != sitting.view.room.forum.chair and one != mover)
    play(sitting, do.MoveProcedure(mover, chair, (), None))
    return TableScreen(sitting)


def doubt(seat: str) -> TableScreen:
    sitting = crowded(seat)
    everybody_passes(sitting, Phase.FLOOR)
    play(sitting, do.RaiseDoubt(sitting.table.waiting[0], A))
    return TableScreen(sitting)


STATES: list[Callable[[str], TableScreen]] = [
    convening, corridor, second_corridor, on_the_floor, writing, amending, stances, called, after_a_text_fell, motion,
    doubt,
]  # fmt: skip


def variants(screen: TableScreen) -> Iterator[str]:
    """Open one after the other what can be open above and below the table, and name it."""
    yield "as it is"
    if screen.desk.draft is None:
        for heading in Heading:
            screen.on(Message("head", heading))
            for choice in screen.sitting.choices:
                if choice.heading is heading and choice.commands:
                    screen.on(Message("card", choice.kind))
                    yield f"{heading} {choice.kind}"
    for drawer, about in (("role", ""), ("agency", "ministry"), ("issue", "oversight"), ("worth", ""), ("message", "")):
        screen.desk.drawer, screen.desk.about = drawer, about
        yield drawer
    screen.desk.drawer = "sure"
    yield "sure"
    screen.desk.drawer = ""


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize("font", ["inter", "readable"])
def test_nothing_overflows_at_any_size(state: Callable[[str], TableScreen], font: str) -> None:
    screen = state("grants")
    for name in variants(screen):
        for width, height, scale in SIZES if name in ("as it is", "role") else SIZES[:1]:
            look = Look(font=font, scale=scale)
            size = look.logical(width, height)
            assert overflows(screen.build(size), size, look) == [], (name, width, height, scale)


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_themes_change_no_place(theme: str) -> None:
    screen = second_corridor("grants")
    look = Look(theme=theme)
    size = look.logical(1280, 720)
    assert overflows(screen.build(size), size, look) == []


@pytest.mark.parametrize("seat", ["force", "mission", "donor", "ministry", "relief", "council"])
def test_every_seat_fits(seat: str) -> None:
    screen = second_corridor(seat)
    for name in variants(screen):
        size = Look().logical(1280, 720)
        if name not in ("agency", "issue", "message", "sure"):
            assert overflows(screen.build(size), size, Look()) == [], name
