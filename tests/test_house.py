"""The house: layers, small rooms, small functions, and a wheel that has everything in it."""

import ast
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
ROOMS = sorted((HOUSE / "game").rglob("*.py"))


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_layers_are_kept() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    found = subprocess.run(
        [str(linter), "--no-cache"], cwd=HOUSE, capture_output=True, text=True, check=False, timeout=120
    )
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize("path", ROOMS, ids=lambda path: str(path.relative_to(HOUSE)))
def test_rooms_are_small(path: Path) -> None:
    cap = 250 if path.is_relative_to(HOUSE / "game" / "rules") else 350
    assert lines(path) <= cap


def test_most_rooms_of_the_rules_are_very_small() -> None:
    assert statistics.median(lines(path) for path in ROOMS if path.is_relative_to(HOUSE / "game" / "rules")) < 100


def long_functions(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            is_dispatch = any(isinstance(part, ast.Match) for part in node.body)
            if (node.end_lineno or 0) - node.lineno >= 40 and not is_dispatch:
                yield f"{path.relative_to(HOUSE)}:{node.lineno} {node.name}"


def test_functions_are_short_unless_they_only_dispatch() -> None:
    assert [name for path in ROOMS for name in long_functions(path)] == []


def test_only_one_module_reads_the_event_queue() -> None:
    calls = ("pygame.event.get(", "pygame.event.wait(", "pygame.event.poll(")
    readers = [path.name for path in ROOMS if any(call in path.read_text(encoding="utf-8") for call in calls)]
    assert readers == ["app.py"]
