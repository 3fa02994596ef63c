"""Taking back: the journal only grows, and the game is as if what was taken back had never been."""

from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import CLINICS, COUNCIL, FORCE, FUND, Memory, Tables, convene, play_on
from wandering import eventful_case, intrude

from game import record
from game.debrief import holdings_of
from game.record import JournalError, Undone, computer, person
from game.rules.case import Case
from game.rules.commands import ConsultHome, Meet, Pass, SendMessage
from game.rules.interventions import Inject, SetRounds
from game.rules.state import State
from game.rules.vocabulary import Phase
from game.session import Table, Undoable, open_table, rebuild, resume

NEWS = Inject(None, "The boat is early.")


def state_of(table: Table) -> State:
    return table._state


def assert_same(one: Table, two: Table) -> None:
    """Hold all that a table gives away against another's, but for the marks."""
    assert state_of(one) == state_of(two)
    for seat in (*one.seats, None):
        assert one.since(seat) == two.since(seat)
        assert one.sentences(seat) == two.sentences(seat)
    for seat in one.seats:
        assert one.view(seat) == two.view(seat)
        assert one.menu(seat) == two.menu(seat)
    assert one.public_view() == two.public_view()


def test_the_last_move_of_a_person_is_taken_back_with_all_that_came_after_it(solo: Tables) -> None:
    table, twin = solo(), solo()
    for one in (table, twin):
        play_on(one, Phase.CORRIDOR)
    assert table.receive(CLINICS, Meet(CLINICS, COUNCIL)).is_accepted
    number = table.last_undoable()
    while table.step() is not None:
        pass
    table.receive(CLINICS, SendMessage(CLINICS, None, "Well?"))
    assert number == table.last_undoable() == Undoable(number.at, CLINICS, "meet")  # type: ignore[union-attr]
    assert table.undo() is None
    assert_same(table, twin)


def test_played_again_it_comes_to_the_same(solo: Tables) -> None:
    """Computers answer by what they see, so they answer as before."""
    table, twin = solo(), solo()
    for one in (table, twin):
        play_on(one, Phase.CORRIDOR)
        one.receive(CLINICS, ConsultHome(CLINICS))
        one.receive(CLINICS, Pass(CLINICS))
        play_on(one, Phase.FLOOR)
    assert table.undo() is None
    assert table.phase is Phase.CORRIDOR
    table.receive(CLINICS, Pass(CLINICS))
    for one in (table, twin):
        play_on(one)
    assert_same(table, twin)


def test_one_move_after_the_other_is_taken_back_to_the_beginning(hotseat: Table, case: Case) -> None:
    fresh = open_table(case, {agency: person(agency) for agency in case.agency_ids}, 3)
    convene(hotseat)
    hotseat.receive(FUND, Meet(FUND, FORCE))
    hotseat.receive(FORCE, Pass(FORCE))
    told = []
    while (last := hotseat.last_undoable()) is not None:
        told.append((last.at, last.seat, last.kind))
        assert hotseat.undo() is None
    assert told == [(3, FORCE, "pass"), (2, FUND, "meet"), (1, FUND, "convene")]
    assert_same(hotseat, fresh)
    refusal = hotseat.undo()
    assert refusal is not None
    assert refusal.code == "nothing_to_undo"


def test_what_computers_and_the_clock_did_is_nobodys_to_take_back(case: Case) -> None:
    table = open_table(case, {agency: computer("talker") for agency in case.agency_ids}, 3)
    play_on(table, Phase.FLOOR)
    assert table.last_undoable() is None
    assert table.hand_over(CLINICS, person()) is None
    assert table.undo() is not None


def test_a_game_that_is_over_can_go_on_again(hotseat: Table) -> None:
    play_on(hotseat)
    assert hotseat.undo() is None
    assert not hotseat.is_closed
    assert hotseat.opened() is None
    play_on(hotseat)
    assert hotseat.is_closed


def test_interventions_are_taken_back_too(hotseat: Table, case: Case) -> None:
    convene(hotseat)
    before = state_of(hotseat)
    for what, kind in ((NEWS, "inject"), (SetRounds(case.rounds - 1), "set_rounds")):
        assert hotseat.intervene(what).is_accepted
        assert hotseat.last_undoable() == Undoable(2, None, kind)
        assert hotseat.undo() is None
        assert state_of(hotseat) == before


def test_the_end_of_a_phase_is_taken_back_as_one(hotseat: Table) -> None:
    convene(hotseat)
    hotseat.receive(FUND, Pass(FUND))
    before = state_of(hotseat)
    hotseat.end_phase()
    hotseat.end_phase()
    assert hotseat.phase is Phase.CORRIDOR
    assert hotseat.last_undoable().kind == "end_phase"  # type: ignore[union-attr]
    assert hotseat.undo() is None
    assert hotseat.phase is Phase.FLOOR
    assert hotseat.undo() is None
    assert state_of(hotseat) == before
    assert hotseat.last_undoable() == Undoable(2, FUND, "pass")


def test_no_two_moments_have_the_same_mark(hotseat: Table) -> None:
    convene(hotseat)
    early = hotseat.mark
    hotseat.receive(FUND, Meet(FUND, FORCE))
    late = hotseat.mark
    hotseat.undo()
    assert hotseat.mark not in (early, late)
    assert hotseat.since(FUND, hotseat.mark) == hotseat.since(FUND, late) == ()
    before = hotseat.mark
    hotseat.receive(FUND, ConsultHome(FUND))
    assert hotseat.mark > before
    told = hotseat.since(FUND, early)
    assert told == hotseat.since(FUND, late) == hotseat.since(FUND, before)
    assert told
    assert hotseat.sentences(FUND, late) == hotseat.sentences(FUND, early) != ()


