"""A study in the words of an instructor."""

from collections.abc import Iterator

from game.analysis.space.coalitions import Coalition
from game.analysis.space.deals import Temptation, Terms
from game.analysis.space.solutions import Solution
from game.analysis.space.study import Study
from game.record.sentences.narrator import listed, percent, points
from game.rules.case import Case
from game.rules.ids import AgencyId
from game.rules.ruleset import STANDARD

SOLUTIONS = {
    Solution.NASH: ("Nash point", "the largest product of what each gains over walking away"),
    Solution.KALAI_SMORODINSKY: ("Kalai-Smorodinsky point", "each gets the same share of the most it could get"),
    Solution.EGALITARIAN: ("Egalitarian point", "whoever gains least gains as much as can be"),
    Solution.UTILITARIAN: ("Utilitarian point", "the largest sum of gains, whoever has them"),
}
"""The solution points and what is fair about each."""


def name_terms(case: Case, terms: Terms) -> str:
    """Write a package out: each issue with its option."""
    named = [f"{case.issue(issue).name}: {case.option(issue, option).name}" for issue, option in terms.items()]
    return "; ".join(named) or "nothing is settled"


def name_agencies(case: Case, agencies: tuple[AgencyId, ...]) -> str:
    """List agencies by name."""
    return listed([case.agency(agency).name for agency in agencies])


def say_bent(case: Case, temptation: Temptation) -> Iterator[str]:
    """Say who would be bent by whom: what signing costs, and what defying could."""
    for one in temptation.bent:
        pressers = listed([f"{case.agency(by).name} ({points(pain)})" for by, pain in one.by.items()])
        together = " together" if len(one.by) > 1 else ""
        who, loss = case.agency(one.who).name, points(one.loss)
        yield f"{who} would lose {loss} by it, and more by defying {pressers}{together}."


def say_alone(study: Study) -> str:
    """Say how many coalitions have a deal of their own."""
    able = sum(one.deals > 0 for one in study.coalitions)
    has = "has a deal of its own" if able == 1 else "have a deal of their own"
    return (
        f"{able} of {len(study.coalitions)} coalitions {has}, without the others, that each member prefers to walking \
away."
    )


def telling_coalitions(study: Study) -> tuple[Coalition, ...]:
    """Choose the coalitions worth a word: those that could leave a point, without members they do not need for it."""
    able = [one for one in study.coalitions if one.blocks]
    return tuple(
        one
        for one in able
        if not any(set(less.members) < set(one.members) and set(less.blocks) >= set(one.blocks) for less in able)
    )


def remarks(case: Case, study: Study) -> Iterator[str]:
    """Say in sentences what the numbers mean for whoever teaches with the case."""
    yield _on_the_zone(study)
    yield _on_sincere_deals(study)
    yield _on_temptations(case, study)
    yield _on_lanes(case, study)
    yield from _on_issues(case, study)
    for coalition in telling_coalitions(study)[:3]:
        left = listed([SOLUTIONS[solution][0] for solution in coalition.blocks])
        yield f"{name_agencies(case, coalition.members)} could do better among themselves than at the {left}."
    stuck = [reach.agency for reach in study.agencies if reach.best <= reach.walk_away]
    if stuck:
        yield f"No package is worth more to {name_agencies(case, tuple(stuck))} than walking away: nothing to come for."


def _on_the_zone(study: Study) -> str:
    if not study.zone:
        return "Every package crosses a red line or is worse for somebody than walking away; lift a line, lower a \
walk-away, or add an option that joins them."
    cross, leave = ("crosses", "leaves") if study.zone == 1 else ("cross", "leave")
    best = "it" if study.zone == 1 else f"{study.frontier_in_zone:,} of them"
    return (
        f"{study.zone:,} of {study.packages:,} packages {cross} no red line and {leave} nobody worse off than walking \
away; {best} cannot be bettered for one without costing another."
    )


def _on_sincere_deals(study: Study) -> str:
    if not study.sincere:
        return "No deal is well worth it to everybody, now and when all is known: a sincere agreement is out of reach."
    return f"{_deals(study.sincere)} {'is' if study.sincere == 1 else 'are'} well worth it to everybody, now and when \
all is known."


def _on_temptations(case: Case, study: Study) -> str:
    if not study.temptations:
        return "Nothing tempts: no deal can be pushed through by the strongest that would then not be carried out."
    who = name_agencies(case, tuple(dict.fromkeys(one.strongest for one in study.temptations)))
    return (
        f"{who} could push through {_deals(study.tempting)} that would not hold: signed at a loss by some who have to \
carry it."
    )


def _deals(count: int) -> str:
    return "1 deal" if count == 1 else f"{count:,} deals"


def _on_issues(case: Case, study: Study) -> Iterator[str]:
    """Name the issue at which most is lost whatever is chosen, and the one at which least is, where they differ."""
    most = max(study.issues, key=lambda contest: contest.contested * contest.weight)
    least = min(study.issues, key=lambda contest: contest.contested)
    if most.contested > least.contested:
        yield f"{case.issue(most.issue).name} divides the table most; {case.issue(least.issue).name} divides it least."


def _on_lanes(case: Case, study: Study) -> str:
    if not study.lanes.terms:
        return "Side by side, without a text, there is nothing that all who have to carry it would gladly do."
    covered = percent(study.lanes.weight)
    is_a_way_out = study.lanes.weight >= STANDARD.forum_complementarity
    what = name_terms(case, study.lanes.terms) if is_a_way_out else "too little to be a way out"
    return f"Side by side, without a text, agencies would gladly do {covered} of what matters: {what}."
