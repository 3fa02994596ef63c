"""Word the list of saved games."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from game.record import JournalError, SavedGame
from game.record.lock import lock, unlock
from game.rules.vocabulary import Phase

PHASES = {
    Phase.CONVENING: "the chair convenes",
    Phase.CORRIDOR: "in the corridor",
    Phase.FLOOR: "on the floor",
    Phase.STANCES: "taking stances",
    Phase.SIGNING: "signing",
    Phase.BALLOT: "the secret ballot",
    Phase.SETTLING: "the year after",
    Phase.FIRST_EFFORTS: "the year after, first half",
    Phase.SECOND_EFFORTS: "the year after, second half",
    Phase.CLOSED: "finished",
}
_IN_ROUNDS = {Phase.CORRIDOR, Phase.FLOOR, Phase.STANCES, Phase.SIGNING}


@dataclass(frozen=True, slots=True)
class SavedRow:
    """One saved game in words; `problem` if it cannot be opened."""

    path: Path
    title: str
    standing: str
    who: str
    when: str
    is_finished: bool
    problem: str = ""


def rows(games: tuple[SavedGame, ...], now: datetime) -> tuple[SavedRow, ...]:
    """Word saved games: unfinished ones first, then finished ones, then damaged ones, each the latest first."""
    order = sorted(games, key=lambda game: (bool(game.problem), game.is_finished))
    return tuple(_row(game, now) for game in order)


def _row(game: SavedGame, now: datetime) -> SavedRow:
    if game.problem:
        return SavedRow(game.path, game.path.stem, "", "", told_when(game.when, now), False, game.problem)
    return SavedRow(game.path, game.title, _standing(game), _who(game), told_when(game.when, now), game.is_finished)


def _standing(game: SavedGame) -> str:
    if game.is_finished:
        return "finished: open the debrief"
    if game.phase in _IN_ROUNDS:
        return f"round {game.round} of {game.rounds}, {PHASES[game.phase]}"
    return PHASES[game.phase]


def _who(game: SavedGame) -> str:
    """Name the persons with their agencies."""
    persons = [
        f"{holder.name} as {agency}" if holder.name else agency for agency, holder in game.seats if holder.is_person
    ]
    return ", ".join(persons) or "computers only"


def delete(path: Path) -> str:
    """Delete a saved game; give a sentence if that failed."""
    try:
        held = lock(path)
    except JournalError as error:
        return error.sentence
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        return f"The game could not be deleted: {error.strerror or error}."
    finally:
        unlock(held)
    return ""


def told_when(when: datetime, now: datetime) -> str:
    """Say when a game was last played, in the time of this computer."""
    local, today = when.astimezone(now.tzinfo), now.date()
    clock = f"{local:%H:%M}"
    days = (today - local.date()).days
    if days == 0:
        return f"today, {clock}"
    if days == 1:
        return f"yesterday, {clock}"
    day = f"{local.day} {local:%B}"
    return f"{day}, {clock}" if local.year == today.year else f"{day} {local.year}"
