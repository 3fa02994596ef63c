"""Letters by which to tell agencies of one community apart, wherever a tile stands for them without a name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple, Protocol

_LONG = 4
"""Letters from which a word says something; shorter ones (the, of) do so only in capitals, such as UN."""
_DIGITS = "123456789"


class Named(Protocol):
    """Be an agency as everybody knows it."""

    @property
    def id(self) -> str:
        """Give its name in the case."""
        ...

    @property
    def name(self) -> str:
        """Give its full name."""
        ...

    @property
    def short(self) -> str:
        """Give its short name."""
        ...

    @property
    def community(self) -> str:
        """Give the kind of agency it is."""
        ...


class _Known(NamedTuple):
    """Hold what a letter depends on."""

    id: str
    community: str
    name: str
    short: str


def letters(agencies: Iterable[Named]) -> Mapping[str, str]:
    """Give a letter of its own to each agency that shares its community with another; nothing to the others."""
    return _letters(tuple(_Known(one.id, one.community, one.name, one.short) for one in agencies))


@lru_cache(maxsize=64)
def _letters(agencies: tuple[_Known, ...]) -> Mapping[str, str]:
    counted = Counter(one.community for one in agencies)
    shared = tuple(one for one in agencies if counted[one.community] > 1)
    found: dict[str, str] = {}
    for one in shared:
        taken = set(found.values())
        found[one.id] = next(letter for letter in _offered(one, shared) if letter not in taken)
    return MappingProxyType(found)


def _offered(one: _Known, shared: tuple[_Known, ...]) -> Iterator[str]:
    """Offer letters, the best first: of words in both names that no other has, of the name, of anything."""
    others = {word for other in shared if other is not one for word in _words(f"{other.name} {other.short}")}
    named, short = _words(one.name), _words(one.short)
    own = [word for word in named if word not in others]
    for words in ([word for word in own if word in short], own, named, short):
        yield from (word[0] for word in words)
    yield from (letter for letter in one.name.upper() if letter.isalpha())
    yield from _DIGITS


def _words(name: str) -> list[str]:
    """Give the words that say something, in capitals and without marks around them."""
    words = (word.strip(".,;:()'\"") for word in name.replace("-", " ").split())
    return [word.upper() for word in words if word[:1].isalpha() and (len(word) >= _LONG or word.isupper())]
