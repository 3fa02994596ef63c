"""The kinds of values a form can ask for: each reads what is written, or says what should be written instead."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from game.scenario.nearness import nearest, quote
from game.scenario.tree import WHOLE, Plain

LONGEST_ID = 40
_NUMBER = re.compile(r"[+-]?(0|[1-9][0-9]{0,8})?(\.[0-9]{1,12})?")
_ID = re.compile(r"[a-z][a-z0-9_]*")
CASE_ID = re.compile(r"[a-z][a-z0-9_-]*")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LETTER = re.compile(r"[A-Z]{1,2}|lanes")
_TRUTHS = {"yes": True, "true": True, "no": False, "false": False}


def refuse(sentence: str, suggestion: str = "") -> PydanticCustomError:
    """Make the error of a value; the sentence goes on after the name of its key."""
    return PydanticCustomError("said", "{sentence}", {"sentence": sentence, "suggestion": suggestion})


def show(value: object) -> str:
    """Name a value that was found where another was expected."""
    match value:
        case None:
            return "nothing"
        case Plain():
            return quote(value)
        case str():
            return f"the text {quote(value)} in quotes"
        case dict():
            return "a mapping (`key: value`)"
        case list():
            return "a list"
    return quote(str(value))


def _before(read: Callable[[object], object], schema: CoreSchema) -> CoreSchema:
    return core_schema.no_info_before_validator_function(read, schema)


@dataclass(frozen=True, slots=True)
class TextShape:
    """A text that says something, in at most so many characters; `is_prose` if people read it, so it has a language."""

    most: int | None = None
    is_prose: bool = False

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _before(self._read, core_schema.str_schema(min_length=1, max_length=self.most))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Let a mapping by language stand in place of a text (`game.scenario.translations`)."""
        text = handler(schema)
        if not self.is_prose:
            return text
        inner = {"type": "string", "minLength": 1}
        return {**text, "type": ["string", "object"], "minProperties": 1, "additionalProperties": inner}

    def _read(self, value: object) -> str:
        if not isinstance(value, str):
            raise refuse(f"must be a text, not {show(value)}; write one.")
        if not (text := value.strip()):
            raise refuse("is an empty text; write one.")
        if self.most is not None and len(text) > self.most:
            raise refuse(f"has {len(text)} characters; shorten it to {self.most}.")
        return text


@dataclass(frozen=True, slots=True)
class IdShape:
    """A short lower-case word by which other places name something."""

    pattern: re.Pattern[str] = _ID
    reserved: tuple[str, ...] = ()

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _before(self._read, core_schema.str_schema(pattern=f"^{self.pattern.pattern}$", max_length=LONGEST_ID))

    def _read(self, value: object) -> str:
        if not isinstance(value, str) or not self.pattern.fullmatch(value) or len(value) > LONGEST_ID:
            advice = f"write a short id of lower-case letters, digits and underscores, at most {LONGEST_ID}"
            raise refuse(f"is {show(value)}, which is no id; {advice}.")
        if value in self.reserved:
            raise refuse(f"is {show(value)}, a word the game keeps for itself; choose another id.")
        return str(value)


