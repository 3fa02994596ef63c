"""What is asked of a party while a text is signed: its terms, what they come to, who has signed, and the answers."""

from game.classroom.sheets.seat.rows import Row, balance_row, command_row, sum_rows
from game.classroom.sheets.seat.sight import Sight
from game.desk.balance import balance_of, coming_into_force, pressures, promises
from game.desk.fate import fallen
from game.desk.signing import (
    GIVE,
    NAMES,
    answer_words,
    beyond_terms,
    card_words,
    cards_of,
    command_for,
    doubt_words,
    refusal_words,
    state_words,
)
from game.desk.words import points
from game.desk.worths import breakdown, option_reasons
from game.rules.appraisal import appraise
from game.rules.course import signing_now
from game.rules.ids import AgencyId
from game.rules.texts import Term
from game.rules.texts import Text as Paper

RESERVE = "reserve"


def signing(sight: Sight) -> Row:
    """Set out the text that is signed now, and the answers where it is mine to give one."""
    view = sight.view
    text = signing_now(view.room)
    assert text is not None, "no text is being signed"
    paper = view.room.texts[text]
    now, lost = paper.latest, fallen(view, paper)
    found = appraise(view, now.terms, now.parties, text)
    force = coming_into_force(view, paper)
    sums = breakdown(view, now.terms, now.parties, text)
    return {
        "kind": "signing",
        "text": text,
        "name": f"Text {text}",
        "note": f"version {len(paper.versions)} · {view.scene.face(now.author).name}",
        "terms": [_term(sight, term, found.by_issue[term.issue]) for term in now.terms],
        "rest": [
            {"words": words, "points": points(value, signed=True)}
            for words, value in beyond_terms(found, is_whole=len(now.terms) == len(view.scene.issues))
        ],
        "balance": balance_row(balance_of(view, text)),
        "sums": {"signing": sum_rows(sums.signing), "not_signing": sum_rows(sums.not_signing)},
        "force": "fallen" if lost else force.short,
        "force_full": force.full,
        "fallen": f"It has already fallen: {lost} Your signature only shows where you stand." if lost else "",
        "pressures": [*pressures(view, text), *promises(view, text)],
        "signed": [_signed(sight, paper, seat) for seat in view.scene.agency_ids if seat in now.parties],
        "stands": state_words(view, paper),
        "answers": [_answer(sight, card, paper) for card in cards_of(view)] if sight.is_mine else [],
    }


def _term(sight: Sight, term: Term, worth: float) -> Row:
    issue, option = sight.scene.issue(term.issue), sight.scene.option(term.issue, term.option)
    return {
        "issue": term.issue,
        "name": issue.name,
        "option": option.name,
        "text": option.text,
        "carriers": list(option.carriers),
        "worth": points(worth),
        "reasons": option_reasons(sight.view, term.issue, term.option),
    }


def _signed(sight: Sight, paper: Paper, seat: AgencyId) -> Row:
    icon, words, tint = answer_words(sight.view, paper, seat)
    support = paper.doubts.get(seat)
    return {
        "agency": seat,
        "icon": icon,
        "words": words,
        "tint": tint,
        "doubt": doubt_words(support) if support is not None else "",
    }


def _answer(sight: Sight, card: str, paper: Paper) -> Row:
    """Set out one answer; where a term is to be kept back, one command for each term."""
    view = sight.view
    refusal = refusal_words(view, card, paper)
    row: Row = {
        "answer": card,
        "name": NAMES[card],
        "means": card_words(view, card, paper.id),
        "verb": GIVE.get(card, "Go on"),
        "refusal": refusal,
    }
    if refusal:
        return {**row, "command": None, "terms": []}
    if card != RESERVE:
        command = command_for(view, card, None)
        return {**row, "command": command_row(command) if command is not None else None, "terms": []}
    found = ((term.issue, command_for(view, card, term.issue)) for term in paper.latest.terms)
    terms = [{"issue": issue, "command": command_row(command)} for issue, command in found if command is not None]
    return {**row, "command": None, "terms": terms, "asks": "Which term do you keep back?"}
