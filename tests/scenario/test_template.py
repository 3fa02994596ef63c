"""The scenario that `new` begins with: right, small, and keeping what every shipped case promises."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from pathlib import Path

import pytest

from game.rules.case import Case
from game.rules.vocabulary import Community, LeverageKind, Purpose
from game.scenario import loading
from game.scenario.template import draft
from scenarios import test_deals as promises

SINCERE = {"well": "village", "keys": "committee", "name": "thanks"}
TEMPTING = {"well": "contractor", "keys": "meters", "name": "banner"}
LANES = {"well": "handpump", "keys": "rota"}
PROMISES = [name for name in vars(promises) if name.startswith("test_")]


class Drafted(promises.Deals):
    """The deals of the template, with what its first lines promise."""

    @cached_property
    def promised(self) -> Mapping[str, Mapping[str, str]]:
        """Give the packages."""
        return {"sincere": SINCERE, "tempting": TEMPTING, "lanes": LANES}


@pytest.fixture(scope="module")
def case() -> Case:
    read = loading.read(draft("lake-road"), "lake-road.yaml")
    assert isinstance(read, Case)
    return read


@pytest.fixture(scope="module")
def deals(case: Case) -> promises.Deals:
    return Drafted(case)


@pytest.mark.parametrize("name", PROMISES)
def test_the_template_keeps_every_promise_of_a_shipped_case(deals: promises.Deals, name: str) -> None:
    getattr(promises, name)(deals)


@pytest.mark.parametrize("name", ["lake-road", "a", "x" * 40, "no", "true", "a2006"])
def test_a_draft_of_any_name_is_right(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.yaml"
    path.write_text(draft(name), encoding="utf-8")
    assert loading.check(path) == ()
    assert loading.load(path).id == name


def test_the_first_lines_name_the_packages_that_are_there() -> None:
    head = draft("lake-road").split("case:")[0]
    for package in (SINCERE, TEMPTING):
        assert " + ".join(package.values()) in head
    assert " and ".join(LANES.values()) in head


def test_a_draft_is_short_enough_to_be_read_before_lunch() -> None:
    lines = draft("lake-road").splitlines()
    assert len(lines) <= 300
    assert max(map(len, lines)) <= 120
    assert sum("#" in line for line in lines) >= 30


@pytest.mark.parametrize(
    ("sign", "words"), [("    community:", Community), ("(`kind`:", LeverageKind), ("  purpose:", Purpose)]
)
def test_a_draft_lists_the_words_there_are_to_choose_from(sign: str, words: type[StrEnum]) -> None:
    line = next(line for line in draft("lake-road").splitlines() if sign in line)
    assert not [word for word in words if not re.search(rf"\b{word}\b", line)]


def test_a_draft_says_what_becomes_of_who_is_not_invited() -> None:
    lines = draft("lake-road").splitlines()
    named = next(number for number, line in enumerate(lines) if line.startswith("  invited:"))
    assert "Who is not named here" in lines[named - 1]
