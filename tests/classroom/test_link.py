"""The window's link: it comes back by itself, asks until it is answered, and never shows what it was not sent."""

import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from classroom.puppets import PATIENCE, Client, Host, Puppet, Wire, puppet

from game.classroom.correspondence import UNDONE, Correspondence
from game.classroom.link import Link
from game.classroom.sheets.public import without_verdict
from game.classroom.tokens import Tokens
from game.classroom.views import WireError
from game.classroom.windows import Watch, opened_message
from game.record import person
from game.rules.commands import Command, Meet, Pass, SendMessage
from game.rules.ids import AgencyId
from game.rules.refusal import Refusal
from game.rules.vocabulary import Phase
from game.scenario import loading
from game.session import Table, open_table
from game.session.attendance import Contact
from game.session.played import Played

CLINICS, FUND = AgencyId("clinics"), AgencyId("fund")
TOKEN = "t" * 43
WHERE: dict[str, Any] = {
    "type": "where", "person": {"id": "p1", "name": "Amara"}, "class": {"title": "A class"}, "table": None,
    "seat": None, "is_begun": True, "is_closed": False, "is_revealed": False, "is_paused": False, "is_ready": False,
    "help": False, "tables": [], "notices": [],
}  # fmt: skip
SEATED = {**WHERE, "table": "1", "seat": CLINICS}


class Script:
    """The host's side of a test: a real table, and what its windows are told."""

    def __init__(self, host: Puppet) -> None:
        case = loading.load(loading.find("tutorial"))
        self.host = host
        self.table = open_table(case, {agency: person(f"P {agency}") for agency in case.agency_ids}, 3)
        self.watch = Watch("1")
        self.epoch = 0

    def news(self, line: Wire, moment: str = "now") -> str:
        clock = {"left": 60.0, "is_held": False, "bell": None}
        return self.watch.news(line, self.table, CLINICS, moment=moment, clock=clock, epoch=self.epoch)

    def seat(self, token: str = TOKEN) -> Wire:
        """Let the window in, at its seat."""
        line = self.host.line()
        first = line.hear()
        if first["type"] == "join":
            line.say({"type": "joined", "id": first["id"], "token": token})
        line.say(SEATED)
        line.say(self.news(line))
        return line

    def play(self, seat: AgencyId, command: Command) -> Refusal | None:
        return self.table.receive(seat, command).refusal

    def answer(self, line: Wire, asked: dict[str, Any], refusal: Refusal | None = None) -> None:
        problem = None if refusal is None else {"code": refusal.code, "sentence": refusal.sentence}
        line.say({"type": "answer", "id": asked["id"], "problem": problem, "mark": self.table.mark})


@pytest.fixture
def host() -> Iterator[Puppet]:
    with puppet() as found:
        yield found


@pytest.fixture
def script(host: Puppet) -> Script:
    found = Script(host)
    found.play(FUND, Pass(FUND))
    assert found.table.phase is Phase.CORRIDOR
    return found


@pytest.fixture
def clients(host: Puppet) -> Iterator[Any]:
    made: list[Client] = []

    def make(**rest: Any) -> Client:
        made.append(Client(host.port, **rest))
        return made[-1]

    yield make
    for one in made:
        one.link.close()


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as found:
        yield found


def is_seated(link: Any) -> bool:
    return link.table is not None


def seated(script: Script, clients: Any, **rest: Any) -> tuple[Client, Wire]:
    client = clients(**rest)
    line = script.seat()
    client.until(is_seated)
    return client, line


def give(pool: ThreadPoolExecutor, client: Client, command: Command) -> "Future[Refusal | None]":
    """Give a command as the window does, without waiting here."""
    table = client.link.table
    assert table is not None
    return pool.submit(lambda: table.receive(CLINICS, command).refusal)


# Coming in


