"""The three ways through a case: deals that all can mean, deals that power can push through, and work side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.space.coalitions import carriers_by_package
from game.analysis.space.domain import GRAIN, Flags, along, laid_out
from game.analysis.space.grid import Floats, Grid, Places
from game.rules.case import Case, Issue, Option
from game.rules.conditions import World, holds
from game.rules.ids import AgencyId, IssueId, OptionId
from game.rules.judging.outcome import weight_of
from game.rules.judging.power import favourites, is_contested, strongest
from game.rules.ruleset import STANDARD

Terms = Mapping[IssueId, OptionId]
"""A package: the issues that it settles, each at an option other than the status quo."""

EASE = 0.3
"""The advantage from which on a signature is well worth it: 0.5 + 1.5 · 0.3 is near 1 (R5.1)."""
GREED = 0.7
"""The advantage from which on the strongest is tempted to push a text through."""
SIDING = 0.5
"""The advantage from which on others would lean on somebody for it."""


@dataclass(frozen=True, slots=True)
class Bending:
    """Who would sign at a loss, because not signing would cost more: points, and who could make it so (R4.6)."""

    who: AgencyId
    loss: float
    by: Mapping[AgencyId, float]
    """What carrying out its threat would cost the one who is bent, by presser."""


@dataclass(frozen=True, slots=True)
class Temptation:
    """A text that the strongest wants, that its carriers would sign under pressure and not carry out."""

    terms: Terms
    strongest: AgencyId
    advantage: float
    bent: tuple[Bending, ...]


@dataclass(frozen=True, slots=True)
class Lanes:
    """What agencies would carry out gladly beside each other, without a text: weight 0..1 (R7.4)."""

    terms: Terms
    weight: float
    gains: Mapping[AgencyId, float]
    """What each gains by it, carriers or not, in points at the truth; nothing is forgone outside."""


def terms_at(case: Case, place: int) -> Terms:
    """Name the terms of a package by its place."""
    sizes = tuple(len(issue.options) for issue in case.issues)
    chosen = zip(case.issues, np.unravel_index(place, sizes), strict=True)
    named = ((issue, issue.options[int(number)].id) for issue, number in chosen)
    return {issue.id: option for issue, option in named if option != issue.status_quo}


def find_sincere(first: Grid, truth: Grid) -> Places:
    """Find the deals well worth it to everybody, by what they believe at first and when all is known; best first.

    Best is the largest product of gains at the truth.
    """
    places = np.flatnonzero(first.zone & truth.zone)
    for grid in (first, truth):
        for agency in range(grid.domain.agencies):
            places = places[grid.advantage(agency, places) >= EASE]
    product = np.ones(len(places))
    for gains in truth.gains:
        product *= gains[places] * GRAIN
    return places[np.argsort(-product, kind="stable")]


def find_tempting(case: Case, first: Grid) -> Iterator[tuple[int, AgencyId, Floats]]:
    """Find the deals that tempt, as place, strongest and all advantages (agencies,); the most tempting first.

    Very good for the strongest, who captures more of the contested terms than R6.3 allows; at a loss for two or more,
    each of whom has to carry it and finds it dearer to defy than to sign; across nobody's red line. Where several are
    strongest, a deal is told of whom it tempts most.
    """
    found: dict[int, tuple[float, AgencyId, Floats]] = {}
    for power in strongest(case, case.agency_ids):
        for place, advantages in _pushed(case, first, power):
            advantage = float(advantages[_at(case, power)])
            if place not in found or advantage > found[place][0]:
                found[place] = (advantage, power, advantages)
    for place, (_, power, advantages) in sorted(found.items(), key=lambda one: (-one[1][0], one[0])):
        yield place, power, advantages


def tempt(case: Case, first: Grid, place: int, power: AgencyId, advantages: Floats) -> Temptation:
    """Say of a tempting deal who would be bent by whom."""
    carried = int(carriers_at(case, place))
    bent = [
        Bending(
            who=agency.id,
            loss=-float(first.gains[number][place]) * GRAIN,
            by={
                other: pain
                for other, pain in _threats(case, agency.id).items()
                if advantages[_at(case, other)] >= SIDING
            },
        )
        for number, agency in enumerate(case.agencies)
        if first.gains[number][place] < 0 and carried >> number & 1
    ]
    return Temptation(terms_at(case, place), power, float(advantages[_at(case, power)]), tuple(bent))


def find_lanes(case: Case, first: Grid, truth: Grid) -> Lanes:
    """Find what could be done side by side: all carriers gladly, at first and at the truth, across nobody's red line.

    On each issue the lane is taken that brings its carriers most.
    """
    terms: dict[IssueId, OptionId] = {}
    gains = np.zeros(len(case.agencies), np.int64)
    for issue, at_first, at_truth in zip(case.issues, first.domain.net, truth.domain.net, strict=True):
        best = 0
        for number, option in enumerate(issue.options):
            carriers = [_at(case, carrier) for carrier in option.carriers]
            joy = int(at_truth[carriers, number].sum())
            is_glad = (np.minimum(at_first, at_truth)[carriers, number] > 0).all()
            if joy > best and is_glad and option.id != issue.status_quo and not _is_forbidden(case, issue, option):
                best, terms[issue.id] = joy, option.id
        if issue.id in terms:
            gains += at_truth[:, [option.id for option in issue.options].index(terms[issue.id])]
    won = {agency: float(gain) * GRAIN for agency, gain in zip(case.agency_ids, gains, strict=True)}
    return Lanes(terms, weight_of(case, terms), won)


def carriers_at(case: Case, place: int) -> int:
    """Return a bit for each agency that has to carry a term of a package."""
    carriers = {one for i, o in terms_at(case, place).items() for one in case.option(i, o).carriers}
    return sum(1 << _at(case, agency) for agency in carriers)


def _is_forbidden(case: Case, issue: Issue, option: Option) -> bool:
    """Say whether a lane crosses somebody's red line: each is held against them by itself, signed by nobody (R7.4)."""
    world = World({issue.id: option.id}, frozenset(), case.forum.chair, {issue.id: option.carriers})
    return any(holds(line.condition, world) for agency in case.agencies for line in agency.red_lines)


