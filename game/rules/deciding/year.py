"""The ballot, settling what was promised and threatened, and the year after (section 7)."""

from game.rules import commands as do
from game.rules import events as was
from game.rules.dealings import Ballot, EffortPlan, PledgeMade, Threat
from game.rules.deciding.delivery import Work, work_quarter
from game.rules.deciding.minutes import Minutes
from game.rules.deciding.relations import find_out, lower_trust, open_fact, raise_trust
from game.rules.ids import AgencyId, PledgeId, TextId, ThreatId
from game.rules.judging.outcome import outcome_of
from game.rules.legality.year import is_defied, is_due
from game.rules.own import Adjustment
from game.rules.view import view

HAIR = 1e-9
"""What a mean of equal shares may fall short of them by rounding."""


def answer_ballot(minutes: Minutes, command: do.AnswerBallot) -> None:
    answer = was.BallotAnswered(command.seat, command.accord, Ballot(command.own, command.predictions))
    minutes.tell((command.seat,), answer)


def settle_pledge(minutes: Minutes, seat: AgencyId, pledge_id: PledgeId, *, is_kept: bool) -> None:
    """Keep a pledge at its price, or break it for standing and trust (R4.5)."""
    pledge: PledgeMade = minutes.own(seat).pledges[pledge_id]
    minutes.tell((seat, pledge.to), was.PledgeSettled(pledge.id, seat, pledge.to, is_kept))
    if is_kept:
        move_points(minutes, seat, "pledge_kept", -pledge.points, pledge.to, pledge.id)
        move_points(minutes, pledge.to, "pledge_received", pledge.points, seat, pledge.id)
        raise_trust(minutes, pledge.to, seat)
    else:
        move_points(minutes, seat, "pledge_broken", -pledge.points, pledge.to, pledge.id, is_standing=True)
        lower_trust(minutes, pledge.to, seat, is_scarring=True)


def settle_threat(minutes: Minutes, seat: AgencyId, threat_id: ThreatId, *, is_carried_out: bool) -> None:
    """Carry a defied threat out, at a price to both, or drop it for standing (R4.6)."""
    threat: Threat = minutes.own(seat).threats[threat_id]
    ruleset, pressed = minutes.ruleset, threat.pressed
    minutes.tell((seat, pressed), was.ThreatSettled(threat.id, seat, pressed, is_carried_out))
    if is_carried_out:
        move_points(minutes, pressed, "threat_suffered", -ruleset.threat_pain * threat.strength, seat, threat.id)
        move_points(minutes, seat, "threat_carried_out", -ruleset.threat_price * threat.strength, pressed, threat.id)
    else:
        price = -ruleset.bluff_price * threat.strength
        move_points(minutes, seat, "threat_dropped", price, pressed, threat.id, is_standing=True)


def settle_rest(minutes: Minutes, seat: AgencyId) -> None:
    """Break and drop what a seat has not settled when it passes (R2.4)."""
    mine = view(minutes.state, seat)
    for pledge in mine.own.pledges.values():
        if is_due(mine, pledge):
            settle_pledge(minutes, seat, pledge.id, is_kept=False)
    for threat in mine.own.threats.values():
        if is_defied(mine, threat):
            settle_threat(minutes, seat, threat.id, is_carried_out=False)


def move_points(
    minutes: Minutes,
    seat: AgencyId,
    reason: str,
    points: float,
    about: str,
    at: int,
    *,
    is_standing: bool = False,
) -> None:
    """Give a seat points outside the worth of the world, or take them."""
    minutes.tell((seat,), was.PointsMoved(seat, Adjustment(is_standing, reason, points, about, at)))


def set_effort(minutes: Minutes, command: do.SetEffort) -> None:
    plan = EffortPlan(command.effort, command.by_issue)
    minutes.tell((command.seat,), was.EffortSet(command.seat, command.accord, plan))


def work_half_year(minutes: Minutes) -> None:
    """Let two quarters go by, and show who delivered far below promise (R7.1, R7.3, R7.6)."""
    quarter = minutes.room.year.quarter
    works = [_work(minutes, quarter + 1), _work(minutes, quarter + 2)]
    for accord, by_agency in works[0].given.items():
        for agency, first in by_agency.items():
            _expose(minutes, agency, accord, (first + works[1].given[accord][agency]) / 2)


def _work(minutes: Minutes, quarter: int) -> Work:
    _let_truth_out(minutes, quarter)
    work = work_quarter(minutes.state)
    minutes.tell_nobody(was.QuarterWorked(quarter, work.levels, work.lane_levels, work.given))
    shown = {text: {i: int(level + 1e-9) for i, level in terms.items()} for text, terms in work.levels.items()}
    lanes = {i: {o: int(level + 1e-9) for o, level in options.items()} for i, options in work.lane_levels.items()}
    minutes.tell_room(was.QuarterShown(quarter, shown, lanes))
    for agency, cost in work.costs.items():
        move_points(minutes, agency, "effort", -cost, f"quarter {quarter}", minutes.at)
    for (agency, issue), price in work.blurred.items():
        if not any(a.reason == "blurring" and a.about == issue for a in minutes.own(agency).adjustments):
            move_points(minutes, agency, "blurring", -price, issue, minutes.at)
    return work


def _expose(minutes: Minutes, agency: AgencyId, accord: TextId, delivered: float) -> None:
    if delivered >= minutes.ruleset.exposure_share - HAIR:
        return
    minutes.tell_room(was.Exposed(agency, accord, delivered, minutes.room.year.quarter))
    price = -minutes.ruleset.exposure_price * (1.0 - delivered)
    move_points(minutes, agency, "exposed", price, accord, minutes.at, is_standing=True)


def _let_truth_out(minutes: Minutes, quarter: int) -> None:
    """Let facts become known by chance, and with them what was spun; shaded disclosures likewise (R7.3)."""
    usual = minutes.ruleset.fact_comes_out
    for fact in minutes.state.case.facts:
        chance = usual if fact.comes_out is None else fact.comes_out
        if minutes.draw("comes_out", fact.id, quarter) < chance:
            open_fact(minutes, fact.id)
    for seat in minutes.state.case.agency_ids:
        for told in minutes.own(seat).disclosures.values():
            is_shaded = told.hearer == seat and told.id in minutes.own(told.speaker).spun
            if is_shaded and minutes.draw("shading", told.speaker, seat, told.issue, quarter) < usual:
                find_out(minutes, seat, told.speaker, told.id)


def close_game(minutes: Minutes) -> None:
    """Open everything."""
    minutes.tell_room(was.GameClosed(outcome_of(minutes.state)))
