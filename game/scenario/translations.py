"""Texts in several languages: wherever a text is expected, a mapping by language may stand, `{en: Road, fr: Route}`.

The languages are those that `languages` names, else that of `language`. A text that lacks one falls back to the first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from types import NoneType
from typing import Annotated, get_args, get_origin

from game.scenario.forms import ConditionForm, Form, ScenarioForm
from game.scenario.nearness import quote
from game.scenario.problems import Finding
from game.scenario.shapes import LANGUAGE, TextShape, show
from game.scenario.tree import Node

USUAL = "en"
MOST_LANGUAGES = 12


@dataclass(frozen=True, slots=True)
class Slot:
    """A place where a text for people belongs, and what is written there."""

    owner: Node
    key: str | int
    written: Node

    @property
    def is_by_language(self) -> bool:
        """Say whether a mapping by language stands there."""
        return any(LANGUAGE.fullmatch(key) for key in self.written.entries)

    @property
    def label(self) -> str:
        """Name it as it is written in the file."""
        return f"Item {self.key + 1}" if isinstance(self.key, int) else quote(self.key)


def find_slots(root: Node) -> tuple[Slot, ...]:
    """Find every text for people in the tree of a scenario, in the order of the form."""
    below = _texts_of(ScenarioForm)
    return tuple(_seek(root, below)) if below else ()


def languages_of(root: Node) -> tuple[str, ...]:
    """Name the languages of a scenario; the first is the one that texts fall back to."""
    named = [word for word, _ in islice(root.get("languages").words(), MOST_LANGUAGES)]
    return tuple(dict.fromkeys(named)) or (root.get("language").word or USUAL,)


def speak(slots: Sequence[Slot], language: str, first: str) -> None:
    """Put every text of the tree into one language, or where it lacks that into the first, or into any it has."""
    for slot in slots:
        if slot.is_by_language:
            by_language = dict(slot.written.pairs())
            found = (by_language.get(language), by_language.get(first), *by_language.values())
            texts = [node for node in found if node is not None and node.word is not None]
            slot.owner.put(slot.key, texts[0] if texts else slot.written)


def refuse_language(root: Node, language: str, languages: Sequence[str]) -> Finding:
    """Refuse a language that the file does not name."""
    there = ", ".join(quote(one) for one in languages)
    place = root.key("languages" if "languages" in root.entries else "language")
    return Finding(place, f"There are no texts in {quote(language)} here, only in {there}; choose one that is there.")


def find_language_clashes(root: Node) -> Iterator[Finding]:
    """Report languages that are named twice, or differently in two places."""
    alone, several = root.get("language"), root.get("languages")
    seen: set[str] = set()
    for word, place in several.words():
        if word in seen:
            yield Finding(place, f"The language {quote(word)} stands twice in `languages`; keep it once.")
        seen.add(word)
    if len(several.items) > MOST_LANGUAGES:
        message = f"`languages` names {len(several.items)} languages; keep {MOST_LANGUAGES} of them."
        yield Finding(root.key("languages"), message)
    first = next((word for word, _ in several.words()), None)
    if first is not None and alone.word is not None and alone.word != first:
        message = f"`language` is {quote(alone.word)}, but `languages` begins with {quote(first)}; delete `language`."
        yield Finding(root.key("language"), message, first)


def find_mistranslations(slots: Sequence[Slot], languages: Sequence[str]) -> Iterator[Finding]:
    """Report texts in a language that the file does not name, and texts without the first one."""
    for slot in slots:
        if not slot.is_by_language:
            continue
        unknown = [key for key in slot.written.entries if key not in languages]
        for key in unknown:
            yield Finding(slot.written.key(key), _refuse_key(key, languages))
        if languages[0] not in slot.written.entries and not unknown:
            message = f"{slot.label} has no text in {quote(languages[0])}, which the others fall back to; add it."
            yield Finding(slot.written.place, message, languages[0])
        for key, text in slot.written.pairs():
            if LANGUAGE.fullmatch(key) and (text.word is None or not text.word.strip()):
                shown = "an empty text" if text.word is not None else show(text.value)
                yield Finding(text.place, f"{quote(key)} must be a text, not {shown}; write it or delete the key.")


def _refuse_key(key: str, languages: Sequence[str]) -> str:
    if not LANGUAGE.fullmatch(key):
        return f"{quote(key)} is no language; between braces a comma ends a text, so put texts with commas in quotes."
    named = ", ".join((*languages, key))
    return f"The file does not name the language {quote(key)}; write `languages: [{named}]`, or delete this."


def find_untranslated(slots: Sequence[Slot], language: str, first: str) -> Iterator[Finding]:
    """Warn of every text that lacks a language."""
    for slot in _untranslated(slots, language, first):
        how = f"write `{{{first}: …, {language}: …}}`" if slot.written.word is not None else "add it"
        message = f"{slot.label} has no text in {quote(language)}; {how}."
        yield Finding(slot.written.place, message, language, is_error=False)


def count_untranslated(root: Node, slots: Sequence[Slot], languages: Sequence[str]) -> Iterator[Finding]:
    """Warn once for each language that texts lack."""
    for language in languages[1:]:
        if count := sum(1 for _ in _untranslated(slots, language, languages[0])):
            texts, them = ("1 text has", "it") if count == 1 else (f"{count} texts have", "them")
            message = f"{texts} no {quote(language)}; `check --language {language}` lists {them}."
            yield Finding(root.key("languages"), message, language, is_error=False)


def _untranslated(slots: Sequence[Slot], language: str, first: str) -> Iterator[Slot]:
    """Go through the texts that lack a language; none lacks the first, or that is an error of its own."""
    for slot in slots:
        has_one = slot.written.word is not None or slot.is_by_language
        if language != first and has_one and language not in slot.written.entries:
            yield slot


@dataclass(frozen=True, slots=True)
class _Below:
    """Where texts stand below a place: under these keys, or under every key or item."""

    is_text: bool = False
    keys: Mapping[str, "_Below"] = field(default_factory=dict)
    each: "_Below | None" = None


def _seek(node: Node, below: _Below) -> Iterator[Slot]:
    """Go through the texts below a node."""
    for key, inner in below.keys.items():
        if key in node.entries:
            yield from _take(node, key, node.get(key), inner)
    if below.each is not None:
        for name, held in node.pairs():
            yield from _take(node, name, held, below.each)
        for index, item in enumerate(node.items):
            yield from _take(node, index, item, below.each)


def _take(owner: Node, key: str | int, node: Node, below: _Below) -> Iterator[Slot]:
    if not below.is_text:
        yield from _seek(node, below)
    elif node.value is not None:
        yield Slot(owner, key, node)


@cache
def _texts_of(shape: object) -> _Below | None:
    """Say where texts stand in what has this shape; None if nowhere."""
    parts = [part for part in get_args(shape) if part is not NoneType]
    if get_origin(shape) is Annotated:
        is_text = any(isinstance(part, TextShape) and part.is_prose for part in parts[1:])
        return _Below(is_text=True) if is_text else _texts_of(parts[0])
    if NoneType in get_args(shape) and len(parts) == 1:
        return _texts_of(parts[0])
    if get_origin(shape) in (dict, list):
        each = _texts_of(parts[-1])
        return _Below(each=each) if each else None
    if isinstance(shape, type) and issubclass(shape, Form) and shape is not ConditionForm:
        return _texts_in(shape)
    return None


def _texts_in(form: type[Form]) -> _Below | None:
    keys = {}
    for name, described in form.model_fields.items():
        whole: object = described.annotation
        if described.metadata:  # pydantic took it apart
            whole = Annotated[described.annotation, *described.metadata]
        if (below := _texts_of(whole)) is not None:
            keys[described.alias or name] = below
    return _Below(keys=keys) if keys else None
