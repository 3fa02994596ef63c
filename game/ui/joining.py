"""Open the window at the door of a class."""

from game.session.attendance import Attendance
from game.ui.app import App
from game.ui.member import Member
from game.ui.screens.joining.door import DoorScreen, Wish
from game.ui.screens.rooms import rooms
from game.ui.settings import Preferences

__all__ = ["Wish", "join"]


def join(attendance: Attendance, wish: Wish) -> int:
    """Run the window until it is closed; the exit code says how it went. NoDisplay if it cannot be opened."""
    preferences = Preferences()
    try:
        app = App(DoorScreen(Member(attendance), preferences, rooms(), wish), preferences)
        attendance.start()
        app.run()
    finally:
        attendance.close()
    return 0
