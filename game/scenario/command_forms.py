"""One form for each kind of command, made from the fields of the command itself."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from types import MappingProxyType, NoneType
from typing import Annotated, Any, ClassVar, cast, get_args, get_origin, get_type_hints

from pydantic import BeforeValidator, create_model

from game.rules.commands import Command
from game.rules.ids import (
    AgencyId,
    FactId,
    IssueId,
    NetworkId,
    OptionId,
    PledgeId,
    RedLineId,
    TextId,
    ThreatId,
)
from game.rules.texts import Term
from game.scenario.checks.references import Reference, keyed, listed, named
from game.scenario.forms import Form
from game.scenario.shapes import Letter, Share, Text, Truth, WholeShape, WordShape
from game.scenario.tree import Node

_BOUNDS = {"own": (0, 4), "predictions": (0, 4), "points": (1, 100)}
_ANY_NUMBER = (0, 999_999_999)
_NAMES = {AgencyId: "agency", IssueId: "issue", FactId: "fact", NetworkId: "network", RedLineId: "red line"}


class CommandForm(Form):
    """The parameters of a command. `made` is the command it becomes."""

    made: ClassVar[type[Any]]
    hints: ClassVar[Mapping[str, Any]]


def build_command(form: CommandForm) -> Command:
    """Make the command of a form that fits."""
    values = {}
    for field in fields(form.made):
        key = _key(field)
        if key in form.model_fields_set:
            values[field.name] = _as_value(form.hints[field.name], getattr(form, key))
    return cast(Command, form.made(**values))


def names_in(node: Node, form: type[CommandForm]) -> Iterator[Reference]:
    """Go through every name of something in the case that a command uses."""
    for field in fields(form.made):
        hint, held = form.hints[field.name], node.get(_key(field))
        subject = _subject(hint)
        if subject is Term:
            yield from keyed("issue", held)
            for issue, option in held.pairs():
                yield from named("option", option, issue)
        elif subject is OptionId:
            yield from named("option", held, node.get("issue").word or "")
        elif subject is RedLineId:
            yield from named("red line", held, node.get("seat").word or "")
        elif subject in _NAMES:
            kind = _NAMES[subject]
            yield from keyed(kind, held)
            yield from listed(kind, held)
            if not (held.word == _ROOM and _is_optional(hint)):
                yield from named(kind, held)


_ROOM = "room"


def _read_room(value: object) -> object:
    """Read `whom: room` as nobody in particular."""
    return None if value == _ROOM else value


def _shape(name: str, hint: Any) -> Any:  # noqa: ANN401 - a type, of whatever kind
    """Say what to write for a field of that type."""
    if _is_optional(hint):
        inner = next(arg for arg in get_args(hint) if arg is not NoneType)
        return Annotated[_shape(name, inner) | None, BeforeValidator(_read_room)]
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        return dict[str, Text] if item is Term else list[_shape(name, item)]  # type: ignore[misc] # built at run time
    if get_origin(hint) is not None:
        return dict[str, _shape(name, get_args(hint)[1])]  # type: ignore[misc] # as above
    if hint is bool:
        return Truth
    if hint is float:
        return Share
    if hint is int or hint in (ThreatId, PledgeId):
        return Annotated[int, WholeShape(*_BOUNDS.get(name, _ANY_NUMBER))]
    if hint is TextId:
        return Letter
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Annotated[hint, WordShape()]
    return Text


def _as_value(hint: Any, written: Any) -> Any:  # noqa: ANN401 - a type, and what was written for it
    """Turn lists and mappings of a form into what the command holds."""
    if get_origin(hint) is tuple and get_args(hint)[0] is Term:
        return tuple(Term(IssueId(issue), OptionId(option)) for issue, option in written.items())
    return tuple(written) if get_origin(hint) is tuple else written


def _subject(hint: Any) -> Any:  # noqa: ANN401 - a type, of whatever kind
    """Take the type out of an optional, a tuple or the keys of a mapping."""
    inner = [arg for arg in get_args(hint) if arg is not NoneType]
    return inner[0] if inner else hint


def _is_optional(hint: object) -> bool:
    return NoneType in get_args(hint)


def _key(field: Field[Any]) -> str:
    return field.name.removeprefix("is_")


def _form_of(command: type[Any]) -> type[CommandForm]:
    """Make the form of one kind of command."""
    hints = get_type_hints(command)
    written: dict[str, Any] = {}
    for field in fields(command):
        if field.name != "kind":
            is_required = field.default is MISSING and field.default_factory is MISSING
            written[_key(field)] = (_shape(field.name, hints[field.name]), ... if is_required else None)
    form = create_model(f"{command.__name__}Form", __base__=CommandForm, **written)
    form.made, form.hints = command, MappingProxyType(hints)
    return form


def _kind_of(command: type[Any]) -> str:
    return str(next(field.default for field in fields(command) if field.name == "kind"))


COMMANDS: Mapping[str, type[CommandForm]] = MappingProxyType(
    {_kind_of(command): _form_of(command) for command in get_args(Command)}
)
"""Every kind of command by its name in the rules."""
