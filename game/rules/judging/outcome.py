"""Accords as lived, and what the forum came to (section 8)."""

from collections.abc import Iterable

from game.rules.case import Case
from game.rules.deciding.delivery import TOP_LEVEL, declared_lanes
from game.rules.ids import AgencyId, IssueId, OptionId
from game.rules.judgement import Judgement, Lane, LivedAccord, Outcome
from game.rules.judging.impact import impact_by_dimension, impact_of
from game.rules.judging.score import score_of
from game.rules.red_lines import crossed_by
from game.rules.state import State
from game.rules.texts import Accord
from game.rules.view import view
from game.rules.vocabulary import Community, ForumVerdict, Kind, Lived, Purpose
from game.rules.worth import world_of


def outcome_of(state: State) -> Outcome:
    """Say what the forum came to, beside every accord and score (R8.2)."""
    accords = tuple(_lived(state, accord) for accord in state.room.in_force)
    lanes = tuple(_lane(state, issue.id) for issue in state.case.issues if state.room.settled_by(issue.id) is None)
    weight = sum(lane.weight for lane in lanes)
    complementarity = sum(lane.weight * lane.level / TOP_LEVEL * lane.fit for lane in lanes) / weight if weight else 0.0
    left, impact = _essential_left(state), impact_of(state)
    return Outcome(
        verdict=_verdict(state, accords, complementarity, left),
        accords=accords,
        lanes=lanes,
        complementarity=complementarity,
        left=left,
        declared=state.room.forum.purpose,
        is_purpose_met=(
            state.room.forum.purpose is Purpose.INFORMATION and _has_shared_straight(state) and not _has_spun(state)
        ),
        impact=impact,
        impact_by_dimension=impact_by_dimension(state),
        scores={agency: score_of(state, agency, impact) for agency in state.case.agency_ids},
    )


def weight_of(case: Case, issues: Iterable[IssueId]) -> float:
    """Say what issues weigh together: the mean over agencies of their best points / 100 (R8.2)."""
    agencies = case.agencies
    best = sum(max(agency.points[issue].values()) for issue in issues for agency in agencies)
    return best / (100.0 * len(agencies))


def _lived(state: State, accord: Accord) -> LivedAccord:
    """Say what an accord turned out to be (R7.5, R8.1); terms that nobody has to carry out do not raise its rate."""
    ruleset, judgement = state.ruleset, state.sealed.judgements[accord.text]
    levels = state.sealed.levels.get(accord.text, {})
    carried = [t.issue for t in accord.terms if state.case.option(t.issue, t.option).carriers]
    done = sum(levels.get(issue, 0.0) for issue in carried)
    rate = 100.0 * done / (TOP_LEVEL * len(carried)) if carried else 100.0
    given: dict[AgencyId, float] = {}
    for quarter in state.sealed.efforts:
        for agency, effort in quarter.get(accord.text, {}).items():
            given[agency] = given.get(agency, 0.0) + effort / len(state.sealed.efforts)
    held_back = tuple(
        agency
        for agency, effort in given.items()
        if effort < ruleset.lived_effort and _weakest(judgement, agency) < ruleset.lived_root
    )
    signed = judgement.verdict.kind
    return LivedAccord(
        accord=accord.text,
        parties=accord.parties,
        terms=accord.terms,
        levels=levels,
        rate=rate,
        signed=signed,
        lived=_lived_kind(signed, rate >= ruleset.lived_rate, bool(held_back)),
        is_coerced=signed is Kind.FALSE and rate >= ruleset.lived_rate,
        held_back=held_back,
        given=given,
        weight=weight_of(state.case, accord.settles),
    )


def _lived_kind(signed: Kind, is_delivered: bool, is_held_back: bool) -> Lived:
    match signed:
        case Kind.FALSE:
            return Lived.FALSE_COHERENCE
        case _ if is_delivered:
            return Lived.SINCERE_AGREEMENT
        case Kind.FRAGILE if is_held_back:
            return Lived.FALSE_COHERENCE
        case _:
            return Lived.OVERTAKEN


