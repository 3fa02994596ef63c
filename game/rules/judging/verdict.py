"""The verdict on an accord as signed (R6.3), and how near it is to another (R6.4)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.rules.ids import AgencyId
from game.rules.judgement import Finding, Flip, SignatureReading, Verdict
from game.rules.judging.roots import DIGITS
from game.rules.replacing import replace
from game.rules.ruleset import Ruleset
from game.rules.vocabulary import Kind, Root

HAIR = 1e-9
"""How far past a measured value a threshold is moved to turn a comparison."""


@dataclass(frozen=True, slots=True)
class Measures:
    """All that the tests of R6.3 compare. `uninvited` holds the stake (points) of each agency left out."""

    signatures: Mapping[AgencyId, SignatureReading]
    uninvited: Mapping[AgencyId, float]
    capture: float
    losers: tuple[AgencyId, ...]
    tabled_at: int

    @property
    def falsification(self) -> float:
        """Return the mean falsification, weighted by carried terms."""
        return self._weighted({seat: s.falsification for seat, s in self.signatures.items()})

    @property
    def sincerity(self) -> float:
        """Return the mean sincerity, weighted by carried terms."""
        return self._weighted({seat: s.sincerity for seat, s in self.signatures.items()})

    @property
    def losers_heard(self) -> float:
        """Return the mean Heard of those who lost a captured term (1 if nobody did)."""
        values = [self.signatures[seat].roots[Root.HEARD].value for seat in self.losers]
        return sum(values) / len(values) if values else 1.0

    def _weighted(self, values: Mapping[AgencyId, float]) -> float:
        weights = {seat: s.carried for seat, s in self.signatures.items()}
        total = sum(weights.values())
        if total == 0:
            return round(sum(values.values()) / len(values), DIGITS)
        return round(sum(values[seat] * weights[seat] for seat in values) / total, DIGITS)


def verdict_on(measures: Measures, ruleset: Ruleset) -> Verdict:
    """Judge an accord."""
    kind, findings = classify(measures, ruleset)
    return Verdict(kind, findings, _flip(measures, ruleset, kind))


def classify(measures: Measures, ruleset: Ruleset) -> tuple[Kind, tuple[Finding, ...]]:
    """Say which kind the measures make it by these thresholds, with the tests that decided (R6.3)."""
    against = tuple(_false_tests(measures, ruleset))
    if against:
        return Kind.FALSE, against
    short = tuple(_sincere_tests(measures, ruleset))
    return (Kind.FRAGILE, short) if short else (Kind.SINCERE, ())


def is_hollow(reading: SignatureReading, ruleset: Ruleset) -> bool:
    """Say whether a signature is hollow (R5.6)."""
    roots = reading.roots
    return reading.sincerity < ruleset.hollow_sincerity or any(
        roots[root].value <= ruleset.hollow_root for root in (Root.WORTH, Root.FREE)
    )


def _false_tests(measures: Measures, ruleset: Ruleset) -> Iterator[Finding]:
    hollow = [
        seat
        for seat, reading in measures.signatures.items()
        if is_hollow(reading, ruleset) and (reading.carried or reading.stake >= ruleset.party_stake)
    ]
    if hollow:
        least = min(measures.signatures[seat].sincerity for seat in hollow)
        yield Finding("hollow", least, ruleset.hollow_sincerity, tuple(hollow), _commands(measures, hollow))
    if measures.falsification > ruleset.false_falsification:
        seats = [seat for seat, reading in measures.signatures.items() if reading.falsification > 0]
        yield Finding(
            "falsification", measures.falsification, ruleset.false_falsification, tuple(seats),
            _commands(measures, seats),
        )  # fmt: skip
    if measures.capture > ruleset.false_capture and measures.losers_heard <= ruleset.false_heard:
        yield Finding("capture", measures.capture, ruleset.false_capture, measures.losers, (measures.tabled_at,))
    missing = missing_voices(measures, ruleset)
    if len(missing) >= 2:
        yield Finding("missing_voices", len(missing), 2, missing, (measures.tabled_at,))


def _sincere_tests(measures: Measures, ruleset: Ruleset) -> Iterator[Finding]:
    for root in Root:
        weak = [s for s, r in measures.signatures.items() if r.roots[root].value < ruleset.sincere_root]
        if weak:
            least = min(measures.signatures[seat].roots[root].value for seat in weak)
            yield Finding(f"weak_{root}", least, ruleset.sincere_root, tuple(weak), _commands(measures, weak, root))
    if measures.sincerity < ruleset.sincere_mean:
        seats = tuple(s for s, r in measures.signatures.items() if r.sincerity < ruleset.sincere_mean)
        yield Finding("mean_sincerity", measures.sincerity, ruleset.sincere_mean, seats, _commands(measures, seats))
    missing = missing_voices(measures, ruleset)
    if missing:
        yield Finding("missing_voice", len(missing), 1, missing, (measures.tabled_at,))


def missing_voices(measures: Measures, ruleset: Ruleset) -> tuple[AgencyId, ...]:
    """Name the agencies with much at stake that were not invited before the text was tabled (R6.2)."""
    return tuple(agency for agency, stake in measures.uninvited.items() if stake >= ruleset.voice_stake)


def _commands(
    measures: Measures, seats: list[AgencyId] | tuple[AgencyId, ...], only: Root | None = None
) -> tuple[int, ...]:
    """Name the commands that lowered these seats' roots."""
    found = {
        one.at
        for seat in seats
        for root, reading in measures.signatures[seat].roots.items()
        if only in (None, root)
        for one in reading.evidence
        if one.at is not None and one.amount < 0
    }
    return tuple(sorted(found))


def _flip(measures: Measures, ruleset: Ruleset, kind: Kind) -> Flip | None:
    """Find the smallest change of one threshold that changes the kind."""
    best: Flip | None = None
    for name, values in _compared(measures).items():
        now = getattr(ruleset, name)
        for value in {v for measured in values for v in (measured - HAIR, measured, measured + HAIR)}:
            distance = abs(value - now)
            if best is not None and distance >= best.distance:
                continue
            would_be, _ = classify(measures, replace(ruleset, **{name: value}))  # type: ignore[arg-type] # all thresholds are numbers
            if would_be is not kind:
                best = Flip(name, distance, would_be)
    return best


def _compared(measures: Measures) -> Mapping[str, list[float]]:
    """List, for each threshold of R6.3, the values that are held against it."""
    readings = measures.signatures.values()
    return {
        "hollow_sincerity": [r.sincerity for r in readings],
        "hollow_root": [r.roots[root].value for r in readings for root in (Root.WORTH, Root.FREE)],
        "party_stake": [r.stake for r in readings],
        "false_falsification": [measures.falsification],
        "false_capture": [measures.capture],
        "false_heard": [measures.losers_heard],
        "sincere_root": [root.value for r in readings for root in r.roots.values()],
        "sincere_mean": [measures.sincerity],
        "voice_stake": list(measures.uninvited.values()),
    }
