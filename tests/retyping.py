"""Type a script again as a paper form: what an instructor would have noted had a table on paper played it."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from game.record import Entry
from game.rules import commands as do
from game.rules.case import Case
from game.rules.events import PhaseBegan, RoundBegan
from game.rules.legality.year import carried_by
from game.rules.state import State
from game.rules.texts import LANES
from game.rules.view import view
from game.rules.vocabulary import Phase

Note = dict[str, Any]


def retype(case: Case, entries: Sequence[Entry], played: State, seed: int) -> Note:
    """Note every command of a game in its place on the form."""
    form: Note = {"paper": case.id, "seed": seed, "meetings": [defaultdict(list) for _ in range(case.rounds)]}
    form |= {"ballot": [], "kept": [], "efforts": []}
    game_round, half = 1, 1
    pledges = {entry.at: entry.command for entry in entries if isinstance(entry.command, do.Pledge)}
    for entry in entries:
        if isinstance(entry.command, do.Convene):
            form["forum"] = _forum(entry.command)
        elif isinstance(entry.command, do.AnswerBallot | do.KeepPledge | do.SetEffort):
            _note_year(form, entry.command, pledges, half)
        else:
            _note(form["meetings"][game_round - 1], entry.command)
        for event in entry.events:
            match event.what:
                case RoundBegan(number):
                    game_round = number
                case PhaseBegan(Phase.SECOND_EFFORTS):
                    half = 2
    form["meetings"] = [dict(meeting) for meeting in form["meetings"]]
    form["efforts"] += _idle(case, form, played)
    return form


def _forum(command: do.Convene) -> Note:
    purpose = command.purpose.value if command.purpose else None
    return {"kind": command.forum.value, "invited": [*command.invited], "purpose": purpose, "rule": command.rule.value}


def _note(meeting: dict[str, Any], command: do.Command) -> None:
    match command:
        case do.Meet(seat, whom):
            meeting["met"].append({"who": seat, "whom": whom})
        case do.Share(seat, fact, whom, is_spun):
            meeting["told"].append({"who": seat, "whom": whom or "room", "facts": fact, "spun": is_spun})
        case do.Disclose(seat, whom, issue, is_shaded):
            meeting["opened"].append({"who": seat, "whom": whom, "issues": issue, "shaded": is_shaded})
        case do.Investigate(seat, fact):
            meeting["found_out"].append({"who": seat, "facts": fact})
        case do.AssessJointly(seat, fact, partners):
            together = next((n for n in meeting["assessed"] if n["fact"] == fact and seat in n["who"]), None)
            if together is None:
                meeting["assessed"].append({"who": [seat, *partners], "fact": fact})
        case do.ConsultHome(seat):
            meeting["called_home"].append(seat)
        case do.CableHome(seat, red_line):
            meeting["cabled"].append({"who": seat, "red_line": red_line})
        case do.Caucus(seat, network, issue):
            meeting["caucused"].append({"who": seat, "network": network, "issue": issue})
        case do.Press(seat, whom, text):
            meeting["leaned"].append({"who": seat, "whom": whom, "text": text})
        case do.Pledge(seat, whom, text, points):
            meeting["pledged"].append({"who": seat, "whom": whom, "text": text, "points": points})
        case do.TakeStance(seat, text, stance):
            meeting["stances"].append({"text": text, stance.value: seat})
        case do.Sign(seat, text):
            _signing(meeting, text)["signed"].append(seat)
        case _:
            _note_floor(meeting, command)


def _note_floor(meeting: dict[str, Any], command: do.Command) -> None:
    match command:
        case do.Table(seat, terms, parties):
            settled = {term.issue: term.option for term in terms}
            meeting["tabled"].append({"who": seat, "terms": settled, "parties": [*parties]})
        case do.Amend(seat, text, terms, parties):
            settled = {term.issue: term.option for term in terms}
            meeting["amended"].append({"who": seat, "text": text, "terms": settled, "parties": [*parties]})
        case do.NamePower(seat):
            meeting["named_power"].append(seat)
        case do.ConcedePoint(seat, whom):
            meeting["conceded"].append({"who": seat, "whom": whom})
        case do.Challenge(seat, whom, fact):
            meeting["challenged"].append({"who": seat, "whom": whom, "fact": fact})
        case do.MoveProcedure(seat, chair, invite, purpose):
            wanted = {"chair": chair, "invited": [*invite] or None, "purpose": purpose.value if purpose else None}
            wanted = {key: value for key, value in wanted.items() if value}
            known = next((n for n in meeting["moved"] if wanted.items() <= n.items()), None)
            if known is not None:
                known["votes"].append(seat)
            else:
                meeting["moved"].append({"who": seat, **wanted, "votes": []})
        case do.CallSignature(seat, text):
            _signing(meeting, text)["called_by"] = seat
        case _:
            assert isinstance(command, do.Pass), command


def _signing(meeting: dict[str, Any], text: str) -> Note:
    notes: list[Note] = meeting["signing"]
    if all(note["text"] != text for note in notes):
        notes.append({"text": text, "signed": []})
    return next(note for note in notes if note["text"] == text)


def _note_year(form: Note, command: do.Command, pledges: dict[int, do.Pledge], half: int) -> None:
    match command:
        case do.AnswerBallot(seat, accord, own, predictions):
            note = {"who": seat, "text": accord, "predicted": dict(predictions)}
            form["ballot"].append(note | ({} if own is None else {"own": own}))
        case do.KeepPledge(seat, pledge):
            made = pledges[pledge]
            form["kept"].append({"who": seat, "whom": made.whom, "text": made.text})
        case do.SetEffort(seat, accord, effort, by_issue):
            note = {"who": seat, "text": accord, "effort": effort, "by_issue": dict(by_issue), "half": half}
            form["efforts"].append(note)


def _idle(case: Case, form: Note, played: State) -> list[Note]:
    """Note that whoever set no effort gave none."""
    noted = {(note["who"], note["text"]) for note in form["efforts"] if note["half"] == 1}
    return [
        {"who": seat, "text": accord, "effort": 0, "half": 1}
        for seat in case.agency_ids
        for accord in (*(one.text for one in played.room.in_force if seat in one.parties), LANES)
        if (seat, accord) not in noted and carried_by(view(played, seat), accord)
    ]
