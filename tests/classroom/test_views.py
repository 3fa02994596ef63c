"""A seat's view on the wire: what a window folds together is what the host has, at every step of whole games."""

import json
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from types import SimpleNamespace

import pytest
from generation import random_case
from hypothesis import given, settings
from hypothesis import strategies as st
from wandering import wish

from game.classroom.sheets.public import without_verdict
from game.classroom.views import Sight, WireError, begin, follow
from game.classroom.windows import Watch
from game.record import Holder, computer, person
from game.rules.commands import Pass, SendMessage
from game.rules.events import GameClosed
from game.rules.ids import AgencyId
from game.scenario import loading
from game.session import Table, dealt, open_table, written
from game.session.telling import Page

CLOCK = {"left": 90.5, "is_held": False, "bell": None}


def news(watch: Watch, table: Table, seat: AgencyId, epoch: int = 0) -> str:
    """Let a seat's window hear what is new."""
    return watch.news(seat, table, seat, moment="now", clock=CLOCK, epoch=epoch)


def moves(table: Table, rng: Random, most: int) -> Iterator[None]:
    """Play at random, with words after some moves, and let everybody pass in the end."""
    game = SimpleNamespace(
        view=table.view, case=SimpleNamespace(**{"issues": table.scene.issues, "agency_ids": table.seats})
    )
    for count in range(5000):
        if table.is_closed:
            return
        seat = rng.choice(table.waiting)
        command = wish(game, rng, seat) if count < most else Pass(seat)  # type: ignore[arg-type]
        if table.receive(seat, command).is_accepted:
            yield
            if rng.random() < 0.2 and table.receive(seat, SendMessage(seat, None, "So be it – **now**.")).is_accepted:
                yield
    raise AssertionError("the game does not come to its end")


def before_the_reveal(page: Page) -> Page:
    """Leave out how the game came out: the instructor opens that."""
    return replace(page, events=tuple(event for event in page.events if not isinstance(event.what, GameClosed)))


def assert_same(sight: Sight, table: Table, seat: AgencyId) -> None:
    """Compare what a window knows with what the host has."""
    assert sight.view == table.view(seat)
    assert sight.mark == table.mark
    assert sight.pages == tuple(map(before_the_reveal, table.pages(seat)))
    assert sight.choices == table.menu(seat)
    assert sight.sentences == without_verdict(table, table.sentences(seat))


@settings(max_examples=6)
@given(st.integers(0, 10_000))
def test_what_is_folded_is_what_the_host_has_at_every_step(seed: int) -> None:
    case, rng = random_case(seed), Random(seed)
    table = open_table(case, {agency: person(f"P {agency}") for agency in case.agency_ids}, seed)
    watch = Watch("1")
    sights = {seat: begin(news(watch, table, seat)) for seat in table.seats}
    for _ in moves(table, rng, 60):
        for seat in table.seats:
            sights[seat] = follow(sights[seat], news(watch, table, seat))
            assert_same(sights[seat], table, seat)
    assert table.is_closed


@pytest.mark.parametrize("name", ["tutorial", "afghanistan-district-2006"])
def test_computers_that_speak_are_told_as_on_the_host(name: str) -> None:
    case = loading.load(loading.find(name))
    table = open_table(case, dealt(case, written(case), 2), 2, is_spoken=True)
    watch, seat = Watch("1"), case.agency_ids[-1]
    sight = begin(news(watch, table, seat))
    for count in range(5000):
        if table.step() is None:
            break
        sight = follow(sight, news(watch, table, seat))
        assert sight.view == table.view(seat)
        if count % 40 == 0:
            assert_same(sight, table, seat)
    assert any(page.is_beside for page in sight.pages)
    assert_same(sight, table, seat)
    whole = news(Watch("1"), table, seat)
    assert_same(begin(whole), table, seat)
    assert table.is_closed
    assert "game_closed" not in whole


@pytest.fixture
def table() -> Table:
    case = loading.load(loading.find("tutorial"))
    roster: dict[AgencyId, Holder] = {agency: person(f"Person {agency}") for agency in case.agency_ids}
    return open_table(case, roster, 3)


def test_a_step_holds_only_what_changed(table: Table) -> None:
    watch = Watch("1")
    news(watch, table, AgencyId("clinics"))
    table.receive(AgencyId("fund"), SendMessage(AgencyId("fund"), AgencyId("clinics"), "Only for you."))
    step = json.loads(news(watch, table, AgencyId("clinics")))
    assert (step["type"], step["mark"], step["room"], step["own"]) == ("step", 2, {}, {})
    assert [event["what"]["text"] for page in step["pages"] for event in page["events"]] == ["Only for you."]
    assert "roster" not in step


