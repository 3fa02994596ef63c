"""What needs the instructor, the most urgent first, and what comes next: in words to be read at a glance."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import count, groupby
from typing import Any

from game.classroom.classroom import Classroom
from game.classroom.hosted import Hosted
from game.classroom.people import Person
from game.classroom.tempo import Offer
from game.desk.words import counted
from game.record.sentences.narrator import listed
from game.rules.ids import AgencyId

MOST_NAMES = 4
"""Of people in one sentence."""
Row = Mapping[str, Any]
Need = dict[str, object]


def needs(room: Classroom, people: Sequence[Person], here: Collection[str], rows: Sequence[Row]) -> list[Need]:
    """List what cannot wait, or should not be forgotten; `rows` are the tables, `here` who is connected."""
    names = {one.id: one.name for one in people}
    return [
        *_calls(room, people),
        *_troubles(rows),
        *_absences(room, rows, names),
        *_delays(rows),
        *_pauses(rows),
        *_returns(room, rows, names),
        *_newcomers(people, rows),
    ]


def _need(kind: str, words: str, **more: object) -> Need:
    return {"kind": kind, "words": words, "tables": [], "people": [], "seats": [], **more}


def _calls(room: Classroom, people: Sequence[Person]) -> Iterable[Need]:
    """Who calls, the longest first."""
    by_id, now = {one.id: one for one in people}, room.clock.steady()
    for id, since in sorted(room.calls.items(), key=lambda call: call[1]):
        if (one := by_id.get(id)) is not None:
            tables = [one.table] if one.table else []
            words = f"{one.name} calls you{_where(room, one)}."
            yield _need("call", words, tables=tables, people=[id], seconds=round(now - since))


def _where(room: Classroom, one: Person) -> str:
    hosted = room.tables.get(one.table)
    if hosted is None:
        return ", without a seat yet"
    return f" at table {one.table}, {'watching' if one.seat is None else _short(hosted, one.seat)}"


def _troubles(rows: Sequence[Row]) -> Iterable[Need]:
    """What stops tables by itself, such as a full disk: told once, however many stand still."""
    stopped = [row for row in rows if row["trouble"]]
    if stopped:
        names = [row["table"] for row in stopped]
        yield _need("trouble", f"{numbered(names)} stopped: {stopped[0]['trouble']}", tables=names)


def _absences(room: Classroom, rows: Sequence[Row], names: Mapping[str, str]) -> Iterable[Need]:
    """Where a table that plays waits for somebody who is not connected."""
    for row in rows:
        if not _is_playing(row):
            continue
        hosted = room.tables[row["table"]]
        away = [seat for seat in row["seats"] if seat["seat"] in row["waiting"] and _is_away(seat)]
        if away:
            who = listed(f"{_short(hosted, seat['seat'])} ({_named(seat['people'], names)})" for seat in away)
            are = "is" if sum(len(seat["people"]) for seat in away) == 1 else "are"
            words = f"Table {row['table']} waits for {who}, who {are} away."
            yield _need("away", words, tables=[row["table"]], seats=[seat["seat"] for seat in away])


def _is_away(seat: Row) -> bool:
    return bool(seat["people"]) and not seat["is_here"] and not seat["is_stood_in"]


def _delays(rows: Sequence[Row]) -> Iterable[Need]:
    """Tables that play, and for which the plan offers something; those with the same offer are told together."""
    alike: defaultdict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in rows:
        found = row["tempo"]
        if found is not None and found["offer"] != Offer.NONE and _is_playing(row):
            alike[found["offer"], found["drop"]].append(row)
    for (offer, drop), late in alike.items():
        tables = [row["table"] for row in late]
        words = late[0]["tempo"]["words"] if len(late) == 1 else _late_words(late, tables, Offer(offer), drop)
        yield _need("late", words, tables=tables, offer=offer, drop=drop)


def _late_words(late: Sequence[Row], tables: Sequence[str], offer: Offer, drop: int) -> str:
    """Say of several tables how late they are, and what the offer leaves."""
    by = _range(round(-row["tempo"]["ahead"]) for row in late)
    left = _range(row["tempo"]["debrief"] for row in late)
    dropped = counted(drop, "round")
    begin = f"{numbered(tables)} are {by} minutes late."
    match offer:
        case Offer.DROP_ROUNDS:
            return f"{begin} Dropping {dropped} leaves {left} for the debrief."
        case Offer.END_PHASE:
            ending = f"Dropping {dropped} and ending" if drop else "Ending"
            return f"{begin} {ending} the phase now, and keeping short what follows, leaves {left} for the debrief."
        case _:
            even = f"drop {dropped} and end the phase now" if drop else "end the phase now"
            return f"{begin} Even if you {even}, only {left} minutes are left for the debrief: end every phase at once."


def _range(numbers: Iterable[int]) -> str:
    found = sorted(numbers)
    return str(found[0]) if found[0] == found[-1] else f"{found[0]} to {found[-1]}"


def _pauses(rows: Sequence[Row]) -> Iterable[Need]:
    """Tables that the instructor has paused, lest one is forgotten."""
    tables = [row["table"] for row in rows if row["is_paused"] and row["is_begun"] and not row["is_closed"]]
    if tables:
        yield _need("paused", f"{numbered(tables)} {'are' if len(tables) > 1 else 'is'} paused.", tables=tables)


def _returns(room: Classroom, rows: Sequence[Row], names: Mapping[str, str]) -> Iterable[Need]:
    """Seats that a computer plays though their people are here."""
    for row in rows:
        back = [seat for seat in row["seats"] if seat["is_stood_in"] and seat["is_here"] and not row["is_closed"]]
        for seat in back:
            name, short = row["table"], _short(room.tables[row["table"]], seat["seat"])
            are = "is" if len(seat["people"]) == 1 else "are"
            words = f"{_named(seat['people'], names)} {are} here, but a computer plays {short} at table {name}."
            yield _need("back", words, tables=[name], seats=[seat["seat"]], people=seat["people"])


def _newcomers(people: Sequence[Person], rows: Sequence[Row]) -> Iterable[Need]:
    """Who came in after the class had begun, and has no seat."""
    loose = [one for one in people if not one.table]
    if loose and any(row["is_begun"] and not row["is_closed"] for row in rows):
        words = f"{_named([one.id for one in loose], {one.id: one.name for one in loose})} \
{'has' if len(loose) == 1 else 'have'} no seat yet."
        yield _need("doorway", words, people=[one.id for one in loose])


# What comes next


def next_steps(room: Classroom, people: Sequence[Person], rows: Sequence[Row]) -> list[Need]:
    """Say what an instructor would do next, when nothing goes wrong."""
    waiting = [row["table"] for row in rows if not row["is_begun"]]
    steps: list[Need] = []
    if waiting and room.settings.minutes is None:
        steps.append(_need("plan", "No plan is chosen, so no clock will run."))
    steps += _shortenings(room, waiting)
    if waiting:
        steps.append(_need("begin", _readiness(waiting, people, is_all=len(waiting) == len(rows)), tables=waiting))
    shut = [row["table"] for row in rows if row["is_closed"] and not row["is_revealed"]]
    if shut and all(row["is_closed"] for row in rows if row["is_begun"]):
        steps.append(
            _need(
                "reveal",
                f"{numbered(shut)} {'has' if len(shut) == 1 else 'have'} played: open what was hidden.",
                tables=shut,
            )
        )
    return steps


def _shortenings(room: Classroom, waiting: Sequence[str]) -> Iterable[Need]:
    """Tables for which the plan does not hold all rounds of the case, before they begin."""
    alike: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for name in waiting:
        plan = room.tables[name].plan
        if plan is not None and not plan.is_whole:
            alike[plan.remark, plan.wanted - plan.rounds].append(name)
    for (remark, drop), tables in alike.items():
        yield _need("rounds", remark, tables=tables, drop=drop)


def _readiness(waiting: Sequence[str], people: Sequence[Person], *, is_all: bool) -> str:
    begun = f"{numbered(waiting)} {'has' if len(waiting) == 1 else 'have'} not begun."
    meant = [one for one in people if is_all or one.table in waiting]
    if not meant:
        return f"{begun} Nobody has {'joined' if is_all else 'sat down there'} yet; computers play all seats."
    seated = [one for one in meant if one.seat is not None]
    ready = sum(one.is_ready for one in seated)
    have = "has" if len(seated) == 1 else "have"
    return f"{begun} {len(seated)} of {len(meant)} people {have} a seat; {ready} of these read their role sheet."


# Words


def numbered(tables: Sequence[str]) -> str:
    """Name tables: Table 3; Tables 1–4 and 7."""
    if len(tables) == 1:
        return f"Table {tables[0]}"
    counter = count()
    runs = [[*run] for _, run in groupby(sorted(int(name) for name in tables), lambda number: number - next(counter))]
    parts = [[str(number) for number in run] if len(run) < 3 else [f"{run[0]}–{run[-1]}"] for run in runs]
    return f"Tables {listed(part for run in parts for part in run)}"


def _named(ids: Sequence[str], names: Mapping[str, str]) -> str:
    known = [names[id] for id in ids[:MOST_NAMES] if id in names]
    more = len(ids) - len(known)
    return listed([*known, *([f"{more} more"] if more else [])])


def _short(hosted: Hosted, seat: AgencyId) -> str:
    return hosted.table.scene.face(seat).short


def _is_playing(row: Row) -> bool:
    return bool(row["is_begun"]) and not row["is_paused"] and not row["trouble"] and not row["is_closed"]
