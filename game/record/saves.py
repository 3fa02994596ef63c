"""What has been saved: one line per journal in a folder, for the title screen."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from game.record.holders import Holder
from game.record.journal import Journal
from game.record.problem import JournalError
from game.record.reading import read
from game.record.writing import ENDING
from game.rules.events import Event, GameClosed, PhaseBegan, RoundBegan, RoundsSet
from game.rules.vocabulary import Phase


@dataclass(frozen=True, slots=True)
class SavedGame:
    """A saved game as it stands. If it cannot be read, `problem` says why and the rest is empty."""

    path: Path
    title: str
    round: int
    phase: Phase
    when: datetime
    is_finished: bool
    seats: tuple[tuple[str, Holder], ...]
    """(the agency's name, who plays it), in the order of the case."""
    rounds: int = 0
    commands: int = 0
    problem: str = ""


def listing(folder: Path) -> tuple[SavedGame, ...]:
    """List the saved games of a folder, the latest first; an absent folder has none."""
    try:
        found = sorted(folder.glob(f"*{ENDING}")) if folder.is_dir() else []
    except OSError:
        found = []
    games = [saved for path in found if (saved := _saved(path)) is not None]
    return tuple(sorted(games, key=lambda game: (game.when, game.path.name), reverse=True))


def _saved(path: Path) -> SavedGame | None:
    """Describe one journal; None if it is gone meanwhile."""
    try:
        when = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return None
    try:
        journal = read(path)
    except JournalError as error:
        return SavedGame(path, path.stem, 0, Phase.CONVENING, when, False, (), problem=error.sentence)
    game_round, rounds, phase, is_finished = _standing(journal)
    names = {agency.id: agency.name for agency in journal.header.case.agencies}
    return SavedGame(
        path=path,
        title=journal.header.case.title,
        round=game_round,
        phase=phase,
        when=when,
        is_finished=is_finished,
        seats=tuple((names[seat], holder) for seat, holder in journal.roster.items()),
        rounds=rounds,
        commands=len(journal.entries),
    )


def _standing(journal: Journal) -> tuple[int, int, Phase, bool]:
    """Say in which round of how many and in which phase a game stands, and whether it is over."""
    game_round, rounds, phase, is_finished = 0, journal.header.case.rounds, Phase.CONVENING, False
    for event in _all_events(journal):
        match event.what:
            case RoundBegan(number):
                game_round = number
            case RoundsSet(number):
                rounds = number
            case PhaseBegan(began):
                phase = began
            case GameClosed():
                is_finished = True
            case _:
                pass
    return game_round, rounds, phase, is_finished or phase is Phase.CLOSED


def _all_events(journal: Journal) -> tuple[Event, ...]:
    return (*journal.header.events, *(event for entry in journal.entries for event in entry.events))
