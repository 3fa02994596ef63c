"""Names of foreign files as ids, and as texts on one line."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import chain, count

from game.scenario.shapes import LONGEST_ID

LONGEST_NAME = 120
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def tidy(text: str, longest: int = LONGEST_NAME) -> str:
    """Put a text on one line without invisible characters, shortened."""
    flat = " ".join(_ODD.sub(" ", text).split())
    return flat if len(flat) <= longest else flat[: longest - 1] + "…"


def make_ids(names: Iterable[str], kind: str, taken: Iterable[str] = (), keys: Sequence[str] = ()) -> tuple[str, ...]:
    """Make an id of each name: lower-case letters, digits and underscores, each once; a known key is kept."""
    used = set(taken)
    ids: list[str] = []
    for number, name in enumerate(names):
        wanted = keys[number] if number < len(keys) and _is_id(keys[number]) else ""
        ids.append(_free(wanted or _slug(name, kind) or f"{kind}_{number + 1}", used))
        used.add(ids[-1])
    return tuple(ids)


def make_names(names: Sequence[str], kind: str) -> tuple[str, ...]:
    """Make texts of names: tidy, never empty, each once."""
    told: list[str] = []
    for number, name in enumerate(names):
        text = tidy(name) or f"{kind.capitalize()} {number + 1}"
        numbered = (f"{text} ({nth})" for nth in count(number + 1))
        told.append(next(one for one in chain((text,), numbered) if one not in told))
    return tuple(told)


def name_files(stems: Sequence[str]) -> tuple[str, ...]:
    """Name parties after their files: what the stems of the files have in common at either end is left out."""
    words = [re.split(r"[\s_\-.]+", stem.strip(" _-.")) for stem in stems]
    while all(len(one) > 1 and not one[1].isdecimal() for one in words) and len({one[0].lower() for one in words}) == 1:
        words = [one[1:] for one in words]
    while all(len(one) > 1 for one in words) and len({one[-1].lower() for one in words}) == 1:
        words = [one[:-1] for one in words]
    return make_names([text[:1].upper() + text[1:] for text in (" ".join(one) for one in words)], "party")


def name_file(stem: str) -> str:
    """Name a domain after its file."""
    words = " ".join(re.split(r"[\s_]+", stem.strip(" _-.")))
    return words[:1].upper() + words[1:]


def in_order(text: str) -> list[tuple[int, int, str]]:
    """Sort names the way people do: 2 before 10."""
    parts = re.split(r"(\d+)", text.lower())
    return [(0, int(part[:18]), part) if part.isdecimal() else (1, 0, part) for part in parts if part]


def _slug(name: str, kind: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    if slug and not slug[0].isalpha():
        slug = f"{kind}_{slug}"
    return slug[:LONGEST_ID].rstrip("_")


def _free(wanted: str, used: set[str]) -> str:
    free, number = wanted, 2
    while free in used:
        free = f"{wanted[: LONGEST_ID - 1 - len(str(number))]}_{number}"
        number += 1
    return free


def _is_id(key: str) -> bool:
    return re.fullmatch(r"[a-z][a-z0-9_]*", key) is not None and len(key) <= LONGEST_ID
