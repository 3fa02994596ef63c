"""Why tables differ: the same yeses, the roots below them, and on what ground they were weakened."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from statistics import fmean

from game.debrief.words import KINDS, LIVED, ROOTS, count, out_of_100, percent, share
from game.reports.blocks import Block, Bullets, Cell, Grid, Item, Opened, Paragraph, Section
from game.reports.classes.facts import AccordFacts, Ground, TableFacts
from game.reports.classes.telling import ClassTelling, at, capital, name, names, per_table, tables_word
from game.reports.drawings import Bar, Roots
from game.reports.signs import columns, rows_of, rule
from game.rules.vocabulary import Root

MOST_PAIRS = 3
APART = 0.2
"""How far two tables with the same yeses are apart, in what was meant, to be told of (or they were lived otherwise)."""
GROUNDS: Mapping[Ground, str] = {
    Ground.PRESSURE: "threats, and a chair with a hold on others",
    Ground.INFORMATION: "accounts that were spun, and facts kept back",
    Ground.VOICE: "asked too late or never, and not talked to",
    Ground.HOME: "red lines at home, and a house divided",
    Ground.PURPOSE: "a purpose other than what they had come for",
}
Pair = tuple[TableFacts, TableFacts]


def why(told: ClassTelling) -> tuple[Section, ...]:
    """Tell why."""
    sections = (
        Section("same-yeses", "The same yeses, and not the same", told.by_case(_same_yeses)),
        Section("weakened", "What weakened the yeses", told.by_case(_weakened)),
        Section("roots", "The five roots, table by table", told.by_case(_roots)),
    )
    return tuple(section for section in sections if section.blocks)


def same_yeses(tables: Sequence[TableFacts]) -> tuple[Pair, ...]:
    """Find tables with as many yeses that were not meant alike: what was meant further first, most apart first."""
    found: dict[int, Pair] = {}
    for one, other in combinations((table for table in tables if table.accord is not None), 2):
        more, less = sorted((one, other), key=lambda table: -_accord(table).consent)
        yeses = _accord(more).parties
        is_alike = _accord(less).parties == yeses and not _is_apart(_accord(more), _accord(less))
        if _accord(less).parties != yeses or is_alike:
            continue
        if yeses not in found or _gap((more, less)) > _gap(found[yeses]):
            found[yeses] = (more, less)
    return tuple(sorted(found.values(), key=lambda pair: -_gap(pair))[:MOST_PAIRS])


def pair_words(pair: Pair) -> str:
    """Hold two tables with the same yeses against each other."""
    more, less = pair
    yeses = _accord(more).parties
    both = f"{capital(name(more))} and {name(less)} both had {count(yeses).lower()} yes{'' if yeses == 1 else 'es'}"
    return f"{both}. {_how(more)} {_how(less)}"


def _how(table: TableFacts) -> str:
    accord = _accord(table)
    hollow = f", {count(accord.hollow).lower()} of them hollow" if accord.hollow else ""
    return (
        f"At {name(table)} they were meant to {percent(accord.consent)}{hollow} ({KINDS[accord.signed]} as signed), "
        f"and {out_of_100(accord.rate)} was carried out: {LIVED[accord.lived]}."
    )


def _accord(table: TableFacts) -> AccordFacts:
    assert table.accord is not None
    return table.accord


def _is_apart(one: AccordFacts, other: AccordFacts) -> bool:
    return one.lived is not other.lived or abs(one.consent - other.consent) >= APART


def _gap(pair: Pair) -> float:
    return abs(_accord(pair[0]).consent - _accord(pair[1]).consent)


def _same_yeses(tables: tuple[TableFacts, ...]) -> Iterator[Block]:
    pairs = same_yeses(tables)
    if pairs:
        yield Bullets(tuple(Item(pair_words(pair)) for pair in pairs))
        yield Paragraph("A count of yeses cannot tell them apart; what stands below them can.", "soft")
    elif len(tables) > 1:
        yield Paragraph("No two tables had as many yeses and meant them differently.")


def parts_of(tables: Sequence[TableFacts]) -> Mapping[Ground, float]:
    """Give the part (0..1) that every ground has in all that was taken from the accords of some tables."""
    taken = {ground: sum(table.weakened.get(ground, 0.0) for table in tables) for ground in Ground}
    whole = sum(taken.values())
    return {ground: part / whole for ground, part in taken.items()} if whole else {}


def main_ground(table: TableFacts) -> Ground | None:
    """Name the ground that weakened a table's accord most; None where nothing did."""
    return max(table.weakened, key=lambda ground: table.weakened[ground]) if table.weakened else None


