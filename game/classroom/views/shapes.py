"""How views stand on the wire, read strictly: nothing unknown, nothing missing, nothing bent into shape."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, get_type_hints

from pydantic import ConfigDict, Field, GetCoreSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema
from typing_extensions import TypedDict

from game.record import HolderKind
from game.record.codec import STRICT, Told
from game.rules.case import Agency, Forum, Issue, Leverage
from game.rules.ids import AgencyId, FactId, IssueId, NetworkId, OptionId
from game.rules.own import Own
from game.rules.room import Room
from game.rules.ruleset import Ruleset
from game.rules.scene import Face, Question


@dataclass(frozen=True, slots=True)
class FieldsOf:
    """Read any fields of a value of the rules, by name."""

    kind: type

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Describe it as a mapping in which every key may be left out."""
        some_of: Any = TypedDict
        return handler.generate_schema(some_of(self.kind.__name__, get_type_hints(self.kind), total=False))


RoomPart = Annotated[Mapping[str, Any], FieldsOf(Room)]
OwnPart = Annotated[Mapping[str, Any], FieldsOf(Own)]


@dataclass(frozen=True, slots=True)
class SceneShape:
    """`Scene` without its indexes."""

    id: str
    title: str
    summary: str
    place: str
    briefing: str
    agencies: tuple[Face, ...]
    issues: tuple[Issue, ...]
    questions: tuple[Question, ...]
    forum_name: str
    network_names: Mapping[NetworkId, str]
    rounds: int
    impact_weight: float
    tips: Mapping[str, str]
    language: str


@dataclass(frozen=True, slots=True)
class RoleShape:
    """`Role` with rows where it goes by issue and option."""

    agency: Agency
    shifts: Mapping[FactId, Mapping[IssueId, Mapping[OptionId, int]]]
    shifts_on: tuple[tuple[IssueId, OptionId, tuple[tuple[FactId, int], ...]], ...]
    burdens: tuple[tuple[IssueId, OptionId, float], ...]
    leverage_on_me: Mapping[AgencyId, Leverage]
    outside: float


@dataclass(frozen=True, slots=True)
class PageShape:
    """What the seat was told of one command."""

    at: int
    events: tuple[Told, ...]
    beside: bool


@dataclass(frozen=True, slots=True)
class HolderShape:
    """Who holds a seat."""

    kind: HolderKind
    name: str


@dataclass(frozen=True, slots=True)
class ClockShape:
    """Seconds left."""

    left: float | None = None
    is_held: bool = False
    bell: float | None = None


@dataclass(frozen=True, slots=True)
class GameShape:
    """The whole game, as one seat may see it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    type: Literal["game"]
    table: str
    seat: AgencyId
    mark: Annotated[int, Field(ge=0)]
    moment: str
    found: Forum
    scene: SceneShape
    ruleset: Ruleset
    role: RoleShape
    room: RoomPart
    own: OwnPart
    pages: tuple[PageShape, ...]
    roster: Mapping[AgencyId, HolderShape]
    clock: ClockShape


@dataclass(frozen=True, slots=True)
class StepShape:
    """What changed since."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    type: Literal["step"]
    mark: int
    moment: str
    room: RoomPart
    own: OwnPart
    pages: tuple[PageShape, ...]
    clock: ClockShape
    roster: Mapping[AgencyId, HolderShape] | None = None


@cache
def game_reader() -> TypeAdapter[GameShape]:
    """Build what reads whole games, on first use."""
    return TypeAdapter(GameShape)


@cache
def step_reader() -> TypeAdapter[StepShape]:
    """Build what reads changes, on first use."""
    return TypeAdapter(StepShape)
