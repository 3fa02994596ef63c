"""May I do this in the corridor?"""

from game.rules.commands import (
    AssessJointly,
    CableHome,
    Caucus,
    ConsultHome,
    DeclareLane,
    Disclose,
    Investigate,
    Meet,
    Pledge,
    Press,
    Share,
    WithdrawPressure,
)
from game.rules.ids import FactId
from game.rules.legality.ground import refuse_absent, refuse_agency, refuse_text, refuse_time
from game.rules.refusal import Refusal
from game.rules.view import View


def time_of_share(view: View, command: Share) -> int:
    """Say what sharing costs: nothing with somebody I met this round, else 1."""
    return 0 if command.whom is not None and command.whom in view.own.met_now else 1


def refuse_meet(view: View, command: Meet) -> Refusal | None:
    refusal = refuse_absent(view, command.whom)
    if refusal is None and command.whom in view.own.met_now:
        name = view.scene.face(command.whom).name
        return Refusal("met_already", f"You met {name} this round already; meet somebody else.", command.whom)
    return refusal or refuse_time(view, 1)


def refuse_disclose(view: View, command: Disclose) -> Refusal | None:
    refusal = refuse_absent(view, command.whom)
    if refusal is not None:
        return refusal
    name = view.scene.face(command.whom).name
    if not view.scene.has_issue(command.issue):
        return Refusal("unknown_issue", f"There is no issue “{command.issue}” in this case.", command.issue)
    if command.whom not in view.own.met_now:
        return Refusal("not_met", f"You can open your points only in a meeting; meet {name} first.", command.whom)
    told = view.own.disclosures.values()
    if any(d.speaker == view.seat and d.hearer == command.whom and d.issue == command.issue for d in told):
        return Refusal("told_already", f"You told {name} what this issue is worth to you; take another.", command.issue)
    if command.is_shaded and len(set(view.role.agency.points[command.issue].values())) < 2:
        return Refusal("nothing_to_shade", "All options are worth the same to you here; say so straight.")
    return None


def refuse_fact(view: View, fact: FactId) -> Refusal | None:
    """Refuse a fact that is not in the case."""
    if not view.scene.has_question(fact):
        return Refusal("unknown_fact", f"There is no open question “{fact}” in this case.", fact)
    return None


def refuse_share(view: View, command: Share) -> Refusal | None:
    refusal = refuse_fact(view, command.fact)
    if refusal is None and command.whom is not None:
        refusal = refuse_absent(view, command.whom)
    if refusal is not None:
        return refusal
    if command.fact not in view.own.knows:
        return Refusal("not_known", "You have not made sure of this; find it out first.", command.fact)
    if command.fact in view.room.open_facts:
        return Refusal("open_already", "The whole room knows this already.", command.fact)
    if command.whom is None:
        is_said = any(c.speaker == view.seat and c.fact == command.fact for c in view.room.claims.values())
    else:
        said = (*view.own.claims.values(), *view.room.claims.values())
        is_said = any(c.speaker == view.seat and c.fact == command.fact and command.whom in c.hearers for c in said)
    if is_said:
        return Refusal("said_already", "You spoke of this to them already; it can be said once.", command.fact)
    return refuse_time(view, time_of_share(view, command))


def refuse_investigate(view: View, command: Investigate) -> Refusal | None:
    refusal = refuse_fact(view, command.fact)
    if refusal is None and command.fact in view.own.knows:
        return Refusal("known", "You know this already.", command.fact)
    return refusal or refuse_time(view, view.scene.question(command.fact).difficulty)


def refuse_assess_jointly(view: View, command: AssessJointly) -> Refusal | None:
    refusal = refuse_fact(view, command.fact)
    if refusal is not None:
        return refusal
    if not command.partners or len(set(command.partners)) != len(command.partners):
        return Refusal("no_partners", "Name at least one partner, each once.")
    for partner in command.partners:
        refusal = refuse_absent(view, partner)
        if refusal is not None:
            return refusal
    if command.fact in view.room.open_facts:
        return Refusal("open_already", "The whole room knows this already.", command.fact)
    members = {view.seat, *command.partners}
    for offer in view.own.joint_offers:
        if offer.fact == command.fact and set(offer.members) == members and view.seat in offer.joined:
            return Refusal("offered_already", "You have set this up this round; it waits for the others to join.")
    return refuse_time(view, 1)


