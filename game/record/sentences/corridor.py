"""Sentences about what happens in the corridor."""

from game.record.sentences.narrator import Bold, Narrator, Part, Sentence, aside, clipped, percent, say
from game.record.sentences.phrases import LEVERS
from game.rules import events as was
from game.rules.ids import AgencyId


def met(tell: Narrator, event: was.Met) -> Sentence:
    return say(event.seat, tell.who(event.seat), " met ", tell.who(event.whom), " face to face.")


def trust_moved(tell: Narrator, event: was.TrustMoved) -> Sentence:
    scarred = " and bears a scar" if event.scar > 0 else ""
    trust = f" now stands at {percent(event.trust)}{scarred}."
    return aside(event.trusted, tell.whose(event.truster), " trust in ", tell.who(event.trusted), trust)


def belief_moved(tell: Narrator, event: was.BeliefMoved) -> Sentence:
    likely = percent(event.belief)
    return aside(
        event.agency, tell.whose(event.agency), " staff now put ", tell.fact(event.fact), f" at {likely} likely."
    )


def fact_learned(tell: Narrator, event: was.FactLearned) -> Sentence:
    if event.truth is None:
        knows = tell.either(event.agency, "know", "knows")
        return say(event.agency, tell.who(event.agency), f" no longer {knows} how ", tell.fact(event.fact), " stands.")
    begin = (tell.who(event.agency), " made sure of ", tell.fact(event.fact), ": ")
    return tell.report(event.agency, begin, event.fact, is_true=event.truth)


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
    begin = (tell.who(claim.speaker), " told ", *hearers, " about ", tell.fact(claim.fact), ": “")
    return tell.report(claim.speaker, begin, claim.fact, is_true=claim.says, end="”")


def coloured(tell: Narrator, event: was.Coloured) -> Sentence:
    return aside(event.seat, "What ", tell.who(event.seat), " just said was not straight.")


def spin_found_out(tell: Narrator, event: was.SpinFoundOut) -> Sentence:
    return say(event.speaker, "It came out that ", tell.who(event.speaker), " had not been straight.")


def joint_offered(tell: Narrator, event: was.JointOffered) -> Sentence:
    offer = event.offer
    latest = offer.joined[-1]
    if len(offer.joined) > 1:
        return say(latest, tell.who(latest), " joined in looking into ", tell.fact(offer.fact), ".")
    others = tell.row(member for member in offer.members if member != latest)
    return say(
        latest, tell.who(latest), " offered to look into ", tell.fact(offer.fact), " together with ", *others, "."
    )


def jointly_assessed(tell: Narrator, event: was.JointlyAssessed) -> Sentence:
    begin = (*tell.row(event.members), " looked into ", tell.fact(event.fact), ": ")
    return tell.report(_first(tell, event.members), begin, event.fact, is_true=event.truth)


def cable_answered(tell: Narrator, event: was.CableAnswered) -> Sentence:
    lines = tell.role.agency.red_lines if tell.role is not None and tell.is_me(event.agency) else ()
    text = next((clipped(line.text.strip().rstrip("."), 60) for line in lines if line.id == event.red_line), "")
    words = f"“{text}”" if text else "a red line"
    if event.is_granted:
        return say(
            event.agency, tell.whose(event.agency), f" headquarters waives {words} from round {event.from_round} on."
        )
    return say(
        event.agency, tell.whose(event.agency), f" headquarters holds on to {words}; ask again with more to show."
    )


def home_consulted(tell: Narrator, event: was.HomeConsulted) -> Sentence:
    whose = tell.either(event.agency, "your", "its")
    return say(
        event.agency,
        tell.who(event.agency),
        f" talked to {whose} own house; it stands more firmly behind {whose} line.",
    )


def caucus_joined(tell: Narrator, event: was.CaucusJoined) -> Sentence:
    caucus = event.caucus
    opened = "called" if len(caucus.joined) == 1 else "joined"
    about: tuple[Part, ...] = (
        " of ",
        Bold(tell.network(caucus.network)),
        " about ",
        Bold(tell.issue(caucus.issue)),
        ".",
    )
    return say(event.seat, tell.who(event.seat), f" {opened} a caucus", *about)


def pressed(tell: Narrator, event: was.Pressed) -> Sentence:
    threat = event.threat
    words = _lever(tell, threat.presser, threat.pressed) or f"{LEVERS[threat.leverage]} at stake"
    over: tuple[Part, ...] = (tell.who(threat.pressed), " over ", tell.text(threat.text))
    return say(threat.presser, tell.who(threat.presser), " leaned on ", *over, f": {words}.")


def pressure_withdrawn(tell: Narrator, event: was.PressureWithdrawn) -> Sentence:
    lingers = "; it had already left its mark" if event.weight > 0 else ""
    return say(
        event.presser,
        tell.who(event.presser),
        " took back the pressure on ",
        tell.who(event.pressed),
        f"{lingers}.",
    )


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
    lane = Bold(f"{tell.issue(event.issue)}: {tell.option(event.issue, event.option)}")
    own = tell.either(event.seat, "your", "its")
    return say(event.seat, tell.who(event.seat), f" declared {own} own lane: ", lane, ".")


def _lever(tell: Narrator, presser: AgencyId, on: AgencyId) -> str:
    """Say what a presser can withhold, if the viewer is one of the two."""
    if tell.role is None:
        return ""
    if tell.is_me(on):
        lever = tell.role.leverage_on_me.get(presser)
    else:
        mine = tell.role.agency.leverage if tell.is_me(presser) else ()
        lever = next((one for one in mine if one.over == on), None)
    return lever.text.strip().rstrip(".") if lever is not None else ""


def _first(tell: Narrator, members: tuple[AgencyId, ...]) -> AgencyId:
    """Name who stands first in a row: the viewer, where it is one of them."""
    return next((member for member in members if tell.is_me(member)), members[0])
