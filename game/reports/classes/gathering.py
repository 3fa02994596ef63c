"""The tables of a class worked out, one after the other or in several processes at once."""

from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

from game.analysis.lab.sweep import local_workers
from game.debrief import of_journal
from game.record import Journal
from game.reports.classes.facts import TableFacts, facts_of
from game.rules.ids import AgencyId


@dataclass(frozen=True, slots=True)
class Sitting:
    """A finished table by the name it has in the class. `people` is who held which seat, where names are wanted."""

    table: str
    journal: Journal
    people: Mapping[AgencyId, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A table that cannot be told, and why, in one sentence."""

    table: str
    sentence: str


def work_out(sittings: Sequence[Sitting], jobs: int = 1) -> Generator[TableFacts | LeftOut, None, None]:
    """Work out every table, in the order given: here and now, or (`jobs` above 1) in so many processes of their own.

    SweepError if the processes are ended from outside.
    """
    if jobs == 1:
        yield from map(told_of, sittings)
        return
    with local_workers(jobs) as workers:
        waiting: list[Future[TableFacts | LeftOut]] = [
            workers.executor.submit(told_of, sitting) for sitting in sittings
        ]
        for one in waiting:
            yield one.result()


def told_of(sitting: Sitting) -> TableFacts | LeftOut:
    """Work out one table; one that cannot be rebuilt keeps nobody from the others."""
    try:
        return facts_of(sitting.table, of_journal(sitting.journal), sitting.people)
    except Exception as error:
        reason = f"{type(error).__name__}: {error}".rstrip(".")
        sentence = f"Table {sitting.table} is left out: its game cannot be rebuilt from its journal ({reason})."
        return LeftOut(sitting.table, sentence)
