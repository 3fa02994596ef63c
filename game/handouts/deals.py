"""The ways through a case for the answer sheet, as `game.analysis` finds them."""

from collections.abc import Iterator, Mapping

from game.analysis.space.deals import Lanes, Temptation, Terms
from game.analysis.space.study import Deal, Study, TooManyPackages, study
from game.handouts.blocks import Block, Cell, Column, Grid, Note, Notes, Paragraph, Section
from game.handouts.wording import carrier_tiles, plain, tile
from game.rules.case import Case
from game.rules.ids import AgencyId
from game.rules.scene import Scene, scene_of

_SHOWN = 3
"""How many deals of a kind the sheet has room for."""


def deals(case: Case) -> Iterator[Section]:
    """Lay out the sincere deals, the tempting false ones and the lanes beside each other."""
    try:
        found = study(case)
    except TooManyPackages as error:
        yield Section("Deals", (Paragraph(f"The deals are not laid out here. {error}"),))
        return
    scene = scene_of(case)
    yield Section("Deals that all could mean", tuple(_sincere(case, scene, found)), is_kept=False)
    yield Section("Deals that tempt and do not hold", tuple(_tempting(case, found)), is_kept=False)
    yield Section("Side by side, with nothing signed", tuple(_beside(case, scene, found.lanes)), is_kept=False)


def _sincere(case: Case, scene: Scene, found: Study) -> Iterator[Block]:
    if not found.sincere_deals:
        yield Paragraph("There is none that would be well worth it to everybody.")
        return
    shown = found.sincere_deals[:_SHOWN]
    yield Paragraph(
        f"Of {found.packages:,} packages everybody prefers {found.zone:,} to walking away, if all facts are known; "
        f"{found.sincere:,} are well worth it to all, before and after. The best, with what each takes home:"
    )
    columns = (
        Column("", width=5),
        *(Column(f"Deal {nth}", width=4) for nth in range(1, len(shown) + 1)),
    )
    rows = [
        (Cell(issue.name, is_strong=True), *(Cell(_settled(case, deal.terms, nth)) for deal in shown))
        for nth, issue in enumerate(case.issues)
    ]
    for agency in case.agencies:
        tiles = (tile(scene.face(agency.id)),)
        rows.append(
            (Cell(agency.short, tiles=tiles), *(Cell(_gain(deal, agency.id, agency.walk_away)) for deal in shown))
        )
    yield Grid(columns, tuple(rows))


def _gain(deal: Deal, agency: AgencyId, walk_away: int) -> str:
    return f"{plain(deal.worth[agency])}, instead of {plain(walk_away)}"


def _settled(case: Case, terms: Terms, nth: int) -> str:
    issue = case.issues[nth]
    return case.option(issue.id, terms[issue.id]).name if issue.id in terms else "left open"


def _tempting(case: Case, found: Study) -> Iterator[Block]:
    if not found.temptations:
        yield Paragraph("There is none: nobody here could push a text through against those who have to carry it.")
        return
    yield Paragraph(
        f"{found.tempting:,} texts would be very good for the strongest, and those who have to carry them would sign "
        "at a loss because not signing costs more. They hold on paper only. The most tempting:"
    )
    yield Notes(tuple(_temptation(case, one) for one in found.temptations[:_SHOWN]))


def _temptation(case: Case, one: Temptation) -> Note:
    strongest = case.agency(one.strongest).short
    bent = "; ".join(
        f"{case.agency(bending.who).short} loses {plain(bending.loss)} points by signing and is bent by "
        + _pressers(case, bending.by)
        for bending in one.bent
    )
    return Note(f"What {strongest} would want", f"{_in_words(case, one.terms)}. {bent}.", "alert-triangle", "bad")


def _pressers(case: Case, by: Mapping[AgencyId, float]) -> str:
    return " and ".join(f"{case.agency(who).short} (a threat worth {plain(pain)})" for who, pain in by.items())


def _in_words(case: Case, terms: Terms) -> str:
    return "; ".join(f"{case.issue(i).name}: {case.option(i, o).name}" for i, o in terms.items())


def _beside(case: Case, scene: Scene, lanes: Lanes) -> Iterator[Block]:
    if not lanes.terms:
        yield Paragraph("There is nothing that all its carriers would do gladly without a text.")
        return
    yield Paragraph(
        f"What all its carriers would do gladly without a text; together {round(100 * lanes.weight)} of 100 of what is "
        "at stake. It counts fully if they met or told each other the facts straight."
    )
    rows = tuple(
        (
            Cell(case.issue(issue).name, is_strong=True),
            Cell(case.option(issue, option).name),
            Cell(tiles=carrier_tiles(scene, issue, option)),
        )
        for issue, option in lanes.terms.items()
    )
    yield Grid((Column("Issue", width=4), Column("Lane", width=4), Column("Declared by", width=4)), rows)
