"""The fine print of the rules, by number: what a test of the main line would let through."""

from dataclasses import replace
from typing import Any

import pytest
from language import ALL, Game, ambush, changed, happening, option, small_case, worded

from game.rules import commands as do
from game.rules.appraisal import appraise
from game.rules.case import Case, Leverage
from game.rules.effects import GainTime, HurtTrust, RevealFact, ShiftCapacity, ShiftFlexibility, ShiftWalkAway, TurnFact
from game.rules.judgement import LivedAccord, SignatureReading
from game.rules.judging.outcome import _heaviest
from game.rules.judging.power import strongest
from game.rules.ruleset import STANDARD
from game.rules.texts import LANES
from game.rules.vocabulary import (
    Dimension,
    ForumVerdict,
    Kind,
    LeverageKind,
    Lived,
    Phase,
    Purpose,
    Root,
    Stance,
)

DEAL = {"school": "villages", "road": "contractor"}


def with_option(case: Case, issue: str, name: str, **fields: Any) -> Case:
    """Change one option of a case."""
    issues = tuple(
        replace(i, options=tuple(replace(o, **fields) if (i.id, o.id) == (issue, name) else o for o in i.options))
        for i in case.issues
    )
    return replace(case, issues=issues)


def happened(*effects: Any, **fields: Any) -> Case:
    return small_case(occurrences=(happening(effects=effects, **fields),))


# Sections 2 and 3


def test_r2_2_headquarters_takes_no_floor_move_in_the_first_round() -> None:
    case = changed(small_case(), "relief", micro_management=1.0)
    game = Game(case, ruleset=replace(STANDARD, micro_management_chance=1.0)).until(Phase.FLOOR)
    assert game.room.floor_taken == frozenset()
    assert game.until(Phase.FLOOR, number=2).room.floor_taken == {"relief"}
    assert "relief" not in game.room.speakers


def test_an_agreed_option_gives_time_from_the_next_round_for_one_round() -> None:
    case = with_option(small_case(rounds=4), "road", "contractor", effects=(GainTime("council", 2),))
    game = Game(case).accord(road="contractor")
    assert [game.until(Phase.CORRIDOR, number=n).own("council").time for n in (3, 4)] == [4, 2]


@pytest.mark.parametrize(
    ("effect", "seen"),
    [
        (ShiftFlexibility("relief", 0.3), lambda g: g.own("relief").flexibility == pytest.approx(0.8)),
        (ShiftFlexibility("relief", 3.0), lambda g: g.own("relief").flexibility == 1.0),
        (ShiftWalkAway("relief", -15), lambda g: g.own("relief").walk_away == 25),
        (ShiftWalkAway("relief", -80), lambda g: g.own("relief").walk_away == 0),
        (HurtTrust("relief", "force"), lambda g: g.own("relief").trust["force"] == pytest.approx(0.35)),
        (GainTime("relief", -9), lambda g: g.own("relief").time == 0),
    ],
)
def test_occurrences_bring_these_effects_too(effect: object, seen: Any) -> None:
    assert seen(Game(happened(effect)).until(Phase.CORRIDOR))


def test_an_occurrence_by_chance_happens_once_or_never() -> None:
    sure, never = (happened(HurtTrust("relief", "force"), round=None, chance=chance) for chance in (1.0, 0.0))
    assert Game(sure).until(Phase.CORRIDOR, number=2).own("relief").trust["force"] == pytest.approx(0.35)
    assert Game(never).until(Phase.CORRIDOR, number=2).own("relief").trust["force"] == 0.5


def test_an_open_fact_that_turns_stays_open() -> None:
    game = Game(happened(RevealFact("ambush"), TurnFact("ambush", False))).until(Phase.CORRIDOR)
    assert game.room.open_facts == {"ambush": False}
    assert all(game.own(seat).knows == {"ambush": False} for seat in ALL)


def granted(case: Case, *before: do.Command) -> int:
    games = (Game(case, seed=seed).until(Phase.CORRIDOR) for seed in range(60))
    return sum(bool(g.do(*before, do.CableHome("relief", "uniforms")).own("relief").waivers) for g in games)


def test_cable_home_is_better_with_facts_to_show_and_earlier_cables() -> None:
    case = changed(small_case(), "relief", flexibility=0.0, time=3)
    assert granted(case) == 0
    assert 2 <= granted(replace(case, facts=(ambush(known_by=("relief",)),))) <= 20
    assert 2 <= granted(case, do.CableHome("relief", "uniforms")) <= 20


