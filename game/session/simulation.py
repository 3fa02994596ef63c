"""Whole games between computer seats, without a window and without a journal."""

from collections.abc import Mapping

from game.opponents.manner import AS_WRITTEN, MIXED, PRACTITIONER, Level, Manner, deal_manners, manner_of
from game.record import Holder, computer
from game.rules.case import Agency, Case
from game.rules.ids import AgencyId
from game.rules.ruleset import STANDARD, Ruleset
from game.rules.state import State
from game.session.deliveries import Opened
from game.session.opening import open_table
from game.session.standins import MannerOpponent, Opponent

MOST_COMMANDS = 20_000
"""Far more than any game takes; a game that gets there is stuck."""


class StuckError(RuntimeError):
    """A game that does not come to its end: an error of the rules or of a computer seat."""


def manners_for(case: Case, manner: str, seed: int, level: Level = PRACTITIONER) -> Mapping[AgencyId, Manner]:
    """Give the agencies of a case a manner by name, dealt ("mixed") or as the case has it ("as_written").

    What the case leaves open is dealt. KeyError if there is no such manner.
    """
    dealt = deal_manners(MIXED if manner == AS_WRITTEN else manner, case.agency_ids, seed, level)
    if manner != AS_WRITTEN:
        return dealt
    written = {agency.id: manner_of(agency.temper, level) for agency in case.agencies if agency.temper is not None}
    return {**dealt, **written}


def simulate_game(case: Case, seed: int, manners: Mapping[AgencyId, Manner], *, ruleset: Ruleset = STANDARD) -> State:
    """Play one whole game between computers, and keep how it ended; see `simulate_opened`."""
    return simulate_opened(case, seed, manners, ruleset=ruleset).state


def simulate_opened(
    case: Case, seed: int, manners: Mapping[AgencyId, Manner], *, ruleset: Ruleset = STANDARD
) -> Opened:
    """Play one whole game with a computer on every seat that has a manner; the other seats are absent.

    Errors of computer seats come through here: a simulation is to find them, not to survive them.
    """

    def cast(_: Holder, agency: Agency) -> Opponent:
        return MannerOpponent(manners[agency.id])

    roster = {
        agency: computer(manners[agency].name, manners[agency].level.name)
        for agency in case.agency_ids
        if agency in manners
    }
    table = open_table(case, roster, seed, ruleset=ruleset, casting=cast, is_strict=True)
    for _ in range(MOST_COMMANDS):
        if (opened := table.opened()) is not None:
            return opened
        answer = table.step()
        if answer is None:
            raise StuckError(
                f"{case.id}, seed {seed}: nobody moves in {table.phase} of round {table.public_view().room.round}"
            )
    raise StuckError(f"{case.id}, seed {seed}: no end after {MOST_COMMANDS} commands")
