"""A whole round of the tutorial at the table, by real keys and real clicks."""

from sittings import (
    CLINICS,
    COUNCIL,
    FUND,
    PUSHED,
    SMALLEST,
    A,
    Noted,
    case,
    drive,
    everybody_passes,
    first_corridor,
    floor,
    play,
    second_corridor,
    sit,
    words_on,
)

from game.rules import commands as do
from game.rules.vocabulary import ForumKind, Phase, Purpose, Stance
from game.ui import Message
from game.ui.driver import Driver
from game.ui.screens.table import TableScreen

TICK = 10_000


def watch(driver: Driver, sitting: Noted) -> None:
    """Let the computers play until it is my move."""
    for _ in range(300):
        if sitting.is_my_move:
            return
        driver.pass_time(TICK)
    raise AssertionError("my move does not come")


def test_the_chair_convenes_by_keyboard() -> None:
    sitting = sit(persons=("fund",))
    driver = drive(sitting)
    assert driver.sees("You chair the Ostrel customs house meeting")
    driver.click("purpose:joint_analysis")
    driver.click("forum:contact_group")
    driver.click("invite:council")
    driver.press("Ctrl+Return")
    forum = sitting.view.room.forum
    assert (forum.kind, forum.purpose) == (ForumKind.CONTACT_GROUP, Purpose.JOINT_ANALYSIS)
    assert COUNCIL not in forum.invited


def test_a_contact_group_gives_up_a_common_strategy() -> None:
    sitting = sit(persons=("fund",))
    driver = drive(sitting)
    driver.click("purpose:common_strategy")
    driver.click("forum:contact_group")
    driver.click("do")
    assert sitting.view.room.forum.purpose is Purpose.DIVISION_OF_LABOUR


def test_a_round_by_keyboard() -> None:
    sitting = sit(persons=("clinics",))
    driver = drive(sitting)
    watch(driver, sitting)
    driver.press("1", "Return", "Return", "Return")  # Talk, Meet somebody, the first of them, do it
    assert [command.kind for command in sitting.done] == ["meet"]
    driver.press("0")
    assert driver.sees("Done in the corridor?")
    driver.press("Return")
    watch(driver, sitting)
    assert sitting.table.phase is Phase.FLOOR
    driver.press("5", "Return")
    assert driver.sees("A TEXT FOR THE TABLE")
    driver.press("Ctrl+Return")
    assert sitting.table.phase is Phase.FLOOR, "an empty text cannot be tabled"
    driver.press("Right", "Right", "Right", "Return", "Ctrl+Return")
    assert [command.kind for command in sitting.done] == ["meet", "pass", "table"]
    watch(driver, sitting)
    assert sitting.table.phase is Phase.STANCES
    texts = tuple(sitting.view.room.texts)
    for _ in texts:
        driver.press("1")
    driver.press("Ctrl+Return")
    assert sitting.done[3:] == [do.TakeStance(CLINICS, text, Stance.ENDORSE) for text in texts]


def test_a_round_by_mouse() -> None:
    sitting = sit(persons=("clinics",))
    driver = drive(sitting)
    watch(driver, sitting)
    driver.click("head:find_out")
    driver.click("card:investigate")
    driver.click("pick:fact:stone")
    driver.click("do")
    assert [command.kind for command in sitting.done] == ["investigate"]
    driver.click("pass")
    driver.click("pass:sure")
    watch(driver, sitting)
    driver.click("head:text")
    driver.click("do")
    driver.click("from:best")
    driver.click("do")
    watch(driver, sitting)
    texts = tuple(sitting.view.room.texts)
    for text in texts:
        driver.click(f"stance:{text}:{Stance.ABSTAIN}")
    driver.click("do")
    assert [command.kind for command in sitting.done[:3]] == ["investigate", "pass", "table"]
    assert sitting.done[3:] == [do.TakeStance(CLINICS, text, Stance.ABSTAIN) for text in texts]


def test_abstaining_on_all_is_one_key() -> None:
    sitting = first_corridor()
    everybody_passes(sitting, Phase.FLOOR)
    play(sitting, do.Table(sitting.table.waiting[0], PUSHED, case().agency_ids))
    everybody_passes(sitting, Phase.STANCES)
    drive(sitting).press("0")
    assert [command.kind for command in sitting.done] == ["pass"]


def test_while_i_wait_the_others_move_one_by_one_and_can_be_hurried() -> None:
    sitting = sit(persons=("clinics",))
    driver = drive(sitting)
    watch(driver, sitting)
    driver.press("0", "Return")
    assert driver.sees("Waiting for")
    before = len(sitting.sentences)
    driver.pass_time(TICK)
    after = len(sitting.sentences)
    assert before < after
    driver.press("Space")
    assert sitting.is_my_move


def test_leaving_no_time_passes_without_asking() -> None:
    sitting = first_corridor()
    play(sitting, do.Meet(CLINICS, COUNCIL), do.ConsultHome(CLINICS))
    drive(sitting).press("p")
    assert [command.kind for command in sitting.done] == ["pass"]


def test_a_message_goes_to_whom_it_is_written() -> None:
    sitting = first_corridor()
    driver = drive(sitting)
    driver.press("m")
    driver.click("to:council")
    driver.click("words")
    driver.press("Home")  # a key that is no letter, so that what follows is typing
    driver.type("Come over")
    driver.press("Return")
    assert sitting.done == [do.SendMessage(CLINICS, COUNCIL, "Come over")]
    assert not driver.has("words")


