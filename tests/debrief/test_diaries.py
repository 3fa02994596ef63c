"""The computers' diaries: reasons that fit, estimates that equal the belief, the same from the same record."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from endings import DISTRICT, TUTORIAL, case_of, simulated, story_of

from game.debrief import Chronicle, Diary, Holding, always, diaries, holdings_of, of_journal
from game.opponents.diary import PHRASES, Why, guesses_of, think
from game.opponents.diary.names import paper_words
from game.opponents.diary.thought import wanted
from game.opponents.luck import Luck
from game.opponents.manner import CONSENSUS_BUILDER, MANNERS, VETERAN
from game.record import Header, computer, person, read
from game.rules.commands import Decline, Sign, SignWithReservation
from game.rules.ids import AgencyId
from game.rules.vocabulary import Phase
from game.session import Table, open_table

SIGNED = (Sign, SignWithReservation, Decline)


def books_of(table: Table) -> tuple[Diary, ...]:
    return diaries(story_of(table), always(table.roster))


def whys(table: Table, *kinds: type) -> dict[int, Why]:
    story = story_of(table)
    notes = [note for book in books_of(table) for page in book.pages for note in page.notes]
    return {note.at: note.thought.why for note in notes if isinstance(story.command(note.at), kinds)}


@pytest.mark.parametrize("name", [TUTORIAL, DISTRICT])
@pytest.mark.parametrize("manner", MANNERS)
def test_every_signature_of_a_computer_has_a_reason(name: str, manner: str) -> None:
    table = simulated(name, manner, 2)
    story = story_of(table)
    asked = {entry.at for entry in story.entries if isinstance(entry.command, SIGNED)}
    assert asked <= set(whys(table, *SIGNED))


@pytest.mark.parametrize("manner", MANNERS)
def test_this_version_would_do_what_it_just_did_and_says_it_in_words(manner: str) -> None:
    for book in books_of(simulated(DISTRICT, manner, 3)):
        assert book.manner == manner
        for note in (note for page in book.pages for note in page.notes):
            assert not note.is_otherwise
            assert note.words[0].isupper() or not note.words[0].isalpha()
            assert note.words.endswith((".", "”"))
            assert "{" not in note.words
            assert note.did.endswith(".")


def test_the_same_record_gives_the_same_diaries_quickly() -> None:
    table = simulated(DISTRICT, "presser", 3)
    story, held = story_of(table), always(table.roster)
    began = time.perf_counter()
    first = diaries(story, held)
    assert time.perf_counter() - began < 4.0
    assert first == diaries(story, held)


def test_estimates_stand_beside_the_truth_and_come_nearer_where_people_open_up() -> None:
    table = simulated(DISTRICT, "consensus_builder", 1)
    story = story_of(table)
    offs: dict[int, list[float]] = {}
    for book in books_of(table):
        for page in book.pages:
            for row in page.estimates:
                points = story.agency(row.about).points
                offs.setdefault(page.round, []).append(row.off)
                for issue in row.issues:
                    assert issue.wanted_points == points[issue.issue][issue.wanted] == max(points[issue.issue].values())
    assert set(offs) == set(range(1, story.case.rounds + 1))
    assert sum(offs[story.case.rounds]) < 0.8 * sum(offs[1])


def test_guesses_are_what_the_seat_itself_would_guess() -> None:
    from language import Game

    from game.debrief.estimates import estimate_rows

    state = Game().turn("force").state
    sight = Game().turn("force").view("relief")
    rows = estimate_rows(state, AgencyId("relief"), CONSENSUS_BUILDER)
    guesses = guesses_of(sight, CONSENSUS_BUILDER)
    assert [row.about for row in rows] == [guess.agency for guess in guesses]
    for row, guess in zip(rows, guesses, strict=True):
        assert row.walk_away[0] == guess.walk_away
        assert all(issue.taken_points == max(guess.points[issue.issue].values()) for issue in row.issues)


def test_one_who_is_made_to_sign_says_so() -> None:
    from language import Game

    from game.rules import commands as do

    game = Game().table("force", school="barracks", road="engineers")
    game.stances().until(Phase.CORRIDOR, number=2).do(do.Press("force", "council", "A"))
    game.turn("force").do(do.CallSignature("force", "A")).stances()
    manner = replace(MANNERS["presser"], pliancy=4.0, level=VETERAN)
    sight = game.view("council")
    assert sight.room.phase is Phase.SIGNING
    thought = think(sight, manner, Luck(1, AgencyId("council")), Sign("council", "A"))
    assert thought is not None
    assert thought.why is Why.FORCED
    assert thought.worth is not None
    assert thought.worth.fear > 0 > thought.worth.expected
    assert "funding" in thought.words or "Force" in thought.words or "punished" in thought.words


def test_one_who_pleases_and_one_who_means_it_say_so() -> None:
    from language import Game

    from game.rules import commands as do

    game = Game().table("force", school="barracks", road="engineers")
    game.stances().until(Phase.FLOOR, number=2).turn("force").do(do.CallSignature("force", "A")).stances()
    relief = think(game.view("council"), MANNERS["pleaser"], Luck(1, AgencyId("council")), Sign("council", "A"))
    force = think(game.view("force"), MANNERS["presser"], Luck(1, AgencyId("force")), Sign("force", "A"))
    assert relief is not None
    assert relief.why is Why.PLEASES
    assert force is not None
    assert force.why is Why.OWN


def test_a_no_to_what_others_have_felled_says_so() -> None:
    found = 0
    for seed in (1, 2, 3):
        table = simulated(TUTORIAL, "presser", seed)
        story = story_of(table)
        for at in (at for at, why in whys(table, Decline).items() if why is Why.FALLEN):
            command = story.command(at)
            assert isinstance(command, Decline)
            before = [story.command(number) for number in range(max(1, at - 8), at)]
            assert any(isinstance(one, Decline) and one.text == command.text for one in before)
            found += 1
    assert found


@pytest.mark.parametrize(("points", "words"), [
    (0.3, "just above walking away"), (-0.3, "just below walking away"),
    (0.0, "no better and no worse than walking away"), (1.2, "1 point above walking away"),
])  # fmt: skip
def test_less_than_a_point_still_tells_a_yes_from_a_no(points: float, words: str) -> None:
    assert paper_words(points) == words


def test_nobody_is_better_off_with_what_it_leaves_out_and_a_figure_says_above_what() -> None:
    for manner in ("presser", "hardliner"):
        for note in (
            note for book in books_of(simulated(DISTRICT, manner, 3)) for page in book.pages for note in page.notes
        ):
            assert not ("with that term it leaves us" in note.words and " above walking away, without" in note.words)
            if "points above." in note.words or "points below." in note.words:
                assert "walking away" in note.words, note.words


def test_every_reason_has_words_of_which_one_needs_no_more_than_the_text() -> None:
    always_there = {"text", "paper", "own", "effort", "option", "issue"}
    for why in Why:
        assert any(wanted(phrase) <= always_there for phrase in PHRASES[why]), why


def test_no_words_in_another_language() -> None:
    table = simulated(TUTORIAL, "presser", 1)
    story = story_of(table)
    elsewhere = replace(story, end=replace(story.end, case=replace(story.case, language="fr")))
    assert diaries(elsewhere, always(table.roster)) == ()
    british = replace(story, end=replace(story.end, case=replace(story.case, language="en-GB")))
    assert diaries(british, always(table.roster))


def test_a_seat_that_changed_hands_is_written_only_while_a_computer_held_it() -> None:
    table = simulated(TUTORIAL, "presser", 1)
    story = story_of(table)
    middle = len(story.entries) // 2
    fund = AgencyId("fund")
    held = (*always({**table.roster, fund: person()}), Holding(middle, fund, computer("talker")))
    book = next(book for book in diaries(story, held) if book.seat == fund)
    assert book.manner == "talker"
    assert all(note.at > middle for page in book.pages for note in page.notes)
    assert any(note.is_otherwise for page in book.pages for note in page.notes)


def test_a_journal_tells_who_held_what(tmp_path: Path) -> None:
    case = case_of(TUTORIAL)
    roster = {seat: computer("honest_broker") for seat in case.agency_ids}
    path = tmp_path / "game.jsonl"
    table = open_table(case, roster, 2, journal=path)
    for _ in range(40):
        table.step()
    assert table.hand_over(AgencyId("force"), computer("pleaser")) is None
    while table.step() is not None:
        pass
    table.close()
    journal = read(path)
    assert isinstance(journal.header, Header)
    story: Chronicle = of_journal(journal)
    held = holdings_of(journal)
    assert [(one.seat, one.holder.manner) for one in held if one.since > 0] == [("force", "pleaser")]
    books = diaries(story, held)
    assert {book.seat for book in books} == set(case.agency_ids)
    assert not any(note.is_otherwise for book in books for page in book.pages for note in page.notes)
