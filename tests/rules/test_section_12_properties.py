"""Rules section 12: properties that hold in every case, by generation."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from generation import random_case, random_terms
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from language import Game, ambush, option
from wandering import wander

from game.rules import commands as do
from game.rules.appraisal import appraise
from game.rules.case import Case, Leverage
from game.rules.evolve import evolve, replay
from game.rules.judgement import Judgement, RootReading, SignatureReading
from game.rules.judging.judge import judge
from game.rules.judging.roots import was_told_straight
from game.rules.judging.verdict import Measures, classify
from game.rules.opening import start
from game.rules.ruleset import STANDARD
from game.rules.texts import Accord, Term
from game.rules.vocabulary import DecisionRule, Kind, LeverageKind, Phase, Purpose, Root

SEEDS = st.integers(0, 100_000)
RANK = {Kind.FALSE: 0, Kind.FRAGILE: 1, Kind.SINCERE: 2}


def tabled(case: Case, terms: tuple[Term, ...], sponsor: str) -> Game:
    """Have a text for everybody tabled, and stand in the corridor of the next round."""
    game = Game(case).turn(sponsor).do(do.Table(sponsor, terms, case.agency_ids))
    return game.until(Phase.CORRIDOR, number=2)


def as_signed(game: Game) -> Judgement:
    """Judge the text as it would be if everybody signed it now."""
    text = game.room.texts["A"]
    return judge(game.state, Accord("A", text.latest.terms, text.latest.parties, {}, 2, game.state.count))


def reading(game: Game, seat: str) -> dict[Root, float]:
    return {root: one.value for root, one in as_signed(game).signatures[seat].roots.items()}


def setting(seed: int) -> tuple[Random, Case, tuple[Term, ...], str, str]:
    """Draw a case, terms, a sponsor and another seat."""
    rng = Random(seed)
    case = random_case(seed)
    sponsor, other = rng.sample(case.agency_ids, 2)
    return rng, case, random_terms(case, rng), sponsor, other


@settings(max_examples=40)
@given(SEEDS, st.integers(1, 3))
def test_pressing_never_raises_free_or_sincerity(seed: int, strength: int) -> None:
    _, case, terms, sponsor, other = setting(seed)
    agencies = tuple(
        replace(a, leverage=(Leverage(other, LeverageKind.FUNDING, strength, ""),)) if a.id == sponsor else a
        for a in case.agencies
    )
    game = tabled(replace(case, agencies=agencies), terms, sponsor)
    before = as_signed(game).signatures[other]
    game.do(do.Press(sponsor, other, "A"))
    after = as_signed(game).signatures[other]
    assert after.roots[Root.FREE].value <= before.roots[Root.FREE].value
    assert after.sincerity <= before.sincerity + 1e-12
    game.do(do.WithdrawPressure(sponsor, next(iter(game.own(sponsor).threats))))
    assert as_signed(game).signatures[other].roots[Root.FREE] == before.roots[Root.FREE]


@settings(max_examples=60)
@given(SEEDS, st.booleans())
def test_sharing_straight_never_lowers_informed_and_spinning_never_raises_it(seed: int, is_spun: bool) -> None:
    rng, case, terms, sponsor, _ = setting(seed)
    game = tabled(case, terms, sponsor)
    fact = rng.choice(case.facts)
    speaker = fact.known_by[0]
    hearer = rng.choice([agency for agency in case.agency_ids if agency != speaker])
    before = reading(game, hearer)[Root.INFORMED]
    game.do(do.Share(speaker, fact.id, rng.choice([hearer, None]), is_spun=is_spun))
    after = reading(game, hearer)[Root.INFORMED]
    assert after <= before if is_spun else after >= before
    assert was_told_straight(game.state, hearer, fact.id) is not is_spun


@settings(max_examples=30)
@given(SEEDS)
def test_consulting_at_home_never_lowers_backed(seed: int) -> None:
    _, case, terms, sponsor, other = setting(seed)
    game = tabled(case, terms, sponsor)
    before = reading(game, other)[Root.BACKED]
    assert reading(game.do(do.ConsultHome(other)), other)[Root.BACKED] >= before


@settings(max_examples=40)
@given(SEEDS)
def test_naming_power_never_lowers_heard_or_free(seed: int) -> None:
    _, case, terms, sponsor, other = setting(seed)
    game = tabled(case, terms, sponsor).turn(other)
    before = {seat: reading(game, seat) for seat in case.agency_ids}
    assume(game.try_(do.NamePower(other)))
    conceded = replace(game.state, room=replace(game.room, forum=replace(game.room.forum, is_power_conceded=True)))
    for state in (game.state, conceded):
        game.state = state
        for seat in case.agency_ids:
            after = reading(game, seat)
            assert after[Root.HEARD] >= before[seat][Root.HEARD]
            assert after[Root.FREE] >= before[seat][Root.FREE]


@settings(max_examples=80)
@given(SEEDS, st.integers(1, 30))
def test_raising_points_for_an_agreed_option_never_lowers_worth_it(seed: int, more: int) -> None:
    rng, case, terms, sponsor, other = setting(seed)
    term = rng.choice(terms)

    def raised(points: int) -> Case:
        agencies = tuple(
            replace(a, points={**a.points, term.issue: {
                **a.points[term.issue], term.option: a.points[term.issue][term.option] + points}})
            if a.id == other else a
            for a in case.agencies
        )  # fmt: skip
        return replace(case, agencies=agencies)

    before, after = (reading(tabled(raised(points), terms, sponsor), other)[Root.WORTH] for points in (0, more))
    assert after >= before - 1e-9


SHARE = st.floats(0, 1)


@st.composite
def readings(draw: st.DrawFn, floor: float = 0.0) -> SignatureReading:
    values = {root: draw(st.floats(floor, 1)) for root in Root}
    sincerity = min(values.values()) / 2 + sum(values.values()) / 10
    return SignatureReading(
        {root: RootReading(value) for root, value in values.items()}, sincerity, False, 0.0, 0.0, 1.0,
        0.0 if floor else draw(SHARE), draw(st.integers(0, 3)), draw(st.floats(0, 60)),
    )  # fmt: skip


@settings(max_examples=300)
@given(st.lists(readings(), min_size=2, max_size=4), readings(0.65), st.floats(0, 80), SHARE, st.booleans())
def test_leaving_an_agency_out_never_improves_a_verdict(
    others: list[SignatureReading], sincere: SignatureReading, stake: float, share: float, is_loser: bool
) -> None:
    names = dict(zip("abcd", others, strict=False))
    left_out = Measures(names, {"x": stake}, share, ("a",) if is_loser else (), 1)
    heard = Measures({**names, "x": sincere}, {}, share, ("a",) if is_loser else (), 1)
    assume(sum(one.carried for one in others) > 0)
    assert RANK[classify(left_out, STANDARD)[0]] <= RANK[classify(heard, STANDARD)[0]]


def summary(judgement: Judgement) -> object:
    return (
        judgement.verdict.kind,
        {seat: round(s.sincerity, 9) for seat, s in sorted(judgement.signatures.items())},
        round(judgement.capture, 9),
        set(judgement.missing),
    )


@settings(max_examples=40)
@given(SEEDS)
def test_a_verdict_depends_on_no_order_and_on_nothing_irrelevant(seed: int) -> None:
    rng, case, terms, sponsor, _ = setting(seed)
    here = summary(as_signed(tabled(case, terms, sponsor)))
    shuffled = replace(
        case,
        agencies=tuple(rng.sample(case.agencies, len(case.agencies))),
        issues=tuple(rng.sample(case.issues, len(case.issues))),
    )
    assert summary(as_signed(tabled(shuffled, terms, sponsor))) == here
    idle = replace(case, facts=(*case.facts, ambush(id="idle", shifts={}, known_by=(sponsor,))))
    assert summary(as_signed(tabled(idle, terms, sponsor))) == here
    unwanted = replace(
        case,
        issues=tuple(replace(i, options=(*i.options, option("nobody", sponsor))) for i in case.issues),
        agencies=tuple(
            replace(a, points={i: {**options, "nobody": min(options.values())} for i, options in a.points.items()})
            for a in case.agencies
        ),
    )
    assert summary(as_signed(tabled(unwanted, terms, sponsor))) == here


@settings(max_examples=20)
@given(SEEDS)
def test_a_verdict_does_not_depend_on_names(seed: int) -> None:
    _, case, terms, sponsor, _ = setting(seed)
    new = {name: f"x{n}" for n, name in enumerate(reversed(case.agency_ids))}

    def renamed(value: object) -> object:
        if isinstance(value, str):
            return new.get(value, value)
        if isinstance(value, tuple):
            return tuple(renamed(one) for one in value)
        if isinstance(value, dict):
            return {renamed(key): renamed(one) for key, one in value.items()}
        if hasattr(value, "__dataclass_fields__"):
            names = [n for n, f in value.__dataclass_fields__.items() if f.init]
            return replace(value, **{n: renamed(getattr(value, n)) for n in names})  # type: ignore[type-var]
        return value

    here = as_signed(tabled(case, terms, sponsor))
    there = as_signed(tabled(renamed(case), terms, new[sponsor]))  # type: ignore[arg-type]
    assert there.verdict.kind is here.verdict.kind
    assert {new[seat]: round(s.sincerity, 9) for seat, s in here.signatures.items()} == {
        seat: round(s.sincerity, 9) for seat, s in there.signatures.items()
    }


@settings(max_examples=15)
@given(SEEDS)
def test_the_record_alone_rebuilds_the_state_and_any_prefix_is_a_game(seed: int) -> None:
    case = random_case(seed)
    game = Game(case, seed=seed)
    state = start(case, STANDARD, seed, case.agency_ids)
    for event in game.events:
        state = evolve(state, event)
    assert state == game.state
    for _ in wander(game, Random(seed)):
        state = replay(state, game.events)
        assert state == game.state


def reached(seed: int) -> tuple[Case, tuple[Term, ...], str]:
    rng = Random(seed)
    case = random_case(seed, walk_away=(15, 35))
    return case, tuple(Term(i.id, rng.choice(i.options[1:]).id) for i in case.issues), rng.choice(case.agency_ids)


def advantages(game: Game, terms: tuple[Term, ...]) -> dict[str, float]:
    ids = game.case.agency_ids
    return {seat: appraise(game.view(seat), terms, ids).advantage for seat in ids}


def honest(case: Case, terms: tuple[Term, ...], sponsor: str) -> Game:
    """Make a deal honestly: everybody invited, met and told, a fitting purpose, power granted, home consulted."""
    forum = replace(case.forum, purpose=Purpose.DIVISION_OF_LABOUR, rule=DecisionRule.CONSENSUS)
    agencies = tuple(replace(a, time=20, backing=0.9, expects=Purpose.DIVISION_OF_LABOUR) for a in case.agencies)
    game = Game(replace(case, forum=forum, agencies=agencies)).until(Phase.CORRIDOR)
    for fact in case.facts:
        game.do(do.Share(fact.known_by[0], fact.id, None))
    game.do(*(do.Meet(sponsor, other) for other in case.agency_ids if other != sponsor))
    game.do(*(do.ConsultHome(seat) for seat in case.agency_ids))
    game.turn(sponsor).do(do.Table(sponsor, terms, case.agency_ids))
    granted = replace(game.room, forum=replace(game.room.forum, is_power_conceded=True))
    game.state = replace(game.state, room=granted)
    return game


def test_deals_above_everyones_reservation_and_honestly_made_are_sincere_or_fragile() -> None:
    kinds = []
    for seed in range(1500):
        case, terms, sponsor = reached(seed)
        if min(advantages(Game(case), terms).values()) <= 0:
            continue
        kinds.append(as_signed(honest(case, terms, sponsor)).verdict.kind)
    assert len(kinds) >= 60
    assert sum(kind is not Kind.FALSE for kind in kinds) >= 0.9 * len(kinds)


def test_deals_forced_on_two_or_more_losers_are_false() -> None:
    kinds = []
    for seed in range(700):
        case, terms, presser = reached(seed)
        losers = [s for s, a in advantages(Game(case), terms).items() if a < 0 and s != presser]
        if len(losers) < 2:
            continue
        levers = tuple(Leverage(loser, LeverageKind.FUNDING, 2, "") for loser in losers)
        agencies = tuple(replace(a, leverage=levers, time=9) if a.id == presser else a for a in case.agencies)
        game = tabled(replace(case, agencies=agencies), terms, presser)
        game.do(*(do.Press(presser, loser, "A") for loser in losers))
        kinds.append(as_signed(game).verdict.kind)
    assert len(kinds) >= 60
    assert sum(kind is Kind.FALSE for kind in kinds) >= 0.9 * len(kinds)


@pytest.mark.parametrize("seed", range(8))
def test_judging_is_what_was_judged(seed: int) -> None:
    game = Game(random_case(seed), seed=seed)
    for _ in wander(game, Random(seed)):
        for accord in game.room.in_force:
            assert game.state.sealed.judgements[accord.text].signatures.keys() == set(accord.parties)
