"""What happens when whoever runs the game steps in."""

from game.rules import events as was
from game.rules.deciding.minutes import Minutes
from game.rules.deciding.situation import announce, apply_effect
from game.rules.effects import Effect, GainTime, TakeFloorMove
from game.rules.ids import AgencyId, EventId
from game.rules.interventions import Inject, Intervention, SetRounds
from game.rules.legality.intervening import is_in_corridor
from game.rules.vocabulary import Phase

WRITTEN = EventId("")
"""The name of what happens and is in no case."""


def step_in(minutes: Minutes, intervention: Intervention) -> None:
    """Bring an accepted intervention about."""
    match intervention:
        case SetRounds(rounds):
            minutes.tell_room(was.RoundsSet(rounds, minutes.state.scene.rounds))
        case Inject(None, text, effects):
            minutes.tell_room(was.Occurred(WRITTEN, text))
            _apply(minutes, effects)
        case Inject(name):
            found = next(one for one in minutes.state.case.occurrences if one.id == name)
            announce(minutes, found)
            _apply(minutes, found.effects)


def _apply(minutes: Minutes, effects: tuple[Effect, ...]) -> None:
    for effect in effects:
        _apply_one(minutes, effect)


def _apply_one(minutes: Minutes, effect: Effect) -> None:
    """Bring an effect about where the game stands: time counts in this round as long as it can be spent in it."""
    match effect:
        case GainTime(agency, by):
            if is_in_corridor(minutes.state, agency):
                _give_time(minutes, agency, by)
            else:
                apply_effect(minutes, effect, is_now=False)
        case TakeFloorMove(agency) if minutes.room.phase is Phase.FLOOR:
            _take_turn(minutes, agency)
        case _:
            apply_effect(minutes, effect, is_now=True)


def _give_time(minutes: Minutes, agency: AgencyId, by: int) -> None:
    before = minutes.own(agency).time
    time = max(0, before + by)
    if time != before:
        minutes.tell((agency,), was.TimeGiven(agency, time - before, time))


def _take_turn(minutes: Minutes, agency: AgencyId) -> None:
    """Take back a floor move on the floor itself; who has the floor loses it to the next."""
    speakers, left = minutes.room.speakers, minutes.room.floor_left
    if agency not in speakers:
        return
    minutes.tell_room(was.FloorTaken(agency))
    left = minutes.ruleset.floor_moves if agency == speakers[0] else left
    minutes.tell_room(was.FloorMoved(tuple(seat for seat in speakers if seat != agency), left))
