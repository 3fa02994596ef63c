"""How a table stands against the plan, and what an instructor could do about it.

All is counted from the bell: what the rest of play needs, at planned and at least speed, against what is left before
the protected debrief begins. Whoever calls says how long it is to the bell; any number will do, also one below zero.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil

from game.classroom.plan import MEETING, YEAR, Plan, round_of
from game.rules.ids import AgencyId
from game.rules.room import Room
from game.rules.vocabulary import Phase

GRACE = 60.0
"""Seconds that a table may always be late before anything is offered."""
PLENTY = 300.0
"""Seconds that a table must be ahead before it is told that there is time."""
SHORT_BREAK = 300
"""Seconds that a break takes at least."""
FAR = 10.0 * 24 * 3600
"""Seconds beyond which the bell might as well be any time away."""
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


class Offer(StrEnum):
    """What could be done, from nothing to the worst."""

    NONE = "none"
    DROP_ROUNDS = "drop_rounds"
    END_PHASE = "end_phase"
    AT_RISK = "at_risk"


@dataclass(frozen=True, slots=True)
class Tempo:
    """Where a table stands; all times in minutes.

    `ahead` of the plan, late below zero; `planned` and `least` is what the rest of play needs; `free` is left before
    the protected debrief begins, below zero once it should have. If the offer is taken, `drop` rounds go, that `saves`
    so much, and `debrief` is left to talk.
    """

    ahead: float
    planned: float
    least: float
    free: float
    offer: Offer
    drop: int
    saves: float
    debrief: float
    words: str


@dataclass(frozen=True, slots=True)
class _Rest:
    """Seconds of play to come: of the present phase, of what follows but for later rounds, of one later round."""

    now: float
    after: float
    of_round: int
    rounds: int

    @property
    def whole(self) -> float:
        """Add it all up."""
        return self.now + self.after + self.rounds * self.of_round


def tempo(
    plan: Plan,
    room: Room,
    to_bell: float,
    *,
    rounds: int | None = None,
    left: float | None = None,
    people: Collection[AgencyId] | None = None,
    table: str = "",
    is_begun: bool = True,
) -> Tempo:
    """Hold a table against the plan, `to_bell` seconds before the bell.

    `rounds` are those that the table plays, the plan's where left out; `left` is what the timer of the present moment
    still gives, in seconds; `people` are the seats that persons play, all where left out.
    """
    bell = _bounded(to_bell)
    asked = plan.rounds if rounds is None else rounds
    quick = left if left is None else min(left, plan.least.get(room.phase, 0))
    planned = _rest(plan, room, plan.seconds, plan.pause, asked, left, people)
    least = _rest(plan, room, plan.least, min(plan.pause, SHORT_BREAK), asked, quick, people)
    ahead = bell - planned.whole - plan.debrief
    if not is_begun and room.phase is not Phase.CLOSED:
        before = plan.arriving + plan.reading
        ahead = ahead - before if ahead > before else min(0.0, ahead)
    free = bell - plan.protected
    offer, drop, taken = _offer(room, planned, least, free)
    found = Tempo(
        ahead=ahead / 60,
        planned=planned.whole / 60,
        least=least.whole / 60,
        free=free / 60,
        offer=offer,
        drop=drop,
        saves=(planned.whole - taken) / 60,
        debrief=max(0.0, bell - taken) / 60,
        words="",
    )
    name = f"Table {table}" if table else "This table"
    return replace(found, words=_words(found, plan, room, name, bell / 60, is_begun=is_begun))


def _offer(room: Room, planned: _Rest, least: _Rest, free: float) -> tuple[Offer, int, float]:
    """Choose the mildest that brings play to its end before the protected debrief; one round is always played.

    Returns the offer, the rounds to drop, and the seconds that play then still takes.
    """
    short = planned.whole - free
    if short <= _grace(planned, least) or room.phase is Phase.CLOSED:
        return Offer.NONE, 0, planned.whole
    droppable = planned.rounds if room.round > 0 else max(0, planned.rounds - 1)
    needed = ceil(short / planned.of_round)
    if needed <= droppable:
        return Offer.DROP_ROUNDS, needed, planned.whole - needed * planned.of_round
    quickest = least.after + (least.rounds - droppable) * least.of_round
    return (Offer.END_PHASE if quickest <= free else Offer.AT_RISK), droppable, quickest


def _grace(planned: _Rest, least: _Rest) -> float:
    """Say how late a table may be: up to a third of a round, where it can make up for that by going faster."""
    return max(GRACE, min(planned.of_round / 3, planned.whole - least.whole))


def _rest(
    plan: Plan,
    room: Room,
    seconds: Mapping[Phase, int],
    pause: int,
    rounds: int,
    left: float | None,
    people: Collection[AgencyId] | None,
) -> _Rest:
    """Add up what is still to be played, at the speed that `seconds` gives."""
    of_round = round_of(seconds, plan.seats)
    phase = room.phase
    if phase is Phase.CLOSED:
        return _Rest(0.0, 0.0, of_round, 0)
    now = _now(room, seconds[phase], left, people)
    if phase in YEAR:
        return _Rest(now, sum(seconds[later] for later in YEAR[YEAR.index(phase) + 1 :]), of_round, 0)
    after = sum(seconds[later] for later in YEAR)
    if room.round <= plan.pause_after:
        after += pause
    if phase in MEETING:
        following = MEETING[MEETING.index(phase) + 1 :]
        after += sum(seconds[later] * (plan.seats if later is Phase.FLOOR else 1) for later in following)
    return _Rest(now, after, of_round, max(0, rounds - max(0, room.round)))


def _now(room: Room, seconds: int, left: float | None, people: Collection[AgencyId] | None) -> float:
    """Say what the present phase still takes; of the turn at hand, what its timer gives."""
    turns = 1
    if room.phase is Phase.FLOOR:
        turns = sum(people is None or seat in people for seat in room.speakers)
    elif room.phase is Phase.SIGNING:
        turns = len(room.called)
    turns += room.interlude is not None
    if turns == 0:
        return 0.0
    return (turns - 1) * seconds + (seconds if left is None else _bounded(max(0.0, left)))


def _bounded(seconds: float) -> float:
    """Bring any number, also infinity and what is none, to one that can be counted with."""
    return max(-FAR, min(FAR, seconds))


PHASES: Mapping[Phase, str] = {
    Phase.SETTLING: "pledges and threats",
    Phase.FIRST_EFFORTS: "efforts",
    Phase.SECOND_EFFORTS: "efforts",
}
"""What is ended, where it is not called as the phase is."""


def _words(found: Tempo, plan: Plan, room: Room, name: str, bell: float, *, is_begun: bool) -> str:
    """Say it in a sentence or two that an instructor understands."""
    if bell <= 0:
        if room.phase is Phase.CLOSED:
            return f"{name} has played, and the bell has rung."
        return f"{name} is still playing, and the bell has rung: end every phase at once, and talk another day."
    late = f"{name} is {_minutes(-found.ahead)} late"
    dropped = f"{_number(found.drop)} {'round' if found.drop == 1 else 'rounds'}"
    leaves = f"leaves {_minute(found.debrief)} for the debrief"
    match found.offer:
        case Offer.NONE:
            return _calm_words(found, plan, room, name, bell, is_begun=is_begun)
        case Offer.DROP_ROUNDS:
            return f"{late}. Dropping {dropped} saves {_minutes(found.saves)} and {leaves}."
        case Offer.END_PHASE:
            ending = f"Dropping {dropped} and ending" if found.drop else "Ending"
            phase = PHASES.get(room.phase, room.phase.value)
            return f"{late}. {ending} the {phase} now, and keeping short what follows, {leaves}."
        case Offer.AT_RISK:
            kept = plan.protected / 60
            lost = f"{ceil(kept - found.debrief)} of the {_minutes(kept)} for the debrief are lost"
            even = f"if you drop {dropped} and end the phase now" if found.drop else "if you end the phase now"
            return f"{late}. Even {even}, {lost}: end every phase at once."


def _calm_words(found: Tempo, plan: Plan, room: Room, name: str, bell: float, *, is_begun: bool) -> str:
    """Say how a table stands for which nothing need be done."""
    if room.phase is Phase.CLOSED:
        return f"{name} has played; {_minutes(bell)} {'is' if _minute(bell) == 1 else 'are'} left for the debrief."
    if not is_begun:
        wait = bell - found.planned - plan.debrief / 60
        if abs(wait) < 1:
            return f"{name} should begin now."
        ought = f"should begin within {_minutes(wait)}" if wait > 0 else f"should have begun {_minutes(-wait)} ago"
        return f"{name} {ought}."
    if abs(found.ahead) < 1:
        return f"{name} is on time."
    if found.ahead > 0:
        much = ": there is time for longer phases, or for a longer debrief" if found.ahead * 60 >= PLENTY else ""
        return f"{name} is {_minutes(found.ahead)} ahead{much}."
    late = f"{name} is {_minutes(-found.ahead)} late"
    if found.debrief * 60 < plan.protected:
        return f"{late}; it can make up for that by going a little faster."
    return f"{late}; that still leaves {_minute(found.debrief)} for the debrief."


def _minute(minutes: float) -> int:
    return int(minutes + 0.5)


def _minutes(minutes: float) -> str:
    number = max(1, _minute(minutes))
    return "1 minute" if number == 1 else f"{number} minutes"


def _number(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)
