"""A case as the mind's numbers: a cell for every option of every issue, and who carries what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.opponents.mind.agenda import Agenda, Marks
from game.opponents.recall import Recall
from game.rules.ids import AgencyId, IssueId, OptionId
from game.rules.scene import Scene
from game.rules.texts import Term

Cell = tuple[IssueId, OptionId]


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """Issues and options in the order of the case."""

    agenda: Agenda
    cells: tuple[Cell, ...]
    place: Mapping[Cell, int]
    """The number of each cell."""
    status_quo: NDArray[np.intp]
    """The cell that each issue stands at as found (issues,)."""
    carries: Mapping[AgencyId, NDArray[np.bool_]]
    """What each agency carries (cells,)."""

    def marks(self, terms: Iterable[Term]) -> Marks:
        """Mark the cells of some terms (cells,)."""
        marks = np.zeros(len(self.cells))
        marks[[self.place[term.issue, term.option] for term in terms]] = 1.0
        return marks

    def terms(self, package: Iterable[int]) -> tuple[Term, ...]:
        """Name the terms of a package, which gives for each issue the number of an option, or -1 where it is open."""
        starts = self.agenda.starts
        picked = [start + option for start, option in zip(starts, package, strict=True) if option >= 0]
        return tuple(Term(*self.cells[cell]) for cell in picked)

    def spread_out(self, table: Mapping[IssueId, Mapping[OptionId, float]]) -> NDArray[np.float64]:
        """Lay a table by issue and option out over the cells (cells,)."""
        return np.array([table[issue][option] for issue, option in self.cells])


_boards: Recall[Board] = Recall(16)


def board_of(scene: Scene) -> Board:
    """Lay a case out."""
    return _boards.of((scene,), lambda: _laid_out(scene))


def _laid_out(scene: Scene) -> Board:
    cells = tuple((issue.id, option.id) for issue in scene.issues for option in issue.options)
    place = {cell: number for number, cell in enumerate(cells)}
    return Board(
        agenda=Agenda(tuple(len(issue.options) for issue in scene.issues)),
        cells=cells,
        place=place,
        status_quo=np.array([place[issue.id, issue.status_quo] for issue in scene.issues], np.intp),
        carries={
            agency: np.array([agency in scene.option(issue, option).carriers for issue, option in cells])
            for agency in scene.agency_ids
        },
    )
