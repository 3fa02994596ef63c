"""The eight headings and what stands under them: what can be done now, what it costs, or why it is not possible."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.rules.legality.verification import PHASES
from game.rules.menu import Choice
from game.rules.view import View
from game.rules.vocabulary import Heading, Phase


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A heading with its icon, its number key and what it is for."""

    heading: Heading
    name: str
    icon: str
    key: str
    tip: str


@dataclass(frozen=True, slots=True)
class Saying:
    """How a kind of command is said: its name, what it does, and what the button says."""

    name: str
    does: str
    verb: str


@dataclass(frozen=True, slots=True)
class Card:
    """One kind of command under a heading; `refusal` says why there is none now, empty if there is."""

    kind: str
    name: str
    does: str
    verb: str
    cost: str
    refusal: str


HEADINGS = (
    HeadingRow(
        Heading.TALK, "Talk", "messages", "1", "Meet, open your points, share facts, sit down with your network."
    ),
    HeadingRow(
        Heading.FIND_OUT,
        "Find out",
        "search",
        "2",
        "Make sure of what is true, alone or with others; question a claim.",
    ),
    HeadingRow(
        Heading.CALL_HOME, "Call home", "phone", "3", "Ask headquarters to lift a red line; bring your own house along."
    ),
    HeadingRow(Heading.LEAN, "Lean", "scale", "4", "Press somebody who depends on you, or promise them something."),
    HeadingRow(Heading.TEXT, "Text", "file-text", "5", "Put a text on the table, change one, call it for signature."),
    HeadingRow(
        Heading.SAY, "Say", "speakerphone", "6", "Name the power, raise a doubt, grant a point, move procedure."
    ),
    HeadingRow(Heading.OUR_LANE, "Our lane", "route", "7", "Say what you will do anyway, whatever is signed."),
    HeadingRow(Heading.WALK_OUT, "Walk out", "door-exit", "8", "Leave the room, or come back."),
)

SAYINGS = {
    "meet": Saying(
        "Meet somebody", "Face to face. Trust grows both ways, and telling them what you know is free.", "Meet"
    ),
    "disclose": Saying(
        "Open your points", "Tell somebody you met what an issue is worth to you, straight or shaded.", "Tell them"
    ),
    "share": Saying(
        "Share a fact", "Tell somebody, or the room, what you have made sure of. Free if you met.", "Tell it"
    ),
    "caucus": Saying(
        "Caucus", "Your network talks an issue over once another joins. Brings your house along.", "Sit down"
    ),
    "investigate": Saying("Find out", "Send your own people to look. You will know; nobody else does.", "Find out"),
    "assess_jointly": Saying(
        "Assess jointly", "Look together, once all partners say the same. Then it is common knowledge.", "Propose it"
    ),
    "challenge": Saying(
        "Challenge a claim",
        "Say before all that what you were told is not so. If it was straight, you lose trust.",
        "Challenge",
    ),
    "cable_home": Saying(
        "Cable about a red line",
        "Ask for leave to cross it from the next round on. Facts you can show help.",
        "Send the cable",
    ),
    "consult_home": Saying(
        "Consult at home", "Bring your own house along, so that it stands behind what you sign.", "Consult"
    ),
    "press": Saying(
        "Lean on somebody",
        "Threaten what they depend on, for a text. Their trust falls; their yes gets hollow.",
        "Lean on them",
    ),
    "withdraw_pressure": Saying("Take pressure back", "Say that the threat is off the table.", "Take it back"),
    "pledge": Saying(
        "Pledge something",
        "Promise points of your budget if a text comes into force. You keep or break it later.",
        "Pledge",
    ),
    "table": Saying("Table a text", "Write terms and parties, and put them before the room.", "Write a text"),
    "amend": Saying(
        "Amend a text",
        "Put a new version in place of a text. Stances and signatures on it lapse.",
        "Amend it",
    ),
    "call_signature": Saying("Call for signature", "Its parties sign or decline at the end of this round.", "Call it"),
    "concede_point": Saying(
        "Grant a point", "Say that somebody who challenged you, objected or named power is right.", "Grant it"
    ),
    "name_power": Saying(
        "Name the power",
        "Say aloud who holds it. It counts once granted, or once the chair moves on.",
        "Say it",
    ),
    "raise_doubt": Saying(
        "Raise a doubt", "Say how far you really support a text. Others who think like you may follow.", "Say it"
    ),
    "move_procedure": Saying(
        "Move procedure", "A vote on a new chair, on who is invited, or on what the meeting is for.", "Move it"
    ),
    "declare_lane": Saying(
        "Declare a lane", "Say before all what you will carry out anyway. It binds only you.", "Declare it"
    ),
    "walk_out": Saying(
        "Walk out", "You are absent from now on, which abstains. You can come back when you have the floor.", "Walk out"
    ),
    "come_back": Saying("Come back", "Take your place again.", "Come back"),
}
"""Every kind of command under the eight headings."""


def heading_rows(choices: Iterable[Choice]) -> tuple[tuple[HeadingRow, bool], ...]:
    """List the headings, each with whether anything under it can be done now."""
    alive = {choice.heading for choice in choices if choice.commands}
    return tuple((row, row.heading in alive) for row in HEADINGS)


def usual_heading(view: View, choices: Iterable[Choice]) -> Heading:
    """Say which heading stands open when a phase begins."""
    alive = {choice.heading for choice in choices if choice.commands}
    first = Heading.TEXT if view.room.phase is Phase.FLOOR else Heading.TALK
    if first in alive:
        return first
    return next((row.heading for row in HEADINGS if row.heading in alive), first)


def cards(view: View, choices: Iterable[Choice], heading: Heading) -> tuple[Card, ...]:
    """Set out what stands under a heading, each always in the same place whether it can be done now or not."""
    found = [_card(view, choice) for choice in choices if choice.heading is heading and choice.kind in SAYINGS]
    return tuple(sorted(found, key=lambda card: list(SAYINGS).index(card.kind)))


def _card(view: View, choice: Choice) -> Card:
    said = SAYINGS[choice.kind]
    refusal = "" if choice.commands else _why_not(view, choice)
    return Card(choice.kind, said.name, said.does, said.verb, cost(choice), refusal)


def _why_not(view: View, choice: Choice) -> str:
    """Say in one line why nothing of a kind is possible: first when it is, then what is missing."""
    if view.room.phase not in PHASES[choice.kind]:
        return "This can be done when you have the floor." if choice.uses_floor else "This can be done in the corridor."
    is_timed = choice.time > 0 or choice.kind in ("investigate", "share")
    refusal = choice.refusal
    if is_timed and view.own.time == 0 and (refusal is None or refusal.code in TIMELY):
        return "It takes time, and you have none left this round."
    if refusal is None:
        return "Not now."
    if refusal.code == "nothing_to_concede":
        return "Nobody has challenged you, named your power or objected."
    return refusal.sentence


TIMELY = frozenset({"no_time", "met_already", "said_already", "known", "offered_already", "joined_already"})
"""Refusals of one candidate that hide that there is no time for any."""


def cost(choice: Choice) -> str:
    """Say what a kind costs."""
    if choice.uses_floor:
        return "floor move"
    least = {choice.time}
    if choice.kind == "share":
        return "free or 1 time" if least == {0} else "1 time"
    if choice.kind == "investigate":
        return f"{choice.time or 1} time or more"
    return f"{choice.time} time" if choice.time else "free"


def first_possible(found: Iterable[Card]) -> str:
    """Name the kind to choose when a heading opens: the first that can be done, else none."""
    return next((card.kind for card in found if not card.refusal), "")
