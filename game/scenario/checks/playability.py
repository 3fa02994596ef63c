"""Warnings: a case that can be played, but where something in it cannot matter."""

from collections.abc import Iterator

from game.rules.case import Agency, Case
from game.rules.conditions import OptionAgreed, World, holds
from game.rules.vocabulary import Community
from game.scenario.checks.possibility import can_hold
from game.scenario.nearness import quote
from game.scenario.problems import Finding
from game.scenario.tree import Node


def warn(place_of: Node, key: str, message: str) -> Finding:
    """Make a warning at a key."""
    return Finding(place_of.key(key), message, is_error=False)


def find_idle_lines(case: Case, root: Node) -> Iterator[Finding]:
    """Warn of red lines without waiver that nothing can cross."""
    for agency in case.agencies:
        lines = root.get("agencies").get(agency.id).get("red_lines")
        for line in agency.red_lines:
            if not line.is_waivable and not can_hold(line.condition, case):
                yield warn(lines, line.id, f"Nothing can ever cross the red line {quote(line.id)}; check its `when`.")


def find_idle_mandates(case: Case, root: Node) -> Iterator[Finding]:
    """Warn of hidden mandates that come true never or always, or are worth nothing."""
    for agency in case.agencies:
        mandates = root.get("agencies").get(agency.id).get("hidden")
        for mandate in agency.hidden:
            if mandate.points == 0:
                why = "is worth no points; give it some"
            elif not can_hold(mandate.condition, case):
                why = "can never come true; check its `when`"
            elif not can_hold(mandate.condition, case, is_wanted=False):
                why = "always comes true; check its `when`"
            else:
                continue
            yield warn(mandates, mandate.id, f"The hidden mandate {quote(mandate.id)} {why}.")


def find_uncarried_options(case: Case, root: Node) -> Iterator[Finding]:
    """Warn of options, other than the status quo, that nobody carries."""
    for issue in case.issues:
        options = root.get("issues").get(issue.id).get("options")
        for option in issue.options:
            if option.id != issue.status_quo and not option.carriers:
                message = f"Nobody carries the option {quote(option.id)}, so nothing would come of it; name `carriers`."
                yield warn(options, option.id, message)


def find_hidden_facts(case: Case, root: Node) -> Iterator[Finding]:
    """Warn of facts that nobody knows and nobody has the time to find out."""
    most = max(agency.time for agency in case.agencies)
    for fact in case.facts:
        if not fact.known_by and fact.difficulty > most:
            message = (
                f"Nobody knows the fact {quote(fact.id)}, and no agency has {fact.difficulty} time in a round to find \
it out; lower `difficulty` or name `known_by`."
            )
            yield warn(root.get("facts"), fact.id, message)


def find_content_agencies(case: Case, root: Node) -> Iterator[Finding]:
    """Warn of agencies for which no package is worth more than no accord at all."""
    for agency in case.agencies:
        if _best_package(case, agency) <= agency.walk_away:
            node = root.get("agencies").get(agency.id)
            message = f"No package that {quote(agency.id)} may sign is worth more to it than walking away \
({agency.walk_away}); lower `walk_away` or change its points."
            yield warn(node, "walk_away", message)


def _best_package(case: Case, agency: Agency) -> int:
    """Bound from above, in points, what the best package could be worth to an agency."""
    total = 0
    for issue in case.issues:
        allowed = [o.id for o in issue.options if not _is_forbidden(case, agency, OptionAgreed(issue.id, o.id))]
        worths = [agency.points[issue.id][option] for option in allowed]
        for fact in case.facts:
            gains = fact.shifts.get(issue.id, {})
            shifts = [gains.get(option, {}).get(agency.id, 0) for option in allowed]
            worths = [
                worth + (shift if fact.is_true else max(0, shift)) for worth, shift in zip(worths, shifts, strict=True)
            ]
        total += max(worths, default=0)
    welcome = (m for m in agency.hidden if m.points > 0 and can_hold(m.condition, case))
    return total + sum(mandate.points for mandate in welcome)


def _is_forbidden(case: Case, agency: Agency, term: OptionAgreed) -> bool:
    """Say whether an option alone crosses a red line of the agency that cannot be waived."""
    carriers = {term.issue: case.option(term.issue, term.option).carriers}
    world = World({term.issue: term.option}, frozenset(case.agency_ids), case.forum.chair, carriers)
    return any(not line.is_waivable and holds(line.condition, world) for line in agency.red_lines)


def find_lone_networks(case: Case, root: Node) -> Iterator[Finding]:
    """Warn of networks in which no caucus can be held."""
    for network in case.network_names:
        members = [agency.id for agency in case.agencies if network in agency.networks]
        if len(members) < 2:
            message = (
                f"The network {quote(network)} has {len(members)} member{'s' * (len(members) != 1)}, and a caucus \
needs two; put it into the `networks` of more agencies."
            )
            yield warn(root.get("networks"), network, message)


def find_armed_intermediaries(case: Case, root: Node) -> Iterator[Finding]:
    """Warn of military intermediaries: only a civilian one keeps a neutral agency from blurring (R7.7)."""
    for issue in case.issues:
        options = root.get("issues").get(issue.id).get("options")
        for option in issue.options:
            if option.intermediary and case.agency(option.intermediary).community is Community.MILITARY:
                message = f"The intermediary {quote(option.intermediary)} is military and cannot stand between; name a \
civilian agency."
                yield warn(options.get(option.id), "intermediary", message)


CHECKS = (
    find_idle_lines,
    find_idle_mandates,
    find_uncarried_options,
    find_hidden_facts,
    find_content_agencies,
    find_lone_networks,
    find_armed_intermediaries,
)
