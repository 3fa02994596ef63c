"""Computer seats that speak at the table: after the move, to those who saw it, and never in the way of the game."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from tables import CLINICS, COUNCIL, FORCE, FUND, Memory, convene, play_on

from game.opponents.luck import Luck
from game.opponents.manner import MANNERS, deal_manners
from game.opponents.speech import hearer_of
from game.record import ABSENT, Entry, Holder, JournalError, computer, person, read
from game.rules.case import Case
from game.rules.commands import Command, ConsultHome, Meet, Pass, SendMessage
from game.rules.events import ROOM, Event, MessageSent
from game.rules.ids import AgencyId
from game.rules.view import View
from game.rules.vocabulary import Phase
from game.scenario import loading
from game.session import Deliveries, Opened, Table, open_table, rebuild, resume
from game.session.standins import MOST_MOVES, MannerOpponent, goes_with

GAMES = [(name, seed) for name in ("tutorial", "afghanistan-district-2006") for seed in (1, 2)]
QUIET = ("pass", "take_stance", "answer_ballot", "set_effort", "investigate", "consult_home", "cable_home")


def roster(case: Case, seed: int) -> dict[AgencyId, Holder]:
    hand = deal_manners("mixed", case.agency_ids, seed)
    return {agency: computer(hand[agency].name) for agency in case.agency_ids}


@cache
def played(name: str, seed: int, *, is_spoken: bool = True) -> Opened:
    case = loading.load(loading.find(name))
    table = open_table(case, roster(case, seed), seed, is_strict=True, is_spoken=is_spoken)
    while table.step() is not None:
        pass
    opened = table.opened()
    assert opened is not None
    return opened


def messages(opened: Opened) -> Iterator[tuple[Entry, Entry]]:
    """Pair each message with the command before it."""
    for before, entry in pairwise(opened.entries):
        if isinstance(entry.command, SendMessage):
            yield before, entry


@pytest.mark.parametrize(("name", "seed"), GAMES)
def test_in_a_whole_game_no_seat_hears_the_same_sentence_twice(name: str, seed: int) -> None:
    opened = played(name, seed)
    heard: dict[str, list[str]] = {agency: [] for agency in opened.state.case.agency_ids}
    for _, entry in messages(opened):
        for event in entry.events:
            assert isinstance(event.what, MessageSent)
            for agency, texts in heard.items():
                if event.to == ROOM or agency in event.to:
                    texts.append(event.what.text)
    for texts in heard.values():
        assert len(texts) > 10
        assert len(texts) == len(set(texts))


@pytest.mark.parametrize(("name", "seed"), GAMES)
def test_words_follow_the_move_and_reach_those_who_saw_it_alone(name: str, seed: int) -> None:
    for before, entry in messages(played(name, seed)):
        message = entry.command
        assert isinstance(message, SendMessage)
        assert goes_with(entry, before)
        assert before.command.kind not in QUIET
        if message.to is None:
            assert any(event.to == ROOM for event in before.events)
        else:
            assert {message.seat, message.to} in [set(event.to) for event in before.events]
            assert not any(event.to == ROOM for event in before.events if event.what.kind not in ("phase_began",))


@pytest.mark.parametrize(("name", "seed"), GAMES)
def test_speech_changes_nothing_in_the_game(name: str, seed: int) -> None:
    with_words, without = played(name, seed), played(name, seed, is_spoken=False)
    assert not any(isinstance(entry.command, SendMessage) for entry in without.entries)
    moves = [
        [(entry.command.seat, entry.command.kind) for entry in opened.entries if entry.command.kind != "send_message"]
        for opened in (with_words, without)
    ]
    assert moves[0] == moves[1]
    first, second = (opened.state.sealed.outcome for opened in (with_words, without))
    assert first is not None
    assert second is not None
    assert first.verdict == second.verdict
    assert {seat: score.total for seat, score in first.scores.items()} == {
        seat: score.total for seat, score in second.scores.items()
    }


def test_a_game_is_silent_unless_it_is_asked_to_speak(case: Case) -> None:
    table = open_table(case, roster(case, 1), 1)
    play_on(table)
    opened = table.opened()
    assert opened is not None
    assert not list(messages(opened))


def test_a_case_in_another_language_is_played_in_silence(case: Case) -> None:
    table = open_table(replace(case, language="de"), roster(case, 1), 1, is_strict=True, is_spoken=True)
    play_on(table)
    opened = table.opened()
    assert opened is not None
    assert not list(messages(opened))


@pytest.mark.parametrize("part", [0.1, 0.4, 0.8])
def test_a_spoken_game_is_taken_up_where_it_stood_and_comes_out_the_same(
    case: Case, tmp_path: Path, part: float
) -> None:
    whole = played("tutorial", 1)
    path = tmp_path / "game.jsonl"
    table = open_table(case, roster(case, 1), 1, journal=path, is_spoken=True)
    while table.mark < part * len(whole.entries):
        table.step()
    table.close()
    again = resume(path, is_spoken=True)
    assert again.notices == ()
    while again.step() is not None:
        pass
    again.close()
    opened = again.opened()
    assert opened is not None
    assert [entry.command for entry in opened.entries] == [entry.command for entry in whole.entries]
    assert rebuild(read(path)).differences == ()


def test_one_step_delivers_the_move_and_its_words_together(case: Case) -> None:
    seats = {**roster(case, 1), CLINICS: person()}
    table = open_table(case, seats, 1, is_strict=True, is_spoken=True)
    said = 0
    while not table.is_closed:
        mark, answer = table.mark, table.step()
        if answer is None:
            table.receive(CLINICS, Pass(CLINICS))
            continue
        assert isinstance(answer, Deliveries)
        assert answer.by_seat.get(CLINICS, ()) == table.since(CLINICS, mark)
        assert answer.room == table.since(None, mark)
        said += any(isinstance(event.what, MessageSent) for event in answer.room)
    assert said > 5


# Under the move


def test_words_stand_right_under_the_move_in_the_record(case: Case) -> None:
    table = open_table(case, roster(case, 1), 1, is_strict=True, is_spoken=True)
    play_on(table)
    for seat in (*table.seats, None):
        lines = table.sentences(seat)
        words = [line for line in lines if line.is_words]
        assert len(words) == sum(isinstance(event.what, MessageSent) for event in table.since(seat))
        for above, line in pairwise(lines):
            if line.is_words:
                assert not above.is_words
                assert above.about == line.about
                assert line.text.startswith("“")
                assert line.is_secondary


def test_what_a_person_writes_keeps_its_line(hotseat: Table) -> None:
    convene(hotseat)
    hotseat.receive(FUND, Meet(FUND, FORCE))
    hotseat.receive(FUND, SendMessage(FUND, None, "Tea is ready."))
    hotseat.receive(COUNCIL, SendMessage(COUNCIL, FUND, "Coming."))
    lines = hotseat.sentences(FUND)[-2:]
    assert [line.text for line in lines] == ["You to the room: “Tea is ready.”", "Town council to you: “Coming.”"]
    assert not any(line.is_words for line in lines)


# What must not go wrong


class Mumbler(MannerOpponent):
    """An opponent whose words go wrong."""

    def __init__(self, mischief: str) -> None:
        super().__init__(MANNERS["consensus_builder"])
        self.mischief = mischief

    def speak(self, view: View, command: Command, luck: Luck, heard: object) -> SendMessage | None:
        match self.mischief:
            case "crash":
                raise RuntimeError("no words")
            case "empty":
                return SendMessage(view.seat, None, " ")
            case "long":
                return SendMessage(view.seat, None, "and " * 1000)
            case "nobody":
                return SendMessage(view.seat, AgencyId("nobody"), "Hello.")
            case _:
                other = next(agency for agency in view.scene.agency_ids if agency != view.seat)
                return SendMessage(other, None, "We are somebody else.")


@pytest.mark.parametrize("mischief", ["crash", "empty", "long", "nobody", "impostor"])
def test_words_that_go_wrong_are_not_said_and_the_game_goes_on(case: Case, mischief: str) -> None:
    seats = {agency: computer("x") for agency in case.agency_ids}
    table = open_table(case, seats, 1, casting=lambda *_: Mumbler(mischief), is_spoken=True)
    while (answer := table.step()) is not None:
        assert answer.is_accepted
        assert answer.note == ""
    assert table.is_closed
    opened = table.opened()
    assert opened is not None
    assert not list(messages(opened))


def test_a_strict_table_lets_the_errors_of_words_through(case: Case) -> None:
    seats = {agency: computer("x") for agency in case.agency_ids}
    table = open_table(case, seats, 1, casting=lambda *_: Mumbler("crash"), is_spoken=True, is_strict=True)
    with pytest.raises(RuntimeError, match="no words"):
        table.step()


class Forgetful(Memory):
    """A recorder that keeps everything but words."""

    def append(self, line: object) -> None:
        if isinstance(line, Entry) and isinstance(line.command, SendMessage):
            raise JournalError("The disk is full.")
        self.lines.append(line)  # type: ignore[arg-type]


def test_words_that_cannot_be_kept_are_not_said(case: Case) -> None:
    opened = open_table(case, roster(case, 1), 1)
    memory = Forgetful()
    table = Table(opened._state, (), opened.roster, recorder=memory, is_spoken=True)
    play_on(table)
    assert [entry.at for entry in memory.entries] == list(range(1, len(memory.entries) + 1))
    assert not any(isinstance(event.what, MessageSent) for event in table.since(FUND))


def test_an_absent_holder_says_nothing(case: Case) -> None:
    table = open_table(case, {**roster(case, 1), FUND: person()}, 1, is_spoken=True)
    assert table.hand_over(FUND, ABSENT) is None
    play_on(table)
    opened = table.opened()
    assert opened is not None
    assert not any(entry.command.seat == FUND for _, entry in messages(opened))


class Chatterer(MannerOpponent):
    """An opponent that only ever writes, and has a remark on that, too."""

    def __init__(self) -> None:
        super().__init__(MANNERS["talker"])

    def choose(self, view: View, luck: Luck) -> Command:
        if view.room.phase is not Phase.CORRIDOR:
            return Pass(view.seat)
        return SendMessage(view.seat, None, "And another thing.")

    def speak(self, view: View, command: Command, luck: Luck, heard: object) -> SendMessage | None:
        return SendMessage(view.seat, None, "Just saying.")


def test_who_only_writes_is_stopped_all_the_same(case: Case) -> None:
    seats = {agency: computer("x") for agency in case.agency_ids}
    table = open_table(case, seats, 1, casting=lambda *_: Chatterer(), is_spoken=True)
    for _ in range(MOST_MOVES * 40):
        if table.step() is None:
            break
    assert table.is_closed


def test_words_do_not_use_up_a_seats_moves_or_put_it_ahead_of_a_person(case: Case) -> None:
    """In the corridor no computer does more than the person who did least; what it says is not counted."""
    spoken, silent = (
        open_table(case, {**roster(case, 2), CLINICS: person()}, 2, is_strict=True, is_spoken=is_spoken)
        for is_spoken in (True, False)
    )
    made: Callable[[Table], list[tuple[AgencyId, str]]] = lambda table: [  # noqa: E731
        (entry.command.seat, entry.command.kind)
        for entry in table._history.entries
        if entry.command.kind != "send_message"
    ]
    for table in (spoken, silent):
        play_on(table, Phase.CORRIDOR)
        for command in (ConsultHome(CLINICS), ConsultHome(CLINICS), Pass(CLINICS)):
            while table.step() is not None:
                pass
            assert table.receive(CLINICS, command).is_accepted
        play_on(table, Phase.FLOOR)
    assert made(spoken) == made(silent)
    assert spoken._computers._moves == silent._computers._moves


def test_who_hears_words_is_asked_of_the_move(case: Case) -> None:
    table = open_table(case, roster(case, 1), 1)
    play_on(table, Phase.CORRIDOR)
    sight = table.view(FUND)
    assert hearer_of(sight, Meet(FUND, FORCE)) == FORCE
    assert hearer_of(sight, Pass(FUND)) is None


def test_secrets_of_another_seat_change_no_word(case: Case) -> None:
    """As long as the same moves are made, what is said in the room and to a seat is the same."""
    secret = replace(case.agency(COUNCIL), brief="Something else.", walk_away=99, backing=0.11)
    twin = replace(case, agencies=tuple(secret if a.id == COUNCIL else a for a in case.agencies))
    heard: list[tuple[Event, ...]] = []
    for one in (case, twin):
        seats = {**roster(case, 3), COUNCIL: person()}
        table = open_table(one, seats, 3, is_strict=True, is_spoken=True)
        while not table.is_closed and table.public_view().room.round < 3:
            if table.step() is None:
                assert table.receive(COUNCIL, Pass(COUNCIL)).is_accepted
        heard.append(tuple(event for event in table.since(COUNCIL) if isinstance(event.what, MessageSent)))
    assert heard[0] == heard[1]
    assert heard[0]
