"""The coach in the window: for one person alone, by key or button, three wordings, nothing cut off."""

from dataclasses import replace

import pytest

from game.opponents.coach import LEVELS
from game.record import computer, person
from game.rules.case import Case
from game.rules.commands import Pass
from game.rules.ids import AgencyId
from game.rules.vocabulary import Phase
from game.session import open_table
from game.ui import Look, Size, overflows
from game.ui.driver import Driver, Unsaved
from game.ui.screens.coach import CoachScreen
from game.ui.screens.rooms import rooms
from game.ui.settings import Settings
from game.ui.sitting import Sitting

LOOKS = (
    (Size(1280, 720), Look()),
    (Size(1280, 720), Look(font="readable")),
    (Size(1280, 720), Look(scale=2.0)),
    (Size(1920, 1080), Look()),
)
AT_ONCE = Settings(pace="at once")


def sitting_of(
    case: Case, *persons: str, settings: Settings = AT_ONCE, is_watching: bool = False, manner: str = "presser"
) -> Sitting:
    roster = {a: person(f"P {a}") if a in persons else computer(manner) for a in case.agency_ids}
    seat = AgencyId(persons[0]) if persons else None
    return Sitting(open_table(case, roster, 3), Unsaved(settings), rooms(), seat=seat, is_watching=is_watching)


def at_my_move(sitting: Sitting) -> Sitting:
    sitting.hurry()
    assert sitting.is_my_move
    return sitting


def window(sitting: Sitting) -> Driver:
    return Driver(rooms().first(sitting), settings=AT_ONCE)


def test_h_asks_and_asks_more_nearly(tutorial: Case) -> None:
    sitting = at_my_move(sitting_of(tutorial, "clinics"))
    driver = window(sitting)
    driver.press("H")
    assert driver.sees("Coach")
    hint = sitting.coaching.hint
    assert hint is not None
    for level in range(1, LEVELS + 1):
        assert sitting.coaching.words == hint.words[:level]
        assert [driver.sees(words) for words in hint.words] == [place < level for place in range(LEVELS)]
        driver.press("H")
    assert driver.sees(hint.finding)
    driver.press("Escape")
    assert not driver.sees(hint.words[0])
    assert not driver.is_over


def test_the_button_does_the_same_and_the_same_hint_is_kept_until_something_happens(tutorial: Case) -> None:
    sitting = at_my_move(sitting_of(tutorial, "clinics"))
    driver = window(sitting)
    driver.click("coach")
    first = sitting.coaching.hint
    driver.press("H", "Escape", "H")
    assert sitting.coaching.hint is first
    assert sitting.coaching.level == 2
    driver.press("N")
    second = sitting.coaching.hint
    assert first is not None
    assert second is not None
    assert second.topic != first.topic
    assert sitting.coaching.level == 1


def test_no_topic_comes_twice_in_a_game_while_there_is_another(tutorial: Case) -> None:
    sitting = at_my_move(sitting_of(tutorial, "clinics"))
    while sitting.coaching.has_another(sitting.view):
        sitting.coaching.another(sitting.view)
    given = sitting.coaching.given
    assert len(given) == len(set(given)) >= 4


def test_once_nothing_else_is_left_n_changes_nothing(tutorial: Case) -> None:
    sitting = at_my_move(sitting_of(tutorial, "clinics"))
    driver = window(sitting)
    driver.press("H")
    while sitting.coaching.has_another(sitting.view):
        driver.press("N")
    last = sitting.coaching.hint
    assert driver.sees("There is nothing else now")
    driver.press("H", "N", "N")
    assert sitting.coaching.hint is last
    assert sitting.coaching.level == 2


@pytest.mark.parametrize("persons", [("clinics", "council"), ()])
def test_it_is_not_offered_to_several_or_to_who_watches(tutorial: Case, persons: tuple[str, ...]) -> None:
    sitting = sitting_of(tutorial, *persons, is_watching=not persons)
    assert not sitting.has_coach
    assert not any(key.keys == "H" for key in sitting.shortcuts())
    assert not window(sitting).has("coach")


def test_it_can_be_put_away(tutorial: Case) -> None:
    sitting = at_my_move(sitting_of(tutorial, "clinics", settings=replace(AT_ONCE, coach=False)))
    driver = window(sitting)
    assert not driver.has("coach")
    driver.press("H")
    assert sitting.coaching.hint is None


def test_it_fits_on_every_screen_that_asks_for_a_move(afghanistan: Case) -> None:
    sitting = sitting_of(afghanistan, "relief", manner="consensus_builder")
    shown: set[Phase] = set()
    for _ in range(60):
        sitting.hurry()
        if sitting.table.is_closed:
            break
        assert sitting.is_my_move
        assert sitting.has_coach
        if sitting.table.phase not in shown:
            shown.add(sitting.table.phase)
            assert_fits(sitting)
        sitting.submit(Pass(sitting.seat))
    assert {Phase.CORRIDOR, Phase.FLOOR, Phase.STANCES, Phase.SIGNING} <= shown


def assert_fits(sitting: Sitting) -> None:
    screen = CoachScreen(rooms().first(sitting), sitting)
    for _ in range(LEVELS):
        for size, look in LOOKS:
            assert overflows(screen.build(size), size, look) == []
        sitting.coaching.nearer()
