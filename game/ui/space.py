"""Measure the page in logical pixels: sizes, boxes and the steps between them."""

from typing import NamedTuple

S4, S8, S12, S16, S24 = 4.0, 8.0, 12.0, 16.0, 24.0
RADIUS = 8.0
SMALLEST = (1280.0, 720.0)


class Size(NamedTuple):
    """Give a width and a height in logical pixels."""

    w: float
    h: float


class Box(NamedTuple):
    """Give a rectangle in logical pixels."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Give the x just past the box."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Give the y just past the box."""
        return self.y + self.h

    @property
    def middle(self) -> tuple[float, float]:
        """Give the centre point."""
        return self.x + self.w / 2, self.y + self.h / 2

    def inset(self, left: float, top: float | None = None) -> "Box":
        """Shrink by `left` at both sides and `top` above and below."""
        up = left if top is None else top
        return Box(self.x + left, self.y + up, max(0.0, self.w - 2 * left), max(0.0, self.h - 2 * up))

    def shifted(self, dx: float, dy: float) -> "Box":
        """Move without resizing."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point is inside."""
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h

    def meets(self, other: "Box") -> bool:
        """Say whether two boxes share any area."""
        x, y, w, h = self  # asked thousands of times a frame
        left, top, wide, tall = other
        return x < left + wide and left < x + w and y < top + tall and top < y + h

    def within(self, other: "Box", slack: float = 0.51) -> bool:
        """Say whether this box lies inside another, give or take rounding."""
        return (
            self.x >= other.x - slack
            and self.y >= other.y - slack
            and self.right <= other.right + slack
            and self.bottom <= other.bottom + slack
        )

    def common(self, other: "Box") -> "Box":
        """Give the shared part, which may be empty."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Box(x, y, max(0.0, min(self.right, other.right) - x), max(0.0, min(self.bottom, other.bottom) - y))
