"""What stands at the table in rows and words, as pure functions of the view."""

from dataclasses import replace
from itertools import pairwise

import pytest
from sittings import (
    CLINICS,
    COUNCIL,
    FORCE,
    FUND,
    SHARED,
    A,
    B,
    Noted,
    case,
    everybody_passes,
    first_corridor,
    play,
    sit,
    terms,
)

from game.desk import actions, convening, drafting, paper, seats, slots, words
from game.desk.balance import balance_of, coming_into_force, pressures, promises, spoken
from game.desk.interludes import question
from game.desk.labels import warning
from game.desk.words import Course
from game.desk.worths import breakdown, breakdown_today, no_accord
from game.rules import commands as do
from game.rules.appraisal import appraise
from game.rules.ids import IssueId, OptionId, TextId
from game.rules.view import View
from game.rules.vocabulary import ForumKind, Heading, Phase, Purpose


def choice(sitting: Noted, kind: str, seat: str = "clinics") -> slots.Choice:
    return next(one for one in sitting.table.menu(seat) if one.kind == kind)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "said"), [(3.0, "3"), (2.46, "2.5"), (-4.0, "−4"), (0.04, "0"), (-0.02, "0"), (12.96, "13")]
)
def test_points_are_whole_where_they_can_be(value: float, said: str) -> None:
    assert words.points(value) == said


def test_lists_end_with_and() -> None:
    assert words.listed(["a", "b", "c"]) == "a, b and c"
    assert words.listed([]) == ""
    assert words.counted(1, "cable") == "1 cable"
    assert words.counted(2, "cable") == "2 cables"


# Seats


def test_seats_tell_who_is_here_and_how_they_stand(sitting: Noted, view: View) -> None:
    rows = {row.agency: row for row in seats.seat_rows(view, sitting.table.roster, A)}
    assert "chairs" in rows[FUND].note
    assert "you" in rows[CLINICS].note
    assert rows[CLINICS].trust is None
    assert rows[COUNCIL].trust == view.own.trust[COUNCIL]
    assert {row.mark for row in rows.values()} == {words.Mark.ENDORSE}
    assert f"{view.own.trust[FUND] * 100:.0f} %" in rows[FUND].tip


def test_a_seat_that_left_or_that_nobody_plays_is_named_so() -> None:
    found = sit(absent="force", seat="clinics")
    rows = seats.seat_rows(found.view, found.table.roster, None)
    assert all(row.mark is None for row in rows)
    assert [row.agency for row in rows if "nobody plays it" in row.note] == [FORCE]
    to = found.table.public_view().room
    assert to.phase is Phase.CONVENING
    sitting = first_corridor()
    everybody_passes(sitting, Phase.FLOOR, but="fund")
    play(sitting, do.WalkOut(FUND))
    rows = seats.seat_rows(sitting.table.view(CLINICS), sitting.table.roster, None)
    assert "has left" in next(row.note for row in rows if row.agency == FUND)


# The paper


def test_a_text_says_what_it_settles_and_what_is_contested(view: View) -> None:
    rows = {row.issue: row for row in paper.issue_rows(view, B)}
    clinic = rows[IssueId("clinic")]
    assert [chip.name for chip in clinic.chips if chip.is_chosen] == ["Town masons, Fund pays"]
    assert [remark.words for remark in clinic.remarks] == ["contested by A"]
    assert clinic.is_settled
    opening = rows[IssueId("opening")]
    assert not opening.is_settled
    assert [remark.words for remark in opening.remarks] == ["left as it is: No ceremony"]
    assert "by your mandate" in clinic.reasons


