"""The closed vocabularies of the game: what comes in kinds."""

from enum import StrEnum


class Community(StrEnum):
    MILITARY = "military"
    POLITICAL = "political"
    DONOR = "donor"
    HOST_GOVERNMENT = "host_government"
    HUMANITARIAN = "humanitarian"
    DEVELOPMENT = "development"
    CIVIL_SOCIETY = "civil_society"


class Purpose(StrEnum):
    """What coordination is for, from the least to the most (R5.5 counts the steps between)."""

    INFORMATION = "information"
    JOINT_ANALYSIS = "joint_analysis"
    DIVISION_OF_LABOUR = "division_of_labour"
    COMMON_STRATEGY = "common_strategy"


class ForumKind(StrEnum):
    COORDINATION_MEETING = "coordination_meeting"
    CONTACT_GROUP = "contact_group"


class DecisionRule(StrEnum):
    CONSENSUS = "consensus"
    CARRIERS = "carriers"


class LeverageKind(StrEnum):
    FUNDING = "funding"
    SECURITY = "security"
    ACCESS = "access"
    LEGITIMACY = "legitimacy"


class Dimension(StrEnum):
    SECURITY = "security"
    RELIEF = "relief"
    DEVELOPMENT = "development"
    LEGITIMACY = "legitimacy"


class Phase(StrEnum):
    """Where a game stands. A situation passes by itself as a round begins; so does the year between efforts."""

    CONVENING = "convening"
    CORRIDOR = "corridor"
    FLOOR = "floor"
    STANCES = "stances"
    SIGNING = "signing"
    BALLOT = "ballot"
    SETTLING = "settling"
    FIRST_EFFORTS = "first_efforts"
    SECOND_EFFORTS = "second_efforts"
    CLOSED = "closed"


class Stance(StrEnum):
    ENDORSE = "endorse"
    RESERVATIONS = "reservations"
    ABSTAIN = "abstain"
    OBJECT = "object"
    BLOCK = "block"


class TipMoment(StrEnum):
    """When a first-time tip of a scenario is shown: in a phase, or when something first comes into view."""

    BRIEFING = "briefing"
    CORRIDOR = "corridor"
    FLOOR = "floor"
    STANCES = "stances"
    SIGNING = "signing"
    BALLOT = "ballot"
    EFFORTS = "efforts"
    WORTH = "worth"
    PRESSURE = "pressure"
    LANE = "lane"


class Heading(StrEnum):
    """The eight headings under which the commands stand on screen; FORMAL for what a phase asks of you."""

    TALK = "talk"
    FIND_OUT = "find_out"
    CALL_HOME = "call_home"
    LEAN = "lean"
    TEXT = "text"
    SAY = "say"
    OUR_LANE = "our_lane"
    WALK_OUT = "walk_out"
    FORMAL = "formal"


class Root(StrEnum):
    """The five roots of a yes (rules section 5)."""

    WORTH = "worth"
    FREE = "free"
    INFORMED = "informed"
    HEARD = "heard"
    BACKED = "backed"


class Kind(StrEnum):
    """What an accord is, as signed."""

    SINCERE = "sincere"
    FRAGILE = "fragile"
    FALSE = "false"


class Lived(StrEnum):
    """What an accord turned out to be."""

    SINCERE_AGREEMENT = "sincere_agreement"
    OVERTAKEN = "overtaken"
    FALSE_COHERENCE = "false_coherence"


class ForumVerdict(StrEnum):
    """What the forum came to (R8.2)."""

    SINCERE_AGREEMENT = "sincere_agreement"
    OVERTAKEN = "overtaken"
    FALSE_COHERENCE = "false_coherence"
    SIDE_BY_SIDE = "side_by_side"
    INFORMATION_SHARING = "information_sharing"
    BREAKDOWN = "breakdown"
    NOTHING = "nothing"
