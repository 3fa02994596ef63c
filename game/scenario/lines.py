"""Read the lines to judge a game by again: a few numbers of the ruleset, by name; the rest stay as they were."""

from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ValidationError, create_model

from game.rules.judging.lines import MOVABLE, PLAYED, Bounds, moved_to
from game.rules.ruleset import Ruleset
from game.scenario import source, tree
from game.scenario.forms import Form
from game.scenario.nearness import nearest, quote
from game.scenario.problems import Finding, Place, Problem, ScenarioProblems, name_problems
from game.scenario.shapes import NumberShape, WholeShape, show
from game.scenario.tree import Node
from game.scenario.wording import word_errors

BEGINS = "it names lines by which a game is judged, each with its number, such as `hollow_sincerity: 0.5`"


def load_ruleset(path: Path, played_by: Ruleset) -> Ruleset:
    """Load a ruleset that moves some lines of the one played by; ScenarioProblems with all of them if there is any."""
    text = source.read_text(path)
    found = name_problems(str(path), [text]) if isinstance(text, Finding) else read_ruleset(text, str(path), played_by)
    if isinstance(found, tuple):
        raise ScenarioProblems(path, found)
    return found


def read_ruleset(text: str, name: str, played_by: Ruleset) -> Ruleset | tuple[Problem, ...]:
    """Read a ruleset from a text; `name` is how problems call it."""
    if (refused := source.refuse_text(text)) is not None:
        return name_problems(name, [refused])
    root, findings = tree.grow(text.removeprefix("\ufeff"), BEGINS)
    if root is None:
        return name_problems(name, findings)
    if not root.is_mapping:
        findings.append(Finding(root.place, f"A ruleset is a mapping, not {show(root.value)}: {BEGINS}."))
        return name_problems(name, findings)
    if not root.entries:
        findings.append(Finding(root.place, f"The file moves no line: {BEGINS}."))
    known, unknown = _known(root)
    try:
        form = LinesForm.model_validate(known.value)
    except ValidationError as errors:
        return name_problems(name, [*findings, *unknown, *word_errors(errors, LinesForm, known, "The ruleset")])
    findings += unknown
    return name_problems(name, findings) if findings else moved_to(played_by, form.model_dump(exclude_unset=True))


def _shape(bounds: Bounds) -> tuple[object, float]:
    """Say which numbers a line takes; none is needed."""
    if bounds.is_whole:
        return Annotated[int, WholeShape(int(bounds.least), int(bounds.most))], 0
    return Annotated[float, NumberShape(bounds.least, bounds.most)], 0.0


_FIELDS: dict[str, Any] = {name: _shape(bounds) for name, bounds in MOVABLE.items()}
LinesForm: type[BaseModel] = create_model("LinesForm", __base__=Form, **_FIELDS)
"""A mapping of lines to numbers."""


def _known(root: Node) -> tuple[Node, list[Finding]]:
    """Keep the lines that there are, and say of every other name why it is none."""
    known, findings = Node(root.place, {}), []
    for key, node in root.pairs():
        if key in MOVABLE:
            known.entries[key] = (root.key(key), node)
            known.value[key] = node.value
        else:
            findings.append(_unknown(key, root.key(key)))
    return known, findings


def _unknown(key: str, place: Place) -> Finding:
    """Say what a name that is no line probably means; numbers by which a game was played cannot be moved any more."""
    meant = nearest(key, (*MOVABLE, *PLAYED))
    if meant in PLAYED:
        said = quote(key) if meant == key else f"There is no line {quote(key)}; {quote(meant)}"
        why = f"{said} is a number by which a game is played, not judged, and this one has been played; take it out."
        return Finding(place, why)
    advice = f"did you mean {quote(meant)}?" if meant else "`judge` without `--ruleset` lists those there are."
    return Finding(place, f"There is no line {quote(key)}; {advice}", meant)
