"""What many games come to, in the words of an instructor."""

from game.analysis.lab.balance import Balance, Reachable
from game.analysis.lab.intervals import Share, Spread
from game.opponents.manner import PRACTITIONER
from game.record.sentences.narrator import listed, percent
from game.rules.case import Case
from game.rules.ids import AgencyId
from game.rules.vocabulary import ForumVerdict

FEW = 100
"""With fewer games behind it, the 95 % interval of a share is some 20 points wide, and what is said is only a hint."""


def often(found: Share, what: str) -> str:
    """Say how often something was so, of `what` in the plural; few games are told as such."""
    if found.of == 1:
        return f"{found.count} of 1 {what.replace('games', 'game').replace('threats', 'threat')}"
    of = f"only {found.of}" if found.of < FEW else f"{found.of:,}"
    if not found.count:
        return f"none of {of} {what}"
    if found.count == found.of:
        return f"all {of} {what}".replace("all only", "all of only")
    return f"{found.count if found.of < FEW else percent(found.value)} of {of} {what}"


def manner_name(manner: str) -> str:
    """Write a manner out."""
    return manner.replace("_", " ")


def say_plan(balance: Balance) -> str:
    """Say which games were played."""
    parts = [f"{table.games} at {manner_name(table.manner)} tables" for table in balance.tables]
    last = balance.first_seed + balance.games - 1
    games = "1 game" if balance.games == 1 else f"{balance.games:,} games"
    seeds = f"seed {last}" if balance.games == 1 else f"seeds {balance.first_seed} to {last}"
    level = "" if balance.level == PRACTITIONER.name else f", of {balance.level} level"
    return f"{games} between computers{level}, {seeds}: {listed(parts)}."


def say_ways(balance: Balance) -> str:
    """Say which ways the space of deals leaves open."""
    ways = balance.ways
    if ways.sincere is None or ways.tempting is None or ways.lanes is None:
        return "There are too many packages to lay out, so nothing is said here of what could be agreed at all."
    return f"Of all packages, {ways.sincere:,} could be meant by everybody and {ways.tempting:,} \
{'tempts' if ways.tempting == 1 else 'tempt'} the strongest to push; side by side, without a text, \
{percent(ways.lanes)} of what matters would gladly be done.{_say_side_by_side(balance)}"


def _say_side_by_side(balance: Balance) -> str:
    """Say why no game ended side by side though any could, where it is so."""
    one = next(one for one in balance.verdicts if one.verdict is ForumVerdict.SIDE_BY_SIDE)
    if one.games.count or not one.is_open:
        return ""
    return " No game ended so, as few between computers do: they seek a text to the last. The way is open to people, \
and nothing has to be changed for it."


def say_prediction(balance: Balance) -> str:
    """Say whether sincerity predicts delivery."""
    if balance.prediction is None:
        return "Whether sincerity tells what is carried out cannot be said: all accords went the same way."
    return (
        f"Sincerity as signed tells what will be done: of two accords, one kept and one not, the kept one was the more \
sincere in {percent(balance.prediction)} of all pairs."
    )


def say_duration(balance: Balance) -> str:
    """Say how long a game takes at the table."""
    found = balance.duration
    return f"With a person on every seat a game takes about {rounded(found.least)} to {rounded(found.most)} minutes, \
{found.reading:.0f} of them to read before the first move; `minutes` says {found.planned}."


def say_words(case: Case, balance: Balance) -> str:
    """Say how many words there are to read."""
    words = balance.words
    record = "" if words.record is None else f" The record of a game adds about {rounded(words.record, 100):,}."
    longest = case.agency(AgencyId(words.longest)).name
    return f"Before the first move there are up to {words.before:,} words to read: {words.briefing} of briefing, \
{words.sheet} on the longest role sheet ({longest}), {words.options} on issues and options, {words.facts} on open \
questions.{record}"


def rounded(number: float, step: int = 5) -> int:
    """Round to what an estimate can claim."""
    return max(step, round(number / step) * step)


def say_nothing_to_change(balance: Balance) -> str:
    """Say that nothing has to be changed, as far as these games tell."""
    games = "this game" if balance.games == 1 else f"these {balance.games:,} games"
    hint = ", which are few" if balance.games < FEW else ""
    return f"Nothing has to be changed by {games}{hint}."


def say_interval(found: Share) -> str:
    """Say between which shares the true one lies."""
    return f"{round(100 * found.least)}–{round(100 * found.most)} %"


def say_mean(found: Spread) -> str:
    """Say between which values the true mean lies."""
    return f"{found.least:.1f}–{found.most:.1f}"


def say_open(one: Reachable) -> str:
    """Say whether a verdict was reached, or else what the space of deals says of it."""
    if one.games.count:
        return "reached"
    return {True: "not reached, but could be", False: "out of reach", None: "not reached"}[one.is_open]
