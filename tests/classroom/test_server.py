"""The host on the network: which pages there are, what guards them, and who may open a connection."""

from __future__ import annotations

import io
import json
import re
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from classroom.classes import KEY
from classroom.puppets import PATIENCE, Host
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from game.classroom import server
from game.classroom.messages import LARGEST
from game.classroom.server import SITE

PAGES = ["/", "/wall", "/console", "/projector/1"]


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    host = Host(tmp_path_factory.mktemp("served") / "class")
    yield host
    host.stop()


def fetch(host: Host, path: str, body: bytes | None = None) -> tuple[int, dict[str, str], bytes]:
    """Fetch a page, whatever the answer; headers by their names in small letters."""
    try:
        with urllib.request.urlopen(urllib.request.Request(host.address + path, body), timeout=PATIENCE) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, {name.lower(): value for name, value in error.headers.items()}, error.read()


@pytest.mark.parametrize("path", [*PAGES, "/qr.svg", "/site/seat.js", "/site/base.css", "/nothing-here"])
def test_every_answer_keeps_foreign_scripts_and_frames_out(host: Host, path: str) -> None:
    status, head, _ = fetch(host, path)
    assert status == (404 if path == "/nothing-here" else 200)
    policy = dict(part.strip().split(" ", 1) for part in head["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert head["x-content-type-options"] == "nosniff"
    assert head["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_for_nothing_from_elsewhere_and_has_no_script_of_its_own(host: Host, path: str) -> None:
    page = fetch(host, path)[2].decode()
    assert KEY not in page
    assert host.code not in page
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=", page)
    for address in re.findall(r"(?:src|href)=\"([^\"]*)\"", page):
        assert address.startswith(("/", "#")) or address == "data:,", address
        if address.startswith("/"):
            assert fetch(host, address)[0] == 200, address


@pytest.mark.parametrize("path", sorted(SITE.rglob("*.*")), ids=lambda path: path.name)
def test_no_file_of_the_site_names_another_host_or_reads_words_as_markup(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.findall(r"(?:https?:)?//[\w-]+\.\w+", text.replace("http://www.w3.org/", ""))
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text)


BESIDE = ["/site/../server.py", "/site/%2e%2e/server.py", "/site/icons/..%2f..%2fpyproject.toml", "/class.jsonl"]


@pytest.mark.parametrize("path", [*BESIDE, "/site/", "/ws", "/projector/"])
def test_nothing_beside_the_site_can_be_fetched(host: Host, path: str) -> None:
    status, _, body = fetch(host, path)
    assert status in (404, 405, 426)
    assert len(body) < 200


TRIES = [b"", b"{", b"[]", b'{"key": "x"}', b'{"key": null}', b'"' + b"x" * 2 * LARGEST + b'"']


@pytest.mark.parametrize("body", TRIES)
def test_what_a_class_leaves_behind_goes_to_nobody_without_the_key(host: Host, body: bytes) -> None:
    status, _, said = fetch(host, "/export", body)
    assert (status, said) == (403, b"That is not the key of the console.")
    assert fetch(host, "/export")[0] == 405


def test_what_a_class_leaves_behind_goes_to_whoever_has_the_key(host: Host) -> None:
    status, head, packed = fetch(host, "/export", json.dumps({"key": KEY, "replace_names": True}).encode())
    assert (status, head["content-type"]) == (200, "application/zip")
    with zipfile.ZipFile(io.BytesIO(packed)) as found:
        assert found.testzip() is None
        assert [name for name in found.namelist() if name.endswith(".csv")]


@pytest.mark.parametrize("is_whole", [False, True])
def test_the_journal_of_a_game_that_goes_on_leaves_only_if_it_is_asked_for(host: Host, is_whole: bool) -> None:
    _, _, packed = fetch(host, "/export", json.dumps({"key": KEY, "is_whole": is_whole}).encode())
    with zipfile.ZipFile(io.BytesIO(packed)) as found:
        assert any(name.startswith("journals/") for name in found.namelist()) is is_whole


def test_a_page_from_elsewhere_cannot_open_a_connection(host: Host) -> None:
    address = f"ws://127.0.0.1:{host.port}/ws"
    with pytest.raises(InvalidStatus) as refused, connect(address, origin="http://elsewhere.example"):  # type: ignore[arg-type]
        pass
    assert refused.value.response.status_code == 403
    with connect(address, origin=host.address) as line:  # type: ignore[arg-type]
        line.send('{"type": "ping"}')
        assert json.loads(line.recv(timeout=PATIENCE)) == {"type": "pong"}


def test_a_frame_larger_than_any_message_ends_its_connection_and_no_other(host: Host) -> None:
    address = f"ws://127.0.0.1:{host.port}/ws"
    with connect(address) as greedy, connect(address) as patient:
        greedy.send("x" * 4 * LARGEST)
        with pytest.raises(ConnectionClosed):
            greedy.recv(timeout=PATIENCE)
        patient.send('{"type": "ping"}')
        assert json.loads(patient.recv(timeout=PATIENCE)) == {"type": "pong"}


def test_bytes_that_are_no_text_are_answered(host: Host) -> None:
    with connect(f"ws://127.0.0.1:{host.port}/ws") as line:
        line.send(b"\xff\xfe\x00")
        assert json.loads(line.recv(timeout=PATIENCE))["type"] == "problem"


def test_one_device_cannot_take_all_connections(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"ws://127.0.0.1:{host.port}/ws"
    monkeypatch.setattr(server, "MOST_FROM_ONE", 1)
    host.until(lambda hub: True if len(hub.clients) == 0 else None)
    with connect(address) as first:
        with pytest.raises(InvalidStatus), connect(address):
            pass
        first.send('{"type": "ping"}')
        assert json.loads(first.recv(timeout=PATIENCE)) == {"type": "pong"}
