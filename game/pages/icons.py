"""The icons that travel with the game, as they stand in a page."""

import re
from collections.abc import Mapping
from functools import cache

from markupsafe import Markup

from game import places
from game.rules.vocabulary import Community

COMMUNITIES: Mapping[Community, str] = {
    Community.MILITARY: "shield",
    Community.POLITICAL: "world",
    Community.DONOR: "coin",
    Community.HOST_GOVERNMENT: "building-community",
    Community.HUMANITARIAN: "heart-handshake",
    Community.DEVELOPMENT: "plant-2",
    Community.CIVIL_SOCIETY: "users",
}
"""The icon of each kind of agency."""


@cache
def icon(name: str) -> str:
    """Read an icon, in the colour of what stands around it; OSError if there is none of that name."""
    drawing = (places.assets() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    drawing = re.sub(r'\s(class|width|height)="[^"]*"', "", drawing, count=3)
    return re.sub(r"\s+", " ", drawing).replace("> <", "><").strip()


def drawn(name: str) -> Markup:
    """Set an icon into a page, where the words around it say what it says."""
    return Markup(icon(name).replace("<svg", '<svg aria-hidden="true"', 1))
