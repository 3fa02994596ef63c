"""What computer seats say in a game from the window: with the move, under it, quieter than it."""

from collections.abc import Callable

from game import places
from game.desk.record import record_rows
from game.rules.case import Case
from game.rules.commands import Pass
from game.rules.vocabulary import Phase
from game.ui.driver import Driver
from game.ui.screens import starting
from game.ui.screens.rooms import Rooms
from game.ui.screens.table.record_panel import record_panel
from game.ui.screens.table.screen import TableScreen
from game.ui.settings import Preferences
from game.ui.sitting import Sitting

Begin = Callable[..., Sitting]


def begun(begin: Begin, case: Case, **fields: bool) -> Sitting:
    """Sit down on the clinics' seat with the role sheet read."""
    sitting = begin(case, {"clinics": "Ada"}, **fields)
    sitting.unbriefed = ()
    return sitting


def until_words(sitting: Sitting) -> None:
    """Go on, tick by tick, until the last line is what somebody said."""
    now = 0
    for _ in range(600):
        if sitting.sentences and sitting.sentences[-1].is_words:
            return
        now = sitting.next_tick or now
        if not sitting.tick(now) and sitting.is_my_move and sitting.next_tick is None:
            assert sitting.submit(Pass(sitting.seat))
    raise AssertionError("nobody speaks")


def test_a_move_and_its_words_come_with_one_tick(begin: Begin, tutorial: Case) -> None:
    sitting = begun(begin, tutorial)
    until_words(sitting)
    move, words = sitting.sentences[-2:]
    assert move.about == words.about
    assert not move.is_words


def test_words_stand_in_the_record_without_a_rule_of_their_own_and_are_not_counted_as_new(
    begin: Begin, tutorial: Case
) -> None:
    sitting = begun(begin, tutorial)
    until_words(sitting)
    rows = record_rows(sitting.view.scene, sitting.sentences, 2)
    assert rows[-1].is_words
    assert rows[-1].is_new
    assert "1 new" in repr(record_panel(rows, 2))
    assert Driver(TableScreen(sitting)).sees(rows[-1].runs[0][0])


def test_a_game_taken_up_again_goes_on_speaking(
    begin: Begin, tutorial: Case, plain: Rooms, preferences: Preferences
) -> None:
    sitting = begun(begin, tutorial, is_saved=True)
    until_words(sitting)
    told = sitting.sentences
    sitting.leave()
    (path,) = places.saves().glob("*.jsonl")
    again = starting.take_up(path, preferences, plain)
    assert again.sentences[: len(told)] == told
    assert again.sentences[len(told) - 1].is_words
    before = sum(line.is_words for line in again.sentences)
    while again.table.phase is not Phase.SIGNING and not again.table.is_closed:
        again.hurry()
        if again.is_my_move:
            assert again.submit(Pass(again.seat))
    assert sum(line.is_words for line in again.sentences) > before
    again.leave()
