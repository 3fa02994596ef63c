"""Print how soon the window shows something and how long its frames take, as JSON.

    python tests/benchmarks/window.py

First frame: whole processes by turns, from their start to the first flip, time on the clock: `python -m game` at its
title beside an empty pygame program that shows one text. Target: `ratio` at most 3.

Frames: the table of the Afghanistan district in its third round, 1920x1080, software renderer, at scales 1.0 and 1.5:
scrolling, hovering, opening headings and drawers, by real events; from taking the event to the end of the flip. Target:
99 of 100 within 16 ms on the clock; processor time stands beside it, for a machine that does other things too. `worst`
names what took longest. `redrawn_while_idle` counts frames of a loop to which nothing happens; target: 0.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}

import pygame
from turns import Measure, by_turns, machine, number, ratio, spread

from game.rules.commands import Pass
from game.rules.ids import AgencyId
from game.rules.vocabulary import Phase
from game.scenario import loading
from game.ui.driver import Driver, Unsaved
from game.ui.screens.rooms import rooms
from game.ui.screens.starting import alone as seated_alone
from game.ui.screens.starting import begin
from game.ui.screens.table import TableScreen
from game.ui.settings import Settings
from game.ui.sitting import Sitting

HOUSE = Path(__file__).resolve().parents[2]
REPEATS = 9
SIZE = (1920, 1080)
SCALES = (1.0, 1.5)
SEAT = AgencyId("relief")
ROUND = 3
PASSES = 3
IDLE_STEPS = 500
IDLE_MS = 16

STOP = """
import os, pygame
flip = pygame.display.flip
def stop():
    flip()
    os._exit(0)
pygame.display.flip = stop
"""
GAME = f"{STOP}import runpy, sys\nsys.argv = ['game']\nrunpy.run_module('game', run_name='__main__')\n"
EMPTY = f"""{STOP}
pygame.init()
window = pygame.display.set_mode((1280, 720))
window.blit(pygame.font.Font(None, 32).render("One text", True, "white"), (40, 40))
pygame.display.flip()
"""


def main() -> None:
    """Measure both and print."""
    with TemporaryDirectory() as home:
        os.environ["FALSE_COHERENCE_HOME"] = home
        ours, empty = by_turns(REPEATS, process(GAME), process(EMPTY))
        told = {
            "first_frame": {
                "what": "seconds from the start of the process to the first frame",
                "ours": spread(ours),
                "empty_pygame": spread(empty),
                "ratio": ratio(ours, empty),
                "target": 3.0,
            },
            "frames": [frames(scale) for scale in SCALES],
            **machine(),
        }
    print(json.dumps(told, indent=1))  # noqa: T201


def process(code: str) -> Measure:
    """Measure a whole process that ends with its first frame."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HOUSE), os.environ.get("PYTHONPATH", "")])}

    def measure() -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], env=environment, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start

    return measure


def frames(scale: float) -> dict[str, Any]:
    """Use the table for a while, and time each frame that is drawn."""
    settings = Settings(scale=scale)
    driver = Driver(TableScreen(sitting(settings)), settings, size=SIZE)
    spent: list[tuple[float, str]] = []
    worked: list[float] = []
    for _ in range(PASSES):
        for name, event in (*hovering(driver), *scrolling(), *opening()):
            before = driver.app.frames
            pygame.event.post(event)
            start = time.perf_counter(), time.process_time()
            driver.app.pump()
            clock, processor = time.perf_counter() - start[0], time.process_time() - start[1]
            if driver.app.frames > before:
                spent.append((1000 * clock, name))
                worked.append(1000 * processor)
            if event.type == pygame.KEYDOWN:
                pygame.event.post(pygame.event.Event(pygame.KEYUP, {"key": event.key, "mod": 0, "scancode": 0}))
                driver.app.pump()
            driver.watch.now += IDLE_MS
            driver.idle()
    spent.sort()
    idle = redrawn_while_idle(driver)
    pygame.display.quit()
    return {
        "what": "milliseconds of a frame of the table",
        "size": SIZE,
        "scale": scale,
        "frames": len(spent),
        "clock": percentiles([one for one, _ in spent]),
        "processor": percentiles(worked),
        "worst": [f"{name}: {one:.1f}" for one, name in reversed(spent[-5:])],
        "target_p99": 16,
        "redrawn_while_idle": idle,
    }


def percentiles(times: list[float]) -> dict[str, float]:
    """Say what half and what 99 of 100 stay within."""
    ordered = sorted(times)
    return {"p50": number(ordered[len(ordered) // 2]), "p99": number(ordered[(len(ordered) - 1) * 99 // 100])}


def sitting(settings: Settings) -> Sitting:
    """Sit at a table with texts on it: round three, where the person has the floor or is in the corridor."""
    case = loading.load(loading.find("afghanistan-district-2006"))
    begun = begin(case, seated_alone(case, SEAT), 1, Unsaved(settings), rooms(), is_saved=False)
    begun.read_role()
    table = begun.table
    while not (table.public_view().room.round == ROUND and table.phase is Phase.CORRIDOR and not table.next_computer()):
        if table.step() is None:
            assert table.receive(SEAT, Pass(SEAT)).is_accepted
    return begun


def hovering(driver: Driver) -> Iterator[tuple[str, pygame.event.Event]]:
    """Move the pointer over everything that can be pointed at."""
    page, scale = driver.page, driver.app.look.scale
    for control in page.controls:
        box = page.box(control)
        assert box is not None
        x, y = box.middle
        at = (round(x * scale), round(y * scale))
        if 0 <= at[0] < SIZE[0] and 0 <= at[1] < SIZE[1]:
            yield f"hover {control}", motion(at)


def scrolling() -> Iterator[tuple[str, pygame.event.Event]]:
    """Turn the wheel in each part of the screen, down and up again."""
    for x in range(SIZE[0] // 8, SIZE[0], SIZE[0] // 4):
        for y in (SIZE[1] // 3, 3 * SIZE[1] // 4):
            yield "hover", motion((x, y))
            for turn in (-1,) * 8 + (1,) * 8:
                fields = {"x": 0, "y": turn, "precise_x": 0.0, "precise_y": float(turn), "flipped": False, "which": 0}
                yield f"scroll at {x}, {y}", pygame.event.Event(pygame.MOUSEWHEEL, fields)


def opening() -> Iterator[tuple[str, pygame.event.Event]]:
    """Open every heading, move along with Tab, and open and close what slides over the table."""
    for heading in "12345678":
        yield f"open heading {heading}", press(heading)
        for _ in range(6):
            yield f"tab in heading {heading}", press("tab")
    for drawer in "rwm":
        yield f"open drawer {drawer}", press(drawer)
        yield f"close drawer {drawer}", press("escape")


def motion(at: tuple[int, int]) -> pygame.event.Event:
    """Make an event of the pointer."""
    return pygame.event.Event(pygame.MOUSEMOTION, {"pos": at, "rel": (0, 0), "buttons": (0, 0, 0)})


def press(name: str) -> pygame.event.Event:
    """Make an event of a key that is pressed."""
    code = pygame.key.key_code(name)
    return pygame.event.Event(pygame.KEYDOWN, {"key": code, "mod": 0, "unicode": "", "scancode": 0})


def redrawn_while_idle(driver: Driver) -> int:
    """Let time pass and the loop turn while nothing happens; count the frames it draws."""
    driver.pass_time(10_000)
    before = driver.app.frames
    for _ in range(IDLE_STEPS):
        driver.watch.now += IDLE_MS
        driver.app.pump()
    return driver.app.frames - before


if __name__ == "__main__":
    main()