def refuse_cable_home(view: View, command: CableHome) -> Refusal | None:
    line = next((line for line in view.role.agency.red_lines if line.id == command.red_line), None)
    if line is None:
        return Refusal("unknown_red_line", f"“{command.red_line}” is not one of your red lines.", command.red_line)
    if not line.is_waivable:
        return Refusal("not_waivable", "Headquarters will not discuss this one; keep to it.", line.id)
    if line.id in view.own.waivers:
        return Refusal("waived_already", "Headquarters has waived this already.", line.id)
    return refuse_time(view, 1)


def refuse_consult_home(view: View, command: ConsultHome) -> Refusal | None:
    if view.own.backing >= 1.0:
        return Refusal("backed", "Your own house stands behind you already.")
    return refuse_time(view, 1)


def refuse_caucus(view: View, command: Caucus) -> Refusal | None:
    networks = view.role.agency.networks
    if command.network not in networks:
        return Refusal("no_network", "You can caucus only with a network you belong to.", command.network)
    if not view.scene.has_issue(command.issue):
        return Refusal("unknown_issue", f"There is no issue “{command.issue}” in this case.", command.issue)
    if not any(
        command.network in f.networks and f.id in view.room.present for f in view.scene.agencies if f.id != view.seat
    ):
        return Refusal("nobody_there", "Nobody else of this network is here.", command.network)
    open_caucus = view.own.caucuses.get(command.network)
    if open_caucus is not None:
        if view.seat in open_caucus.joined:
            return Refusal("joined_already", "You sit in this caucus already this round.", command.network)
        if open_caucus.issue != command.issue:
            name = view.scene.issue(open_caucus.issue).name
            return Refusal("other_issue", f"This round the caucus is about “{name}”; join it on that.", command.issue)
    return refuse_time(view, 1)


def refuse_press(view: View, command: Press) -> Refusal | None:
    refusal = refuse_absent(view, command.whom) or refuse_text(view, command.text)
    if refusal is not None:
        return refusal
    name = view.scene.face(command.whom).name
    if not any(lever.over == command.whom for lever in view.role.agency.leverage):
        return Refusal(
            "no_leverage", f"You have nothing that {name} depends on; choose somebody who does.", command.whom
        )
    if command.whom not in view.room.texts[command.text].latest.parties:
        return Refusal("not_party", f"{name} is not a party to Text {command.text}.", command.whom)
    if any(
        t.presser == view.seat and t.pressed == command.whom and t.text == command.text
        for t in view.own.threats.values()
    ):
        return Refusal("pressed_already", f"You leaned on {name} about this text; once is all there is.", command.whom)
    return refuse_time(view, 1)


def refuse_withdraw_pressure(view: View, command: WithdrawPressure) -> Refusal | None:
    threat = view.own.threats.get(command.threat)
    if threat is None or threat.presser != view.seat:
        open_ones = (t for t in view.own.threats.values() if t.presser == view.seat and not t.is_settled)
        names = ", ".join(f"{t.id} (Text {t.text}, on {view.scene.face(t.pressed).short})" for t in open_ones)
        return Refusal("no_threat", f"You can take back only a threat of your own: {names or 'you made none'}.")
    if threat.is_withdrawn or threat.is_settled:
        return Refusal("withdrawn_already", "That threat is off the table already.")
    return None


def refuse_pledge(view: View, command: Pledge) -> Refusal | None:
    refusal = refuse_agency(view, command.whom) or refuse_text(view, command.text)
    if refusal is not None:
        return refusal
    left = view.own.pledge_left
    if not 1 <= command.points <= left:
        may = "you have nothing to pledge" if left == 0 else f"pledge between 1 and {left} points"
        return Refusal("over_budget", f"This is not in your budget: {may}.")
    return None


def refuse_declare_lane(view: View, command: DeclareLane) -> Refusal | None:
    if not view.scene.has_option(command.issue, command.option):
        return Refusal("unknown_option", f"“{command.option}” is not an option on “{command.issue}”.", command.issue)
    if view.seat not in view.scene.option(command.issue, command.option).carriers:
        return Refusal("not_carrier", "You can declare only what you yourself would carry.", command.issue)
    accord = view.room.settled_by(command.issue)
    if accord is not None:
        return Refusal("settled", f"Accord {accord.text} settles this issue; declare a lane on another.", command.issue)
    if view.room.lanes.get(view.seat, {}).get(command.issue) == command.option:
        return Refusal("declared_already", "This is your declared lane already.", command.issue)
    return None
