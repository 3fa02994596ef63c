"""How well each saw the others coming, beside what the minutes alone would have told; and who was for which term."""

import pytest
from endings import DISTRICT, TUTORIAL, VERDICTS, retold, simulated, story_of, told, wandered
from hypothesis import given, settings
from hypothesis import strategies as st
from language import Game

from game.debrief import (
    Leaning,
    perspective_summary,
    perspective_words,
    perspectives,
    term_rows,
    term_support,
)
from game.rules.commands import AnswerBallot
from game.rules.ids import AgencyId, IssueId, TextId
from game.rules.judging.score import foresight, perspective_of
from game.rules.vocabulary import Phase

A = TextId("A")
CLINICS, COUNCIL, FUND, FORCE = (AgencyId(name) for name in ("clinics", "council", "fund", "force"))


def test_r9_4_guesses_are_held_against_the_best_constant_guess() -> None:
    assert foresight([]) is None
    assert foresight([(4, 4), (0, 0)]) == 100.0
    assert foresight([(4, 4), (4, 0)]) == 0.0
    assert foresight([(3, 4), (1, 0)]) == 50.0
    assert foresight([(2, 2), (2, 2)]) == 100.0
    assert foresight([(1, 2), (2, 2)]) == 0.0


def test_those_who_were_leaned_on_saw_more_than_the_minutes_showed() -> None:
    found = {one.seat: one for one in perspectives(told(TUTORIAL, "pressed"))}
    clinics = found[CLINICS]
    assert (clinics.before, clinics.after, clinics.gain, clinics.misread) == (0.0, 100.0, 100.0, None)
    fund = found[FUND]
    assert (fund.after, fund.gain, fund.misread) == (0.0, 0.0, CLINICS)
    assert "missed most was that of Coast Clinics, by three steps: less than it had expected" in fund.words
    assert "Little of that could be seen in the room." in fund.words


def test_each_pair_shows_what_was_signed_predicted_answered_and_given() -> None:
    fund = next(one for one in perspectives(told(TUTORIAL, "pressed")) if one.seat == FUND)
    clinics = next(one for one in fund.sightings if one.whom == CLINICS)
    assert (clinics.by_minutes, clinics.predicted, clinics.answer, clinics.given) == (4, 3, 0, 0.0)
    assert (clinics.off_by_minutes, clinics.off) == (4, 3)
    assert clinics.words == (
        "Coast Clinics signed Text A. Expected: most of it (3 of 4). It answered: not at all (0 of 4), and gave 0 % of "
        "full effort."
    )


def test_a_reservation_lets_the_minutes_expect_less() -> None:
    game = Game().accord_called(school="villages", road="contractor").sign(reserving={"relief": "road"})
    game.until(Phase.BALLOT)
    game.do(
        AnswerBallot("relief", A, 2),
        AnswerBallot("ministry", A, 4, {"relief": 2}),
    )
    found = {one.seat: one for one in perspectives(retold(game.year()))}
    (sighting,) = found["ministry"].sightings
    assert (sighting.by_minutes, sighting.off_by_minutes, sighting.off) == (3, 1, 0)
    assert "signed but for one term" in sighting.words


def test_who_gave_no_answer_is_held_against_nobody() -> None:
    game = Game().accord(school="villages", road="contractor").until(Phase.BALLOT)
    game.do(AnswerBallot("ministry", A, 4, {"relief": 0}))
    found = {one.seat: one for one in perspectives(retold(game.year()))}
    assert (found["ministry"].sightings, found["ministry"].after) == ((), None)
    assert found["ministry"].words == "It predicted nobody, or there was nothing to predict."


def test_the_table_is_told_in_a_sentence_that_blames_nobody() -> None:
    assert perspective_summary(told(TUTORIAL, "pressed")) == (
        "Two of four saw more than the minutes showed. Coast Clinics was the hardest to read: missed by 2.0 steps of "
        "four on average."
    )
    assert perspective_summary(told(TUTORIAL, "nothing")).startswith("Nobody predicted anybody")


@pytest.mark.parametrize("case", [TUTORIAL, DISTRICT])
@pytest.mark.parametrize("script", VERDICTS)
def test_r9_4_what_was_seen_is_what_was_scored(case: str, script: str) -> None:
    story = told(case, script)
    found = perspectives(story)
    assert [one.seat for one in found] == list(story.case.agency_ids)
    for one in found:
        assert one.after == perspective_of(story.end, one.seat)
        assert one.words.startswith(perspective_words(story, one.seat))


def test_each_term_says_who_was_for_it_and_who_carried_it() -> None:
    found = {term.issue: term for term in term_support(told(TUTORIAL, "pressed"), A)}
    road = found[IssueId("road")]
    assert road.who(Leaning.FOR) == (FUND, FORCE)
    assert road.who(Leaning.AGAINST) == (CLINICS, COUNCIL)
    assert {one.agency: one.effort for one in road.backers} == {FUND: None, FORCE: 1.0, CLINICS: 0.0, COUNCIL: None}
    assert road.words == (
        "Safety on the coast road: Convoys with soldiers. For it: Recovery Fund and Harbour Force; against it: Coast "
        "Clinics and Town council. Carried by Harbour Force (100 % of full effort) and Coast Clinics (0 % of full "
        "effort)."
    )


def test_what_a_term_is_worth_is_counted_as_believed_when_it_was_signed() -> None:
    road = next(term for term in term_support(told(TUTORIAL, "pressed"), A) if term.issue == "road")
    force = next(one for one in road.backers if one.agency == FORCE)
    assert force.points == pytest.approx(40 - 15 - 7 * 0.2)


@pytest.mark.parametrize("case", [TUTORIAL, DISTRICT])
@pytest.mark.parametrize("script", ["sincere", "pressed", "overtaken"])
def test_effort_by_term_is_effort_as_lived(case: str, script: str) -> None:
    story = told(case, script)
    terms = term_support(story, A)
    assert [term.issue for term in terms] == [row.issue for row in term_rows(story, A)]
    for seat, given_ in story.lived_as(A).given.items():
        efforts = [
            one.effort for term in terms for one in term.backers if one.agency == seat and one.effort is not None
        ]
        assert sum(efforts) / len(efforts) == pytest.approx(given_)


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_any_game_can_be_told(seed: int) -> None:
    story = wandered(seed)
    for one in perspectives(story):
        assert one.after == perspective_of(story.end, one.seat)
        assert all(score is None or 0.0 <= score <= 100.0 for score in (one.before, one.after))
        assert one.words.endswith(".")
    assert perspective_summary(story).endswith(".")
    for lived in story.lived:
        for term in term_support(story, lived.accord):
            assert {one.agency for one in term.backers} == set(lived.parties)
            assert all(one.effort is None or 0.0 <= one.effort <= 1.0 for one in term.backers)


@pytest.mark.parametrize("manner", ["consensus_builder", "presser", "mixed"])
def test_games_between_computers_can_be_told(manner: str) -> None:
    story = story_of(simulated(TUTORIAL, manner, 5))
    assert [one.after for one in perspectives(story)] == [score.perspective for score in story.outcome.scores.values()]
