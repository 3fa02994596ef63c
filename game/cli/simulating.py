"""Many games from the command line: where they are played, and how far it is."""

import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from game.analysis.lab.sweep import SweepError, Workers, cluster_workers, local_workers, sum_up_game, sweep
from game.cli.failure import Failure
from game.opponents.manner import PRACTITIONER, Level
from game.rules.case import Case

T = TypeVar("T")
Line = dict[str, Any]
WORTH_IT = 24
"""From so many games on, starting processes pays."""


def jobs_for(games: int, jobs: int | None) -> int:
    """Say how many processes to use: as asked, else one for each processor where it pays."""
    if jobs is not None:
        return min(jobs, games)
    return min(os.cpu_count() or 1, games) if games >= WORTH_IT else 1


@contextmanager
def workers_at(cluster: str | None, jobs: int) -> Iterator[Workers]:
    """Play on a cluster if one is named, else in processes of this computer; Failure where that cannot be."""
    try:
        with local_workers(jobs) if cluster is None else cluster_workers(cluster) as workers:
            yield workers
    except SweepError as error:
        raise Failure(str(error)) from None


def play_games(
    case: Case, manner: str, seeds: range, jobs: int, level: Level = PRACTITIONER
) -> Generator[Line, None, None]:
    """Play a game for each seed and tell each in turn; stopping the iteration stops the processes."""
    with workers_at(None, jobs) as workers:
        yield from sweep(workers, partial(sum_up_game, level=level), case, [(seed, manner) for seed in seeds])


def with_progress(played: Iterable[T], total: int) -> Iterator[T]:
    """Show how far it is, with the time to go, if somebody watches."""
    console = Console(stderr=True)
    if not console.is_terminal or total == 1:
        yield from played
        return
    columns = (TextColumn("games"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        yield from progress.track(played, total=total)