def test_a_window_joins_by_the_code_and_sees_the_seats(script: Script, clients: Any) -> None:
    client = clients(code="k7qm")
    line = script.host.line()
    asked = line.hear()
    assert asked == {"type": "join", "id": asked["id"], "code": "k7qm", "name": "Amara", "as": "window"}
    line.say({"type": "joined", "id": asked["id"], "token": TOKEN})
    seat = {
        "seat": "fund", "name": "Fund", "short": "Fund", "community": "donor", "letter": "", "mandate": "Gives.",
        "people": ["Ben"], "is_open": False, "later": "more",
    }  # fmt: skip
    line.say({**WHERE, "tables": [{"table": "2", "title": "Two", "seats": [seat]}]})
    standing = client.until(lambda link: link.standing.contact is Contact.INSIDE).standing
    assert standing.tables[0].seats[0].people == ("Ben",)
    assert client.tokens.all == [TOKEN]


def test_a_refused_code_is_told_and_can_be_typed_again(script: Script, clients: Any) -> None:
    client = clients(code="QQQQ")
    line = script.host.line()
    problem = {"code": "not_possible", "sentence": "That is not the code of this class."}
    line.say({"type": "answer", "id": line.hear()["id"], "problem": problem})
    link = client.until(lambda link: link.standing.contact is Contact.AT_THE_DOOR)
    assert link.standing.trouble == "That is not the code of this class."
    link.enter("Amara", "K7QM")
    assert line.hear()["code"] == "K7QM"


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("O0I1", "No code has 0 or 1 or I or O in it, because others look like it."),
        ("k7 qz", "No code has Z in it, because others look like it."),
        ("", "A code has 4 letters and digits."),
        ("1e9", "A code has 4 letters and digits."),
        ("🙂🙂🙂🙂", "A code has 4 letters and digits."),
        ("x" * 10_000, "A code has 4 letters and digits."),
        ("K7QM", ""),
    ],
)
def test_a_code_that_no_class_can_have_says_why(code: str, hint: str) -> None:
    letters = Correspondence(code, "Amara")
    (asked,) = map(json.loads, letters.connected())
    problem = {"code": "not_possible", "sentence": "That is not the code of this class."}
    letters.hear(json.dumps({"type": "answer", "id": asked["id"], "problem": problem}))
    assert letters.standing.trouble == f"That is not the code of this class. {hint}".strip()


def test_a_name_that_no_computer_can_have_is_told_like_an_absent_host() -> None:
    for address in ("a..b:80", f"{'x' * 300}:80"):
        changes = threading.Semaphore(0)
        link = Link(f"ws://{address}/ws", address, "K7QM", on_change=changes.release)
        link.start()
        while not link.standing.trouble:
            assert changes.acquire(timeout=PATIENCE)
            link.take_in()
        assert link.standing.trouble.startswith(f"No host answers at {address}.")
        link.close()


def test_without_a_name_it_waits_for_one(script: Script, clients: Any) -> None:
    client = clients(name="")
    line = script.host.line()
    client.until(lambda link: link.standing.contact is Contact.AT_THE_DOOR).enter("Ben")
    assert line.hear()["name"] == "Ben"


def test_a_token_of_an_earlier_visit_leads_back(script: Script, clients: Any) -> None:
    client = clients(token=TOKEN)
    line = script.host.line()
    assert line.hear() == {"type": "hello", "token": TOKEN, "as": "window"}
    line.say(SEATED)
    line.say(script.news(line))
    assert client.until(is_seated).table.seat == CLINICS


def test_a_token_of_another_class_gives_way_to_the_code(script: Script, clients: Any) -> None:
    client = clients(token=TOKEN)
    line = script.host.line()
    line.hear("hello")
    line.say({"type": "gone", "sentence": "You are not in this class any more; join by its code."})
    line.say({"type": "joined", "id": line.hear("join")["id"], "token": "u" * 43})
    line.say(WHERE)
    client.until(lambda link: link.standing.contact is Contact.INSIDE)
    assert client.tokens.all == [TOKEN, "", "u" * 43]


