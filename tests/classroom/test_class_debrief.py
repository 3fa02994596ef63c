"""The class report at the console: for the holder of the key alone, once for all who ask, and at nobody's cost."""

from __future__ import annotations

import json
import shutil
import threading
import time
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

import pytest
from classroom.classes import KEY, open_school
from classroom.puppets import PATIENCE, Host
from classroom.test_server import fetch

from game.classroom.comparing import door, gather
from game.classroom.export import read_folder
from game.debrief import of_journal
from game.debrief.words import points
from game.record import read
from game.reports.classes import LeftOut, Sitting, TableFacts, told_of
from game.rules.ids import AgencyId

PEOPLE = {"Amara Okonedo": ("1", AgencyId("clinics")), "Ben": ("2", AgencyId("fund"))}
Found = Generator[TableFacts | LeftOut, None, None]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Play two of three games of a class; the third goes on."""
    folder = tmp_path_factory.mktemp("compared") / "class"
    school = open_school(folder, tables=3)
    people = {name: school.person(name, table, seat) for name, (table, seat) in PEOPLE.items()}
    school.console().act("begin", table="1")
    school.console().act("begin", table="2")
    tables = {name: school.room.table(name).table for name in ("1", "2")}
    while not all(table.is_closed for table in tables.values()):
        for name, (place, _) in PEOPLE.items():
            if not tables[place].is_closed and tables[place].next_computer() is None:
                people[name].command("pass")
        school.tick()
    for hosted in school.room.tables.values():
        hosted.table.close()
    school.room.close()
    return folder


@pytest.fixture
def host(played: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    """Serve it; tables are worked out in the host's own process, which starts sooner."""
    monkeypatch.setattr(door, "work_out", here)
    host = Host(shutil.copytree(played, tmp_path / "class"))
    yield host
    host.stop()


def here(sittings: Sequence[Sitting], jobs: int) -> Found:
    assert jobs > 1
    yield from map(told_of, sittings)


def asked(host: Host, **body: object) -> tuple[int, str]:
    status, _, said = fetch(host, "/class-debrief", json.dumps(body).encode())
    return status, said.decode()


def page(host: Host, **body: object) -> str:
    """Ask until it is there, as the console does."""
    until = time.monotonic() + PATIENCE
    status, said = asked(host, key=KEY, **body)
    while status == 202 and time.monotonic() < until:
        status, said = asked(host, key=KEY, **body)
    assert status == 200, said
    return said


TRIES: dict[str, bytes] = {
    "nothing": b"",
    "no object": b"[]",
    "another key": b'{"key": "x"}',
    "no key": b'{"key": null, "shows_seats": true}',
    "far too much": b'"' + b"x" * 40_000 + b'"',
}


@pytest.mark.parametrize("body", TRIES.values(), ids=TRIES)
def test_it_goes_to_nobody_without_the_key(host: Host, body: bytes) -> None:
    assert fetch(host, "/class-debrief", body)[::2] == (403, b"That is not the key of the console.")
    assert fetch(host, "/class-debrief")[0] == 405


def test_a_token_of_somebody_in_the_class_is_no_key(host: Host) -> None:
    line = (host.hub.room.folder / "class.jsonl").read_text(encoding="utf-8")
    assert asked(host, key=line[:40])[0] == 403
    assert asked(host, token=KEY)[0] == 403


def test_finished_tables_are_compared_and_the_rest_only_named(host: Host) -> None:
    head = fetch(host, "/class-debrief", json.dumps({"key": KEY}).encode())[1]
    found = page(host)
    assert "Two tables finished" in found
    assert "Table 3 is still under way and not in it." in found
    assert head["x-content-type-options"] == "nosniff"


def test_it_needs_no_table_to_be_opened_to_the_class_and_opens_none(host: Host) -> None:
    assert not any(hosted.is_revealed for hosted in host.hub.room.tables.values())
    assert page(host, shows_seats=True)
    assert not any(hosted.is_revealed for hosted in host.hub.room.tables.values())


def test_single_seats_and_names_are_in_it_only_where_the_instructor_says_so(host: Host) -> None:
    folder = host.hub.room.folder
    stories = [of_journal(read(folder / host.hub.room.tables[name].record.file)) for name in ("1", "2")]
    agencies = [agency.name for agency in stories[0].case.agencies]
    totals = {points(score.total) for story in stories for score in story.outcome.scores.values()}
    plain, seats, named = page(host), page(host, shows_seats=True), page(host, shows_names=True)
    assert all(name in seats for name in agencies)
    assert all(f">{total}<" in seats for total in totals)
    assert not any(f"<b>{name}</b>" in plain or f">{name}<" in plain for name in agencies)
    assert ["Amara" in one for one in (plain, seats, named)] == [False, False, True]
    assert "Single seats, table by table" not in named
    for said in ("true", 1, "yes"):
        assert "Single seats, table by table" not in page(host, shows_seats=said)


def test_a_class_without_a_finished_table_is_told_in_one_sentence(tmp_path: Path) -> None:
    host = Host(tmp_path / "class")
    status, said = asked(host, key=KEY)
    host.stop()
    assert (status, said) == (409, "No table of the class has finished yet; there is nothing to compare.")


def test_while_it_is_worked_out_one_is_told_how_far_it_is_and_the_class_goes_on(
    host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, begun, worked = threading.Event(), threading.Event(), list[str]()

    def slowly(sittings: Sequence[Sitting], jobs: int) -> Found:
        for sitting in sittings:
            worked.append(sitting.table)
            yield told_of(sitting)
            begun.set()
            assert go_on.wait(PATIENCE)

    monkeypatch.setattr(door, "work_out", slowly)
    monkeypatch.setattr(door, "PATIENCE", 0.01)
    assert asked(host, key=KEY)[0] == 202
    assert begun.wait(PATIENCE)
    status, said = asked(host, key=KEY, shows_seats=True)
    assert (status, json.loads(said)["of"]) == (202, 2)
    assert fetch(host, "/console")[0] == 200
    host.act("begin", table="3")
    go_on.set()
    assert "Two tables finished" in page(host)
    assert "Single seats, table by table" in page(host, shows_seats=True)
    assert worked == ["1", "2"]


def test_what_goes_wrong_is_one_sentence_and_it_can_be_asked_again(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(sittings: Sequence[Sitting], jobs: int) -> Found:
        raise RuntimeError("no processes today")
        yield  # a generator like the other

    with monkeypatch.context() as patch:
        patch.setattr(door, "work_out", broken)
        status, said = asked(host, key=KEY)
        while status == 202:
            status, said = asked(host, key=KEY)
        assert status == 500
        assert "Traceback" not in said
    assert "Two tables finished" in page(host)


def test_a_damaged_table_keeps_nobody_from_the_others(host: Host) -> None:
    file = host.hub.room.folder / host.hub.room.tables["2"].record.file
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([*lines[:5], lines[5].swapcase(), *lines[6:]]))
    found = page(host)
    assert "One table finished." in found
    assert "Table 2 is left out:" in found


def test_names_come_along_only_where_they_are_wanted(played: Path) -> None:
    found = read_folder(played)
    assert all(not one.people for one in gather(found).finished)
    assert {
        one
        for sitting in gather(found, shows_names=True).finished
        for those in sitting.people.values()
        for one in those
    } == {*PEOPLE}
