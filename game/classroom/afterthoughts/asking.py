"""What can be asked of a finished game, read strictly: nothing unknown, nothing beyond its bounds."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from game.debrief.scripting import LEAST, USUAL, Order
from game.record.codec import STRICT, first_problem
from game.rules.judging.lines import MOVABLE, moved_to
from game.rules.ruleset import Ruleset

MOST_MINUTES = 240
"""A talk is no longer than the longest class."""
Lines = Annotated[dict[Annotated[str, Field(max_length=64)], float], Field(max_length=len(MOVABLE))]
"""Lines by which a game is to be judged in place of those it was played by."""


class QuestionError(ValueError):
    """Carry one sentence that says what is wrong with a question."""


@dataclass(frozen=True, slots=True)
class AskReckoned:
    """Ask for the shares of causes, for what would have turned it, and for the moments that moved it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ask: Literal["reckoned"] = "reckoned"
    lines: Lines = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AskDeal:
    """Ask for the deal that was never tabled."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ask: Literal["deal"] = "deal"


@dataclass(frozen=True, slots=True)
class AskOtherwise:
    """Ask what becomes of the game without one command; computers decide anew, or are held like people."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    without: Annotated[int, Field(ge=1, le=1_000_000)]
    is_anew: bool = False
    ask: Literal["otherwise"] = "otherwise"
    lines: Lines = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AskJudged:
    """Ask for the whole debrief with the game judged again by other lines."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    lines: Lines
    ask: Literal["judged"] = "judged"


@dataclass(frozen=True, slots=True)
class AskPaper:
    """Ask for a table's debrief on paper, with the script of the talk; for the instructor."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    table: Annotated[str, Field(max_length=64)]
    order: Order = Order.BY_TIME
    minutes: Annotated[int, Field(ge=LEAST, le=MOST_MINUTES)] = USUAL


Question = AskReckoned | AskDeal | AskOtherwise | AskJudged
SLOW = AskReckoned
"""What takes seconds; the rest takes parts of one."""


def question_from(asked: Mapping[str, Any]) -> Question:
    """Read a question; QuestionError with one sentence if it cannot be used."""
    try:
        found = _reader().validate_json(json.dumps(asked))
    except ValidationError as error:
        raise QuestionError(f"That cannot be asked: {first_problem(error)}.") from None
    lines_of(found, Ruleset())
    return found


def lines_of(question: Question, played: Ruleset) -> Ruleset:
    """Draw the lines that a question asks for; QuestionError if one is unknown or beyond its bounds."""
    lines: Mapping[str, float] = {} if isinstance(question, AskDeal) else question.lines
    try:
        return moved_to(played, lines)
    except ValueError as error:
        raise QuestionError(str(error)) from None


def paper_from(asked: Mapping[str, Any]) -> AskPaper:
    """Read what paper is asked for; QuestionError with one sentence if it cannot be used."""
    try:
        return TypeAdapter(AskPaper).validate_json(json.dumps(asked))
    except ValidationError as error:
        raise QuestionError(f"That cannot be asked: {first_problem(error)}.") from None


@cache
def _reader() -> TypeAdapter[Question]:
    return TypeAdapter(Annotated[Question, Field(discriminator="ask")])
