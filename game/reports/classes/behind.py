"""What stands behind a class report: single seats where they are shown, what is left out, limits and method."""

from collections.abc import Iterator, Sequence

from game.debrief import LIMITS
from game.debrief.words import BALLOT, listed, percent, points, share, signed
from game.reports.blocks import Block, Bullets, Cell, Group, Item, Opened, Paragraph, Section
from game.reports.classes.facts import TableFacts
from game.reports.classes.seats import SeatFacts
from game.reports.classes.telling import ClassTelling
from game.reports.signs import LABEL_TONES, columns, rows_of

COMPARING = (
    "A class is a handful of games that share an instructor, a room and a day, and seats of one table depend on each "
    "other. Hold tables against each other to talk about them, not to test a hypothesis, and not to rank them."
)
NOT_SHOWN = (
    "What single seats scored, wanted, answered in secret, predicted or were told is left out, and so are who leaned "
    "on whom and people’s names. Whoever leads the class can have single seats shown."
)


def behind(told: ClassTelling) -> tuple[Section, ...]:
    """Say what the report rests on."""
    return (
        Section("shown", "What is in it and what is not", tuple(_shown(told))),
        Section("limits", "What is measured, what is chosen, what is not claimed", tuple(_limits())),
    )


def seats(told: ClassTelling) -> tuple[Section, ...]:
    """Open single seats, table by table; called only where that is asked for."""
    return (Section("seats", "Single seats, table by table", tuple(_table(table) for table in told.tables)),)


def people(told: ClassTelling) -> tuple[Section, ...]:
    """Name who sat at each table; nothing where no names are given."""
    named = [(table, sorted({one for those in table.people.values() for one in those})) for table in told.tables]
    items = tuple(Item(f"{listed(who)}.", lead=f"Table {table.table}:") for table, who in named if who)
    return (Section("people", "Who sat where", (Bullets(items),)),) if items else ()


def _shown(told: ClassTelling) -> Iterator[Block]:
    if told.running:
        tables = f"{'Table' if len(told.running) == 1 else 'Tables'} {listed(told.running)}"
        are = "is" if len(told.running) == 1 else "are"
        yield Paragraph(f"{tables} {are} still under way; nothing of {'it' if are == 'is' else 'them'} is opened here.")
    yield from map(Paragraph, told.remarks)
    yield Paragraph(
        "Single seats are shown in this report, with what was hidden about them: it is for whoever leads the class."
        if told.shows_seats
        else NOT_SHOWN
    )
    yield Paragraph("It is made from the journals of the finished tables; the same journals give the same report.")


def _limits() -> Iterator[Block]:
    yield Group("Comparing tables", (Paragraph(COMPARING),))
    yield from (Group(limit.heading, (Paragraph(limit.words),)) for limit in LIMITS)


def _table(table: TableFacts) -> Block:
    bent = tuple(
        Item(words, lead=f"{seat.name}:", tile=seat.tile) for seat in table.seats for words in dict.fromkeys(seat.bent)
    )
    below = (Opened("What weakened each yes", (Bullets(bent, True),)),) if bent else ()
    return Opened(f"Table {table.table}", (_grid(table, table.seats), *below))


def _grid(table: TableFacts, found: Sequence[SeatFacts]) -> Block:
    heads = ("3*Seat", "2*", "#said", "#meant", "#sincerity", "3*on the ballot", "#given", "#foresight", "#total")
    return rows_of(
        f"Every seat of table {table.table}",
        columns(*heads),
        (
            (
                Cell(
                    seat.name,
                    note=", ".join(table.people.get(seat.agency, ())),
                    tiles=(seat.tile,),
                    tone="strong",
                ),
                Cell(seat.label or "no yes", tone=LABEL_TONES.get(seat.label, "soft")),
                Cell("–" if seat.said is None else signed(seat.said)),
                Cell("–" if seat.meant is None else signed(seat.meant)),
                Cell("–" if seat.sincerity is None else share(seat.sincerity)),
                Cell("–" if seat.planned is None else BALLOT[seat.planned]),
                Cell("–" if seat.given is None else percent(seat.given)),
                Cell("–" if seat.after is None else f"{seat.after:.0f}"),
                Cell(points(seat.total)),
            )
            for seat in found
        ),
    )
