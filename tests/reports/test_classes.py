"""All tables of a class compared: what is counted and told of each, and that single seats stay out unless asked for."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from endings import DISTRICT, TUTORIAL, simulated, story_of, told

from game.debrief import Chronicle, perspectives
from game.debrief.bending import BENDS
from game.debrief.learning import Answers, Form, questions_of
from game.debrief.words import BALLOT, points
from game.record import Journal, read
from game.reports.classes import (
    GROUNDS,
    Ground,
    LeftOut,
    Sitting,
    TableFacts,
    class_page,
    class_report,
    class_telling,
    facts_of,
    learned,
    work_out,
)
from game.reports.classes.plenary import plenary
from game.reports.classes.why import same_yeses
from game.rules.ids import AgencyId
from game.rules.vocabulary import ForumVerdict
from game.whatif.causes import causes_of

RECORDED = Path(__file__).parents[1] / "recorded"
SCRIPTS = ("sincere", "pressed", "side-by-side", "information-sharing", "nothing", "overtaken")


@cache
def facts(script: str, case: str = TUTORIAL) -> TableFacts:
    return facts_of(script, told(case, script))


def table(script: str, name: str, case: str = TUTORIAL) -> TableFacts:
    return replace(facts(script, case), table=name)


def a_class() -> tuple[TableFacts, ...]:
    return tuple(table(script, str(number)) for number, script in enumerate(SCRIPTS, start=1))


class Reader(HTMLParser):
    """Reads the words of a page, and the classes that have no word in them."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.is_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_style = tag == "style"
        self.words += [value for name, value in attrs if name in ("aria-label", "title") and value]

    def handle_data(self, text: str) -> None:
        if not self.is_style:
            self.words.append(text)


def words_of(page: str) -> str:
    reader = Reader()
    reader.feed(page)
    return " ".join(" ".join(reader.words).split())


# What is told


def test_the_same_yeses_are_held_against_each_other_and_lead_the_questions() -> None:
    told_of = class_telling([table("sincere", "2", DISTRICT), table("pressed", "5", DISTRICT)])
    words = words_of(class_page(told_of))
    assert "Table 2 and table 5 both had seven yeses." in words
    assert "At table 2 they were meant to 79 % (sincere as signed), and 83 of 100 was carried out" in words
    assert "At table 5 they were meant to 31 %, four of them hollow (false as signed)" in words
    first, *_ = plenary(told_of.tables)
    assert first.words == "What was different in the room at table 2 and at table 5, before anybody signed?"


def test_tables_that_meant_the_same_are_not_held_against_each_other() -> None:
    assert same_yeses([table("sincere", "1"), table("sincere", "2")]) == ()
    assert same_yeses([table("sincere", "1"), table("nothing", "2")]) == ()


def test_verdicts_are_counted_with_the_tables_that_came_to_them() -> None:
    words = words_of(class_page(class_telling(a_class())))
    assert "Sincere agreement: 1 of 6 1 Table 1" in words
    assert "False coherence: 1 of 6 1 Table 2" in words
    assert "Six tables finished, with six different verdicts." in words


def test_what_is_told_table_by_table_is_summed_up_first() -> None:
    words = words_of(class_page(class_telling(a_class())))
    met = [one.is_met for one in a_class()]
    declared = len(met) - met.count(None)
    assert f"that declared a purpose, {met.count(True)} came to it." in words
    assert declared < len(met)
    assert f"At {met.count(None)} nobody said what the forum was for." in words
    turning = sum(one.turning > 0 for one in a_class())
    assert f"Of six tables, {turning} would have turned with a single command left out" in words
    assert "that declared a purpose" not in words_of(class_page(class_telling([table("sincere", "1")])))


def test_what_weakened_an_accord_is_shared_out_by_its_ground() -> None:
    found = facts("pressed", DISTRICT).weakened
    assert max(found, key=lambda ground: found[ground]) is Ground.PRESSURE
    assert all(taken >= 0 for taken in found.values())


