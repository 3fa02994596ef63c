"""The same game judged by other lines: as played it comes out as played, and every word is told by the new ones."""

from dataclasses import fields, replace
from functools import cache
from pathlib import Path

import pytest
from endings import DISTRICT, TUTORIAL, VERDICTS, told
from hypothesis import given, settings
from hypothesis import strategies as some

from game.debrief import (
    LINES,
    Chronicle,
    diaries,
    flip_words,
    headline,
    holdings_of,
    judged_again,
    marked_words,
    moved_lines,
    of_journal,
    reasons_of,
    signature_rows,
)
from game.record import read
from game.rules.ids import TextId
from game.rules.judging.lines import MOVABLE, PLAYED, moved_to
from game.rules.ruleset import STANDARD
from game.rules.vocabulary import ForumVerdict, Kind, Lived

A = TextId("A")
RECORDED = Path(__file__).parents[1] / "recorded"
JOURNALS = sorted(RECORDED.glob("*/*.jsonl"))
each_game = pytest.mark.parametrize("path", JOURNALS, ids=lambda path: f"{path.parent.name}/{path.stem}")


@cache
def recorded(path: Path) -> Chronicle:
    return of_journal(read(path))


def by(story: Chronicle, **values: float) -> Chronicle:
    return judged_again(story, moved_to(story.ruleset, values))


def test_every_number_that_judges_is_a_line_and_no_other() -> None:
    assert {*MOVABLE, *PLAYED, "version"} == {field.name for field in fields(STANDARD)}
    assert [line.name for line in LINES] == [*MOVABLE]
    for line in LINES:
        assert line.least <= getattr(STANDARD, line.name) <= line.most
        assert line.words[:1].islower()
        assert line.heading[:1].isupper() or line.heading[:1] == "‘"
        assert line.source.startswith(("R5", "R6", "R8"))


@each_game
def test_judged_again_as_it_was_played_it_is_the_recorded_game(path: Path) -> None:
    story = recorded(path)
    assert judged_again(story, story.ruleset) == story


@each_game
def test_there_and_back_again_is_the_recorded_game(path: Path) -> None:
    story = recorded(path)
    there = by(story, hollow_sincerity=0.8, informed_span=5, undeclared_steps=0, lived_rate=90, forum_weight=0.9)
    assert judged_again(there, story.ruleset) == story


@each_game
def test_what_was_played_stays_as_recorded(path: Path) -> None:
    story = recorded(path)
    other = replace(story.ruleset, trust_gain=0.9, level_speed=0.1, threat_pain=40.0, hollow_sincerity=0.9)
    again = judged_again(story, other)
    assert [getattr(again.ruleset, name) for name in PLAYED] == [getattr(story.ruleset, name) for name in PLAYED]
    assert again.outcome.scores == story.outcome.scores
    assert again.outcome.impact == story.outcome.impact
    assert [accord.rate for accord in again.lived] == [accord.rate for accord in story.lived]
    assert again.entries == story.entries
    assert again.played_rules == story.ruleset
    assert [line.name for line in moved_lines(again)] == ["hollow_sincerity"]


def test_everything_that_tells_of_it_tells_by_the_new_lines() -> None:
    story = told(TUTORIAL, "sincere")
    again = by(story, hollow_sincerity=0.9)
    assert headline(story).verdict is ForumVerdict.SINCERE_AGREEMENT
    assert headline(again).verdict is ForumVerdict.FALSE_COHERENCE
    assert again.judged[A].verdict.kind is Kind.FALSE
    assert again.lived_as(A).lived is Lived.FALSE_COHERENCE
    assert again.end.sealed.outcome == again.outcome
    assert {row.label for row in signature_rows(again, A)} == {"hollow"}
    assert all("hollow below 0.90" in row.formula for row in signature_rows(again, A))
    assert reasons_of(again, A)[0].measured.endswith("hollow below 0.90")
    assert flip_words(again, A) != flip_words(story, A)


def test_it_is_marked_and_a_game_as_played_is_not() -> None:
    story = told(TUTORIAL, "pressed")
    assert marked_words(story) == ""
    assert moved_lines(story) == ()
    assert marked_words(by(story, hollow_sincerity=0.45)) == ""
    assert marked_words(by(story, hollow_sincerity=0.5)) == (
        "Judged by other lines than it was played by: hollow below 0.50 (was 0.45)."
    )
    assert marked_words(by(story, undeclared_steps=1, voice_stake=20, lived_rate=62.5)) == (
        "Judged by other lines than it was played by: a purpose nobody declared counts 1 step (was 2), "
        "a voice is missed from 20.0 points (was 15.0) and delivered from 62.5 of 100 (was 50)."
    )


def test_two_lines_moved_one_after_the_other_are_marked_against_the_game_as_played() -> None:
    story = told(TUTORIAL, "pressed")
    once = by(story, hollow_sincerity=0.5)
    twice = by(once, sincere_mean=0.7)
    assert [(line.name, line.was) for line in moved_lines(twice)] == [
        ("hollow_sincerity", 0.45),
        ("sincere_mean", 0.65),
    ]
    assert twice == by(story, hollow_sincerity=0.5, sincere_mean=0.7)


def test_diaries_are_those_of_the_game_as_played() -> None:
    journal = read(RECORDED / TUTORIAL / "computers-mixed-1.jsonl")
    story, holdings = of_journal(journal), holdings_of(journal)
    assert diaries(story, holdings) != ()
    assert diaries(by(story, undeclared_steps=0, purpose_step=0.9), holdings) == diaries(story, holdings)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"trust_gain": 0.5}, "trust_gain is no line by which a game is judged."),
        ({"hollow_root": 1.5}, "hollow_root must be a number from 0 to 1, not 1.5."),
        ({"undeclared_steps": 1.5}, "undeclared_steps must be a whole number from 0 to 3, not 1.5."),
        ({"informed_span": 0.0}, "informed_span must be a number from 1 to 100, not 0."),
        ({"worth_slope": float("nan")}, "worth_slope must be a number from 0 to 5, not nan."),
    ],
)
def test_a_line_that_cannot_be_drawn_there_is_refused(values: dict[str, float], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        moved_to(STANDARD, values)


@settings(max_examples=60)
@given(some.sampled_from([(case, script) for case in (TUTORIAL, DISTRICT) for script in VERDICTS]), some.data())
def test_wherever_the_lines_are_drawn_it_can_be_told(game: tuple[str, str], draw: some.DataObject) -> None:
    chosen = draw.draw(some.lists(some.sampled_from(LINES), max_size=5, unique=True))
    story = told(*game)
    values = {
        line.name: draw.draw(
            some.integers(int(line.least), int(line.most)) if MOVABLE[line.name].is_whole
            else some.floats(line.least, line.most)
        )
        for line in chosen
    }  # fmt: skip
    again = by(story, **values)
    line = headline(again)
    assert line.sentence.endswith(".")
    assert bool(marked_words(again)) == bool(moved_lines(again))
    for text in (lived.accord for lived in again.lived):
        assert signature_rows(again, text)
        assert flip_words(again, text)
