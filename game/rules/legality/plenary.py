"""May I do this at the table?"""

from game.rules.appraisal import appraise
from game.rules.commands import (
    Amend,
    CallSignature,
    Challenge,
    ComeBack,
    ConcedePoint,
    MoveProcedure,
    NamePower,
    RaiseDoubt,
    Table,
    TakeStance,
    WalkOut,
)
from game.rules.course import open_texts, strongest_by_power, voters
from game.rules.ids import AgencyId
from game.rules.legality.ground import (
    refuse_agency,
    refuse_conflict,
    refuse_text,
    refuse_wording,
)
from game.rules.refusal import Refusal
from game.rules.room import Doubt, Motion
from game.rules.texts import Text
from game.rules.view import View
from game.rules.vocabulary import ForumKind, Phase, Purpose, Stance

SHOWN = {
    Stance.ENDORSE: 1.0,
    Stance.RESERVATIONS: 1 / 3,
    Stance.ABSTAIN: 0.0,
    Stance.OBJECT: -1 / 3,
    Stance.BLOCK: -1.0,
}
"""How much support a stance shows, -1..1."""

CRITICAL = frozenset({Stance.RESERVATIONS, Stance.OBJECT, Stance.BLOCK})


def refuse_table(view: View, command: Table) -> Refusal | None:
    refusal = refuse_wording(view, command.terms, command.parties)
    if refusal is not None:
        return refusal
    if command.network is not None:
        caucus = view.own.caucuses.get(command.network)
        if caucus is None or view.seat not in caucus.joined or len(caucus.joined) < 2:
            return Refusal("no_caucus", "To table as one, hold a caucus of that network this round.", command.network)
    for text in open_texts(view.room):
        if set(text.latest.terms) == set(command.terms) and set(text.latest.parties) == set(command.parties):
            return Refusal("same_text", f"Text {text.id} says exactly this already.", text.id)
    return None


def refuse_amend(view: View, command: Amend) -> Refusal | None:
    refusal = refuse_text(view, command.text) or refuse_wording(view, command.terms, command.parties)
    if refusal is not None:
        return refusal
    now = view.room.texts[command.text].latest
    if view.seat not in now.parties and view.seat != view.room.forum.chair:
        return Refusal("not_party", f"Only a party to Text {command.text} or the chair can amend it.", command.text)
    if set(now.terms) == set(command.terms) and set(now.parties) == set(command.parties):
        return Refusal("same_text", "That is the text as it stands; change a term or a party.", command.text)
    return None


def refuse_take_stance(view: View, command: TakeStance) -> Refusal | None:
    refusal = refuse_text(view, command.text)
    if refusal is None and command.text in view.own.cast:
        return Refusal("taken_already", f"You have taken your stance on Text {command.text} this round.", command.text)
    return refusal


def refuse_challenge(view: View, command: Challenge) -> Refusal | None:
    refusal = refuse_agency(view, command.whom)
    if refusal is not None:
        return refusal
    heard = [
        claim
        for claim in (*view.own.claims.values(), *view.room.claims.values())
        if claim.speaker == command.whom and claim.fact == command.fact and view.seat in claim.hearers
    ]
    name = view.scene.face(command.whom).name
    if not heard:
        return Refusal("no_claim", f"{name} has told you nothing about this; challenge what you heard.", command.fact)
    if command.fact not in view.own.knows:
        return Refusal("not_known", "You know no fact against it; find out first.", command.fact)
    if command.fact in view.room.open_facts:
        return Refusal("open_already", "The whole room knows this already.", command.fact)
    return None


def refuse_concede_point(view: View, command: ConcedePoint) -> Refusal | None:
    refusal = refuse_agency(view, command.whom)
    if refusal is not None:
        return refusal
    if is_power_named_at(view) and command.whom in view.room.forum.power_named:
        return None
    if (view.seat, command.whom) in view.room.conceded:
        return Refusal("conceded_already", "You granted them their point already.", command.whom)
    if (command.whom, view.seat) in view.room.challenged or has_objected_to(view, command.whom):
        return None
    name = view.scene.face(command.whom).name
    return Refusal("nothing_to_concede", f"{name} has neither challenged you nor objected to a text of yours.")


def is_power_named_at(view: View) -> bool:
    """Say whether power was named, not yet conceded, and I am among the strongest."""
    forum = view.room.forum
    return (
        bool(forum.power_named)
        and not forum.is_power_conceded
        and view.seat in strongest_by_power(view.scene, view.room.present)
    )


