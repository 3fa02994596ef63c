"""Find what somebody probably meant."""

from collections.abc import Collection
from difflib import get_close_matches

_MOST_CHOICES = 300
_LONGEST = 60
_MOST_LISTED = 12


def nearest(word: str, choices: Collection[str]) -> str:
    """Name the choice that looks most like the word, or nothing."""
    if len(word) > _LONGEST or len(choices) > _MOST_CHOICES:
        return ""
    folded = {choice.lower().replace("-", "_"): choice for choice in choices}
    matches = get_close_matches(word.lower().replace("-", "_").replace(" ", "_"), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else ""


def advise(word: str, choices: Collection[str], are: str) -> str:
    """End a sentence about an unknown word: what was probably meant, or what there is (`are`: "the agencies are")."""
    if meant := nearest(word, choices):
        return f"did you mean {quote(meant)}?"
    if not choices:
        return "there are none."
    if len(choices) > _MOST_LISTED:
        return f"choose one of the {len(choices)} there are."
    return f"{are} {', '.join(quote(choice) for choice in choices)}."


def quote(value: str, longest: int = 40) -> str:
    """Show a word of the file on one line, shortened."""
    flat = " ".join(value.split())
    return f"`{flat if len(flat) <= longest else flat[: longest - 1] + '…'}`"
