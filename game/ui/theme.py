"""Name the colours, sizes and signs of the interface (see look.md)."""

from dataclasses import dataclass
from enum import StrEnum

Rgb = tuple[int, int, int]

TINY, SMALL, BODY, LARGE, HUGE = 11.5, 13.0, 14.0, 18.0, 24.0
REGULAR, SEMIBOLD, BOLD = 400, 600, 700


class Tone(StrEnum):
    """Name a colour by what it is for; every theme has all of them."""

    PAPER = "paper"
    CARD = "card"
    SUNK = "sunk"
    LINE = "line"
    TRACK = "track"
    INK = "ink"
    SOFT = "soft"
    ACCENT = "accent"
    ACCENT_SOFT = "accent_soft"
    ON_ACCENT = "on_accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    GOOD_SOFT = "good_soft"
    WARN_SOFT = "warn_soft"
    BAD_SOFT = "bad_soft"
    BAR = "bar"
    ON_BAR = "on_bar"
    ON_BAR_SOFT = "on_bar_soft"
    METER = "meter"
    MIDDLING = "middling"
    NEUTRAL = "neutral"
    FAINT = "faint"
    ON_TILE = "on_tile"


class Community(StrEnum):
    """Name the seven kinds of agency by the words of the rules."""

    MILITARY = "military"
    POLITICAL = "political"
    DONOR = "donor"
    HOST_GOVERNMENT = "host government"
    HUMANITARIAN = "humanitarian"
    DEVELOPMENT = "development"
    CIVIL_SOCIETY = "civil society"


ICONS: dict[Community, str] = {
    Community.MILITARY: "shield",
    Community.POLITICAL: "world",
    Community.DONOR: "coin",
    Community.HOST_GOVERNMENT: "building-community",
    Community.HUMANITARIAN: "heart-handshake",
    Community.DEVELOPMENT: "plant-2",
    Community.CIVIL_SOCIETY: "users",
}

_ALIASES = {
    "force": Community.MILITARY,
    "un": Community.POLITICAL,
    "government": Community.HOST_GOVERNMENT,
    "local": Community.CIVIL_SOCIETY,
}


@dataclass(frozen=True, slots=True)
class Theme:
    """Give every tone and every community a colour."""

    name: str
    tones: dict[Tone, Rgb]
    tiles: dict[Community, Rgb]
    tile_edge: Rgb | None = None

    def color(self, tone: Tone) -> Rgb:
        """Look a tone up."""
        return self.tones[tone]


def community_of(name: str) -> Community:
    """Read a community from its word in the rules, `host_government` or `force` alike."""
    plain = name.lower().replace("_", " ").replace("-", " ").strip()
    return _ALIASES.get(plain) or Community(plain)


def _rgb(code: str) -> Rgb:
    """Read a colour written as six hexadecimal digits."""
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def _theme(name: str, tones: str, tiles: str, edge: str | None = None) -> Theme:
    """Read a theme from two lines of colours in the order of the enums."""
    return Theme(
        name=name,
        tones=dict(zip(Tone, map(_rgb, tones.split()), strict=True)),
        tiles=dict(zip(Community, map(_rgb, tiles.split()), strict=True)),
        tile_edge=_rgb(edge) if edge else None,
    )


LIGHT = _theme(
    "light",
    "F5F2EA FFFDF8 FAF7F0 DAD4C6 E6E0D2 1E2A32 5A6770 0F6A6A DDECE9 FFFDF8 2F6F4E 8A5A00 9C3D2E "
    "E1EEE6 F5EBD3 F6E3DD 1E2A32 FFFDF8 B9C3C9 5A6770 C6A548 B8BFC2 BDB6A6 FFFFFF",
    "4A5D3A 2B6CA3 8A6D1D 7A3E3E B0452F 2F7D5B 5B4B8A",
)
DARK = _theme(
    "dark",
    "14191D 1D252B 192025 3A464E 333F47 EFEBE1 A9B4BB 5CC2B8 1B3B3C 0B1B1D 7FCB9D E2B75C F0917F "
    "1D3A2B 3D3218 44251F 0C1013 EFEBE1 A9B4BB 93A0A8 C6A548 66747D 55636D FFFFFF",
    "5F7A49 2F77B3 93741F 95504F B84A33 2F7D5B 7462AE",
)
CONTRAST = _theme(
    "contrast",
    "000000 000000 000000 FFFFFF 4A4A4A FFFFFF BDBDBD FFD60A 332B00 000000 7CF5A5 FFC933 FF9C8A "
    "00331A 332600 3D0F08 000000 FFFFFF CFCFCF FFFFFF FFC933 BDBDBD 6E6E6E FFFFFF",
    "3C5A24 005A9E 6B5200 7A2B2B A03018 00653F 4F3D94",
    edge="FFFFFF",
)
THEMES: dict[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


def contrast(first: Rgb, second: Rgb) -> float:
    """Give the WCAG contrast ratio of two colours, 1 to 21."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: Rgb) -> float:
    """Give relative luminance as WCAG defines it."""
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (part / 255 for part in color)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