def test_caucus_raises_each_member_once() -> None:
    case = changed(small_case(), "ministry", networks=("ngos",))
    game = Game(case).until(Phase.CORRIDOR)
    game.do(*(do.Caucus(seat, "ngos", "school") for seat in ("relief", "council", "ministry")))
    assert [game.own(s).backing for s in ("relief", "council", "ministry")] == pytest.approx([0.83] * 3)
    assert {d.hearer for d in game.own("ministry").disclosures.values()} == {"relief", "council", "ministry"}


def test_caucus_and_its_issue_are_for_one_round() -> None:
    game = Game().until(Phase.CORRIDOR).do(do.Caucus("relief", "ngos", "school")).until(Phase.CORRIDOR, number=2)
    game.do(do.Caucus("relief", "ngos", "road"), do.Caucus("council", "ngos", "road"))


def test_assess_jointly_raises_trust() -> None:
    game = Game().until(Phase.CORRIDOR).do(do.AssessJointly("relief", "ambush", ("ministry",)))
    game.do(do.AssessJointly("ministry", "ambush", ("relief",)))
    assert game.own("relief").trust["ministry"] == game.own("ministry").trust["relief"] == pytest.approx(0.55)


def test_r3_4_stances_signatures_and_doubts_lapse_with_an_amendment() -> None:
    game = Game(small_case(rounds=4)).table("ministry", **DEAL).stances().turn("ministry")
    game.do(do.CallSignature("ministry", "A")).stances().sign(declining=("relief",)).turn("relief")
    game.do(do.RaiseDoubt("relief", "A"), *(do.Pass(seat) for seat in ("council", "force", "ministry")))
    assert (len(game.room.texts["A"].signatures), set(game.room.texts["A"].doubts)) == (4, {"relief"})
    game.turn("council").do(do.Amend("council", "A", worded(road="contractor"), ALL))
    assert (game.room.texts["A"].signatures, game.room.texts["A"].doubts) == ({}, {})


# Section 4


def test_r4_2_a_walk_away_that_moved_moves_the_reservation_and_the_score() -> None:
    game = Game(happened(ShiftWalkAway("council", 20))).until(Phase.CORRIDOR)
    assert appraise(game.view("council"), worded(school="villages"), ALL).reservation == pytest.approx(60 * 0.6)
    assert game.year().outcome.scores["council"].mandate == 60


def test_r4_2_a_text_that_replaces_an_accord_is_worth_what_it_says() -> None:
    game = Game(small_case(rounds=3)).accord(school="villages", road="contractor")
    assert appraise(game.view("council"), worded(school="villages"), ALL).worth == 60


def test_r4_3_spin_to_who_knows_is_found_out_at_once() -> None:
    game = Game(small_case(facts=(ambush(known_by=("force", "relief")),))).until(Phase.CORRIDOR)
    game.do(do.Share("force", "ambush", "relief", is_spun=True))
    assert game.own("relief").trust["force"] == pytest.approx(0.35)


def test_r4_5_a_kept_pledge_raises_trust() -> None:
    game = Game().table("ministry", **DEAL).stances().do(do.Pledge("force", "council", "A", 6)).turn("ministry")
    game.do(do.CallSignature("ministry", "A")).stances().sign().until(Phase.SETTLING)
    game.do(do.KeepPledge("force", next(iter(game.own("force").pledges))))
    assert game.own("council").trust["force"] == pytest.approx(0.55)


# Section 5


def test_r5_2_a_threat_for_another_text_does_not_press() -> None:
    game = Game().table("ministry", **DEAL).table("council", school="barracks").stances()
    game.do(do.Press("force", "council", "B")).turn("ministry").do(do.CallSignature("ministry", "A")).stances().sign()
    assert game.root("council", Root.FREE) == pytest.approx(0.95)


