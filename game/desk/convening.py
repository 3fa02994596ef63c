"""What the chair sets as the forum is convened: its name, who is invited, what it is for, how it decides (R2.1)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.desk.words import FORUMS, FORUMS_MEAN, PURPOSES, PURPOSES_MEAN, RULES, RULES_MEAN
from game.rules import commands as do
from game.rules.ids import AgencyId
from game.rules.legality import verify
from game.rules.view import View
from game.rules.vocabulary import DecisionRule, ForumKind, Purpose


@dataclass(frozen=True, slots=True)
class Charter:
    """The forum as the chair would have it."""

    forum: ForumKind
    invited: frozenset[AgencyId]
    purpose: Purpose | None
    rule: DecisionRule


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set one way: its name, what it means, why it cannot be."""

    value: object
    token: str
    name: str
    means: str
    is_chosen: bool
    refusal: str = ""


def found_charter(view: View) -> Charter:
    """Begin with the forum as found."""
    forum = view.room.forum
    return Charter(forum.kind, forum.invited, forum.purpose, forum.rule)


def changed(charter: Charter, field: str, value: object) -> Charter:
    """Set one thing; a contact group gives up a common strategy."""
    match field, value:
        case "forum", ForumKind():
            if value is ForumKind.CONTACT_GROUP and charter.purpose is Purpose.COMMON_STRATEGY:
                charter = replace(charter, purpose=Purpose.DIVISION_OF_LABOUR)
            return replace(charter, forum=value)
        case "purpose", Purpose() | None:
            return replace(charter, purpose=value)
        case "rule", DecisionRule():
            return replace(charter, rule=value)
        case "invite", str():
            return replace(charter, invited=charter.invited ^ {AgencyId(value)})
    return charter


def convene(view: View, charter: Charter) -> do.Convene:
    """Put the command together."""
    invited = tuple(agency for agency in view.scene.agency_ids if agency in charter.invited)
    return do.Convene(view.seat, charter.forum, invited, charter.purpose, charter.rule)


def refusal_of(view: View, charter: Charter) -> str:
    """Say why the forum cannot be convened so; empty if it can."""
    refused = verify(view, convene(view, charter))
    return refused.sentence if refused is not None else ""


def forum_settings(charter: Charter) -> tuple[Setting, ...]:
    """Set out the names the forum can have."""
    return tuple(_setting(kind, FORUMS[kind], FORUMS_MEAN[kind], charter.forum) for kind in ForumKind)


def purpose_settings(charter: Charter) -> tuple[Setting, ...]:
    """Set out what the forum can be for, or nothing said."""
    kinds: Iterable[Purpose | None] = (None, *Purpose)
    found = []
    for kind in kinds:
        name = PURPOSES[kind].capitalize() if kind is not None else "Not declared"
        one = _setting(kind, name, PURPOSES_MEAN[kind], charter.purpose)
        if kind is Purpose.COMMON_STRATEGY and charter.forum is ForumKind.CONTACT_GROUP:
            one = replace(one, refusal="A contact group cannot declare a common strategy.")
        found.append(one)
    return tuple(found)


def rule_settings(charter: Charter) -> tuple[Setting, ...]:
    """Set out how the forum can decide."""
    return tuple(_setting(rule, RULES[rule], RULES_MEAN[rule], charter.rule) for rule in DecisionRule)


def guests(view: View, charter: Charter) -> tuple[tuple[AgencyId, bool, str], ...]:
    """List who could be invited, whether they are, and a remark."""
    room = view.room
    return tuple(
        (
            face.id,
            face.id in charter.invited or face.id == view.seat,
            "" if face.id in room.seated else "nobody plays it",
        )
        for face in view.scene.agencies
        if face.id != view.seat
    )


def _setting(value: object, name: str, means: str, chosen: object) -> Setting:
    return Setting(value, str(value) if value is not None else "none", name, means, value == chosen)
