"""Step 4, what to carry over: what the forum was for, how well each saw the others, questions, and limits."""

from game.classroom.sheets.seat.rows import Row
from game.debrief import LIMITS, Chronicle, carry_over, perspective_summary, perspectives, review_purpose
from game.debrief.perspective import Perspective
from game.debrief.purpose import PurposeReview
from game.debrief.words import PURPOSES
from game.desk.words import began


def carried(story: Chronicle) -> Row:
    """Set out the step."""
    return {
        "purpose": _purpose(review_purpose(story)),
        "perspective": {
            "words": perspective_summary(story),
            "rows": [_perspective(one) for one in perspectives(story)],
        },
        "questions": [
            {"happened": one.happened, "question": one.question, "finding": one.finding, "at": one.at}
            for one in carry_over(story)
        ],
        "limits": [{"name": limit.heading, "words": limit.words} for limit in LIMITS],
    }


def _purpose(found: PurposeReview) -> Row:
    side = found.side_by_side
    return {
        "words": found.words,
        "is_met": found.is_met,
        "at": found.declared_at,
        "declared": "" if found.declared is None else began(PURPOSES[found.declared]),
        "reaches": [
            {
                "name": began(PURPOSES[reach.purpose]),
                "is_reached": reach.is_reached,
                "is_declared": reach.purpose is found.declared,
                "words": reach.words,
                "commands": list(reach.commands),
            }
            for reach in found.reaches
        ],
        "expected": [{"agency": one.agency, "words": one.words} for one in found.expectations],
        "side_by_side": {
            "words": side.words,
            "lanes": round(side.by_lanes, 3),
            "accords": round(side.by_accords, 3),
        },
    }


def _perspective(one: Perspective) -> Row:
    return {
        "agency": one.seat,
        "before": None if one.before is None else round(one.before),
        "after": None if one.after is None else round(one.after),
        "words": one.words,
        "sightings": [{"agency": sighting.whom, "words": sighting.words} for sighting in one.sightings],
    }
