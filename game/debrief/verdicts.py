"""What it came to, in one sentence with its reasons: for the forum, and for each accord."""

from collections import Counter
from dataclasses import dataclass

from game.debrief.chronicle import Chronicle
from game.debrief.findings import Reason, reasons_of
from game.debrief.words import (
    KINDS,
    LACKS,
    LIVED,
    PURPOSES,
    VERDICTS,
    count,
    names,
    out_of_100,
    percent,
    points,
    text_name,
)
from game.rules.ids import AgencyId, TextId
from game.rules.judgement import LivedAccord
from game.rules.vocabulary import ForumVerdict, Kind, Lived, Root

MOODS: dict[ForumVerdict, str] = {
    ForumVerdict.SINCERE_AGREEMENT: "good",
    ForumVerdict.OVERTAKEN: "warn",
    ForumVerdict.FALSE_COHERENCE: "bad",
    ForumVerdict.SIDE_BY_SIDE: "good",
    ForumVerdict.INFORMATION_SHARING: "plain",
    ForumVerdict.BREAKDOWN: "bad",
    ForumVerdict.NOTHING: "plain",
}


@dataclass(frozen=True, slots=True)
class Headline:
    """The forum's verdict: its name, one sentence, the reasons, and what the verdict is about (an accord, or none)."""

    verdict: ForumVerdict
    name: str
    sentence: str
    reasons: tuple[Reason, ...]
    mood: str
    accord: TextId | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class AccordWords:
    """An accord: between whom, as signed and as lived, in words."""

    accord: TextId
    parties: tuple[AgencyId, ...]
    signed: str
    lived: str
    kind: Lived
    sentence: str
    rate: float
    weight: float


def headline(story: Chronicle) -> Headline:
    """Say in one sentence what the forum came to."""
    verdict = story.outcome.verdict
    leading = _leading(story)
    sentence = accord_sentence(story, leading) if leading is not None else _unsigned(story, verdict)
    if leading is not None and len(story.lived) > 1:
        sentence = f"{text_name(leading.accord)}: {sentence[:1].lower()}{sentence[1:]}"
    reasons = reasons_of(story, leading.accord) if leading is not None else _forum_reasons(story)
    reasons = (*_beside(story, leading), *reasons)
    accord = leading.accord if leading is not None else None
    return Headline(verdict, VERDICTS[verdict], sentence, reasons, MOODS[verdict], accord, _remark(story))


def _beside(story: Chronicle, leading: LivedAccord | None) -> tuple[Reason, ...]:
    """Name the verdicts on accords beside the one that decided: two coalitions can have two."""
    return tuple(
        Reason(
            f"{text_name(lived.accord)} beside it: {LIVED[lived.lived]}",
            f"{out_of_100(lived.rate)} carried out, {percent(lived.weight)} of the weight",
            lived.lived is not Lived.SINCERE_AGREEMENT,
            lived.parties,
        )
        for lived in story.lived
        if lived is not leading
    )


def _leading(story: Chronicle) -> LivedAccord | None:
    """Find the accord that the forum's verdict rests on: the heaviest of its lived kind."""
    verdict = story.outcome.verdict.value
    return next((accord for accord in story.lived if accord.lived.value == verdict), None)


def accord_words(story: Chronicle) -> tuple[AccordWords, ...]:
    """Describe every accord in force, the heaviest first."""
    return tuple(
        AccordWords(
            accord=lived.accord,
            parties=lived.parties,
            signed=KINDS[lived.signed],
            lived=LIVED[lived.lived],
            kind=lived.lived,
            sentence=accord_sentence(story, lived),
            rate=lived.rate,
            weight=lived.weight,
        )
        for lived in story.lived
    )


def accord_sentence(story: Chronicle, lived: LivedAccord) -> str:
    """Say in one sentence or two what became of an accord."""
    yeses = f"{count(len(lived.parties))} said yes"
    rate = out_of_100(lived.rate)
    match lived.lived:
        case Lived.SINCERE_AGREEMENT:
            held = "and meant it" if story.judged[lived.accord].verdict.kind is Kind.SINCERE else "and it held"
            return f"{yeses}, {held}. A year on, {rate} was carried out."
        case Lived.OVERTAKEN:
            return f"{yeses}, and nobody was bent. Then the year overtook them: {rate} was carried out."
        case Lived.FALSE_COHERENCE if lived.is_coerced:
            return (
                f"{yeses}. {_lacking(story, lived)} A year on, {rate} was carried out all the same, by those "
                "who had to."
            )
        case Lived.FALSE_COHERENCE:
            return f"{yeses}. {_lacking(story, lived)} A year on, {rate} was carried out."


