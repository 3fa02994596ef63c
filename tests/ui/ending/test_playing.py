"""The ending played in the tutorial, by keyboard alone and by mouse alone."""

from collections.abc import Callable

from endings import TUTORIAL, at_phase, carried_out, carriers_decide, computers, two_accords

from game.rules.commands import Pass, RaiseDoubt, Sign
from game.rules.ids import AgencyId, TextId
from game.rules.vocabulary import Phase
from game.session import Table
from game.ui.driver import Driver
from game.ui.screens.table import TableScreen

A = TextId("A")
CLINICS, FUND = AgencyId("clinics"), AgencyId("fund")
Play = Callable[..., Driver]


def pressed(phase: Phase) -> Table:
    table = at_phase(TUTORIAL, "pressed", phase)
    computers(table, CLINICS)
    return table


def signature(table: Table) -> object:
    return table.public_view().room.texts[A].signatures.get(CLINICS)


def focus(driver: Driver, key: str) -> None:
    """Tab until a control has the focus."""
    for _ in range(60):
        if driver.focus == key:
            return
        driver.press("Tab")
    raise AssertionError(f"{key} cannot be reached by Tab")


def test_signing_by_keys(play: Play) -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.SIGNING)
    driver = play(table, CLINICS)
    assert driver.sees("Sign but for one term")
    driver.press("Return")
    assert signature(table) is None, "nothing is given before it is chosen"
    driver.press("1", "Return")
    assert signature(table).is_signed  # type: ignore[attr-defined]


def test_signing_but_for_a_term_by_keys(play: Play) -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.SIGNING)
    driver = play(table, CLINICS)
    driver.press("2")
    focus(driver, "term:clinic")
    driver.press("Down", "Space", "Return")
    assert signature(table).reserved == "road"  # type: ignore[attr-defined]


def test_declining_by_mouse(play: Play) -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.SIGNING)
    driver = play(table, CLINICS)
    driver.click("tip")
    assert not driver.has("tip")
    driver.click("choose:decline")
    assert driver.sees("Threats made to you could cost 12 points")
    driver.click("give")
    assert not signature(table).is_signed  # type: ignore[attr-defined]


def test_a_doubt_is_raised_joined_and_let_stand(play: Play) -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.SIGNING)
    driver = play(table, CLINICS)
    driver.press("4", "Return")
    assert table.public_view().room.texts[A].doubts[CLINICS] < 0
    council = play(table, "council")
    assert council.sees("Do you say so too?")
    council.click("choose:follow")
    council.click("give")
    assert "council" in table.public_view().room.texts[A].doubts
    fund = play(table, FUND)
    fund.press("2", "Return")
    force = play(table, "force")
    force.press("2", "Return")
    assert table.public_view().room.interlude is None
    assert play(table, CLINICS).has("choose:sign")


def test_an_answer_chosen_before_somebody_doubts_waits_until_the_doubt_is_over(play: Play) -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.SIGNING)
    council = AgencyId("council")
    driver = play(table, council)
    driver.press("1")
    assert driver.sees("Sign it")
    assert table.receive(CLINICS, RaiseDoubt(CLINICS, A)).is_accepted
    driver.pass_time(10)
    driver.press("F1", "Escape")
    assert driver.sees("Do you say so too?")
    assert driver.sees("Choose first")
    for seat in table.waiting:
        assert table.receive(seat, Pass(seat)).is_accepted
    driver.press("F1", "Escape")
    assert driver.sees("Sign it")


def test_whoever_signed_waits_and_sees_who_is_left(play: Play) -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.SIGNING)
    assert table.receive(CLINICS, Sign(CLINICS, A)).is_accepted
    computers(table, CLINICS)
    driver = play(table, CLINICS, pace="unhurried")
    assert driver.sees("You signed.")
    assert not driver.has("give")
    driver.press("Space")
    assert type(driver.app.screen) is TableScreen, "the computers answered, and the game went on"


