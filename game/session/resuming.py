"""Take a saved game up again: the recorded events rebuild it, and deciding again checks them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.record import Entry, Journal, JournalError, Writer, read, reopen
from game.rules.events import Event
from game.rules.evolve import evolve, replay
from game.rules.interventions import Act
from game.rules.opening import open_game, start
from game.rules.play import move_on
from game.rules.refusal import Refusal
from game.rules.state import State
from game.session.pace import Pace
from game.session.standins import Casting, by_manner
from game.session.table import Table


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where the rules of this version decide otherwise; `at` is the command, None the opening."""

    at: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A game as its journal tells it, and where deciding again tells it otherwise."""

    state: State
    entries: tuple[Entry, ...]
    differences: tuple[Difference, ...]


def rebuild(journal: Journal) -> Rebuilt:
    """Fold the recorded events; JournalError if they do not fit together at all."""
    head = journal.header
    differences = _opening_differences(journal)
    state = start(head.case, head.ruleset, head.seed, head.seated)
    try:
        for event in head.events:
            state = evolve(state, event)
    except Exception as error:
        raise JournalError(
            f"The opening of the saved game cannot be rebuilt ({type(error).__name__}: {error})."
        ) from error
    for entry in journal.entries:
        if difference := _difference(state, entry):
            differences.append(difference)
        try:
            state = replay(state, entry.events)
        except Exception as error:
            raise JournalError(
                f"Command {entry.at} of the saved game cannot be rebuilt ({type(error).__name__}: {error})."
            ) from error
    return Rebuilt(state, journal.entries, tuple(differences))


def resume(path: Path, *, pace: Pace | None = None, casting: Casting = by_manner, is_spoken: bool = False) -> Table:
    """Open a saved game to be played on; its `notices` say what is worth knowing. JournalError if it cannot be."""
    journal, writer = reopen(path)
    try:
        rebuilt = rebuild(journal)
    except BaseException:
        writer.close()
        raise
    return _table(journal, rebuilt, writer, pace, casting, is_spoken=is_spoken)


def look_back(path: Path) -> Table:
    """Open a game that is over to be looked at: its file is read and left alone. JournalError if it is not over."""
    journal = read(path)
    table = _table(journal, rebuild(journal), None, None, by_manner, is_spoken=False)
    if not table.is_closed:
        raise JournalError("This game is not over; it can be looked back on once the year after has gone by.")
    return table


def _table(
    journal: Journal, rebuilt: Rebuilt, writer: Writer | None, pace: Pace | None, casting: Casting, *, is_spoken: bool
) -> Table:
    notices = [journal.notice] if journal.notice else []
    if rebuilt.differences:
        notices.append(told_differences(rebuilt.differences))
    return Table(
        rebuilt.state,
        journal.header.events,
        journal.header.roster,
        lines=journal.lines,
        recorder=writer,
        pace=pace,
        casting=casting,
        notices=tuple(notices),
        is_spoken=is_spoken,
    )


def told_differences(differences: tuple[Difference, ...]) -> str:
    """Say in one sentence that the rules have changed since."""
    moves = "one move" if len(differences) == 1 else f"{len(differences)} moves"
    first = differences[0].sentence
    return f"This version of the game would decide {moves} otherwise; what was recorded stands ({first})."


def _opening_differences(journal: Journal) -> list[Difference]:
    head = journal.header
    again = _tried(lambda: open_game(head.case, head.ruleset, head.seed, head.seated).events)
    if isinstance(again, str):
        return [Difference(None, f"the opening: {again}")]
    return [] if again == head.events else [Difference(None, "the opening: other events")]


def _difference(state: State, entry: Entry) -> Difference | None:
    """Decide a recorded command again, and compare."""
    again = _tried(lambda: _decided(state, entry.command))
    name = f"command {entry.at}, {entry.command.kind} by {entry.seat or 'the instructor'}"
    if isinstance(again, str):
        return Difference(entry.at, f"{name}: {again}")
    return None if again == entry.events else Difference(entry.at, f"{name}: other events")


def _decided(state: State, act: Act) -> tuple[Event, ...] | str:
    step = move_on(state, act)
    return f"now refused, {step.code}" if isinstance(step, Refusal) else step.events


def _tried(decide: Callable[[], tuple[Event, ...] | str]) -> tuple[Event, ...] | str:
    """Old games may hold what new rules cannot even decide: say so instead of failing."""
    try:
        return decide()
    except Exception as error:
        return f"now fails, {type(error).__name__}"