def test_a_seat_is_asked_for_and_a_refusal_told(script: Script, clients: Any, pool: ThreadPoolExecutor) -> None:
    client = clients()
    line = script.host.line()
    line.hear("join")
    line.say(WHERE)
    client.until(lambda link: link.standing.contact is Contact.INSIDE)
    taking = pool.submit(client.link.take_seat, "1", FUND)
    asked = line.hear("seat")
    assert (asked["table"], asked["seat"]) == ("1", "fund")
    line.say({"type": "answer", "id": asked["id"], "problem": {"code": "x", "sentence": "Ben already plays it."}})
    assert taking.result(PATIENCE) == "Ben already plays it."


def test_a_token_is_found_for_the_name_that_is_typed(script: Script, clients: Any) -> None:
    client = clients(name="")
    client.tokens.keep("k7qm", "amara diallo", TOKEN)
    line = script.host.line()
    client.until(lambda link: link.standing.contact is Contact.AT_THE_DOOR).enter("Amara  Diallo")
    assert line.hear() == {"type": "hello", "token": TOKEN, "as": "window"}


def test_tokens_are_kept_for_this_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "home" / "classes.json"
    tokens = Tokens("10.0.0.9:8000", path)
    tokens.keep("K7QM", "Amara", TOKEN)
    assert path.stat().st_mode & 0o077 == 0
    assert Tokens("10.0.0.9:8000", path).find("k7qm ", " amara") == TOKEN
    assert Tokens("10.0.0.9:8001", path).find("K7QM", "Amara") == ""
    tokens.keep("K7QM", "Amara", "")
    assert tokens.find("K7QM", "Amara") == ""


@pytest.mark.parametrize("text", ["", "[1]", "nonsense", '{"10.0.0.9:8000 K7QM amara": 5}'])
def test_a_damaged_file_of_tokens_only_means_to_join(tmp_path: Path, text: str) -> None:
    path = tmp_path / "classes.json"
    path.write_text(text)
    assert Tokens("10.0.0.9:8000", path).find("K7QM", "Ben") == ""


# The game


def test_the_table_shows_what_the_host_has_of_the_seat(script: Script, clients: Any) -> None:
    client, line = seated(script, clients)
    remote: Played = client.link.table
    for words in ("One.", "Two."):
        script.play(FUND, SendMessage(FUND, CLINICS, words))
        line.say(script.news(line))
    client.until(lambda link: link.table.mark == script.table.mark)
    assert remote.view(CLINICS) == script.table.view(CLINICS)
    assert remote.public_view() == script.table.public_view()
    assert remote.menu(CLINICS) == script.table.menu(CLINICS)
    for seat in (CLINICS, None):
        for mark in (0, 2, 3):
            assert remote.sentences(seat, mark) == script.table.sentences(seat, mark)
            assert remote.since(seat, mark) == script.table.since(seat, mark)
    assert (remote.waiting, remote.phase, remote.seats) == (
        script.table.waiting,
        script.table.phase,
        script.table.seats,
    )
    assert (remote.next_person(), remote.next_computer(), remote.step(), remote.opened()) == (CLINICS, None, None, None)
    assert tuple(remote.excuse()) == ()
    with pytest.raises(KeyError):
        remote.view(FUND)
    assert remote.receive(FUND, Pass(FUND)).refusal.code == "not_your_seat"


def test_what_arrives_counts_only_once_it_is_taken_in(script: Script, clients: Any) -> None:
    client, line = seated(script, clients)
    script.play(FUND, SendMessage(FUND, None, "Hear."))
    line.say(script.news(line))
    assert client.changes.acquire(timeout=PATIENCE)
    while client.link._heard is client.link._taken:
        assert client.changes.acquire(timeout=PATIENCE)
    before = client.link.table.mark
    client.link.take_in()
    assert client.link.table.mark == before + 1