def test_from_ballot_to_debrief_by_keys(play: Play) -> None:
    table = pressed(Phase.BALLOT)
    driver = play(table, CLINICS)
    driver.press("Return")
    assert table.phase is Phase.BALLOT, "one's own answer is needed"
    focus(driver, "answer:A:clinics:0")
    driver.press("Right", "Right", "Return")
    focus(driver, "answer:A:fund:0")
    driver.press("End", "Space")
    assert driver.sees("1 of 3 others predicted")
    focus(driver, "cast")
    driver.press("Return")
    ballot = table.view(CLINICS).own.ballots[A]
    assert (ballot.own, dict(ballot.predictions)) == (2, {FUND: 4})
    driver.pass_time(10)
    assert table.phase is Phase.FIRST_EFFORTS
    focus(driver, "effort:A")
    driver.press("Home", *(["Right"] * 4), "Return")
    assert table.view(CLINICS).own.efforts[A].effort == 0.2
    for _ in range(8):
        driver.pass_time(10)
    assert table.phase is Phase.SECOND_EFFORTS
    assert driver.sees("Quarter 2 of 4")
    driver.press("Return")
    for _ in range(8):
        driver.pass_time(10)
    assert driver.sees("The year is over")
    driver.press("Return")
    assert driver.sees("Debrief")
    driver.press("2")
    assert driver.sees("WHO BENT WHOM")
    driver.press("3")
    assert driver.sees("THE TESTS THAT DECIDED")
    driver.press("4")
    assert driver.sees("What to carry over")


def test_from_ballot_to_title_by_mouse(play: Play) -> None:
    table = pressed(Phase.BALLOT)
    driver = play(table, CLINICS)
    driver.click("tip")
    driver.click("answer:A:clinics:1")
    for seat in ("fund", "force", "council"):
        driver.click(f"answer:A:{seat}:3")
    driver.click("cast")
    driver.pass_time(10)
    box = driver.box("effort:A")
    driver.click_at(box.x + 12, box.middle[1])
    driver.click("set")
    for _ in range(8):
        driver.pass_time(10)
    assert table.view(CLINICS).own.efforts[A].effort == 0
    driver.click("set")
    for _ in range(8):
        driver.pass_time(10)
    driver.click("debrief")
    driver.click("score:clinics")
    assert driver.sees("What Coast Clinics took home")
    driver.click("shut")
    driver.click("step:1")
    driver.click("look:council")
    assert driver.sees("THE YES OF TOWN COUNCIL")
    driver.click("table:ballot")
    assert driver.sees("Foresaw the others")
    driver.click("step:3")
    driver.click("leave now")
    assert driver.is_over


def test_quarters_come_one_by_one_and_can_be_skipped(play: Play) -> None:
    table = pressed(Phase.FIRST_EFFORTS)
    driver = play(table, CLINICS, pace="normal")
    driver.press("Return")
    driver.press("Space")
    assert table.phase is Phase.SECOND_EFFORTS
    seen = []
    for _ in range(60):
        driver.pass_time(300)
        quarter = next(words for words in driver.texts() if "uarter" in words)
        if quarter not in seen:
            seen.append(quarter)
    assert seen[-2:] == ["Quarter 1 of 4", "Quarter 2 of 4"]
    driver.press("Return")
    while not driver.has("skip"):
        driver.pass_time(300)
    assert driver.sees("The quarters go by.")
    driver.click("skip")
    assert driver.sees("The year is over")


def test_another_effort_for_each_term(play: Play) -> None:
    table = at_phase(TUTORIAL, "sincere", Phase.FIRST_EFFORTS)
    driver = play(table, "council")
    driver.click("each:A")
    focus(driver, "effort:A:road")
    driver.press("Home")
    driver.press("Return")
    plan = table.view(AgencyId("council")).own.efforts[A]
    assert plan.by_issue == {"clinic": 1.0, "road": 0.0, "opening": 1.0}


def test_pledges_and_threats_are_settled_by_mouse_and_by_keys(play: Play) -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.SETTLING, change=carriers_decide)
    driver = play(table, FUND)
    driver.press("Return")
    assert driver.sees("Decide on 2 more")
    pledge, threat = (key for key in driver.page.controls if key.endswith(":yes"))
    driver.click(pledge)
    focus(driver, threat)
    driver.press("Right", "Space")
    driver.press("Return")
    reasons = {one.reason: one.points for one in table.view(FUND).own.adjustments}
    assert reasons == {"pledge_kept": -4, "threat_dropped": -6}


def test_whoever_carries_nothing_watches(play: Play) -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.FIRST_EFFORTS, change=carriers_decide)
    computers(table, CLINICS)
    driver = play(table, CLINICS, pace="unhurried")
    assert driver.sees("You carry nothing and watch.")
    assert not driver.has("set")
    for _ in range(40):
        driver.pass_time(4000)
    assert driver.sees("The year is over")


