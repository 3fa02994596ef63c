"""Say where shipped files and the player's own files live."""

import os
from pathlib import Path

import platformdirs

HOME_VARIABLE = "FALSE_COHERENCE_HOME"
_PACKAGE = Path(__file__).resolve().parent


def assets() -> Path:
    """Find fonts and icons, in an installed wheel or in a checkout."""
    return _shipped("assets")


def scenarios() -> Path:
    """Find the scenarios that come with the game."""
    return _shipped("scenarios")


def games() -> Path:
    """Find the whole games that come along."""
    return scenarios() / "games"


def saves() -> Path:
    """Name the folder of saved games; it may not exist yet."""
    return _home(platformdirs.user_data_path("false-coherence", appauthor=False)) / "saves"


def classes() -> Path:
    """Name the folder of hosted classes, one folder each; it may not exist yet."""
    return saves().parent / "classes"


def classes_file() -> Path:
    """Name the file of the tokens for classes that the player was in; it may not exist yet."""
    return _home(platformdirs.user_data_path("false-coherence", appauthor=False)) / "classes.json"


def settings_file() -> Path:
    """Name the file of the player's settings; it may not exist yet."""
    return _home(platformdirs.user_config_path("false-coherence", appauthor=False)) / "settings.json"


def _shipped(name: str) -> Path:
    """Prefer the copy inside the package, which only a wheel has."""
    inside = _PACKAGE / "shipped" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def _home(usual: Path) -> Path:
    """Let an environment variable move everything the game writes."""
    moved = os.environ.get(HOME_VARIABLE)
    return Path(moved) if moved else usual
