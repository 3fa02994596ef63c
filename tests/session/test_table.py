"""One table: who may act, who is told what, and what happens when a computer seat fails."""

from dataclasses import replace
from pathlib import Path

import pytest
from tables import CLINICS, COUNCIL, FORCE, FUND, Memory, Tables, convene, play_on

from game.opponents.luck import Luck
from game.record import ABSENT, Holder, JournalError, computer, person
from game.rules.case import Agency, Case
from game.rules.commands import Command, Disclose, Meet, Pass, SendMessage
from game.rules.events import Met
from game.rules.ids import AgencyId
from game.rules.view import View
from game.rules.vocabulary import Phase
from game.session import Pace, Table, manners_for, open_table, resume, simulate_game
from game.session.simulation import StuckError
from game.session.standins import MOST_MOVES


def test_the_same_seed_gives_the_same_game_and_another_seed_another(case: Case) -> None:
    games = [simulate_game(case, seed, manners_for(case, "mixed", seed)) for seed in (5, 5, 6)]
    assert games[0] == games[1]
    assert games[0].room != games[2].room


def test_what_happens_in_private_is_delivered_to_those_concerned_alone(hotseat: Table) -> None:
    convene(hotseat)
    answer = hotseat.receive(FUND, Meet(FUND, FORCE))
    assert any(isinstance(event.what, Met) for event in answer.by_seat[FUND])
    assert any(isinstance(event.what, Met) for event in answer.by_seat[FORCE])
    assert answer.room == ()
    assert CLINICS not in answer.by_seat
    for seat in (CLINICS, None):
        assert not any(isinstance(event.what, Met) for event in hotseat.since(seat))
        assert not any("met" in sentence.text.split() for sentence in hotseat.sentences(seat))


def test_since_tells_only_what_is_new(hotseat: Table) -> None:
    convene(hotseat)
    mark = hotseat.mark
    assert hotseat.since(FUND, mark) == ()
    hotseat.receive(FUND, Meet(FUND, FORCE))
    assert next(sentence.text for sentence in hotseat.sentences(FUND, mark)).startswith("You met")
    assert hotseat.since(FUND)[: len(hotseat.since(FUND)) - len(hotseat.since(FUND, mark))] != ()


@pytest.mark.parametrize(
    ("seat", "command", "code"),
    [
        (FUND, Meet(FORCE, CLINICS), "not_your_seat"),
        (AgencyId("nobody"), Pass(AgencyId("nobody")), "no_such_seat"),
        (FUND, Meet(FUND, CLINICS), "not_held"),
        (CLINICS, Disclose(CLINICS, FUND, "clinic"), "wrong_phase"),  # type: ignore[arg-type]
    ],
)
def test_a_refused_message_changes_nothing_and_reaches_its_sender_alone(
    solo: Tables, seat: AgencyId, command: Command, code: str
) -> None:
    table = solo()
    before = (table.public_view(), table.mark)
    answer = table.receive(seat, command)
    assert answer.refusal is not None
    assert (answer.refusal.code, answer.by_seat, answer.room) == (code, {}, ())
    assert (table.public_view(), table.mark) == before


def test_nothing_counts_that_could_not_be_kept(case: Case) -> None:
    memory = Memory()
    opened = open_table(case, {agency: person() for agency in case.agency_ids}, 3)
    table = Table(opened._state, (), opened.roster, recorder=memory)
    memory.failure = JournalError("The disk is full.")
    before = table.public_view()
    answer = table.receive(FUND, Pass(FUND))
    assert answer.refusal is not None
    assert (answer.refusal.code, answer.refusal.sentence) == ("not_saved", "The disk is full.")
    assert table.public_view() == before
    refusal = table.hand_over(FUND, computer("talker"))
    assert refusal is not None
    assert table.roster[FUND].is_person
    memory.failure = None
    assert table.receive(FUND, Pass(FUND)).is_accepted
    assert [entry.at for entry in memory.entries] == [1]


