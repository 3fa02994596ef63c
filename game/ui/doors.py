"""What a running game asks of whoever knows the screens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from game.ui.screen import Screen, Transition

if TYPE_CHECKING:  # a sitting holds its doors
    from game.session.questioning import QuestionSheet
    from game.ui.member import Member
    from game.ui.sitting import Sitting


class Doors(Protocol):
    """Know the screens, so that the sitting need not."""

    def next(self, sitting: Sitting, screen: Screen) -> Transition:
        """Stay, or go to the screen that is right for this moment."""
        ...

    def menu(self, sitting: Sitting) -> Screen:
        """Make the menu of the running game."""
        ...

    def role(self, sitting: Sitting) -> Screen:
        """Make the role sheet, to be read once more."""
        ...

    def coach(self, sitting: Sitting, screen: Screen) -> Screen:
        """Make the coach's drawer above a screen."""
        ...

    def questions(self, member: Member, sheet: QuestionSheet, sitting: Sitting | None = None) -> Screen:
        """Make the short questions of a class."""
        ...
