"""Stances and signatures: what the seat shows, and what it puts its name to."""

from game.opponents.coach.findings import APART, FLEXIBLE, FORCED, IMPACT, SKILLS
from game.opponents.coach.hint import Hint
from game.opponents.coach.moment import MIND, Moment, points_words
from game.opponents.prospect import prospect_of
from game.rules import commands as do
from game.rules.course import signing_now, voters
from game.rules.ids import AgencyId, IssueId
from game.rules.room import Doubt
from game.rules.texts import Text
from game.rules.vocabulary import DecisionRule, Phase, Stance

ENOUGH = 6.0
"""Points above not signing from which an endorsement is meant without more."""


def _to_stance(moment: Moment) -> Text | None:
    """Find the text that the seat still has to take a stance on: first one that is bad for it."""
    if moment.phase is not Phase.STANCES:
        return None
    left = [text for text in moment.texts if text.id not in moment.view.own.cast]
    return min(left, key=lambda text: (moment.seen(text).margin, text.id), default=None)


def say_no(moment: Moment) -> Hint | None:
    """Ask about a stance on a text that is bad for the seat."""
    text = _to_stance(moment)
    if text is None:
        return None
    seen = moment.seen(text)
    if seen.margin >= 0 and not seen.crossed:
        return None
    crossing = " and crosses a red line of yours" if seen.crossed else ""
    return Hint(
        "say_no",
        0.7,
        (
            "If you nod now, what will they believe about you?",
            "A stance is information. A no in time lets others mend the text; a no in the year after lets it fail.",
            f"Text {text.id} is {points_words(seen.margin)} for you on paper{crossing}. Saying so is no rudeness.",
        ),
        FORCED,
        do.TakeStance(moment.me, text.id, Stance.OBJECT),
    )


def stance_under_threat(moment: Moment) -> Hint | None:
    """Ask about a stance where somebody is leaned on."""
    if moment.phase is not Phase.STANCES:
        return None
    for text in moment.texts:
        if moment.fear(text) <= 0 or text.id in moment.view.own.cast:
            continue
        seen = moment.seen(text)
        is_good = seen.margin >= ENOUGH and not seen.crossed
        is_bad = seen.margin < 0 or bool(seen.crossed)
        stance = Stance.ENDORSE if is_good else Stance.OBJECT if is_bad else Stance.RESERVATIONS
        return Hint(
            "stance_under_threat",
            0.85,
            (
                "Whose answer are you about to show, yours or theirs?",
                "A threat is about your signature. A stance may still say what you think, and it warns the others.",
                f"You are leaned on about Text {text.id}; by itself it is {points_words(seen.margin)} for you on "
                "paper.",
            ),
            FORCED,
            do.TakeStance(moment.me, text.id, stance),
        )
    return None


def say_what_lacks(moment: Moment) -> Hint | None:
    """Ask about a stance on a text that is nearly good enough."""
    text = _to_stance(moment)
    if text is None:
        return None
    seen = moment.seen(text)
    if seen.crossed or not 0 <= seen.margin < ENOUGH:
        return None
    return Hint(
        "say_what_lacks",
        0.6,
        (
            "What is the one thing that would turn your maybe into a yes?",
            "Between yes and no lies the most useful answer: yes, if. Say it, and say the if in the corridor.",
            f"Text {text.id} is {points_words(seen.margin)} for you on paper, no more. Reservations tell the others "
            "where to work.",
        ),
        SKILLS,
        do.TakeStance(moment.me, text.id, Stance.RESERVATIONS),
    )


def say_yes(moment: Moment) -> Hint | None:
    """Ask about a stance on a text that is good for the seat."""
    text = _to_stance(moment)
    if text is None:
        return None
    seen = moment.seen(text)
    if seen.crossed or seen.margin < ENOUGH:
        return None
    weak = moment.doubtful(text)
    told = "You can stand behind it, and it helps others to know."
    if weak is not None:
        told = f"{moment.basis(weak, text)}, {moment.name(weak)} may see it otherwise; that is whom to talk to next."
    return Hint(
        "say_yes",
        0.5,
        (
            "It is good for you. Is it good for those who must carry it?",
            "Your yes is easy here. Think of whoever finds it hardest, for the text is worth no more than their work.",
            f"Text {text.id} is {points_words(seen.margin)} for you on paper. {told}",
        ),
        IMPACT,
        do.TakeStance(moment.me, text.id, Stance.ENDORSE),
    )


