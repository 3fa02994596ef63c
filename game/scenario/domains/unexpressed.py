"""What a case holds and neither GENIUS nor GeniusWeb can say."""

from collections.abc import Iterable, Iterator

from game.rules.case import Case

_MOST_LISTED = 12


def list_unexpressed(case: Case) -> tuple[str, ...]:
    """Say what is lost on the way out, a sentence each."""
    return tuple(_sentences(case))


def _sentences(case: Case) -> Iterator[str]:
    if listed := _list(f"{one.id} of {agency.id}" for agency in case.agencies for one in agency.hidden):
        yield f"Hidden mandates are not in the utilities: {listed}."
    if listed := _list(f"{one.id} of {agency.id}" for agency in case.agencies for one in agency.red_lines):
        yield f"Red lines are not in the utilities: {listed}."
    if case.facts:
        listed = _list(fact.id for fact in case.facts)
        yield f"Facts are not in the utilities, and points are those before any fact counts: {listed}."
    if any(option.carriers for issue in case.issues for option in issue.options):
        yield "Carriers, and what carrying costs them, are left out: whatever is agreed counts as done."
    if any(agency.walk_away for agency in case.agencies):
        yield (
            "The outside share is left out: the reservation value is the whole walk-away, and packages settle every \
issue; here a text may leave issues open, and the walk-away shrinks by the share that is settled."
        )
    if any(agency.leverage or agency.pledge_budget for agency in case.agencies):
        yield "Leverage and pledges are left out: nobody can press or pay."
    if case.occurrences or any(option.effects for issue in case.issues for option in issue.options):
        yield "Events, and what agreed options bring about, are left out."
    yield "Trust, power, headquarters, the forum, the rounds and the impact on the population are left out."


def _list(names: Iterable[str]) -> str:
    listed = list(names)
    more = len(listed) - _MOST_LISTED
    return ", ".join(listed[:_MOST_LISTED]) + (f" and {more} more" if more > 0 else "")
