"""Packages as marks on cells, and back."""

from __future__ import annotations

from math import prod
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from watching import SHIPPED, shipped

from game.opponents.board import board_of
from game.opponents.mind.agenda import OPEN, Agenda
from game.rules.scene import scene_of

SIZES = st.lists(st.integers(1, 5), min_size=1, max_size=5).map(tuple)


@given(SIZES)
def test_all_packages_are_laid_out_once_and_the_last_issue_changes_fastest(sizes: tuple[int, ...]) -> None:
    packages = Agenda(sizes).packages()
    assert packages.shape == (prod(sizes), len(sizes))
    assert [tuple(package) for package in packages] == sorted({tuple(package) for package in packages})
    assert (packages >= 0).all()
    assert (packages < np.array(sizes)).all()


@given(SIZES, st.data())
def test_marks_tell_the_package_that_they_mark(sizes: tuple[int, ...], data: st.DataObject) -> None:
    agenda = Agenda(sizes)
    package = [data.draw(st.integers(OPEN, size - 1)) for size in sizes]
    marks = agenda.marks(package)
    assert marks.shape == (agenda.cells,)
    assert set(marks) <= {0.0, 1.0}
    read = [OPEN] * len(sizes)
    for cell in np.flatnonzero(marks):
        issue = int(agenda.issue_of[cell])
        assert read[issue] == OPEN
        read[issue] = int(cell) - agenda.starts[issue]
    assert read == package


@pytest.mark.parametrize("name", SHIPPED)
def test_packages_name_terms_and_terms_mark_packages(name: str) -> None:
    case, rng = shipped(name), Random(name)
    board = board_of(scene_of(case))
    for _ in range(50):
        package = [rng.randrange(OPEN, size) for size in board.agenda.sizes]
        terms = board.terms(package)
        settled = {issue.id: issue.options[n].id for issue, n in zip(case.issues, package, strict=True) if n != OPEN}
        assert {term.issue: term.option for term in terms} == settled
        assert np.array_equal(board.marks(terms), board.agenda.marks(package))


def test_the_status_quo_and_what_is_carried_stand_where_the_case_has_them() -> None:
    case = shipped("tutorial")
    board = board_of(scene_of(case))
    assert [board.cells[cell] for cell in board.status_quo] == [(issue.id, issue.status_quo) for issue in case.issues]
    for agency in case.agency_ids:
        carried = {(issue.id, o.id) for issue in case.issues for o in issue.options if agency in o.carriers}
        assert {board.cells[cell] for cell in np.flatnonzero(board.carries[agency])} == carried
