"""The cases that come with the game."""

import pytest

from game.rules.case import Case
from game.scenario import loading

NAMES = [path.stem for path in loading.shipped()]


@pytest.fixture(scope="session", params=NAMES)
def case(request: pytest.FixtureRequest) -> Case:
    return loading.load(loading.find(request.param))
