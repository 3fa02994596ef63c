"""One quarter's work on what was agreed and declared (R7.1, R7.4, R7.6, R7.7)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.rules.ids import AgencyId, IssueId, OptionId, TextId
from game.rules.scene import blurring, effort_price
from game.rules.state import State
from game.rules.texts import LANES

TOP_LEVEL = 3.0
"""Complete: the top of the scale of the Kroc Institute's Peace Accords Matrix, from 0, not started."""


@dataclass(slots=True)
class Work:
    """A quarter: levels reached (0..3), each carrier's mean effort, what it cost in points, who is blurred by what."""

    levels: dict[TextId, dict[IssueId, float]] = field(default_factory=dict)
    lane_levels: dict[IssueId, dict[OptionId, float]] = field(default_factory=dict)
    given: dict[TextId, dict[AgencyId, float]] = field(default_factory=dict)
    costs: dict[AgencyId, float] = field(default_factory=dict)
    blurred: dict[tuple[AgencyId, IssueId], float] = field(default_factory=dict)


def work_quarter(state: State) -> Work:
    """Work out one quarter from the efforts as set (none set: none given)."""
    work = Work()
    for accord in state.room.in_force:
        before = state.sealed.levels.get(accord.text, {})
        efforts: dict[AgencyId, list[float]] = {}
        work.levels[accord.text] = {}
        for term in accord.terms:
            carriers = state.case.option(term.issue, term.option).carriers
            given = {carrier: _effort(state, carrier, accord.text, term.issue) for carrier in carriers}
            _charge(state, work, term.issue, term.option, given)
            level = _risen(state, before.get(term.issue, 0.0), term.issue, term.option, given)
            work.levels[accord.text][term.issue] = level
            for carrier, effort in given.items():
                efforts.setdefault(carrier, []).append(effort)
        work.given[accord.text] = {carrier: sum(all_) / len(all_) for carrier, all_ in efforts.items()}
    _work_lanes(state, work)
    return work


def _work_lanes(state: State, work: Work) -> None:
    """Carry declared lanes outside accords the same way; a carrier that did not declare gives nothing (R7.4)."""
    efforts: dict[AgencyId, list[float]] = {}
    for (issue, option), declared in declared_lanes(state).items():
        carriers = state.case.option(issue, option).carriers
        given = {c: _effort(state, c, LANES, issue) if c in declared else 0.0 for c in carriers}
        _charge(state, work, issue, option, given)
        before = state.sealed.lane_levels.get(issue, {}).get(option, 0.0)
        work.lane_levels.setdefault(issue, {})[option] = _risen(state, before, issue, option, given)
        for agency in declared:
            efforts.setdefault(agency, []).append(given[agency])
    if efforts:
        work.given[LANES] = {agency: sum(all_) / len(all_) for agency, all_ in efforts.items()}


def declared_lanes(state: State) -> dict[tuple[IssueId, OptionId], tuple[AgencyId, ...]]:
    """Gather who declared what on issues in no accord."""
    lanes: dict[tuple[IssueId, OptionId], tuple[AgencyId, ...]] = {}
    for agency in state.case.agency_ids:
        for issue, option in state.room.lanes.get(agency, {}).items():
            if state.room.settled_by(issue) is None:
                lanes[issue, option] = (*lanes.get((issue, option), ()), agency)
    return lanes


def _effort(state: State, seat: AgencyId, accord: TextId, issue: IssueId) -> float:
    plan = state.own[seat].efforts.get(accord)
    return 0.0 if plan is None else plan.on(issue)


def _risen(state: State, level: float, issue: IssueId, option: OptionId, given: Mapping[AgencyId, float]) -> float:
    """Raise a level by a quarter's work: 0.75 · capacity · (½ min + ½ mean of efforts) (R7.1).

    What nobody has to carry out comes about by itself.
    """
    efforts = list(given.values()) or [1.0]
    pull = 0.5 * min(efforts) + 0.5 * sum(efforts) / len(efforts)
    return min(TOP_LEVEL, level + state.ruleset.level_speed * capacity_of(state, issue, option) * pull)


def capacity_of(state: State, issue: IssueId, option: OptionId) -> float:
    """Say at which share (0..1) of full speed an option can be carried out, by true facts and events."""
    capacity = 1.0
    for fact in state.case.facts:
        if state.sealed.facts[fact.id]:
            capacity *= fact.capacity.get(issue, {}).get(option, 1.0)
    return min(1.0, max(0.0, capacity + state.sealed.capacity.get((issue, option), 0.0)))


def _charge(state: State, work: Work, issue: IssueId, option: OptionId, given: Mapping[AgencyId, float]) -> None:
    way = state.case.option(issue, option)
    for carrier, effort in given.items():
        if effort <= 0.0:
            continue
        work.costs[carrier] = work.costs.get(carrier, 0.0) + effort * effort_price(way, state.ruleset)
        price = blurring(state.case, state.ruleset, way, carrier)
        if price:
            work.blurred[carrier, issue] = price
