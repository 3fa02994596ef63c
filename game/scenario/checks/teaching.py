"""What a class needs: a teaching note, and facts that can be answered by yes or no."""

import re
from collections.abc import Iterator

from game.scenario.nearness import quote
from game.scenario.problems import Finding
from game.scenario.tree import Node

FEWEST = {"lessons": 3, "questions": 3}
SHORTEST = {"usually": 15, "about": 10}
SHORTEST_TIMING = 8
"""Words."""
_OPEN = ("how", "what", "when", "where", "which", "who", "whom", "whose", "why")
_CLOSED = "are|can|could|did|do|does|had|has|have|is|may|might|must|shall|should|was|were|will|would"
_TURNS = re.compile(rf",\s+({_CLOSED})\b", re.IGNORECASE)
"""As in "Where fees are taken, do the poor stay away?"."""
_QUESTION_MARKS = ("?", "？", "؟", ";", "\u037e")
"""Greek asks with a semicolon."""


def find_missing_note(root: Node) -> Iterator[Finding]:
    """Warn of a scenario without a teaching note."""
    if root.get("teaching_note").value is None:
        message = "There is no `teaching_note`, so an instructor has to guess; add one with `about`, `lessons`, \
`timing`, `questions` and `usually`."
        yield Finding(root.key("teaching_note"), message, is_error=False)


def find_thin_note(root: Node) -> Iterator[Finding]:
    """Warn of a teaching note that says too little to teach by."""
    note = root.get("teaching_note")
    if not note.is_mapping:
        return
    for key, fewest in FEWEST.items():
        count = len(note.get(key).items)
        if isinstance(note.get(key).value, list) and count < fewest:
            yield _thin(note, key, f"`{key}` holds {count}, and a class needs at least {fewest}; add some.")
    for key, shortest in SHORTEST.items():
        if 0 < _words(note.get(key)) < shortest:
            yield _thin(note, key, f"`{key}` is very short; say it in {shortest} words or more.")
    for minutes, node in note.get("timing").pairs():
        if 0 < _words(node) < SHORTEST_TIMING:
            how = f"The plan for {minutes} minutes is very short; say what to read, play and leave out."
            yield _thin(note.get("timing"), minutes, how)


def find_unmarked_fiction(root: Node) -> Iterator[Finding]:
    """Warn of a teaching version that does not say what in it is made up (R1.2)."""
    note = root.get("teaching_note")
    if root.get("teaching_version").word in ("yes", "true") and note.is_mapping and "about" not in note.entries:
        message = "This is a teaching version of a real place; say in `about` what is made up and what is not."
        yield Finding(root.key("teaching_note"), message, "about", is_error=False)


def find_open_questions(root: Node) -> Iterator[Finding]:
    """Warn of facts whose question cannot be answered by yes or no; which words ask is known of English only."""
    is_english = (root.get("language").word or "en").startswith("en")
    for _, fact in root.get("facts").pairs():
        asked = fact.get("question")
        words = (asked.word or "").strip()
        if not words:
            continue
        first = words.split()[0].lower().strip("“\"'")
        if not words.endswith(_QUESTION_MARKS):
            message = f"{quote(words)} does not end with a question mark; ask something that is true or false."
        elif is_english and first in _OPEN and not _TURNS.search(words):
            message = f"{quote(words)} cannot be answered by yes or no; ask so that `if_true` means yes."
        else:
            continue
        yield Finding(asked.place, message, is_error=False)


def _thin(owner: Node, key: str, message: str) -> Finding:
    return Finding(owner.key(key), message, is_error=False)


def _words(node: Node) -> int:
    return len((node.word or "").split())


CHECKS = (find_missing_note, find_thin_note, find_unmarked_fiction)
ON_TEXTS = (find_open_questions,)
