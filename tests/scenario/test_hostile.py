"""Whatever a file holds: a case or problems, soon, and nothing else."""

import tracemalloc
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as some
from hypothesis.strategies import DataObject
from pytest_mock import MockerFixture

from game.rules.case import Case
from game.scenario import source, tree
from game.scenario.loading import Problem, read
from game.scenario.problems import MOST_PROBLEMS, Finding

if TYPE_CHECKING:
    from conftest import Draft

PATIENT = settings(deadline=None)
"""No test here depends on the speed of the machine."""

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
CHAIN = "".join(f"a{n}: &a{n} {'[' * 30}{f'*a{n - 1}' if n else 'x'}{']' * 30}\n" for n in range(90))
DEEP = "This is nested more than 40 levels deep; write it flatter."
MANY = "The file holds more than 20000 values; a scenario has a few thousand."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[" * 300_000, DEEP),
        ("{a: " * 200_000, DEEP),
        ("- " * 300_000, DEEP),
        ("? " * 300_000, DEEP),
        (CHAIN, DEEP),
        (BOMB, MANY),
        ("[" + "a," * 300_000 + "]", MANY),
        ("\n".join(f"k{n}: 1" for n in range(50_000)), MANY),
        ("a: &a x\nb: [" + "*a," * 200_000 + "]", "There are more than 100 aliases (`*name`); write the lines out."),
        ("a: &a [*a]", "The alias `*a` would contain itself; write the lines out."),
        ("a: &a {b: &b [*a]}", "The alias `*a` would contain itself; write the lines out."),
        ("x" * 1_000_001, "The file is larger than 1 MB; a scenario is a few dozen KB."),
    ],
    ids=range(12),
)
def test_hostile_files_are_refused_with_one_sentence_in_bounded_memory(text: str, message: str) -> None:
    tracemalloc.start()
    try:
        found = read(text, "hostile.yaml")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert isinstance(found, tuple)
    assert [problem.message for problem in found] == [message]
    assert peak < 60_000_000


def test_a_flood_of_problems_is_cut_short_and_says_so() -> None:
    found = read("\n".join(f"k{n}: 1" for n in range(5_000)), "flood.yaml")
    assert isinstance(found, tuple)
    assert len(found) == MOST_PROBLEMS + 1
    assert "more problems; correct these first." in found[-1].message


@PATIENT
@given(some.text())
def test_any_text_is_a_case_or_problems(text: str) -> None:
    expect_answer(read(text, "any.yaml"))


@PATIENT
@given(some.text(alphabet=some.sampled_from(list("ab:-?[]{},&*!|>'\"%@`#~ \n\t<0.\r\x85\ufeff")), max_size=60))
def test_any_yaml_like_text_is_a_case_or_problems(text: str) -> None:
    expect_answer(read(text, "any.yaml"))


@PATIENT
@given(some.binary())
def test_any_bytes_are_a_text_or_a_finding(raw: bytes) -> None:
    text = source.decode(raw)
    if not isinstance(text, Finding):
        expect_answer(read(text, "any.yaml"))


values = some.recursive(
    some.none()
    | some.booleans()
    | some.integers()
    | some.text(max_size=5)
    | some.sampled_from(["force", "school", "none"]),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@settings(PATIENT, max_examples=50)
@given(some.data())
def test_any_value_anywhere_is_a_case_or_problems(harbour_source: str, data: DataObject) -> None:
    """Put arbitrary values into random places of a good scenario."""
    node = document = yaml.safe_load(harbour_source)
    while True:
        key = data.draw(some.sampled_from(sorted(node, key=str) if isinstance(node, dict) else range(len(node))))
        if not isinstance(node[key], dict | list) or not node[key] or data.draw(some.booleans()):
            break
        node = node[key]
    node[key] = data.draw(values)
    expect_answer(read(yaml.safe_dump(document, allow_unicode=True), "any.yaml"))


def test_without_the_c_library_the_answers_are_the_same(harbour: "Draft", mocker: MockerFixture) -> None:
    case = harbour.case()
    mocker.patch.object(tree, "LOADER", yaml.SafeLoader)
    assert harbour.case() == case
    harbour.with_(("power: 4", "power: 44")).tells("44", "`power` must be a whole number from 0 to 5, not `44`.")
    assert isinstance(read("a: [b", "x.yaml"), tuple)


def expect_answer(found: Case | tuple[Problem, ...]) -> None:
    if isinstance(found, Case):
        return
    assert found
    for problem in found:
        assert isinstance(problem, Problem)
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message.endswith((".", "?"))
        assert "\n" not in str(problem)
