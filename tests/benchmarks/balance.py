"""Print what the balance lab costs beside the games it plays, and how long 1000 games would take, as JSON.

    python tests/benchmarks/balance.py

Ours: `trace_game` on the Afghanistan district over the plan of `balance`, one seed after another. Beside it, in the
same run, by turns and with the same seeds: plain `simulate_game`. One process, processor time. The ratio says what it
costs to keep what the lab asks for; target: at most 1.05. The projection is for 1000 games in two processes that have a
core each; target: at most 90 seconds. `--whole` plays the 1000 games instead and says what the clock said.
"""

import argparse
import json
import time
from collections.abc import Callable
from itertools import count

from turns import by_turns, machine, number, ratio, spread

from game.analysis.lab.balance import plan_games, weigh
from game.analysis.lab.sweep import local_workers, sweep
from game.analysis.lab.trace import trace_game
from game.rules.case import Case
from game.scenario import loading
from game.session import manners_for, simulate_game

SCENARIO = "afghanistan-district-2006"
REPEATS = 21
GAMES = 6
"""A turn: once through the manners, so that what else the machine does meets both alike."""
WHOLE = 1000
PROCESSES = 2


def main() -> None:
    """Measure by turns, or the whole, and print."""
    parser = argparse.ArgumentParser(description="Print what the balance lab costs, as JSON.")
    parser.add_argument("--whole", action="store_true", help=f"play {WHOLE} games in {PROCESSES} processes")
    case = loading.load(loading.find(SCENARIO))
    told = play_whole(case) if parser.parse_args().whole else play_by_turns(case)
    print(json.dumps({**told, **machine()}, indent=1))  # noqa: T201 - what it is for


def play_by_turns(case: Case) -> dict[str, object]:
    """Play the same games with and without keeping traces of them."""
    ours, plain = by_turns(REPEATS, seconds_a_game(case, trace_game), seconds_a_game(case, simulate))
    traces = [trace_game(case, *planned) for planned in plan_games(GAMES, 1)]
    start = time.process_time()
    weigh(case, traces)
    weighing = time.process_time() - start
    return {
        "what": "seconds a game of the balance lab, one core",
        "games": REPEATS * GAMES,
        "ours": spread(ours),
        "plain": spread(plain),
        "ratio": ratio(ours, plain),
        "target_ratio": 1.05,
        "seconds_to_weigh": number(weighing),
        "projected_seconds_for_1000": number(spread(ours)["median"] * WHOLE / PROCESSES + weighing),
        "target_seconds_for_1000": 90,
    }


def seconds_a_game(case: Case, play: Callable[[Case, int, str], object]) -> Callable[[], float]:
    """Measure turns of games; each measure goes through the same seeds."""
    turns = count()

    def measure() -> float:
        plan = plan_games(GAMES, 1 + next(turns) * GAMES)
        start = time.process_time()
        for seed, manner in plan:
            play(case, seed, manner)
        return (time.process_time() - start) / GAMES

    return measure


def simulate(case: Case, seed: int, manner: str) -> object:
    """Play a game and keep nothing but its end."""
    return simulate_game(case, seed, manners_for(case, manner, seed))


def play_whole(case: Case) -> dict[str, object]:
    """Play and weigh everything, by the clock."""
    start = time.perf_counter()
    with local_workers(PROCESSES) as workers:
        balance = weigh(case, [*sweep(workers, trace_game, case, plan_games(WHOLE, 1))])
    return {
        "what": f"seconds for {balance.games} games of the balance lab, {PROCESSES} processes, by the clock",
        "seconds": number(time.perf_counter() - start),
        "target": 90,
    }


if __name__ == "__main__":
    main()
