"""Where every number of worth comes from: points, facts as I believe them, mandates, effort, pledges."""

from dataclasses import dataclass, replace

from game.desk.words import points
from game.record.sentences.narrator import percent
from game.rules.appraisal import Appraisal, appraise
from game.rules.conditions import World, holds
from game.rules.ids import AgencyId, IssueId, OptionId, TextId
from game.rules.texts import Term
from game.rules.view import View
from game.rules.worth import in_order, option_worth, share_of, world_of


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
        parts.append(f"{points(-cost)} effort to carry it in full")
    return "; ".join(parts)


def option_worth_words(view: View, issue: IssueId, option: OptionId) -> str:
    """Say what an option is worth to me, with what it takes to carry it beside it."""
    return _sum_words(option_points(view, issue, option), (("effort", -burden(view, issue, option)),))


def worth_words(view: View, terms: tuple[Term, ...], parties: tuple[AgencyId, ...], found: Appraisal) -> str:
    """Say what a worth is made of beyond the points of the issues, as a sum; empty if there is nothing else."""
    world = world_of(view.scene, view.room, {term.issue: term.option for term in terms}, parties)
    mandates = sum(line.points for line in _mandate_lines(view, world))
    rest = (("secret", mandates), ("effort", -found.effort), ("pledged", found.pledges))
    if all(points(value) == "0" for _, value in rest):
        return ""
    first = round(found.worth, 1) - sum(round(value, 1) for _, value in rest)  # as written, so that it adds up
    return _sum_words(first, rest)


def _sum_words(first: float, rest: tuple[tuple[str, float], ...]) -> str:
    parts = [points(first)]
    for words, value in rest:
        if points(value) != "0":
            parts.append(f"{'−' if value < 0 else '+'}\u00a0{points(abs(value))}\u00a0{words}")
    return " ".join(parts)


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
    return Breakdown(tuple(signing), _not_signing(view, found.reservation, settled))


def no_accord(view: View) -> float:
    """Say what I have if nothing more is signed: the world as it stands, and what I can do on my own (R9.1)."""
    return _not_signing_today(view)[-1].points


def breakdown_today(view: View) -> Breakdown:
    """Open the worth of the world as it stands, and of nothing more being signed."""
    stands = breakdown(view, (), (), None).signing
    return Breakdown((*stands[:-1], replace(stands[-1], words="As it stands")), _not_signing_today(view))


def _not_signing_today(view: View) -> tuple[Line, ...]:
    outside = view.role.outside + view.own.walk_away - view.role.agency.walk_away
    signed = [issue for accord in view.room.in_force if view.seat in accord.parties for issue in accord.settles]
    share = 1.0 - share_of(view.role, in_order(view.scene, frozenset(signed)))
    stands = appraise(view, (), ()).worth
    own = Line(f"What you can do on your own, for {percent(share)} of your points", outside * share)
    return (Line("The world as it stands", stands), own, Line(no_accord_words(view), stands + own.points, is_sum=True))


def no_accord_words(view: View) -> str:
    """Name what I have if nothing more is signed."""
    return "If nothing more is signed" if view.room.in_force else "With no accord at all"


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


def _not_signing(view: View, reservation: float, settled: dict[IssueId, OptionId]) -> tuple[Line, ...]:
    stands = appraise(view, (), ()).worth
    outside = reservation - stands
    lines = [Line("The world as it stands, without this text", stands)]
    if abs(outside) >= 0.05:
        share = percent(share_of(view.role, settled))
        lines.append(Line(f"What you can do on your own, for {share} of your points", outside))
    return (*lines, Line("If you do not sign", reservation, is_sum=True))
