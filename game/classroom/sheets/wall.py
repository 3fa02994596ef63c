"""All tables of a class side by side: the same public yeses, and once they are revealed the private spread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.classroom.sheets.papers import text_that_matters
from game.classroom.sheets.phases import now, round_words, stage
from game.classroom.sheets.reveal import verdict
from game.classroom.sheets.stands import AT, YES, marks, signs, yeses
from game.classroom.sheets.stories import story_of
from game.debrief import Chronicle, headline, signature_rows
from game.debrief.signatures import HOLLOW
from game.desk.words import course, text_name
from game.record.sentences.letters import letters
from game.rules.ids import TextId
from game.rules.texts import Text
from game.rules.view import PublicView
from game.session import Table


@dataclass(frozen=True, slots=True)
class Hung:
    """A table by the name it has in the class, and what the instructor has let it do."""

    name: str
    table: Table
    is_begun: bool = True
    is_revealed: bool = False


def wall_sheet(tables: Sequence[Hung]) -> Mapping[str, object]:
    """Set tables side by side, in the order of their names."""
    ordered = sorted(tables, key=lambda one: (len(one.name), one.name))
    return {"signs": signs(), "tables": [_entry(one) for one in ordered]}


def _entry(one: Hung) -> dict[str, object]:
    table, view = one.table, one.table.public_view()
    story = story_of(table) if one.is_revealed and table.is_closed else None
    text = _decisive(view, story) if story is not None else text_that_matters(view)
    return {
        "table": one.name,
        "title": view.scene.title,
        "stage": "revealed" if story is not None else stage(view.room),
        "is_begun": one.is_begun,
        "name": now(view).name,
        "round": round_words(view.room, view.scene.rounds),
        "quarter": view.room.year.quarter,
        "text": _text(view, text) if text is not None else None,
        "meant": _meant(story, text.id) if story is not None and text is not None else None,
        "verdict": verdict(story) if story is not None else None,
    }


def _decisive(view: PublicView, story: Chronicle) -> Text | None:
    """Choose the accord that the verdict rests on; else the one in force that settles most."""
    accord = headline(story).accord
    return view.room.texts[accord] if accord is not None else text_that_matters(view)


def _text(view: PublicView, text: Text) -> dict[str, object]:
    found = marks(view, text)
    yes, of = yeses(found)
    tiles = letters(view.scene.agencies)
    return {
        "name": text_name(view.room, text.id),
        "course": course(view.room, text.id).value,
        "yes": yes,
        "of": of,
        "said": [
            {
                "seat": face.id,
                "short": face.short,
                "community": face.community.value,
                "letter": tiles.get(face.id, ""),
                "mark": found[face.id],
                "is_yes": found[face.id] in YES,
                "at": AT.get(found[face.id]),
            }
            for face in view.scene.agencies
        ],
    }


def _meant(story: Chronicle, text: TextId) -> list[dict[str, object]]:
    """Say how far each party to an accord was for it in private (-1..1)."""
    rows = signature_rows(story, text)
    return [{"seat": row.agency, "at": row.meant, "is_hollow": row.label == HOLLOW} for row in rows]
