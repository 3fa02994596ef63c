"""Know which screen is right for which moment of a game."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from game.desk.dues import settled
from game.rules.course import deliverers
from game.rules.vocabulary import Phase
from game.session.questioning import QuestionSheet
from game.ui.member import Member
from game.ui.screen import STAY, Replace, Screen, Transition
from game.ui.screens.briefing import BriefingScreen
from game.ui.screens.coach import CoachScreen
from game.ui.screens.curtain import CurtainScreen
from game.ui.screens.joining.door import DoorScreen, Wish
from game.ui.screens.joining.questions import QuestionsScreen
from game.ui.screens.joining.waiting import WaitingScreen
from game.ui.screens.menu import MenuScreen
from game.ui.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Rooms:
    """Lead from screen to screen; `by_phase` names the class of screen for every phase."""

    by_phase: Mapping[Phase, type[Any]]

    def first(self, sitting: Sitting) -> Screen:
        """Make the screen that is right now."""
        screen: Screen = self._wanted(sitting)(sitting)
        return screen

    def next(self, sitting: Sitting, screen: Screen) -> Transition:
        """Stay, or go to the screen that is right now."""
        if sitting.has_left and sitting.member is not None and sitting.preferences is not None:
            wish = Wish("", sitting.member.standing.name)
            return Replace(DoorScreen(sitting.member, sitting.preferences, self, wish))
        wanted = self._wanted(sitting)
        return STAY if isinstance(screen, wanted) else Replace(wanted(sitting))

    def menu(self, sitting: Sitting) -> Screen:
        """Make the menu."""
        return MenuScreen(sitting)

    def role(self, sitting: Sitting) -> Screen:
        """Make the role sheet of the seat at the screen."""
        return BriefingScreen(sitting, is_again=True)

    def questions(self, member: Member, sheet: QuestionSheet, sitting: Sitting | None = None) -> Screen:
        """Make the short questions of a class."""
        return QuestionsScreen(member, sheet, sitting)

    def coach(self, sitting: Sitting, screen: Screen) -> Screen:
        """Make the coach's drawer above a screen."""
        return CoachScreen(screen, sitting)

    def _wanted(self, sitting: Sitting) -> type[Any]:
        if sitting.needs_curtain:
            return CurtainScreen
        if sitting.seat in sitting.unbriefed and not sitting.table.is_closed:
            return BriefingScreen
        if sitting.member is not None and not sitting.member.standing.is_begun:
            return WaitingScreen
        phase = sitting.table.phase
        if phase is Phase.CLOSED and not sitting.is_year_shown:
            phase = _still_to_show(sitting)
        if phase is Phase.CLOSED and sitting.table.opened() is None:
            return WaitingScreen
        return self.by_phase[phase]


def _still_to_show(sitting: Sitting) -> Phase:
    """Say what of the year is shown before the debrief: the quarters if anybody carries anything, else what was
    settled with whoever sits here, if anything was.
    """
    if deliverers(sitting.view.room):
        return Phase.SECOND_EFFORTS
    if not sitting.is_watching and settled(sitting.view):
        return Phase.SETTLING
    return Phase.CLOSED
