"""The texts on the table and the world as it stands: issue by option, who carries, what it is worth to me and why."""

from game.classroom.sheets.seat.rows import Row, balance_row, sum_rows
from game.classroom.sheets.seat.sight import Sight
from game.desk.balance import balance_of, coming_into_force, pressures, promises, spoken
from game.desk.paper import Remark, Tab, impact_words, issue_rows, lanes_on, tabs, text_in_view, told_points
from game.desk.seats import SeatRow, seat_rows
from game.desk.signs import SIGNS, Mark
from game.desk.words import TODAY, Course, call, points, text_name
from game.desk.worths import (
    breakdown,
    breakdown_today,
    no_accord,
    no_accord_words,
    option_points,
    option_reasons,
    option_worth_words,
)
from game.rules.case import Issue, Option
from game.rules.course import open_texts
from game.rules.ids import TextId

COURSES = {
    Course.CALLED: ("pencil", "accent"),
    Course.FELL: ("circle-x", "bad"),
    Course.IN_FORCE: ("circle-check", "good"),
    Course.REPLACED: ("replace", "soft"),
}
FACTS = "Facts count as far as you believe them. Finding out can change these numbers."
EFFORT = "Effort is what it costs you to carry your terms in full for a year. You can give less later."


def texts(sight: Sight) -> Row:
    """Set out the issues with their options once, and each text by what it makes of them."""
    found = tabs(sight.view)
    return {
        "chosen": text_in_view(sight.view, None),
        "issues": [_issue(sight, issue) for issue in sight.scene.issues],
        "texts": [_text(sight, tab) for tab in found],
        "told": FACTS,
    }


def _issue(sight: Sight, issue: Issue) -> Row:
    accord = sight.room.settled_by(issue.id)
    return {
        "issue": issue.id,
        "name": issue.name,
        "text": issue.text,
        "settled": f"Settled by {text_name(sight.room, accord.text)}" if accord is not None else "",
        "lanes": lanes_on(sight.view, issue),
        "options": [_option(sight, issue, option) for option in issue.options],
    }


def _option(sight: Sight, issue: Issue, option: Option) -> Row:
    view = sight.view
    told = told_points(view, issue.id, option.id)
    between = f"{view.scene.face(option.intermediary).short} stands between" if option.intermediary else ""
    return {
        "option": option.id,
        "name": option.name,
        "text": option.text,
        "is_now": option.id == issue.status_quo,
        "carriers": list(option.carriers),
        "between": between,
        "worth": points(option_points(view, issue.id, option.id)),
        "worth_words": option_worth_words(view, issue.id, option.id),
        "reasons": option_reasons(view, issue.id, option.id),
        "impact": impact_words(option),
        "told": "; ".join(f"{call(view.scene, who)} {worth}" for who, worth in told.items()),
    }


def _text(sight: Sight, tab: Tab) -> Row:
    sign = COURSES.get(tab.course)
    row: Row = {
        "text": tab.text,
        "name": tab.name,
        "note": tab.note,
        "course": tab.course.value,
        "icon": sign[0] if sign else "",
        "tint": sign[1] if sign else "plain",
        "rows": _rows(sight, tab.text),
    }
    return {**row, **(_today(sight) if tab.text == TODAY else _paper(sight, tab.text))}


def _rows(sight: Sight, text: TextId) -> list[Row]:
    """Say issue by issue what the text makes of it."""
    return [
        {
            "issue": row.issue,
            "option": next((chip.option for chip in row.chips if chip.is_chosen), None),
            "is_settled": row.is_settled,
            "worth": points(row.worth),
            "reasons": row.reasons,
            "remarks": [remark_row(remark) for remark in row.remarks],
        }
        for row in issue_rows(sight.view, text)
    ]


def remark_row(remark: Remark) -> Row:
    """Write a remark with its tint."""
    return {"words": remark.words, "tint": remark.tint}


def _today(sight: Sight) -> Row:
    view = sight.view
    found = breakdown_today(view)
    return {
        "alerts": [],
        "notes": [],
        "balance": {**balance_row(balance_of(view, TODAY)), "reservation": points(no_accord(view)), "verdict": ""},
        "worth_words": "As it stands",
        "not_words": no_accord_words(view),
        "sums": {"signing": sum_rows(found.signing), "not_signing": sum_rows(found.not_signing)},
        "remarks": ["Not signing can be the better choice. Each text shows what it adds or takes."],
        "force": None,
        "seats": [],
    }


def _paper(sight: Sight, text: TextId) -> Row:
    view = sight.view
    paper = view.room.texts[text]
    now, found = paper.latest, balance_of(view, text)
    sums, force = breakdown(view, now.terms, now.parties, text), coming_into_force(view, paper)
    has_effort = found.effort > 0
    return {
        "alerts": _alerts(sight, text, found.crossed),
        "notes": [*promises(view, text), *spoken(view, paper)],
        "balance": balance_row(found),
        "worth_words": "Worth to you",
        "not_words": "If you do not sign",
        "sums": {"signing": sum_rows(sums.signing), "not_signing": sum_rows(sums.not_signing)},
        "remarks": [EFFORT] if has_effort else [],
        "force": {"short": force.short, "full": force.full, "is_possible": force.is_possible},
        "seats": [_stood(row, row.agency in now.parties) for row in seat_rows(view, sight.roster, text)],
    }


def _alerts(sight: Sight, text: TextId, crossed: tuple[str, ...]) -> list[Row]:
    """Say what needs attention: pressure, red lines, a call for signature, being no party."""
    view = sight.view
    paper = view.room.texts[text]
    found: list[Row] = [{"icon": "scale", "tint": "warn", "words": words} for words in pressures(view, text)]
    found += [{"icon": "hand-stop", "tint": "bad", "words": f"Your red line: {words}"} for words in crossed]
    if any(called == text for called, _ in view.room.called):
        words = "Called for signature: its parties sign or decline at the end of this round."
        found.append({"icon": "pencil", "tint": "plain", "words": words})
    if view.seat not in paper.latest.parties and paper in open_texts(view.room):
        words = "You are no party to this text. You can show a stance, not sign."
        found.append({"icon": "info-circle", "tint": "plain", "words": words})
    return found


def _stood(row: SeatRow, is_party: bool) -> Row:
    icon, words, tint = mark_words(row)
    return {"agency": row.agency, "is_party": is_party, "icon": icon, "words": words, "tint": tint}


def mark_words(row: SeatRow) -> tuple[str, str, str]:
    """Say how an agency stands on the text in view: icon, words and tint; empty where there is nothing to say."""
    if row.signed:
        is_signed = row.signed != "Declined"
        return ("pencil" if is_signed else "x"), row.signed, ("good" if is_signed else "bad")
    if row.mark is None:
        return "", "", "plain"
    icon, words, tint = SIGNS[Mark(row.mark)]
    return icon, words, tint