def test_a_move_is_answered_and_seen(script: Script, clients: Any, pool: ThreadPoolExecutor) -> None:
    client, line = seated(script, clients)
    giving = give(pool, client, Meet(CLINICS, FUND))
    asked = line.hear("command")
    assert asked["command"] == {"whom": "fund", "kind": "meet"}
    assert asked["moment"] == "now"
    script.answer(line, asked, script.play(CLINICS, Meet(CLINICS, FUND)))
    line.say(script.news(line))
    assert giving.result(PATIENCE) is None
    assert FUND in client.link.table.view(CLINICS).own.met_now


def test_an_accepted_move_is_seen_before_it_is_acknowledged(
    script: Script, clients: Any, pool: ThreadPoolExecutor
) -> None:
    client, line = seated(script, clients)
    giving = give(pool, client, Meet(CLINICS, FUND))
    asked = line.hear("command")
    script.play(FUND, SendMessage(FUND, None, "First."))
    between = script.news(line)
    script.play(CLINICS, Meet(CLINICS, FUND))
    script.answer(line, asked)
    line.say(between)
    client.until(lambda link: link.table.mark == script.table.mark - 1)
    assert not giving.done()
    line.say(script.news(line))
    assert giving.result(PATIENCE) is None


def test_a_refused_move_says_why(script: Script, clients: Any, pool: ThreadPoolExecutor) -> None:
    client, line = seated(script, clients)
    giving = give(pool, client, Pass(CLINICS))
    script.answer(line, line.hear("command"), Refusal("paused", "The instructor has paused the game."))
    assert giving.result(PATIENCE) == Refusal("paused", "The instructor has paused the game.")


def test_time_goes_on_by_itself_and_stands_when_it_is_held(script: Script, clients: Any) -> None:
    client, line = seated(script, clients)
    seen = client.link._taken.seen
    assert seen.clock(seen.at + 10.0).left == 50.0
    assert seen.clock(seen.at + 100.0).left == 0.0
    held = script.watch.news(
        line, script.table, CLINICS, moment="now", clock={"left": 60.0, "is_held": True, "bell": 90.0}
    )
    line.say(held)
    client.until(lambda link: link.clock.is_held)
    seen = client.link._taken.seen
    assert (seen.clock(seen.at + 10.0).left, seen.clock(seen.at + 10.0).bell) == (60.0, 80.0)


def test_a_finished_game_is_opened_when_the_instructor_opens_it(script: Script, clients: Any) -> None:
    client, line = seated(script, clients)
    while not script.table.is_closed:
        script.play(script.table.waiting[0], Pass(script.table.waiting[0]))
    line.say(script.news(line))
    assert client.until(lambda link: link.table.is_closed).table.opened() is None
    line.say({**SEATED, "is_closed": True, "is_revealed": True})
    line.say(opened_message(line.hear("opened")["id"], script.table))
    opened = client.until(lambda link: link.table.opened() is not None).table.opened()
    assert opened == script.table.opened()
    line.say({**SEATED, "is_closed": True})
    client.until(lambda link: link.table.opened() is None)


def test_what_the_instructor_says_is_kept(script: Script, clients: Any) -> None:
    client, line = seated(script, clients)
    notices = [{"words": words, "at": "14:05"} for words in ("Five minutes.", "Time.")]
    line.say({**SEATED, "notices": notices[:1]})
    assert client.until(lambda link: link.standing.said).standing.said == ("Five minutes.",)
    line.say({**SEATED, "notices": notices})
    assert client.until(lambda link: len(link.standing.said) > 1).standing.said == ("Five minutes.", "Time.")
    line.say({**SEATED, "notices": notices[1:], "help": True})
    assert len(client.until(lambda link: link.standing.is_help_called).standing.said) == 2


