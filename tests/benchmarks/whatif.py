"""How long a whole scan of a game takes, beside running the game again plainly as often as the scan tries something.

    python tests/benchmarks/whatif.py [JOURNAL …]

Without journals: the recorded games with 100 to 300 commands. `of plain` is the ratio: below 1 the scan pays for less
than a whole game for each thing that it tries, since trials share what comes before the change.
"""

import sys
from pathlib import Path
from time import perf_counter

from game.debrief import Chronicle, of_journal
from game.record import read
from game.whatif import reckon, scan
from game.whatif.rerun import Rerun
from game.whatif.tape import tape_of

RECORDED = Path(__file__).parents[1] / "recorded"
FEWEST, MOST = 100, 300
PLAIN = 20
"""How often a game is run again plainly, to know what once takes."""


def main(paths: list[Path]) -> None:
    """Print one line a game."""
    titles = f"{'game':<52} {'commands':>8} {'tried':>6} {'pairs of':>8} {'scan s':>7} {'of plain':>8} {'all s':>6}"
    print(titles)  # noqa: T201 - what it is for
    for path in paths or sorted(RECORDED.glob("*/*.jsonl")):
        story = of_journal(read(path))
        commands = len(tape_of(story).given)
        if paths or FEWEST <= commands <= MOST:
            print(_line(f"{path.parent.name}/{path.stem}", story, commands))  # noqa: T201 - what it is for


def _line(name: str, story: Chronicle, commands: int) -> str:
    begun = perf_counter()
    found = scan(story)
    scanned = perf_counter() - begun
    reckon(story)
    everything = perf_counter() - begun - scanned
    tape, begun = tape_of(story), perf_counter()
    for _ in range(PLAIN):
        Rerun(tape).finish()
    once = (perf_counter() - begun) / PLAIN
    tried = len(found.trials) + found.paired * (found.paired - 1) // 2
    ratio = scanned / (once * tried)
    return f"{name:<52} {commands:>8} {tried:>6} {found.paired:>8} {scanned:>7.2f} {ratio:>8.2f} {everything:>6.2f}"


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
