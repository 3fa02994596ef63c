"""Why YAML gave up on a text, in an author's words and where the pen slipped."""

import re

import yaml

from game.scenario.problems import START, Finding, Place

MOST_DEPTH = 40
TOO_DEEP = f"This is nested more than {MOST_DEPTH} levels deep; write it flatter."
_ADVICE = (
    ("maximum nesting depth", TOO_DEEP),
    ("mapping values are not allowed", "A colon is not expected here; put a text that contains `: ` in quotes."),
    ("cannot start any token", "No value can begin with this character; put the text in quotes."),
    ("while scanning a quoted scalar", "The quotes that open here are never closed; close them."),
    (
        "while scanning a simple key",
        "This line is neither a key with a colon nor part of a text; check colon and indentation.",
    ),
    ("could not find expected ':'", "A colon is missing here; write `key: value`."),
    ("while scanning an alias", "No text can begin with `*`; put it in quotes."),
    ("while scanning an anchor", "No text can begin with `&`; put it in quotes."),
    ("while parsing a block", "The indentation does not fit the lines above; put keys of one level under each other."),
    ("tag", "Tags (`!…`) are not allowed; delete it, and quote texts instead."),
)
_CURVED = re.compile(r"(?:^|: +|- +|[\[{] *)([“”„‟‘’‚«‹])")
"""A value that begins with quotes of a word processor."""
_CLOSED = re.compile(r"""(["'])( *)$""")
"""Quotes that have just closed."""
_TEXT_BEFORE = re.compile(r"(?:: +|^ *- +)\S[^:]*$")
"""A key or a dash, and a text after it."""
_TEXT_IN_BRACES = re.compile(r"[:,\[] +[^\s:,{}\[\]]+ [^:,{}\[\]]*$|: +[^\s:,{}\[\]]+$")
_CUT = re.compile(r"(?<=[^\s\"',\[\]{}])[ \t]#[^\s#]")
"""What may be meant as part of a text, and begins a remark."""


def word_syntax(trouble: yaml.MarkedYAMLError, text: str) -> Finding:
    """Say in our words why the YAML parser gave up, and where."""
    mark = trouble.problem_mark or trouble.context_mark
    place = Place(mark.line + 1, mark.column + 1) if mark else START
    opened = trouble.context_mark.line + 1 if trouble.context_mark else place.line
    said = f"{trouble.context or ''} {trouble.problem or ''}"
    line = _line(text, place)
    before, after = line[: place.column - 1], line[place.column - 1 :]
    if after.startswith("\t"):
        return Finding(place, "A tab stands here; indent with spaces.")
    if after.startswith(":") and (curved := _CURVED.search(before)):
        begins = Place(place.line, curved.start(1) + 1)
        return Finding(begins, 'Curved quotes count as letters; use straight quotes, `"`.')
    if advice := _advise_on_colon(before, after, said, is_one_line=opened == place.line) or _advise_on_quotes(
        before, after, said
    ):
        return Finding(place, advice)
    if (cut := _find_cut(text, place, opened)) and "while parsing" in said:
        return Finding(cut, "The text ends at this ` #`, for a remark begins there; put the text in quotes.")
    if "while parsing a flow" in said:
        where = "in this line" if opened == place.line else f"in line {opened}"
        message = f"A bracket or brace that opens {where} is not closed, or a comma is missing; check up to here."
        return Finding(place, message)
    if "while scanning a quoted scalar" in said and trouble.context_mark is not None:
        place = Place(opened, trouble.context_mark.column + 1)
    for sign, advice in _ADVICE:
        if sign in said:
            return Finding(place, advice)
    return Finding(place, f"This is not YAML ({' '.join(said.split())}); check the line and the one above.")


def _advise_on_colon(before: str, after: str, said: str, *, is_one_line: bool) -> str:
    """Say what is wrong with a colon at which reading stopped, where that is known."""
    if not after.startswith(":"):
        return ""
    is_in_braces = "flow" in said or "found unexpected ':'" in said
    if is_in_braces and after[1:2] in ("{", "["):
        return "A space is missing after this colon."
    if is_in_braces and after[1:2] in (",", "}", "]"):
        if _TEXT_IN_BRACES.search(before):
            return "A text that ends in a colon needs quotes."
        return "Nothing follows this colon; write a value after it, or take the colon away."
    if is_in_braces and is_one_line and _TEXT_BEFORE.search(before):
        return "A colon is not expected here; put a text that contains `: ` in quotes, or a comma is missing before it."
    if not after[1:].strip() and "mapping values" in said and _TEXT_BEFORE.search(before):
        return "A text that ends in a colon needs quotes."
    return ""


def _advise_on_quotes(before: str, after: str, said: str) -> str:
    """Say that quotes closed in the middle of a text, if they did."""
    closed = _CLOSED.search(before)
    if closed is None or not after[:1].isalnum() or "while parsing" not in said:
        return ""
    if "flow" in said and closed[2]:
        return ""  # rather a comma that is missing
    if closed[1] == '"':
        return "The quotes close before the text does; take single or curved ones inside it."
    return "The quotes close before the text does; put it in double quotes."


def _find_cut(text: str, place: Place, opened: int) -> Place | None:
    """Find the ` #` after which reading broke off: in the line where it stopped, or in the last one before."""
    lines = text.splitlines()
    for number in range(min(place.line, len(lines)), max(opened, place.line - 1) - 1, -1):
        read = lines[number - 1] if number < place.line else lines[number - 1][: place.column - 1]
        if cut := _CUT.search(read):
            return Place(number, cut.start() + 2)
    return None


def _line(text: str, place: Place) -> str:
    lines = text.splitlines()
    return lines[place.line - 1] if place.line <= len(lines) else ""
