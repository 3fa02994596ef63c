"""A room sees what everybody may see and nothing else, until the reveal is on; then it sees what the judge found."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from classroom.classes import open_school
from generation import random_case
from hypothesis import given, settings
from hypothesis import strategies as st
from language import Game
from twins import with_other_secrets
from wandering import wish

from game.classroom.sheets.public import public_sheet
from game.classroom.sheets.wall import Hung, wall_sheet
from game.record import Entry, computer, person
from game.rules.case import Case
from game.rules.course import waiting_on
from game.rules.events import Event, GameClosed
from game.rules.play import Step, play
from game.rules.view import PublicView
from game.rules.vocabulary import Phase
from game.scenario import loading
from game.session import Opened, Table, dealt, open_table, written

TELLING = ("disclose", "caucus", "raise_doubt", "investigate", "assess_jointly")
"""Commands by which what a seat keeps secret comes into the open by its own will."""
CASES = {path.stem: path for path in loading.shipped()}
YEAR = (Phase.FIRST_EFFORTS, Phase.SECOND_EFFORTS, Phase.CLOSED)


def shipped(name: str) -> Case:
    return loading.load(Path(CASES[name]))


def table_of(name: str, seed: int, *, is_spoken: bool = True) -> Table:
    case = shipped(name)
    return open_table(case, dealt(case, written(case), seed), seed, is_spoken=is_spoken)


def closed(name: str, seed: int) -> Table:
    table = table_of(name, seed)
    while not table.is_closed:
        table.step()
    return table


def sheets(table: Table, *, is_revealed: bool = False) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    return public_sheet(table, is_revealed=is_revealed), wall_sheet([Hung("1", table, is_revealed=is_revealed)])


class Watched(Table):
    """A table that notes whether anything but its public side was asked for."""

    def __init__(self, inner: Table) -> None:
        self._inner = inner
        self.asked: set[str] = set()

    def __getattribute__(self, name: str) -> Any:
        if name in ("_inner", "asked", "__class__", "__dict__", "__weakref__", "__hash__", "__eq__"):
            return object.__getattribute__(self, name)
        self.asked.add(name)
        if name in ("sentences", "since"):
            found = getattr(self._inner, name)

            def told(seat: str | None, mark: int = 0) -> Any:
                assert seat is None, f"{name} of a seat"
                return found(seat, mark)

            return told
        return getattr(self._inner, name)


PUBLIC = {"public_view", "sentences", "since", "roster", "is_closed", "mark", "scene", "phase"}


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", ["tutorial", "sarvenne-compact"])
def test_only_the_public_side_of_a_table_is_looked_at_until_the_reveal(name: str, seed: int) -> None:
    table = table_of(name, seed)
    watched = Watched(table)
    while not table.is_closed:
        sheets(watched, is_revealed=True)
        for _ in range(25):
            table.step()
    sheets(watched)
    assert watched.asked <= PUBLIC
    sheets(watched, is_revealed=True)
    assert "opened" in watched.asked


@pytest.mark.parametrize("name", CASES)
def test_whole_games_are_plain_values_and_say_nothing_of_the_verdict_before_the_reveal(name: str) -> None:
    table = table_of(name, 1)
    while not table.is_closed:
        for sheet in sheets(table, is_revealed=True):
            assert json.loads(json.dumps(sheet)) == sheet
            assert_is_shut(sheet)
        for _ in range(40):
            table.step()
    for sheet in sheets(table):
        assert_is_shut(sheet)
        assert "ended in" not in json.dumps(sheet)


def assert_is_shut(sheet: Mapping[str, Any]) -> None:
    """Look for what only a reveal may say, wherever it could stand."""
    assert sheet.get("reveal") is None
    for one in sheet.get("tables", ()):
        assert one["verdict"] is None
        assert one["meant"] is None


def test_no_seat_is_named_by_more_than_its_kind_and_its_person() -> None:
    case = shipped("tutorial")
    seats = [*case.agency_ids]
    roster = {seats[0]: person("Amara", "secret token"), seats[1]: computer("pleaser", "veteran")}
    table = open_table(case, roster, 3)
    sheet = public_sheet(table, is_revealed=False)
    assert [(one["held"], one["by"]) for one in sheet["seats"]] == [
        ("person", "Amara"), ("computer", ""), ("absent", ""), ("absent", ""),
    ]  # fmt: skip
    assert not {"secret token", "pleaser", "veteran"} & set(json.dumps(sheet).split('"'))


# Two cases that differ in secrets only


def table_at(game: Game) -> Table:
    """Put a table around a game as it stands."""
    opening = Game(game.case, seed=game.state.seed).events
    lines = [Entry(at, command, events) for at, (command, events) in enumerate(game.played, 1)]
    return Table(game.state, opening, {seat: person() for seat in game.case.agency_ids}, lines=lines)


@settings(max_examples=10)
@given(st.integers(0, 100_000))
def test_two_cases_that_differ_in_secrets_look_the_same_on_every_screen(seed: int) -> None:
    rng = Random(seed)
    case = random_case(seed)
    one, two = (
        Game(case, seed=seed),
        Game(with_other_secrets(case, case.agency_ids, seed, can_do_the_same=True), seed=seed),
    )
    compared = 0
    for _ in range(110):
        if one.room.phase in YEAR:
            break
        command = wish(one, rng, rng.choice(waiting_on(one.room)), TELLING)
        if all(isinstance(play(game.state, command), Step) for game in (one, two)):
            one.do(command)
            two.do(command)
            compared += 1
            if compared % 4 == 0:
                assert sheets(table_at(one)) == sheets(table_at(two))
    assert compared > 3


class Silent(Watched):
    """A closed table as it were if nobody had been told how it ended."""

    def __getattribute__(self, name: str) -> Any:
        if name == "since":
            inner = object.__getattribute__(self, "_inner")
            return lambda seat, mark=0: tuple(e for e in inner.since(seat, mark) if not ends(e))
        if name == "sentences":
            inner = object.__getattribute__(self, "_inner")
            return lambda seat, mark=0: inner.sentences(seat, mark)[:-1]
        return super().__getattribute__(name)


def ends(event: Event) -> bool:
    return isinstance(event.what, GameClosed)


def test_a_closed_game_looks_as_if_nobody_had_been_told_how_it_ended() -> None:
    table = closed("tutorial", 0)
    assert "ended in" in table.sentences(None)[-1].text
    assert sheets(table) == sheets(Silent(table))


# The reveal


@pytest.mark.parametrize(("name", "seed"), [("tutorial", 0), ("afghanistan-health-2003", 1), ("sarvenne-compact", 2)])
def test_dots_and_verdicts_are_those_of_the_judge(name: str, seed: int) -> None:
    table = closed(name, seed)
    opened = table.opened()
    assert isinstance(opened, Opened)
    sealed = opened.state.sealed
    outcome = sealed.outcome
    assert outcome is not None
    sheet, wall = sheets(table, is_revealed=True)
    assert sheet["stage"] == "revealed"
    assert sheet["reveal"]["verdict"]["name"].lower().replace(" ", "_") == outcome.verdict
    assert [one["text"] for one in sheet["reveal"]["accords"]] == [
        lived.accord for lived in sorted(outcome.accords, key=lambda lived: -lived.weight)
    ]
    for accord in sheet["reveal"]["accords"]:
        found = sealed.judgements[accord["text"]].signatures
        assert {row["seat"] for row in accord["rows"]} == set(found)
        given = next(lived.given for lived in outcome.accords if lived.accord == accord["text"])
        for row in accord["rows"]:
            reading = found[row["seat"]]
            assert (row["said"], row["meant"]) == (reading.public, reading.support)
            assert row["roots"] == [root.value for root in reading.roots.values()]
            assert (row["label"] == "hollow") == reading.is_hollow
            assert row["done"] == given.get(row["seat"])
    entry = wall["tables"][0]
    assert entry["verdict"]["name"] == sheet["reveal"]["verdict"]["name"]
    leading = sheet["reveal"]["accords"][0]
    assert {(one["seat"], one["at"]) for one in entry["meant"]} == {(r["seat"], r["meant"]) for r in leading["rows"]}
    said = {one["seat"]: one["at"] for one in entry["text"]["said"]}
    assert all(said[row["seat"]] == pytest.approx(row["said"]) for row in leading["rows"])


def test_a_game_without_an_accord_is_revealed_issue_by_issue() -> None:
    table = closed("afghanistan-district-2006", 0)
    sheet, wall = sheets(table, is_revealed=True)
    assert sheet["reveal"]["accords"] == []
    assert len(sheet["reveal"]["lanes"]) == len(table.scene.issues)
    assert wall["tables"][0]["text"] is None
    assert wall["tables"][0]["verdict"]["name"] == sheet["reveal"]["verdict"]["name"]


def test_a_reveal_can_be_taken_back() -> None:
    table = closed("tutorial", 0)
    sheets(table, is_revealed=True)
    for sheet in sheets(table):
        assert_is_shut(sheet)


# What stands on the screens


def rooms(table: Table) -> list[tuple[PublicView, Mapping[str, Any], Mapping[str, Any]]]:
    found = []
    while not table.is_closed:
        table.step()
        if table.mark % 9 == 0:
            sheet, wall = sheets(table)
            found.append((table.public_view(), sheet, wall["tables"][0]))
    return found


def test_the_text_that_matters_is_the_one_called_else_the_newest_and_the_wall_shows_the_same() -> None:
    seen = set()
    for view, sheet, entry in rooms(table_of("sarvenne-compact", 2)):
        room = view.room
        texts = [text["text"] for text in sheet["texts"]]
        still_open = [text.id for text in room.texts.values() if not text.is_closed]
        if sheet["stage"] != "meeting":
            assert texts == [accord.text for accord in room.in_force]
        elif room.called:
            assert texts[0] == room.called[0][0]
            seen.add("called")
        elif still_open:
            assert texts[0] == still_open[-1]
            seen.add("open")
        assert (entry["text"] and entry["text"]["name"]) == (sheet["texts"][0]["name"] if texts else None)
        if texts:
            assert (entry["text"]["yes"], entry["text"]["of"]) == (sheet["texts"][0]["yes"], sheet["texts"][0]["of"])
    assert seen == {"called", "open"}


def test_yeses_are_counted_as_they_are_shown() -> None:
    for view, sheet, _ in rooms(table_of("liberia-security-reform-2006", 0)):
        for text in sheet["texts"]:
            stances = view.room.texts[text["text"]].latest.stances
            if not text["is_answered"]:
                yes = [seat for seat, stance in stances.items() if stance in ("endorse", "reservations")]
                assert text["yes"] == len(yes)


def test_the_year_fills_quarter_by_quarter() -> None:
    shown = [sheet["year"] for _, sheet, _ in rooms(table_of("afghanistan-health-2003", 1)) if sheet["year"]]
    shown.append(sheets(closed("afghanistan-health-2003", 1))[0]["year"])
    for year in shown:
        assert all(len(track["levels"]) == year["quarter"] for track in year["tracks"])
        assert all(a <= b for track in year["tracks"] for a, b in pairwise(track["levels"]))
    assert {0, 4} <= {year["quarter"] for year in shown}


def test_tables_of_a_wall_stand_in_the_order_of_their_numbers() -> None:
    table = table_of("tutorial", 0)
    wall = wall_sheet([Hung(name, table) for name in ("10", "2", "1")])
    assert [one["table"] for one in wall["tables"]] == ["1", "2", "10"]


def test_a_wall_tells_which_tables_the_instructor_has_begun(tmp_path: Path) -> None:
    school = open_school(tmp_path / "class", tables=2)
    wall, console = school.line(), school.console()
    wall.say("hello", screen="wall")
    console.act("drop_round", table="1")
    console.act("begin", table="2")
    school.tick(1, 0.6)
    assert [one["is_begun"] for one in wall.last("wall")["sheet"]["tables"]] == [False, True]
