"""Print how long the space of all deals takes, beside NegMAS 0.16 and moocore 0.3, as JSON.

    pip install -e '.[bench]'
    python tests/benchmarks/space.py [--without-negmas]

Six agencies, additive worth, four options an issue; the size of the front is quoted, since all cost follows it. In the
same run and by turns: `frontier` beside moocore fed with all points; `study` (zone, solution points, coalitions,
sincere and tempting deals, lanes, contests) beside NegMAS's scenario statistics (once: it takes half a minute).
Targets at 65,536 packages: ratio to moocore at most 1, to NegMAS at most 0.01; at 1,048,576: ratio to moocore at most
0.2, the study at most 1 s, a fresh process that does it at most 300 MB.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
from additive import additive_case, as_negmas
from moocore import is_nondominated
from turns import by_turns, machine, number, ratio, spread

from game.analysis.space.domain import believed_at_truth, domain_of
from game.analysis.space.frontier import frontier
from game.analysis.space.study import study

SMALL = {"seed": 4, "issues": 8}
LARGE = {"seed": 5, "issues": 10}
REPEATS = 9


def main() -> None:
    """Measure by turns and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--without-negmas", action="store_true")
    options.add_argument("--memory", action="store_true", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.memory:
        study(additive_case(**LARGE))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)  # noqa: T201
        return
    told: dict[str, Any] = {"small": measured(SMALL), "large": measured(LARGE)}
    told["large"]["megabytes"] = int(subprocess.check_output([sys.executable, __file__, "--memory"], text=True))
    if not chosen.without_negmas:
        theirs = negmas_statistics()
        told["small"] |= {"negmas": theirs, "to_negmas": number(told["small"]["study"]["median"] / theirs)}
    told |= {"unit": "seconds of processor time", **machine()}
    print(json.dumps(told, indent=1))  # noqa: T201 - what it is for


def measured(which: dict[str, int]) -> dict[str, Any]:
    """Measure one domain."""
    case = additive_case(**which)
    domain = domain_of(case, believed_at_truth(case))
    points = np.stack([domain.gain(agency) for agency in range(domain.agencies)], axis=1).astype(np.float64)
    ours, theirs, whole = by_turns(
        REPEATS,
        timed(lambda: frontier(domain)),
        timed(lambda: is_nondominated(points, maximise=True, keep_weakly=True)),
        timed(lambda: study(case)),
    )
    return {
        "packages": domain.packages,
        "front": len(frontier(domain)),
        "frontier": spread(ours),
        "moocore": spread(theirs),
        "to_moocore": ratio(ours, theirs),
        "study": spread(whole),
    }


def negmas_statistics() -> float:
    """Time NegMAS once on the small domain, and hold its front against ours."""
    warnings.simplefilter("ignore")
    case = additive_case(**SMALL)
    scenario = as_negmas(case, is_reserved=False)
    start = time.process_time()
    found = scenario.calc_stats()
    took = time.process_time() - start
    ours = study(case).frontier
    if len(found.pareto_outcomes) != ours:
        raise SystemExit(f"NegMAS finds a front of {len(found.pareto_outcomes)} packages, we of {ours}.")
    return number(took)


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """Measure the processor time of work."""

    def measure() -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return measure


if __name__ == "__main__":
    main()
