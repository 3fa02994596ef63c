"""A scan tries every command left out and done otherwise; what it says is what running the game again says."""

from functools import cache
from random import Random

import pytest
from endings import DISTRICT, TUTORIAL, VERDICTS, told, wandered
from hypothesis import given, settings
from hypothesis import strategies as st

from game.debrief import Chronicle
from game.rules import commands as do
from game.rules.commands import Command
from game.whatif import Scan, Trial, retell, scan, scan_words, trial_words
from game.whatif.ending import ending_of
from game.whatif.words import spans


def agrees(story: Chronicle, trial: Trial) -> bool:
    """Say whether a trial tells what the whole game, retold with its change, comes to."""
    other = retell(story, trial.changes).story
    same = other.outcome.verdict is trial.ending.verdict
    if trial.ending.signed is None:
        return same
    return same and (trial.ending.signed, trial.ending.rate) in [
        (one.signed, one.rate) for one in other.outcome.accords
    ]


@pytest.mark.parametrize("script", VERDICTS)
def test_every_command_but_passes_is_left_out_once(script: str) -> None:
    story = told(TUTORIAL, script)
    found = scan(story, with_pairs=False)
    acted = [e.at for e in story.entries if not isinstance(e.command, do.Pass | do.SendMessage)]
    assert [t.changes[0].at for t in found.trials if t.changes[0].act is None] == acted
    assert found.played == ending_of(story)


@pytest.mark.parametrize("script", ["sincere", "pressed", "side-by-side", "breakdown"])
def test_each_trial_comes_to_what_the_game_retold_comes_to(script: str) -> None:
    story = told(TUTORIAL, script)
    found = scan(story)
    for trial in (*found.trials, *found.pairs):
        assert agrees(story, trial), trial.changes


@given(st.integers(0, 3_000))
@settings(deadline=None, max_examples=4)
def test_trials_agree_in_random_games(seed: int) -> None:
    story = wandered(seed)
    found = scan(story, with_pairs=False)
    for trial in Random(seed).sample(found.trials, min(6, len(found.trials))):
        assert agrees(story, trial), trial.changes


def changed(story: Chronicle, trial: Trial) -> tuple[Command | None, object]:
    (change,) = trial.changes
    return story.command(change.at), change.act


def test_a_straight_account_spun_turns_or_lowers_and_a_spun_one_straight_never_lowers() -> None:
    for script in ("pressed", "sincere"):
        story = told(TUTORIAL, script)
        found = scan(story, with_pairs=False)
        for trial in found.trials:
            match changed(story, trial):
                case do.Share(is_spun=True), do.Share():
                    assert found.moved(trial) >= 0
                case do.Press(), None:
                    assert found.moved(trial) >= 0


def test_an_accord_nobody_signs_any_more_is_undone_and_not_weighed() -> None:
    found = scan(told(TUTORIAL, "pressed"))
    undone = [trial for trial in found.turned if found.undoes(trial)]
    assert undone
    assert all(found.moved(trial) == 0 for trial in undone)
    assert found.turned[-len(undone) :] == tuple(undone)


def test_pairs_are_tried_only_where_no_single_change_turns_it_with_the_accord_standing() -> None:
    for found in (scan(told(TUTORIAL, "sincere")), scan(told(TUTORIAL, "pressed")), paired()):
        is_turned = any(not found.undoes(trial) for trial in found.turned)
        assert (found.paired > 0) is not is_turned
        for pair in found.pairs:
            first, second = pair.changes
            assert first.at < second.at
            assert found.turns(pair)


@cache
def paired() -> Scan:
    """Scan a game that no single command turns, once."""
    return scan(told("sarvenne-compact", "side-by-side"))


def test_two_that_only_together_turn_it_are_found() -> None:
    story, found = told("sarvenne-compact", "side-by-side"), paired()
    assert found.pairs
    assert all(agrees(story, pair) for pair in found.pairs[:5])
    assert "no single one turns it" in scan_words(found)
    assert trial_words(story, found, found.pairs[0]).lead.count("command ") == 2


def test_words_name_the_command_and_what_it_came_to() -> None:
    story = told(TUTORIAL, "breakdown")
    found = scan(story)
    words = trial_words(story, found, found.turned[0])
    assert words.lead == "Without command 22 (Ostrel town council walked out, in round 2):"
    assert words.words == "The verdict is nothing."
    assert words.mood == "good"


def test_a_game_in_which_nobody_did_anything_is_scanned_too() -> None:
    found = scan(told(DISTRICT, "nothing"))
    assert found.turned == ()
    assert "no single one turns it" in scan_words(found)


@pytest.mark.parametrize(
    ("numbers", "words"), [([3], "3"), ([3, 4], "3–4"), ([1, 3, 4, 5, 9], "1, 3–5 and 9"), ([], "")]
)
def test_numbers_that_follow_each_other_are_written_as_a_span(numbers: list[int], words: str) -> None:
    assert spans(numbers) == words
