"""Questions for the plenary, made from holding tables against each other: about structures, to no single person."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.debrief.words import PURPOSES, VERDICTS, count, listed, percent, points
from game.reports.classes.facts import Ground, TableFacts
from game.reports.classes.telling import ORDER, capital, name, names, tables_word
from game.reports.classes.turned import counted
from game.reports.classes.why import main_ground, pair_words, parts_of, same_yeses
from game.rules.vocabulary import Kind

MUCH = 0.25
"""Part from which a ground is asked about by itself."""
BETTER = 5.0
"""How much more for people (of 100) is worth asking about."""
ASKED: Mapping[Ground, str] = {
    Ground.PRESSURE: "What would have made it safe to say no, and who in the room could have done that?",
    Ground.INFORMATION: "What did somebody know that the rest would have needed, and what made it hard to tell?",
    Ground.VOICE: "Who came in when the text was written already, and what would asking earlier have cost?",
    Ground.HOME: "What had headquarters not been asked, and what would have given them time to answer?",
    Ground.PURPOSE: "Who had come for something else than what the forum was for, and how could one have heard that?",
}


@dataclass(frozen=True, slots=True)
class Plenary:
    """A question, and what of this class it is made from."""

    words: str
    made_from: str


def plenary(tables: tuple[TableFacts, ...]) -> tuple[Plenary, ...]:
    """Make the questions that the tables of a case give."""
    makers = (_on_yeses, _on_endings, _on_grounds, _on_worth, _on_purpose, _on_moments, _on_perspective)
    return tuple(question for make in makers for question in make(tables))


def _on_yeses(tables: tuple[TableFacts, ...]) -> Iterator[Plenary]:
    for pair in same_yeses(tables)[:1]:
        yield Plenary(
            f"What was different in the room at {name(pair[0])} and at {name(pair[1])}, before anybody signed?",
            pair_words(pair),
        )


def _on_endings(tables: tuple[TableFacts, ...]) -> Iterator[Plenary]:
    endings = Counter(table.verdict for table in tables)
    if len(endings) < 2:
        return
    told = listed(f"{VERDICTS[one].lower()} at {tables_word([one] * endings[one])}" for one in ORDER if endings[one])
    yield Plenary(
        "Everybody had the same roles and the same pages to read. What made the endings differ?",
        f"{capital(told)}.",
    )


def _on_grounds(tables: tuple[TableFacts, ...]) -> Iterator[Plenary]:
    parts = parts_of(tables)
    for ground, part in sorted(parts.items(), key=lambda one: -one[1])[:2]:
        most = [table for table in tables if main_ground(table) is ground]
        if part >= MUCH and most:
            yield Plenary(
                ASKED[ground],
                f"{capital(ground)} has {percent(part)} of what weakened accords here; the most at {names(most)}.",
            )


def _on_worth(tables: tuple[TableFacts, ...]) -> Iterator[Plenary]:
    """Ask what a hollow accord was for, where a table without one brought about more."""
    without = max((table for table in tables if table.accord is None), key=lambda table: table.impact, default=None)
    hollow = [table for table in tables if table.accord is not None and table.accord.signed is Kind.FALSE]
    least = min(hollow, key=lambda table: table.impact, default=None)
    if without is None or least is None or without.impact - least.impact < BETTER:
        return
    yield Plenary(
        f"What was the accord of {name(least)} for, and for whom?",
        f"{capital(name(without))} had none in force and brought about {points(without.impact)} of 100 for people; "
        f"{name(least)} had one, and brought about {points(least.impact)}.",
    )


def _on_purpose(tables: tuple[TableFacts, ...]) -> Iterator[Plenary]:
    silent = [table for table in tables if table.declared is None]
    missed = [table for table in tables if table.is_met is False]
    if silent:
        yield Plenary(
            "Nobody said what the forum was for. What did that make easier, and for whom?",
            f"So it was at {names(silent)}.",
        )
    if missed:
        declared = Counter(table.declared for table in missed if table.declared is not None)
        most = declared.most_common(1)[0][0]
        yield Plenary(
            "What would have had to be in the room for the purpose that was declared?",
            f"{capital(names(missed))} did not come to what was declared, most often {PURPOSES[most]}.",
        )


def _on_moments(tables: tuple[TableFacts, ...]) -> Iterator[Plenary]:
    found = counted(tables)
    if not found:
        return
    theme, (raised, lowered) = next(iter(found.items()))
    whole = sum(sum(one) for one in found.values())
    yield Plenary(
        "Which of the moments that mattered could one feel at the time, and what did one do with that?",
        f"Of {whole} turning points, {raised + lowered} were about {theme}: {raised} raised sincerity, {lowered} "
        "lowered it.",
    )


def _on_perspective(tables: tuple[TableFacts, ...]) -> Iterator[Plenary]:
    pairs = [(table.before, table.after) for table in tables]
    gains = [after - before for before, after in pairs if before is not None and after is not None]
    if not gains:
        return
    blind = sum(gain <= 0 for gain in gains)
    made_from = (
        f"At {count(blind).lower()} of {tables_word(gains)} people foresaw the others no better than the minutes."
        if blind
        else "At every table people saw more than stood in the minutes."
    )
    yield Plenary("What could one have asked another seat, to know what its yes was worth?", made_from)
