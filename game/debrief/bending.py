"""Who bent whom: what weakened each yes, whose doing it was, and by which command. It judges structures, not people."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.debrief.chronicle import Chronicle
from game.debrief.roots import Cause, cause
from game.debrief.words import ROOTS, text_name, when
from game.record.sentences.narrator import points
from game.rules.course import open_texts
from game.rules.dealings import Threat
from game.rules.ids import AgencyId, TextId
from game.rules.judgement import Evidence
from game.rules.texts import Signature
from game.rules.vocabulary import Root

BENDS: dict[tuple[Root, str], str] = {
    (Root.FREE, "threat"): "pressure",
    (Root.FREE, "chair_leverage"): "the chair's hold",
    (Root.INFORMED, "spun"): "a spun account",
    (Root.INFORMED, "withheld"): "a fact kept back",
    (Root.HEARD, "invited"): "not asked in time",
    (Root.HEARD, "consulted"): "not talked to",
    (Root.HEARD, "level_room"): "an uneven room",
    (Root.BACKED, "purpose_gap"): "purposes apart",
    (Root.BACKED, "red_line"): "a red line at home",
}
QUARTER = 0.25
SLIGHT = 0.05
"""Below this a cause is not told among the first."""


@dataclass(frozen=True, slots=True)
class Bend:
    """One thing that bent a yes: `amount` is how much of the root it took (0..1), `at` the command behind it."""

    kind: str
    amount: float
    who: AgencyId | None
    whom: AgencyId
    words: str
    at: int | None
    root: Root | None = None
    is_hollow: bool = False

    @property
    def root_name(self) -> str:
        """Name the root that was bent."""
        return ROOTS[self.root] if self.root is not None else ""


def bends(story: Chronicle, text: TextId | None) -> tuple[Bend, ...]:
    """List what bent the signatures of an accord, hollow ones first; for None, threats that bent no signature."""
    if text is None:
        return tuple(_empty_threats(story))
    found = [bend for seat in story.judged[text].signatures for bend in _of_signature(story, text, seat)]
    found += _missing(story, text)
    return tuple(sorted(found, key=lambda bend: (not bend.is_hollow, -bend.amount, bend.at or 0)))


def _of_signature(story: Chronicle, text: TextId, seat: AgencyId) -> Iterator[Bend]:
    reading = story.judged[text].signatures[seat]
    for root, of in reading.roots.items():
        for one in of.evidence:
            kind = BENDS.get((root, one.what))
            amount = taken(root, one)
            if kind is None or amount < SLIGHT:
                continue
            told: Cause = cause(story, text, seat, root, one)
            yield Bend(
                kind,
                amount,
                told.who,
                seat,
                told.words,
                told.at if root is not Root.HEARD else None,
                root,
                reading.is_hollow,
            )


def taken(root: Root, one: Evidence) -> float:
    """Say how much of its root (0..1) a piece of evidence took."""
    if root is Root.HEARD:
        return 0.0 if one.amount > 0 else QUARTER
    return min(1.0, max(0.0, -one.amount))


def _missing(story: Chronicle, text: TextId) -> Iterator[Bend]:
    """Name the voices with much at stake that are not under the accord at all."""
    judgement = story.judged[text]
    tabled = story.signing[text].room.texts[text].versions[0].at
    for agency in judgement.missing:
        if agency not in judgement.signatures:
            words = f"It had much at stake and was not invited before {text_name(text)} was tabled."
            yield Bend("a missing voice", 1.0, None, agency, words, tabled, None, True)


def _empty_threats(story: Chronicle) -> Iterator[Bend]:
    """Tell the threats that bent no signature: at seats that did not sign, or about texts not in force."""
    in_force = {lived.accord for lived in story.outcome.accords}
    for seat, own in story.end.own.items():
        for threat in own.threats.values():
            has_signed = threat.text in in_force and seat in story.judged[threat.text].signatures
            if threat.pressed != seat or has_signed:
                continue
            lever = next(lever for lever in story.agency(threat.presser).leverage if lever.over == seat)
            words = f"{story.agency(threat.presser).name} leaned on it {when(story, threat.id)}: “{lever.text}”. "
            words += f"{_fate(story, threat)}{_settlement(story, threat)}."
            yield Bend("pressure", 0.0, threat.presser, seat, words, threat.id)


def _fate(story: Chronicle, threat: Threat) -> str:
    """Say what became of the text that somebody was to sign."""
    room = story.end.room
    given: Signature | None = room.texts[threat.text].signatures.get(threat.pressed)
    if threat.pressed in room.out:
        return "It walked out"
    if threat.is_withdrawn:
        return "The threat was taken back"
    if given is not None and not given.is_signed:
        return "It did not sign"
    if given is not None:
        return f"It signed, but {text_name(threat.text)} is not in force"
    if any(text.id == threat.text for text in open_texts(room)):
        return f"{text_name(threat.text)} was never signed"
    return f"{text_name(threat.text)} is not in force"


def _settlement(story: Chronicle, threat: Threat) -> str:
    """Say what a defied threat came to before the year, and what that cost whom (R4.6)."""
    costs = {
        seat: moved
        for seat in (threat.pressed, threat.presser)
        for moved in story.end.own[seat].adjustments
        if moved.at == threat.id
    }
    if threat.presser not in costs:
        return ""
    price = points(costs[threat.presser].points)
    if threat.pressed not in costs:
        return f", and the threat was dropped: {price} of standing for {story.agency(threat.presser).short}"
    pain = points(costs[threat.pressed].points)
    return f", and the threat was carried out: {pain} for it, {price} for {story.agency(threat.presser).short}"