def test_everything_can_be_opened_and_closed_by_keyboard() -> None:
    sitting = second_corridor()
    driver = drive(sitting)
    driver.press("r")
    assert driver.sees("Coast Clinics: your role")
    driver.press("r")
    assert not driver.sees("Coast Clinics: your role")
    driver.press("w")
    assert driver.sees("Text B: worth to you")
    driver.press("Escape")
    while not (driver.focus or "").startswith("agency:"):
        driver.press("Tab")
    driver.press("Home", "Return")
    assert driver.sees("What everybody knows".upper())
    driver.press("Escape")
    while not (driver.focus or "").startswith("issue:"):
        driver.press("Tab")
    driver.press("Return")
    assert driver.sees("Carried by")
    driver.press("Escape")
    assert driver.app.screen.desk.drawer == ""  # type: ignore[attr-defined]


def test_the_numbers_of_today_open_as_they_stand_at_the_foot() -> None:
    sitting = first_corridor()
    driver = drive(sitting)
    assert driver.sees("With no accord at all")
    assert driver.sees("42")
    driver.press("w")
    assert driver.sees("What you can do on your own, for 100 % of your points")
    assert [text for text in driver.texts() if text == "42"] == ["42", "42"]


def test_tabs_show_one_text_at_a_time() -> None:
    sitting = second_corridor()
    driver = drive(sitting)
    driver.click("tab:A")
    assert driver.sees("Recovery Fund leans on you about this text")
    driver.click("tab:today")
    assert not driver.sees("leans on you")


def test_a_text_called_for_signature_says_so() -> None:
    sitting = second_corridor()
    everybody_passes(sitting, Phase.FLOOR, but="fund")
    play(sitting, do.CallSignature(FUND, A))
    driver = drive(sitting)
    driver.click("tab:A")
    assert driver.sees("Called for signature")
    everybody_passes(sitting, Phase.STANCES)
    sitting.sit_down(CLINICS)
    driver.wake()
    assert driver.has(f"stance:A:{Stance.ENDORSE}")
    assert [words for words in driver.texts() if "called for signature" in words] == ["Text A  called for signature"]


def test_a_tip_comes_to_whoever_uses_keys_and_not_by_itself_after_a_click() -> None:
    sitting = first_corridor()
    driver = drive(sitting)
    driver.click("card:meet")
    assert driver.focus == "pick:whom:fund"
    driver.pass_time(TICK)
    assert driver.app.stage.tip() is None
    driver.press("Right")
    driver.pass_time(TICK)
    tip = driver.app.stage.tip()
    assert tip is not None
    assert tip[0].startswith("Harbour Force")


def test_the_button_says_what_is_missing() -> None:
    sitting = first_corridor()
    driver = drive(sitting)
    assert driver.sees("First choose whom")
    driver.click("do")
    assert sitting.done == []
    driver.click("pick:whom:council")
    assert not driver.sees("First choose")
    driver.click("do")
    assert sitting.done == [do.Meet(CLINICS, COUNCIL)]


def test_a_draft_can_be_put_away() -> None:
    sitting = floor(first_corridor())
    driver = drive(sitting)
    driver.press("5", "Return")
    driver.click("term:clinic:masons")
    driver.press("Escape")
    assert driver.focus == "card:table"
    assert sitting.done == []


def test_parties_follow_the_carriers_until_they_are_chosen() -> None:
    sitting = floor(first_corridor())
    driver = drive(sitting)
    driver.press("5", "Return")
    driver.click("term:clinic:masons")
    driver.click("party:fund")
    assert driver.sees("without being a party")
    driver.click("party:fund")
    driver.click("do")
    table = sitting.done[0]
    assert isinstance(table, do.Table)
    assert set(table.parties) == set(case().agency_ids)


def test_what_is_on_the_desk_does_not_outlive_the_phase() -> None:
    sitting = first_corridor()
    screen = TableScreen(sitting)
    screen.on(Message("card", "consult_home"))
    everybody_passes(sitting, Phase.FLOOR)
    screen.on(Message("nothing"))
    assert screen.desk.kind == ""


def test_a_refusal_is_shown_in_a_sentence() -> None:
    sitting = first_corridor()
    driver = drive(sitting)
    assert not sitting.submit(do.Meet(CLINICS, CLINICS))
    driver.wake()
    assert driver.sees("Choose another agency than your own.")


def test_tips_are_shown_once() -> None:
    sitting = first_corridor()
    driver = drive(sitting)
    assert driver.sees("Each dot beside Time")
    driver.press("t")
    assert not driver.sees("Each dot beside Time")
    driver.press("7")
    assert driver.sees("A lane is what you will do anyway")
    driver.click("tip")
    assert not driver.sees("A lane is what you will do anyway")


def test_whoever_watches_can_do_nothing_but_look() -> None:
    sitting = sit(persons=("nobody",), seat="clinics")
    sitting.is_watching = True
    driver = drive(sitting)
    assert driver.sees("Watching")
    assert not driver.has("worth")
    driver.press("1", "Return", "0")
    assert sitting.done == []
    told = " ".join(words_on(TableScreen(sitting).build(SMALLEST)))
    assert "stays under canvas until there is a plan" in told
    assert "to you" not in told
