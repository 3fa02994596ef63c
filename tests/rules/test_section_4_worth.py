"""Rules section 4: worth, belief, trust, pledges and threats, by number."""

from dataclasses import replace

import pytest
from language import ALL, Game, ambush, changed, small_case, worded

from game.rules import commands as do
from game.rules import events as was
from game.rules.appraisal import Appraisal, advantage_of, appraise
from game.rules.case import HiddenMandate
from game.rules.conditions import IsCarrier, IsChair, OptionAgreed
from game.rules.vocabulary import Phase

NOT_TOLD = 0.2
"""How far the relief agency believes in the ambush at the start."""


def seen(game: Game, seat: str, **terms: str) -> Appraisal:
    return appraise(game.view(seat), worded(**terms), ALL)


def test_r4_1_worth_counts_unsettled_issues_at_status_quo() -> None:
    assert seen(Game(), "council", school="villages").worth == 60
    assert seen(Game(), "relief", road="contractor").worth == 20 + 30


def test_r4_1_believed_worth_counts_facts_by_belief() -> None:
    found = seen(Game(), "relief", school="villages")
    assert found.worth == pytest.approx(50 - 10 * NOT_TOLD + 10 + 30 - 2)
    assert found.by_issue == {"school": pytest.approx(48)}


def test_r4_1_worth_of_a_text_is_net_of_full_effort_and_blurring() -> None:
    assert seen(Game(), "ministry", school="villages", road="engineers").effort == 2 * 4 * 0.5
    assert seen(Game(), "relief", news="shared").effort == 4 * 0.5 + 5
    assert seen(Game(), "force", news="shared").effort == 4 * 0.5


@pytest.mark.parametrize(
    ("condition", "holds"),
    [(OptionAgreed("road", "engineers"), True), (OptionAgreed("school", "villages"), False), (IsChair("force"), True),
     (IsCarrier("council"), False), (IsCarrier("ministry", "road"), True)],
)  # fmt: skip
def test_r4_1_hidden_mandates_that_hold_count(condition: object, holds: bool) -> None:
    case = changed(small_case(), "council", hidden=(HiddenMandate("credit", "", condition, 7),))  # type: ignore[arg-type]
    assert seen(Game(case), "council", road="engineers").worth == 10 + 7 * holds


def test_r4_2_reservation_is_the_world_without_it_and_the_share_of_outside() -> None:
    assert seen(Game(), "council", school="villages").reservation == pytest.approx(0 + 40 * 0.6)
    assert seen(Game(), "council", school="villages", road="contractor", news="shared").reservation == 40
    assert seen(Game(), "relief", road="contractor").reservation == 40


def test_r4_2_advantage_runs_to_the_best_over_these_issues() -> None:
    found = seen(Game(), "ministry", school="villages", road="engineers")
    assert found.best == 40 - 2 + 40 - 2
    assert found.advantage == pytest.approx((60 - 4 - 32) / (76 - 32))


def test_r4_2_advantage_below_reservation_is_measured_against_it() -> None:
    found = seen(Game(), "relief", school="barracks", road="engineers")
    assert found.advantage == pytest.approx((30 - 8 * NOT_TOLD - 40) / 40)


def test_r4_2_best_worth_tries_hidden_mandates_in_combination() -> None:
    credit = HiddenMandate("credit", "", OptionAgreed("school", "barracks"), 55)
    case = changed(small_case(), "council", hidden=(credit,))
    assert seen(Game(case), "council", school="villages", road="contractor").best == 10 + 55 + 20


@pytest.mark.parametrize(("worth", "reservation", "best", "found"), [(5, 0, 0, 0), (5, 5, 5, 0), (0, 5, 9, -1)])
def test_r4_2_zero_denominators_give_zero(worth: float, reservation: float, best: float, found: float) -> None:
    assert advantage_of(worth, reservation, best) == found


def test_r4_2_a_red_line_without_waiver_is_worst() -> None:
    assert seen(Game(), "relief", news="shared").advantage == -1
    waived = changed(small_case(), "relief", flexibility=1.0)
    game = Game(waived).until(Phase.CORRIDOR).do(do.CableHome("relief", "uniforms")).until(Phase.CORRIDOR, number=2)
    assert seen(game, "relief", news="shared").crossed == ()


def test_r4_3_belief_moves_by_trust_in_the_speaker() -> None:
    game = Game().until(Phase.CORRIDOR).do(do.Share("force", "ambush", "relief"))
    assert game.own("relief").beliefs["ambush"] == pytest.approx(0.2 + 0.5 * 0.8)


def test_r4_3_finding_out_sets_belief_to_the_truth() -> None:
    game = Game().until(Phase.CORRIDOR).do(do.Investigate("relief", "ambush"))
    assert game.own("relief").beliefs["ambush"] == 1.0


def test_r4_3_who_knows_is_not_moved() -> None:
    case = small_case(facts=(ambush(known_by=("force", "relief")),))
    game = Game(case).until(Phase.CORRIDOR).do(do.Share("force", "ambush", "relief", is_spun=True))
    assert game.own("relief").beliefs["ambush"] == 1.0


