"""Rules section 3: what is refused, by its code (R3.1)."""

from dataclasses import replace

import pytest
from language import ALL, Game, ambush, changed, happening, small_case, worded

from game.rules import commands as do
from game.rules import events as was
from game.rules.case import Case, RedLine
from game.rules.conditions import OptionAgreed
from game.rules.course import waiting_on
from game.rules.effects import RevealFact
from game.rules.legality import verify
from game.rules.texts import LANES
from game.rules.vocabulary import DecisionRule, ForumKind, Phase, Purpose, Stance

DEAL = {"school": "villages", "road": "contractor"}


def corridor(case: Case | None = None) -> Game:
    return Game(case).until(Phase.CORRIDOR)


def carriers_decide(**fields: object) -> Case:
    return small_case(forum=replace(small_case().forum, rule=DecisionRule.CARRIERS), **fields)


def tabled(case: Case | None = None, parties: tuple[str, ...] = ALL) -> Game:
    return Game(case).table("force", parties, school="barracks").stances()


def called(**stances: Stance) -> Game:
    game = Game().table("ministry", **DEAL).table("council", school="villages").stances(**stances)
    return (
        game.turn("ministry").do(do.CallSignature("ministry", "A")).turn("council").do(do.CallSignature("council", "B"))
    )


def test_share_refuses_what_the_room_knows() -> None:
    game = corridor(small_case(occurrences=(happening(effects=(RevealFact("ambush"),)),)))
    assert game.refused(do.Share("force", "ambush", "relief")).code == "open_already"
    assert game.refused(do.AssessJointly("force", "ambush", ("relief",))).code == "open_already"


def test_share_and_investigate_take_time() -> None:
    game = corridor(small_case(facts=(ambush(difficulty=3),))).do(do.ConsultHome("force"), do.ConsultHome("force"))
    assert game.refused(do.Share("force", "ambush", "relief")).code == "no_time"
    assert game.refused(do.Investigate("relief", "ambush")).code == "no_time"


def test_cable_home_refuses_what_headquarters_will_not_or_did_already() -> None:
    hard = RedLine("hard", "Never.", OptionAgreed("news", "shared"), is_waivable=False)
    soft = small_case().agency("relief").red_lines[0]
    game = corridor(changed(small_case(), "relief", flexibility=1.0, red_lines=(hard, soft)))
    assert game.refused(do.CableHome("relief", "hard")).code == "not_waivable"
    assert game.refused(do.CableHome("relief", "other")).code == "unknown_red_line"
    assert (
        game.do(do.CableHome("relief", "uniforms")).refused(do.CableHome("relief", "uniforms")).code == "waived_already"
    )


def test_consult_home_refuses_where_the_house_is_agreed() -> None:
    assert corridor(changed(small_case(), "relief", backing=1.0)).refused(do.ConsultHome("relief")).code == "backed"


def test_caucus_is_for_members_once() -> None:
    game = corridor()
    assert game.refused(do.Caucus("ministry", "ngos", "school")).code == "no_network"
    assert game.do(do.Caucus("relief", "ngos", "school")).refused(do.Caucus("relief", "ngos", "school")).code == (
        "joined_already"
    )
    refusal = game.turn("relief").refused(do.Table("relief", worded(school="villages"), ALL, network="ngos"))
    assert refusal.code == "no_caucus"


def test_assess_jointly_is_offered_once() -> None:
    game = corridor().do(do.AssessJointly("relief", "ambush", ("ministry",)))
    assert game.refused(do.AssessJointly("relief", "ambush", ("ministry",))).code == "offered_already"
    game.until(Phase.CORRIDOR, number=2)
    assert (game.own("relief").joint_offers, game.own("ministry").joint_offers) == ((), ())


def test_press_is_for_parties() -> None:
    game = tabled(parties=("force", "ministry"))
    assert game.refused(do.Press("force", "relief", "A")).code == "not_party"


def test_withdraw_pressure_is_for_ones_own_threat_once() -> None:
    game = tabled().do(do.Press("force", "relief", "A"))
    threat = next(iter(game.own("force").threats))
    assert game.refused(do.WithdrawPressure("relief", threat)).code == "no_threat"
    game.do(do.WithdrawPressure("force", threat))
    assert game.refused(do.WithdrawPressure("force", threat)).code == "withdrawn_already"


def test_declare_lane_and_its_effort_are_for_what_no_accord_settles() -> None:
    game = corridor(small_case(rounds=3)).do(do.DeclareLane("relief", "school", "villages")).accord(school="villages")
    game.until(Phase.CORRIDOR, number=3)
    assert game.refused(do.DeclareLane("force", "school", "barracks")).code == "settled"
    assert game.until(Phase.FIRST_EFFORTS).refused(do.SetEffort("relief", LANES)).code == "nothing_to_carry"


