"""Cases as odd as a scenario file may make them: all kinds of conditions, dear options, nothing to gain, no way out."""

from dataclasses import replace
from random import Random

from game.rules.case import Agency, Case, Fact, Forum, HiddenMandate, Issue, Leverage, Option, RedLine
from game.rules.conditions import AllOf, AnyOf, Condition, IsCarrier, IsChair, IsParty, NotOf, OptionAgreed
from game.rules.ids import AgencyId, FactId, IssueId, MandateId, OptionId, RedLineId
from game.rules.vocabulary import Community, DecisionRule, ForumKind, LeverageKind, Purpose

COMMUNITIES = tuple(Community)


def wild_case(seed: int) -> Case:
    """Draw a case of 3 to 5 agencies and 2 to 4 issues; the status quo stands anywhere and nobody carries it."""
    draw = Random(seed)
    seats = [AgencyId(f"seat_{number}") for number in range(draw.randint(3, 5))]
    issues = tuple(_issue(draw, number, seats) for number in range(draw.randint(2, 4)))
    return Case(
        id=f"wild-{seed}",
        title=f"Wild {seed}",
        summary="",
        place="",
        briefing="",
        agencies=tuple(_agency(draw, seat, seats, issues) for seat in seats),
        issues=issues,
        facts=tuple(_fact(draw, number, seats, issues) for number in range(draw.randint(0, 3))),
        occurrences=(),
        forum=Forum(
            "Forum", ForumKind.COORDINATION_MEETING, draw.choice(seats), tuple(seats), None, DecisionRule.CONSENSUS
        ),
    )


def forbid(case: Case, condition: Condition) -> Case:
    """Give the first agency of a case a red line."""
    line = RedLine(RedLineId("line"), "", condition, is_waivable=False)
    first = replace(case.agencies[0], red_lines=(*case.agencies[0].red_lines, line))
    return replace(case, agencies=(first, *case.agencies[1:]))


def _issue(draw: Random, number: int, seats: list[AgencyId]) -> Issue:
    names = [OptionId(f"option_{one}") for one in range(draw.randint(2, 4))]
    found = draw.choice(names)
    options = tuple(
        Option(
            name,
            f"{name} {number}",
            "",
            () if name == found else tuple(draw.sample(seats, draw.randint(0, 2))),
            effort_cost=draw.choice([None, 0.0, 0.7, 10.0]),
        )
        for name in names
    )
    return Issue(IssueId(f"issue_{number}"), f"issue {number}", "", options, found)


def _agency(draw: Random, seat: AgencyId, seats: list[AgencyId], issues: tuple[Issue, ...]) -> Agency:
    cuts = sorted(draw.randint(0, 100) for _ in issues[1:])
    bests = [after - before for before, after in zip([0, *cuts], [*cuts, 100], strict=True)]
    flat = draw.random() < 0.1
    points = {
        issue.id: {
            option.id: best if flat or option is issue.options[best % len(issue.options)] else draw.randint(0, best)
            for option in issue.options
        }
        for issue, best in zip(issues, bests, strict=True)
    }
    secrets = [_condition(draw, seats, issues, 2) for _ in range(draw.randint(0, 3))]
    lines = [_condition(draw, seats, issues, 2) for _ in range(draw.choice([0, 0, 1, 2]))]
    return Agency(
        id=seat,
        name=seat.title(),
        short=seat,
        community=draw.choice(COMMUNITIES),
        mandate="",
        power=draw.randint(3, 5),
        is_neutral=draw.random() < 0.3,
        networks=(),
        brief="",
        points=points,
        walk_away=draw.choice([0, 100, draw.randint(0, 100), draw.randint(10, 40)]),
        expects=Purpose.DIVISION_OF_LABOUR,
        hidden=tuple(
            HiddenMandate(MandateId(f"hidden_{n}"), "", one, draw.randint(-30, 30)) for n, one in enumerate(secrets)
        ),
        red_lines=tuple(RedLine(RedLineId(f"line_{n}"), "", one, is_waivable=True) for n, one in enumerate(lines)),
        leverage=tuple(
            Leverage(other, LeverageKind.FUNDING, draw.randint(1, 3), "")
            for other in seats
            if other != seat and draw.random() < 0.7
        ),
    )


def _condition(draw: Random, seats: list[AgencyId], issues: tuple[Issue, ...], depth: int) -> Condition:
    match draw.randint(0, 7 if depth else 4):
        case 0:
            return IsParty(draw.choice(seats))
        case 1:
            return IsChair(draw.choice(seats))
        case 2:
            return IsCarrier(draw.choice(seats), draw.choice([None, draw.choice(issues).id]))
        case 3 | 4:
            issue = draw.choice(issues)
            return OptionAgreed(issue.id, draw.choice([one.id for one in issue.options if one.id != issue.status_quo]))
        case 5:
            return NotOf(_condition(draw, seats, issues, depth - 1))
        case 6:
            return AllOf(tuple(_condition(draw, seats, issues, depth - 1) for _ in range(2)))
        case _:
            return AnyOf(tuple(_condition(draw, seats, issues, depth - 1) for _ in range(2)))


def _fact(draw: Random, number: int, seats: list[AgencyId], issues: tuple[Issue, ...]) -> Fact:
    """Draw a fact; it may shift what the status quo is worth."""
    issue = draw.choice(issues)
    option = draw.choice(issue.options)
    shifts = {issue.id: {option.id: {seat: draw.randint(-20, 20) for seat in draw.sample(seats, 2)}}}
    priors = {seat: draw.random() for seat in seats}
    name = FactId(f"fact_{number}")
    return Fact(name, name, "?", "Yes.", "No.", draw.random() < 0.5, 1, (draw.choice(seats),), priors, shifts, {}, {})
