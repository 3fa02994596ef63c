"""Papers set by typst, from the same values as the pages.

The values go to a template as JSON and are set as strings, so no sign in a text is ever read as markup. Fonts are those
that travel with the game; nothing is looked for on the computer or the network.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from game import places

if TYPE_CHECKING:
    import typst

MISSING = "PDF needs the extra `pdf`, the package typst: `pip install typst`, with the pip that installed the game."


class NoTypst(Exception):  # noqa: N818 - it reads as a sentence where it is raised
    """The extra `pdf` is not installed; the sentence says how to."""

    def __init__(self) -> None:
        super().__init__(MISSING)


def check_typst() -> None:
    """Raise NoTypst without the extra `pdf`, before any work is done for it."""
    try:
        import typst  # noqa: F401, PLC0415 - an extra
    except ImportError:
        raise NoTypst from None


def set_paper(template: bytes, values: Mapping[str, object]) -> bytes:
    """Set one PDF; NoTypst without the extra `pdf`."""
    check_typst()
    import typst  # noqa: PLC0415 - an extra

    sys_inputs = {"values": json.dumps(values, ensure_ascii=False)}
    made: bytes = typst.compile(template, format="pdf", font_paths=_fonts(), sys_inputs=sys_inputs)
    return made


@cache
def _fonts() -> "typst.Fonts":
    import typst  # noqa: PLC0415 - an extra

    return typst.Fonts(include_system_fonts=False, font_paths=[str(places.assets() / "fonts" / "inter")])
