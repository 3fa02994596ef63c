"""The phrases in English, by what is done and by tone; several ways to say each.

Names in braces stand for what `names` finds; a name that is always empty (`early`, `late`, `soon`, `first`, `all`,
`everybody`, `theirs`) only says when a phrase fits.
"""

from collections.abc import Mapping, Sequence

from game.opponents.speech.english.leaning import LEANING
from game.opponents.speech.english.reasons import FOR_TEXTS
from game.opponents.speech.english.room import ROOM_TALK
from game.opponents.speech.english.signing import SIGNING
from game.opponents.speech.english.talk import TALK
from game.opponents.speech.english.talks import FOR_TALKS
from game.opponents.speech.english.texts import TEXTS
from game.opponents.speech.language import Language
from game.rules.vocabulary import ForumKind, LeverageKind, Purpose

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
LEVERS: Mapping[LeverageKind, str] = {
    LeverageKind.FUNDING: "our funds",
    LeverageKind.SECURITY: "our protection",
    LeverageKind.ACCESS: "the access we give",
    LeverageKind.LEGITIMACY: "our recognition",
}
COMMON = frozenset(
    {"agency", "alliance", "army", "association", "assembly", "bank", "circle", "coalition", "committee", "council",
     "donor", "federation", "force", "forum", "fund", "government", "governor", "guild", "legislature", "ministry",
     "mission", "ngo", "office", "party", "police", "programme", "team", "union"}
)  # fmt: skip
"""What agencies are called by without its being a name of their own."""


def row(names: Sequence[str]) -> str:
    """Set names in a row: "a, b and c"."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def called(name: str) -> str:
    """Call an agency within a sentence: "the Relief agency", "the Ministry of Health", but "Coast Clinics"."""
    first, _, rest = name.partition(" ")
    last = name.rpartition(" ")[2]
    is_office = first.lower() in COMMON and rest.startswith(("of ", "for "))
    is_common = is_office or last.lower() in COMMON or (last != name and last[:1].islower())
    return f"the {name}" if is_common and not name.lower().startswith("the ") else name


def quoted(name: str) -> str:
    """Set a name between the marks that are used inside a quotation."""
    return f"‘{name}’"


ENGLISH = Language(
    phrases={**TALK, **LEANING, **TEXTS, **SIGNING, **ROOM_TALK},
    reasons={**FOR_TALKS, **FOR_TEXTS},
    purposes=PURPOSES,
    forums=FORUMS,
    levers=LEVERS,
    row=row,
    called=called,
    quoted=quoted,
)
