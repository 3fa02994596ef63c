"""The first state of a game, before anybody moves."""

from collections.abc import Collection

from game.rules.case import Agency, Case
from game.rules.deciding.minutes import Minutes
from game.rules.deciding.progress import go_on
from game.rules.ids import AgencyId
from game.rules.own import Own
from game.rules.play import Step
from game.rules.room import Conclave, Room
from game.rules.ruleset import Ruleset
from game.rules.scene import role_of, scene_of
from game.rules.sealed import Sealed
from game.rules.state import State
from game.rules.vocabulary import Phase


def start(case: Case, ruleset: Ruleset, seed: int, seated: Collection[AgencyId]) -> State:
    """Lay the case on the table; seats not `seated` abstain all along (R2.6)."""
    found = case.forum
    forum = Conclave(found.kind, found.chair, frozenset(found.invited) | {found.chair}, found.purpose, found.rule)
    return State(
        case=case,
        ruleset=ruleset,
        seed=seed,
        scene=scene_of(case),
        roles={agency: role_of(case, ruleset, agency) for agency in case.agency_ids},
        room=Room(Phase.CONVENING, 0, forum, frozenset(seated)),
        own={agency.id: _own(case, ruleset, agency) for agency in case.agencies},
        sealed=Sealed({fact.id: fact.is_true for fact in case.facts}),
    )


def open_game(case: Case, ruleset: Ruleset, seed: int, seated: Collection[AgencyId]) -> Step:
    """Open a game: it waits for the chair to convene, or goes on where nobody plays the chair."""
    minutes = Minutes(start(case, ruleset, seed, seated))
    go_on(minutes)
    return Step(minutes.state, tuple(minutes.events))


def _own(case: Case, ruleset: Ruleset, agency: Agency) -> Own:
    knows = {fact.id: fact.is_true for fact in case.facts if agency.id in fact.known_by}
    return Own(
        time=agency.time,
        backing=agency.backing,
        walk_away=agency.walk_away,
        flexibility=agency.flexibility,
        pledge_left=agency.pledge_budget,
        trust={o: agency.trust.get(o, ruleset.trust_start) for o in case.agency_ids if o != agency.id},
        beliefs={
            fact.id: float(knows[fact.id]) if fact.id in knows else fact.priors.get(agency.id, 0.5)
            for fact in case.facts
        },
        knows=knows,
    )
