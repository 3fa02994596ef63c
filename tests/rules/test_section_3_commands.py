"""Rules section 3: every command, what it needs, who sees it, what it does."""

from dataclasses import replace
from typing import get_args

import pytest
from language import ALL, Game, changed, happening, small_case, worded

from game.rules import commands as do
from game.rules import events as was
from game.rules.commands import Command
from game.rules.effects import GainTime, RevealFact, ShiftBacking, TakeFloorMove, TurnFact
from game.rules.legality.verification import PHASES
from game.rules.menu import menu
from game.rules.play import ACTS
from game.rules.vocabulary import DecisionRule, Phase, Purpose, Stance


def corridor(**fields: object) -> Game:
    return Game(small_case(**fields)).until(Phase.CORRIDOR)


def test_r3_5_every_command_has_a_place_and_an_effect() -> None:
    commands = get_args(Command)
    kinds = {command.__dataclass_fields__["kind"].default for command in commands}
    assert kinds == set(PHASES) | {"pass", "send_message"}
    assert set(commands) == set(ACTS) | {do.Pass, do.SendMessage, do.Convene}


def test_r3_1_a_refused_command_changes_nothing() -> None:
    game = corridor()
    before = game.state
    game.refused(do.Meet("force", "force"))
    assert game.state is before


def test_r3_1_menu_offers_just_what_is_accepted() -> None:
    game = corridor().table("relief", school="villages").until(Phase.CORRIDOR, number=2)
    for choice in menu(game.view("force")):
        assert bool(choice.commands) != (choice.refusal is not None)
        for command in choice.commands:
            Game.do(_copy(game), command)


def _copy(game: Game) -> Game:
    copy = object.__new__(Game)
    copy.__dict__.update(game.__dict__)
    copy.played = []
    return copy


def test_r3_3_an_issue_is_settled_by_one_accord_only() -> None:
    game = Game(replace(small_case(), rounds=3)).accord(school="villages").until(Phase.FLOOR, number=3).turn("force")
    refusal = game.refused(do.Table("force", worded(school="barracks"), ("force", "council")))
    assert (refusal.code, refusal.about) == ("settled", "school")


def test_r3_3_its_own_parties_replace_an_accord() -> None:
    game = Game(replace(small_case(), rounds=4)).accord(school="villages").until(Phase.FLOOR, number=3)
    game.turn("ministry").do(do.Table("ministry", worded(school="barracks"), ALL)).stances()
    game.turn("ministry").do(do.CallSignature("ministry", "B")).stances().sign()
    assert game.room.accords["A"].replaced_by == "B"
    assert [accord.text for accord in game.room.in_force] == ["B"]


def test_r3_3_two_coalitions_hold_two_accords() -> None:
    game = Game().table("force", ("force", "ministry"), road="engineers")
    game.do(do.Table("relief", worded(school="villages"), ("relief", "ministry"))).stances()
    game.turn("relief").do(do.CallSignature("relief", "B")).turn("force").do(do.CallSignature("force", "A"))
    game.stances().sign().sign()
    assert {a.text: a.parties for a in game.room.in_force} == {
        "B": ("relief", "ministry"), "A": ("force", "ministry"),
    }  # fmt: skip


def called(*, rule: DecisionRule = DecisionRule.CONSENSUS, parties: tuple[str, ...] = ALL, **stances: Stance) -> Game:
    forum = replace(small_case().forum, rule=rule)
    game = Game(small_case(forum=forum)).table("ministry", parties, school="villages", road="contractor").stances()
    return game.turn("ministry").do(do.CallSignature("ministry", "A")).stances(**stances)


def test_r3_4_consensus_needs_every_named_party_that_is_here() -> None:
    game = called().sign(declining=("council",))
    assert game.room.in_force == ()
    fell = game.happened(was.FellThrough)[0]
    assert (fell.why, fell.through) == ("not_signed", ("council",))


def test_r3_4_a_block_by_an_invited_seat_stops_consensus() -> None:
    game = called(council=Stance.BLOCK).sign()
    assert game.happened(was.FellThrough)[0].why == "blocked"


def test_r3_4_carriers_rule_needs_only_the_carriers() -> None:
    game = called(rule=DecisionRule.CARRIERS, council=Stance.BLOCK).sign(declining=("council", "force"))
    assert game.room.accords["A"].parties == ("relief", "ministry")


def test_r3_4_a_term_whose_carrier_did_not_sign_it_is_not_in_force() -> None:
    game = called().sign(reserving={"relief": "school"})
    accord = game.room.accords["A"]
    assert (accord.settles, accord.reserved) == ({"road"}, {"relief": "school"})


