"""My role: as a sheet to read before the game, and as it stands now, with where every number comes from."""

from collections.abc import Iterable

from game.classroom.sheets.seat.rows import Row, sum_rows
from game.classroom.sheets.seat.sight import Sight
from game.desk import role_sheet
from game.desk.role import (
    RoleLine,
    belief_rows,
    carried_options,
    leverage_rows,
    mandate_rows,
    means_rows,
    points_rows,
    red_line_rows,
)
from game.desk.words import COMMUNITIES, points
from game.desk.worths import breakdown_today
from game.record.sentences.narrator import percent
from game.rules.scene import Face
from game.rules.view import View


def role(sight: Sight) -> Row:
    """Set out my role as it stands now."""
    view = sight.view
    agency, today = view.role.agency, breakdown_today(view)
    return {
        "mandate": agency.mandate.strip(),
        "brief": agency.brief.strip(),
        "expectation": role_sheet.expectation(view),
        "points": [
            {
                "name": row.name,
                "options": [
                    {"name": name, "worth": points(worth), "reasons": reasons} for name, worth, reasons in row.options
                ],
            }
            for row in points_rows(view)
        ],
        "today": {"signing": sum_rows(today.signing), "not_signing": sum_rows(today.not_signing)},
        "carried": _lines(carried_options(view)),
        "mandates": _lines(mandate_rows(view)),
        "red_lines": _lines(red_line_rows(view)),
        "beliefs": [
            {
                "name": row.name,
                "share": round(row.share, 3),
                "share_words": percent(row.share),
                "is_known": row.is_known,
                "words": row.words,
                "why": row.why,
            }
            for row in belief_rows(view)
        ],
        "leverage": _lines(leverage_rows(view)),
        "means": _lines(means_rows(view)),
    }


def _lines(rows: Iterable[RoleLine]) -> list[Row]:
    return [{"words": row.words.strip(), "remark": row.remark, "tint": row.tint, "tip": row.tip} for row in rows]


def briefing(sight: Sight) -> Row:
    """Set out the role sheet: what everybody knows, six things to begin with, and what the seat alone knows."""
    view, scene = sight.view, sight.scene
    agency = view.role.agency
    return {
        "tip": scene.tips.get("briefing", ""),
        "briefing": scene.briefing.strip(),
        "setting": _pairs(role_sheet.setting(view)),
        "essentials": _pairs(role_sheet.essentials(view)),
        "around": [_seat(sight, face) for face in scene.agencies],
        "community": COMMUNITIES[agency.community],
        "mandate": agency.mandate.strip(),
        "brief": agency.brief.strip(),
        "points": _points(view),
        "unsigned": role_sheet.unsigned(view),
        "red_lines": _pairs(role_sheet.red_lines(view)),
        "hidden": [
            {"name": text, "words": worth, "tint": "good" if worth.startswith("+") else "bad"}
            for text, worth in role_sheet.hidden(view)
        ],
        "known": [{"name": fact.question, "words": fact.report} for fact in role_sheet.known_facts(view)],
        "open": [{"name": fact.question, "words": fact.belief} for fact in role_sheet.open_questions(view)],
        "over": [{"agency": line.agency, "words": line.words} for line in role_sheet.levers_of_mine(view)],
        "on_me": [{"agency": line.agency, "words": line.words} for line in role_sheet.levers_on_me(view)],
        "expectation": role_sheet.expectation(view),
        "means": _pairs(role_sheet.means(view)),
    }


def _points(view: View) -> list[Row]:
    return [
        {
            "name": row.issue,
            "text": row.text.strip(),
            "options": [
                {
                    "name": cell.option,
                    "points": cell.points,
                    "is_best": cell.is_best,
                    "is_now": cell.is_now,
                    "text": cell.text,
                }
                for cell in row.cells
            ],
        }
        for row in role_sheet.points_table(view)
    ]


def _pairs(rows: Iterable[tuple[str, str]]) -> list[Row]:
    return [{"name": name.strip(), "words": words.strip()} for name, words in rows]


def _seat(sight: Sight, face: Face) -> Row:
    remarks = [COMMUNITIES[face.community], f"power {face.power} of 5"]
    remarks += ["neutral"] if face.is_neutral else []
    remarks += ["chairs"] if sight.room.forum.chair == face.id else []
    remarks += ["you"] if face.id == sight.seat else []
    return {"agency": face.id, "remarks": " · ".join(remarks), "mandate": face.mandate.strip()}