def test_help_is_called_and_taken_back(script: Script, clients: Any, pool: ThreadPoolExecutor) -> None:
    client, line = seated(script, clients)
    for on in (True, False):
        calling = pool.submit(lambda on=on: client.link.call(on=on))
        asked = line.hear("help")
        assert asked["on"] is on
        line.say({"type": "answer", "id": asked["id"], "problem": None})
        assert calling.result(PATIENCE) == ""


def test_what_was_taken_back_counts_no_more_in_what_is_new(script: Script, clients: Any) -> None:
    client, line = seated(script, clients)
    remote: Played = client.link.table
    script.play(CLINICS, Meet(CLINICS, FUND))
    line.say(script.news(line))
    client.until(lambda link: link.table.mark == script.table.mark)
    mark = remote.mark
    assert script.table.undo() is None
    script.epoch += 1
    line.say(script.news(line))
    script.play(FUND, SendMessage(FUND, None, "Again, then."))
    line.say(script.news(line))
    client.until(lambda link: link.table.mark == script.table.mark)
    assert remote.since(CLINICS, mark) == script.table.since(CLINICS, mark) != ()
    assert client.link.standing.said == (UNDONE,)


def test_who_is_moved_by_the_instructor_is_told_and_nobody_else(
    script: Script, clients: Any, pool: ThreadPoolExecutor
) -> None:
    client, line = seated(script, clients)
    seat = {
        "seat": "fund", "name": "Recovery Fund", "short": "Fund", "community": "donor", "letter": "", "mandate": "",
        "people": [], "is_open": True,
    }  # fmt: skip
    tables = [{"table": "2", "title": "Two", "seats": [seat]}]
    told = ["Your instructor has given you this seat: Recovery Fund, table 2."]
    line.say({**SEATED, "table": "2", "seat": "fund", "tables": tables})
    assert list(client.until(lambda link: link.standing.said).standing.said) == told
    told.append("Your instructor has asked you to watch table 2.")
    line.say({**WHERE, "table": "2", "seat": None})
    client.until(lambda link: list(link.standing.said) == told)
    told.append("Your instructor has asked you to choose a seat.")
    line.say(WHERE)
    client.until(lambda link: list(link.standing.said) == told)
    sitting = pool.submit(lambda: client.link.take_seat("1", CLINICS))
    line.say({"type": "answer", "id": line.hear("seat")["id"], "problem": None})
    assert sitting.result(PATIENCE) == ""
    line.say(SEATED)
    client.until(lambda link: link.standing.seat == CLINICS)
    assert list(client.link.standing.said) == told


# Faults


def test_the_host_is_gone_for_a_while_and_the_game_is_whole_again(script: Script, clients: Any) -> None:
    client, line = seated(script, clients)
    line.drop()
    lost = client.until(lambda link: link.standing.contact is Contact.SEEKING)
    assert "tried again by itself" in lost.standing.trouble
    assert lost.table is not None
    script.play(FUND, SendMessage(FUND, None, "While you were away."))
    table = lost.table
    script.seat()
    client.until(lambda link: link.table.mark == script.table.mark)
    assert client.link.table is table
    assert table.view(CLINICS) == script.table.view(CLINICS)
    assert client.link.standing.contact is Contact.INSIDE


def test_without_a_connection_nothing_is_sent(script: Script, clients: Any) -> None:
    client, line = seated(script, clients)
    line.drop()
    client.until(lambda link: link.standing.contact is Contact.SEEKING)
    refusal = client.link.table.receive(CLINICS, Pass(CLINICS)).refusal
    assert refusal is not None
    if refusal.code == "no_connection":
        again = script.seat()
        client.until(lambda link: link.standing.contact is Contact.INSIDE)
        client.link.be_ready()
        assert again.hear()["type"] == "ready"


