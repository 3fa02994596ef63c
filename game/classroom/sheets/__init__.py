"""What the pages of a class show, as plain JSON values: a seat's page place by place, and what everybody sees."""

from game.classroom.sheets.seat import PLACES, sheet, weigh

__all__ = ["PLACES", "sheet", "weigh"]
