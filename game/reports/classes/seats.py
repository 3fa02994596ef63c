"""What single seats of a table said, meant and did: told only where the instructor says so."""

from dataclasses import dataclass

from game.debrief import Chronicle, ballot_rows, bends, perspectives, signature_rows
from game.reports.blocks import Tile
from game.reports.signs import tile
from game.rules.ids import AgencyId, TextId


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """One seat. What is about its signature is None where it signed nothing; `bent` says what weakened its yes."""

    agency: AgencyId
    name: str
    tile: Tile
    said: float | None
    meant: float | None
    sincerity: float | None
    label: str
    given: float | None
    planned: int | None
    """Its secret answer on the ballot, 0..4."""
    before: float | None
    after: float | None
    mandate: float
    total: float
    bent: tuple[str, ...]


def seats_of(story: Chronicle, text: TextId | None) -> tuple[SeatFacts, ...]:
    """Tell every seat of a table, with its yes to the accord that decided the game."""
    signatures = {} if text is None else {row.agency: row for row in signature_rows(story, text)}
    ballots = {} if text is None else {row.agency: row for row in ballot_rows(story, text)}
    found = [*(() if text is None else bends(story, text)), *bends(story, None)]
    sights = {one.seat: one for one in perspectives(story)}
    told = []
    for seat in (seat for seat in story.case.agency_ids if seat in story.end.room.seated):
        row, ballot, score = signatures.get(seat), ballots.get(seat), story.outcome.scores[seat]
        told.append(
            SeatFacts(
                agency=seat,
                name=story.agency(seat).name,
                tile=tile(story, seat),
                said=row.said if row else None,
                meant=row.meant if row else None,
                sincerity=row.sincerity if row else None,
                label=row.label if row else "",
                given=row.done if row else None,
                planned=ballot.answer if ballot else None,
                before=sights[seat].before,
                after=sights[seat].after,
                mandate=score.mandate,
                total=score.total,
                bent=tuple(bend.words for bend in found if bend.whom == seat),
            )
        )
    return tuple(told)
