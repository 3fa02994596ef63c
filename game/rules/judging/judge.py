"""Judge an accord at the moment it is signed (sections 5 and 6)."""

from collections.abc import Iterable

from game.rules.appraisal import appraise
from game.rules.case import Agency
from game.rules.ids import AgencyId, IssueId
from game.rules.judgement import Judgement, SignatureReading
from game.rules.judging.power import capture
from game.rules.judging.roots import DIGITS, roots_of
from game.rules.judging.verdict import Measures, is_hollow, missing_voices, verdict_on
from game.rules.replacing import replace
from game.rules.state import State
from game.rules.texts import Accord
from game.rules.view import view

RESERVED = 1 / 3
"""What a signature with reservation shows in public, where a plain one shows 1 (R5.7)."""


def judge(state: State, accord: Accord) -> Judgement:
    """Judge an accord; the state is that before it came into force."""
    measures = measured(state, accord)
    return Judgement(
        accord=accord.text,
        signatures=measures.signatures,
        capture=measures.capture,
        missing=missing_voices(measures, state.ruleset),
        verdict=verdict_on(measures, state.ruleset),
    )


def measured(state: State, accord: Accord) -> Measures:
    """Measure all that the tests of R6.3 compare; the state is that before the accord came into force."""
    text = state.room.texts[accord.text]
    captured = capture(state.case, accord)
    return Measures(
        signatures={party: read_signature(state, accord, party) for party in accord.parties},
        uninvited={
            agency.id: stake_of(agency, accord.settles)
            for agency in state.case.agencies
            if agency.id not in text.invited
        },
        capture=captured.share,
        losers=captured.losers,
        tabled_at=text.versions[0].at,
    )


def stake_of(agency: Agency, issues: Iterable[IssueId]) -> float:
    """Say how many points an agency has at stake: between the best and the worst option of each issue."""
    return float(sum(max(agency.points[i].values()) - min(agency.points[i].values()) for i in issues))


def read_signature(state: State, accord: Accord, seat: AgencyId) -> SignatureReading:
    """Read one signature (R5.6, R5.7); the state is that before the accord came into force."""
    appraisal = appraise(view(state, seat), accord.terms, accord.parties, accord.text)
    roots = roots_of(state, accord, seat, appraisal)
    values = [reading.value for reading in roots.values()]
    public = RESERVED if seat in accord.reserved else 1.0
    reading = SignatureReading(
        roots=roots,
        sincerity=round(0.5 * min(values) + 0.5 * sum(values) / len(values), DIGITS),
        is_hollow=False,
        advantage=appraisal.advantage,
        support=appraisal.support,
        public=public,
        falsification=max(0.0, public - appraisal.support) / 2,
        carried=sum(seat in state.case.option(t.issue, t.option).carriers for t in accord.terms),
        stake=stake_of(state.case.agency(seat), accord.settles),
    )
    return replace(reading, is_hollow=is_hollow(reading, state.ruleset))
