"""Sentences about the ballot and the year after."""

from game.record.sentences.narrator import LONGEST, Bold, Narrator, Sentence, aside, fitting, percent, points, say
from game.record.sentences.phrases import LEVELS, POINTS, VERDICTS
from game.rules import events as was
from game.rules.texts import LANES


def ballot_answered(tell: Narrator, event: was.BallotAnswered) -> Sentence:
    own = "only predicted the others" if event.ballot.own is None else f"answered {event.ballot.own} of 4"
    return aside(event.seat, tell.who(event.seat), f" {own} on ", tell.text(event.accord), ", in secret.")


def pledge_settled(tell: Narrator, event: was.PledgeSettled) -> Sentence:
    did = " kept " if event.is_kept else " broke "
    its = tell.either(event.pledger, "your", "its")
    return say(event.pledger, tell.who(event.pledger), did, f"{its} pledge to ", tell.who(event.to), ".")


def threat_settled(tell: Narrator, event: was.ThreatSettled) -> Sentence:
    did = " carried out " if event.is_carried_out else " dropped "
    its = tell.either(event.presser, "your", "its")
    return say(event.presser, tell.who(event.presser), did, f"{its} threat against ", tell.who(event.pressed), ".")


def points_moved(tell: Narrator, event: was.PointsMoved) -> Sentence:
    moved = event.adjustment
    what = "standing" if moved.is_standing else "mandate"
    why = POINTS.get(moved.reason, moved.reason.replace("_", " "))
    return aside(event.agency, tell.who(event.agency), f": {points(moved.points)} {what} for {why}.")


def effort_set(tell: Narrator, event: was.EffortSet) -> Sentence:
    puts = tell.either(event.seat, " put ", " puts ")
    lanes = tell.either(event.seat, "your own lanes", "its own lanes")
    where = lanes if event.accord == LANES else tell.text(event.accord)
    other = ", and otherwise on some terms" if event.plan.by_issue else ""
    much = f"{percent(event.plan.effort)} of full effort into "
    return aside(event.seat, tell.who(event.seat), puts, much, where, f"{other}.")


def quarter_shown(tell: Narrator, event: was.QuarterShown) -> Sentence:
    said = [
        f"{tell.issue(issue)} {LEVELS[min(level, 3)]}"
        for levels in event.levels.values()
        for issue, level in levels.items()
    ]
    said += [
        f"{tell.issue(issue)} (lane) {LEVELS[min(level, 3)]}"
        for issue, levels in event.lane_levels.items()
        for level in levels.values()
    ]
    begin = f"Quarter {event.quarter}"
    under_way = fitting(said, LONGEST - len(begin) - 3) or f"{len(said)} terms under way"
    return say(None, Bold(begin), f": {under_way if said else 'nothing is under way'}.")


def exposed(tell: Narrator, event: was.Exposed) -> Sentence:
    did = f" delivered only {percent(event.delivered)} of the effort promised in "
    return say(event.seat, "It shows: ", tell.who(event.seat), did, tell.text(event.accord), ".")


def game_closed(_: Narrator, event: was.GameClosed) -> Sentence:
    return say(None, "The year is over. The forum came to ", Bold(VERDICTS[event.outcome.verdict]), ".")
