"""Sentences about the course of a game: phases, what comes from outside, who is here, messages."""

from game.record.sentences.narrator import Bold, Narrator, Part, Sentence, aside, moved, points, say
from game.record.sentences.past import Means
from game.record.sentences.phrases import DECISION_RULES, FORUMS, PHASES, PURPOSES
from game.rules import events as was
from game.rules.case import Forum
from game.rules.ids import AgencyId
from game.rules.vocabulary import Phase


def convened(tell: Narrator, event: was.Convened) -> Sentence:
    """Tell what the chair made of the forum, who is invited that was not before, and who is not."""
    found = tell.past.found
    before = {found.chair, *found.invited} if found is not None else set(event.invited)
    new = [agency for agency in tell.scene.agency_ids if agency in event.invited and agency not in before]
    newly: tuple[Part, ...] = ("; newly invited: ", *tell.row(new)) if new else ()
    forum = (Bold(FORUMS[event.forum]), _way(event))
    uninvited = _uninvited(tell, event.invited)
    return say(event.chair, tell.who(event.chair), " convened a ", *forum, *newly, *uninvited, ".")


def _as_found(tell: Narrator, chair: AgencyId) -> Sentence:
    """Tell that the chair left the forum as it was found, and what that is."""
    begin = (tell.who(chair), " left the forum as it was found")
    found = tell.past.found
    if found is None:
        return say(chair, *begin, ".")
    uninvited = _uninvited(tell, (found.chair, *found.invited))
    return say(chair, *begin, ": a ", Bold(FORUMS[found.kind]), _way(found), *uninvited, ".")


def _way(forum: was.Convened | Forum) -> str:
    """Say what a forum is for and how it decides."""
    purpose = f"for {PURPOSES[forum.purpose]}" if forum.purpose is not None else "without a declared purpose"
    return f" {purpose}, deciding {DECISION_RULES[forum.rule]}"


def _uninvited(tell: Narrator, invited: tuple[AgencyId, ...]) -> tuple[Part, ...]:
    out = [agency for agency in tell.scene.agency_ids if agency not in invited]
    return ("; not invited: ", *tell.row(out)) if out else ()


def round_began(tell: Narrator, event: was.RoundBegan) -> Sentence:
    return say(None, Bold(f"Round {event.round} of {tell.rounds}"), " begins.")


def rounds_set(_: Narrator, event: was.RoundsSet) -> Sentence:
    verb = "shortens" if event.rounds < event.before else "lengthens"
    rounds = Bold(f"{event.rounds} {'round' if event.rounds == 1 else 'rounds'}")
    return say(None, f"The instructor {verb} the forum to ", rounds, ".")


def phase_began(tell: Narrator, event: was.PhaseBegan) -> Sentence | None:
    if event.phase is Phase.CLOSED or (event.phase is Phase.STANCES and not tell.past.texts):
        return None
    words = PHASES[event.phase]
    if event.phase is Phase.FLOOR and event.speakers:
        first = event.speakers[0]
        return aside(first, f"{words} First to speak: ", tell.who(first), ".")
    return aside(None, words)


def floor_moved(tell: Narrator, event: was.FloorMoved) -> Sentence | None:
    """Tell only the viewer that the floor is theirs; that the others follow in turn goes without saying."""
    if not event.speakers or event.speakers[0] != tell.viewer:
        return None
    return aside(tell.viewer, "You have the floor.")


def passed(tell: Narrator, event: was.Passed) -> Sentence | None:
    """Tell what a pass means in this phase; whom the others wait for, the screen shows."""
    match tell.past.phase:
        case Phase.CONVENING:
            return _as_found(tell, event.seat)
        case Phase.CORRIDOR if tell.is_me(event.seat):
            return aside(event.seat, "You are done in the corridor.")
        case Phase.FLOOR:
            return aside(event.seat, tell.who(event.seat), " let the floor pass.")
        case _:
            return None


def occurred(tell: Narrator, event: was.Occurred) -> Sentence:
    """Tell what came from outside; in the middle of a phase, where nobody waits for it, say that it did."""
    return say(None, "" if tell.past.is_outside else "From outside: ", event.text.strip())


def floor_taken(tell: Narrator, event: was.FloorTaken) -> Sentence:
    its = tell.either(event.agency, "your", "its")
    return say(event.agency, tell.whose(event.agency), f" headquarters took back {its} floor move of this round.")


def fact_turned(tell: Narrator, event: was.FactTurned) -> Sentence:
    return say(None, "It changed on the ground: ", *tell.answer(event.fact, is_true=event.to))


