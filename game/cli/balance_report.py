"""What many games come to, as tables for people."""

from rich.console import Console

from game.analysis.lab.advice import remarks
from game.analysis.lab.balance import Balance
from game.analysis.lab.intervals import Share
from game.analysis.lab.words import (
    manner_name,
    say_duration,
    say_interval,
    say_mean,
    say_nothing_to_change,
    say_open,
    say_plan,
    say_prediction,
    say_ways,
    say_words,
)
from game.cli.tables import grid, name, say
from game.record.sentences.narrator import percent, points
from game.record.sentences.phrases import VERDICTS
from game.rules.case import Case


def show_balance(console: Console, case: Case, balance: Balance) -> None:
    """Show what to change first, then the numbers."""
    say(console, f"{case.title}: {say_plan(balance)}")
    say(console, "")
    say(console, "What to change")
    for remark in remarks(case, balance):
        say(console, f"- {remark.says}")
    if not remarks(case, balance):
        say(console, f"- {say_nothing_to_change(balance)}")
    _show_verdicts(console, balance)
    _show_trap(console, balance)
    _show_roles(console, case, balance)
    _show_secrets(console, case, balance)
    _show_facts(console, case, balance)
    _show_choices(console, case, balance)
    _show_time(console, case, balance)


def _show_verdicts(console: Console, balance: Balance) -> None:
    """Show how often each verdict came about at which tables, with its interval over all, and which never did."""
    say(console, "")
    table = grid("verdict", *(_stacked(manner_name(one.manner)) for one in balance.tables), "all", "95 %")
    for one in balance.verdicts:
        counts = (str(found.verdicts[one.verdict].count) for found in balance.tables)
        table.add_row(VERDICTS[one.verdict], *counts, str(one.games.count), say_interval(one.games))
    console.print(table)
    for one in balance.verdicts:
        if not one.games.count:
            say(console, f"{VERDICTS[one.verdict]}: {say_open(one)}".capitalize())


def _show_trap(console: Console, balance: Balance) -> None:
    say(console, "")
    heads = ("false texts", "95 %", "threats a_game", "then signed", "accords", "carried out", "lanes")
    table = grid("tables", *(_stacked(head) for head in heads))
    for one in balance.tables:
        table.add_row(
            manner_name(one.manner),
            percent(one.false.value),
            say_interval(one.false),
            f"{one.threats:.1f}",
            _percent(one.bowed),
            str(one.accords),
            _percent(one.delivered),
            percent(one.complementarity),
        )
    console.print(table)
    say(console, say_ways(balance))
    say(console, say_prediction(balance))


def _show_roles(console: Console, case: Case, balance: Balance) -> None:
    say(console, "")
    heads = ("walks away", "mandate", "95 %", "zone best", "ends below", "near best", "total", "walks out")
    table = grid(f"seat, {balance.judged}", *(_stacked(head) for head in heads))
    for role in balance.roles:
        table.add_row(
            name(case, role.agency),
            points(role.walk_away),
            f"{role.mandate.mean:.1f}",
            say_mean(role.mandate),
            "–" if role.best is None else points(role.best),
            percent(role.below.value),
            "–" if role.near_best is None else percent(role.near_best.value),
            f"{role.total.mean:.1f}",
            percent(role.left.value),
        )
    console.print(table)


def _show_secrets(console: Console, case: Case, balance: Balance) -> None:
    if not balance.secrets:
        return
    say(console, "")
    table = grid("hidden mandate, all games", "of", "points", "met", "95 %")
    for secret in balance.secrets:
        met = percent(secret.met.value) if secret.is_open else "never can"
        table.add_row(secret.mandate, name(case, secret.agency), str(secret.points), met, say_interval(secret.met))
    console.print(table)


def _show_facts(console: Console, case: Case, balance: Balance) -> None:
    if not balance.facts:
        return
    say(console, "")
    heads = ("found out", "told straight", "spun", "kept back", "counted")
    table = grid("fact, all games", *(_stacked(head) for head in heads))
    for lesson in balance.facts:
        shares = (lesson.learned, lesson.told, lesson.spun, lesson.gap, lesson.counted)
        table.add_row(case.fact(lesson.fact).name, *(percent(one.value) for one in shares))
    console.print(table)


def _show_choices(console: Console, case: Case, balance: Balance) -> None:
    say(console, "")
    table = grid("option, all games", "agreed", "a lane")
    for choice in balance.choices:
        named = f"{case.issue(choice.issue).name}: {case.option(choice.issue, choice.option).name}"
        table.add_row(named, percent(choice.agreed.value), percent(choice.declared.value))
    console.print(table)


def _show_time(console: Console, case: Case, balance: Balance) -> None:
    say(console, "")
    say(console, say_duration(balance))
    say(console, say_words(case, balance))


def _stacked(head: str) -> str:
    """Set the words of a head above each other, so that the column is narrow; underscores hold words together."""
    return head.replace(" %", "_%").replace(" ", "\n").replace("_", " ")


def _percent(found: Share) -> str:
    return percent(found.value) if found.of else "–"
