"""The paper form as a file to type into, with the names of a case at hand."""

import textwrap
from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from zlib import crc32

from game.handouts.paper_form import DEFAULTS
from game.rules.case import Case
from game.rules.vocabulary import DecisionRule, ForumKind, Purpose

_WIDTH = 110
_EMPTY = "# as printed: "
"""Begins the last line, by which a form that nobody has filled in is recognised."""


def paper_yaml(case: Case, scenario: str, path: Path) -> str:
    """Write the file; as it stands it is a form of a table at which nothing happened.

    `scenario` and `path` are what to give to the command `run`.
    """
    lines = (
        *_head(case, f"run {quote(scenario)} {quote(str(path))}"),
        *_forum(case),
        *_short(case),
        *_meetings(case),
        *_year(case),
    )
    body = "\n".join(lines) + "\n"
    return f"{body}{_EMPTY}{_sum(body)}\n"


def is_empty(form: str) -> bool:
    """Say whether a form is still as it was printed."""
    body, mark, told = form.rpartition(_EMPTY)
    return bool(mark) and told.strip() == _sum(body)


def _sum(body: str) -> str:
    return f"{crc32(body.encode()):08x}"


def _head(case: Case, command: str) -> Iterator[str]:
    yield from _remark(f"What the table on paper did: {case.title}.")
    yield from _remark("Fill in what happened and leave the rest. Then ask:")
    yield f"#   false-coherence {_flat(command).encode(errors='replace').decode()}"
    yield from _remark("A # begins a remark; take it away where you fill an example in.")
    yield "#"
    for default in DEFAULTS:
        yield from _remark(f"· {default}")
    yield "#"
    yield "# Seats:"
    yield from (f"#   {agency.id}: {_flat(agency.name)}" for agency in case.agencies)
    yield "# Issues, each with its options (the first word is what to write):"
    for issue in case.issues:
        yield f"#   {issue.id}: {_flat(issue.name)}"
        for option in issue.options:
            now = " (how things stand)" if option.id == issue.status_quo else ""
            yield f"#     {option.id}: {_flat(option.name)}{now}"
    if case.facts:
        yield "# Facts:"
        yield from (f"#   {fact.id}: {_flat(fact.name)}" for fact in case.facts)
    yield ""
    yield f"paper: {case.id}"
    yield "seed: 1                # decides all chance; another number gives another luck"
    yield "absent: []             # seats that nobody played"
    yield ""


def _forum(case: Case) -> Iterator[str]:
    found = case.forum
    yield "# 1 · The forum, as the chair opened it"
    yield "forum:"
    yield f"  kind: {found.kind}    # {_others(found.kind, ForumKind)}"
    yield f"  invited: [{', '.join(found.invited)}]"
    yield f"  purpose: {found.purpose or 'null'}    # null is none declared; {_others(found.purpose, Purpose)}"
    yield f"  rule: {found.rule}    # {_others(found.rule, DecisionRule)}"
    yield ""


def _others(found: object, kinds: type[ForumKind] | type[Purpose] | type[DecisionRule]) -> str:
    return "or " + ", ".join(str(kind) for kind in kinds if kind != found)


def _short(case: Case) -> Iterator[str]:
    seats = ", ".join(case.agency_ids)
    yield "# The short form, for one text that was signed: fill these three in and leave 2 and 4 out."
    yield f"# terms: {{{_terms(case)}}}"
    yield "# parties: all"
    yield f"# signed: [{seats}]"
    yield ""


def _terms(case: Case) -> str:
    """Write the first option of each issue that changes something."""
    changing = ((issue, [o.id for o in issue.options if o.id != issue.status_quo]) for issue in case.issues)
    return ", ".join(f"{issue.id}: {options[0]}" for issue, options in changing if options)


def _meetings(case: Case) -> Iterator[str]:
    one, two = case.agency_ids[0], case.agency_ids[-1]
    fact = case.facts[0].id if case.facts else "fact"
    examples = (
        ("met", f"[{{who: {one}, whom: {two}}}]"),
        ("found_out", f"[{{who: {one}, facts: {fact}}}]"),
        ("assessed", f"[{{who: [{one}, {two}], fact: {fact}}}]    together"),
        ("told", f"[{{who: {one}, whom: [{two}], facts: [{fact}]}}]    or whom: room; spun: yes where it was"),
        ("opened", f"[{{who: {one}, whom: {two}, issues: {case.issues[0].id}}}]    its points; shaded: yes where so"),
        ("called_home", f"[{one}, {two}]"),
        ("cabled", f"[{{who: {one}, red_line: …}}]"),
        *(("caucused", f"[{{who: […], network: {network}, issue: …}}]") for network in [*case.network_names][:1]),
        ("leaned", f"[{{who: {one}, whom: {two}, text: A}}]"),
        ("pledged", f"[{{who: {one}, whom: {two}, text: A, points: 4}}]"),
        ("lanes", f"[{{who: {one}, terms: {{issue: option}}}}]"),
        ("tabled", f"{{who: {one}, terms: {{{_terms(case)}}}, parties: all}}"),
        ("amended", f"{{who: {two}, text: A, terms: {{issue: option}}}}"),
        ("named_power", f"[{two}]"),
        ("conceded", f"[{{who: {one}, whom: {two}}}]"),
        ("challenged", f"[{{who: {two}, whom: {one}, fact: {fact}}}]"),
        ("moved", f"{{who: {two}, chair: {two}, votes: […]}}    or invited: […], purpose: …"),
        ("doubted", f"[{{who: {two}, text: A}}]"),
        ("walked_out", f"[{two}]"),
        ("came_back", f"[{two}]"),
        ("stances", "{endorse: […], reservations: […], abstain: […], object: […], block: […]}"),
        ("signing", f"{{called_by: {one}, signed: […], reserved: {{{two}: issue}}, declined: […]}}"),
    )  # fmt: skip
    yield "# 2 and 3 · Meeting by meeting: what was done, the text, stances, signatures. Texts are A, B, … as tabled."
    yield "meetings:"
    for number in range(1, case.rounds + 1):
        yield f"  # Meeting {number}"
        for nth, (key, example) in enumerate(examples):
            lead = "  - " if nth == 0 else "    "
            written = f"{lead}{key}:"
            yield f"{written:<18}# {example}" if number == 1 else written
        yield ""


def _year(case: Case) -> Iterator[str]:
    first, *rest = case.agency_ids
    yield "# 4 · Seat by seat: ballot, pledges kept, threats carried out, efforts in the year after"
    yield "ballot:"
    predicted = ", ".join(f"{seat}: 3" for seat in rest)
    yield f"  # - {{who: {first}, own: 3, predicted: {{{predicted}}}}}"
    yield "kept:"
    yield f"  # - {{who: {first}, whom: {rest[0]}}}"
    yield "carried_out:"
    yield f"  # - {{who: {first}, whom: {rest[0]}}}"
    yield "efforts:             # of whoever carries a term; half: 2 where it changed, text: lanes for declared lanes"
    yield from (f"  # - {{who: {seat}, effort: 1}}" for seat in case.agency_ids)


def _remark(text: str) -> list[str]:
    return textwrap.wrap(_flat(text), _WIDTH, initial_indent="# ", subsequent_indent="#   ")


def _flat(text: str) -> str:
    """Keep a text on the line of its remark."""
    return " ".join(text.split())
