"""Read GENIUS XML: the domain (`negotiation_template`) and the additive utility spaces of the parties."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.scenario.domains.elements import Element
from game.scenario.domains.naming import name_file, tidy
from game.scenario.domains.negotiation import Domain, DomainIssue, Profile, Range, Value, scale_to_one
from game.scenario.domains.reading import read_number, refused
from game.scenario.nearness import quote
from game.scenario.problems import ScenarioProblems

DOMAIN_ROOT = "negotiation_template"
PROFILE_ROOT = "utility_space"
_NAMELESS = ("", "root", "any", "objective")
_CURVED = ("utility", "utility_function", "ufun", "hyperRectangle", "constraints", "rules")


def read_domain(path: Path, root: Element, levels: int) -> Domain:
    """Read a domain; numeric issues are cut into at most so many levels."""
    space = root.first("utility_space") or root
    objective = _objective(path, space)
    notes: list[str] = []
    issues = tuple(_read_issue(path, element, levels, notes) for element in objective.all("issue"))
    if not issues:
        raise refused(path, "The domain has no issues; name another file.", objective.place)
    named = [_fold(issue.name) for issue in issues]
    for at, name in enumerate(named):
        if name in named[:at]:
            place = objective.all("issue")[at].place
            raise refused(path, f"The issue {quote(issues[at].name)} stands twice; rename one.", place)
    name = objective.get("name")
    return Domain(name_file(path.stem) if name.lower() in _NAMELESS else name, issues, tuple(notes), root.get("key"))


def _objective(path: Path, space: Element) -> Element:
    """Find what holds the issues; trees of objectives are more than a scenario can say."""
    objective = space.first("objective") or space
    if (nested := objective.first("objective")) is not None:
        sentence = "An objective stands inside another one; only flat lists of issues can be read, so flatten it."
        raise refused(path, sentence, nested.place)
    return objective


def _read_issue(path: Path, element: Element, levels: int, notes: list[str]) -> DomainIssue:
    index, key = element.get("index"), element.get("key")
    name = element.get("name") or f"Issue {index}"
    match _kind(element):
        case "discrete":
            return DomainIssue(name, _read_values(element, name, notes), index, key=key)
        case "integer" | "real" as kind:
            range_ = _read_range(path, element, name, is_whole=kind == "integer")
            values = range_.cut(levels)
            if range_.is_cut(len(values)):
                between = f"{values[0].name} to {values[-1].name}"
                notes.append(f"{name}: {kind}s from {between} were cut into {len(values)} levels")
            return DomainIssue(name, values, index, range_, key)
        case other:
            sentence = (
                f"The issue {quote(name)} is of the type {quote(other)}; only discrete, integer and real are known."
            )
            raise refused(path, sentence, element.place)


def _kind(element: Element) -> str:
    """Say of what type an issue is; the three attributes for it are used as the writer pleased."""
    return element.get("type", "etype", "vtype").lower() or "discrete"


def _read_values(element: Element, name: str, notes: list[str]) -> tuple[Value, ...]:
    values: dict[str, Value] = {}
    for number, item in enumerate(element.all("item"), start=1):
        value = item.get("value") or item.get("description") or f"Value {number}"
        if _fold(value) in values:
            notes.append(f"{name}: the value {value} stands twice and was read once")
            continue
        values[_fold(value)] = Value(value, None, item.get("key"), item.get("status_quo") == "yes")
    return tuple(values.values())


def _read_range(path: Path, element: Element, name: str, *, is_whole: bool) -> Range:
    bounds = element.first("range") or element
    low = read_number(path, f"The lower bound of {quote(name)}", bounds.get("lowerbound"), bounds.place)
    high = read_number(path, f"The upper bound of {quote(name)}", bounds.get("upperbound"), bounds.place)
    if low > high:
        raise refused(path, f"The bounds of {quote(name)} are the wrong way round; swap them.", bounds.place)
    return Range(low, high, is_whole)


def read_profile(path: Path, root: Element, domain: Domain, name: str) -> Profile:
    """Read what a party wants as GENIUS reckons it: weights times evaluations, these by the best of their issue."""
    objective = _objective(path, root)
    for element in (*root.children, *objective.children):
        if element.tag in _CURVED:
            sentence = f"The utilities are not additive (`{element.tag}`); only weights and evaluations can be read."
            raise refused(path, sentence, element.place)
    reader = _ProfileReader(path, objective, name, [])
    elements = reader.match(domain)
    weights = reader.weigh(domain, elements)
    worths = reader.multiply(domain, elements, weights)
    if not any(max(issue) > 0 for issue in worths):
        raise refused(path, "Every package is worth 0 to this party; give it some evaluations.", objective.place)
    reader.note_discount(root)
    reservation = reader.reserve(root)
    return scale_to_one(Profile(name, worths, reservation, tuple(reader.notes), root.get("key")))


@dataclass(frozen=True, slots=True)
class _ProfileReader:
    """One profile being read, and what there is to say about it."""

    path: Path
    objective: Element
    name: str
    notes: list[str]

    def match(self, domain: Domain) -> list[Element]:
        """Find the element of every issue of the domain, by name, else by number; refuse what fits another domain."""
        by_name = {_fold(element.get("name")): element for element in self.objective.all("issue")}
        by_index = {element.get("index"): element for element in self.objective.all("issue")}
        found = []
        for issue in domain.issues:
            element = by_name.get(_fold(issue.name))
            if element is None and not by_index.get(issue.index, self.objective).get("name"):
                element = by_index.get(issue.index)
            if element is None:
                raise self._foreign(domain, f"it has no issue {quote(issue.name)}", self.objective)
            found.append(element)
        for element in self.objective.all("issue"):
            if not any(element is one for one in found):
                raise self._foreign(domain, f"that has no issue {quote(element.get('name'))}", element)
        return found

    def _foreign(self, domain: Domain, why: str, at: Element) -> ScenarioProblems:
        return refused(self.path, f"This is no profile of {quote(domain.name)}: {why}; name one that is.", at.place)

    def weigh(self, domain: Domain, elements: list[Element]) -> list[float]:
        """Read the weights of the issues; equal ones where the file gives none."""
        given: dict[str, float] = {}
        for element in self.objective.all("weight"):
            index = element.get("index")
            given[index] = read_number(
                self.path, f"The weight of issue {index}", element.get("value"), element.place, least=0
            )
        if not given:
            self.notes.append(f"{self.name} gives no weights; all issues count the same")
            return [1 / len(elements)] * len(elements)
        for issue, element in zip(domain.issues, elements, strict=True):
            if element.get("index") not in given:
                raise refused(self.path, f"The issue {quote(issue.name)} has no weight; add one.", element.place)
        weights = [given[element.get("index")] for element in elements]
        if not any(weights):
            raise refused(self.path, "All weights are 0; give one issue a weight.", self.objective.place)
        return weights

    def multiply(self, domain: Domain, elements: list[Element], weights: list[float]) -> tuple[tuple[float, ...], ...]:
        """Say what every value is worth: its share of its issue's best, times the weight."""
        found = [self.evaluate(issue, element) for issue, element in zip(domain.issues, elements, strict=True)]
        listed = [shares for shares, issue in zip(found, domain.issues, strict=True) if issue.range is None]
        if len({round(max(shares), 9) for shares in listed}) > 1:
            self.notes.append(f"the evaluations of {self.name} were divided by the best of each issue, as GENIUS does")
        scaled = [
            [share / max(shares) if issue.range is None and max(shares) > 0 else share for share in shares]
            for shares, issue in zip(found, domain.issues, strict=True)
        ]
        return tuple(tuple(w * share for share in shares) for w, shares in zip(weights, scaled, strict=True))

    def evaluate(self, issue: DomainIssue, element: Element) -> list[float]:
        """Read the evaluations of an issue's values; on a curve they are 0..1."""
        if issue.range is not None:
            return [self._on_curve(issue, element, value) for value in issue.values]
        found: dict[str, float] = {}
        for item in element.all("item"):
            what = f"The evaluation of {quote(item.get('value'))} on {quote(issue.name)}"
            if "evaluation" not in item.attributes:
                raise refused(self.path, f"{what} is missing; add it.", item.place)
            found[_fold(item.get("value") or item.get("description"))] = read_number(
                self.path, what, item.get("evaluation"), item.place, least=0
            )
        if more := found.keys() - {_fold(value.name) for value in issue.values}:
            listed = ", ".join(sorted(more)[:3])
            self.notes.append(f"{self.name} has values on {issue.name} that the domain has not ({listed}): left out")
        return [self._look_up(issue, value, found, element) for value in issue.values]

    def _look_up(self, issue: DomainIssue, value: Value, found: Mapping[str, float], element: Element) -> float:
        name = _fold(value.name)
        if name not in found:
            sentence = f"The value {quote(value.name)} of {quote(issue.name)} has no evaluation; add it."
            raise refused(self.path, sentence, element.place)
        return found[name]

    def _on_curve(self, issue: DomainIssue, element: Element, value: Value) -> float:
        """Evaluate a level; like GENIUS, nothing is worth less than 0 or more than 1."""
        curve = element.first("evaluator")
        if curve is None or issue.range is None or value.number is None:
            raise refused(self.path, f"The numeric issue {quote(issue.name)} has no evaluator; add it.", element.place)

        def number(*names: str, usual: str = "0") -> float:
            what = f"The {names[0]} of the evaluator of {quote(issue.name)}"
            return read_number(self.path, what, curve.get(*names) or usual, curve.place)

        match curve.get("ftype").lower() or "linear":
            case "linear" if "slope" in curve.attributes:
                begin = read_number(
                    self.path, "The lower bound", element.get("lowerbound") or issue.range.low, element.place
                )
                share = number("offset") + number("slope") * (value.number - begin)
            case "linear":
                share = number("parameter0") + number("parameter1") * value.number
            case "constant":
                share = number("parameter0", usual="1")
            case "triangular":
                share = _triangle(value.number, number("parameter0"), number("parameter1"), number("parameter2"))
            case other:
                raise refused(self.path, f"The evaluator {quote(other)} is not known; use `linear`.", curve.place)
        return min(1.0, max(0.0, share))

    def reserve(self, root: Element) -> float:
        """Read what no agreement is worth; 0 where the file does not say."""
        element = root.first("reservation") or self.objective.first("reservation")
        if element is None:
            return 0.0
        value = read_number(self.path, "The reservation value", element.get("value"), element.place)
        if not 0 <= value <= 1:
            self.notes.append(
                f"the reservation value of {self.name}, {value:g}, was taken as {min(1.0, max(0.0, value)):g}"
            )
        return min(1.0, max(0.0, value))

    def note_discount(self, root: Element) -> None:
        """Tell that time counts in rounds here, where the file has utilities fade with time."""
        element = root.first("discount_factor") or self.objective.first("discount_factor")
        if element is None or not element.get("value"):
            return
        factor = read_number(self.path, "The discount factor", element.get("value"), element.place)
        if factor not in (0.0, 1.0):
            self.notes.append(f"the discount factor {factor:g} of {self.name} was left out: here time counts in rounds")


def _triangle(at: float, low: float, high: float, peak: float) -> float:
    if not low <= at <= high:
        return 0.0
    if at <= peak:
        return 1.0 if peak == low else (at - low) / (peak - low)
    return 1.0 if high == peak else (high - at) / (high - peak)


def _fold(name: str) -> str:
    """Read names the way people do: capitals and spaces make no difference."""
    return " ".join(tidy(name, 10_000).split()).casefold()
