"""Carry out what the instructor asks for, and say in words what was done."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from game.classroom import acts as do
from game.classroom.classroom import ClassProblem, Classroom, Done
from game.classroom.hosted import Hosted
from game.classroom.notices import LONGEST_NOTICE
from game.opponents.manner import AS_WRITTEN, LEVELS, MANNERS, MIXED
from game.record import computer
from game.rules.ids import AgencyId, EventId
from game.rules.interventions import Inject, Intervention, SetRounds
from game.rules.refusal import Refusal
from game.scenario import loading

MOST_AHEAD = timedelta(hours=12)
"""How far away the bell may be."""


def perform(room: Classroom, act: do.Act, seed: Callable[[], int]) -> str:
    """Do it, and return what was done; ClassProblem with a sentence if it cannot be."""
    words = _performed(room, act, seed)
    words = words[:-1] if words.endswith("..") else words  # where a name ends with a full stop
    room.log.append(Done(words, room.clock.hour()))
    return words


def _performed(room: Classroom, act: do.Act, seed: Callable[[], int]) -> str:
    match act:
        case do.Begin() | do.Pause() | do.Continue() | do.Reveal() | do.AddMinutes() | do.EndPhase():
            return _on_tables(room, act)
        case do.DropRound() | do.InjectEvent() | do.WriteNews():
            return _from_outside(room, act)
        case do.Move() | do.Remove() | do.AnswerHelp():
            return _on_people(room, act)
        case do.Fill() | do.HandBack():
            return _on_seat(room, act)
        case do.Say():
            return _say(room, act)
        case do.Undo(table):
            return _undo(room, room.table(table))
        case do.SetPlan() | do.ShareSeats() | do.AskQuestions():
            return _settle(room, act)
        case do.AddTable(scenario):
            return _add_table(room, scenario, seed)
        case _:
            assert_never(act)


# Tables


def _meant(room: Classroom, table: str | None) -> tuple[Hosted, ...]:
    """Find the tables that are meant: one, or all."""
    return tuple(room.tables.values()) if table is None else (room.table(table),)


def _named(tables: tuple[Hosted, ...]) -> str:
    """Name tables for a sentence."""
    return f"Table {tables[0].name}" if len(tables) == 1 else f"{len(tables)} tables"


_Simple = do.Begin | do.Pause | do.Continue | do.Reveal | do.AddMinutes | do.EndPhase


def _on_tables(room: Classroom, act: _Simple) -> str:
    tables = tuple(one for one in _meant(room, act.table) if _is_apt(one, act))
    if not tables:
        raise ClassProblem(_WHY_NOT[act.act])
    for hosted in tables:
        _on_table(room, hosted, act)
    return f"{_named(tables)}: {_done(act)}."


_WHY_NOT = {
    "begin": "It has begun already.",
    "pause": "Nothing runs that could be paused.",
    "continue": "Nothing is paused.",
    "reveal": "A game can be revealed once its year is over, and shut again while it is open.",
    "add_minutes": "No clock runs there: choose a plan first, or wait for the next phase.",
    "end_phase": "No game runs whose phase could end.",
}
"""What is said where an act is apt for no table that is meant."""


def _is_apt(hosted: Hosted, act: _Simple) -> bool:
    is_open = hosted.is_begun and not hosted.table.is_closed
    match act:
        case do.Begin():
            return not hosted.is_begun
        case do.Pause():
            return is_open and not hosted.record.is_paused
        case do.Continue():
            return is_open and hosted.is_paused
        case do.Reveal(on):
            return hosted.table.is_closed and hosted.record.is_revealed != on
        case do.AddMinutes():
            return is_open and hosted.table.timer is not None
        case do.EndPhase():
            return is_open


def _on_table(room: Classroom, hosted: Hosted, act: _Simple) -> None:
    record, now = hosted.record, room.clock.steady()
    match act:
        case do.Begin():
            seats = sum(bool(room.sitting(hosted.name, seat)) for seat in hosted.table.seats)
            rounds = hosted.table.scene.rounds
            room.change_table(hosted, replace(record, is_begun=True, plan_seats=seats, plan_rounds=rounds))
        case do.Pause():
            room.change_table(hosted, replace(record, is_paused=True))
        case do.Continue():
            hosted.trouble = ""
            room.change_table(hosted, replace(record, is_paused=False))
        case do.Reveal(on):
            room.change_table(hosted, replace(record, is_revealed=on))
        case do.AddMinutes(minutes):
            hosted.table.add_time(minutes * 60, now)
        case do.EndPhase():
            ended = hosted.table.end_phase()
            _unless_refused(ended[-1].refusal if ended else None)


def _done(act: _Simple) -> str:
    match act:
        case do.Begin():
            return "begun"
        case do.Pause():
            return "paused"
        case do.Continue():
            return "under way again"
        case do.Reveal(on):
            return "revealed" if on else "shut again"
        case do.AddMinutes(minutes):
            return f"{abs(minutes):g} minute{'' if abs(minutes) == 1 else 's'} {'more' if minutes >= 0 else 'less'}"
        case do.EndPhase():
            return "the phase is ended"


def _undo(room: Classroom, hosted: Hosted) -> str:
    _unless_refused(hosted.table.undo())
    hosted.epoch += 1
    hosted.keep_to(room.settings.minutes)
    if hosted.record.is_revealed and not hosted.table.is_closed:
        room.change_table(hosted, replace(hosted.record, is_revealed=False))
    return f"Table {hosted.name}: the last move is taken back; everybody sees the game as it was before."


def _say(room: Classroom, act: do.Say) -> str:
    if len(act.words.strip()) > LONGEST_NOTICE:
        raise ClassProblem(f"A message has {LONGEST_NOTICE} characters at most; this one has {len(act.words.strip())}.")
    one = room.person(act.person) if act.person else None
    table = room.table(act.table).name if act.table else ""
    room.tell(act.words, table=table, person_id=one.id if one else "")
    return f"Told {one.name if one else f'table {table}' if table else 'everybody'}."


# From outside


def _from_outside(room: Classroom, act: do.DropRound | do.InjectEvent | do.WriteNews) -> str:
    tables = _meant(room, act.table)
    refusals = [refusal for one in tables if (refusal := one.table.intervene(_intervention(one, act)).refusal)]
    if len(refusals) == len(tables):
        raise ClassProblem(refusals[0].sentence)
    for hosted in tables:
        hosted.keep_to(room.settings.minutes)
    left_out = f" {len(refusals)} of {len(tables)} tables could not: {refusals[0].sentence}" if refusals else ""
    return f"{_named(tables)}: {_happened(act)}.{left_out}"


def _intervention(hosted: Hosted, act: do.DropRound | do.InjectEvent | do.WriteNews) -> Intervention:
    match act:
        case do.DropRound(by=by):
            return SetRounds(hosted.table.scene.rounds - by)
        case do.InjectEvent(event):
            return Inject(EventId(event))
        case do.WriteNews(words, effects):
            return Inject(None, words, effects)


def _happened(act: do.DropRound | do.InjectEvent | do.WriteNews) -> str:
    match act:
        case do.DropRound(by=by):
            return f"{abs(by)} round{'s' if abs(by) > 1 else ''} {'dropped' if by > 0 else 'put back'}"
        case do.InjectEvent() | do.WriteNews():
            return "it has happened"


# People and seats


def _on_people(room: Classroom, act: do.Move | do.Remove | do.AnswerHelp) -> str:
    one = room.person(act.person)
    match act:
        case do.Move(_, None, _):
            room.stand_up(one)
            return f"{one.name} is back in the doorway."
        case do.Move(_, str(table), seat):
            room.take_seat(one, table, AgencyId(seat) if seat is not None else None, by_instructor=True)
            where = room.table(table).table.scene.face(AgencyId(seat)).name if seat is not None else "an observer"
            return f"{one.name} is now {where} at table {table}."
        case do.Remove():
            room.remove(one)
            return f"{one.name} is no longer in the class."
        case _:
            room.call(one, on=False)
            return f"{one.name}'s call is answered."


def _on_seat(room: Classroom, act: do.Fill | do.HandBack) -> str:
    hosted, seat = room.table(act.table), AgencyId(act.seat)
    if not hosted.table.scene.has_agency(seat):
        raise ClassProblem(f"There is no such seat at table {hosted.name}.")
    name = hosted.table.scene.face(seat).name
    match act:
        case do.Fill(_, _, manner, level):
            _check(manner, (*MANNERS, MIXED, AS_WRITTEN), "manner")
            _check(level, tuple(LEVELS), "level")
            spare = hosted.spare[seat]
            room.stand_in(hosted, seat, computer(manner or spare.manner, level or spare.level))
            return f"A computer plays {name} at table {hosted.name}."
        case do.HandBack(_, _, str(id)):
            room.take_seat(room.person(id), hosted.name, seat, by_instructor=True)
            return f"{room.person(id).name} plays {name} at table {hosted.name}."
        case do.HandBack():
            sitting = room.sitting(hosted.name, seat)
            if not sitting:
                raise ClassProblem(f"Nobody sits on {name}; say who is to play it.")
            room.take_seat(sitting[0], hosted.name, seat, by_instructor=True)
            return f"{name} at table {hosted.name} is handed back, with a note of what happened."


def _check(value: str | None, known: tuple[str, ...], what: str) -> None:
    if value is not None and value not in known:
        raise ClassProblem(f"There is no {what} of that name; there are {', '.join(known)}.")


# The class


def _settle(room: Classroom, act: do.SetPlan | do.ShareSeats | do.AskQuestions) -> str:
    match act:
        case do.SetPlan(None):
            room.change_settings(replace(room.settings, minutes=None, bell=None))
            return "No plan: phases take as long as they take."
        case do.SetPlan(int(minutes), bell):
            rings = _moment(bell, room.clock.wall()) if bell else room.clock.wall() + minutes * 60
            _plan_anew(room)
            room.change_settings(replace(room.settings, minutes=minutes, bell=rings))
            return f"{minutes} minutes; the bell rings at {datetime.fromtimestamp(rings):%H:%M}."
        case do.AskQuestions(on):
            room.change_settings(replace(room.settings, asks_questions=on))
            return "Everybody is offered the questions." if on else "No questions are asked; answers given are kept."
        case _:
            on = isinstance(act, do.ShareSeats) and act.on
            room.change_settings(replace(room.settings, shares_seats=on))
            return "Several people may share a seat." if on else "One person to a seat, unless you seat them yourself."


def _moment(bell: str, now: float) -> float:
    """Find when the wall clock next shows an hour and minute."""
    hour, minute = (int(part) for part in bell.split(":"))
    today = datetime.fromtimestamp(now)
    rings = today.replace(hour=hour, minute=minute, second=0, microsecond=0)
    ahead = rings if rings > today else rings + timedelta(days=1)
    if ahead - today > MOST_AHEAD:
        raise ClassProblem(f"{bell} has gone by; choose a later time for the bell.")
    return ahead.timestamp()


def _plan_anew(room: Classroom) -> None:
    """Let the plan of a table that plays be made for the rounds it now has."""
    for hosted in room.tables.values():
        rounds = hosted.table.scene.rounds
        if hosted.is_begun and hosted.record.plan_rounds != rounds:
            room.change_table(hosted, replace(hosted.record, plan_rounds=rounds))


def _add_table(room: Classroom, scenario: str, seed: Callable[[], int]) -> str:
    hosted = next((one for one in room.tables.values() if one.case.id == scenario), None)
    path = next((path for path in loading.shipped() if path.stem == scenario), None)
    if hosted is None and path is None:
        names = ", ".join(path.stem for path in loading.shipped())
        raise ClassProblem(f"There is no scenario of that name here; there are {names}.")
    case = hosted.case if hosted is not None else loading.load(path) if path is not None else None
    assert case is not None
    added = room.add_table(case, seed(), path.name if path is not None else "")
    return f"Table {added.name} is open, with {case.title}."


def _unless_refused(refusal: Refusal | None) -> None:
    if refusal is not None:
        raise ClassProblem(refusal.sentence)
