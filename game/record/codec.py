"""Values of the rules as JSON and back, exactly: the same value, in the same order, to the last digit."""

import dataclasses
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import NoneType
from typing import Annotated, Any

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from game.rules.commands import Command
from game.rules.events import Audience, Event, Happening

STRICT = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)
"""How everything that comes in is read: nothing unknown, nothing bent into shape, no number that is none."""

_write = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode

AnyCommand = Annotated[Command, Field(discriminator="kind")]


class CodecError(ValueError):
    """Carry one clause that says what could not be read or written."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it is read: like `Event`, with its kinds told apart by name."""

    to: Audience
    what: Annotated[Happening, Field(discriminator="kind")]


def plain(value: object) -> Any:  # noqa: ANN401 - whatever json can write
    """Turn values of the rules into what `json` writes, in a fixed order; sets are sorted."""
    kind: type = type(value)
    return _way_of(kind)(value)


@cache
def _way_of(kind: type[Any]) -> Callable[[Any], Any]:
    """Choose once how values of a kind are turned; TypeError for what is no value of the rules."""
    if issubclass(kind, Enum) and not issubclass(kind, int | float):
        return _value
    if issubclass(kind, int | float | str | NoneType):
        return _itself
    if issubclass(kind, Mapping):
        return _by_key
    if issubclass(kind, frozenset | set):
        return _sorted
    if issubclass(kind, Iterable):
        return _listed
    names = tuple(field.name for field in dataclasses.fields(kind) if field.init)
    return lambda value: {name: plain(getattr(value, name)) for name in names}


def _itself(value: object) -> object:
    return value


def _value(value: Enum) -> object:
    return value.value


def _by_key(value: Mapping[object, object]) -> dict[Any, Any]:
    return {plain(key): plain(part) for key, part in value.items()}


def _sorted(value: frozenset[object]) -> list[Any]:
    return sorted(plain(part) for part in value)


def _listed(value: Iterable[object]) -> list[Any]:
    return [plain(part) for part in value]


def to_json(value: object) -> str:
    """Write values as one line of JSON; CodecError for numbers or characters that JSON cannot hold."""
    try:
        line = _write(plain(value))
        line.encode()
    except (ValueError, TypeError) as error:
        raise CodecError(f"it holds something that cannot be written ({error})") from None
    return line


def command_from(text: str | bytes) -> Command:
    """Build a command from JSON; CodecError if it is none."""
    try:
        return _command_reader().validate_json(text)
    except ValidationError as error:
        raise CodecError(first_problem(error)) from None


def events_from(text: str | bytes) -> tuple[Event, ...]:
    """Build events from JSON; CodecError if they are none."""
    try:
        return events_of(_events_reader().validate_json(text))
    except ValidationError as error:
        raise CodecError(first_problem(error)) from None


def events_of(told: tuple[Told, ...]) -> tuple[Event, ...]:
    """Turn events as read into those of the rules."""
    return tuple(Event(one.to, one.what) for one in told)


def first_problem(error: ValidationError) -> str:
    """Say the first thing that is wrong, and where."""
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    message = first["msg"][:1].lower() + first["msg"][1:]
    return f"{where}: {message}" if where else message


@cache
def _command_reader() -> TypeAdapter[Command]:
    """Build what reads commands, on first use: it takes longer than most programs that never read any."""
    return TypeAdapter(AnyCommand, config=STRICT)


@cache
def _events_reader() -> TypeAdapter[tuple[Told, ...]]:
    """Build what reads events, on first use."""
    return TypeAdapter(tuple[Told, ...], config=STRICT)
