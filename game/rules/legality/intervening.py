"""May whoever runs the game step in so? They may know everything, so this asks the state and no seat's view."""

from game.rules.case import Case
from game.rules.effects import (
    Effect,
    GainTime,
    HurtTrust,
    RevealFact,
    ShiftBacking,
    ShiftCapacity,
    ShiftFlexibility,
    ShiftWalkAway,
    TakeFloorMove,
    TurnFact,
)
from game.rules.ids import AgencyId, EventId
from game.rules.interventions import Inject, Intervention, SetRounds
from game.rules.refusal import Refusal
from game.rules.state import State
from game.rules.vocabulary import Phase

NEWS_LENGTH = 600
"""Characters."""
MOST_EFFECTS = 12
MOST_TIME = 5
MOST_POINTS = 100
MOST_SHARE = 1.0
"""How far an effect may move time, a walk-away, and a share, up or down: as in a scenario file."""
MEETING = frozenset({Phase.CONVENING, Phase.CORRIDOR, Phase.FLOOR, Phase.STANCES, Phase.SIGNING})


def refuse_intervention(state: State, intervention: Intervention) -> Refusal | None:
    """Say why this may not happen now; None if it may."""
    if state.room.phase is Phase.CLOSED:
        return Refusal("closed", "The game is over; nothing can happen in it any more.")
    match intervention:
        case SetRounds(rounds):
            return _refuse_rounds(state, rounds)
        case Inject():
            return _refuse_news(state, intervention)


def _refuse_rounds(state: State, rounds: int) -> Refusal | None:
    if state.room.phase not in MEETING:
        return Refusal("meetings_over", "The meetings are over, so there is no round left to drop or to add.")
    fewest, most = max(1, state.room.round), state.case.rounds
    if fewest == most:
        return Refusal("last_round", "The case has no more rounds than have begun, so none can be dropped or added.")
    if rounds == state.scene.rounds:
        return Refusal("same_rounds", f"That is how many rounds the forum has; choose between {fewest} and {most}.")
    if not fewest <= rounds <= most:
        begun = f"round {fewest} has begun" if state.room.round else "one has to be held"
        words = f"Choose between {fewest} and {most} rounds: {begun}, and the case has no more than {most}."
        return Refusal("out_of_scale", words)
    return None


def _refuse_news(state: State, news: Inject) -> Refusal | None:
    if news.occurrence is None:
        if not news.text.strip() or len(news.text) > NEWS_LENGTH:
            return Refusal("no_news", f"Say what happens in 1 to {NEWS_LENGTH} characters.")
        return _refuse_effects(state, news.effects)
    if news.text or news.effects:
        return Refusal("own_words", "An event of the case brings its own words and effects; leave these out.")
    return _refuse_occurrence(state, news.occurrence)


def _refuse_occurrence(state: State, occurrence: EventId) -> Refusal | None:
    found = next((one for one in state.case.occurrences if one.id == occurrence), None)
    if found is None:
        left = ", ".join(one.id for one in state.case.occurrences if one.id not in state.sealed.spent) or "none"
        return Refusal(
            "unknown_event", f"There is no event “{occurrence}” in this case (still to come: {left}).", occurrence
        )
    if occurrence in state.sealed.spent:
        return Refusal("spent", "This event has happened already; choose another, or write one.", occurrence)
    return _refuse_effects(state, found.effects)


def _refuse_effects(state: State, effects: tuple[Effect, ...]) -> Refusal | None:
    if len(effects) > MOST_EFFECTS:
        return Refusal("too_many_effects", f"An event can have at most {MOST_EFFECTS} effects.")
    for effect in effects:
        refusal = _refuse_unknown(state.case, effect) or _refuse_size(effect) or _refuse_late(state, effect)
        if refusal is not None:
            return refusal
    return None


def _refuse_unknown(case: Case, effect: Effect) -> Refusal | None:
    """Refuse what the case does not have."""
    match effect:
        case ShiftCapacity(issue, option) if not case.has_option(issue, option):
            return Refusal("unknown_option", f"“{option}” is not an option on “{issue}” in this case.", issue)
        case TurnFact(fact) | RevealFact(fact) if not case.has(fact=fact):
            return Refusal("unknown_fact", f"There is no fact “{fact}” in this case.", fact)
    for agency in _agencies_in(effect):
        if not case.has(agency=agency):
            return Refusal("unknown_agency", f"There is no agency “{agency}” in this case.", agency)
    return None


def _agencies_in(effect: Effect) -> tuple[AgencyId, ...]:
    match effect:
        case TurnFact(_, _, known_to):
            return known_to
        case HurtTrust(truster, trusted):
            return truster, trusted
        case RevealFact() | ShiftCapacity():
            return ()
        case _:
            return (effect.agency,)


def _refuse_size(effect: Effect) -> Refusal | None:
    """Refuse steps that are too large, and trust of somebody in itself."""
    match effect:
        case GainTime(_, by):
            most: float = MOST_TIME
        case ShiftWalkAway(_, by):
            most = MOST_POINTS
        case ShiftFlexibility(_, by) | ShiftBacking(_, by) | ShiftCapacity(_, _, by):
            most = MOST_SHARE
        case HurtTrust(truster, trusted) if truster == trusted:
            return Refusal("yourself", "Trust is between two agencies; name two.", truster)
        case _:
            return None
    if not -most <= by <= most:
        return Refusal("out_of_scale", f"This effect can be between −{most:g} and {most:g}.", effect.kind)
    return None


def _refuse_late(state: State, effect: Effect) -> Refusal | None:
    """Refuse what could no longer make a difference."""
    match effect:
        case GainTime(agency):
            if not has_corridor_left(state, agency):
                return Refusal("too_late", "No corridor is left in which this time could be spent.", agency)
        case TakeFloorMove(agency):
            if not has_floor_move(state, agency):
                name = state.scene.face(agency).name
                return Refusal(
                    "no_floor_move",
                    f"{name} has no floor move to take back now; do it in the corridor, or before its turn.",
                    agency,
                )
        case ShiftFlexibility(agency) | ShiftBacking(agency):
            if state.room.phase not in MEETING:
                return Refusal("too_late", "The meetings are over; what headquarters say counts no more.", agency)
    return None


def is_in_corridor(state: State, agency: AgencyId) -> bool:
    """Say whether a seat can still spend time in this round."""
    return state.room.phase is Phase.CORRIDOR and agency not in state.room.passed


def has_corridor_left(state: State, agency: AgencyId) -> bool:
    """Say whether a seat can still spend time in this round, or in one to come."""
    is_to_come = state.room.phase in MEETING and state.room.round < state.scene.rounds
    return is_to_come or is_in_corridor(state, agency)


def has_floor_move(state: State, agency: AgencyId) -> bool:
    """Say whether a seat has a floor move left in this round, as far as everybody sees."""
    room = state.room
    if room.phase is Phase.CORRIDOR:
        return agency not in room.floor_taken
    return room.phase is Phase.FLOOR and agency in room.speakers
