"""Make the page on how computer seats behave, `scenarios/CONDUCT.md`, from measured figures.

python tests/benchmarks/conduct.py --games 32 --strategy-games 3 --first-seed 300 --jobs 2 > conduct.json
python tests/benchmarks/conduct.py --games 72 --first-seed 2000 --mixed-only --strategy-games 0 > mixed.json
python tests/benchmarks/levels.py --games 14 --jobs 2 > levels.json
python tests/benchmarks/conduct_page.py conduct.json levels.json mixed.json > scenarios/CONDUCT.md
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

VERDICTS = (
    "sincere_agreement",
    "overtaken",
    "false_coherence",
    "side_by_side",
    "information_sharing",
    "breakdown",
    "nothing",
)
Figures = Mapping[str, Any]


def page(conduct: Figures, levels: Figures, more: Figures) -> Iterator[str]:
    """Write the page line by line."""
    yield "# How the computers behave\n"
    yield "What tables of computers come to in the shipped cases, in per cent of games, and what a level is worth. Made"
    yield "by `tests/benchmarks/conduct.py`, `levels.py` and `conduct_page.py`; nothing here is written by hand.\n"
    yield from _tables(conduct)
    yield (
        f"Over {more['games']} other games a case at mixed tables alone (seeds from {more['first_seed']}, "
        f"{more['mixed']['accords']} accords) it is **{more['mixed']['area_under_curve']}**.\n"
    )
    yield from _seats(conduct)
    yield from _strategies(conduct)
    yield from _levels(levels)


def _tables(conduct: Figures) -> Iterator[str]:
    games, first = conduct["games"], conduct["first_seed"]
    yield f"## Tables by manner\n\n{games} games for each row, seeds from {first}, practitioners.\n"
    yield f"| case | table | {' | '.join(words(verdict) for verdict in VERDICTS)} | accords delivered | mean rate |"
    yield "|---|---|" + "---:|" * (len(VERDICTS) + 2)
    for name, case in conduct["cases"].items():
        for manner, told in case["tables"].items():
            yield f"| {name} | {words(manner)} | {_row(told)} |"
    mixed = conduct["mixed"]
    yield f"| all | mixed | {_row(mixed)} |\n"
    by_half = " and ".join(str(area) for area in mixed["area_under_curve_by_half"])
    yield (
        f"Sincerity as signed ranks an accord that was carried out (rate at least 50) above one that was not in "
        f"**{mixed['area_under_curve']}** of pairs, over the {mixed['accords']} accords of all mixed tables "
        f"(by halves of the accords: {by_half}).\n"
    )


def _row(told: Figures) -> str:
    shares = [f"{100 * told['verdicts'].get(verdict, 0.0):.0f}" for verdict in VERDICTS]
    rate = "" if told["mean_rate"] is None else f"{told['mean_rate']:.0f}"
    return " | ".join([*shares, f"{told['delivered']} of {told['accords']}", rate])


def _seats(conduct: Figures) -> Iterator[str]:
    yield "## Seats at mixed tables\n"
    yield "Mandate in points; in what share of games a seat falls below walking away, and comes near its best in the"
    yield "zone. A seat would be hopeless or certain to win at 95 per cent.\n"
    yield "| case | seat | mean mandate | walking away | best in the zone | below walking away | near its best |"
    yield "|---|---|---:|---:|---:|---:|---:|"
    odd = []
    for name, case in conduct["cases"].items():
        for seat, told in case["seats"].items():
            best = "" if told["best"] is None else f"{told['best']:.0f}"
            near = "" if told["near_best"] is None else f"{100 * told['near_best']:.0f} %"
            below = f"{100 * told['below_walking_away']:.0f} %"
            yield f"| {name} | {seat} | {told['mean_mandate']} | {told['walk_away']:.0f} | {best} | {below} | {near} |"
            odd += [f"{name}: {seat}"] if told["is_hopeless"] or told["is_certain"] else []
    yield f"\nHopeless or certain to win: {', '.join(odd) or 'none'}.\n"


def _strategies(conduct: Figures) -> Iterator[str]:
    told = {
        n: c["strategies_at_mixed_tables"] for n, c in conduct["cases"].items() if "strategies_at_mixed_tables" in c
    }
    if not told:
        return
    ways = list(next(iter(told.values()))["mean_total"])
    yield "## Ways to play, against mixed tables\n"
    yield "Mean total of a seat, and in brackets the share of seats it is best for.\n"
    yield f"| case | {' | '.join(words(way) for way in ways)} |"
    yield "|---|" + "---:|" * len(ways)
    for name, case in told.items():
        cells = [f"{case['mean_total'][way]} ({100 * case['best_for_share_of_seats'][way]:.0f} %)" for way in ways]
        yield f"| {name} | {' | '.join(cells)} |"
    is_any = [name for name, case in told.items() if case["is_any_single_minded_best_for_most"]]
    yield f"\nCases in which a single-minded way is best for most seats: {', '.join(is_any) or 'none'}.\n"


def _levels(levels: Figures) -> Iterator[str]:
    seats, games, first = levels["seats"], levels["games_per_seat_and_level"], levels["first_seed"]
    yield f"## Levels\n\n{seats} seats, {games} games for each seat and level, seeds from {first}: the same seat, seed"
    yield "and manner at each level, among practitioners of dealt manners. Mandate score, with 95 per cent intervals.\n"
    yield "| level | mandate |\n|---|---:|"
    for level, told in levels["mandate"].items():
        yield f"| {level} | {_interval(told)} |"
    yield "\n| game by game | gain | by manner |\n|---|---:|---|"
    for name, told in levels["gain"].items():
        by_manner = "; ".join(f"{words(manner)} {_interval(one)}" for manner, one in told["by_manner"].items())
        yield f"| {name} | {_interval(told['all'])} | {by_manner} |"


def _interval(told: Figures) -> str:
    return f"{told['mean']:.1f} ({told['least']:.1f} to {told['most']:.1f})"


def words(name: str) -> str:
    """Word an identifier."""
    return name.replace("_", " ")


def main() -> None:
    """Read the three files named and print the page."""
    conduct, levels, more = (json.loads(Path(name).read_text(encoding="utf-8")) for name in sys.argv[1:4])
    print("\n".join(page(conduct, levels, more)))  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
