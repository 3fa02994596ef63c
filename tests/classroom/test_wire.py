"""Nothing secret leaves the host but to its seat: everything that every client receives in whole games is searched."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from classroom.classes import KEY, Line, School, open_school
from generation import random_case
from twins import with_other_secrets
from wandering import wish

from game.classroom.sheets import PLACES
from game.record.codec import plain as to_plain
from game.rules import commands as do
from game.rules.case import Agency, Case, Fact, HiddenMandate, Occurrence
from game.rules.conditions import IsParty
from game.rules.ids import AgencyId, EventId, MandateId
from game.rules.legality import verify
from game.rules.vocabulary import Phase
from game.session import Table

TELLING = ("disclose", "caucus", "raise_doubt")
"""Commands by which a seat itself tells of its points."""
TABLE = "1"
MOST_MOVES = 150
OWN = ("brief", "mandate")
"""Secrets that every seat has, and reads in its role sheet."""
BESIDE = ("id", "token", "code", "manner")
"""Numbers of messages, what is drawn by lot, and what the console may know: how a computer would play a seat."""


# A class where everybody listens


@dataclass
class Listening:
    """One table with all that can be connected to it: pages and windows, watchers, screens, the console."""

    school: School
    seats: dict[str, Line]
    others: dict[str, Line]
    _ids: Iterator[int] = field(default_factory=count)

    @property
    def table(self) -> Table:
        return self.school.room.table(TABLE).table

    def everybody(self) -> dict[str, Line]:
        return {**self.seats, **self.others}

    def give(self, command: do.Command) -> bool:
        """Give a command as its seat's client would, whatever it comes to."""
        plain = {key: value for key, value in dict(to_plain(command)).items() if key != "seat"}
        self.school.tick()
        moment = self.school.room.table(TABLE).moment
        line = self.seats[command.seat]
        answer = line.say("command", moment=moment, command=plain, id=f"c{next(self._ids)}")
        return answer["problem"] is None

    def ask(self, places: Collection[str], draft: dict[str, Any]) -> None:
        """Let every page look at places and weigh a draft."""
        for name, line in self.everybody().items():
            if line.client.part == "page" and name != "doorway":
                for place in places:
                    line.say("sheet", place=place, id=f"s{next(self._ids)}")
                line.say("weigh", draft=draft, id=f"w{next(self._ids)}")
        self.school.tick(3)


def listen(folder: Path, case: Case, computers: Collection[str] = ()) -> Listening:
    """Seat people on pages and in windows in turn, and let everybody else look on."""
    school = open_school(folder, [case])
    people = [seat for seat in case.agency_ids if seat not in computers]
    seats = {
        str(seat): school.person(f"Holder of {seat}", TABLE, seat, client=("page", "window")[number % 2])
        for number, seat in enumerate(people)
    }
    others = {
        "page that watches": school.person("Pia", TABLE, None),
        "window that watches": school.person("Wim", TABLE, None, client="window"),
        "doorway": school.person("Dora"),
        "projector": school.line(),
        "wall": school.line(),
        "console": school.console(),
    }
    others["projector"].say("hello", screen="projector", table=TABLE)
    others["wall"].say("hello", screen="wall")
    assert others["console"].act("begin")["problem"] is None
    return Listening(school, seats, others)


def wanted(table: Table, rng: Random, seat: str, never: Collection[str] = ()) -> do.Command:
    """Word something that a seat may well be allowed to do."""
    scene = SimpleNamespace(issues=table.scene.issues, agency_ids=table.seats)
    return wish(SimpleNamespace(view=table.view, case=scene), rng, seat, never)  # type: ignore[arg-type]


# Marks: words that stand for a secret and can be found in whatever is sent


def marked(case: Case) -> Case:
    """Put a mark into every text that is not for everybody."""
    agencies = tuple(_marked_agency(agency) for agency in case.agencies)
    news = Occurrence(EventId("news"), mark("news", case.agency_ids[0]), (), round=2, seen_by=case.agency_ids[:1])
    return replace(case, agencies=agencies, facts=tuple(map(_marked_fact, case.facts)), occurrences=(news,))


def _marked_agency(agency: Agency) -> Agency:
    seat = agency.id
    return replace(
        agency,
        brief=mark("brief", seat),
        hidden=(HiddenMandate(MandateId("own"), mark("mandate", seat), IsParty(seat), 9),),
        red_lines=tuple(replace(line, text=mark("line", seat)) for line in agency.red_lines),
        leverage=tuple(replace(lever, text=mark("lever", f"{seat}-{lever.over}")) for lever in agency.leverage),
    )


def _marked_fact(fact: Fact) -> Fact:
    return replace(fact, if_true=mark("fact", f"{fact.id}-true"), if_false=mark("fact", f"{fact.id}-false"))


def mark(kind: str, whose: str) -> str:
    """Word a secret so that it is found wherever it turns up."""
    return f"zz-{kind}-{whose}-zz"


def may_know(listening: Listening, name: str, case: Case, written: dict[str, set[str]]) -> set[str]:
    """List the marks that may have reached somebody by now."""
    table = listening.table
    allowed = {words for words, readers in written.items() if name in readers or "room" in readers}
    facts = {(fact, says) for fact, says in table.public_view().room.open_facts.items()}
    facts |= {(claim.fact, claim.says) for claim in table.public_view().room.claims.values()}
    if name == "console":
        allowed |= {one.text for one in case.occurrences}
    if name in listening.seats:
        own = table.view(AgencyId(name)).own
        facts |= set(own.knows.items()) | {(claim.fact, claim.says) for claim in own.claims.values()}
        allowed |= {mark(kind, name) for kind in (*OWN, "line", "news")}
        allowed |= {mark("lever", f"{a.id}-{lever.over}") for a in case.agencies for lever in a.leverage
                    if name in (a.id, lever.over)}  # fmt: skip
    if listening.everybody()[name].client.part == "window":  # it has both answers, as its view has, not which is true
        facts |= {(fact.id, says) for fact in case.facts for says in (True, False)}
    return allowed | {mark("fact", f"{fact}-{str(says).lower()}") for fact, says in facts}


