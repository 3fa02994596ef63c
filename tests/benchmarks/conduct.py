"""Print how computer seats fare, as JSON: `python tests/benchmarks/conduct.py [--games N] [--jobs J]`.

The last two properties of rules section 12: what tables of each manner come to, whether sincerity as signed predicts
delivery over mixed tables, and whether some single-minded way to play is best for most seats.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from statistics import mean

from strategies import SINGLE_MINDED, STRATEGIES, Strategy

from game.opponents.luck import Luck
from game.opponents.manner import MANNERS, MIXED, deal_manners
from game.opponents.seat import choose
from game.rules.case import Case
from game.rules.course import waiting_on
from game.rules.ids import AgencyId
from game.rules.judgement import Judgement
from game.rules.opening import open_game
from game.rules.play import Step, play
from game.rules.ruleset import STANDARD
from game.rules.state import State
from game.rules.view import view
from game.rules.vocabulary import Phase
from game.scenario import loading

Measured = tuple[float, float, float]
"""An accord: its sincerity, the mean weighted by carried terms, its implementation rate."""


@dataclass(frozen=True)
class Record:
    """What a game came to: its verdict, its accords, each seat's total."""

    verdict: str
    accords: tuple[Measured, ...]
    totals: Mapping[AgencyId, float]


@cache
def case_named(name: str) -> Case:
    """Load a shipped scenario once in a process."""
    return loading.load(loading.find(name))


def play_game(case: Case, seed: int, seats: Mapping[AgencyId, Strategy]) -> State:
    """Play a whole game; who has done least in a phase moves first, as at the session's table."""
    state = open_game(case, STANDARD, seed, case.agency_ids).state
    luck = {agency: Luck(seed, agency) for agency in case.agency_ids}
    done: Counter[AgencyId] = Counter()
    while state.room.phase is not Phase.CLOSED:
        before = (state.room.phase, state.room.round)
        seat = min(waiting_on(state.room), key=lambda agency: (done[agency], case.agency_ids.index(agency)))
        step = play(state, seats[seat](view(state, seat), luck[seat]))
        assert isinstance(step, Step), step
        state = step.state
        done[seat] += 1
        if (state.room.phase, state.room.round) != before:
            done.clear()
    return state


def record_of(state: State) -> Record:
    """Read off what a closed game came to."""
    outcome = state.sealed.outcome
    assert outcome is not None
    judged = [(state.sealed.judgements[one.accord], one.rate) for one in outcome.accords]
    accords = tuple((found.sincerity, weighted(found), rate) for found, rate in judged)
    return Record(outcome.verdict.value, accords, {seat: score.total for seat, score in outcome.scores.items()})


def weighted(judgement: Judgement) -> float:
    """Average the sincerity of signatures, weighted by carried terms: the other measure of an accord (R6.3)."""
    signatures = judgement.signatures.values()
    weight = sum(one.carried for one in signatures)
    return sum(one.sincerity * one.carried for one in signatures) / weight if weight else 0.0


def by_manner(name: str) -> Strategy:
    """Play by a manner."""
    return lambda sight, luck: choose(sight, MANNERS[name], luck)


def table_of(name: str, manner: str, seed: int) -> Record:
    """Play one game at a table of a manner."""
    case = case_named(name)
    dealt = deal_manners(manner, case.agency_ids, seed)
    return record_of(play_game(case, seed, {agency: by_manner(one.name) for agency, one in dealt.items()}))


def trial_of(name: str, strategy: str, seat: AgencyId, seed: int) -> float:
    """Play one game with one seat by a strategy at an otherwise mixed table; return that seat's total."""
    case = case_named(name)
    dealt = deal_manners(MIXED, case.agency_ids, seed)
    seats = {agency: by_manner(one.name) for agency, one in dealt.items()} | {seat: STRATEGIES[strategy]}
    return record_of(play_game(case, seed, seats)).totals[seat]


