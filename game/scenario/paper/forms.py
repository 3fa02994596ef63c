"""The shape of a paper form, in the order in which an instructor fills it in."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field

from game.rules.vocabulary import DecisionRule, ForumKind
from game.scenario.forms import Form, PurposeWord
from game.scenario.shapes import Letter, Share, Text, Truth, WholeShape, WordShape


def _widen(value: object) -> object:
    """Read one where several may stand as a list of one."""
    return [value] if isinstance(value, str | Mapping) else value


Names = Annotated[list[Text], BeforeValidator(_widen)]
Answer = Annotated[int, WholeShape(0, 4)]


class ForumNote(Form):
    """The forum as the chair opened it; what is left out stayed as found."""

    kind: Annotated[ForumKind, WordShape()] | None = None
    invited: Names | None = None
    purpose: PurposeWord | None = None
    rule: Annotated[DecisionRule, WordShape()] | None = None


class MetNote(Form):
    who: Text
    whom: Names


class ToldNote(Form):
    who: Text
    whom: Names
    facts: Names
    spun: Truth = False


class OpenedNote(Form):
    who: Text
    whom: Names
    issues: Names
    shaded: Truth = False


class FoundOutNote(Form):
    who: Text
    facts: Names


class AssessedNote(Form):
    who: Names
    fact: Text


class CabledNote(Form):
    who: Text
    red_line: Text


class CaucusNote(Form):
    who: Names
    network: Text
    issue: Text


class LeanedNote(Form):
    who: Text
    whom: Names
    text: Letter | None = None


class PledgedNote(LeanedNote):
    points: Annotated[int, WholeShape(1, 100)]


class LaneNote(Form):
    who: Text
    terms: dict[str, Text]


class TabledNote(Form):
    who: Text
    terms: dict[str, Text]
    parties: Names | None = None
    network: Text | None = None


class AmendedNote(Form):
    who: Text
    text: Letter | None = None
    terms: dict[str, Text]
    parties: Names | None = None


class ChallengedNote(Form):
    who: Text
    whom: Text
    fact: Text


class MovedNote(Form):
    who: Text
    chair: Text | None = None
    invited: Names | None = None
    purpose: PurposeWord | None = None
    votes: Names | None = None


class DoubtedNote(Form):
    who: Names
    text: Letter | None = None


class StancesNote(Form):
    text: Letter | None = None
    endorse: Names | None = None
    reservations: Names | None = None
    abstain: Names | None = None
    object: Names | None = None
    block: Names | None = None


class SigningNote(Form):
    text: Letter | None = None
    called_by: Text | None = None
    signed: Names | None = None
    reserved: dict[str, Text] | None = None
    declined: Names | None = None


class MeetingNote(Form):
    """One meeting: the corridor before it, the floor, the stances, the signing."""

    met: Annotated[list[MetNote], BeforeValidator(_widen)] | None = None
    found_out: Annotated[list[FoundOutNote], BeforeValidator(_widen)] | None = None
    assessed: Annotated[list[AssessedNote], BeforeValidator(_widen)] | None = None
    told: Annotated[list[ToldNote], BeforeValidator(_widen)] | None = None
    opened: Annotated[list[OpenedNote], BeforeValidator(_widen)] | None = None
    called_home: Names | None = None
    cabled: Annotated[list[CabledNote], BeforeValidator(_widen)] | None = None
    caucused: Annotated[list[CaucusNote], BeforeValidator(_widen)] | None = None
    leaned: Annotated[list[LeanedNote], BeforeValidator(_widen)] | None = None
    pledged: Annotated[list[PledgedNote], BeforeValidator(_widen)] | None = None
    lanes: Annotated[list[LaneNote], BeforeValidator(_widen)] | None = None
    tabled: Annotated[list[TabledNote], BeforeValidator(_widen)] | None = None
    amended: Annotated[list[AmendedNote], BeforeValidator(_widen)] | None = None
    named_power: Names | None = None
    conceded: Annotated[list[MetNote], BeforeValidator(_widen)] | None = None
    challenged: Annotated[list[ChallengedNote], BeforeValidator(_widen)] | None = None
    moved: Annotated[list[MovedNote], BeforeValidator(_widen)] | None = None
    doubted: Annotated[list[DoubtedNote], BeforeValidator(_widen)] | None = None
    walked_out: Names | None = None
    came_back: Names | None = None
    stances: Annotated[list[StancesNote], BeforeValidator(_widen)] | None = None
    signing: Annotated[list[SigningNote], BeforeValidator(_widen)] | None = None


class BallotNote(Form):
    who: Text
    text: Letter | None = None
    own: Answer | None = None
    predicted: dict[str, Answer] | None = None


class SettledNote(Form):
    who: Text
    whom: Names
    text: Letter | None = None


class EffortNote(Form):
    who: Text
    text: Letter | None = None
    effort: Share
    by_issue: dict[str, Share] | None = None
    half: Annotated[int, WholeShape(1, 2)] = 1


class PaperForm(Form):
    """What a table on paper did, from its first meeting to the end of the year after."""

    paper: Text | None = Field(None, description="The id of the case")
    seed: Annotated[int, WholeShape(0, 999_999_999)] | None = None
    absent: Names | None = None
    forum: ForumNote | None = None
    terms: dict[str, Text] | None = None
    parties: Names | None = None
    sponsor: Text | None = None
    signed: Names | None = None
    reserved: dict[str, Text] | None = None
    meetings: list[MeetingNote | None] | None = None
    ballot: Annotated[list[BallotNote], BeforeValidator(_widen)] | None = None
    kept: Annotated[list[SettledNote], BeforeValidator(_widen)] | None = None
    carried_out: Annotated[list[SettledNote], BeforeValidator(_widen)] | None = None
    efforts: Annotated[list[EffortNote], BeforeValidator(_widen)] | None = None