class LanguageShape:
    """A language by its short code."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _before(_read_language, core_schema.str_schema(pattern=f"^{LANGUAGE.pattern}$"))


def _read_language(value: object) -> str:
    if not isinstance(value, str) or not LANGUAGE.fullmatch(value):
        raise refuse(f"is {show(value)}, which is no language; write its short code, such as `en`, `fr` or `pt-BR`.")
    return str(value)


@dataclass(frozen=True, slots=True)
class WholeShape:
    """A whole number within bounds."""

    low: int
    high: int

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _before(self._read, core_schema.int_schema(ge=self.low, le=self.high, strict=True))

    def _read(self, value: object) -> int:
        if isinstance(value, Plain) and WHOLE.fullmatch(value) and self.low <= int(value) <= self.high:
            return int(value)
        hint = _hint(value, self.high)
        raise refuse(f"must be a whole number from {self.low} to {self.high}, not {show(value)}{hint}.")


@dataclass(frozen=True, slots=True)
class NumberShape:
    """A number within bounds, with or without a decimal point."""

    low: float
    high: float

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _before(self._read, core_schema.float_schema(ge=self.low, le=self.high, strict=True))

    def _read(self, value: object) -> float:
        if isinstance(value, Plain) and _NUMBER.fullmatch(value) and any(c.isdigit() for c in value):
            number = float(value)
            if self.low <= number <= self.high:
                return number
        hint = _hint(value, self.high)
        raise refuse(f"must be a number from {self.low:g} to {self.high:g}, not {show(value)}{hint}.")


def _hint(value: object, high: float) -> str:
    """Add what to do about a number that is written in a way that could be misread."""
    if isinstance(value, Plain):
        if re.fullmatch(r"[+-]?0[0-9]+", value):
            return "; write it without leading zeros"
        if re.fullmatch(r"[0-9]+,[0-9]+", value):
            return "; write a decimal point, not a comma"
        if re.fullmatch(r"[0-9]{1,3} ?%", value):
            return f"; write {int(value.rstrip('% ')) / (100 if high <= 1 else 1):g}"
    elif isinstance(value, str) and _NUMBER.fullmatch(value):
        return "; take the quotes away"
    return ""


class TruthShape:
    """Yes or no."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _before(self._read, core_schema.bool_schema(strict=True))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"enum": [True, False, "yes", "no"]}

    def _read(self, value: object) -> bool:
        if isinstance(value, Plain) and value in _TRUTHS:
            return _TRUTHS[value]
        meant = value.strip().lower() if isinstance(value, str) else ""
        suggestion = (
            "yes" if meant in ("yes", "true", "on", "y") else "no" if meant in ("no", "false", "off", "n") else ""
        )
        how = " without quotes" if isinstance(value, str) and not isinstance(value, Plain) else " in lower case"
        raise refuse(
            f"must be `yes` or `no`, not {show(value)}; write {f'it{how}' if suggestion else 'one of the two'}.",
            suggestion,
        )


class WordShape:
    """One word of a closed vocabulary."""

    def __get_pydantic_core_schema__(self, source: type[StrEnum], handler: GetCoreSchemaHandler) -> CoreSchema:
        words = tuple(str(word) for word in source)
        return _before(lambda value: source(read_word(value, words)), handler(source))


@dataclass(frozen=True, slots=True)
class NameShape:
    """One of a few names that are rows of a table rather than a vocabulary."""

    names: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _before(lambda value: read_word(value, self.names), core_schema.literal_schema([*self.names]))


def read_word(value: object, words: Collection[str]) -> str:
    """Take one of some words, or refuse and name the nearest."""
    if isinstance(value, str) and value in words:
        return str(value)
    meant = nearest(value, words) if isinstance(value, str) else ""
    advice = f"did you mean `{meant}`?" if meant else f"choose one of {', '.join(f'`{word}`' for word in words)}."
    raise refuse(f"is {show(value)}; {advice}", meant)


def _read_letter(value: object) -> str:
    if not isinstance(value, str) or not _LETTER.fullmatch(value):
        raise refuse(f"is {show(value)}; name a text by its letter: A for the first one tabled, then B, and so on.")
    return str(value)


class LetterShape:
    """The letter of a text on the table; "lanes" where an accord is meant."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _before(_read_letter, core_schema.str_schema(pattern=f"^({_LETTER.pattern})$"))


Text = Annotated[str, TextShape()]
"""A word or a name, the same in every language."""
Prose = Annotated[str, TextShape(is_prose=True)]
"""A text for people."""
Letter = Annotated[str, LetterShape()]
Language = Annotated[str, LanguageShape()]
Id = Annotated[str, IdShape()]
CaseId = Annotated[str, IdShape(CASE_ID)]
SeatId = Annotated[str, IdShape(reserved=("room", "all", "nobody"))]
Truth = Annotated[bool, TruthShape()]
Share = Annotated[float, NumberShape(0, 1)]
Shift = Annotated[float, NumberShape(-1, 1)]
Points = Annotated[int, WholeShape(0, 100)]
PointShift = Annotated[int, WholeShape(-100, 100)]
ImpactStep = Annotated[int, WholeShape(-3, 3)]
