"""A running game as the screens see it, without a window."""

from collections.abc import Callable

import pytest

from game.record import JournalError, Line
from game.rules.case import Case
from game.rules.commands import Meet, Pass, WalkOut
from game.rules.vocabulary import Phase
from game.session import dealt, open_table
from game.ui.driver import Unsaved
from game.ui.screens import starting
from game.ui.settings import Settings
from game.ui.sitting import Sitting

Begin = Callable[..., Sitting]


def ready(sitting: Sitting) -> Sitting:
    """Sit down with the role sheet read."""
    sitting.unbriefed, sitting.is_covered = (), False
    return sitting


def play_on(sitting: Sitting, most: int = 400) -> None:
    """Pass for whoever must act until the game is over."""
    for _ in range(most):
        if sitting.table.is_closed:
            return
        if sitting.due_person is not None:
            sitting.sit_down(sitting.due_person)
        if sitting.is_my_move:
            assert sitting.submit(Pass(sitting.seat)), sitting.notice
        sitting.hurry()
    raise AssertionError(f"the game hangs in {sitting.table.phase}")


def test_a_refused_command_leaves_its_sentence(begin: Begin, tutorial: Case) -> None:
    sitting = ready(begin(tutorial, {"clinics": "Ada"}))
    assert not sitting.submit(Meet("clinics", "fund"))
    assert sitting.notice.endswith(".")
    sitting.hurry()
    assert sitting.submit(Meet("clinics", "fund"))
    assert sitting.notice == ""


def test_what_happened_since_i_acted_is_fresh(begin: Begin, tutorial: Case) -> None:
    sitting = ready(begin(tutorial, {"clinics": "Ada"}))
    sitting.hurry()
    sitting.submit(Meet("clinics", "fund"))
    assert sitting.fresh == 0
    sitting.submit(Pass("clinics"))
    sitting.hurry()
    assert 0 < sitting.fresh <= len(sitting.sentences)


def test_a_computer_move_is_shown_after_a_pause(begin: Begin, tutorial: Case) -> None:
    sitting = ready(begin(tutorial, {"clinics": "Ada"}))
    assert sitting.table.phase is Phase.CONVENING
    assert sitting.next_tick == 0
    assert not sitting.tick(1000)
    due = sitting.next_tick
    assert due == 1000 + sitting.settings.pause_ms
    assert not sitting.tick(due - 1)
    before = sitting.table.mark
    assert sitting.tick(due)
    assert sitting.table.mark > before


def test_at_once_means_until_a_person_must_act(plain: object, tutorial: Case) -> None:
    preferences = Unsaved(Settings(pace="at once"))
    roster = starting.alone(tutorial, "clinics")
    sitting = ready(starting.begin(tutorial, roster, 3, preferences, plain, is_saved=False))
    sitting.tick(0)
    assert sitting.is_my_move
    assert not sitting.table.next_computer()


def test_hurrying_stops_where_a_person_must_act(begin: Begin, tutorial: Case) -> None:
    sitting = ready(begin(tutorial, {"clinics": "Ada"}))
    sitting.hurry()
    assert sitting.table.phase is Phase.CORRIDOR
    assert sitting.is_my_move
    assert sitting.next_tick is None


def test_watching_hurries_phase_by_phase(begin: Begin, tutorial: Case) -> None:
    sitting = ready(begin(tutorial, {}))
    assert sitting.is_watching
    seen = [sitting.table.phase]
    while not sitting.table.is_closed:
        sitting.hurry()
        seen.append(sitting.table.phase)
    assert seen[:4] == [Phase.CONVENING, Phase.CORRIDOR, Phase.FLOOR, Phase.STANCES]
    assert not sitting.is_my_move


@pytest.mark.parametrize(
    "seats", [("clinics",), ("fund",), ("fund", "clinics"), ("fund", "force", "clinics", "council")]
)
def test_r2_6_a_game_of_passes_comes_to_its_end(begin: Begin, tutorial: Case, seats: tuple[str, ...]) -> None:
    sitting = ready(begin(tutorial, dict.fromkeys(seats, "")))
    play_on(sitting)
    assert sitting.table.opened() is not None


