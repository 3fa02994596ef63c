"""Games that tests of the ending share: played scripts of the shipped cases, whole or up to a phase."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from generation import random_case
from language import Game, worded
from wandering import wander

from game.debrief import Chronicle, chronicle
from game.record import Entry, Holder, computer, person
from game.rules.case import Case
from game.rules.commands import (
    AnswerBallot,
    CallSignature,
    CarryOutThreat,
    Command,
    Convene,
    Decline,
    DropThreat,
    Meet,
    Pass,
    Pledge,
    SetEffort,
    Sign,
    SignWithReservation,
)
from game.rules.commands import Table as Tabling
from game.rules.ids import AgencyId, IssueId, TextId
from game.rules.opening import open_game
from game.rules.vocabulary import DecisionRule, Phase
from game.scenario import loading
from game.scenario.script import Script, load_script
from game.session import Table, manners_for, open_table, perform

TUTORIAL, DISTRICT = "tutorial", "afghanistan-district-2006"
VERDICTS = ("sincere", "pressed", "overtaken", "side-by-side", "information-sharing", "breakdown", "nothing")
SCRIPTS = Path(__file__).parent / "scenarios" / "scripts"
NOT_YET = frozenset({"wrong_phase", "not_your_move", "vote_first", "doubt_first", "not_called"})
"""Refusals that only mean that somebody has to move first."""


@cache
def case_of(name: str) -> Case:
    """Load a shipped case, once."""
    return loading.load(loading.find(name))


@cache
def script_of(name: str, script: str) -> Script:
    """Load a played script, once."""
    return load_script(SCRIPTS / name / f"{script}.yaml", case_of(name))


@cache
def finished(name: str, script: str) -> Table:
    """Play a script to the end, once."""
    found = script_of(name, script)
    return perform(case_of(name), found.commands, found.seed or 1, seated=found.seated)


def story_of(table: Table) -> Chronicle:
    """Retell a finished game."""
    opened = table.opened()
    assert opened is not None
    state = opened.state
    return chronicle(state.case, state.ruleset, state.seed, state.room.seated, opened.opening, opened.entries)


def retold(game: Game) -> Chronicle:
    """Retell a game of the test language."""
    case, seated = game.case, game.room.seated
    opening = open_game(case, game.state.ruleset, game.state.seed, seated).events
    entries = tuple(Entry(at, command, events) for at, (command, events) in enumerate(game.played, start=1))
    return chronicle(case, game.state.ruleset, game.state.seed, seated, opening, entries)


@cache
def wandered(seed: int) -> Chronicle:
    """Play a random game of a random case to its end, and retell it."""
    game = Game(random_case(seed), seed=seed)
    for _ in wander(game, Random(seed)):
        pass
    return retold(game)


@cache
def told(name: str, script: str) -> Chronicle:
    """Retell a played script, once."""
    return story_of(finished(name, script))


def at_phase(
    name: str,
    script: str,
    phase: Phase,
    *,
    change: Callable[[Sequence[Command]], Sequence[Command]] = tuple,
    roster: Mapping[AgencyId, Holder] | None = None,
    case: Case | None = None,
) -> Table:
    """Play a script with persons on every seat until a phase begins; `change` may alter its commands."""
    case = case or case_of(name)
    found = script_of(name, script)
    table = open_table(case, roster or {agency: person() for agency in case.agency_ids}, found.seed or 1)
    for command in change(found.commands):
        if table.phase is phase:
            return table
        _play(table, command, phase)
    for _ in _onward(table, phase):
        pass
    assert table.phase is phase, table.phase
    return table


def _play(table: Table, command: Command, phase: Phase) -> None:
    refusal = table.receive(command.seat, command).refusal
    onward = _onward(table, phase)
    while refusal is not None and table.phase is not phase:
        assert refusal.code in NOT_YET, refusal
        with suppress(StopIteration):
            next(onward)
        if table.phase is not phase:
            refusal = table.receive(command.seat, command).refusal


def _onward(table: Table, phase: Phase) -> Iterator[AgencyId]:
    while not table.is_closed and table.phase is not phase:
        seat = table.next_person()
        assert seat is not None
        assert table.receive(seat, Pass(seat)).is_accepted
        yield seat


def computers(table: Table, *but: str) -> None:
    """Hand all seats but these over to computers."""
    for seat in table.seats:
        if seat not in but:
            assert table.hand_over(seat, computer("consensus_builder")) is None


def carriers_decide(commands: Sequence[Command]) -> tuple[Command, ...]:
    """Change the pressed tutorial: carriers decide, the fund makes a pledge, the clinics need not sign and do not."""
    changed: list[Command] = []
    for command in commands:
        match command:
            case Convene():
                changed.append(replace(command, rule=DecisionRule.CARRIERS))
            case Tabling():
                terms = tuple(term for term in command.terms if term.issue != "road")
                changed.append(replace(command, terms=terms))
            case Sign("clinics", text):
                changed.append(Decline(AgencyId("clinics"), text))
            case CallSignature(_, text):
                changed += [Pledge(AgencyId("fund"), AgencyId("council"), text, 4), command]
            case AnswerBallot("clinics", accord):
                changed.append(AnswerBallot(AgencyId("clinics"), accord, None))
            case AnswerBallot() if command.predictions:
                kept = {seat: guess for seat, guess in command.predictions.items() if seat != "clinics"}
                changed.append(replace(command, predictions=kept))
            case SetEffort("clinics"):
                pass
            case _:
                changed.append(command)
    return tuple(changed)


def defied(commands: Sequence[Command]) -> tuple[Command, ...]:
    """Change the pressed tutorial: the clinics decline, so that nothing comes into force and there is no accord."""
    changed: list[Command] = []
    for command in commands:
        match command:
            case Sign("clinics", text):
                changed.append(Decline(AgencyId("clinics"), text))
            case AnswerBallot() | SetEffort():
                pass
            case _:
                changed.append(command)
    return tuple(changed)


def carried_out(*, is_carried_out: bool = True) -> Table:
    """Play the tutorial to a defied threat of the fund against the clinics, carried out or dropped, and no accord."""
    fund, clinics = AgencyId("fund"), AgencyId("clinics")
    table = at_phase(TUTORIAL, "pressed", Phase.SETTLING, change=defied)
    mine = table.view(fund).own.threats.values()
    threat = next(one.id for one in mine if (one.presser, one.pressed) == (fund, clinics))
    command = CarryOutThreat(fund, threat) if is_carried_out else DropThreat(fund, threat)
    assert table.receive(fund, command).is_accepted
    for seat in table.waiting:
        assert table.receive(seat, Pass(seat)).is_accepted
    assert table.is_closed
    return table


@cache
def two_accords() -> Table:
    """Play the tutorial to two accords between different coalitions; the council keeps one term back."""
    fund, force, council = (AgencyId(name) for name in ("fund", "force", "council"))
    case = case_of(TUTORIAL)
    a, b = TextId("A"), TextId("B")
    commands: tuple[Command, ...] = (
        Convene(fund, case.forum.kind, case.agency_ids, None, DecisionRule.CARRIERS),
        Tabling(fund, worded(opening="thanks", clinic="contractor"), (fund, council)),
        Tabling(force, worded(road="hours"), (force, council)),
        Meet(fund, council),
        CallSignature(fund, a),
        Sign(fund, a),
        SignWithReservation(council, a, IssueId("clinic")),
        CallSignature(force, b),
        Sign(force, b),
        Sign(council, b),
        *(SetEffort(seat, text, 1.0) for seat, text in ((fund, a), (council, a), (force, b))),
    )
    return perform(case, commands, 1)


def simulated(name: str, manner: str, seed: int) -> Table:
    """Play a game between computers."""
    case = case_of(name)
    manners = manners_for(case, manner, seed)
    table = open_table(case, {seat: computer(manners[seat].name) for seat in case.agency_ids}, seed)
    while not table.is_closed:
        assert table.step() is not None
    return table
