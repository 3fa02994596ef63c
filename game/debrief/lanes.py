"""Side by side: what each declared it would do anyway, how far it came, and whether it fitted together (R7.4)."""

from dataclasses import dataclass

from game.debrief.chronicle import Chronicle
from game.debrief.terms import level_words
from game.debrief.words import listed, percent, share
from game.rules.ids import AgencyId, IssueId
from game.rules.judgement import Lane


@dataclass(frozen=True, slots=True)
class LaneRow:
    """An issue in no accord: who declared what, the level reached, how well the lanes fitted, and why."""

    issue: IssueId
    name: str
    declared: tuple[tuple[AgencyId, str], ...]
    level: float
    fit: float
    weight: float
    words: str


def lane_rows(story: Chronicle) -> tuple[LaneRow, ...]:
    """Lay out the issues that no accord settled."""
    return tuple(_row(story, lane) for lane in story.outcome.lanes)


def _row(story: Chronicle, lane: Lane) -> LaneRow:
    issue = story.case.issue(lane.issue)
    lanes = story.end.room.lanes
    declared = tuple(
        (seat, issue.option(lanes[seat][lane.issue]).name)
        for seat in story.case.agency_ids
        if lane.issue in lanes.get(seat, {})
    )
    return LaneRow(
        lane.issue, issue.name, declared, lane.level, lane.fit, lane.weight, _words(story, lane, len(declared))
    )


def _words(story: Chronicle, lane: Lane, declared: int) -> str:
    if lane.option is None or not declared:
        return "Nobody declared a lane; it stayed as it was."
    option = story.case.option(lane.issue, lane.option)
    how = f"{option.name}: {level_words(lane.level).lower()} after a year"
    if lane.fit >= 1.0:
        return f"{how}. The lanes fitted."
    if lane.fit > 0.0:
        return f"{how}. The lanes fitted, but those in them had hardly spoken."
    lanes = story.end.room.lanes
    named = {by_issue[lane.issue] for by_issue in lanes.values() if lane.issue in by_issue}
    if len(named) > 1:
        return f"{how}. The lanes named different things."
    absent = [c for c in option.carriers if lane.issue not in lanes.get(c, {})]
    if absent:
        missing = listed(story.agency(agency).name for agency in absent)
        return f"{how}. It would also have taken {missing}."
    return f"{how}. It crossed somebody's red line."


def lanes_words(story: Chronicle) -> str:
    """Say how far the work outside accords fitted, with its formula."""
    needed = percent(story.ruleset.forum_complementarity)
    return (
        f"Complementarity {share(story.outcome.complementarity)}: for each issue in no accord its weight · level "
        "/ 3 · fit, "
        f"over the sum of weights. From {needed} on it counts as side by side."
    )
