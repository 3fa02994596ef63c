"""A report as PDF, set by typst from the same values as the page, with the same pictures."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import get_args

from game.pages import render
from game.pages.icons import icon
from game.pages.typesetting import set_paper
from game.reports.blocks import Key, Report
from game.reports.drawings import Drawing

_DRAWINGS = get_args(Drawing)


class Paper(StrEnum):
    """What a report is printed on."""

    A4 = "a4"
    LETTER = "letter"


_SIZES: Mapping[Paper, str] = {Paper.A4: "a4", Paper.LETTER: "us-letter"}
"""As typst calls them."""


def typeset(report: Report, paper: Paper = Paper.A4) -> bytes:
    """Set a report as PDF; NoTypst without the extra `pdf`."""
    short = report.language.partition("-")[0]  # typst knows "pt", not "pt-BR"
    values = {"paper": _SIZES[paper], "language": short, "report": plain(report), "icons": _icons(report)}
    return set_paper(_template(), values)


@cache
def _template() -> bytes:
    return resources.files("game.reports").joinpath("debrief.typ").read_bytes()


def plain(part: object) -> object:
    """Turn a report or a part of one into what JSON holds; drawings become pictures."""
    match part:
        case _ if isinstance(part, _DRAWINGS):
            return {"svg": _picture("drawing.html", drawing=part), "says": part.says, "kind": part.kind}
        case Key(sign, text, tile):
            drawn = _picture("sign.html", sign=sign)
            is_picture = drawn.startswith("<svg")
            return {"svg": drawn if is_picture else "", "sign": sign, "text": text, "tile": plain(tile)}
        case tuple():
            return [plain(one) for one in part]
        case _ if is_dataclass(part):
            return {held.name: plain(getattr(part, held.name)) for held in fields(part)}
        case _:
            return part


def _picture(template: str, **values: object) -> str:
    return render(template, **values).strip()


def _icons(report: Report) -> dict[str, str]:
    """Draw every icon that a report uses, in white for a tile, and that of the verdict in ink."""
    names = {tile_icon for tile_icon in _icons_in(report) if tile_icon != report.masthead.icon}
    white = {name: _coloured(name, "#FFFFFF") for name in sorted(names)}
    return {**white, report.masthead.icon: _coloured(report.masthead.icon, "#1E2A32")}


def _icons_in(part: object) -> set[str]:
    match part:
        case tuple():
            return set[str]().union(*(_icons_in(one) for one in part))
        case _ if isinstance(part, _DRAWINGS):
            return set()
        case _ if is_dataclass(part):
            held = {one.name: getattr(part, one.name) for one in fields(part)}
            own = {held["icon"]} if isinstance(held.get("icon"), str) else set[str]()
            return own.union(*(_icons_in(value) for value in held.values()))
        case _:
            return set()


def _coloured(name: str, colour: str) -> str:
    return icon(name).replace("<svg", '<svg width="24" height="24"', 1).replace("currentColor", colour)
