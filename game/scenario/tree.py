"""The YAML of a file as a tree that knows where everything stands, grown from the flat stream of events.

No recursion and no composer: depth, aliases and size are bounded while the events come in, so hostile files are refused
quickly, and plain scalars stay the words they are until a form says what they should be.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from game.scenario.nearness import quote
from game.scenario.problems import START, Finding, Place
from game.scenario.syntax import MOST_DEPTH, TOO_DEEP, word_syntax

MOST_NODES = 20_000
MOST_ALIASES = 100
LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
WHOLE = re.compile(r"[+-]?(0|[1-9][0-9]{0,8})")
_NULLS = ("", "~", "null")


class Plain(str):
    """A scalar written without quotes: a word, a number, a yes."""

    __slots__ = ()


@dataclass(slots=True)
class Node:
    """A value and where it stands. `value` holds nothing but dicts, lists, `Plain`, `str` and None."""

    place: Place
    value: Any
    entries: dict[str, tuple[Place, "Node"]] = field(default_factory=dict)
    items: list["Node"] = field(default_factory=list)
    size: int = 1
    height: int = 0
    """Levels below it, as if aliases were written out."""

    def get(self, key: str) -> "Node":
        """Find what a key holds; an empty node if there is no such key."""
        entry = self.entries.get(key)
        return entry[1] if entry else NOTHING

    def key(self, key: str) -> Place:
        """Say where a key stands; where the mapping begins if there is no such key."""
        entry = self.entries.get(key)
        return entry[0] if entry else self.place

    def pairs(self) -> Iterator[tuple[str, "Node"]]:
        """Go through keys and what they hold."""
        for key, (_, node) in self.entries.items():
            yield key, node

    def words(self) -> Iterator[tuple[str, Place]]:
        """Go through the scalars of a list with their places."""
        for item in self.items:
            if isinstance(item.value, str):
                yield item.value, item.place

    def put(self, key: str | int, node: "Node") -> None:
        """Let something else stand under a key, or at a place of a list."""
        if isinstance(key, int):
            self.items[key] = node
        else:
            self.entries[key] = (self.key(key), node)
        self.value[key] = node.value

    @property
    def word(self) -> str | None:
        """The scalar, if it is one."""
        return self.value if isinstance(self.value, str) else None

    def whole(self) -> int | None:
        """Read a whole number, if it is one."""
        return int(self.value) if isinstance(self.value, Plain) and WHOLE.fullmatch(self.value) else None

    @property
    def is_mapping(self) -> bool:
        """Say whether it holds keys."""
        return isinstance(self.value, dict)


NOTHING = Node(START, None)


class _Stop(Exception):  # noqa: N818 - it ends the reading, and is caught in this file
    """Reading on makes no sense or could be dangerous."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def grow(text: str, begins: str) -> tuple[Node | None, list[Finding]]:
    """Turn YAML into a tree, with everything wrong on the way; no tree if it could not be read to the end.

    `begins` says how such a file begins, for whoever has an empty one.
    """
    growth = _Growth()
    try:
        for event in yaml.parse(text, Loader=LOADER):
            growth.take(event)
    except _Stop as stop:
        return None, [*growth.findings, stop.finding]
    except yaml.MarkedYAMLError as trouble:
        return None, [*growth.findings, word_syntax(trouble, text)]
    except yaml.YAMLError:
        return None, [
            *growth.findings,
            Finding(START, "The file holds characters YAML does not allow; save it as UTF-8."),
        ]
    if growth.root is None:
        return None, [*growth.findings, Finding(START, f"The file is empty; {begins}.")]
    return growth.root, growth.findings


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come yet."""

    node: Node
    anchor: str | None
    opened_at: int
    key: str | None = None
    key_place: Place = START
    awaits_value: bool = False


@dataclass(slots=True)
class _Growth:
    """The tree so far."""

    findings: list[Finding] = field(default_factory=list)
    root: Node | None = None
    open: list[_Open] = field(default_factory=list)
    anchors: dict[str, Node | None] = field(default_factory=dict)
    """None: still open, so an alias to it would contain itself."""
    aliases: int = 0
    nodes: int = 0
    documents: int = 0

    def take(self, event: yaml.Event) -> None:
        """Take in the next event."""
        mark = event.start_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else START
        match event:
            case yaml.ScalarEvent():
                self._note_tag(event.tag, place)
                self._count(1, place)
                node = Node(place, _scalar(event))
                self._remember(event.anchor, node)
                self._attach(node)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._note_tag(event.tag, place)
                self._count(1, place)
                self._remember(event.anchor, None)
                self._enter(Node(place, {} if isinstance(event, yaml.MappingStartEvent) else []), event.anchor)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                closed = self.open.pop()
                closed.node.size = self.nodes - closed.opened_at + 1
                self._remember(closed.anchor, closed.node)
                self._attach(closed.node)
            case yaml.AliasEvent():
                repeated = self._resolve(event.anchor, place)
                self._count(repeated.size, place)
                self._attach(repeated)
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    raise _Stop(
                        Finding(place, "A second document begins here; keep one scenario in one file, without `---`.")
                    )

    def _enter(self, node: Node, anchor: str | None) -> None:
        """Open a mapping or list, not too deep."""
        self._limit_depth(len(self.open) + 1, node.place)
        self.open.append(_Open(node, anchor, self.nodes))

    def _limit_depth(self, depth: int, place: Place) -> None:
        if depth > MOST_DEPTH:
            raise _Stop(Finding(place, TOO_DEEP))

    def _resolve(self, anchor: str | None, place: Place) -> Node:
        """Find what an alias stands for."""
        self.aliases += 1
        if self.aliases > MOST_ALIASES:
            raise _Stop(Finding(place, f"There are more than {MOST_ALIASES} aliases (`*name`); write the lines out."))
        if anchor is None or anchor not in self.anchors:
            raise _Stop(
                Finding(place, f"The alias `*{anchor}` stands for nothing; mark what it repeats with `&{anchor}`.")
            )
        node = self.anchors[anchor]
        if node is None:
            raise _Stop(Finding(place, f"The alias `*{anchor}` would contain itself; write the lines out."))
        self._limit_depth(len(self.open) + node.height, place)
        return node

    def _remember(self, anchor: str | None, node: Node | None) -> None:
        if anchor is not None:
            self.anchors[anchor] = node

    def _note_tag(self, tag: str | None, place: Place) -> None:
        """Refuse every explicit tag; nothing in a scenario is executed or converted."""
        if tag is not None:
            written = tag.replace("tag:yaml.org,2002:", "!!", 1)
            self.findings.append(
                Finding(place, f"The tag {quote(written)} is not allowed; delete it, and quote texts instead.")
            )

    def _count(self, more: int, place: Place) -> None:
        """Count values as if every alias were written out."""
        self.nodes += more
        if self.nodes > MOST_NODES:
            raise _Stop(Finding(place, f"The file holds more than {MOST_NODES} values; a scenario has a few thousand."))

    def _attach(self, node: Node) -> None:
        """Put a finished node where it belongs: the root, a list, a key or what a key holds."""
        if not self.open:
            self.root = node
            return
        top = self.open[-1]
        top.node.height = max(top.node.height, node.height + 1)
        if not top.node.is_mapping:
            top.node.items.append(node)
            top.node.value.append(node.value)
        elif not top.awaits_value:
            top.key, top.key_place, top.awaits_value = self._key(node), node.place, True
        else:
            self._hold(top, node)
            top.awaits_value = False

    def _key(self, node: Node) -> str | None:
        """Read a key; None where it is not one."""
        if node.word is None:
            self.findings.append(Finding(node.place, "A key must be one word; write `key: value`."))
        elif node.word == "<<":
            self.findings.append(Finding(node.place, "Merging with `<<` is not supported; write the lines out."))
            return None
        return node.word

    def _hold(self, top: _Open, node: Node) -> None:
        """Put a value under its key, the first time the key comes."""
        if top.key is None:
            return
        if top.key in top.node.entries:
            first = top.node.key(top.key)
            message = f"The key {quote(top.key)} stands here and in line {first.line}; keep one of them."
            self.findings.append(Finding(top.key_place, message))
            return
        top.node.entries[top.key] = (top.key_place, node)
        top.node.value[top.key] = node.value


def _scalar(event: yaml.ScalarEvent) -> str | None:
    """Keep what is written as written; only an empty plain scalar, `~` and `null` are nothing."""
    if event.style not in (None, ""):
        return str(event.value)
    return None if event.value in _NULLS else Plain(event.value)
