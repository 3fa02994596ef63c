"""What a room is shown once the reveal is on: the verdict with its reasons, what was said, meant and done, and when."""

from collections.abc import Mapping

from game.classroom.sheets.consensus import consensus_row
from game.debrief import (
    AccordWords,
    Chronicle,
    LaneRow,
    SignatureRow,
    TermRow,
    accord_words,
    headline,
    lane_rows,
    signature_rows,
    term_rows,
)
from game.debrief.signatures import SOLID
from game.debrief.verdicts import impact_words
from game.debrief.words import ROOTS, percent
from game.desk.verdicts import VERDICTS
from game.rules.vocabulary import Root

LACKING: Mapping[Root, str] = {
    Root.WORTH: "hardly worth it",
    Root.FREE: "not free",
    Root.INFORMED: "not told",
    Root.HEARD: "not heard",
    Root.BACKED: "not backed",
}
"""A weak root in two or three words."""


def revealed(story: Chronicle) -> dict[str, object]:
    """Set out a closed game for all to see."""
    rules = story.ruleset
    return {
        "verdict": verdict(story, with_reasons=True),
        "roots": [ROOTS[root] for root in Root],
        "weak": rules.sincere_root,
        "middling": rules.sincere_mean,
        "accords": [_accord(story, accord) for accord in accord_words(story)],
        "lanes": [_lane(row) for row in lane_rows(story)],
        "impact": impact_words(story),
        "consensus": consensus_row(story),
    }


def verdict(story: Chronicle, *, with_reasons: bool = False) -> dict[str, object]:
    """Say what the forum came to: its name and mood, and on request in a sentence with its reasons."""
    told = headline(story)
    short = {"name": told.name, "mood": told.mood, "icon": VERDICTS[told.verdict]}
    if not with_reasons:
        return dict(short)
    reasons = [{"words": one.words, "measured": one.measured, "is_against": one.is_against} for one in told.reasons]
    return {**short, "sentence": told.sentence, "remark": told.remark, "reasons": reasons}


def _accord(story: Chronicle, told: AccordWords) -> dict[str, object]:
    return {
        "text": told.accord,
        "signed": told.signed,
        "lived": told.lived,
        "sentence": told.sentence,
        "weight": percent(told.weight),
        "rows": [_signature(row) for row in signature_rows(story, told.accord)],
        "terms": [_term(row) for row in term_rows(story, told.accord)],
    }


def _signature(row: SignatureRow) -> dict[str, object]:
    weakest = min(row.roots, key=lambda root: root.value).root
    return {
        "seat": row.agency,
        "said": row.said,
        "meant": row.meant,
        "done": row.done,
        "roots": [root.value for root in row.roots],
        "label": row.label,
        "lacks": "" if row.label == SOLID else LACKING[weakest],
        "words": row.words,
    }


def _term(row: TermRow) -> dict[str, object]:
    return {"name": row.name, "option": row.option, "shown": list(row.shown), "words": row.words}


def _lane(row: LaneRow) -> dict[str, object]:
    return {
        "name": row.name,
        "declared": [[seat, option] for seat, option in row.declared],
        "level": int(row.level + 1e-9),
        "words": row.words,
    }
