"""Drafts: what a seat proposes, held against all that it could propose, and whom each manner writes for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product

import numpy as np
import pytest
from language import Game, changed, small_case, worded
from watching import SHIPPED, watched

from game.opponents.board import Board, board_of
from game.opponents.draft import WORTH_SIGNING, Draft, chance_of_all, draft, promise_of
from game.opponents.estimate import others_of
from game.opponents.ledger import forbidden_pairs, ledger, read_terms
from game.opponents.luck import Luck
from game.opponents.manner import BEGINNER, CONSENSUS_BUILDER, HONEST_BROKER, LEVELS, MANNERS, VETERAN, Level, Manner
from game.opponents.mind.agenda import OPEN
from game.opponents.prospect import prospect_of
from game.rules.case import RedLine
from game.rules.conditions import AllOf, OptionAgreed
from game.rules.texts import Term
from game.rules.view import View, view
from game.rules.vocabulary import Phase

LARGE = SHIPPED[1:]


def situations(names: tuple[str, ...], number: int, every: int, seeds: tuple[int, ...] = ()) -> Iterator[View]:
    """Look from some seats at the beginning of the floor of a round, with nothing settled yet."""
    for name in names:
        for seed in seeds or (SHIPPED.index(name),):
            game = watched(name, seed)
            state = game.first_of(Phase.FLOOR, number=number)
            if state is not None and not state.room.in_force:
                yield from (view(state, seat) for seat in game.case.agency_ids[::every])


def written(sight: View, manner: Manner) -> Draft | None:
    return draft(sight, manner, Luck(1, sight.seat))


def promise(sight: View, manner: Manner, terms: tuple[Term, ...]) -> float:
    """Say what a text among all who are here promises the seat; 0 if it would not propose it."""
    parties = tuple(agency for agency in sight.scene.agency_ids if agency in sight.room.present)
    seen = prospect_of(sight, manner, Luck(1, sight.seat), terms, parties)
    if seen.crossed or seen.judged < WORTH_SIGNING:
        return 0.0
    return promise_of(sight, manner, seen.judged, chance_of_all(sight, manner, terms, parties))


def everything(sight: View, board: Board) -> Iterator[tuple[int, ...]]:
    """Go through all packages that those here can carry."""
    columns = (
        [OPEN, *(n for n, option in enumerate(issue.options) if sight.room.present.issuperset(option.carriers))]
        for issue in sight.scene.issues
    )
    yield from (package for package in product(*columns) if any(n != OPEN for n in package))


@cache
def shares_of_the_best(manner: Manner) -> list[float]:
    """Say, for each seat in rounds of the tutorial, which share of the best promise its own draft has."""
    shares = []
    for number in (2, 3):
        for sight in situations(("tutorial",), number, 1, (0, 1, 2, 3)):
            best = max(
                promise(sight, manner, board_of(sight.scene).terms(package))
                for package in everything(sight, board_of(sight.scene))
            )
            if best > 0:
                new = written(sight, manner)
                assert new is None or new.promise <= best * (1 + 1e-6)
                shares.append(new.promise / best if new is not None else 0.0)
    return shares


def test_in_most_situations_a_veteran_finds_the_best_of_all_texts_and_else_a_fair_one() -> None:
    shares = shares_of_the_best(CONSENSUS_BUILDER.at(VETERAN))
    assert len(shares) >= 15
    assert np.mean(np.array(shares) >= 0.95) >= 0.6
    assert np.mean(shares) >= 0.85


@pytest.mark.parametrize("name", ["afghanistan-district-2006", "liberia-security-reform-2006", "sarvenne-compact"])
def test_a_draft_on_seven_issues_is_hardly_beaten_by_what_could_promise_more(name: str) -> None:
    """It is held against packages drawn by chance among those that could promise more by a bound on their worth."""
    manner = CONSENSUS_BUILDER.at(VETERAN)
    sight = next(situations((name,), 3, 8))
    new = written(sight, manner)
    assert new is not None
    assert new.promise == pytest.approx(promise(sight, manner, new.terms))
    board = board_of(sight.scene)
    agenda, book, agency = board.agenda, ledger(sight), sight.role.agency
    margins, gains = board.spread_out(book.margins), board.spread_out(book.gains)
    packages = np.array(list(everything(sight, board)), np.intp)
    bounds = np.full(len(packages), sum(abs(mandate.points) for mandate in agency.hidden), float)
    for number, start in enumerate(agenda.starts):
        chosen = packages[:, number] != OPEN
        bounds[chosen] += (margins + np.maximum(0.0, -gains))[start + packages[chosen, number]]
    hopeful = packages[bounds > new.promise]
    rng = np.random.default_rng(1)
    looked = hopeful[rng.permutation(len(hopeful))[:700]]
    assert len(looked) == 700
    best = max(promise(sight, manner, board.terms(package)) for package in looked)
    assert new.promise >= 0.8 * best


def test_who_compares_more_drafts_finds_better_ones() -> None:
    one, many = (
        np.mean(shares_of_the_best(CONSENSUS_BUILDER.at(level))) for level in (replace(VETERAN, drafts=1), VETERAN)
    )
    assert one < many


@pytest.mark.parametrize("level", LEVELS.values(), ids=lambda level: level.name)
@pytest.mark.parametrize("manner", MANNERS.values(), ids=lambda manner: manner.name)
def test_nobody_proposes_what_it_may_not_sign_or_what_is_not_worth_it_or_what_nobody_here_can_do(
    manner: Manner, level: Level
) -> None:
    manner, drafts = manner.at(level), 0
    for sight in situations(LARGE[:3], 2, 3):
        new = written(sight, manner)
        if new is None:
            continue
        drafts += 1
        assert new.terms
        assert len({term.issue for term in new.terms}) == len(new.terms)
        assert new.margin >= WORTH_SIGNING
        assert 0.0 <= new.chance <= 1.0
        assert not any(one in new.terms and other in new.terms for one, other in forbidden_pairs(sight))
        carriers = {c for term in new.terms for c in sight.scene.option(term.issue, term.option).carriers}
        assert carriers | {sight.seat} <= set(new.parties) <= sight.room.present
    assert drafts >= 4


def least(sight: View, new: Draft) -> float:
    """Say what a draft is taken to bring whoever of the others here gets least, in points, by the same belief."""
    others = others_of(sight, HONEST_BROKER)
    return min(others.margin(agency, new.terms) for agency in others.seats)


def test_an_honest_broker_writes_for_whoever_gets_least_and_a_presser_for_itself() -> None:
    lows: dict[str, list[float]] = {"honest_broker": [], "presser": []}
    own: dict[str, list[float]] = {"honest_broker": [], "presser": []}
    for sight in situations(LARGE, 2, 4):
        drafts = {name: written(sight, MANNERS[name].at(VETERAN)) for name in lows}
        for name, new in drafts.items():
            if None not in drafts.values() and new is not None:
                lows[name].append(least(sight, new))
                own[name].append(read_terms(sight, new.terms, new.parties).margin)
    assert len(own["presser"]) >= 8
    assert np.mean(lows["honest_broker"]) > np.mean(lows["presser"]) + 5.0
    assert np.mean(np.array(lows["honest_broker"]) >= np.array(lows["presser"]) - 1e-9) >= 0.75
    assert np.mean(own["presser"]) > np.mean(own["honest_broker"]) + 2.0


def test_whom_a_text_is_not_to_count_on_carries_nothing_in_it() -> None:
    drafts = 0
    for sight in situations(LARGE[:2], 2, 3):
        for left_out in sight.room.present - {sight.seat}:
            new = draft(sight, CONSENSUS_BUILDER.at(VETERAN), Luck(1, sight.seat), without=(left_out,))
            if new is not None:
                drafts += 1
                assert left_out not in new.parties
                assert not any(left_out in sight.scene.option(term.issue, term.option).carriers for term in new.terms)
    assert drafts >= 5


@pytest.mark.parametrize("drafts", [1, VETERAN.drafts])
def test_leverage_makes_a_seat_ask_for_more(drafts: int) -> None:
    gained = []
    for sight in situations(LARGE, 2, 4):
        manner = CONSENSUS_BUILDER.at(replace(VETERAN, drafts=drafts))
        force = dict.fromkeys(sight.room.present - {sight.seat}, 24.0)
        plain, bold = written(sight, manner), draft(sight, manner, Luck(1, sight.seat), force=force)
        if plain is not None and bold is not None:
            gained.append(bold.margin - plain.margin)
    assert len(gained) >= 8
    assert np.mean(gained) > 0.5


def test_a_red_line_that_only_three_terms_together_cross_is_kept_too() -> None:
    terms = worded(school="villages", road="contractor", news="shared")
    together = AllOf(tuple(OptionAgreed(term.issue, term.option) for term in terms))
    free = small_case(facts=())
    bound = changed(free, "council", red_lines=(RedLine("all", "Not all at once.", together, is_waivable=False),))
    selfish = replace(MANNERS["presser"].at(VETERAN), level=replace(VETERAN, foresight=0.0))
    found = [written(Game(case).turn("council").view("council"), selfish) for case in (free, bound)]
    assert found[0] is not None
    assert set(found[0].terms) == set(terms)
    assert found[1] is None or set(found[1].terms) != set(terms)


def test_the_longer_there_is_time_the_less_a_veteran_minds_that_somebody_may_refuse() -> None:
    (sight, *_) = situations(("tutorial",), 2, 1)
    manner, rounds = CONSENSUS_BUILDER.at(VETERAN), sight.scene.rounds
    kept = [promise_of(at_round(sight, number), manner, 20.0, 0.3) for number in range(1, rounds + 1)]
    assert kept == sorted(kept, reverse=True)
    assert kept[0] > 1.3 * kept[-1]
    assert kept[-1] == pytest.approx(20.0 * 0.3)
    beginner = CONSENSUS_BUILDER.at(BEGINNER)
    assert promise_of(at_round(sight, 1), beginner, 20.0, 0.3) == pytest.approx(20.0 * 0.3)
    assert promise_of(at_round(sight, rounds), MANNERS["presser"], 20.0, 0.3) > 19.0


def at_round(sight: View, number: int) -> View:
    return replace(sight, room=replace(sight.room, round=number))
