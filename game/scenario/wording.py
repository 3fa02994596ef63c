"""What pydantic found, in our words and at the right place."""

from typing import Annotated, TypeGuard, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from game.scenario.forms import OneOf
from game.scenario.nearness import advise, nearest, quote
from game.scenario.problems import MOST_PROBLEMS, Finding, Place
from game.scenario.shapes import show
from game.scenario.tree import Node

Path = tuple[str | int, ...]
_MAPPINGS = ("dict_type", "model_type", "model_attributes_type")
_LINES = {
    "points": "a line for each issue, such as `road: {open: 10, closed: 40}`",
    "shifts": "issue, option and agency, such as `road: {closed: {council: -5}}`",
    "capacity": "issue and option, such as `road: {closed: 0.6}`",
    "impact": "what it does for people, such as `relief: 1`",
    "trust": "a line for each agency, such as `council: 0.6`",
    "priors": "a line for each agency, such as `council: 0.3`",
    "networks": "a line for each, such as `river_group: River group`",
    "tips": "a line for each moment, such as `corridor: Talk to somebody.`",
    "agreed": "an issue and its option, such as `road: closed`",
    "terms": "a line for each issue, such as `road: closed`",
}
"""What belongs below a key whose mapping has no keys of its own."""
_ON_COMMAS = 'between braces a comma ends a text, so put texts with commas in straight quotes, `"`.'
_WANTED = {
    "list_type": "a list (`[a, b]` or `- a` lines)",
    "string_type": "a text",
}


def word_errors(errors: ValidationError, form: type[BaseModel], root: Node, whole: str) -> list[Finding]:
    """Turn everything pydantic found into findings; `whole` names the mapping at the root ("The file")."""
    details = errors.errors(include_url=False)[: MOST_PROBLEMS + 1]
    extras: dict[Path, set[str]] = {}
    for detail in details:
        if detail["type"] == "extra_forbidden":
            path = detail["loc"]
            extras.setdefault(path[:-1], set()).add(nearest(str(path[-1]), keys_of(form, path[:-1])))
    findings = []
    for detail in details:
        path = detail["loc"]
        is_meant = detail["type"] == "missing" and path[-1] in extras.get(path[:-1], ())
        if not is_meant:
            findings.append(_word(detail, form, root, whole))
    return findings


def _word(detail: ErrorDetails, form: type[BaseModel], root: Node, whole: str) -> Finding:
    """Word one error."""
    path, kind = detail["loc"], detail["type"]
    if path and path[-1] == "[key]":
        path = path[:-1]
        if _is_cut_by_comma(root, path):
            return Finding(place_of(root, path, is_key=True), f"{quote(str(path[-1]))} is no key; {_ON_COMMAS}")
        return Finding(place_of(root, path, is_key=True), f"The key {_said(detail, path, whole)}", _suggested(detail))
    label = _label(path, whole)
    if kind == "missing":
        owner = _label(path[:-1], whole)
        return Finding(place_of(root, path[:-1], is_key=True), f"{owner} needs `{path[-1]}`; add it.", str(path[-1]))
    if kind == "extra_forbidden":
        keys = keys_of(form, path[:-1])
        meant = nearest(str(path[-1]), keys)
        is_cut = not meant and _is_cut_by_comma(root, path)
        advice = _ON_COMMAS if is_cut else advise(str(path[-1]), keys, "its keys are")
        message = f"{_label(path[:-1], whole)} has no key {quote(str(path[-1]))}; {advice}"
        return Finding(place_of(root, path, is_key=True), message, meant)
    if kind in _MAPPINGS:
        message = f"{label} holds {show(detail['input'])}; {_complete(form, path)}."
        return Finding(place_of(root, path), message)
    return Finding(place_of(root, path), f"{label} {_said(detail, path, whole)}", _suggested(detail))


def _complete(form: type[BaseModel], path: Path) -> str:
    """Say what to write below a key that should hold a mapping."""
    shape, inner = _shape_of(form, path), None
    if get_origin(shape) is dict:
        inner = _bare(get_args(shape)[-1])
    if _is_form(shape):
        advice = f"write {_keys_below(shape)} below it"
    elif _is_form(inner):
        each = "the word of each agency" if path[-1] == "leverage" else "a short word for each"
        advice = f"write below it {each}, with a colon, and below that {_keys_below(inner)}"
    else:
        advice = f"write below it {_lines_below(path, inner)}"
    owner = _shape_of(form, path[:-1])
    needed = [field.alias or name for name, field in _fields(owner).items() if field.is_required()]
    if not path or path[-1] in needed or (_is_form(owner) and issubclass(owner, OneOf)):
        return advice
    return f"{advice}, or delete {'the item' if isinstance(path[-1], int) else 'the key'}"


