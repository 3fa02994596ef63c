"""Rules section 2: the course of a game."""

import pytest
from language import ALL, Game, changed, small_case

from game.rules import commands as do
from game.rules import events as was
from game.rules.course import waiting_on
from game.rules.vocabulary import DecisionRule, ForumKind, Phase, Purpose, Stance


def test_r2_1_chair_convenes_and_everybody_hears() -> None:
    game = Game().do(
        do.Convene("force", ForumKind.CONTACT_GROUP, ("relief",), Purpose.INFORMATION, DecisionRule.CARRIERS)
    )
    forum = game.room.forum
    assert (forum.kind, forum.purpose, forum.rule) == (
        ForumKind.CONTACT_GROUP, Purpose.INFORMATION, DecisionRule.CARRIERS,
    )  # fmt: skip
    assert forum.invited == {"force", "relief"}
    assert game.room.phase is Phase.CORRIDOR


def test_r2_1_only_the_chair_convenes() -> None:
    convene = do.Convene("relief", ForumKind.CONTACT_GROUP, ALL, None, DecisionRule.CONSENSUS)
    assert Game().refused(convene).code == "not_your_move"


def test_r2_1_forum_is_as_found_when_the_chair_passes_or_is_absent() -> None:
    assert Game().do(do.Pass("force")).room.forum.purpose is Purpose.DIVISION_OF_LABOUR
    assert Game(seated=("relief", "ministry")).room.phase is Phase.CORRIDOR


def test_r2_1_majority_of_those_present_changes_the_chair() -> None:
    motion = {"chair": "council"}
    game = Game().turn("force").do(do.MoveProcedure("force", **motion))
    assert set(waiting_on(game.room)) == {"relief", "ministry", "council"}
    game.do(do.MoveProcedure("relief", **motion))
    assert game.room.forum.chair == "force"
    game.do(do.MoveProcedure("council", **motion))
    assert game.room.forum.chair == "council"
    assert game.room.interlude is None


def test_r2_1_half_is_no_majority() -> None:
    game = Game().turn("force").do(do.MoveProcedure("force", chair="council"))
    game.do(do.MoveProcedure("council", chair="council"), do.Pass("ministry"), do.Pass("relief"))
    assert game.room.forum.chair == "force"
    assert game.room.speakers[0] == "relief"


def test_r2_2_a_round_goes_corridor_floor_stances_and_on() -> None:
    game = Game().until(Phase.CORRIDOR)
    game.table("relief", school="villages")
    phases = [game.room.phase]
    game.stances()
    phases.append(game.room.phase)
    assert phases == [Phase.FLOOR, Phase.CORRIDOR]
    assert game.room.round == 2


def test_r2_2_each_seat_has_one_floor_move_in_speaking_order() -> None:
    game = Game().until(Phase.FLOOR)
    assert game.room.speakers == ("force", "relief", "ministry", "council")
    game.do(do.Table("force", (do.plenary.Term("road", "engineers"),), ALL))
    assert game.room.speakers == ("relief", "ministry", "council")
    assert game.refused(do.Pass("force")).code == "not_your_move"


def test_r2_2_first_place_goes_round_with_the_rounds() -> None:
    assert Game().until(Phase.FLOOR, number=2).room.speakers[0] == "relief"


def test_r2_2_stances_are_shown_at_the_same_moment() -> None:
    game = Game().table("relief", school="villages").until(Phase.STANCES)
    game.do(do.TakeStance("council", "A", Stance.BLOCK))
    assert game.room.texts["A"].latest.stances == {}
    assert game.own("council").cast == {"A": Stance.BLOCK}
    game.do(*(do.TakeStance(seat, "A", Stance.ENDORSE) for seat in ("force", "relief", "ministry")))
    assert game.room.texts["A"].latest.stances["council"] is Stance.BLOCK


def test_r2_2_stances_are_shown_on_every_open_text() -> None:
    game = Game().table("force", school="barracks").table("relief", school="villages").until(Phase.STANCES)
    for seat in ALL:
        game.do(do.TakeStance(seat, "A", Stance.OBJECT), do.TakeStance(seat, "B", Stance.BLOCK))
    shown = {text.id: set(text.latest.stances.values()) for text in game.room.texts.values()}
    assert shown == {"A": {Stance.OBJECT}, "B": {Stance.BLOCK}}
    assert {len(game.own(seat).cast) for seat in ALL} == {0}


def test_r2_2_passing_on_a_stance_abstains() -> None:
    game = Game().table("relief", school="villages").until(Phase.STANCES).do(do.Pass("council"))
    game.do(*(do.TakeStance(seat, "A", Stance.ENDORSE) for seat in ("force", "relief", "ministry")))
    assert game.room.texts["A"].latest.stances["council"] is Stance.ABSTAIN


def test_r2_3_ballot_is_secret_and_only_about_accords_in_force() -> None:
    game = Game().accord(school="villages", road="contractor").until(Phase.BALLOT)
    game.do(do.AnswerBallot("relief", "A", 3, {"force": 1}))
    assert [event.to for event in game.events] == [("relief",)]
    assert game.refused(do.AnswerBallot("relief", "B", 3)).code == "no_accord"
    assert game.refused(do.AnswerBallot("relief", "A", 5)).code == "out_of_scale"
    assert game.refused(do.AnswerBallot("relief", "A", None)).code == "own_answer"


def test_r2_3_no_ballot_without_an_accord() -> None:
    assert Game().until(Phase.SETTLING).room.in_force == ()


def test_r2_4_effort_is_set_before_quarters_1_and_3() -> None:
    game = Game().accord(school="villages", road="contractor").until(Phase.FIRST_EFFORTS)
    game.do(do.SetEffort("relief", "A", 1.0)).until(Phase.SECOND_EFFORTS)
    assert game.room.year.quarter == 2
    assert game.own("relief").efforts["A"].effort == 1.0
    assert game.until(Phase.CLOSED).room.year.quarter == 4


def test_r2_6_absent_is_neither_consent_nor_veto() -> None:
    game = Game(seated=("relief", "ministry", "council")).accord(school="villages", road="contractor")
    accord = game.room.accords["A"]
    assert "force" not in accord.parties
    assert accord.settles == {"school", "road"}


def test_r2_6_a_term_that_an_absent_seat_carries_is_not_in_force() -> None:
    game = Game(seated=("relief", "ministry", "council")).accord(school="villages", road="engineers")
    assert game.room.accords["A"].settles == {"school"}


def test_r2_7_a_phase_waits_for_everybody_who_has_not_passed() -> None:
    game = Game().until(Phase.CORRIDOR).do(do.Pass("force"))
    assert set(waiting_on(game.room)) == {"relief", "ministry", "council"}
    assert game.refused(do.ConsultHome("force")).code == "not_your_move"


@pytest.mark.parametrize("seat", ALL)
def test_r2_5_everything_is_open_at_the_end(seat: str) -> None:
    game = Game().until(Phase.CLOSED)
    assert game.happened(was.GameClosed)[0].outcome.scores.keys() == set(ALL)
    assert game.refused(do.Pass(seat)).code == "closed"


def test_r2_2_headquarters_takes_a_floor_move_back() -> None:
    case = changed(small_case(), "relief", micro_management=4.0)
    game = Game(case).until(Phase.FLOOR, number=2)
    assert game.room.floor_taken == {"relief"}
    assert "relief" not in game.room.speakers
