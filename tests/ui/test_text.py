"""Text is broken into lines that fit, and nothing is lost."""

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui import text
from game.ui.look import Look
from game.ui.text import Run, Style, measure, parse, plain, render, typeset
from game.ui.theme import Tone

LOOK = Look()


def lines(words: text.Words, style: Style, width: float) -> list[str]:
    return ["".join(piece.text for piece in line) for line in typeset(words, style, width, LOOK).lines]


def test_bold_is_marked_by_two_stars() -> None:
    assert parse("a **b** c") == (Run("a "), Run("b", weight=600), Run(" c"))
    assert plain("a **b** c") == "a b c"
    assert parse("2 * 3 ** 4") == (Run("2 * 3 ** 4"),)


def test_runs_are_taken_as_they_are() -> None:
    assert plain((Run("**Ada**"),)) == "**Ada**"


def test_bold_and_plain_join_without_a_space() -> None:
    assert lines("the **end**.", Style(), 400) == ["the end."]


@settings(max_examples=60, deadline=None)
@given(
    words=st.text(alphabet="abcdef *,.é \n", max_size=120),
    width=st.floats(30, 500),
    scale=st.sampled_from([1.0, 1.25, 1.5, 2.0]),
    size=st.sampled_from([11.5, 13, 14, 18, 24]),
)
def test_lines_fit_and_keep_every_letter(words: str, width: float, scale: float, size: float) -> None:
    setting = typeset(words, Style(size=size), width, Look(scale=scale))
    assert setting.size.w <= width + 0.01 or setting.broken
    kept = "".join(piece.text for line in setting.lines for piece in line)
    assert kept.replace(" ", "") == "".join(plain(words).split())


def test_long_words_are_broken_and_said_so() -> None:
    assert typeset("Unverantwortlichkeit", Style(), 60, LOOK).broken
    assert not typeset("one two three", Style(), 60, LOOK).broken


def test_ellipsis_only_when_asked() -> None:
    words = "one two three four five six seven eight nine ten"
    assert not typeset(words, Style(), 80, LOOK).cut
    short = typeset(words, Style(max_lines=2), 80, LOOK)
    assert short.cut
    assert len(short.lines) == 2
    assert lines(words, Style(max_lines=2), 80)[-1].endswith("…")
    assert short.size.w <= 80


def test_figures_stand_in_columns() -> None:
    style = Style(tabular=True)
    assert measure("111", style, None, LOOK) == measure("808", style, None, LOOK)


def test_right_aligned_text_ends_at_the_right() -> None:
    sheet = render("x", Style(align="right"), 100, LOOK)
    assert sheet.get_width() == 100
    box = sheet.get_bounding_rect()
    assert box.right >= 97


def test_a_drawn_paragraph_is_kept_and_the_budget_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    text.forget()
    assert render("once", Style(), 100, LOOK) is render("once", Style(), 100, LOOK)
    monkeypatch.setattr(text, "_PIXEL_BUDGET", 5_000)
    sheets = [render(f"paragraph {n}", Style(), 200, LOOK) for n in range(20)]
    assert render("paragraph 19", Style(), 200, LOOK) is sheets[-1]
    assert render("paragraph 0", Style(), 200, LOOK) is not sheets[0]


def test_tone_colours_the_letters() -> None:
    sheet = render((Run("M", tone=Tone.BAD),), Style(size=24), None, LOOK)
    middle = [sheet.get_at((x, y)) for x in range(sheet.get_width()) for y in range(sheet.get_height())]
    assert pygame.Color(*LOOK.color(Tone.BAD), 255) in middle


def test_scale_multiplies_pixels_not_the_page() -> None:
    small, large = measure("Hello there", Style(), None, LOOK), measure("Hello there", Style(), None, Look(scale=2.0))
    assert large.w == pytest.approx(small.w, rel=0.1)


def test_letters_the_font_lacks_come_from_inter() -> None:
    look = Look(font="readable")
    line = typeset("from → to Жанна", Style(), None, look).lines[0]
    assert [(piece.text, piece.family) for piece in line] == [
        ("from ", "readable"),
        ("→ ", "inter"),
        ("to ", "readable"),
        ("Жанна", "inter"),
    ]
