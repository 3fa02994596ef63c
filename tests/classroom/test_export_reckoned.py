"""The measures of why, as their sheets: causes, turning points, what would have turned it, terms, sight, deals."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache

import pytest
from classroom.test_export import Cells, exported, named, recorded, sheet, unpacked

from game.analysis.space.untabled import untabled
from game.classroom.export import (
    RECKONED_SHEETS,
    Exported,
    ReckonedRows,
    measures,
    package,
    reckon_all,
    sheet_files,
)
from game.classroom.export.writing import written
from game.debrief import Chronicle, of_journal, perspectives, review_purpose, term_support
from game.whatif import Reckoning, reckon
from game.whatif.ending import consent_of

SCRIPTS = ("sincere", "pressed", "side-by-side", "nothing", "breakdown")
SHEETS = tuple(one.file for one in RECKONED_SHEETS)


@cache
def story(script: str) -> Chronicle:
    return of_journal(recorded(script))


@cache
def reckoned(script: str) -> Reckoning:
    return reckon(story(script))


@cache
def rows() -> tuple[ReckonedRows | None, ...]:
    return tuple(reckon_all(exported(*(recorded(script) for script in SCRIPTS)), jobs=1))


@cache
def files() -> dict[str, bytes]:
    tables = exported(*(recorded(script) for script in SCRIPTS))
    return unpacked(package(tables, replace_names=True, reckoned=rows()))


def of(name: str, script: str) -> Cells:
    """Read the rows of a game in a sheet."""
    return [row for row in sheet(files(), name) if row["table"] == str(SCRIPTS.index(script) + 1)]


def test_they_are_there_only_where_they_are_asked_for() -> None:
    plain = unpacked(package(exported(recorded("pressed")), replace_names=True))
    assert not {*SHEETS} & {*plain}
    assert {*SHEETS} <= {*files()}
    for file in SHEETS:
        assert f"{file}: " in files()["README.txt"].decode()
        assert file not in plain["README.txt"].decode()


def test_the_codebook_has_every_column_of_them_with_a_rule() -> None:
    described = {(row["file"], row["column"]): row for row in sheet(files(), "codebook.csv")}
    for found in RECKONED_SHEETS:
        for column in found.columns:
            row = described[found.file, column.name]
            assert all(row[head] for head in ("meaning", "unit", "source", "missing")), row
            assert re.fullmatch(r"journal|((R\d+\.\d|section \d)(, | to )?)+", column.source), column.name
        never = [column.name for column in found.columns if column.missing == "never"]
        for cells in sheet(files(), found.file):
            assert all(cells[name] for name in never), (found.file, cells)


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_cause_stands_with_its_share(script: str) -> None:
    cells = of("causes.csv", script)
    shares = [(text, one) for text, each in reckoned(script).shares.items() for one in each]
    assert len(cells) == sum(len(one.shares) for _, one in shares)
    for text, one in shares:
        mine = [row for row in cells if (row["accord"], row["seat"]) == (text, one.seat or "")]
        assert [row["taken"] for row in mine] == [written(share.taken) for share in one.shares]
        assert [row["command"] for row in mine] == [written(share.cause.at) for share in one.shares]
        if any(share.taken > 0 for share in one.shares):
            assert sum(float(row["part"]) for row in mine) == pytest.approx(1.0, abs=1e-5)


def test_the_pressure_stands_first_under_the_yes_that_it_bent() -> None:
    first = {row["seat"]: row for row in reversed(of("causes.csv", "pressed"))}
    assert (first["clinics"]["ground"], first["clinics"]["root"]) == ("pressure", "free")
    assert float(first["clinics"]["alone"]) > float(first["clinics"]["sincerity"])


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_turning_point_and_every_change_that_turns_it_has_its_row(script: str) -> None:
    found = reckoned(script)
    assert [(row["command"], row["moved"], row["theme"]) for row in of("turning_points.csv", script)] == [
        (str(point.at), written(point.moved), point.theme.value) for point in found.points
    ]
    trials = (*found.scan.turned, *found.scan.pairs)
    cells = of("what_if.csv", script)
    assert [(row["command"], row["verdict"], row["signed_as"]) for row in cells] == [
        (str(trial.changes[0].at), trial.ending.verdict.value, written(trial.ending.signed)) for trial in trials
    ]
    for row, trial in zip(cells, trials, strict=True):
        assert bool(row["second_command"]) == (len(trial.changes) == 2)
        assert row["undone"] == written(found.scan.undoes(trial))
        assert (row["instead"] == "left_out") == (trial.changes[0].act is None)


def test_it_is_the_same_in_processes_and_a_game_that_goes_on_gives_nothing() -> None:
    whole = recorded("nothing")
    going = replace(whole, lines=whole.lines[:-1])
    tables = exported(whole, going, recorded("side-by-side"))
    here = list(reckon_all(tables, jobs=1))
    assert here == list(reckon_all(tables, jobs=2))
    assert [one is None for one in here] == [False, True, False]
    packed = unpacked(package(tables, replace_names=True, reckoned=here))
    assert all(row["table"] != "2" for file in SHEETS for row in sheet(packed, file))


def test_no_person_is_named_in_any_of_them() -> None:
    journal = named(recorded("pressed"), fund="Amara", clinics="Ben")
    tables = (Exported("1", journal),)
    found = sheet_files(tables, replace_names=True, reckoned=rows()[1:2])
    assert not re.search(rb"Amara|Ben\b", b"".join(found.values()))
    assert not [name for name in found if name.startswith("journals/")]
    assert "journals/" not in found["README.txt"].decode()


# Measures that need no running again


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_table_tells_consent_and_what_would_flip_it_purpose_and_deals(script: str) -> None:
    told, (row,) = story(script), of("tables.csv", script)
    review, space = review_purpose(told), untabled(told).space
    assert space is not None
    assert row["purpose_reached"] == written(review.reached)
    assert row["purpose_served"] == written(review.is_met)
    assert row["done_in_lanes"] == written(review.side_by_side.by_lanes)
    assert (row["deals"], row["deals_in_zone"]) == (str(space.deals), str(space.zone))
    assert row["terms_to_be_meant"] == written(space.nearest and len(space.nearest.away))
    for lived in told.lived[:1]:
        judgement = told.judged[lived.accord]
        assert row["consent"] == written(consent_of(judgement))
        assert row["flip_distance"] == written(judgement.verdict.flip and judgement.verdict.flip.distance)
        assert {one["consent"] for one in of("parties.csv", script)} == {written(consent_of(judgement))}


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_party_leans_on_every_term_and_every_sight_has_its_row(script: str) -> None:
    told = story(script)
    support = [(term, one) for lived in told.lived for term in term_support(told, lived.accord) for one in term.backers]
    assert [(row["issue"], row["seat"], row["points"], row["leaning"]) for row in of("terms.csv", script)] == [
        (term.issue, one.agency, written(one.points), one.leaning.value) for term, one in support
    ]
    sights = [sight for found in perspectives(told) for sight in found.sightings]
    assert [(row["seat"], row["whom"], row["predicted"]) for row in of("perspective.csv", script)] == [
        (one.seat, one.whom, str(one.predicted)) for one in sights
    ]
    by_seat = {row["seat"]: row for row in of("seats.csv", script)}
    for found in perspectives(told):
        assert by_seat[found.seat]["perspective_by_minutes"] == written(found.before)
    for expected in review_purpose(told).expectations:
        assert by_seat[expected.agency]["expects"] == expected.expected.value
        assert by_seat[expected.agency]["reached_beyond"] == str(expected.to_reached)


def test_of_a_game_that_goes_on_none_of_it_is_told() -> None:
    whole = recorded("pressed")
    found = measures(exported(replace(whole, lines=whole.lines[:-1])))
    (row,) = sheet(found, "tables.csv")
    private = (
        "consent",
        "flip_line",
        "flip_distance",
        "purpose_reached",
        "done_in_lanes",
        "deals",
        "terms_to_be_meant",
    )
    assert not any(row[name] for name in private), json.dumps(row)
    assert not any(row["expects"] or row["reached_beyond"] for row in sheet(found, "seats.csv"))
    assert not sheet(found, "terms.csv")
    assert not sheet(found, "perspective.csv")
