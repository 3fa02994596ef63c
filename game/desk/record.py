"""The record in sentences, as rows for the right column."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.record.sentences import Sentence
from game.record.sentences.letters import letters
from game.rules.ids import AgencyId
from game.rules.scene import Scene

MOST_ROWS = 300
"""Of a very long record only the end is shown."""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One sentence: whose tile (community, letter) stands beside it, its words in bold and plain runs, quiet or new.

    Words are what somebody said about the move in the row above.
    """

    agency: AgencyId | None
    community: str
    letter: str
    runs: tuple[tuple[str, bool], ...]
    is_quiet: bool
    is_new: bool
    is_words: bool = False


def record_rows(scene: Scene, sentences: Iterable[Sentence], fresh: int) -> tuple[RecordRow, ...]:
    """List the sentences, newest last, with the last `fresh` of them marked as new."""
    listed = tuple(sentences)
    first_new = len(listed) - max(0, fresh)
    rows = tuple(
        RecordRow(one.about, *_tile(scene, one.about), one.runs, one.is_secondary, place >= first_new, one.is_words)
        for place, one in enumerate(listed)
    )
    return rows[-MOST_ROWS:]


def _tile(scene: Scene, agency: AgencyId | None) -> tuple[str, str]:
    if agency is None or not scene.has_agency(agency):
        return "", ""
    return scene.face(agency).community.value, letters(scene.agencies).get(agency, "")
