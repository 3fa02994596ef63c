"""The computers' diaries on a page: for whoever sits at a table, once the instructor has opened it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from classroom.classes import open_school
from classroom.puppets import Host
from classroom.test_server import fetch

from game.rules.ids import AgencyId

CLINICS = AgencyId("clinics")
TOKENS = {"Amara": CLINICS, "Pia": None}


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Play a game in a class with one person in a seat and one watching; give its folder and their tokens."""
    folder = tmp_path_factory.mktemp("diaries") / "class"
    school = open_school(folder)
    people = {name: school.person(name, "1", seat) for name, seat in TOKENS.items()}
    school.console().act("begin")
    table = school.room.table("1").table
    while not table.is_closed:
        if table.next_computer() is None:
            people["Amara"].command("pass")
        school.tick()
    table.close()
    school.room.close()
    return folder, {name: line.heard("joined")[0]["token"] for name, line in people.items()}


@pytest.fixture
def host(played: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Host]:
    host = Host(shutil.copytree(played[0], tmp_path / "class"))
    yield host
    host.stop()


def asked(host: Host, token: object) -> tuple[int, bytes]:
    status, _, body = fetch(host, "/diaries", json.dumps({"token": token}).encode())
    return status, body


@pytest.mark.parametrize("name", TOKENS)
def test_diaries_are_read_only_while_the_game_is_opened(
    host: Host, played: tuple[Path, dict[str, str]], name: str
) -> None:
    token = played[1][name]
    assert asked(host, token)[0] == 403
    host.act("reveal", on=True)
    status, body = asked(host, token)
    books = {book["agency"]: book for book in json.loads(body)}
    assert status == 200
    assert set(books) == {"force", "fund", "council"}
    notes = [note for book in books.values() for page in book["pages"] for note in page["notes"]]
    assert notes
    assert all(note["words"] and note["did"] for note in notes)
    host.act("reveal", on=False)
    assert asked(host, token)[0] == 403


def test_who_is_not_in_the_class_reads_no_diaries(host: Host) -> None:
    host.act("reveal", on=True)
    for token in ("", "x" * 43, None, 7, {"a": 1}):
        assert asked(host, token) == (403, b"Your instructor opens what was hidden.")
