"""The debrief as a page: every recorded game makes one, whole in itself, and it says what the values say."""

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from endings import TUTORIAL, VERDICTS, story_of, told, two_accords

from game.debrief import (
    Chronicle,
    carry_over,
    flip_rows,
    forum_flip_rows,
    headline,
    judged_again,
    marked_words,
    of_journal,
    perspectives,
    score_rows,
    signature_rows,
    term_rows,
)
from game.debrief.scripting import Order, script
from game.debrief.words import percent, points, share, signed
from game.record import read
from game.reports import debrief_page, page, report_of
from game.reports.blocks import cited_in
from game.reports.turned import apart
from game.rules.replacing import replace as with_lines
from game.whatif import Reckoning, Scan, Shares, reckon, scan_words, turning_points
from game.whatif.ending import ending_of

RECORDED = Path(__file__).parents[1] / "recorded"
LARGE = ("pressed", "side-by-side", "computers-presser-1")
GAMES = sorted(path for name in LARGE for path in RECORDED.glob(f"*/{name}.jsonl") if path.parent.name != TUTORIAL)
"""Of every case: an accord that was forced, none at all, and a game with most that can happen."""
VOID = {"meta", "br", "rect", "line", "circle", "path", "polyline", "col", "hr", "img", "input", "link"}


@cache
def reckoned(name: str) -> tuple[Chronicle, Reckoning]:
    story = told(TUTORIAL, name)
    return story, reckon(story)


@cache
def made(name: str) -> str:
    story, reckoning = reckoned(name)
    return debrief_page(story, reckoning)


@cache
def without_running_again(path: Path) -> str:
    """Make the page of a large game with what takes longest left out: nothing is tried, and nothing shared out."""
    story = of_journal(read(path))
    nothing = Scan(None, ending_of(story), ())
    shares = {lived.accord: (Shares(None, 0.5, 0.5, ()),) for lived in story.lived}
    return debrief_page(story, Reckoning(nothing, shares, turning_points(story, nothing)))