def test_meet_is_seen_by_both_alone_and_once_a_round() -> None:
    game = corridor().do(do.Meet("relief", "ministry"))
    assert {event.to for event in game.events} == {("relief", "ministry"), ("relief",), ("ministry",)}
    assert game.own("relief").time == 1
    assert game.own("ministry").time == 2
    assert game.refused(do.Meet("ministry", "relief")).code == "met_already"


def test_time_runs_out() -> None:
    game = corridor().do(do.Meet("relief", "ministry"), do.Meet("relief", "council"))
    assert game.refused(do.ConsultHome("relief")).code == "no_time"


def test_disclose_needs_a_meeting_and_tells_points() -> None:
    game = corridor()
    assert game.refused(do.Disclose("relief", "ministry", "school")).code == "not_met"
    game.do(do.Meet("relief", "ministry"), do.Disclose("relief", "ministry", "school"))
    assert game.happened(was.Disclosed)[0].disclosure.points == {"none": 0, "villages": 50, "barracks": 0}
    assert game.refused(do.Disclose("relief", "ministry", "school", True)).code == "told_already"


def test_disclose_shaded_reverses_the_two_best() -> None:
    game = corridor().do(do.Meet("ministry", "relief"), do.Disclose("ministry", "relief", "road", is_shaded=True))
    assert game.happened(was.Disclosed)[0].disclosure.points == {"none": 0, "engineers": 40, "contractor": 20}
    assert [event.to for event in game.events if isinstance(event.what, was.Coloured)] == [("ministry",)]


def test_share_costs_nothing_with_somebody_met_and_one_otherwise() -> None:
    game = corridor().do(do.Meet("force", "relief"), do.Share("force", "ambush", "relief"))
    assert game.own("force").time == 1
    assert game.do(do.Share("force", "ambush", None)).own("force").time == 0
    assert game.refused(do.Share("force", "ambush", "relief")).code == "said_already"


def test_share_needs_knowledge() -> None:
    assert corridor().refused(do.Share("relief", "ambush", "force")).code == "not_known"


def test_investigate_tells_the_seat_alone() -> None:
    game = corridor().do(do.Investigate("relief", "ambush"))
    assert game.own("relief").knows == {"ambush": True}
    assert {event.to for event in game.events} == {("relief",)}


def test_assess_jointly_happens_once_all_partners_say_so() -> None:
    game = corridor().do(do.AssessJointly("relief", "ambush", ("ministry",)))
    assert "ambush" not in game.own("relief").knows
    game.do(do.AssessJointly("ministry", "ambush", ("relief",)))
    assert game.own("relief").knows == game.own("ministry").knows == {"ambush": True}
    assert "ministry" in game.own("relief").consulted
    assert (game.own("relief").time, game.own("ministry").time) == (1, 1)


def test_cable_home_draws_against_flexibility_and_counts_next_round() -> None:
    case = changed(small_case(), "relief", flexibility=1.0)
    game = Game(case).until(Phase.CORRIDOR).do(do.CableHome("relief", "uniforms"))
    assert not game.own("relief").has_waiver("uniforms", 1)
    assert game.own("relief").has_waiver("uniforms", 2)
    stubborn = Game(changed(small_case(), "relief", flexibility=0.0)).until(Phase.CORRIDOR)
    assert stubborn.do(do.CableHome("relief", "uniforms")).own("relief").waivers == {}


def test_consult_home_closes_a_fifth_of_the_room_left() -> None:
    assert corridor().do(do.ConsultHome("relief")).own("relief").backing == pytest.approx(0.8 + 0.2 * 0.2)


def test_caucus_is_held_once_a_second_member_joins() -> None:
    game = corridor().do(do.Caucus("relief", "ngos", "school"))
    assert game.own("relief").backing == 0.8
    assert game.refused(do.Caucus("council", "ngos", "road")).code == "other_issue"
    game.do(do.Caucus("council", "ngos", "school"))
    assert game.own("relief").backing == game.own("council").backing == pytest.approx(0.83)
    shown = [d for d in game.own("council").disclosures.values() if d.speaker == "relief"]
    assert [d.points["villages"] for d in shown] == [50]


def test_caucus_tables_as_one() -> None:
    game = corridor().do(do.Caucus("relief", "ngos", "school"), do.Caucus("council", "ngos", "school")).turn("relief")
    game.do(do.Table("relief", worded(school="villages"), ALL, network="ngos"))
    assert game.room.texts["A"].sponsors == ("relief", "council")


def pressed() -> Game:
    game = Game().table("force", school="barracks", news="shared").stances()
    return game.do(do.Press("force", "relief", "A"))