def test_table_and_amend_refuse_what_stands_there_already() -> None:
    game = tabled().turn("force")
    assert game.refused(do.Table("force", worded(school="barracks"), ALL)).code == "same_text"
    assert game.refused(do.Amend("force", "A", worded(school="barracks"), ALL)).code == "same_text"
    game.do(do.Table("force", worded(school="barracks"), ("force", "council")))


def test_take_stance_once_on_each_text() -> None:
    game = Game().table("force", school="barracks").table("relief", school="villages").until(Phase.STANCES)
    game.do(do.TakeStance("relief", "A", Stance.OBJECT))
    assert game.refused(do.TakeStance("relief", "A", Stance.ENDORSE)).code == "taken_already"


def test_challenge_needs_a_fact() -> None:
    game = corridor().do(do.Share("force", "ambush", None)).turn("relief")
    assert game.refused(do.Challenge("relief", "force", "ambush")).code == "not_known"
    assert game.refused(do.Challenge("relief", "council", "ambush")).code == "no_claim"


def test_concede_point_once_a_round() -> None:
    case = small_case(rounds=3)
    game = Game(case, ruleset=replace(Game().state.ruleset, floor_moves=2)).table("force", school="barracks")
    game.stances(relief=Stance.OBJECT).turn("force").do(do.ConcedePoint("force", "relief"))
    assert game.refused(do.ConcedePoint("force", "relief")).code == "conceded_already"


def test_name_power_once_and_not_after_it_was_granted() -> None:
    game = Game(small_case(rounds=4)).turn("relief").do(do.NamePower("relief")).until(Phase.FLOOR, number=2)
    assert game.turn("relief").refused(do.NamePower("relief")).code == "named_already"
    game.turn("force").do(do.ConcedePoint("force", "relief")).until(Phase.FLOOR, number=3)
    assert game.turn("council").refused(do.NamePower("council")).code == "named_already"


def test_move_procedure_refuses_what_moves_nothing() -> None:
    game = Game(seated=("force", "relief", "council")).turn("force")
    assert game.refused(do.MoveProcedure("force")).code == "empty_motion"
    assert game.refused(do.MoveProcedure("force", chair="ministry")).code == "no_chair"
    assert game.refused(do.MoveProcedure("force", chair="force")).code == "no_chair"
    assert game.refused(do.MoveProcedure("force", invite=("relief",))).code == "no_invitation"
    assert game.refused(do.MoveProcedure("force", purpose=Purpose.DIVISION_OF_LABOUR)).code == "same_purpose"


def test_r5_5_a_contact_group_declares_no_common_strategy() -> None:
    invited = ("relief", "ministry")
    ask = do.Convene("force", ForumKind.CONTACT_GROUP, invited, Purpose.COMMON_STRATEGY, DecisionRule.CONSENSUS)
    game = Game()
    assert game.refused(ask).code == "contact_group"
    assert game.refused(replace(ask, purpose=None, invited=())).code == "nobody_invited"
    game.do(replace(ask, purpose=None)).turn("force")
    assert game.refused(do.MoveProcedure("force", purpose=Purpose.COMMON_STRATEGY)).code == "contact_group"


def test_raise_doubt_is_for_parties_once_and_on_the_text_at_hand() -> None:
    game = tabled(parties=("force", "relief")).turn("council")
    assert game.refused(do.RaiseDoubt("council", "A")).code == "not_party"
    game = called().stances()
    assert game.refused(do.RaiseDoubt("relief", "B")).code == "other_text"
    game.do(do.RaiseDoubt("relief", "A"))
    assert game.refused(do.RaiseDoubt("force", "B")).code == "other_doubt"
    while game.room.interlude is not None:
        game.do(do.Pass(waiting_on(game.room)[0]))
    assert game.refused(do.RaiseDoubt("relief", "A")).code == "doubted_already"


def test_raise_doubt_is_not_for_who_showed_no_more_than_it_supports() -> None:
    game = Game().table("force", school="barracks", road="engineers").stances(council=Stance.BLOCK).turn("relief")
    game.do(do.RaiseDoubt("relief", "A"))
    assert game.refused(do.RaiseDoubt("council", "A")).code == "no_doubt"


def test_call_signature_once_for_a_version_and_not_against_an_accord() -> None:
    game = tabled(small_case(rounds=3)).turn("force").do(do.CallSignature("force", "A"))
    other = Game(small_case(rounds=3), ruleset=replace(game.state.ruleset, floor_moves=2)).table(
        "force", school="barracks"
    )
    other.stances().turn("force").do(do.CallSignature("force", "A"))
    assert other.refused(do.CallSignature("force", "A")).code == "called_already"
    game = Game(small_case(rounds=3)).table("ministry", school="villages")
    game.table("council", ("council", "relief"), school="villages").stances()
    game.turn("ministry").do(do.CallSignature("ministry", "A")).stances().sign().until(Phase.FLOOR, number=3)
    assert game.turn("council").refused(do.CallSignature("council", "B")).code == "settled"


