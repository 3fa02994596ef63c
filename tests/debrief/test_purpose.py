"""Whether coordination served its purpose: declared, expected, reached; and side by side given its due."""

import pytest
from endings import DISTRICT, TUTORIAL, VERDICTS, retold, simulated, story_of, told, two_accords, wandered
from hypothesis import given, settings
from hypothesis import strategies as st
from language import Game

from game.debrief import Chronicle, Reach, review_purpose
from game.rules.commands import AssessJointly, Caucus, Convene, MoveProcedure, Share
from game.rules.ids import AgencyId
from game.rules.vocabulary import DecisionRule, ForumKind, Phase, Purpose

CLINICS, FUND = AgencyId("clinics"), AgencyId("fund")
FOUR = tuple(Purpose)


def reach(story: Chronicle, purpose: Purpose) -> Reach:
    return next(one for one in review_purpose(story).reaches if one.purpose is purpose)


@pytest.mark.parametrize(
    ("script", "declared", "reached", "is_met"),
    [
        ("sincere", Purpose.JOINT_ANALYSIS, Purpose.COMMON_STRATEGY, True),
        ("pressed", None, None, None),
        ("overtaken", Purpose.JOINT_ANALYSIS, Purpose.INFORMATION, False),
        ("side-by-side", Purpose.INFORMATION, Purpose.DIVISION_OF_LABOUR, True),
        ("information-sharing", Purpose.INFORMATION, Purpose.INFORMATION, True),
        ("breakdown", Purpose.COMMON_STRATEGY, None, False),
        ("nothing", None, None, None),
    ],
)
def test_declared_and_reached_stand_beside_each_other(
    script: str, declared: Purpose | None, reached: Purpose | None, *, is_met: bool | None
) -> None:
    found = review_purpose(told(TUTORIAL, script))
    assert (found.declared, found.reached, found.is_met) == (declared, reached, is_met)
    assert found.declared_at == (1 if declared else None)


def test_r8_3_a_forum_that_did_what_it_set_out_to_do_is_told_so() -> None:
    assert review_purpose(told(TUTORIAL, "information-sharing")).words.startswith(
        "It set out to share information, and did so honestly: it succeeded at what it set out to do."
    )


def test_facts_told_straight_are_named_by_their_commands() -> None:
    found = reach(told(TUTORIAL, "information-sharing"), Purpose.INFORMATION)
    assert (found.is_reached, found.commands, found.words) == (True, (2, 3, 4), "Facts were told straight 3 times.")


def test_side_by_side_is_given_its_due() -> None:
    found = review_purpose(told(TUTORIAL, "side-by-side"))
    beside = found.side_by_side
    assert (beside.is_verdict, beside.by_accords) == (True, 0.0)
    assert beside.by_lanes == beside.fit == pytest.approx(1.0)
    assert "that is a result" in beside.words
    division = reach(told(TUTORIAL, "side-by-side"), Purpose.DIVISION_OF_LABOUR)
    assert division.commands == (3, 4, 5, 6)


def test_side_by_side_stands_beside_what_accords_brought_about() -> None:
    beside = review_purpose(told(TUTORIAL, "sincere")).side_by_side
    assert beside.by_lanes == 0.0
    assert beside.by_accords > 0.8
    assert "Nobody worked side by side" in beside.words


def test_what_was_signed_and_not_lived_is_no_common_strategy() -> None:
    strategy = reach(told(TUTORIAL, "pressed"), Purpose.COMMON_STRATEGY)
    assert (strategy.is_reached, strategy.commands) == (False, ())
    assert strategy.words.startswith("Text A was lived as false coherence")
    assert strategy.words.endswith("A text in common is not yet a strategy in common.")


def test_each_agency_is_told_how_far_the_forum_was_from_what_it_had_come_for() -> None:
    found = {one.agency: one for one in review_purpose(told(TUTORIAL, "sincere")).expectations}
    clinics = found[CLINICS]
    assert (clinics.expected, clinics.to_declared, clinics.to_reached) == (Purpose.INFORMATION, 1, 3)
    assert clinics.words == (
        "Coast Clinics had come for sharing information. The forum was declared for joint analysis, one step more, and "
        "came to a common strategy, three steps more."
    )
    undeclared = review_purpose(told(TUTORIAL, "pressed")).expectations[0]
    assert (undeclared.to_declared, undeclared.to_reached) == (None, -3)


