"""Computer seats deciding anew: by what they now see, while people do what they did."""

from pathlib import Path

import pytest
from endings import TUTORIAL, at_phase, computers, story_of

from game.debrief import always, holdings_of, of_journal
from game.record import read
from game.rules import commands as do
from game.rules.ids import AgencyId
from game.rules.vocabulary import Phase
from game.whatif import Change, retell
from game.whatif.minds import Minds
from game.whatif.rerun import DECIDED, Rerun
from game.whatif.tape import tape_of

FUND = AgencyId("fund")
PLAYED = sorted((Path(__file__).parents[1] / "recorded").glob("*/computers-*-1.jsonl"))


@pytest.mark.parametrize("path", PLAYED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_with_nothing_changed_they_decide_what_they_decided(path: Path) -> None:
    journal = read(path)
    story = of_journal(journal)
    again = Rerun(tape_of(story), None, Minds(holdings_of(journal), len(story.entries) // 2)).finish()
    assert any(entry.note == DECIDED for entry in again.entries)
    assert again.state.sealed.outcome == story.outcome


@pytest.mark.parametrize("path", PLAYED[:4], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_is_left_out_is_not_done_again_by_the_same_seat(path: Path) -> None:
    journal = read(path)
    story = of_journal(journal)
    at = next(entry.at for entry in story.entries if isinstance(entry.command, do.Table))
    found = retell(story, [Change(at, None)], holdings_of(journal))
    assert found.decided_anew
    assert found.story.end.room.phase is Phase.CLOSED
    assert story.command(at) not in [entry.command for entry in found.story.entries]
    before = [(entry.at, entry.events) for entry in story.entries if entry.at < at]
    assert [(entry.at, entry.events) for entry in found.story.entries][: len(before)] == before


def test_people_are_held_and_computers_answer_to_what_changed() -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.CORRIDOR)
    computers(table, FUND)
    while not table.is_closed:
        if table.step() is None:
            assert table.receive(FUND, do.Pass(FUND)).is_accepted
    story = story_of(table)
    holdings = always(table.roster)
    persons = [e.command for e in story.entries if e.seat == FUND]
    at = next(e.at for e in story.entries if e.seat != FUND and isinstance(e.command, do.Meet | do.Share))
    found = retell(story, [Change(at, None)], holdings)
    dropped = {story.command(one.at) for one in found.dropped}
    again = [e.command for e in found.story.entries if e.seat == FUND and not isinstance(e.command, do.Pass)]
    held = [command for command in persons if not isinstance(command, do.Pass) and command not in dropped]
    assert again == held
    assert any(entry.note == DECIDED for entry in found.story.entries)