def marks_in(text: str) -> set[str]:
    return {f"zz-{part}-zz" for part in text.split("zz-")[1:] for part in [part.split("-zz")[0]]}


@dataclass
class Search:
    """Reads each frame once, and holds what it says against what its reader may know."""

    case: Case
    listening: Listening
    tokens: dict[str, str]
    written: dict[str, set[str]] = field(default_factory=dict)
    """Messages between people, and who may read each."""
    found: dict[str, set[str]] = field(default_factory=dict)

    def __call__(self) -> None:
        for name, line in self.listening.everybody().items():
            text = json.dumps(taken(line))
            known = marks_in(text)
            surplus = known - may_know(self.listening, name, self.case, self.written)
            assert not surplus, f"{name} was told {sorted(surplus)}"
            assert KEY not in text, f"{name} was told the key"
            assert not [whose for whose, token in self.tokens.items() if token in text and whose != name]
            self.found.setdefault(name, set()).update(known)

    def write(self, rng: Random, number: int) -> None:
        """Let somebody write to somebody else, or to the room."""
        sender = rng.choice([*self.listening.seats])
        to = rng.choice([None, *(seat for seat in self.listening.table.seats if seat != sender)])
        words = mark("words", str(number))
        self.written[words] = {sender, *(["room"] if to is None else [to])}
        self.listening.give(do.SendMessage(AgencyId(sender), to, words))


@pytest.mark.parametrize("seed", range(5))
def test_nobody_receives_anothers_secret_before_the_instructor_reveals_it(tmp_path: Path, seed: int) -> None:
    rng, case = Random(seed), marked(random_case(seed))
    listening = listen(tmp_path / "class", case, computers=case.agency_ids[-1:])
    search = Search(case, listening, tokens_of(listening))
    play_to_the_end(listening, search, rng)
    own = {seat: {mark(kind, seat) for kind in OWN} for seat in case.agency_ids}
    assert all(own[AgencyId(seat)] <= search.found[seat] for seat in listening.seats)

    assert listening.others["console"].act("reveal", on=True)["problem"] is None
    opened = json.dumps(listening.seats[case.agency_ids[1]].say("opened"))
    assert set().union(*own.values()) <= marks_in(opened)


def tokens_of(listening: Listening) -> dict[str, str]:
    joined = {name: line.heard("joined") for name, line in listening.everybody().items()}
    return {name: messages[0]["token"] for name, messages in joined.items() if messages}


def play_to_the_end(listening: Listening, search: Search, rng: Random) -> None:
    """Play a whole game with words, looking at every place now and then, and searching all the while."""
    for number in range(5000):
        table = listening.table
        if table.is_closed:
            break
        seat = rng.choice([one for one in table.waiting if one in listening.seats] or [*listening.seats])
        listening.give(wanted(table, rng, seat) if number < MOST_MOVES else do.Pass(AgencyId(seat)))
        if number % 5 == 0:
            search.write(rng, number)
        listening.ask(PLACES if number % 20 == 0 else [rng.choice(PLACES)], draft_of(search.case, rng))
        search()
    assert listening.table.is_closed
    listening.ask(PLACES, {})
    search()


def draft_of(case: Case, rng: Random) -> dict[str, Any]:
    issue = rng.choice(case.issues)
    return {"terms": {issue.id: rng.choice(issue.options).id}, "parties": None}


# Twins: two classes that differ in a seat's secrets, in numbers as in words


@pytest.mark.parametrize("seed", range(6))
def test_a_seats_secrets_change_nothing_that_anybody_else_receives(tmp_path: Path, seed: int) -> None:
    rng, case = Random(seed), random_case(seed)
    secretive = rng.choice(case.agency_ids)
    twin = with_other_secrets(case, {secretive}, seed)
    one, two = listen(tmp_path / "one", case), listen(tmp_path / "two", twin)
    moves, has_differed = 0, False
    for number in range(MOST_MOVES):
        if one.table.is_closed or one.table.phase in (Phase.FIRST_EFFORTS, Phase.SECOND_EFFORTS):
            break
        seat = rng.choice(one.table.waiting)
        command = wanted(one.table, rng, seat, TELLING if seat == secretive else ())
        if seat == secretive and verify(two.table.view(seat), command) is not None:
            command = do.Pass(seat)
        accepted = one.give(command)
        assert two.give(command) == accepted
        moves += accepted
        for each in (one, two):
            each.ask(PLACES if number % 15 == 0 else [PLACES[number % len(PLACES)]], draft_of(case, Random(number)))
        differing = compared(one, two)
        assert differing <= {secretive}
        has_differed = has_differed or bool(differing)
    assert moves > 5
    assert has_differed


def compared(one: Listening, two: Listening) -> set[str]:
    """Say who can tell two classes apart by what came since last asked."""
    heard = [{name: without(taken(line), BESIDE) for name, line in each.everybody().items()} for each in (one, two)]
    return {name for name, said in heard[0].items() if said != heard[1][name]}


def taken(line: Line) -> list[dict[str, Any]]:
    """Take what a client received since last asked."""
    found, line.sent = line.sent, []
    return found


def without(value: Any, names: Collection[str]) -> Any:
    """Leave out fields, wherever they stand."""
    if isinstance(value, dict):
        return {key: without(part, names) for key, part in value.items() if key not in names}
    return [without(part, names) for part in value] if isinstance(value, list) else value
