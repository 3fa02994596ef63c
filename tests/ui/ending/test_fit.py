"""Nothing of the ending is cut off or overlaps, at any size, in any font, with the longest names."""

import pytest
from endings import (
    DISTRICT,
    TUTORIAL,
    VERDICTS,
    at_phase,
    carried_out,
    carriers_decide,
    computers,
    finished,
    two_accords,
)

from game.rules.commands import Decline, RaiseDoubt, Sign, SignWithReservation
from game.rules.ids import AgencyId, IssueId, TextId
from game.rules.vocabulary import Phase
from game.session import Table
from game.ui import Look, Screen, Size, overflows
from game.ui.screens.ballot import BallotScreen
from game.ui.screens.debrief import DebriefScreen
from game.ui.screens.signing import SigningScreen
from game.ui.screens.year import EffortsScreen, SettlingScreen
from game.ui.sitting import Sitting

LOOKS = (
    (Size(1280, 720), Look()),
    (Size(1280, 720), Look(font="readable")),
    (Size(1280, 720), Look(scale=2.0)),
    (Size(1280, 720), Look(font="readable", scale=1.5)),
    (Size(1600, 900), Look()),
    (Size(1920, 1080), Look(font="readable")),
    (Size(2560, 1440), Look()),
)
"""Pages in logical pixels: a scale of 2 on 2560×1440 is a page of 1280×720."""
CASES = (TUTORIAL, DISTRICT)
A = TextId("A")


def misfits(screen: Screen) -> list[str]:
    return [f"{size} {look}: {words}" for size, look in LOOKS for words in overflows(screen.build(size), size, look)]


def seats(name: str) -> tuple[AgencyId, ...]:
    return finished(name, "pressed").seats


@pytest.mark.parametrize("name", CASES)
def test_the_signing_fits_for_every_seat_and_answer(name: str) -> None:
    table = at_phase(name, "pressed", Phase.SIGNING)
    for seat in table.seats[:4]:
        screen = SigningScreen(Sitting(table, seat=seat))
        for screen.chosen in ("", "reserve"):
            assert misfits(screen) == []


@pytest.mark.parametrize("name", CASES)
def test_the_signing_fits_with_answers_doubts_and_waiting(name: str) -> None:
    table = at_phase(name, "pressed", Phase.SIGNING)
    first, second, third, *_ = table.waiting
    issue = table.public_view().room.texts[A].latest.terms[0].issue
    assert table.receive(first, SignWithReservation(first, A, IssueId(issue))).is_accepted
    assert table.receive(second, Sign(second, A)).is_accepted
    assert table.receive(third, RaiseDoubt(third, A)).is_accepted
    for seat in table.seats[-4:]:
        assert misfits(SigningScreen(Sitting(table, seat=seat))) == []


@pytest.mark.parametrize("name", CASES)
def test_the_signing_of_what_has_fallen_fits(name: str) -> None:
    table = at_phase(name, "pressed", Phase.SIGNING)
    first, *others = table.waiting
    assert table.receive(first, Decline(first, A)).is_accepted
    for seat in others[:3]:
        assert misfits(SigningScreen(Sitting(table, seat=seat))) == []
    assert table.receive(others[0], RaiseDoubt(others[0], A)).is_accepted
    assert misfits(SigningScreen(Sitting(table, seat=others[1]))) == []


@pytest.mark.parametrize("name", CASES)
def test_the_ballot_fits(name: str) -> None:
    table = at_phase(name, "pressed", Phase.BALLOT)
    for seat in table.seats:
        assert misfits(BallotScreen(Sitting(table, seat=seat))) == []


def test_settling_fits() -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.SETTLING, change=carriers_decide)
    for seat in table.seats:
        assert misfits(SettlingScreen(Sitting(table, seat=seat))) == []
    for seat in ("fund", "clinics"):
        assert misfits(SettlingScreen(Sitting(carried_out(), seat=AgencyId(seat)))) == []


@pytest.mark.parametrize("phase", [Phase.FIRST_EFFORTS, Phase.SECOND_EFFORTS])
@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("script", ["pressed", "side-by-side"])
def test_the_efforts_fit(name: str, script: str, phase: Phase) -> None:
    table = at_phase(name, script, phase)
    for seat in table.seats:
        screen = EffortsScreen(Sitting(table, seat=seat))
        for screen.shown in {0, table.public_view().room.year.quarter}:
            screen.opened = {A} if screen.shown else set()
            assert misfits(screen) == []


@pytest.mark.parametrize("name", CASES)
def test_the_finished_year_fits(name: str) -> None:
    for shown in (1, 4):
        assert misfits(EffortsScreen(Sitting(finished(name, "sincere")), shown=shown)) == []


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("script", VERDICTS)
def test_the_debrief_fits(name: str, script: str) -> None:
    screen = DebriefScreen(Sitting(finished(name, script)))
    for screen.step in range(4):
        for table in ("rows", "stances", "ballot") if screen.step == 1 else ("rows",):
            screen.table = table
            assert misfits(screen) == []


@pytest.mark.parametrize("name", CASES)
def test_opened_scores_fit(name: str) -> None:
    for seat in seats(name)[::3]:
        assert misfits(DebriefScreen(Sitting(finished(name, "pressed")), score=seat)) == []


def test_waiting_for_computers_fits() -> None:
    table: Table = at_phase(DISTRICT, "pressed", Phase.SIGNING)
    computers(table, "force")
    assert misfits(SigningScreen(Sitting(table, seat=AgencyId("force")))) == []
    assert misfits(SigningScreen(Sitting(table, seat=AgencyId("grants"), is_watching=True))) == []


@pytest.mark.parametrize("step", range(4))
def test_the_debrief_of_two_accords_fits(step: int) -> None:
    for text in ("A", "B"):
        assert misfits(DebriefScreen(Sitting(two_accords()), step=step, text=TextId(text))) == []


@pytest.mark.parametrize("name", CASES)
def test_the_course_fits(name: str) -> None:
    assert misfits(DebriefScreen(Sitting(finished(name, "sincere")), page="course")) == []
