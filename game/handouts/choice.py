"""Which sheets a case has, each made from what its readers may see."""

from collections.abc import Iterator

from game.handouts.answers import answer_sheet
from game.handouts.blocks import Sheet
from game.handouts.briefing import briefing
from game.handouts.cards import name_cards, voting_card
from game.handouts.paper_form import paper_form
from game.handouts.role_sheet import role_sheet
from game.handouts.teaching import teaching_note
from game.rules.case import Case
from game.rules.opening import start
from game.rules.ruleset import STANDARD
from game.rules.view import public_view, view


def for_trainees(case: Case) -> Iterator[Sheet]:
    """Lay out what is handed out."""
    found = start(case, STANDARD, 0, case.agency_ids)
    yield briefing(public_view(found), case.minutes)
    for seat in case.agency_ids:
        yield role_sheet(view(found, seat))
    yield name_cards(public_view(found))
    yield voting_card(public_view(found))


def for_instructor(case: Case) -> Iterator[Sheet]:
    """Lay out what only the instructor has."""
    yield teaching_note(case)
    yield answer_sheet(case)
    yield paper_form(case)