def _lacking(story: Chronicle, lived: LivedAccord) -> str:
    """Say what the hollow or weak signatures lacked, the most frequent lack first."""
    judgement = story.judged[lived.accord]
    weak = [seat for seat, reading in judgement.signatures.items() if reading.is_hollow] or list(lived.held_back)
    lacks = Counter(_lack(story, lived.accord, seat) for seat in weak)
    parts = [f"{count(number).lower()} {words}" for words, number in lacks.most_common()]
    if judgement.missing:
        number = count(len(judgement.missing)).lower()
        parts.append(f"{number} {'was' if len(judgement.missing) == 1 else 'were'} never asked")
    if not parts:
        return "More was said than meant."
    joined = ", and ".join(parts)
    return f"{joined[:1].upper()}{joined[1:].replace(' ', ' of them ', 1) if weak else joined[1:]}."


def _lack(story: Chronicle, text: TextId, seat: AgencyId) -> str:
    """Name what a signature lacked: freedom first, where it was pressed hard; else its weakest root."""
    reading = story.judged[text].signatures[seat]
    is_bent = reading.roots[Root.FREE].value < story.ruleset.sincere_root
    return LACKS[Root.FREE if is_bent else reading.weakest]


def _unsigned(story: Chronicle, verdict: ForumVerdict) -> str:
    outcome, rounds = story.outcome, story.end.scene.rounds
    some = "Too little" if outcome.accords else "Nothing"
    match verdict:
        case ForumVerdict.SIDE_BY_SIDE:
            return (
                f"{some} was signed to bind them together. Each said what it would do anyway, and the work fitted: "
                f"{percent(outcome.complementarity)} of it came about side by side."
            )
        case ForumVerdict.INFORMATION_SHARING:
            return f"They told each other what they knew. {some} was signed, and what they did did not add up to more."
        case ForumVerdict.BREAKDOWN:
            left = names(story.case, outcome.left)
            return (
                f"{left} left and stayed out, and without {'it' if len(outcome.left) == 1 else 'them'} too little held."
            )
        case _:
            meetings = f"{count(rounds)} meeting{'' if rounds == 1 else 's'}"
            return f"{meetings}. {some} was signed, nothing was told straight, and no lanes fitted together."


def _forum_reasons(story: Chronicle) -> tuple[Reason, ...]:
    """List what decided the verdict where no accord did (R8.2)."""
    outcome, rules = story.outcome, story.ruleset
    weight = sum(accord.weight for accord in outcome.accords)
    whole = weight + sum(lane.weight for lane in outcome.lanes)
    part = weight / whole if whole else 0.0
    needed = percent(rules.forum_weight)
    found = [
        Reason(
            f"accords hold {percent(part)} of the weight",
            f"{needed} would decide the verdict",
            part < rules.forum_weight,
        )
    ]
    if outcome.left:
        found.insert(
            0,
            Reason(f"left and stayed out: {names(story.case, outcome.left)}", "an essential party", True, outcome.left),
        )
    fits = outcome.complementarity >= rules.forum_complementarity
    found.append(
        Reason(
            f"lanes fit to {percent(outcome.complementarity)}",
            f"{percent(rules.forum_complementarity)} makes it side by side",
            not fits,
        )
    )
    if outcome.verdict is ForumVerdict.INFORMATION_SHARING:
        found.append(Reason("facts were told straight", "at least one was", is_against=False))
    return tuple(found)


def _remark(story: Chronicle) -> str:
    """Say whether the forum did what it set out to do (R8.3)."""
    declared = story.outcome.declared
    if story.outcome.is_purpose_met:
        return "It set out to share information, and did so honestly: it succeeded at what it set out to do."
    if declared is None:
        return "Nobody said what the forum was for."
    return f"It was declared to be for {PURPOSES[declared]}."


def impact_words(story: Chronicle) -> str:
    """Say what came about for the population."""
    best = max(story.outcome.impact_by_dimension.items(), key=lambda part: part[1])
    least = min(story.outcome.impact_by_dimension.items(), key=lambda part: part[1])
    whole = f"{points(story.outcome.impact)} of 100 of what could have come about"
    if best[1] == least[1]:
        return f"{whole}."
    return f"{whole}; most in {best[0]} ({best[1]:.0f}), least in {least[0]} ({least[1]:.0f})."