class Reading(HTMLParser):
    """Read a page strictly: every element closed in its turn; keep ids, links, and what has no name."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.problems: list[str] = []
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.texts: list[str] = []
        self.feed(source)
        self.close()
        self.problems += [f"<{tag}> is never closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.ids.update(value for name, value in attrs if name == "id" and value)
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "xlink:href", "action")]
        if held.get("role") == "img" and not held.get("aria-label"):
            self.problems.append(f"<{tag}> is a picture without a name")
        if any(name.startswith("on") for name in held):
            self.problems.append(f"<{tag}> does something")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


def check(source: str) -> Reading:
    """Say that a page is whole in itself."""
    read_ = Reading(source)
    assert read_.problems == []
    assert [name for name, number in read_.ids.items() if number > 1] == []
    assert [link for link in read_.links if not link.startswith("#") or link[1:] not in read_.ids] == []
    assert "<script" not in source
    assert "url(" not in source
    assert "@import" not in source
    assert [wrong for wrong in (" nan", "<game.", "Undefined", "{{", "}}", "=None") if wrong in read_.text] == []
    return read_


@pytest.mark.parametrize("name", VERDICTS)
def test_every_verdict_makes_a_page_that_needs_nothing_from_outside(name: str) -> None:
    read_ = check(made(name))
    top = headline(told(TUTORIAL, name))
    assert top.name in read_.text
    assert top.sentence in read_.text
    for step in ("What happened", "Why", "What would have turned it", "What to carry over", "What is not claimed"):
        assert step in read_.text


@pytest.mark.parametrize("path", GAMES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_recorded_games_of_every_case_make_a_page(path: Path) -> None:
    check(without_running_again(path))


def test_a_page_is_the_same_bytes_again() -> None:
    assert debrief_page(*reckoned("pressed")) == made("pressed")
    assert debrief_page(told(TUTORIAL, "side-by-side")) == made("side-by-side")


@pytest.mark.parametrize("name", ["sincere", "pressed"])
def test_numbers_of_the_page_are_those_of_the_values(name: str) -> None:
    story, reckoning = reckoned(name)
    text = Reading(made(name)).text
    for row in signature_rows(story, story.lived[0].accord):
        assert f"Sincerity {share(row.sincerity)}. {row.formula}" in text
        for root in row.roots:
            assert root.formula in text
            assert all(cause.words in text for cause in root.causes)
    for term in term_rows(story, story.lived[0].accord):
        assert f"{points(term.level)} of 3" in text
    for score in score_rows(story):
        assert score.formula in text
    for one in perspectives(story):
        assert one.words in text
    for line in (*flip_rows(story, story.lived[0].accord), *forum_flip_rows(story)):
        assert f"{line.line.heading} {line.line.written(line.now)}" in text
        assert line.words in text
    assert scan_words(reckoning.scan) in text
    for point in reckoning.points:
        assert f"{signed(point.moved)} {point.happened}" in text
    for shares in reckoning.shares[story.lived[0].accord]:
        for cause in shares.shares:
            assert percent(shares.part(cause)) in text
            assert cause.cause.words in text
    for carry in carry_over(story):
        assert carry.question in text


@pytest.mark.parametrize("order", list(Order))
def test_the_script_stands_in_both_orders_the_one_asked_for_first(order: Order) -> None:
    story, reckoning = reckoned("pressed")
    text = Reading(debrief_page(story, reckoning, order=order, minutes=30)).text
    assert "30 minutes. What stands under" in text
    titles = [found.start() for found in re.finditer(r"In the order of time Vent|By theme Vent", text)]
    assert len(titles) == 2
    assert text[titles[0] :].startswith("By theme") == (order is Order.BY_THEME)
    for each in Order:
        for part in script(story, order=each, minutes=30).parts:
            assert all(question.words in text for question in part.questions)


def test_two_accords_are_told_each_in_its_turn() -> None:
    story = story_of(two_accords())
    read_ = check(debrief_page(story))
    assert len(story.lived) == 2
    for lived in story.lived:
        names = ", ".join(story.agency(seat).short for seat in lived.parties)
        assert f"Text {lived.accord} between {names}" in read_.text


def test_judged_again_is_marked_on_top_and_in_every_part() -> None:
    story = told(TUTORIAL, "sincere")
    again = judged_again(story, with_lines(story.ruleset, hollow_sincerity=0.9))
    source = debrief_page(again)
    read_ = check(source)
    assert read_.text.count(marked_words(again)) == 1 + 5
    assert "By the lines that it was played by, the verdict was: sincere agreement." in read_.text
    assert "Judged again" not in made("sincere")


def test_names_with_markup_in_them_stay_words() -> None:
    story = told(TUTORIAL, "pressed")
    evil = "<script>alert(1)</script>\"'&"
    agencies = tuple(replace(agency, name=f"{evil}{agency.id}", short=evil) for agency in story.case.agencies)
    issues = tuple(replace(issue, name=f"{issue.id}{evil}") for issue in story.case.issues)
    case = replace(story.case, title=evil, agencies=agencies, issues=issues)
    journal = read(RECORDED / TUTORIAL / "pressed.jsonl")
    other = of_journal(replace(journal, header=replace(journal.header, case=case)))
    read_ = check(debrief_page(other))
    assert evil in read_.text


def test_every_command_that_is_cited_is_listed_with_what_it_was() -> None:
    story, reckoning = reckoned("pressed")
    report = report_of(story, reckoning)
    listed = dict(report.commands)
    assert set(cited_in(report.parts)) <= set(listed)
    assert all(listed.values())
    assert page(report) == made("pressed")


def test_side_by_side_is_given_its_due() -> None:
    text = Reading(made("side-by-side")).text
    assert "that is a result" in text
    assert "Issues that no accord settled" in made("side-by-side")


def test_every_picture_has_its_numbers_as_text() -> None:
    source = made("pressed")
    assert source.count("The picture in numbers") == source.count("<figure>") > 1
    assert "All of this in numbers" in source


def test_bars_never_hide_each_other_nor_leave_the_picture() -> None:
    for places in ([0.0, 0.0, 0.0], [0.99, 1.0, 1.0], [0.2, 0.21, 0.9]):
        moved = apart(places)
        assert all(after - before > 0.03 for before, after in pairwise(moved))
        assert 0.0 <= moved[0] <= moved[-1] <= 1.0
