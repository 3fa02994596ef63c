"""What whoever runs a game can do at a table: step in, end a phase, and set the clock."""

from dataclasses import replace
from random import Random

import pytest
from tables import CLINICS, COUNCIL, FORCE, FUND, Memory, Tables, convene, play_on
from wandering import eventful_case, intrude

from game.record import JournalError, computer, person
from game.rules.case import Case
from game.rules.commands import MoveProcedure, Pass, SendMessage
from game.rules.effects import GainTime, ShiftBacking
from game.rules.events import Occurred
from game.rules.ids import AgencyId
from game.rules.interventions import Inject, SetRounds
from game.rules.vocabulary import Phase
from game.session import Pace, Table, open_table
from game.session.history import ENDED, EXCUSED


def events_of(table: Table) -> list[object]:
    return [event.what for event in table.since(None)]


# Stepping in


def test_what_happens_is_delivered_to_those_concerned_alone(hotseat: Table) -> None:
    convene(hotseat)
    answer = hotseat.intervene(Inject(None, "It rains.", (ShiftBacking(COUNCIL, -0.2),)))
    assert (answer.is_accepted, answer.seat) == (True, None)
    assert [event.what for event in answer.room] == [Occurred("", "It rains.")]  # type: ignore[arg-type]
    assert {seat: len(events) for seat, events in answer.by_seat.items()} == {
        FUND: 1, FORCE: 1, CLINICS: 1, COUNCIL: 2,
    }  # fmt: skip
    assert hotseat.sentences(FUND)[-1].text == "From outside: It rains."
    assert hotseat.sentences(COUNCIL)[-1].text.startswith("Your backing at home falls ")


def test_what_makes_no_sense_is_refused_and_nothing_is_kept(case: Case) -> None:
    memory = Memory()
    opened = open_table(case, {agency: person() for agency in case.agency_ids}, 3)
    table = Table(opened._state, opened._history.opening, opened.roster, recorder=memory)
    answer = table.intervene(SetRounds(99))
    assert answer.refusal is not None
    assert answer.refusal.code == "out_of_scale"
    assert memory.lines == []
    memory.failure = JournalError("The disk is full.")
    assert table.intervene(SetRounds(2)).refusal.code == "not_saved"  # type: ignore[union-attr]
    assert table.scene.rounds == case.rounds


def test_computers_that_rest_are_asked_again_when_something_happens(solo: Tables) -> None:
    table = solo()
    play_on(table, Phase.CORRIDOR)
    while table.step() is not None:
        pass
    assert table.next_computer() is None
    assert table.intervene(Inject(None, "The boat is early.", (GainTime(FUND, 2),))).is_accepted
    table.hand_over(CLINICS, computer("talker"))
    assert table.next_computer() is not None
    play_on(table)
    assert table.is_closed


@pytest.mark.parametrize("seed", range(6))
def test_computers_cope_with_whatever_happens(seed: int) -> None:
    rng, case = Random(seed), eventful_case(seed)
    table = open_table(
        case, {agency: computer("consensus_builder") for agency in case.agency_ids}, seed, is_strict=True
    )
    accepted = 0
    while not table.is_closed:
        accepted += rng.random() < 0.3 and table.intervene(intrude(case, rng)).is_accepted
        answer = table.step()
        assert answer is not None
        assert (answer.is_accepted, answer.note) == (True, "")
    assert accepted > 2


def test_a_message_after_something_happened_is_not_about_it(hotseat: Table) -> None:
    convene(hotseat)
    hotseat.intervene(Inject(None, "It rains."))
    hotseat.receive(FUND, SendMessage(FUND, None, "So it does."))
    assert [page.is_beside for page in hotseat.pages(None)][-1] is False


def test_a_dropped_round_is_seen_by_all(hotseat: Table, case: Case) -> None:
    assert hotseat.intervene(SetRounds(1)).is_accepted
    assert {hotseat.view(seat).scene.rounds for seat in hotseat.seats} == {1}
    play_on(hotseat, Phase.SETTLING)
    texts = [sentence.text for sentence in hotseat.sentences(None)]
    assert "The instructor shortens the forum to 1 round." in texts
    assert "Round 1 of 1 begins." in texts
    assert not any(text.startswith("Round 2") for text in texts)


