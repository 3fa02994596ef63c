"""What the meeting itself asks of a seat: to convene it, to answer a motion or a doubt, to take stances."""

from collections.abc import Iterable

from game.classroom.sheets.seat.rows import PASS, Row, command_row
from game.classroom.sheets.seat.sight import Sight
from game.desk.balance import balance_of
from game.desk.convening import (
    Charter,
    Setting,
    convene,
    forum_settings,
    found_charter,
    guests,
    purpose_settings,
    refusal_of,
    rule_settings,
)
from game.desk.interludes import question
from game.desk.signs import SIGNS
from game.desk.stances import STANCES_MEAN, to_stance
from game.desk.words import COMMUNITIES, MARKS, MY_STANCES, course, points, text_name
from game.rules.commands import TakeStance
from game.rules.ids import TextId
from game.rules.room import Doubt
from game.rules.view import View
from game.rules.vocabulary import Stance


def convening(view: View, charter: Charter | None = None) -> Row:
    """Set out the forum as the chair would have it, or as found."""
    now = charter or found_charter(view)
    return {
        "kind": "convene",
        "groups": [
            _group("forum", "What it is called", forum_settings(now)),
            _group("purpose", "What it is for", purpose_settings(now)),
            _group("rule", "How it decides", rule_settings(now)),
        ],
        "guests": [
            {
                "agency": agency,
                "is_in": is_in,
                "remark": " · ".join(part for part in (COMMUNITIES[view.scene.face(agency).community], remark) if part),
            }
            for agency, is_in, remark in guests(view, now)
        ],
        "told": [
            "Whoever expects more or less than the declared purpose finds a yes harder to bring home.",
            "Who is not invited has no floor and no stance. To leave out a voice with much at stake weakens every yes.",
        ],
        "charter": {
            "forum": str(now.forum),
            "invited": sorted(now.invited),
            "purpose": None if now.purpose is None else str(now.purpose),
            "rule": str(now.rule),
        },
        "refusal": refusal_of(view, now),
        "verb": "Convene the meeting",
        "command": command_row(convene(view, now)),
        "done": {"words": "Leave it as it is", "sure": "", "command": dict(PASS)},
    }


def _group(field: str, name: str, settings: Iterable[Setting]) -> Row:
    return {
        "field": field,
        "name": name,
        "settings": [
            {
                "value": None if one.value is None else str(one.value),
                "name": one.name,
                "means": one.means,
                "is_chosen": one.is_chosen,
                "refusal": one.refusal,
            }
            for one in settings
        ],
    }


def answering(sight: Sight) -> Row:
    """Put the question of a motion or a doubt."""
    kind = "raise_doubt" if isinstance(sight.room.interlude, Doubt) else "move_procedure"
    choice = sight.choice(kind)
    refusal = choice.refusal.sentence if choice is not None and choice.refusal is not None else ""
    asked = question(sight.view, refusal)
    assert asked is not None, "nobody is asked anything between the moves"
    can_join = choice is not None and bool(choice.commands) and not asked.refusal
    return {
        "kind": "question",
        "icon": asked.icon,
        "yes": {"words": asked.yes, "command": command_row(choice.commands[0])} if choice and can_join else None,
        "no": {"words": asked.no, "command": dict(PASS)},
    }


def stancing(sight: Sight) -> Row:
    """Set out the stances, text by text."""
    return {
        "kind": "stances",
        "texts": [_text(sight, text) for text in to_stance(sight.view)],
        "verb": "Show my stances",
        "first": "Choose one for each text",
        "done": {"words": "Abstain on all", "rest": "Abstain on the rest", "sure": "", "command": dict(PASS)},
    }


def _text(sight: Sight, text: TextId) -> Row:
    found = balance_of(sight.view, text)
    worth = f"worth {points(found.worth)}, not signing {points(found.reservation)}"
    return {
        "text": text,
        "name": text_name(sight.room, text),
        "course": course(sight.room, text).value,
        "worth": f"{worth}; red line crossed" if found.crossed else worth,
        "tint": "bad" if found.crossed else "soft",
        "stances": [
            {
                "stance": str(stance),
                "name": MY_STANCES[stance],
                "means": STANCES_MEAN[stance],
                "icon": SIGNS[MARKS[stance]][0],
                "tint": SIGNS[MARKS[stance]][2],
                "command": command_row(TakeStance(sight.seat, text, stance)),
            }
            for stance in Stance
        ],
    }
