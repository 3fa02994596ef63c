"""Every kind of command can be given by keyboard alone and by mouse alone."""

from collections.abc import Callable

import pytest
from sittings import (
    CLINICS,
    COUNCIL,
    FORCE,
    FUND,
    PUSHED,
    A,
    Noted,
    case,
    drive,
    everybody_passes,
    first_corridor,
    floor,
    play,
    second_corridor,
)

from game.desk.actions import HEADINGS, SAYINGS
from game.rules import commands as do
from game.rules.vocabulary import Phase, Stance
from game.ui.driver import Driver
from game.ui.screens.table.screen import TableScreen

Situation = Callable[[], Noted]


def after_a_meeting() -> Noted:
    sitting = first_corridor()
    play(sitting, do.Meet(CLINICS, COUNCIL))
    return sitting


def having_leaned() -> Noted:
    sitting = second_corridor()
    play(sitting, do.Press(CLINICS, FUND, A))
    return sitting


def floor_with_texts() -> Noted:
    return floor(second_corridor())


def floor_having_heard() -> Noted:
    """The council spun a fact to the clinics, who know better by now."""
    sitting = first_corridor()
    stone = case().facts[0].id
    play(sitting, do.Meet(COUNCIL, CLINICS), do.Share(COUNCIL, stone, CLINICS, is_spun=True))
    play(sitting, do.Investigate(CLINICS, stone))
    return floor(sitting)


def floor_objected() -> Noted:
    """Text A is the clinics' own, and the fund objects."""
    sitting = first_corridor()
    floor(sitting)
    play(sitting, do.Table(CLINICS, PUSHED, case().agency_ids))
    everybody_passes(sitting, Phase.STANCES)
    play(sitting, do.TakeStance(FUND, A, Stance.OBJECT))
    everybody_passes(sitting, Phase.CORRIDOR)
    return floor(sitting)


def floor_after_leaving() -> Noted:
    sitting = floor(first_corridor())
    play(sitting, do.WalkOut(CLINICS))
    everybody_passes(sitting, Phase.CORRIDOR)
    everybody_passes(sitting, Phase.FLOOR, but="clinics")
    return sitting


SITUATIONS: dict[str, Situation] = {
    "meet": first_corridor,
    "disclose": after_a_meeting,
    "share": after_a_meeting,
    "caucus": first_corridor,
    "investigate": first_corridor,
    "assess_jointly": first_corridor,
    "cable_home": first_corridor,
    "consult_home": first_corridor,
    "press": second_corridor,
    "withdraw_pressure": having_leaned,
    "pledge": second_corridor,
    "declare_lane": first_corridor,
    "table": lambda: floor(first_corridor()),
    "amend": floor_with_texts,
    "call_signature": floor_objected,
    "challenge": floor_having_heard,
    "concede_point": floor_objected,
    "name_power": floor_with_texts,
    "raise_doubt": floor_with_texts,
    "move_procedure": floor_with_texts,
    "walk_out": floor_with_texts,
    "come_back": floor_after_leaving,
}
"""Where each kind under the eight headings is legal for Coast Clinics."""

SEATS = {"cable_home": FUND}
"""Another seat where Coast Clinics has nothing of the kind."""


def place(kind: str) -> tuple[Driver, Noted]:
    sitting = SITUATIONS[kind]()
    sitting.sit_down(SEATS.get(kind, CLINICS))
    return drive(sitting), sitting


def heading_of(sitting: Noted, kind: str) -> str:
    choice = next(one for one in sitting.choices if one.kind == kind)
    assert choice.commands, choice.refusal
    return next(row.key for row in HEADINGS if row.heading is choice.heading)


def screen_of(driver: Driver) -> TableScreen:
    screen = driver.app.screen
    assert isinstance(screen, TableScreen)
    return screen