def test_a_threat_carried_out_is_told_before_the_debrief_where_nothing_is_carried(play: Play) -> None:
    driver = play(carried_out(), CLINICS)
    assert driver.sees("carried out its threat against you about Text A: −12 points.")
    assert "Round 3 of 3" not in driver.texts()
    driver.press("Return", "2")
    assert driver.sees("It did not sign, and the threat was carried out: −12 for it, −3 for Recovery Fund.")


def test_whom_no_threat_concerned_goes_straight_to_the_debrief(play: Play) -> None:
    assert play(carried_out(), "force").sees("Debrief")


def test_what_was_settled_stands_above_the_quarters(play: Play) -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.SETTLING, change=carriers_decide)
    computers(table, FUND)
    driver = play(table, FUND)
    for key in [key for key in driver.page.controls if key.startswith("settle:") and key.endswith(":yes")]:
        driver.click(key)
    driver.press("Return")
    driver.pass_time(10)
    assert type(driver.app.screen).__name__ == "EffortsScreen"
    assert driver.sees("You carried out your threat against Coast Clinics about Text A: −3 points.")


def test_several_accords_are_looked_at_in_turn(play: Play) -> None:
    driver = play(two_accords(), FUND)
    driver.press("Return")
    driver.press("Return")
    driver.press("2")
    assert driver.sees("Text A: two said yes")
    assert not driver.sees("Harbour Force"), "it is no party to Text A"
    focus(driver, "accord:A")
    driver.press("Right", "Space")
    assert driver.sees("THE YES OF TOWN COUNCIL")
    assert driver.sees("Harbour Force")
    driver.press("1")
    driver.click("page:course")
    assert driver.sees("not seen by all at the time")


def test_steps_follow_each_other_by_keys(play: Play) -> None:
    driver = play(two_accords(), FUND)
    driver.press("Return", "Return")
    driver.press("N", "N", "N", "N")
    assert driver.sees("Talk about them before you leave.")
    driver.press("B")
    assert driver.sees("THE TESTS THAT DECIDED")
    focus(driver, "step:2")
    driver.press("Left", "Space")
    assert driver.sees("WHO BENT WHOM")


def test_a_score_opens_and_shuts_by_keys(play: Play) -> None:
    driver = play(two_accords(), FUND)
    driver.press("Return", "Return")
    focus(driver, "score:council")
    driver.press("Return")
    assert driver.sees("What Ostrel town council took home")
    driver.press("Escape")
    assert not driver.sees("What Ostrel town council took home")


def test_a_command_leads_to_its_line_in_the_course_and_back(play: Play) -> None:
    driver = play(carried_out(), CLINICS)
    driver.press("Return", "2")
    marks = [key for key in driver.page.controls if key.startswith("threat 0:")]
    focus(driver, marks[0])
    driver.press("Return")
    assert driver.focus == "sought"
    assert 0 < driver.box("sought").y < 720
    assert marks[0].partition(":")[2] in driver.texts()
    driver.press("Return")
    assert driver.sees("WHO LEANED ON WHOM")
    assert driver.focus == marks[0]
    driver.click(marks[0])
    driver.press("3", "1")
    assert not driver.has("sought")


def test_a_command_leads_there_from_a_score_too(play: Play) -> None:
    driver = play(carried_out(), CLINICS, size=(1920, 1080))
    driver.press("Return")
    driver.click("score:clinics")
    mark = next(key for key in driver.page.controls if key.startswith("mandate ") and ":" in key)
    driver.click(mark)
    assert not driver.sees("What Coast Clinics took home")
    assert driver.focus == "sought"
    driver.press("Return")
    assert driver.sees("What Coast Clinics took home")
    assert driver.focus == mark


def test_what_has_no_line_in_the_course_looks_like_no_link(play: Play) -> None:
    driver = play(two_accords(), FUND)
    driver.press("Return", "Return", "2")
    told = driver.app.screen.sight.told  # type: ignore[attr-defined]
    marks = {int(words.removeprefix("command ")) for words in driver.texts() if words.startswith("command ")}
    assert marks - told
    assert marks & told
    links = {int(key.rpartition(":")[2]) for key in driver.page.controls if key.rpartition(":")[2].isdigit()}
    assert {mark for mark in marks if mark in told} <= links
    assert not {mark for mark in marks if mark not in told} & links
