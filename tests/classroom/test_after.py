"""What the pages of the debrief are told: pictures that lie in their boxes, lines with bounds, changes told once."""

from __future__ import annotations

from typing import Any

import pytest
from endings import DISTRICT, TUTORIAL, VERDICTS, finished, story_of

from game.analysis.space.untabled import untabled
from game.classroom.sheets import sheet
from game.classroom.sheets.after import deal_row, otherwise_row, reckoned_row
from game.classroom.sheets.consensus import consensus_row
from game.classroom.sheets.seat.debrief.lines import lines
from game.debrief import LINES, judged_again
from game.rules.commands import Pass, SendMessage
from game.rules.ids import AgencyId
from game.rules.judging.lines import moved_to
from game.whatif import Change, reckon, retell

FUND = AgencyId("fund")


def debrief_of(script: str) -> Any:
    return sheet(finished(TUTORIAL, script), FUND, "debrief", is_revealed=True)


@pytest.mark.parametrize("script", VERDICTS)
def test_the_picture_of_consensus_lies_in_its_box_and_tells_every_moment(script: str) -> None:
    found: Any = consensus_row(story_of(finished(TUTORIAL, script)))
    assert found["words"]
    for plot in found["plots"]:
        assert len(plot["columns"]) == len(found["moments"])
        for column, moment in zip(plot["columns"], found["moments"], strict=True):
            assert 0 <= column["left"] <= column["x"] <= column["right"] <= plot["width"]
            assert plot["yes"] <= column["top"] <= column["bottom"] <= plot["no"]
            assert moment["words"].endswith(".")
            for _, x, shown, meant in column["dots"]:
                assert column["left"] <= x <= column["right"]
                assert all(plot["yes"] <= y <= plot["no"] for y in (shown, meant) if y is not None)


def test_of_every_term_it_is_told_who_was_for_it_and_who_carried_it() -> None:
    for accord in debrief_of("pressed")["happened"]["accords"]:
        for term in accord["terms"]:
            leaned = [seat for one in term["leaned"] for seat in one["agencies"]]
            assert sorted(leaned) == sorted(accord["parties"])
            assert {one["agency"] for one in term["carried"]} <= set(term["carriers"])
            assert all(0 <= one["effort"] <= 1 for one in term["carried"])


def test_every_line_can_be_moved_within_its_bounds_and_is_marked_once_it_is() -> None:
    story = story_of(finished(TUTORIAL, "pressed"))
    as_played: Any = lines(story)
    shown = [line for part in as_played["sections"] for line in part["lines"]]
    assert [line["name"] for line in shown] == [line.name for line in LINES]
    assert as_played["marked"] == ""
    for line in shown:
        assert line["least"] <= line["now"] == line["played"] <= line["most"]
        assert not line["is_moved"]
        for value in (line["least"], line["most"]):
            again: Any = lines(judged_again(story, moved_to(story.ruleset, {line["name"]: value})))
            moved = [one["name"] for part in again["sections"] for one in part["lines"] if one["is_moved"]]
            assert moved == ([line["name"]] if value != line["played"] else [])
            assert bool(again["marked"]) == bool(moved)


@pytest.mark.parametrize("script", ["pressed", "nothing"])
def test_whatever_a_seat_did_can_be_left_out_and_nothing_else(script: str) -> None:
    story = story_of(finished(TUTORIAL, script))
    offered = [at for part in debrief_of(script)["tries"] for at in part["commands"]]
    done = [
        entry.at
        for entry in story.entries
        if (command := story.command(entry.at)) is not None and not isinstance(command, Pass | SendMessage)
    ]
    assert offered == done
    for at in offered:
        found: Any = otherwise_row(story, retell(story, (Change(at, None),)))
        assert found["lead"].startswith(f"Without command {at} (")
        assert found["verdict"]["sentence"]


@pytest.mark.parametrize("script", ["pressed", "sincere", "breakdown"])
def test_a_reckoning_names_each_command_once_and_every_accord(script: str) -> None:
    story = story_of(finished(TUTORIAL, script))
    found: Any = reckoned_row(story, reckon(story))
    scan = found["scan"]
    singles = [one["at"][0] for one in scan["singles"]]
    undoing = scan["undoing"]["commands"] if scan["undoing"] else []
    assert len(set(singles)) == len(singles)
    assert undoing == sorted(set(undoing))
    assert set(found["shares"]) == {lived.accord for lived in story.lived}
    assert sorted(place for theme in found["themes"] for place in theme["points"]) == [*range(len(found["points"]))]
    assert set(found["flips"]) >= {"forum_weight", "forum_complementarity"}
    for shares in found["shares"].values():
        assert shares[0]["agency"] is None
        assert all(0 <= cause["part"] <= 1 for one in shares for cause in one["causes"])


def test_the_deal_never_tabled_has_a_picture_for_a_phone_and_a_wider_one_with_every_dot_in_words() -> None:
    story = story_of(finished(DISTRICT, "pressed"))
    found: Any = deal_row(untabled(story))
    narrow, wide = found["charts"]
    assert narrow["width"] < 360 < wide["width"]
    assert len(narrow["dots"]) == len(wide["dots"])
    assert len(found["rows"]) >= len(found["choices"]) > 0
    for choice in found["choices"]:
        assert [row["agency"] for row in choice["gains"]] == list(story.case.agency_ids)
        assert len(choice["terms"]) == len(story.case.issues)
