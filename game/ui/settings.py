"""Keep the player's settings in a small file that can be damaged without harm."""

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from game import places
from game.ui.fonts import FAMILIES
from game.ui.look import Look
from game.ui.theme import THEMES

PACES = ("unhurried", "normal", "quick", "at once")
LEVELS = ("beginner", "practitioner", "veteran")
"""How well computers play; as in `game.opponents`, which the title need not wait for."""
PAUSE_MS = {"unhurried": 3200, "normal": 1800, "quick": 800, "at once": 0}
LEAST_SCALE, MOST_SCALE, SCALE_STEP = 1.0, 2.0, 0.1


@dataclass(frozen=True, slots=True)
class Settings:
    """Hold what the player chose."""

    theme: str = "light"
    font: str = "inter"
    scale: float = 1.0
    pace: str = "normal"
    tips: bool = True
    coach: bool = True
    """Whether somebody who plays alone is offered the coach."""
    fullscreen: bool = False
    reduce_motion: bool = False
    level: str = "practitioner"
    """Of computer seats, as last chosen."""
    seen_tips: tuple[str, ...] = ()
    """Tips that were put away, each by scenario and name; they do not come back."""

    @property
    def look(self) -> Look:
        """Give theme, font and scale to the toolkit."""
        return Look(self.theme, self.font, self.scale)

    @property
    def pause_ms(self) -> int:
        """Give how long a computer turn stays before the next."""
        return PAUSE_MS[self.pace]

    def scaled(self, step: float) -> "Settings":
        """Change the scale by a step, inside its range."""
        return replace(self, scale=round(min(MOST_SCALE, max(LEAST_SCALE, self.scale + step)), 2))


_ALLOWED: dict[str, Callable[[object], bool]] = {
    "theme": lambda value: value in THEMES,
    "font": lambda value: value in FAMILIES,
    "scale": lambda value: type(value) in (int, float) and LEAST_SCALE <= value <= MOST_SCALE,  # type: ignore[operator] # a number by now
    "pace": lambda value: value in PACES,
    "tips": lambda value: isinstance(value, bool),
    "coach": lambda value: isinstance(value, bool),
    "fullscreen": lambda value: isinstance(value, bool),
    "reduce_motion": lambda value: isinstance(value, bool),
    "level": lambda value: value in LEVELS,
    "seen_tips": lambda value: isinstance(value, list) and all(isinstance(one, str) for one in value),
}


def load(path: Path) -> tuple[Settings, str]:
    """Read settings; what cannot be read keeps its usual value, and a sentence says so."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValueError, RecursionError):
        return Settings(), f"The settings in {path.name} could not be read. The usual settings are used."
    if not isinstance(read, dict):
        return Settings(), f"The settings in {path.name} could not be read. The usual settings are used."
    names = [field.name for field in fields(Settings)]
    good = {name: read[name] for name in names if name in read and _is_allowed(name, read[name])}
    if "seen_tips" in good:
        good["seen_tips"] = tuple(good["seen_tips"])
    wrong = [name.replace("_", " ") for name in names if name in read and name not in good]
    told = f"Not understood in {path.name}: {', '.join(wrong)}. The usual value is used." if wrong else ""
    return Settings(**good), told


def save(settings: Settings, path: Path) -> str:
    """Write settings whole or not at all; give a sentence if that failed."""
    fresh = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, indent=2)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        return f"The settings could not be saved: {error.strerror or error}."
    return ""


def _is_allowed(name: str, value: object) -> bool:
    """Say whether a value read from the file can be used."""
    try:
        return _ALLOWED[name](value)
    except TypeError:
        return False


class Preferences:
    """Hold the settings in force, for the loop and for screens that need them."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or places.settings_file()
        self.settings, self.notice = load(self.path)

    def change(self, settings: Settings) -> None:
        """Put settings in force and save them."""
        if settings != self.settings:
            self.settings = settings
            self.notice = save(settings, self.path)
