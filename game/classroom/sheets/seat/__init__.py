"""What a seat's page shows, place by place, as plain JSON values: rows and words, nothing left to work out.

Everything comes from what the table gives to that seat; once it is revealed, from the opened game.
"""

from game.classroom.sheets.seat.places import PLACES, sheet
from game.classroom.sheets.seat.weighing import weigh

__all__ = ["PLACES", "sheet", "weigh"]
