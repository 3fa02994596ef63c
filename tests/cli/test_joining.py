"""`join`, through the front door: whatever is typed gets one sentence that says what to write instead."""

import pytest

from game.cli import main
from game.cli.commands.joining import find_host

LONG = "x" * 10_000


@pytest.mark.parametrize(
    ("typed", "url", "shown"),
    [
        ("192.168.0.7:8000", "ws://192.168.0.7:8000/ws", "192.168.0.7:8000"),
        (" 192.168.0.7 ", "ws://192.168.0.7:8000/ws", "192.168.0.7:8000"),
        ("http://192.168.0.7:8000/", "ws://192.168.0.7:8000/ws", "192.168.0.7:8000"),
        ("https://class.example", "wss://class.example:443/ws", "class.example:443"),
        ("http://class.example", "ws://class.example:80/ws", "class.example:80"),
        ("[::1]:8000", "ws://[::1]:8000/ws", "[::1]:8000"),
        ("laptop.local", "ws://laptop.local:8000/ws", "laptop.local:8000"),
    ],
)
def test_a_host_is_found_by_what_stands_on_the_projector(typed: str, url: str, shown: str) -> None:
    assert find_host(typed) == (url, shown)


@pytest.mark.parametrize(
    "typed", ["", " ", ":8000", "a b:1", "a..b", "ftp://x", "http://u:p@h", "[::1", LONG, "http://"]
)
def test_what_is_no_address_says_how_one_is_written(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(capsys, typed, "K7QM")
    assert said.endswith("is no address of a host; write it as on the projector, such as 192.168.0.7:8000.")


@pytest.mark.parametrize("port", ["99999", "0", "-1", "1e9", "port", "8000:9"])
def test_what_is_no_port_says_what_ports_there_are(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(capsys, f"192.168.0.7:{port}", "K7QM")
    assert said.startswith(f"`192.168.0.7:{port}` names no port that there can be: a port is a number from 1 to 65535")


@pytest.mark.parametrize(
    ("typed", "rest"),
    [("http://h:8000/projector/1", "projector/1"), ("h/wall", "wall"), ("h?x=1", "?x=1"), ("h:1#top", "#top")],
)
def test_more_than_an_address_says_what_to_leave_off(typed: str, rest: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, typed, "K7QM") == f"`{typed}` is more than the address of a host; leave off `{rest}`."


@pytest.mark.parametrize(
    "words",
    [
        ("h", LONG),
        ("h", "K7QM", "--name", LONG),
        ("h", "K7QM", "--table", LONG),
        ("h", "K7QM", "--seat", LONG),
        ("h", "K7QM", "--name", "🙂" * 41),
    ],
)
def test_what_is_too_long_says_how_long_it_may_be(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(capsys, *words)
    assert "is too long for a" in said
    assert said.endswith("signs are the most.")


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Run what must fail, and return its one sentence."""
    assert main(["join", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert len(err) < 300
    return err.strip()
