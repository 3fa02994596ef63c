"""Which keys of a file can still be turned: advice that is followed already, or cannot be, is not given."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from game.analysis.lab.balance import Balance, Choice, Role, Ways
from game.analysis.lab.remedies import MOST_STRENGTH
from game.record.sentences.narrator import listed
from game.rules.case import Agency, Case, Fact, Leverage, Occurrence
from game.rules.effects import ShiftCapacity
from game.rules.ids import AgencyId
from game.rules.judging.power import favourites, strongest
from game.rules.vocabulary import ForumVerdict

PLENTY = 0.1
"""Where so many of all packages are well worth it to everybody, nobody has to press for one."""
MOST_POINTS = 100
"""The most that walking away can be worth."""
MOST_ROUNDS, MOST_TIME = 12, 6
"""The most that a scenario may give."""
LEAST_OPTIONS = 2
"""The fewest that an issue may have."""


def either(turns: Sequence[str]) -> str:
    """Write out what could be turned."""
    return ", or ".join(turns)


def turns_away_from(case: Case, verdict: ForumVerdict) -> Sequence[str]:
    """Say what to turn in the file where nearly every game ends in a verdict; what is so already is left out."""
    return tuple(_TURNS[verdict](case))


def say_plenty(ways: Ways) -> str | None:
    """Say that there is too much to agree on, where it is so."""
    if ways.sincere is None or ways.packages is None or ways.sincere <= PLENTY * ways.packages:
        return None
    return f"{ways.sincere:,} of {ways.packages:,} packages are well worth it to everybody: lower what the options \
that others like are worth to the strongest."


def raise_strength(case: Case, by: Sequence[AgencyId]) -> Iterator[str]:
    """Say whose leverage could be stronger, if anybody's."""
    weak = [agency for agency in by if any(lever.strength < MOST_STRENGTH for lever in case.agency(agency).leverage)]
    bare = [agency for agency in by if not case.agency(agency).leverage]
    if weak:
        yield f"raise the `strength` of the `leverage` of {_or(weak)}"
    elif bare:
        yield f"give {_or(bare)} `leverage` over those who carry what it wants"


def lower_strength(case: Case) -> Iterator[str]:
    """Say that leverage could be weaker, or less, if there is any."""
    if any(lever.strength > 1 for lever in levers(case)):
        yield "lower the `strength` of `leverage`"
    elif levers(case):
        yield "take out some `leverage`"


def lower_walk_away(case: Case, whose: str) -> Iterator[str]:
    """Say that walking away could be worth less, where it is worth anything."""
    if any(agency.walk_away > 0 for agency in case.agencies):
        yield f"lower the `walk_away` of {whose}"


def let_stay(case: Case, agency: AgencyId) -> Iterator[str]:
    """Say how a seat could have less reason to walk out."""
    if case.agency(agency).walk_away > 0:
        yield "lower its `walk_away`"
    if any(lever.over == agency and lever.strength > 1 for lever in levers(case)):
        yield "lower the `strength` of `leverage` over it"


def levers(case: Case) -> Sequence[Leverage]:
    """Gather everybody's leverage."""
    return tuple(lever for agency in case.agencies for lever in agency.leverage)


def set_chair(case: Case) -> Iterator[str]:
    """Say that the strongest could take the chair, if it has not."""
    mighty = strongest(case, case.agency_ids)
    if case.forum.chair not in mighty:
        yield f"set the `chair` to {_or(mighty)}"


def give_time(case: Case) -> Iterator[str]:
    """Say how people could come to know more of each other."""
    more = ["`rounds`"] if case.rounds < MOST_ROUNDS else []
    more += ["`time`"] if any(agency.time < MOST_TIME for agency in case.agencies) else []
    if more:
        yield f"give people more {' or '.join(more)}"
    if any(fact.difficulty > 1 for fact in case.facts):
        yield "lower the `difficulty` of what they have to know"


def more_leverage(case: Case) -> Iterator[str]:
    """Say over whom nobody has leverage, though they would carry what the strongest wants."""
    for power in strongest(case, case.agency_ids):
        held = {lever.over for lever in case.agency(power).leverage}
        wanted = [case.option(i.id, o) for i in case.issues for o in favourites(case.agency(power), i.id)]
        carriers = {carrier for option in wanted for carrier in option.carriers} - held - {power}
        if carriers:
            named = listed(f"`{carrier}`" for carrier in sorted(carriers))
            yield f"give `{power}` `leverage` over {named}, who would carry what it wants"


def raise_sensitivity(case: Case) -> Iterator[str]:
    """Say that those who can be leaned on could feel it more."""
    if any(case.agency(lever.over).power_sensitivity < 1 for lever in levers(case)):
        yield "raise the `power_sensitivity` of those it is held over"


def learn_sooner(fact: Fact, agencies: int) -> Iterator[str]:
    """Say how a fact could come to be known."""
    if fact.difficulty > 1:
        yield "lower its `difficulty`"
    if len(fact.known_by) < agencies:
        yield "name somebody in `known_by` who has a reason to tell"


