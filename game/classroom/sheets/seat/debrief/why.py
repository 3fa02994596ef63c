"""Step 2, why: said, meant, done; the ballot opened; who bent whom; and each yes laid open down to its roots."""

from collections.abc import Iterable

from game.classroom.sheets.seat.rows import Row
from game.debrief import (
    BallotRow,
    Bend,
    Chronicle,
    RootWords,
    SignatureRow,
    StanceRow,
    ballot_rows,
    bends,
    lane_rows,
    signature_rows,
    stance_rows,
)
from game.debrief.roots import amount_words
from game.debrief.signatures import GUARDED, HOLLOW, LABELS
from game.debrief.stances import SHOWN
from game.debrief.words import BALLOT, percent, points, signed
from game.rules.ids import TextId

TINTS = {HOLLOW: "bad", GUARDED: "warn"}


def why(story: Chronicle) -> Row:
    """Set out the step."""
    return {
        "accords": [_accord(story, accord.accord) for accord in story.lived],
        "empty": _bends(story, bends(story, None)),
        "lanes": []
        if story.lived
        else [
            {
                "name": row.name,
                "words": row.words,
                "exact": f"Level {row.level:.2f} of 3, fit {row.fit:g}.",
            }
            for row in lane_rows(story)
        ],
        "stood": [] if story.lived else [_stood(story, text) for text in story.end.room.texts],
    }


def _accord(story: Chronicle, text: TextId) -> Row:
    found = bends(story, text)
    return {
        "accord": text,
        "name": f"Text {text}",
        "signatures": [_signature(story, row) for row in signature_rows(story, text)],
        "stances": [_stance(row) for row in stance_rows(story, text)],
        "ballots": [_ballot(story, row) for row in ballot_rows(story, text)],
        "bends": _bends(story, found),
        "bends_words": _bends_words(found),
    }


def _bends_words(found: tuple[Bend, ...]) -> str:
    if not found:
        return "No signature was bent: no threat, no fact kept back, nobody unasked."
    if not any(bend.is_hollow for bend in found):
        return "No yes is hollow. This took a little from one or the other:"
    return "The number is how much of a root it took."


def _signature(story: Chronicle, row: SignatureRow) -> Row:
    return {
        "agency": row.agency,
        "said": round((row.said + 1) / 2, 3),
        "meant": round((row.meant + 1) / 2, 3),
        "gap": "hollow" if row.label == HOLLOW else "guarded" if row.label == GUARDED else "solid",
        "done": None if row.done is None else round(row.done, 3),
        "done_words": "carried nothing" if row.done is None else percent(row.done),
        "label": row.label,
        "tint": TINTS.get(row.label, "good"),
        "means": LABELS[row.label],
        "formula": row.formula,
        "words": row.words,
        "roots": [_root(story, root) for root in row.roots],
    }


def _root(story: Chronicle, root: RootWords) -> Row:
    rules = story.ruleset
    tint = "bad" if root.value < rules.sincere_root else "warn" if root.value < rules.sincere_mean else "good"
    return {
        "root": str(root.root),
        "name": root.name,
        "share": round(root.value, 3),
        "value": f"{root.value:.2f}",
        "tint": tint,
        "question": root.question,
        "formula": root.formula,
        "causes": [{"words": one.words, "amount": amount_words(one), "at": one.at} for one in root.causes],
    }


def _stance(row: StanceRow) -> Row:
    return {
        "agency": row.agency,
        "words": row.words,
        "cells": [
            "–" if row.espoused is None else SHOWN[row.espoused],
            row.answer or "–",
            "–" if row.private is None else signed(row.private),
            "–" if row.planned is None else f"{row.planned} of 4, {BALLOT[row.planned]}",
            "–" if row.lived is None else percent(row.lived),
        ],
    }


def _ballot(story: Chronicle, row: BallotRow) -> Row:
    score = story.outcome.scores[row.agency].perspective
    return {
        "agency": row.agency,
        "words": row.words,
        "cells": [
            "–" if row.answer is None else f"{row.answer} of 4, {BALLOT[row.answer]}",
            "–" if row.expected is None else f"{points(row.expected)} of 4",
            "–" if row.lived is None else percent(row.lived),
            "predicted nobody" if score is None else f"{score:.0f} of 100",
        ],
        "guesses": [{"agency": who, "guess": f"{guess} of 4, {BALLOT[guess]}"} for who, guess in row.guesses],
    }


def _bends(story: Chronicle, found: Iterable[Bend]) -> list[Row]:
    return [
        {
            "whom": bend.whom,
            "words": bend.words,
            "tag": " · ".join(part for part in (story.agency(bend.whom).short, bend.kind, bend.root_name) if part),
            "amount": f"−{bend.amount:.2f}" if bend.amount and bend.root is not None else "",
            "at": bend.at,
            "is_hollow": bend.is_hollow,
        }
        for bend in found
    ]


def _stood(story: Chronicle, text: TextId) -> Row:
    """Say how everybody stood at last to a text that did not come into force."""
    rows = [row for row in stance_rows(story, text) if row.espoused is not None or row.answer]
    return {
        "name": f"How they stood to Text {text}",
        "rows": [{"agency": row.agency, "words": row.words} for row in rows],
        "words": "" if rows else "Nobody showed a stance on it.",
    }
