"""What a motion or a doubt asks of me, and what the game waits for when it is not my move: in words."""

from dataclasses import dataclass

from game.desk.words import PURPOSES, calls
from game.record.sentences.narrator import listed
from game.rules.course import waiting_on
from game.rules.ids import AgencyId
from game.rules.room import Doubt, Motion
from game.rules.view import PublicView, View
from game.rules.vocabulary import Phase


@dataclass(frozen=True, slots=True)
class Question:
    """A question with two answers: yes, and passing. `refusal` says why yes is not possible."""

    icon: str
    title: str
    body: str
    yes: str
    no: str
    refusal: str = ""


def question(view: View, refusal: str = "") -> Question | None:
    """Put the question of the interlude to me, if there is one."""
    match view.room.interlude:
        case Motion() as motion:
            return _motion(view, motion)
        case Doubt() as doubt:
            return _doubt(view, doubt, refusal)
    return None


def moved(view: View | PublicView, motion: Motion) -> str:
    """Say what a motion would change."""
    parts = []
    if motion.chair is not None:
        parts.append(f"{view.scene.face(motion.chair).name} takes the chair")
    if motion.invite:
        names = listed(view.scene.face(agency).name for agency in motion.invite)
        parts.append(f"{names} {'is' if len(motion.invite) == 1 else 'are'} invited")
    if motion.purpose is not None:
        parts.append(f"the meeting is declared to be for {PURPOSES[motion.purpose]}")
    return listed(parts)


def _motion(view: View, motion: Motion) -> Question:
    who = view.scene.face(motion.mover).name
    ayes = calls(view.scene, motion.ayes, view.seat)
    noes = f" Against: {calls(view.scene, motion.noes, view.seat)}." if motion.noes else ""
    body = f"More than half of those present carry it. For it so far: {ayes}.{noes}"
    return Question("gavel", f"{who} moves that {moved(view, motion)}. Do you vote for it?", body, "For it", "Against")


def _doubt(view: View, doubt: Doubt, refusal: str) -> Question:
    who = listed(view.scene.face(agency).name for agency in doubt.raisers)
    verb = "has" if len(doubt.raisers) == 1 else "have"
    title = f"{who} {verb} raised a doubt about Text {doubt.text}. Do you join?"
    body = "Joining shows everybody how far you really support the text. Letting it stand shows nothing."
    return Question("ear", title, refusal or body, "Join the doubt", "Let it stand", refusal)


def waiting_words(view: View, *, is_watching: bool = False) -> tuple[str, str]:
    """Say who is awaited, and what for; whoever watches is told of the seat it looks from as well."""
    room, scene = view.room, view.scene
    waiting = tuple(agency for agency in waiting_on(room) if is_watching or agency != view.seat)
    names = calls(scene, waiting)
    if not waiting:
        return "The meeting goes on.", ""
    match room.interlude:
        case Motion() as motion:
            return f"Waiting for {names}.", f"They vote on the motion that {moved(view, motion)}."
        case Doubt(text, _, _):
            return f"Waiting for {names}.", f"They may join the doubt about Text {text}, or let it stand."
    return _waiting_in_phase(view, waiting, names)


def _waiting_in_phase(view: View, waiting: tuple[AgencyId, ...], names: str) -> tuple[str, str]:
    room = view.room
    match room.phase:
        case Phase.CONVENING:
            return f"{names} convenes the meeting.", "Its name, who is invited, what it is for and how it decides."
        case Phase.CORRIDOR:
            return f"Waiting for {names}.", "They are still in the corridor. Then the plenary begins."
        case Phase.FLOOR:
            after = calls(view.scene, room.speakers[1:], view.seat)
            return f"{view.scene.face(waiting[0]).name} has the floor.", f"After that: {after}." if after else ""
        case Phase.STANCES:
            return f"Waiting for {names}.", "All stances are shown at the same moment."
    return f"Waiting for {names}.", ""
