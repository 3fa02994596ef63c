"""What running a game again shows: the shares of what bent each yes, what turned it, and the moments that moved it."""

from collections.abc import Iterator

from game.classroom.sheets.seat.rows import Row
from game.debrief import Chronicle
from game.debrief.flips import FlipRow, flip_rows, forum_flip_rows, root_flip_rows
from game.debrief.words import ROOTS, share, signed, text_name
from game.desk.words import began
from game.rules.ids import TextId
from game.whatif import (
    Reckoning,
    Scan,
    Share,
    Shares,
    Trial,
    TurningPoint,
    by_theme,
    decisive_text,
    scan_words,
    share_words,
    shares_words,
    trial_words,
)
from game.whatif.words import FORMULA, HELD

MOST_TOLD = 10
"""Changes told of each sort; the rest are only numbered."""


def reckoned_row(story: Chronicle, found: Reckoning) -> Row:
    """Set out all of it; the reckoning is worked out by whoever asks, for it takes seconds."""
    return {
        "shares": {text: [_shares(story, one) for one in shares] for text, shares in found.shares.items()},
        "formula": FORMULA,
        "scan": _scan(story, found.scan),
        "points": [_point(one) for one in found.points],
        "themes": [
            {"name": began(theme.value), "points": [found.points.index(one) for one in points]}
            for theme, points in by_theme(found.points)
        ],
        "flips": flips(story),
    }


def flips(story: Chronicle) -> dict[str, str]:
    """Say for every line how far it is from turning a verdict, the forum's or that of the accord that decides."""
    return {row.line.name: _flip_words(row) for row in _flip_rows(story, decisive_text(story))}


def _flip_rows(story: Chronicle, text: TextId | None) -> Iterator[FlipRow]:
    if text is not None:
        yield from flip_rows(story, text)
        yield from root_flip_rows(story, text)
    yield from forum_flip_rows(story)


def _flip_words(row: FlipRow) -> str:
    return f"{began(row.held_words)}. {row.words}" if row.held_words else row.words


def _shares(story: Chronicle, shares: Shares) -> Row:
    return {
        "agency": shares.seat,
        "name": "All of those concerned" if shares.seat is None else "",
        "words": shares_words(story, shares),
        "causes": [_cause(shares, one) for one in shares.shares],
    }


def _cause(shares: Shares, one: Share) -> Row:
    cause = one.cause
    return {
        "kind": began(cause.kind),
        "root": "" if cause.root is None else ROOTS[cause.root],
        "words": cause.words,
        "whom": cause.whom,
        "who": cause.who,
        "at": cause.at,
        "part": round(shares.part(one), 3),
        "means": share_words(shares, one),
        "inputs": f"Sincerity as it was: {share(shares.sincerity)}; without this cause alone: {share(one.alone)}; "
        f"without all of them: {share(shares.without)}. This cause takes {share(one.taken)}.",
    }


def _scan(story: Chronicle, found: Scan) -> Row:
    name = "" if found.text is None else text_name(found.text)
    return {
        "words": scan_words(found),
        "held": HELD,
        "singles": [_trial(story, found, trial) for trial in found.standing[:MOST_TOLD]],
        "more": len(found.standing[MOST_TOLD:]),
        "pairs": [_trial(story, found, trial) for trial in found.pairs[:MOST_TOLD]],
        "undoing": {
            "words": f"{name} would not have come into force without one of these.",
            "commands": list(found.undoing),
        }
        if found.undoing
        else None,
    }


def _trial(story: Chronicle, found: Scan, trial: Trial) -> Row:
    told = trial_words(story, found, trial)
    return {"lead": told.lead, "words": told.words, "mood": told.mood, "at": list(told.at)}


def _point(one: TurningPoint) -> Row:
    return {
        "at": one.at,
        "when": f"Round {one.round}" if one.round else "Before the first round",
        "who": one.who,
        "happened": one.happened,
        "effect": one.effect,
        "mood": one.mood,
        "moved": signed(one.moved) if one.moved else "",
    }
