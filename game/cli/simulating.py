"""Many games at once, over several processes, told in the order of their seeds."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Generator, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any

from game.cli.failure import Failure
from game.record import summary
from game.rules.case import Case
from game.session.simulation import manners_for, simulate_game

Line = dict[str, Any]
WORTH_IT = 24
"""From so many games on, starting processes pays."""


def jobs_for(games: int, jobs: int | None) -> int:
    """Say how many processes to use: as asked, else one for each processor where it pays."""
    if jobs is not None:
        return min(jobs, games)
    return min(os.cpu_count() or 1, games) if games >= WORTH_IT else 1


def play_games(case: Case, manner: str, seeds: range, jobs: int) -> Generator[Line, None, None]:
    """Play a game for each seed and tell each in turn; stopping the iteration stops the processes."""
    if jobs == 1:
        yield from (play_game(case, manner, seed) for seed in seeds)
        return
    executor = ProcessPoolExecutor(
        jobs, multiprocessing.get_context("spawn"), initializer=_prepare, initargs=(case, manner)
    )
    try:
        yield from _in_order(executor, seeds, jobs)
    except BrokenProcessPool:
        raise Failure("A process that played games was ended from outside; try fewer with `--jobs`.") from None
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def play_game(case: Case, manner: str, seed: int) -> Line:
    """Play one game and sum it up."""
    return summary(simulate_game(case, seed, manners_for(case, manner, seed)), manner)


def _in_order(executor: Executor, seeds: range, jobs: int) -> Iterator[Line]:
    """Keep every process busy without queueing more than a little ahead."""
    ahead = 4 * jobs
    with _undisturbed():
        waiting = [executor.submit(_play, seed) for seed in seeds[:ahead]]
    for seed in (*seeds[ahead:], *[None] * len(waiting)):
        yield waiting.pop(0).result()
        if seed is not None:
            waiting.append(executor.submit(_play, seed))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Start processes that never hear Ctrl-C: it is for the one that prints, and they would answer with tracebacks."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


_task: tuple[Case, str] | None = None
"""What this process plays; set once when it starts."""


def _prepare(case: Case, manner: str) -> None:
    global _task  # noqa: PLW0603 - a process has no other place for what it was started with
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _task = (case, manner)


def _play(seed: int) -> Line:
    if _task is None:
        raise RuntimeError("the process was not prepared")
    return play_game(*_task, seed)
