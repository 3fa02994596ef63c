"""What I know of another agency: what everybody knows, what they told me, what passed between us, how they stood."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.desk.signs import Tint
from game.desk.words import COMMUNITIES, STANCES_ARE, call, counted, option_name, points
from game.record import Holder
from game.record.sentences.narrator import percent
from game.rules.ids import AgencyId, FactId
from game.rules.view import View


@dataclass(frozen=True, slots=True)
class KnownLine:
    """One thing known, with a tint if it needs attention."""

    words: str
    tint: Tint = "plain"


@dataclass(frozen=True, slots=True)
class Chapter:
    """What is known under one heading; `nothing` is said where there is nothing yet."""

    name: str
    lines: tuple[KnownLine, ...]
    nothing: str = ""


def chapters(view: View, roster: Mapping[AgencyId, Holder], agency: AgencyId) -> tuple[Chapter, ...]:
    """Set out everything I know of an agency."""
    return (
        Chapter("What everybody knows", _public(view, roster, agency)),
        Chapter("Who can lean on whom", _leaning(view, agency), "Nothing between you two that you know of."),
        Chapter("What they told you", _told(view, agency), "They have told you nothing yet. Meet them."),
        Chapter("What you told them", _said(view, agency), "You have told them nothing yet."),
        Chapter("Between you", _between(view, agency), "No pledges, no threats, no meetings yet."),
        Chapter("How they stood", _stood(view, agency), "They have shown no stance yet."),
    )


def _public(view: View, roster: Mapping[AgencyId, Holder], agency: AgencyId) -> tuple[KnownLine, ...]:
    face, scene = view.scene.face(agency), view.scene
    lines = [KnownLine(face.mandate), KnownLine(f"Power {face.power} of 5 · {COMMUNITIES[face.community]}")]
    if face.is_neutral:
        lines.append(KnownLine("Works as a neutral agency."))
    if face.networks:
        lines.append(
            KnownLine("Belongs to " + ", ".join(scene.network_names.get(n, str(n)) for n in face.networks) + ".")
        )
    holder = roster.get(agency)
    if holder is None or holder.is_absent:
        lines.append(KnownLine("Nobody plays this seat: it abstains from everything.", "warn"))
    elif holder.is_person:
        lines.append(KnownLine(f"Played by {holder.name or 'a person'}."))
    else:
        lines.append(KnownLine("Played by the computer."))
    return tuple(lines)


def _leaning(view: View, agency: AgencyId) -> tuple[KnownLine, ...]:
    lines = []
    for lever in view.role.agency.leverage:
        if lever.over == agency:
            lines.append(KnownLine(f"You can: {lever.text} ({lever.kind.value}, strength {lever.strength} of 3)."))
    theirs = view.role.leverage_on_me.get(agency)
    if theirs is not None:
        lines.append(
            KnownLine(f"They can: {theirs.text} ({theirs.kind.value}, strength {theirs.strength} of 3).", "warn")
        )
    return tuple(lines)


def _told(view: View, agency: AgencyId) -> tuple[KnownLine, ...]:
    scene, own = view.scene, view.own
    lines = []
    for told in own.disclosures.values():
        if told.speaker == agency and told.hearer == view.seat:
            best = sorted(told.points.items(), key=lambda item: -item[1])
            words = ", ".join(f"{option_name(scene, told.issue, option)} {worth}" for option, worth in best)
            is_crooked = told.id in own.found_out
            note = " It was not straight, you found out." if is_crooked else ""
            lines.append(KnownLine(f"{scene.issue(told.issue).name}: {words}.{note}", "bad" if is_crooked else "plain"))
    for claim in (*own.claims.values(), *view.room.claims.values()):
        if claim.speaker == agency and view.seat in claim.hearers:
            lines.append(_claim(view, claim.fact, says=claim.says, is_crooked=claim.id in own.found_out))
    return tuple(lines)


def _claim(view: View, fact: FactId, *, says: bool, is_crooked: bool) -> KnownLine:
    question = view.scene.question(fact)
    answer = question.if_true if says else question.if_false
    if is_crooked:
        return KnownLine(f"“{answer}” That was not so, you found out.", "bad")
    known = view.own.knows.get(fact)
    if known is not None:
        return KnownLine(
            f"“{answer}” {'It is so.' if known is says else 'You know it is not so.'}",
            "plain" if known is says else "bad",
        )
    share = view.own.beliefs.get(fact, 0.5)
    return KnownLine(f"“{answer}” You believe it by {percent(share if says else 1 - share)}.")


def _said(view: View, agency: AgencyId) -> tuple[KnownLine, ...]:
    scene, own = view.scene, view.own
    lines = []
    for told in own.disclosures.values():
        if told.speaker == view.seat and told.hearer == agency:
            how = ", shaded" if told.id in own.spun else ""
            lines.append(
                KnownLine(f"Your points on “{scene.issue(told.issue).name}”{how}.", "warn" if how else "plain")
            )
    for claim in (*own.claims.values(), *view.room.claims.values()):
        if claim.speaker == view.seat and agency in claim.hearers:
            how = "spun" if claim.id in own.spun else "straight"
            name = scene.question(claim.fact).name
            lines.append(KnownLine(f"“{name}”, {how}, in round {claim.round}.", "warn" if how == "spun" else "plain"))
    return tuple(lines)


def _between(view: View, agency: AgencyId) -> tuple[KnownLine, ...]:
    own = view.own
    lines = [KnownLine(f"You trust them {percent(own.trust.get(agency, 0.0))}.")]
    if own.scars.get(agency):
        lines.append(KnownLine(f"A scar keeps that below {percent(1 - own.scars[agency])} for good.", "bad"))
    met = own.consulted.get(agency, ())
    if met:
        now = ", also this round" if agency in own.met_now else ""
        lines.append(KnownLine(f"You have met or worked together {counted(len(met), 'time')}{now}."))
    for pledge in own.pledges.values():
        if agency in (pledge.pledger, pledge.to):
            who = "They pledged you" if pledge.pledger == agency else "You pledged them"
            lines.append(KnownLine(f"{who} {points(pledge.points)} for Text {pledge.text}.", "good"))
    for threat in own.threats.values():
        if agency in (threat.presser, threat.pressed):
            who = "They lean on you" if threat.presser == agency else "You lean on them"
            back = ", since taken back" if threat.is_withdrawn else ""
            lines.append(KnownLine(f"{who} about Text {threat.text}{back}.", "plain" if back else "warn"))
    return tuple(lines)


def _stood(view: View, agency: AgencyId) -> tuple[KnownLine, ...]:
    lines = []
    for text in view.room.texts.values():
        for number, version in enumerate(text.versions, start=1):
            stance = version.stances.get(agency)
            if stance is not None:
                tint: Tint = "good" if stance.value == "endorse" else "plain"
                lines.append(KnownLine(f"Text {text.id}, version {number}: {STANCES_ARE[stance].lower()}.", tint))
        signature = text.signatures.get(agency)
        if signature is not None:
            verb = "signed" if signature.is_signed else "declined to sign"
            lines.append(KnownLine(f"Text {text.id}: {verb}.", "good" if signature.is_signed else "bad"))
    if agency in view.room.out:
        lines.append(KnownLine(f"{call(view.scene, agency)} has left the room.", "warn"))
    return tuple(lines)
