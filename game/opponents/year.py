"""The ballot and the year after: answers, pledges, threats, effort."""

from collections.abc import Iterator, Mapping

from game.opponents.effort import lane_plan, mean, plan, predicted
from game.opponents.estimate import others_of
from game.opponents.luck import Luck
from game.opponents.manner import Manner
from game.rules.commands import (
    AnswerBallot,
    BreakPledge,
    CarryOutThreat,
    Command,
    DropThreat,
    KeepPledge,
    SetEffort,
)
from game.rules.ids import IssueId, TextId
from game.rules.texts import LANES
from game.rules.view import View

TOP = 4
"""The best answer on a ballot."""


def ballot(view: View, manner: Manner) -> Iterator[Command]:
    """Answer for each accord with the effort the seat plans, and predict the other parties (R2.3)."""
    for accord in view.room.in_force:
        if accord.text not in view.own.ballots:
            others = others_of(view, manner)
            own = _scaled(mean(plan(view, manner, accord))) if view.seat in accord.parties else None
            predictions = {
                party: _scaled(predicted(view, others.points_of(party), party, accord))
                for party in accord.parties
                if party != view.seat
            }
            yield AnswerBallot(view.seat, accord.text, own, predictions)


def _scaled(effort: float) -> int:
    return max(0, min(TOP, int(effort * TOP + 0.5)))


def settling(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Keep pledges as candour has it; carry out threats as pride has it. Luck knows them by what they are about, since
    their numbers shift with whatever else is said (R10.1)."""
    for number, pledge in sorted(view.own.pledges.items()):
        if pledge.pledger == view.seat and pledge.is_kept is None:
            is_kept = luck.has(0.3 + 0.7 * manner.candour, "pledge", pledge.to, pledge.text, pledge.round)
            yield KeepPledge(view.seat, number) if is_kept else BreakPledge(view.seat, number)
    for _, threat in sorted(view.own.threats.items()):
        if threat.presser == view.seat and not threat.is_settled and not threat.is_withdrawn:
            is_meant = luck.has(manner.pride, "threat", threat.pressed, threat.text)
            yield CarryOutThreat(view.seat, threat.id) if is_meant else DropThreat(view.seat, threat.id)


def efforts(view: View, manner: Manner) -> Iterator[Command]:
    """Set effort wherever the seat carries something, if it is not set so already."""
    for accord in view.room.in_force:
        yield from _set(view, accord.text, plan(view, manner, accord))
    yield from _set(view, LANES, lane_plan(view, manner))


def _set(view: View, accord: TextId, wanted: Mapping[IssueId, float]) -> Iterator[Command]:
    if not wanted:
        return
    now = view.own.efforts.get(accord)
    if now is None or any(now.on(issue) != effort for issue, effort in wanted.items()):
        overall = round(mean(wanted), 2)
        apart = {issue: effort for issue, effort in wanted.items() if effort != overall}
        yield SetEffort(view.seat, accord, overall, apart)
