"""Public consensus beside private spread, and the picture of it."""

import pytest
from endings import DISTRICT, TUTORIAL, VERDICTS, carried_out, simulated, story_of, told, two_accords, wandered
from hypothesis import given, settings
from hypothesis import strategies as st

from game.debrief import Consensus, Occasion, consensus, consensus_plot, leading_text
from game.rules.ids import AgencyId, TextId

A = TextId("A")
CLINICS, COUNCIL, FUND, FORCE = (AgencyId(name) for name in ("clinics", "council", "fund", "force"))


def by_occasion(found: Consensus, occasion: Occasion) -> list[dict[AgencyId, float]]:
    return [dict(moment.private) for moment in found.moments if moment.occasion is occasion]


def test_four_yeses_stand_beside_a_wide_private_spread() -> None:
    found = consensus(told(TUTORIAL, "pressed"))
    assert found.text == A
    assert [(m.occasion, m.round) for m in found.moments] == [
        (Occasion.STANCES, 1), (Occasion.STANCES, 2), (Occasion.SIGNING, 2), (Occasion.BALLOT, None),
        (Occasion.YEAR, None),
    ]  # fmt: skip
    assert [moment.public for moment in found.moments] == [0.5, 1.0, 1.0, 1.0, 1.0]
    signing = found.moments[2]
    assert signing.spread == pytest.approx(max(dict(signing.private).values()) - dict(signing.private)[CLINICS])
    assert found.words == (
        "All four signed Text A without reservation. In private they stood 1.71 apart, where 2 is the most, and two "
        "were against it."
    )


def test_the_same_yeses_can_stand_close_together() -> None:
    signing = next(m for m in consensus(told(TUTORIAL, "sincere")).moments if m.occasion is Occasion.SIGNING)
    assert (signing.public, signing.spread, signing.mean) == (1.0, 0.0, 1.0)
    assert "all at +1.00" in signing.words


def test_what_was_shown_at_first_is_kept_beside_what_was_signed() -> None:
    first, second, *_ = consensus(told(TUTORIAL, "pressed")).moments
    assert dict(first.shown)[CLINICS] == pytest.approx(-1 / 3)
    assert dict(second.shown)[CLINICS] == 1.0
    assert dict(first.private)[CLINICS] == dict(second.private)[CLINICS] < 0


@pytest.mark.parametrize("case", [TUTORIAL, DISTRICT])
@pytest.mark.parametrize("script", ["sincere", "pressed", "overtaken"])
def test_r5_7_at_the_signing_private_support_is_that_of_the_judge(case: str, script: str) -> None:
    story = told(case, script)
    (support,) = by_occasion(consensus(story), Occasion.SIGNING)
    assert support == {seat: reading.support for seat, reading in story.judged[A].signatures.items()}


def test_the_ballot_and_the_year_run_from_nothing_to_all_of_it() -> None:
    found = consensus(told(TUTORIAL, "pressed"))
    assert by_occasion(found, Occasion.BALLOT) == [{FUND: 1.0, FORCE: 1.0, CLINICS: -1.0, COUNCIL: -0.5}]
    (year,) = by_occasion(found, Occasion.YEAR)
    assert year == pytest.approx({FUND: 1.0, FORCE: 1.0, CLINICS: -1.0, COUNCIL: -0.6})
    assert "from 0 % (Coast Clinics) to 100 % (Recovery Fund and Harbour Force)" in found.moments[-1].words


def test_a_text_that_fell_through_is_told_with_who_declined() -> None:
    story = story_of(carried_out())
    found = consensus(story)
    signing = next(moment for moment in found.moments if moment.occasion is Occasion.SIGNING)
    assert (found.text, signing.label) == (A, "Fell through")
    assert dict(signing.shown)[CLINICS] == -1.0
    assert signing.public == 0.75
    assert found.words.startswith("Three of four signed Text A")


def test_a_reservation_is_no_plain_yes() -> None:
    signing = next(m for m in consensus(story_of(two_accords())).moments if m.occasion is Occasion.SIGNING)
    assert dict(signing.shown) == {FUND: 1.0, COUNCIL: pytest.approx(1 / 3)}
    assert signing.public == 0.5


def test_without_an_accord_the_text_that_came_furthest_counts() -> None:
    story = told(TUTORIAL, "breakdown")
    assert not story.lived
    assert leading_text(story) == A
    assert {moment.occasion for moment in consensus(story).moments} == {Occasion.STANCES}


def test_without_a_text_that_is_said() -> None:
    found = consensus(told(TUTORIAL, "nothing"))
    assert (found.text, found.moments) == (None, ())
    assert found.words.startswith("No text was ever put on the table")
    assert consensus_plot(found, 400, 200).columns == ()


@pytest.mark.parametrize("script", VERDICTS)
@pytest.mark.parametrize("size", [(320.0, 160.0), (900.0, 300.0)])
def test_the_picture_keeps_inside_its_box_and_hides_no_dot(script: str, size: tuple[float, float]) -> None:
    plot = consensus_plot(consensus(told(DISTRICT, script)), *size)
    for column in plot.columns:
        places = [dot.x for dot in column.dots]
        assert places == sorted(set(places))
        assert column.left <= places[0] <= places[-1] <= column.right
        for dot in column.dots:
            assert all(plot.yes_y <= y <= plot.no_y for y in (dot.shown_y, dot.private_y) if y is not None)
        assert column.top <= column.mean_y <= column.bottom


def test_the_picture_puts_a_yes_that_was_not_meant_far_apart() -> None:
    plot = consensus_plot(consensus(told(TUTORIAL, "pressed")), 600, 200)
    signing = next(column for column in plot.columns if column.moment.occasion is Occasion.SIGNING)
    clinics = next(dot for dot in signing.dots if dot.agency == CLINICS)
    assert clinics.shown_y == plot.yes_y
    assert clinics.private_y is not None
    assert clinics.private_y > plot.zero_y


def test_a_box_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="no room"):
        consensus_plot(consensus(told(TUTORIAL, "pressed")), 20, 200)


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_any_game_can_be_told(seed: int) -> None:
    story = wandered(seed)
    found = consensus(story)
    assert (found.text is None) == (not story.end.room.texts)
    for moment in found.moments:
        assert 0.0 <= moment.public <= 1.0
        assert 0.0 <= moment.spread <= 2.0
        assert all(-1.0 <= value <= 1.0 for _, value in (*moment.shown, *moment.private))
        assert moment.words.endswith(".")
    consensus_plot(found, 300, 150)


@pytest.mark.parametrize("manner", ["consensus_builder", "presser", "mixed"])
def test_games_between_computers_can_be_told(manner: str) -> None:
    story = story_of(simulated(TUTORIAL, manner, 5))
    found = consensus(story)
    times = [moment.at for moment in found.moments if moment.at is not None]
    assert times == sorted(times)
