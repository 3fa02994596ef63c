"""Espoused, private, lived: what each showed in public at last, what it was for in private, and what it then did."""

from dataclasses import dataclass

from game.debrief.chronicle import Chronicle
from game.debrief.words import BALLOT, STANCES, percent, signed, text_name
from game.rules.ids import AgencyId, TextId
from game.rules.vocabulary import Stance

SHOWN: dict[Stance, str] = {
    Stance.ENDORSE: "endorsed",
    Stance.RESERVATIONS: "with reservations",
    Stance.ABSTAIN: "abstained",
    Stance.OBJECT: "objected",
    Stance.BLOCK: "blocked",
}
"""What was shown, for a narrow column."""


@dataclass(frozen=True, slots=True)
class StanceRow:
    """One agency and one text. `private` (-1..1) is known where it signed or raised a doubt; `lived` is 0..1."""

    text: TextId
    agency: AgencyId
    espoused: Stance | None
    answer: str
    private: float | None
    planned: int | None
    lived: float | None
    words: str


def stance_rows(story: Chronicle, text: TextId) -> tuple[StanceRow, ...]:
    """Lay out how each agency stood to a text, from its last stance to what it did."""
    return tuple(_row(story, text, seat) for seat in story.case.agency_ids)


def _row(story: Chronicle, text: TextId, seat: AgencyId) -> StanceRow:
    paper = story.end.room.texts[text]
    stance = paper.latest.stances.get(seat)
    given = paper.signatures.get(seat)
    judgement = story.judged.get(text)
    private = paper.doubts.get(seat)
    if judgement is not None and seat in judgement.signatures:
        private = judgement.signatures[seat].support
    in_force = any(lived.accord == text for lived in story.outcome.accords)
    lived = story.lived_as(text).given.get(seat) if in_force else None
    ballot = story.end.own[seat].ballots.get(text)
    answer = (
        ""
        if given is None
        else "declined"
        if not given.is_signed
        else "signed but for a term"
        if given.reserved
        else "signed"
    )
    planned = ballot.own if ballot is not None else None
    return StanceRow(
        text,
        seat,
        stance,
        answer,
        private,
        planned,
        lived,
        _words(story, text, seat, stance, answer, private, planned, lived),
    )


def _words(
    story: Chronicle,
    text: TextId,
    seat: AgencyId,
    stance: Stance | None,
    answer: str,
    private: float | None,
    planned: int | None,
    lived: float | None,
) -> str:
    parts = [f"{STANCES[stance]} {text_name(text)}" if stance is not None else f"took no stance on {text_name(text)}"]
    if answer:
        parts.append(answer)
    if private is not None:
        parts.append(
            f"was {'for' if private > 0 else 'against' if private < 0 else 'neither for nor against'} it in "
            f"private ({signed(private)})"
        )
    if planned is not None:
        parts.append(f"meant to carry it out {BALLOT[planned]}")
    if lived is not None:
        parts.append(f"gave {percent(lived)}")
    return f"{story.agency(seat).name} {', '.join(parts)}."
