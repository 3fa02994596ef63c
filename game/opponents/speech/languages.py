"""Which languages computer seats speak."""

from collections.abc import Mapping

from game.opponents.speech.english import ENGLISH
from game.opponents.speech.language import Language

LANGUAGES: Mapping[str, Language] = {"en": ENGLISH}
"""By the first part of a language's tag."""


def spoken(tag: str) -> Language | None:
    """Find the language of a tag such as "en" or "en-GB"; None where nothing can be said in it."""
    return LANGUAGES.get(tag.replace("_", "-").split("-")[0].lower())
