"""Step 1, what happened: the verdict, what was agreed and how far it came, what each took home, the course of it."""

from game.classroom.sheets.consensus import consensus_row
from game.classroom.sheets.seat.rows import Row
from game.debrief import (
    AccordWords,
    Chronicle,
    LaneRow,
    Reason,
    ScoreRow,
    TermRow,
    TermSupport,
    accord_words,
    course,
    headline,
    lane_rows,
    lanes_words,
    perspective_words,
    score_rows,
    score_sentence,
    term_rows,
    term_support,
)
from game.debrief.findings import flip_meaning, nearness_words
from game.debrief.scores import Line, line_points
from game.debrief.terms import LEANINGS, level_words
from game.debrief.verdicts import impact_words
from game.debrief.words import percent, points
from game.desk.verdicts import VERDICTS
from game.desk.words import began
from game.opponents.manner import manner_named
from game.record import Holder, Roster
from game.rules.case import Agency
from game.rules.scene import QUARTERS


def happened(story: Chronicle, roster: Roster) -> Row:
    """Set out the step."""
    lanes = lane_rows(story)
    return {
        "verdict": verdict(story),
        "quarters": QUARTERS,
        "consensus": consensus_row(story),
        "accords": [_accord(story, one) for one in accord_words(story)],
        "lanes": {
            "name": "Outside any accord" if story.lived else "Nothing was signed: lanes",
            "words": lanes_words(story),
            "rows": [_lane(row) for row in lanes],
        }
        if lanes
        else None,
        "scores": [_score(story, row, roster) for row in score_rows(story)],
        "score_words": score_sentence(story),
        "impact_words": impact_words(story),
        "impact": [
            {"name": began(part.value), "share": round(of / 100, 3), "of": f"{of:.0f}"}
            for part, of in story.outcome.impact_by_dimension.items()
        ],
        "course": [
            {
                "about": move.about,
                "runs": [list(run) for run in move.runs],
                "at": move.at,
                "is_opened": move.is_opened,
                "is_heading": move.is_heading,
            }
            for move in course(story)
        ],
    }


def verdict(story: Chronicle) -> Row:
    """Say what it came to in one sentence, with its reasons."""
    told = headline(story)
    return {
        "name": told.name,
        "sentence": told.sentence,
        "remark": told.remark,
        "mood": told.mood,
        "icon": VERDICTS[told.verdict],
        "reasons": [reason_row(one) for one in told.reasons],
        "near": nearness_words(story, told.accord) if told.accord is not None else "",
        "near_means": flip_meaning(story, told.accord) if told.accord is not None else "",
    }


def reason_row(one: Reason) -> Row:
    """Write one test that decided."""
    return {
        "words": began(one.words),
        "measured": f"{began(one.measured)}.",
        "is_against": one.is_against,
        "commands": list(dict.fromkeys(one.commands)),
    }


def _accord(story: Chronicle, accord: AccordWords) -> Row:
    return {
        "accord": accord.accord,
        "name": f"Text {accord.accord}",
        "parties": list(accord.parties),
        "words": f"Signed: **{accord.signed}**. Lived: **{accord.lived}**. "
        f"It holds {percent(accord.weight)} of the weight.",
        "sentence": accord.sentence if len(story.lived) > 1 else "",
        "terms": [
            _term(row, support)
            for row, support in zip(term_rows(story, accord.accord), term_support(story, accord.accord), strict=True)
        ],
    }


def _term(row: TermRow, support: TermSupport) -> Row:
    return {
        "name": row.name,
        "option": row.option,
        "text": row.text,
        "carriers": list(row.carriers),
        "levels": list(row.shown),
        "level_words": [level_words(level) for level in row.shown],
        "words": level_words(row.level),
        "tint": "bad" if row.level < 1 else "good" if row.level >= 3 else "plain",
        "exact": f"Exactly: {row.level:.2f} of 3.",
        "leaned": [
            {"words": began(words), "agencies": list(support.who(leaning))}
            for leaning, words in LEANINGS.items()
            if support.who(leaning)
        ],
        "carried": [
            {"agency": one.agency, "effort": round(one.effort, 3), "words": f"{percent(one.effort)} of full effort"}
            for one in support.backers
            if one.effort is not None
        ],
    }


def _lane(row: LaneRow) -> Row:
    return {
        "name": row.name,
        "words": row.words,
        "carriers": [seat for seat, _ in row.declared],
        "level": min(3, int(row.level + 1e-9)) if row.declared else None,
        "exact": f"Level {row.level:.2f} of 3, fit {row.fit:g}, weight {percent(row.weight)}.",
    }


def _score(story: Chronicle, row: ScoreRow, roster: Roster) -> Row:
    score = row.score
    return {
        "agency": row.agency,
        "played": _played(roster[row.agency], story.agency(row.agency)),
        "mandate": points(score.mandate),
        "impact": points(score.impact),
        "standing": points(score.standing),
        "total": points(score.total),
        "foresight": "–" if score.perspective is None else f"{score.perspective:.0f}",
        "formula": row.formula,
        "mandate_lines": [_line(line) for line in row.mandate],
        "standing_lines": [_line(line) for line in row.standing],
        "impact_words": f"{points(score.impact)} of 100: what came about does for the population, between the worst "
        "and the best that could have come about. It is the same for all.",
        "foresight_words": perspective_words(story, row.agency),
    }


def _line(line: Line) -> Row:
    return {"words": line.words, "points": line_points(line), "at": line.at}


def _played(holder: Holder, agency: Agency) -> str:
    """Say who played a seat at the end."""
    if holder.is_person:
        return f"Played by {holder.name or 'a person'}."
    if holder.is_absent:
        return "Nobody played it."
    manner = manner_named(holder.manner, holder.level, agency.temper)
    return f"A computer played it: {manner.name.replace('_', ' ')}, at {manner.level.name} level."
