"""The shipped cases, the space of all their deals, and a player of scripts."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from pathlib import Path

import numpy as np
import pytest
import yaml
from numpy.typing import NDArray

from game.record.codec import command_from
from game.rules.case import Agency, Case
from game.rules.conditions import World, holds
from game.rules.course import waiting_on
from game.rules.commands import Pass
from game.rules.ids import AgencyId, FactId, IssueId, OptionId
from game.rules.opening import open_game
from game.rules.play import play
from game.rules.refusal import Refusal
from game.rules.ruleset import STANDARD
from game.rules.scene import Role, role_of
from game.rules.state import State
from game.rules.vocabulary import Phase
from game.scenario import loading

SCRIPTS = Path(__file__).parent / "scripts"
NOT_YET = frozenset({"wrong_phase", "not_your_move", "vote_first", "doubt_first", "not_called"})
"""Refusals that only mean that somebody has to pass first."""

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Stake:
    """What every deal is to one agency, all of R4.1 and R4.2, at one state of belief; one entry a deal."""

    worth: Floats
    reservation: Floats
    advantage: Floats
    crossed: Flags
    carried: NDArray[np.int64]


@dataclass(frozen=True)
class Deals:
    """All deals of a case between all its agencies: each issue at one option, those at status quo left out."""

    case: Case

    @cached_property
    def table(self) -> tuple[Mapping[IssueId, OptionId], ...]:
        """List the deals, each with the terms that change something."""
        options = [[(issue, option.id) for option in issue.options] for issue in self.case.issues]
        return tuple(
            {issue.id: option for issue, option in chosen if option != issue.status_quo} for chosen in product(*options)
        )

    @cached_property
    def at_truth(self) -> Mapping[AgencyId, Stake]:
        """Appraise all deals with the facts as they are."""
        truth = {fact.id: float(fact.is_true) for fact in self.case.facts}
        return {agency.id: self.appraise(agency, truth) for agency in self.case.agencies}

    @cached_property
    def at_first(self) -> Mapping[AgencyId, Stake]:
        """Appraise all deals by what each agency believes when it comes in."""
        return {
            agency.id: self.appraise(
                agency,
                {
                    fact.id: float(fact.is_true) if agency.id in fact.known_by else fact.priors.get(agency.id, 0.5)
                    for fact in self.case.facts
                },
            )
            for agency in self.case.agencies
        }

    def appraise(self, agency: Agency, beliefs: Mapping[FactId, float]) -> Stake:
        """Appraise all deals for one agency, independently of `game.rules.appraisal`."""
        role = role_of(self.case, STANDARD, agency.id)
        points = {
            (i.id, o.id): agency.points[i.id][o.id]
            + sum(beliefs[fact] * shift for fact, shift in role.shifts_on.get((i.id, o.id), ()))
            for i in self.case.issues
            for o in i.options
        }
        as_found = sum(points[issue.id, issue.status_quo] for issue in self.case.issues)
        rows = [self._row(agency, role, points, as_found, deal) for deal in self.table]
        worth, reservation, best, crossed, carried = (np.array(column) for column in zip(*rows, strict=True))
        above = (worth - reservation) / np.maximum(best - reservation, 1e-9)
        below = (worth - reservation) / np.maximum(reservation, 1e-9)
        advantage = np.clip(np.where(worth >= reservation, above, below), -1.0, 1.0)
        return Stake(worth, reservation, np.where(crossed, -1.0, advantage), crossed, carried)

    def _row(
        self,
        agency: Agency,
        role: Role,
        points: Mapping[tuple[IssueId, OptionId], float],
        as_found: float,
        deal: Mapping[IssueId, OptionId],
    ) -> tuple[float, float, float, bool, int]:
        world = self.world(deal)
        hidden = sum(mandate.points for mandate in agency.hidden if holds(mandate.condition, world))
        change = sum(points[i, o] - points[i, self.case.issue(i).status_quo] for i, o in deal.items())
        burden = sum(role.burdens.get((i, o), 0.0) for i, o in deal.items())
        before = sum(m.points for m in agency.hidden if holds(m.condition, self.world({}, with_parties=False)))
        share = sum(max(agency.points[issue].values()) for issue in deal) / 100.0
        best = as_found + sum(m.points for m in agency.hidden if m.points > 0)
        for issue in deal:
            at_best = max(points[issue, o.id] - role.burdens.get((issue, o.id), 0.0) for o in self.case.issue(issue).options)
            best += at_best - points[issue, self.case.issue(issue).status_quo]
        return (
            as_found + change + hidden - burden,
            as_found + before + role.outside * share,
            best,
            any(holds(line.condition, world) for line in agency.red_lines),
            sum(agency.id in self.case.option(i, o).carriers for i, o in deal.items()),
        )

    def world(self, deal: Mapping[IssueId, OptionId], *, with_parties: bool = True) -> World:
        """Build the world in which a deal is agreed by everybody under the chair as found."""
        parties = frozenset(self.case.agency_ids) if with_parties else frozenset[AgencyId]()
        carriers = {issue: self.case.option(issue, option).carriers for issue, option in deal.items()}
        return World(deal, parties, self.case.forum.chair, carriers)

    def weight(self, issue: IssueId) -> float:
        """Say an issue's weight (R8.2), 0..1."""
        return sum(max(agency.points[issue].values()) for agency in self.case.agencies) / (100 * len(self.case.agencies))

    def index(self, deal: Mapping[str, str]) -> int:
        """Find a deal by its terms."""
        return self.table.index(deal)  # type: ignore[arg-type]

    def sincere(self, least: float) -> Flags:
        """Mark the deals at which everybody's advantage is at least `least`, at the truth and at first."""
        stakes = (*self.at_truth.values(), *self.at_first.values())
        return np.logical_and.reduce([stake.advantage >= least for stake in stakes])


@cache
def deals_of(name: str) -> Deals:
    """Lay out a shipped case, once for all tests."""
    return Deals(loading.load(loading.find(name)))


@pytest.fixture
def tutorial() -> Deals:
    return deals_of("tutorial")


@pytest.fixture
def district() -> Deals:
    return deals_of("afghanistan-district-2006")


@pytest.fixture(params=["tutorial", "afghanistan-district-2006"])
def deals(request: pytest.FixtureRequest) -> Deals:
    return deals_of(request.param)


def perform(case: Case, script: str, seed: int = 1) -> State:
    """Play a script to the end: whoever has nothing in it passes; a command that is refused outright is an error."""
    state = open_game(case, STANDARD, seed, case.agency_ids).state
    entries = yaml.safe_load((SCRIPTS / f"{script}.yaml").read_text(encoding="utf-8"))
    for number, entry in enumerate(entries, 1):
        command = command_from(json.dumps(entry))
        step = play(state, command)
        while isinstance(step, Refusal) and step.code in NOT_YET and waiting_on(state.room):
            state = _pass(state)
            step = play(state, command)
        assert not isinstance(step, Refusal), f"{script}, command {number}: {entry}: {step}"
        state = step.state
    while state.room.phase is not Phase.CLOSED:
        state = _pass(state)
    return state


def _pass(state: State) -> State:
    step = play(state, Pass(waiting_on(state.room)[0]))
    assert not isinstance(step, Refusal), step
    return step.state


@pytest.fixture
def played() -> Callable[..., State]:
    return perform
