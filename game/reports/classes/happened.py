"""What happened at the tables: verdicts side by side, and what was said beside what was meant and done."""

from collections import Counter
from collections.abc import Iterator

from game.debrief.verdicts import MOODS
from game.debrief.words import KINDS, VERDICTS, out_of_100, percent, share, signed
from game.reports.blocks import Block, Cell, Key, Legend, Opened, Paragraph, Section, Tone
from game.reports.classes.facts import AccordFacts, TableFacts
from game.reports.classes.telling import ORDER, ClassTelling, at, capital, names, per_table
from game.reports.drawings import Bar, Gap
from game.reports.signs import TONES, columns, rows_of, rule
from game.rules.vocabulary import Kind

LEGEND = (
    Key("open", "said in public, mean of the parties"),
    Key("full", "meant in private, mean of the parties"),
    Key("line", "the gap between them"),
    Key("gap", "false as signed"),
)
KIND_TONES: dict[Kind, Tone] = {Kind.SINCERE: "good", Kind.FRAGILE: "warn", Kind.FALSE: "bad"}


def happened(told: ClassTelling) -> tuple[Section, ...]:
    """Tell what happened."""
    return (
        Section("verdicts", "Verdicts side by side", told.by_case(_verdicts)),
        Section("said-meant-done", "Said, meant, done, table by table", told.by_case(_said)),
    )


def _verdicts(tables: tuple[TableFacts, ...]) -> Iterator[Block]:
    counted = Counter(table.verdict for table in tables)
    yield rows_of(
        "How many tables came to which verdict",
        columns("3*Verdict", "3*", "#tables", "5*which"),
        (
            (
                Cell(VERDICTS[verdict], tone=TONES[MOODS[verdict]]),
                Cell(
                    drawing=Bar(
                        f"{VERDICTS[verdict]}: {counted[verdict]} of {len(tables)}", part, TONES[MOODS[verdict]]
                    )
                ),
                Cell(str(counted[verdict])),
                Cell(capital(names([table for table in tables if table.verdict is verdict]))),
            )
            for verdict in ORDER
            if counted[verdict]
            for part in (counted[verdict] / len(tables),)
        ),
    )
    ordered = sorted(tables, key=lambda table: ORDER.index(table.verdict))
    grid = rows_of(
        "What each table came to",
        columns("2*Table", "3*verdict", "9*in one sentence"),
        (
            (at(table), Cell(VERDICTS[table.verdict], tone=TONES[MOODS[table.verdict]]), Cell(table.sentence))
            for table in ordered
        ),
    )
    yield per_table(tables, "Table by table", grid)


def _said(tables: tuple[TableFacts, ...]) -> Iterator[Block]:
    signing = [(table, table.accord) for table in tables if table.accord is not None]
    without = [table for table in tables if table.accord is None]
    if signing:
        ordered = sorted(signing, key=lambda pair: -pair[1].consent)
        yield rows_of(
            "Said, meant and done under the accord that decided, the furthest meant first",
            columns("2*Table", "2*public yeses", "5*against · for", "#meant by all", "2*as signed", "3*delivered"),
            (_accord_row(table, accord) for table, accord in ordered),
        )
        yield Legend(LEGEND)
    if without:
        yield Paragraph(f"{capital(names(without))} had no accord in force in the end, so there was no yes to weigh.")
    yield Opened(
        "How these are read",
        (
            Paragraph(
                "The picture runs from −1 (against) over walking away, in the middle, to 1 (for): a plain signature "
                "counts 1, one with a reservation ⅓, beside mean private support when they signed. Meant by all, 0 to "
                "1: ½ of the lowest sincerity and ½ of the mean, a missing voice counting as 0. Delivered: how much "
                "was carried out a year on, of 100."
            ),
            Paragraph(f"Source: {rule('R5.6')} (sincerity), 5.7 (said and meant), 6.2 (missing voices), 7.5.", "soft"),
        ),
    )


def _accord_row(table: TableFacts, accord: AccordFacts) -> tuple[Cell, ...]:
    says = f"Table {table.table}: said {signed(accord.said)}, meant {signed(accord.meant)}"
    tone = KIND_TONES[accord.signed]
    asides = (
        f"{accord.hollow} hollow" if accord.hollow else "",
        f"{accord.missing} never asked" if accord.missing else "",
        f"{table.accords - 1} more accord{'' if table.accords == 2 else 's'} beside it" if table.accords > 1 else "",
    )
    return (
        at(table),
        Cell(f"{accord.parties} of {table.seated}", note=", ".join(part for part in asides if part)),
        Cell(drawing=Gap(says, accord.said, accord.meant, tone, accord.signed is Kind.FALSE)),
        Cell(share(accord.consent), tone="strong"),
        Cell(KINDS[accord.signed], tone=tone),
        Cell(
            percent(accord.rate / 100),
            drawing=Bar(f"Table {table.table}: {out_of_100(accord.rate)} delivered", accord.rate / 100),
        ),
    )