def test_r5_2_amending_or_signing_is_moving() -> None:
    game = Game(small_case(rounds=3)).table("force", school="barracks").do(do.Pass("relief"), do.Pass("ministry"))
    game.do(do.Pass("council")).stances(Stance.ABSTAIN).do(do.Press("force", "council", "A")).turn("council")
    game.do(do.Amend("council", "A", worded(**DEAL), ALL)).until(Phase.CORRIDOR, number=3)
    game.do(do.WithdrawPressure("force", next(iter(game.own("force").threats))))
    assert [threat.weight for threat in game.own("council").threats.values()] == [0.5]
    game = Game(small_case(rounds=3)).table("force", school="barracks").stances().do(do.Press("force", "council", "A"))
    game.turn("force").do(do.CallSignature("force", "A")).stances().sign(declining=("relief",))
    game.do(do.WithdrawPressure("force", next(iter(game.own("force").threats))))
    assert [threat.weight for threat in game.own("council").threats.values()] == [0.5]


def test_r5_3_what_it_knew_itself_or_no_party_knew_opens_no_gap() -> None:
    both = Game(small_case(facts=(ambush(known_by=("force", "relief")),))).accord(**DEAL)
    assert both.root("relief", Root.INFORMED) == 1.0
    outsider = Game().accord("ministry", ("relief", "ministry", "council"), **DEAL)
    assert outsider.root("relief", Root.INFORMED) == 1.0


def met_halfway(game: Game, seat: str, text: str = "A") -> float:
    evidence = game.judgement(text).signatures[seat].roots[Root.HEARD].evidence
    return next(one.amount for one in evidence if one.what == "met_halfway")


def test_r5_4_an_own_term_that_no_longer_stands_does_not_count() -> None:
    game = Game(small_case(rounds=3)).table("council", school="villages", road="contractor").stances()
    game.turn("force").do(do.Amend("force", "A", worded(school="barracks", road="engineers"), ALL))
    game.until(Phase.FLOOR, number=3).turn("council").do(do.CallSignature("council", "A")).stances().sign()
    assert met_halfway(game, "council") == 0


def test_r5_4_who_tabled_as_one_worded_it() -> None:
    game = (
        Game().until(Phase.CORRIDOR).do(do.Caucus("relief", "ngos", "school"), do.Caucus("council", "ngos", "school"))
    )
    game.turn("relief").do(do.Table("relief", worded(**DEAL), ALL, network="ngos")).stances().turn("relief")
    game.do(do.CallSignature("relief", "A")).stances().sign()
    assert met_halfway(game, "council") == 0.25


def test_r5_4_only_an_objection_can_be_met() -> None:
    game = Game(small_case(rounds=3)).table("ministry", school="barracks", road="contractor").stances(Stance.ENDORSE)
    game.turn("ministry").do(do.Amend("ministry", "A", worded(**DEAL), ALL)).until(Phase.FLOOR, number=3)
    game.turn("ministry").do(do.CallSignature("ministry", "A")).stances().sign()
    assert met_halfway(game, "council") == 0


def test_r5_4_the_room_is_not_levelled_by_a_new_chair_before_power_is_named() -> None:
    game = Game().turn("ministry").do(do.MoveProcedure("ministry", chair="council"))
    game.do(*(do.MoveProcedure(seat, chair="council") for seat in ("council", "relief")))
    assert (game.room.forum.chair, game.room.forum.is_power_conceded) == ("council", False)


def test_r5_4_a_granted_point_levels_the_room_under_a_strong_chair() -> None:
    game = Game(small_case(rounds=3)).table("ministry", **DEAL).stances().turn("relief").do(do.NamePower("relief"))
    game.turn("force").do(do.ConcedePoint("force", "relief"))
    game.turn("ministry").do(do.CallSignature("ministry", "A")).stances().sign()
    evidence = game.judgement().signatures["relief"].roots[Root.HEARD].evidence
    assert [one.amount for one in evidence if one.what == "level_room"] == [0.25]


# Section 6


def test_r6_1_leverage_counts_over_those_here() -> None:
    case = small_case()
    case = changed(changed(case, "ministry", power=2, leverage=(Leverage("force", LeverageKind.FUNDING, 3, ""),)),
                   "council", power=2, leverage=(Leverage("relief", LeverageKind.FUNDING, 1, ""),))  # fmt: skip
    assert strongest(case, ("ministry", "council", "relief")) == ("council",)


def test_r6_2_a_stake_lies_between_the_best_and_the_worst_option() -> None:
    points = {
        "school": {"none": 50, "villages": 60, "barracks": 55},
        "road": {"none": 20, "engineers": 20, "contractor": 20},
        "news": {"none": 20, "shared": 20},
    }
    forum = replace(small_case().forum, invited=("force", "relief", "ministry"))
    game = Game(changed(small_case(forum=forum), "council", points=points)).accord(
        "ministry", ("relief", "ministry"), school="villages"
    )
    assert game.judgement().missing == ()