def area_under_curve(pairs: Iterable[tuple[float, float]], threshold: float = STANDARD.lived_rate) -> float | None:
    """Say how often sincerity ranks a delivered accord above one that was not; None if there is only one kind."""
    pairs = list(pairs)
    kept = [sincerity for sincerity, rate in pairs if rate >= threshold]
    not_kept = [sincerity for sincerity, rate in pairs if rate < threshold]
    if not kept or not not_kept:
        return None
    wins = sum((a > b) + 0.5 * (a == b) for a in kept for b in not_kept)
    return round(wins / (len(kept) * len(not_kept)), 3)


def areas(accords: Iterable[Measured]) -> dict[str, float | None]:
    """Say it for the sincerity of the accord, and for the mean weighted by carried terms."""
    accords = list(accords)
    return {
        "half_least_half_mean": area_under_curve((sincerity, rate) for sincerity, _, rate in accords),
        "weighted_by_carried_terms": area_under_curve((mean_, rate) for _, mean_, rate in accords),
    }


def tables(pool: ProcessPoolExecutor, name: str, seeds: range) -> dict[str, object]:
    """Play the tables of every manner at one case."""
    found: dict[str, object] = {}
    for manner in (*MANNERS, MIXED):
        records = list(pool.map(table_of, repeat(name), repeat(manner), seeds, chunksize=4))
        verdicts = Counter(record.verdict for record in records)
        accords = [accord for record in records for accord in record.accords]
        found[manner] = {
            "verdicts": {verdict: round(count / len(seeds), 3) for verdict, count in verdicts.most_common()},
            "accords": len(accords),
            "delivered": sum(rate >= STANDARD.lived_rate for _, _, rate in accords),
            "mean_rate": round(mean(rate for _, _, rate in accords), 1) if accords else None,
            "mean_sincerity": round(mean(sincerity for sincerity, _, _ in accords), 3) if accords else None,
            "area_under_curve": areas(accords),
            "mean_totals": {
                seat: round(mean(record.totals[seat] for record in records), 1) for seat in records[0].totals
            },
            "_accords": accords,
        }
    return found


def strategies(pool: ProcessPoolExecutor, name: str, seeds: range) -> dict[str, object]:
    """Let every seat try every strategy against the same mixed tables."""
    seats = case_named(name).agency_ids
    totals: dict[str, dict[str, float]] = {}
    for seat in seats:
        totals[seat] = {
            strategy: round(
                mean(pool.map(trial_of, repeat(name), repeat(strategy), repeat(seat), seeds, chunksize=4)), 1
            )
            for strategy in STRATEGIES
        }
    best = Counter(max(by_strategy, key=lambda one: by_strategy[one]) for by_strategy in totals.values())
    return {
        "mean_total_of_seat": totals,
        "mean_total": {s: round(mean(by_strategy[s] for by_strategy in totals.values()), 1) for s in STRATEGIES},
        "best_for_share_of_seats": {strategy: round(best[strategy] / len(seats), 2) for strategy in STRATEGIES},
        "is_any_single_minded_best_for_most": any(best[one] > len(seats) / 2 for one in SINGLE_MINDED),
    }


def main() -> None:
    """Play, and print the figures."""
    parser = argparse.ArgumentParser(description="Print how computer seats fare, as JSON.")
    parser.add_argument("--games", type=int, default=100, help="games per manner and scenario")
    parser.add_argument("--strategy-games", type=int, default=30, help="games per seat and strategy; 0 leaves them out")
    parser.add_argument("--first-seed", type=int, default=0, help="calibrated on 0 to 119; take others to check")
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    first = asked.first_seed
    figures: dict[str, object] = {
        "what": "conduct of computer seats",
        "games": asked.games,
        "first_seed": first,
        "ruleset": STANDARD.version,
    }
    pooled: list[Measured] = []
    with ProcessPoolExecutor(asked.jobs) as pool:
        for path in loading.shipped():
            found = tables(pool, path.stem, range(first, first + asked.games))
            for manner, measured in found.items():
                assert isinstance(measured, dict)
                accords = measured.pop("_accords")
                pooled += accords if manner == MIXED else []
            case = {"tables": found}
            if asked.strategy_games:
                seeds = range(first, first + asked.strategy_games)
                case["strategies_at_mixed_tables"] = strategies(pool, path.stem, seeds)
            figures[path.stem] = case
    figures["area_under_curve_of_mixed_tables"] = areas(pooled)
    print(json.dumps(figures, indent=1))  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
