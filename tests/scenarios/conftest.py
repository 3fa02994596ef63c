"""The cases that come with the game."""

import pytest

from game.rules.case import Case
from game.scenario import loading


@pytest.fixture(scope="session", params=["tutorial", "afghanistan-district-2006"])
def case(request: pytest.FixtureRequest) -> Case:
    return loading.load(loading.find(request.param))
