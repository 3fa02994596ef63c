"""Games as tables for people."""

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import mean
from typing import Any

from rich.console import Console
from rich.table import Table

from game.analysis.space.words import name_terms
from game.cli.tables import grid, name, say
from game.opponents.manner import AS_WRITTEN, MIXED
from game.record.sentences.narrator import percent
from game.record.sentences.phrases import VERDICTS
from game.rules.case import Case
from game.rules.vocabulary import ForumVerdict, Root

Line = Mapping[str, Any]
"""A game as `summary` gives it."""


def show_game(console: Console, case: Case, line: Line) -> None:
    """Show one game: the verdict, every accord, the scores."""
    verdict = line["verdict"]
    said = VERDICTS[ForumVerdict(verdict)] if verdict else "not over yet"
    say(console, f"{case.title}, seed {line['seed']}: {said}")
    if line["manner"]:
        say(console, _say_computers(line))
    for accord in line["accords"]:
        _show_accord(console, case, accord)
    if line["scores"]:
        console.print(_scores(case, line["scores"]))


def _say_computers(line: Line) -> str:
    """Say how the computers played, and how well."""
    manner = {MIXED: "in mixed manners", AS_WRITTEN: "as the scenario has it"}.get(line["manner"])
    level = "different levels" if line["level"] == MIXED else f"the level {line['level']}"
    return f"Computers played {manner or 'as ' + line['manner'].replace('_', ' ')}, at {level}."


def _show_accord(console: Console, case: Case, accord: Line) -> None:
    say(console, "")
    say(console, f"Text {accord['text']}: {name_terms(case, accord['terms'])}")
    lived = accord["lived"].replace("_", " ")
    say(
        console,
        f"signed {accord['signed']}, lived as {lived}, carried out to {accord['implementation_rate']:.0f} of 100",
    )
    table = grid("party", "sincerity", *(root.value for root in Root))
    for party, reading in accord["parties"].items():
        shares = (reading["sincerity"], *(reading["roots"][root.value] for root in Root))
        table.add_row(name(case, party), *(f"{share:.2f}" for share in shares))
    console.print(table)


def _scores(case: Case, scores: Mapping[str, Line]) -> Table:
    table = grid("score", "mandate", "impact", "standing", "total", "perspective")
    for agency, score in scores.items():
        perspective = "–" if score["perspective"] is None else f"{score['perspective']:.0f}"
        numbers = (f"{score[part]:.1f}" for part in ("mandate", "impact", "standing", "total"))
        table.add_row(name(case, agency), *numbers, perspective)
    return table


def show_games(console: Console, case: Case, lines: Sequence[Line]) -> None:
    """Show many games: how often each verdict came about, what accords came to, mean scores."""
    say(console, f"{case.title}: {len(lines)} {'game' if len(lines) == 1 else 'games'}")
    if not lines:
        return
    say(console, _say_computers(lines[0]))
    counts = Counter(line["verdict"] for line in lines)
    verdicts = grid("verdict", "games", "share")
    for kind in ForumVerdict:
        if counts[kind.value]:
            verdicts.add_row(VERDICTS[kind], str(counts[kind.value]), percent(counts[kind.value] / len(lines)))
    console.print(verdicts)
    accords = [accord for line in lines for accord in line["accords"]]
    if accords:
        console.print(_accords(accords))
    console.print(_mean_scores(case, lines))


def _accords(accords: Sequence[Line]) -> Table:
    table = grid("accords signed", "number", "mean sincerity", "mean rate")
    for kind in ("sincere", "fragile", "false"):
        those = [accord for accord in accords if accord["signed"] == kind]
        if those:
            sincerity = mean(party["sincerity"] for accord in those for party in accord["parties"].values())
            rate = mean(accord["implementation_rate"] for accord in those)
            table.add_row(kind, str(len(those)), f"{sincerity:.2f}", f"{rate:.0f}")
    return table


def _mean_scores(case: Case, lines: Sequence[Line]) -> Table:
    table = grid("mean score", "mandate", "impact", "standing", "total")
    for agency in case.agency_ids:
        scores = [line["scores"][agency] for line in lines if agency in line["scores"]]
        if scores:
            numbers = (
                f"{mean(score[part] for score in scores):.1f}" for part in ("mandate", "impact", "standing", "total")
            )
            table.add_row(name(case, agency), *numbers)
    return table