def convened(purpose: Purpose) -> Game:
    """Convene the small case for a purpose."""
    game = Game()
    everybody = game.case.agency_ids
    kind, rule = ForumKind.COORDINATION_MEETING, DecisionRule.CONSENSUS
    return game.do(Convene(game.room.forum.chair, kind, everybody, purpose, rule)).until(Phase.CORRIDOR)


def test_information_that_was_spun_is_said_beside_it() -> None:
    game = convened(Purpose.INFORMATION)
    fact = game.case.facts[0].id
    game.do(Share("force", fact, None, is_spun=True))
    story = retold(game.until(Phase.CLOSED))
    found = reach(story, Purpose.INFORMATION)
    assert (found.is_reached, found.words) == (False, "No fact was told straight. One account was not straight.")
    assert review_purpose(story).is_met is False


def test_what_was_found_out_together_is_joint_analysis() -> None:
    game = convened(Purpose.JOINT_ANALYSIS)
    fact = game.case.facts[0].id
    game.do(AssessJointly("relief", fact, ("ministry",)))
    at = game.state.count + 1
    game.do(AssessJointly("ministry", fact, ("relief",)))
    story = retold(game.until(Phase.CLOSED))
    found = reach(story, Purpose.JOINT_ANALYSIS)
    assert (found.is_reached, found.commands) == (True, (at,))
    assert found.words == "One fact was found out together."
    assert review_purpose(story).is_met


def test_a_caucus_of_one_is_none() -> None:
    game = convened(Purpose.JOINT_ANALYSIS)
    game.do(Caucus("relief", "ngos", game.case.issues[0].id))
    assert not reach(retold(game.until(Phase.CLOSED)), Purpose.JOINT_ANALYSIS).is_reached


def test_a_purpose_that_was_changed_later_is_told_with_its_round() -> None:
    game = convened(Purpose.INFORMATION).turn("relief")
    motion = MoveProcedure("relief", purpose=Purpose.JOINT_ANALYSIS)
    game.do(motion, *(MoveProcedure(s, purpose=Purpose.JOINT_ANALYSIS) for s in ("force", "ministry")))
    found = review_purpose(retold(game.until(Phase.CLOSED)))
    assert found.declared is Purpose.JOINT_ANALYSIS
    assert found.words.startswith("It was declared in round 1 to be for joint analysis")


def test_accords_and_lanes_together_make_no_more_than_all() -> None:
    beside = review_purpose(story_of(two_accords())).side_by_side
    assert 0.0 < beside.by_accords <= 1.0


@pytest.mark.parametrize("case", [TUTORIAL, DISTRICT])
@pytest.mark.parametrize("script", VERDICTS)
def test_every_purpose_has_its_words(case: str, script: str) -> None:
    story = told(case, script)
    found = review_purpose(story)
    assert tuple(one.purpose for one in found.reaches) == FOUR
    assert [one.agency for one in found.expectations] == list(story.case.agency_ids)
    for one in (*found.reaches, *found.expectations, found.side_by_side, found):
        assert one.words.endswith(".")
        assert one.words[0].isupper() or one.words[0] == "“"


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_any_game_can_be_told(seed: int) -> None:
    story = wandered(seed)
    found = review_purpose(story)
    beside = found.side_by_side
    assert 0.0 <= beside.by_lanes <= 1.0
    assert 0.0 <= beside.by_accords <= 1.0
    assert beside.by_lanes + beside.by_accords <= 1.0 + 1e-9
    for one in found.reaches:
        assert list(one.commands) == sorted(one.commands)
        assert all(story.command(at) is not None for at in one.commands)
        assert one.is_reached or not one.commands
    for expectation in found.expectations:
        assert -4 <= expectation.to_reached <= 3


@pytest.mark.parametrize("manner", ["consensus_builder", "talker", "mixed"])
def test_games_between_computers_can_be_told(manner: str) -> None:
    assert review_purpose(story_of(simulated(TUTORIAL, manner, 5))).words
