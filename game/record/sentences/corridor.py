"""Sentences about what happens in the corridor."""

from game.record.sentences.narrator import LONGEST, Bold, Narrator, Part, Sentence, aside, clipped, moved, percent, say
from game.record.sentences.phrases import LEVERS
from game.rules import events as was
from game.rules.ids import AgencyId


def met(tell: Narrator, event: was.Met) -> Sentence:
    return say(event.seat, tell.who(event.seat), " met ", tell.who(event.whom), " face to face.")


def trust_moved(tell: Narrator, event: was.TrustMoved) -> Sentence:
    before = tell.past.trust.get((event.truster, event.trusted))
    if before is None and tell.role is not None and tell.is_me(event.truster):
        before = tell.role.agency.trust.get(event.trusted)
    scarred = "; it will not come back in full" if event.scar > 0 else ""
    trust = f" {moved(before, event.trust)}{scarred}."
    return aside(event.trusted, tell.whose(event.truster), " trust in ", tell.who(event.trusted), trust)


def belief_moved(tell: Narrator, event: was.BeliefMoved) -> Sentence:
    likely = f" staff now put a yes at {percent(event.belief)}: {tell.question(event.fact)}"
    return aside(event.agency, tell.whose(event.agency), likely)


def fact_learned(tell: Narrator, event: was.FactLearned) -> Sentence | None:
    """Tell what a seat has made sure of, but not again what it was told of looking into it with others."""
    if (event.agency, event.fact) in tell.past.assessed:
        return None
    if event.truth is None:
        unsure = f" can no longer be sure: {tell.question(event.fact)}"
        return say(event.agency, tell.who(event.agency), unsure)
    return say(event.agency, tell.who(event.agency), " made sure: ", *tell.answer(event.fact, is_true=event.truth))


def disclosed(tell: Narrator, event: was.Disclosed) -> Sentence:
    said = event.disclosure
    row = sorted(said.points.items(), key=lambda pair: -pair[1])
    worth = "; ".join(f"{tell.option(said.issue, option)} {points}" for option, points in row)
    own = tell.either(said.speaker, "your", "its")
    told = (tell.who(said.speaker), " told ", tell.who(said.hearer), f" {own} points on ")
    return say(said.speaker, *told, Bold(tell.issue(said.issue)), f": {worth}.")


def claimed(tell: Narrator, event: was.Claimed) -> Sentence:
    claim = event.claim
    hearers = tell.hearers(None if claim.is_before_room else claim.hearers)
    said = (": “", tell.report(claim.fact, is_true=claim.says), "”")
    return say(claim.speaker, tell.who(claim.speaker), " told ", *hearers, " about ", tell.fact(claim.fact), *said)


def coloured(tell: Narrator, event: was.Coloured) -> Sentence:
    known = tell.either(event.seat, "; only you know", "")
    return aside(event.seat, "What ", tell.who(event.seat), f" just said was not straight{known}.")


def spin_found_out(tell: Narrator, event: was.SpinFoundOut) -> Sentence | None:
    """Tell the hearer, who alone finds out, about what; nothing if it has just been shown to the room."""
    fact, issue = tell.past.claims.get(event.claim), tell.past.disclosures.get(event.claim)
    about: tuple[Part, ...] = ()
    if fact is not None and (event.speaker, fact) in tell.past.unmasked:
        return None
    if fact is not None:
        about = (" about ", tell.fact(fact))
    elif issue is not None:
        about = (" about its points on ", Bold(tell.issue(issue)))
    found = "It came out that " if tell.viewer is None or tell.is_me(event.speaker) else "You found out that "
    return say(event.speaker, found, tell.who(event.speaker), " had not been straight", *about, ".")


def joint_offered(tell: Narrator, event: was.JointOffered) -> Sentence | None:
    """Tell who offers or joins; once all have joined, what they find says so."""
    offer = event.offer
    latest = offer.joined[-1]
    if set(offer.joined) >= set(offer.members):
        return None
    if len(offer.joined) > 1:
        return say(latest, tell.who(latest), " joined in looking into ", tell.fact(offer.fact), ".")
    others = tell.row(member for member in offer.members if member != latest)
    begin = (tell.who(latest), " offered to look into ", tell.fact(offer.fact), " together with ", *others)
    return say(latest, *begin, "; it is done if all join this round.")