def test_every_kind_of_cause_has_a_ground() -> None:
    assert set(BENDS.values()) <= set(GROUNDS)
    games = [story_of(simulated(TUTORIAL, "presser", seed)) for seed in (1, 2)]
    for story in (*games, told(DISTRICT, "pressed")):
        kinds = {cause.kind for lived in story.lived for cause in causes_of(story, lived.accord)}
        assert kinds <= set(GROUNDS)


def test_tables_stand_in_the_order_of_their_names_and_by_case() -> None:
    given = [table("sincere", "10"), table("nothing", "2"), table("pressed", "1", DISTRICT)]
    found = class_telling(given)
    assert [one.table for one in found.tables] == ["1", "2", "10"]
    assert [[one.table for one in tables] for tables in found.cases] == [["1"], ["2", "10"]]
    report = class_report(found)
    assert facts("sincere").title in report.title
    assert facts("pressed", DISTRICT).title in report.title
    assert "in two cases" in report.lead


def test_one_table_alone_says_so_and_no_table_is_no_report() -> None:
    words = words_of(class_page(class_telling([table("sincere", "1")])))
    assert "One table alone: there is nothing to hold it against." in words
    with pytest.raises(ValueError, match="no table"):
        class_report(class_telling([]))


def test_tables_under_way_and_tables_left_out_are_named_and_no_more() -> None:
    left = LeftOut("9", "Table 9 is left out: its journal is damaged.")
    words = words_of(class_page(class_telling([*a_class(), left], ["8", "7"])))
    assert "Tables 7 and 8 are still under way and not in it." in words
    assert left.sentence in words


def test_a_class_of_many_tables_lists_few_names_in_a_sentence_and_opens_long_tables_when_asked() -> None:
    many = [table(SCRIPTS[number % len(SCRIPTS)], str(number + 1)) for number in range(50)]
    page = class_page(class_telling(many))
    assert "Tables 1, 7, 13, 19, 25, 31, 37, 43 and 1 more" in words_of(page)
    assert "<summary>Table by table · 50</summary>" in page
    assert len(page) < 400_000


def test_the_class_learns_in_means_and_not_at_all_with_too_few() -> None:
    best = {form: {one.id: one.best for one in questions_of(form)} for form in Form}
    worst = {one.id: (one.best + 1) % 4 for one in questions_of(Form.A)}
    pair = (Answers(Form.A, worst), Answers(Form.B, best[Form.B]))
    words = words_of(class_page(class_telling(a_class(), learning=learned([pair] * 3))))
    assert "All six 0 % All six 100 % +100 points +1.00" in words
    few = words_of(class_page(class_telling(a_class(), learning=learned([pair] * 2))))
    assert "All six" not in few
    assert "so that nobody can be picked out" in few
    assert "Before and after" not in words_of(class_page(class_telling(a_class())))


def test_perspective_is_the_mean_of_those_who_predicted() -> None:
    found = facts("sincere", DISTRICT)
    seen = [one for one in perspectives(told(DISTRICT, "sincere")) if one.after is not None]
    assert found.after == pytest.approx(sum(one.after or 0.0 for one in seen) / len(seen))
    assert facts("nothing", DISTRICT).after is None


# What stays out


def leaves(value: object) -> Iterator[object]:
    """Go through all plain values that something is made of."""
    if is_dataclass(value):
        for one in fields(value):
            yield from leaves(getattr(value, one.name))
    elif isinstance(value, dict):
        for key, held in value.items():
            yield key
            yield from leaves(held)
    elif isinstance(value, tuple):
        for held in value:
            yield from leaves(held)
    else:
        yield value.value if isinstance(value, Enum) else value


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_is_known_of_a_table_beside_its_seats_names_no_seat(script: str) -> None:
    story = told(DISTRICT, script)
    bare = replace(facts(script, DISTRICT), seats=(), people={})
    known = {str(value) for value in leaves(bare)}
    for agency in story.case.agencies:
        assert not known & {agency.id, agency.name, agency.short}


