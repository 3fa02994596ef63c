"""How far each line is from turning a verdict: moved so far and a hair it does, moved by less it does not."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from endings import DISTRICT, TUTORIAL, VERDICTS, told
from hypothesis import given, settings
from hypothesis import strategies as some

from game.debrief import (
    Chronicle,
    FlipRow,
    flip_rows,
    forum_flip_rows,
    judged_again,
    of_journal,
    root_flip_rows,
)
from game.debrief.flips import AS_LIVED, FORUM, SIGNED
from game.debrief.words import KINDS, LIVED
from game.debrief.words import VERDICTS as NAMES
from game.record import read
from game.rules.ids import TextId
from game.rules.judging.lines import MOVABLE, moved_to
from game.rules.vocabulary import Kind

A = TextId("A")
JOURNALS = sorted((Path(__file__).parents[1] / "recorded").glob("*/*.jsonl"))
GAMES = [(case, script) for case in (TUTORIAL, DISTRICT) for script in VERDICTS]
HAIR = 1e-9
each_game = pytest.mark.parametrize("path", JOURNALS, ids=lambda path: f"{path.parent.name}/{path.stem}")


@cache
def recorded(path: Path) -> Chronicle:
    return of_journal(read(path))


def verdict(story: Chronicle, of: str, text: TextId | None) -> str:
    """Name the verdict that a row is about."""
    if of == FORUM or text is None:
        return NAMES[story.outcome.verdict]
    return KINDS[story.judged[text].verdict.kind] if of == SIGNED else LIVED[story.lived_as(text).lived]


def drawn(story: Chronicle, row: FlipRow, value: float) -> Chronicle:
    return judged_again(story, moved_to(story.ruleset, {row.line.name: value}))


def rows(story: Chronicle) -> Iterator[tuple[TextId | None, FlipRow]]:
    """Go through all rows whose distance is exact, each with the accord it is about."""
    for text in story.judged:
        yield from ((text, row) for row in flip_rows(story, text))
    yield from ((None, row) for row in forum_flip_rows(story))


@each_game
def test_r6_4_moved_by_its_flip_distance_a_line_turns_the_verdict_into_what_is_said(path: Path) -> None:
    story = recorded(path)
    for text, row in rows(story):
        if row.to is not None:
            assert row.move == pytest.approx(row.to - row.now)
            assert verdict(drawn(story, row, row.to), row.of, text) == row.would_be
            assert row.would_be != verdict(story, row.of, text)


@settings(max_examples=40)
@given(game=some.sampled_from(GAMES), part=some.floats(0.0, 0.999), is_up=some.booleans())
def test_r6_4_moved_by_less_either_way_it_does_not(game: tuple[str, str], part: float, *, is_up: bool) -> None:
    story = told(*game)
    for text, row in rows(story):
        reach = abs(row.move) - 2 * HAIR if row.move is not None else row.line.most - row.line.least
        value = row.now + (1 if is_up else -1) * max(0.0, part * reach)
        within = min(row.line.most, max(row.line.least, value))
        assert verdict(drawn(story, row, within), row.of, text) == verdict(story, row.of, text), row.line.name


@each_game
def test_r6_4_the_nearest_row_is_the_flip_of_the_verdict(path: Path) -> None:
    story = recorded(path)
    for text, judgement in story.judged.items():
        near = [abs(row.move) for row in flip_rows(story, text) if row.of == SIGNED and row.move is not None]
        flip = judgement.verdict.flip
        assert min(near, default=None) == (None if flip is None else flip.distance)


@each_game
def test_every_line_on_a_verdict_has_its_row(path: Path) -> None:
    story = recorded(path)
    assert [row.line.source for row in forum_flip_rows(story)] == ["R8.2", "R8.2"]
    for text in story.judged:
        found = flip_rows(story, text)
        signed = [row for row in found if row.of == SIGNED]
        assert [row.line.source[:2] for row in signed].count("R6") + 2 == len(signed) == 9
        lived = [row.line.name for row in found if row.of == AS_LIVED]
        assert ("lived_rate" in lived) == (story.judged[text].verdict.kind is not Kind.FALSE)
        for row in found:
            assert row.words.endswith(".")
            assert "{" not in row.held_words


@pytest.mark.parametrize("script", ["sincere", "pressed"])
def test_lines_behind_the_roots_are_moved_in_whole_steps(script: str) -> None:
    story = told(DISTRICT, script)
    for row in root_flip_rows(story, A):
        assert row.line.source.startswith("R5")
        if row.to is None or row.move is None:
            continue
        steps = row.move / row.line.step
        assert steps == pytest.approx(round(steps))
        assert verdict(drawn(story, row, row.to), SIGNED, A) == row.would_be
        for sign in (-1, 1):
            for number in range(1, abs(round(steps))):
                value = row.now + sign * number * row.line.step
                if row.line.least <= value <= row.line.most:
                    assert verdict(drawn(story, row, value), SIGNED, A) == verdict(story, SIGNED, A)


def test_a_row_says_what_was_held_against_the_line_and_what_a_move_would_bring() -> None:
    rows = {row.line.name: row for row in flip_rows(told(TUTORIAL, "sincere"), A)}
    hollow, rate = rows["hollow_sincerity"], rows["lived_rate"]
    assert (hollow.whose, hollow.held_words) == ("force", "sincerity 0.795")
    assert hollow.words == "Drawn 0.345 higher, just above 0.795: false."
    assert rows["hollow_root"].words == "Drawn 0.80 higher, at 1.00: false."
    assert rows["hollow_root"].held_words == "worth it 1.00"
    assert rate.held_words == "85.6 of 100 carried out"
    assert rate.words == "Drawn 35.6 higher, just above 85.6 of 100: overtaken."
    assert rows["false_capture"].words == "Moved alone, it turns nothing."


def test_rows_of_a_game_judged_again_are_those_of_the_new_lines() -> None:
    story = told(TUTORIAL, "sincere")
    again = judged_again(story, moved_to(story.ruleset, {"sincere_mean": 0.8}))
    row = next(row for row in flip_rows(again, A) if row.line.name == "sincere_mean")
    assert row.now == 0.8
    assert row.move == pytest.approx(0.028, abs=1e-6)
    assert {row.line.name for row in flip_rows(again, A) if row.of == SIGNED} < {*MOVABLE}
