"""Can a condition come true at all? Answered by settling one question after the other until the answer is certain."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from game.rules.case import Case, Option
from game.rules.conditions import (
    AllOf,
    AnyOf,
    Atom,
    Condition,
    IsCarrier,
    IsChair,
    IsParty,
    NotOf,
    OptionAgreed,
    atoms_in,
)
from game.rules.ids import AgencyId, IssueId

FEWEST_PARTIES = 2


@dataclass(slots=True)
class Effort:
    """How many more worlds may be looked at; where they run out, the benefit of the doubt is given."""

    left: int = 20_000

    def spend(self) -> bool:
        """Take one, if there is one."""
        self.left -= 1
        return self.left >= 0


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Which worlds to look at: any, those with an accord, or those with an accord that the agency signs.

    In force, every carrier of a term has signed (R3.4); on paper a text may name carriers who are not its parties.
    """

    is_agreed: bool = False
    party: AgencyId | None = None
    is_on_paper: bool = False


ANY = Circumstances()
_SOMEBODY_ELSE = None


@dataclass(frozen=True, slots=True)
class _Sketch:
    """A world of which a part is settled; what is not in a mapping is open."""

    terms: Mapping[IssueId, Option | None] = field(default_factory=dict)
    parties: Mapping[AgencyId, bool] = field(default_factory=dict)
    chair: AgencyId | None = None
    is_chair_settled: bool = False


def can_hold(
    condition: Condition,
    case: Case,
    effort: Effort,
    circumstances: Circumstances = ANY,
    *,
    is_wanted: bool = True,
) -> bool:
    """Say whether some world makes the condition true (or, not wanted, false)."""
    return _Search(condition, case, effort, circumstances, is_wanted).succeeds()


@dataclass(frozen=True, slots=True)
class _Search:
    condition: Condition
    case: Case
    effort: Effort
    circumstances: Circumstances
    is_wanted: bool

    def succeeds(self) -> bool:
        """Look for a world, depth first."""
        start = _Sketch()
        if self.circumstances.party is not None:
            start = replace(start, parties={self.circumstances.party: True})
        waiting = [start]
        while waiting:
            if not self.effort.spend():
                return True
            sketch = waiting.pop()
            atom, answer = _judge(self.condition, sketch, self.case)
            if answer is None and atom is not None:
                waiting += [step for step in self._settle(atom, sketch) if self._is_sound(step)]
            elif answer == self.is_wanted and self._can_be_finished(sketch):
                return True
        return False

    def _settle(self, atom: Atom, sketch: _Sketch) -> Iterator[_Sketch]:
        """Go through the answers to the question on which an atom hangs."""
        match atom:
            case IsParty(agency):
                for is_in in (False, True):
                    yield replace(sketch, parties={**sketch.parties, agency: is_in})
            case IsChair():
                for chair in self._chairs():
                    yield replace(sketch, chair=chair, is_chair_settled=True)
            case OptionAgreed(issue, _):
                yield from self._settle_issue(issue, sketch)
            case IsCarrier(_, named):
                issue = named or next(i.id for i in self.case.issues if i.id not in sketch.terms)
                yield from self._settle_issue(issue, sketch)

    def _settle_issue(self, issue: IssueId, sketch: _Sketch) -> Iterator[_Sketch]:
        for option in (None, *self.case.issue(issue).options):
            yield replace(sketch, terms={**sketch.terms, issue: option})

    def _chairs(self) -> tuple[AgencyId | None, ...]:
        named = dict.fromkeys(atom.agency for atom in atoms_in(self.condition) if isinstance(atom, IsChair))
        return (*named,) if len(named) == len(self.case.agencies) else (_SOMEBODY_ELSE, *named)

    def _is_sound(self, sketch: _Sketch) -> bool:
        """Say whether nothing settled so far contradicts the course of a game."""
        if self.circumstances.is_on_paper:
            return True
        terms = [option for option in sketch.terms.values() if option is not None]
        return all(sketch.parties.get(carrier, True) for option in terms for carrier in option.carriers)

    def _can_be_finished(self, sketch: _Sketch) -> bool:
        """Say whether the rest can be settled so that parties and terms go together."""
        is_agreed = any(option is not None for option in sketch.terms.values())
        has_parties = any(sketch.parties.values())
        if not (is_agreed or has_parties or self.circumstances.is_agreed):
            return True
        out = sum(1 for is_in in sketch.parties.values() if not is_in)
        return len(self.case.agencies) - out >= FEWEST_PARTIES and (is_agreed or self._has_room(sketch))

    def _has_room(self, sketch: _Sketch) -> bool:
        """Say whether an issue is open that could be a term."""
        return any(issue.id not in sketch.terms for issue in self.case.issues)


def _judge(condition: Condition, sketch: _Sketch, case: Case) -> tuple[Atom | None, bool | None]:
    """Say whether the condition holds as far as things are settled, or on which atom it hangs."""
    match condition:
        case AllOf(parts):
            return _judge_parts(parts, sketch, case, decisive=False)
        case AnyOf(parts):
            return _judge_parts(parts, sketch, case, decisive=True)
        case NotOf(part):
            atom, answer = _judge(part, sketch, case)
            return atom, None if answer is None else not answer
        case atom:
            answer = _answer(atom, sketch, case)
            return (atom if answer is None else None), answer


def _judge_parts(
    parts: tuple[Condition, ...], sketch: _Sketch, case: Case, *, decisive: bool
) -> tuple[Atom | None, bool | None]:
    hanging: Atom | None = None
    for part in parts:
        atom, answer = _judge(part, sketch, case)
        if answer is decisive:
            return None, decisive
        hanging = hanging or atom
    return hanging, None if hanging is not None else not decisive


def _answer(atom: Atom, sketch: _Sketch, case: Case) -> bool | None:
    """Say whether an atom holds; None while that is open."""
    match atom:
        case OptionAgreed(issue, wanted):
            option = sketch.terms.get(issue)
            return (option is not None and option.id == wanted) if issue in sketch.terms else None
        case IsParty(agency):
            return sketch.parties.get(agency)
        case IsChair(agency):
            return sketch.chair == agency if sketch.is_chair_settled else None
        case IsCarrier(agency, None):
            if any(option is not None and agency in option.carriers for option in sketch.terms.values()):
                return True
            return False if len(sketch.terms) == len(case.issues) else None
        case IsCarrier(agency, issue):
            option = sketch.terms.get(issue) if issue is not None else None
            return (option is not None and agency in option.carriers) if issue in sketch.terms else None