def test_who_held_a_seat_stays_so(solo: Tables, tmp_path: Path) -> None:
    table = solo(folder=tmp_path)
    play_on(table, Phase.CORRIDOR)
    table.receive(CLINICS, ConsultHome(CLINICS))
    at = table.last_undoable().at  # type: ignore[union-attr]
    table.hand_over(CLINICS, computer("presser"))
    table.hand_over(FUND, person("Ben"))
    assert table.undo() is None
    assert table.roster[FUND] == person("Ben")
    assert table.roster[CLINICS].manner == "presser"
    table.close()
    journal = record.read(next(tmp_path.glob("*.jsonl")))
    assert journal.roster == table.roster
    changes = [holding for holding in holdings_of(journal) if holding.since]
    assert {(one.seat, one.since) for one in changes} == {(CLINICS, at - 1), (FUND, at - 1)}


def test_what_cannot_be_kept_is_not_taken_back(case: Case) -> None:
    memory = Memory()
    opened = open_table(case, {agency: person() for agency in case.agency_ids}, 3)
    table = Table(opened._state, opened._history.opening, opened.roster, recorder=memory)
    convene(table)
    before = state_of(table)
    memory.failure = JournalError("The disk is full.")
    refusal = table.undo()
    assert refusal is not None
    assert (refusal.code, refusal.sentence) == ("not_saved", "The disk is full.")
    assert state_of(table) == before
    assert table.last_undoable() == Undoable(1, FUND, "convene")
    memory.failure = None
    assert table.undo() is None
    assert memory.lines[-1] == Undone(1)


def test_a_resumed_game_can_be_taken_back_as_the_one_that_was_left(solo: Tables, tmp_path: Path) -> None:
    table = solo(folder=tmp_path)
    play_on(table, Phase.CORRIDOR)
    table.receive(CLINICS, Meet(CLINICS, FUND))
    play_on(table, Phase.CORRIDOR, round_=2)
    table.receive(CLINICS, ConsultHome(CLINICS))
    table.undo()
    table.intervene(NEWS)
    while table.step() is not None:
        pass
    table.close()
    again = resume(next(tmp_path.glob("*.jsonl")))
    assert again.notices == ()
    assert (again.mark, again.last_undoable()) == (table.mark, table.last_undoable())
    for mark in range(table.mark + 1):
        assert again.since(CLINICS, mark) == table.since(CLINICS, mark)
    assert_same(again, table)
    while again.last_undoable() is not None:
        assert again.undo() is None
    again.close()
    last = resume(next(tmp_path.glob("*.jsonl")))
    last.close()
    assert state_of(last) == state_of(again)


@pytest.mark.parametrize("at", [0, 4, -1])
def test_a_line_that_takes_back_what_never_was_is_damage(hotseat: Table, tmp_path: Path, at: int) -> None:
    table = open_table(hotseat._state.case, hotseat.roster, 3, folder=tmp_path)
    convene(table)
    for seat in (FUND, FORCE):
        table.receive(seat, Pass(seat))
    table._recorder.append(Undone(at))  # type: ignore[union-attr]
    table.close()
    with pytest.raises(JournalError, match="it takes back command"):
        record.read(next(tmp_path.glob("*.jsonl")))


def test_after_taking_back_numbers_go_on_from_there(hotseat: Table, tmp_path: Path) -> None:
    table = open_table(hotseat._state.case, hotseat.roster, 3, folder=tmp_path)
    convene(table)
    table.receive(FUND, Meet(FUND, FORCE))
    table.undo()
    table.receive(FUND, ConsultHome(FUND))
    table.close()
    journal = record.read(next(tmp_path.glob("*.jsonl")))
    assert [(entry.at, entry.command.kind) for entry in journal.entries] == [(1, "convene"), (2, "consult_home")]
    assert len(journal.lines) == 4
    assert record.listing(tmp_path)[0].commands == 2


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 100_000))
def test_any_prefix_with_interventions_and_what_was_taken_back_is_resumed_as_it_was(seed: int) -> None:
    rng = Random(seed)
    case = eventful_case(seed)
    roster = {agency: person() if rng.random() < 0.6 else computer("consensus_builder") for agency in case.agency_ids}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "game.jsonl"
        table = open_table(case, roster, seed, journal=path)
        states = [state_of(table)]
        for _ in range(120):
            lines = len(states)
            act(table, case, rng)
            states += [state_of(table)] * (len(path.read_bytes().splitlines()) - lines)
            if table.is_closed and rng.random() < 0.5:
                break
        table.close()
        journal = record.read(path)
        assert len(journal.lines) == len(states) - 1
        assert_same(resumed(path), table)
    for length in {0, len(states) - 1, *(rng.randrange(len(states)) for _ in range(12))}:
        prefix = rebuild(replace(journal, lines=journal.lines[:length]))
        assert prefix.differences == ()
        assert prefix.state == states[length]


def resumed(path: Path) -> Table:
    table = resume(path)
    table.close()
    return table


def act(table: Table, case: Case, rng: Random) -> None:
    """Do one thing that writes at most one line."""
    persons = [seat for seat in table.waiting if table.roster[seat].is_person]
    match rng.randrange(8):
        case 0:
            table.undo()
        case 1:
            table.intervene(intrude(case, rng))
        case 2:
            seat = rng.choice(table.seats)
            table.hand_over(seat, rng.choice((person("Ada"), computer("talker"))))
        case 3 | 4 | 5 if persons:
            seat = rng.choice(persons)
            commands = [command for choice in table.menu(seat) for command in choice.commands]
            table.receive(seat, rng.choice([*commands, Pass(seat)]))
        case _:
            table.step()