class Broken:
    """An opponent that does what it was made for."""

    def __init__(self, holder: Holder, agency: Agency | None = None) -> None:
        self.mischief = holder.manner

    def choose(self, view: View, luck: Luck) -> Command:
        match self.mischief:
            case "crash":
                raise RuntimeError("no idea")
            case "illegal":
                return Meet(view.seat, view.seat)
            case "impostor":
                return Pass(next(agency for agency in view.scene.agency_ids if agency != view.seat))
            case _:
                return (
                    SendMessage(view.seat, None, "and another thing")
                    if view.room.phase is Phase.CORRIDOR
                    else Pass(view.seat)
                )


@pytest.mark.parametrize("mischief", ["crash", "illegal", "impostor"])
def test_a_broken_computer_seat_passes_with_a_note_and_the_game_goes_on(case: Case, mischief: str) -> None:
    table = open_table(case, {agency: computer(mischief) for agency in case.agency_ids}, 3, casting=Broken)
    notes = set()
    while (answer := table.step()) is not None:
        assert answer.is_accepted
        notes.add(answer.note)
    assert table.is_closed
    assert all("passed" in note for note in notes)


def test_a_strict_table_lets_the_errors_of_computer_seats_through(case: Case) -> None:
    roster = {agency: computer("crash") for agency in case.agency_ids}
    with pytest.raises(RuntimeError, match="no idea"):
        open_table(case, roster, 3, casting=Broken, is_strict=True).step()


def test_a_computer_seat_that_never_stops_is_stopped(case: Case) -> None:
    table = open_table(
        case, {agency: computer("x") for agency in case.agency_ids}, 3, casting=lambda *_: Broken(computer("talk"))
    )
    for _ in range(MOST_MOVES * 40):
        if table.step() is None:
            break
    assert table.is_closed


def test_a_game_of_nobody_is_told_apart_from_a_slow_one(case: Case) -> None:
    try:
        state = simulate_game(case, 1, {})
    except StuckError:
        return
    assert state.room.phase is Phase.CLOSED


def test_computers_keep_step_with_the_person_in_the_corridor_and_wait_for_it(solo: Tables) -> None:
    table = solo()
    play_on(table, Phase.CORRIDOR)
    acted: dict[AgencyId, int] = {}
    for _ in range(200):
        if (answer := table.step()) is None:
            break
        acted[answer.seat] = acted.get(answer.seat, 0) + bool(answer.room or answer.by_seat)  # type: ignore[index]
    assert table.phase is Phase.CORRIDOR
    assert table.next_person() == CLINICS
    assert max(acted.values()) == 1
    assert not set(table.waiting) - {CLINICS, FUND, FORCE, COUNCIL}
    assert table.public_view().room.passed == frozenset()


def test_the_person_at_the_screen_stays_there_while_the_game_waits_for_them(hotseat: Table) -> None:
    convene(hotseat)
    assert hotseat.next_person() == FUND
    assert hotseat.next_person(COUNCIL) == COUNCIL
    hotseat.receive(COUNCIL, Pass(COUNCIL))
    assert hotseat.next_person(COUNCIL) == FUND


def test_r2_6_a_seat_changes_hands_and_the_game_does_not_notice(solo: Tables) -> None:
    table, twin = solo(), solo()
    before = table.public_view()
    assert table.hand_over(CLINICS, computer("consensus_builder")) is None
    assert table.public_view() == before
    play_on(table)
    assert table.is_closed
    assert twin.hand_over(FUND, person("Ben", token="t")) is None
    assert (twin.seat_of("t"), twin.seat_of(""), twin.seat_of("x")) == (FUND, None, None)
    assert all(holder.token == "" for holder in twin.roster.values())


def test_r2_6_a_seat_that_its_holder_left_abstains(solo: Tables) -> None:
    table = solo()
    assert table.hand_over(CLINICS, ABSENT) is None
    play_on(table)
    assert table.is_closed