def test_tabs_say_how_far_a_text_has_come(sitting: Noted) -> None:
    everybody_passes(sitting, Phase.FLOOR, but="fund")
    play(sitting, do.CallSignature(FUND, A))
    room = sitting.table.view(CLINICS).room
    assert paper.text_in_view(sitting.table.view(CLINICS), None) == A, "what is about to be signed comes first"
    assert [tab.course for tab in paper.tabs(sitting.table.view(CLINICS))] == [Course.CALLED, Course.OPEN, Course.OPEN]
    everybody_passes(sitting, Phase.SIGNING)
    assert coming_into_force(sitting.table.view(CLINICS), room.texts[A]).is_possible
    for seat in sitting.table.waiting:
        play(sitting, do.Decline(seat, A))
    view = sitting.table.view(CLINICS)
    assert view.room.phase is Phase.CORRIDOR
    assert [tab.course for tab in paper.tabs(view)] == [Course.FELL, Course.OPEN, Course.OPEN]
    force = coming_into_force(view, view.room.texts[A])
    assert force.short == "fell"
    assert "called once more" in force.full


@pytest.mark.parametrize("text", [A, B, words.TODAY])
def test_issues_keep_their_order_in_every_text(view: View, text: TextId) -> None:
    assert [row.issue for row in paper.issue_rows(view, text)] == [issue.id for issue in view.scene.issues]


@pytest.mark.parametrize("seat", [FUND, FORCE, CLINICS, COUNCIL])
def test_the_column_of_points_adds_up_to_the_worth_below_it(sitting: Noted, seat: str) -> None:
    view = sitting.table.view(seat)  # type: ignore[arg-type]
    for text in (A, B, words.TODAY):
        column = sum(row.worth for row in paper.issue_rows(view, text))
        found = balance_of(view, text)
        if found.made_of:
            assert words.points(summed(found.made_of)) == words.points(found.worth)
            assert summed(found.made_of.split()[0]) == pytest.approx(column, abs=0.1)
        else:
            assert column == pytest.approx(found.worth, abs=0.05)


def test_what_an_option_is_worth_says_points_and_effort_apart(view: View) -> None:
    rows = {row.issue: row for row in paper.issue_rows(view, B)}
    chip = next(chip for chip in rows[IssueId("clinic")].chips if chip.is_chosen)
    worth = words.points(rows[IssueId("clinic")].worth)
    assert f"Worth {worth} −\u00a02\u00a0effort to you." in chip.tip
    draft = drafting.fresh_draft(view, B)
    drafted = {row.issue: row.worth for row in drafting.draft_rows(view, draft)}
    assert drafted == {issue: row.worth for issue, row in rows.items()}
    assert drafting.draft_balance(view, draft).made_of == balance_of(view, B).made_of


def summed(sentence: str) -> float:
    """Add up a worth written as a sum."""
    parts = sentence.split()
    signs = {"+": 1, "−": -1}
    rest = pairwise(parts[1:])
    return float(parts[0]) + sum(signs[sign] * float(value) for sign, value in rest if sign in signs)


@pytest.mark.parametrize("seat", [FUND, FORCE, CLINICS, COUNCIL])
def test_what_no_accord_is_worth_opens_as_a_sum(sitting: Noted, seat: str) -> None:
    view = sitting.table.view(seat)  # type: ignore[arg-type]
    opened = breakdown_today(view)
    for lines in (opened.signing, opened.not_signing):
        assert sum(line.points for line in lines[:-1]) == pytest.approx(lines[-1].points, abs=0.05)
    assert opened.not_signing[-1].words == "With no accord at all"
    assert opened.not_signing[-1].points == no_accord(view)
    fresh = sit(seat=seat).view
    assert no_accord(fresh) == fresh.own.walk_away


