"""What the instructor can do from the console: one small value for each act, read strictly.

`table` None means all tables.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from game.classroom.classroom import ClassProblem
from game.record.codec import STRICT, first_problem
from game.rules.effects import Effect

Name = Annotated[str, Field(max_length=64)]
Words = Annotated[str, Field(max_length=16_000)]
"""How long they may be is said where they are used, so that nothing is cut off."""


@dataclass(frozen=True, slots=True)
class Begin:
    """Let tables begin."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    table: Name | None = None
    act: Literal["begin"] = "begin"


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop clock and moves."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    table: Name | None = None
    act: Literal["pause"] = "pause"


@dataclass(frozen=True, slots=True)
class Continue:
    """Let a paused table go on."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    table: Name | None = None
    act: Literal["continue"] = "continue"


@dataclass(frozen=True, slots=True)
class AddMinutes:
    """Give the phase more time, or take some away."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    minutes: Annotated[float, Field(ge=-120, le=120)]
    table: Name | None = None
    act: Literal["add_minutes"] = "add_minutes"


@dataclass(frozen=True, slots=True)
class EndPhase:
    """Make the remaining seats pass."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    table: Name | None = None
    act: Literal["end_phase"] = "end_phase"


@dataclass(frozen=True, slots=True)
class Move:
    """Put somebody on a seat, let them watch (seat None), or send them back to the doorway (table None)."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    person: Name
    table: Name | None = None
    seat: Name | None = None
    act: Literal["move"] = "move"


@dataclass(frozen=True, slots=True)
class Remove:
    """Let somebody go."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    person: Name
    act: Literal["remove"] = "remove"


@dataclass(frozen=True, slots=True)
class Fill:
    """Let a computer play a seat, in a manner and at a level if they are named."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    table: Name
    seat: Name
    manner: Name | None = None
    level: Name | None = None
    act: Literal["fill"] = "fill"


@dataclass(frozen=True, slots=True)
class HandBack:
    """Give a seat back to its people, or to somebody else."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    table: Name
    seat: Name
    person: Name | None = None
    act: Literal["hand_back"] = "hand_back"


@dataclass(frozen=True, slots=True)
class DropRound:
    """Play one round less, or (`by` -1) one more again."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    table: Name | None = None
    by: Annotated[int, Field(ge=-6, le=6)] = 1
    act: Literal["drop_round"] = "drop_round"


@dataclass(frozen=True, slots=True)
class InjectEvent:
    """Let an event of the scenario happen now."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    event: Name
    table: Name | None = None
    act: Literal["inject"] = "inject"


@dataclass(frozen=True, slots=True)
class WriteNews:
    """Let something happen that the scenario does not foresee."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    words: Words
    effects: tuple[Annotated[Effect, Field(discriminator="kind")], ...] = ()
    table: Name | None = None
    act: Literal["write_event"] = "write_event"


@dataclass(frozen=True, slots=True)
class Say:
    """Say something to a person, a table or all."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    words: Words
    table: Name | None = None
    person: Name | None = None
    act: Literal["say"] = "say"


@dataclass(frozen=True, slots=True)
class Reveal:
    """Open what was hidden, once a game is over; or shut it again."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    on: bool = True
    table: Name | None = None
    act: Literal["reveal"] = "reveal"


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last command of a person, and what came after it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    table: Name
    act: Literal["undo"] = "undo"


@dataclass(frozen=True, slots=True)
class AnswerHelp:
    """Note that somebody's call has been answered."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    person: Name
    act: Literal["answer_help"] = "answer_help"


@dataclass(frozen=True, slots=True)
class SetPlan:
    """Choose how long the class lasts, and when the bell rings; without minutes there is no plan."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    minutes: Annotated[int, Field(ge=30, le=240)] | None = None
    bell: Annotated[str, Field(pattern=r"^([01]?\d|2[0-3]):[0-5]\d$")] | None = None
    act: Literal["plan"] = "plan"


@dataclass(frozen=True, slots=True)
class AddTable:
    """Open one more table with a scenario of the class or a shipped one."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    scenario: Name
    act: Literal["add_table"] = "add_table"


@dataclass(frozen=True, slots=True)
class ShareSeats:
    """Let people sit down beside each other on one seat by themselves, or not."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    on: bool
    act: Literal["share_seats"] = "share_seats"


@dataclass(frozen=True, slots=True)
class AskQuestions:
    """Offer everybody short questions before and after, or not."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    on: bool
    act: Literal["ask_questions"] = "ask_questions"


Act = (
    Begin | Pause | Continue | AddMinutes | EndPhase | Move | Remove | Fill | HandBack | DropRound | InjectEvent
    | WriteNews | Say | Reveal | Undo | AnswerHelp | SetPlan | AddTable | ShareSeats
    | AskQuestions
)  # fmt: skip


def act_from(fields: dict[str, object]) -> Act:
    """Read an act; ClassProblem with one sentence if it cannot be used."""
    try:
        return _reader().validate_json(json.dumps(fields))
    except ValidationError as error:
        raise ClassProblem(f"That cannot be done: {first_problem(error)}.") from None


@cache
def _reader() -> TypeAdapter[Act]:
    return TypeAdapter(Annotated[Act, Field(discriminator="act")])
