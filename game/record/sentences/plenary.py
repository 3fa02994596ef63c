"""Sentences about what happens at the table."""

from game.record.sentences.narrator import (
    LONGEST,
    Bold,
    Narrator,
    Part,
    Sentence,
    aside,
    fitting,
    joined,
    listed,
    percent,
    points,
    say,
)
from game.record.sentences.phrases import FALLEN, KINDS, ON_TEXT, PURPOSES, STANCES
from game.rules import events as was
from game.rules.ids import AgencyId
from game.rules.room import Motion
from game.rules.texts import Version
from game.rules.vocabulary import Stance


def tabled(tell: Narrator, event: was.Tabled) -> Sentence:
    begin = (*tell.row(event.sponsors), " tabled ", tell.text(event.text), ": ")
    return _worded(tell, event.sponsors[0], begin, tell.terms(event.version.terms, _room(begin)), event.version)


def amended(tell: Narrator, event: was.Amended) -> Sentence:
    """Tell what an amendment changes, or all it says if the text before is not known."""
    now, author = event.version, event.version.author
    begin = (tell.who(author), " amended ", tell.text(event.text), ": ")
    before = tell.past.texts.get(event.text)
    words = _changes(tell, before, now) if before is not None else tell.terms(now.terms, _room(begin))
    return _worded(tell, author, begin, words, now)


def _changes(tell: Narrator, before: Version, now: Version) -> str:
    """Say what a wording changes: who is in it no longer or now, terms that are new or other, terms left out."""
    kept = {term.issue for term in now.terms}
    changed = tuple(term for term in now.terms if term not in before.terms)
    out = [tell.issue(term.issue) for term in before.terms if term.issue not in kept]
    gone = [_short(tell, party) for party in before.parties if party not in now.parties]
    come = [_short(tell, party) for party in now.parties if party not in before.parties]
    said = [f"{how} {listed(who)}" for how, who in (("without", gone), ("now with", come)) if who]
    said += [f"{tell.issue(term.issue)}: {tell.option(term.issue, term.option)}" for term in changed]
    said += [f"left out: {listed(out)}"] if out else []
    return fitting(said, LONGEST) or f"{len(said)} changes" if said else "nothing changes"


def _short(tell: Narrator, agency: AgencyId) -> str:
    return tell.either(agency, "you", tell.scene.face(agency).short)


def _worded(tell: Narrator, about: AgencyId, begin: tuple[Part, ...], words: str, version: Version) -> Sentence:
    """Say a wording after its beginning; and to a viewer who is not named in it, that too."""
    is_out = tell.viewer is not None and tell.viewer not in version.parties
    return say(about, *begin, words, ". You are not a party to it." if is_out else ".")


def _room(begin: tuple[Part, ...]) -> int:
    """Say how much room a beginning leaves."""
    return LONGEST - len(say(None, *begin).text) - 1


def stance_taken(tell: Narrator, event: was.StanceTaken) -> Sentence:
    many, one = STANCES[event.stance]
    stand = f" {tell.either(event.seat, many, one)}{ON_TEXT[event.stance]} "
    return aside(event.seat, tell.who(event.seat), stand, tell.text(event.text), "; it shows when all have chosen.")


def stances_shown(tell: Narrator, event: was.StancesShown) -> Sentence:
    groups: list[Part] = []
    for stance in Stance:
        seats = [seat for seat in tell.scene.agency_ids if event.stances.get(seat) is stance]
        if seats:
            many, one = STANCES[stance]
            verb = one if len(seats) == 1 and not tell.is_me(seats[0]) else many
            groups += ["; " if groups else "", *tell.row(seats), f" {verb}"]
    return say(None, tell.text(event.text), ": ", *(groups or ["nobody showed a stance"]), ".")


def challenged(tell: Narrator, event: was.Challenged) -> Sentence:
    came_out = "it turns out to have been spun" if event.was_spun else "it turns out to have been straight"
    said: tuple[Part, ...] = (tell.who(event.whom), " said about ", tell.fact(event.fact))
    return say(event.seat, tell.who(event.seat), " challenged what ", *said, f"; {came_out}.")


