"""How the table is put together on a page of a given size."""

from functools import partial

from game.desk.actions import heading_rows
from game.desk.balance import balance_of, coming_into_force, pressures, promises, spoken
from game.desk.convening import found_charter
from game.desk.interludes import question, waiting_words
from game.desk.labels import warning
from game.desk.paper import issue_rows, tabs, text_in_view
from game.desk.record import record_rows
from game.desk.seats import as_watched, seat_rows
from game.desk.slots import asks, command_of, missing
from game.desk.stances import unstanced
from game.desk.words import TODAY, Course, course, text_name
from game.desk.worths import no_accord, no_accord_words
from game.rules.ids import AgencyId, IssueId, TextId
from game.rules.room import Doubt
from game.rules.view import View
from game.rules.vocabulary import Heading, Phase
from game.ui.layout import Column, Layers, Pad, Row, Space, grow, sized
from game.ui.screens.class_signs import class_marks, class_strip, class_tools
from game.ui.screens.table.action_panel import (
    action_panel,
    card_row,
    composer,
    foot_height,
    heading_bar,
    passing,
    primary,
    question_bar,
    waiting_bar,
)
from game.ui.screens.table.convene_page import convene_page
from game.ui.screens.table.desk import Desk, opened
from game.ui.screens.table.draft_page import draft_page
from game.ui.screens.table.drawers import agency_drawer, issue_drawer, message_dialog, sure_dialog, worth_drawer
from game.ui.screens.table.paper_panel import foot, foot_today, foot_watched, paper_panel, spoken_lines, tab_row
from game.ui.screens.table.record_panel import record_panel
from game.ui.screens.table.role_panel import role_below, role_drawer
from game.ui.screens.table.seats_panel import seats_panel
from game.ui.screens.table.stances_panel import stances_panel
from game.ui.screens.table.top import top
from game.ui.sitting import Sitting
from game.ui.space import S8, S12, Size
from game.ui.theme import SMALL, Tone
from game.ui.widget import Widget
from game.ui.widgets.frame import Frame, Mood, notice
from game.ui.widgets.marks import Icon
from game.ui.widgets.press import button
from game.ui.widgets.words import Text

PAGE_MARGIN = S12
MOST_STRIPS = 2


def build(sitting: Sitting, desk: Desk, size: Size) -> Widget:
    """Put the page together."""
    view = sitting.view
    has_coach = sitting.has_coach
    make = partial(top, view, is_watching=sitting.is_watching, has_coach=has_coach, of_class=class_tools(sitting))
    bar = desk.shelf.part("top", (view, has_coach, class_marks(sitting)), make)
    body = _body(sitting, desk, view, size)
    page = Column((bar, grow(Pad(body, PAGE_MARGIN))), gap=0)
    above = _above(sitting, desk, view, size)
    return Layers((page, above)) if above is not None else page


def _body(sitting: Sitting, desk: Desk, view: View, size: Size) -> Widget:
    if sitting.is_my_move and desk.draft is not None:
        main = draft_page(view, desk.draft, size)
    elif sitting.is_my_move and view.room.phase is Phase.CONVENING:
        main = convene_page(view, desk.charter or found_charter(view))
    else:
        main = Column((grow(_columns(sitting, desk, view, size)), _bottom(sitting, desk, view, size)), gap=S8 + 2)
    strips = _strips(sitting, desk, view)
    return Column((*strips, grow(main)), gap=S8) if strips else main


def _columns(sitting: Sitting, desk: Desk, view: View, size: Size) -> Widget:
    text = text_in_view(view, desk.tab)
    marks = (view.own, view.room, view.seat, text, size)
    seats = desk.shelf.part("seats", (*marks, tuple(sitting.table.roster.items())), lambda: _seats(sitting, view, text))
    middle = desk.shelf.part("middle", marks, lambda: _middle(sitting, view, text, size))
    sentences, fresh = sitting.sentences, sitting.fresh
    record = desk.shelf.part(
        "record", (sentences, fresh), lambda: record_panel(record_rows(view.scene, sentences, fresh), fresh)
    )
    left = 272 if not _is_wide(size) else min(360, size.w * 0.18)
    right = 300 if not _is_wide(size) else min(480, size.w * 0.24)
    return Row((sized(seats, w=left), grow(middle), sized(record, w=right)), gap=S12, align="stretch")