def _pushed(case: Case, first: Grid, power: AgencyId) -> Iterator[tuple[int, Floats]]:
    mighty = _at(case, power)
    places = np.flatnonzero(_captured(case, power) & (first.gains[mighty] > 0))
    places = places[first.advantage(mighty, places) >= GREED]
    agencies = np.arange(len(case.agencies), dtype=np.uint8)
    carries = carriers_by_package(case)[places, None] >> agencies & 1 == 1
    loses = np.stack([gains[places] < 0 for gains in first.gains], axis=1)
    # whoever loses and has nothing to carry gives nothing that could come apart
    is_bent = (carries | ~loses).all(axis=1) & (loses.sum(axis=1) >= 2)
    places = places[is_bent & (first.domain.crossed[places] == 0)]
    advantages = np.stack([first.advantage(number, places) for number in range(len(agencies))], axis=1)
    is_cheaper = np.ones(len(places), bool)
    for number, agency in enumerate(case.agencies):
        loss = np.maximum(0, -first.gains[number][places]) * GRAIN
        pain = np.zeros(len(places))
        for other, amount in _threats(case, agency.id).items():
            pain += amount * (advantages[:, _at(case, other)] >= SIDING)
        is_cheaper &= (loss == 0) | (loss < pain)
    yield from ((int(place), row) for place, row in zip(places[is_cheaper], advantages[is_cheaper], strict=True))


def _captured(case: Case, power: AgencyId) -> Flags:
    """Mark the packages of which the strongest captures more than R6.3 allows (packages,)."""
    axes = len(case.issues)
    mine = case.agency(power)
    others = [agency for agency in case.agencies if agency.id != power]
    contested: list[NDArray[np.int8]] = []
    captured: list[NDArray[np.int8]] = []
    for axis, issue in enumerate(case.issues):
        is_fought = is_contested(mine, others, issue.id)
        terms = np.array([is_fought and option.id != issue.status_quo for option in issue.options], np.int8)
        won = np.array([option.id in favourites(mine, issue.id) for option in issue.options], np.int8)
        contested.append(along(terms, axis, axes))
        captured.append(along(terms * won, axis, axes))
    fought, taken = laid_out(np.add, contested), laid_out(np.add, captured)
    is_captured: Flags = (fought >= 2) & (taken > STANDARD.false_capture * fought)
    return is_captured


def _threats(case: Case, agency: AgencyId) -> Mapping[AgencyId, float]:
    """Say what each who can lean on an agency could cost it (R4.6), in points."""
    return {
        other.id: STANDARD.threat_pain * lever.strength
        for other in case.agencies
        for lever in other.leverage
        if lever.over == agency
    }


def _at(case: Case, agency: AgencyId) -> int:
    return case.agency_ids.index(agency)