def test_r4_4_meeting_raises_trust_by_a_tenth_of_the_room_left() -> None:
    game = Game().until(Phase.CORRIDOR).do(do.Meet("relief", "ministry"))
    assert game.own("relief").trust["ministry"] == game.own("ministry").trust["relief"] == pytest.approx(0.55)


def test_r4_4_pressure_lowers_trust_without_a_scar() -> None:
    game = Game().table("force", school="barracks").stances().do(do.Press("force", "relief", "A"))
    assert game.own("relief").trust["force"] == pytest.approx(0.35)
    assert game.own("relief").scars.get("force", 0) == 0
    assert game.own("force").trust["relief"] == 0.5


def test_r4_4_spin_found_out_scars_and_the_scar_is_a_ceiling() -> None:
    game = Game().until(Phase.CORRIDOR).do(do.Share("force", "ambush", "relief", is_spun=True))
    game.do(do.Investigate("relief", "ambush"))
    assert [e.to for e in game.events if isinstance(e.what, was.SpinFoundOut)] == [("relief",)]
    assert game.own("relief").trust["force"] == pytest.approx(0.35)
    assert game.own("relief").scars["force"] == pytest.approx(0.30)
    game.do(do.Meet("relief", "force"))
    assert game.own("relief").trust["force"] == pytest.approx(0.35 + 0.1 * (0.70 - 0.35))


def test_r4_4_shading_comes_out_in_a_caucus() -> None:
    game = Game().until(Phase.CORRIDOR).do(do.Meet("relief", "council"))
    game.do(do.Disclose("relief", "council", "school", is_shaded=True), do.Caucus("council", "ngos", "school"))
    game.do(do.Caucus("relief", "ngos", "school"))
    assert game.happened(was.SpinFoundOut)[0].speaker == "relief"


def pledged(*, keep: bool) -> Game:
    game = Game().table("ministry", school="villages", road="contractor").stances()
    game.do(do.Pledge("force", "council", "A", 6)).turn("ministry").do(do.CallSignature("ministry", "A"))
    game.stances().sign().until(Phase.SETTLING)
    pledge = next(iter(game.own("force").pledges))
    return game.do((do.KeepPledge if keep else do.BreakPledge)("force", pledge))


def test_r4_5_a_pledge_counts_by_trust_in_the_pledger() -> None:
    game = Game().table("ministry", school="villages").stances().do(do.Pledge("force", "council", "A", 6))
    found = appraise(game.view("council"), worded(school="villages"), ALL, "A")
    assert (found.pledges, found.worth) == (3, 63)


def test_r4_5_a_kept_pledge_costs_the_pledger_and_reaches_the_other() -> None:
    game = pledged(keep=True)
    assert [(a.points, a.is_standing) for a in game.own("force").adjustments] == [(-6, False)]
    assert [(a.points, a.is_standing) for a in game.own("council").adjustments] == [(6, False)]


def test_r4_5_a_broken_pledge_costs_standing_and_trust() -> None:
    game = pledged(keep=False)
    assert [(a.points, a.is_standing) for a in game.own("force").adjustments] == [(-6, True)]
    assert game.own("council").scars["force"] == pytest.approx(0.3)


def test_r4_5_a_pledge_not_settled_is_broken() -> None:
    game = Game().table("ministry", school="villages", road="contractor").stances()
    game.do(do.Pledge("force", "council", "A", 6)).turn("ministry").do(do.CallSignature("ministry", "A"))
    game.stances().sign().until(Phase.FIRST_EFFORTS)
    assert next(iter(game.own("council").pledges.values())).is_kept is False


def defied() -> Game:
    game = Game().table("force", school="barracks", road="engineers").stances()
    game.do(do.Press("force", "relief", "A")).turn("force").do(do.CallSignature("force", "A"))
    return game.stances().sign(declining=("relief",)).until(Phase.SETTLING)


def test_r4_6_a_threat_carried_out_costs_both() -> None:
    game = defied()
    game.do(do.CarryOutThreat("force", next(iter(game.own("force").threats))))
    assert [(a.points, a.is_standing) for a in game.own("relief").adjustments] == [(-12, False)]
    assert [(a.points, a.is_standing) for a in game.own("force").adjustments] == [(-3, False)]


def test_r4_6_a_threat_dropped_costs_standing_and_is_dropped_by_passing() -> None:
    game = defied().do(do.Pass("force"))
    assert [(a.points, a.is_standing) for a in game.own("force").adjustments] == [(-6, True)]
    assert game.own("relief").adjustments == ()


def test_r4_6_threats_enter_no_worth() -> None:
    game = Game().table("force", school="barracks").stances()
    before = appraise(game.view("relief"), worded(school="barracks"), ALL, "A")
    game.do(do.Press("force", "relief", "A"))
    assert appraise(game.view("relief"), worded(school="barracks"), ALL, "A") == before


def test_r4_6_only_a_defied_threat_waits() -> None:
    game = Game().table("force", school="barracks").stances().do(do.Press("force", "relief", "A"))
    game.until(Phase.SETTLING)
    assert game.refused(do.CarryOutThreat("force", next(iter(game.own("force").threats)))).code == "not_defied"
    assert replace(game.state) == game.state
