"""Numeric issues cut into levels: a table negotiates over a few, not over every number between."""

from game.scenario.domains.negotiation import Range, Value


def cut(range_: Range, most: int) -> tuple[Value, ...]:
    """Cut a range into at most so many levels, evenly, both ends included."""
    if range_.high <= range_.low:
        return (_level(range_.low),)
    steps = most - 1
    if range_.is_whole:
        steps = min(steps, round(range_.high - range_.low))
    numbers = [range_.low + (range_.high - range_.low) * step / steps for step in range(steps + 1)]
    return tuple(_level(float(round(number)) if range_.is_whole else number) for number in numbers)


def is_cut(range_: Range, levels: int) -> bool:
    """Say whether something lies between the levels."""
    return not range_.is_whole or range_.high - range_.low + 1 > levels


def _level(number: float) -> Value:
    return Value(f"{number:.6g}" if abs(number) < 1e6 else f"{number:.12g}", number)
