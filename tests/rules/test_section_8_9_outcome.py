"""Rules sections 8 and 9: the verdict on the forum, and the scores, by number."""

from dataclasses import replace

import pytest
from language import ALL, Game, changed, small_case

from game.rules import commands as do
from game.rules.case import HiddenMandate
from game.rules.conditions import IsParty
from game.rules.judging.outcome import _lived_kind
from game.rules.vocabulary import DecisionRule, ForumVerdict, Kind, Lived, Phase, Purpose

DEAL = {"school": "villages", "road": "contractor"}


@pytest.mark.parametrize(
    ("signed", "delivered", "held_back", "lived"),
    [
        (Kind.SINCERE, True, False, Lived.SINCERE_AGREEMENT),
        (Kind.FRAGILE, True, True, Lived.SINCERE_AGREEMENT),
        (Kind.SINCERE, False, True, Lived.OVERTAKEN),
        (Kind.FRAGILE, False, False, Lived.OVERTAKEN),
        (Kind.FRAGILE, False, True, Lived.FALSE_COHERENCE),
        (Kind.FALSE, True, False, Lived.FALSE_COHERENCE),
        (Kind.FALSE, False, True, Lived.FALSE_COHERENCE),
    ],
)
def test_r8_1_accord_as_lived(signed: Kind, delivered: bool, held_back: bool, lived: Lived) -> None:
    assert _lived_kind(signed, delivered, held_back) is lived


def test_r8_1_delivery_under_a_false_signature_is_coerced() -> None:
    accord = Game().accord(**DEAL).year().outcome.accords[0]
    assert (accord.signed, accord.lived, accord.is_coerced) == (Kind.FALSE, Lived.FALSE_COHERENCE, True)


def test_r8_2_breakdown_where_an_essential_party_left() -> None:
    assert Game().turn("ministry").do(do.WalkOut("ministry")).year().outcome.verdict is ForumVerdict.BREAKDOWN
    assert Game().turn("force").do(do.WalkOut("force")).year().outcome.verdict is ForumVerdict.BREAKDOWN
    assert Game().turn("council").do(do.WalkOut("council")).year().outcome.verdict is ForumVerdict.NOTHING
    two = Game().turn("relief").do(do.WalkOut("relief")).turn("council").do(do.WalkOut("council"))
    assert two.year().outcome.verdict is ForumVerdict.BREAKDOWN


def test_r8_2_no_breakdown_where_it_came_back() -> None:
    game = Game().turn("ministry").do(do.WalkOut("ministry")).until(Phase.FLOOR, number=2).turn("ministry")
    assert game.do(do.ComeBack("ministry")).year().outcome.verdict is ForumVerdict.NOTHING


def test_r8_2_no_breakdown_where_an_accord_holds_half_the_weight() -> None:
    game = Game(small_case(rounds=3)).accord(**DEAL).until(Phase.FLOOR, number=3).turn("ministry")
    assert game.do(do.WalkOut("ministry")).year().outcome.verdict is ForumVerdict.FALSE_COHERENCE


def test_r8_2_accords_below_half_the_weight_do_not_make_a_forum() -> None:
    game = Game().accord(parties=("ministry", "council"), road="contractor").year()
    assert game.outcome.accords
    assert game.outcome.verdict is ForumVerdict.NOTHING


def test_r8_2_half_the_weight_is_half_to_the_last_digit() -> None:
    """48 + 8 points of 112 are half, though their shares of 400 add up to a hair less."""
    best = {"school": 48, "road": 8, "news": 56}
    agencies = tuple(
        replace(
            a,
            points={i: {o: best[i] if o != "none" and n == 0 else 0 for o in row} for i, row in a.points.items()},
            red_lines=(),
            leverage=(),
        )
        for n, a in enumerate(small_case().agencies)
    )
    game = Game(small_case(agencies=agencies, facts=())).accord(**DEAL).year()
    assert game.outcome.verdict in (ForumVerdict.FALSE_COHERENCE, ForumVerdict.SINCERE_AGREEMENT)


def test_r8_2_side_by_side_by_complementary_lanes() -> None:
    game = Game().until(Phase.CORRIDOR).do(do.Meet("relief", "ministry"))
    for seat, issue, option in (("relief", "school", "villages"), ("ministry", "school", "villages"),
                                ("ministry", "road", "contractor")):  # fmt: skip
        game.do(do.DeclareLane(seat, issue, option))
    game.year()
    assert game.outcome.complementarity == pytest.approx(0.9 / 1.2, abs=0.06)
    assert game.outcome.verdict is ForumVerdict.SIDE_BY_SIDE