def _seats(sitting: Sitting, view: View, text: TextId) -> Widget:
    shown = None if text == TODAY else text
    about = f"Marks: {text_name(view.room, text)}. " if shown else ""
    rows = seat_rows(view, sitting.table.roster, shown)
    if sitting.is_watching:
        return seats_panel(tuple(as_watched(view.scene, row) for row in rows), about)
    return seats_panel(rows, f"{about}Bars: your trust in them.")


def _is_wide(size: Size) -> bool:
    """Say whether the columns have room to spare."""
    return size.w >= 1500


def _has_room_for_role(size: Size) -> bool:
    """Say whether my role stands below the text."""
    return size.h >= 1000 and size.w >= 1600


def _middle(sitting: Sitting, view: View, text: TextId, size: Size) -> Widget:
    if sitting.is_watching:
        return _watched(view, text, size)
    paper = _paper(view, text, size)
    if not _has_room_for_role(size):
        return paper
    share = min(0.62, max(0.4, (150 + 58 * len(view.scene.issues)) / (size.h - 260)))
    return Column((grow(paper, share), grow(role_below(view), 1 - share)), gap=S12)


def _paper(view: View, text: TextId, size: Size) -> Widget:
    is_wide = _is_wide(size)
    found = balance_of(view, text)
    tab_line = tab_row(tabs(view), text)
    rows = issue_rows(view, text)
    if text == TODAY:
        below = foot_today(found, no_accord_words(view), no_accord(view))
        return paper_panel(view.scene, tab_line, rows, (), spoken_lines(()), below, "As it is", is_wide=is_wide)
    paper = view.room.texts[text]
    notes: list[tuple[str, Mood]] = [(words, "warn") for words in pressures(view, text)]
    notes += [(f"Your red line: {words}", "bad") for words in found.crossed]
    if course(view.room, text) is Course.CALLED:
        notes.append(("Called for signature: its parties sign or decline at the end of this round.", "plain"))
    if view.seat not in paper.latest.parties and not paper.is_closed:
        notes.append(("You are no party to this text. You can show a stance, not sign.", "plain"))
    said = (*promises(view, text), *spoken(view, paper))
    force = coming_into_force(view, paper)
    return paper_panel(
        view.scene, tab_line, rows, tuple(notes), spoken_lines(said), foot(found, force), is_wide=is_wide
    )


def _watched(view: View, text: TextId, size: Size) -> Widget:
    """Show a text to somebody on no seat: nothing of what it is worth to anybody."""
    is_wide = _is_wide(size)
    tab_line, rows = tab_row(tabs(view), text), issue_rows(view, text)
    if text == TODAY:
        return paper_panel(
            view.scene, tab_line, rows, (), spoken_lines(()), Space(), "As it is", with_worth=False, is_wide=is_wide
        )
    paper = view.room.texts[text]
    below = foot_watched(coming_into_force(view, paper))
    return paper_panel(
        view.scene, tab_line, rows, (), spoken_lines(spoken(view, paper)), below, with_worth=False, is_wide=is_wide
    )


def _strips(sitting: Sitting, desk: Desk, view: View) -> tuple[Widget, ...]:
    """Show what the class has to say, the last refusal, and, if there is room, a first-time tip."""
    found: list[Widget] = [*class_strip(sitting)]
    if sitting.notice:
        found.append(notice(sitting.notice, "warn"))
    named = tip_in_view(sitting, desk, view)
    if named is not None and len(found) < MOST_STRIPS:
        words = Text(named[1], size=SMALL, leading=1.35)
        row = Row(
            (Icon("bulb", 20, Tone.ACCENT), grow(words), button("tip", "Got it", hint="T", value=named[0])), gap=S12
        )
        found.append(Frame(row, fill=Tone.ACCENT_SOFT, edge=Tone.ACCENT, y=6))
    return tuple(found)


def _in_the_way(sitting: Sitting) -> str:
    """Say why what is written now could not be sent, or was not."""
    member = sitting.member
    is_lost = member is not None and not member.is_connected
    return sitting.notice or (member.standing.trouble if member is not None and is_lost else "")


