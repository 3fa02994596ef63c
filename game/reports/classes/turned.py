"""What would have turned tables: the moments that moved sincerity by what they were about, and how near it was."""

from collections.abc import Iterator

from game.debrief.words import count, share
from game.reports.blocks import Block, Cell, Opened, Paragraph, Section
from game.reports.classes.facts import TableFacts
from game.reports.classes.telling import ClassTelling, at, capital, names, per_table, tables_word
from game.reports.drawings import Bar
from game.reports.signs import columns, rows_of, rule
from game.whatif import Theme


def turned(told: ClassTelling) -> tuple[Section, ...]:
    """Tell what would have turned it."""
    sections = (
        Section("moments", "Turning points, by what they were about", told.by_case(_moments)),
        Section("near", "How near it was", told.by_case(_near)),
    )
    return tuple(section for section in sections if section.blocks)


def counted(tables: tuple[TableFacts, ...]) -> dict[Theme, tuple[int, int]]:
    """Count, by theme, the moments that raised and that lowered sincerity."""
    found = {}
    for theme in Theme:
        moved = [is_raised for table in tables for about, is_raised in table.moments if about is theme]
        if moved:
            found[theme] = (sum(moved), len(moved) - sum(moved))
    return dict(sorted(found.items(), key=lambda one: -sum(one[1])))


def _moments(tables: tuple[TableFacts, ...]) -> Iterator[Block]:
    found = counted(tables)
    whole = sum(sum(one) for one in found.values())
    if not found:
        yield Paragraph("No single moment moved anything by much.")
        return
    yield rows_of(
        "Turning points of all tables, by theme",
        columns("2*About", "3*", "#moments", "#raised", "#lowered", "3*at"),
        (
            (
                Cell(capital(theme), tone="strong"),
                Cell(drawing=Bar(f"{capital(theme)}: {raised + lowered} of {whole}", (raised + lowered) / whole)),
                Cell(str(raised + lowered)),
                Cell(str(raised), tone="good" if raised else "soft"),
                Cell(str(lowered), tone="bad" if lowered else "soft"),
                Cell(_where(tables, theme)),
            )
            for theme, (raised, lowered) in found.items()
        ),
    )
    yield Opened(
        "What counts as a turning point",
        (
            Paragraph(
                "At each table the five moments, at most, that moved most how far those concerned were with the "
                "accord (or, without one, the verdict, or how far the work fitted side by side): each game was run "
                "again without each of its commands, all else held."
            ),
            Paragraph(f"Source: {rule('R11.1')}.", "soft"),
        ),
    )


def _where(tables: tuple[TableFacts, ...], theme: Theme) -> str:
    having = [table for table in tables if any(about is theme for about, _ in table.moments)]
    everywhere = len(having) == len(tables) > 1
    return "every table" if everywhere else names(having)


def _near(tables: tuple[TableFacts, ...]) -> Iterator[Block]:
    grid = rows_of(
        "How near each table was to something else",
        columns("2*Table", "5*single commands without which it turns", "3*nearest line", "4*a deal all could mean"),
        ((at(table), Cell(_turning(table)), Cell(_line(table)), Cell(_away(table))) for table in tables),
    )
    near, meant = sum(table.turning > 0 for table in tables), sum(table.away is not None for table in tables)
    if len(tables) > 1:
        yield Paragraph(
            f"Of {tables_word(tables)}, {near} would have turned with a single command left out; for {meant} there was "
            "a deal that all could have meant."
        )
    yield per_table(tables, "Table by table", grid)
    yield Opened(
        "How these are reckoned",
        (
            Paragraph(
                "Commands: each was left out, all else held; those count without which the verdict, or what the accord "
                "was as signed, is another, with the accord still standing. Nearest line: the smallest move of one "
                "line that would make the accord another kind as signed. A deal: in how many terms the nearest that "
                "everybody could have meant differs from what was signed, or last on the table."
            ),
            Paragraph(f"Source: {rule('R11.1')} and 6.4.", "soft"),
        ),
    )


def _turning(table: TableFacts) -> str:
    if not table.turning:
        return "none"
    return f"{table.turning} command{'' if table.turning == 1 else 's'}"


def _line(table: TableFacts) -> str:
    if table.accord is None:
        return "–"
    return "no single one" if table.accord.flip is None else f"moved by {share(table.accord.flip)}"


def _away(table: TableFacts) -> str:
    if table.away is None:
        return "none found"
    if table.away == 0:
        return "what was on the table"
    return f"{count(table.away).lower()} term{'' if table.away == 1 else 's'} away"