def test_an_amendment_is_marked_with_its_author(sitting: Noted) -> None:
    everybody_passes(sitting, Phase.FLOOR, but="council")
    amended = terms(clinic="masons", road="patrols", opening="town")
    play(sitting, do.Amend(COUNCIL, B, amended, (FORCE, CLINICS, COUNCIL)))
    view = sitting.table.view(CLINICS)
    rows = {row.issue: [remark.words for remark in row.remarks] for row in paper.issue_rows(view, B)}
    assert "changed by Town council" in rows[IssueId("road")]
    assert "added by Town council" in rows[IssueId("opening")]
    assert "carries, but is no party: Recovery Fund" in rows[IssueId("clinic")]
    assert not coming_into_force(view, view.room.texts[B]).is_possible
    assert paper.tabs(view)[1].note.startswith("version 2")


def test_the_youngest_open_text_is_in_view_first(view: View) -> None:
    assert paper.text_in_view(view, None) == B
    assert paper.text_in_view(view, A) == A
    assert paper.text_in_view(view, words.TODAY) == words.TODAY
    assert paper.text_in_view(sit(seat="clinics").view, None) == words.TODAY


def test_today_shows_lanes(sitting: Noted) -> None:
    play(sitting, do.DeclareLane(CLINICS, IssueId("clinic"), OptionId("mobile")))
    rows = paper.issue_rows(sitting.table.view(FUND), words.TODAY)
    assert [remark.words for remark in rows[0].remarks] == ["lane, Coast Clinics: Mobile team in tents"]


def test_worth_and_reservation_are_those_of_the_rules(view: View) -> None:
    now = view.room.texts[A].latest
    found = appraise(view, now.terms, now.parties, A)
    shown = balance_of(view, A)
    assert (shown.worth, shown.reservation) == (found.worth, found.reservation)
    assert 0 <= shown.at <= 1
    assert shown.is_better is (found.worth > found.reservation)


@pytest.mark.parametrize("text", [A, B])
@pytest.mark.parametrize("seat", [FUND, FORCE, CLINICS, COUNCIL])
def test_every_worth_adds_up_from_its_lines(sitting: Noted, seat: str, text: str) -> None:
    view = sitting.table.view(seat)  # type: ignore[arg-type]
    now = view.room.texts[text].latest  # type: ignore[index]
    opened = breakdown(view, now.terms, now.parties, text)  # type: ignore[arg-type]
    for lines in (opened.signing, opened.not_signing):
        assert lines[-1].is_sum
        assert sum(line.points for line in lines[:-1]) == pytest.approx(lines[-1].points, abs=0.05)


def test_pressure_and_pledges_show_to_those_they_concern(sitting: Noted, view: View) -> None:
    assert pressures(view, A)[0].startswith("**Recovery Fund** leans on you")
    assert "12" in pressures(view, A)[0]
    assert pressures(view, B) == ()
    assert promises(view, B)[0].startswith("**Town council** pledged you 2")
    assert "You lean on **Coast Clinics**" in pressures(sitting.table.view(FUND), A)[0]
    assert pressures(sitting.table.view(FORCE), A) == ()
    assert promises(sitting.table.view(FORCE), A) == ()


def test_doubts_are_told_on_the_paper(sitting: Noted) -> None:
    everybody_passes(sitting, Phase.FLOOR, but="clinics")
    play(sitting, do.RaiseDoubt(CLINICS, A))
    view = sitting.table.view(COUNCIL)
    assert spoken(view, view.room.texts[A]) == ("**Coast Clinics** raised a doubt: it is against the text.",)
    own = sitting.table.view(CLINICS)
    assert spoken(own, own.room.texts[A])[0].startswith("**You** raised a doubt")
    asked = question(view)
    assert asked is not None
    assert "Text A" in asked.title


# Headings and composers


def test_every_refusal_is_one_sentence(sitting: Noted) -> None:
    for seat in case().agency_ids:
        view = sitting.table.view(seat)
        for heading in Heading:
            for card in actions.cards(view, sitting.table.menu(seat), heading):
                assert card.refusal == "" or card.refusal.endswith(".")