def test_r8_2_information_sharing_needs_something_shared_straight() -> None:
    straight = Game().until(Phase.CORRIDOR).do(do.Share("force", "ambush", None)).year()
    assert straight.outcome.verdict is ForumVerdict.INFORMATION_SHARING
    spun = Game().until(Phase.CORRIDOR).do(do.Share("force", "ambush", None, is_spun=True)).year()
    assert spun.outcome.verdict is ForumVerdict.NOTHING


def test_r8_3_a_forum_to_share_information_that_did_so_honestly_succeeded() -> None:
    case = small_case(forum=replace(small_case().forum, purpose=Purpose.INFORMATION))
    assert Game(case).until(Phase.CORRIDOR).do(do.Share("force", "ambush", None)).year().outcome.is_purpose_met
    assert not Game(case).year().outcome.is_purpose_met


def score(game: Game, seat: str) -> float:
    return game.outcome.scores[seat].mandate


def test_r9_1_no_accord_is_worth_the_walk_away() -> None:
    game = Game().year()
    assert {seat: score(game, seat) for seat in ALL} == dict.fromkeys(ALL, 40)


def test_r9_1_mandate_mixes_by_level_and_gives_up_outside_by_what_was_signed() -> None:
    game = Game().accord(**DEAL).year(0.5)
    assert score(game, "council") == pytest.approx(0.5 * 60 + 0.5 * 20 + 40 * (1 - 0.8))


def test_r9_1_facts_count_as_they_are_and_effort_is_paid() -> None:
    game = Game().accord(**DEAL).year()
    assert score(game, "relief") == pytest.approx(50 - 10 + 20 + 30 - 2)


def test_r9_1_hidden_mandates_count_at_the_end() -> None:
    case = changed(small_case(), "council", hidden=(HiddenMandate("seat", "", IsParty("council"), 9),))
    assert score(Game(case).accord(**DEAL).year(), "council") == pytest.approx(60 + 20 + 40 * 0.2 + 9)


def test_r9_2_impact_runs_from_the_worst_to_the_best_possible_world() -> None:
    assert Game().year().outcome.impact == pytest.approx(0)
    assert Game().accord(**DEAL).year().outcome.impact == pytest.approx(100)


def test_r9_3_total_weighs_mandate_and_impact_and_adds_standing() -> None:
    found = Game().accord(**DEAL).year(1.0, relief=0.0).outcome.scores["relief"]
    assert found.standing == -20
    assert found.total == pytest.approx(0.7 * found.mandate + 0.3 * found.impact - 20)


def test_r9_5_every_score_is_the_sum_of_its_lines() -> None:
    for found in Game().accord(**DEAL).year(1.0, relief=0.3).outcome.scores.values():
        assert found.mandate == pytest.approx(sum(line.points for line in found.mandate_lines))
        assert found.standing == pytest.approx(sum(line.points for line in found.standing_lines))


def predicted(guesses: dict[str, int], **answers: int) -> float | None:
    game = Game().accord(**DEAL).until(Phase.BALLOT)
    for seat in ALL:
        game.do(do.AnswerBallot(seat, "A", answers.get(seat, 4), guesses if seat == "council" else {}))
    return game.year().outcome.scores["council"].perspective


def test_r9_4_perspective_is_measured_against_the_best_constant_guess() -> None:
    answers = {"force": 0, "relief": 4, "ministry": 4}
    assert predicted({"force": 0, "relief": 4, "ministry": 4}, **answers) == 100
    assert predicted({"force": 4, "relief": 4, "ministry": 4}, **answers) == 0
    assert predicted({"force": 1, "relief": 4, "ministry": 4}, **answers) == pytest.approx(75)
    assert predicted({}, **answers) is None


def test_r9_4_where_a_constant_is_exact_only_exact_counts() -> None:
    assert predicted(dict.fromkeys(("force", "relief", "ministry"), 4)) == 100
    assert predicted({"force": 3, "relief": 4, "ministry": 4}) == 0


def test_r8_2_two_coalitions_can_have_two_verdicts() -> None:
    forum = replace(small_case().forum, rule=DecisionRule.CARRIERS)
    game = Game(small_case(forum=forum)).table("force", ("force", "ministry"), road="engineers")
    game.turn("relief").do(
        do.Table("relief", (do.plenary.Term("school", "villages"),), ("relief", "ministry"))).stances()  # fmt: skip
    game.turn("relief").do(do.CallSignature("relief", "B")).turn("force").do(do.CallSignature("force", "A"))
    game.stances().sign().sign().year(1.0, force=0.0)
    assert len(game.outcome.accords) == 2
    assert len({accord.rate for accord in game.outcome.accords}) == 2