def test_two_calls_in_one_round_that_settle_the_same_issue() -> None:
    game = Game().table("relief", ("relief", "ministry"), school="villages")
    game.table("council", ("council", "ministry", "relief"), school="villages", road="contractor").stances()
    game.turn("relief").do(do.CallSignature("relief", "A")).turn("council").do(do.CallSignature("council", "B"))
    game.stances().sign()
    assert (set(game.room.accords), game.room.called) == ({"A"}, (("B", 1),))
    game.sign()
    assert [accord.text for accord in game.room.in_force] == ["B"]
    game = Game().table("relief", ("relief", "ministry"), school="villages")
    game.table("council", ("council", "force"), school="barracks").stances()
    game.turn("relief").do(do.CallSignature("relief", "A")).turn("council").do(do.CallSignature("council", "B"))
    game.stances().sign()
    assert [(fell.text, fell.why) for fell in game.happened(was.FellThrough)] == [("B", "settled_since")]


def test_sign_with_reservation_names_a_term() -> None:
    game = called().stances()
    assert game.refused(do.SignWithReservation("relief", "A", "news")).code == "unknown_term"
    assert game.refused(do.Sign("relief", "B")).code == "not_called"
    assert game.do(do.Sign("relief", "A")).refused(do.Decline("relief", "A")).code == "not_your_move"


def test_answer_ballot_predicts_the_other_parties_on_the_scale() -> None:
    game = Game(carriers_decide()).accord(parties=("ministry", "council"), road="contractor").until(Phase.BALLOT)
    codes = [game.refused(do.AnswerBallot("council", "A", 3, guess)).code for guess in (
        {"relief": 1}, {"council": 1}, {"ministry": 5}, {"ministry": -1})]  # fmt: skip
    assert codes == ["not_party", "not_party", "out_of_scale", "out_of_scale"]


def test_r4_5_a_pledge_for_a_replaced_accord_is_not_due() -> None:
    game = (
        Game(small_case(rounds=4))
        .table("ministry", road="contractor")
        .stances()
        .do(do.Pledge("force", "council", "A", 5))
    )
    game.turn("ministry").do(do.CallSignature("ministry", "A")).stances().sign().until(Phase.FLOOR, number=3)
    game.table("ministry", **DEAL).stances().turn("ministry").do(do.CallSignature("ministry", "B")).stances().sign()
    pledge = next(iter(game.own("force").pledges))
    assert game.until(Phase.SETTLING).refused(do.KeepPledge("force", pledge)).code == "not_due"


def test_a_seat_acts_for_itself_alone() -> None:
    refusal = verify(corridor().view("relief"), do.ConsultHome("force"))
    assert refusal is not None
    assert refusal.code == "not_yours"


@pytest.mark.parametrize("effort", [float("nan"), float("inf"), -0.1, 1.1])
def test_set_effort_is_a_share(effort: float) -> None:
    game = Game().accord(**DEAL).until(Phase.FIRST_EFFORTS)
    assert game.refused(do.SetEffort("relief", "A", effort)).code == "out_of_scale"
    assert game.refused(do.SetEffort("relief", "A", 1.0, {"school": effort})).code == "out_of_scale"


def test_r2_6_who_walked_out_still_answers_for_what_it_signed() -> None:
    game = (
        Game(small_case(rounds=3)).accord(**DEAL).until(Phase.FLOOR, number=3).turn("relief").do(do.WalkOut("relief"))
    )
    assert game.room.speakers[:1] != ("relief",)
    game.until(Phase.BALLOT).do(do.AnswerBallot("relief", "A", 4)).until(Phase.FIRST_EFFORTS)
    game.do(do.SetEffort("relief", "A", 1.0))
    assert "relief" in waiting_on(game.room)


def test_r3_4_one_signature_or_no_carried_term_makes_no_accord() -> None:
    game = Game(carriers_decide()).accord_called(road="contractor").sign(declining=("force", "relief", "council"))
    assert [fell.why for fell in game.happened(was.FellThrough)] == ["too_few"]
    game = Game().accord_called(school="villages").sign(reserving={"relief": "school"})
    assert [fell.why for fell in game.happened(was.FellThrough)] == ["nothing_carried"]


def test_r2_1_who_is_not_invited_has_no_floor_and_half_the_noes_end_a_vote() -> None:
    case = small_case(forum=replace(small_case().forum, invited=("force", "relief", "ministry", "council")))
    game = Game(case).turn("force").do(do.MoveProcedure("force", chair="council"))
    game.do(do.Pass("relief"), do.Pass("ministry"))
    assert game.room.interlude is None
    case = small_case(forum=replace(small_case().forum, invited=("force", "relief")))
    assert set(Game(case).until(Phase.FLOOR).room.speakers) == {"force", "relief"}
