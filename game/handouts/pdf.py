"""Sheets as PDF, set by typst from the same values as the pages.

The values go to the template as JSON and are set as strings, so no sign in a scenario's text is ever read as markup.
Fonts and icons are those that travel with the game; nothing is looked for on the computer or the network.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import cache
from importlib import resources

from game.handouts.blocks import Sheet
from game.pages.icons import icon
from game.pages.typesetting import set_paper

_INK = "#1E2A32"
_LOCK = "lock"
"""Stands over every sheet that is confidential."""


def typeset(title: str, sheets: Sequence[Sheet], language: str) -> bytes:
    """Set sheets as one PDF, each on a leaf of its own; NoTypst without the extra `pdf`."""
    laid_out = [asdict(sheet) for sheet in sheets]
    icons = {name: _inked(name) for name in sorted({_LOCK, *_icons_in(laid_out)})}
    short = language.partition("-")[0]  # typst knows "pt", not "pt-BR"
    values = {"title": title, "language": short, "sheets": laid_out, "icons": icons}
    return set_paper(_template(), values)


@cache
def _template() -> bytes:
    return resources.files("game.handouts").joinpath("handout.typ").read_bytes()


def _inked(name: str) -> dict[str, str]:
    """Draw an icon in ink, and in white for a tile."""
    drawing = icon(name).replace("<svg", '<svg width="24" height="24"', 1)
    return {"ink": drawing.replace("currentColor", _INK), "white": drawing.replace("currentColor", "#FFFFFF")}


def _icons_in(part: object) -> Iterator[str]:
    """Go through the names of all icons that something uses."""
    match part:
        case {"icon": str(name), **rest}:
            yield from (name,) if name else ()
            yield from _icons_in(tuple(rest.values()))
        case {"kind": "cards", "items": items}:
            yield from (sign for sign, _, _ in items)
        case dict():
            yield from _icons_in(tuple(part.values()))
        case list() | tuple():
            for one in part:
                yield from _icons_in(one)
        case _:
            return
