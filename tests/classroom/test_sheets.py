"""What a seat's page shows: it builds at every moment, is plain JSON, lists what is legal, tells nobody's secrets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any

import pytest
from endings import DISTRICT, TUTORIAL, at_phase, carriers_decide, case_of, finished, simulated
from generation import random_case
from hypothesis import given, settings
from hypothesis import strategies as st
from twins import with_other_secrets

from game.classroom.sheets import PLACES, sheet, weigh
from game.classroom.sheets.seat.sight import Sight
from game.record import person
from game.record.codec import command_from, to_json
from game.rules import commands as do
from game.rules.case import Case
from game.rules.ids import AgencyId
from game.rules.legality import verify
from game.rules.menu import OPEN_KINDS
from game.rules.texts import Term
from game.rules.vocabulary import Phase
from game.session import Table, dealt, open_table, written

TELLING = frozenset({"disclose", "caucus", "raise_doubt"})
"""Commands by which a seat itself tells of its points."""
FUND, CLINICS, COUNCIL = (AgencyId(name) for name in ("fund", "clinics", "council"))
Sheet = Mapping[str, Any]


def shown(table: Table, seat: AgencyId, *, is_revealed: bool = False) -> dict[str, Sheet]:
    """Build all places of a seat, and hold them to be plain JSON."""
    found = {place: sheet(table, seat, place, is_revealed=is_revealed) for place in PLACES}
    for place, one in found.items():
        assert json.loads(json.dumps(one)) == one, place
    return found


def rows_in(value: object) -> Iterator[dict[str, Any]]:
    """Go through every row of a sheet."""
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from rows_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from rows_in(part)


def commands_in(table: Table, seat: AgencyId, found: Sheet) -> Iterator[do.Command]:
    """Read every whole command that a sheet lists, as the host would."""
    for row in rows_in(found):
        command = row.get("command")
        if isinstance(command, dict) and not (command["kind"] == "amend" and "terms" not in command):
            yield command_from(to_json({**command, "seat": seat}))


def assert_legal(table: Table, seat: AgencyId, found: Sheet) -> None:
    """Hold every command that is listed to be accepted now."""
    view = table.view(seat)
    for command in commands_in(table, seat, found):
        assert verify(view, command) is None, command


def wish(table: Table, rng: Random, seat: AgencyId, case: Case) -> do.Command:
    """Word something that a seat may do now."""
    choices = [choice for choice in table.menu(seat) if choice.commands]
    if not choices or rng.random() < 0.3:
        return do.Pass(seat)
    if rng.random() < 0.05:
        return do.SendMessage(seat, None, "<b>**…**</b>")
    choice = rng.choice([one for one in choices if one.kind != "walk_out" or rng.random() < 0.1] or choices)
    if choice.kind == "table":
        issues = rng.sample(case.issues, rng.randint(1, len(case.issues)))
        terms = tuple(Term(issue.id, rng.choice(issue.options).id) for issue in issues)
        return do.Table(seat, terms, case.agency_ids)
    return rng.choice(choice.commands)


def opened(case: Case, seed: int) -> Table:
    """Open a table with a person on every seat."""
    return open_table(case, {seat: person(f"P {seat}") for seat in case.agency_ids}, seed)


# It builds, and what it lists is legal


@pytest.mark.parametrize("name", [TUTORIAL, DISTRICT])
def test_every_place_is_plain_at_every_moment_of_a_game_between_computers(name: str) -> None:
    case = case_of(name)
    table = open_table(case, dealt(case, written(case), 7), 7, is_spoken=True)
    me, last = case.agency_ids[-2], None
    while not table.is_closed:
        room = table.public_view().room
        moment = (room.round, room.phase, me in table.waiting, bool(room.interlude))
        if moment != last:
            last = moment
            found = shown(table, me)
            assert_legal(table, me, found["now"])
            assert found["debrief"]["is_open"] is False
        table.step()
    assert shown(table, me)["debrief"]["is_open"] is False
    assert shown(table, me, is_revealed=True)["debrief"]["is_open"] is True


@settings(max_examples=12)
@given(st.integers(0, 100_000))
def test_wherever_a_game_goes_the_page_follows_and_lists_only_what_is_legal(seed: int) -> None:
    rng, case = Random(seed), random_case(seed)
    table = opened(case, seed)
    for _ in range(120):
        if table.is_closed:
            break
        seat = rng.choice(table.waiting)
        place = rng.choice(PLACES)
        json.dumps(sheet(table, seat, place, is_revealed=False))
        found = sheet(table, seat, "now", is_revealed=False)
        assert found["head"]["is_mine"]
        assert found["head"]["asked"]
        assert_legal(table, seat, found)
        table.receive(seat, wish(table, rng, seat, case))
    for seat in case.agency_ids:
        shown(table, seat, is_revealed=True)


@settings(max_examples=8)
@given(st.integers(0, 100_000))
def test_everything_the_menu_lists_can_be_found_on_the_page(seed: int) -> None:
    rng, case = Random(seed), random_case(seed)
    table = opened(case, seed)
    for _ in range(60):
        if table.is_closed or table.phase is Phase.BALLOT:
            break
        seat = rng.choice(table.waiting)
        found = list(commands_in(table, seat, sheet(table, seat, "now", is_revealed=False)))
        for choice in table.menu(seat):
            if choice.kind not in OPEN_KINDS:
                assert all(command in found for command in choice.commands), choice.kind
        table.receive(seat, wish(table, rng, seat, case))


def test_every_kind_of_the_eight_headings_says_what_it_costs_or_why_not() -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.CORRIDOR)
    headings = sheet(table, FUND, "now", is_revealed=False)["ask"]["headings"]  # type: ignore[index]
    assert [one["number"] for one in headings] == [str(n) for n in range(1, 9)]
    for card in (card for heading in headings for card in heading["cards"]):
        assert bool(card["refusal"]) != bool(card["commands"] or card["compose"] == "draft")
        assert card["cost"]
        assert card["verb"]
        assert card["does"]


def test_what_is_picked_has_words_wherever_a_command_needs_it() -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.CORRIDOR)
    headings = sheet(table, FUND, "now", is_revealed=False)["ask"]["headings"]  # type: ignore[index]
    for card in (card for heading in headings for card in heading["cards"]):
        for slot in (slot for slot in card["slots"] if slot["mode"] != "number"):
            known = [pick["value"] for pick in slot["picks"]]
            for row in card["commands"]:
                value = row["command"][slot["field"]]
                assert all(one in known for one in (value if isinstance(value, list) else [value]))


def test_an_unknown_place_or_seat_is_refused() -> None:
    table = finished(TUTORIAL, "pressed")
    for seat, place in ((FUND, "sealed"), (AgencyId("nobody"), "now")):
        with pytest.raises(KeyError):
            sheet(table, seat, place, is_revealed=False)


# Secrets


@settings(max_examples=10)
@given(st.integers(0, 100_000))
def test_two_cases_that_differ_in_anothers_secrets_give_the_same_sheets(seed: int) -> None:
    rng, case = Random(seed), random_case(seed)
    secretive, *others = rng.sample(case.agency_ids, len(case.agency_ids))
    one, two = opened(case, seed), opened(with_other_secrets(case, {secretive}, seed), seed)
    for _ in range(70):
        if one.is_closed or one.phase in (Phase.FIRST_EFFORTS, Phase.SECOND_EFFORTS):
            break
        seat = rng.choice(one.waiting)
        command = wish(one, rng, seat, case)
        if seat == secretive and (command.kind in TELLING or verify(two.view(seat), command) is not None):
            command = do.Pass(seat)
        assert one.receive(seat, command).is_accepted == two.receive(seat, command).is_accepted
        reader, place = rng.choice(others), rng.choice(PLACES)
        assert sheet(one, reader, place, is_revealed=False) == sheet(two, reader, place, is_revealed=False)
    for reader in others:
        assert shown(one, reader) == shown(two, reader)
        draft = {"terms": {case.issues[0].id: case.issues[0].options[-1].id}, "parties": None}
        assert weigh(one, reader, draft) == weigh(two, reader, draft)


@pytest.mark.parametrize("phase", [Phase.SIGNING, Phase.BALLOT, Phase.SETTLING, Phase.SECOND_EFFORTS, Phase.CLOSED])
def test_twin_cases_give_the_same_sheets_to_the_end_of_the_year(phase: Phase) -> None:
    case, twin = case_of(TUTORIAL), with_other_secrets(case_of(TUTORIAL), {AgencyId("force")}, 3)
    known = {fact.id: fact.known_by for fact in case.facts}
    twin = replace(twin, facts=tuple(replace(fact, known_by=known[fact.id]) for fact in twin.facts))
    one, two = (at_phase(TUTORIAL, "pressed", phase, case=each, change=carriers_decide) for each in (case, twin))
    for reader in (FUND, CLINICS, COUNCIL):
        assert shown(one, reader) == shown(two, reader)
    assert shown(one, AgencyId("force")) != shown(two, AgencyId("force"))


def test_a_closed_game_tells_nobody_how_it_ended_before_the_reveal() -> None:
    table = finished(TUTORIAL, "pressed")
    for seat in table.seats:
        told = json.dumps(shown(table, seat)).lower()
        assert "false coherence" not in told
        assert "hollow" not in told
        assert "sincer" not in told
        record = sheet(table, seat, "record", is_revealed=True)
        assert "false coherence" in json.dumps(record)


def test_manners_of_computers_are_not_named_before_the_reveal() -> None:
    table = simulated(TUTORIAL, "presser", 4)
    assert "presser" not in json.dumps(shown(table, FUND))
    assert "presser" in json.dumps(shown(table, FUND, is_revealed=True))


# What is new, and what a draft comes to


def test_new_is_what_happened_since_the_seat_last_did_something() -> None:
    table = opened(case_of(TUTORIAL), 3)
    chair = table.waiting[0]
    table.receive(chair, do.Pass(chair))
    assert table.phase is Phase.CORRIDOR
    table.receive(CLINICS, do.Meet(CLINICS, COUNCIL))
    assert Sight(table, CLINICS).fresh == ()
    table.receive(COUNCIL, do.Meet(COUNCIL, FUND))
    assert Sight(table, CLINICS).fresh == ()
    table.receive(FUND, do.SendMessage(FUND, CLINICS, "Hello."))
    found = sheet(table, CLINICS, "record", is_revealed=False)
    assert found["new"] == 1
    assert "Hello." in found["told"][-1]["runs"][-1][0]  # type: ignore[index]
    table.receive(CLINICS, do.SendMessage(CLINICS, FUND, "Yes?"))
    assert sheet(table, CLINICS, "record", is_revealed=False)["new"] == 0


def on_the_floor() -> tuple[Table, AgencyId]:
    table = at_phase(TUTORIAL, "nothing", Phase.FLOOR)
    return table, table.waiting[0]


def test_a_draft_is_weighed_and_its_command_is_the_one_that_is_played() -> None:
    table, seat = on_the_floor()
    begun = weigh(table, seat, {"terms": {}, "parties": None})
    assert begun["refusal"]
    assert begun["today"]
    best = weigh(table, seat, {"from": "best"})
    again = weigh(table, seat, best["draft"])  # type: ignore[arg-type]
    assert {**again, "starts": best["starts"]} == best
    assert not best["refusal"]
    command = command_from(to_json({**best["command"], "seat": seat}))  # type: ignore[dict-item]
    assert table.receive(seat, command).is_accepted


def test_parties_chosen_by_hand_stay_as_they_are() -> None:
    table, seat = on_the_floor()
    issue = table.scene.issues[0]
    terms = {issue.id: issue.options[-1].id}
    free = weigh(table, seat, {"terms": terms, "parties": None})
    assert free["draft"]["parties"] is None  # type: ignore[index]
    alone = weigh(table, seat, {"terms": terms, "parties": [seat]})
    assert alone["draft"]["parties"] == [seat]  # type: ignore[index]
    assert alone["refusal"] == "A text needs at least two parties, each named once."


def test_a_command_put_together_is_weighed_before_it_is_given() -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.CORRIDOR)
    told = weigh(table, FUND, {"command": {"kind": "pledge", "whom": "clinics", "text": "A", "points": 99}})
    assert told["refusal"]
    assert weigh(table, FUND, {"command": {"kind": "meet", "whom": "clinics"}})["refusal"] == ""


def test_effort_is_worked_out_by_the_host() -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.FIRST_EFFORTS)
    seat = table.waiting[0]
    whole = weigh(table, seat, {"efforts": {"A": {"effort": 1.0, "by_issue": {}}}})
    half = weigh(table, seat, {"efforts": {"A": {"effort": 0.5, "by_issue": {}}}})
    assert whole["plans"][0]["mean"] == "100 %"  # type: ignore[index]
    assert half["plans"][0]["mean"] == "50 %"  # type: ignore[index]
    assert whole["plans"][0]["forecast"] != half["plans"][0]["forecast"]  # type: ignore[index]


WORDS = st.text(max_size=8) | st.sampled_from(["A", "lanes", "fund", "best"])
NONSENSE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.sampled_from((
    "amends", "from", "terms", "parties", "network", "efforts", "charter", "command", "A", "effort", "by_issue", "kind",
    "invited", "forum", "purpose", "rule",
))  # fmt: skip
DRAFTS = st.dictionaries(FIELDS, NONSENSE | st.dictionaries(FIELDS, NONSENSE, max_size=4))


@cache
def moments() -> tuple[Table, ...]:
    """Give tables at which something can be drafted, and one at which nothing can."""
    phases = (Phase.CONVENING, Phase.CORRIDOR, Phase.FIRST_EFFORTS, Phase.CLOSED)
    return tuple(at_phase(TUTORIAL, "pressed", phase) for phase in phases)


@settings(max_examples=150)
@given(DRAFTS)
def test_whatever_a_client_writes_as_a_draft_is_weighed_without_harm(draft: dict[str, object]) -> None:
    for table in moments():
        json.dumps(weigh(table, FUND, draft))


# The debrief


@pytest.mark.parametrize("script", ["pressed", "sincere", "side-by-side", "breakdown", "nothing"])
def test_the_debrief_has_four_steps_and_names_every_party(script: str) -> None:
    table = finished(TUTORIAL, script)
    found: Any = sheet(table, FUND, "debrief", is_revealed=True)
    assert {"happened", "why", "turned", "carried"} <= set(found)
    assert [row["agency"] for row in found["happened"]["scores"]] == list(table.seats)
    for accord in found["why"]["accords"]:
        for row in accord["signatures"]:
            assert [root["root"] for root in row["roots"]] == ["worth", "free", "informed", "heard", "backed"]
            assert 0 <= row["said"] <= 1
            assert 0 <= row["meant"] <= 1
    assert found["carried"]["questions"]
    assert found["carried"]["limits"]


def test_the_debrief_is_worked_out_once_for_a_table() -> None:
    table = finished(TUTORIAL, "sincere")
    one, two = (sheet(table, seat, "debrief", is_revealed=True) for seat in (FUND, CLINICS))
    assert one["happened"] is two["happened"]
