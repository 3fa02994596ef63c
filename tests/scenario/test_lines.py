"""Rulesets to judge a game by again: a few lines moved, or everything that is wrong with the file at once."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from game.rules.judging.lines import MOVABLE, PLAYED
from game.rules.ruleset import STANDARD, Ruleset
from game.scenario.lines import load_ruleset, read_ruleset
from game.scenario.problems import ScenarioProblems


def told(text: str) -> list[str]:
    found = read_ruleset(text, "lines.yaml", STANDARD)
    assert isinstance(found, tuple), f"{text!r} was taken"
    return [str(problem) for problem in found]


def test_lines_that_are_named_are_moved_and_the_rest_stay_as_played(tmp_path: Path) -> None:
    path = tmp_path / "lines.yaml"
    path.write_text("# stricter\nhollow_sincerity: 0.5\nlived_rate: 60\nundeclared_steps: 1\n", encoding="utf-8")
    played_by = replace(STANDARD, trust_gain=0.3, sincere_mean=0.7)
    found = load_ruleset(path, played_by)
    assert found == replace(played_by, hollow_sincerity=0.5, lived_rate=60.0, undeclared_steps=1)
    assert isinstance(found.undeclared_steps, int)


@given(some.dictionaries(some.sampled_from([*MOVABLE]), some.floats(0, 1).map(lambda part: round(part, 4))))
@settings(max_examples=50)
def test_every_line_can_be_drawn_anywhere_within_its_bounds(parts: dict[str, float]) -> None:
    values = {name: MOVABLE[name].least + part * (MOVABLE[name].most - MOVABLE[name].least)
              for name, part in parts.items()}  # fmt: skip
    values = {name: round(value) if MOVABLE[name].is_whole else round(value, 6) for name, value in values.items()}
    text = "".join(f"{name}: {value:.6f}\n" if isinstance(value, float) else f"{name}: {value}\n"
                   for name, value in values.items())  # fmt: skip
    found = read_ruleset(text or "{}", "lines.yaml", STANDARD)
    if not values:
        assert isinstance(found, tuple)
        return
    assert isinstance(found, Ruleset)
    assert {name: getattr(found, name) for name in values} == values


def test_all_problems_are_told_at_once_each_in_its_place() -> None:
    assert told(
        "holow_sincerity: .5\ntrust_gain: 0.2\nhollow_root: 1.5\nvoice_stake: '3'\nundeclared_steps: 1.5\n"
    ) == [
        "lines.yaml:1:1: There is no line `holow_sincerity`; did you mean `hollow_sincerity`?",
        "lines.yaml:2:1: `trust_gain` is a number by which a game is played, not judged, and this one has been played; "
        "take it out.",
        "lines.yaml:3:14: `hollow_root` must be a number from 0 to 1, not `1.5`.",
        "lines.yaml:4:14: `voice_stake` must be a number from 0 to 100, not the text `3` in quotes; take the quotes "
        "away.",
        "lines.yaml:5:19: `undeclared_steps` must be a whole number from 0 to 3, not `1.5`.",
    ]


@pytest.mark.parametrize("name", PLAYED)
def test_no_number_by_which_it_was_played_can_be_moved(name: str) -> None:
    (sentence,) = told(f"{name}: 0.5")
    assert "by which a game is played, not judged" in sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("trust_gian: 1", "`trust_gain` is a number by which a game is played, not judged"),
        ("lived_rate: 50%", "`lived_rate` must be a number from 0 to 100, not `50%`; write 50."),
        ("false_capture: 60%", "not `60%`; write 0.6."),
        ("false_capture: 0,6", "write a decimal point, not a comma."),
        ("false_capture: 1e-1", "must be a number from 0 to 1, not `1e-1`."),
        ("false_capture: .nan", "not `.nan`."),
        ("false_capture: -0.1", "not `-0.1`."),
        ("false_capture: {now: 0.5}", "1:16: `false_capture` must be a number from 0 to 1, not a mapping"),
        ("false_capture: [0.5]", "not a list."),
        ("false_capture:", "must be a number from 0 to 1, not nothing."),
        ("lines: {hollow_sincerity: 0.5}", "There is no line `lines`; `judge` without `--ruleset` lists those"),
        ("- hollow_sincerity: 0.5", "A ruleset is a mapping, not a list: it names lines"),
        ("hollow", "A ruleset is a mapping, not `hollow`"),
        ("{}", "The file moves no line: it names lines by which a game is judged"),
        ("", "The file is empty; it names lines by which a game is judged"),
        ("hollow_root: 0.1\nhollow_root: 0.2", "2:1: The key `hollow_root` stands here and in line 1"),
        ("hollow_root: !!float 0.1", "The tag `!!float` is not allowed"),
        ("hollow_root: 0.1\n---\nhollow_root: 0.2", "A second document begins here"),
        ("a: &a [*a]", "would contain itself"),
        ("hollow_root: \x00", "invisible character"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_sentence(text: str, sentence: str) -> None:
    (said,) = told(text)
    assert sentence in said


def test_a_file_that_is_not_there_or_no_text_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "wide.yaml").write_bytes("hollow_root: 0.1".encode("utf-16"))
    for name, sentence in (("nowhere.yaml", "There is no file"), ("wide.yaml", "UTF-16"), (".", "is a folder")):
        with pytest.raises(ScenarioProblems, match=sentence) as error:
            load_ruleset(tmp_path / name, STANDARD)
        assert len(error.value.problems) == 1


@given(some.text())
def test_any_text_is_a_ruleset_or_problems_with_places(text: str) -> None:
    found = read_ruleset(text, "lines.yaml", STANDARD)
    if isinstance(found, tuple):
        assert found
        assert all(problem.line >= 1 and problem.column >= 1 for problem in found)
