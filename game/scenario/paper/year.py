"""The year after, as a paper form notes it: it can be written once the game says which texts came into force."""

from collections.abc import Iterator
from dataclasses import replace

from game.rules.commands import AnswerBallot, CarryOutThreat, Command, KeepPledge, Pass, SetEffort
from game.rules.course import deliverers
from game.rules.ids import AgencyId, IssueId, PledgeId, TextId, ThreatId
from game.rules.legality.year import BALLOT_TOP, carried_by
from game.rules.state import State
from game.rules.texts import LANES
from game.rules.view import view
from game.scenario.paper.notes import names, rows
from game.scenario.paper.reading import Paper
from game.scenario.script import Script
from game.scenario.tree import Node

Written = tuple[Command, int]
"""A command and the line of the form it stands in."""
_UNMADE = 0
"""The number of no pledge and no threat: the rules say which there are."""


def complete(paper: Paper, played: State) -> Script:
    """Add the year after to the script of a form, once its meetings have been played to `played`."""
    script = paper.meetings
    efforts = [_effort(row, paper.latest) for row in rows(paper.year.get("efforts"))]
    first = [written for half, written in efforts if half == 1]
    second = [written for half, written in efforts if half > 1]
    named = {(effort.seat, effort.accord) for effort, _ in first}
    first += [
        written for written in _usual_efforts(script, played) if (written[0].seat, written[0].accord) not in named
    ]
    more: list[Written] = [*_kept(paper, played), *_carried_out(paper, played), *first]
    if second:
        more += [(Pass(seat), second[0][1]) for seat in sorted(deliverers(played.room) & played.room.seated)]
        more += second
    commands, lines = (*script.commands, *(c for c, _ in more)), (*script.lines, *(line for _, line in more))
    return replace(script, commands=commands, lines=lines, rounds=(*script.rounds, *(played.case.rounds for _ in more)))


def _effort(row: Node, latest: str) -> tuple[int, tuple[SetEffort, int]]:
    """Read an effort, and for which half of the year it is."""
    by_issue = {IssueId(issue): float(share.value) for issue, share in row.get("by_issue").pairs()}
    accord = TextId(row.get("text").word or latest)
    command = SetEffort(_seat(row.get("who")), accord, float(row.get("effort").value), by_issue)
    return row.get("half").whole() or 1, (command, row.place.line)


def _usual_efforts(script: Script, played: State) -> Iterator[tuple[SetEffort, int]]:
    """Let whoever is not noted give what it said in the ballot, and else everything."""
    line = script.lines[-1] if script.lines else 1
    said = {(c.seat, c.accord): c.own for c in script.commands if isinstance(c, AnswerBallot) and c.own is not None}
    for seat in played.case.agency_ids:
        if seat not in played.room.seated:
            continue
        mine = [accord.text for accord in played.room.in_force if seat in accord.parties]
        for accord in (*mine, LANES):
            if carried_by(view(played, seat), accord):
                answer = said.get((seat, accord), BALLOT_TOP)
                yield SetEffort(seat, accord, answer / BALLOT_TOP), line


def _kept(paper: Paper, played: State) -> Iterator[Written]:
    """Keep the pledges that were kept."""
    for row in rows(paper.year.get("kept")):
        who, text = _seat(row.get("who")), row.get("text").word
        for whom in names(row.get("whom")):
            made = [
                pledge.id
                for pledge in played.own[who].pledges.values()
                if pledge.pledger == who and pledge.to == whom.value and text in (None, pledge.text)
            ]
            for pledge in made or [PledgeId(_UNMADE)]:
                yield KeepPledge(who, pledge), row.place.line


def _carried_out(paper: Paper, played: State) -> Iterator[Written]:
    """Carry out the threats that were carried out."""
    for row in rows(paper.year.get("carried_out")):
        who, text = _seat(row.get("who")), row.get("text").word
        for whom in names(row.get("whom")):
            made = [
                threat.id
                for threat in played.own[who].threats.values()
                if threat.presser == who and threat.pressed == whom.value and text in (None, threat.text)
            ]
            for threat in made or [ThreatId(_UNMADE)]:
                yield CarryOutThreat(who, threat), row.place.line


def _seat(node: Node) -> AgencyId:
    return AgencyId(node.word or "")
