"""The shape of a scenario file: one form for each kind of mapping in it, also the source of its JSON Schema."""

from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from game.opponents.manner import MANNERS
from game.rules.vocabulary import Community, DecisionRule, Dimension, ForumKind, LeverageKind, Purpose, TipMoment
from game.scenario.shapes import (
    CaseId,
    Id,
    ImpactStep,
    Language,
    NameShape,
    NumberShape,
    Points,
    PointShift,
    Prose,
    SeatId,
    Share,
    Shift,
    Text,
    TextShape,
    Truth,
    WholeShape,
    WordShape,
    read_word,
    refuse,
)

LONGEST_SHORT = 18
"""Characters of an agency's name in narrow columns."""

MannerName = Annotated[str, NameShape(tuple(MANNERS))]
PurposeWord = Annotated[Purpose, WordShape()]
Impact = dict[Annotated[Dimension, WordShape()], ImpactStep]


class Form(BaseModel):
    """A mapping with known keys and no others."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class OneOf(Form):
    """A mapping that has exactly one of its keys."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    @model_validator(mode="after")
    def _check_one(self) -> Self:
        if len(self.model_fields_set) != 1:
            keys = ", ".join(f"`{field.alias or name}`" for name, field in type(self).model_fields.items())
            raise refuse(f"must have exactly one of the keys {keys}; it has {len(self.model_fields_set)}.")
        for name, field in type(self).model_fields.items():
            if name in self.model_fields_set and getattr(self, name) is None:
                raise refuse(f"has nothing after `{field.alias or name}`; fill it in.")
        return self


def _check_pair(chosen: dict[str, str]) -> dict[str, str]:
    if len(chosen) != 1:
        raise refuse("must name one issue and its option; join several with `all` or `any`.")
    return chosen


def _widen(value: object) -> object:
    """Read `carries: agency` as `carries: {agency: agency}`."""
    return {"agency": value} if isinstance(value, str) else value


class CarryingForm(Form):
    agency: Text
    issue: Text | None = None


class ConditionForm(OneOf):
    """Something that can hold: an option agreed, a party, a chair, a carrier, or `all`, `any`, `not` of these."""

    agreed: Annotated[dict[str, Text], AfterValidator(_check_pair)] | None = Field(None, description="issue: option")
    party: Text | None = None
    chairs: Text | None = None
    carries: Annotated[CarryingForm, BeforeValidator(_widen, json_schema_input_type=str | CarryingForm)] | None = None
    all_of: "list[ConditionForm] | None" = Field(None, alias="all")
    any_of: "list[ConditionForm] | None" = Field(None, alias="any")
    not_of: "ConditionForm | None" = Field(None, alias="not")


class TurnFactForm(Form):
    fact: Text
    to: Truth
    known_to: list[Text] = []


class RevealFactForm(Form):
    fact: Text


class GainTimeForm(Form):
    agency: Text
    by: Annotated[int, WholeShape(-5, 5)]


class ShiftForm(Form):
    agency: Text
    by: Shift


class ShiftWalkAwayForm(Form):
    agency: Text
    by: PointShift


class HurtTrustForm(Form):
    truster: Text
    trusted: Text


class TakeFloorMoveForm(Form):
    agency: Text


class ShiftCapacityForm(Form):
    issue: Text
    option: Text
    by: Shift


class EffectForm(OneOf):
    """One thing that an event or an agreed option brings about."""

    turn_fact: TurnFactForm | None = None
    reveal_fact: RevealFactForm | None = None
    gain_time: GainTimeForm | None = None
    shift_flexibility: ShiftForm | None = None
    shift_backing: ShiftForm | None = None
    shift_walk_away: ShiftWalkAwayForm | None = None
    hurt_trust: HurtTrustForm | None = None
    take_floor_move: TakeFloorMoveForm | None = None
    shift_capacity: ShiftCapacityForm | None = None


class HiddenForm(Form):
    text: Prose
    when: ConditionForm
    points: PointShift


class RedLineForm(Form):
    text: Prose
    when: ConditionForm
    waivable: Truth


class LeverageForm(Form):
    kind: Annotated[LeverageKind, WordShape()]
    strength: Annotated[int, WholeShape(1, 3)]
    text: Prose = Field(description="What can be withheld, as the presser would put it")


class HeadquartersForm(Form):
    flexibility: Share = 0.5
    micro_management: Share = 0.0


class MannerForm(Form):
    """How a computer plays the seat: like a manner, with some shares of its own."""

    like: MannerName
    trust: Share | None = Field(None, description="How far it takes others at their word")
    pride: Share | None = Field(None, description="How readily it walks out, and makes good on threats")
    patience: Share | None = Field(None, description="How long it holds out before it gives way")
    candour: Share | None = Field(None, description="How straight what it says is")


