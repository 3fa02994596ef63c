"""Print how our mind does against the field: NegMAS's negotiators and winners of competitions, as JSON and as tables.

    pip install -e '.[bench]'
    python tests/benchmarks/field.py [--random 100] [--domains FOLDER] [--settings two|many|both] [--jobs 2]

Stacked alternating offers of 100 rounds. Two parties: every pair of different negotiators, either way round, on every
domain. Four, five and six: on every domain tables are drawn, and each negotiator in turn takes the same seat at each,
so all meet the same others over the same wants; who sits there are those who mostly agree when they are among
themselves. And everybody against copies of itself. Own advantage: (u - reserved) / (max - reserved), 0 without
agreement. Nash optimality: as NegMAS computes it, 0 without agreement. Target: first in both, agreement at least 0.95.

--domains reads competition domains (GENIUS XML) from a folder. The source archive of NegMAS 0.1.2 has public ones:

    pip download --no-binary :all: --no-deps negmas==0.1.2 && tar xzf negmas-0.1.2.tar.gz
    python tests/benchmarks/field.py --domains negmas-0.1.2/tests/data/scenarios
"""

# ruff: noqa: E402 - threads are set before numpy is there

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any
from zlib import crc32

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(threads, "1")  # before numpy: arrays are small, and the processes share the cores

import numpy as np
from field_domains import Domain, competition_domains, random_domain
from field_games import Outcome, negotiate
from field_peers import MANY, OURS, TWO, find
from field_table import FIGURES, as_markdown, lead, sum_up
from turns import machine

FIRST_SEED = 90_001
"""Of the domains reported on; what was tuned was tuned on seeds below 10,000."""
SIZES = (4, 5, 6)
TABLES = {"many, random": 2, "many, competition": 10}
"""Drawn for every domain for more than two; there are but ten for competitions."""
Game = tuple[str, Domain, tuple[str, ...], tuple[int, ...]]


def main() -> None:
    """Play everything and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--random", type=int, default=100)
    options.add_argument("--first-seed", type=int, default=FIRST_SEED)
    options.add_argument("--domains", type=Path)
    options.add_argument("--settings", choices=("two", "many", "both"), default="both")
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--markdown", type=Path, help="write the tables to this file, too")
    chosen = options.parse_args()
    if os.environ.get("PYTHONHASHSEED") != "0":  # some peers walk through sets of strings, and would play differently
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})
    missing = unimportable((*TWO, *MANY))
    seeds = range(chosen.first_seed, chosen.first_seed + chosen.random)
    foreign = list(competition_domains(chosen.domains)) if chosen.domains else []
    start = time.time()
    batches: list[list[Game]] = []
    if chosen.settings != "many":
        batches += two_parties([name for name in TWO if name not in missing], seeds, foreign)
    if chosen.settings != "two":
        batches += many_parties([name for name in MANY if name not in missing], seeds, foreign)
    outcomes = list(play(batches, chosen.jobs))
    told = {"seeds": [seeds.start, seeds.stop - 1], "minutes": round((time.time() - start) / 60, 1), **machine()}
    report(outcomes, told, missing, chosen.markdown)


def unimportable(names: Sequence[str]) -> dict[str, str]:
    """Say which negotiators cannot be had here, and why."""
    missing = {}
    for name in names:
        try:
            find(name)
        except (ImportError, AttributeError) as failure:
            missing[name] = str(failure)[:200]
    return missing


def two_parties(names: Sequence[str], seeds: Sequence[int], foreign: Sequence[Domain]) -> Iterator[list[Game]]:
    """List every pair either way round on every domain, and everybody against itself."""
    drawn = [("two, random", random_domain(seed, 2)) for seed in seeds]
    for setting, domain in [*drawn, *(("two, competition", domain.of(2)) for domain in foreign)]:
        if domain.has_deal:
            yield [(setting, domain, (one, other), (0, 1)) for one in names for other in names]


def many_parties(names: Sequence[str], seeds: Sequence[int], foreign: Sequence[Domain]) -> Iterator[list[Game]]:
    """List, for every size and domain, each negotiator in the same seat at the same table, and copies of each alone."""
    drawn = [("many, random", random_domain(seed, size)) for seed in seeds for size in SIZES]
    found = [("many, competition", domain) for domain in foreign if len(domain.reserved) > 2]
    for setting, domain in [*drawn, *found]:
        if domain.has_deal:
            alone: list[Game] = [(setting, domain, (name,) * len(domain.reserved), ()) for name in names]
            yield alone + [
                (setting, domain, table, (seat,))
                for number in range(TABLES[setting])
                for table, seat in tables(names, domain, number)
            ]


def tables(names: Sequence[str], domain: Domain, number: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """Draw a table and a seat at it, and put each negotiator in that seat."""
    size = len(domain.reserved)
    draw = np.random.default_rng((crc32(domain.name.encode()), size, number))
    drawn = [names[at] for at in draw.permutation(len(names))[:size]]
    seat = int(draw.integers(size))
    for name in names:
        others = [other for other in drawn if other != name][: size - 1]
        yield (*others[:seat], name, *others[seat:]), seat


def play(batches: Sequence[list[Game]], jobs: int) -> Iterator[Outcome]:
    """Play all games, a domain at a time."""
    start = time.time()
    with ProcessPoolExecutor(jobs) as pool:
        for number, outcomes in enumerate(pool.map(play_all, batches), 1):
            print(f"\r{number} of {len(batches)} domains, {time.time() - start:.0f} s", end="", file=sys.stderr)  # noqa: T201
            yield from outcomes
    print(file=sys.stderr)  # noqa: T201


def play_all(games: Sequence[Game]) -> list[Outcome]:
    """Play the games of one domain."""
    return [negotiate(*game) for game in games]


def report(outcomes: Sequence[Outcome], told: dict[str, Any], missing: dict[str, str], place: Path | None) -> None:
    """Print JSON, then tables."""
    told |= {"missing": missing, "settings": {}}
    tables = []
    for setting, played in grouped(outcomes).items():
        rows = sum_up(played)
        leads = [lead(rows, figure) for figure in FIGURES] if any(row["name"] == OURS for row in rows) else []
        domains = len({(outcome.domain, len(outcome.seats)) for outcome in played})
        tables.append(
            f"### {setting.capitalize()}: {domains} domains, {len(played)} negotiations\n\n{as_markdown(rows)}\n"
        )
        tables += [tell_lead(one) for one in leads]
        told["settings"][setting] = {
            "domains": domains,
            "leads": leads,
            "rows": [{key: value for key, value in row.items() if key != "by_domain"} for row in rows],
        }
    print(json.dumps(told, indent=1))  # noqa: T201 - what it is for
    print("\n".join(tables))  # noqa: T201
    if place:
        place.write_text("\n".join(tables), encoding="utf-8")


def grouped(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """Sort outcomes by setting, and by number of parties whatever the domains were."""
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        parties = outcome.setting.split(",")[0]
        for setting in (f"{parties}, all domains", outcome.setting):
            groups.setdefault(setting, []).append(outcome)
    return groups


def tell_lead(one: dict[str, Any]) -> str:
    """Say in a line how our mind does beside the best other."""
    low, high = one["interval"]
    return (
        f"{one['figure'].capitalize()}: place {one['place']}; {one['lead']:+.3f} ({low:+.3f} to {high:+.3f}) against "
        f"{one['best_other']}, domain by domain.\n"
    )


if __name__ == "__main__":
    main()
