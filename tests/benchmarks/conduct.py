"""Print how computer seats fare, as JSON: `python tests/benchmarks/conduct.py [--games N] [--jobs J]`.

The last two properties of rules section 12: what tables of each manner come to, whether sincerity as signed predicts
delivery over mixed tables, and whether some single-minded way to play is best for most seats; and whether a seat is
hopeless or certain to win. `conduct_page.py` makes the page of it.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import repeat
from statistics import mean

from strategies import SINGLE_MINDED, STRATEGIES, Strategy

from game.analysis.lab.balance import Role, weigh
from game.analysis.lab.trace import AccordTrace, Trace, trace_game
from game.opponents.luck import Luck
from game.opponents.manner import AS_WRITTEN, MANNERS, MIXED, deal_manners
from game.opponents.seat import choose
from game.rules.case import Case
from game.rules.course import waiting_on
from game.rules.ids import AgencyId
from game.rules.opening import open_game
from game.rules.play import Step, play
from game.rules.ruleset import STANDARD
from game.rules.state import State
from game.rules.view import view
from game.rules.vocabulary import Phase
from game.scenario import loading

HOPELESS, CERTAIN = 0.95, 0.95
"""From which share of mixed games on a seat is hopeless that falls below walking away, and one certain that comes near
its best in the zone."""


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


def by_manner(name: str) -> Strategy:
    """Play by a manner."""
    return lambda sight, luck: choose(sight, MANNERS[name], luck)


def table_of(name: str, manner: str, seed: int) -> Trace:
    """Play one game at a table of a manner."""
    return trace_game(case_named(name), seed, manner)


def trial_of(name: str, strategy: str, seat: AgencyId, seed: int) -> float:
    """Play one game with one seat by a strategy at an otherwise mixed table; return that seat's total."""
    case = case_named(name)
    dealt = deal_manners(MIXED, case.agency_ids, seed)
    seats = {agency: by_manner(one.name) for agency, one in dealt.items()} | {seat: STRATEGIES[strategy]}
    outcome = play_game(case, seed, seats).sealed.outcome
    assert outcome is not None
    return outcome.scores[seat].total


def area_under_curve(accords: Iterable[AccordTrace], threshold: float = STANDARD.lived_rate) -> float | None:
    """Say how often sincerity ranks a delivered accord above one that was not; None if there is only one kind."""
    accords = list(accords)
    kept = [accord.sincerity for accord in accords if accord.rate >= threshold]
    not_kept = [accord.sincerity for accord in accords if accord.rate < threshold]
    if not kept or not not_kept:
        return None
    wins = sum((a > b) + 0.5 * (a == b) for a in kept for b in not_kept)
    return round(wins / (len(kept) * len(not_kept)), 3)


def table(traces: list[Trace]) -> dict[str, object]:
    """Sum up games at tables of one manner."""
    accords = [accord for trace in traces for accord in trace.accords]
    verdicts = Counter(trace.verdict.value for trace in traces)
    return {
        "verdicts": {verdict: round(count / len(traces), 3) for verdict, count in verdicts.most_common()},
        "accords": len(accords),
        "delivered": sum(accord.rate >= STANDARD.lived_rate for accord in accords),
        "mean_rate": round(mean(accord.rate for accord in accords), 1) if accords else None,
        "mean_sincerity": round(mean(accord.sincerity for accord in accords), 3) if accords else None,
        "area_under_curve": area_under_curve(accords),
    }


def halves(accords: list[AccordTrace]) -> list[float | None]:
    """Take the area over every other accord, to show how far chance goes."""
    return [area_under_curve(accords[0::2]), area_under_curve(accords[1::2])]


def seat(role: Role) -> dict[str, object]:
    """Sum up how a seat fares at mixed tables."""
    near = role.near_best.value if role.near_best is not None else None
    return {
        "mean_mandate": round(role.mandate.mean, 1),
        "walk_away": role.walk_away,
        "best": role.best,
        "below_walking_away": round(role.below.value, 3),
        "near_best": None if near is None else round(near, 3),
        "is_hopeless": role.below.value >= HOPELESS,
        "is_certain": near is not None and near >= CERTAIN,
    }


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
    parser.add_argument("--mixed-only", action="store_true", help="leave the tables of one manner out")
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    first = asked.first_seed
    figures: dict[str, object] = {
        "what": "conduct of computer seats",
        "games": asked.games,
        "first_seed": first,
        "ruleset": STANDARD.version,
    }
    pooled: list[Trace] = []
    cases: dict[str, Mapping[str, object]] = {}
    with ProcessPoolExecutor(asked.jobs) as pool:
        for path in loading.shipped():
            found: dict[str, object] = {}
            for manner in (MIXED,) if asked.mixed_only else (*MANNERS, MIXED, AS_WRITTEN):
                seeds = range(first, first + asked.games)
                traces = list(pool.map(table_of, repeat(path.stem), repeat(manner), seeds, chunksize=4))
                found[manner] = table(traces)
                if manner == MIXED:
                    roles = {role.agency: seat(role) for role in weigh(case_named(path.stem), traces).roles}
                    pooled += traces
            case: dict[str, object] = {"tables": found, "seats": roles}
            if asked.strategy_games:
                seeds = range(first, first + asked.strategy_games)
                case["strategies_at_mixed_tables"] = strategies(pool, path.stem, seeds)
            cases[path.stem] = case
    figures["cases"] = cases
    accords = [accord for trace in pooled for accord in trace.accords]
    figures["mixed"] = table(pooled) | {"area_under_curve_by_half": halves(accords)}
    print(json.dumps(figures, indent=1))  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
