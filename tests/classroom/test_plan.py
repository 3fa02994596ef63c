"""Plans count back from the bell and protect the debrief; the tempo says how a table stands against them."""

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.plan import (
    LENGTHS,
    LONGEST,
    MEETING,
    SHORTEST,
    YEAR,
    Plan,
    pace_of,
    plan_for,
    plan_of,
    plan_words,
    time_words,
)
from game.classroom.tempo import Offer, Tempo, tempo
from game.rules.ids import AgencyId, TextId
from game.rules.room import Conclave, Motion, Room
from game.rules.scene import scene_of
from game.rules.vocabulary import DecisionRule, ForumKind, Phase
from game.scenario import loading
from game.session import Pace

SEATS = tuple(AgencyId(name) for name in "abcdefghijkl")
SEVERITY = tuple(Offer)
plans = st.builds(
    plan_for,
    st.integers(SHORTEST, LONGEST),
    seats=st.integers(1, 12),
    rounds=st.integers(1, 12),
    issues=st.integers(1, 12),
)
PLAYED = tuple(phase for phase in Phase if phase is not Phase.CLOSED)


def room_at(phase: Phase, round_: int = 0, seats: int = 7, texts: int = 1, *, speaking: int | None = None) -> Room:
    forum = Conclave(ForumKind.CONTACT_GROUP, SEATS[0], frozenset(SEATS[:seats]), None, DecisionRule.CONSENSUS)
    speakers = SEATS[: seats if speaking is None else speaking] if phase is Phase.FLOOR else ()
    called = tuple((TextId(letter), 1) for letter in "ABCDEFGH"[:texts]) if phase is Phase.SIGNING else ()
    return Room(phase, round_, forum, frozenset(SEATS[:seats]), speakers=speakers, called=called)


@st.composite
def rooms(draw: st.DrawFn, plan: Plan) -> Room:
    phase = draw(st.sampled_from(tuple(Phase)))
    round_ = draw(st.integers(1, 14)) if phase in MEETING else 0 if phase is Phase.CONVENING else plan.rounds
    room = room_at(phase, round_, plan.seats, draw(st.integers(0, 4)), speaking=draw(st.integers(0, plan.seats)))
    return replace(room, interlude=Motion(SEATS[0], None, (), None, ())) if draw(st.booleans()) else room


def course(plan: Plan) -> Iterator[tuple[Room, int, int]]:
    """Walk through a game that keeps to its plan: where it stands, the seconds it takes there, and those gone by."""
    spent = plan.arriving + plan.reading
    steps = [(Phase.CONVENING, 0)]
    steps += [(phase, number) for number in range(1, plan.rounds + 1) for phase in MEETING]
    steps += [(phase, plan.rounds) for phase in YEAR]
    for phase, number in steps:
        if phase is Phase.CORRIDOR and number == plan.pause_after + 1:
            spent += plan.pause
        if phase is Phase.BALLOT and plan.rounds == plan.pause_after:
            spent += plan.pause
        takes = plan.seconds[phase] * (plan.seats if phase is Phase.FLOOR else 1)
        yield room_at(phase, number, plan.seats), takes, spent
        spent += takes
    yield room_at(Phase.CLOSED, plan.rounds), 0, spent


# Plans


@pytest.mark.parametrize(("minutes", "debrief"), [(45, 12), (90, 25), (180, 50)])
def test_the_debrief_has_its_share_before_anything_else(minutes: int, debrief: int) -> None:
    plan = plan_for(minutes, seats=7, rounds=4, issues=7)
    assert plan.protected == plan.debrief == debrief * 60


def test_ninety_minutes_hold_four_rounds_of_seven_seats() -> None:
    plan = plan_for(90, seats=7, rounds=4, issues=7)
    assert (plan.rounds, plan.remark) == (4, "")
    assert 10 * 60 <= plan.of_round <= 13 * 60
    assert plan.seconds[Phase.FLOOR] == 35


def test_what_does_not_fit_is_said_at_once_with_the_rounds_to_play() -> None:
    plan = plan_for(45, seats=8, rounds=4, issues=7)
    assert plan.rounds == 2
    assert not plan.is_whole
    assert plan.remark == (
        "45 minutes, 12 of them for the debrief, do not hold 4 rounds with 8 seats: play 2 rounds from the start."
    )


def test_where_not_even_one_round_fits_something_else_must_go() -> None:
    plan = plan_for(30, seats=8, rounds=4, issues=12)
    assert plan.rounds == 1
    assert "hand out the role sheets the day before" in plan.remark
    assert plan.debrief >= plan.protected


def test_plenty_of_time_goes_to_the_debrief_and_is_said() -> None:
    plan = plan_for(180, seats=4, rounds=3, issues=3)
    assert plan.debrief > plan.protected
    assert plan.remark.startswith("There is plenty of time")


