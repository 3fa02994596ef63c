"""Terms, lanes, scores, what would have turned it, and what to carry over."""

import pytest
from endings import DISTRICT, TUTORIAL, VERDICTS, carried_out, simulated, story_of, told

from game.debrief import LIMITS, bends, carry_over, lane_rows, score_rows, term_rows, turns
from game.rules.ids import TextId

A = TextId("A")
ALL = [(case, script) for case in (TUTORIAL, DISTRICT) for script in VERDICTS]


def test_terms_fill_quarter_by_quarter() -> None:
    rows = term_rows(told(TUTORIAL, "sincere"), A)
    assert [row.issue for row in rows] == ["clinic", "road", "opening"]
    for row in rows:
        assert len(row.shown) == 4
        assert list(row.shown) == sorted(row.shown)


@pytest.mark.parametrize(("case", "script"), ALL)
def test_every_score_adds_up_from_its_lines(case: str, script: str) -> None:
    for row in score_rows(told(case, script)):
        assert sum(line.points for line in row.mandate) == pytest.approx(row.score.mandate)
        assert sum(line.points for line in row.standing) == pytest.approx(row.score.standing)
        assert all(line.words for line in (*row.mandate, *row.standing))
        assert f"= {row.score.total:.1f}".replace("-", "−") in row.formula


def test_lanes_say_why_they_fit() -> None:
    rows = {row.issue: row for row in lane_rows(told(TUTORIAL, "side-by-side"))}
    assert rows["road"].words.endswith("The lanes fitted.")
    assert rows["opening"].declared
    assert "Nobody declared a lane" in lane_rows(told(TUTORIAL, "nothing"))[0].words


@pytest.mark.parametrize(("case", "script"), ALL)
def test_something_would_have_turned_every_game(case: str, script: str) -> None:
    story = told(case, script)
    found = turns(story, next((accord.accord for accord in story.lived), None))
    assert found
    for turn in found:
        assert turn.lead
        assert turn.words


def test_a_text_that_fell_through_is_told_with_its_round() -> None:
    leads = [turn.lead for turn in turns(story_of(carried_out()), None)]
    assert "Text A fell through in round 2:" in leads


def test_a_threat_left_out_would_have_set_a_root_free() -> None:
    lines = [f"{turn.lead} {turn.words}" for turn in turns(told(TUTORIAL, "pressed"), A)]
    assert any("Coast Clinics, without command" in line and "‘free’ would have been" in line for line in lines)


@pytest.mark.parametrize(("case", "script"), ALL)
def test_two_or_three_questions_each_on_another_finding(case: str, script: str) -> None:
    found = carry_over(told(case, script))
    assert 2 <= len(found) <= 3
    assert len({carry.finding for carry in found}) == len(found)
    assert all("?" in carry.question and carry.happened.endswith((".", "”.")) for carry in found)


@pytest.mark.parametrize(
    ("script", "finding"),
    [
        ("pressed", "Forced agreement pushes resistance to the implementation level"),
        ("overtaken", "Time, and resources dedicated to coordination"),
        ("sincere", "Acknowledge power asymmetries in the room"),
        ("side-by-side", "Work side by side: keep security and development roles apart"),
        ("information-sharing", "Beyond information sharing"),
        ("breakdown", "Transparent and horizontal relationships"),
        ("nothing", "Informality and face-to-face time"),
    ],
)
def test_the_first_question_is_about_what_mattered_most(script: str, finding: str) -> None:
    assert carry_over(told(TUTORIAL, script))[0].finding == finding


def test_a_missing_voice_is_asked_about() -> None:
    findings = {carry.finding for carry in carry_over(told(DISTRICT, "pressed"))}
    assert "Inclusiveness: all who matter involved early" in findings


def test_limits_are_honest_about_what_is_chosen() -> None:
    assert [limit.heading for limit in LIMITS][:3] == [
        "What is recorded",
        "What is a design choice",
        "What is not claimed",
    ]


def test_a_fact_kept_back_is_carried_over_as_it_bent_the_yes() -> None:
    story = story_of(simulated(TUTORIAL, "presser", 3))
    bend = next(bend for bend in bends(story, A) if bend.kind == "a fact kept back")
    happened = [carry.happened for carry in carry_over(story)]
    assert f"{story.agency(bend.whom).name} signed. {bend.words}" in happened
