"""Scenarios as people break them: a line or a word deleted, doubled, swapped or replaced."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from game.rules.case import Case
from game.scenario import loading
from game.scenario.loading import check, read
from game.scenario.problems import Problem
from game.scenario.template import draft

PATIENT = settings(deadline=None, max_examples=120)
SOURCES = (draft("lake-road"), *(path.read_text(encoding="utf-8") for path in loading.shipped()))
WORD = re.compile(r"[\w.+-]+|[^\w\s]|\s+")
STRANGE = (
    *(
        "",
        ":",
        "- ",
        "{",
        "}",
        "[",
        "]",
        "'",
        '"',
        "#",
        "&a",
        "*a",
        "!x",
        "|",
        ">-",
        "%",
        "@",
        "?",
        ",",
        "\t",
        "\n",
        "~",
    ),
    *(
        "yes",
        "no",
        "null",
        "NO",
        "0",
        "-1",
        "101",
        "1e9",
        "0.5",
        "007",
        "12:30",
        "en",
        "fr",
        "all",
        "when",
        "none",
        "fund",
    ),
    *("é", "\ufeff", "\x85", "\u2028", "\x00", "\x7f", "\ud7ff", "𝔘"),
    *("agencies", "issues", "points", "options", "status_quo", "languages", "teaching_note", "{en: a, fr: b}"),
)


def tokens_of(text: str, *, by_line: bool) -> list[str]:
    return text.splitlines(keepends=True) if by_line else WORD.findall(text)


@some.composite
def broken(draw: some.DrawFn) -> str:
    """Break a scenario that was right, in one to four places."""
    text = draw(some.sampled_from(SOURCES))
    for _ in range(draw(some.integers(1, 4))):
        parts = tokens_of(text, by_line=draw(some.booleans()))
        at = draw(some.integers(0, max(0, len(parts) - 1)))
        match draw(some.sampled_from(("delete", "double", "swap", "replace", "insert", "cut", "move"))):
            case "delete":
                parts[at : at + draw(some.integers(1, 5))] = []
            case "double":
                parts.insert(at, "".join(parts[at : at + draw(some.integers(1, 5))]))
            case "swap":
                other = draw(some.integers(0, max(0, len(parts) - 1)))
                if parts:
                    parts[at], parts[other] = parts[other], parts[at]
            case "replace":
                parts[at : at + 1] = [draw(some.sampled_from(STRANGE))]
            case "insert":
                parts.insert(at, draw(some.sampled_from(STRANGE)))
            case "cut":
                parts[at:] = []
            case "move":
                parts.insert(draw(some.integers(0, len(parts))), "  " + "".join(parts[at : at + 1]))
        text = "".join(parts)
    return text


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("broken") / "broken.yaml"


@PATIENT
@given(broken())
def test_a_broken_scenario_is_told_in_sentences_with_places(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")
    problems = check(path)
    for problem in problems:
        expect_sentence(problem, text)
    found = read(text, "broken.yaml")
    if isinstance(found, Case):
        assert not any(problem.is_error for problem in problems)
    else:
        assert any(problem.is_error for problem in problems)
        assert found


@settings(PATIENT, max_examples=40)
@given(broken())
def test_a_broken_scenario_lists_what_is_to_be_translated(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")
    for problem in check(path, "fr"):
        expect_sentence(problem, text)


def expect_sentence(problem: Problem, text: str) -> None:
    """Assert that a problem is one line that ends as a sentence, at a place that the file has."""
    lines = len(re.split(r"\r\n|[\n\r\x85\u2028\u2029]", text))
    assert 1 <= problem.line <= lines + 1
    assert problem.column >= 1
    assert problem.message[0].isupper() or problem.message[0] in "`‘"
    assert problem.message.endswith((".", "?"))
    assert str(problem).splitlines() == [str(problem)]
    assert "Traceback" not in problem.message
    assert len(problem.message) < 500
