"""What a class carries over: questions, purposes, what it was worth to people, perspective, what was learned."""

from collections.abc import Iterator
from statistics import fmean

from game.debrief.learning import caution
from game.debrief.words import PURPOSES, percent, points, share, signed
from game.reports.blocks import Block, Bullets, Cell, Group, Item, Paragraph, Section, Tone
from game.reports.classes.facts import TableFacts
from game.reports.classes.plenary import plenary
from game.reports.classes.telling import ClassTelling, Learned, at, per_table, tables_word
from game.reports.drawings import Bar, Step
from game.reports.signs import columns, rows_of, rule
from game.rules.vocabulary import Purpose


def carried(told: ClassTelling) -> tuple[Section, ...]:
    """Tell what to carry over."""
    learning = () if told.learning is None else tuple(_learned(told.learning))
    sections = (
        Section("questions", "Questions for the plenary", told.by_case(_questions)),
        Section("purpose", "Did coordination serve its purpose?", told.by_case(_purposes)),
        Section("worth", "For the people there, and for mandates", told.by_case(_worth)),
        Section("perspective", "Who saw others coming", told.by_case(_perspective)),
        Section("learning", "Before and after", learning),
    )
    return tuple(section for section in sections if section.blocks)


def _questions(tables: tuple[TableFacts, ...]) -> Iterator[Block]:
    for question in plenary(tables):
        yield Group(question.words, (Paragraph(question.made_from, "soft"),))


def _purposes(tables: tuple[TableFacts, ...]) -> Iterator[Block]:
    grid = rows_of(
        "What each forum was declared for, and what it came to do",
        columns("2*Table", "3*declared for", "3*came to", "2*", "2*in lanes", "#", "#under accords", "#lanes fitted"),
        (
            (
                at(table),
                Cell(_named(table.declared, "nobody said")),
                Cell(_named(table.reached, "none of the four")),
                _met(table),
                Cell(drawing=Bar(f"Table {table.table}: {percent(table.by_lanes)} in lanes", table.by_lanes)),
                Cell(percent(table.by_lanes)),
                Cell(percent(table.by_accords)),
                Cell(share(table.fit)),
            )
            for table in tables
        ),
    )
    if len(tables) > 1:
        yield Paragraph(_served(tables), "lead")
    yield per_table(tables, "Declared and reached, table by table", grid)
    yield Paragraph(
        "In lanes and under accords: of all there was to do, what came about side by side, and what came about as it "
        "was signed. Honest work beside each other is a result, and counts as one.",
        "soft",
    )
    yield Paragraph(f"Source: {rule('R7.4')} and 7.5, 8.2 and 8.3.", "soft")


def _served(tables: tuple[TableFacts, ...]) -> str:
    """Count the forums that came to what they were declared for."""
    declared = [table for table in tables if table.is_met is not None]
    served, silent = sum(table.is_met is True for table in declared), len(tables) - len(declared)
    beside = f" At {silent} nobody said what the forum was for." if silent else ""
    return f"Of {tables_word(declared)} that declared a purpose, {served} came to it.{beside}"


def _named(purpose: Purpose | None, nothing: str) -> str:
    return nothing if purpose is None else PURPOSES[purpose]


def _met(table: TableFacts) -> Cell:
    if table.is_met is None:
        return Cell("–", tone="soft")
    return Cell("served", tone="good") if table.is_met else Cell("not served", tone="bad")


def _worth(tables: tuple[TableFacts, ...]) -> Iterator[Block]:
    ordered = sorted(tables, key=lambda table: -table.impact)
    grid = rows_of(
        "What came about for people beside what mandates got, the most for people first",
        columns("2*Table", "3*for people", "#of 100", "3*for mandates", "#mean, points"),
        (
            (
                at(table),
                Cell(drawing=Bar(f"Table {table.table}: {points(table.impact)} of 100", table.impact / 100, "good")),
                Cell(points(table.impact)),
                Cell(drawing=Bar(f"Table {table.table}: {points(table.mandate)} points", _part(table.mandate))),
                Cell(points(table.mandate)),
            )
            for table in ordered
        ),
    )
    yield per_table(tables, "Table by table", grid)
    if len(tables) > 1:
        people, mandates = fmean(table.impact for table in tables), fmean(table.mandate for table in tables)
        yield Paragraph(f"Mean of the tables: {points(people)} for people, {points(mandates)} for mandates.")
    yield Paragraph(
        f"A mandate has 100 points at most, hidden ones aside. Source: {rule('R9.1')} and 9.2.",
        "soft",
    )


def _part(value: float) -> float:
    return min(1.0, max(0.0, value / 100))


def _perspective(tables: tuple[TableFacts, ...]) -> Iterator[Block]:
    found = [(table, table.before, table.after) for table in tables]
    rows = [(table, before, after) for table, before, after in found if before is not None and after is not None]
    if not rows:
        yield Paragraph("Nobody predicted anybody, or there was nothing to predict.")
        return
    before, after = fmean(row[1] for row in rows), fmean(row[2] for row in rows)
    yield Paragraph(
        f"By the minutes alone, others would have been foreseen to {before:.0f} of 100; by what people expected, to "
        f"{after:.0f} (means of {'one table' if len(rows) == 1 else f'{len(rows)} tables'}).",
        "lead",
    )
    grid = rows_of(
        "By the minutes alone, and by ballots; means of each table",
        columns("2*Table", "#by the minutes", "4*0 to 100", "#by ballots", "#more"),
        (
            (
                at(table),
                Cell(f"{first:.0f}"),
                Cell(drawing=Step(f"Table {table.table}: from {first:.0f} to {then:.0f}", first, then)),
                Cell(f"{then:.0f}", tone="strong"),
                Cell(signed(then - first, 0)),
            )
            for table, first, then in rows
        ),
    )
    yield per_table(rows, "Table by table", grid)
    yield Paragraph(f"Before: every signature taken at its word. Source: {rule('R9.4')}.", "soft")


def _learned(learning: Learned) -> Iterator[Block]:
    """Show the means of the class; never a single answer."""
    if learning.measures:
        yield rows_of(
            "Share of best answers, mean of those who answered both times",
            columns("4*Questions", "#before", "4*0 to 100", "#after", "#change", "#gain"),
            (
                (
                    Cell(one.name, tone="strong"),
                    Cell(percent(one.gain.before)),
                    Cell(drawing=Step(one.name, 100 * one.gain.before, 100 * one.gain.after)),
                    Cell(percent(one.gain.after), tone="strong"),
                    Cell(f"{signed(100 * one.gain.difference, 0)} points", tone=_tone(one.gain.difference)),
                    Cell("–" if one.gain.normalised is None else signed(one.gain.normalised)),
                )
                for one in learning.measures
            ),
        )
        yield Paragraph("Gain: the part that was gained of what was left to gain (Hake 1998); 1 is all of it.", "soft")
    yield Bullets((Item(caution(learning.pairs)),))


def _tone(difference: float) -> Tone:
    return "good" if difference > 0 else "bad" if difference < 0 else ""