# Section 7


def test_r7_1_what_nobody_carries_comes_about_by_itself() -> None:
    levels = Game().accord(school="none", road="contractor").year(0.0).outcome.accords[0].levels
    assert levels == {"school": 3.0, "road": 0.0}


def test_r7_1_facts_that_slow_it_down_add_up() -> None:
    slow = tuple(ambush(id=name, shifts={}, capacity={"school": {"villages": 0.5}}) for name in ("one", "two"))
    assert Game(small_case(facts=slow)).accord(**DEAL).year().outcome.accords[0].levels["school"] == pytest.approx(0.75)


def test_r7_1_shifts_of_capacity_add_up_within_bounds() -> None:
    case = happened(ShiftCapacity("school", "villages", -0.25), ShiftCapacity("school", "villages", -0.25),
                    ShiftCapacity("road", "contractor", 0.5))  # fmt: skip
    assert Game(case).accord(**DEAL).year().outcome.accords[0].levels == {"school": 1.5, "road": 3.0}


def test_r7_3_a_fact_and_a_shaded_word_come_out_by_chance() -> None:
    game = Game(small_case(facts=(ambush(comes_out=1.0),))).until(Phase.CORRIDOR).do(do.Meet("relief", "ministry"))
    game.do(do.Disclose("relief", "ministry", "school", is_shaded=True))
    game = game.year()
    assert game.room.open_facts == {"ambush": True}
    case = small_case(facts=(ambush(comes_out=None),))
    sure = (
        Game(case, ruleset=replace(STANDARD, fact_comes_out=1.0))
        .until(Phase.CORRIDOR)
        .do(do.Meet("relief", "ministry"))
    )
    sure.do(do.Disclose("relief", "ministry", "school", is_shaded=True)).year()
    assert sure.room.open_facts == {"ambush": True}
    assert sure.own("ministry").scars["relief"] == pytest.approx(0.3)


def test_r7_4_a_carrier_that_did_not_declare_gives_nothing() -> None:
    game = Game().until(Phase.CORRIDOR)
    game.do(do.DeclareLane("relief", "school", "villages"), do.DeclareLane("ministry", "road", "contractor")).year()
    assert game.state.sealed.lane_levels["school"]["villages"] == pytest.approx(4 * 0.75 * 0.25)


def test_r7_4_a_waived_red_line_is_not_crossed_and_spin_is_no_touch() -> None:
    case = changed(small_case(), "relief", flexibility=1.0)
    lanes = (do.DeclareLane("relief", "news", "shared"), do.DeclareLane("force", "news", "shared"))
    game = Game(case).until(Phase.CORRIDOR).do(do.CableHome("relief", "uniforms"), do.Meet("relief", "force"), *lanes)
    assert game.year().outcome.lanes[2].fit == 1.0
    for is_spun, fit in ((False, 1.0), (True, 0.5)):
        game = Game(case).until(Phase.CORRIDOR).do(do.CableHome("relief", "uniforms"), *lanes)
        assert game.do(do.Share("force", "ambush", "relief", is_spun)).year().outcome.lanes[2].fit == fit


def test_r7_4_of_several_lanes_the_one_that_came_furthest_came_about() -> None:
    game = Game().until(Phase.CORRIDOR).do(do.DeclareLane("force", "school", "barracks"))
    game.do(do.DeclareLane("relief", "school", "villages")).year(1.0)
    assert game.outcome.lanes[0].option == "barracks"
    lines = {line.about: line.points for line in game.outcome.scores["force"].mandate_lines if line.what == "issue"}
    assert lines["school"] == 40


# Sections 8 and 9


def fair(**fields: Any) -> Case:
    """Word a case in which the deal comes out fragile: a level room, a fitting purpose, a fact for all to see."""
    agencies = tuple(replace(a, expects=Purpose.DIVISION_OF_LABOUR, backing=1.0) for a in small_case().agencies)
    forum = replace(small_case().forum, chair="council")
    return small_case(agencies=agencies, forum=forum, facts=(), **fields)