def _like(value: object) -> object:
    """Read `manner: presser` as `manner: {like: presser}`."""
    return {"like": read_word(value, tuple(MANNERS))} if isinstance(value, str) else value


class AgencyForm(Form):
    name: Prose
    short: Annotated[str, TextShape(LONGEST_SHORT, is_prose=True)] | None = Field(
        None, description="For narrow columns; the name where left out"
    )
    community: Annotated[Community, WordShape()]
    mandate: Prose = Field(description="What everybody knows it is there for")
    brief: Prose = Field(description="What only its own seat reads")
    power: Annotated[int, WholeShape(0, 5)]
    power_sensitivity: Share = 0.5
    neutral: Truth
    patience: Share = 0.5
    expects: PurposeWord
    walk_away: Points
    backing: Share = 0.7
    time: Annotated[int, WholeShape(0, 6)] = 2
    pledge_budget: Points = 0
    headquarters: HeadquartersForm = HeadquartersForm()
    networks: list[Text] = []
    points: dict[str, dict[str, Points]]
    hidden: dict[Id, HiddenForm] = {}
    red_lines: dict[Id, RedLineForm] = {}
    leverage: dict[str, LeverageForm] = {}
    trust: dict[str, Share] = {}
    manner: Annotated[MannerForm, BeforeValidator(_like, json_schema_input_type=MannerName | MannerForm)] | None = (
        Field(None, description="How a computer plays the seat; dealt out where left out")
    )


class OptionForm(Form):
    name: Prose
    text: Prose
    carriers: list[Text] = []
    intermediary: Text | None = None
    impact: Impact = {}
    effects: list[EffectForm] = []
    effort_cost: Annotated[float, NumberShape(0, 10)] | None = None


class IssueForm(Form):
    name: Prose
    text: Prose
    status_quo: Text
    options: dict[Id, OptionForm]


class FactForm(Form):
    name: Prose
    question: Prose
    if_true: Prose
    if_false: Prose
    holds: Truth
    difficulty: Annotated[int, WholeShape(1, 9)]
    known_by: list[Text] = []
    priors: dict[str, Share] = {}
    shifts: dict[str, dict[str, dict[str, PointShift]]] = {}
    impact: dict[str, dict[str, Impact]] = {}
    capacity: dict[str, dict[str, Share]] = {}
    comes_out: Share | None = None


class EventForm(Form):
    text: Prose
    round: Annotated[int, WholeShape(1, 12)] | None = None
    chance: Share | None = None
    effects: list[EffectForm] = []
    seen_by: list[Text] | None = None


class ForumForm(Form):
    name: Prose
    kind: Annotated[ForumKind, WordShape()]
    chair: Text
    invited: list[Text]
    purpose: PurposeWord | None = None
    rule: Annotated[DecisionRule, WordShape()]


class TimingForm(Form):
    minutes_45: Prose = Field(alias="45", description="How to run it in 45 minutes")
    minutes_90: Prose = Field(alias="90", description="How to run it in 90 minutes")
    minutes_180: Prose = Field(alias="180", description="How to run it in 180 minutes")


class TeachingNoteForm(Form):
    about: Prose | None = Field(None, description="What in the case is made up, and what is not")
    lessons: list[Prose]
    timing: TimingForm
    questions: list[Prose] = Field(description="For the debrief")
    usually: Prose = Field(description="What usually happens")


class ScenarioForm(Form):
    """A scenario of False Coherence."""

    case: CaseId = Field(description="The id of the case")
    title: Prose
    summary: Prose = Field(description="One or two sentences for the list of scenarios")
    place: Prose
    briefing: Prose = Field(description="What everybody is told at the start")
    rounds: Annotated[int, WholeShape(1, 12)] = 4
    minutes: Annotated[int, WholeShape(5, 600)] = 60
    impact_weight: Share = 0.3
    language: Text = Field("en", description="Of the texts; or name several in `languages`")
    languages: list[Language] = Field(
        [], description="The first is the one that texts fall back to; a text may be a mapping by language"
    )
    teaching_version: Truth = False
    teaching_note: TeachingNoteForm | None = None
    forum: ForumForm
    networks: dict[Id, Prose] = {}
    agencies: dict[SeatId, AgencyForm]
    issues: dict[Id, IssueForm]
    facts: dict[Id, FactForm] = {}
    events: dict[Id, EventForm] = {}
    tips: dict[Annotated[TipMoment, WordShape()], Prose] = {}