def test_an_unanswered_move_comes_again_with_the_same_id(
    script: Script, clients: Any, pool: ThreadPoolExecutor
) -> None:
    client, line = seated(script, clients)
    giving = give(pool, client, Meet(CLINICS, FUND))
    asked = line.hear("command")
    script.play(CLINICS, Meet(CLINICS, FUND))
    line.drop()
    line = script.host.line()
    assert line.hear()["type"] == "hello"
    assert line.hear() == asked
    line.say(SEATED)
    line.say(script.news(line))
    script.answer(line, asked)
    assert giving.result(PATIENCE) is None
    assert client.link.table.mark == script.table.mark


def test_a_slow_host_is_asked_again_and_nothing_counts_twice(
    script: Script, clients: Any, pool: ThreadPoolExecutor
) -> None:
    client, line = seated(script, clients, patience=0.1)
    assert give(pool, client, Meet(CLINICS, FUND)).result(PATIENCE).code == "no_answer"
    assert give(pool, client, Pass(CLINICS)).result(PATIENCE).code == "unanswered"
    first, again = line.hear("command"), line.hear("command")
    assert first == again
    script.answer(line, first, Refusal("stale", "The game has moved on since; look again and choose anew."))
    assert client.until(lambda link: link.standing.remark).standing.remark.startswith("The game has moved on")
    giving = give(pool, client, Pass(CLINICS))
    asked = next(one for one in iter(lambda: line.hear("command"), None) if one["id"] != first["id"])
    script.answer(line, asked, Refusal("x", "No."))
    assert giving.result(PATIENCE).code in ("x", "no_answer")


def test_a_move_given_again_is_the_same_move(script: Script, clients: Any, pool: ThreadPoolExecutor) -> None:
    client, line = seated(script, clients, patience=0.1)
    assert give(pool, client, Meet(CLINICS, FUND)).result(PATIENCE).code == "no_answer"
    asked = line.hear("command")
    script.play(CLINICS, Meet(CLINICS, FUND))
    client.link._patience = PATIENCE
    giving = give(pool, client, Meet(CLINICS, FUND))
    script.answer(line, asked)
    line.say(script.news(line))
    assert giving.result(PATIENCE) is None


@pytest.mark.parametrize(
    "message",
    [
        "nonsense",
        "{}",
        '{"type":"step"}',
        '{"type":"game","table":"1"}',
        '{"type":"where","table":5}',
        '{"type":"step","mark":9,"moment":"x","room":{},"own":{},"pages":[{"at":8,"events":[],"beside":false}],"clock":{}}',
        '{"type":"step","mark":3,"moment":"x","room":{"round":"two"},"own":{},"pages":[],"clock":{}}',
    ],
)
def test_a_damaged_message_is_told_and_the_game_asked_for_anew(script: Script, clients: Any, message: str) -> None:
    client, line = seated(script, clients)
    line.say(message)
    assert line.is_dropped()
    client.until(lambda link: link.standing.contact is Contact.SEEKING)
    assert "The host sent something that this window cannot use" in client.link.standing.trouble
    script.seat()
    client.until(lambda link: link.standing.contact is Contact.INSIDE)
    assert client.link.table.view(CLINICS) == script.table.view(CLINICS)


def test_a_finished_game_that_is_damaged_is_told_and_not_asked_for_again(script: Script, clients: Any) -> None:
    client, line = seated(script, clients)
    revealed = {**SEATED, "is_closed": True, "is_revealed": True}
    line.say(revealed)
    line.say({"type": "opened", "id": line.hear("opened")["id"], "journal": ["no line"]})
    assert "cannot use (the finished game" in client.until(lambda link: link.standing.remark).standing.remark
    line.say(revealed)
    client.link.be_ready()
    assert line.hear()["type"] == "ready"
    assert client.link.table.opened() is None


def test_messages_that_a_window_has_no_use_for_are_passed_over(script: Script, clients: Any) -> None:
    client, line = seated(script, clients)
    line.say({"type": "changed", "mark": 3})
    line.say({"type": "pong"})
    line.say({"type": "problem", "sentence": "That is more than the host can take."})
    assert client.until(lambda link: link.standing.remark).standing.contact is Contact.INSIDE


