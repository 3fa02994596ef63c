"""What pydantic found, in our words and at the right place."""

from typing import Annotated, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.scenario.nearness import advise, nearest, quote
from game.scenario.problems import MOST_PROBLEMS, Finding, Place
from game.scenario.shapes import show
from game.scenario.tree import Node

Path = tuple[str | int, ...]
_WANTED = {
    "dict_type": "a mapping (`key: value` lines)",
    "model_type": "a mapping (`key: value` lines)",
    "model_attributes_type": "a mapping (`key: value` lines)",
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
        return Finding(place_of(root, path, is_key=True), f"The key {_said(detail, path, whole)}", _suggested(detail))
    label = _label(path, whole)
    if kind == "missing":
        owner = _label(path[:-1], whole)
        return Finding(place_of(root, path[:-1], is_key=True), f"{owner} needs `{path[-1]}`; add it.", str(path[-1]))
    if kind == "extra_forbidden":
        keys = keys_of(form, path[:-1])
        advice = advise(str(path[-1]), keys, "its keys are")
        message = f"{_label(path[:-1], whole)} has no key {quote(str(path[-1]))}; {advice}"
        return Finding(place_of(root, path, is_key=True), message, nearest(str(path[-1]), keys))
    return Finding(place_of(root, path), f"{label} {_said(detail, path, whole)}", _suggested(detail))


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
    shape: object = form
    for step in path:
        shape = _inside(shape, step)
    shape = _bare(shape)
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return [field.alias or name for name, field in shape.model_fields.items()]
    return []


def _inside(shape: object, step: str | int) -> object:
    """Go one step into a shape: a field of a form, or what a list or mapping holds."""
    shape = _bare(shape)
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        for name, field in shape.model_fields.items():
            if step == (field.alias or name):
                return field.annotation
        return None
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
