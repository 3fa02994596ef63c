"""Print how many commands a second the rules play, beside the actions a second of catanatron 3.2, as JSON.

    pip install -e '.[bench]'
    python tests/benchmarks/commands.py

Ours: the commands of the recorded games between computers in the Afghanistan district; each game is opened, and every
command verified, decided and evolved by `game.rules.play.play`. Theirs, in the same run and by turns: whole games of
four random players (`Game.play`), and, stricter, logged actions carried out again by `Game.execute`, without players,
without checking them, and without setting the game up. Processor time, not time on the clock. Target: `ratio` >= 1.
"""

import json
import time
from pathlib import Path
from typing import Any

from turns import Measure, by_turns, machine, ratio, spread

from game.record import Journal, read
from game.rules.opening import open_game
from game.rules.play import Step, play

RECORDED = Path(__file__).resolve().parents[1] / "recorded" / "afghanistan-district-2006"
REPEATS = 11
THEIR_SEEDS = (1, 2, 3)


def main() -> None:
    """Measure by turns and print."""
    journals = [read(path) for path in sorted(RECORDED.glob("computers-*.jsonl"))]
    theirs = catanatron()
    ours, *others = by_turns(REPEATS, lambda: commands_a_second(journals), *theirs.values())
    told: dict[str, Any] = {
        "what": "accepted commands a second",
        "commands": sum(len(journal.entries) for journal in journals),
        "ours": spread(ours),
        "target": 1.0,
        **machine(),
    }
    for name, other in zip(theirs, others, strict=True):
        told[name] = spread(other)
        told["ratio" if name == "catanatron_play" else "ratio_to_execute"] = ratio(ours, other)
    if not theirs:
        told["missing"] = "catanatron is not installed; install the extra `bench` to compare"
    print(json.dumps(told, indent=1))  # noqa: T201 - what it is for


def commands_a_second(journals: list[Journal]) -> float:
    """Play whole recorded games once."""
    start = time.process_time()
    for journal in journals:
        head = journal.header
        state = open_game(head.case, head.ruleset, head.seed, head.seated).state
        for entry in journal.entries:
            step = play(state, entry.command)
            assert isinstance(step, Step), step
            state = step.state
    return sum(len(journal.entries) for journal in journals) / (time.process_time() - start)


def catanatron() -> dict[str, Measure]:
    """Measure the peer in two ways; nothing if it is not installed."""
    try:
        from catanatron import Color, Game, RandomPlayer
    except ImportError:
        return {}

    def new(seed: int) -> Any:
        return Game([RandomPlayer(color) for color in Color], seed=seed)

    def by_play() -> float:
        start, count = time.process_time(), 0
        for seed in THEIR_SEEDS:
            game = new(seed)
            game.play()
            count += len(game.state.actions)
        return count / (time.process_time() - start)

    def by_execute() -> float:
        spent, count = 0.0, 0
        for seed, actions in logs:
            game = new(seed)
            start = time.process_time()
            for action in actions:
                game.execute(action, validate_action=False)
            spent += time.process_time() - start
            count += len(actions)
        return count / spent

    logs = []
    for seed in THEIR_SEEDS:
        game = new(seed)
        game.play()
        logs.append((seed, list(game.state.actions)))
    return {"catanatron_play": by_play, "catanatron_execute": by_execute}


if __name__ == "__main__":
    main()
