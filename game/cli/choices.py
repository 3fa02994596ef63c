"""What people name on the command line, found or refused with what they probably meant."""

from pathlib import Path

from game.cli.failure import MISUSED, Failure
from game.opponents.manner import AS_WRITTEN, LEVELS, MANNERS, MIXED, Level
from game.rules.case import Case
from game.rules.ids import AgencyId
from game.scenario import loading
from game.scenario.games import UnknownGame, find_game
from game.scenario.nearness import advise, quote

MOST = 10**9
"""Seeds and numbers of games above this are surely a mistake."""


def find_case(scenario: str, language: str | None = None) -> tuple[Path, Case]:
    """Load a scenario by name or path, in one of its languages."""
    path = loading.find(scenario)
    return path, loading.load(path, language)


def find_journal(journal: str) -> Path:
    """Find a saved game by its path, or one that comes along by its name."""
    try:
        return find_game(journal)
    except UnknownGame as error:
        raise Failure(str(error)) from None


def find_seat(case: Case, seat: str) -> AgencyId:
    """Find an agency of a case."""
    if case.has(agency=AgencyId(seat)):
        return AgencyId(seat)
    advice = advise(seat, case.agency_ids, "the seats are")
    raise Failure(f"There is no seat `{seat}` in {case.title}; {advice}", MISUSED)


def find_manner(manner: str) -> str:
    """Find a manner, "mixed" or "as_written"."""
    names = (*MANNERS, MIXED, AS_WRITTEN)
    if manner in names:
        return manner
    raise Failure(f"There is no manner {quote(manner)}; {advise(manner, names, 'the manners are')}", MISUSED)


def find_level(level: str) -> Level:
    """Find a level."""
    if level in LEVELS:
        return LEVELS[level]
    raise Failure(f"There is no level {quote(level)}; {advise(level, LEVELS, 'the levels are')}", MISUSED)


def check_number(name: str, value: int, least: int) -> int:
    """Refuse numbers that make no sense."""
    if value < least:
        raise Failure(f"`{name}` must be at least {least}, not {value}.", MISUSED)
    if value > MOST:
        raise Failure(f"`{name}` must be at most {MOST}, not {value}.", MISUSED)
    return value
