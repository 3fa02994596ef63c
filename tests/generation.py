"""Cases by generation: whatever a random seed makes, within what a scenario file may say."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from language import agency

from game.rules.case import Agency, Case, Fact, Forum, Issue, Leverage, Option, RedLine
from game.rules.conditions import OptionAgreed
from game.rules.texts import Term
from game.rules.vocabulary import Community, DecisionRule, Dimension, ForumKind, LeverageKind, Purpose

NAMES = ("aid", "base", "clan", "desk", "elder")
COMMUNITIES = (
    Community.HUMANITARIAN, Community.MILITARY, Community.CIVIL_SOCIETY, Community.POLITICAL, Community.HOST_GOVERNMENT,
)  # fmt: skip


def random_case(seed: int, *, walk_away: tuple[int, int] = (20, 45), facts: int = 2) -> Case:
    """Make a case of 3 to 5 agencies and 2 to 4 issues; points are spread by chance, best options add up to 100."""
    rng = Random(seed)
    names = NAMES[: rng.randint(3, 5)]
    issues = tuple(_issue(rng, f"i{n}", names) for n in range(rng.randint(2, 4)))
    agencies = tuple(_agency(rng, n, names, issues, walk_away) for n in range(len(names)))
    forum = Forum(
        "Forum", rng.choice(list(ForumKind)), rng.choice(names), names,
        rng.choice([None, *list(Purpose)[:3]]), rng.choice(list(DecisionRule)),
    )  # fmt: skip
    return Case(
        id="random", title="", summary="", place="", briefing="", agencies=agencies, issues=issues,
        facts=tuple(_fact(rng, f"f{n}", names, issues) for n in range(facts)), occurrences=(), forum=forum, rounds=3,
    )  # fmt: skip


def _issue(rng: Random, name: str, names: tuple[str, ...]) -> Issue:
    options = [Option("no", "", "")]
    for n in range(rng.randint(1, 3)):
        carriers = tuple(rng.sample(names, rng.randint(1, 2)))
        options.append(Option(f"o{n}", "", "", carriers, impact={rng.choice(list(Dimension)): rng.randint(-1, 3)}))
    return Issue(name, name, "", tuple(options), "no")


def spread(rng: Random, total: int, parts: int) -> list[int]:
    """Spread a total over parts, at least 5 each."""
    cuts = sorted(rng.randint(0, total - 5 * parts) for _ in range(parts - 1))
    return [5 + b - a for a, b in zip([0, *cuts], [*cuts, total - 5 * parts], strict=True)]


def _agency(rng: Random, n: int, names: tuple[str, ...], issues: tuple[Issue, ...], walk: tuple[int, int]) -> Agency:
    points: dict[str, Mapping[str, int]] = {}
    for issue, best in zip(issues, spread(rng, 100, len(issues)), strict=True):
        favourite = rng.randrange(len(issue.options)) if rng.random() < 0.15 else rng.randrange(1, len(issue.options))
        points[issue.id] = {o.id: best if i == favourite else rng.randint(0, best - 1)
                            for i, o in enumerate(issue.options)}  # fmt: skip
    issue = rng.choice(issues)
    line = RedLine("line", "", OptionAgreed(issue.id, issue.options[-1].id), is_waivable=True)
    levers = tuple(
        Leverage(other, rng.choice(list(LeverageKind)), rng.randint(1, 3), "")
        for other in names
        if other != names[n] and rng.random() < 0.4
    )  # fmt: skip
    return agency(
        names[n], COMMUNITIES[n], points, power=rng.randint(0, 5), walk_away=rng.randint(*walk),
        red_lines=(line,) if rng.random() < 0.3 else (), leverage=levers, backing=rng.uniform(0.6, 1.0),
        power_sensitivity=rng.random(), flexibility=rng.random(), pledge_budget=rng.randint(0, 8),
        networks=("net",) if n % 2 == 0 else (), expects=rng.choice(list(Purpose)), is_neutral=n == 0,
    )  # fmt: skip


def _fact(rng: Random, name: str, names: tuple[str, ...], issues: tuple[Issue, ...]) -> Fact:
    issue = rng.choice(issues)
    shifts = {issue.id: {rng.choice(issue.options[1:]).id: {a: rng.randint(-8, 8) for a in rng.sample(names, 2)}}}
    return Fact(name, name, "?", "Yes.", "No.", rng.random() < 0.5, rng.randint(1, 2), tuple(rng.sample(names, 1)),
                {}, shifts, {}, {})  # fmt: skip


def random_terms(case: Case, rng: Random) -> tuple[Term, ...]:
    """Choose terms on some issues, seldom the status quo."""
    issues = rng.sample(case.issues, rng.randint(1, len(case.issues)))
    return tuple(Term(issue.id, rng.choice(issue.options[1:]).id) for issue in issues)
