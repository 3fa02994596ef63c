"""Effort in numbers, and what falls due, as pure functions of the view."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from endings import TUTORIAL, at_phase, carried_out, carriers_decide

from game.desk.dues import dues, owed, settled
from game.desk.plan import burdened, forecast, forecast_words, loads, missing_words
from game.desk.quarters import lanes_in, news, track_rows
from game.rules.commands import BreakPledge, CarryOutThreat, Command, DeclareLane, KeepPledge, Pass, SetEffort
from game.rules.ids import AgencyId, IssueId, OptionId, TextId
from game.rules.texts import LANES
from game.rules.vocabulary import Phase

A = TextId("A")
FUND, FORCE, CLINICS, COUNCIL = (AgencyId(seat) for seat in ("fund", "force", "clinics", "council"))


def test_effort_costs_by_the_quarter_and_brings_by_what_i_believe() -> None:
    view = at_phase(TUTORIAL, "sincere", Phase.FIRST_EFFORTS).view(COUNCIL)
    assert burdened(view) == (A,)
    carried = loads(view, A)
    assert [load.issue for load in carried] == ["clinic", "road", "opening"]
    whole, half = forecast(view, carried, 1.0, {}), forecast(view, carried, 0.5, {})
    assert whole.cost == pytest.approx(2 * 0.5 * 3)
    assert half.gain == pytest.approx(whole.gain / 2)
    assert (whole.shown, half.shown) == (0.0, 5.0)


def test_another_effort_on_one_term_counts_for_that_term() -> None:
    view = at_phase(TUTORIAL, "sincere", Phase.FIRST_EFFORTS).view(COUNCIL)
    found = forecast(view, loads(view, A), 1.0, {IssueId("road"): 0.0})
    assert found.cost == pytest.approx(2.0)
    assert found.effort == pytest.approx(2 / 3)


def test_working_beside_soldiers_is_told_to_the_neutral_once() -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.FIRST_EFFORTS)
    view = table.view(CLINICS)
    found = forecast(view, loads(view, A), 1.0, {})
    assert found.blur == 5.0
    assert "beside soldiers" in [words for words, _, _ in forecast_words(found)]
    for seat in table.seats:
        assert table.receive(seat, SetEffort(seat, A, 1.0)).is_accepted
        table.receive(seat, Pass(seat))
    view = table.view(CLINICS)
    assert forecast(view, loads(view, A), 1.0, {}).blur == 0.0


def test_lanes_are_carried_like_terms() -> None:
    view = at_phase(TUTORIAL, "side-by-side", Phase.FIRST_EFFORTS).view(CLINICS)
    assert burdened(view) == (LANES,)
    assert [load.issue for load in loads(view, LANES)] == ["clinic", "opening"]
    assert lanes_in(view) == (("clinic", "mobile"), ("road", "patrols"), ("opening", "town"))


def alone(commands: Sequence[Command]) -> tuple[Command, ...]:
    """Let the council declare no lane, so that the clinics stand alone with one that needs both."""
    return tuple(c for c in commands if not (isinstance(c, DeclareLane | SetEffort) and c.seat == COUNCIL))


def test_a_lane_that_others_did_not_declare_promises_only_what_is_left_of_it() -> None:
    view = at_phase(TUTORIAL, "side-by-side", Phase.FIRST_EFFORTS).view(CLINICS)
    assert [missing_words(view, load) for load in loads(view, LANES)] == ["", ""]
    shared = forecast(view, loads(view, LANES)[1:], 1.0, {}).gain
    view = at_phase(TUTORIAL, "side-by-side", Phase.FIRST_EFFORTS, change=alone).view(CLINICS)
    own, open_ = loads(view, LANES)
    assert missing_words(view, own) == ""
    assert open_.missing == (COUNCIL,)
    assert missing_words(view, open_) == "Nobody else has said they will carry this: at most 25 % of the way."
    assert forecast(view, (open_,), 1.0, {}).gain == pytest.approx(shared / 4)


def test_the_forecast_of_a_lane_alone_is_how_far_it_comes() -> None:
    table = at_phase(TUTORIAL, "side-by-side", Phase.FIRST_EFFORTS, change=alone)
    pace = loads(table.view(CLINICS), LANES)[1].pace
    while not table.is_closed:
        seat = table.waiting[0]
        if table.view(seat).room.lanes.get(seat):
            table.receive(seat, SetEffort(seat, LANES, 1.0))
        assert table.receive(seat, Pass(seat)).is_accepted
    opened = table.opened()
    assert opened is not None
    level = opened.state.sealed.lane_levels[IssueId("opening")][OptionId("town")]
    assert level / 3 == pytest.approx(pace)


def test_pledges_and_defied_threats_fall_due_with_their_price() -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.SETTLING, change=carriers_decide)
    pledge, threat = dues(table.view(FUND))
    assert pledge.words.startswith("You pledged **4 points** to **Ostrel town council**")
    assert (threat.yes[1], threat.no[1]) == (
        "Costs them 12 points and you 3.",
        "Costs you 6 of standing; nobody is hurt.",
    )
    assert dues(table.view(CLINICS)) == ()
    assert any("you did not sign" in words for words in owed(table.view(CLINICS)))
    assert any("is still to show" in words for words in owed(table.view(COUNCIL)))


def test_a_threat_taken_back_hangs_over_nobody() -> None:
    view = at_phase(TUTORIAL, "pressed", Phase.SETTLING, change=carriers_decide).view(CLINICS)
    threats = {one.id: replace(one, is_withdrawn=True) for one in view.own.threats.values() if one.presser == FUND}
    lines = owed(replace(view, own=replace(view.own, threats={**view.own.threats, **threats})))
    assert [words for words in owed(view) if words not in lines] == [
        "**Recovery Fund** leaned on you about Text A; you did not sign, and it may now carry it out."
    ]


def test_what_was_settled_is_told_to_both_with_what_it_moved_for_each() -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.SETTLING, change=carriers_decide)
    pledge, threat = dues(table.view(FUND))
    assert settled(table.view(FUND)) == ()
    assert isinstance(pledge.yes[2], KeepPledge)
    assert isinstance(threat.yes[2], CarryOutThreat)
    for due in (pledge, threat):
        assert table.receive(FUND, due.yes[2]).is_accepted
    assert settled(table.view(FUND)) == (
        "You kept your pledge to **Ostrel town council** for Text A: **−4 points**.",
        "You carried out your threat against **Coast Clinics** about Text A: **−3 points**.",
    )
    assert settled(table.view(COUNCIL)) == ("**Recovery Fund** kept its pledge to you for Text A: **+4 points**.",)
    assert owed(table.view(COUNCIL)) == ()
    (told,) = settled(table.view(CLINICS))
    assert told == "**Recovery Fund** carried out its threat against you about Text A: **−12 points**."


def test_what_was_broken_or_dropped_is_told_to_both() -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.SETTLING, change=carriers_decide)
    pledge, _ = dues(table.view(FUND))
    assert isinstance(pledge.no[2], BreakPledge)
    assert table.receive(FUND, pledge.no[2]).is_accepted
    assert settled(table.view(FUND))[0].endswith(": **−4 of standing**.")
    assert settled(table.view(COUNCIL))[0].endswith("for Text A, and you trust it less.")
    table = carried_out(is_carried_out=False)
    assert settled(table.view(CLINICS))[0].endswith("about Text A, at no cost to you.")
    assert settled(table.view(FUND))[0].startswith("You dropped your threat against **Coast Clinics**")


def test_quarters_are_told_one_by_one() -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.SECOND_EFFORTS)
    view = table.view(FUND)
    quarters = news(table.since(FUND), view.scene, FUND, view.role)
    assert [quarter.shown.quarter for quarter in quarters] == [1, 2]
    assert any("delivered only" in words.text for words in quarters[1].told)
    assert all(len(row.levels) == 1 for row in track_rows(view, quarters, 1))
    assert [row.issue for row in track_rows(view, quarters, 2)] == ["clinic", "road", "opening"]