def marked(one: TableFacts) -> TableFacts:
    """Mark all that is about single seats."""
    seats = tuple(
        replace(
            seat,
            name=f"secret-seat-{seat.agency}",
            bent=("secret-threat",),
            total=54321.5,
            mandate=54321.5,
            sincerity=7.77,
            said=7.77,
            meant=7.77,
        )
        for seat in one.seats
    )
    people = {seat.agency: (f"Secret Person of {seat.agency}",) for seat in one.seats}
    return replace(one, seats=seats, people=people)


def test_marked_secrets_of_seats_are_nowhere_on_the_page_unless_seats_are_shown() -> None:
    tables = [replace(marked(one), people={}) for one in a_class()]
    page = class_page(class_telling(tables))
    assert not re.search(r"secret-|54321\.5|7\.77", page)
    shown = class_page(class_telling(tables, shows_seats=True))
    assert all(secret in shown for secret in ("secret-seat-fund", "secret-threat", "54321.5", "7.77"))
    assert "Do not put this page on the wall." in shown


def test_people_are_named_only_where_their_names_were_given() -> None:
    with_names = class_page(class_telling([marked(one) for one in a_class()]))
    assert "Secret Person of fund" in with_names
    assert "secret-seat" not in with_names
    assert "Who sat where" not in class_page(class_telling(a_class()))


def secrets_of(story: Chronicle) -> Iterator[str]:
    """Name what only a seat knew, as a page would write it."""
    for agency in story.case.agencies:
        yield agency.name
        yield from (hidden.text for hidden in agency.hidden)
        yield from (line.text for line in agency.red_lines)
    yield from (points(score.total) for score in story.outcome.scores.values())
    yield from BALLOT


@pytest.mark.parametrize("script", SCRIPTS)
def test_no_seat_of_a_real_game_is_told_unless_it_is_asked_for(script: str) -> None:
    story = told(DISTRICT, script)
    page = words_of(class_page(class_telling([table(script, "1", DISTRICT), table("nothing", "2", DISTRICT)])))
    aggregated = {points(facts(one, DISTRICT).impact) for one in (script, "nothing")}
    aggregated |= {points(facts(one, DISTRICT).mandate) for one in (script, "nothing")}
    mean = re.findall(r"Mean of the tables: (\S+) for people, (\S+) for mandates", page)[0]
    for secret in {*secrets_of(story)} - aggregated - set(mean):
        assert not re.search(rf"(?<![\w.]){re.escape(secret)}(?![\w])", page), secret


# Working out


def journal(script: str) -> Journal:
    return read(RECORDED / TUTORIAL / f"{script}.jsonl")


def test_tables_are_worked_out_in_order_the_same_here_and_in_processes() -> None:
    sittings = [Sitting(script, journal(script), {AgencyId("fund"): ("Amara",)}) for script in ("nothing", "sincere")]
    here, elsewhere = list(work_out(sittings)), list(work_out(sittings, jobs=2))
    assert here == elsewhere
    assert [one.table for one in here] == ["nothing", "sincere"]


def test_a_journal_that_does_not_hold_together_keeps_nobody_from_the_others() -> None:
    whole = journal("nothing")
    torn = replace(whole, lines=whole.lines[:-1])
    broken, fine = work_out([Sitting("1", torn), Sitting("2", whole)])
    assert isinstance(broken, LeftOut)
    assert broken.sentence.startswith("Table 1 is left out: its game cannot be rebuilt from its journal")
    assert isinstance(fine, TableFacts)
    assert fine.verdict is ForumVerdict.NOTHING


def test_a_page_needs_nothing_from_outside() -> None:
    page = class_page(class_telling(a_class(), shows_seats=True))
    assert not re.findall(r"(?:src|href)=\"(?!#)[^\"]+\"|url\(|<script|@import", page)
