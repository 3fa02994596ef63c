"""Let tests of the table share a way to sit down."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import pytest
from sittings import CLINICS, Noted, second_corridor

from game.rules.view import View


@pytest.fixture
def sitting() -> Noted:
    return second_corridor()


@pytest.fixture
def view(sitting: Noted) -> View:
    return sitting.table.view(CLINICS)
