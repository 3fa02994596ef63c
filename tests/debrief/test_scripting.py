"""The instructor's script: four parts, questions made from this very game, kind to those who were leaned on."""

import re

import pytest
from endings import (
    DISTRICT,
    TUTORIAL,
    VERDICTS,
    carried_out,
    case_of,
    retold,
    simulated,
    story_of,
    told,
    wandered,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from language import Game

from game.debrief import (
    SHOWN_BESIDE,
    THEMES,
    Beside,
    Chronicle,
    Order,
    Question,
    Script,
    Step,
    Theme,
    UnfinishedError,
    chronicle,
    script,
)
from game.record import person
from game.rules.commands import Pass
from game.rules.ids import AgencyId
from game.session import open_table

CLINICS, COUNCIL, FUND, FORCE = (AgencyId(name) for name in ("clinics", "council", "fund", "force"))
JUSTIFY = re.compile(r"\bwhy did|\byour fault\b|\bblame you\b|\bhow could you\b|\bdishonest|\bliar|\bcoward", re.I)


def asked(found: Script, step: Step) -> tuple[Question, ...]:
    return found.part(step).questions


def themes_of(found: Script) -> list[Theme]:
    return [one.theme for one in asked(found, Step.ANALYSE) if one.theme is not None]


def test_four_parts_fill_the_time() -> None:
    found = script(told(TUTORIAL, "pressed"))
    assert [part.step for part in found.parts] == list(Step)
    assert [part.minutes for part in found.parts] == [8, 10, 17, 10]
    assert all(part.aim and part.say and part.questions for part in found.parts)


@given(st.integers(12, 240))
def test_however_long_the_talk_its_parts_add_up(minutes: int) -> None:
    found = script(told(TUTORIAL, "nothing"), minutes=minutes)
    parts = [part.minutes for part in found.parts]
    assert sum(parts) == minutes
    assert min(parts) >= 2
    assert max(parts) == found.part(Step.ANALYSE).minutes


def test_a_talk_without_time_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match="needs 12 minutes or more"):
        script(told(TUTORIAL, "pressed"), minutes=5)


def test_more_time_brings_more_questions() -> None:
    story = told(DISTRICT, "pressed")
    short, long = (len(asked(script(story, minutes=minutes), Step.ANALYSE)) for minutes in (20, 90))
    assert short < long


def test_at_first_nobody_is_told_anything() -> None:
    """What is said aloud differs from seat to seat by the name alone, whoever was leaned on."""
    story = told(TUTORIAL, "pressed")
    by_seat = [one for one in asked(script(story), Step.VENT) if one.seats]
    assert {one.words.replace(story.agency(one.seats[0]).name, "…") for one in by_seat} == {
        "…: how was it to sit where you sat? You may pass."
    }
    for one in asked(script(story), Step.VENT):
        assert (one.about, one.commands, one.beside) == ("", (), Beside.NOTHING)
        assert one.may_pass


def test_those_who_were_leaned_on_are_asked_first() -> None:
    by_seat = [one for one in asked(script(told(TUTORIAL, "pressed")), Step.VENT) if one.seats]
    assert [one.seats[0] for one in by_seat] == [CLINICS, COUNCIL, FUND, FORCE]
    assert by_seat[0].listen.startswith("It was leaned on by Recovery Fund in round 2.")
    assert "leaned on" not in by_seat[2].listen


def test_those_who_were_left_out_are_asked_first() -> None:
    by_seat = [one for one in asked(script(told(DISTRICT, "pressed")), Step.VENT) if one.seats]
    council = next(one for one in by_seat if one.seats == (COUNCIL,))
    assert by_seat.index(council) < 4
    assert "not invited before Text A was tabled" in council.listen


def test_the_facts_are_those_of_the_record() -> None:
    listen = [one.listen for one in asked(script(told(TUTORIAL, "pressed")), Step.DESCRIBE)]
    assert listen[0].startswith("Nobody said what for. Recovery Fund had the chair")
    assert listen[1].startswith("Recovery Fund put a text on the table in round 1.")
    assert listen[2] == "All four signed it without reservation. That was in round 2."
    assert listen[3] == "Text A: 27 of 100 was carried out."


def test_describing_says_no_word_of_what_was_meant() -> None:
    for one in asked(script(told(TUTORIAL, "pressed")), Step.DESCRIBE):
        assert "private" not in one.listen
        assert "leaned" not in one.listen


def test_a_text_that_fell_through_and_who_left_are_facts_too() -> None:
    fallen = asked(script(story_of(carried_out())), Step.DESCRIBE)
    assert any("It fell through." in one.listen for one in fallen)
    left = asked(script(told(TUTORIAL, "breakdown")), Step.DESCRIBE)
    assert any("walked out" in one.listen and one.commands for one in left)


def test_pressure_is_asked_about_with_its_commands_and_round() -> None:
    story = told(TUTORIAL, "pressed")
    first = asked(script(story, order=Order.BY_THEME), Step.ANALYSE)[0]
    assert (first.theme, first.seats, first.round, first.may_pass) == (Theme.POWER, (CLINICS,), 2, True)
    assert first.about == "Recovery Fund leaned on Coast Clinics to sign Text A in round 2."
    (at,) = first.commands
    assert story.command(at) is not None
    assert "gave 0 % of full effort to Text A" in first.listen


