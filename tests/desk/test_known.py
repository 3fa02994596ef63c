"""What a seat knows, its role, the record and the bar, as pure functions of the view."""

from sittings import (
    CLINICS,
    COUNCIL,
    FORCE,
    FUND,
    Noted,
    case,
    everybody_passes,
    first_corridor,
    play,
    sit,
    terms,
    to_corridor,
)

from game.desk import known, record, role
from game.desk.interludes import waiting_words
from game.desk.left import left
from game.record.sentences import Sentence
from game.rules import commands as do
from game.rules.ids import RedLineId
from game.rules.view import View
from game.rules.vocabulary import Phase


def test_what_i_know_of_an_agency_is_what_passed_between_us(sitting: Noted, view: View) -> None:
    found = {chapter.name: chapter for chapter in known.chapters(view, sitting.table.roster, COUNCIL)}
    told = " ".join(line.words for line in found["What they told you"].lines)
    assert "Safety on the coast road: Safe hours, told by town 26" in told
    assert "You believe it by" in told
    said = " ".join(line.words for line in found["What you told them"].lines)
    assert "spun" in said
    assert any("They pledged you 2" in line.words for line in found["Between you"].lines)
    nothing = {chapter.name: chapter for chapter in known.chapters(view, sitting.table.roster, FORCE)}
    assert nothing["What they told you"].lines == ()


def test_my_role_names_what_is_forbidden_and_what_lifts_it() -> None:
    sitting = first_corridor("fund")
    line = sitting.view.role.agency.red_lines[0]
    assert role.red_line_rows(sitting.view)[0].remark == "a cable may lift it"
    play(sitting, do.CableHome(FUND, RedLineId(line.id)))
    assert role.red_line_rows(sitting.view)[0].remark == "a cable may lift it · 1 cable sent"


def test_my_points_are_as_i_believe_the_facts(view: View) -> None:
    for row in role.points_rows(view):
        assert list(row.options) == sorted(row.options, key=lambda option: -option[1])


def test_beliefs_say_why(view: View) -> None:
    rows = {row.name: row for row in role.belief_rows(view)}
    assert rows["The contractor's last roof"].why == "You have made sure."
    assert rows["The guild's stores"].why == "Town council says yes"


# The record, the top and who is awaited


def test_the_record_marks_what_is_new() -> None:
    lines = [Sentence(None, ((str(n), False),)) for n in range(5)]
    rows = record.record_rows(sit().view.scene, lines, 2)
    assert [row.is_new for row in rows] == [False, False, False, True, True]


def test_a_very_long_record_shows_its_end() -> None:
    lines = [Sentence(FUND, ((str(n), False),)) for n in range(record.MOST_ROWS + 9)]
    rows = record.record_rows(sit().view.scene, lines, 0)
    assert len(rows) == record.MOST_ROWS
    assert rows[-1].runs == ((str(record.MOST_ROWS + 8), False),)


def test_the_top_counts_floor_and_time(sitting: Noted, view: View) -> None:
    now = left(view)
    assert (now.floor, now.time) == (1, view.own.time)
    everybody_passes(sitting, Phase.FLOOR, but="clinics")
    assert left(sitting.table.view(CLINICS)).floor == 1
    play(sitting, do.Table(CLINICS, terms(road="patrols"), case().agency_ids))
    after = left(sitting.table.view(CLINICS))
    assert (after.floor, after.time) == (0, 0)


def test_who_is_awaited_is_named() -> None:
    sitting = sit(seat="clinics")
    assert waiting_words(sitting.view)[0] == "Recovery Fund convenes the meeting."
    watched = waiting_words(sitting.table.view(FUND), is_watching=True)
    assert watched[0] == "Recovery Fund convenes the meeting."
    to_corridor(sitting)
    play(sitting, do.Pass(CLINICS), do.Pass(FUND), do.Pass(FORCE))
    assert waiting_words(sitting.view)[0] == "Waiting for Town council."
    play(sitting, do.Pass(COUNCIL))
    assert waiting_words(sitting.table.view(COUNCIL)) == (
        "Recovery Fund has the floor.",
        "After that: Harbour Force, Coast Clinics and you.",
    )
