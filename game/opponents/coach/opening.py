"""How the forum is run: its purpose, who is there, who has the chair, and votes on that."""

from game.opponents.coach.findings import BROKER, CLARIFY, CONTACT, INCLUDE, LEAVING, POWER
from game.opponents.coach.hint import Hint
from game.opponents.coach.moment import Moment
from game.rules import commands as do
from game.rules.ids import AgencyId
from game.rules.room import Motion
from game.rules.vocabulary import Community, DecisionRule, ForumKind, Phase, Purpose

PURPOSES = tuple(Purpose)
NEVER_SAID = "Nobody has said what this forum is for, and that costs every party backing at home."


def _fitting_purpose(moment: Moment) -> Purpose:
    """Name what the seat came for, within what a first meeting of such different agencies can mean."""
    return PURPOSES[max(1, min(2, PURPOSES.index(moment.view.role.agency.expects)))]


def _charter(moment: Moment, *, is_contact: bool | None = None) -> do.Convene:
    """Word a convening with everybody and a purpose; the name as found unless said."""
    forum, view = moment.view.room.forum, moment.view
    kind = forum.kind if is_contact is None else ForumKind.CONTACT_GROUP
    seated = tuple(agency for agency in view.scene.agency_ids if agency in view.room.seated)
    return do.Convene(moment.me, kind, seated, _fitting_purpose(moment), DecisionRule.CONSENSUS)


def purpose(moment: Moment) -> Hint | None:
    """Ask the chair what the forum is for."""
    if moment.phase is not Phase.CONVENING:
        return None
    is_open = moment.view.room.forum.purpose is None
    told = NEVER_SAID if is_open else "A purpose stands from before. Is it one that all who come can mean?"
    return Hint(
        "purpose",
        0.8 if is_open else 0.5,
        (
            "What is this meeting for, and will everybody give the same answer?",
            "Some come to exchange information, others for a common plan. Said at the start, each knows whether and "
            "how "
            "to take part.",
            f"{told} You can say it as you convene.",
        ),
        CLARIFY,
        _charter(moment),
    )


def everybody(moment: Moment) -> Hint | None:
    """Ask the chair whom it has not thought of inviting."""
    view = moment.view
    missing = [a for a in moment.others_here if a not in view.room.forum.invited]
    if moment.phase is not Phase.CONVENING or not missing:
        return None
    return Hint(
        "everybody",
        0.9,
        (
            "Who is not on your list and will have to live with what is decided?",
            "Whoever is asked only after a text is written has not been heard, and a voice that is missing can sink "
            "the best plan.",
            f"{moment.names(missing)} would not be invited as the list stands.",
        ),
        INCLUDE,
        _charter(moment),
    )


def meeting_name(moment: Moment) -> Hint | None:
    """Ask the chair whether soldiers and neutral agencies are at ease under one name."""
    view, forum = moment.view, moment.view.room.forum
    faces = [face for face in view.scene.agencies if face.id in view.room.seated]
    neutral = [face.id for face in faces if face.is_neutral]
    soldiers = [face.id for face in faces if face.community is Community.MILITARY]
    is_apt = forum.kind is ForumKind.COORDINATION_MEETING and neutral and soldiers
    if moment.phase is not Phase.CONVENING or not is_apt:
        return None
    return Hint(
        "meeting_name",
        0.6,
        (
            "What will it look like from outside that these agencies sit here together?",
            "“Coordination” implies a common purpose. A more modest name makes it easier for neutral agencies to come.",
            f"{moment.names(neutral)} must stay neutral and would sit with {moment.names(soldiers)}. A contact group "
            "halves what a distant purpose costs at home; it cannot declare a common strategy.",
        ),
        CONTACT,
        _charter(moment, is_contact=True),
    )


def missing_voice(moment: Moment) -> Hint | None:
    """Ask on the floor who should be invited."""
    forum = moment.view.room.forum
    missing = [a for a in moment.others_here if a not in forum.invited and moment.has_stake(a)]
    if moment.phase is not Phase.FLOOR or not missing or moment.view.room.interlude is not None:
        return None
    have = "has" if len(missing) == 1 else "have"
    return Hint(
        "missing_voice",
        0.8 if not moment.texts else 0.7,
        (
            "Who would have to carry this and is not in the room?",
            "A voice that comes in after the text is tabled comes late. Inviting somebody takes a majority, not a "
            "favour.",
            f"{moment.names(missing)} would have to carry some of what can be agreed, and {have} not been invited.",
        ),
        INCLUDE,
        do.MoveProcedure(moment.me, invite=tuple(missing)),
    )


