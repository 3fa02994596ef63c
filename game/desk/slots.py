"""What a command still has to be told (whom, which fact, straight or spun), from the legal ones of its kind."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from game.desk.labels import Label, label
from game.rules import commands as do
from game.rules.ids import AgencyId
from game.rules.legality import verify
from game.rules.menu import Choice
from game.rules.view import View

Picks = Mapping[str, object]
"""What was chosen so far, by the name of the slot; a tuple where several can be."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing to choose: a field of the command, and how it is asked for."""

    field: str
    asks: str
    mode: Literal["one", "many", "number"] = "one"
    is_optional: bool = False
    is_deliberate: bool = False
    """Has to be chosen by hand even where there is only one answer, because it does harm."""


@dataclass(frozen=True, slots=True)
class Pick:
    """One possible answer; `token` names it in keys."""

    value: object
    token: str
    label: Label
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Ask:
    """A slot with its answers; for a number, from `least` to `most`."""

    slot: Slot
    picks: tuple[Pick, ...] = ()
    number: int = 0
    least: int = 0
    most: int = 0

    @property
    def is_answered(self) -> bool:
        """Say whether nothing is missing here."""
        return self.slot.is_optional or self.slot.mode == "number" or any(pick.is_chosen for pick in self.picks)


SLOTS: dict[str, tuple[Slot, ...]] = {
    "meet": (Slot("whom", "Whom"),),
    "disclose": (Slot("whom", "To whom"), Slot("issue", "Which issue"), Slot("is_shaded", "How")),
    "share": (Slot("fact", "Which fact"), Slot("whom", "With whom"), Slot("is_spun", "How")),
    "caucus": (Slot("network", "Which network"), Slot("issue", "About which issue")),
    "investigate": (Slot("fact", "Which question"),),
    "assess_jointly": (Slot("fact", "Which question"), Slot("partners", "With whom", "many")),
    "challenge": (Slot("whom", "Who said it", is_deliberate=True), Slot("fact", "About which fact")),
    "cable_home": (Slot("red_line", "Which red line"),),
    "press": (Slot("whom", "On whom", is_deliberate=True), Slot("text", "For which text")),
    "withdraw_pressure": (Slot("threat", "Which threat"),),
    "pledge": (Slot("whom", "To whom"), Slot("text", "For which text"), Slot("points", "How many points", "number")),
    "amend": (Slot("text", "Which text"),),
    "call_signature": (Slot("text", "Which text"),),
    "concede_point": (Slot("whom", "To whom"),),
    "raise_doubt": (Slot("text", "About which text"),),
    "move_procedure": (
        Slot("chair", "New chair", is_optional=True),
        Slot("invite", "Invite", "many", is_optional=True),
        Slot("purpose", "Purpose", is_optional=True),
    ),
    "declare_lane": (Slot("issue", "On which issue"), Slot("option", "What you will do")),
}


def asks(view: View, choice: Choice, picks: Picks) -> tuple[Ask, ...]:
    """Set out what is still to be chosen for a kind, given what was chosen; a single answer chooses itself."""
    found: list[Ask] = []
    narrowed: list[do.Command] = list(choice.commands)
    for slot in SLOTS.get(choice.kind, ()):
        if not narrowed:
            break
        if slot.mode == "number":
            most = max(1, view.own.pledge_left)
            found.append(Ask(slot, (), min(most, max(1, _number(picks.get(slot.field)))), 1, most))
            continue
        ask = _ask(view, slot, narrowed, picks.get(slot.field, UNPICKED))
        if ask.picks:
            found.append(ask)
        if slot.mode == "one" and not slot.is_optional:
            chosen = [pick.value for pick in ask.picks if pick.is_chosen]
            if not chosen:
                break
            narrowed = [command for command in narrowed if getattr(command, slot.field) == chosen[0]]
    return tuple(found)


def _number(value: object) -> int:
    return value if isinstance(value, int) else 1