def test_no_time_is_said_so_and_not_that_one_was_met() -> None:
    sitting = first_corridor()
    play(sitting, do.Meet(CLINICS, COUNCIL), do.Meet(CLINICS, FORCE))
    view = sitting.table.view(CLINICS)
    cards = {card.kind: card for card in actions.cards(view, sitting.table.menu(CLINICS), Heading.TALK)}
    assert cards["meet"].refusal == "It takes time, and you have none left this round."
    assert cards["disclose"].refusal == ""


@pytest.mark.parametrize("heading", list(Heading))
def test_cards_keep_their_places_whether_they_can_be_chosen_or_not(sitting: Noted, heading: Heading) -> None:
    in_corridor = [card.kind for card in actions.cards(sitting.view, sitting.table.menu(CLINICS), heading)]
    everybody_passes(sitting, Phase.FLOOR, but="clinics")
    on_the_floor = [card.kind for card in actions.cards(sitting.view, sitting.table.menu(CLINICS), heading)]
    assert in_corridor == on_the_floor


def test_what_belongs_to_the_floor_is_said_to_belong_there(view: View, sitting: Noted) -> None:
    cards = actions.cards(view, sitting.table.menu(CLINICS), Heading.TEXT)
    assert {card.refusal for card in cards} == {"This can be done when you have the floor."}
    assert actions.usual_heading(view, sitting.table.menu(CLINICS)) is Heading.TALK


def test_the_composer_asks_one_thing_after_the_other(sitting: Noted) -> None:
    play(sitting, do.Meet(CLINICS, COUNCIL))
    view, kind = sitting.table.view(CLINICS), choice(sitting, "disclose")
    asked = slots.asks(view, kind, {})
    assert [ask.slot.field for ask in asked] == ["whom", "issue"]
    assert asked[0].is_answered, "there is only one whom I met"
    picks = slots.picked(kind, {}, "issue", "road")
    assert [ask.slot.field for ask in slots.asks(view, kind, picks)] == ["whom", "issue", "is_shaded"]
    command = slots.command_of(view, kind, picks)
    assert command == do.Disclose(CLINICS, COUNCIL, IssueId("road"))
    shaded = slots.command_of(view, kind, slots.picked(kind, picks, "is_shaded", True))
    assert isinstance(shaded, do.Disclose)
    assert shaded.is_shaded
    assert "found out" in warning(view, shaded)


def test_the_room_is_an_answer_of_its_own(view: View, sitting: Noted) -> None:
    kind = choice(sitting, "share")
    fact = kind.commands[0].fact  # type: ignore[union-attr]
    asked = slots.asks(view, kind, {"fact": fact})
    assert "The whole room" in [pick.label.words for pick in asked[1].picks]
    assert not asked[1].is_answered
    command = slots.command_of(view, kind, {"fact": fact, "whom": None})
    assert command == do.Share(CLINICS, fact, None)


def test_several_partners_can_assess_together(view: View, sitting: Noted) -> None:
    kind = choice(sitting, "assess_jointly")
    picks = slots.picked(kind, {"fact": kind.commands[0].fact}, "partners", COUNCIL)  # type: ignore[union-attr]
    picks = slots.picked(kind, picks, "partners", FUND)
    command = slots.command_of(view, kind, picks)
    assert isinstance(command, do.AssessJointly)
    assert command.partners == (FUND, COUNCIL)
    assert slots.picked(kind, picks, "partners", FUND)["partners"] == (COUNCIL,)


def test_a_single_partner_is_chosen_already(view: View, sitting: Noted) -> None:
    kind = choice(sitting, "assess_jointly")
    few = replace(kind, commands=kind.commands[:1])
    command = slots.command_of(view, few, {})
    assert isinstance(command, do.AssessJointly)
    assert command == kind.commands[0]