def test_nothing_to_settle_passes_by_itself(begin: Begin, tutorial: Case) -> None:
    sitting = ready(begin(tutorial, dict.fromkeys(tutorial.agency_ids, "")))
    asked = set()
    while not sitting.table.is_closed:
        asked.add(sitting.table.phase)
        sitting.sit_down(sitting.due_person or sitting.seat)
        sitting.submit(Pass(sitting.seat))
    assert asked <= {Phase.CONVENING, Phase.CORRIDOR, Phase.FLOOR, Phase.STANCES}


def test_tips_are_shown_until_put_away(begin: Begin, tutorial: Case) -> None:
    sitting = begin(tutorial, {"fund": "", "clinics": ""})
    assert "role sheet" in (sitting.tip("briefing") or "")
    sitting.dismiss_tip("briefing")
    assert sitting.tip("briefing") is None
    sitting.sit_down("clinics")
    assert sitting.tip("briefing") is not None
    assert sitting.tip("no such tip") is None


def test_tips_can_be_switched_off(plain: object, tutorial: Case) -> None:
    preferences = Unsaved(Settings(tips=False))
    sitting = starting.begin(tutorial, starting.alone(tutorial, "fund"), 1, preferences, plain, is_saved=False)
    assert sitting.tip("briefing") is None


class Leaky:
    """Keep lines until the disk is full."""

    def __init__(self) -> None:
        self.is_full = False

    def append(self, line: Line) -> None:
        if self.is_full:
            raise JournalError("The disk is full: the move was not saved and does not count.")

    def close(self) -> None:
        """Do nothing."""


@pytest.fixture
def leaky(tutorial: Case) -> tuple[Sitting, Leaky]:
    table = open_table(tutorial, dealt(tutorial, starting.alone(tutorial, "clinics"), 3), 3)
    disk = Leaky()
    table._recorder = disk
    return Sitting(table), disk


def test_a_full_disk_is_told_and_the_move_can_be_made_again(leaky: tuple[Sitting, Leaky]) -> None:
    sitting, disk = leaky
    sitting.hurry()
    disk.is_full = True
    before = sitting.table.mark
    assert not sitting.submit(Meet("clinics", "fund"))
    assert "disk is full" in sitting.notice
    assert sitting.table.mark == before
    disk.is_full = False
    assert sitting.submit(Meet("clinics", "fund"))


def test_a_full_disk_pauses_computers_until_there_is_room(leaky: tuple[Sitting, Leaky]) -> None:
    sitting, disk = leaky
    disk.is_full = True
    sitting.hurry()
    assert sitting.is_paused
    assert "disk is full" in sitting.notice
    sitting.tick(0)
    due = sitting.next_tick
    assert due is not None
    sitting.tick(due)
    assert sitting.is_paused
    disk.is_full = False
    while sitting.is_paused:
        sitting.tick(sitting.next_tick or 0)
    assert sitting.notice == ""
    sitting.hurry()
    assert sitting.is_my_move


def test_persons_follow_each_other_behind_the_curtain(begin: Begin, tutorial: Case) -> None:
    sitting = begin(tutorial, {"fund": "Ada", "clinics": "Ben"})
    assert sitting.needs_curtain
    assert sitting.next_tick is None
    sitting.sit_down("fund")
    sitting.read_role()
    assert sitting.due_person == "clinics"
    assert sitting.needs_curtain


def test_the_game_goes_on_without_a_person_who_walked_out(begin: Begin, tutorial: Case) -> None:
    sitting = ready(begin(tutorial, {"clinics": "Ada"}))
    for _ in range(60):
        if sitting.table.phase is Phase.FLOOR and sitting.is_my_move and sitting.submit(WalkOut("clinics")):
            break
        if sitting.is_my_move:
            sitting.submit(Pass("clinics"))
        sitting.hurry()
    assert "clinics" in sitting.view.room.out
    play_on(sitting)
