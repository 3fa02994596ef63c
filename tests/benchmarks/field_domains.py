"""What the field negotiates over: random additive domains, keyed by seed, and competition domains from a folder."""

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.scenario.domains import read_negotiation
from game.scenario.problems import ScenarioProblems

ISSUES, OPTIONS = 5, 4
LEAST_PACKAGES, MOST_PACKAGES = 20, 1_000
"""The ported agents weigh every package in Python; larger domains would take the run beyond half an hour."""
MOST_RESERVED = {2: 0.5}
"""Up to what share of its best package no agreement may be worth to a party, by number of parties."""
MANY_RESERVED = 0.3
"""For more than two: at half of everything for each, hardly a package is left to agree on."""


@dataclass(frozen=True)
class Domain:
    """Additive wants over issues: `worths[party][issue][option]`, best package 1; `reserved`, one for each party."""

    name: str
    worths: tuple[tuple[NDArray[np.float64], ...], ...]
    reserved: tuple[float, ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        """Return how many options each issue has."""
        return tuple(len(issue) for issue in self.worths[0])

    def of(self, parties: int) -> "Domain":
        """Keep the first so many parties."""
        return Domain(self.name, self.worths[:parties], self.reserved[:parties])

    @cached_property
    def utilities(self) -> NDArray[np.float64]:
        """Return what every package brings every party (parties, packages); the last issue changes fastest."""
        grid = np.indices(self.sizes).reshape(len(self.sizes), -1)
        return np.stack([sum(issue[at] for issue, at in zip(wants, grid, strict=True)) for wants in self.worths])

    @cached_property
    def gains(self) -> NDArray[np.float64]:
        """Return that above no agreement, as a share of the most there is above it (parties, packages)."""
        reserved = np.array(self.reserved)[:, None]
        return (self.utilities - reserved) / (self.utilities.max(axis=1, keepdims=True) - reserved)

    @cached_property
    def nash(self) -> NDArray[np.intp]:
        """Return the packages with the greatest product of gains (Nash 1950), all if several."""
        products = np.prod(np.maximum(self.gains, 0.0), axis=0)
        return np.flatnonzero(products >= products.max() * (1 - 1e-12))

    @property
    def has_deal(self) -> bool:
        """Say whether a package leaves everybody better off than without."""
        return bool((self.gains > 1e-9).all(axis=0).any())

    def nash_optimality(self, package: Sequence[int] | None) -> float:
        """Say how near the Nash point an outcome is, 1 at it, as NegMAS 0.16 does; no agreement counts 0.

        1 - d / D: d is the distance of utilities to the (nearest) Nash point, D the diagonal of all utilities. NegMAS
        leaves no agreement without a figure in `full_metrics`, and in tournaments takes the reservation values for it.
        """
        return (
            0.0
            if package is None
            else self._nearness(self.utilities[:, np.ravel_multi_index(tuple(package), self.sizes)])
        )

    def nash_of_tournaments(self, package: Sequence[int] | None) -> float:
        """Say the same with no agreement counted as the reservation values, as tournaments of NegMAS do."""
        return self._nearness(np.array(self.reserved)) if package is None else self.nash_optimality(package)

    def product(self, package: Sequence[int] | None) -> float:
        """Return the product of gains as a share of the greatest, to the root of the number of parties."""
        if package is None:
            return 0.0
        gains = np.maximum(0.0, self.gains[:, [np.ravel_multi_index(tuple(package), self.sizes), self.nash[0]]])
        return float((gains[:, 0].prod() / gains[:, 1].prod()) ** (1 / len(self.reserved)))

    def _nearness(self, at: NDArray[np.float64]) -> float:
        points = self.utilities[:, self.nash]
        diagonal = float(np.linalg.norm(np.ptp(self.utilities, axis=1)))
        return max(0.0, 1.0 - float(np.linalg.norm(points - at[:, None], axis=0).min()) / diagonal)


def random_domain(seed: int, parties: int) -> Domain:
    """Draw a domain of 5 issues x 4 options in which everybody can be better off than without agreement."""
    for attempt in range(10_000):
        draw = np.random.default_rng((seed, parties, attempt))
        weights = draw.dirichlet(np.full(ISSUES, 2.0), size=parties)
        values = draw.random((parties, ISSUES, OPTIONS))
        values -= values.min(axis=2, keepdims=True)
        values *= (weights / values.max(axis=2))[:, :, None]
        reserved = draw.uniform(0.0, MOST_RESERVED.get(parties, MANY_RESERVED), parties)
        domain = Domain(f"random-{seed}", tuple(tuple(wants) for wants in values), tuple(map(float, reserved)))
        if domain.has_deal:
            return domain
    raise ValueError("No domain with a deal in 10,000 draws.")


def competition_domains(folder: Path) -> Iterator[Domain]:
    """Read every domain below a folder that is additive and neither tiny nor too large; leave out others, and twins.

    Discounts are no part of it: the mechanism of NegMAS tells negotiators of none.
    """
    seen: set[tuple[object, ...]] = set()
    for place in sorted({path.parent for path in folder.rglob("*.xml")}):
        try:
            negotiation = read_negotiation([place])
        except ScenarioProblems:
            continue
        worths = tuple(tuple(np.array(issue) for issue in profile.worths) for profile in negotiation.profiles)
        reserved = tuple(profile.reservation for profile in negotiation.profiles)
        domain = Domain(f"{place.parent.name}/{place.name}", worths, reserved)
        key = (reserved, *(tuple(issue) for wants in worths for issue in wants))
        size = int(np.prod(domain.sizes))
        if len(reserved) > 1 and LEAST_PACKAGES <= size <= MOST_PACKAGES and key not in seen:
            seen.add(key)
            yield domain


def as_ufuns(domain: Domain) -> tuple[Any, list[Any]]:
    """Say it to NegMAS: the outcome space and a utility function for each party; options are named by number."""
    from negmas import LinearAdditiveUtilityFunction, make_issue, make_os

    warnings.simplefilter("ignore")
    issues = [make_issue([f"o{at:02}" for at in range(size)], f"i{at:02}") for at, size in enumerate(domain.sizes)]
    space = make_os(issues)
    ufuns = []
    for wants, reserved in zip(domain.worths, domain.reserved, strict=True):
        weights = [float(max(issue.max(), 1e-9)) for issue in wants]
        values = [
            {f"o{at:02}": float(worth) / weight for at, worth in enumerate(issue)}
            for issue, weight in zip(wants, weights, strict=True)
        ]
        ufuns.append(
            LinearAdditiveUtilityFunction(values, weights=weights, outcome_space=space, reserved_value=reserved)
        )
    return space, ufuns


def package_of(outcome: Sequence[str] | None) -> tuple[int, ...] | None:
    """Read an outcome back."""
    return None if outcome is None else tuple(int(option[1:]) for option in outcome)
