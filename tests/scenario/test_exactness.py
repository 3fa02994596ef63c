"""Answers that were found by bounds are those that trying everything gives."""

import re
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as some

from game.rules.appraisal import appraise
from game.rules.case import Case
from game.rules.conditions import Condition, World, holds
from game.rules.ids import AgencyId
from game.rules.opening import open_game
from game.rules.ruleset import STANDARD
from game.rules.texts import Term
from game.rules.view import view
from game.scenario.checks.possibility import Circumstances, Effort, can_hold
from game.scenario.checks.stakes import stakes_of
from game.scenario.loading import read

CREDIT = "when: {agreed: {school: villages}}"
EASY = settings(deadline=None, max_examples=60)
AGENCIES = ("force", "relief", "council")
OPTIONS = {"school": ("none", "villages", "town"), "road": ("open", "convoys")}

atoms = some.one_of(
    some.sampled_from([{"agreed": {issue: option}} for issue, options in OPTIONS.items() for option in options]),
    some.sampled_from([{key: agency} for key in ("party", "chairs", "carries") for agency in AGENCIES]),
    some.sampled_from([{"carries": {"agency": agency, "issue": issue}} for agency in AGENCIES for issue in OPTIONS]),
)
conditions = some.recursive(
    atoms,
    lambda inner: some.one_of(
        some.lists(inner, min_size=1, max_size=3).map(lambda parts: {"all": parts}),
        some.lists(inner, min_size=1, max_size=3).map(lambda parts: {"any": parts}),
        inner.map(lambda part: {"not": part}),
    ),
    max_leaves=6,
)


def flow(value: object) -> str:
    """Write a condition on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(held)}" for key, held in value.items()) + "}"
    return "[" + ", ".join(map(flow, value)) + "]" if isinstance(value, list) else str(value)


def worlds_of(case: Case) -> list[World]:
    """List every world that a game of the case can come to."""
    worlds = []
    for chosen in product(*((None, *issue.options) for issue in case.issues)):
        terms = {issue.id: option for issue, option in zip(case.issues, chosen, strict=True) if option}
        carriers = {issue: option.carriers for issue, option in terms.items()}
        for joined in product((True, False), repeat=len(case.agencies)):
            parties = frozenset(seat for seat, is_in in zip(case.agency_ids, joined, strict=True) if is_in)
            is_signed = parties.issuperset(carrier for those in carriers.values() for carrier in those)
            if (len(parties) >= 2 and is_signed) if terms else not parties:
                agreed = {issue: option.id for issue, option in terms.items()}
                worlds += [World(agreed, parties, chair, carriers) for chair in case.agency_ids]
    return worlds


@EASY
@given(some.data())
def test_whether_a_condition_can_hold_is_what_trying_every_world_says(
    harbour_source: str, data: some.DataObject
) -> None:
    when = flow(data.draw(conditions))
    case = read(harbour_source.replace(CREDIT, f"when: {when}", 1), "harbour.yaml")
    if not isinstance(case, Case):  # too deep
        return
    condition: Condition = case.agency(AgencyId("relief")).hidden[0].condition
    worlds = worlds_of(case)
    signed = [world for world in worlds if "relief" in world.parties]
    found = {holds(condition, world) for world in worlds}
    found_signed = {holds(condition, world) for world in signed}
    circumstances = Circumstances(is_agreed=True, party=AgencyId("relief"))
    for wanted in (True, False):
        assert can_hold(condition, case, Effort(), is_wanted=wanted) is (wanted in found)
        assert can_hold(condition, case, Effort(), circumstances, is_wanted=wanted) is (wanted in found_signed)


def points_of(data: some.DataObject, options: tuple[str, ...], best: int) -> dict[str, int]:
    worths = {option: data.draw(some.integers(0, best)) for option in options}
    return {**worths, data.draw(some.sampled_from(options)): best}


@EASY
@given(some.data())
def test_whether_a_deal_suits_is_what_trying_every_deal_says(harbour_source: str, data: some.DataObject) -> None:
    edits = {"shifts: {road: {convoys: {force: -5}}}": "shifts: {}"}
    for agency, walk_away, school, road in (
        ("force", 40, "school: {none: 10, villages: 30, town: 60}", "road: {open: 40, convoys: 20}"),
        ("relief", 30, "school: {none: 10, villages: 50, town: 30}", "road: {open: 50, convoys: 0}"),
        ("council", 20, "school: {none: 0, villages: 20, town: 70}", "road: {open: 25, convoys: 30}"),
    ):
        best = data.draw(some.integers(20, 80), label=agency)
        for written, issue, most in ((school, "school", best), (road, "road", 100 - best)):
            edits[written] = f"{issue}: {flow(points_of(data, OPTIONS[issue], most))}"
        edits[f"walk_away: {walk_away}\n"] = f"walk_away: {data.draw(some.integers(0, 100))}\n"
    text = re.sub("|".join(map(re.escape, edits)), lambda found: edits[found[0]], harbour_source)
    case = read(text, "harbour.yaml")
    assert isinstance(case, Case)
    gains = gains_by_engine(case)
    stakes = stakes_of(case)
    for seat in case.agency_ids:
        suits_it = any(deal[seat] > 1e-6 for deal in gains)
        suits_all = any(deal[seat] > 1e-6 and min(deal.values()) > -1e-6 for deal in gains)
        assert (stakes.seek((seat,), seat, Effort()) is not None) is suits_it
        assert (stakes.seek(case.agency_ids, seat, Effort()) is not None) is suits_all


def gains_by_engine(case: Case) -> list[dict[AgencyId, float]]:
    """Let the rules say what each deal between all agencies brings each of them over not signing it."""
    state = open_game(case, STANDARD, 1, case.agency_ids).state
    deals = []
    for chosen in product(*((None, *issue.options) for issue in case.issues)):
        terms = tuple(Term(issue.id, option.id) for issue, option in zip(case.issues, chosen, strict=True) if option)
        if terms:
            found = {seat: appraise(view(state, seat), terms, case.agency_ids) for seat in case.agency_ids}
            lines = {seat: {line.id for line in case.agency(seat).red_lines if not line.is_waivable} for seat in found}
            deals.append(
                {
                    seat: float("-inf") if lines[seat] & {*one.crossed} else one.worth - one.reservation
                    for seat, one in found.items()
                }
            )
    return deals
