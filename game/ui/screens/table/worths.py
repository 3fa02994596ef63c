"""Where every number of worth comes from: points, facts as I believe them, mandates, effort, pledges."""

from dataclasses import dataclass

from game.rules.appraisal import Appraisal, appraise
from game.rules.conditions import World, holds
from game.rules.ids import AgencyId, IssueId, OptionId, TextId
from game.rules.texts import Term
from game.rules.view import View
from game.rules.worth import option_worth, share_of, world_of
from game.ui.screens.table.words import percent, points


@dataclass(frozen=True, slots=True)
class Line:
    """One summand: words, points, and whether it is a sum itself."""

    words: str
    points: float
    is_sum: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """What signing and what not signing is worth, summand by summand."""

    signing: tuple[Line, ...]
    not_signing: tuple[Line, ...]


def option_points(view: View, issue: IssueId, option: OptionId) -> float:
    """Say what an option is worth to me, facts as I believe them, before effort."""
    return option_worth(view.role, view.own.beliefs, issue, option)


def burden(view: View, issue: IssueId, option: OptionId) -> float:
    """Say what a year of full effort on an option would cost me; 0 where I do not carry it."""
    return view.role.burdens.get((issue, option), 0.0)


def option_reasons(view: View, issue: IssueId, option: OptionId) -> str:
    """Say in one line how the worth of an option to me comes about."""
    parts = [f"{points(view.role.agency.points[issue][option])} by your mandate"]
    for fact, shift in view.role.shifts_on.get((issue, option), ()):
        name = view.scene.question(fact).name
        known = view.own.knows.get(fact)
        if known is None:
            parts.append(f"{points(shift, signed=True)} × {percent(view.own.beliefs[fact])} if so: “{name}”")
        elif known:
            parts.append(f"{points(shift, signed=True)} since you know: “{name}”")
    cost = burden(view, issue, option)
    if cost:
        parts.append(f"carrying it in full costs you {points(cost)}")
    return "; ".join(parts)


def breakdown(view: View, terms: tuple[Term, ...], parties: tuple[AgencyId, ...], text: TextId | None) -> Breakdown:
    """Open the worth of a text and of not signing it."""
    found = appraise(view, terms, parties, text)
    settled = {term.issue: term.option for term in terms}
    world = world_of(view.scene, view.room, settled, parties)
    signing = [*_issue_lines(view, world, settled), *_mandate_lines(view, world)]
    if found.effort:
        signing.append(Line("Effort for a year on what you carry", -found.effort))
    if found.pledges:
        signing.append(Line("Pledged to you, as far as you trust it", found.pledges))
    signing.append(Line("Worth to you", found.worth, is_sum=True))
    return Breakdown(tuple(signing), _not_signing(view, found, settled))


def _issue_lines(view: View, world: World, settled: dict[IssueId, OptionId]) -> list[Line]:
    lines = []
    for issue in view.scene.issues:
        option = world.agreed.get(issue.id, issue.status_quo)
        note = "" if issue.id in settled else "in force" if issue.id in world.agreed else "left as it is"
        words = f"{issue.name}: {issue.option(option).name}"
        lines.append(Line(words, option_points(view, issue.id, option), note=note))
    return lines


def _mandate_lines(view: View, world: World) -> list[Line]:
    held = [mandate for mandate in view.role.agency.hidden if holds(mandate.condition, world)]
    return [Line(mandate.text, float(mandate.points), note="secret mandate") for mandate in held]


def _not_signing(view: View, found: Appraisal, settled: dict[IssueId, OptionId]) -> tuple[Line, ...]:
    stands = appraise(view, (), ()).worth
    outside = found.reservation - stands
    lines = [Line("The world as it stands, without this text", stands)]
    if abs(outside) >= 0.05:
        share = percent(share_of(view.role, view.scene, settled))
        lines.append(Line(f"What you can do on your own, for {share} of your points", outside))
    return (*lines, Line("If you do not sign", found.reservation, is_sum=True))
