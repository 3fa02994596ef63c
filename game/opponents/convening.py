"""Opening the forum, and the votes on how it is run."""

from collections.abc import Iterator

from game.opponents.manner import Manner
from game.rules.commands import Command, Convene, MoveProcedure, Pass
from game.rules.ids import AgencyId
from game.rules.room import Motion
from game.rules.view import View
from game.rules.vocabulary import Community, DecisionRule, ForumKind, Purpose

PURPOSES = tuple(Purpose)


def convening(view: View, manner: Manner) -> Iterator[Command]:
    """Open the forum as a chair of this manner would: with everybody and an honest purpose, or as an instrument."""
    everybody = tuple(agency for agency in view.scene.agency_ids if agency in view.room.seated)
    if manner.commitment < 0.5:
        yield Convene(view.seat, _name(view), everybody, Purpose.INFORMATION, DecisionRule.CONSENSUS)
    elif manner.regard >= 0.5:
        yield Convene(view.seat, _name(view), everybody, _honest_purpose(view), DecisionRule.CONSENSUS)
    else:
        invited = tuple(agency for agency in view.scene.agency_ids if agency in view.room.forum.invited)
        yield Convene(
            view.seat, ForumKind.COORDINATION_MEETING, invited, Purpose.COMMON_STRATEGY, DecisionRule.CARRIERS
        )


def _name(view: View) -> ForumKind:
    """Call it a contact group where soldiers and agencies that must stay neutral sit together."""
    faces = [view.scene.face(agency) for agency in view.room.seated]
    has_soldiers = any(face.community is Community.MILITARY for face in faces)
    return (
        ForumKind.CONTACT_GROUP if has_soldiers and any(f.is_neutral for f in faces) else ForumKind.COORDINATION_MEETING
    )


def _honest_purpose(view: View) -> Purpose:
    """Name what the seat itself expects, within what agencies so different can mean honestly."""
    expects = PURPOSES.index(view.role.agency.expects)
    return PURPOSES[max(1, min(2, expects))]


def moves(view: View, manner: Manner) -> Iterator[Command]:
    """Offer the motion that the seat finds most needed; early, before there is a text."""
    if view.room.round > 2 or manner.regard < 0.5:
        return
    forum = view.room.forum
    missing = tuple(
        a for a in view.scene.agency_ids if a in view.room.present and a not in forum.invited and _has_stake(view, a)
    )
    if missing:
        yield MoveProcedure(view.seat, invite=missing)
    if forum.purpose is None and manner.commitment >= 0.5:
        yield MoveProcedure(view.seat, purpose=_honest_purpose(view))


def _has_stake(view: View, agency: AgencyId) -> bool:
    """Say whether an agency would have to carry something on at least one issue."""
    return any(agency in option.carriers for issue in view.scene.issues for option in issue.options)


def vote(view: View, manner: Manner, motion: Motion) -> Command:
    """Vote on a motion."""
    aye = MoveProcedure(view.seat, motion.chair, motion.invite, motion.purpose)
    return aye if _is_welcome(view, manner, motion) else Pass(view.seat)


def _is_welcome(view: View, manner: Manner, motion: Motion) -> bool:
    if motion.invite and manner.regard < 0.5 and view.seat == view.room.forum.chair:
        return False
    if motion.chair is not None:
        return _is_fair_chair(view, manner, motion.chair)
    if motion.purpose is not None:
        return _is_nearer(view, motion.purpose)
    return True


def _is_fair_chair(view: View, manner: Manner, chair: AgencyId) -> bool:
    """Welcome oneself, and (with regard for others) anybody who is weaker than the present chair and leans on nobody
    here."""
    if chair == view.seat:
        return True
    if view.room.forum.chair == view.seat and manner.conceding < 0.5:
        return False
    weaker = view.scene.face(chair).power < view.scene.face(view.room.forum.chair).power
    return weaker and chair not in view.role.leverage_on_me


def _is_nearer(view: View, purpose: Purpose) -> bool:
    """Welcome a purpose at least as near to what the seat expects as the declared one."""
    expects = PURPOSES.index(view.role.agency.expects)
    now = view.room.forum.purpose
    steps = view.ruleset.undeclared_steps if now is None else abs(PURPOSES.index(now) - expects)
    return abs(PURPOSES.index(purpose) - expects) <= steps