def _signing(moment: Moment) -> Text | None:
    now = signing_now(moment.view.room)
    return moment.text(now) if now is not None and moment.view.room.interlude is None else None


def _answer(moment: Moment, text: Text) -> do.Command:
    """Answer as somebody would who means what it signs."""
    seen = moment.seen(text)
    is_worth_it = not seen.crossed and seen.judged >= 0
    return do.Sign(moment.me, text.id) if is_worth_it else do.Decline(moment.me, text.id)


def _felled_by(moment: Moment, text: Text) -> tuple[AgencyId, ...]:
    """Name those whose answers keep a text from coming into force, whatever the seat answers (R3.4)."""
    room, now = moment.view.room, text.latest
    is_consensus = room.forum.rule is DecisionRule.CONSENSUS
    needed = now.parties if is_consensus else moment.carriers(text)
    found = {agency for agency, signature in text.signatures.items() if agency in needed and not signature.is_signed}
    if is_consensus:
        found |= {agency for agency in voters(room) if now.stances.get(agency) is Stance.BLOCK}
    return tuple(agency for agency in moment.others_here if agency in found)


def _outlook(moment: Moment, text: Text) -> str:
    """Say what a signature would come to: on paper and in the year, or that the text has fallen."""
    seen = moment.seen(text)
    if felled := _felled_by(moment, text):
        return (
            f"Text {text.id} cannot come into force any more: {moment.names(felled)} will not have it. Your answer "
            f"still shows where you stand, and for you it is {points_words(seen.margin)} on paper."
        )
    carried = [t for t in text.latest.terms if moment.me in moment.view.scene.option(t.issue, t.option).carriers]
    terms = "one of its terms" if len(carried) == 1 else f"{len(carried)} of its terms"
    work = f"You would carry {terms} yourself. " if carried else ""
    return (
        f"{work}Text {text.id} is {points_words(seen.margin)} on paper; once it has to be carried out, by what can be "
        f"guessed from here, {points_words(seen.delivered)}."
    )


def worth_your_name(moment: Moment) -> Hint | None:
    """Ask whether a signature would be meant."""
    text = _signing(moment)
    if text is None:
        return None
    return Hint(
        "worth_your_name",
        0.92 if _felled_by(moment, text) else 0.55,
        (
            "Would you do this if nobody watched?",
            "Compare it with not signing, not with what you hoped for. Declining is respectable; so is working side by "
            "side.",
            _outlook(moment, text),
        ),
        APART if moment.seen(text).judged < 0 else IMPACT,
        _answer(moment, text),
    )


def signing_under_threat(moment: Moment) -> Hint | None:
    """Ask about a signature that somebody is leaned on for."""
    text = _signing(moment)
    if text is None or moment.fear(text) <= 0:
        return None
    seen = moment.seen(text)
    return Hint(
        "signing_under_threat",
        0.9,
        (
            "Is this your yes, or theirs?",
            "Who signs because it must will find the work unpaid later. A no has a price; put the two side by side.",
            f"Not signing Text {text.id} could cost you {moment.fear(text):.0f} points by threats. The text by itself "
            "is "
            f"{points_words(seen.margin)}. Whoever leans on you pays, too, if it makes good on that.",
        ),
        FORCED,
        _answer(moment, text),
    )


