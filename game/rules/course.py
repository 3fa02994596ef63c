"""Whose move it is, from what everybody sees (R2.2, R2.7)."""

from game.rules.ids import AgencyId, TextId
from game.rules.room import Doubt, Motion, Room
from game.rules.scene import Scene
from game.rules.texts import Text
from game.rules.vocabulary import Phase


def waiting_on(room: Room) -> tuple[AgencyId, ...]:
    """Name the seats whose move the game waits for, in alphabetical order (the speaker alone on the floor)."""
    match room.interlude:
        case Motion():
            return tuple(sorted(voters(room) - {*room.interlude.ayes, *room.interlude.noes}))
        case Doubt(text, _, answered):
            parties = room.present.intersection(room.texts[text].latest.parties)
            return tuple(sorted(parties.difference(answered)))
        case None:
            return _waiting_in_phase(room)


def _waiting_in_phase(room: Room) -> tuple[AgencyId, ...]:
    match room.phase:
        case Phase.CONVENING:
            waited = frozenset({room.forum.chair}) & room.seated
        case Phase.CORRIDOR:
            waited = room.present
        case Phase.FLOOR:
            return room.speakers[:1]
        case Phase.STANCES:
            waited = voters(room) - room.stanced if open_texts(room) else frozenset()
        case Phase.SIGNING:
            return _signatories_left(room)
        case Phase.BALLOT | Phase.SETTLING:
            waited = room.seated
        case Phase.FIRST_EFFORTS | Phase.SECOND_EFFORTS:
            waited = room.seated & deliverers(room)
        case Phase.CLOSED:
            waited = frozenset()
    return tuple(sorted(waited - room.passed))


def voters(room: Room) -> frozenset[AgencyId]:
    """Name the seats with a voice in the plenary: invited, and here."""
    return room.present & room.forum.invited


def open_texts(room: Room) -> tuple[Text, ...]:
    """Return the texts that can still be discussed, oldest first."""
    return tuple(text for text in room.texts.values() if not text.is_closed)


def signing_now(room: Room) -> TextId | None:
    """Name the text that is being signed."""
    return room.called[0][0] if room.phase is Phase.SIGNING and room.called else None


def question_now(room: Room) -> str:
    """Name what is asked between two moves, as no other question of the same round is named; empty if nothing is."""
    match room.interlude:
        case Motion(mover=mover):
            return f"{mover}-{room.floor_left}"
        case Doubt(text=text, raisers=raisers):
            return f"{text}-{raisers[0]}"
        case None:
            return ""


def _signatories_left(room: Room) -> tuple[AgencyId, ...]:
    text = signing_now(room)
    if text is None:
        return ()
    paper = room.texts[text]
    return tuple(sorted(room.present.intersection(paper.latest.parties) - set(paper.signatures)))


def deliverers(room: Room) -> frozenset[AgencyId]:
    """Name who could be at work in the year after: parties to accords in force, and whoever declared a lane.

    More than carry a term: so that waiting for them tells nothing.
    """
    parties = frozenset[AgencyId]().union(*(accord.parties for accord in room.in_force))
    return parties | {agency for agency, lanes in room.lanes.items() if any(not room.settled_by(i) for i in lanes)}


def strongest_by_power(scene: Scene, among: frozenset[AgencyId]) -> tuple[AgencyId, ...]:
    """Name the agencies of highest power, as everybody sees it."""
    top = max((scene.face(agency).power for agency in among), default=0)
    return tuple(agency for agency in scene.agency_ids if agency in among and scene.face(agency).power == top)