# Ending a phase


def test_ending_a_phase_lets_the_remaining_seats_pass(solo: Tables) -> None:
    table = solo()
    play_on(table, Phase.CORRIDOR)
    while table.step() is not None:
        pass
    answers = table.end_phase()
    assert table.phase is Phase.FLOOR
    assert {answer.seat for answer in answers} == set(table.seats)
    assert {answer.note for answer in answers} == {ENDED}
    table.end_phase()
    assert (table.phase, table.public_view().room.round) == (Phase.CORRIDOR, 2)


def test_ending_the_floor_lets_a_vote_fall_and_nobody_speak_twice(hotseat: Table) -> None:
    convene(hotseat)
    hotseat.end_phase()
    speaker = hotseat.waiting[0]
    chair = next(seat for seat in hotseat.seats if seat != hotseat.public_view().room.forum.chair)
    assert hotseat.receive(speaker, MoveProcedure(speaker, chair=chair)).is_accepted
    answers = hotseat.end_phase()
    assert all(answer.is_accepted for answer in answers)
    assert hotseat.public_view().room.forum.chair != chair
    assert (hotseat.phase, hotseat.public_view().room.round) == (Phase.CORRIDOR, 2)


def test_every_phase_can_be_ended_until_the_game_is_over(solo: Tables) -> None:
    table = solo()
    for _ in range(40):
        if table.is_closed:
            break
        assert table.end_phase()
    assert table.is_closed
    assert table.end_phase() == ()


def test_when_time_is_up_in_a_vote_nobody_loses_the_floor(case: Case) -> None:
    table = open_table(case, {agency: person() for agency in case.agency_ids}, 3, pace=Pace({Phase.FLOOR: 60}))
    convene(table)
    table.end_phase()
    speakers = table.public_view().room.speakers
    assert table.receive(speakers[0], MoveProcedure(speakers[0], chair=speakers[1])).is_accepted
    table.tick(0)
    assert all(answer.is_accepted for answer in table.tick(60))
    assert table.public_view().room.interlude is None
    assert table.public_view().room.speakers == speakers[1:]


def test_a_phase_that_cannot_be_ended_says_so_once(case: Case) -> None:
    memory = Memory()
    opened = open_table(case, {agency: person() for agency in case.agency_ids}, 3)
    pace = Pace({Phase.CONVENING: 10})
    table = Table(opened._state, opened._history.opening, opened.roster, recorder=memory, pace=pace)
    memory.failure = JournalError("The disk is full.")
    table.tick(0)
    for answers in (table.end_phase(), table.tick(10), table.tick(11)):
        assert [answer.refusal.code for answer in answers if answer.refusal] == ["not_saved"]
    memory.failure = None
    assert [answer.is_accepted for answer in table.tick(12)] == [True]


# Excusing


def settled(table: Table) -> None:
    """Play on to the year after, with nobody owing anything."""
    play_on(table, Phase.SETTLING)


def test_persons_whom_a_phase_asks_nothing_are_excused(hotseat: Table) -> None:
    assert hotseat.excuse() == ()
    settled(hotseat)
    answers = hotseat.excuse()
    assert {answer.seat for answer in answers} == set(hotseat.seats)
    assert {answer.note for answer in answers} == {EXCUSED}
    assert hotseat.phase is not Phase.SETTLING
    assert hotseat.excuse() == ()
    last = hotseat.last_undoable()
    assert last is not None
    assert last.kind == "pass"
    assert hotseat.undo() is None
    assert hotseat.phase is not Phase.SETTLING


def test_computers_are_not_excused_but_asked(solo: Tables) -> None:
    table = solo()
    settled(table)
    assert {answer.seat for answer in table.excuse()} <= {CLINICS}
    assert CLINICS not in table.waiting


