"""On the floor: writing and mending texts, criticism, straight information before the room, calling for signatures."""

from game.opponents.coach.findings import APART, CRITICISM, FACE, FORCED, SKILLS, STRAIGHT
from game.opponents.coach.hint import Hint
from game.opponents.coach.moment import MIND, Moment, points_words
from game.opponents.draft import Draft, draft
from game.rules import commands as do
from game.rules.legality.plenary import shown_support
from game.rules.texts import Text
from game.rules.vocabulary import Phase, Stance

FAVOURABLE = frozenset({Stance.ENDORSE, Stance.RESERVATIONS})
GAP = 0.3
"""Support shown above what is meant, -1..1, from which the seat is asked about it."""


def _written(moment: Moment, text: Text | None = None) -> Draft | None:
    """Write what an experienced, honest mind would propose from this seat."""
    start = text.latest.terms if text is not None else ()
    return draft(moment.view, MIND, moment.luck, start=start)


def first_text(moment: Moment) -> Hint | None:
    """Ask for a text where there is none."""
    if moment.phase is not Phase.FLOOR or moment.texts or moment.view.room.interlude is not None:
        return None
    written = _written(moment)
    if written is None:
        return None
    command = do.Table(moment.me, written.terms, written.parties)
    is_early = moment.view.room.round < 2
    told = "Nobody has tabled anything yet."
    if is_early:
        told += " It is early: what you heard in the corridor should come before what you write."
    return Hint(
        "first_text",
        0.4 if is_early else 0.7,
        (
            "What could all of you live with, and who will write it down?",
            "Look for a package: something that matters much to each, for something that matters little to the others.",
            f"{told} A text with several issues leaves room to trade.",
        ),
        SKILLS,
        command,
    )


def bad_for_me(moment: Moment) -> Hint | None:
    """Ask what would have to change in a text that the seat could not sign."""
    if moment.phase is not Phase.FLOOR:
        return None
    for text in moment.texts:
        seen = moment.seen(text)
        if moment.me not in text.latest.parties or (seen.judged >= 0 and not seen.crossed):
            continue
        written = _written(moment, text)
        command = do.Amend(moment.me, text.id, written.terms, written.parties) if written is not None else None
        if command is None or not moment.allows(command):
            continue
        crossing = " It crosses a red line of yours." if seen.crossed else ""
        return Hint(
            "bad_for_me",
            0.72,
            (
                "What would have to change for you to mean a yes?",
                "A no says what you do not want. An amendment says what you would carry, and what you would give for "
                "it.",
                f"As you see things, Text {text.id} is {points_words(seen.margin)} on paper.{crossing} Trade what "
                "matters less to you.",
            ),
            SKILLS,
            command,
        )
    return None


def answer_critics(moment: Moment) -> Hint | None:
    """Ask the sponsor of a text that met objections what was right about them."""
    text = moment.mine
    if moment.phase is not Phase.FLOOR or text is None:
        return None
    critics = moment.critics(text)
    if not critics:
        return None
    written = _written(moment, text)
    amended = (do.Amend(moment.me, text.id, written.terms, written.parties),) if written is not None else ()
    command = moment.first(*amended, *(do.ConcedePoint(moment.me, critic) for critic in critics))
    if command is None:
        return None
    verb = "was" if len(critics) == 1 else "were"
    return Hint(
        "answer_critics",
        0.68,
        (
            "What was right about what they said against it?",
            "An objection that is met binds whoever raised it: they will find themselves in the text.",
            f"{moment.names(critics)} {verb} against your Text {text.id}. Change it, or grant aloud that there is a "
            "point.",
        ),
        CRITICISM,
        command,
    )


def grant_point(moment: Moment) -> Hint | None:
    """Ask somebody who was challenged."""
    for challenger, challenged in sorted(moment.view.room.challenged):
        command = do.ConcedePoint(moment.me, challenger)
        if moment.phase is Phase.FLOOR and challenged == moment.me and moment.allows(command):
            return Hint(
                "grant_point",
                0.74,
                (
                    "What would it cost you to say that they have a point?",
                    "Being corrected in public stings. Taking it well wins more trust than having been right.",
                    f"{moment.name(challenger)} has challenged what you said. Granting it makes its trust in you grow "
                    "double.",
                ),
                CRITICISM,
                command,
            )
    return None


