"""Print what a higher level is worth to a seat, as JSON: `python tests/benchmarks/levels.py [--games N] [--jobs J]`.

Every seat of every shipped case plays the same seeds at each level, in the same dealt manner, among practitioners of
dealt manners. What is compared is the mandate score (R9.1), game by game.
"""

import argparse
import json
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import pairwise

from game.analysis.lab.intervals import Spread, spread
from game.opponents.manner import LEVELS, MIXED, deal_manners
from game.rules.case import Case
from game.rules.ids import AgencyId
from game.scenario import loading
from game.session import simulate_game

Played = tuple[str, AgencyId, int, str]
"""A case, a seat, a seed and the level of that seat."""


@cache
def case_named(name: str) -> Case:
    """Load a shipped scenario once in a process."""
    return loading.load(loading.find(name))


def mandate_of(played: Played) -> tuple[float, str]:
    """Play one game; return the mandate score of the seat, and its manner."""
    name, seat, seed, level = played
    case = case_named(name)
    manners = dict(deal_manners(MIXED, case.agency_ids, seed))
    manners[seat] = manners[seat].at(LEVELS[level])
    outcome = simulate_game(case, seed, manners).sealed.outcome
    assert outcome is not None
    return outcome.scores[seat].mandate, manners[seat].name


def told(values: Sequence[float]) -> dict[str, float]:
    """Say a mean with its 95 % interval."""
    found: Spread = spread(values)
    return {"mean": round(found.mean, 2), "least": round(found.least, 2), "most": round(found.most, 2)}


def main() -> None:
    """Play, and print the figures."""
    parser = argparse.ArgumentParser(description="Print what a higher level is worth to a seat, as JSON.")
    parser.add_argument("--games", type=int, default=20, help="games per seat and level")
    parser.add_argument("--first-seed", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    seeds = range(asked.first_seed, asked.first_seed + asked.games)
    seats = [(path.stem, seat) for path in loading.shipped() for seat in case_named(path.stem).agency_ids]
    games = [(name, seat, seed) for name, seat in seats for seed in seeds]
    with ProcessPoolExecutor(asked.jobs) as pool:
        found = {level: list(pool.map(mandate_of, [(*game, level) for game in games], chunksize=8)) for level in LEVELS}
    gains = {}
    for lower, higher in pairwise(LEVELS):
        pairs = list(zip(found[lower], found[higher], strict=True))
        manners = sorted({manner for _, manner in found[lower]})
        gains[f"{higher} over {lower}"] = {
            "all": told([high - low for (low, _), (high, _) in pairs]),
            "by_manner": {m: told([high - low for (low, one), (high, _) in pairs if one == m]) for m in manners},
        }
    figures = {
        "what": "mandate score by level, game by game",
        "seats": len(seats),
        "games_per_seat_and_level": asked.games,
        "first_seed": asked.first_seed,
        "mandate": {level: told([mandate for mandate, _ in games]) for level, games in found.items()},
        "gain": gains,
    }
    print(json.dumps(figures, indent=1))  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
