"""Every pair of colours that is used for text can be read."""

import pytest

from game.ui.theme import CONTRAST, LIGHT, THEMES, Community, Theme, Tone, community_of, contrast

T = Tone
GROUNDS = (T.PAPER, T.CARD, T.SUNK)
PAIRS = [
    *((ink, ground) for ink in (T.INK, T.SOFT, T.ACCENT, T.GOOD, T.WARN, T.BAD) for ground in GROUNDS),
    *((ink, T.ACCENT_SOFT) for ink in (T.INK, T.SOFT, T.ACCENT)),
    *((T.INK, ground) for ground in (T.GOOD_SOFT, T.WARN_SOFT, T.BAD_SOFT)),
    (T.GOOD, T.GOOD_SOFT),
    (T.WARN, T.WARN_SOFT),
    (T.BAD, T.BAD_SOFT),
    (T.ON_ACCENT, T.ACCENT),
    (T.ON_BAR, T.BAR),
    (T.ON_BAR_SOFT, T.BAR),
    (T.CARD, T.INK),
    (T.PAPER, T.INK),
]
MARKS = [(mark, T.CARD) for mark in (T.METER, T.ACCENT, T.GOOD, T.BAD)]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_text_has_contrast(theme: Theme) -> None:
    least = 7.0 if theme is CONTRAST else 4.5
    poor = {
        (ink.value, ground.value): round(contrast(theme.color(ink), theme.color(ground)), 2)
        for ink, ground in PAIRS
        if contrast(theme.color(ink), theme.color(ground)) < least
    }
    assert poor == {}


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_signs_stand_out(theme: Theme) -> None:
    assert all(contrast(theme.color(mark), theme.color(ground)) >= 3 for mark, ground in MARKS)
    assert all(contrast((255, 255, 255), tile) >= 4 for tile in theme.tiles.values())


def test_light_has_the_colours_of_the_look() -> None:
    assert LIGHT.color(T.PAPER) == (0xF5, 0xF2, 0xEA)
    assert LIGHT.color(T.ACCENT) == (0x0F, 0x6A, 0x6A)
    assert LIGHT.tiles[Community.CIVIL_SOCIETY] == (0x5B, 0x4B, 0x8A)


@pytest.mark.parametrize(
    ("word", "community"),
    [
        ("host_government", Community.HOST_GOVERNMENT),
        ("force", Community.MILITARY),
        ("UN", Community.POLITICAL),
        ("civil-society", Community.CIVIL_SOCIETY),
        ("donor", Community.DONOR),
    ],
)
def test_communities_are_known_by_several_words(word: str, community: Community) -> None:
    assert community_of(word) is community


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((0x77, 0x77, 0x77), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
