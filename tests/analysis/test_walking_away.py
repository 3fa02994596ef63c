"""What a seat takes home is held against walking away at the truth, as scores are."""

from dataclasses import replace

import pytest

from game.analysis.lab.balance import plan_games, weigh
from game.analysis.lab.trace import trace_game
from game.rules.case import Case
from game.scenario import loading


@pytest.fixture(scope="module")
def shifted() -> Case:
    """Let a true fact that nobody knows take from what the status quo is worth to the first agency."""
    case = loading.load(loading.find("tutorial"))
    issue, seat = case.issues[0], case.agency_ids[0]
    fact = replace(case.facts[0], is_true=True, shifts={issue.id: {issue.status_quo: {seat: -3}}})
    return replace(case, facts=(fact, *case.facts[1:]))


def test_who_keeps_what_walking_away_leaves_is_not_below_it(shifted: Case) -> None:
    seat = shifted.agencies[0]
    trace = trace_game(shifted, *plan_games(1, 1)[0])
    as_it_was = replace(trace, mandates={**trace.mandates, seat.id: seat.walk_away - 3.0})
    (role, *_) = weigh(shifted, [as_it_was]).roles
    assert role.walk_away == seat.walk_away - 3
    assert role.below.count == 0
