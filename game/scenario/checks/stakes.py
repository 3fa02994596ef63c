"""What deals bring each agency over walking away, and a search for deals that suit some of them.

A deal settles some issues between all agencies. Its gain to one of them is its worth less its reservation value (R4.1,
R4.2) with the facts as they are, net of full effort on what it carries (R7.6): a sum over the issues, and what hidden
mandates add. So a part of a deal bounds from above what all its completions can bring, to each agency and to each two
of them together, and the search leaves out every branch whose bound says no. What events may move (facts, walk-aways),
and mandates that ask for parties or the chair, are taken at their best: nothing is called hopeless that is not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from game.rules.case import Agency, Case, Option
from game.rules.conditions import Condition, IsCarrier, IsChair, IsParty, World, atoms_in, holds
from game.rules.effects import ShiftWalkAway, TurnFact
from game.rules.ids import AgencyId, IssueId
from game.rules.ruleset import STANDARD
from game.rules.scene import Role, role_of
from game.scenario.checks.consequences import effects_of
from game.scenario.checks.possibility import Effort

Deal = Mapping[AgencyId, float]
"""What a deal brings each agency over walking away, in points."""
TINY = 1e-9


@dataclass(frozen=True, slots=True)
class _Swing:
    """A hidden mandate, or a red line that cannot be waived: by it a deal gains or falls in the end."""

    agency: AgencyId
    condition: Condition
    points: float
    """What its coming true adds; minus infinity for a red line."""
    was_met: bool
    due: int
    """At how many settled issues it is known."""

    @property
    def best(self) -> float:
        """Say what it can add at most."""
        return max(0.0, -self.points if self.was_met else self.points)

    def gain(self, world: World) -> float:
        """Say what it adds in a world that is settled far enough."""
        now = holds(self.condition, world)
        return 0.0 if now == self.was_met else self.points if now else -self.points


@dataclass(frozen=True, slots=True)
class Stakes:
    """What every option brings every agency (`gains`, by issue: the choices with their gains; no term first)."""

    case: Case
    gains: tuple[tuple[tuple[Option | None, Deal], ...], ...]
    swings: tuple[_Swing, ...]
    windfalls: Deal
    """What is taken at its best whatever is agreed."""

    def seek(self, parties: tuple[AgencyId, ...], wanted: AgencyId, effort: Effort) -> Deal | None:
        """Find a deal by which no party loses and the wanted one gains; None if there is none.

        Where that would take too long the answer is a deal without entries.
        """
        groups = _groups(parties)
        hopes = [self._hope(groups, settled) for settled in range(len(self.gains) + 1)]
        start = tuple(sum(self.windfalls.get(party, 0.0) for party in group) for group in groups)
        waiting: list[tuple[tuple[Option | None, ...], tuple[float, ...]]] = [((), start)]
        while waiting:
            if not effort.spend():
                return {}
            chosen, sums = waiting.pop()
            if len(chosen) == len(self.gains):
                return dict(zip(parties, sums, strict=False))
            branches: list[tuple[float, int, tuple[Option | None, ...], tuple[float, ...]]] = []
            for option, gains in self.gains[len(chosen)]:
                package = (*chosen, option)
                added = self._added(package, gains, parties)
                now = tuple(
                    before + sum(added[party] for party in group) for before, group in zip(sums, groups, strict=True)
                )
                bounds = [have + hope for have, hope in zip(now, hopes[len(package)], strict=True)]
                if all(
                    bound > TINY if wanted in group else bound >= -TINY
                    for bound, group in zip(bounds, groups, strict=True)
                ):
                    branches.append((min(bounds[: len(parties)]), len(branches), package, now))
            waiting += [(package, now) for _, _, package, now in sorted(branches)]
        return None

    def _added(
        self, package: tuple[Option | None, ...], gains: Deal, parties: Sequence[AgencyId]
    ) -> dict[AgencyId, float]:
        """Say what the last choice of a package adds for each party, with the swings that it decides."""
        added = {party: gains[party] for party in parties}
        due = [swing for swing in self.swings if swing.due == len(package) and swing.agency in added]
        if due:
            world = self._world(package)
            for swing in due:
                added[swing.agency] += swing.gain(world)
        return added

    def _hope(self, groups: Sequence[tuple[AgencyId, ...]], settled: int) -> list[float]:
        """Say for each group what the issues that are still open can bring it at most."""
        swings = [swing for swing in self.swings if swing.due > settled]
        return [
            sum(max(sum(gains[party] for party in group) for _, gains in choices) for choices in self.gains[settled:])
            + sum(swing.best for swing in swings if swing.agency in group)
            for group in groups
        ]

    def _world(self, package: tuple[Option | None, ...]) -> World:
        terms = {issue.id: option for issue, option in zip(self.case.issues, package, strict=False) if option}
        agreed = {issue: option.id for issue, option in terms.items()}
        parties = frozenset(self.case.agency_ids if terms else ())
        carriers = {issue: option.carriers for issue, option in terms.items()}
        return World(agreed, parties, self.case.forum.chair, carriers)


def _groups(parties: tuple[AgencyId, ...]) -> tuple[tuple[AgencyId, ...], ...]:
    """List each party, each two of them and all together: what none of these can gain, the parties cannot either."""
    everybody = (parties,) if len(parties) > 2 else ()
    return (*((party,) for party in parties), *combinations(parties, 2), *everybody)


def stakes_of(case: Case) -> Stakes:
    """Work out what every option brings every agency over walking away."""
    roles = {agency.id: role_of(case, STANDARD, agency.id) for agency in case.agencies}
    movable = frozenset(effect.fact for effect in effects_of(case) if isinstance(effect, TurnFact))
    gains = []
    for issue in case.issues:
        choices: list[tuple[Option | None, Deal]] = [(None, dict.fromkeys(roles, 0.0))]
        for option in issue.options:
            by_agency = {seat: _gain(case, role, issue.id, option, movable) for seat, role in roles.items()}
            choices.append((option, by_agency))
        gains.append(tuple(choices))
    swings = [swing for agency in case.agencies for swing in _swings(case, agency)]
    windfalls = {agency.id: _windfall(agency) for agency in case.agencies}
    return Stakes(case, tuple(gains), tuple(swings), windfalls)


def _gain(case: Case, role: Role, issue: IssueId, option: Option, movable: frozenset[str]) -> float:
    """Say what one term brings an agency over leaving its issue open."""
    agency, found = role.agency, case.issue(issue).status_quo
    gain = float(agency.points[issue][option.id] - agency.points[issue][found])
    for fact in case.facts:
        shifts = fact.shifts.get(issue, {})
        shift = shifts.get(option.id, {}).get(agency.id, 0) - shifts.get(found, {}).get(agency.id, 0)
        gain += max(0, shift) if fact.id in movable else shift if fact.is_true else 0
    lowered = sum(
        min(0, effect.by)
        for effect in effects_of(case)
        if isinstance(effect, ShiftWalkAway) and effect.agency == agency.id
    )
    share = max(agency.points[issue].values()) / 100.0
    return gain - role.burdens.get((issue, option.id), 0.0) - (role.outside + lowered) * share


def _swings(case: Case, agency: Agency) -> Iterator[_Swing]:
    """Go through the mandates and firm red lines that ask for nothing but terms and carriers."""
    nothing = World({}, frozenset(), case.forum.chair, {})
    for mandate in agency.hidden:
        if _is_about_terms(mandate.condition):
            due = _due(case, mandate.condition)
            yield _Swing(agency.id, mandate.condition, mandate.points, holds(mandate.condition, nothing), due)
    for line in agency.red_lines:
        if not line.is_waivable and _is_about_terms(line.condition):
            yield _Swing(agency.id, line.condition, float("-inf"), False, _due(case, line.condition))


def _windfall(agency: Agency) -> float:
    """Say what mandates may add that also ask for parties or the chair; one about the chair alone adds nothing."""
    mixed = (m for m in agency.hidden if not _is_about_terms(m.condition) and not _is_about_chair(m.condition))
    return float(sum(abs(mandate.points) for mandate in mixed))


def _is_about_terms(condition: Condition) -> bool:
    return not any(isinstance(atom, IsParty | IsChair) for atom in atoms_in(condition))


def _is_about_chair(condition: Condition) -> bool:
    return all(isinstance(atom, IsChair) for atom in atoms_in(condition))


def _due(case: Case, condition: Condition) -> int:
    """Say at how many settled issues it is known whether a condition about terms holds."""
    places = {issue.id: place for place, issue in enumerate(case.issues, 1)}
    due = 1
    for atom in atoms_in(condition):
        if isinstance(atom, IsParty | IsChair):
            continue
        anywhere = isinstance(atom, IsCarrier) and atom.issue is None
        due = max(due, len(places) if anywhere or atom.issue is None else places[atom.issue])
    return due
