"""Agencies of one community are told apart by a letter on their tiles; the others keep their icon."""

from pathlib import Path

import pygame
import pytest

from game.desk.record import record_rows
from game.record import computer
from game.record.sentences.letters import Named, letters
from game.rules.vocabulary import Community
from game.scenario import loading
from game.session import open_table
from game.ui import AgencyTile, Box, Canvas, Look
from game.ui.theme import THEMES
from game.ui.tiles import tile


class Agency:
    """Be known by two names."""

    def __init__(self, name: str, short: str = "", community: str = "donor") -> None:
        self.id, self.name, self.short, self.community = name, name, short or name, community


def letters_of(*agencies: Named) -> list[str]:
    found = letters(agencies)
    return [found.get(agency.id, "") for agency in agencies]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((("Planning ministry", "Ministry"), ("Uplands administration", "The Uplands")), ["M", "U"]),
        ((("UN health agency", "UN health"), ("National health NGO", "National NGO")), ["U", "N"]),
        ((("Ministry of Health", "Health ministry"), ("Ministry of Education", "Schools ministry")), ["H", "E"]),
        ((("The north", ""), ("The northern town", "")), ["N", "T"]),
        ((("A", ""), ("A.", ""), ("A;", "")), ["A", "1", "2"]),
    ],
)
def test_a_letter_sets_an_agency_apart(names: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert letters_of(*(Agency(name, short) for name, short in names)) == expected


def test_who_is_the_only_one_of_its_community_keeps_the_icon() -> None:
    agencies = (Agency("Fund"), Agency("Bank"), Agency("Force", community="military"))
    assert letters_of(*agencies) == ["F", "B", ""]
    assert tile(agencies[2], agencies, 22) == AgencyTile("military", 22)
    assert tile(agencies[0], agencies, 22) == AgencyTile("donor", 22, "F")


@pytest.mark.parametrize("path", loading.shipped(), ids=lambda path: path.stem)
def test_no_two_agencies_of_a_case_look_alike(path: Path) -> None:
    case = loading.load(path)
    found = letters(case.agencies)
    looks = [found.get(agency.id) or str(agency.community) for agency in case.agencies]
    assert len(set(looks)) == len(looks)
    alone = {one.id for one in case.agencies if [x.community for x in case.agencies].count(one.community) == 1}
    assert not alone & set(found)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [16, 22, 44])
def test_letters_stand_large_in_the_middle_of_the_tile(theme: str, size: int) -> None:
    surface = pygame.Surface((size, size))
    canvas, box = Canvas(surface, Look(theme=theme)), Box(0, 0, size, size)
    AgencyTile("donor", size, "H").draw(canvas, box, None)  # type: ignore[arg-type] # a tile does not look at it
    ground = THEMES[theme].tiles[Community.DONOR]  # type: ignore[index] # the words are the same
    assert surface.get_at((3, size // 2))[:3] == ground
    inner = surface.subsurface((3, 3, size - 6, size - 6))
    (drawn,) = pygame.mask.from_threshold(inner, (255, 255, 255), (90, 90, 90)).get_bounding_rects()
    assert drawn.height >= size * 0.4
    assert abs(drawn.centerx - inner.get_width() / 2) <= 1.5
    assert abs(drawn.centery - inner.get_height() / 2) <= 1.5


def test_the_record_shows_the_same_letters() -> None:
    case = next(case for case in map(loading.load, loading.shipped()) if letters(case.agencies))
    table = open_table(case, {agency: computer("talker") for agency in case.agency_ids}, seed=3)
    while not table.is_closed and len(table.sentences(None)) < 60:
        table.step()
    rows = record_rows(table.scene, table.sentences(None), 0)
    found = letters(case.agencies)
    assert {row.letter for row in rows if row.agency} >= set(found.values())
    assert all(row.letter == found.get(str(row.agency), "") for row in rows)
