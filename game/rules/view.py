"""The one door: what leaves the rules for a seat is built here, part by part, and nowhere else.

A state is parted by audience (`room`, `own`, `sealed`): a view is a choice of parts, never a copy with things cut out.
"""

from dataclasses import dataclass

from game.rules.ids import AgencyId
from game.rules.own import Own
from game.rules.room import Room
from game.rules.ruleset import Ruleset
from game.rules.scene import Role, Scene
from game.rules.state import State


@dataclass(frozen=True, slots=True)
class PublicView:
    """What anybody may see."""

    scene: Scene
    ruleset: Ruleset
    room: Room


@dataclass(frozen=True, slots=True)
class View:
    """What one seat may see: the public view, its own role, and what passed between it and others."""

    seat: AgencyId
    scene: Scene
    ruleset: Ruleset
    room: Room
    role: Role
    own: Own


def view(state: State, seat: AgencyId) -> View:
    """Build what a seat may see; KeyError if the case has no such agency."""
    return View(seat, state.scene, state.ruleset, state.room, state.roles[seat], state.own[seat])


def public_view(state: State) -> PublicView:
    """Build what anybody may see."""
    return PublicView(state.scene, state.ruleset, state.room)