def _lines_below(path: Path, inner: object) -> str:
    """Describe the lines of a mapping that has no keys of its own."""
    if path[-2:-1] == ("points",):
        return "what each option is worth, such as `open: 10`"
    if path[-1:] == ("impact",) and get_origin(inner) is dict:
        return "issue, option and what it does for people, such as `road: {closed: {relief: 1}}`"
    return _LINES.get(str(path[-1]), "lines such as `word: value`") if path else "lines such as `word: value`"


def _keys_below(form: object) -> str:
    """List the keys that a mapping of this form needs; where it needs none, those it may have."""
    fields = _fields(form)
    needed = [field.alias or name for name, field in fields.items() if field.is_required()]
    keys = [f"`{key}:`" for key in needed or [field.alias or name for name, field in fields.items()]]
    if len(keys) == 1:
        return keys[0]
    one_of, last = ("", "and") if needed else ("one of ", "or")
    return f"{one_of}{', '.join(keys[:-1])} {last} {keys[-1]}"


def _is_cut_by_comma(root: Node, path: Path) -> bool:
    """Say whether a key is the rest of a text between braces: nothing follows it, not even a colon."""
    owner = _node_at(root, path[:-1])
    if owner is None or path[-1] not in owner.entries:
        return False
    key, (place, held) = str(path[-1]), owner.entries[str(path[-1])]
    return held.value is None and (held.place.line > place.line or held.place.column == place.column + len(key))


def _said(detail: ErrorDetails, path: Path, whole: str) -> str:
    """Go on after the name of the key."""
    if detail["type"] == "said":
        return str(detail["ctx"]["sentence"])
    wanted = _WANTED.get(detail["type"])
    if wanted is None:
        return f"does not fit: {detail['msg']}."
    if detail["input"] is None:
        return f"holds nothing, where {wanted} belongs; fill it in or delete the key."
    return f"must be {wanted}, not {show(detail['input'])}."


def _suggested(detail: ErrorDetails) -> str:
    return str(detail.get("ctx", {}).get("suggestion", ""))


def _label(path: Path, whole: str) -> str:
    """Name what a path leads to, as it is written in the file."""
    if not path:
        return whole
    if isinstance(path[-1], int):
        return f"Item {path[-1] + 1} of {quote(str(path[-2]))}" if len(path) > 1 else f"Command {path[-1] + 1}"
    return quote(path[-1])


def _node_at(root: Node, path: Path) -> Node | None:
    """Find what a path leads to, if it exists."""
    node: Node | None = root
    for step in path:
        if node is None:
            return None
        if isinstance(step, int):
            node = node.items[step] if step < len(node.items) else None
        else:
            node = node.entries[step][1] if step in node.entries else None
    return node


def place_of(root: Node, path: Path, *, is_key: bool = False) -> Place:
    """Say where a path leads, or the key that names it; as far as it exists."""
    node, key = root, root.place
    for step in path:
        if isinstance(step, int):
            if step >= len(node.items):
                break
            node = node.items[step]
            key = node.place
        else:
            if step not in node.entries:
                break
            key, node = node.entries[step]
    return key if is_key else node.place


def keys_of(form: type[BaseModel], path: Path) -> list[str]:
    """Name the keys of the mapping that a path leads to."""
    return [field.alias or name for name, field in _fields(_shape_of(form, path)).items()]


def _shape_of(form: type[BaseModel], path: Path) -> object:
    """Say what shape belongs where a path leads."""
    shape: object = form
    for step in path:
        shape = _inside(shape, step)
    return _bare(shape)


def _is_form(shape: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(shape, type) and issubclass(shape, BaseModel)


def _fields(shape: object) -> dict[str, FieldInfo]:
    return shape.model_fields if _is_form(shape) else {}


def _inside(shape: object, step: str | int) -> object:
    """Go one step into a shape: a field of a form, or what a list or mapping holds."""
    shape = _bare(shape)
    if _is_form(shape):
        return next((field.annotation for name, field in _fields(shape).items() if step == (field.alias or name)), None)
    inner = get_args(shape)
    return inner[-1] if inner else None


def _bare(shape: object) -> object:
    """Take optional and annotation off a shape."""
    if get_origin(shape) is Annotated:
        return _bare(get_args(shape)[0])
    kept = [part for part in get_args(shape) if part is not type(None)]
    if type(None) in get_args(shape) and len(kept) == 1:
        return _bare(kept[0])
    return shape
