"""What the tests of the way through the game share: cases, sittings, and a plain screen for every phase."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from game import ui
from game.record import person
from game.rules.case import Case
from game.rules.commands import Pass
from game.rules.vocabulary import Phase
from game.scenario import loading
from game.ui.driver import Unsaved
from game.ui.screens import starting
from game.ui.screens.routing import Rooms
from game.ui.settings import Preferences, Settings
from game.ui.sitting import Sitting


@dataclass(slots=True)
class Plain:
    """Show the record and the points of the seat; Return passes."""

    sitting: Sitting
    PHASES: ClassVar[frozenset[Phase]] = frozenset(Phase)

    def build(self, size: ui.Size) -> ui.Widget:
        points = self.sitting.view.role.agency.brief
        rows = [ui.Text(sentence.text) for sentence in self.sitting.sentences[-10:]]
        phase = self.sitting.table.phase.value
        return ui.Column((ui.Text(f"Phase {phase}"), ui.Text(points), ui.button("pass", "Pass"), *rows))

    def on(self, message: ui.Message) -> ui.Transition:
        if message.key == "pass":
            if self.sitting.table.is_closed:
                self.sitting.close_year()
            elif self.sitting.is_my_move:
                self.sitting.submit(Pass(self.sitting.seat))
            return self.sitting.route(self)
        return self.sitting.answer(self, message)

    @property
    def next_tick(self) -> int | None:
        return self.sitting.next_tick

    def tick(self, now_ms: int) -> ui.Transition:
        self.sitting.tick(now_ms)
        return self.sitting.route(self)

    def shortcuts(self) -> tuple[ui.Shortcut, ...]:
        return (ui.Shortcut("Return", "Pass", "pass"), *self.sitting.shortcuts())


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let everything the game writes go to a folder of the test."""
    monkeypatch.setenv("FALSE_COHERENCE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(scope="session")
def tutorial() -> Case:
    return loading.load(loading.find("tutorial"))


@pytest.fixture(scope="session")
def afghanistan() -> Case:
    return loading.load(loading.find("afghanistan-district-2006"))


@pytest.fixture
def plain() -> Rooms:
    return Rooms(dict.fromkeys(Phase, Plain))


@pytest.fixture
def preferences() -> Preferences:
    return Unsaved(Settings())


@pytest.fixture
def begin(plain: Rooms, preferences: Preferences) -> Callable[..., Sitting]:
    """Begin a game of persons by seat and name among computers of dealt manners."""

    def begun(case: Case, persons: dict[str, str], seed: int = 3, *, is_saved: bool = False) -> Sitting:
        roster = starting.nobody(case)
        roster.update({seat: person(name) for seat, name in persons.items()})
        return starting.begin(case, roster, seed, preferences, plain, is_saved=is_saved)

    return begun
