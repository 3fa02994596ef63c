"""The five roots of a yes, each with its evidence (R5.1 to R5.5)."""

from collections.abc import Mapping

from game.rules.appraisal import Appraisal
from game.rules.ids import AgencyId, FactId, claimed_at
from game.rules.judgement import Evidence, RootReading
from game.rules.judging.hearing import heard
from game.rules.state import State
from game.rules.texts import Accord
from game.rules.vocabulary import ForumKind, Purpose, Root

PURPOSES = tuple(Purpose)
DIGITS = 9
"""Decimal places of a root and of all that is made of roots: thresholds are held against these."""


def roots_of(state: State, accord: Accord, seat: AgencyId, appraisal: Appraisal) -> Mapping[Root, RootReading]:
    """Read the five roots of one signature."""
    return {
        Root.WORTH: worth(state, appraisal),
        Root.FREE: free(state, accord, seat),
        Root.INFORMED: informed(state, accord, seat),
        Root.HEARD: heard(state, accord, seat),
        Root.BACKED: backed(state, seat, appraisal),
    }


def clamp(value: float) -> float:
    """Keep a value in 0..1, rounded so that what is a half on paper is a half (0.7 - 0.2 is not)."""
    return round(min(1.0, max(0.0, value)), DIGITS)


def worth(state: State, appraisal: Appraisal) -> RootReading:
    """Read how far it is worth it, at believed worth (R5.1)."""
    evidence = [Evidence("advantage", appraisal.advantage)]
    evidence += [Evidence("red_line", -1.0, about=line) for line in appraisal.crossed]
    return RootReading(clamp(0.5 + state.ruleset.worth_slope * appraisal.advantage), tuple(evidence))


def free(state: State, accord: Accord, seat: AgencyId) -> RootReading:
    """Read how free it was: every threat about this text presses, and so does a chair with leverage (R5.2)."""
    ruleset, forum = state.ruleset, state.room.forum
    evidence = [
        Evidence("threat", -threat.weight * ruleset.pressure_step * threat.strength, threat.id, threat.presser)
        for threat in state.own[seat].threats.values()
        if threat.pressed == seat and threat.text == accord.text and threat.weight > 0
    ]
    lever = state.roles[seat].leverage_on_me.get(forum.chair)
    if lever is not None and not forum.is_power_conceded:
        sensitivity = state.case.agency(seat).power_sensitivity
        evidence.append(
            Evidence("chair_leverage", -ruleset.chair_step * lever.strength * sensitivity, None, forum.chair)
        )
    return RootReading(clamp(1.0 + sum(one.amount for one in evidence)), tuple(evidence))


def informed(state: State, accord: Accord, seat: AgencyId) -> RootReading:
    """Read how well it was informed: what another party knew and did not tell it straight opens a gap (R5.3)."""
    evidence: list[Evidence] = []
    for fact in state.case.facts:
        bearing = bearing_of(state, accord, seat, fact.id)
        keepers = [p for p in accord.parties if p != seat and fact.id in state.own[p].knows]
        if bearing == 0 or not keepers or fact.id in state.own[seat].knows or was_told_straight(state, seat, fact.id):
            continue
        spun = _spun_to(state, seat, fact.id)
        share = -abs(bearing) / state.ruleset.informed_span
        evidence.append(Evidence("spun" if spun is not None else "withheld", share, spun, fact.id))
    return RootReading(clamp(1.0 + sum(one.amount for one in evidence)), tuple(evidence))


def bearing_of(state: State, accord: Accord, seat: AgencyId, fact: FactId) -> float:
    """Say what a fact adds to (or takes from) the text's worth for a seat while it is true, in points."""
    by_issue = state.roles[seat].shifts[fact]
    return sum(by_issue.get(term.issue, {}).get(term.option, 0) for term in accord.terms)


def was_told_straight(state: State, seat: AgencyId, fact: FactId) -> bool:
    """Say whether somebody told the seat how the fact stands."""
    truth = state.sealed.facts[fact]
    heard_claims = (*state.own[seat].claims.values(), *state.room.claims.values())
    return any(c.fact == fact and seat in c.hearers and c.says == truth for c in heard_claims)


def _spun_to(state: State, seat: AgencyId, fact: FactId) -> int | None:
    """Name the command by which the seat was last told otherwise."""
    truth = state.sealed.facts[fact]
    heard_claims = (*state.own[seat].claims.values(), *state.room.claims.values())
    told = [claimed_at(c.id) for c in heard_claims if c.fact == fact and seat in c.hearers and c.says != truth]
    return max(told, default=None)


def backed(state: State, seat: AgencyId, appraisal: Appraisal) -> RootReading:
    """Read how far its own house stands behind it, and behind what the forum is for (R5.5)."""
    ruleset, forum, agency = state.ruleset, state.room.forum, state.case.agency(seat)
    backing = state.own[seat].backing
    if forum.purpose is None:
        steps = float(ruleset.undeclared_steps)
    else:
        steps = abs(PURPOSES.index(agency.expects) - PURPOSES.index(forum.purpose))
    if forum.kind is ForumKind.CONTACT_GROUP:
        steps /= 2
    evidence = [Evidence("backing", backing)]
    if steps:
        evidence.append(Evidence("purpose_gap", -ruleset.purpose_step * steps, None, forum.purpose or "undeclared"))
    if appraisal.crossed:
        crossed = [Evidence("red_line", -1.0, None, line) for line in appraisal.crossed]
        return RootReading(0.0, (*evidence, *crossed))
    return RootReading(clamp(sum(one.amount for one in evidence)), tuple(evidence))