def test_who_takes_a_seat_later_is_excused_too(case: Case) -> None:
    table = open_table(case, {agency: computer("talker") for agency in case.agency_ids}, 3)
    settled(table)
    waiting = table.waiting
    assert table.excuse() == ()
    assert table.hand_over(waiting[0], person()) is None
    assert [answer.seat for answer in table.excuse()] == [waiting[0]]


# The clock


@pytest.fixture
def timed(case: Case) -> Table:
    pace = Pace({Phase.CONVENING: 60, Phase.CORRIDOR: 120, Phase.FLOOR: 30})
    return open_table(case, {agency: person() for agency in case.agency_ids}, 3, pace=pace)


def left(table: Table, now: float) -> float | None:
    return None if table.timer is None else table.timer.left_at(now)


def test_time_is_added_and_taken_but_never_below_nothing(timed: Table) -> None:
    timed.tick(0)
    timed.add_time(30, 10)
    assert left(timed, 10) == 80
    timed.add_time(-50, 10)
    assert left(timed, 20) == 20
    timed.add_time(-500, 20)
    assert left(timed, 20) == 0
    assert [answer.seat for answer in timed.tick(20)] == [FUND]
    assert left(timed, 20) == 120


def test_a_timer_is_wound_when_time_is_added_before_anybody_told_it(timed: Table) -> None:
    assert timed.add_time(5, 100) is not None
    assert left(timed, 100) == 65


def test_a_held_timer_takes_more_time_and_stays_held(timed: Table) -> None:
    timed.tick(0)
    timed.hold(20)
    timed.add_time(30, 999)
    assert left(timed, 5000) == 70
    assert timed.tick(5000) == ()
    timed.set_left(15, 6000)
    assert left(timed, 7000) == 15
    timed.go_on(7000)
    assert timed.tick(7014) == ()
    assert timed.tick(7015)


def test_what_was_left_is_set_after_a_break(timed: Table) -> None:
    timed.set_left(7.5, 1000)
    assert left(timed, 1000) == 7.5
    assert timed.tick(1007) == ()
    assert timed.tick(1007.5)
    timed.set_left(-3, 2000)
    assert timed.tick(2000)


def test_a_phase_without_a_limit_has_no_timer(timed: Table) -> None:
    timed.pace = Pace()
    assert (timed.add_time(30, 0), timed.set_left(30, 0), timed.tick(999)) == (None, None, ())
    assert timed.timer is None


def test_another_pace_holds_from_the_next_phase_and_a_timer_that_runs_goes_on(timed: Table) -> None:
    timed.tick(0)
    timed.pace = Pace({Phase.CONVENING: 10, Phase.CORRIDOR: 40})
    timed.tick(20)
    assert left(timed, 20) == 40
    timed.tick(60)
    assert (timed.phase, left(timed, 60)) == (Phase.CORRIDOR, 40)
    timed.pace = Pace({Phase.FLOOR: 5})
    timed.tick(70)
    assert timed.timer is None
    timed.pace = Pace({Phase.CORRIDOR: 5})
    timed.tick(80)
    assert left(timed, 80) == 5


def test_while_the_clock_is_held_timers_to_come_are_held_too(timed: Table) -> None:
    timed.hold(0)
    assert timed.tick(100) == ()
    assert left(timed, 100) == 60
    timed.pace = replace(timed.pace)
    timed.end_phase()
    assert timed.tick(500) == ()
    assert (timed.phase, left(timed, 900)) == (Phase.CORRIDOR, 120)
    timed.go_on(1000)
    assert left(timed, 1050) == 70


def test_taking_back_winds_a_fresh_timer_for_the_moment_before(timed: Table) -> None:
    timed.tick(0)
    convene(timed)
    timed.tick(50)
    assert left(timed, 50) == 120
    assert timed.undo() is None
    timed.tick(60)
    assert left(timed, 60) == 60


def test_passes_that_nobody_gave_are_told_apart(timed: Table) -> None:
    timed.tick(0)
    timed.tick(60)
    assert timed.last_undoable() is None
    assert timed.receive(AgencyId("fund"), Pass(FUND)).is_accepted
    assert timed.last_undoable() is not None
