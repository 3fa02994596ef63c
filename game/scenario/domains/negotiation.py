"""A foreign negotiation: a domain and the profiles of those who negotiate over it, whatever format it came in."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an issue; an option in the making."""

    name: str
    number: float | None = None
    """Of a level that was cut out of a range."""
    key: str = ""
    """The option's id, where the file came from this game."""
    is_status_quo: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """The bounds of a numeric issue, both included."""

    low: float
    high: float
    is_whole: bool

    def cut(self, most: int) -> tuple[Value, ...]:
        """Cut into at most so many levels, evenly, both ends included: a table negotiates over a few."""
        if self.high <= self.low:
            return (_level(self.low),)
        steps = most - 1
        if self.is_whole:
            steps = min(steps, round(self.high - self.low))
        numbers = [self.low + (self.high - self.low) * step / steps for step in range(steps + 1)]
        return tuple(_level(float(round(number)) if self.is_whole else number) for number in numbers)

    def is_cut(self, levels: int) -> bool:
        """Say whether something lies between so many levels."""
        return not self.is_whole or self.high - self.low + 1 > levels


@dataclass(frozen=True, slots=True)
class DomainIssue:
    """An issue and its values; `key` is its id where the file came from this game."""

    name: str
    values: tuple[Value, ...]
    index: str = ""
    """By which a GENIUS profile names the issue."""
    range: Range | None = None
    key: str = ""

    @property
    def has_status_quo(self) -> bool:
        """Say whether one of the values is what stands where nothing is agreed."""
        return any(value.is_status_quo for value in self.values)


@dataclass(frozen=True, slots=True)
class Domain:
    """What is negotiated. `notes` are what a reader of the scenario should know about how it was read."""

    name: str
    issues: tuple[DomainIssue, ...]
    notes: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What one party wants: a worth for each issue and value, utilities that add up; the best package is worth 1."""

    name: str
    worths: tuple[tuple[float, ...], ...]
    reservation: float
    """What no agreement is worth, on the same scale."""
    notes: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Negotiation:
    """A domain and its profiles, in the order in which they were named."""

    domain: Domain
    profiles: tuple[Profile, ...]


def scale_to_one(profile: Profile) -> Profile:
    """Scale a profile so that its best package is worth exactly 1; the order of packages stays as it is."""
    best = sum(max(worths) for worths in profile.worths)
    if abs(best - 1) < 1e-12:
        return profile
    notes = profile.notes
    if abs(best - 1) > 5e-4:
        told = "all it wants, and its reservation value, are scaled to that"
        notes += (f"the best package of {profile.name} is worth {best:.4g}, not 1; {told}",)
    worths = tuple(tuple(worth / best for worth in issue) for issue in profile.worths)
    return replace(profile, worths=worths, reservation=profile.reservation / best, notes=notes)


def _level(number: float) -> Value:
    return Value(f"{number:.6g}" if abs(number) < 1e6 else f"{number:.12g}", number)
