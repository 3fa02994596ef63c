"""What the host says to people in the instructor's name."""

from collections.abc import Sequence

LONGEST_NOTICE = 500
SENTENCES = 8
"""Of what happened meanwhile, the last so many at most."""


def meanwhile(did: Sequence[str]) -> str:
    """Say what happened on a seat while a computer played it: the last of it, in whole sentences."""
    if not did:
        return "You have your seat back. Nothing happened meanwhile that you could see."
    words = ["You have your seat back. Meanwhile:", *did[-SENTENCES:]]
    while len(words) > 2 and len(" ".join(words)) > LONGEST_NOTICE:
        del words[1]
    return " ".join(words)
