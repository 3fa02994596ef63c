"""Many games over any executor, told in the order they were planned.

The same batches go to processes of this computer, to a Dask cluster, or are played on the spot; a game depends on its
case, seed and manner alone, so what comes back is the same wherever it was played.
"""

import logging
import multiprocessing
import pickle
import re
import signal
import socket
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any, ParamSpec, TypeVar

from game.opponents.manner import PRACTITIONER, Level
from game.record import summary
from game.rules.case import Case
from game.session.simulation import manners_for, simulate_game

T = TypeVar("T")
P = ParamSpec("P")
Line = dict[str, Any]
"""A game as `summary` gives it."""
Play = Callable[[Case, int, str], T]
"""Play a case with a seed and a manner, "mixed" or "as_written"; a function of a module, or a partial of one, so that
other processes find it."""
Planned = tuple[int, str]
"""A game to play: its seed, and the manner of its table."""

BATCH = 4
"""Most games that are sent out together: about half a second of work, so that sending the case costs next to nothing
and stopping loses little."""
AHEAD = 3
"""Batches that are queued for each process: enough that none waits, few enough that stopping is quick."""
PATIENCE = 10
"""Seconds in which a cluster has to answer, and to have a worker."""

ADDRESS = re.compile(r"(tcp://)?\[?(?P<host>[^\s/\[\]]+)\]?:(?P<port>\d{1,5})/?")
LAST_PORT = 65_535


class SweepError(RuntimeError):
    """Carry one sentence on why the games cannot be played there."""


@dataclass(frozen=True, slots=True)
class Workers:
    """Whoever plays: an executor, and how many games it can play at once."""

    executor: Executor
    count: int
    is_there: Callable[[], bool] | None = None
    """Say whether anybody is left who could play, where that can be told; asked when nothing has come for a while."""


def sweep(workers: Workers, play: Play[T], case: Case, plan: Sequence[Planned]) -> Generator[T, None, None]:
    """Play every game of a plan and tell each in turn; SweepError if the case cannot be sent to others."""
    if not isinstance(workers.executor, _AtOnce):
        _refuse_unsendable(play, case)
    batches = iter(_cut(plan, workers.count))
    waiting: deque[Future[tuple[T, ...]]] = deque()
    ahead = 1 if isinstance(workers.executor, _AtOnce) else AHEAD * workers.count
    for batch in islice(batches, ahead):
        waiting.append(workers.executor.submit(play_batch, play, case, batch))
    while waiting:
        yield from _wait_for(waiting.popleft(), workers)
        for batch in islice(batches, 1):
            waiting.append(workers.executor.submit(play_batch, play, case, batch))


def sum_up_game(case: Case, seed: int, manner: str, level: Level = PRACTITIONER) -> Line:
    """Play one game and sum it up in a line."""
    return summary(simulate_game(case, seed, manners_for(case, manner, seed, level)), manner, level.name)


def play_batch(play: Play[T], case: Case, batch: Sequence[Planned]) -> tuple[T, ...]:
    """Play some games, one after the other."""
    return tuple(play(case, seed, manner) for seed, manner in batch)


def _wait_for(batch: Future[T], workers: Workers) -> T:
    """Wait for a batch, as long as there is somebody who could play it."""
    while not batch.done() and workers.is_there is not None:
        with suppress(TimeoutError):
            return batch.result(PATIENCE)
        if not (batch.done() or workers.is_there()):
            raise SweepError(
                "The cluster has lost its workers; start some with `dask worker` where the same version of False \
Coherence is installed."
            )
    return batch.result()


