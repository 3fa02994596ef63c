"""Small domains of our own, in both formats, and words to say what came of them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import pytest

from game.rules.case import Case
from game.scenario import loading
from game.scenario.domains import draft_scenario, read_negotiation
from game.scenario.problems import ScenarioProblems

ISSUES: Mapping[str, Sequence[str]] = {
    "Route": ("By the river", "Over the pass"),
    "Guard": ("None", "Locals", "Soldiers"),
    "Toll": ("0", "5", "10", "20"),
}
WANTS: Mapping[str, tuple[Mapping[str, float], Mapping[str, Mapping[str, float]], float]] = {
    "driver": (
        {"Route": 0.5, "Guard": 0.2, "Toll": 0.3},
        {
            "Route": {"By the river": 3, "Over the pass": 6},
            "Guard": {"None": 1, "Locals": 4, "Soldiers": 2},
            "Toll": {"0": 10, "5": 8, "10": 5, "20": 0},
        },
        0.35,
    ),
    "village": (
        {"Route": 0.25, "Guard": 0.25, "Toll": 0.5},
        {
            "Route": {"By the river": 1, "Over the pass": 0},
            "Guard": {"None": 0, "Locals": 1, "Soldiers": 0.5},
            "Toll": {"0": 0, "5": 0.5, "10": 0.8, "20": 1},
        },
        0.4,
    ),
    "garrison": (
        {"Route": 0.1, "Guard": 0.8, "Toll": 0.1},
        {
            "Route": {"By the river": 1, "Over the pass": 1},
            "Guard": {"None": 0, "Locals": 0.25, "Soldiers": 1},
            "Toll": {"0": 1, "5": 1, "10": 1, "20": 1},
        },
        0.0,
    ),
}


def domain_xml(issues: Mapping[str, Sequence[str]] = ISSUES, extra: str = "") -> str:
    """Write a domain the way GENIUS does."""
    parts = []
    for number, (name, values) in enumerate(issues.items(), start=1):
        items = "".join(f"<item index='{at}' value={quoteattr(v)}/>\n" for at, v in enumerate(values, start=1))
        parts.append(f"<issue index='{number}' name={quoteattr(name)} type='discrete'>\n{items}</issue>\n")
    inside = f"<objective index='0' name='Road' type='objective'>\n{''.join(parts)}{extra}</objective>"
    return f"<negotiation_template>\n<utility_space>\n{inside}\n</utility_space>\n</negotiation_template>\n"


def profile_xml(who: str, extra: str = "", wants: Mapping[str, Any] = WANTS) -> str:
    """Write a profile the way GENIUS does."""
    weights, worths, reservation = wants[who]
    parts = []
    for number, (name, values) in enumerate(worths.items(), start=1):
        items = "".join(
            f"<item index='{at}' value={quoteattr(v)} cost='0' evaluation='{worth}'/>\n"
            for at, (v, worth) in enumerate(values.items(), start=1)
        )
        parts.append(f"<issue index='{number}' name={quoteattr(name)} type='discrete'>\n{items}</issue>\n")
    parts += [f"<weight index='{at}' value='{weight}'/>\n" for at, weight in enumerate(weights.values(), start=1)]
    objective = f"<objective index='0' name='Road'>\n{''.join(parts)}</objective>"
    return f"<utility_space>\n{objective}\n<reservation value='{reservation}'/>\n{extra}</utility_space>\n"


def domain_json() -> dict[str, Any]:
    """Write a domain the way GeniusWeb does."""
    return {"name": "road", "issuesValues": {name: {"values": list(values)} for name, values in ISSUES.items()}}


def profile_json(who: str, spelling: str = "DiscreteValueSetUtilities", **more: Any) -> dict[str, Any]:
    """Write a profile the way GeniusWeb does; worths are shares of the best there."""
    weights, worths, _ = WANTS[who]
    shares = {
        name: {spelling: {"valueUtilities": {v: w / max(values.values()) for v, w in values.items()}}}
        for name, values in worths.items()
    }
    space = {"name": who, "domain": domain_json(), "issueUtilities": shares, "issueWeights": dict(weights), **more}
    return {"LinearAdditiveUtilitySpace": space}


@dataclass
class Folder:
    """A folder of foreign files being written."""

    path: Path
    names: list[str] = field(default_factory=list)

    def put(self, name: str, content: str | bytes | Mapping[str, Any]) -> "Folder":
        """Write a file into it."""
        raw = (
            content
            if isinstance(content, bytes)
            else (content if isinstance(content, str) else json.dumps(content)).encode()
        )
        (self.path / name).write_bytes(raw)
        self.names.append(name)
        return self

    def case(self, most_options: int | None = None) -> Case:
        """Read it as a case, or fail with the problems of the scenario that came of it."""
        found = loading.read(self.text(most_options), "imported.yaml")
        assert isinstance(found, Case), [str(problem) for problem in found]
        return found

    def text(self, most_options: int | None = None) -> str:
        """Read it as a scenario."""
        return draft_scenario(read_negotiation([self.path], most_options)).text

    def refusal(self, *names: str) -> str:
        """Say in which sentence it is refused (the files named, else the folder): exactly one, and where."""
        paths = [self.path / name for name in names] or [self.path]
        with pytest.raises(ScenarioProblems) as caught:
            read_negotiation(paths)
        assert len(caught.value.problems) == 1
        problem = caught.value.problems[0]
        return f"{Path(problem.path).name}:{problem.line}: {problem.message}"
