"""Hold what decides how everything looks: theme, font and the one scale factor."""

from dataclasses import dataclass, replace
from math import floor

from game.ui.space import SMALLEST, Box, Size
from game.ui.theme import LIGHT, THEMES, Rgb, Theme, Tone

ROOMIEST = 1920, 1080
"""The page on which everything has its room: what is larger is shown larger, not emptier."""


@dataclass(frozen=True, slots=True)
class Look:
    """Name the theme, the font family and the scale; the only place that knows physical pixels."""

    theme: str = LIGHT.name
    font: str = "inter"
    scale: float = 1.0

    @property
    def colors(self) -> Theme:
        """Give the theme itself."""
        return THEMES[self.theme]

    def color(self, tone: Tone) -> Rgb:
        """Look a tone up in the theme."""
        return self.colors.color(tone)

    def px(self, n: float) -> int:
        """Turn logical into physical pixels, halves always up so that equal things stay equal."""
        return floor(n * self.scale + 0.5)

    def rect(self, box: Box) -> tuple[int, int, int, int]:
        """Round the edges of a box to physical pixels, so that neighbours still touch."""
        x, y = self.px(box.x), self.px(box.y)
        return x, y, self.px(box.right) - x, self.px(box.bottom) - y

    def logical(self, width: int, height: int) -> Size:
        """Turn a physical size into the page size that screens are built for."""
        return Size(width / self.scale, height / self.scale)

    def fitted(self, width: int, height: int) -> "Look":
        """Raise the scale on a window larger than any page needs, and lower it to hold the smallest page."""
        roomy = max(1.0, min(width / ROOMIEST[0], height / ROOMIEST[1]))
        most = min(width / SMALLEST[0], height / SMALLEST[1])
        return replace(self, scale=max(0.25, min(self.scale * roomy, most)))
