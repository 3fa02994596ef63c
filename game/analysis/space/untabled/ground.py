"""What every deal of a finished game is held against: the case as it stood when the meetings were over, all known.

Facts may have turned by then, walk-aways moved, the chair changed hands and headquarters lifted red lines.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from game.analysis.space.deals import Terms
from game.debrief import Chronicle
from game.rules.case import Agency, Case
from game.rules.conditions import World, holds
from game.rules.events import PhaseBegan
from game.rules.evolve import evolve
from game.rules.ids import AgencyId, FactId, IssueId
from game.rules.legality.intervening import MEETING
from game.rules.opening import start
from game.rules.ruleset import Ruleset
from game.rules.scene import Role, Scene, role_of, scene_of
from game.rules.state import State
from game.rules.worth import share_of, world_worth

Signers = Mapping[IssueId, frozenset[AgencyId]]
"""Who signed the text that settles an issue: they give up what they would keep outside."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A package in the picture. `gains` is what it brings each over walking away, in points, effort paid."""

    terms: Terms
    gains: Mapping[AgencyId, float]

    @property
    def together(self) -> float:
        """Return how far right it stands: what all gain together over walking away, in points."""
        return round(sum(self.gains.values()), 6)

    @property
    def least(self) -> float:
        """Return how high it stands: what the one who gains least gains over walking away, in points."""
        return min(self.gains.values())

    @property
    def worse_off(self) -> tuple[AgencyId, ...]:
        """Name those whom it leaves below what walking away is worth to them."""
        return tuple(agency for agency, gain in self.gains.items() if gain < 0)


@dataclass(frozen=True, slots=True)
class Ground:
    """`case` has its facts, walk-aways, chair and red lines as they were in the end, waived lines taken out."""

    case: Case
    ruleset: Ruleset
    scene: Scene
    roles: Mapping[AgencyId, Role]
    truth: Mapping[FactId, float]
    moved: tuple[AgencyId, ...]
    """Whose walk-away is no longer what it was at first."""

    def place(self, terms: Terms, signers: Signers) -> Placed:
        """Say what terms bring each agency if they are carried out in full (R4.1, R4.2), whoever signed them."""
        world = self._world(terms, signers)
        return Placed(terms, {agency: round(self._gain(agency, world, signers), 6) for agency in self.roles})

    def forbidden_by(self, terms: Terms, signers: Signers) -> tuple[AgencyId, ...]:
        """Name those whose red lines the terms cross."""
        world = self._world(terms, signers)
        return tuple(
            agency.id
            for agency in self.case.agencies
            if terms and any(holds(line.condition, world) for line in agency.red_lines)
        )

    def _world(self, terms: Terms, signers: Signers) -> World:
        carriers = {issue: self.case.option(issue, option).carriers for issue, option in terms.items()}
        return World(terms, frozenset().union(*signers.values()), self.case.forum.chair, carriers)

    def _gain(self, agency: AgencyId, world: World, signers: Signers) -> float:
        role = self.roles[agency]
        found = World({}, frozenset(), self.case.forum.chair, {})
        effort = sum(role.burdens.get(term, 0.0) for term in world.agreed.items())
        forgone = role.outside * share_of(role, [issue for issue, those in signers.items() if agency in those])
        worth = world_worth(role, self.truth, self.scene, world) - world_worth(role, self.truth, self.scene, found)
        return worth - effort - forgone


def ground_of(story: Chronicle) -> Ground:
    """Take the ground of a finished game."""
    then = _when_the_meetings_were_over(story)
    agencies = tuple(_as_it_stood(agency, then) for agency in story.case.agencies)
    case = replace(
        story.case,
        agencies=agencies,
        facts=tuple(replace(fact, is_true=then.sealed.facts[fact.id]) for fact in story.case.facts),
        forum=replace(story.case.forum, chair=then.room.forum.chair),
    )
    return Ground(
        case=case,
        ruleset=story.played_rules,
        scene=scene_of(case),
        roles={agency.id: role_of(case, story.played_rules, agency.id) for agency in agencies},
        truth={fact.id: float(fact.is_true) for fact in case.facts},
        moved=tuple(now.id for now, was in zip(agencies, story.case.agencies, strict=True) if _has_moved(now, was)),
    )


def signed_by(terms: Iterable[IssueId], parties: Iterable[AgencyId]) -> Signers:
    """Let the same parties sign every term."""
    return dict.fromkeys(terms, frozenset(parties))


def _as_it_stood(agency: Agency, then: State) -> Agency:
    own = then.own[agency.id]
    lines = tuple(line for line in agency.red_lines if not own.has_waiver(line.id, then.room.round))
    return replace(agency, walk_away=round(own.walk_away), red_lines=lines)


def _has_moved(now: Agency, was: Agency) -> bool:
    return now.walk_away != was.walk_away


def _when_the_meetings_were_over(story: Chronicle) -> State:
    """Go through the record up to the ballot, or to the year after where there was none."""
    state = start(story.case, story.played_rules, story.end.seed, story.end.room.seated)
    for event in (*story.opening, *(event for entry in story.entries for event in entry.events)):
        if isinstance(event.what, PhaseBegan) and event.what.phase not in MEETING:
            return state
        state = evolve(state, event)
    return state