@pytest.mark.parametrize(
    ("script_name", "themes"),
    [
        ("pressed", {Theme.POWER, Theme.INFORMATION, Theme.VOICE, Theme.TRUST_AND_PURPOSE}),
        ("side-by-side", {Theme.SIDE_BY_SIDE}),
        ("information-sharing", {Theme.INFORMATION}),
        ("nothing", {Theme.TRUST_AND_PURPOSE}),
    ],
)
def test_only_themes_that_this_game_has_something_on(script_name: str, themes: set[Theme]) -> None:
    found = script(told(TUTORIAL, script_name), order=Order.BY_THEME, minutes=120)
    assert set(found.themes) == themes


def test_a_missing_voice_and_home_are_themes_where_they_mattered() -> None:
    assert {Theme.VOICE, Theme.HOME} <= set(script(told(DISTRICT, "pressed")).themes)


@pytest.mark.parametrize("case", [TUTORIAL, DISTRICT])
@pytest.mark.parametrize("name", VERDICTS)
def test_the_analysis_goes_by_theme_or_by_time(case: str, name: str) -> None:
    story = told(case, name)
    by_theme, by_time = (script(story, order=order) for order in (Order.BY_THEME, Order.BY_TIME))
    assert themes_of(by_theme) == sorted(themes_of(by_theme), key=list(Theme).index)
    of_the_game = [one for one in asked(by_time, Step.ANALYSE) if one.theme is not None]
    begun = [one.commands[0] if one.commands else 10_000 for one in of_the_game]
    assert begun == sorted(begun)
    assert set(asked(by_theme, Step.ANALYSE)) == set(asked(by_time, Step.ANALYSE))


def test_the_case_asks_its_own_questions_marked_as_such() -> None:
    story = told(TUTORIAL, "pressed")
    own = [one for one in asked(script(story), Step.ANALYSE) if one.is_of_the_case]
    assert [one.words for one in own] == list(story.case.teaching_note.questions[:2])
    assert not any(one.is_of_the_case for part in script(told(TUTORIAL, "nothing")).parts[:2] for one in part.questions)


def test_what_if_findings_are_asked_about() -> None:
    finding = "Without command 15 the verdict would have been fragile."
    questions = asked(script(told(TUTORIAL, "pressed"), findings=(finding,)), Step.ANALYSE)
    (one,) = [question for question in questions if question.about == finding]
    assert one.beside is Beside.TURNED
    assert one.words.endswith("?")


def test_the_last_question_is_what_to_do_otherwise() -> None:
    last = asked(script(told(TUTORIAL, "pressed")), Step.CARRY_OVER)[-1]
    assert "in your next real meeting" in last.words
    assert last.may_pass


@pytest.mark.parametrize("case", [TUTORIAL, DISTRICT])
@pytest.mark.parametrize("name", VERDICTS)
def test_every_question_is_a_whole_one_and_asks_nobody_to_justify_anything(case: str, name: str) -> None:
    check(told(case, name))


def check(story: Chronicle) -> None:
    """Hold every question of a script against what a question must be."""
    found = script(story, minutes=120)
    names = {agency.id for agency in story.case.agencies}
    for part in found.parts:
        for one in part.questions:
            assert "?" in one.words
            assert one.listen.endswith(".")
            assert SHOWN_BESIDE[one.beside]
            assert set(one.seats) <= names
            assert one.is_of_the_case or not JUSTIFY.search(f"{one.words} {one.listen}"), one
            assert all(1 <= at <= len(story.entries) for at in one.commands)
            assert one.round == (story.rounds[one.commands[0]] if one.commands else None)
    assert all(theme in THEMES for theme in found.themes)


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_any_game_has_a_script(seed: int) -> None:
    check(wandered(seed))


@pytest.mark.parametrize("manner", ["consensus_builder", "presser", "talker", "mixed"])
def test_games_between_computers_have_a_script(manner: str) -> None:
    check(story_of(simulated(TUTORIAL, manner, 5)))


def test_seats_that_nobody_played_are_not_asked_how_it_was() -> None:
    seated = [name for name in Game().case.agency_ids if name != "council"]
    story = retold(Game(seated=seated).year())
    assert "council" not in {seat for one in asked(script(story), Step.VENT) for seat in one.seats}


def test_no_person_is_named() -> None:
    case = case_of(TUTORIAL)
    table = open_table(case, {seat: person(f"Zebedee {seat}") for seat in case.agency_ids}, 1)
    while not table.is_closed:
        seat = table.next_person()
        assert seat is not None
        assert table.receive(seat, Pass(seat)).is_accepted
    assert "Zebedee" not in str(script(story_of(table), minutes=120))


def test_nothing_is_told_before_the_year_is_over() -> None:
    """Whatever is scripted or laid open is made from a chronicle, and of a game under way there is none."""
    story = told(TUTORIAL, "pressed")
    case, seated = story.case, story.end.room.seated
    for so_far in range(len(story.entries)):
        with pytest.raises(UnfinishedError):
            chronicle(case, story.ruleset, story.end.seed, seated, story.opening, story.entries[:so_far])
    assert chronicle(case, story.ruleset, story.end.seed, seated, story.opening, story.entries) == story
