"""The page names what was planted first: in the tables of who bent whom, and with its command.

Here for some of the planted games; that it comes first in all of them, `tests/debrief/test_planted.py` proves of the
shares that the tables are made of.
"""

import pytest
from planted import PLANTED, A, planted

from game.reports import report_of
from game.reports.blocks import Grid, Group
from game.whatif import Reckoning, Scan, shares_of
from game.whatif.ending import ending_of

BENT = "What bent it, by share"


def tables(name: str) -> list[Grid]:
    """Find the tables of who bent whom on the page of a planted game, all concerned together last."""
    story = planted(name)
    report = report_of(story, Reckoning(Scan(A, ending_of(story), ()), {A: shares_of(story, A)}, ()))
    (section,) = (one for part in report.parts for one in part.sections if one.id == "bent")
    groups = [block for block in section.blocks if isinstance(block, Group)]
    return [block for group in groups for block in group.blocks if isinstance(block, Grid) and block.title == BENT]


@pytest.mark.parametrize("name", ["voice", "spin-home"])
def test_the_first_row_of_every_table_is_what_was_planted(name: str) -> None:
    *hollow, everybody = tables(name)
    assert len(hollow) == sum(len(plant.whom) for plant in PLANTED[name] if plant.is_hollowing)
    kinds = {kind for plant in PLANTED[name] for kind in plant.kinds}
    for table in (*hollow, everybody):
        notes = [cell.note for cell in table.rows[0] if cell.note]
        assert notes
        assert set(notes) <= kinds
    cited = {at for table in (*hollow, everybody) for row in table.rows for cell in row for at in cell.commands}
    for plant in PLANTED[name]:
        assert set(plant.numbers(planted(name))) <= cited
