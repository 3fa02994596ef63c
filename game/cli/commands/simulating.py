"""Let computers play many games."""

from contextlib import closing
from typing import Any

from rich.console import Console

from game.cli.app import AsJson, FirstSeed, Games, Jobs, Language, Level, Manner, Scenario, app, print_json
from game.cli.choices import check_number, find_case, find_level, find_manner
from game.cli.failure import STOPPED, Failure
from game.cli.report import show_games
from game.cli.simulating import jobs_for, play_games, with_progress
from game.opponents.manner import MIXED, PRACTITIONER


@app.command()
def simulate(
    scenario: Scenario,
    games: Games = 1,
    seed: FirstSeed = 1,
    manner: Manner = MIXED,
    level: Level = PRACTITIONER.name,
    jobs: Jobs = None,
    language: Language = None,
    as_json: AsJson = False,
) -> None:
    """Let computers play whole games without a window."""
    _, case = find_case(scenario, language)
    find_manner(manner)
    played_at = find_level(level)
    seeds = range(check_number("--seed", seed, 0), seed + check_number("--games", games, 1))
    workers = jobs_for(games, None if jobs is None else check_number("--jobs", jobs, 1))
    lines: list[dict[str, Any]] = []
    is_stopped = False
    try:
        with closing(play_games(case, manner, seeds, workers, played_at)) as played:
            for line in with_progress(played, games):
                lines.append(line)
                if as_json:
                    print_json(line)
    except KeyboardInterrupt:
        is_stopped = True
    if not as_json:
        show_games(Console(highlight=False), case, lines)
    if is_stopped:
        raise Failure(f"Stopped after {len(lines)} of {games} games.", STOPPED)
