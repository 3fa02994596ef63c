"""What one seat alone sees, after an event that reached it."""

from game.rules import events as was
from game.rules.dealings import JointOffer
from game.rules.ids import AgencyId, FactId
from game.rules.own import Own
from game.rules.replacing import replace

PERSONAL = (was.RoundBegan, was.FactOpened, was.StancesShown, was.PhaseBegan)
"""Events before the room that also move what each seat keeps for itself."""


def evolve_own(own: Own, me: AgencyId, what: was.Happening) -> Own:
    """Store what an event says about one seat's own things."""
    match what:
        case was.StanceTaken(_, text, stance):
            return replace(own, cast={**own.cast, text: stance})
        case was.TimeSet(_, time) | was.TimeGiven(_, _, time):
            return replace(own, time=time)
        case was.TrustMoved(_, trusted, trust, scar):
            return replace(own, trust={**own.trust, trusted: trust}, scars={**own.scars, trusted: scar})
        case was.Disclosed(disclosure):
            return replace(own, disclosures={**own.disclosures, disclosure.id: disclosure})
        case was.Met(seat, whom, at):
            other = whom if seat == me else seat
            return replace(_consulted(own, other, at), met_now=own.met_now | {other})
        case was.StancesShown() | was.PhaseBegan():
            return replace(own, cast={}) if own.cast else own
        case was.PointsMoved(_, adjustment):
            return replace(own, adjustments=(*own.adjustments, adjustment))
        case was.BeliefMoved(_, fact, belief):
            return replace(own, beliefs={**own.beliefs, fact: belief})
        case was.FactLearned(_, fact, None):
            return replace(own, knows={f: truth for f, truth in own.knows.items() if f != fact})
        case was.FactLearned(_, fact, bool(truth)) | was.FactOpened(fact, truth):
            return _learned(own, fact, truth)
        case was.MeansMoved():
            return _moved(own, what)
        case was.Consulted(members, at):
            for other in members:
                own = _consulted(own, other, at) if other != me else own
            return own
        case was.Claimed(claim):
            return replace(own, claims={**own.claims, claim.id: claim})
        case was.Coloured(_, claim):
            return replace(own, spun=own.spun | {claim})
        case was.SpinFoundOut(_, claim, _):
            return replace(own, found_out=own.found_out | {claim})
        case was.JointOffered(offer):
            return replace(own, joint_offers=(*_others(own, offer), offer))
        case was.JointlyAssessed(fact, members, _, _):
            kept = tuple(o for o in own.joint_offers if o.fact != fact or set(o.members) != set(members))
            return replace(own, joint_offers=kept)
        case was.CaucusJoined(_, caucus):
            return replace(own, caucuses={**own.caucuses, caucus.network: caucus})
        case was.CableAnswered():
            return _answered(own, what)
        case was.Pressed(threat):
            return replace(own, threats={**own.threats, threat.id: threat})
        case was.PressureWithdrawn(threat, _, _, weight):
            lifted = replace(own.threats[threat], weight=weight, is_withdrawn=True)
            return replace(own, threats={**own.threats, threat: lifted})
        case was.Pledged(pledge):
            return replace(own, pledges={**own.pledges, pledge.id: pledge})
        case was.PledgeSettled(pledge, _, _, is_kept):
            return replace(own, pledges={**own.pledges, pledge: replace(own.pledges[pledge], is_kept=is_kept)})
        case was.ThreatSettled(threat, _, _, _):
            return replace(own, threats={**own.threats, threat: replace(own.threats[threat], is_settled=True)})
        case was.BallotAnswered(_, accord, ballot):
            return replace(own, ballots={**own.ballots, accord: ballot})
        case was.EffortSet(_, accord, plan):
            return replace(own, efforts={**own.efforts, accord: plan})
        case was.RoundBegan():
            return replace(own, met_now=frozenset(), joint_offers=(), caucuses={}, next_time=0)
        case _:
            return own


def _learned(own: Own, fact: FactId, truth: bool) -> Own:
    return replace(own, knows={**own.knows, fact: truth}, beliefs={**own.beliefs, fact: float(truth)})


def _moved(own: Own, what: was.MeansMoved) -> Own:
    return replace(
        own,
        backing=own.backing if what.backing is None else what.backing,
        flexibility=own.flexibility if what.flexibility is None else what.flexibility,
        walk_away=own.walk_away if what.walk_away is None else what.walk_away,
        next_time=own.next_time if what.next_time is None else what.next_time,
        pledge_left=own.pledge_left if what.pledge_left is None else what.pledge_left,
    )


def _consulted(own: Own, other: AgencyId, at: int) -> Own:
    return replace(own, consulted={**own.consulted, other: (*own.consulted.get(other, ()), at)})


def _others(own: Own, offer: JointOffer) -> tuple[JointOffer, ...]:
    return tuple(o for o in own.joint_offers if o.fact != offer.fact or set(o.members) != set(offer.members))


def _answered(own: Own, what: was.CableAnswered) -> Own:
    waivers = {**own.waivers, what.red_line: what.from_round} if what.is_granted else own.waivers
    return replace(own, cables={**own.cables, what.red_line: what.cables}, waivers=waivers)
