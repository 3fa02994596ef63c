"""A finished game, run again: nothing changed gives the same game; what is left out takes with it what hung on it."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from endings import TUTORIAL, retold, told, wandered
from hypothesis import given, settings
from hypothesis import strategies as st
from language import Game
from planted import planted

from game.debrief import Chronicle, judged_again, marked_words, of_journal
from game.record import read
from game.rules import commands as do
from game.rules.commands import Command
from game.rules.ids import AgencyId, TextId
from game.rules.vocabulary import ForumVerdict, Kind, Phase
from game.whatif import Change, ImpossibleChange, retell
from game.whatif.rerun import Rerun
from game.whatif.tape import tape_of

A = TextId("A")
RECORDED = sorted((Path(__file__).parents[1] / "recorded").glob("*/*.jsonl"))
"""Of every case and verdict, with persons and with computers."""


def number_of(story: Chronicle, kind: type[Command], nth: int = 0) -> int:
    """Find the nth command of a kind."""
    return [entry.at for entry in story.entries if isinstance(entry.command, kind)][nth]


def without(story: Chronicle, *numbers: int) -> Chronicle:
    return retell(story, [Change(at, None) for at in numbers]).story


def given_in(story: Chronicle, kind: type[Command]) -> list[Command]:
    return [entry.command for entry in story.entries if isinstance(entry.command, kind)]


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_with_nothing_changed_it_is_the_same_game(path: Path) -> None:
    story = of_journal(read(path))
    again = Rerun(tape_of(story)).finish()
    assert again.state.sealed.outcome == story.outcome
    assert not again.dropped
    moves = [entry for entry in story.entries if not isinstance(entry.command, do.SendMessage)]
    assert [(entry.at, entry.events) for entry in again.entries] == [(entry.at, entry.events) for entry in moves]


@given(st.integers(0, 10_000), st.integers(0, 10_000))
@settings(deadline=None, max_examples=25)
def test_any_random_game_comes_to_its_end_without_any_of_its_commands(seed: int, pick: int) -> None:
    story = wandered(seed)
    at = Random(pick).choice(story.entries).at
    found = retell(story, [Change(at, None)])
    assert found.story.end.room.phase is Phase.CLOSED
    assert all(dropped.at > at for dropped in found.dropped)
    kept = [entry for entry in found.story.entries if entry.at < at]
    spoken = [e for e in story.entries if e.at < at and not isinstance(e.command, do.SendMessage)]
    assert [(entry.at, entry.command, entry.events) for entry in kept] == [(e.at, e.command, e.events) for e in spoken]


def test_without_a_threat_free_is_whole_again_and_the_signature_is_held() -> None:
    story = told(TUTORIAL, "pressed")
    council = AgencyId("council")
    pressing = [e.at for e in story.entries if isinstance(e.command, do.Press) and e.command.whom == council]
    other = without(story, *pressing)
    before, after = (one.judged[A].signatures[council].roots["free"] for one in (story, other))
    assert before.value < after.value
    assert all(one.what != "threat" for one in after.evidence)


def test_commands_keep_their_numbers() -> None:
    story = told(TUTORIAL, "pressed")
    at = number_of(story, do.Press)
    kept = {entry.at: entry.command for entry in story.entries if not isinstance(entry.command, do.SendMessage)}
    other = without(story, at)
    assert {entry.at: entry.command for entry in other.entries} == {n: c for n, c in kept.items() if n != at}


def test_what_hung_on_a_text_that_was_never_tabled_is_dropped_and_named() -> None:
    story = told(TUTORIAL, "sincere")
    found = retell(story, [Change(number_of(story, do.Table), None)])
    assert not found.story.outcome.accords
    dropped = {dropped.at for dropped in found.dropped}
    for kind in (do.TakeStance, do.CallSignature, do.Sign):
        assert number_of(story, kind) in dropped
    assert all(one.sentence == "What it was about did not come up." for one in found.dropped)


def test_a_later_text_is_signed_under_its_own_name_when_an_earlier_one_is_left_out() -> None:
    game = Game().table("force", ("force", "council"), road="engineers")
    game.table("ministry", school="villages").stances().until(Phase.FLOOR, number=2)
    game.turn("ministry").do(do.CallSignature("ministry", "B")).stances().sign().year()
    story = retold(game)
    assert [accord.accord for accord in story.outcome.accords] == ["B"]
    other = without(story, number_of(story, do.Table))
    (accord,) = other.outcome.accords
    assert accord.accord == "A"
    assert accord.terms == story.outcome.accords[0].terms


def test_a_signature_declined_instead_keeps_the_accord_from_coming_into_force() -> None:
    story = told(TUTORIAL, "pressed")
    at = number_of(story, do.Sign)
    sign = story.command(at)
    assert isinstance(sign, do.Sign)
    other = retell(story, [Change(at, do.Decline(sign.seat, sign.text))]).story
    assert other.outcome.verdict is not ForumVerdict.FALSE_COHERENCE
    assert not other.outcome.accords


def test_an_answer_to_a_motion_that_nobody_made_is_no_move_of_its_own() -> None:
    game = Game().turn("ministry").do(do.MoveProcedure("ministry", chair="ministry"))
    for seat in ("council", "relief"):
        game.do(do.MoveProcedure(seat, chair="ministry"))
    game.until(Phase.CLOSED)
    story = retold(game)
    assert story.end.room.forum.chair == "ministry"
    found = retell(story, [Change(number_of(story, do.MoveProcedure), None)])
    assert found.story.end.room.forum.chair == "force"
    assert not given_in(found.story, do.MoveProcedure)
    assert {dropped.at for dropped in found.dropped} == {
        number_of(story, do.MoveProcedure, 1),
        number_of(story, do.MoveProcedure, 2),
    }


def test_luck_stays_as_it_was() -> None:
    story = told("liberia-health-education-2006", "waived")
    at = number_of(story, do.Meet)
    other = without(story, at)
    answers = [
        [event.what for entry in one.entries for event in entry.events if event.what.kind == "cable_answered"]
        for one in (story, other)
    ]
    assert answers[0]
    assert answers[0] == answers[1]


def gaps(story: Chronicle) -> list[int | None]:
    readings = story.judged[A].signatures.values()
    return [one.at for reading in readings for one in reading.roots["informed"].evidence if one.what == "spun"]


def test_a_spun_account_given_straight_closes_its_gap() -> None:
    story = planted("spin")
    at = next(e.at for e in story.entries if isinstance(e.command, do.Share) and e.command.is_spun)
    share = story.command(at)
    assert isinstance(share, do.Share)
    other = retell(story, [Change(at, do.Share(share.seat, share.fact, share.whom))]).story
    assert at in gaps(story)
    assert at not in gaps(other)


@pytest.mark.parametrize("number", [0, -1, 999])
def test_there_must_be_such_a_command(number: int) -> None:
    with pytest.raises(ImpossibleChange, match=f"There is no command {number}; the game has commands 1 to "):
        retell(told(TUTORIAL, "pressed"), [Change(number, None)])


def test_what_is_done_instead_must_be_possible_there() -> None:
    story = told(TUTORIAL, "pressed")
    at = number_of(story, do.Press)
    with pytest.raises(ImpossibleChange, match=f"In place of command {at} that was not possible: "):
        retell(story, [Change(at, do.WalkOut(AgencyId("fund")))])


def test_a_game_judged_by_other_lines_goes_otherwise_by_the_same_lines() -> None:
    story = told(TUTORIAL, "sincere")
    again = judged_again(story, replace(story.ruleset, hollow_sincerity=0.9))
    other = without(again, number_of(story, do.Meet))
    assert other.judged[A].verdict.kind is Kind.FALSE
    assert marked_words(other) == marked_words(again)