def has_objected_to(view: View, agency: AgencyId) -> bool:
    """Say whether an agency has shown a critical stance on a text I sponsor."""
    return any(
        view.seat in text.sponsors and version.stances.get(agency) in CRITICAL
        for text in view.room.texts.values()
        for version in text.versions
    )


def refuse_name_power(view: View, command: NamePower) -> Refusal | None:
    forum = view.room.forum
    if view.seat in strongest_by_power(view.scene, view.room.present):
        return Refusal("strongest", "You hold the power in this room; it is for a weaker seat to name it.")
    if forum.is_power_conceded:
        return Refusal("named_already", "The power in this room has been named and granted.")
    if view.seat in forum.power_named:
        return Refusal("named_already", "You have named it; it counts once the strongest grants it.")
    return None


def refuse_move_procedure(view: View, command: MoveProcedure) -> Refusal | None:
    room, forum = view.room, view.room.forum
    if isinstance(room.interlude, Motion):
        motion = room.interlude
        if (command.chair, frozenset(command.invite), command.purpose) != (
            motion.chair, frozenset(motion.invite), motion.purpose,
        ):  # fmt: skip
            return Refusal("other_motion", "Another motion is under vote; vote for it, or pass.")
        return None
    if command.chair is None and not command.invite and command.purpose is None:
        return Refusal("empty_motion", "Move a new chair, an invitation or a purpose.")
    if command.chair is not None and (command.chair not in voters(room) or command.chair == forum.chair):
        return Refusal("no_chair", "Move somebody for the chair who is here and does not hold it.", command.chair)
    for agency in command.invite:
        if not view.scene.has_agency(agency) or agency in forum.invited:
            return Refusal("no_invitation", "Move to invite an agency that is not invited yet.", agency)
    return refuse_purpose(forum.kind, command.purpose) or (
        Refusal("same_purpose", "That is the declared purpose already.", command.purpose or "")
        if command.purpose is not None and command.purpose is forum.purpose
        else None
    )


def refuse_purpose(kind: ForumKind, purpose: Purpose | None) -> Refusal | None:
    """Refuse a common strategy in a contact group (R5.5)."""
    if kind is ForumKind.CONTACT_GROUP and purpose is Purpose.COMMON_STRATEGY:
        return Refusal("contact_group", "A contact group cannot declare a common strategy; choose a lesser purpose.")
    return None


def refuse_raise_doubt(view: View, command: RaiseDoubt) -> Refusal | None:
    refusal = refuse_text(view, command.text)
    if refusal is not None:
        return refusal
    text = view.room.texts[command.text]
    if view.seat not in text.latest.parties:
        return Refusal("not_party", f"You are no party to Text {command.text}.", command.text)
    if view.seat in text.doubts:
        return Refusal("doubted_already", "You have said how far you support this version.", command.text)
    if isinstance(view.room.interlude, Doubt):
        if view.room.interlude.text != command.text:
            return Refusal("other_doubt", f"The doubt is about Text {view.room.interlude.text}.", command.text)
        support = appraise(view, text.latest.terms, text.latest.parties, text.id).support
        if support >= shown_support(view, text):
            return Refusal("no_doubt", "Your support is not below what you have shown; let it stand.", command.text)
    elif view.room.phase is Phase.SIGNING and view.room.called[0][0] != command.text:
        return Refusal("other_text", f"Text {view.room.called[0][0]} is being signed now.", command.text)
    return None


def shown_support(view: View, text: Text) -> float:
    """Say how much support (-1..1) I have shown for the latest version; -1 if none yet."""
    signature = text.signatures.get(view.seat)
    if signature is not None and signature.is_signed:
        return 1.0 if signature.reserved is None else 1 / 3
    stance = text.latest.stances.get(view.seat)
    return -1.0 if stance is None else SHOWN[stance]


def refuse_call_signature(view: View, command: CallSignature) -> Refusal | None:
    refusal = refuse_text(view, command.text)
    if refusal is not None:
        return refusal
    text = view.room.texts[command.text]
    if view.seat not in text.sponsors and view.seat != view.room.forum.chair:
        return Refusal("not_sponsor", "Only its sponsor or the chair can call a text for signature.", command.text)
    if (text.id, len(text.versions)) in view.room.called:
        return Refusal("called_already", f"Text {command.text} is called for signature already.", command.text)
    return refuse_conflict(view, text.latest.issues, text.latest.parties)


def refuse_walk_out(view: View, command: WalkOut) -> Refusal | None:
    if view.seat in view.room.out:
        return Refusal("out_already", "You have left the room; you can come back when you have the floor.")
    return None


def refuse_come_back(view: View, command: ComeBack) -> Refusal | None:
    if view.seat not in view.room.out:
        return Refusal("here_already", "You are in the room.")
    return None