def point_conceded(tell: Narrator, event: was.PointConceded) -> Sentence:
    point = " a point: power in this room is not even." if event.is_about_power else " a point."
    return say(event.seat, tell.who(event.seat), " granted ", tell.who(event.whom), point)


def power_named(tell: Narrator, event: was.PowerNamed) -> Sentence:
    return say(
        event.seat,
        tell.who(event.seat),
        " said aloud who holds the power in this room: ",
        *tell.row(event.strongest),
        ".",
    )


def motion_opened(tell: Narrator, event: was.MotionOpened) -> Sentence:
    mover = event.motion.mover
    moves = tell.either(mover, " move ", " moves ")
    return say(mover, tell.who(mover), moves, *_motion(tell, event.motion), ".")


def motion_answered(tell: Narrator, event: was.MotionAnswered) -> Sentence:
    votes = tell.either(event.seat, " vote ", " votes ")
    return aside(event.seat, tell.who(event.seat), votes, "aye." if event.is_aye else "no.")


def motion_closed(tell: Narrator, event: was.MotionClosed) -> Sentence:
    motion = event.motion
    count = f"{len(motion.ayes)} to {len(motion.noes)}"
    result = Bold(f"carried {count}" if event.is_carried else f"lost {count}")
    return say(motion.mover, "The motion ", *_motion(tell, motion), " was ", result, ".")


def doubt_raised(tell: Narrator, event: was.DoubtRaised) -> Sentence:
    many, one = STANCES[event.stance]
    really = tell.either(event.seat, f"you really {many}", f"it really {one}")
    amount = points(round(100 * event.support))
    end = f": {really} (support {amount} of 100)."
    return say(event.seat, tell.who(event.seat), " said the quiet part aloud on ", tell.text(event.text), end)


def doubt_answered(tell: Narrator, event: was.DoubtAnswered) -> Sentence:
    return aside(event.seat, tell.who(event.seat), " let the doubt stand.")


def signature_called(tell: Narrator, event: was.SignatureCalled) -> Sentence:
    return say(event.seat, tell.who(event.seat), " called ", tell.text(event.text), " for signature.")


def signature_given(tell: Narrator, event: was.SignatureGiven) -> Sentence:
    if not event.is_signed:
        return say(event.seat, tell.who(event.seat), " declined to sign ", tell.text(event.text), ".")
    but = f", but not the term on {tell.issue(event.reserved)}" if event.reserved is not None else ""
    return say(event.seat, tell.who(event.seat), " signed ", tell.text(event.text), f"{but}.")


def came_into_force(tell: Narrator, event: was.CameIntoForce) -> Sentence:
    accord = event.accord
    instead: tuple[Part, ...] = (
        (", in place of ", *joined(tell.text(text) for text in event.replaces)) if event.replaces else ()
    )
    between = (" is in force between ", *tell.row(accord.parties))
    return say(None, tell.text(accord.text), *between, *instead, ".")


def fell_through(tell: Narrator, event: was.FellThrough) -> Sentence:
    why = FALLEN.get(event.why, event.why.replace("_", " "))
    names: tuple[Part, ...] = (" ", *tell.row(event.through)) if why.endswith(" by") else ()
    return say(None, tell.text(event.text), f" fell through: {why}", *names, ".")


def accord_judged(tell: Narrator, event: was.AccordJudged) -> Sentence:
    verdict = event.judgement.verdict.kind
    sincerity = [reading.sincerity for reading in event.judgement.signatures.values()]
    mean = percent(sum(sincerity) / len(sincerity)) if sincerity else "none"
    words = Bold(KINDS[verdict])
    return say(None, tell.text(event.judgement.accord), " was ", words, f" as signed; mean sincerity {mean}.")


def _motion(tell: Narrator, motion: Motion) -> tuple[Part, ...]:
    """Say what a motion wants: "that A take the chair and the purpose be joint analysis"."""
    wants: list[tuple[Part, ...]] = []
    if motion.chair is not None:
        wants.append((tell.who(motion.chair), " take the chair"))
    if motion.invite:
        wants.append((*tell.row(motion.invite), " be invited"))
    if motion.purpose is not None:
        wants.append((f"the purpose be {PURPOSES[motion.purpose]}",))
    said: list[Part] = []
    for want in wants:
        said += [" and " if said else "that ", *want]
    return tuple(said) or ("that nothing change",)
