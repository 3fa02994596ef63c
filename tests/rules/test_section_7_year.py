"""Rules section 7: the year after, by number."""

from dataclasses import replace

import pytest
from language import ALL, Game, ambush, small_case

from game.rules import commands as do
from game.rules import events as was
from game.rules.case import Issue
from game.rules.effects import ShiftCapacity
from game.rules.texts import LANES
from game.rules.vocabulary import Phase

DEAL = {"school": "villages", "road": "contractor"}


def levels(game: Game) -> dict[str, float]:
    return dict(game.state.sealed.levels["A"])


def test_r7_1_full_effort_completes_a_term_in_four_quarters() -> None:
    assert levels(Game().accord(**DEAL).year()) == {"school": 3.0, "road": 3.0}


def test_r7_1_level_rises_by_half_the_least_and_half_the_mean_effort() -> None:
    game = Game().accord(**DEAL).year(1.0, relief=0.0)
    assert levels(game)["school"] == pytest.approx(4 * 0.75 * (0.5 * 0 + 0.5 * 0.5))


def test_r7_1_capacity_slows_it_down() -> None:
    slow = ambush(capacity={"school": {"villages": 0.5}})
    assert levels(Game(small_case(facts=(slow,))).accord(**DEAL).year())["school"] == pytest.approx(1.5)
    untrue = replace(slow, is_true=False)
    assert levels(Game(small_case(facts=(untrue,))).accord(**DEAL).year())["school"] == 3.0


def test_r7_1_an_agreed_option_shifts_capacity() -> None:
    issues = small_case().issues
    school = replace(issues[0], options=tuple(
        replace(o, effects=(ShiftCapacity("road", "contractor", -0.5),)) if o.id == "villages" else o
        for o in issues[0].options))  # fmt: skip
    case = small_case(issues=(school, *issues[1:]))
    assert levels(Game(case).accord(**DEAL).year())["road"] == pytest.approx(1.5)


def test_r7_1_the_room_sees_the_floor_of_a_level() -> None:
    game = Game().accord(**DEAL).year(0.5)
    assert levels(game)["road"] == pytest.approx(1.5)
    assert game.room.year.levels["A"]["road"] == 1


def test_r7_1_effort_may_differ_per_term_and_change_at_half_time() -> None:
    game = Game().accord(**DEAL).until(Phase.FIRST_EFFORTS)
    game.do(do.SetEffort("relief", "A", 1.0), do.SetEffort("ministry", "A", 1.0, {"road": 0.0}))
    game.until(Phase.SECOND_EFFORTS)
    assert levels(game) == {"school": 1.5, "road": 0.0}
    game.do(do.SetEffort("ministry", "A", 1.0)).until(Phase.CLOSED)
    assert levels(game) == {"school": 3.0, "road": 1.5}


def test_r7_1_effort_is_for_what_one_carries() -> None:
    game = Game().accord(**DEAL).until(Phase.FIRST_EFFORTS)
    assert game.refused(do.SetEffort("council", "A", 1.0)).code == "nothing_to_carry"
    assert game.refused(do.SetEffort("relief", "A", 1.0, {"road": 1.0})).code == "not_carrier"
    assert game.refused(do.SetEffort("relief", "A", 1.5)).code == "out_of_scale"
    assert game.refused(do.SetEffort("relief", "A", float("nan"))).code == "out_of_scale"


def test_r7_3_facts_come_out_and_spin_with_them() -> None:
    game = Game(small_case(facts=(ambush(comes_out=1.0),))).until(Phase.CORRIDOR)
    game.do(do.Share("force", "ambush", "relief", is_spun=True)).until(Phase.CLOSED)
    assert game.room.open_facts == {"ambush": True}
    assert game.own("relief").scars["force"] == pytest.approx(0.3)


def test_r7_4_lanes_are_carried_out_and_cost_effort() -> None:
    game = Game().until(Phase.CORRIDOR).do(do.DeclareLane("force", "school", "barracks"))
    game.until(Phase.FIRST_EFFORTS).do(do.SetEffort("force", LANES, 1.0)).until(Phase.CLOSED)
    lane = game.outcome.lanes[0]
    assert (lane.issue, lane.option, lane.level, lane.fit) == ("school", "barracks", 3.0, 1.0)
    assert sum(a.points for a in game.own("force").adjustments if a.reason == "effort") == -2


def villages(*meet: do.Command) -> float:
    game = Game().until(Phase.CORRIDOR).do(*meet)
    game.do(do.DeclareLane("relief", "school", "villages"), do.DeclareLane("ministry", "school", "villages"))
    return game.year().outcome.lanes[0].fit


def test_r7_4_fit_is_halved_where_carriers_neither_met_nor_shared() -> None:
    assert villages() == 0.5
    assert villages(do.Meet("relief", "ministry")) == 1.0


def test_r7_4_no_fit_where_lanes_name_two_options_or_leave_a_carrier_out() -> None:
    one = Game().until(Phase.CORRIDOR).do(do.DeclareLane("relief", "school", "villages")).year()
    assert one.outcome.lanes[0].fit == 0
    two = Game().until(Phase.CORRIDOR).do(
        do.DeclareLane("relief", "school", "villages"), do.DeclareLane("ministry", "school", "villages"),
        do.DeclareLane("force", "school", "barracks")).year()  # fmt: skip
    assert two.outcome.lanes[0].fit == 0


def test_r7_4_no_fit_where_a_lane_crosses_a_red_line() -> None:
    game = Game().until(Phase.CORRIDOR).do(do.Meet("relief", "force"))
    game.do(do.DeclareLane("relief", "news", "shared"), do.DeclareLane("force", "news", "shared")).year()
    assert game.outcome.lanes[2].fit == 0


def test_r7_5_rate_is_the_share_of_all_levels() -> None:
    assert Game().accord(**DEAL).year().outcome.accords[0].rate == 100
    assert Game().accord(**DEAL).year(0.5).outcome.accords[0].rate == pytest.approx(50)


def test_r7_6_effort_costs_half_a_point_a_quarter_and_term() -> None:
    game = Game().accord(**DEAL).year()
    spent = {seat: sum(a.points for a in game.own(seat).adjustments if a.reason == "effort") for seat in ALL}
    assert spent == {"force": 0, "relief": -2, "ministry": -4, "council": 0}


def test_r7_6_delivering_far_below_promise_is_exposed_twice() -> None:
    game = Game().accord(**DEAL).year(1.0, relief=0.5)
    exposed = [a for a in game.own("relief").adjustments if a.reason == "exposed"]
    assert [(a.points, a.is_standing) for a in exposed] == [(-5.0, True), (-5.0, True)]
    assert not [a for a in game.own("ministry").adjustments if a.reason == "exposed"]


def test_r7_6_four_fifths_is_enough() -> None:
    game = Game().accord(**DEAL).year(0.8)
    assert game.happened(was.Exposed) == []


def test_r7_7_blurring_costs_a_neutral_beside_a_military_carrier_unless_somebody_carries_between() -> None:
    def blurred(issues: tuple[Issue, ...]) -> float:
        game = Game(small_case(issues=issues)).accord(**DEAL, news="shared").year()
        return sum(a.points for a in game.own("relief").adjustments if a.reason == "blurring")

    issues = small_case().issues
    between = replace(issues[2], options=tuple(
        replace(o, intermediary="council") if o.id == "shared" else o for o in issues[2].options))  # fmt: skip
    assert blurred(issues) == -5
    assert blurred((*issues[:2], between)) == 0
