"""Refusals that several commands share."""

from collections.abc import Iterable

from game.rules.course import open_texts
from game.rules.ids import AgencyId, IssueId, TextId
from game.rules.refusal import Refusal
from game.rules.texts import Term
from game.rules.view import View


def refuse_agency(view: View, agency: AgencyId) -> Refusal | None:
    """Refuse somebody who does not exist or is myself."""
    if not view.scene.has_agency(agency):
        return Refusal("unknown_agency", f"There is no agency “{agency}” in this case; name one at the table.", agency)
    if agency == view.seat:
        return Refusal("yourself", "Choose another agency than your own.", agency)
    return None


def refuse_absent(view: View, agency: AgencyId) -> Refusal | None:
    """Refuse somebody who is not here."""
    refusal = refuse_agency(view, agency)
    if refusal is None and agency not in view.room.present:
        name = view.scene.face(agency).name
        return Refusal("not_here", f"{name} is not here; choose an agency that is.", agency)
    return refusal


def refuse_time(view: View, cost: int) -> Refusal | None:
    """Refuse what takes more time than is left this round."""
    if cost > view.own.time:
        left = "no time" if view.own.time == 0 else f"time for {view.own.time}"
        return Refusal("no_time", f"This takes {cost} of your time and you have {left} left this round.")
    return None


def refuse_text(view: View, text: TextId) -> Refusal | None:
    """Refuse a text that is not open."""
    paper = view.room.texts.get(text)
    if paper is None:
        on_table = ", ".join(t.id for t in open_texts(view.room)) or "none yet"
        return Refusal("unknown_text", f"There is no text “{text}” on the table (on it: {on_table}).", text)
    if paper.is_closed:
        return Refusal("text_closed", f"Text {text} is closed; table a new one to change what it settled.", text)
    return None


def refuse_wording(view: View, terms: tuple[Term, ...], parties: tuple[AgencyId, ...]) -> Refusal | None:
    """Refuse terms and parties that cannot make a text."""
    if not terms:
        return Refusal("no_terms", "A text needs at least one term.")
    issues = [term.issue for term in terms]
    if len(set(issues)) != len(issues):
        return Refusal("issue_twice", "A text can settle each issue only once; keep one option for each.")
    for term in terms:
        if not view.scene.has_option(term.issue, term.option):
            return Refusal(
                "unknown_option", f"“{term.option}” is not an option on “{term.issue}” in this case.", term.issue
            )
    if len(set(parties)) < 2 or len(set(parties)) != len(parties):
        return Refusal("too_few_parties", "A text needs at least two parties, each named once.")
    for party in parties:
        if not view.scene.has_agency(party):
            return Refusal("unknown_agency", f"There is no agency “{party}” in this case.", party)
    return refuse_conflict(view, issues, parties)


def refuse_conflict(view: View, issues: Iterable[IssueId], parties: Iterable[AgencyId]) -> Refusal | None:
    """Refuse to settle again what an accord in force settles, unless all its parties are in (R3.3)."""
    together = set(parties)
    for issue in issues:
        accord = view.room.settled_by(issue)
        if accord is not None and not together.issuperset(accord.parties):
            name = view.scene.issue(issue).name
            return Refusal(
                "settled",
                f"“{name}” is settled by Accord {accord.text}; only a text with all of its parties can replace it.",
                issue,
            )
    return None
