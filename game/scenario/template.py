"""A new scenario to begin with: small, commented, and working as it is."""

import json
import re
import unicodedata
from pathlib import Path

from game.scenario import loading
from game.scenario.nearness import quote
from game.scenario.shapes import CASE_ID, LONGEST_ID

SCHEMA = "scenario.schema.json"
"""What the first line of a scenario names, for editors."""
_MODEL = Path(__file__).with_name("template.yaml")
_ID, _TITLE = "my-case", "The pump at Talin"
_KEPT = frozenset(
    {"null", "con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
"""Words that YAML or Windows keep for themselves."""
_SPELLED = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "oe",
        "å": "aa",
        "ł": "l",
        "đ": "d",
        "þ": "th",
    }
    | {"ð": "d", "ı": "i", "'": "", "’": ""}
)
"""Letters that are written with others where there are only 26."""


def refuse_name(name: str) -> str:
    """Say in one sentence why a new scenario cannot have this name; nothing if it can."""
    if name in _KEPT:
        return f"{quote(name)} is a word that computers keep for themselves; choose another name."
    if not CASE_ID.fullmatch(name) or len(name) > LONGEST_ID:
        meant = _slug(name)
        such = f", such as {quote(meant)}" if meant and meant not in _KEPT else ""
        said = f"{quote(name)} is no name for a scenario" if name.strip() else "A scenario needs a name"
        return f"{said}; use lower-case letters, digits and `-`, beginning with a \
letter, at most {LONGEST_ID}{such}."
    if name in {path.stem for path in loading.shipped()}:
        return f"{quote(name)} is a scenario that comes with the game; choose another name."
    return ""


def draft(name: str) -> str:
    """Write a new scenario of that name."""
    title = name.replace("-", " ").replace("_", " ").strip().capitalize()
    text = _MODEL.read_text(encoding="utf-8")
    return text.replace(_ID, name).replace(f"title: {_TITLE}\n", f"title: {title}\n", 1)


def schema_text() -> str:
    """Write the JSON Schema of scenarios."""
    return json.dumps(loading.schema(), indent=2, ensure_ascii=False) + "\n"


def _slug(name: str) -> str:
    """Make a name of what somebody wrote."""
    letters = unicodedata.normalize("NFC", name.lower()).translate(_SPELLED)
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(sign))
    words = re.sub(r"[^a-z0-9]+", "-", plain.removesuffix(".yaml").removesuffix(".yml")).strip("-")
    return words.lstrip("0123456789-")[:LONGEST_ID].rstrip("-")
