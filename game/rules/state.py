"""The whole of a game at one moment, parted by who may see what."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.rules.case import Case
from game.rules.ids import AgencyId
from game.rules.own import Own
from game.rules.room import Room
from game.rules.ruleset import Ruleset
from game.rules.scene import Role, Scene
from game.rules.sealed import Sealed


@dataclass(frozen=True, slots=True)
class State:
    """`count` is the number of commands accepted so far."""

    case: Case
    ruleset: Ruleset
    seed: int
    scene: Scene
    roles: Mapping[AgencyId, Role]
    room: Room
    own: Mapping[AgencyId, Own]
    sealed: Sealed
    count: int = 0
