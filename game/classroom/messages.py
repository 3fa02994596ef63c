"""What clients may say, read strictly: nothing unknown, nothing bent into shape, nothing large (see WIRE.md)."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from game.debrief.learning import Time
from game.record.codec import STRICT, first_problem

LARGEST = 16 * 1024
"""Bytes of a frame."""
LONGEST_WORDS = 600
LONGEST_ID = 64
MOST_ANSWERS = 24
"""More than any form asks for."""

Id = Annotated[str, Field(min_length=1, max_length=LONGEST_ID)]
Short = Annotated[str, Field(max_length=64)]
Words = Annotated[str, Field(max_length=LONGEST_WORDS)]


class MessageError(ValueError):
    """Carry one sentence that says what is wrong with a message; `id` is its own, where it could be read."""

    def __init__(self, sentence: str, id: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.id = id


@dataclass(frozen=True, slots=True)
class Join:
    """Come in by the code of the room."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Id
    code: Short
    name: Annotated[str, Field(max_length=400)]
    type: Literal["join"] = "join"
    client: Annotated[Literal["page", "window"], Field(alias="as")] = "page"


@dataclass(frozen=True, slots=True)
class Hello:
    """Come back by a token, show a screen, or open the console by its key."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    type: Literal["hello"] = "hello"
    token: Short | None = None
    key: Short | None = None
    screen: Literal["projector", "wall"] | None = None
    table: Short | None = None
    client: Annotated[Literal["page", "window"], Field(alias="as")] = "page"


@dataclass(frozen=True, slots=True)
class TakeSeat:
    """Take a seat, share one, or (seat None) watch a table."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Id
    table: Short
    seat: Short | None = None
    type: Literal["seat"] = "seat"


@dataclass(frozen=True, slots=True)
class Ready:
    """Say that the role sheet has been read."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Id
    type: Literal["ready"] = "ready"


@dataclass(frozen=True, slots=True)
class Give:
    """Give a command of the game; `command` is read by the game's own codec, with the seat filled in."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Id
    moment: Short
    command: dict[str, object]
    type: Literal["command"] = "command"


@dataclass(frozen=True, slots=True)
class AskSheet:
    """Ask for what a place of the page shows."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Id
    place: Short
    type: Literal["sheet"] = "sheet"


@dataclass(frozen=True, slots=True)
class Weigh:
    """Ask what a draft would be worth to me."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Id
    draft: dict[str, object]
    type: Literal["weigh"] = "weigh"


@dataclass(frozen=True, slots=True)
class Help:
    """Call the instructor, or take the call back."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Id
    on: bool
    type: Literal["help"] = "help"


@dataclass(frozen=True, slots=True)
class AskOpened:
    """Ask for the whole game, once it is revealed."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Id
    type: Literal["opened"] = "opened"


@dataclass(frozen=True, slots=True)
class AskQuestions:
    """Ask for the questions that are to be answered now, or for those that were."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Id
    type: Literal["questions"] = "questions"


@dataclass(frozen=True, slots=True)
class GiveAnswers:
    """Answer all questions of one time; `chosen` has the number of an answer for each of them."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Id
    time: Time
    chosen: Annotated[dict[Short, int], Field(max_length=MOST_ANSWERS)]
    type: Literal["answers"] = "answers"


@dataclass(frozen=True, slots=True)
class Ask:
    """An act of the console; what it is and what it needs is read by `acts`."""

    id: Id
    act: dict[str, object]


@dataclass(frozen=True, slots=True)
class Ping:
    """Ask whether the host is still there."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    type: Literal["ping"] = "ping"


OfPerson = TakeSeat | Ready | Give | AskSheet | Weigh | Help | AskOpened | AskQuestions | GiveAnswers
"""What only somebody who is in may say."""
Validated = Join | Hello | OfPerson | Ping
Message = Validated | Ask


def message_from(frame: str | bytes) -> Message:
    """Read a frame; MessageError with one sentence if it cannot be used."""
    if len(frame) > LARGEST or (isinstance(frame, str) and len(frame.encode("utf-8", "replace")) > LARGEST):
        raise MessageError(f"A message may have {LARGEST} bytes at most.")
    try:
        value = json.loads(frame)
    except (ValueError, RecursionError):  # no JSON, no text, or a number of thousands of digits
        raise MessageError("That is no JSON.") from None
    if not isinstance(value, dict):
        raise MessageError("A message is an object with a `type`.")
    own = value.pop("id", None)
    own = own if isinstance(own, str) and 0 < len(own) <= LONGEST_ID and own.isprintable() else ""
    if value.get("type") == "act" and own:
        return Ask(own, {name: part for name, part in value.items() if name != "type"})
    try:
        return _reader().validate_json(frame)
    except ValidationError as error:
        raise MessageError(f"That message cannot be used: {first_problem(error)}.", own) from None


@cache
def _reader() -> TypeAdapter[Validated]:
    return TypeAdapter(Annotated[Validated, Field(discriminator="type")])
