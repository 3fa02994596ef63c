"""Sentences about the course of a game: phases, what comes from outside, who is here, messages."""

from game.record.sentences.narrator import Bold, Narrator, Part, Sentence, aside, joined, percent, points, say
from game.record.sentences.phrases import DECISION_RULES, FORUMS, PHASES, PURPOSES
from game.rules import events as was
from game.rules.vocabulary import Phase


def convened(tell: Narrator, event: was.Convened) -> Sentence:
    purpose = f"for {PURPOSES[event.purpose]}" if event.purpose is not None else "without naming a purpose"
    out = [agency for agency in tell.scene.agency_ids if agency not in event.invited]
    left: tuple[Part, ...] = (", without ", *tell.row(out)) if out else ()
    decided = f", deciding {DECISION_RULES[event.rule]}"
    forum = Bold(FORUMS[event.forum])
    return say(event.chair, tell.who(event.chair), " convened a ", forum, f" {purpose}{decided}", *left, ".")


def round_began(tell: Narrator, event: was.RoundBegan) -> Sentence:
    return say(None, Bold(f"Round {event.round} of {tell.scene.rounds}"), " begins.")


def phase_began(tell: Narrator, event: was.PhaseBegan) -> Sentence | None:
    if event.phase is Phase.CLOSED:
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


def passed(tell: Narrator, event: was.Passed) -> Sentence:
    return aside(event.seat, tell.who(event.seat), " passed.")


def occurred(_: Narrator, event: was.Occurred) -> Sentence:
    return say(None, event.text.strip())


def floor_taken(tell: Narrator, event: was.FloorTaken) -> Sentence:
    its = tell.either(event.agency, "your", "its")
    return say(event.agency, tell.whose(event.agency), f" headquarters took back {its} floor move of this round.")


def fact_turned(tell: Narrator, event: was.FactTurned) -> Sentence:
    begin = ("On the ground, ", tell.fact(event.fact), " changed: ")
    return tell.report(None, begin, event.fact, is_true=event.to)


def fact_opened(tell: Narrator, event: was.FactOpened) -> Sentence:
    begin = ("Everybody now knows of ", tell.fact(event.fact), ": ")
    return tell.report(None, begin, event.fact, is_true=event.truth)


def means_moved(tell: Narrator, event: was.MeansMoved) -> Sentence | None:
    said = []
    if event.backing is not None:
        said.append(f"backing at home is now {percent(event.backing)}")
    if event.flexibility is not None:
        said.append(f"headquarters’ flexibility is now {percent(event.flexibility)}")
    if event.walk_away is not None:
        said.append(f"no accord at all is now worth {points(event.walk_away).lstrip('+')} points")
    if event.next_time:
        more = "more" if event.next_time > 0 else "less"
        said.append(f"there will be {abs(event.next_time)} {more} time next round")
    if event.pledge_left is not None:
        said.append(f"{event.pledge_left} points are left to pledge")
    if not said:
        return None
    return aside(event.agency, tell.who(event.agency), ": ", *joined(said), ".")


def walked_out(tell: Narrator, event: was.WalkedOut) -> Sentence:
    return say(event.seat, tell.who(event.seat), " ", Bold("walked out"), ".")


def came_back(tell: Narrator, event: was.CameBack) -> Sentence:
    return say(event.seat, tell.who(event.seat), " came back to the table.")


def message_sent(tell: Narrator, event: was.MessageSent) -> Sentence:
    hearers = tell.hearers(None if event.to is None else (event.to,))
    return say(event.seat, tell.who(event.seat), " to ", *hearers, f": “{event.text}”")
