"""Searching all packages for the one that costs least, issue by issue, from several places at once.

The cost of a package is the sum over seats of `weight * exp(-margin / width)`, so what lifts the lowest comes first;
what may be forbidden takes points off a margin where two options stand together.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.opponents.mind.agenda import OPEN, Agenda
from game.opponents.mind.belief import Numbers

ROUNDS = 4
"""How often a search goes over all issues."""
DIGITS = 9
"""Decimal places to which costs are told apart: what is a tie on paper is one on every machine (R10.2)."""
MOST = 80.0
"""Largest exponent of a cost, so that nothing overflows."""

Packages = NDArray[np.intp]
"""The option of each issue, or `OPEN` (packages, issues)."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What a search goes over. In points: `margins` (seats, cells), `widths` (seats,), `losses` (seats, cells, cells).

    `losses` are what two options together take off, on the diagonal one alone; symmetric, each pair counts once.
    """

    agenda: Agenda
    margins: Numbers
    widths: Numbers
    losses: Numbers
    columns: tuple[NDArray[np.intp], ...]
    """Which options of each issue can be had, `OPEN` among them."""
    breadth: tuple[Numbers, ...]
    """What each of these makes of the cost of a package by settling its issue."""

    def marks(self, packages: Packages) -> Numbers:
        """Mark the cells of packages (packages, cells)."""
        marks = np.zeros((len(packages), self.agenda.cells))
        for number, start in enumerate(self.agenda.starts):
            rows = np.flatnonzero(packages[:, number] != OPEN)
            marks[rows, start + packages[rows, number]] = 1.0
        return marks

    def descend(self, packages: Packages, weights: Numbers) -> Packages:
        """Lower the cost of each package until nothing helps; `weights` (packages, seats)."""
        packages = packages.copy()
        for _ in range(ROUNDS):
            before = packages.copy()
            for number in range(len(self.columns)):
                packages[:, number] = self._cheapest(packages, number, weights)
            if np.array_equal(before, packages):
                break
        return packages

    def _cheapest(self, packages: Packages, number: int, weights: Numbers) -> NDArray[np.intp]:
        """Choose the option of one issue that makes each package cheapest, the present one if none is cheaper."""
        options, lines = self.columns[number], np.arange(len(packages))
        costs = np.round(np.log(self._costs(packages, number, weights)), DIGITS)
        current = np.argmax(options[None, :] == packages[:, number, None], axis=1)
        cheapest = np.argmin(costs, axis=1)
        is_better = costs[lines, cheapest] < costs[lines, current]
        return np.asarray(options[np.where(is_better, cheapest, current)])

    def _costs(self, packages: Packages, number: int, weights: Numbers) -> Numbers:
        """Say what packages cost with each option of one issue, their breadth elsewhere aside (packages, options)."""
        options, start = self.columns[number], self.agenda.starts[number]
        rest = packages.copy()
        rest[:, number] = OPEN
        marks = self.marks(rest)
        joint = self.losses @ marks.T
        alone = np.diagonal(self.losses, axis1=1, axis2=2)
        base = self.margins @ marks.T - 0.5 * (np.einsum("acp,pc->ap", joint, marks) + alone @ marks.T)
        cells = start + options[options != OPEN]
        added = np.zeros((len(self.margins), len(options), len(packages)))
        added[:, options != OPEN] = self.margins[:, cells, None] - joint[:, cells] - alone[:, cells, None]
        exponents = -(base[:, None, :] + added) / self.widths[:, None, None]
        costs = np.einsum("aop,pa->po", np.exp(np.clip(exponents, -MOST, MOST)), weights)
        return np.asarray(costs * self.breadth[number][None, :])
