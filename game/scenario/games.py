"""Whole games that come along, played to the end: the standing examples, found by name as scenarios are."""

import os
from contextlib import suppress
from pathlib import Path

from game import places
from game.scenario.nearness import advise, quote

ENDING = ".jsonl"


class UnknownGame(Exception):  # noqa: N818 - it reads as a sentence where it is raised
    """No game of that name exists; the sentence says which do."""


def shipped_games() -> tuple[Path, ...]:
    """List the journals that come with the game."""
    folder = places.games()
    return tuple(sorted(folder.glob(f"*{ENDING}"))) if folder.is_dir() else ()


def find_game(name_or_path: str) -> Path:
    """Find a game that comes along by its name, or any journal by its path; UnknownGame says what there is."""
    path, by_name = Path(name_or_path), {file.stem: file for file in shipped_games()}
    if name_or_path in by_name:
        return by_name[name_or_path]
    if path.suffix or path.parent != Path() or _is_there(name_or_path):
        return path
    if _is_there(there := f"{name_or_path}{ENDING}"):
        raise UnknownGame(f"There is no game {quote(name_or_path)}, but a file {quote(there, 200)} here; write that.")
    advice = advise(name_or_path, sorted(by_name), "those that come along are")
    raise UnknownGame(
        f"There is no saved game {quote(name_or_path)}; give the path of its journal, or a name: {advice}"
    )


def _is_there(path: str) -> bool:
    with suppress(ValueError):  # a name that cannot be one
        return os.path.lexists(path)
    return False
