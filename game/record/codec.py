"""Values of the rules as JSON and back, exactly: the same value, in the same order, to the last digit."""

import dataclasses
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Annotated, Any

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from game.rules.commands import Command
from game.rules.events import Audience, Event, Happening

STRICT = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)
"""How everything that comes in is read: nothing unknown, nothing bent into shape, no number that is none."""

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
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {plain(key): plain(part) for key, part in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(plain(part) for part in value)
    if isinstance(value, Iterable):
        return [plain(part) for part in value]
    kind: type = type(value)
    return {name: plain(getattr(value, name)) for name in _field_names(kind)}


def to_json(value: object) -> str:
    """Write values as one line of JSON; CodecError for numbers or characters that JSON cannot hold."""
    try:
        line = json.dumps(plain(value), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
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
def _field_names(kind: type) -> tuple[str, ...]:
    """Name the fields that a value is built from; TypeError if it is no dataclass."""
    return tuple(field.name for field in dataclasses.fields(kind) if field.init)


@cache
def _command_reader() -> TypeAdapter[Command]:
    """Build what reads commands, on first use: it takes longer than most programs that never read any."""
    return TypeAdapter(AnyCommand, config=STRICT)


@cache
def _events_reader() -> TypeAdapter[tuple[Told, ...]]:
    """Build what reads events, on first use."""
    return TypeAdapter(tuple[Told, ...], config=STRICT)
