"""What a class asks of its finished game: for whoever sits at that table, once it is opened, and at nobody's cost."""

from __future__ import annotations

import asyncio
import json
import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from classroom.classes import KEY, open_school
from classroom.puppets import PATIENCE, Host
from classroom.test_server import fetch

from game.classroom.afterthoughts import answering, working
from game.classroom.afterthoughts.working import MOST_WAITING, BusyError, Workshop
from game.debrief import Chronicle, headline, of_journal
from game.debrief.words import points
from game.record import read
from game.rules.ids import AgencyId
from game.whatif import Change, Reckoning, retell

PEOPLE = {"Amara": ("1", AgencyId("clinics")), "Pia": ("1", None), "Ben": ("2", AgencyId("fund"))}
"""Two at one table, one of them watching, and one at another."""
QUESTIONS: dict[str, dict[str, Any]] = {
    "reckoned": {"ask": "reckoned"},
    "deal": {"ask": "deal"},
    "otherwise": {"ask": "otherwise", "without": 3},
    "judged": {"ask": "judged", "lines": {"sincere_mean": 0.9}},
}
NONSENSE: tuple[tuple[dict[str, Any], str], ...] = (
    ({}, "ask"),
    ({"ask": "everything"}, "everything"),
    ({"ask": "deal", "table": "1"}, "table"),
    ({"ask": "otherwise", "without": 9999}, "There is no command 9999"),
    ({"ask": "otherwise", "without": 0}, "without"),
    ({"ask": "otherwise", "without": 2.5}, "without"),
    ({"ask": "judged", "lines": {"rounds": 0.5}}, "rounds is no line by which a game is judged"),
    ({"ask": "judged", "lines": {"sincere_mean": 1.5}}, "from 0 to 1, not 1.5"),
    (
        {"ask": "judged", "lines": {"sincere_mean": float("nan")}},
        "sincere_mean: input should be a finite number",
    ),
    ({"ask": "judged", "lines": {"sincere_mean": "high"}}, "sincere_mean"),
    ({"ask": "judged", "lines": {"undeclared_steps": 1.5}}, "a whole number from 0 to 3"),
    ({"ask": "judged", "lines": {f"line_{number}": 0.5 for number in range(50)}}, "lines"),
)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Play two games in a class; give its folder and the tokens of its people."""
    folder = tmp_path_factory.mktemp("afterthoughts") / "class"
    school = open_school(folder, tables=2)
    people = {name: school.person(name, table, seat) for name, (table, seat) in PEOPLE.items()}
    school.console().act("begin")
    tables = {name: school.room.table(name).table for name in ("1", "2")}
    while not all(table.is_closed for table in tables.values()):
        for name in ("Amara", "Ben"):
            table = tables[PEOPLE[name][0]]
            if not table.is_closed and table.next_computer() is None:
                people[name].command("pass")
        school.tick()
    for table in tables.values():
        table.close()
    school.room.close()
    return folder, {name: line.heard("joined")[0]["token"] for name, line in people.items()}


@pytest.fixture
def tokens(played: tuple[Path, dict[str, str]]) -> dict[str, str]:
    return played[1]


@pytest.fixture
def host(played: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Host]:
    host = Host(shutil.copytree(played[0], tmp_path / "class"))
    yield host
    host.stop()


def asked(host: Host, token: object, question: dict[str, Any]) -> tuple[int, str]:
    status, _, body = fetch(host, "/afterthoughts", json.dumps({"token": token, **question}).encode())
    return status, body.decode()


def found(host: Host, token: str, question: dict[str, Any]) -> Any:
    status, body = asked(host, token, question)
    assert status == 200, body
    return json.loads(body)


def story_at(host: Host, table: str) -> Chronicle:
    return of_journal(read(host.hub.room.folder / host.hub.room.tables[table].record.file))


# Who is answered


@pytest.mark.parametrize("name", PEOPLE)
def test_nobody_learns_anything_before_and_after_the_debrief_is_open(
    host: Host, tokens: dict[str, str], name: str
) -> None:
    def is_shut() -> bool:
        answers = {asked(host, tokens[name], question) for question in QUESTIONS.values()}
        return answers == {(403, "Your instructor opens what was hidden.")}

    assert is_shut()
    host.act("reveal", table="2" if PEOPLE[name][0] == "1" else "1", on=True)
    assert is_shut()
    host.act("reveal", on=True)
    for question in QUESTIONS.values():
        assert found(host, tokens[name], question)
    host.act("reveal", on=False)
    assert is_shut()


def test_who_is_not_in_the_class_is_told_nothing(host: Host) -> None:
    host.act("reveal", on=True)
    for token in ("", "x" * 43, None, 7, {"a": 1}):
        assert asked(host, token, QUESTIONS["deal"]) == (403, "Your instructor opens what was hidden.")


def test_what_is_no_question_at_all_is_let_in_nowhere(host: Host) -> None:
    for body in (b"", b"[]", b"{", b"\xff\xfe", b'{"token": "' + b"x" * 20_000 + b'"}'):
        assert fetch(host, "/afterthoughts", body)[0] == 403


def test_everybody_is_answered_about_their_own_table(host: Host, tokens: dict[str, str]) -> None:
    host.act("reveal", on=True)
    for name, (table, _) in PEOPLE.items():
        story = story_at(host, table)
        answer = found(host, tokens[name], QUESTIONS["otherwise"])
        other = retell(story, (Change(3, None),)).story
        assert answer["verdict"]["sentence"] == headline(other).sentence
        steps = found(host, tokens[name], QUESTIONS["judged"])
        scores = {one["agency"]: one["total"] for one in steps["happened"]["scores"]}
        assert {seat: points(score.total) for seat, score in story.outcome.scores.items()} == scores


# What is answered


def test_nonsense_gets_one_sentence(host: Host, tokens: dict[str, str]) -> None:
    host.act("reveal", on=True)
    for question, what in NONSENSE:
        status, sentence = asked(host, tokens["Amara"], question)
        assert status == 422, question
        assert what in sentence
        assert sentence.endswith(".")
        assert "\n" not in sentence
        assert len(sentence) < 200


def test_moved_lines_are_marked_on_one_page_and_change_nothing_elsewhere(host: Host, tokens: dict[str, str]) -> None:
    host.act("reveal", on=True)
    before = found(host, tokens["Pia"], {"ask": "judged", "lines": {}})
    moved = found(host, tokens["Amara"], {"ask": "judged", "lines": {"forum_weight": 0.0}})
    assert "accords decide from 0.00 (was" in moved["lines"]["marked"]
    assert [line["name"] for part in moved["lines"]["sections"] for line in part["lines"] if line["is_moved"]] == [
        "forum_weight"
    ]
    assert before["lines"]["marked"] == ""
    assert found(host, tokens["Pia"], {"ask": "judged", "lines": {}}) == before
    assert moved["happened"]["scores"] == before["happened"]["scores"]


def test_the_game_that_goes_otherwise_says_what_is_held(host: Host, tokens: dict[str, str]) -> None:
    host.act("reveal", on=True)
    held = found(host, tokens["Amara"], {"ask": "otherwise", "without": 3})
    anew = found(host, tokens["Amara"], {"ask": "otherwise", "without": 3, "is_anew": True})
    assert "everybody does what they did" in held["held"]
    assert "computer seats decide anew" in anew["held"]
    assert held["lead"].startswith("Without command 3")


# At nobody's cost


def test_a_slow_answer_stops_nobody_and_is_worked_out_once(
    host: Host, tokens: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end, times = threading.Event(), threading.Event(), []
    reckon = answering.reckon

    def slow(story: Chronicle) -> Reckoning:
        times.append(story)
        begun.set()
        assert may_end.wait(PATIENCE)
        return reckon(story)

    monkeypatch.setattr(answering, "reckon", slow)
    host.act("reveal", on=True)
    with ThreadPoolExecutor(2) as threads:
        waiting = [threads.submit(asked, host, tokens[name], QUESTIONS["reckoned"]) for name in ("Amara", "Pia")]
        assert begun.wait(PATIENCE)
        for name in PEOPLE:
            assert found(host, tokens[name], QUESTIONS["otherwise"])
        assert fetch(host, "/site/seat.js")[0] == 200
        host.act("say", words="Ten minutes left.")
        assert not any(one.done() for one in waiting)
        may_end.set()
        answers = [one.result(PATIENCE) for one in waiting]
    assert answers[0] == answers[1]
    assert answers[0][0] == 200
    assert asked(host, tokens["Pia"], QUESTIONS["reckoned"]) == answers[0]
    assert len(times) == 1


def test_what_cannot_be_worked_out_is_said_in_one_sentence(
    host: Host, tokens: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    host.act("reveal", on=True)
    monkeypatch.setattr(answering, "untabled", lambda story: 1 / 0)
    status, sentence = asked(host, tokens["Amara"], QUESTIONS["deal"])
    assert status == 500
    assert "Something went wrong at the host" in sentence
    monkeypatch.undo()
    assert found(host, tokens["Amara"], QUESTIONS["deal"])


def test_one_person_can_only_ask_so_much(host: Host, tokens: dict[str, str]) -> None:
    host.act("reveal", on=True)
    answers = [asked(host, tokens["Amara"], {"ask": "everything"}) for _ in range(30)]
    assert {status for status, _ in answers} == {422, 429}
    assert "wait a moment" in answers[-1][1]
    assert found(host, tokens["Pia"], QUESTIONS["otherwise"])


def test_so_many_questions_wait_for_a_table_and_no_more() -> None:
    may_end = threading.Event()

    def wait() -> str:
        assert may_end.wait(PATIENCE)
        return "done"

    async def ask() -> list[object]:
        shop = Workshop()
        asking = [asyncio.ensure_future(shop.work("1", number, wait, is_slow=False)) for number in range(MOST_WAITING)]
        await asyncio.sleep(0)
        with pytest.raises(BusyError, match="Others at your table"):
            await shop.work("1", "more", wait, is_slow=False)
        may_end.set()
        answers: list[object] = [await shop.work("2", "elsewhere", wait, is_slow=False), *await asyncio.gather(*asking)]
        shop.close()
        return answers

    assert asyncio.run(ask()) == ["done"] * (MOST_WAITING + 1)


def test_a_question_that_failed_can_be_asked_again_and_answers_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working, "MOST_KEPT", 1)
    times: list[str] = []

    def fail() -> str:
        raise OSError

    def note(what: str) -> str:
        times.append(what)
        return what

    async def ask() -> None:
        shop = Workshop()
        with pytest.raises(OSError):  # noqa: PT011 - any
            await shop.work("1", "a", fail, is_slow=False)
        for what in ("a", "a", "b", "a"):
            assert await shop.work("1", what, lambda what=what: note(what), is_slow=False) == what  # type: ignore[misc]
        shop.close()

    asyncio.run(ask())
    assert times == ["a", "b", "a"]


# The instructor's paper


def papered(host: Host, **asked: Any) -> tuple[int, dict[str, str], str]:
    status, head, body = fetch(host, "/paper", json.dumps(asked).encode())
    return status, head, body.decode()


def test_the_instructor_gets_script_and_debrief_of_a_table_as_one_page(host: Host) -> None:
    status, head, page = papered(host, key=KEY, table="2", order="by_theme", minutes=30)
    assert status == 200
    assert head["content-type"].startswith("text/html")
    assert "A script for whoever leads the talk" in page
    assert "30 minutes" in page


@pytest.mark.parametrize("key", ["", "x" * 22, None, 7])
def test_nobody_gets_the_paper_without_the_key(host: Host, tokens: dict[str, str], key: object) -> None:
    host.act("reveal", on=True)
    for asked in ({"key": key, "table": "1"}, {"key": tokens["Amara"], "table": "1"}, {"token": tokens["Amara"]}):
        assert papered(host, **asked)[::2] == (403, "That is not the key of the console.")


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        ({}, "table"),
        ({"table": "9"}, "There is no table 9"),
        ({"table": "1", "minutes": 3}, "minutes"),
        ({"table": "1", "order": "by_chance"}, "order"),
        ({"table": "1", "more": True}, "more"),
    ],
)
def test_paper_that_there_is_not_gets_one_sentence(host: Host, asked: dict[str, Any], what: str) -> None:
    status, _, sentence = papered(host, key=KEY, **asked)
    assert status == 422
    assert what in sentence
    assert sentence.endswith(".")


def test_a_game_that_goes_on_has_no_paper(tmp_path: Path) -> None:
    host = Host(tmp_path / "class")
    try:
        status, _, sentence = papered(host, key=KEY, table="1")
    finally:
        host.stop()
    assert (status, sentence) == (409, "The game of table 1 goes on; it has a debrief once its year is over.")
