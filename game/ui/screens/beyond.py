"""Reach what the title leads to. Importing this takes far longer than showing the title, so the title comes first."""

from datetime import datetime
from pathlib import Path

from game import places
from game.record import JournalError, listing
from game.rules.case import Case
from game.scenario import loading
from game.ui import Column, Press, Run, Screen, Skin, Widget, name, note, small
from game.ui.screens import saved
from game.ui.screens.credits import CreditsScreen
from game.ui.screens.rooms import rooms
from game.ui.screens.routing import Rooms
from game.ui.screens.scenarios import Found, ScenariosScreen, measure, shelf
from game.ui.screens.seats import SeatsScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.starting import show, take_up
from game.ui.settings import Preferences


class Beyond:
    """Hold the saved games and the scenarios as they were last read, and make the screens behind them."""

    def __init__(self, preferences: Preferences, doors: Rooms | None) -> None:
        self.preferences = preferences
        self.doors = doors or rooms()
        self._found: tuple[Found, ...] | None = None

    def saved_games(self) -> tuple[saved.SavedRow, ...]:
        """List the saved games as they now are on disk."""
        return saved.rows(listing(places.saves()), datetime.now().astimezone())

    def delete(self, game: saved.SavedRow) -> str:
        """Delete a saved game; a sentence if that is not possible."""
        return saved.delete(game.path)

    def resume(self, path: Path) -> Screen | str:
        """Take a saved game up; a sentence if that is not possible."""
        try:
            sitting = take_up(path, self.preferences, self.doors)
        except JournalError as error:
            return error.sentence
        return self.doors.first(sitting)

    def example(self, path: Path) -> Screen | str:
        """Show a game that comes along, in its debrief; a sentence if that is not possible."""
        try:
            sitting = show(path, self.preferences, self.doors)
        except JournalError as error:
            return error.sentence
        return self.doors.first(sitting)

    def scenarios(self) -> Screen:
        """Let a scenario be chosen."""
        return ScenariosScreen(self.preferences, self.doors)

    def seats(self, index: int) -> Screen:
        """Let the seats of an offered scenario be chosen."""
        path, case = self._offered[index]
        return SeatsScreen(self.preferences, self.doors, case, source=path.name)

    def settings(self) -> Screen:
        """Let the settings be changed."""
        return SettingsScreen(self.preferences)

    def credits(self) -> Screen:
        """Say whose work it is."""
        return CreditsScreen()

    def offers(self) -> tuple[Widget, ...]:
        """Offer the scenarios that can be played; each sends its number as "scenario"."""
        return tuple(_offer(index, case) for index, (_, case) in enumerate(self._offered))

    @property
    def _offered(self) -> tuple[tuple[Path, Case], ...]:
        """Read the scenarios, once."""
        if self._found is None:
            self._found = shelf(loading.shipped())
        return tuple((one.path, one.case) for one in self._found if one.case is not None)


def _offer(index: int, case: Case) -> Widget:
    """Offer a scenario."""
    words = Column((name((Run(case.title),)), note((Run(measure(case)),)), small((Run(case.summary.strip()),))), gap=2)
    return Press(
        f"scenario:{index}", words, Skin.CARD, group="scenarios", value=index, sends="scenario", words=case.title
    )
