"""Played scripts: every verdict the forum can come to, reached through the commands alone.

A script is a list of commands with their seat. Whoever has nothing in it passes when its turn comes.
"""

from functools import cache
from pathlib import Path

import pytest

from game.rules.judgement import Outcome
from game.rules.ruleset import STANDARD
from game.rules.state import State
from game.rules.vocabulary import ForumVerdict, Kind, Lived, Root
from game.scenario import loading
from game.scenario.script import load_script
from game.session.performing import perform

SCRIPTS = Path(__file__).parent / "scripts"
CASES = [path.stem for path in loading.shipped()]
VERDICTS = {
    "sincere": ForumVerdict.SINCERE_AGREEMENT,
    "overtaken": ForumVerdict.OVERTAKEN,
    "pressed": ForumVerdict.FALSE_COHERENCE,
    "side-by-side": ForumVerdict.SIDE_BY_SIDE,
    "information-sharing": ForumVerdict.INFORMATION_SHARING,
    "breakdown": ForumVerdict.BREAKDOWN,
    "nothing": ForumVerdict.NOTHING,
}


@cache
def played(name: str, script: str) -> tuple[State, Outcome]:
    """Play a script of a case to the end, and open everything."""
    case = loading.load(loading.find(name))
    written = load_script(SCRIPTS / name / f"{script}.yaml", case)
    opened = perform(case, written.commands, seed=1).opened()
    assert opened is not None
    assert opened.state.sealed.outcome is not None
    return opened.state, opened.state.sealed.outcome


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("script", VERDICTS)
def test_script_comes_to_its_verdict(name: str, script: str) -> None:
    _, outcome = played(name, script)
    assert outcome.verdict is VERDICTS[script]


@pytest.mark.parametrize("name", CASES)
def test_sincere_text_is_signed_by_all_and_carried_out(name: str) -> None:
    state, outcome = played(name, "sincere")
    (accord,) = outcome.accords
    assert set(accord.parties) == set(state.case.agency_ids)
    assert accord.signed is Kind.SINCERE
    assert accord.lived is Lived.SINCERE_AGREEMENT
    assert accord.rate >= 75
    for signature in state.sealed.judgements[accord.accord].signatures.values():
        assert min(root.value for root in signature.roots.values()) >= 0.6


@pytest.mark.parametrize("name", CASES)
def test_pressed_text_is_signed_by_all_and_hollow_where_it_has_to_be_carried(name: str) -> None:
    state, outcome = played(name, "pressed")
    (accord,) = outcome.accords
    assert set(accord.parties) == set(state.case.agency_ids)
    assert accord.signed is Kind.FALSE
    assert accord.lived is Lived.FALSE_COHERENCE
    assert accord.rate < STANDARD.lived_rate
    judgement = state.sealed.judgements[accord.accord]
    hollow = [seat for seat, signature in judgement.signatures.items() if signature.is_hollow]
    assert len(hollow) >= 2
    assert all(judgement.signatures[seat].roots[Root.FREE].value < 0.5 for seat in hollow)
    assert {finding.test for finding in judgement.verdict.findings} >= {"hollow", "falsification", "capture"}


@pytest.mark.parametrize("name", CASES)
def test_who_was_not_invited_is_a_missing_voice_of_the_pressed_text(name: str) -> None:
    state, outcome = played(name, "pressed")
    accord = outcome.accords[0]
    uninvited = [agency for agency in state.case.agencies if agency.id not in state.room.forum.invited]
    missing = {
        agency.id
        for agency in uninvited
        if sum(max(agency.points[term.issue].values()) for term in accord.terms) >= STANDARD.voice_stake
    }
    assert set(state.sealed.judgements[accord.accord].missing) == missing


@pytest.mark.parametrize("name", CASES)
def test_lanes_fit_and_nothing_is_signed(name: str) -> None:
    _, outcome = played(name, "side-by-side")
    assert outcome.accords == ()
    assert outcome.complementarity >= 0.6


@pytest.mark.parametrize("name", CASES)
def test_overtaken_text_was_signed_sincerely(name: str) -> None:
    _, outcome = played(name, "overtaken")
    (accord,) = outcome.accords
    assert accord.signed is Kind.SINCERE
    assert accord.rate < STANDARD.lived_rate


@pytest.mark.parametrize("name", CASES)
def test_sharing_information_meets_what_was_declared(name: str) -> None:
    _, outcome = played(name, "information-sharing")
    assert outcome.is_purpose_met


@pytest.mark.parametrize("name", CASES)
def test_sincere_beats_side_by_side_beats_pressed_for_the_weak_and_pays_nobody_to_press(name: str) -> None:
    (state, sincere), (_, beside), (_, pressed) = (played(name, s) for s in ("sincere", "side-by-side", "pressed"))
    for seat in state.case.agency_ids:
        assert sincere.scores[seat].total > beside.scores[seat].total > pressed.scores[seat].total


@pytest.mark.parametrize("name", CASES)
def test_the_population_fares_best_where_the_text_is_sincere(name: str) -> None:
    impacts = [played(name, script)[1].impact for script in ("sincere", "side-by-side", "pressed")]
    assert impacts == sorted(impacts, reverse=True)
