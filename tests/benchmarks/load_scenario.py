"""Print how long a scenario of 1000 lines takes to load, as JSON: `python tests/benchmarks/load_scenario.py [FILE]`."""

import json
import sys
import time
from pathlib import Path
from statistics import median

from game.rules.case import Case
from game.scenario import loading, tree

LINES = 1000
REPEATS = 21


def main() -> None:
    """Load a file again and again and print the seconds."""
    paths = [Path(argument) for argument in sys.argv[1:]] or [*loading.shipped()]
    print(json.dumps([measure(path) for path in paths], indent=1))  # noqa: T201 - what it is for


def measure(path: Path) -> dict[str, object]:
    """Measure the file as it is, and padded with networks to 1000 lines if it is shorter."""
    text = lengthen(path.read_text(encoding="utf-8"))
    seconds = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        case = loading.read(text, str(path))
        seconds.append(time.perf_counter() - start)
        assert isinstance(case, Case)
    return {
        "what": "load a scenario",
        "file": path.name,
        "lines": text.count("\n"),
        "bytes": len(text.encode()),
        "parser": tree.LOADER.__name__,
        "median_seconds": round(median(seconds), 5),
        "worst_seconds": round(max(seconds), 5),
        "lines_a_second": round(text.count("\n") / median(seconds)),
    }


def lengthen(text: str) -> str:
    """Add networks until the text has 1000 lines."""
    missing = LINES - text.count("\n")
    if missing <= 0:
        return text
    pads = "".join(f"  pad_{n}: A network that nobody is in\n" for n in range(missing))
    assert "\nnetworks:\n" in text
    return text.replace("\nnetworks:\n", f"\nnetworks:\n{pads}", 1)


if __name__ == "__main__":
    main()