def _weakest(judgement: Judgement, agency: AgencyId) -> float:
    return min(root.value for root in judgement.signatures[agency].roots.values())


def _lane(state: State, issue: IssueId) -> Lane:
    """Say how far the lanes of an issue came and how well they fit (R7.4)."""
    declared = {option: seats for (one, option), seats in declared_lanes(state).items() if one == issue}
    levels = state.sealed.lane_levels.get(issue, {})
    best = max(levels, key=lambda option: (levels[option], option), default=None)
    fit = 0.0
    if len(declared) == 1:
        ((option, seats),) = declared.items()
        if set(seats) >= set(state.case.option(issue, option).carriers) and not _crosses(state, issue, option):
            fit = 1.0 if _were_in_touch(state, seats) else 0.5
    return Lane(issue, best, 0.0 if best is None else levels[best], fit, weight_of(state.case, (issue,)))


def _crosses(state: State, issue: IssueId, option: OptionId) -> bool:
    """Say whether a lane crosses anybody's red line, beside what is agreed."""
    world = world_of(state.scene, state.room, {issue: option}, ())
    return any(crossed_by(view(state, seat), world) for seat in state.case.agency_ids)


def _were_in_touch(state: State, seats: tuple[AgencyId, ...]) -> bool:
    """Say whether the carriers of a lane met or shared straight: each with some other; one alone has nobody to ask."""
    if len(seats) == 1:
        return True

    def in_touch(seat: AgencyId) -> bool:
        own = state.own[seat]
        told = any(
            claim.id not in state.own[claim.speaker].spun and {claim.speaker, *claim.hearers} & (set(seats) - {seat})
            for claim in (*own.claims.values(), *state.room.claims.values())
            if seat in (claim.speaker, *claim.hearers)
        )
        return told or any(other in own.consulted for other in seats)

    return all(in_touch(seat) for seat in seats)


def _essential_left(state: State) -> tuple[AgencyId, ...]:
    """Name those who left and stayed out, if an essential party is among them (R8.2)."""
    out = state.room.out
    hosts = {a.id for a in state.case.agencies if a.community is Community.HOST_GOVERNMENT}
    is_essential = state.room.forum.chair in out or out & hosts or 3 * len(out) >= len(state.case.agencies)
    return tuple(sorted(out)) if out and is_essential else ()


def _verdict(
    state: State, accords: tuple[LivedAccord, ...], complementarity: float, left: tuple[AgencyId, ...]
) -> ForumVerdict:
    ruleset = state.ruleset
    enough = ruleset.forum_weight * weight_of(state.case, (issue.id for issue in state.case.issues))
    if left and not any(accord.weight >= enough for accord in accords):
        return ForumVerdict.BREAKDOWN
    settled = [term.issue for accord in accords for term in accord.terms]
    if settled and weight_of(state.case, settled) >= enough:
        return _heaviest(accords)
    if complementarity >= ruleset.forum_complementarity:
        return ForumVerdict.SIDE_BY_SIDE
    return ForumVerdict.INFORMATION_SHARING if _has_shared_straight(state) else ForumVerdict.NOTHING


def _heaviest(accords: tuple[LivedAccord, ...]) -> ForumVerdict:
    weights = {kind: sum(a.weight for a in accords if a.lived is kind) for kind in Lived}
    top = max(weights.values())
    tied = [kind for kind, weight in weights.items() if weight >= top - 1e-9]
    return ForumVerdict(Lived.FALSE_COHERENCE if Lived.FALSE_COHERENCE in tied else tied[0])


def _has_shared_straight(state: State) -> bool:
    claims = [*state.room.claims.values(), *(c for own in state.own.values() for c in own.claims.values())]
    return any(claim.id not in state.own[claim.speaker].spun for claim in claims)


def _has_spun(state: State) -> bool:
    return any(own.spun for own in state.own.values())