def test_nothing_of_what_passes_between_others_is_sent(table: Table) -> None:
    watch = Watch("1")
    sight = begin(news(watch, table, AgencyId("council")))
    table.receive(AgencyId("fund"), SendMessage(AgencyId("fund"), AgencyId("clinics"), "Only for you."))
    step = news(watch, table, AgencyId("council"))
    assert "Only for you" not in step
    assert follow(sight, step).pages[-1].events == ()


def test_who_holds_which_seat_comes_when_it_changes_without_manner_and_token(table: Table) -> None:
    watch, seat = Watch("1"), AgencyId("council")
    sight = begin(news(watch, table, seat))
    table.hand_over(AgencyId("fund"), computer("hardliner", "veteran"))
    table.hand_over(AgencyId("force"), person("Ben", "a token"))
    step = news(watch, table, seat)
    assert "hardliner" not in step
    assert "a token" not in step
    roster = follow(sight, step).roster
    assert roster[AgencyId("fund")].is_computer
    assert roster[AgencyId("force")].name == "Ben"


@pytest.mark.parametrize("change", ["seat", "epoch", "table"])
def test_what_does_not_lead_on_is_told_whole(table: Table, change: str) -> None:
    watch = Watch("1")
    watch.news("w", table, AgencyId("council"), moment="now", clock=CLOCK)
    seat, epoch = AgencyId("council"), 0
    if change == "seat":
        seat = AgencyId("fund")
    elif change == "epoch":
        epoch = 1
    else:
        table = open_table(loading.load(loading.find("tutorial")), table.roster, 3)
    assert watch.news("w", table, seat, moment="now", clock=CLOCK, epoch=epoch).startswith('{"type":"game"')
    assert watch.news("w", table, seat, moment="now", clock=CLOCK, epoch=epoch).startswith('{"type":"step"')


def test_a_window_that_left_is_told_whole(table: Table) -> None:
    watch = Watch("1")
    news(watch, table, AgencyId("fund"))
    watch.forget(AgencyId("fund"))
    watch.forget("nobody")
    assert news(watch, table, AgencyId("fund")).startswith('{"type":"game"')


def spoilt(frame: str, path: str, value: object) -> str:
    """Change one thing in a message; `...` takes it away."""
    found = at = json.loads(frame)
    *way, last = (int(part) if part.isdigit() else part for part in path.split("."))
    for part in way:
        at = at[part]
    if value is ...:
        del at[last]
    else:
        at[last] = value
    return json.dumps(found)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("seat", "nobody"),
        ("seat", "fund"),
        ("mark", "1"),
        ("room", {}),
        ("room.phase", "party"),
        ("room.speakers", ["nobody", 1]),
        ("room.unknown", 1),
        ("own.time", 1.5),
        ("own.trust", {"fund": "much"}),
        ("own", ...),
        ("scene.agencies", []),
        ("scene.issues.0.options", []),
        ("role.burdens", [["road"]]),
        ("role.agency.points", {}),
        ("ruleset.trust_start", None),
        ("ruleset.more", 1),
        ("pages.0.at", 3),
        ("pages.0.events", [{"to": "room", "what": {"kind": "party"}}]),
        ("roster", {"fund": {"kind": "person", "name": "Ada"}}),
        ("clock", {"left": "soon"}),
        ("type", "step"),
    ],
)
def test_a_damaged_game_is_one_clear_sentence(table: Table, path: str, value: object) -> None:
    frame = news(Watch("1"), table, AgencyId("council"))
    with pytest.raises(WireError) as error:
        begin(spoilt(frame, path, value))
    assert error.value.sentence.startswith("The host sent something that this window cannot use (")
    assert "\n" not in error.value.sentence


@pytest.mark.parametrize("frame", ["", "nonsense", "[]", "null", '{"type":"game"}', "[" * 5000, "\ud800"])
def test_what_is_no_message_is_one_clear_sentence(table: Table, frame: str) -> None:
    sight = begin(news(Watch("1"), table, AgencyId("council")))
    with pytest.raises(WireError):
        begin(frame)
    with pytest.raises(WireError):
        follow(sight, frame)


def test_a_step_too_many_or_one_left_out_is_noticed(table: Table) -> None:
    watch, seat = Watch("1"), AgencyId("council")
    sight, steps = begin(news(watch, table, seat)), []
    for words in ("One.", "Two."):
        table.receive(seat, SendMessage(seat, None, words))
        steps.append(news(watch, table, seat))
    with pytest.raises(WireError, match="page 1 is due"):
        follow(sight, steps[1])
    once = follow(sight, steps[0])
    with pytest.raises(WireError, match="page 2 is due"):
        follow(once, steps[0])
    assert_same(follow(once, steps[1]), table, seat)
