"""Facts that nobody can learn, or that change nothing."""

from collections.abc import Iterator

from game.rules.case import Agency, Case, Fact
from game.rules.effects import GainTime, RevealFact, TurnFact
from game.scenario.checks.consequences import effects_of
from game.scenario.nearness import quote
from game.scenario.problems import Finding
from game.scenario.tree import Node


def find_hidden_facts(case: Case, root: Node) -> Iterator[Finding]:
    """Warn of facts that nobody knows, nobody has the time to find out alone, and nothing brings to light."""
    most = max(_most_time(case, agency) for agency in case.agencies)
    for fact in case.facts:
        if not fact.known_by and fact.difficulty > most and not _comes_to_light(case, fact):
            message = f"Nobody knows the fact {quote(fact.id)}, and no agency has {fact.difficulty} time in a round \
to find it out alone; lower `difficulty` or name `known_by`."
            yield Finding(root.get("facts").key(fact.id), message, is_error=False)


def find_idle_facts(case: Case, root: Node) -> Iterator[Finding]:
    """Warn of facts that change nothing for anybody, or nothing that their knowers could keep from others."""
    for fact in case.facts:
        touched = _touched(fact)
        if _changes_the_ground(fact) or touched - set(fact.known_by):
            continue
        if touched:
            message = f"The fact {quote(fact.id)} changes points only for those who know it from the start, so \
nobody has anything to learn; add `shifts` for others."
        else:
            message = f"The fact {quote(fact.id)} changes nothing for anybody; add `shifts`, `impact` or `capacity`."
        yield Finding(root.get("facts").key(fact.id), message, is_error=False)


def _touched(fact: Fact) -> set[str]:
    """Name the agencies for which the fact changes points."""
    by_agency = (points for options in fact.shifts.values() for points in options.values())
    return {agency for points in by_agency for agency, shift in points.items() if shift}


def _changes_the_ground(fact: Fact) -> bool:
    """Say whether the fact changes what an option does for people, or how fast it can be carried out."""
    has_impact = any(impact for options in fact.impact.values() for impact in options.values())
    return has_impact or any(share < 1 for options in fact.capacity.values() for share in options.values())


def _most_time(case: Case, agency: Agency) -> int:
    """Say how much time an agency could have in one round, with all that events and options may bring."""
    return agency.time + sum(
        e.by for e in effects_of(case) if isinstance(e, GainTime) and e.agency == agency.id and e.by > 0
    )


def _comes_to_light(case: Case, fact: Fact) -> bool:
    """Say whether an event or an option may tell it."""
    return any(
        effect.fact == fact.id and (isinstance(effect, RevealFact) or bool(effect.known_to))
        for effect in effects_of(case)
        if isinstance(effect, RevealFact | TurnFact)
    )


CHECKS = (find_hidden_facts, find_idle_facts)
