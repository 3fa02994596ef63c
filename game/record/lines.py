"""Lines of a journal as bytes and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from json import JSONDecodeError, loads
from typing import Annotated, ClassVar, Literal
from zlib import crc32

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from game.record.codec import STRICT, CodecError, Told, events_of, first_problem, plain, to_json
from game.record.holders import Holder
from game.record.journal import FORMAT, Entry, Handover, Header, Line, Undone
from game.rules.case import Case
from game.rules.ids import AgencyId
from game.rules.interventions import Act
from game.rules.ruleset import Ruleset

_SUM = ',"sum":"{:08x}"}}'
_SUM_LENGTH = len(_SUM.format(0))


class UnknownFormatError(CodecError):
    """A journal of another version."""


@dataclass(frozen=True, slots=True)
class _Header:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    program: str
    case: Case
    ruleset: Ruleset
    seed: int
    seated: tuple[AgencyId, ...]
    roster: Mapping[AgencyId, Holder]
    events: tuple[Told, ...]
    source: str
    journal: Literal[1]


@dataclass(frozen=True, slots=True)
class _Entry:
    at: int
    command: Annotated[Act, Field(discriminator="kind")]
    events: tuple[Told, ...]
    note: str
    kind: Literal["entry"]
    tag: str = ""


@cache
def _header_reader() -> TypeAdapter[_Header]:
    """Build what reads first lines, on first use: who only writes journals need not wait for it."""
    return TypeAdapter(_Header)


@cache
def _line_reader() -> TypeAdapter[_Entry | Handover | Undone]:
    """Build what reads the other lines, on first use."""
    return TypeAdapter(Annotated[_Entry | Handover | Undone, Field(discriminator="kind")], config=STRICT)


def header_to_bytes(header: Header) -> bytes:
    """Write the first line."""
    return sealed({"journal": FORMAT, **plain(header)})


def line_to_bytes(line: Line) -> bytes:
    """Write one line after the first."""
    fields = plain(line)
    if not fields.get("tag"):
        fields.pop("tag", None)
    return sealed({"kind": line.kind, **fields})


def header_from(line: bytes) -> Header:
    """Read the first line; UnknownFormatError for another version, CodecError for anything that is no first line."""
    _check_format(line)
    try:
        read = _header_reader().validate_json(opened(line))
    except ValidationError as error:
        raise CodecError(first_problem(error)) from None
    return Header(
        program=read.program,
        case=read.case,
        ruleset=read.ruleset,
        seed=read.seed,
        seated=read.seated,
        roster=read.roster,
        events=events_of(read.events),
        source=read.source,
    )


def line_from(line: bytes) -> Line:
    """Read one line after the first; CodecError if it is damaged."""
    try:
        read = _line_reader().validate_json(opened(line))
    except ValidationError as error:
        raise CodecError(first_problem(error)) from None
    if isinstance(read, Handover | Undone):
        return read
    return Entry(read.at, read.command, events_of(read.events), read.note, read.tag)


def sealed(value: object) -> bytes:
    """Append the checksum and the end of the line."""
    body = to_json(value)[:-1].encode()
    return body + _SUM.format(crc32(body)).encode() + b"\n"


def opened(line: bytes) -> bytes:
    """Check and take off the checksum."""
    body, seal = line[:-_SUM_LENGTH], line[-_SUM_LENGTH:]
    if seal != _SUM.format(crc32(body)).encode():
        raise CodecError("its checksum does not fit")
    return body + b"}"


def _check_format(line: bytes) -> None:
    """Tell a journal of another version from something that is no journal at all."""
    try:
        value = loads(line)
    except (JSONDecodeError, UnicodeDecodeError, RecursionError):
        raise CodecError("it is no JSON") from None
    if not isinstance(value, dict) or "journal" not in value:
        raise CodecError("it does not begin like a journal")
    if value["journal"] != FORMAT:
        raise UnknownFormatError(f"{value['journal']!r}")
