"""Sum up what the field did: means with confidence intervals over domains, and how to read them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from field_games import Outcome
from field_peers import OURS

RESAMPLES = 2_000
FIGURES = ("advantage", "nash")


def sum_up(outcomes: Sequence[Outcome]) -> list[dict[str, Any]]:
    """Make a row for each negotiator, the most advantage first; `outcomes` of one setting, self-play among them."""
    met: dict[str, list[tuple[Outcome, int]]] = defaultdict(list)
    alone: dict[str, list[Outcome]] = defaultdict(list)
    trouble: dict[str, list[str]] = defaultdict(list)
    for outcome in outcomes:
        if len(set(outcome.seats)) == 1:
            alone[outcome.seats[0]].append(outcome)
        else:
            for seat in outcome.scored:
                met[outcome.seats[seat]].append((outcome, seat))
        if outcome.trouble:
            for name in set(outcome.trouble.split(":")[0].split("|")):
                trouble[name].append(outcome.trouble)
    rows = [_row(name, played, alone[name], trouble[name]) for name, played in met.items()]
    return sorted(rows, key=lambda row: -row["advantage"])


def _row(
    name: str, played: Sequence[tuple[Outcome, int]], alone: Sequence[Outcome], trouble: list[str]
) -> dict[str, Any]:
    advantage = _by_domain((outcome.domain, outcome.advantages[seat]) for outcome, seat in played)
    nash = _by_domain((outcome.domain, outcome.nash) for outcome, _ in played)
    return {
        "name": name,
        "advantage": _mean(advantage),
        "advantage_interval": interval(list(advantage.values())),
        "nash": _mean(nash),
        "nash_interval": interval(list(nash.values())),
        "others": _mean(_by_domain((outcome.domain, _rest(outcome, seat)) for outcome, seat in played)),
        "product": _mean(_by_domain((outcome.domain, outcome.product) for outcome, _ in played)),
        "nash_of_tournaments": _mean(
            _by_domain((outcome.domain, outcome.nash_of_tournaments) for outcome, _ in played)
        ),
        "agreement": _mean(_by_domain((outcome.domain, outcome.is_agreed) for outcome, _ in played)),
        "agreement_alone": round(float(np.mean([one.is_agreed for one in alone])), 3) if alone else None,
        "games": len(played),
        "milliseconds": round(1000 * float(np.mean([one.seconds for one in alone])), 1) if alone else None,
        "trouble": f"{len(trouble)} games, e.g. {trouble[0]}" if trouble else "",
        "by_domain": {"advantage": advantage, "nash": nash},
    }


def _rest(outcome: Outcome, seat: int) -> float:
    return float(np.mean([gain for at, gain in enumerate(outcome.advantages) if at != seat]))


def _by_domain(values: Iterable[tuple[str, float]]) -> dict[str, float]:
    found: dict[str, list[float]] = defaultdict(list)
    for domain, value in values:
        found[domain].append(float(value))
    return {domain: float(np.mean(some)) for domain, some in found.items()}


def _mean(by_domain: dict[str, float]) -> float:
    return round(float(np.mean(list(by_domain.values()))), 4)


def interval(values: Sequence[float]) -> tuple[float, float]:
    """Give the 95% interval of a mean by drawing domains again and again (Efron 1979)."""
    draws = np.random.default_rng(0).integers(len(values), size=(RESAMPLES, len(values)))
    low, high = np.quantile(np.array(values)[draws].mean(axis=1), (0.025, 0.975))
    return round(float(low), 4), round(float(high), 4)


def lead(rows: Sequence[dict[str, Any]], figure: str) -> dict[str, Any]:
    """Compare our mind with the best other in a figure, domain by domain."""
    ours = next(row for row in rows if row["name"] == OURS)
    best = max((row for row in rows if row["name"] != OURS), key=lambda row: row[figure])
    theirs = best["by_domain"][figure]
    differences = [value - theirs[domain] for domain, value in ours["by_domain"][figure].items() if domain in theirs]
    return {
        "figure": figure,
        "place": 1 + sum(row[figure] > ours[figure] for row in rows),
        "best_other": best["name"],
        "lead": round(float(np.mean(differences)), 4),
        "interval": interval(differences),
    }


def as_markdown(rows: Sequence[dict[str, Any]]) -> str:
    """Lay the rows out as a table."""
    lines = [
        "| negotiator | own advantage | Nash optimality | agreement | among themselves | others' advantage | trouble |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        bold = "**" if row["name"] == OURS else ""
        alone = "" if row["agreement_alone"] is None else f"{row['agreement_alone']:.3f}"
        figures = " | ".join(
            f"{bold}{row[figure]:.3f}{bold} ({low:.3f}–{high:.3f})"
            for figure in FIGURES
            for low, high in [row[f"{figure}_interval"]]
        )
        lines.append(
            f"| {bold}{row['name']}{bold} | {figures} | {row['agreement']:.3f} | {alone} | {row['others']:.3f} "
            f"| {row['trouble'][:120].replace('|', '/')} |"
        )
    return "\n".join(lines)
