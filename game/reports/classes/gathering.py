"""The tables of a class worked out, one after the other or in several processes at once."""

from collections.abc import Iterator, Mapping, Sequence
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
    """A table that cannot be told, and why in one sentence."""

    table: str
    sentence: str


def work_out(sittings: Sequence[Sitting], jobs: int = 1) -> Iterator[TableFacts | LeftOut]:
    """Work out every table, in the order given; SweepError if the processes are ended from outside."""
    if jobs == 1 or len(sittings) < 2:
        yield from map(told_of, sittings)
        return
    with local_workers(min(jobs, len(sittings))) as workers:
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
        return LeftOut(sitting.table, f"its game cannot be rebuilt from its journal ({reason}).")
