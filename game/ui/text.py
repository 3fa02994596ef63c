"""Set and render text; every word on the screen goes through `render`."""

import re
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

import pygame

from game.ui import fonts
from game.ui.look import Look
from game.ui.space import Size
from game.ui.theme import BODY, REGULAR, SEMIBOLD, Tone

Align = Literal["left", "center", "right"]
_PIXEL_BUDGET = 12_000_000
_TOKEN = re.compile(r"\n|[^\S\n\u00a0]+|[\S\u00a0]+")
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Run:
    """Give a stretch of text in one weight and tone; None takes the paragraph's."""

    text: str
    weight: int | None = None
    tone: Tone | None = None


Words = str | tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """Say how a paragraph is set."""

    size: float = BODY
    weight: int = REGULAR
    tone: Tone = Tone.INK
    align: Align = "left"
    leading: float = 1.4
    max_lines: int | None = None
    tabular: bool = False
    spacing: float = 0.0


class Piece(NamedTuple):
    """Hold a stretch of one line in one weight, tone and font family."""

    text: str
    weight: int
    tone: Tone
    family: str


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Typeset:
    """Hold the lines of a paragraph, its logical size and what did not fit."""

    lines: tuple[Line, ...]
    widths: tuple[int, ...]
    size: Size
    line_height: int
    cut: bool
    broken: bool


def parse(words: Words) -> tuple[Run, ...]:
    """Read `**bold**` into runs; runs pass through."""
    if not isinstance(words, str):
        return words
    runs: list[Run] = []
    for index, part in enumerate(_BOLD.split(words)):
        if part:
            runs.append(Run(part, weight=SEMIBOLD if index % 2 else None))
    return tuple(runs)


def plain(words: Words) -> str:
    """Give the text without any markup."""
    return "".join(run.text for run in parse(words))


@lru_cache(maxsize=8192)
def typeset(words: Words, style: Style, width: float | None, look: Look) -> Typeset:
    """Break a paragraph into lines no wider than `width` logical pixels."""
    room = None if width is None else max(1, int(width * look.scale + 0.01))
    setter = _Setter(style, look)
    lines, broken = setter.lines(parse(words), room)
    lines, cut = setter.shorten(lines, room)
    widths = tuple(setter.width(line) for line in lines)
    tall = setter.line_height()
    size = Size(max(widths, default=0) / look.scale, tall * len(lines) / look.scale)
    return Typeset(tuple(lines), widths, size, tall, cut, broken)


def measure(words: Words, style: Style, width: float | None, look: Look) -> Size:
    """Give the logical size of a paragraph."""
    return typeset(words, style, width, look).size


def render(words: Words, style: Style, width: float | None, look: Look) -> pygame.Surface:
    """Draw a paragraph on a transparent surface, from the cache when it was drawn before."""
    return _rendered.get((words, style, width, look))


def forget() -> None:
    """Drop everything set and drawn."""
    typeset.cache_clear()
    _rendered.clear()


@dataclass(frozen=True, slots=True)
class _Setter:
    """Measure and break lines in one style."""

    style: Style
    look: Look

    def pixels(self) -> int:
        """Give the physical size of the type."""
        return self.look.px(self.style.size + 0.01)

    def line_height(self) -> int:
        """Give the physical height of a line; never so low that letters are cut."""
        tall = fonts.font(self.look.font, REGULAR, self.pixels()).get_height()
        return max(tall, self.look.px(self.style.size * self.style.leading))

    def piece_width(self, piece: Piece) -> int:
        """Measure one stretch, with figures in columns or letters spaced where asked."""
        if not self.is_spaced(piece):
            return fonts.width(piece.family, piece.weight, self.pixels(), piece.text)
        return sum(self.advance(letter, piece) for letter in piece.text)

    def is_spaced(self, piece: Piece) -> bool:
        """Say whether a stretch is set letter by letter."""
        return bool(self.style.spacing) or (self.style.tabular and any(map(str.isdigit, piece.text)))

    def advance(self, letter: str, piece: Piece) -> int:
        """Measure one letter of a stretch that is set letter by letter."""
        if self.style.tabular and letter in "0123456789":
            return fonts.figure(piece.family, piece.weight, self.pixels())
        return fonts.width(piece.family, piece.weight, self.pixels(), letter) + self.look.px(self.style.spacing)

    def width(self, line: Line) -> int:
        """Measure a line."""
        return sum(map(self.piece_width, line))

    def lines(self, runs: tuple[Run, ...], room: int | None) -> tuple[list[Line], bool]:
        """Fill lines greedily; say whether a word had to be broken."""
        if len(runs) == 1 and (line := self._whole(runs[0])) and (room is None or self.width(line) <= room):
            return [line], False  # as most texts do, without measuring word by word
        done: list[Line] = []
        current: Line = ()
        broken = False
        for word in self._words(runs):
            if word is None:
                done.append(current)
                current = ()
                continue
            longer = _joined(current, word)
            if room is None or self.width(longer) <= room:
                current = longer
                continue
            if current:
                done.append(current)
            current = word
            while self.width(current) > room and sum(len(piece.text) for piece in current) > 1:
                head, current = self._broken(current, room)
                done.append(head)
                broken = True
        return [*done, current], broken

    def shorten(self, lines: list[Line], room: int | None) -> tuple[list[Line], bool]:
        """Keep the lines asked for and end the last one with an ellipsis."""
        most = self.style.max_lines
        if most is None or len(lines) <= most:
            return lines, False
        kept, last = lines[: most - 1], lines[most - 1]
        while last and room is not None and self.width(_dotted(last)) > room:
            end = last[-1]
            last = (*last[:-1], end._replace(text=end.text[:-1])) if len(end.text) > 1 else last[:-1]
        return [*kept, _dotted(last)], True

    def _words(self, runs: tuple[Run, ...]) -> Iterator[Line | None]:
        """Give words as their pieces, and None for each line break."""
        word: Line = ()
        for run in runs:
            for token in _tokens(run.text):
                if not _is_word(token):
                    if word:
                        yield word
                        word = ()
                    if token == "\n":
                        yield None
                else:
                    family = fonts.able(self.look.font, token)
                    word = (*word, Piece(token, run.weight or self.style.weight, run.tone or self.style.tone, family))
        if word:
            yield word

    def _whole(self, run: Run) -> Line:
        """Give a run as one line, or none if it breaks or needs a second family."""
        text = " ".join(filter(_is_word, _tokens(run.text)))
        family = fonts.able(self.look.font, text)
        if not text or "\n" in run.text or family != self.look.font:
            return ()
        return (Piece(text, run.weight or self.style.weight, run.tone or self.style.tone, family),)

    def _broken(self, word: Line, room: int) -> tuple[Line, Line]:
        """Split a word that is wider than the line after the letters that fit."""
        first = word[0]
        for count in range(1, len(first.text)):
            if self.piece_width(first._replace(text=first.text[: count + 1])) > room:
                head, tail = first.text[:count], first.text[count:]
                return (first._replace(text=head),), (first._replace(text=tail), *word[1:])
        if len(word) > 1:
            return (first,), word[1:]
        return (first._replace(text=first.text[:1]),), (first._replace(text=first.text[1:]),)


