"""On paper no tooltip says whose tile it is: agencies of one community carry letters."""

import pytest

from game.handouts.wording import tile
from game.rules.scene import scene_of
from game.scenario import loading


@pytest.mark.parametrize("name", [path.stem for path in loading.shipped()])
def test_no_two_agencies_have_the_same_tile(name: str) -> None:
    scene = scene_of(loading.load(loading.find(name)))
    signs = [(one.community, one.letter) for one in (tile(scene, agency) for agency in scene.agency_ids)]
    assert len(set(signs)) == len(signs)
