"""What a finished game shows when it is run again, as rows: causes of hollow yeses, turning points, what turned it.

It takes seconds a game, so it is worked out only where it is asked for, in processes of its own.
"""

from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from game.analysis.lab.sweep import local_workers
from game.classroom.export.exported import Exported
from game.debrief import Chronicle, of_journal
from game.reports.classes import GROUNDS, Ground
from game.rules.ids import AgencyId, TextId
from game.rules.vocabulary import ForumVerdict, Kind, Root
from game.whatif import Reckoning, Scan, Shares, Theme, Trial, TurningPoint, reckon

PROCESSES = 2
LEFT_OUT = "left_out"
"""What stands for a command that was left out."""


@dataclass(frozen=True, slots=True)
class CauseRow:
    """A cause of one hollow yes, or (`seat` None) of what weakened all who were concerned with an accord."""

    accord: TextId
    seat: AgencyId | None
    sincerity: float
    without: float
    kind: str
    ground: Ground
    root: Root | None
    who: AgencyId | None
    at: int | None
    taken: float
    part: float
    alone: float


@dataclass(frozen=True, slots=True)
class PointRow:
    """A turning point."""

    at: int
    round: int
    seat: AgencyId | None
    kind: str
    theme: Theme
    moved: float


@dataclass(frozen=True, slots=True)
class TurnRow:
    """A change, or two together, by which the game would have come to something else."""

    accord: TextId | None
    at: tuple[int, ...]
    seats: tuple[AgencyId | None, ...]
    instead: tuple[str, ...]
    verdict: ForumVerdict
    signed: Kind | None
    is_undone: bool
    consent: float | None
    moved: float
    rate: float
    fit: float
    dropped: int


@dataclass(frozen=True, slots=True)
class ReckonedRows:
    """All of it, of one game."""

    causes: tuple[CauseRow, ...]
    points: tuple[PointRow, ...]
    turns: tuple[TurnRow, ...]


def reckon_all(tables: Sequence[Exported], jobs: int = PROCESSES) -> Generator[ReckonedRows | None, None, None]:
    """Run every finished game again, in the order given: here and now, or (`jobs` above 1) in processes of their own.

    None for a game that goes on or cannot be rebuilt; SweepError if the processes are ended from outside.
    """
    if jobs == 1:
        yield from map(_reckoned, tables)
        return
    with local_workers(jobs) as workers:
        waiting: list[Future[ReckonedRows | None]] = [workers.executor.submit(_reckoned, one) for one in tables]
        for one in waiting:
            yield one.result()


def _reckoned(table: Exported) -> ReckonedRows | None:
    if not table.is_closed:
        return None
    try:
        story = of_journal(table.journal)
    except Exception:  # what does not hold together is told of where the sheets are written
        return None
    return reckoned_rows(story, reckon(story))


def reckoned_rows(story: Chronicle, found: Reckoning) -> ReckonedRows:
    """Put what a game shows when it is run again into rows."""
    return ReckonedRows(
        causes=tuple(row for text, each in found.shares.items() for shares in each for row in _causes(text, shares)),
        points=tuple(_point(story, point) for point in found.points),
        turns=tuple(_turn(story, found.scan, trial) for trial in (*found.scan.turned, *found.scan.pairs)),
    )


def _causes(text: TextId, shares: Shares) -> Iterator[CauseRow]:
    for one in shares.shares:
        cause = one.cause
        yield CauseRow(
            accord=text,
            seat=shares.seat,
            sincerity=shares.sincerity,
            without=shares.without,
            kind=cause.kind,
            ground=GROUNDS[cause.kind],
            root=cause.root,
            who=cause.who,
            at=cause.at,
            taken=one.taken,
            part=shares.part(one),
            alone=one.alone,
        )


def _point(story: Chronicle, point: TurningPoint) -> PointRow:
    command = story.command(point.at)
    kind = "" if command is None else command.kind
    return PointRow(point.at, point.round, point.who, kind, point.theme, point.moved)


def _turn(story: Chronicle, found: Scan, trial: Trial) -> TurnRow:
    commands = [story.command(change.at) for change in trial.changes]
    return TurnRow(
        accord=found.text,
        at=tuple(change.at for change in trial.changes),
        seats=tuple(None if command is None else command.seat for command in commands),
        instead=tuple(LEFT_OUT if change.act is None else change.act.kind for change in trial.changes),
        verdict=trial.ending.verdict,
        signed=trial.ending.signed,
        is_undone=found.undoes(trial),
        consent=trial.ending.consent,
        moved=found.moved(trial),
        rate=trial.ending.rate,
        fit=trial.ending.complementarity,
        dropped=len(trial.dropped),
    )