def tip_in_view(sitting: Sitting, desk: Desk, view: View) -> tuple[str, str] | None:
    """Choose the first-time tip that fits what is on the page."""
    if not sitting.is_my_move:
        return None
    names = []
    if view.room.phase in (Phase.CORRIDOR, Phase.FLOOR):
        names += [
            name for name, head in (("pressure", Heading.LEAN), ("lane", Heading.OUR_LANE)) if desk.heading is head
        ]
    names.append({Phase.CORRIDOR: "corridor", Phase.FLOOR: "floor", Phase.STANCES: "stances"}.get(view.room.phase, ""))
    if text_in_view(view, desk.tab) != TODAY:
        names.append("worth")
    return next(((name, words) for name in names if name and (words := sitting.tip(name))), None)


def _bottom(sitting: Sitting, desk: Desk, view: View, size: Size) -> Widget:
    if not sitting.is_my_move:
        return _waiting(sitting, view)
    if view.room.interlude is not None:
        return _interlude(sitting, view)
    if view.room.phase is Phase.STANCES:
        is_open = bool(unstanced(view, desk.stances))
        show = primary("Show my stances", disabled="Choose one for each text" if is_open else "")
        rest = "Abstain on all" if not desk.stances else "Abstain on the rest"
        return action_panel((stances_panel(view, desk.stances, size.h * 0.24),), (show, passing(rest)))
    return _actions(sitting, desk, view, size)


def _actions(sitting: Sitting, desk: Desk, view: View, size: Size) -> Widget:
    marks = (view, desk.heading, desk.kind, tuple(desk.picks.items()), size)
    return desk.shelf.part("actions", marks, lambda: _open_heading(sitting, desk, view, size))


def _open_heading(sitting: Sitting, desk: Desk, view: View, size: Size) -> Widget:
    choices = sitting.choices
    now = opened(view, choices, desk)
    left: list[Widget] = [card_row(now.cards, now.card.kind if now.card is not None else "")]
    if now.card is not None and now.choice is not None:
        command = command_of(view, now.choice, desk.picks)
        questions = asks(view, now.choice, desk.picks)
        line = composer(questions, warning(view, command))
        left += [line] if line is not None else []
        go = primary(now.card.verb, disabled="" if command is not None else missing(questions))
    else:
        go = primary("Choose", disabled="Nothing here just now")
    done = "Done in the corridor" if view.room.phase is Phase.CORRIDOR else "Pass"
    panel = action_panel(tuple(left), (go, passing(done)), foot_height(size))
    return Column((heading_bar(heading_rows(choices), now.heading), panel), gap=S8)


def _interlude(sitting: Sitting, view: View) -> Widget:
    choice = next(one for one in sitting.choices if one.kind == interlude_kind(view))
    refusal = choice.refusal.sentence if choice.refusal is not None else ""
    asked = question(view, refusal)
    assert asked is not None
    yes = () if asked.refusal else (button("do", asked.yes, primary=True, hint="Return"),)
    return question_bar(asked.icon, asked.title, asked.body, (*yes, button("pass", asked.no, hint="0")))


def interlude_kind(view: View) -> str:
    """Name the kind of command that says yes in the interlude."""
    return "raise_doubt" if isinstance(view.room.interlude, Doubt) else "move_procedure"


def _waiting(sitting: Sitting, view: View) -> Widget:
    words, body = waiting_words(view, is_watching=sitting.is_watching)
    if sitting.is_watching:
        body = body or "You are watching."
    hurry = (button("hurry", "Show at once", hint="Space"),) if sitting.can_hurry else ()
    return waiting_bar(words, body, hurry)


def _above(sitting: Sitting, desk: Desk, view: View, size: Size) -> Widget | None:
    match desk.drawer:
        case "role":
            return desk.shelf.part("role", (view, size), lambda: role_drawer(view, size))
        case "agency" if view.scene.has_agency(AgencyId(desk.about)):
            return agency_drawer(view, sitting.table.roster, AgencyId(desk.about), size)
        case "issue" if view.scene.has_issue(IssueId(desk.about)):
            return issue_drawer(view, IssueId(desk.about), size)
        case "worth":
            return worth_drawer(view, text_in_view(view, desk.tab), size)
        case "message":
            return message_dialog(view, desk.to, desk.words, _in_the_way(sitting))
        case "sure":
            return sure_dialog(view)
    return None
