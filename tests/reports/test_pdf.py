"""The debrief as PDF: the same content as the page, on either paper, with every text as it is written."""

import re
from dataclasses import replace

import pytest
from endings import TUTORIAL, told

from game.reports import Report, report_of
from game.reports.blocks import Paragraph
from game.reports.pdf import Paper, plain, typeset

pytest.importorskip("typst")
SIZES = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}


def report(name: str) -> Report:
    return report_of(told(TUTORIAL, name))


@pytest.mark.parametrize("paper", list(Paper))
def test_it_is_set_on_the_paper_that_is_asked_for(paper: Paper) -> None:
    made = typeset(report("breakdown"), paper)
    assert made.startswith(b"%PDF")
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", made)
    assert boxes
    assert {(round(float(wide)), round(float(high))) for wide, high in boxes} == {SIZES[paper]}


@pytest.mark.parametrize("name", ["side-by-side", "sincere", "nothing"])
def test_every_kind_of_game_is_set(name: str) -> None:
    assert typeset(report(name)).startswith(b"%PDF")


def test_markup_in_a_text_is_set_as_it_is_written() -> None:
    hostile = '#panic("no") $x$ *b* [c] <d> \\ "quoted" & @e // f'
    made = report("nothing")
    first = made.parts[0]
    section = replace(first.sections[0], title=hostile, blocks=(Paragraph(hostile, "lead", (1, 2)),))
    parts = (replace(first, lead=hostile, sections=(section,)),)
    assert typeset(replace(made, title=hostile, parts=parts)).startswith(b"%PDF")


def test_pictures_are_the_same_as_on_the_page() -> None:
    from game.reports import page

    made = report("side-by-side")
    source = page(made)

    def pictures(part: object) -> list[str]:
        if isinstance(part, dict):
            own = [part["svg"]] if "says" in part and "svg" in part else []
            return own + [one for value in part.values() for one in pictures(value)]
        return [one for value in part for one in pictures(value)] if isinstance(part, list) else []

    drawn = pictures(plain(made))
    assert drawn
    assert all(picture in source for picture in drawn)
