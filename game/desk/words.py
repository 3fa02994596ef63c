"""Words of the table: how kinds, points and names are said to the person at the screen."""

from collections.abc import Iterable
from enum import Enum

from game.desk.signs import SIGNS, Mark
from game.record.sentences import narrator
from game.record.sentences.narrator import listed
from game.rules.ids import AgencyId, IssueId, OptionId, TextId
from game.rules.room import Room
from game.rules.scene import Scene
from game.rules.view import View
from game.rules.vocabulary import Community, DecisionRule, Dimension, ForumKind, Phase, Purpose, Stance

TODAY = TextId("today")
"""The tab that shows the world without any further text."""

COMMUNITIES = {
    Community.MILITARY: "military",
    Community.POLITICAL: "political",
    Community.DONOR: "donor",
    Community.HOST_GOVERNMENT: "host government",
    Community.HUMANITARIAN: "humanitarian",
    Community.DEVELOPMENT: "development",
    Community.CIVIL_SOCIETY: "civil society",
}
PHASES = {
    Phase.CONVENING: "Convening",
    Phase.CORRIDOR: "Corridor",
    Phase.FLOOR: "Plenary",
    Phase.STANCES: "Stances",
    Phase.SIGNING: "Signing",
    Phase.BALLOT: "Ballot",
    Phase.SETTLING: "The year after",
    Phase.FIRST_EFFORTS: "The year after",
    Phase.SECOND_EFFORTS: "The year after",
    Phase.CLOSED: "The year after",
}
PURPOSES = {
    Purpose.INFORMATION: "sharing information",
    Purpose.JOINT_ANALYSIS: "joint analysis",
    Purpose.DIVISION_OF_LABOUR: "division of labour",
    Purpose.COMMON_STRATEGY: "common strategy",
}
PURPOSES_MEAN: dict[Purpose | None, str] = {
    None: "Nobody says what the meeting is for. Everyone expects something else.",
    Purpose.INFORMATION: "Tell each other what you see and do. Nobody gives up a decision.",
    Purpose.JOINT_ANALYSIS: "Look at the facts together before anybody decides.",
    Purpose.DIVISION_OF_LABOUR: "Agree who does what, each by its own mandate.",
    Purpose.COMMON_STRATEGY: "One aim and one plan for all. Asks the most of every house.",
}
FORUMS = {ForumKind.COORDINATION_MEETING: "Coordination meeting", ForumKind.CONTACT_GROUP: "Contact group"}
FORUMS_MEAN = {
    ForumKind.COORDINATION_MEETING: "It promises a common purpose. Who expects less finds it harder to bring home.",
    ForumKind.CONTACT_GROUP: "A neutral name, easier to bring home for all. It cannot declare a common strategy.",
}
RULES = {DecisionRule.CONSENSUS: "Consensus", DecisionRule.CARRIERS: "Carriers decide"}
RULES_MEAN = {
    DecisionRule.CONSENSUS: "A text comes into force if every party named in it signs and nobody invited blocks.",
    DecisionRule.CARRIERS: "A text comes into force if everybody who has to carry one of its terms signs.",
}
DIMENSIONS = {
    Dimension.SECURITY: "security",
    Dimension.RELIEF: "relief",
    Dimension.DEVELOPMENT: "development",
    Dimension.LEGITIMACY: "legitimacy",
}
MARKS = {
    Stance.ENDORSE: Mark.ENDORSE,
    Stance.RESERVATIONS: Mark.RESERVE,
    Stance.ABSTAIN: Mark.ABSTAIN,
    Stance.OBJECT: Mark.OBJECT,
    Stance.BLOCK: Mark.BLOCK,
}
STANCES_ARE = {stance: SIGNS[mark][1] for stance, mark in MARKS.items()}
MY_STANCES = {
    Stance.ENDORSE: "Endorse",
    Stance.RESERVATIONS: "With reservations",
    Stance.ABSTAIN: "Abstain",
    Stance.OBJECT: "Object",
    Stance.BLOCK: "Block",
}


def points(value: float, *, signed: bool = False) -> str:
    """Write points as the record does, with a plus where a gain is told as one."""
    return f"{'+' if signed and round(value, 1) > 0 else ''}{narrator.points(value)}"


def counted(count: int, one: str, many: str = "") -> str:
    """Write a count with its word."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def call(scene: Scene, agency: AgencyId, me: AgencyId | None = None) -> str:
    """Call an agency by its short name, or "you"."""
    return "you" if agency == me else scene.face(agency).short


def calls(scene: Scene, agencies: Iterable[AgencyId], me: AgencyId | None = None) -> str:
    """Call several agencies, in the order of the case."""
    wanted = set(agencies)
    return listed(call(scene, agency, me) for agency in scene.agency_ids if agency in wanted)


def text_name(room: Room, text: TextId) -> str:
    """Name a text, or the accord it became."""
    return f"Accord {text}" if text in room.accords else f"Text {text}"


class Course(Enum):
    """How far a text has come, in a few words."""

    OPEN = ""
    CALLED = "called for signature"
    FELL = "fell at the signing"
    IN_FORCE = "in force"
    REPLACED = "replaced"


def course(room: Room, text: TextId) -> Course:
    """Say how far a text has come; one that fell at a signing can still be changed, or called again."""
    accord = room.accords.get(text)
    if accord is not None:
        return Course.IN_FORCE if accord.replaced_by is None else Course.REPLACED
    if any(called == text for called, _ in room.called):
        return Course.CALLED
    return Course.FELL if room.texts[text].signatures else Course.OPEN


def option_name(scene: Scene, issue: IssueId, option: OptionId) -> str:
    """Name an option."""
    return scene.option(issue, option).name


def purpose(view: View) -> str:
    """Say what the forum is declared to be for."""
    declared = view.room.forum.purpose
    return PURPOSES[declared] if declared is not None else "not declared"


def began(words: str) -> str:
    """Begin with a capital."""
    return words[:1].upper() + words[1:]
