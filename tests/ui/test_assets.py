"""Shipped fonts and icons are there, unchanged, and open."""

import hashlib
import re
from pathlib import Path

import pytest

from game import places
from game.ui import fonts, icons, theme
from game.ui.widgets.marks import STANCES

CREDIT = re.compile(r"\| `([^`]+)` \| `([0-9a-f]{64})` \|")


def credited() -> dict[str, str]:
    return dict(CREDIT.findall((places.assets() / "CREDITS.md").read_text(encoding="utf-8")))


def test_every_file_is_credited_with_its_checksum() -> None:
    here = {
        path.relative_to(places.assets()).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in places.assets().rglob("*")
        if path.is_file() and path.name != "CREDITS.md" and path.parent.name != "screenshots"
    }
    assert here == credited()


def test_every_icon_opens_in_its_colour() -> None:
    for path in (places.assets() / "icons").glob("*.svg"):
        drawn = icons.icon(path.stem, 24, (200, 10, 20))
        assert drawn.get_size() == (24, 24)
        pixels = [drawn.get_at((x, y)) for x in range(24) for y in range(24)]
        strong = max(pixels, key=lambda pixel: pixel.a)
        assert strong.a > 90, path.name
        assert strong.r > 180, path.name
        assert strong.g < 30, path.name


def test_icons_of_the_theme_are_shipped() -> None:
    names = {*theme.ICONS.values(), *(icon for icon, _, _ in STANCES.values())}
    assert {name for name in names if not (places.assets() / "icons" / f"{name}.svg").exists()} == set()


@pytest.mark.parametrize("family", fonts.FAMILIES)
@pytest.mark.parametrize("weight", [400, 600, 700])
def test_fonts_open_and_have_the_letters_we_use(family: str, weight: int) -> None:
    assert fonts.font(family, weight, 20)
    assert fonts.able(family, "AbÇéñøŁğ–—“”‘’…−·×½") == family
    assert fonts.figure(family, weight, 20) >= fonts.width(family, weight, 20, "1")


def test_a_wheel_finds_its_own_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shipped" / "assets").mkdir(parents=True)
    monkeypatch.setattr(places, "_PACKAGE", tmp_path)
    assert places.assets() == tmp_path / "shipped" / "assets"
    assert places.scenarios() == tmp_path.parent / "scenarios"


def test_home_can_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(places.HOME_VARIABLE, str(tmp_path))
    assert places.saves() == tmp_path / "saves"
    assert places.settings_file() == tmp_path / "settings.json"
    monkeypatch.delenv(places.HOME_VARIABLE)
    assert "false-coherence" in str(places.saves())
