"""See by many games whether a case plays well."""

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from rich.console import Console

from game.analysis.lab.sweep import Planned, sweep
from game.analysis.lab.trace import Trace, trace_game
from game.cli.app import (
    AsJson,
    Cluster,
    FirstSeed,
    Games,
    Jobs,
    Language,
    Level,
    OnlyManner,
    Page,
    Scenario,
    app,
    print_json,
)
from game.cli.choices import check_number, find_case, find_level, find_manner
from game.cli.failure import MISUSED, STOPPED, Failure
from game.cli.simulating import jobs_for, with_progress, workers_at
from game.cli.writing import check_page, write_page
from game.opponents.manner import PRACTITIONER
from game.rules.case import Case


@app.command()
def balance(
    scenario: Scenario,
    games: Games = 1000,
    seed: FirstSeed = 1,
    jobs: Jobs = None,
    manner: OnlyManner = None,
    level: Level = PRACTITIONER.name,
    cluster: Cluster = None,
    language: Language = None,
    as_json: AsJson = False,
    html: Page = None,
) -> None:
    """Let computers play many games, and say what to change in the scenario."""
    _, case = find_case(scenario, language)
    play = partial(trace_game, level=find_level(level))
    plan = _plan(case, check_number("--games", games, 1), check_number("--seed", seed, 0), manner)
    if cluster is not None and jobs is not None:
        raise Failure("A cluster has workers of its own; leave out `--jobs` or `--cluster`.", MISUSED)
    processes = jobs_for(games, None if jobs is None else check_number("--jobs", jobs, 1))
    if html is not None:
        check_page(html)  # before the games, not after them
    traces: list[Trace] = []
    trouble: Failure | None = None
    try:
        with workers_at(cluster, processes) as workers, closing(sweep(workers, play, case, plan)) as played:
            for trace in with_progress(played, games):
                traces.append(trace)
    except KeyboardInterrupt:
        trouble = Failure(f"Stopped after {len(traces)} of {games} games.", STOPPED)
    except Failure as error:
        trouble = error
    if traces:
        _tell(case, traces, as_json=as_json, html=html)
    if trouble is not None:
        raise trouble


def _plan(case: Case, games: int, seed: int, manner: str | None) -> list[Planned]:
    """Plan mixed tables and some of one manner each, or only tables of the manner that is asked for."""
    from game.analysis.lab.balance import (  # noqa: PLC0415 - numpy and the rest only where they are asked for
        manners_beside,
        plan_games,
    )

    if manner is None:
        return plan_games(games, seed, manners_beside(case))
    return [(seed + number, find_manner(manner)) for number in range(games)]


def _tell(case: Case, traces: Sequence[Trace], *, as_json: bool, html: Path | None) -> None:
    """Say what the games come to, as asked."""
    from game.analysis.lab.advice import remarks  # noqa: PLC0415 - as above
    from game.analysis.lab.balance import weigh  # noqa: PLC0415 - as above
    from game.analysis.lab.page import balance_page  # noqa: PLC0415 - as above
    from game.cli.balance_report import show_balance  # noqa: PLC0415 - as above
    from game.record.codec import plain  # noqa: PLC0415 - see above

    found = weigh(case, traces)
    if html is not None:
        write_page(html, balance_page(case, found))
    if as_json:
        print_json({"remarks": plain(remarks(case, found)), **plain(found)})
    elif html is None:
        show_balance(Console(highlight=False), case, found)