def jointly_assessed(tell: Narrator, event: was.JointlyAssessed) -> Sentence:
    begin = (*tell.row(event.members), " looked into it together: ")
    return say(_first(tell, event.members), *begin, *tell.answer(event.fact, is_true=event.truth))


def cable_answered(tell: Narrator, event: was.CableAnswered) -> Sentence:
    lines = tell.role.agency.red_lines if tell.role is not None and tell.is_me(event.agency) else ()
    text = next((clipped(line.text.strip().rstrip("."), LONGEST) for line in lines if line.id == event.red_line), "")
    words = f"“{text}”" if text else "a red line"
    whose = (tell.whose(event.agency), " headquarters ")
    if not event.is_granted:
        return say(event.agency, *whose, f"holds on to {words}. You may ask again, best with more facts to show.")
    if event.from_round > tell.rounds:
        return say(event.agency, *whose, f"waives {words}, but too late: there is no round left.")
    return say(event.agency, *whose, f"waives {words} from round {event.from_round} on.")


def home_consulted(tell: Narrator, event: was.HomeConsulted) -> Sentence:
    own = tell.either(event.agency, "your", "its")
    return say(event.agency, tell.who(event.agency), f" talked {own} line over at home.")


def caucus_joined(tell: Narrator, event: was.CaucusJoined) -> Sentence:
    caucus, is_first = event.caucus, len(event.caucus.joined) == 1
    opened = " called a caucus of " if is_first else " joined the caucus of "
    about = (Bold(tell.network(caucus.network)), " about ", Bold(tell.issue(caucus.issue)))
    needs = "; it is held if another member joins this round." if is_first else "."
    return say(event.seat, tell.who(event.seat), opened, *about, needs)


def pressed(tell: Narrator, event: was.Pressed) -> Sentence:
    threat = event.threat
    words = lever(tell, threat.presser, threat.pressed) or f"{LEVERS[threat.leverage]} at stake"
    over: tuple[Part, ...] = (tell.who(threat.pressed), " over ", tell.text(threat.text))
    return say(threat.presser, tell.who(threat.presser), " leaned on ", *over, f": {words}.")


def pressure_withdrawn(tell: Narrator, event: was.PressureWithdrawn) -> Sentence:
    lingers = "; it had already left its mark" if event.weight > 0 else ""
    threat = tell.past.threats.get(event.threat)
    over: tuple[Part, ...] = (" over ", tell.text(threat.text)) if threat is not None else ()
    begin = (tell.who(event.presser), " took back the pressure on ", tell.who(event.pressed))
    return say(event.presser, *begin, *over, f"{lingers}.")


def pledged(tell: Narrator, event: was.Pledged) -> Sentence:
    pledge = event.pledge
    many = "1 point" if pledge.points == 1 else f"{pledge.points} points"
    return say(
        pledge.pledger,
        tell.who(pledge.pledger),
        " pledged ",
        tell.who(pledge.to),
        f" {many} if ",
        tell.text(pledge.text),
        " comes into force.",
    )


def lane_declared(tell: Narrator, event: was.LaneDeclared) -> Sentence:
    lane = Bold(tell.option(event.issue, event.option))
    own = tell.either(event.seat, "your", "its")
    return say(event.seat, tell.who(event.seat), f" declared {own} own lane on {tell.issue(event.issue)}: ", lane, ".")


def lever(tell: Narrator, presser: AgencyId, on: AgencyId) -> str:
    """Say what a presser can withhold, if the viewer is one of the two."""
    if tell.role is None:
        return ""
    if tell.is_me(on):
        held = tell.role.leverage_on_me.get(presser)
    else:
        mine = tell.role.agency.leverage if tell.is_me(presser) else ()
        held = next((one for one in mine if one.over == on), None)
    return held.text.strip().rstrip(".") if held is not None else ""


def _first(tell: Narrator, members: tuple[AgencyId, ...]) -> AgencyId:
    """Name who stands first in a row: the viewer, where it is one of them."""
    return next((member for member in members if tell.is_me(member)), members[0])
