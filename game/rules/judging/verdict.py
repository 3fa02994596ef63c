"""The verdict on an accord as signed (R6.3), and how near it is to another (R6.4)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import inf
from typing import Generic, TypeVar

from game.rules.ids import AgencyId
from game.rules.judgement import Finding, Flip, SignatureReading, Verdict
from game.rules.judging.lines import MOVABLE, Bounds
from game.rules.judging.roots import DIGITS
from game.rules.replacing import replace
from game.rules.ruleset import Ruleset
from game.rules.vocabulary import Kind, Root

HAIR = 1e-9
"""How far past a measured value a threshold is moved to turn a comparison."""
HOLLOWING = (Root.WORTH, Root.FREE)
"""The roots that make a yes hollow by themselves where they are very low (R5.6)."""
ANYWHERE = Bounds("R6.4", -inf, inf)
K = TypeVar("K")


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


@dataclass(frozen=True, slots=True)
class Held:
    """A value that is held against a threshold; whose it is, and which root, where it is not the whole accord's."""

    value: float
    seat: AgencyId | None = None
    root: Root | None = None


@dataclass(frozen=True, slots=True)
class Turned(Generic[K]):
    """Where one line, moved alone, would change the kind, and to what."""

    to: float
    would_be: K


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


def kind_of(measures: Measures, ruleset: Ruleset) -> Kind:
    """Say which kind the measures make it; one test that fires is enough to know."""
    if any(True for _ in _false_tests(measures, ruleset)):
        return Kind.FALSE
    return Kind.FRAGILE if any(True for _ in _sincere_tests(measures, ruleset)) else Kind.SINCERE


def is_hollow(reading: SignatureReading, ruleset: Ruleset) -> bool:
    """Say whether a signature is hollow (R5.6)."""
    roots = reading.roots
    return reading.sincerity < ruleset.hollow_sincerity or any(
        roots[root].value <= ruleset.hollow_root for root in HOLLOWING
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


def flips(measures: Measures, ruleset: Ruleset) -> Mapping[str, Turned[Kind] | None]:
    """Find, for each threshold of R6.3, the smallest move of it alone, within its bounds, that changes the kind."""
    kind, _ = classify(measures, ruleset)
    return {
        name: nearest_turn(
            getattr(ruleset, name),
            [one.value for one in held],
            partial(_kind_at, measures, ruleset, name),
            kind,
            bounds=MOVABLE[name],
        )
        for name, held in compared(measures).items()
    }


def _flip(measures: Measures, ruleset: Ruleset, kind: Kind) -> Flip | None:
    """Find the smallest change of one threshold that changes the kind."""
    best: Flip | None = None
    for name, held in compared(measures).items():
        now, values = getattr(ruleset, name), [one.value for one in held]
        if _is_fixed(measures, ruleset, name, values, kind):
            continue
        within = inf if best is None else best.distance
        turned = nearest_turn(now, values, partial(_kind_at, measures, ruleset, name), kind, within=within)
        if turned is not None:
            best = Flip(name, abs(turned.to - now), turned.would_be)
    return best


def _is_fixed(measures: Measures, ruleset: Ruleset, name: str, values: Sequence[float], kind: Kind) -> bool:
    """Say that a line turns nothing wherever it is drawn: on its way from end to end the kind goes one way only."""
    ends = (min(values) - HAIR, max(values) + HAIR) if values else ()
    return all(_kind_at(measures, ruleset, name, end) is kind for end in ends)


def _kind_at(measures: Measures, ruleset: Ruleset, name: str, value: float) -> Kind:
    return kind_of(measures, replace(ruleset, **{name: value}))  # type: ignore[arg-type] # all are numbers


def nearest_turn(
    now: float,
    values: Iterable[float],
    kind_at: Callable[[float], K],
    kind: K,
    *,
    within: float = inf,
    bounds: Bounds = ANYWHERE,
) -> Turned[K] | None:
    """Find the place, nearest to `now` and nearer than `within`, at which a line would change the kind.

    Only on passing one of the values that are held against it can a line change anything.
    """
    best: Turned[K] | None = None
    for value in {v for held in values for v in (held - HAIR, held, held + HAIR)}:
        distance = abs(value - now)
        if distance >= within or not bounds.least <= value <= bounds.most:
            continue
        would_be = kind_at(value)
        if would_be is not kind:
            best, within = Turned(value, would_be), distance
    return best


def compared(measures: Measures) -> Mapping[str, list[Held]]:
    """List, for each threshold of R6.3, the values that are held against it."""
    readings = measures.signatures.items()
    return {
        "hollow_sincerity": [Held(r.sincerity, seat) for seat, r in readings],
        "hollow_root": [Held(r.roots[root].value, seat, root) for seat, r in readings for root in HOLLOWING],
        "party_stake": [Held(r.stake, seat) for seat, r in readings],
        "false_falsification": [Held(measures.falsification)],
        "false_capture": [Held(measures.capture)],
        "false_heard": [Held(measures.losers_heard)],
        "sincere_root": [Held(of.value, seat, root) for seat, r in readings for root, of in r.roots.items()],
        "sincere_mean": [Held(measures.sincerity)],
        "voice_stake": [Held(stake, agency) for agency, stake in measures.uninvited.items()],
    }
