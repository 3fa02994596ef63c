"""The study of a case as tables for people."""

from rich.console import Console

from game.analysis.space.solutions import Solution
from game.analysis.space.study import Deal, Study
from game.analysis.space.words import (
    SOLUTIONS,
    name_agencies,
    name_terms,
    remarks,
    say_alone,
    say_bent,
    telling_coalitions,
)
from game.cli.tables import grid, name, say
from game.record.sentences.narrator import percent, points
from game.rules.case import Case

_SHORT = {
    Solution.NASH: "Nash",
    Solution.KALAI_SMORODINSKY: "Kalai-S.",
    Solution.EGALITARIAN: "egalit.",
    Solution.UTILITARIAN: "utilit.",
}


def show_study(console: Console, case: Case, study: Study) -> None:
    """Show what the space of deals holds: what it means first, then the numbers."""
    say(console, f"{case.title}: {study.packages:,} packages")
    for remark in remarks(case, study):
        say(console, f"- {remark}")
    _show_reach(console, case, study)
    _show_points(console, case, study)
    _show_deals(console, case, study)
    _show_issues(console, case, study)
    _show_coalitions(console, case, study)


def _show_reach(console: Console, case: Case, study: Study) -> None:
    """Show what there is for each agency, and what it has at each point."""
    say(console, "")
    short = [_SHORT[point.solution] for point in study.points]
    table = grid("points", "walks away", "worst", "best", *short)
    for reach in study.agencies:
        at_points = (point.deal.worth[reach.agency] for point in study.points)
        numbers = (reach.walk_away, reach.worst, reach.best, *at_points)
        table.add_row(name(case, reach.agency), *(points(number) for number in numbers))
    console.print(table)


def _show_points(console: Console, case: Case, study: Study) -> None:
    """Name the terms of each point, those that are one package together."""
    packages: dict[str, list[str]] = {}
    for point in study.points:
        title, why = SOLUTIONS[point.solution]
        packages.setdefault(name_terms(case, point.deal.terms), []).append(f"{title} ({why})")
    for terms, titles in packages.items():
        say(console, "")
        say(console, "\n".join(titles))
        say(console, f"  {terms}")


def _show_deals(console: Console, case: Case, study: Study) -> None:
    if study.sincere_deals:
        say(console, "")
        say(console, "The best deal that everybody can mean")
        _show_deal(console, case, study.sincere_deals[0])
    if study.temptations:
        say(console, "")
        say(console, "The most tempting deal that would not hold")
        say(console, f"  {name_terms(case, study.temptations[0].terms)}")
        for sentence in say_bent(case, study.temptations[0]):
            say(console, f"  {sentence}")


def _show_deal(console: Console, case: Case, deal: Deal) -> None:
    say(console, f"  {name_terms(case, deal.terms)}")
    worth = ", ".join(f"{case.agency(agency).short} {points(number)}" for agency, number in deal.worth.items())
    say(console, f"  {worth}")


def _show_issues(console: Console, case: Case, study: Study) -> None:
    say(console, "")
    table = grid("issue", "weight", "contested")
    for contest in study.issues:
        table.add_row(case.issue(contest.issue).name, percent(contest.weight), percent(contest.contested))
    console.print(table)


def _show_coalitions(console: Console, case: Case, study: Study) -> None:
    say(console, "")
    say(console, say_alone(study))
    for one in telling_coalitions(study):
        left = ", ".join(SOLUTIONS[solution][0] for solution in one.blocks)
        say(console, f"  {name_agencies(case, one.members)} could leave: {left}")