def test_another_window_takes_over_and_gives_back(script: Script, clients: Any) -> None:
    client, line = seated(script, clients)
    line.say({"type": "taken_over"})
    line.drop()
    ended = client.until(lambda link: link.standing.contact is Contact.ENDED)
    assert ended.table is None
    ended.enter("Amara")
    assert script.host.line().hear()["type"] == "hello"


def test_who_is_removed_is_told_and_can_join_again(script: Script, clients: Any) -> None:
    client, line = seated(script, clients)
    line.say({"type": "gone", "sentence": "The instructor has taken you off the list of this class."})
    line.drop()
    ended = client.until(lambda link: link.standing.contact is Contact.ENDED)
    assert "taken you off the list" in ended.standing.trouble
    assert client.tokens.all[-1] == ""
    ended.enter("Amara")
    assert script.host.line().hear()["type"] == "join"


def test_after_a_change_of_seat_it_is_another_table(script: Script, clients: Any) -> None:
    client, line = seated(script, clients)
    before = client.link.table
    line.say({**SEATED, "seat": "fund"})
    assert client.until(lambda link: link.standing.seat == "fund").table is None
    line.say(script.watch.news(line, script.table, FUND, moment="now", clock={}))
    assert client.until(is_seated).table is not before
    line.say({**WHERE})
    assert client.until(lambda link: link.standing.seat is None).table is None


def test_nobody_at_the_address_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    client = Client(port)
    assert client.until(lambda link: link.standing.trouble).standing.trouble.startswith("No host answers at 127.0.0.1:")
    client.link.close()


def test_leaving_ends_the_thread(script: Script, clients: Any) -> None:
    client, line = seated(script, clients)
    client.link.close()
    assert not client.link._thread.is_alive()
    assert line.is_dropped()
    client.link.close()


def test_it_needs_no_window() -> None:
    code = "import sys; sys.modules['pygame'] = None; import game.classroom.link; assert 'game.ui' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


# With the real host


@pytest.fixture
def real(tmp_path: Path) -> Iterator[Host]:
    found = Host(tmp_path / "class")
    yield found
    found.stop()


def table_of(real: Host) -> Table:
    return real.hub.room.table("1").table


def test_a_whole_game_over_the_wire_with_a_host_that_is_started_again(real: Host) -> None:
    client = Client(real.port, code=real.code)
    client.until(lambda link: link.standing.contact is Contact.INSIDE)
    assert client.link.take_seat("1", CLINICS) == ""
    table = client.until(is_seated).table
    assert table.receive(CLINICS, Pass(CLINICS)).refusal.code == "not_begun"
    client.link.be_ready()
    real.act("begin")
    seen, has_restarted = {table.phase}, False
    while not client.link.table.is_closed:
        client.until(lambda link: link.table.is_closed or CLINICS in link.table.waiting)
        if not has_restarted and table.phase is Phase.FLOOR:
            has_restarted = True
            real.stop()
            client.until(lambda link: link.standing.contact is Contact.SEEKING)
            real.start()
            client.until(lambda link: link.standing.contact is Contact.INSIDE)
            continue
        refusal = table.receive(CLINICS, Pass(CLINICS)).refusal
        assert refusal is None or refusal.code in ("stale", "wrong_phase", "not_your_move", "passed", "closed"), refusal
        seen.add(table.phase)
    assert has_restarted
    assert {Phase.CORRIDOR, Phase.FLOOR, Phase.STANCES} <= seen
    host = table_of(real)
    client.until(lambda link: link.table.mark == host.mark)
    assert table.view(CLINICS) == host.view(CLINICS)
    assert table.sentences(CLINICS) == without_verdict(host, host.sentences(CLINICS))
    assert table.opened() is None
    real.act("reveal", on=True)
    client.until(lambda link: link.table.opened() is not None)
    assert table.opened().state == host.opened().state
    assert [json.dumps(str(holder)) for holder in table.roster.values()]
    client.link.close()


