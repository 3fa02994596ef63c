"""The deal that was never tabled: the picture in numbers, and the deals worth naming beside what there was."""

from game.analysis.space.charting import Box, Chart, chart
from game.analysis.space.untabled import Choice, Untabled
from game.analysis.space.untabled.rows import gains_rows, named_choices, picture_rows, terms_rows
from game.analysis.space.untabled.words import ACROSS, UP, lead, measures, remarks
from game.classroom.sheets.seat.rows import Row
from game.debrief.words import points, signed
from game.desk.words import began

SIZES = ((328.0, 320.0, 12.0), (720.0, 420.0, 13.0))
"""Width, height and size of the type on a phone, and on something wider."""


def deal_row(found: Untabled) -> Row:
    """Set it out."""
    return {
        "lead": lead(found),
        "remarks": list(remarks(found)),
        "measures": list(measures(found)),
        "across": ACROSS,
        "up": UP,
        "charts": [_chart(chart(found, width, height, size), size) for width, height, size in SIZES],
        "rows": [
            {
                "what": began(row.what),
                "when": row.when,
                "terms": row.terms,
                "together": row.together,
                "least": f"{row.least} ({row.who_least})",
                "worse_off": row.worse_off,
            }
            for row in picture_rows(found)
        ],
        "choices": [_choice(found, labels, choice) for labels, choice in named_choices(found)],
    }


def _choice(found: Untabled, labels: tuple[str, ...], choice: Choice) -> Row:
    return {
        "name": began(", ".join(labels)),
        "terms": [
            {"name": row.name, "was": row.was, "deal": row.deal, "is_changed": row.is_changed}
            for row in terms_rows(found, choice)
        ],
        "gains": [
            {
                "agency": row.agency,
                "had": points(row.had),
                "would": points(row.would),
                "more": signed(row.more, 0),
                "is_better": row.more > 0,
            }
            for row in gains_rows(found, choice)
        ],
    }


def _chart(made: Chart, size: float) -> Row:
    return {
        "width": made.width,
        "height": made.height,
        "size": size,
        "plot": _box(made.plot),
        "across": [[tick.at, tick.label] for tick in made.across],
        "up": [[tick.at, tick.label] for tick in made.up],
        "walk_away": made.walk_away,
        "tiles": [
            [*_box(tile.box), round(tile.weight, 2), 1 if tile.meant > 0 else 0, 1 if tile.is_zone else 0]
            for tile in made.tiles
        ],
        "edge": made.edge,
        "ways": [{"is_lived": way.text is None, "spots": way.spots} for way in made.ways],
        "dots": [{"x": dot.x, "y": dot.y, "mark": dot.mark.value, "says": dot.says} for dot in made.dots],
        "labels": [
            {"box": _box(label.box), "text": label.text, "to": [label.to_x, label.to_y], "is_far": label.is_far}
            for label in made.labels
        ],
    }


def _box(box: Box) -> list[float]:
    return [round(box.x, 1), round(box.y, 1), round(box.width, 1), round(box.height, 1)]
