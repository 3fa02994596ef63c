"""A seat's view of its game on the wire and back, exactly: the whole of it once, then only what changed.

Values of the rules are frozen, and what does not change stays the same object. So what is a different object than
before is what has to be sent, and finding it costs a comparison for each part.
"""

from game.classroom.views.reading import Sight, WireError, begin, follow
from game.classroom.views.writing import clock_part, own_part, page_part, role_part, room_part, roster_part, scene_part

__all__ = [
    "Sight",
    "WireError",
    "begin",
    "clock_part",
    "follow",
    "own_part",
    "page_part",
    "role_part",
    "room_part",
    "roster_part",
    "scene_part",
]
