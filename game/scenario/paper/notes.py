"""Commands written out as a script would have them, each part standing where it stands on the form."""

from collections.abc import Iterator

from game.scenario.problems import Place
from game.scenario.tree import NOTHING, Node, Plain


def word(text: str, place: Place) -> Node:
    """Write a word at a place."""
    return Node(place, Plain(text))


def words(texts: Iterator[str] | tuple[str, ...], place: Place) -> Node:
    """Write a list of words at a place."""
    items = [word(text, place) for text in texts]
    return Node(place, [item.value for item in items], items=items)


def listing(items: tuple[Node, ...], place: Place) -> Node:
    """Put nodes into a list."""
    return Node(place, [item.value for item in items], items=list(items))


def command(kind: str, seat: Node, /, at: Node | None = None, **parts: Node) -> Node:
    """Write a command of a seat; parts that are `NOTHING` are left out. It stands where `at` does, else the seat."""
    node = Node((at or seat).place, {})
    for key, part in {"seat": seat, "do": word(kind, node.place), **parts}.items():
        if part is not NOTHING:
            node.entries[key] = (part.place, part)
            node.value[key] = part.value
    return node


def rows(node: Node) -> Iterator[Node]:
    """Go through one or several notes."""
    if node.is_mapping:
        yield node
    else:
        yield from node.items


def names(node: Node) -> tuple[Node, ...]:
    """Go through one or several names."""
    return (node,) if node.word is not None else tuple(node.items)