def fact_opened(tell: Narrator, event: was.FactOpened) -> Sentence:
    return say(None, "Everybody now knows: ", *tell.answer(event.fact, is_true=event.truth))


def time_set(tell: Narrator, event: was.TimeSet) -> Sentence | None:
    """Tell what comes from outside gives or takes; what one spends oneself, the gauge on screen shows."""
    before = tell.past.time.get(event.agency)
    if before is None or not tell.past.is_outside or before == event.time:
        return None
    has = tell.either(event.agency, " have", " has")
    return say(event.agency, tell.who(event.agency), has, f" time for {_things(event.time - before)} this round.")


def time_given(tell: Narrator, event: was.TimeGiven) -> Sentence:
    has = tell.either(event.agency, " have", " has")
    return say(event.agency, tell.who(event.agency), has, f" time for {_things(event.by)} this round.")


def means_moved(tell: Narrator, event: was.MeansMoved) -> Sentence | None:
    """Tell how a seat's own numbers have changed, and what that comes of if it is known."""
    said: list[tuple[Part, ...]] = []
    whose, who = tell.whose(event.agency), tell.who(event.agency)
    if event.backing is not None:
        said.append((whose, " backing at home ", moved(_before(tell, event.agency, Means.BACKING), event.backing)))
    if event.flexibility is not None:
        before = _before(tell, event.agency, Means.FLEXIBILITY)
        said.append((whose, " headquarters’ flexibility ", moved(before, event.flexibility), *_readily(before, event)))
    if event.walk_away is not None:
        said.append(("no accord at all is now worth ", *_worth(tell, event.agency, event.walk_away)))
    if event.next_time and tell.past.round < tell.rounds:
        said.append((who, f" will have time for {_things(event.next_time)} next round"))
    if event.pledge_left is not None:
        left = points(event.pledge_left)
        said.append((who, tell.either(event.agency, " have", " has"), f" {left} points left to pledge"))
    if not said:
        return None
    rows = [part for place, parts in enumerate(said) for part in (("; ", *parts) if place else parts)]
    return aside(event.agency, *_cause(tell), *rows, ".")


def _before(tell: Narrator, agency: AgencyId, name: Means) -> float | None:
    """Say what a number was: as last told, or as the case gives it to its own seat."""
    own = tell.role.agency if tell.role is not None and tell.is_me(agency) else None
    at_first: dict[Means, float] = {}
    if own is not None:
        at_first = {Means.BACKING: own.backing, Means.FLEXIBILITY: own.flexibility, Means.WALK_AWAY: own.walk_away}
    return tell.past.means.get((agency, name), at_first.get(name))


def _readily(before: float | None, event: was.MeansMoved) -> tuple[str, ...]:
    """Say what it is good for that headquarters is more flexible, or less."""
    if before is None or event.flexibility is None or before == event.flexibility:
        return ()
    return (f": it waives red lines {'more' if event.flexibility > before else 'less'} readily",)


def _worth(tell: Narrator, agency: AgencyId, now: float) -> tuple[Part, ...]:
    before = _before(tell, agency, Means.WALK_AWAY)
    once = "" if before is None or before == now else f" (it was {points(before)})"
    return (f"{points(now)} points to ", tell.who(agency), once)


def _things(change: int) -> str:
    """Say how much more or less one has time for."""
    many = {1: "one", 2: "two", 3: "three"}.get(abs(change), str(abs(change)))
    return f"{many} {'thing' if abs(change) == 1 else 'things'} {'more' if change > 0 else 'less'}"


def _cause(tell: Narrator) -> tuple[Part, ...]:
    """Say what a change comes of, as far as the viewer was told of it."""
    if tell.past.accord is not None:
        return ("with ", tell.text(tell.past.accord), " in force, ")
    return ("after this news, ",) if tell.past.is_after_news else ()


def walked_out(tell: Narrator, event: was.WalkedOut) -> Sentence:
    return say(event.seat, tell.who(event.seat), " ", Bold("walked out"), ".")


def came_back(tell: Narrator, event: was.CameBack) -> Sentence:
    return say(event.seat, tell.who(event.seat), " came back to the table.")


def message_sent(tell: Narrator, event: was.MessageSent) -> Sentence:
    hearers = tell.hearers(None if event.to is None else (event.to,))
    return say(event.seat, tell.who(event.seat), " to ", *hearers, f": “{event.text}”")


def words_said(event: was.MessageSent) -> Sentence:
    """Tell what was said about the move in the line above."""
    return Sentence(event.seat, ((f"“{event.text}”", False),), is_secondary=True, is_words=True)
