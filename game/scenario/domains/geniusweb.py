"""Read GeniusWeb JSON: a domain (`issuesValues`) and linear additive profiles, in the spellings of its versions."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from game.scenario.domains.mappings import IssueNote, Notes
from game.scenario.domains.naming import name_file
from game.scenario.domains.negotiation import Domain, DomainIssue, Profile, Range, Value, scale_to_one
from game.scenario.domains.reading import read_number, refused
from game.scenario.nearness import quote

PROFILE_KEY = "LinearAdditiveUtilitySpace"
DOMAIN_KEY = "issuesValues"
_SETS = ("DiscreteValueSet", "NumberValueSet")
_DISCRETE = ("DiscreteValueSetUtilities", "discreteutils")
_NUMERIC = ("NumberValueSetUtilities", "numberutils")


def read_domain(path: Path, tree: Mapping[str, Any], notes: Notes, levels: int) -> Domain:
    """Read a domain; `notes` is what an export of this game wrote beside it, or empty."""
    told: list[str] = []
    listed = _mapping(path, tree.get(DOMAIN_KEY), "The issues of the domain")
    if not listed:
        raise refused(path, "The domain has no issues; name another file.")
    issues = tuple(
        _read_issue(path, name, values, notes.issues.get(name, IssueNote()), levels, told)
        for name, values in listed.items()
    )
    name = notes.title or tree.get("name")
    return Domain(
        name if isinstance(name, str) and name.strip() else name_file(path.stem), issues, tuple(told), notes.case
    )


def _read_issue(path: Path, name: str, values: object, note: IssueNote, levels: int, told: list[str]) -> DomainIssue:
    holder = _mapping(path, values, f"The values of {quote(name)}")
    for wrapper in _SETS:
        if wrapper in holder:
            holder = _mapping(path, holder[wrapper], f"The values of {quote(name)}")
    if isinstance(listed := holder.get("values"), list) and all(isinstance(one, str | int | float) for one in listed):
        names = dict.fromkeys(str(one) for one in listed)
        values_ = tuple(Value(one, None, note.options.get(one, ""), one == note.status_quo) for one in names)
        return DomainIssue(name, values_, key=note.key)
    if isinstance(span := holder.get("range"), Mapping):
        low = read_number(path, f"The lowest value of {quote(name)}", span.get("low", span.get("lowValue")))
        high = read_number(path, f"The highest value of {quote(name)}", span.get("high", span.get("highValue")))
        if low > high:
            raise refused(path, f"The bounds of {quote(name)} are the wrong way round; swap them.")
        range_ = Range(low, high, is_whole=False)
        cut_values = range_.cut(levels)
        if range_.is_cut(len(cut_values)):
            told.append(f"{name}: numbers from {low:g} to {high:g} were cut into {len(cut_values)} levels")
        return DomainIssue(name, cut_values, range=range_, key=note.key)
    raise refused(path, f"The issue {quote(name)} has no list of `values`; add one.")


def read_profile(path: Path, tree: Mapping[str, Any], domain: Domain, name: str, notes: Notes) -> Profile:
    """Read what a party wants; the reservation value is the utility of the reservation bid."""
    space = _mapping(path, tree.get(PROFILE_KEY), "The utility space")
    own_name = str(space.get("name"))
    name = notes.agency_names.get(own_name, name)
    utilities = _mapping(path, space.get("issueUtilities"), "`issueUtilities`")
    weights = _mapping(path, space.get("issueWeights"), "`issueWeights`")
    for known in utilities:
        if known not in {issue.name for issue in domain.issues}:
            raise refused(path, f"This is no profile of {quote(domain.name)}: that has no issue {quote(known)}.")
    worths = []
    for issue in domain.issues:
        if issue.name not in utilities or issue.name not in weights:
            raise refused(path, f"This is no profile of {quote(domain.name)}: it has no issue {quote(issue.name)}.")
        weight = read_number(path, f"The weight of {quote(issue.name)}", weights[issue.name], least=0)
        worths.append(tuple(weight * share for share in _shares(path, issue, utilities[issue.name])))
    if not any(max(one) > 0 for one in worths):
        raise refused(path, "Every package is worth 0 to this party; give it some utilities.")
    reservation = _reservation(path, space, domain, worths)
    key = notes.agencies.get(own_name, "")
    told = (
        () if reservation <= sum(map(max, worths)) else (f"the reservation value of {name} is beyond its best package",)
    )
    return scale_to_one(Profile(name, tuple(worths), reservation, told, key))


def _shares(path: Path, issue: DomainIssue, holder: object) -> list[float]:
    utilities = _mapping(path, holder, f"The utilities of {quote(issue.name)}")
    for key in _DISCRETE:
        if key in utilities:
            inside = _mapping(path, utilities[key], f"The utilities of {quote(issue.name)}")
            table = _mapping(path, inside.get("valueUtilities"), f"The utilities of {quote(issue.name)}")
            return [_share(path, issue, value, table) for value in issue.values]
    for key in _NUMERIC:
        if key in utilities:
            line = _mapping(path, utilities[key], f"The utilities of {quote(issue.name)}")
            ends = [
                read_number(path, f"`{end}` of {quote(issue.name)}", line.get(end))
                for end in ("lowValue", "highValue", "lowUtility", "highUtility")
            ]
            return [_between(value.number or 0.0, *ends) for value in issue.values]
    kinds = ", ".join(f"`{kind}`" for kind in utilities) or "nothing"
    raise refused(path, f"The utilities of {quote(issue.name)} are of a kind that is not known ({kinds}).")


def _share(path: Path, issue: DomainIssue, value: Value, table: Mapping[str, Any]) -> float:
    if value.name not in table:
        raise refused(path, f"The value {quote(value.name)} of {quote(issue.name)} has no utility; add it.")
    return read_number(path, f"The utility of {quote(value.name)} on {quote(issue.name)}", table[value.name], least=0)


def _between(at: float, low: float, high: float, low_worth: float, high_worth: float) -> float:
    share = low_worth if high == low else low_worth + (high_worth - low_worth) * (at - low) / (high - low)
    return min(1.0, max(0.0, share))


def _reservation(path: Path, space: Mapping[str, Any], domain: Domain, worths: list[tuple[float, ...]]) -> float:
    """Add up what the reservation bid is worth; issues it leaves out count 0, as GeniusWeb has it."""
    if (bid := space.get("reservationBid")) is None:
        number = space.get("reserved_value")
        return 0.0 if number is None else read_number(path, "`reserved_value`", number, least=0)
    chosen = _mapping(path, _mapping(path, bid, "`reservationBid`").get("issuevalues"), "`reservationBid`")
    total = 0.0
    for issue, worth in zip(domain.issues, worths, strict=True):
        if issue.name not in chosen:
            continue
        wanted = chosen[issue.name]
        if issue.range is not None:
            number = read_number(path, f"The reservation bid on {quote(issue.name)}", wanted)
            nearest = min(range(len(worth)), key=lambda at: abs((issue.values[at].number or 0.0) - number))
            total += worth[nearest]
        elif str(wanted) in (names := [value.name for value in issue.values]):
            total += worth[names.index(str(wanted))]
        else:
            raise refused(
                path, f"The reservation bid has {quote(str(wanted))} on {quote(issue.name)}, which is no value."
            )
    return total


def _mapping(path: Path, value: object, what: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise refused(path, f"{what} must be a mapping (`{{…}}`); check the file.")
    return value
