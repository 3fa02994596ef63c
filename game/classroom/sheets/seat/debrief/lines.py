"""The lines that a game is judged by: where each is drawn, and within which bounds it could be drawn elsewhere."""

from game.classroom.sheets.seat.rows import Row
from game.debrief import LINES, Chronicle, moved_lines
from game.debrief import marked_words as told

SECTIONS = {"R5": "The five roots", "R6": "Sincere, fragile or false", "R8": "The year after, and the forum"}
"""By the part of the rules that they belong to."""


def lines(story: Chronicle) -> Row:
    """Set them out, with what is said on every step while some are moved."""
    moved = {one.name for one in moved_lines(story)}
    return {
        "marked": told(story),
        "sections": [
            {
                "name": name,
                "lines": [
                    {
                        "name": one.name,
                        "heading": one.heading,
                        "words": one.words,
                        "least": one.least,
                        "most": one.most,
                        "step": one.step,
                        "unit": one.unit,
                        "rule": one.source,
                        "now": getattr(story.ruleset, one.name),
                        "played": getattr(story.played_rules, one.name),
                        "written": one.written(getattr(story.ruleset, one.name)),
                        "is_moved": one.name in moved,
                    }
                    for one in LINES
                    if one.source.startswith(part)
                ],
            }
            for part, name in SECTIONS.items()
        ],
    }
