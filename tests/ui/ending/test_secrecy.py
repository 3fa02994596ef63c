"""Before the debrief, what another seat keeps secret changes nothing on my screen."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from endings import TUTORIAL, at_phase, carriers_decide, case_of

from game.rules.case import Agency, Case, HiddenMandate
from game.rules.conditions import IsChair
from game.rules.ids import AgencyId, MandateId
from game.rules.vocabulary import Phase, Purpose
from game.session import Table
from game.ui import Screen, Size
from game.ui.screens.ballot import BallotScreen
from game.ui.screens.signing import SigningScreen
from game.ui.screens.year import EffortsScreen, SettlingScreen
from game.ui.sitting import Sitting

OTHER, ME = AgencyId("force"), AgencyId("council")
SIZE = Size(1280, 720)


def altered(agency: Agency) -> Agency:
    """Give an agency other secrets."""
    points = {
        issue: dict(zip(options, reversed(list(options.values())), strict=True))
        for issue, options in agency.points.items()
    }
    hidden = (HiddenMandate(MandateId("other"), "Something else.", IsChair(agency.id), 7),)
    return replace(
        agency,
        brief="Quite another brief.",
        points=points,
        hidden=hidden,
        red_lines=(),
        walk_away=11,
        expects=Purpose.INFORMATION,
        power_sensitivity=0.9,
        patience=0.9,
        backing=0.2,
        flexibility=0.9,
    )


def twin() -> Case:
    case = case_of(TUTORIAL)
    return replace(case, agencies=tuple(altered(a) if a.id == OTHER else a for a in case.agencies))


def both(phase: Phase, **more: object) -> tuple[Table, Table]:
    tables = [at_phase(TUTORIAL, "pressed", phase, case=case, **more) for case in (case_of(TUTORIAL), twin())]  # type: ignore[arg-type]
    return tables[0], tables[1]


@pytest.mark.parametrize(
    ("phase", "screen"),
    [
        (Phase.SIGNING, SigningScreen),
        (Phase.BALLOT, BallotScreen),
        (Phase.FIRST_EFFORTS, EffortsScreen),
        (Phase.SECOND_EFFORTS, EffortsScreen),
    ],
)
def test_twin_cases_give_equal_screens(phase: Phase, screen: Callable[[Sitting], Screen]) -> None:
    one, other = both(phase)
    for seat in (ME, AgencyId("clinics"), AgencyId("fund")):
        first, second = (screen(Sitting(table, seat=seat)) for table in (one, other))
        for each in (first, second):
            if isinstance(each, EffortsScreen):
                each.shown = 2 if phase is Phase.SECOND_EFFORTS else 0
        assert first.build(SIZE) == second.build(SIZE)


def test_twin_cases_give_equal_settling() -> None:
    one, other = both(Phase.SETTLING, change=carriers_decide)
    first, second = (SettlingScreen(Sitting(table, seat=AgencyId("fund"))) for table in (one, other))
    assert first.build(SIZE) == second.build(SIZE)


def test_the_secrets_do_matter_to_whose_they_are() -> None:
    one, other = both(Phase.SIGNING)
    first, second = (SigningScreen(Sitting(table, seat=OTHER)) for table in (one, other))
    assert first.build(SIZE) != second.build(SIZE)


def test_a_game_that_goes_on_cannot_be_opened() -> None:
    one, _ = both(Phase.BALLOT)
    assert one.opened() is None