def _cut(plan: Sequence[Planned], workers: int) -> Iterator[Sequence[Planned]]:
    """Cut a plan into batches: small ones where there is little to do, so that everybody has some of it."""
    size = max(1, min(BATCH, len(plan) // (AHEAD * workers)))
    return (plan[start : start + size] for start in range(0, len(plan), size))


def _refuse_unsendable(play: Play[T], case: Case) -> None:
    """Find out before anything is started whether others can be told what to play."""
    try:
        pickle.dumps((play, case))
    except Exception as error:
        raise SweepError(
            f"{case.title} cannot be sent to other processes ({error}); play it with `--jobs 1`."
        ) from None


@contextmanager
def local_workers(jobs: int) -> Iterator[Workers]:
    """Play on this computer: in so many processes, or on the spot where one is enough."""
    if jobs == 1:
        yield Workers(_AtOnce(), 1)
        return
    pool = _Processes(jobs, multiprocessing.get_context("spawn"), initializer=_ignore_interrupts)
    try:
        yield Workers(pool, jobs)
    except BrokenProcessPool:
        raise SweepError("A process that played games was ended from outside; try fewer with `--jobs`.") from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


class _AtOnce(Executor):
    """Play here and now: what is submitted is done on return."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Do it."""
        done: Future[T] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


class _Processes(ProcessPoolExecutor):
    """Start processes that never hear Ctrl-C: it is for the one that prints, and they would answer with tracebacks."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Queue it; processes are started here, and take over what is done about Ctrl-C."""
        with _undisturbed():
            return super().submit(fn, *args, **kwargs)


@contextmanager
def _undisturbed() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def cluster_workers(address: str, patience: float = PATIENCE) -> Iterator[Workers]:
    """Play on a Dask cluster; SweepError if there is none, if it has no workers, or if they cannot play."""
    client = _connect(address, patience)
    from distributed.comm.core import CommClosedError  # noqa: PLC0415 - it is there now
    from distributed.scheduler import KilledWorker  # noqa: PLC0415 - as above

    executor = client.get_executor(pure=False)  # pure: every submission would take a fingerprint of the case
    try:
        count = _count_workers(client, address, patience)
        yield Workers(executor, count, lambda: bool(client.ncores()))
    except (KilledWorker, CommClosedError, CancelledError):
        raise SweepError(f"The cluster at {address} lost a worker or the connection; start it again.") from None
    finally:
        with suppress(Exception):  # a cluster that is gone cannot be told that we are
            executor.shutdown(wait=False)
        with suppress(Exception):
            client.close(timeout=2)


def _connect(address: str, patience: float) -> Any:  # noqa: ANN401 - an extra that need not be installed
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError:
        raise SweepError(
            "Clusters need the extra `sweep`, the package distributed: `pip install distributed`, with the game's pip."
        ) from None
    _knock(address, patience)
    _silence("distributed")
    try:
        return _within(
            2 * patience,
            lambda: Client(address, timeout=patience, set_as_default=False),  # type: ignore[no-untyped-call]
        )
    except (OSError, ValueError):  # a time-out is an OSError
        raise SweepError(f"What answers at {address} is no Dask scheduler; check the address.") from None


def _silence(package: str) -> None:
    """Stop all loggers of a package that have levels of their own: what goes wrong is told in one sentence."""
    for name in [*logging.root.manager.loggerDict]:
        if name.partition(".")[0] == package:
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _within(patience: float, make: Callable[[], T]) -> T:
    """Make something that might never come back; TimeoutError after so many seconds."""
    made: Future[T] = Future()

    def try_it() -> None:
        try:
            made.set_result(make())
        except BaseException as error:  # whatever it is, whoever waits for it hears of it
            made.set_exception(error)

    threading.Thread(target=try_it, daemon=True).start()
    return made.result(patience)


def _knock(address: str, patience: float) -> None:
    """See whether anything listens at an address: a client would go on asking, and could not be stopped quietly."""
    found = ADDRESS.fullmatch(address)
    if found is None or int(found["port"]) > LAST_PORT:
        raise SweepError(f"{address or 'Nothing'} is no address of a cluster; it looks like tcp://localhost:8786.")
    try:
        socket.create_connection((found["host"], int(found["port"])), patience).close()
    except (OSError, ValueError):  # ValueError: a host that cannot be a name
        raise SweepError(f"No cluster answers at {address}; start `dask scheduler` and check the address.") from None


def _count_workers(client: Any, address: str, patience: float) -> int:  # noqa: ANN401 - as above
    """Count the games that a cluster plays at once: one a thread."""
    try:
        client.wait_for_workers(1, timeout=patience)
    except TimeoutError:
        raise SweepError(f"The cluster at {address} has no workers; start some with `dask worker`.") from None
    return sum(client.ncores().values())
