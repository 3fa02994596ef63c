"""Pages for a browser or a printer: one file each, without anything from outside, in the look of the window.

A template extends `page.html` and gets values; whatever is not markup of ours is escaped. Charts are drawn by macros of
`charts.html` from the numbers they are given, each with the same numbers as text.
"""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

__all__ = ["render"]


def render(template: str, **values: object) -> str:
    """Fill a template of this room; jinja2's UndefinedError if a value is missing that it needs."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("game.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
