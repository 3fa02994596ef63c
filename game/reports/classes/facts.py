"""What a class report needs of one finished table, as small plain values: worked out once, wherever there is room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from statistics import fmean

from game.analysis.space.untabled import untabled
from game.debrief import Chronicle, headline, perspectives, review_purpose
from game.debrief.bending import BENDS
from game.reports.classes.seats import SeatFacts, seats_of
from game.rules.ids import AgencyId, TextId
from game.rules.vocabulary import ForumVerdict, Kind, Lived, Purpose, Root
from game.whatif import Theme, decisive_text, scan, shares_of, turning_points
from game.whatif.causes import CHAIR, HOUSE, MISSING
from game.whatif.ending import consent_of


class Ground(StrEnum):
    """On what ground a cause stands that weakened a yes."""

    PRESSURE = "pressure"
    INFORMATION = "information"
    VOICE = "voice"
    HOME = "home"
    PURPOSE = "purpose"


GROUNDS: Mapping[str, Ground] = {
    **{
        name: {
            Root.FREE: Ground.PRESSURE,
            Root.INFORMED: Ground.INFORMATION,
            Root.HEARD: Ground.VOICE,
            Root.BACKED: Ground.PURPOSE if what == "purpose_gap" else Ground.HOME,
        }[root]
        for (root, what), name in BENDS.items()
    },
    CHAIR: Ground.PRESSURE,
    HOUSE: Ground.HOME,
    MISSING: Ground.VOICE,
}
"""The ground of every kind of cause."""


@dataclass(frozen=True, slots=True)
class AccordFacts:
    """The accord that decided a game. `said` and `meant` are means over its parties, -1 to 1; the rest 0 to 1.

    `roots` has the mean and the lowest of each root; `rate` is out of 100.
    """

    parties: int
    said: float
    meant: float
    hollow: int
    missing: int
    consent: float
    signed: Kind
    lived: Lived
    rate: float
    roots: Mapping[Root, tuple[float, float]]
    flip: float | None
    """The smallest move of a single line that would have given another kind; None if no single one would."""


@dataclass(frozen=True, slots=True)
class TableFacts:
    """A finished table, told as a whole: nothing in it but `seats` and `people` is about one seat.

    `weakened` is what each ground took from how far those concerned were with the accord (points of 0..1). `moments`
    are the turning points, each with whether it raised sincerity. `away` is how many terms lay between what was signed,
    or last tabled, and the nearest deal that all could have meant (None: there is none, or there are too many deals).
    """

    table: str
    case: str
    title: str
    seated: int
    weak_root: float
    """Below this a root counts as weak."""
    verdict: ForumVerdict
    sentence: str
    accord: AccordFacts | None
    accords: int
    weakened: Mapping[Ground, float]
    moments: tuple[tuple[Theme, bool], ...]
    turning: int
    """Without how many commands, one alone left out, the verdict or the kind is another, with the accord standing."""
    away: int | None
    fit: float
    by_lanes: float
    by_accords: float
    impact: float
    mandate: float
    """The mean of what each mandate got."""
    declared: Purpose | None
    reached: Purpose | None
    is_met: bool | None
    before: float | None
    after: float | None
    """Perspective, means over the seats that predicted anybody: by the minutes alone, and by their own ballots."""
    seats: tuple[SeatFacts, ...] = ()
    people: Mapping[AgencyId, tuple[str, ...]] = field(default_factory=dict)


def facts_of(table: str, story: Chronicle, people: Mapping[AgencyId, tuple[str, ...]] | None = None) -> TableFacts:
    """Work out what a class report tells of a table; it takes a second or two, for the game is run again for it."""
    found, text, purpose = scan(story, with_pairs=False, with_others=False), decisive_text(story), review_purpose(story)
    seen = [(one.before, one.after) for one in perspectives(story) if one.before is not None and one.after is not None]
    nearest = (space := untabled(story).space) and space.nearest
    return TableFacts(
        table=table,
        case=story.case.id,
        title=story.case.title,
        seated=len(story.end.room.seated),
        weak_root=story.ruleset.sincere_root,
        verdict=story.outcome.verdict,
        sentence=headline(story).sentence,
        accord=None if text is None else _accord(story, text),
        accords=len(story.lived),
        weakened={} if text is None else _weakened(story, text),
        moments=tuple((point.theme, point.moved > 0) for point in turning_points(story, found)),
        turning=len(found.standing),
        away=len(nearest.away) if nearest else None,
        fit=story.outcome.complementarity,
        by_lanes=purpose.side_by_side.by_lanes,
        by_accords=purpose.side_by_side.by_accords,
        impact=story.outcome.impact,
        mandate=fmean(score.mandate for score in story.outcome.scores.values()),
        declared=purpose.declared,
        reached=purpose.reached,
        is_met=purpose.is_met,
        before=_mean([before for before, _ in seen]),
        after=_mean([after for _, after in seen]),
        seats=seats_of(story, text),
        people=people or {},
    )


def _accord(story: Chronicle, text: TextId) -> AccordFacts:
    judgement, lived = story.judged[text], story.lived_as(text)
    readings = tuple(judgement.signatures.values())
    values = {root: [reading.roots[root].value for reading in readings] for root in Root}
    return AccordFacts(
        parties=len(lived.parties),
        said=fmean(reading.public for reading in readings),
        meant=fmean(reading.support for reading in readings),
        hollow=sum(reading.is_hollow for reading in readings),
        missing=len(judgement.missing),
        consent=consent_of(judgement),
        signed=lived.signed,
        lived=lived.lived,
        rate=lived.rate,
        roots={root: (fmean(of), min(of)) for root, of in values.items()},
        flip=None if judgement.verdict.flip is None else abs(judgement.verdict.flip.distance),
    )


def _weakened(story: Chronicle, text: TextId) -> Mapping[Ground, float]:
    """Share out by ground what weakened an accord, for all who are concerned together."""
    (everybody,) = shares_of(story, text, with_hollow=False)
    taken = dict.fromkeys(Ground, 0.0)
    for share in everybody.shares:
        taken[GROUNDS[share.cause.kind]] += max(0.0, share.taken)
    return taken if any(taken.values()) else {}


def _mean(values: Sequence[float]) -> float | None:
    return fmean(values) if values else None
