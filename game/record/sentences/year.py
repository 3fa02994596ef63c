"""Sentences about the ballot and the year after."""

from dataclasses import dataclass

from game.record.sentences.corridor import lever
from game.record.sentences.narrator import (
    LONGEST,
    Bold,
    Narrator,
    Sentence,
    aside,
    fitting,
    listed,
    percent,
    points,
    say,
)
from game.record.sentences.phrases import LEVELS, POINTS, VERDICTS
from game.rules import events as was
from game.rules.texts import LANES


def ballot_answered(tell: Narrator, event: was.BallotAnswered) -> Sentence:
    own = "only predicted the others" if event.ballot.own is None else f"answered {event.ballot.own} of 4"
    return aside(event.seat, tell.who(event.seat), f" {own} on ", tell.text(event.accord), ", in secret.")


def pledge_settled(tell: Narrator, event: was.PledgeSettled) -> Sentence:
    did = " kept " if event.is_kept else " broke "
    its, made = tell.either(event.pledger, "your", "its"), tell.past.pledges.get(event.pledge)
    much = f" of {made.points} point{'' if made.points == 1 else 's'}" if made is not None else ""
    return say(event.pledger, tell.who(event.pledger), did, f"{its} pledge{much} to ", tell.who(event.to), ".")


def threat_settled(tell: Narrator, event: was.ThreatSettled) -> Sentence:
    did = " carried out " if event.is_carried_out else " dropped "
    its = tell.either(event.presser, "your", "its")
    held = lever(tell, event.presser, event.pressed) if event.is_carried_out else ""
    words = f": {held}." if held else "."
    return say(event.presser, tell.who(event.presser), did, f"{its} threat against ", tell.who(event.pressed), words)


def points_moved(tell: Narrator, event: was.PointsMoved) -> Sentence:
    moved = event.adjustment
    many = points(abs(moved.points))
    gains = (" gain ", " gains ") if moved.points > 0 else (" lose ", " loses ")
    what = f"{many} point{'' if many == '1' else 's'}{' of standing' if moved.is_standing else ''}"
    why = POINTS.get(moved.reason, moved.reason.replace("_", " "))
    when = f" in {moved.about}" if moved.reason == "effort" else ""
    return aside(event.agency, tell.who(event.agency), tell.either(event.agency, *gains), f"{what} for {why}{when}.")


def effort_set(tell: Narrator, event: was.EffortSet) -> Sentence:
    where = tell.either(event.seat, "your", "its") + " own lanes" if event.accord == LANES else tell.text(event.accord)
    puts = tell.either(event.seat, " put ", " puts ")
    if not event.plan.by_issue:
        much = f"{percent(event.plan.effort)} of full effort into "
        return aside(event.seat, tell.who(event.seat), puts, much, where, ".")
    each = [f"{tell.issue(issue)} {percent(effort)}" for issue, effort in event.plan.by_issue.items()]
    said = fitting(each, LONGEST - 60) or f"{len(each)} terms, each its own"
    return aside(event.seat, tell.who(event.seat), puts, "this effort into ", where, f": {said}.")


def quarter_shown(tell: Narrator, event: was.QuarterShown) -> Sentence:
    """Tell what moved since the quarter before, the furthest first; of the rest only how much there is."""
    tracks = _tracks(tell, event)
    rest = sum(track.level <= track.before for track in tracks)
    begin = Bold(f"Quarter {event.quarter}")
    if not tracks:
        return say(None, begin, ": nothing is under way.")
    if rest == len(tracks):
        return say(None, begin, f": no visible progress on {_counted(tracks)}.")
    end = f"; no visible progress on {rest} other{'' if rest == 1 else 's'}." if rest else "."
    return say(None, begin, f": {_risen(tracks, LONGEST - len(begin.text) - len(end) - 2)}{end}")


def _risen(tracks: list["_Track"], room: int) -> str:
    """Say by name what has reached a new level; where there is no room, the lower levels only by their number."""
    levels = sorted({track.level for track in tracks if track.level > track.before}, reverse=True)
    groups = [[track for track in tracks if track.level == level > track.before] for level in levels]
    names = [listed([track.name for track in group]) for group in groups]
    for named in range(len(groups), -1, -1):
        what = names[:named] + [_counted(group) for group in groups[named:]]
        said = "; ".join(f"{who} now {LEVELS[min(level, 3)]}" for who, level in zip(what, levels, strict=True))
        if len(said) <= room:
            break
    return said


def _counted(tracks: list["_Track"]) -> str:
    lanes = sum(track.is_lane for track in tracks)
    kinds = "lane" if lanes == len(tracks) else "term" if not lanes else "terms and lane"
    return f"{len(tracks)} {kinds}{'' if len(tracks) == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class _Track:
    """A term or lane: its level now, and the quarter before."""

    name: str
    is_lane: bool
    level: int
    before: int


def _tracks(tell: Narrator, event: was.QuarterShown) -> list[_Track]:
    last = tell.past.quarter
    tracks = [
        _Track(tell.issue(issue), False, level, last.levels.get(text, {}).get(issue, 0) if last is not None else 0)
        for text, levels in event.levels.items()
        for issue, level in levels.items()
    ]
    for issue, levels in event.lane_levels.items():
        before = last.lane_levels.get(issue, {}) if last is not None else {}
        for option, level in levels.items():
            which = f", {tell.option(issue, option)}" if len(levels) > 1 else ""
            tracks.append(_Track(f"{tell.issue(issue)}{which} (lane)", True, level, before.get(option, 0)))
    return tracks


def exposed(tell: Narrator, event: was.Exposed) -> Sentence:
    much = f"only {percent(event.delivered)}" if round(100 * event.delivered) else "nothing"
    did = f" delivered {much} of the effort promised in "
    return say(event.seat, "It shows: ", tell.who(event.seat), did, tell.text(event.accord), ".")


def game_closed(_: Narrator, event: was.GameClosed) -> Sentence:
    return say(None, "The year is over. The forum ended in ", Bold(VERDICTS[event.outcome.verdict]), ".")