def _weakened(tables: tuple[TableFacts, ...]) -> Iterator[Block]:
    found = [table for table in tables if table.weakened]
    parts = parts_of(tables)
    if not found:
        yield Paragraph("No accord was in force that anything weakened.")
        return
    yield rows_of(
        "What weakened accords, by ground, over all tables with one",
        columns("2*Ground", "3*", "#part", "4*the most at"),
        (
            (
                Cell(capital(ground), note=GROUNDS[ground], tone="strong"),
                Cell(drawing=Bar(f"{capital(ground)}: {percent(part)} of all", part, "bad")),
                Cell(percent(part)),
                Cell(capital(names(most)) if most else "–"),
            )
            for ground, part in sorted(parts.items(), key=lambda pair: -pair[1])
            for most in ([table for table in found if main_ground(table) is ground],)
        ),
    )
    yield Opened("Table by table", (_weakened_each(found),))
    yield Opened(
        "How the parts are reckoned",
        (
            Paragraph(
                "Each game was run again without every set of its causes; each cause has what it takes, on average "
                "over all orders, from how far those concerned were with the accord (exact Shapley values over the "
                "ten largest). Over all tables a ground’s part is what it took at all of them, of all that was taken; "
                "which seat a cause came from or fell on is left out here."
            ),
            Paragraph(f"Source: {rule('R11.1')}.", "soft"),
        ),
    )


def _weakened_each(tables: Sequence[TableFacts]) -> Grid:
    return rows_of(
        "What weakened the accord of each table, by ground",
        columns("2*Table", *(f"#{ground}" for ground in Ground), "#taken in all"),
        (
            (
                at(table),
                *(
                    Cell(percent(parts_of([table])[ground]), tone="strong" if main_ground(table) is ground else "")
                    for ground in Ground
                ),
                Cell(share(sum(table.weakened.values()))),
            )
            for table in tables
        ),
        is_stacked=False,
    )


def _roots(tables: tuple[TableFacts, ...]) -> Iterator[Block]:
    found = [(table, table.accord) for table in tables if table.accord is not None]
    if not found:
        return
    grid = rows_of(
        "Each root: the mean of a table's yeses, and its lowest",
        columns("2*Table", "3*means", *(f"#{ROOTS[root]}" for root in Root)),
        (
            (
                at(table),
                Cell(drawing=_drawn(table, accord)),
                *(
                    Cell(share(mean), note=f"lowest {share(least)}", tone="bad" if least < table.weak_root else "")
                    for mean, least in (accord.roots[root] for root in Root)
                ),
            )
            for table, accord in found
        ),
    )
    means = {root: fmean(accord.roots[root][0] for _, accord in found) for root in Root}
    lowest = min(means, key=lambda root: means[root])
    told = ", ".join(f"{ROOTS[root]} {share(mean)}" for root, mean in means.items())
    if len(found) > 1:
        yield Paragraph(f"Mean of {tables_word(found)}: {told}. Weakest here: {ROOTS[lowest]}.")
    yield per_table(found, "Table by table", grid)
    yield Paragraph(
        "Red: at least one yes with this root below the line. Which seat that was is for the table itself to tell. "
        f"Source: {rule('R5.1')} to 5.5.",
        "soft",
    )


def _drawn(table: TableFacts, accord: AccordFacts) -> Roots:
    means = [(ROOTS[root], accord.roots[root][0]) for root in Root]
    says = ", ".join(f"{root} {share(mean)}" for root, mean in means)
    return Roots(f"Table {table.table}: {says}", tuple((root, mean, mean < table.weak_root) for root, mean in means))