def sooner(event: Occurrence) -> Iterator[str]:
    """Say how an event could come to happen."""
    if event.chance is not None:
        yield "raise its `chance`"
        yield "give it a `round` in place of it"
    elif event.round is not None and event.round > 1:
        yield "give it an earlier `round`"


def raise_seat(case: Case, balance: Balance, role: Role) -> Iterator[str]:
    """Say how a seat could fare better."""
    mine = case.agency(role.agency)
    if mine.walk_away > 0:
        yield "lower its `walk_away`"
    yield from _turn_points("raise", balance, lambda one: _most(mine, one) - mine.points[one.issue][one.option])


def lower_seat(case: Case, balance: Balance, role: Role) -> Iterator[str]:
    """Say how a seat could fare less well."""
    mine = case.agency(role.agency)
    if mine.walk_away < MOST_POINTS:
        yield "raise its `walk_away`"
    yield from _turn_points("lower", balance, lambda one: mine.points[one.issue][one.option] - _least(mine, one))


def raise_or_drop(case: Case, idle: Sequence[Choice]) -> Iterator[str]:
    """Say what to do about options that never come about; an issue keeps two at least."""
    them = "it" if len(idle) == 1 else "them"
    whose = "carry" if any(case.option(one.issue, one.option).carriers for one in idle) else "would sign"
    yield f"raise the `points` of those who {whose} {them}"
    left = Counter({issue.id: len(issue.options) for issue in case.issues})
    left.subtract(one.issue for one in idle)
    if min(left.values()) >= LEAST_OPTIONS:
        yield f"take {them} out"


def _turn_points(turn: str, balance: Balance, by: Callable[[Choice], int]) -> Iterator[str]:
    """Name the option at which most can be turned, of those that are agreed most often on their issue."""
    issues = dict.fromkeys(choice.issue for choice in balance.choices)
    most = [max((o for o in balance.choices if o.issue == i), key=lambda one: one.agreed.count) for i in issues]
    choice = max((one for one in most if one.agreed.count), key=by, default=None)
    if choice is not None and by(choice) > 0:
        yield f"{turn} its `points` for `{choice.option}` on `{choice.issue}`, which is agreed most often there"


def _most(agency: Agency, choice: Choice) -> int:
    return max(agency.points[choice.issue].values())


def _least(agency: Agency, choice: Choice) -> int:
    return min(agency.points[choice.issue].values())


def _from_sincere(case: Case) -> Iterator[str]:
    yield from raise_strength(case, strongest(case, case.agency_ids))
    yield from set_chair(case)


def _from_overtaken(case: Case) -> Iterator[str]:
    if any(left < 1 for fact in case.facts for options in fact.capacity.values() for left in options.values()):
        yield "raise the `capacity` that `facts` leave"
    effects = [effect for one in case.occurrences for effect in one.effects]
    if any(isinstance(effect, ShiftCapacity) and effect.by < 0 for effect in effects):
        yield "soften what `events` take"
    yield "raise the `points` of those who carry what is agreed, so that they do it"


def _from_false(case: Case) -> Iterator[str]:
    yield from lower_strength(case)
    armed = {agency.id for agency in case.agencies if agency.leverage}
    if case.forum.chair in armed and len(armed) < len(case.agencies):
        yield "give the `chair` to somebody without any"
    if set(case.agency_ids) - {*case.forum.invited}:
        yield "name those who are left out under `invited`"


def _from_lanes(case: Case) -> Iterator[str]:
    if any(len(option.carriers) == 1 for issue in case.issues for option in issue.options):
        yield "name more `carriers` for options that one agency can do alone"
    yield from lower_walk_away(case, "those who decline most")


def _from_sharing(case: Case) -> Iterator[str]:
    yield from lower_walk_away(case, "those who decline most")
    yield "even out `points`"


def _from_breakdown(case: Case) -> Iterator[str]:
    yield from lower_walk_away(case, "those who walk out, so that they stay")
    yield from lower_strength(case)


def _from_nothing(case: Case) -> Iterator[str]:
    yield from lower_walk_away(case, "those who decline most")
    if any(len(fact.known_by) < len(case.agencies) for fact in case.facts):
        yield "name more agencies in `known_by` of `facts`"


def _or(names: Sequence[AgencyId]) -> str:
    return " or ".join(f"`{name}`" for name in names)


_TURNS: Mapping[ForumVerdict, Callable[[Case], Iterator[str]]] = {
    ForumVerdict.SINCERE_AGREEMENT: _from_sincere,
    ForumVerdict.OVERTAKEN: _from_overtaken,
    ForumVerdict.FALSE_COHERENCE: _from_false,
    ForumVerdict.SIDE_BY_SIDE: _from_lanes,
    ForumVerdict.INFORMATION_SHARING: _from_sharing,
    ForumVerdict.BREAKDOWN: _from_breakdown,
    ForumVerdict.NOTHING: _from_nothing,
}
