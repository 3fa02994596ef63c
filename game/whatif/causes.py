"""What weakened the yeses under an accord, each cause with how the game is run again without it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from game.debrief import Chronicle
from game.debrief.bending import BENDS, SLIGHT, taken
from game.debrief.roots import cause as told_cause
from game.debrief.words import PURPOSES, listed, percent, text_name
from game.rules.commands import CableHome, Convene, Share
from game.rules.ids import AgencyId, FactId, RedLineId, TextId
from game.rules.interventions import Act
from game.rules.judgement import Evidence
from game.rules.vocabulary import Purpose, Root
from game.whatif import mending
from game.whatif.rerun import Aside

HOUSE = "its own house divided"
CHAIR = "the chair's hold"
MISSING = "a missing voice"


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause: `whom` it weakened (None: everybody), `who` is behind it, `at` by which command.

    `amount` is what it took from a root (0..1). Without it, `acts` are given in place of commands, and `asides` happen
    just before some.
    """

    kind: str
    whom: AgencyId | None
    who: AgencyId | None
    at: int | None
    words: str
    amount: float
    root: Root | None = None
    acts: Mapping[int, Act | None] = field(default_factory=dict)
    asides: Mapping[int, tuple[Aside, ...]] = field(default_factory=dict)

    @property
    def branches(self) -> int:
        """Name the first command at which a game without it goes another way."""
        return min((*self.acts, *self.asides))


def causes_of(story: Chronicle, text: TextId, seat: AgencyId | None = None) -> tuple[Cause, ...]:
    """List the causes under an accord, or under one signature, the largest first."""
    found: dict[tuple[object, ...], Cause] = {}
    for party, reading in story.judged[text].signatures.items():
        if seat is not None and party != seat:
            continue
        for root, of in reading.roots.items():
            for one in of.evidence:
                for key, cause in _of_evidence(story, text, party, root, one):
                    found[key] = _larger(found.get(key), cause)
    if seat is None:
        found |= {("voice", cause.whom): cause for cause in _missing(story, text)}
    return tuple(sorted(found.values(), key=lambda cause: (-cause.amount, cause.at or 0, cause.whom or "")))


def _larger(before: Cause | None, now: Cause) -> Cause:
    """Let one cause that weakened several stand once, by the largest of what it took, and for all of them."""
    if before is None:
        return now
    whom = before.whom if before.whom == now.whom else None
    return replace(before if before.amount >= now.amount else now, whom=whom)


def _of_evidence(
    story: Chronicle, text: TextId, seat: AgencyId, root: Root, one: Evidence
) -> Iterator[tuple[tuple[object, ...], Cause]]:
    """Make a cause of a piece of evidence, under a key by which the same cause is known again elsewhere."""
    signed, told = story.accord(text).at, told_cause(story, text, seat, root, one)
    amount = 1.0 - one.amount if one.what == "backing" else taken(root, one)
    kind = HOUSE if one.what == "backing" else BENDS.get((root, one.what))
    if kind is None or amount < SLIGHT:
        return
    cause = Cause(kind, seat, told.who, one.at, told.words, amount, root)
    match one.what:
        case "threat" if one.at is not None:
            yield ("threat", one.at), replace(cause, acts={one.at: None})
        case "chair_leverage" | "level_room":
            yield ("chair",), replace(cause, kind=CHAIR, who=story.signing[text].room.forum.chair, at=None,
                                      asides={signed: (mending.grant_power,)})  # fmt: skip
        case "spun":
            yield ("spun", one.at), _straightened(story, cause, FactId(one.about), signed)
        case "withheld":
            fact, keeper = FactId(one.about), _keeper(story, text, seat, FactId(one.about))
            told_it = mending.telling(keeper, seat, fact)
            yield ("withheld", fact, seat), replace(cause, who=keeper, asides={signed: (told_it,)})
        case "invited":
            tabled = story.end.room.texts[text].versions[0].at
            invited = {tabled: (mending.inviting(seat),)}
            yield ("invited", seat), replace(cause, at=_convened_at(story), asides=invited)
        case "consulted":
            met = mending.meeting(story.end.room.texts[text].sponsors[0], seat)
            yield ("consulted", seat), replace(cause, at=None, asides={signed: (met,)})
        case "purpose_gap":
            yield ("purpose",), _fitted(story, text, seat, cause)
        case "red_line" if root is Root.BACKED:
            yield ("home", seat, one.about), _waived(story, seat, RedLineId(one.about), cause, signed)
        case "backing":
            words = f"{percent(one.amount)} of its own house stood behind it."
            agreed = {signed: (mending.agreeing_at_home(seat),)}
            yield ("house", seat), replace(cause, words=words, at=None, asides=agreed)


def _straightened(story: Chronicle, cause: Cause, fact: FactId, signed: int) -> Cause:
    """Run again with the same account given straight; told once more if that was not how it stood at the signing."""
    at = cause.at or 0
    command = story.command(at)
    assert isinstance(command, Share)
    if command.is_spun:
        return replace(cause, who=command.seat, acts={at: replace(command, is_spun=False)})
    assert cause.whom is not None
    return replace(cause, who=command.seat, asides={signed: (mending.telling(command.seat, cause.whom, fact),)})


def _keeper(story: Chronicle, text: TextId, seat: AgencyId, fact: FactId) -> AgencyId:
    """Name a party that knew and did not say."""
    parties, own = story.accord(text).parties, story.signing[text].own
    return next(party for party in parties if party != seat and fact in own[party].knows)


def _convened_at(story: Chronicle) -> int | None:
    return next((entry.at for entry in story.entries if isinstance(entry.command, Convene)), None)


def _fitted(story: Chronicle, text: TextId, seat: AgencyId, cause: Cause) -> Cause:
    """Run again with the purpose that fits the parties best, or a single seat."""
    purposes = tuple(Purpose)
    parties = story.accord(text).parties
    expected = [purposes.index(story.agency(party).expects) for party in parties]
    best = min(range(len(purposes)), key=lambda place: sum(abs(place - one) for one in expected))
    fitted = {story.accord(text).at: (mending.declaring(purposes[best]),)}
    declared = story.signing[text].room.forum.purpose
    words = cause.words
    if declared is not None:
        came = listed(sorted({PURPOSES[story.agency(party).expects] for party in parties}))
        words = f"It was declared to be for {PURPOSES[declared]}; those in it had come for {came}."
    return replace(cause, at=_convened_at(story) if declared is not None else None, words=words, asides=fitted)


def _waived(story: Chronicle, seat: AgencyId, line: RedLineId, cause: Cause, signed: int) -> Cause:
    """Run again with the red line waived; behind it stands the last cable, if there was one."""
    cables = [
        entry.at
        for entry in story.entries
        if entry.at < signed and isinstance(entry.command, CableHome)
        and (entry.command.seat, entry.command.red_line) == (seat, line)
    ]  # fmt: skip
    waived = {signed: (mending.waiving(seat, line),)}
    return replace(cause, at=cables[-1] if cables else None, amount=1.0, asides=waived)


def _missing(story: Chronicle, text: TextId) -> Iterator[Cause]:
    """Name the voices with much at stake that are not under the accord at all."""
    judgement = story.judged[text]
    tabled = story.end.room.texts[text].versions[0].at
    for agency in judgement.missing:
        if agency not in judgement.signatures:
            words = f"It had much at stake and was not invited before {text_name(text)} was tabled."
            asides = {tabled: (mending.inviting(agency),)}
            yield Cause(MISSING, agency, None, _convened_at(story), words, 1.0, None, {}, asides)
