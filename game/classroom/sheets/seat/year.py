"""What is asked once the meetings are over (ballot, settling, efforts), and how the year goes by."""

from collections.abc import Mapping

from game.classroom.sheets.seat.rows import PASS, Row, command_row, told_row
from game.classroom.sheets.seat.sight import Sight
from game.desk.ballot import missing_words
from game.desk.dues import Due, dues, owed, settled
from game.desk.plan import (
    Load,
    burdened,
    forecast,
    forecast_words,
    loads,
    plan_of,
    price_words,
)
from game.desk.plan import missing_words as undeclared_words
from game.desk.quarters import TrackRow, news, track_name, track_rows
from game.record.sentences.narrator import percent
from game.record.sentences.phrases import BALLOT, LEVELS
from game.rules.commands import SetEffort
from game.rules.dealings import EffortPlan
from game.rules.ids import TextId
from game.rules.scene import QUARTERS
from game.rules.texts import LANES, Accord
from game.rules.view import View

Plans = Mapping[TextId, EffortPlan]


def balloting(sight: Sight) -> Row:
    """Set out the secret ballot: one question about oneself, and one about each other party of an accord."""
    return {
        "kind": "ballot",
        "scale": list(BALLOT),
        "accords": [_accord(sight.view, accord) for accord in sight.room.in_force],
        "told": "What you leave out does not count.",
        "verb": "Put it in the box",
        "done": {"words": "Go on", "sure": "", "command": dict(PASS)},
    }


def _accord(view: View, accord: Accord) -> Row:
    is_party = view.seat in accord.parties
    before = view.own.ballots.get(accord.text)
    return {
        "accord": accord.text,
        "name": f"Text {accord.text}",
        "terms": [
            {
                "name": view.scene.issue(term.issue).name,
                "option": view.scene.option(term.issue, term.option).name,
                "text": view.scene.option(term.issue, term.option).text,
                "carriers": list(view.scene.option(term.issue, term.option).carriers),
            }
            for term in accord.terms
        ],
        "is_party": is_party,
        "told": "" if is_party else "You are no party to it; say what you expect of those who are.",
        "others": [seat for seat in view.scene.agency_ids if seat in accord.parties and seat != view.seat],
        "own": before.own if before is not None else None,
        "guesses": dict(before.predictions) if before is not None else {},
        "needed": missing_words(view, {a.text: 0 for a in view.room.in_force if a.text != accord.text}),
    }


def settling(sight: Sight) -> Row:
    """Set out what falls due before the year begins."""
    found = dues(sight.view)
    return {
        "kind": "settling",
        "dues": [_due(due) for due in found],
        "told": "What you do not keep, you break; what you do not carry out, you drop."
        if found
        else "You have no pledge to keep and no threat to carry out.",
        "owed": list(owed(sight.view)),
        "settled": list(settled(sight.view)),
        "verb": "Settle" if found else "Go on",
        "first": "Decide on each of them",
        "done": {"words": "Go on", "sure": "", "command": dict(PASS)},
    }


def _due(due: Due) -> Row:
    return {
        "key": due.key,
        "words": due.words,
        "is_threat": due.is_threat,
        "answers": [
            {"answer": side, "name": words, "means": body, "command": command_row(command)}
            for side, (words, body, command) in (("yes", due.yes), ("no", due.no))
        ],
    }


def exerting(view: View, plans: Plans | None = None) -> Row:
    """Set out the effort in each accord and in my lanes, as set so far or as planned, and what it comes to."""
    mine = plans or {}
    texts = burdened(view)
    return {
        "kind": "efforts",
        "plans": [_plan(view, text, mine.get(text) or plan_of(view, text)) for text in texts],
        "told": "In points for this half-year, if the others who said they carry it give as much as you."
        if texts
        else "You carry nothing. You can only watch.",
        "verb": "Set it",
        "done": {"words": "Go on", "sure": "", "command": dict(PASS)},
    }


def _plan(view: View, text: TextId, plan: EffortPlan) -> Row:
    carried = loads(view, text)
    found = forecast(view, carried, plan.effort, plan.by_issue)
    return {
        "accord": text,
        "name": "Your lanes" if text == LANES else f"Text {text}",
        "effort": plan.effort,
        "mean": percent(found.effort),
        "is_each": bool(plan.by_issue),
        "can_each": len(carried) > 1,
        "loads": [_load(view, load, plan) for load in carried],
        "forecast": [
            {"words": words, "value": value, "tip": tip, "tint": _tint(value)}
            for words, value, tip in forecast_words(found)
        ],
        "command": command_row(SetEffort(view.seat, text, plan.effort, plan.by_issue)),
    }


def _load(view: View, load: Load, plan: EffortPlan) -> Row:
    return {
        "issue": load.issue,
        "name": load.name,
        "option": load.option,
        "price": f"{load.price:.1f} a quarter",
        "tip": price_words(load),
        "missing": undeclared_words(view, load),
        "effort": plan.on(load.issue),
        "share": percent(plan.on(load.issue)),
    }


def _tint(value: str) -> str:
    return "bad" if value.startswith("−") and value != "−0.0" else "good" if value.startswith("+") else "plain"


def year(sight: Sight) -> Row:
    """Tell how far every term and lane has come, quarter by quarter, and what came out."""
    view = sight.view
    events = tuple(event for page in sight.pages for event in page.events)
    quarters = news(events, view.scene, sight.seat, view.role)
    rows = track_rows(view, quarters, QUARTERS)
    return {
        "quarter": view.room.year.quarter,
        "quarters": QUARTERS,
        "tracks": [_track(row) for row in rows],
        "told": "A tile fills from not started over minimal and intermediate to complete; everybody sees this much."
        if rows
        else "Nothing was agreed and no lane was declared. The year goes by.",
        "before": list(settled(view)),
        "news": [
            {"name": f"Quarter {one.shown.quarter}", "told": [told_row(words) for words in one.told]}
            for one in quarters
        ],
    }


def _track(row: TrackRow) -> Row:
    level = row.levels[-1] if row.levels else None
    words = "" if level is None else LEVELS[min(3, level)]
    return {
        "text": row.text,
        "group": track_name(row.text),
        "issue": row.issue,
        "name": row.name,
        "option": row.option,
        "means": row.words,
        "carriers": list(row.carriers),
        "levels": list(row.levels),
        "words": words,
        "level_words": [LEVELS[min(3, one)] for one in row.levels],
        "tint": "bad" if level == 0 else "good" if level == 3 else "plain",
    }
