"""The year as everybody sees it: terms filling up quarter by quarter, and what came out meanwhile."""

from dataclasses import dataclass

from game.record.sentences import Past, Sentence, sentence
from game.rules.events import Event, Exposed, FactOpened, QuarterShown, SpinFoundOut
from game.rules.ids import AgencyId, IssueId, OptionId, TextId
from game.rules.scene import Role, Scene
from game.rules.texts import LANES
from game.rules.view import PublicView, View


@dataclass(frozen=True, slots=True)
class TrackRow:
    """A term or lane: who carries it, and its level after each quarter shown so far."""

    text: TextId
    issue: IssueId
    name: str
    option: str
    carriers: tuple[AgencyId, ...]
    levels: tuple[int, ...]
    words: str
    """What the option says."""


@dataclass(frozen=True, slots=True)
class QuarterNews:
    """A quarter: the levels reached, and what came out, in sentences."""

    shown: QuarterShown
    told: tuple[Sentence, ...]


def news(
    events: tuple[Event, ...], scene: Scene, seat: AgencyId | None, role: Role | None = None
) -> tuple[QuarterNews, ...]:
    """Group what a seat was told of the year by quarter, from all it was told of the game."""
    quarters: list[QuarterNews] = []
    pending: list[Sentence] = []
    past = Past()
    for event in events:
        match event.what:
            case QuarterShown() as shown:
                quarters.append(QuarterNews(shown, tuple(pending)))
                pending = []
            case Exposed():
                words = sentence(event, scene, seat, role, past=past)
                if words is not None and quarters:
                    last = quarters[-1]
                    quarters[-1] = QuarterNews(last.shown, (*last.told, words))
            case FactOpened() | SpinFoundOut():
                words = sentence(event, scene, seat, role, past=past)
                pending += [words] if words is not None else []
            case _:
                if not quarters and not _is_year(event):
                    pending = []
        past.remember(event.what)
    return tuple(quarters)


def _is_year(event: Event) -> bool:
    """Say whether what came out belongs to the first quarter rather than to a round before."""
    return event.what.kind in ("trust_moved", "belief_moved", "fact_learned", "points_moved")


def track_rows(view: View | PublicView, quarters: tuple[QuarterNews, ...], until: int) -> tuple[TrackRow, ...]:
    """List every term in force and every lane, with its levels up to a quarter."""
    seen = [quarter.shown for quarter in quarters if quarter.shown.quarter <= until]
    rows = []
    for accord in view.room.in_force:
        for term in accord.terms:
            levels = tuple(shown.levels.get(accord.text, {}).get(term.issue, 0) for shown in seen)
            rows.append(_row(view, accord.text, term.issue, term.option, levels))
    for issue, option in lanes_in(view):
        levels = tuple(shown.lane_levels.get(issue, {}).get(option, 0) for shown in seen)
        rows.append(_row(view, LANES, issue, option, levels))
    return tuple(rows)


def track_name(text: TextId) -> str:
    """Name an accord, or the lanes."""
    return "Lanes, signed by nobody" if text == LANES else f"Text {text}"


def lanes_in(view: View | PublicView) -> tuple[tuple[IssueId, OptionId], ...]:
    """List the lanes declared on issues in no accord, each once."""
    declared = {
        (issue, option)
        for lanes in view.room.lanes.values()
        for issue, option in lanes.items()
        if view.room.settled_by(issue) is None
    }
    order = {issue.id: place for place, issue in enumerate(view.scene.issues)}
    return tuple(sorted(declared, key=lambda lane: (order[lane[0]], lane[1])))


def _row(view: View | PublicView, text: TextId, issue: IssueId, option: OptionId, levels: tuple[int, ...]) -> TrackRow:
    way = view.scene.option(issue, option)
    carriers = way.carriers
    if text == LANES:
        carriers = tuple(s for s in view.scene.agency_ids if view.room.lanes.get(s, {}).get(issue) == option)
    return TrackRow(text, issue, view.scene.issue(issue).name, way.name, carriers, levels, way.text)
