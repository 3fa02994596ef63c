"""Random cases whose worth adds up issue by issue, and the same for NegMAS: what both can be measured on."""

from typing import Any

import numpy as np

from game.rules.case import Agency, Case, Forum, Issue, Leverage, Option
from game.rules.ids import AgencyId, IssueId, OptionId
from game.rules.vocabulary import Community, DecisionRule, ForumKind, LeverageKind, Purpose


def additive_case(seed: int, *, agencies: int = 6, issues: int = 8, options: int = 4, alike: float = 0.0) -> Case:
    """Draw a case without secrets, facts or costs of effort: worth is the sum of whole points.

    Every issue matters as much to some as little to others; `alike` (0..1) is how far all want the same of its options.
    The first option of an issue is its status quo, the others are each carried by two agencies.
    """
    draw = np.random.default_rng(seed)
    seats = [AgencyId(f"agency_{number}") for number in range(agencies)]
    points = [_points(draw, issues, options, shared, alike) for shared in [draw.random((issues, options))] * agencies]
    return Case(
        id=f"additive-{seed}",
        title="Additive",
        summary="",
        place="",
        briefing="",
        agencies=tuple(_agency(seat, seats, points[number], draw) for number, seat in enumerate(seats)),
        issues=tuple(_issue(number, options, seats, draw) for number in range(issues)),
        facts=(),
        occurrences=(),
        forum=Forum("", ForumKind.COORDINATION_MEETING, seats[0], tuple(seats), None, DecisionRule.CONSENSUS),
    )


def _points(draw: np.random.Generator, issues: int, options: int, shared: Any, alike: float) -> Any:
    wanted = alike * shared + (1 - alike) * draw.random((issues, options))
    wanted -= wanted.min(axis=1, keepdims=True)
    weights = draw.dirichlet(np.full(issues, 3.0))[:, None]
    return np.rint(wanted / wanted.max(axis=1, keepdims=True) * weights * 100).astype(int)


def _agency(seat: AgencyId, seats: list[AgencyId], points: Any, draw: np.random.Generator) -> Agency:
    table = {
        IssueId(f"issue_{issue}"): {OptionId(f"option_{option}"): int(worth) for option, worth in enumerate(row)}
        for issue, row in enumerate(points)
    }
    return Agency(
        id=seat,
        name=seat,
        short=seat,
        community=Community.POLITICAL,
        mandate="",
        power=int(draw.integers(1, 6)),
        is_neutral=False,
        networks=(),
        brief="",
        points=table,
        walk_away=int(points[:, 0].sum()),
        expects=Purpose.DIVISION_OF_LABOUR,
        leverage=tuple(Leverage(other, LeverageKind.FUNDING, 2, "") for other in seats if other != seat),
    )


def _issue(number: int, options: int, seats: list[AgencyId], draw: np.random.Generator) -> Issue:
    names = [OptionId(f"option_{option}") for option in range(options)]
    carriers = [()] + [tuple(seats[one] for one in draw.choice(len(seats), 2, replace=False)) for _ in names[1:]]
    made = tuple(
        Option(name, name, "", carriers=hands, effort_cost=0.0) for name, hands in zip(names, carriers, strict=True)
    )
    return Issue(IssueId(f"issue_{number}"), f"issue {number}", "", made, names[0])


def as_negmas(case: Case, *, is_reserved: bool) -> Any:
    """Say the same to NegMAS, which leaves out of the front what somebody likes less than walking away, if reserved."""
    from negmas import LinearAdditiveUtilityFunction, make_issue, make_os
    from negmas.inout import Scenario

    issues = [make_issue([str(option.id) for option in issue.options], str(issue.id)) for issue in case.issues]
    space = make_os(issues)
    wants = [
        LinearAdditiveUtilityFunction(
            {str(issue): {str(o): float(p) for o, p in options.items()} for issue, options in agency.points.items()},
            outcome_space=space,
            reserved_value=float(agency.walk_away) if is_reserved else 0.0,
            name=str(agency.id),
        )
        for agency in case.agencies
    ]
    return Scenario(outcome_space=space, ufuns=tuple(wants))
