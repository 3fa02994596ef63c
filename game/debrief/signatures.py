"""Said, meant, done: one row for each party to an accord."""

from dataclasses import dataclass

from game.debrief.chronicle import Chronicle
from game.debrief.roots import RootWords, root_words
from game.debrief.words import LACKS, count, percent, share, signed
from game.rules.ids import AgencyId, IssueId, TextId
from game.rules.judgement import SignatureReading
from game.rules.ruleset import Ruleset

SOLID, GUARDED, HOLLOW = "solid", "guarded", "hollow"
LABELS: dict[str, str] = {
    SOLID: "Every root holds.",
    GUARDED: "A yes with a root that is weak, or with a term kept back.",
    HOLLOW: "A yes that nothing held up.",
}


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """`said`: 1, or 1/3 with a reservation; `meant`: -1 to 1; `done`: 0 to 1, None if it carried nothing."""

    agency: AgencyId
    said: float
    meant: float
    done: float | None
    roots: tuple[RootWords, ...]
    sincerity: float
    label: str
    reserved: IssueId | None
    carried: int
    formula: str
    words: str
    """The whole row in words, for whoever does not see the picture."""


def signature_rows(story: Chronicle, text: TextId) -> tuple[SignatureRow, ...]:
    """Lay open who signed an accord, in the order of the case."""
    parties = story.judged[text].signatures
    return tuple(_row(story, text, seat) for seat in story.case.agency_ids if seat in parties)


def _row(story: Chronicle, text: TextId, seat: AgencyId) -> SignatureRow:
    reading = story.judged[text].signatures[seat]
    done = story.lived_as(text).given.get(seat)
    reserved = story.accord(text).reserved.get(seat)
    label = label_of(reading, story.ruleset, is_reserved=reserved is not None)
    return SignatureRow(
        agency=seat,
        said=reading.public,
        meant=reading.support,
        done=done,
        roots=root_words(story, text, seat),
        sincerity=reading.sincerity,
        label=label,
        reserved=reserved,
        carried=reading.carried,
        formula=_formula(reading, story.ruleset),
        words=_words(story, seat, reading, done, reserved, label),
    )


def label_of(reading: SignatureReading, ruleset: Ruleset, *, is_reserved: bool = False) -> str:
    """Call a signature solid, guarded or hollow."""
    if reading.is_hollow:
        return HOLLOW
    is_weak = any(root.value < ruleset.sincere_root for root in reading.roots.values())
    return GUARDED if is_weak or is_reserved or reading.sincerity < ruleset.sincere_mean else SOLID


def _formula(reading: SignatureReading, ruleset: Ruleset) -> str:
    """Write out where the sincerity comes from (R5.6)."""
    values = [root.value for root in reading.roots.values()]
    return (
        f"Sincerity {share(reading.sincerity)} = ½ · weakest root {share(min(values))} + ½ · mean of roots "
        f"{share(sum(values) / len(values))}; hollow below {share(ruleset.hollow_sincerity)}."
    )


def _words(
    story: Chronicle,
    seat: AgencyId,
    reading: SignatureReading,
    done: float | None,
    reserved: IssueId | None,
    label: str,
) -> str:
    said = "signed" if reserved is None else f"signed all but “{story.case.issue(reserved).name}”"
    if done is None:
        gave = "It had nothing to carry out"
    else:
        terms = "one term" if reading.carried == 1 else f"{count(reading.carried).lower()} terms"
        gave = f"It carried {terms} and gave {percent(done)} of full effort"
    return f"{story.agency(seat).name} {said}. {_meant(reading)}. {gave}. {_why(reading, label)}"


def _meant(reading: SignatureReading) -> str:
    if reading.support >= 0.5:
        return f"In private it was for it ({signed(reading.support)})"
    if reading.support > 0:
        return f"In private it was barely for it ({signed(reading.support)})"
    if reading.support == 0:
        return "In private it was all the same to it (0.00)"
    return f"In private it would rather have walked away ({signed(reading.support)})"


def _why(reading: SignatureReading, label: str) -> str:
    if label == SOLID:
        return f"Solid: sincerity {share(reading.sincerity)}."
    weakest = reading.weakest
    value = share(reading.roots[weakest].value)
    return f"{label.capitalize()}: it {LACKS[weakest]} ({value}); sincerity {share(reading.sincerity)}."