def test_press_needs_leverage_and_a_text_and_is_seen_by_both() -> None:
    game = pressed()
    assert {event.to for event in game.events} == {("force",), ("relief",), ("force", "relief")}
    assert game.own("relief").threats.keys() == game.own("force").threats.keys()
    assert game.refused(do.Press("force", "relief", "A")).code == "pressed_already"
    assert game.refused(do.Press("relief", "council", "A")).code == "no_leverage"
    assert game.refused(do.Press("force", "relief", "B")).code == "unknown_text"


def test_pledge_keeps_to_the_budget() -> None:
    game = pressed().do(do.Pledge("force", "relief", "A", 8))
    assert game.own("force").pledge_left == 2
    assert game.refused(do.Pledge("force", "council", "A", 3)).code == "over_budget"
    assert game.refused(do.Pledge("force", "council", "A", 0)).code == "over_budget"


def test_declare_lane_is_for_carriers_and_the_last_stands() -> None:
    game = corridor().do(do.DeclareLane("force", "road", "engineers"), do.DeclareLane("force", "school", "barracks"))
    assert game.room.lanes == {"force": {"road": "engineers", "school": "barracks"}}
    assert game.refused(do.DeclareLane("relief", "road", "engineers")).code == "not_carrier"


def test_table_refuses_what_is_no_text() -> None:
    game = Game().turn("force")
    codes = [
        game.refused(do.Table("force", terms, parties)).code
        for terms, parties in (
            ((), ALL),
            (worded(school="palace"), ALL),
            (worded(school="villages") + worded(school="barracks"), ALL),
            (worded(school="villages"), ("force",)),
            (worded(school="villages"), ("force", "nobody")),
        )
    ]
    assert codes == ["no_terms", "unknown_option", "issue_twice", "too_few_parties", "unknown_agency"]


def test_amend_makes_stances_lapse_and_threats_follow_the_text() -> None:
    game = pressed().turn("relief").do(do.Amend("relief", "A", worded(school="villages", news="shared"), ALL))
    text = game.room.texts["A"]
    assert (len(text.versions), text.latest.stances) == (2, {})
    assert [threat.weight for threat in game.own("relief").threats.values()] == [1.0]


def test_amend_is_for_parties_and_the_chair() -> None:
    game = Game().table("relief", ("relief", "ministry"), school="villages").turn("council")
    assert game.refused(do.Amend("council", "A", worded(road="contractor"), ALL)).code == "not_party"


def test_an_amended_text_called_before_is_not_signed() -> None:
    game = Game().table("force", school="barracks").stances().until(Phase.FLOOR, number=2)
    game.do(*(do.Pass(seat) for seat in ("relief", "ministry", "council"))).do(do.CallSignature("force", "A"))
    assert game.stances().room.phase is Phase.SIGNING
    early = Game(small_case(rounds=3)).table("force", school="barracks").stances().until(Phase.FLOOR, number=3)
    early.do(do.Pass("ministry"), do.Pass("council"), do.CallSignature("force", "A"))
    early.do(do.Amend("relief", "A", worded(school="villages"), ALL))
    early.until(Phase.STANCES)
    before = early.room.called
    early.stances()
    assert (before, early.room.called) == ((("A", 1),), ())
    assert early.room.phase is not Phase.SIGNING


def test_challenge_finds_spin_out_before_the_room() -> None:
    case = small_case(facts=(replace(small_case().facts[0], known_by=("force", "council")),))
    game = Game(case).until(Phase.CORRIDOR)
    game.do(do.Share("force", "ambush", None, is_spun=True)).turn("council")
    before = game.own("ministry").trust["force"]
    game.do(do.Challenge("council", "force", "ambush"))
    assert game.happened(was.Challenged)[0].was_spun
    assert game.room.open_facts == {"ambush": True}
    assert game.own("ministry").trust["force"] < before
    assert game.own("ministry").scars["force"] == pytest.approx(0.3)


def test_challenge_of_a_straight_claim_costs_the_challenger() -> None:
    case = small_case(facts=(replace(small_case().facts[0], known_by=("force", "council")),))
    game = Game(case).until(Phase.CORRIDOR).do(do.Share("force", "ambush", None)).turn("council")
    game.do(do.Challenge("council", "force", "ambush"))
    assert game.own("ministry").trust["council"] == pytest.approx(0.35)
    assert game.own("ministry").trust["force"] == 0.5