def test_what_is_undone_is_undone_in_the_window(real: Host) -> None:
    client = Client(real.port, code=real.code)
    client.until(lambda link: link.standing.contact is Contact.INSIDE)
    assert client.link.take_seat("1", CLINICS) == ""
    real.act("begin")
    table = client.until(lambda link: link.table is not None and link.table.phase is Phase.CORRIDOR).table
    assert table.receive(CLINICS, Meet(CLINICS, FUND)).refusal is None
    real.act("pause")
    client.until(lambda link: link.standing.is_paused and link.table.mark == table_of(real).mark)
    assert table.receive(CLINICS, Pass(CLINICS)).refusal.code == "paused"
    real.act("undo", table="1")
    host = table_of(real)
    client.until(lambda link: link.table.mark == host.mark)
    assert client.link.table is table
    assert FUND not in table.view(CLINICS).own.met_now
    assert table.view(CLINICS) == host.view(CLINICS)
    assert table.sentences(CLINICS) == host.sentences(CLINICS)
    assert client.link.standing.said == (UNDONE,)
    client.link.close()


# Short questions

ASKED: dict[str, Any] = {"question": "A1", "scene": ["A meeting."], "asks": "Why?", "answers": ["So.", "So not."]}
SHEET: dict[str, Any] = {"offer": "before", "privacy": "", "words": "", "questions": [ASKED], "key": []}
OPENED: dict[str, Any] = {**ASKED, "kind": "", "mine": 0, "best": 1, "why": ""}


def test_questions_are_asked_for_and_answered(host: Puppet) -> None:
    client = Client(host.port)
    line = host.line()
    line.say({"type": "joined", "id": line.hear("join")["id"], "token": TOKEN})
    line.say({**WHERE, "questions": "before"})
    client.until(lambda link: link.standing.questions == "before")
    with ThreadPoolExecutor() as window:
        sheet = window.submit(client.link.questions)
        line.say({"type": "questions", "id": line.hear("questions")["id"], "sheet": {**SHEET, "later": 1}})
        found = sheet.result(PATIENCE)
        assert not isinstance(found, str)
        assert [(one.question, one.answers) for one in found.questions] == [("A1", ("So.", "So not."))]
        given = window.submit(client.link.give_answers, "before", {"A1": 1})
        asked = line.hear("answers")
        assert (asked["time"], asked["chosen"]) == ("before", {"A1": 1})
        line.say({"type": "answer", "id": asked["id"], "problem": {"code": "not_possible", "sentence": "Too late."}})
        assert given.result(PATIENCE) == Refusal("not_possible", "Too late.")
    client.link.close()


def test_without_a_connection_no_answers_are_sent(host: Puppet) -> None:
    client = Client(host.port)
    refusal = client.link.give_answers("before", {"A1": 1})
    assert refusal is not None
    assert "was not sent" in refusal.sentence
    assert isinstance(client.link.questions(), str)
    client.link.close()


@pytest.mark.parametrize(
    "sheet",
    [
        {**SHEET, "questions": []},
        {**SHEET, "questions": [{**ASKED, "answers": []}]},
        {**SHEET, "offer": "key"},
        {**SHEET, "offer": "key", "key": [{"time": "before", "questions": [{**OPENED, "best": 2}]}]},
        {**SHEET, "offer": "key", "key": [{"time": "before", "questions": [{**OPENED, "mine": -1}]}]},
        {**SHEET, "questions": [{**ASKED, "scene": "A meeting."}]},
    ],
)
def test_questions_that_cannot_be_shown_are_not_taken_in(sheet: dict[str, Any]) -> None:
    letters = Correspondence("K7QM", "Amara", TOKEN)
    with pytest.raises(WireError):
        letters.hear(json.dumps({"type": "questions", "id": "q", "sheet": sheet}))
