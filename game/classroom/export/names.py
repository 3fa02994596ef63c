"""People's names, and numbers in their place: the same person has the same number over the whole class."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from game.record import Handover, Holder, Journal
from game.rules.ids import AgencyId

AND = " and "
"""How the class writes two people who share a seat."""


@dataclass(frozen=True, slots=True)
class Names:
    """What stands for each name; by itself it leaves everything as it is."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    """By name, as `_key` writes it."""
    pattern: re.Pattern[str] | None = None

    def in_words(self, text: str) -> str:
        """Replace every name that stands in a text as a word of its own, in whatever letters."""
        if self.pattern is None:
            return text
        composed = unicodedata.normalize("NFC", text)
        changed = self.pattern.sub(lambda found: self.of_person(found.group()), composed)
        return text if changed == composed else changed

    def of_holder(self, holder: Holder) -> Holder:
        """Take away the token, and replace who is on the seat."""
        people = people_on(holder.name, self.numbers)
        return replace(holder, token="", name=AND.join(self.of_person(one) for one in people))

    def of_person(self, name: str) -> str:
        """Replace one person's name."""
        if self.pattern is None:
            return name
        number = self.numbers.get(_key(name))
        return "a person" if number is None else f"person {number}"


def replacing(journals: Iterable[Journal], people: Iterable[str] = ()) -> Names:
    """Number everybody in order of appearance; `people` are names known beforehand, such as the class's own list."""
    numbers: dict[str, int] = {}
    spelt: dict[str, str] = {}
    for name in _appearing(journals, people):
        if key := _key(name):
            numbers.setdefault(key, len(numbers) + 1)
            spelt.setdefault(key, name)
    words = sorted(spelt.values(), key=len, reverse=True)
    if not words:
        return Names(numbers, re.compile(r"(?!)"))
    either = "|".join(r"\s+".join(re.escape(part) for part in _tidy(word).split()) for word in words)
    return Names(numbers, re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE))


def names_in(journal: Journal, people: Iterable[str] = ()) -> Mapping[AgencyId, tuple[str, ...]]:
    """Name everybody who ever held each seat, once, in order of appearance; `people` as in `replacing`."""
    known = {_key(name) for name in people}
    found: dict[AgencyId, dict[str, str]] = {}
    for seat, holder in _holders(journal):
        for name in people_on(holder.name, known):
            found.setdefault(seat, {}).setdefault(_key(name), name)
    return {seat: tuple(names.values()) for seat, names in found.items()}


def distinct(names: Iterable[str]) -> int:
    """Count people, however their names are spelt."""
    return len({_key(name) for name in names})


def people_on(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Part the name of a seat's holder into people; a name that is known stays whole."""
    keys = frozenset(known)
    parts = name.split(AND) if name.strip() else []
    found: list[str] = []
    while parts:
        size = next((n for n in range(len(parts), 0, -1) if _key(AND.join(parts[:n])) in keys), 1)
        found.append(AND.join(parts[:size]))
        parts = parts[size:]
    return tuple(found)


def _appearing(journals: Iterable[Journal], people: Iterable[str]) -> Iterator[str]:
    listed = tuple(people)
    known = {_key(name) for name in listed}
    yield from listed
    for journal in journals:
        for _, holder in _holders(journal):
            yield from people_on(holder.name, known)


def _holders(journal: Journal) -> Iterator[tuple[AgencyId, Holder]]:
    yield from journal.header.roster.items()
    yield from ((line.seat, line.holder) for line in journal.lines if isinstance(line, Handover))


def _tidy(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def _key(name: str) -> str:
    """Write a name so that the same one in other letters is the same."""
    return _tidy(name).casefold()