def wrong_picture(moment: Moment) -> Hint | None:
    """Ask about a claim that the seat knows to be otherwise."""
    own, room = moment.view.own, moment.view.room
    for _, claim in sorted((*own.claims.items(), *room.claims.items())):
        command = do.Challenge(moment.me, claim.speaker, claim.fact)
        knows_better = own.knows.get(claim.fact, claim.says) != claim.says
        is_new = (moment.me, claim.speaker) not in room.challenged and (claim.speaker, moment.me) not in room.conceded
        if moment.phase is Phase.FLOOR and knows_better and is_new and moment.allows(command):
            return Hint(
                "wrong_picture",
                0.79,
                (
                    "Is anybody here deciding on something that you know is not so?",
                    "Straight information is worth most when it corrects something. It can be said without accusing "
                    "anybody.",
                    f"What {moment.name(claim.speaker)} said about {moment.fact(claim.fact)} is not what you found.",
                ),
                STRAIGHT,
                command,
            )
    return None


def ripe(moment: Moment) -> Hint | None:
    """Ask whoever may call a text for signature whether it is ready."""
    if moment.phase is not Phase.FLOOR:
        return None
    for text in moment.texts:
        command = do.CallSignature(moment.me, text.id)
        others = [p for p in text.latest.parties if p != moment.me and p in moment.view.room.present]
        stances = text.latest.stances
        if not others or not moment.allows(command) or not all(stances.get(p) in FAVOURABLE for p in others):
            continue
        weak = moment.doubtful(text)
        doubt = "Nothing that they have shown speaks against it."
        if weak is not None:
            doubt = f"{moment.basis(weak, text)}, {moment.name(weak)} may not mean it as it looks; you could ask first."
        return Hint(
            "ripe",
            0.73,
            (
                "They all nod. Do they mean it?",
                "Public yeses are cheap. Before you call for names, think who would have to do the work.",
                f"All other parties to Text {text.id} have shown that they could sign. {doubt}",
            ),
            FORCED if weak is not None else SKILLS,
            command,
        )
    return None


def last_call(moment: Moment) -> Hint | None:
    """Ask in the last round what is to become of a text that is not agreed."""
    if moment.phase is not Phase.FLOOR or not moment.is_last_round:
        return None
    for text in sorted(moment.texts, key=lambda text: -moment.seen(text).judged):
        command = do.CallSignature(moment.me, text.id)
        if not moment.allows(command):
            continue
        critics = moment.critics(text)
        told = f"{moment.names(critics)} spoke against it." if critics else "Not everybody has shown where they stand."
        return Hint(
            "last_call",
            0.66,
            (
                "Is there an agreement here, or only the wish to have one?",
                "Nothing signed is better than something hollow. What remains is each one's own lane, and that can be "
                "good work.",
                f"It is the last round, and Text {text.id} can be called. {told}",
            ),
            APART,
            command if moment.seen(text).judged >= 0 else do.Pass(moment.me),
        )
    return None


def own_doubt(moment: Moment) -> Hint | None:
    """Ask a party that has shown more support than it has."""
    if moment.phase not in (Phase.FLOOR, Phase.SIGNING) or moment.view.room.interlude is not None:
        return None
    for text in moment.texts:
        command = do.RaiseDoubt(moment.me, text.id)
        seen = moment.seen(text)
        has_shown = shown_support(moment.view, text)
        meant = -1.0 if seen.crossed else max(-1.0, min(1.0, seen.margin / 15.0))
        if has_shown - meant < GAP or has_shown <= 0 or not moment.allows(command):
            continue
        return Hint(
            "own_doubt",
            0.71,
            (
                "Have you said aloud what you really think of it?",
                "Somebody has to say the quiet part first. Often others were waiting for it.",
                f"You have shown more support for Text {text.id} than you have: on paper it is "
                f"{points_words(seen.margin)} for you.",
            ),
            FORCED,
            command,
        )
    return None


def listen(moment: Moment) -> Hint | None:
    """Remind somebody on the floor that not every move has to be used."""
    if moment.phase is not Phase.FLOOR or moment.view.room.interlude is not None:
        return None
    return Hint(
        "listen",
        0.1,
        (
            "What has been said today that you have not answered yet?",
            "A floor move that is not used costs nothing. What others say after you may be worth hearing first.",
            "You can leave the floor to the others; what you learn counts in the next corridor.",
        ),
        FACE,
        do.Pass(moment.me),
    )


TOPICS = (
    first_text,
    bad_for_me,
    answer_critics,
    grant_point,
    wrong_picture,
    ripe,
    last_call,
    own_doubt,
    listen,
)
