"""What the engine finds, as values: readings of the roots, verdicts, scores, each with the evidence behind it."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.rules.ids import AgencyId, IssueId, OptionId, TextId
from game.rules.texts import Term
from game.rules.vocabulary import Dimension, ForumVerdict, Kind, Lived, Purpose, Root


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that moved a number: what kind of thing, by how much, by which command, who or what it was about."""

    what: str
    amount: float
    at: int | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class RootReading:
    """One root of a signature, 0..1."""

    value: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureReading:
    """How sincere one signature is (R5.6, R5.7). `carried` counts the terms it carries; `stake` is in points."""

    roots: Mapping[Root, RootReading]
    sincerity: float
    is_hollow: bool
    advantage: float
    support: float
    public: float
    falsification: float
    carried: int
    stake: float

    @property
    def weakest(self) -> Root:
        """Name the weakest root."""
        return min(self.roots, key=lambda root: self.roots[root].value)


@dataclass(frozen=True, slots=True)
class Finding:
    """A test of R6.3 that fired: its value against its threshold, the seats and commands responsible."""

    test: str
    value: float
    threshold: float
    seats: tuple[AgencyId, ...]
    commands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Flip:
    """The smallest change of one threshold that would change the kind (R6.4)."""

    threshold: str
    distance: float
    would_be: Kind


@dataclass(frozen=True, slots=True)
class Verdict:
    """An accord as signed (R6.3, R6.4). `flip` is None if no single threshold can turn it."""

    kind: Kind
    findings: tuple[Finding, ...]
    flip: Flip | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """All that was found about an accord at the moment it came into force."""

    accord: TextId
    signatures: Mapping[AgencyId, SignatureReading]
    capture: float
    missing: tuple[AgencyId, ...]
    verdict: Verdict

    @property
    def sincerity(self) -> float:
        """Return the sincerity of the accord, made of its signatures as a signature is of its roots (R5.6).

        Half the least and half the mean: an accord is carried out no better than its weakest party lets it.
        """
        values = [signature.sincerity for signature in self.signatures.values()]
        return 0.5 * min(values) + 0.5 * sum(values) / len(values)


@dataclass(frozen=True, slots=True)
class LivedAccord:
    """An accord a year on (R7.5, R8.1). `given` is each carrier's mean effort, 0..1."""

    accord: TextId
    parties: tuple[AgencyId, ...]
    terms: tuple[Term, ...]
    levels: Mapping[IssueId, float]
    rate: float
    signed: Kind
    lived: Lived
    is_coerced: bool
    """Delivered under a false signature."""
    held_back: tuple[AgencyId, ...]
    given: Mapping[AgencyId, float]
    weight: float


@dataclass(frozen=True, slots=True)
class Lane:
    """An issue in no accord: what the declared lanes name, how far they came, how well they fit (R7.4)."""

    issue: IssueId
    option: OptionId | None
    level: float
    fit: float
    weight: float


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One addend of a score."""

    what: str
    points: float
    at: int | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """A seat's score (R9). `perspective` is None where it predicted nothing."""

    mandate: float
    impact: float
    standing: float
    total: float
    perspective: float | None
    mandate_lines: tuple[ScoreLine, ...]
    standing_lines: tuple[ScoreLine, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the forum came to (R8.2), beside every accord and score. `impact` is 0..100, also per dimension."""

    verdict: ForumVerdict
    accords: tuple[LivedAccord, ...]
    lanes: tuple[Lane, ...]
    complementarity: float
    left: tuple[AgencyId, ...]
    """Essential parties that left and stayed out."""
    declared: Purpose | None
    is_purpose_met: bool
    """It set out to share information, or less, and did so honestly (R8.3)."""
    impact: float
    impact_by_dimension: Mapping[Dimension, float]
    scores: Mapping[AgencyId, Score]
