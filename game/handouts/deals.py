"""The ways through a case for the answer sheet, as `game.analysis` finds them."""

from collections.abc import Iterator, Mapping

from game.analysis.space.deals import Lanes, Temptation, Terms
from game.analysis.space.study import Deal, Reach, Study, TooManyPackages, study
from game.analysis.space.words import name_terms
from game.handouts.blocks import Block, Cell, Column, Grid, Note, Notes, Paragraph, Section
from game.handouts.wording import carrier_tiles, said_points, tile
from game.record.sentences.narrator import points
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
        f"Of {found.packages:,} packages, {found.zone:,} {'leaves' if found.zone == 1 else 'leave'} nobody worse off "
        "than walking away and no red line crossed, if all facts are known; "
        f"{found.sincere:,} {'is' if found.sincere == 1 else 'are'} well worth it to all, before and after. "
        "The best, with what each takes home:"
    )
    columns = (
        Column("", width=5),
        *(Column(f"Deal {nth}", width=4) for nth in range(1, len(shown) + 1)),
    )
    rows = [
        (Cell(issue.name, is_strong=True), *(Cell(_settled(case, deal.terms, nth)) for deal in shown))
        for nth, issue in enumerate(case.issues)
    ]
    for reach in found.agencies:
        face = scene.face(reach.agency)
        gains = (Cell(_gain(deal, reach)) for deal in shown)
        rows.append((Cell(face.short, tiles=(tile(scene, face.id),)), *gains))
    yield Grid(columns, tuple(rows))


def _gain(deal: Deal, reach: Reach) -> str:
    """Hold a deal against walking away, both at the truth."""
    return f"{points(deal.worth[reach.agency])}, instead of {points(reach.walk_away)}"


def _settled(case: Case, terms: Terms, nth: int) -> str:
    issue = case.issues[nth]
    return case.option(issue.id, terms[issue.id]).name if issue.id in terms else "left open"


def _tempting(case: Case, found: Study) -> Iterator[Block]:
    if not found.temptations:
        yield Paragraph("There is none: nobody here could push a text through against those who have to carry it.")
        return
    texts, them, hold = (
        ("1 text", "it", "It holds on paper only:")
        if found.tempting == 1
        else (f"{found.tempting:,} texts", "them", "They hold on paper only. The most tempting:")
    )
    yield Paragraph(
        f"{texts} would be very good for the strongest, and those who have to carry {them} would sign at a loss "
        f"because not signing costs more. {hold}"
    )
    yield Notes(tuple(_temptation(case, one) for one in found.temptations[:_SHOWN]))


def _temptation(case: Case, one: Temptation) -> Note:
    strongest = case.agency(one.strongest).short
    bent = "; ".join(
        f"{case.agency(bending.who).short} loses {said_points(bending.loss)} by signing and is bent by "
        + _pressers(case, bending.by)
        for bending in one.bent
    )
    return Note(f"What {strongest} would want", f"{name_terms(case, one.terms)}. {bent}.", "alert-triangle", "bad")


def _pressers(case: Case, by: Mapping[AgencyId, float]) -> str:
    return " and ".join(f"{case.agency(who).short} (a threat worth {points(pain)})" for who, pain in by.items())


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
