"""A finished game in one line: the verdicts, the roots and the scores that everything outside the game works with."""

from collections.abc import Mapping

from game.rules.ids import AgencyId
from game.rules.judgement import Judgement, LivedAccord, Score, SignatureReading
from game.rules.state import State
from game.rules.vocabulary import Root

DIGITS = 6
"""Decimals of a number in a summary: enough to compare, few enough to read."""


def summary(state: State, manner: str, level: str = "") -> dict[str, object]:
    """Sum a game up; `verdict` is None and the lists are empty while it is not finished.

    `manner` and `level` say how the computer seats played: by name, "mixed", or "" where there was none; a manner may
    also be "as_written".
    """
    outcome = state.sealed.outcome
    accords = outcome.accords if outcome is not None else ()
    scores = outcome.scores if outcome is not None else {}
    return {
        "seed": state.seed,
        "manner": manner,
        "level": level,
        "verdict": outcome.verdict.value if outcome is not None else None,
        "accords": [_accord(accord, state.sealed.judgements[accord.accord]) for accord in accords],
        "scores": {agency: _score(scores[agency]) for agency in _in_order(state, scores)},
    }


def _accord(accord: LivedAccord, judgement: Judgement) -> dict[str, object]:
    return {
        "text": accord.accord,
        "sincerity": _number(judgement.sincerity),
        "parties": {party: _signature(judgement.signatures[party]) for party in accord.parties},
        "terms": {term.issue: term.option for term in accord.terms},
        "signed": accord.signed.value,
        "lived": accord.lived.value,
        "implementation_rate": _number(accord.rate),
    }


def _signature(reading: SignatureReading) -> dict[str, object]:
    roots = {root.value: _number(reading.roots[root].value) for root in Root}
    return {"sincerity": _number(reading.sincerity), "roots": roots}


def _score(score: Score) -> dict[str, object]:
    return {
        "mandate": _number(score.mandate),
        "impact": _number(score.impact),
        "standing": _number(score.standing),
        "total": _number(score.total),
        "perspective": None if score.perspective is None else _number(score.perspective),
    }


def _number(value: float) -> float:
    """Round, and keep a zero from being negative."""
    return round(float(value), DIGITS) + 0.0


def _in_order(state: State, scores: Mapping[AgencyId, Score]) -> tuple[AgencyId, ...]:
    """Name the scored agencies in the order of the file."""
    return tuple(agency for agency in state.case.agency_ids if agency in scores)