def forbidden(moment: Moment) -> Hint | None:
    """Ask about a signature across a red line."""
    text = _signing(moment)
    if text is None or not (crossed := moment.seen(text).crossed):
        return None
    lines = {line.id: line.text for line in moment.view.role.agency.red_lines}
    return Hint(
        "forbidden",
        0.95,
        (
            "What will you tell them at home?",
            "A signature that home forbids has nothing behind it, however good the text.",
            f"Text {text.id} crosses this line of yours, and it is not waived: “{lines[crossed[0]]}”",
        ),
        FLEXIBLE,
        do.Decline(moment.me, text.id),
    )


def one_term_less(moment: Moment) -> Hint | None:
    """Ask whether a single term is what stands in the way."""
    text = _signing(moment)
    if text is None or _felled_by(moment, text):
        return None
    if moment.seen(text).judged >= 0 and not moment.seen(text).crossed:
        return None
    best: tuple[float, IssueId] | None = None
    for term in text.latest.terms:
        rest = tuple(one for one in text.latest.terms if one != term)
        if moment.me in moment.view.scene.option(term.issue, term.option).carriers and rest:
            seen = prospect_of(moment.view, MIND, moment.luck, rest, text.latest.parties, text.id)
            if not seen.crossed and seen.judged >= 0 and (best is None or seen.judged > best[0]):
                best = seen.judged, term.issue
    if best is None:
        return None
    return Hint(
        "one_term_less",
        0.96,
        (
            "Is it all of it that you cannot carry, or one thing?",
            "An honest reservation on one term is worth more than a whole signature that is not kept.",
            f"Without {moment.issue(best[1])}, which you would have to carry, Text {text.id} looks worth signing to "
            "you. "
            "A term that a carrier has not signed is not in force.",
        ),
        SKILLS,
        do.SignWithReservation(moment.me, text.id, best[1]),
    )


def who_will_do_it(moment: Moment) -> Hint | None:
    """Ask whether those who must carry a text mean it."""
    text = _signing(moment)
    if text is None or _felled_by(moment, text):
        return None
    declined = {agency for agency, signature in text.signatures.items() if not signature.is_signed}
    critics = set(moment.critics(text)) - declined
    doubtful = [a for a in moment.carriers(text) if a in critics]
    weak = moment.doubtful(text)
    whom: AgencyId | None = doubtful[0] if doubtful else weak if weak in moment.carriers(text) else None
    if whom is None or whom in declined:
        return None
    answer = _answer(moment, text)
    command = answer if isinstance(answer, do.Sign) else moment.first(do.RaiseDoubt(moment.me, text.id), answer)
    if command is None:
        return None
    still = " As far as can be guessed, it is worth your name all the same." if isinstance(command, do.Sign) else ""
    return Hint(
        "who_will_do_it",
        0.65,
        (
            "Who has to do the work, and do they want to?",
            "A term goes no faster than its slowest carrier. What you gain on paper hangs on what they do when nobody "
            "watches.",
            f"{moment.basis(whom, text)}, {moment.name(whom)}, which would carry part of Text {text.id}, could hardly "
            f"mean a yes to it.{still}",
        ),
        FORCED,
        command,
    )


def join_doubt(moment: Moment) -> Hint | None:
    """Ask whether to follow somebody who raised a doubt."""
    interlude = moment.view.room.interlude
    if not isinstance(interlude, Doubt):
        return None
    command = moment.first(do.RaiseDoubt(moment.me, interlude.text), do.Pass(moment.me))
    assert command is not None
    is_mine = isinstance(command, do.RaiseDoubt)
    yours = "You have shown more support than you have, too." if is_mine else "What you have shown is what you think."
    return Hint(
        "join_doubt",
        1.0,
        (
            "Somebody has said the quiet part. Is it yours as well?",
            "If several say it now, the text can still be mended. If nobody follows, it will not be said again.",
            f"{moment.names(interlude.raisers)} raised a doubt about Text {interlude.text}. {yours}",
        ),
        FORCED,
        command,
    )


TOPICS = (
    say_no,
    stance_under_threat,
    say_what_lacks,
    say_yes,
    worth_your_name,
    signing_under_threat,
    forbidden,
    one_term_less,
    who_will_do_it,
    join_doubt,
)
