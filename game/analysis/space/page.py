"""A study as a page: what it means, a picture of what each has at each point, and every number behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from game.analysis.space.deals import Terms
from game.analysis.space.study import Study
from game.analysis.space.words import SOLUTIONS, name_agencies, remarks, say_alone, say_bent, telling_coalitions
from game.pages import render
from game.record.sentences.narrator import percent, points
from game.rules.case import Agency, Case
from game.rules.ids import IssueId, OptionId

WIDTH, ROW = 640, 40
"""Of the picture, in pixels: across the whole scale, and down for one agency."""
SHOWN = 2
"""Deals of a kind that are set side by side."""
SIGN, LIFTS = 18, (0, 12, -12)
"""How wide a letter is with its frame, and how far up (or down) it goes where others stand."""
STEP = 20
"""Points between two lines of the scale; more where worth goes far beyond 100."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From which worth to which the picture goes, in points."""

    low: int
    high: int
    step: int

    def across(self, worth: float) -> float:
        """Say how far right a worth stands, in pixels."""
        return round((worth - self.low) / (self.high - self.low) * WIDTH, 1)

    def lines(self) -> Iterator[tuple[float, int]]:
        """Go through the lines with a number: where, and which."""
        for number in range(self.low, self.high + 1, self.step):
            yield self.across(number), number


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign in the picture: where, which letter, what it says."""

    x: float
    letter: str
    says: str
    tone: str
    lift: int = 0
    """Pixels up (or down), where it would hide another."""


@dataclass(frozen=True, slots=True)
class Strip:
    """One agency's row of the picture, pixels across."""

    agency: Agency
    y: int
    worst: float
    best: float
    walk_away: float
    marks: tuple[Mark, ...]


def study_page(case: Case, study: Study) -> str:
    """Render the page."""
    named = [(SOLUTIONS[point.solution][0], SOLUTIONS[point.solution][1], point.deal) for point in study.points]
    columns = [*_columns(study)]
    scale = _scale(study)
    return render(
        "analysis.html",
        language=case.language,
        case=case,
        study=study,
        remarks=[*remarks(case, study)],
        strips=[*_strips(case, study, scale)],
        width=WIDTH,
        height=ROW * len(study.agencies) + 28,
        scale=[*scale.lines()],
        named=named,
        titles=[title for title, _ in columns],
        rows=[(issue.name, [_settled(case, issue.id, terms) for _, terms in columns]) for issue in case.issues],
        bent=[
            (f"Tempting {number}", [*say_bent(case, one)]) for number, one in enumerate(study.temptations[:SHOWN], 1)
        ],
        lanes=[(case.issue(i), case.option(i, o)) for i, o in study.lanes.terms.items()],
        gains=[(case.agency(agency), points(gain)) for agency, gain in study.lanes.gains.items()],
        coalitions=[
            (name_agencies(case, one.members), one.deals, [SOLUTIONS[solution][0] for solution in one.blocks])
            for one in telling_coalitions(study)
        ],
        alone=say_alone(study),
        contests=[*_contests(case, study)],
        percent=percent,
        points=points,
    )


def _columns(study: Study) -> Iterator[tuple[str, Terms]]:
    """Choose the deals that are set side by side, with their titles."""
    for point in study.points:
        yield SOLUTIONS[point.solution][0], point.deal.terms
    for number, deal in enumerate(study.sincere_deals[:SHOWN], 1):
        yield f"All can mean {number}", deal.terms
    for number, one in enumerate(study.temptations[:SHOWN], 1):
        yield f"Tempting {number}", one.terms


def _settled(case: Case, issue: IssueId, terms: Terms) -> str:
    return case.option(issue, terms[issue]).name if issue in terms else ""


def _strips(case: Case, study: Study, scale: Scale) -> Iterator[Strip]:
    for row, reach in enumerate(study.agencies):
        agency = case.agency(reach.agency)
        yield Strip(
            agency=agency,
            y=row * ROW + ROW // 2,
            worst=scale.across(reach.worst),
            best=scale.across(reach.best),
            walk_away=scale.across(reach.walk_away),
            marks=tuple(_marks(study, agency, scale)),
        )


def _marks(study: Study, agency: Agency, scale: Scale) -> Iterator[Mark]:
    """Give the points one sign each; those that fall together share one."""
    signs: dict[float, list[tuple[str, str]]] = {}
    for point in study.points:
        title = SOLUTIONS[point.solution][0]
        signs.setdefault(point.deal.worth[agency.id], []).append((title[0], title))
    last, lift = -float(WIDTH), 0
    for worth, those in sorted(signs.items()):
        letters, titles = zip(*those, strict=True)
        x = scale.across(worth)
        lift = (lift + 1) % len(LIFTS) if x - last < SIGN * len(letters) else 0
        yield Mark(x, "".join(letters), f"{', '.join(titles)}: {points(worth)}", "point", LIFTS[lift])
        last = x
    if study.sincere_deals:
        worth = study.sincere_deals[0].worth[agency.id]
        yield Mark(scale.across(worth), "", f"best deal that all can mean: {points(worth)}", "sincere")


def _contests(case: Case, study: Study) -> Iterator[tuple[str, str, str, list[tuple[str, str]]]]:
    """Give each issue's name, weight, how contested it is, and who wants which option most."""
    for contest in study.issues:
        issue = case.issue(contest.issue)
        wanting: dict[OptionId, list[str]] = {}
        for agency, wanted in contest.favourites.items():
            for option in wanted:
                wanting.setdefault(option, []).append(case.agency(agency).short)
        wishes = [(issue.option(option).name, ", ".join(who)) for option, who in wanting.items()]
        yield issue.name, percent(contest.weight), percent(contest.contested), wishes


def _scale(study: Study) -> Scale:
    """Let the scale hold every worth there is, and 0 to 100 at least, with ten lines or so."""
    least = min(0.0, *(reach.worst for reach in study.agencies))
    most = max(100.0, *(max(reach.best, reach.walk_away) for reach in study.agencies))
    step = STEP * ceil((most - least) / (10 * STEP))
    return Scale(step * floor(least / step), max(100, ceil(most)), step)
