"""Print how many whole games a second computers play, beside negotiations of NegMAS 0.16, as JSON.

    pip install -e '.[bench]'
    python tests/benchmarks/games.py

Ours: `simulate_game` on the Afghanistan district with mixed manners in all seats, one seed after another. Theirs, in
the same run and by turns: stacked alternating offers of at most 100 rounds between six aspiration negotiators, who want
in the same case, over the same issues, what its first six agencies want. One process, processor time. Target: 10.
"""

import json
import logging
import time
import warnings
from itertools import count
from typing import Any

from turns import Measure, by_turns, machine, ratio, spread

from game.rules.case import Case
from game.scenario import loading
from game.session import manners_for, simulate_game

SCENARIO = "afghanistan-district-2006"
REPEATS = 7
GAMES = 12
NEGOTIATIONS = 3
ROUNDS = 100
PARTIES = 6


def main() -> None:
    """Measure by turns and print."""
    case = loading.load(loading.find(SCENARIO))
    theirs = negotiations(case)
    seeds = count(1)
    ours, *others = by_turns(REPEATS, lambda: games_a_second(case, [next(seeds) for _ in range(GAMES)]), *theirs)
    told: dict[str, Any] = {
        "what": "whole games a second, one core",
        "games": REPEATS * GAMES,
        "ours": spread(ours),
        "target": 10.0,
        **machine(),
    }
    for other in others:
        told |= {"negmas": spread(other), "ratio": ratio(ours, other)}
    if not theirs:
        told["missing"] = "negmas is not installed; install the extra `bench` to compare"
    print(json.dumps(told, indent=1))  # noqa: T201 - what it is for


def games_a_second(case: Case, seeds: list[int]) -> float:
    """Play a game for each seed."""
    start = time.process_time()
    for seed in seeds:
        simulate_game(case, seed, manners_for(case, "mixed", seed))
    return len(seeds) / (time.process_time() - start)


def negotiations(case: Case) -> tuple[Measure, ...]:
    """Measure the peer; nothing if it is not installed."""
    logging.disable()
    warnings.simplefilter("ignore")
    try:
        from negmas import LinearAdditiveUtilityFunction, make_issue, make_os
        from negmas.sao import AspirationNegotiator, SAOMechanism
    except ImportError:
        return ()

    def negotiate() -> None:
        issues = [make_issue([str(option.id) for option in issue.options], str(issue.id)) for issue in case.issues]
        space = make_os(issues)
        mechanism = SAOMechanism(outcome_space=space, n_steps=ROUNDS)
        for agency in case.agencies[:PARTIES]:
            points = {str(i): {str(o): p / 100 for o, p in options.items()} for i, options in agency.points.items()}
            wants = LinearAdditiveUtilityFunction(points, outcome_space=space, reserved_value=agency.walk_away / 100)
            mechanism.add(AspirationNegotiator(name=str(agency.id)), ufun=wants)
        mechanism.run()

    def measure() -> float:
        start = time.process_time()
        for _ in range(NEGOTIATIONS):
            negotiate()
        return NEGOTIATIONS / (time.process_time() - start)

    return (measure,)


if __name__ == "__main__":
    main()
