"""Load on the host of a class: from a command to the last seat of its table, beside others in the same run.

    python tests/benchmarks/classroom.py [--rate 500] [--seconds 20] [--tables 50] [--seats 6] [--rounds 3]
                                         [--boardgame] [--durable] [--highest]

Every server runs as a process of its own on this machine, one after the other, under the same load: as many
connections, the same rate, commands spread over tables in turn. Ours checks, plays, journals to disk before it answers
and tells every window what changed for it. The bare one does nothing but send each frame on to its group.
`--boardgame` adds boardgame.io's server with its storage in memory, `--durable` the same with its storage in files;
both need `npm ci --prefix tests/benchmarks/boardgame`. `--highest` looks for the highest rate that each can bear.

What is not alike: ours waits with every command until the disk has it, boardgame.io's files are written but not waited
for, so that a busy disk slows only ours; it is asked first how long it takes. With TMPDIR on a file system in memory
nobody waits for a disk. Ours makes a view for every seat, boardgame.io sends all the same small state, and asks nobody
for credentials.
"""

import argparse
import asyncio
import os
import re
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from classroom_bare import bare
from classroom_boardgame import HOME, boardgame, is_installed
from classroom_load import Demand, Load
from classroom_ours import ours

BEARABLE = 0.1
"""Seconds that 99 of 100 commands must stay under."""
LOWEST, STEPS, TRIES = 250.0, 3, 3
"""When looking for the highest rate: where to begin, how often to try in between at the end, and how often to try one
rate before it counts as too high, as the machine may have been busy with something else."""
OURS = "ours"


class Server(Protocol):
    """A server that runs."""

    @property
    def process(self) -> int:
        """Its process number."""

    async def load(self, demand: Demand) -> Load:
        """Load it."""


Serving = Callable[[], AbstractContextManager[Server]]


def run(serving: Serving, demand: Demand) -> tuple[Load, float]:
    """Run a server under load; give what came out, and what its process held at most, in MB."""
    with serving() as server:
        load = asyncio.run(server.load(demand))
        status = Path(f"/proc/{server.process}/status").read_text()
    return load, int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]


def others(options: argparse.Namespace, size: int) -> Iterator[tuple[str, Serving]]:
    """Give all servers but ours; the bare one gets frames of the size that ours sent."""
    yield "bare", partial(bare, min(size, 16000))
    if options.boardgame:
        yield "boardgame.io in memory", partial(boardgame, is_durable=False)
    if options.durable:
        yield "boardgame.io in files", partial(boardgame, is_durable=True)


def compare(options: argparse.Namespace, demand: Demand) -> int:
    """Run all servers by turns and print what came out; return the size of our frames."""
    ratios: dict[str, list[float]] = {}
    size = 0
    for _ in range(options.rounds):
        took = waits()
        write(f"disk: p50 {1000 * took[len(took) // 2]:.2f} p99 {1000 * took[int(0.99 * len(took))]:.2f} ms for a line")
        mine, held = run(partial(ours, demand), demand)
        tell(OURS, mine, held)
        size = mine.received // max(1, len(mine.took) * demand.seats)
        for name, serving in others(options, size):
            theirs, held = run(serving, demand)
            tell(name, theirs, held)
            ratios.setdefault(name, []).append(mine.quantile(0.99) / theirs.quantile(0.99))
    for name, values in ratios.items():
        write(f"p99 {OURS} / {name}: {statistics.median(values):.2f} (median of {len(values)})")
    return size


def highest(name: str, serving: Serving, demand: Demand) -> None:
    """Look for the highest rate at which nothing is lost and p99 stays bearable: double, then halve what is left."""
    borne, failed, why = 0.0, 0.0, ""
    steps = STEPS
    while steps:
        rate = (borne + failed) / 2 if failed else max(LOWEST, 2 * borne)
        if trouble := _trouble(name, serving, replace(demand, rate=rate)):
            failed, why = rate, trouble
        else:
            borne = rate
        steps -= bool(failed)
    write(f"{name}: bears {borne:.0f} a second with p99 under {1000 * BEARABLE:.0f} ms; at {failed:.0f} {why}")


def _trouble(name: str, serving: Serving, demand: Demand) -> str:
    """Say why a server cannot bear a rate; nothing if it can."""
    trouble = ""
    for _ in range(TRIES):
        load, held = run(serving, demand)
        tell(f"{name} at {demand.rate:.0f}", load, held)
        p99 = load.quantile(0.99)
        if load.behind >= BEARABLE:
            trouble = f"the load itself fell behind by {1000 * load.behind:.0f} ms"
        elif load.flights:
            trouble = f"{len(load.flights)} were lost"
        elif p99 >= BEARABLE:
            trouble = f"p99 is {1000 * p99:.0f} ms"
        else:
            return ""
    return trouble


def waits(times: int = 200) -> list[float]:
    """Return how long the disk takes to have a line for safe, in seconds, from the shortest to the longest."""
    took = []
    with tempfile.TemporaryFile() as file:
        for _ in range(times):
            began = time.perf_counter()
            os.write(file.fileno(), b"." * 200)
            os.fsync(file.fileno())
            took.append(time.perf_counter() - began)
    return sorted(took)


def main() -> None:
    """Measure, and print what came out."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rate", type=float, default=500)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--tables", type=int, default=50)
    parser.add_argument("--seats", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--boardgame", action="store_true")
    parser.add_argument("--durable", action="store_true")
    parser.add_argument("--highest", action="store_true")
    options = parser.parse_args()
    if (options.boardgame or options.durable) and not is_installed():
        raise SystemExit(f"boardgame.io is not there yet; get it with: npm ci --prefix {os.path.relpath(HOME)}")
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192), hard))
    demand = Demand(options.tables, options.seats, options.rate, options.seconds)
    size = compare(options, demand)
    if options.highest:
        for name, serving in ((OURS, partial(ours, demand)), *others(options, size)):
            highest(name, serving, demand)


def write(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def tell(name: str, load: Load, held: float) -> None:
    """Print the figures of a run."""
    p50, p95, p99 = (1000 * load.quantile(share) for share in (0.5, 0.95, 0.99))
    each = 1000 * load.worked / max(1, len(load.took))
    write(
        f"{name}: {len(load.took)} landed, {len(load.flights)} lost; p50 {p50:.2f} p95 {p95:.2f} p99 {p99:.2f} ms; "
        f"{each:.2f} ms of processor each; {held:.0f} MB; load behind by {1000 * load.behind:.0f} ms at worst"
    )


if __name__ == "__main__":
    main()