@pytest.mark.parametrize(
    ("root_of_relief", "effort", "lived"),
    [
        (0.4, 0.2, Lived.FALSE_COHERENCE),
        (0.4, 0.5, Lived.OVERTAKEN),
        (0.6, 0.2, Lived.OVERTAKEN),
    ],
)
def test_r8_1_held_back_is_under_half_effort_with_a_weak_root(
    root_of_relief: float, effort: float, lived: Lived
) -> None:
    game = Game(fair()).accord("ministry", ("relief", "ministry", "council"), **DEAL)
    judged = game.judgement()
    signatures = {
        seat: with_roots(s, root_of_relief if seat == "relief" else 0.9) for seat, s in judged.signatures.items()
    }
    judged = replace(judged, signatures=signatures, verdict=replace(judged.verdict, kind=Kind.FRAGILE))
    game.state = replace(game.state, sealed=replace(game.state.sealed, judgements={"A": judged}))
    found = game.year(0.1, relief=effort).outcome.accords[0]
    assert found.lived is lived
    assert found.held_back == (("relief",) if lived is Lived.FALSE_COHERENCE else ())


def with_roots(signature: SignatureReading, value: float) -> SignatureReading:
    return replace(signature, roots={root: replace(one, value=value) for root, one in signature.roots.items()})


def test_r8_2_a_third_of_the_agencies_is_essential() -> None:
    three = tuple(replace(a, leverage=()) for a in small_case().agencies if a.id != "ministry")
    issues = tuple(
        replace(i, options=tuple(o for o in i.options if "ministry" not in o.carriers)) for i in small_case().issues
    )
    case = small_case(agencies=three, issues=issues, facts=(),
                      forum=replace(small_case().forum, invited=("force", "relief", "council")))  # fmt: skip
    assert Game(case).turn("council").do(do.WalkOut("council")).year().outcome.verdict is ForumVerdict.BREAKDOWN


def test_r8_2_breakdown_in_spite_of_a_small_accord() -> None:
    game = Game(small_case(rounds=3)).accord("ministry", ("ministry", "council"), road="contractor")
    assert game.turn("force").do(do.WalkOut("force")).year().outcome.verdict is ForumVerdict.BREAKDOWN


def lived(kind: Lived, weight: float) -> LivedAccord:
    return LivedAccord("A", (), (), {}, 60.0, Kind.FRAGILE, kind, False, (), {}, weight)


def test_r8_2_the_heaviest_kind_wins_and_ties_go_to_false_coherence() -> None:
    assert _heaviest((lived(Lived.SINCERE_AGREEMENT, 0.3), lived(Lived.FALSE_COHERENCE, 0.3))) is (
        ForumVerdict.FALSE_COHERENCE
    )
    assert _heaviest((lived(Lived.SINCERE_AGREEMENT, 0.4), lived(Lived.FALSE_COHERENCE, 0.3))) is (
        ForumVerdict.SINCERE_AGREEMENT
    )


def test_r8_3_no_success_where_anything_was_spun() -> None:
    forum = replace(small_case().forum, purpose=Purpose.INFORMATION)
    game = Game(small_case(forum=forum)).until(Phase.CORRIDOR).do(do.Share("force", "ambush", "relief"))
    assert not game.do(do.Share("force", "ambush", "ministry", is_spun=True)).year().outcome.is_purpose_met


def test_r9_1_who_did_not_sign_keeps_its_outside() -> None:
    game = Game().accord("ministry", ("relief", "ministry"), school="villages").year()
    assert game.outcome.scores["council"].mandate == pytest.approx(60 + 40)


def test_r9_2_facts_change_what_it_does_for_people() -> None:
    fact = ambush(impact={"school": {"villages": {Dimension.DEVELOPMENT: -3}}})
    game = Game(small_case(facts=(fact,))).accord(**DEAL).year()
    assert game.outcome.impact_by_dimension[Dimension.DEVELOPMENT] == pytest.approx(100 * 2 / 3)


def test_r7_6_lanes_are_promised_too() -> None:
    game = Game().until(Phase.CORRIDOR).do(do.DeclareLane("force", "school", "barracks")).year(0.5)
    assert [a.about for a in game.own("force").adjustments if a.reason == "exposed"] == [LANES, LANES]


def test_an_option_may_have_its_own_price() -> None:
    case = with_option(small_case(), "road", "contractor", effort_cost=1.5)
    game = Game(case).accord("ministry", ("ministry", "council"), road="contractor").year()
    assert sum(a.points for a in game.own("ministry").adjustments if a.reason == "effort") == -6
    assert option("x").effort_cost is None