def write_by_keys(driver: Driver) -> None:
    """In the composer of texts: settle the first issue another way, and put it on the table."""
    driver.press("Right", "Right", "Return", "Ctrl+Return")


def write_by_mouse(driver: Driver) -> None:
    driver.click("term:clinic:mobile")
    driver.click("do")


def test_every_kind_has_a_situation() -> None:
    assert set(SITUATIONS) == set(SAYINGS)


@pytest.mark.parametrize("kind", SITUATIONS)
def test_by_keyboard(kind: str) -> None:
    driver, sitting = place(kind)
    driver.press(heading_of(sitting, kind))
    cards = [key for key in driver.page.controls if key.startswith("card:")]
    while driver.focus != f"card:{kind}":
        driver.press("Right")
        assert driver.focus in cards
    driver.press("Return")
    for _ in range(6):
        if sitting.done or screen_of(driver).desk.draft is not None:
            break
        if kind == "move_procedure" and not (driver.focus or "").startswith("pick:"):
            driver.press("Tab")
        driver.press("Return")
    if screen_of(driver).desk.draft is not None:
        write_by_keys(driver)
    assert [command.kind for command in sitting.done] == [kind], sitting.notice


@pytest.mark.parametrize("kind", SITUATIONS)
def test_by_mouse(kind: str) -> None:
    driver, sitting = place(kind)
    driver.click(f"head:{next(one for one in sitting.choices if one.kind == kind).heading}")
    driver.click(f"card:{kind}")
    slots = []
    for _ in range(4):
        open_picks = [key for key in driver.page.controls if key.startswith("pick:") and key.split(":")[1] not in slots]
        if not open_picks or (kind == "move_procedure" and slots):
            break
        slots.append(open_picks[0].split(":")[1])
        driver.click(open_picks[0])
    if kind == "pledge":
        box = driver.box("amount")
        driver.click_at(box.right - 10, box.middle[1])
    driver.click("do")
    if screen_of(driver).desk.draft is not None:
        write_by_mouse(driver)
    assert [command.kind for command in sitting.done] == [kind], sitting.notice
    if kind == "pledge":
        assert [command.points for command in sitting.done if isinstance(command, do.Pledge)] == [2]


def test_pressing_has_to_be_chosen_by_hand() -> None:
    """Coast Clinics can lean on one agency only; Return alone must not do it."""
    driver, sitting = place("press")
    driver.press("4", "Return")
    assert sitting.done == []
    assert driver.focus == "pick:whom:fund"
    driver.press("Return")
    assert driver.sees("their yes gets hollow")


@pytest.mark.parametrize("key", ["Return", "0"])
def test_a_motion_is_answered_by_keyboard(key: str) -> None:
    sitting = floor_with_texts()
    play(sitting, do.MoveProcedure(CLINICS, chair=FORCE))
    sitting.sit_down(COUNCIL)
    driver = drive(sitting)
    assert driver.sees("Do you vote for it?")
    driver.press(key)
    assert [command.kind for command in sitting.done] == ["move_procedure" if key == "Return" else "pass"]


@pytest.mark.parametrize(("button", "kind"), [("do", "raise_doubt"), ("pass", "pass")])
def test_a_doubt_is_answered_by_mouse(button: str, kind: str) -> None:
    sitting = floor_with_texts()
    play(sitting, do.RaiseDoubt(CLINICS, A))
    sitting.sit_down(COUNCIL)
    driver = drive(sitting)
    assert driver.sees("has raised a doubt about Text A")
    driver.click(button)
    assert [command.kind for command in sitting.done] == [kind]


def test_who_cannot_join_a_doubt_is_told_why() -> None:
    sitting = floor_with_texts()
    play(sitting, do.RaiseDoubt(CLINICS, A))
    sitting.sit_down(FUND)
    driver = drive(sitting)
    assert driver.sees("Your support is not below what you have shown")
    assert not driver.has("do")
    driver.press("Return")
    assert sitting.done == []
