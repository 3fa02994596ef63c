"""Trust, belief and knowledge between seats (R4.3, R4.4)."""

from game.rules import events as was
from game.rules.deciding.minutes import Minutes
from game.rules.ids import AgencyId, ClaimId, FactId
from game.rules.trust import fallen, risen


def raise_trust(minutes: Minutes, truster: AgencyId, trusted: AgencyId, *, times: float = 1.0) -> None:
    """Let one seat trust another more."""
    own = minutes.own(truster)
    scar = own.scars.get(trusted, 0.0)
    trust = risen(own.trust[trusted], scar, minutes.ruleset, times=times)
    minutes.tell((truster,), was.TrustMoved(truster, trusted, trust, scar))


def lower_trust(minutes: Minutes, truster: AgencyId, trusted: AgencyId, *, is_scarring: bool = False) -> None:
    """Let one seat trust another less."""
    own = minutes.own(truster)
    trust, scar = fallen(own.trust[trusted], own.scars.get(trusted, 0.0), minutes.ruleset, is_scarring=is_scarring)
    minutes.tell((truster,), was.TrustMoved(truster, trusted, trust, scar))


def move_belief(minutes: Minutes, hearer: AgencyId, speaker: AgencyId, fact: FactId, *, says: bool) -> None:
    """Move a hearer's belief toward a claim by its trust in the speaker; who knows is not moved."""
    own = minutes.own(hearer)
    if fact in own.knows:
        return
    belief = own.beliefs[fact] + own.trust[speaker] * (float(says) - own.beliefs[fact])
    minutes.tell((hearer,), was.BeliefMoved(hearer, fact, belief))


def learn(minutes: Minutes, seat: AgencyId, fact: FactId) -> None:
    """Let a seat make sure of a fact, and see who told it otherwise knowing better."""
    truth = minutes.state.sealed.facts[fact]
    minutes.tell((seat,), was.FactLearned(seat, fact, truth))
    expose_spin(minutes, seat, fact)


def open_fact(minutes: Minutes, fact: FactId) -> None:
    """Let everybody know how a fact stands."""
    if fact in minutes.room.open_facts:
        return
    minutes.tell_room(was.FactOpened(fact, minutes.state.sealed.facts[fact]))
    for seat in minutes.state.case.agency_ids:
        expose_spin(minutes, seat, fact)


def expose_spin(minutes: Minutes, hearer: AgencyId, fact: FactId) -> None:
    """Let a hearer that knows a fact find out the spun claims it heard about it; each costs trust and scars."""
    own = minutes.own(hearer)
    if fact not in own.knows:
        return
    heard = (*own.claims.values(), *minutes.room.claims.values())
    for claim in heard:
        is_spun = claim.id in minutes.own(claim.speaker).spun
        if claim.fact == fact and hearer in claim.hearers and is_spun and claim.says != own.knows[fact]:
            find_out(minutes, hearer, claim.speaker, claim.id)


def find_out(minutes: Minutes, hearer: AgencyId, speaker: AgencyId, claim: ClaimId) -> None:
    """Let a hearer, and nobody else, find out that what it was told was not straight."""
    if claim in minutes.own(hearer).found_out:
        return
    minutes.tell((hearer,), was.SpinFoundOut(speaker, claim, minutes.at))
    lower_trust(minutes, hearer, speaker, is_scarring=True)
