"""What came from outside, and what was taken back, as the debrief tells it."""

from pathlib import Path

from endings import TUTORIAL, case_of, computers, story_of
from tables import CLINICS, play_on

from game.debrief import Chronicle, course, diaries, headline, holdings_of, of_journal
from game.record import computer, person, read
from game.rules.commands import ConsultHome, Meet, Pass
from game.rules.effects import RevealFact, TurnFact
from game.rules.events import CameIntoForce
from game.rules.interventions import Inject, SetRounds
from game.rules.vocabulary import ForumVerdict, Phase
from game.session import Table, open_table


def played(path: Path | None = None, manner: str = "talker") -> Table:
    """Play the tutorial with news in the first corridor, one round less, and a move that was taken back."""
    case = case_of(TUTORIAL)
    roster = {seat: computer(manner) for seat in case.agency_ids}
    table = open_table(case, {**roster, CLINICS: person("Ada")}, 3, journal=path)
    play_on(table, Phase.CORRIDOR)
    table.receive(CLINICS, Meet(CLINICS, next(seat for seat in table.seats if seat != CLINICS)))
    assert table.undo() is None
    fact = case.facts[0].id
    assert table.intervene(Inject(None, "The boat is early.", (TurnFact(fact, True), RevealFact(fact)))).is_accepted
    assert table.intervene(SetRounds(case.rounds - 1)).is_accepted
    table.receive(CLINICS, ConsultHome(CLINICS))
    table.receive(CLINICS, Pass(CLINICS))
    computers(table)
    play_on(table)
    return table


def test_the_course_tells_what_came_from_outside_and_how_many_rounds_were_left() -> None:
    case = case_of(TUTORIAL)
    moves = [move.text for move in course(story_of(played()))]
    assert "From outside: The boat is early." in moves
    assert f"The instructor shortens the forum to {case.rounds - 1} rounds." in moves
    # the first round began before anything was changed
    assert f"Round 1 of {case.rounds}" in moves
    assert f"Round 2 of {case.rounds - 1}" in moves
    assert not any(move.startswith(f"Round {case.rounds} ") for move in moves)


def test_a_forum_that_came_to_nothing_counts_the_meetings_that_were_held() -> None:
    table = open_table(case_of(TUTORIAL), {seat: person() for seat in case_of(TUTORIAL).agency_ids}, 3)
    table.intervene(SetRounds(1))
    play_on(table)
    told = headline(story_of(table))
    assert told.verdict is ForumVerdict.NOTHING
    assert told.sentence.startswith("One meeting. ")


def test_what_was_taken_back_is_in_no_chronicle_and_no_diary(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    table = played(path, "consensus_builder")
    table.close()
    journal = read(path)
    story = of_journal(journal)
    assert story == story_of(table)
    assert [entry.at for entry in story.entries] == list(range(1, len(story.entries) + 1))
    assert not any(entry.seat == CLINICS and entry.command.kind == "meet" for entry in journal.entries[:6])
    books = diaries(story, holdings_of(journal))
    notes = [note for book in books for page in book.pages for note in page.notes]
    assert notes
    assert not any(note.is_otherwise for note in notes)
    assert not any(story.command(note.at) is None for note in notes)


def test_the_instructor_is_nobodys_seat() -> None:
    story: Chronicle = story_of(played())
    stepped_in = [entry.at for entry in story.entries if entry.seat is None]
    assert len(stepped_in) == 2
    assert [story.command(at) for at in stepped_in] == [None, None]
    assert not any(isinstance(e.what, CameIntoForce) for at in stepped_in for e in story.entries[at - 1].events)
