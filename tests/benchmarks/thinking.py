"""Print how long a computer turn takes at the highest level, as JSON: `python tests/benchmarks/thinking.py`.

Every manner plays whole games as veterans on the largest shipped case, and on a drawn case of the largest size that a
scenario may have (8 agencies, 12 issues of 6 options). A turn is all that the table asks of a computer seat: its view,
its choice and its words. Milliseconds of processor time; targets: 50 at the median, 250 at the 99th percentile. As a
peer in the same run: one turn of NegMAS's aspiration negotiator on a drawn domain as large as the shipped case.
"""

import json
import time
from collections import Counter

import numpy as np
from additive import additive_case
from turns import machine, number

from game.opponents.luck import Luck
from game.opponents.manner import MANNERS, MIXED, VETERAN, Manner, deal_manners
from game.opponents.seat import choose
from game.opponents.speech import say
from game.rules.case import Case
from game.rules.course import waiting_on
from game.rules.opening import open_game
from game.rules.play import Step, play
from game.rules.ruleset import STANDARD
from game.rules.view import view
from game.rules.vocabulary import Phase
from game.scenario import loading

LARGEST = "sarvenne-compact"
SEEDS = range(3)
TARGETS = {"median": 50.0, "p99": 250.0}


def turns_of(case: Case, manner: str, seed: int) -> list[float]:
    """Play a whole game; return the milliseconds of every turn."""
    dealt: dict[str, Manner] = dict(deal_manners(manner, case.agency_ids, seed, VETERAN))
    state, taken = open_game(case, STANDARD, seed, case.agency_ids).state, []
    done: Counter[str] = Counter()
    while state.room.phase is not Phase.CLOSED:
        before = (state.room.phase, state.room.round)
        seat = min(waiting_on(state.room), key=lambda agency: (done[agency], agency))
        luck = Luck(seed, seat)
        start = time.process_time()
        sight = view(state, seat)
        command = choose(sight, dealt[seat], luck)
        say(sight, command, dealt[seat], luck, ())
        taken.append((time.process_time() - start) * 1000)
        step = play(state, command)
        assert isinstance(step, Step), step
        state = step.state
        done[seat] += 1
        if (state.room.phase, state.room.round) != before:
            done.clear()
    return taken


def figures(taken: list[float]) -> dict[str, float]:
    """Say where the turns lie."""
    return {
        "turns": len(taken),
        "median": number(float(np.median(taken))),
        "p99": number(float(np.percentile(taken, 99))),
        "most": number(max(taken)),
    }


def peer() -> dict[str, float] | None:
    """Measure NegMAS's turns in negotiations of eight on a domain of seven issues; None where it is not installed."""
    try:
        from additive import as_negmas
        from negmas.sao import AspirationNegotiator, SAOMechanism
    except ImportError:
        return None
    scenario = as_negmas(additive_case(1, agencies=8, issues=7), is_reserved=True)
    mechanism = SAOMechanism(outcome_space=scenario.outcome_space, n_steps=20)
    for wants in scenario.ufuns:
        mechanism.add(AspirationNegotiator(), ufun=wants)
    taken = []
    start = time.process_time()
    for _ in mechanism:
        taken.append((time.process_time() - start) * 1000 / len(scenario.ufuns))
        start = time.process_time()
    return figures(taken)


def main() -> None:
    """Measure and print."""
    shipped = loading.load(loading.find(LARGEST))
    drawn = additive_case(1, agencies=8, issues=12, options=6)
    told = {"what": "milliseconds a computer turn at veteran level", "targets": TARGETS, **machine()}
    for name, case, seeds in ((LARGEST, shipped, SEEDS), ("8 agencies, 12 issues of 6 options", drawn, SEEDS[:1])):
        told[name] = figures(
            [t for manner in (*MANNERS, MIXED) for seed in seeds for t in turns_of(case, manner, seed)]
        )
    told["a turn of NegMAS's aspiration negotiator"] = peer()
    print(json.dumps(told, indent=1))  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
