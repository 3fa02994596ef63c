"""Plain words for the closed vocabularies."""

from collections.abc import Mapping

from game.rules.vocabulary import (
    DecisionRule,
    ForumKind,
    ForumVerdict,
    Kind,
    LeverageKind,
    Phase,
    Purpose,
    Stance,
)

PURPOSES: Mapping[Purpose, str] = {
    Purpose.INFORMATION: "sharing information",
    Purpose.JOINT_ANALYSIS: "joint analysis",
    Purpose.DIVISION_OF_LABOUR: "a division of labour",
    Purpose.COMMON_STRATEGY: "a common strategy",
}
FORUMS: Mapping[ForumKind, str] = {
    ForumKind.COORDINATION_MEETING: "coordination meeting",
    ForumKind.CONTACT_GROUP: "contact group",
}
DECISION_RULES: Mapping[DecisionRule, str] = {
    DecisionRule.CONSENSUS: "by consensus",
    DecisionRule.CARRIERS: "by those who carry it out",
}
LEVERS: Mapping[LeverageKind, str] = {
    LeverageKind.FUNDING: "funds",
    LeverageKind.SECURITY: "protection",
    LeverageKind.ACCESS: "access",
    LeverageKind.LEGITIMACY: "recognition",
}
BALLOT: tuple[str, ...] = ("not at all", "a little", "half of it", "most of it", "to the letter")
"""What the answers 0..4 of the secret ballot say."""
STANCES: Mapping[Stance, tuple[str, str]] = {
    Stance.ENDORSE: ("endorse", "endorses"),
    Stance.RESERVATIONS: ("have reservations", "has reservations"),
    Stance.ABSTAIN: ("abstain", "abstains"),
    Stance.OBJECT: ("object", "objects"),
    Stance.BLOCK: ("block", "blocks"),
}
"""For several, and for one."""
ON_TEXT: Mapping[Stance, str] = {
    Stance.ENDORSE: "",
    Stance.RESERVATIONS: " about",
    Stance.ABSTAIN: " on",
    Stance.OBJECT: " to",
    Stance.BLOCK: "",
}
"""What stands between a stance and the text it is on."""
PHASES: Mapping[Phase, str] = {
    Phase.CONVENING: "The chair convenes the forum.",
    Phase.CORRIDOR: "Time for talks in the corridor.",
    Phase.FLOOR: "The plenary opens.",
    Phase.STANCES: "Everybody takes a stance; all are shown at once.",
    Phase.SIGNING: "Signing begins.",
    Phase.BALLOT: "The meetings are over. Everybody answers the secret ballot.",
    Phase.SETTLING: "The year after begins: pledges and threats fall due.",
    Phase.FIRST_EFFORTS: "Each agency sets its effort for the first half of the year.",
    Phase.SECOND_EFFORTS: "Each agency may change its effort for the second half of the year.",
}
KINDS: Mapping[Kind, str] = {
    Kind.SINCERE: "sincere",
    Kind.FRAGILE: "fragile",
    Kind.FALSE: "false",
}
VERDICTS: Mapping[ForumVerdict, str] = {
    ForumVerdict.SINCERE_AGREEMENT: "sincere agreement",
    ForumVerdict.OVERTAKEN: "an agreement overtaken by events",
    ForumVerdict.FALSE_COHERENCE: "false coherence",
    ForumVerdict.SIDE_BY_SIDE: "working side by side",
    ForumVerdict.INFORMATION_SHARING: "information sharing",
    ForumVerdict.BREAKDOWN: "breakdown",
    ForumVerdict.NOTHING: "nothing",
}
LEVELS = ("not started", "minimal", "intermediate", "complete")
"""What a floor of a level is called (R7.1)."""
FALLEN: Mapping[str, str] = {
    "amended_since": "it was amended after the call",
    "settled_since": "another accord settled its issues first",
    "blocked": "it was blocked by",
    "not_signed": "it was not signed by",
    "too_few": "fewer than two signed",
    "nothing_carried": "no term was signed by all who would carry it",
}
"""Why a text did not come into force; "by" wants names after it."""
POINTS: Mapping[str, str] = {
    "pledge_kept": "keeping a pledge",
    "pledge_received": "a pledge that was kept",
    "pledge_broken": "breaking a pledge",
    "threat_suffered": "a threat that was carried out",
    "threat_carried_out": "carrying out a threat",
    "threat_dropped": "dropping a threat",
    "effort": "the effort",
    "blurring": "being seen to work with the military",
    "exposed": "delivering less than promised",
}
"""What points are won or lost for."""
