"""Chance without a stream: every draw stands alone under its key (R10.1)."""

from hashlib import blake2b


def draw(seed: int, *key: str | int) -> float:
    """Draw a number in [0, 1) for (seed, what for, who, when); the same on every machine."""
    name = "\x1f".join((str(seed), *map(str, key)))
    return int.from_bytes(blake2b(name.encode(), digest_size=6).digest(), "big") / float(1 << 48)
