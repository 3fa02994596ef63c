"""What to change in a scenario, by what many games of it came to: the number behind it, and the key to turn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.analysis.lab.balance import Balance, Secret
from game.analysis.lab.intervals import Share
from game.analysis.lab.turns import (
    either,
    give_time,
    learn_sooner,
    let_stay,
    lower_seat,
    lower_strength,
    lower_walk_away,
    more_leverage,
    raise_or_drop,
    raise_seat,
    raise_sensitivity,
    raise_strength,
    say_plenty,
    set_chair,
    sooner,
    turns_away_from,
)
from game.analysis.lab.words import FEW, often, rounded
from game.opponents.manner import MIXED
from game.record.sentences.narrator import listed, percent, points
from game.record.sentences.phrases import VERDICTS
from game.rules.case import Case
from game.rules.judging.power import strongest
from game.rules.vocabulary import ForumVerdict

HOPELESS = 2 / 3
"""Lost in two games of three: whoever sits there learns that it does not matter what they do."""
CERTAIN = 2 / 3
"""Won nearly in full in two games of three: nothing is to be learned in that seat either."""
UNEVEN = 0.6
"""Of the way from walking away to the best: people compare notes in the debrief, and feel more than half of it."""
FOREGONE = 0.9
"""Nine mixed games of ten end alike: a class of four tables would most likely see one verdict four times."""
TEMPTED = 0.05
"""Fewer false texts than this where people press, and most classes never meet the trap that the game is about."""
BOWED = (0.05, 0.9)
"""Fewer threats than this that are followed by a signature make pressing idle; more make it irresistible."""
RARELY = 0.02
"""Once in fifty games: no class will see it."""
LEAVING = 0.5
"""A seat that is empty in every second game at the end should not be given to somebody who came to negotiate."""
OFF_TIME = 0.5
"""The estimate spans a factor of two by itself; off by more than half of what is planned is off beyond that."""
READING_SHARE = 0.25
"""Of the time planned; more, and people begin to skip, first of all what they need."""
NAMED = 6
"""How many of a kind are named in one remark."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence on what to change; keys of the file stand in backticks, `key` is the first to turn.

    Tentative where few games stand behind it.
    """

    says: str
    key: str
    is_tentative: bool = False


def remarks(case: Case, balance: Balance) -> tuple[Remark, ...]:
    """Say what to change, the gravest first; nothing where nothing has to be."""
    return (
        *_on_ways(balance),
        *_on_roles(case, balance),
        *_on_verdicts(case, balance),
        *_on_pressure(case, balance),
        *_on_leaving(case, balance),
        *_on_secrets(balance),
        *_on_facts(case, balance),
        *_on_choices(case, balance),
        *_on_news(case, balance),
        *_on_time(balance),
    )


def _on_ways(balance: Balance) -> Iterator[Remark]:
    """Hold the case against the promise of three ways."""
    lanes = percent(balance.ways.lanes or 0)
    missing = {
        ForumVerdict.SINCERE_AGREEMENT: "No package is well worth it to everybody, so a sincere agreement is out of \
reach.",
        ForumVerdict.FALSE_COHERENCE: "No package tempts: none that the strongest could push through would fail \
afterwards.",
        ForumVerdict.SIDE_BY_SIDE: f"There is no honest way out: side by side only {lanes} of what matters would \
gladly be done, and it takes half.",
    }
    for verdict, remedy in balance.ways.remedies.items():
        if not _was_reached(balance, verdict) or verdict is not ForumVerdict.SIDE_BY_SIDE:
            yield Remark(f"{missing[verdict]} {remedy.says}", remedy.key)


def _was_reached(balance: Balance, verdict: ForumVerdict) -> bool:
    return any(one.verdict is verdict and one.games.count for one in balance.verdicts)


def _on_roles(case: Case, balance: Balance) -> Iterator[Remark]:
    for role in balance.roles:
        better, harder = [*raise_seat(case, balance, role)], [*lower_seat(case, balance, role)]
        if role.below.value >= HOPELESS and better:
            yield _tell(
                role.below,
                f"`{role.agency}` ends below what walking away is worth ({points(role.walk_away)}) in \
{often(role.below, balance.judged)}, at {points(role.mandate.mean)} on average: {either(better)}.",
                f"agencies.{role.agency}.walk_away",
            )
        if role.near_best is not None and role.near_best.value >= CERTAIN and harder:
            yield _tell(
                role.near_best,
                f"`{role.agency}` ends near its best ({points(role.best or 0)}) in \
{often(role.near_best, balance.judged)}, whatever it does: {either(harder)}.",
                f"agencies.{role.agency}.walk_away",
            )
    yield from _on_fairness(case, balance)


def _on_fairness(case: Case, balance: Balance) -> Iterator[Remark]:
    """Compare the seats with each other."""
    placed = [(role.standing, role) for role in balance.roles if role.standing is not None]
    if not placed:
        return
    (least, last), (most, first) = (end(placed, key=lambda one: one[0]) for end in (min, max))
    if most - least >= UNEVEN:
        yield _tell(
            first.below,
            f"Seats fare unevenly: on the way from walking away to its best, `{first.agency}` comes \
{percent(most)} far and `{last.agency}` {percent(least)}, on average over {last.below.of} {balance.judged}. Raise \
`walk_away` of the one{', or lower that of the other' if case.agency(last.agency).walk_away else ''}.",
            f"agencies.{last.agency}.walk_away",
        )


def _on_verdicts(case: Case, balance: Balance) -> Iterator[Remark]:
    mixed = balance.mixed
    for kind, found in mixed.verdicts.items() if mixed is not None else ():
        if found.value >= FOREGONE:
            yield _tell(
                found,
                f"{often(found, 'mixed games')} ended in {VERDICTS[kind]}, whoever sits \
where{_turned(case, balance, kind)}",
                "verdict",
            )
    for one in balance.verdicts:
        turns = [*give_time(case)]
        if turns and one.verdict is ForumVerdict.SINCERE_AGREEMENT and not one.games.count and one.is_open:
            open_to_all = "1 package" if balance.ways.sincere == 1 else f"{balance.ways.sincere:,} packages"
            yield _tell(
                one.games,
                f"{often(one.games, 'games')} ended in sincere agreement, though {open_to_all} could be meant by \
everybody: {either(turns)}.",
                "rounds",
            )


def _turned(case: Case, balance: Balance, verdict: ForumVerdict) -> str:
    """Say after the place where a verdict is foregone what to turn."""
    plenty = say_plenty(balance.ways) if verdict is ForumVerdict.SINCERE_AGREEMENT else None
    turns = turns_away_from(case, verdict) or (() if plenty else ("raise the `walk_away` of those who gain most",))
    return (f": {either(turns)}." if turns else ".") + (f" {plenty}" if plenty else "")


def _on_pressure(case: Case, balance: Balance) -> Iterator[Remark]:
    """Look at the tables where people press: whether it works, and what it leads to."""
    pressing = [table for table in balance.tables if table.threats >= 1]
    if not pressing:
        free = [*more_leverage(case)]
        if free and any(table.manner == MIXED for table in balance.tables):
            yield Remark(f"Hardly anybody presses: {either(free)}.", "leverage")
        return
    false = _pooled([table.false for table in pressing])
    harder = [*raise_strength(case, strongest(case, case.agency_ids)), *raise_sensitivity(case), *set_chair(case)]
    if false.value < TEMPTED and balance.ways.tempting != 0 and harder:
        yield _tell(
            false,
            f"A false text came into force in {often(false, 'games with pressure')}, so the trap hardly closes: \
{either(harder)}.",
            "leverage",
        )
    yield from _on_threats(case, _pooled([table.bowed for table in pressing]))


def _on_threats(case: Case, bowed: Share) -> Iterator[Remark]:
    if bowed.value < BOWED[0]:
        armed = [agency.id for agency in case.agencies if agency.leverage]
        turns = [*raise_strength(case, armed), *lower_walk_away(case, "those it is held over")]
        says = "led to a signature: pressing is idle, so"
    elif bowed.value > BOWED[1]:
        turns = [*lower_strength(case), "raise the `walk_away` of those it is held over"]
        says = "led to a signature: nobody can say no, so"
    else:
        return
    if turns:
        yield _tell(bowed, f"{often(bowed, 'threats')} {says} {either(turns)}.", "leverage")


def _pooled(shares: Sequence[Share]) -> Share:
    """Count several shares together, without their interval."""
    return Share(sum(one.count for one in shares), sum(one.of for one in shares), 0.0, 1.0)


def _on_leaving(case: Case, balance: Balance) -> Iterator[Remark]:
    for role in balance.roles:
        turns = [*let_stay(case, role.agency)]
        if turns and role.left.value >= LEAVING:
            yield _tell(
                role.left,
                f"`{role.agency}` walks out for good in {often(role.left, balance.judged)}: {either(turns)}.",
                f"agencies.{role.agency}.walk_away",
            )


def _on_secrets(balance: Balance) -> Iterator[Remark]:
    for secret in balance.secrets:
        if not secret.is_open:
            yield Remark(f"{_named(secret)} can never come true, whatever is agreed: change its `when`.", "hidden.when")
        elif secret.met.value <= RARELY:
            yield _tell(
                secret.met,
                f"{_named(secret)} came true in {often(secret.met, 'games')}, though it could: "
                + (
                    f"ease its `when`, or raise its {secret.points} `points` so that somebody goes for it."
                    if secret.points > 0
                    else "there is nothing to fear from it. Widen its `when`."
                ),
                "hidden.when",
            )
        elif secret.met.value >= 1 - RARELY:
            yield _tell(
                secret.met,
                f"{_named(secret)} came true in {often(secret.met, 'games')}, so it asks nothing of the seat: make \
its `when` harder to {'meet' if secret.points > 0 else 'fall into'}.",
                "hidden.when",
            )


def _named(secret: Secret) -> str:
    return f"The hidden mandate `{secret.mandate}` of `{secret.agency}`"


def _on_facts(case: Case, balance: Balance) -> Iterator[Remark]:
    for lesson in balance.facts:
        turns = [*learn_sooner(case.fact(lesson.fact), len(case.agencies))]
        if turns and max(lesson.learned.value, lesson.told.value) <= RARELY:
            yield _tell(
                lesson.learned,
                f"`{lesson.fact}` was found out in {often(lesson.learned, 'games')} and told in {lesson.told.count}: \
{either(turns)}.",
                f"facts.{lesson.fact}.{'difficulty' if case.fact(lesson.fact).difficulty > 1 else 'known_by'}",
            )
        if lesson.counted.value <= RARELY:
            yield _tell(
                lesson.counted,
                f"`{lesson.fact}` counted for something that was agreed or done in {often(lesson.counted, 'games')}: \
give it `shifts` on options that come about, for agencies that do not know it.",
                f"facts.{lesson.fact}.shifts",
            )


def _on_choices(case: Case, balance: Balance) -> Iterator[Remark]:
    idle = [one for one in balance.choices if not (one.agreed.count or one.declared.count)]
    if not idle:
        return
    named = [f"`{one.option}` on `{one.issue}`" for one in idle[:NAMED]]
    more = [f"{len(idle) - NAMED} more"] if len(idle) > NAMED else []
    has_effects = any(case.option(one.issue, one.option).effects for one in idle)
    lost = ", so their `effects` never show" if has_effects else ""
    yield _tell(
        idle[0].agreed,
        f"{listed([*named, *more])} came about in {often(idle[0].agreed, 'games')}, by a text or as a lane{lost}: \
{either([*raise_or_drop(case, idle)])}.",
        "points",
    )


def _on_news(case: Case, balance: Balance) -> Iterator[Remark]:
    for news in balance.news:
        turns = [*sooner(next(one for one in case.occurrences if one.id == news.event))]
        if turns and news.happened.value <= RARELY:
            yield _tell(
                news.happened,
                f"The event `{news.event}` happened in {often(news.happened, 'games')}: \
{either(turns)}.",
                f"events.{news.event}.chance",
            )


def _on_time(balance: Balance) -> Iterator[Remark]:
    found = balance.duration
    if abs(found.middle - found.planned) > OFF_TIME * found.planned:
        yield _tell(
            balance.tables[0].false,
            f"A game takes about {rounded(found.least)} to {rounded(found.most)} minutes with a person on every seat, \
and `minutes` says {found.planned}: set `minutes` to {rounded(found.middle)}, or change `rounds`.",
            "minutes",
        )
    if found.reading > READING_SHARE * found.planned:
        yield Remark(
            f"There are {balance.words.before:,} words to read before the first move, {found.reading:.0f} of \
{found.planned} `minutes`: shorten `briefing`, `brief` or the `text` of options.",
            "briefing",
        )


def _tell(found: Share, says: str, key: str) -> Remark:
    return Remark(says[:1].upper() + says[1:], key, found.of < FEW)
