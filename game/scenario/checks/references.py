"""Every name in a scenario must be the name of something in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.scenario.nearness import advise, nearest, quote
from game.scenario.problems import Finding, Place
from game.scenario.tree import Node


@dataclass(frozen=True, slots=True)
class Reference:
    """A name used at a place: of an agency, issue, fact or network, or of an option of an issue."""

    kind: str
    name: str
    place: Place
    owner: str = ""
    """Of an option: its issue. Of a red line: its agency."""


_PLURALS = {"agency": "agencies", "issue": "issues", "fact": "facts", "network": "networks"}


def find_dangling(root: Node) -> Iterator[Finding]:
    """Report names of nothing."""
    known = {kind: frozenset(root.get(plural).entries) for kind, plural in _PLURALS.items()}
    options = {issue: list(node.get("options").entries) for issue, node in root.get("issues").pairs()}
    for reference in references(root):
        if reference.kind == "option":
            yield from _judge_option(reference, options)
        elif reference.name not in known[reference.kind]:
            plural = _PLURALS[reference.kind]
            if reference.kind in ("agency", "issue") and not root.get(plural).is_mapping:
                continue  # the missing section is told already
            yield _dangling(reference, list(root.get(plural).entries), f"the {plural} are", "")


def _judge_option(reference: Reference, options: Mapping[str, list[str]]) -> Iterator[Finding]:
    choices = options.get(reference.owner)
    if choices and reference.name not in choices:
        yield _dangling(reference, choices, "its options are", f" of issue `{reference.owner}`")


def _dangling(reference: Reference, choices: list[str], are: str, of: str) -> Finding:
    advice = advise(reference.name, choices, are)
    message = f"There is no {reference.kind} {quote(reference.name)}{of}; {advice}"
    return Finding(reference.place, message, nearest(reference.name, choices))


def find_repeats(root: Node) -> Iterator[Finding]:
    """Report names that stand twice in one list."""
    for node in _name_lists(root):
        seen: set[str] = set()
        for word, place in node.words():
            if word in seen:
                yield Finding(place, f"{quote(word)} stands twice in this list; keep it once.")
            seen.add(word)


def _name_lists(root: Node) -> Iterator[Node]:
    yield root.get("forum").get("invited")
    for _, agency in root.get("agencies").pairs():
        yield agency.get("networks")
    for _, issue in root.get("issues").pairs():
        for _, option in issue.get("options").pairs():
            yield option.get("carriers")
    for _, fact in root.get("facts").pairs():
        yield fact.get("known_by")
    for _, event in root.get("events").pairs():
        yield event.get("seen_by")


def references(root: Node) -> Iterator[Reference]:
    """Go through every name used in a scenario."""
    yield from _in_forum(root.get("forum"))
    for _, agency in root.get("agencies").pairs():
        yield from _in_agency(agency)
    for id_, issue in root.get("issues").pairs():
        yield from _in_issue(id_, issue)
    for _, fact in root.get("facts").pairs():
        yield from _in_fact(fact)
    for _, event in root.get("events").pairs():
        yield from listed("agency", event.get("seen_by"))
        yield from _in_effects(event.get("effects"))


def _in_forum(forum: Node) -> Iterator[Reference]:
    yield from named("agency", forum.get("chair"))
    yield from listed("agency", forum.get("invited"))


def _in_agency(agency: Node) -> Iterator[Reference]:
    yield from listed("network", agency.get("networks"))
    yield from _by_option(agency.get("points"))
    for key in ("leverage", "trust"):
        yield from keyed("agency", agency.get(key))
    for key in ("hidden", "red_lines"):
        for _, one in agency.get(key).pairs():
            yield from in_condition(one.get("when"))


def _in_issue(id_: str, issue: Node) -> Iterator[Reference]:
    yield from named("option", issue.get("status_quo"), id_)
    for _, option in issue.get("options").pairs():
        yield from listed("agency", option.get("carriers"))
        yield from named("agency", option.get("intermediary"))
        yield from _in_effects(option.get("effects"))


def _in_fact(fact: Node) -> Iterator[Reference]:
    yield from listed("agency", fact.get("known_by"))
    yield from keyed("agency", fact.get("priors"))
    for key in ("shifts", "impact", "capacity"):
        yield from _by_option(fact.get(key))
    for _, options in fact.get("shifts").pairs():
        for _, by_agency in options.pairs():
            yield from keyed("agency", by_agency)


def in_condition(condition: Node) -> Iterator[Reference]:
    """Go through every name a condition uses."""
    for issue, option in condition.get("agreed").pairs():
        yield Reference("issue", issue, condition.get("agreed").key(issue))
        yield from named("option", option, issue)
    for key in ("party", "chairs", "carries"):
        yield from named("agency", condition.get(key))
    yield from named("agency", condition.get("carries").get("agency"))
    yield from named("issue", condition.get("carries").get("issue"))
    for key in ("all", "any"):
        for part in condition.get(key).items:
            yield from in_condition(part)
    if condition.get("not").is_mapping:
        yield from in_condition(condition.get("not"))


def _in_effects(effects: Node) -> Iterator[Reference]:
    for effect in effects.items:
        for _, fields in effect.pairs():
            for key in ("agency", "truster", "trusted"):
                yield from named("agency", fields.get(key))
            yield from named("fact", fields.get("fact"))
            yield from listed("agency", fields.get("known_to"))
            yield from named("issue", fields.get("issue"))
            yield from named("option", fields.get("option"), fields.get("issue").word or "")


def named(kind: str, node: Node, issue: str = "") -> Iterator[Reference]:
    if node.word is not None:
        yield Reference(kind, node.word, node.place, issue)


def listed(kind: str, node: Node) -> Iterator[Reference]:
    for word, place in node.words():
        yield Reference(kind, word, place)


def keyed(kind: str, node: Node, issue: str = "") -> Iterator[Reference]:
    for key, _ in node.pairs():
        yield Reference(kind, key, node.key(key), issue)


def _by_option(node: Node) -> Iterator[Reference]:
    yield from keyed("issue", node)
    for issue, options in node.pairs():
        yield from keyed("option", options, issue)


BREAKING = (find_dangling,)
FLAWS = (find_repeats,)