def test_what_is_missing_is_said_in_the_words_of_its_question(view: View, sitting: Noted) -> None:
    kind = choice(sitting, "share")
    assert slots.missing(slots.asks(view, kind, {})) == "First choose which fact"
    fact = kind.commands[0].fact  # type: ignore[union-attr]
    assert slots.missing(slots.asks(view, kind, {"fact": fact})) == "First choose with whom"
    everybody_passes(sitting, Phase.FLOOR, but="clinics")
    motion = choice(sitting, "move_procedure")
    assert slots.missing(slots.asks(sitting.table.view(CLINICS), motion, {})) == "First choose what you move"


def test_a_motion_needs_something_to_move(sitting: Noted) -> None:
    everybody_passes(sitting, Phase.FLOOR, but="clinics")
    view, kind = sitting.table.view(CLINICS), choice(sitting, "move_procedure")
    assert slots.command_of(view, kind, {}) is None
    picks = slots.picked(kind, slots.picked(kind, {}, "chair", COUNCIL), "purpose", Purpose.JOINT_ANALYSIS)
    assert slots.command_of(view, kind, picks) == do.MoveProcedure(CLINICS, COUNCIL, (), Purpose.JOINT_ANALYSIS)
    assert "purpose" not in slots.picked(kind, picks, "purpose", Purpose.JOINT_ANALYSIS)


def test_a_pledge_stays_in_the_budget(view: View, sitting: Noted) -> None:
    kind = choice(sitting, "pledge")
    most = view.own.pledge_left
    picks = {"whom": FUND, "text": B, "points": 99}
    command = slots.command_of(view, kind, picks)
    assert isinstance(command, do.Pledge)
    assert command.points == most


# Writing a text


def test_a_draft_starts_with_whoever_is_invited(view: View) -> None:
    draft = drafting.fresh_draft(view)
    assert drafting.parties_of(view, draft) == case().agency_ids
    assert drafting.refusal_of(view, draft) != ""


def test_what_suits_me_best_is_no_worse_than_any_text_on_the_table(sitting: Noted) -> None:
    for seat in case().agency_ids:
        view = sitting.table.view(seat)
        draft = drafting.from_best(view, drafting.fresh_draft(view))
        best = drafting.draft_balance(view, draft)
        assert best.crossed == ()
        assert best.worth >= max(balance_of(view, text).worth for text in (A, B)) - 1e-9
        assert all(view.scene.issue(issue).status_quo != option for issue, option in draft.terms.items())


def test_an_amendment_starts_from_the_text_and_marks_changes(view: View) -> None:
    draft = drafting.fresh_draft(view, B)
    assert drafting.terms_of(view, draft) == SHARED
    changed = drafting.with_term(view, draft, IssueId("road"), None)
    rows = {row.issue: row for row in drafting.draft_rows(view, changed)}
    assert [remark.words for remark in rows[IssueId("road")].remarks] == ["you change this"]
    assert drafting.command_for(view, changed) == do.Amend(
        CLINICS, B, terms(clinic="masons"), (FUND, FORCE, CLINICS, COUNCIL)
    )


def test_a_draft_shows_what_others_said_an_issue_is_worth(view: View) -> None:
    draft = drafting.fresh_draft(view, A)
    rows = {row.issue: row.told for row in drafting.draft_rows(view, draft)}
    assert "Town council: 10 here, most for Safe hours, told by town (26)" in rows[IssueId("road")]
    assert rows[IssueId("opening")] == ""


# Convening


def test_the_chair_cannot_leave_everybody_out() -> None:
    view = sit(seat="fund").view
    charter = convening.found_charter(view)
    for agency in (FORCE, CLINICS, COUNCIL):
        charter = convening.changed(charter, "invite", agency)
    assert convening.refusal_of(view, charter) == "Invite at least one other agency."


def test_a_contact_group_refuses_a_common_strategy() -> None:
    charter = convening.changed(convening.found_charter(sit(seat="fund").view), "forum", ForumKind.CONTACT_GROUP)
    refused = [one.name for one in convening.purpose_settings(charter) if one.refusal]
    assert refused == ["Common strategy"]