def test_a_seat_absent_from_the_start_stays_so(case: Case) -> None:
    table = open_table(case, {FUND: person(), FORCE: computer("talker")}, 1)
    refusal = table.hand_over(CLINICS, person())
    assert refusal is not None
    assert refusal.code == "seat_is_absent"
    assert table.roster[COUNCIL].is_absent
    other = table.hand_over(AgencyId("x"), person())
    assert other is not None
    assert other.code == "no_such_seat"
    play_on(table)
    assert table.is_closed


def test_r2_7_when_time_is_up_the_remaining_seats_pass(case: Case) -> None:
    pace = Pace({Phase.CONVENING: 60, Phase.CORRIDOR: 120})
    table = open_table(case, {agency: person() for agency in case.agency_ids}, 3, pace=pace)
    assert table.tick(1000) == ()
    assert table.tick(1059) == ()
    assert [answer.seat for answer in table.tick(1060)] == [FUND]
    assert table.phase is Phase.CORRIDOR
    table.receive(FORCE, Pass(FORCE))
    assert table.timer is not None
    table.hold(1100)
    assert table.tick(5000) == ()
    table.go_on(5000)
    assert table.tick(5079) == ()
    assert {answer.seat for answer in table.tick(5080)} == {FUND, CLINICS, COUNCIL}
    assert table.phase is Phase.FLOOR
    assert table.tick(9999) == ()
    assert table.timer is None


def test_everything_is_opened_at_the_end_and_not_before(hotseat: Table) -> None:
    assert hotseat.opened() is None
    play_on(hotseat)
    opened = hotseat.opened()
    assert opened is not None
    assert opened.state.sealed.outcome is not None
    assert opened.entries[-1].at == opened.state.count


def test_what_another_seat_keeps_secret_reaches_nobody_through_the_table(case: Case) -> None:
    """Two cases that differ only in a secret of the council look the same from everywhere else."""
    secret = replace(case.agency(COUNCIL), brief="Something else.", walk_away=99, backing=0.11)
    twin_case = replace(case, agencies=tuple(secret if a.id == COUNCIL else a for a in case.agencies))
    tables = [open_table(one, {agency: person() for agency in case.agency_ids}, 3) for one in (case, twin_case)]
    for table in tables:
        convene(table)
        table.receive(FUND, Meet(FUND, COUNCIL))
        table.receive(COUNCIL, Pass(COUNCIL))
    first, second = tables
    for seat in (FUND, FORCE, CLINICS):
        assert first.view(seat) == second.view(seat)
        assert first.menu(seat) == second.menu(seat)
        assert first.since(seat) == second.since(seat)
        assert first.sentences(seat) == second.sentences(seat)
    assert first.public_view() == second.public_view()
    assert first.view(COUNCIL) != second.view(COUNCIL)


def test_a_resumed_game_keeps_the_same_secrets(case: Case, tmp_path: Path) -> None:
    """The journal holds everything; what comes back for a seat does not."""
    secret = replace(case.agency(COUNCIL), brief="Something else.", walk_away=99, backing=0.11)
    twin_case = replace(case, agencies=tuple(secret if a.id == COUNCIL else a for a in case.agencies))
    resumed = []
    for name, one in (("one", case), ("two", twin_case)):
        table = open_table(one, {agency: person() for agency in case.agency_ids}, 3, folder=tmp_path / name)
        convene(table)
        table.receive(FUND, Meet(FUND, COUNCIL))
        table.close()
        resumed.append(resume(next((tmp_path / name).glob("*.jsonl"))))
    first, second = resumed
    for seat in (FUND, FORCE, CLINICS):
        assert first.view(seat) == second.view(seat)
        assert first.menu(seat) == second.menu(seat)
        assert first.sentences(seat) == second.sentences(seat)
        refused = [table.receive(seat, Meet(seat, seat)) for table in resumed]
        assert refused[0] == refused[1]
    for table in resumed:
        table.close()
