"""What a page of the debrief asks for once a step is opened: each takes the host a while, so none is in the sheet."""

from game.classroom.sheets.after.deals import deal_row
from game.classroom.sheets.after.otherwise import otherwise_row
from game.classroom.sheets.after.reckoned import reckoned_row

__all__ = ["deal_row", "otherwise_row", "reckoned_row"]