def test_concede_point_doubles_the_gain_of_the_challenger() -> None:
    game = Game().table("force", school="barracks").stances(relief=Stance.OBJECT).turn("force")
    assert game.refused(do.ConcedePoint("force", "council")).code == "nothing_to_concede"
    before = game.own("relief").trust["force"]
    game.do(do.ConcedePoint("force", "relief"))
    assert game.own("relief").trust["force"] == pytest.approx(before + 0.2 * (1 - before))


def test_name_power_counts_once_the_strongest_concedes() -> None:
    game = Game().turn("relief")
    game.do(do.NamePower("relief"))
    assert not game.room.forum.is_power_conceded
    game.until(Phase.FLOOR, number=2).turn("force").do(do.ConcedePoint("force", "relief"))
    assert game.room.forum.is_power_conceded


def test_name_power_counts_once_the_chair_changes_hands() -> None:
    game = Game().turn("relief").do(do.NamePower("relief"), do.MoveProcedure("ministry", chair="council"))
    game.do(do.MoveProcedure("council", chair="council"), do.MoveProcedure("relief", chair="council"))
    assert game.room.forum.is_power_conceded


def test_name_power_is_for_weaker_seats() -> None:
    assert Game().turn("force").refused(do.NamePower("force")).code == "strongest"


def test_move_procedure_invites_and_declares() -> None:
    case = small_case(forum=replace(small_case().forum, invited=("force", "relief", "ministry")))
    game = Game(case).turn("force")
    motion = {"invite": ("council",), "purpose": Purpose.INFORMATION}
    game.do(do.MoveProcedure("force", **motion), do.MoveProcedure("relief", **motion))
    assert "council" in game.room.forum.invited
    assert game.room.forum.purpose is Purpose.INFORMATION


def test_raise_doubt_shows_true_support_and_opens_it_for_others() -> None:
    game = Game().table("force", school="barracks", road="engineers").stances()
    game.turn("relief").do(do.RaiseDoubt("relief", "A"))
    assert game.happened(was.DoubtRaised)[0].support < 0
    assert set(waiting := game.room.interlude.answered) == {"relief"}, waiting
    assert game.refused(do.RaiseDoubt("force", "A")).code == "no_doubt"
    game.do(do.RaiseDoubt("council", "A"), do.Pass("force"), do.Pass("ministry"))
    assert game.room.interlude is None
    assert set(game.room.texts["A"].doubts) == {"relief", "council"}


def test_raise_doubt_before_signing_costs_no_signature() -> None:
    game = called().do(do.RaiseDoubt("council", "A"), *(do.Pass(s) for s in ("force", "relief", "ministry")))
    assert game.room.texts["A"].signatures == {}
    assert game.sign().room.in_force


def test_call_signature_is_for_sponsor_and_chair() -> None:
    game = Game().table("ministry", school="villages").stances().turn("relief")
    assert game.refused(do.CallSignature("relief", "A")).code == "not_sponsor"


def test_walk_out_and_come_back() -> None:
    game = Game().turn("relief").do(do.WalkOut("relief")).until(Phase.FLOOR, number=2)
    assert "relief" not in game.room.present
    assert game.turn("relief").refused(do.Table("relief", worded(school="villages"), ALL)).code == "out"
    assert "relief" in game.do(do.ComeBack("relief")).room.present


def test_messages_reach_whom_they_are_for_in_every_phase() -> None:
    game = Game().do(do.SendMessage("council", "relief", "Are you there?"))
    assert [event.to for event in game.events] == [("council", "relief")]
    assert game.refused(do.SendMessage("council", None, "  ")).code == "no_message"
    assert game.do(do.SendMessage("council", None, "Good morning.")).events[0].to == "room"


@pytest.mark.parametrize(
    ("effect", "seen"),
    [
        (GainTime("relief", 1), lambda g: g.own("relief").time == 3),
        (ShiftBacking("relief", -0.5), lambda g: g.own("relief").backing == pytest.approx(0.3)),
        (RevealFact("ambush"), lambda g: g.room.open_facts == {"ambush": True}),
        (TurnFact("ambush", False, ("relief",)), lambda g: g.own("relief").knows == {"ambush": False}),
        (TakeFloorMove("relief"), lambda g: g.room.floor_taken == {"relief"}),
    ],
)
def test_occurrences_bring_effects(effect: object, seen: object) -> None:
    game = Game(small_case(occurrences=(happening(effects=(effect,)),))).until(Phase.CORRIDOR)
    assert seen(game)  # type: ignore[operator]


def test_turned_fact_is_no_longer_known_to_who_was_not_told() -> None:
    event = happening(effects=(TurnFact("ambush", False),))
    assert Game(small_case(occurrences=(event,))).until(Phase.CORRIDOR).own("force").knows == {}