def test_three_hours_have_a_break_in_the_middle() -> None:
    rows = [row.what for row in plan_words(plan_for(180, seats=7, rounds=4, issues=7))]
    assert rows[rows.index("Break") - 1 : rows.index("Break") + 2] == ["Round 2", "Break", "Round 3"]


@pytest.mark.parametrize(
    ("changed", "told"), [({"minutes": 29}, "30 to 240 minutes"), ({"seats": 0}, "seats"), ({"rounds": 99}, "rounds")]
)
def test_no_plan_is_made_for_what_no_class_has(changed: dict[str, int], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        plan_for(**{"minutes": 90, "seats": 7, "rounds": 4, "issues": 7, **changed})


@pytest.mark.parametrize("path", loading.shipped(), ids=lambda path: path.stem)
@pytest.mark.parametrize("minutes", LENGTHS)
def test_every_shipped_case_has_its_three_plans(path: Path, minutes: int) -> None:
    case = loading.load(path)
    plan = plan_of(minutes, scene_of(case))
    assert plan.seats == len(case.agencies)
    assert plan.rounds == (case.rounds if minutes > 45 else min(case.rounds, plan.rounds))
    assert plan.rounds >= 2


@given(plans)
def test_the_parts_add_up_to_the_whole_and_the_debrief_keeps_its_share(plan: Plan) -> None:
    assert plan.arriving + plan.reading + plan.play + plan.debrief == plan.minutes * 60
    assert plan.debrief >= plan.protected >= plan.minutes * 60 * 4 // 15 - 60
    assert plan.protected % 60 == 0


@given(plans)
def test_everything_has_its_least_unless_the_plan_says_that_it_cannot(plan: Plan) -> None:
    assert min(plan.arriving, plan.reading, *plan.seconds.values()) > 0
    assert all(plan.least[phase] <= plan.seconds[phase] for phase in PLAYED)
    assert plan.seconds[Phase.FLOOR] >= 25 or "hardly" in plan.remark
    assert 1 <= plan.rounds <= plan.wanted
    assert plan.is_whole or plan.remark


@given(plans, st.integers(1, 60))
def test_more_time_never_holds_fewer_rounds_or_shorter_debriefs(plan: Plan, more: int) -> None:
    minutes = min(LONGEST, plan.minutes + more)
    if minutes >= 150 > plan.minutes:
        return  # then there is a break as well
    longer = plan_for(minutes, seats=plan.seats, rounds=plan.wanted, issues=5)
    shorter = plan_for(plan.minutes, seats=plan.seats, rounds=plan.wanted, issues=5)
    assert longer.rounds >= shorter.rounds
    assert longer.protected >= shorter.protected


@given(plans)
def test_the_rows_of_a_plan_follow_each_other_from_the_beginning_to_the_bell(plan: Plan) -> None:
    rows = plan_words(plan)
    assert rows[0].begins == 0
    assert all(one.ends == two.begins for one, two in pairwise(rows))
    assert all(row.begins <= row.ends for row in rows)
    assert (rows[-1].what, rows[-1].ends) == ("Debrief", plan.minutes)
    assert sum(row.what.startswith("Round ") for row in rows) == plan.rounds


@given(plans)
def test_the_pace_gives_every_phase_its_seconds(plan: Plan) -> None:
    assert pace_of(plan) == Pace({phase: float(plan.seconds[phase]) for phase in PLAYED})


def test_times_are_written_as_people_say_them() -> None:
    told = [time_words(seconds) for seconds in (0, 45, 89, 90, 100, 105, 120, 400)]
    assert told == ["0 s", "45 s", "89 s", "1½ min", "1½ min", "2 min", "2 min", "6½ min"]


# Tempo


@given(plans)
def test_a_table_that_keeps_to_the_plan_is_neither_ahead_nor_late(plan: Plan) -> None:
    for room, takes, spent in course(plan):
        to_bell = plan.minutes * 60 - spent
        found = tempo(plan, room, to_bell)
        assert found.ahead == pytest.approx(0, abs=1e-9)
        assert found.offer is Offer.NONE
        if room.phase not in (Phase.FLOOR, Phase.CLOSED):
            half = tempo(plan, room, to_bell - takes / 2, left=takes / 2)
            assert half.ahead == pytest.approx(0, abs=1e-9)


@given(st.data(), plans)
def test_less_time_to_the_bell_never_looks_better(data: st.DataObject, plan: Plan) -> None:
    room = data.draw(rooms(plan))
    rounds = data.draw(st.none() | st.integers(0, 14))
    is_begun = data.draw(st.booleans())
    one, two = sorted(data.draw(st.tuples(*[st.floats(-20_000, 20_000)] * 2)))
    near, far = (tempo(plan, room, to_bell, rounds=rounds, is_begun=is_begun) for to_bell in (one, two))
    assert near.ahead <= far.ahead
    assert near.free <= far.free
    assert (near.planned, near.least) == (far.planned, far.least)
    assert SEVERITY.index(near.offer) >= SEVERITY.index(far.offer)
    assert near.drop >= far.drop or SEVERITY.index(near.offer) > SEVERITY.index(far.offer)


@given(st.data(), plans, st.sampled_from([math.inf, -math.inf, math.nan, 0.0, -1e300, 1e300]) | st.floats())
def test_the_tempo_can_be_told_of_any_room_at_any_time(data: st.DataObject, plan: Plan, to_bell: float) -> None:
    room = data.draw(rooms(plan))
    left = data.draw(st.none() | st.floats())
    people = data.draw(st.none() | st.sets(st.sampled_from(SEATS)))
    found = tempo(plan, room, to_bell, rounds=data.draw(st.integers(-3, 20)), left=left, people=people, table="2")
    numbers = (found.ahead, found.planned, found.least, found.free, found.saves, found.debrief)
    assert all(math.isfinite(number) for number in numbers)
    assert found.least <= found.planned + 1e-9
    assert min(found.debrief, found.drop, found.planned, found.least) >= 0
    assert found.words.startswith("Table 2 ")
    assert found.words.endswith(".")


@given(st.data(), plans)
def test_an_offer_that_is_taken_gives_the_debrief_its_time(data: st.DataObject, plan: Plan) -> None:
    room = data.draw(rooms(plan))
    to_bell = data.draw(st.floats(0, 20_000))
    found = tempo(plan, room, to_bell, rounds=plan.rounds)
    match found.offer:
        case Offer.DROP_ROUNDS:
            assert 1 <= found.drop <= plan.rounds - max(1, room.round)
            after = tempo(plan, room, to_bell, rounds=plan.rounds - found.drop)
            assert after.offer is Offer.NONE
            assert after.debrief == pytest.approx(found.debrief)
            assert found.debrief * 60 >= plan.protected - 1e-6
        case Offer.END_PHASE:
            assert found.debrief * 60 >= plan.protected - 1e-6
        case Offer.AT_RISK:
            assert found.debrief * 60 < plan.protected
        case Offer.NONE:
            assert found.drop == 0


def words(to_bell: float, room: Room, *, minutes: int = 90, is_begun: bool = True) -> str:
    return tempo(plan_for(minutes, seats=7, rounds=4, issues=7), room, to_bell * 60, table="2", is_begun=is_begun).words


def test_the_console_is_told_in_words() -> None:
    corridor = room_at(Phase.CORRIDOR, 2)
    assert words(66.5, corridor) == "Table 2 is on time."
    assert words(69.5, corridor) == "Table 2 is 3 minutes ahead."
    assert words(80.5, corridor) == (
        "Table 2 is 14 minutes ahead: there is time for longer phases, or for a longer debrief."
    )
    assert words(63.5, corridor) == "Table 2 is 3 minutes late; it can make up for that by going a little faster."
    assert words(57.5, corridor) == (
        "Table 2 is 9 minutes late. Dropping one round saves 12 minutes and leaves 28 for the debrief."
    )
    assert words(47.5, corridor).startswith("Table 2 is 19 minutes late. Dropping two rounds saves 24 minutes")
    assert words(38.5, corridor) == (
        "Table 2 is 28 minutes late. Dropping two rounds and ending the corridor now, and keeping short what follows, "
        "leaves 31 for the debrief."
    )
    assert words(20.5, corridor) == (
        "Table 2 is 46 minutes late. Even if you drop two rounds and end the phase now, 12 of the 25 minutes for the "
        "debrief are lost: end every phase at once."
    )
    assert words(-3, corridor) == (
        "Table 2 is still playing, and the bell has rung: end every phase at once, and talk another day."
    )
    early = tempo(plan_for(180, seats=4, rounds=3, issues=3), room_at(Phase.BALLOT, 3), 80 * 60)
    assert early.words == "This table is 19 minutes late; that still leaves 66 for the debrief."


def test_before_the_game_begins_the_tempo_says_when_it_should() -> None:
    convening = room_at(Phase.CONVENING)
    assert words(90, convening, is_begun=False) == "Table 2 should begin within 10 minutes."
    assert words(80, convening, is_begun=False) == "Table 2 should begin now."
    assert words(78.5, convening, is_begun=False) == "Table 2 should have begun 2 minutes ago."
    assert tempo(plan_for(90, seats=7, rounds=4, issues=7), convening, 85 * 60, is_begun=False).ahead == 0


def test_once_the_game_is_over_the_rest_is_for_the_debrief() -> None:
    closed = room_at(Phase.CLOSED, 4)
    assert words(26, closed) == "Table 2 has played; 26 minutes are left for the debrief."
    assert words(-1, closed) == "Table 2 has played, and the bell has rung."


def test_only_the_seats_that_people_play_take_time_on_the_floor() -> None:
    plan, room = plan_for(90, seats=7, rounds=4, issues=7), room_at(Phase.FLOOR, 1)
    alone: Tempo = tempo(plan, room, 4000, people=SEATS[:1])
    assert tempo(plan, room, 4000).planned - alone.planned == pytest.approx(6 * plan.seconds[Phase.FLOOR] / 60)
