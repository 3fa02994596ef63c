"""What comes from outside when a round begins, and what effects do (the closed list of `effects`)."""

from typing import assert_never

from game.rules import events as was
from game.rules.case import Occurrence
from game.rules.deciding.minutes import Minutes
from game.rules.deciding.relations import learn, lower_trust, open_fact
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
from game.rules.vocabulary import Phase


def begin_round(minutes: Minutes) -> None:
    """Begin the next round: time for everybody, what comes from outside, headquarters' instructions."""
    gained = {seat: minutes.own(seat).next_time for seat in minutes.state.case.agency_ids}
    minutes.tell_room(was.RoundBegan(minutes.room.round + 1))
    for agency in minutes.state.case.agencies:
        minutes.tell((agency.id,), was.TimeSet(agency.id, max(0, agency.time + gained[agency.id])))
    for occurrence in minutes.state.case.occurrences:
        if _is_due(minutes, occurrence):
            announce(minutes, occurrence)
            for effect in occurrence.effects:
                apply_effect(minutes, effect, is_now=True)
    _instruct_from_home(minutes)
    minutes.tell_room(was.PhaseBegan(Phase.CORRIDOR))


def _is_due(minutes: Minutes, occurrence: Occurrence) -> bool:
    number = minutes.room.round
    if occurrence.id in minutes.state.sealed.spent:
        return False
    if occurrence.round is not None and occurrence.round != number:
        return False
    return occurrence.chance is None or minutes.draw("occurrence", occurrence.id, number) < occurrence.chance


def announce(minutes: Minutes, occurrence: Occurrence) -> None:
    """Tell what comes from outside to those who see it; what is in the case happens once."""
    to: was.Audience = was.ROOM if occurrence.seen_by is None else occurrence.seen_by
    minutes.tell(to, was.Occurred(occurrence.id, occurrence.text))
    minutes.tell_nobody(was.OccurrenceSpent(occurrence.id))


def _instruct_from_home(minutes: Minutes) -> None:
    """Let a micro-managing headquarters take back a floor move, from the second round on."""
    number = minutes.room.round
    for agency in minutes.state.case.agencies:
        chance = agency.micro_management * minutes.ruleset.micro_management_chance
        if number > 1 and agency.id in minutes.room.seated and minutes.draw("micro", agency.id, number) < chance:
            apply_effect(minutes, TakeFloorMove(agency.id), is_now=True)


def apply_effect(minutes: Minutes, effect: Effect, *, is_now: bool) -> None:
    """Bring an effect about; `is_now` where it comes with the situation and time counts in this round."""
    match effect:
        case TurnFact():
            _turn_fact(minutes, effect)
        case RevealFact(fact):
            open_fact(minutes, fact)
        case GainTime(agency, by):
            own = minutes.own(agency)
            if is_now:
                minutes.tell((agency,), was.TimeSet(agency, max(0, own.time + by)))
            else:
                minutes.tell((agency,), was.MeansMoved(agency, next_time=own.next_time + by))
        case ShiftFlexibility(agency, by):
            shifted = _share(minutes.own(agency).flexibility + by)
            minutes.tell((agency,), was.MeansMoved(agency, flexibility=shifted))
        case ShiftBacking(agency, by):
            minutes.tell((agency,), was.MeansMoved(agency, backing=_share(minutes.own(agency).backing + by)))
        case ShiftWalkAway(agency, by):
            shifted = min(100.0, max(0.0, minutes.own(agency).walk_away + by))
            minutes.tell((agency,), was.MeansMoved(agency, walk_away=shifted))
        case HurtTrust(truster, trusted):
            lower_trust(minutes, truster, trusted)
        case TakeFloorMove(agency):
            if is_now and agency not in minutes.room.floor_taken:
                minutes.tell_room(was.FloorTaken(agency))
        case ShiftCapacity(issue, option, by):
            before = minutes.state.sealed.capacity.get((issue, option), 0.0)
            minutes.tell_nobody(was.CapacityMoved(issue, option, before + by))
        case _:
            assert_never(effect)


def _turn_fact(minutes: Minutes, effect: TurnFact) -> None:
    minutes.tell_nobody(was.FactTurned(effect.fact, effect.to))
    if effect.fact in minutes.room.open_facts:
        minutes.tell_room(was.FactOpened(effect.fact, effect.to))
        return
    for seat in minutes.state.case.agency_ids:
        if seat in effect.known_to:
            learn(minutes, seat, effect.fact)
        elif effect.fact in minutes.own(seat).knows:
            minutes.tell((seat,), was.FactLearned(seat, effect.fact, None))


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
