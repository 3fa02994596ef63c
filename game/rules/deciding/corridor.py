"""What a command in the corridor brings about."""

from game.rules import commands as do
from game.rules import events as was
from game.rules.dealings import CaucusOpen, Claim, Disclosure, JointOffer, PledgeMade, Threat
from game.rules.deciding.minutes import Minutes
from game.rules.deciding.relations import expose_spin, find_out, learn, lower_trust, move_belief, raise_trust
from game.rules.ids import AgencyId, IssueId, OptionId, PledgeId, ThreatId, claim_id
from game.rules.legality.corridor import time_of_share
from game.rules.view import view


def spend_time(minutes: Minutes, seat: AgencyId, cost: int) -> None:
    """Take time from a seat."""
    if cost:
        minutes.tell((seat,), was.TimeSet(seat, minutes.own(seat).time - cost))


def meet(minutes: Minutes, command: do.Meet) -> None:
    me, other = command.seat, command.whom
    spend_time(minutes, me, 1)
    minutes.tell((me, other), was.Met(me, other, minutes.at))
    raise_trust(minutes, me, other)
    raise_trust(minutes, other, me)


def disclose(minutes: Minutes, command: do.Disclose) -> None:
    me, other = command.seat, command.whom
    points = dict(minutes.state.case.agency(me).points[command.issue])
    said = _shaded(points) if command.is_shaded else points
    disclosure = Disclosure(claim_id(minutes.at), me, other, command.issue, said)
    minutes.tell((me, other), was.Disclosed(disclosure))
    if command.is_shaded:
        minutes.tell((me,), was.Coloured(me, disclosure.id))


def _shaded(points: dict[OptionId, int]) -> dict[OptionId, int]:
    """Reverse the order of the best option and the next below it."""
    best = max(points, key=lambda option: (points[option], option))
    lower = [option for option in points if points[option] < points[best]]
    after = max(lower, key=lambda option: (points[option], option))
    return {**points, best: points[after], after: points[best]}


def share(minutes: Minutes, command: do.Share) -> None:
    me, whom = command.seat, command.whom
    spend_time(minutes, me, time_of_share(view(minutes.state, me), command))
    says = minutes.own(me).knows[command.fact] is not command.is_spun
    hearers = tuple(sorted(minutes.room.present - {me})) if whom is None else (whom,)
    told = {h for c in minutes.own(me).claims.values() if (c.speaker, c.fact) == (me, command.fact) for h in c.hearers}
    claim = Claim(claim_id(minutes.at), me, hearers, whom is None, command.fact, says, minutes.room.round)
    if whom is None:
        minutes.tell_room(was.Claimed(claim))
    else:
        minutes.tell((me, whom), was.Claimed(claim))
    if command.is_spun:
        minutes.tell((me,), was.Coloured(me, claim.id))
    for hearer in hearers:
        if hearer not in told:
            move_belief(minutes, hearer, me, command.fact, says=says)
        if command.is_spun:
            expose_spin(minutes, hearer, command.fact)


def investigate(minutes: Minutes, command: do.Investigate) -> None:
    spend_time(minutes, command.seat, minutes.state.case.fact(command.fact).difficulty)
    learn(minutes, command.seat, command.fact)


def assess_jointly(minutes: Minutes, command: do.AssessJointly) -> None:
    me = command.seat
    spend_time(minutes, me, 1)
    members = tuple(sorted({me, *command.partners}))
    under_way = [o for o in minutes.own(me).joint_offers if o.fact == command.fact and o.members == members]
    joined = (*(under_way[0].joined if under_way else ()), me)
    minutes.tell(members, was.JointOffered(JointOffer(command.fact, members, joined, minutes.at)))
    if len(joined) < len(members):
        return
    truth = minutes.state.sealed.facts[command.fact]
    minutes.tell(members, was.JointlyAssessed(command.fact, members, truth, minutes.at))
    for member in members:
        learn(minutes, member, command.fact)
    minutes.tell(members, was.Consulted(members, minutes.at))
    for member in members:
        for other in members:
            if other != member:
                raise_trust(minutes, member, other)


def cable_home(minutes: Minutes, command: do.CableHome) -> None:
    me = command.seat
    spend_time(minutes, me, 1)
    own, ruleset = minutes.own(me), minutes.ruleset
    cables = own.cables.get(command.red_line, 0)
    chance = own.flexibility + ruleset.cable_again_bonus * cables
    chance += ruleset.cable_fact_bonus * _facts_to_show(minutes, command)
    is_granted = minutes.draw("cable", me, command.red_line, cables) < chance
    answer = was.CableAnswered(me, command.red_line, is_granted, cables + 1, minutes.room.round + 1)
    minutes.tell((me,), answer)


