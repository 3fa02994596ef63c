"""Let tests of what stands at the table share a moment of a game."""

import pytest
from sittings import CLINICS, Noted, second_corridor

from game.rules.view import View


@pytest.fixture
def sitting() -> Noted:
    return second_corridor()


@pytest.fixture
def view(sitting: Noted) -> View:
    return sitting.table.view(CLINICS)
