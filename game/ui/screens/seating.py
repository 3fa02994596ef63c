"""Who plays what, as values: presets, checks and the sentences about manners and levels."""

from dataclasses import dataclass, field, replace

from game.opponents.manner import AS_WRITTEN, MIXED, level_of
from game.record import ABSENT, Holder, HolderKind, computer, person
from game.rules.case import Case
from game.rules.ids import AgencyId
from game.session import written
from game.ui.screens.starting import good_first_seat

MOST_SEED = 10**9
LONGEST_NAME = 20

AS_ALL = "all"
"""In place of a level: as all computers."""
VARIOUS = "various"
"""In place of a manner: not all the same."""
KIND_NAMES = {HolderKind.PERSON: "Person", HolderKind.COMPUTER: "Computer", HolderKind.ABSENT: "Absent"}
ABSENT_NOTE = "Nobody plays it: it abstains throughout, and neither consents nor vetoes."


@dataclass(frozen=True, slots=True)
class Seating:
    """Who plays what; what was typed or chosen for a seat stays while its kind changes."""

    kinds: dict[AgencyId, HolderKind]
    names: dict[AgencyId, str]
    manners: dict[AgencyId, str]
    written: frozenset[AgencyId] = frozenset()
    """Agencies that the case gives a manner."""
    level: str = "practitioner"
    """Of all computers that have none of their own."""
    levels: dict[AgencyId, str] = field(default_factory=dict)
    """Of computers that have one of their own."""
    seed: str = ""

    @property
    def persons(self) -> tuple[AgencyId, ...]:
        """Name the seats of persons."""
        return tuple(seat for seat, kind in self.kinds.items() if kind is HolderKind.PERSON)

    @property
    def roster(self) -> dict[AgencyId, Holder]:
        """Give every seat its holder."""
        return {seat: self._holder(seat) for seat in self.kinds}

    def _holder(self, seat: AgencyId) -> Holder:
        match self.kinds[seat]:
            case HolderKind.PERSON:
                return person(self.names[seat].strip())
            case HolderKind.COMPUTER:
                return computer(self.manners[seat], self.level_at(seat))
            case HolderKind.ABSENT:
                return ABSENT

    def with_kind(self, seat: AgencyId, kind: HolderKind) -> "Seating":
        """Give a seat to a person, a computer or nobody."""
        return replace(self, kinds={**self.kinds, seat: kind})

    def with_name(self, seat: AgencyId, name: str) -> "Seating":
        """Name the person on a seat."""
        return replace(self, names={**self.names, seat: name})

    def with_manner(self, seat: AgencyId, manner: str) -> "Seating":
        """Say how a computer plays a seat."""
        return replace(self, manners={**self.manners, seat: manner})

    def with_manner_everywhere(self, manner: str) -> "Seating":
        """Say how all computers play; what the case leaves open stays open where it is to be as written."""
        return replace(self, manners={seat: self._of(manner, seat) for seat in self.manners})

    def _of(self, manner: str, seat: AgencyId) -> str:
        """Say what a manner for all comes to at a seat."""
        return MIXED if manner == AS_WRITTEN and seat not in self.written else manner

    @property
    def manner(self) -> str:
        """Say in which manner all computers play, if it is one."""
        seats = [seat for seat, kind in self.kinds.items() if kind is not HolderKind.PERSON] or [*self.kinds]
        for manner in (AS_WRITTEN, *dict.fromkeys(self.manners.values())):
            if (manner != AS_WRITTEN or self.written) and all(
                self.manners[seat] == self._of(manner, seat) for seat in seats
            ):
                return manner
        return VARIOUS

    def level_at(self, seat: AgencyId) -> str:
        """Say how well a computer plays a seat."""
        return self.levels.get(seat, self.level)

    def with_level(self, level: str) -> "Seating":
        """Say how well all computers play, those too that had a level of their own."""
        return replace(self, level=level, levels={})

    def with_level_at(self, seat: AgencyId, level: str) -> "Seating":
        """Give a computer a level of its own, or that of all."""
        others = {one: kept for one, kept in self.levels.items() if one != seat}
        return replace(self, levels=others if level == AS_ALL else {**others, seat: level})

    def with_seed(self, seed: str) -> "Seating":
        """Name the seed, as it was typed."""
        return replace(self, seed=seed)

    def with_persons(self, number: int, case: Case) -> "Seating":
        """Seat so many persons: those who sit already first, then good first seats, then in the order of the case."""
        wanted = dict.fromkeys((*self.persons, good_first_seat(case), *self.kinds))
        chosen = set(list(wanted)[:number])
        kinds = {seat: HolderKind.PERSON if seat in chosen else self._beside(seat) for seat in self.kinds}
        return replace(self, kinds=kinds)

    def _beside(self, seat: AgencyId) -> HolderKind:
        """Say what a seat becomes that no person takes: absent seats stay absent."""
        return HolderKind.ABSENT if self.kinds[seat] is HolderKind.ABSENT else HolderKind.COMPUTER

    def problem(self) -> str:
        """Say in one sentence why the game cannot begin like this, or nothing."""
        if sum(kind is not HolderKind.ABSENT for kind in self.kinds.values()) < 2:
            return "At least two seats must be played, by persons or by computers."
        named = [self.names[seat].strip().lower() for seat in self.persons if self.names[seat].strip()]
        if len(named) != len(set(named)):
            return "Two persons have the same name; tell them apart."
        return seed_problem(self.seed)


def opening_seating(case: Case, level: str = "") -> Seating:
    """Seat one person among computers that play as the case has it, or in a manner that is not told."""
    seats = case.agency_ids
    first = good_first_seat(case)
    kinds = {seat: HolderKind.PERSON if seat == first else HolderKind.COMPUTER for seat in seats}
    manners = {seat: holder.manner for seat, holder in written(case).items()}
    own = frozenset(agency.id for agency in case.agencies if agency.temper is not None)
    return Seating(kinds, dict.fromkeys(seats, ""), manners, own, level_of(level).name)


def seed_problem(text: str) -> str:
    """Say in one sentence what is wrong with a seed, or nothing; empty is a fresh one."""
    text = text.strip()
    if not text or (text.isascii() and text.isdigit() and int(text) <= MOST_SEED):
        return ""
    return "A seed is a whole number from 0 to 1000000000; leave it empty for a new one."
