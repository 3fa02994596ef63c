"""What each seat takes home, line by line (section 9)."""

from collections.abc import Sequence

from game.rules.conditions import holds
from game.rules.ids import AgencyId
from game.rules.judgement import Score, ScoreLine
from game.rules.judging.realized import realized
from game.rules.state import State
from game.rules.worth import option_worth, share_of, world_of

BALLOT_SCALE = range(5)


def score_of(state: State, seat: AgencyId, impact: float) -> Score:
    """Score a seat: (1 - k) · mandate + k · impact + standing (R9.3). `impact` is R9.2's, 0..100."""
    adjustments = state.own[seat].adjustments
    standing = tuple(ScoreLine(a.reason, a.points, a.at, a.about) for a in adjustments if a.is_standing)
    mandate = (
        *_world_lines(state, seat),
        *(ScoreLine(a.reason, a.points, a.at, a.about) for a in adjustments if not a.is_standing),
    )
    k = state.case.impact_weight
    of_mandate, of_standing = (sum(line.points for line in lines) for lines in (mandate, standing))
    return Score(
        mandate=of_mandate,
        impact=impact,
        standing=of_standing,
        total=(1.0 - k) * of_mandate + k * impact + of_standing,
        perspective=perspective_of(state, seat),
        mandate_lines=mandate,
        standing_lines=standing,
    )


def _world_lines(state: State, seat: AgencyId) -> tuple[ScoreLine, ...]:
    """Value the world as it came about, at the facts as they are (R9.1)."""
    role, room, own = state.roles[seat], state.room, state.own[seat]
    truth = {fact: float(holds_) for fact, holds_ in state.sealed.facts.items()}
    lines = []
    for issue, (option, share) in realized(state).items():
        as_before = option_worth(role, truth, issue, state.case.issue(issue).status_quo)
        worth = (1.0 - share) * as_before + share * option_worth(role, truth, issue, option)
        lines.append(ScoreLine("issue", worth, None, issue))
    world = world_of(state.scene, room, {}, (), without=True)
    for mandate in role.agency.hidden:
        if holds(mandate.condition, world):
            lines.append(ScoreLine("hidden_mandate", mandate.points, None, mandate.id))
    signed = [issue for accord in room.in_force if seat in accord.parties for issue in accord.settles]
    outside = role.outside + own.walk_away - role.agency.walk_away
    lines.append(ScoreLine("outside", outside * (1.0 - share_of(role, signed))))
    return tuple(lines)


def perspective_of(state: State, seat: AgencyId) -> float | None:
    """Score how well a seat predicted the others' ballots against the best constant guess (R9.4)."""
    pairs = [
        (guess, answer)
        for accord, ballot in state.own[seat].ballots.items()
        for party, guess in ballot.predictions.items()
        if (theirs := state.own[party].ballots.get(accord)) is not None and (answer := theirs.own) is not None
    ]
    return foresight(pairs)


def foresight(pairs: Sequence[tuple[int, int]]) -> float | None:
    """Score guesses beside answers, 0..4 each, against the best constant guess: 0..100; None without any (R9.4)."""
    if not pairs:
        return None
    missed = sum(abs(guess - answer) for guess, answer in pairs)
    by_constant = min(sum(abs(level - answer) for _, answer in pairs) for level in BALLOT_SCALE)
    if by_constant == 0:
        return 100.0 if missed == 0 else 0.0
    return 100.0 * max(0.0, 1.0 - missed / by_constant)
