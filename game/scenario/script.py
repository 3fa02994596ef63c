"""Read a script: the commands of a game written down by hand, for teachers and tests."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import ValidationError

from game.opponents.manner import AS_WRITTEN, MANNERS, MIXED
from game.rules.case import Case
from game.rules.commands import Command
from game.rules.ids import AgencyId
from game.scenario import source, tree
from game.scenario.checks.references import Reference, listed
from game.scenario.command_forms import COMMANDS, CommandForm, build_command, names_in
from game.scenario.forms import Form
from game.scenario.nearness import advise, nearest, quote
from game.scenario.problems import Finding, Problem, ScenarioProblems, name_problems
from game.scenario.shapes import NameShape, Text, WholeShape, show
from game.scenario.tree import Node
from game.scenario.wording import word_errors

PASS = "pass"
OTHERS = (PASS, *MANNERS, MIXED, AS_WRITTEN)
"""What the seats can do that the script does not speak for: pass, or play in a manner."""


@dataclass(frozen=True, slots=True)
class Script:
    """The commands of a game in order, and how it is set up. `seated` is None where everybody is."""

    commands: tuple[Command, ...]
    lines: tuple[int, ...]
    """In which line of the file each command stands."""
    seated: tuple[AgencyId, ...] | None = None
    others: str = PASS
    seed: int | None = None
    rounds: tuple[int, ...] = ()
    """Before which round each command waits; empty where each comes as soon as it can."""


class _SetupForm(Form):
    seated: list[Text] | None = None
    others: Annotated[str, NameShape(OTHERS)] = PASS
    seed: Annotated[int, WholeShape(0, 999_999_999)] | None = None
    commands: list[Any]


KEYS = frozenset(_SetupForm.model_fields)
"""Of a script that is a mapping."""


def load_script(path: Path, case: Case) -> Script:
    """Load a script for a case; ScenarioProblems with all of them if there is any."""
    text = source.read_text(path)
    script = name_problems(str(path), [text]) if isinstance(text, Finding) else read_script(text, str(path), case)
    if isinstance(script, tuple):
        raise ScenarioProblems(path, script)
    return script


def read_script(text: str, name: str, case: Case) -> Script | tuple[Problem, ...]:
    """Read a script from a text; `name` is how problems call it."""
    if (refused := source.refuse_text(text)) is not None:
        return name_problems(name, [refused])
    root, findings = tree.grow(text.removeprefix("\ufeff"), "a script is a list of commands, each beginning with `- `")
    if root is None:
        return name_problems(name, findings)
    setup = _SetupForm(commands=[])
    if root.is_mapping:
        setup, misshapen = _read_setup(root, setup)
        findings += [*misshapen, *dangling(listed("agency", root.get("seated")), case)]
        commands = root.get("commands")
    else:
        commands = root
        if not isinstance(root.value, list):
            findings.append(
                Finding(root.place, f"A script is a list of commands, not {show(root.value)}; begin with `- `.")
            )
    read: list[tuple[Command, int]] = []
    for item in commands.items:
        command = read_command(item, case)
        if isinstance(command, list):
            findings += command
        else:
            read.append((command, item.place.line))
    if findings:
        return name_problems(name, findings)
    seated = None if setup.seated is None else tuple(AgencyId(agency) for agency in setup.seated)
    return Script(tuple(c for c, _ in read), tuple(line for _, line in read), seated, setup.others, setup.seed)


def _read_setup(root: Node, usual: _SetupForm) -> tuple[_SetupForm, list[Finding]]:
    try:
        return _SetupForm.model_validate(root.value), []
    except ValidationError as errors:
        return usual, word_errors(errors, _SetupForm, root, "The script")


def read_command(item: Node, case: Case) -> Command | list[Finding]:
    """Read one command, or say everything that is wrong with it."""
    if not item.is_mapping:
        message = f"A command is a mapping with `seat` and `do`, not {show(item.value)}; write `{{seat: …, do: …}}`."
        return [Finding(item.place, message)]
    kind = item.get("do").word
    if kind is None:
        return [Finding(item.place, "The command needs `do`, the name of what the seat does; add it.", "do")]
    form = COMMANDS.get(kind)
    if form is None:
        advice = advise(kind, list(COMMANDS), "the commands are")
        return [
            Finding(item.get("do").place, f"There is no command {quote(kind)}; {advice}", nearest(kind, list(COMMANDS)))
        ]
    node = _without_kind(item, form)
    findings = list(dangling(names_in(node, form), case))
    try:
        values = form.model_validate(node.value)
    except ValidationError as errors:
        return [*word_errors(errors, form, node, f"The command `{kind}`"), *findings]
    return findings or build_command(values)


def _without_kind(item: Node, form: type[CommandForm]) -> Node:
    """Take `do` off a command, and read `is_spun` as `spun`."""
    node = Node(item.place, {})
    for key, entry in item.entries.items():
        short = key.removeprefix("is_")
        name = short if short in form.model_fields else key
        if key != "do":
            node.entries[name] = entry
            node.value[name] = entry[1].value
    return node


def dangling(references: Iterator[Reference], case: Case) -> Iterator[Finding]:
    """Report names of nothing in the case."""
    known: Mapping[str, Sequence[str]] = {
        "agency": list(case.agency_ids),
        "issue": [issue.id for issue in case.issues],
        "fact": [fact.id for fact in case.facts],
        "network": list(case.network_names),
    }
    options = {str(issue.id): [option.id for option in issue.options] for issue in case.issues}
    lines = {str(agency.id): [line.id for line in agency.red_lines] for agency in case.agencies}
    for reference in references:
        choices: Sequence[str] | None
        match reference.kind:
            case "option":
                choices, of = options.get(reference.owner), f" of issue {quote(reference.owner)}"
            case "red line":
                choices, of = lines.get(reference.owner), f" of {quote(reference.owner)}"
            case kind:
                choices, of = known[kind], ""
        if choices is not None and reference.name not in choices:
            advice = advise(reference.name, choices, "choose one of")
            message = f"There is no {reference.kind} {quote(reference.name)}{of}; {advice}"
            yield Finding(reference.place, message, nearest(reference.name, choices))
