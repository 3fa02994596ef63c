"""What a world is worth to an agency (R4.1, R4.2). Points throughout."""

from collections.abc import Collection, Iterable, Mapping
from itertools import product

from game.rules.conditions import World, depends_on_carrying, holds, issues_in
from game.rules.ids import AgencyId, FactId, IssueId, OptionId
from game.rules.room import Room
from game.rules.scene import Role, Scene

EXACT_PACKAGES = 4096
"""Beyond so many packages `best_worth` takes every welcome mandate as reached."""


def option_worth(role: Role, beliefs: Mapping[FactId, float], issue: IssueId, option: OptionId) -> float:
    """Say what an option is worth, facts counted by how far they are believed (0..1 each)."""
    worth = float(role.agency.points[issue][option])
    for fact, points in role.shifts_on.get((issue, option), ()):
        worth += beliefs[fact] * points
    return worth


def world_of(
    scene: Scene, room: Room, terms: Mapping[IssueId, OptionId], parties: Iterable[AgencyId], *, without: bool = False
) -> World:
    """Build the world as agreed, with these terms and parties on top (or, `without`, as it stands)."""
    agreed: dict[IssueId, OptionId] = {}
    together: set[AgencyId] = set()
    for accord in room.in_force:
        if not without and not accord.settles.isdisjoint(terms):
            continue
        together.update(accord.parties)
        agreed.update((term.issue, term.option) for term in accord.terms)
    if not without:
        agreed.update(terms)
        together.update(parties)
    carriers = {issue: scene.option(issue, option).carriers for issue, option in agreed.items()}
    return World(agreed, frozenset(together), room.forum.chair, carriers)


def world_worth(role: Role, beliefs: Mapping[FactId, float], scene: Scene, world: World) -> float:
    """Say what a world is worth: options (unsettled issues at status quo) and hidden mandates that hold (R4.1)."""
    worth = 0.0
    for issue in scene.issues:
        worth += option_worth(role, beliefs, issue.id, world.agreed.get(issue.id, issue.status_quo))
    for mandate in role.agency.hidden:
        if holds(mandate.condition, world):
            worth += mandate.points
    return worth


def share_of(role: Role, issues: Iterable[IssueId]) -> float:
    """Say which share (0..1) of an agency's best points lies in these issues (R4.2)."""
    return sum(max(role.agency.points[issue].values()) for issue in issues) / 100.0


def best_worth(
    role: Role,
    beliefs: Mapping[FactId, float],
    scene: Scene,
    room: Room,
    issues: frozenset[IssueId],
    parties: Iterable[AgencyId],
) -> float:
    """Say the best worth over these issues, the rest held, net of effort on what the agency carries (u_max, R4.2).

    Exact: the issues on which a hidden mandate turns are tried in every combination, the others each at their best.
    """
    net = {
        issue: {
            option.id: option_worth(role, beliefs, issue, option.id) - role.burdens.get((issue, option.id), 0.0)
            for option in scene.issue(issue).options
        }
        for issue in in_order(scene, issues)
    }
    held = world_of(scene, room, {issue: scene.issue(issue).status_quo for issue in issues}, parties)
    rest = sum(
        option_worth(role, beliefs, issue.id, held.agreed.get(issue.id, issue.status_quo))
        for issue in scene.issues
        if issue.id not in issues
    )
    mandates = role.agency.hidden
    turning = issues if any(depends_on_carrying(m.condition) for m in mandates) else _turning(role, issues)
    if not turning or _count(scene, turning) > EXACT_PACKAGES:
        welcome = sum(m.points for m in mandates if holds(m.condition, held) or (turning and m.points > 0))
        return rest + welcome + sum(max(options.values()) for options in net.values())
    free = sum(max(options.values()) for issue, options in net.items() if issue not in turning)
    return rest + free + _best_combination(role, scene, held, {issue: net[issue] for issue in in_order(scene, turning)})


def in_order(scene: Scene, issues: Collection[IssueId]) -> tuple[IssueId, ...]:
    """Put issues in the order of the case: sums over a set would differ in the last digit from run to run (R10.2)."""
    return tuple(issue.id for issue in scene.issues if issue.id in issues)


def _turning(role: Role, issues: frozenset[IssueId]) -> frozenset[IssueId]:
    return issues & frozenset[IssueId]().union(*(issues_in(m.condition) for m in role.agency.hidden))


def _count(scene: Scene, issues: Iterable[IssueId]) -> int:
    count = 1
    for issue in issues:
        count *= len(scene.issue(issue).options)
    return count


def _best_combination(role: Role, scene: Scene, held: World, net: Mapping[IssueId, Mapping[OptionId, float]]) -> float:
    best = float("-inf")
    names = tuple(net)
    for package in product(*net.values()):
        terms = dict(zip(names, package, strict=True))
        carriers = {issue: scene.option(issue, option).carriers for issue, option in terms.items()}
        world = World({**held.agreed, **terms}, held.parties, held.chair, {**held.carriers, **carriers})
        worth = sum(net[issue][option] for issue, option in terms.items())
        worth += sum(m.points for m in role.agency.hidden if holds(m.condition, world))
        best = max(best, worth)
    return best