def _facts_to_show(minutes: Minutes, command: do.CableHome) -> int:
    """Count the facts I know that change what an option is worth to us."""
    role = minutes.state.roles[command.seat]
    return sum(1 for fact in minutes.own(command.seat).knows if any(role.shifts.get(fact, {}).values()))


def consult_home(minutes: Minutes, command: do.ConsultHome) -> None:
    spend_time(minutes, command.seat, 1)
    minutes.tell((command.seat,), was.HomeConsulted(command.seat))
    raise_backing(minutes, command.seat, minutes.ruleset.consult_gain)


def raise_backing(minutes: Minutes, seat: AgencyId, gain: float) -> None:
    """Raise a seat's backing by a share of the room left."""
    backing = minutes.own(seat).backing
    minutes.tell((seat,), was.MeansMoved(seat, backing=backing + gain * (1.0 - backing)))


def caucus(minutes: Minutes, command: do.Caucus) -> None:
    me, network, case = command.seat, command.network, minutes.state.case
    spend_time(minutes, me, 1)
    before = minutes.own(me).caucuses.get(network)
    joined = (*(before.joined if before else ()), me)
    members = tuple(a.id for a in case.agencies if network in a.networks)
    now = CaucusOpen(network, command.issue, joined, before.at if before else minutes.at)
    minutes.tell(members, was.CaucusJoined(me, now))
    if len(joined) < 2:
        return
    minutes.tell(joined, was.Consulted(joined, minutes.at))
    for member in joined if len(joined) == 2 else (me,):
        raise_backing(minutes, member, minutes.ruleset.caucus_gain)
    pairs = [pair for other in joined[:-1] for pair in ((me, other), (other, me))]
    for nth, (speaker, hearer) in enumerate(pairs):
        points = case.agency(speaker).points[command.issue]
        shown = Disclosure(claim_id(minutes.at, nth), speaker, hearer, command.issue, points)
        minutes.tell((speaker, hearer), was.Disclosed(shown))
        expose_shading(minutes, hearer, speaker, command.issue)


def expose_shading(minutes: Minutes, hearer: AgencyId, speaker: AgencyId, issue: IssueId) -> None:
    """Let a hearer find out what was shaded to it about an issue."""
    for told in minutes.own(hearer).disclosures.values():
        is_theirs = told.speaker == speaker and told.hearer == hearer and told.issue == issue
        if is_theirs and told.id in minutes.own(speaker).spun:
            find_out(minutes, hearer, speaker, told.id)


def press(minutes: Minutes, command: do.Press) -> None:
    me, whom = command.seat, command.whom
    spend_time(minutes, me, 1)
    lever = next(lever for lever in minutes.state.case.agency(me).leverage if lever.over == whom)
    threat = Threat(ThreatId(minutes.at), me, whom, command.text, lever.kind, lever.strength, minutes.room.round)
    minutes.tell((me, whom), was.Pressed(threat))
    lower_trust(minutes, whom, me)


def withdraw_pressure(minutes: Minutes, command: do.WithdrawPressure) -> None:
    """Take a threat back: in full, unless the pressed seat has moved since (R5.2)."""
    threat = minutes.own(command.seat).threats[command.threat]
    weight = 0.5 if _has_moved(minutes, threat) else 0.0
    minutes.tell(
        (threat.presser, threat.pressed), was.PressureWithdrawn(threat.id, threat.presser, threat.pressed, weight)
    )


def _has_moved(minutes: Minutes, threat: Threat) -> bool:
    """Say whether the pressed seat has amended the text, changed its stance or signed since it was pressed."""
    text = minutes.room.texts[threat.text]
    if any(v.author == threat.pressed and v.at > threat.id for v in text.versions):
        return True
    signature = text.signatures.get(threat.pressed)
    if signature is not None and signature.is_signed and signature.at > threat.id:
        return True
    return threat.pressed in text.swayed and text.swayed[threat.pressed] > threat.id


def pledge(minutes: Minutes, command: do.Pledge) -> None:
    me = command.seat
    made = PledgeMade(PledgeId(minutes.at), me, command.whom, command.text, command.points, minutes.room.round)
    minutes.tell((me,), was.MeansMoved(me, pledge_left=minutes.own(me).pledge_left - command.points))
    minutes.tell((me, command.whom), was.Pledged(made))


def declare_lane(minutes: Minutes, command: do.DeclareLane) -> None:
    minutes.tell_room(was.LaneDeclared(command.seat, command.issue, command.option))
