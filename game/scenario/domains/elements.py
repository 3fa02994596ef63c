"""An XML file as a small tree that knows its lines; bounded, and without document types, entities or outside files."""

from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from game.scenario.domains.reading import refused
from game.scenario.problems import Place

MOST_DEPTH = 40
MOST_ELEMENTS = 100_000
_ADVICE = {
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]: "The file holds no XML; name a domain or a profile.",
    expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]: "This closes an element that is not open; check the tags.",
    expat.errors.codes[expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE]: "An attribute stands twice here; keep one.",
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN]: "The file ends inside an element; it seems cut off.",
    expat.errors.codes[expat.errors.XML_ERROR_MISPLACED_XML_PI]: "Something stands before `<?xml`; delete it.",
}


@dataclass(slots=True)
class Element:
    """A tag with its attributes, where it stands, and what is in it; texts between tags say nothing here."""

    tag: str
    attributes: dict[str, str]
    place: Place
    children: list["Element"] = field(default_factory=list)

    def get(self, *names: str) -> str:
        """Read the first of these attributes that is there; "" if none is."""
        return next((self.attributes[name].strip() for name in names if name in self.attributes), "")

    def all(self, *tags: str) -> list["Element"]:
        """List the children with one of these tags."""
        return [child for child in self.children if child.tag in tags]

    def first(self, tag: str) -> "Element | None":
        """Find the first child with this tag."""
        return next((child for child in self.children if child.tag == tag), None)


class _Stop(Exception):  # noqa: N818 - it ends the reading, and is caught in this file
    """Reading on makes no sense or could be dangerous."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class _OtherRoot(Exception):  # noqa: N818 - it ends the reading, and is caught in this file
    """The file is XML, but not of the wanted kind."""


def grow_elements(path: Path, raw: bytes, roots: tuple[str, ...]) -> Element | None:
    """Read XML whose root is one of these; None if it has another root; ScenarioProblems if it cannot be read."""
    parser = expat.ParserCreate()
    growth = _Growth(parser, roots)
    parser.StartElementHandler = growth.open
    parser.EndElementHandler = growth.close
    parser.StartDoctypeDeclHandler = growth.refuse_doctype
    try:
        parser.Parse(raw, True)
    except _OtherRoot:
        return None
    except _Stop as stop:
        raise refused(path, stop.sentence, growth.place()) from None
    except expat.ExpatError as trouble:
        place = Place(trouble.lineno, trouble.offset + 1)
        said = expat.errors.messages.get(trouble.code, "not well-formed")
        fallback = f"This is not XML ({said}); check the line, and that the file is saved in the encoding it names."
        raise refused(path, _ADVICE.get(trouble.code, fallback), place) from None
    except (LookupError, ValueError):
        raise refused(path, "The file names an encoding that is not known here; save it as UTF-8.") from None
    return growth.root


class _Growth:
    """The tree so far."""

    def __init__(self, parser: expat.XMLParserType, roots: tuple[str, ...]) -> None:
        self.parser = parser
        self.roots = roots
        self.root: Element | None = None
        self._open: list[Element] = []
        self._count = 0

    def place(self) -> Place:
        """Say how far the reading is."""
        return Place(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        """Take in the begin of an element."""
        if self.root is None and tag not in self.roots:
            raise _OtherRoot
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise _Stop(f"The file has more than {MOST_ELEMENTS} elements; a domain has a few hundred.")
        if len(self._open) >= MOST_DEPTH:
            raise _Stop(f"This is nested more than {MOST_DEPTH} levels deep; a domain has five.")
        element = Element(tag, attributes, self.place())
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def close(self, _tag: str) -> None:
        """Take in the end of an element."""
        self._open.pop()

    def refuse_doctype(self, *_: object) -> None:
        """Refuse document types at once: only they can declare entities and call for other files."""
        raise _Stop("The file declares a document type (`<!DOCTYPE`), which can hide a bomb; delete the declaration.")
