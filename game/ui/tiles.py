"""The tile of an agency, with a letter where its community sits at the table more than once."""

from collections.abc import Iterable

from game.record.sentences.letters import Named, letters
from game.ui.widgets.marks import AgencyTile


def tile(agency: Named, among: Iterable[Named], size: float = 34) -> AgencyTile:
    """Draw the tile of one of the agencies of a case."""
    return AgencyTile(agency.community, size, letters(among).get(agency.id, ""))