def _tokens(text: str) -> list[str]:
    """Part a text into words, blanks and line breaks; a percent sign stays with its number."""
    return _TOKEN.findall(text.replace(" %", "\u00a0%"))


def _is_word(token: str) -> bool:
    return not token.isspace() or "\u00a0" in token


def _joined(line: Line, word: Line) -> Line:
    """Add a word to a line, merging stretches that look the same."""
    if not line:
        return word
    last, first = line[-1], word[0]
    if last[1:] == first[1:]:
        return (*line[:-1], last._replace(text=f"{last.text} {first.text}"), *word[1:])
    return (*line[:-1], last._replace(text=last.text + " "), *word)


def _dotted(line: Line) -> Line:
    """End a line with an ellipsis."""
    if not line:
        return (Piece("…", REGULAR, Tone.SOFT, fonts.FALLBACK),)
    return (*line[:-1], line[-1]._replace(text=line[-1].text.rstrip(" ,.;:") + "…"))


def _draw(words: Words, style: Style, width: float | None, look: Look) -> pygame.Surface:
    """Draw a paragraph without the cache."""
    setting, setter = typeset(words, style, width, look), _Setter(style, look)
    room = max(setting.widths, default=0)
    if style.align != "left" and width is not None:
        room = max(room, look.px(width))
    sheet = pygame.Surface((max(1, room), max(1, setting.line_height * len(setting.lines))), pygame.SRCALPHA)
    for row, (line, wide) in enumerate(zip(setting.lines, setting.widths, strict=True)):
        x = {"left": 0, "center": (room - wide) // 2, "right": room - wide}[style.align]
        for piece in line:
            _draw_piece(sheet, piece, (x, row * setting.line_height), setter)
            x += setter.piece_width(piece)
    return sheet


def _draw_piece(sheet: pygame.Surface, piece: Piece, at: tuple[int, int], setter: _Setter) -> None:
    """Draw one stretch of a line, centred in the height of the line."""
    face = fonts.font(piece.family, piece.weight, setter.pixels())
    usual = fonts.font(setter.look.font, REGULAR, setter.pixels())
    color = setter.look.color(piece.tone)
    base = (setter.line_height() - usual.get_height()) // 2 + usual.get_ascent()
    x, y = at[0], at[1] + base - face.get_ascent()
    if not setter.is_spaced(piece):
        sheet.blit(face.render(piece.text, True, color), (x, y))
        return
    for letter in piece.text:
        advance = setter.advance(letter, piece)
        own = fonts.width(piece.family, piece.weight, setter.pixels(), letter)
        nudge = (advance - own) // 2 if letter.isdigit() else 0
        sheet.blit(face.render(letter, True, color), (x + nudge, y))
        x += advance


class _Rendered:
    """Keep drawn paragraphs up to a budget of pixels, dropping the longest unused."""

    def __init__(self) -> None:
        self._sheets: OrderedDict[tuple[Words, Style, float | None, Look], pygame.Surface] = OrderedDict()
        self._pixels = 0

    def get(self, key: tuple[Words, Style, float | None, Look]) -> pygame.Surface:
        """Find or draw a paragraph."""
        sheet = self._sheets.get(key)
        if sheet is not None:
            self._sheets.move_to_end(key)
            return sheet
        sheet = self._sheets[key] = _draw(*key)
        self._pixels += sheet.get_width() * sheet.get_height()
        while self._pixels > _PIXEL_BUDGET and len(self._sheets) > 1:
            _, old = self._sheets.popitem(last=False)
            self._pixels -= old.get_width() * old.get_height()
        return sheet

    def clear(self) -> None:
        """Drop every sheet."""
        self._sheets.clear()
        self._pixels = 0


_rendered = _Rendered()
