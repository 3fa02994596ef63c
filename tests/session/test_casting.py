"""How a computer seat is cast: by the manner and level of its holder, or as the case has it."""

from dataclasses import replace

import pytest
from tables import CLINICS, COUNCIL, FORCE, FUND

from game.opponents.manner import (
    AS_WRITTEN,
    BEGINNER,
    CONSENSUS_BUILDER,
    LEVELS,
    MANNERS,
    MIXED,
    PLEASER,
    PRACTITIONER,
    PRESSER,
    TALKER,
    VETERAN,
    Manner,
    deal_manners,
    manner_of,
)
from game.record import ABSENT, Holder, computer, person
from game.rules.case import Agency, Case
from game.rules.ids import AgencyId
from game.rules.temper import Temper
from game.session import Opponent, dealt, manners_for, open_table, perform, simulate_opened, written
from game.session.standins import by_manner


def tempered(case: Case, **tempers: Temper | None) -> Case:
    """Give agencies of a case other manners."""
    agencies = (replace(agency, temper=tempers.get(agency.id, agency.temper)) for agency in case.agencies)
    return replace(case, agencies=tuple(agencies))


def cast(holder: Holder, agency: Agency, monkeypatch: pytest.MonkeyPatch) -> Manner:
    """Cast a seat, and say in which manner it plays."""
    found: list[Manner] = []
    monkeypatch.setattr("game.session.standins.MannerOpponent", found.append)
    by_manner(holder, agency)
    return found[0]


def test_a_holder_is_cast_by_its_manner_and_level(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    fund = case.agency(FUND)
    assert cast(computer("talker"), fund, monkeypatch) == TALKER
    assert cast(computer("talker", "beginner"), fund, monkeypatch) == TALKER.at(BEGINNER)
    assert cast(computer("gone", "veteran"), fund, monkeypatch) == CONSENSUS_BUILDER.at(VETERAN)
    assert cast(computer("pleaser", "gone"), fund, monkeypatch) == PLEASER


def test_as_written_is_cast_by_the_case(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tempered(case, fund=Temper("presser", trust=0.1, candour=0.9), council=None, force=Temper("gone", pride=0.4))
    told = cast(computer(AS_WRITTEN, "veteran"), own.agency(FUND), monkeypatch)
    assert told == replace(PRESSER, trust=0.1, candour=0.9, level=VETERAN)
    assert cast(computer(AS_WRITTEN), own.agency(COUNCIL), monkeypatch) == CONSENSUS_BUILDER
    assert cast(computer(AS_WRITTEN), own.agency(FORCE), monkeypatch) == replace(CONSENSUS_BUILDER, pride=0.4)


def test_a_temper_changes_the_four_shares_it_names_and_nothing_else() -> None:
    for name, manner in MANNERS.items():
        assert manner_of(Temper(name)) == manner
        assert manner_of(Temper(name, 0.0, 0.0, 0.0, 0.0), BEGINNER) == replace(
            manner, trust=0.0, pride=0.0, patience=0.0, candour=0.0, level=BEGINNER
        )


def test_what_is_open_is_dealt_by_the_seed_and_keeps_its_level(case: Case) -> None:
    own = tempered(case, fund=Temper("hardliner"), force=None, council=None)
    roster = {**written(own, "veteran"), CLINICS: person("Ada"), COUNCIL: ABSENT}
    assert (roster[FUND], roster[FORCE]) == (computer(AS_WRITTEN, "veteran"), computer(MIXED, "veteran"))
    told = dealt(own, roster, 5)
    assert told[FORCE] == computer(deal_manners(MIXED, own.agency_ids, 5)[FORCE].name, "veteran")
    assert {seat: told[seat] for seat in (FUND, CLINICS, COUNCIL)} == {
        FUND: computer(AS_WRITTEN, "veteran"),
        CLINICS: person("Ada"),
        COUNCIL: ABSENT,
    }
    unwritten = dealt(own, {FORCE: computer(AS_WRITTEN)}, 5)
    assert unwritten[FORCE].manner == told[FORCE].manner


def test_manners_for_a_case_are_as_written_and_dealt_where_it_is_silent(case: Case) -> None:
    own = tempered(case, fund=Temper("presser", pride=0.9), force=None, council=None)
    for level in LEVELS.values():
        told = manners_for(own, AS_WRITTEN, 3, level)
        mixed = manners_for(own, MIXED, 3, level)
        assert told == {**mixed, FUND: replace(PRESSER, pride=0.9, level=level)}
        assert {manner.level for manner in mixed.values()} == {level}
    assert set(manners_for(own, "talker", 3).values()) == {TALKER}
    assert manners_for(own, "talker", 3)[FUND].level is PRACTITIONER
    with pytest.raises(KeyError):
        manners_for(own, "nobody", 3)


def test_a_simulation_names_levels_on_its_seats(case: Case) -> None:
    opened = simulate_opened(case, 3, manners_for(case, AS_WRITTEN, 3, BEGINNER))
    assert opened.state.room.seated == set(case.agency_ids)


def test_a_table_gives_its_casting_the_holder_and_the_agency(case: Case) -> None:
    asked: set[tuple[str, str, str]] = set()

    def casting(holder: Holder, agency: Agency) -> Opponent:
        asked.add((holder.manner, holder.level, agency.id))
        return by_manner(holder, agency)

    table = open_table(case, {FUND: computer("talker", "veteran"), FORCE: computer("presser")}, 1, casting=casting)
    while table.step() is not None:
        pass
    assert asked == {("talker", "veteran", FUND), ("presser", "", FORCE)}
    assert table.roster[FUND] == computer("talker", "veteran")


def test_a_script_seats_others_as_written_and_at_a_level(case: Case) -> None:
    own = tempered(case, fund=Temper("hardliner"), council=None)
    table = perform(own, [], 1, others=AS_WRITTEN, level="veteran")
    assert table.roster[FUND] == computer(AS_WRITTEN, "veteran")
    assert table.roster[COUNCIL].manner in MANNERS
    assert {holder.level for holder in table.roster.values()} == {"veteran"}
    assert set(table.roster) == {AgencyId(agency) for agency in own.agency_ids}