def _ask(view: View, slot: Slot, commands: Iterable[do.Command], picked: object) -> Ask:
    values: list[object] = []
    for command in commands:
        value = getattr(command, slot.field)
        for one in value if isinstance(value, tuple) else (value,):
            if one not in values and not (slot.is_optional and one is None):
                values.append(one)
    many = picked if isinstance(picked, tuple) else ()
    if picked is UNPICKED and slot.mode == "many" and not slot.is_optional and len(values) == 1:
        many = (values[0],)
    if picked is UNPICKED and slot.mode == "one" and not slot.is_optional:
        picked = False if slot.field in ("is_spun", "is_shaded") and False in values else picked
        picked = values[0] if len(values) == 1 and not slot.is_deliberate else picked
    picks = tuple(
        Pick(value, _token(value), label(view, slot.field, value, commands), value in many or _same(value, picked))
        for value in values
    )
    return Ask(slot, picks)


UNPICKED = object()
"""Stands for no choice; None is one of the choices (the room)."""


def _same(value: object, picked: object) -> bool:
    return type(value) is type(picked) and value == picked


def _token(value: object) -> str:
    return "room" if value is None else str(value)


def command_of(view: View, choice: Choice, picks: Picks) -> do.Command | None:
    """Put the chosen command together; None while something is missing."""
    if not choice.commands:
        return None
    found = asks(view, choice, picks)
    slots = SLOTS.get(choice.kind, ())
    needed = sum(1 for slot in slots if not slot.is_optional)
    if sum(1 for ask in found if not ask.slot.is_optional) < needed or not all(ask.is_answered for ask in found):
        return None
    chosen = {ask.slot.field: tuple(pick.value for pick in ask.picks if pick.is_chosen) for ask in found}
    match choice.kind:
        case "assess_jointly":
            fact = chosen["fact"][0]
            return _offer(choice, fact, chosen["partners"]) or _ordered(view, fact, chosen["partners"])
        case "move_procedure":
            return _motion(view, chosen)
        case "pledge":
            amount = next(ask.number for ask in found if ask.slot.mode == "number")
            one = _matching(choice, {field: values[0] for field, values in chosen.items() if values})
            return replace(one, points=amount) if isinstance(one, do.Pledge) else None
    return _matching(choice, {field: values[0] for field, values in chosen.items()})


def missing(asked: Iterable[Ask]) -> str:
    """Say what has to be chosen before the command can be given."""
    first = next((ask.slot.asks for ask in asked if not ask.is_answered), "what you move")
    return f"First choose {first[:1].lower()}{first[1:]}"


def _matching(choice: Choice, chosen: Picks) -> do.Command | None:
    for command in choice.commands:
        if all(_same(getattr(command, field), value) for field, value in chosen.items()):
            return command
    return None


def _offer(choice: Choice, fact: object, partners: tuple[object, ...]) -> do.Command | None:
    """Find an assessment under way with exactly these partners, so that joining it joins it."""
    for command in choice.commands:
        if isinstance(command, do.AssessJointly) and command.fact == fact and set(command.partners) == set(partners):
            return command
    return None


def _ordered(view: View, fact: object, partners: tuple[object, ...]) -> do.Command | None:
    members: tuple[AgencyId, ...] = tuple(agency for agency in view.scene.agency_ids if agency in partners)
    question = next((q.id for q in view.scene.questions if q.id == fact), None)
    if question is None or not members:
        return None
    return do.AssessJointly(view.seat, question, members)


def _motion(view: View, chosen: Mapping[str, tuple[object, ...]]) -> do.Command | None:
    ids = view.scene.agency_ids
    chair = next((agency for agency in ids if agency in chosen.get("chair", ())), None)
    invite = tuple(agency for agency in ids if agency in chosen.get("invite", ()))
    purpose = next(iter(chosen.get("purpose", ())), None)
    motion = do.MoveProcedure(view.seat, chair, invite, purpose)  # type: ignore[arg-type] # as the slots hold them
    return motion if verify(view, motion) is None else None


def picked(choice: Choice, picks: Picks, field: str, value: object) -> dict[str, object]:
    """Choose an answer, or take it back where the slot takes many or none."""
    slot = next((slot for slot in SLOTS.get(choice.kind, ()) if slot.field == field), None)
    chosen = dict(picks)
    if slot is None:
        return chosen
    before = chosen.get(field, UNPICKED)
    if slot.mode == "many":
        many = before if isinstance(before, tuple) else ()
        chosen[field] = tuple(one for one in many if one != value) if value in many else (*many, value)
    elif slot.is_optional and before == value:
        del chosen[field]
    else:
        chosen[field] = value
    return chosen