def undeclared(moment: Moment) -> Hint | None:
    """Ask on the floor what the forum is for."""
    room = moment.view.room
    if moment.phase is not Phase.FLOOR or room.forum.purpose is not None or room.interlude is not None:
        return None
    return Hint(
        "undeclared",
        0.65,
        (
            "Do you know what the others think this meeting is for?",
            "Expectations that nobody speaks of turn into disappointment. It may be worth a move to say it.",
            NEVER_SAID,
        ),
        CLARIFY,
        do.MoveProcedure(moment.me, purpose=_fitting_purpose(moment)),
    )


def strong_chair(moment: Moment) -> Hint | None:
    """Ask a weaker seat about a chair that is the strongest here."""
    forum = moment.view.room.forum
    is_strong = forum.chair in moment.strongest and forum.chair != moment.me and not forum.is_power_conceded
    if moment.phase is not Phase.FLOOR or not is_strong or moment.me in moment.strongest:
        return None
    broker = _broker(moment)
    other = () if broker is None else (do.MoveProcedure(moment.me, chair=broker),)
    command = moment.first(do.NamePower(moment.me), *other)
    if command is None:
        return None
    return Hint(
        "strong_chair",
        0.6,
        (
            "Can everybody here say no without fear of what it costs them?",
            "Power in the room does not go away by not being spoken of. Named and granted, it weighs less.",
            f"{moment.name(forum.chair)} has the chair and is the strongest here. Naming that counts once it is "
            "granted, "
            "or once somebody else takes the chair.",
        ),
        POWER,
        command,
    )


def own_power(moment: Moment) -> Hint | None:
    """Ask the strongest, where it holds the chair or its power was named."""
    forum = moment.view.room.forum
    if moment.phase is not Phase.FLOOR or moment.me not in moment.strongest or forum.is_power_conceded:
        return None
    granted = tuple(do.ConcedePoint(moment.me, who) for who in forum.power_named)
    broker = _broker(moment) if forum.chair == moment.me else None
    handed = (do.MoveProcedure(moment.me, chair=broker),) if broker is not None else ()
    command = moment.first(*granted, *handed)
    if command is None:
        return None
    named = f"{moment.names(forum.power_named)} named your power." if granted else "You hold the chair and most power."
    return Hint(
        "own_power",
        0.75 if granted else 0.4,
        (
            "How would you know whether a yes that you get here is meant?",
            "Whoever is strongest hears fewer doubts than there are. Letting go of a little of it shows you more.",
            f"{named} As long as that stands, a yes to you is worth less than it looks.",
        ),
        POWER if granted else BROKER,
        command,
    )


def _broker(moment: Moment) -> AgencyId | None:
    """Name who could chair: invited, here, weaker than the chair, leaning on the seat with nothing, trusted most."""
    room, scene = moment.view.room, moment.view.scene
    power = scene.face(room.forum.chair).power
    fair = [
        agency
        for agency in moment.others_here
        if agency in room.forum.invited
        and agency != room.forum.chair
        and scene.face(agency).power < power
        and agency not in moment.view.role.leverage_on_me
    ]
    return max(fair, key=lambda agency: (moment.view.own.trust.get(agency, 0.5), agency), default=None)


def vote(moment: Moment) -> Hint | None:
    """Ask before a vote what it would change."""
    motion = moment.view.room.interlude
    if not isinstance(motion, Motion):
        return None
    aye = do.MoveProcedure(moment.me, motion.chair, motion.invite, motion.purpose)
    is_worse = motion.chair is not None and motion.chair in moment.strongest
    asks = "say what the forum is for"
    if motion.invite:
        asks = f"invite {moment.names(motion.invite)}"
    elif motion.chair is not None:
        to = "you" if motion.chair == moment.me else moment.name(motion.chair)
        asks = "take the chair" if motion.chair == motion.mover else f"give {to} the chair"
    return Hint(
        "vote",
        1.0,
        (
            "Who would find it easier to speak if this passed, and who harder?",
            "Look at the room, not only at yourself: a forum in which others can say no gives you yeses that hold.",
            f"{moment.name(motion.mover)} moves to {asks}. "
            + ("It would put the strongest in the chair." if is_worse else "Nothing in it takes your own no away."),
        ),
        BROKER if motion.chair is not None else INCLUDE if motion.invite else CLARIFY,
        do.Pass(moment.me) if is_worse else aye,
    )


def come_back(moment: Moment) -> Hint | None:
    """Ask somebody who has left what it would take to return."""
    if moment.phase is not Phase.FLOOR or moment.me not in moment.view.room.out:
        return None
    return Hint(
        "come_back",
        0.85,
        (
            "What would have to be different for you to sit at that table again?",
            "Leaving says that you saw no way to change anything. If there is one now, it is from inside.",
            "You are out of the room: what is signed there is signed without you.",
        ),
        LEAVING,
        do.ComeBack(moment.me),
    )


TOPICS = (
    purpose,
    everybody,
    meeting_name,
    missing_voice,
    undeclared,
    strong_chair,
    own_power,
    vote,
    come_back,
)
