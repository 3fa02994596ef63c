"""What the console shows of the questions: how many have answered, and the means of the class; never single answers."""

from game.classroom.classroom import Classroom
from game.classroom.learning.book import pairs
from game.debrief.learning import Measure, Time, caution, class_gain
from game.debrief.words import percent, signed


def question_card(room: Classroom) -> dict[str, object]:
    """Put the card together."""
    given = room.learning.given
    both = pairs(given)
    measures = class_gain(both)
    return {
        "is_on": room.settings.asks_questions,
        "problem": room.learning.problem,
        "before": sum(one.time is Time.BEFORE for one in given),
        "after": sum(one.time is Time.AFTER for one in given),
        "both": len(both),
        "rows": [_row(measure) for measure in measures],
        "words": caution(len(both)) if given else "",
    }


def _row(measure: Measure) -> dict[str, object]:
    gain = measure.gain
    return {
        "name": measure.name,
        "before": percent(gain.before),
        "after": percent(gain.after),
        "difference": _points(gain.difference),
        "normalised": "–" if gain.normalised is None else signed(gain.normalised),
    }


def _points(difference: float) -> str:
    return f"{signed(100 * difference, 0)} points"
