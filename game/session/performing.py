"""Play a script: commands written down beforehand, with passes between them where the game waits for somebody else."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from game.record import Holder, computer, person
from game.rules.case import Case
from game.rules.commands import Command, Pass
from game.rules.ids import AgencyId
from game.rules.refusal import Refusal
from game.rules.ruleset import STANDARD, Ruleset
from game.session.opening import open_table
from game.session.roster import dealt
from game.session.table import Table

NOT_YET = frozenset({"wrong_phase", "not_your_move", "vote_first", "doubt_first", "not_called"})
"""Refusals that only mean that somebody has to move first."""


class ScriptError(Exception):
    """A scripted command that was refused. `index` counts the commands from 0."""

    def __init__(self, index: int, refusal: Refusal) -> None:
        super().__init__(refusal.sentence)
        self.index = index
        self.refusal = refusal


def perform(
    case: Case,
    commands: Sequence[Command],
    seed: int,
    *,
    seated: Collection[AgencyId] | None = None,
    others: str = "",
    level: str = "",
    rounds: Sequence[int] = (),
    journal: Path | None = None,
    ruleset: Ruleset = STANDARD,
) -> Table:
    """Play the commands in order and the game to its end; ScriptError at the first command that is refused.

    Seats that the script never speaks for are played in the manner and at the level of `others`, or pass like the rest
    where it is "".
    `rounds` says before which round each command waits, where they are known; else each comes as soon as it can.
    """
    open_roster = _cast(case, commands, case.agency_ids if seated is None else seated, computer(others, level))
    roster = dealt(case, open_roster, seed)
    table = open_table(case, roster, seed, ruleset=ruleset, journal=journal)
    try:
        for index, command in enumerate(commands):
            if rounds:
                _reach(table, rounds[index])
            _play(table, command, index)
    except ScriptError:
        table.close()
        raise
    for _ in _onward(table):
        pass
    return table


def _cast(
    case: Case, commands: Sequence[Command], seated: Collection[AgencyId], others: Holder
) -> dict[AgencyId, Holder]:
    """Give the seats out: whoever has something to say by script is a person."""
    speaking = {command.seat for command in commands}
    return {
        agency: others if others.manner and agency not in speaking else person()
        for agency in case.agency_ids
        if agency in seated
    }


def _reach(table: Table, game_round: int) -> None:
    """Let the game go on until a round begins."""
    onward = _onward(table)
    while table.public_view().room.round < game_round and next(onward, None) is not None:
        pass


def _play(table: Table, command: Command, index: int) -> None:
    """Play one command, as soon as the game has come to where it is possible."""
    refusal = table.receive(command.seat, command).refusal
    first, room = refusal, table.public_view().room
    stood = f"round {room.round}, {room.phase}"
    onward = _onward(table)
    while refusal is not None:
        is_over = refusal.code not in NOT_YET or next(onward, None) is None
        if is_over:
            raise ScriptError(index, _too_late(first, stood) if first and refusal.code == "closed" else refusal)
        refusal = table.receive(command.seat, command).refusal


def _too_late(first: Refusal, stood: str) -> Refusal:
    """Say that the game ended before the command was possible, and where the script stood before it."""
    words = f"{first.sentence} From there ({stood}) that did not come before the game ended."
    return Refusal(first.code, words, first.about)


def _onward(table: Table) -> Iterator[AgencyId]:
    """Let the game go on without the script, move by move: computer seats play, the others pass."""
    while not table.is_closed:
        if (answer := table.step()) is not None:
            yield answer.seat or AgencyId("")
            continue
        seat = table.next_person()
        if seat is None or not table.receive(seat, Pass(seat)).is_accepted:
            return
        yield seat
