"""Go straight into a game or watch one, and save pictures of it all if asked to."""

import secrets
import sys
from pathlib import Path

import pygame

from game.rules.case import Case
from game.rules.ids import AgencyId
from game.rules.vocabulary import Phase
from game.scenario import loading
from game.ui import shots as pictures
from game.ui.app import App
from game.ui.screen import Screen
from game.ui.screens.briefing import BriefingScreen
from game.ui.screens.curtain import CurtainScreen
from game.ui.screens.rooms import rooms
from game.ui.screens.routing import Rooms
from game.ui.screens.scenarios import ScenariosScreen, shelf
from game.ui.screens.seating import opening_seating
from game.ui.screens.seats import FRESH_SEEDS, SeatsScreen
from game.ui.screens.starting import alone, begin, good_first_seat, nobody
from game.ui.screens.title import TitleScreen
from game.ui.settings import Preferences
from game.ui.sitting import Sitting
from game.ui.space import SMALLEST
from game.ui.stage import Stage

BREATH_MS = 15
"""How often the loop looks when every screen is to be saved."""


def run(
    scenario: Path | None,
    seat: str | None,
    seed: int | None,
    *,
    level: str | None = None,
    watch: bool,
    shots: Path | None,
    language: str | None = None,
) -> int:
    """Run the window until it is closed; the exit code says how it went."""
    try:
        case = loading.load(scenario, language) if scenario is not None else None
        return _open(case, scenario, seat, seed, level, watch=watch, shots=shots)
    except (pictures.Unwritable, pictures.Stuck) as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _open(
    case: Case | None,
    scenario: Path | None,
    seat: str | None,
    seed: int | None,
    level: str | None,
    *,
    watch: bool,
    shots: Path | None,
) -> int:
    """Open the window where the player wants to begin."""
    preferences, doors = Preferences(), rooms()
    title = TitleScreen(preferences, doors)
    if case is None or scenario is None:
        return _run(App(title, preferences), shots)
    level = level or preferences.settings.level
    if watch and shots is not None:
        return _tour(title, doors, case, scenario, _seed(seed), level, shots)
    first = AgencyId(seat) if seat else good_first_seat(case)
    roster = nobody(case, level) if watch else alone(case, first, level=level)
    app = App(title, preferences)
    sitting = begin(case, roster, _seed(seed), preferences, doors, source=scenario.name)
    app.stack.append((doors.first(sitting), Stage(app.clipboard)))
    return _run(app, shots)


def _seed(seed: int | None) -> int:
    """Draw a seed where none is given."""
    return secrets.randbelow(FRESH_SEEDS) if seed is None else seed


def _run(app: App, shots: Path | None) -> int:
    """Run the loop; with a folder, save each screen as it was when it was left."""
    if shots is None:
        app.run()
        return 0
    watcher = pictures.Watcher(pictures.Album(shots), name_of)
    while app.stack:
        app.pump()
        watcher.look(app)
        pygame.time.wait(BREATH_MS)
    watcher.close()
    return 0


def _tour(title: TitleScreen, doors: Rooms, case: Case, scenario: Path, seed: int, level: str, shots: Path) -> int:
    """Pass through every screen by itself, as fast as it can be drawn, and save each."""
    preferences = title.preferences
    hands, album = pictures.Hands(), pictures.Album(shots)
    title.games = ()
    scale = preferences.settings.scale
    app = App(title, preferences, clock=hands, size=(round(SMALLEST[0] * scale), round(SMALLEST[1] * scale)))
    pictures.take(app, album, "title")
    found = shelf(loading.shipped())
    chosen = next((index for index, one in enumerate(found) if one.case is not None and one.case.id == case.id), 0)
    pictures.put(app, ScenariosScreen(preferences, doors, found, chosen))
    pictures.take(app, album, "scenarios")
    seating = opening_seating(case, level).with_persons(0, case)
    pictures.put(app, SeatsScreen(preferences, doors, case, source=scenario.name, seating=seating))
    pictures.take(app, album, "seats")
    sitting = begin(case, nobody(case, level), seed, preferences, doors, source=scenario.name)
    pictures.put(app, doors.first(sitting))
    pictures.tour(app, hands, album, name_of)
    app.leave()
    return 0


_GIVEN_NAMES = {
    Phase.FIRST_EFFORTS: "year-first-half",
    Phase.SECOND_EFFORTS: "year-second-half",
    Phase.SETTLING: "year-settling",
}


def name_of(screen: Screen) -> str:
    """Name what a screen shows, for the file of its picture."""
    kind = type(screen).__name__.removesuffix("Screen").lower()
    sitting = getattr(screen, "sitting", None)
    if not isinstance(sitting, Sitting) or isinstance(screen, BriefingScreen | CurtainScreen) or kind == "menu":
        return kind
    room = sitting.table.public_view().room
    if kind == "debrief":
        return kind
    if room.phase is Phase.CLOSED:
        return "year-over"
    if room.phase in _GIVEN_NAMES:
        return _GIVEN_NAMES[room.phase]
    if room.phase is Phase.BALLOT:
        return "ballot"
    where = f"-round-{room.round}" if room.round else ""
    return f"{kind}{where}-{room.phase.value}" if kind != room.phase.value else f"{kind}{where}"
