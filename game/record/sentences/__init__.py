"""The readable record: what happened, in a sentence, to whoever may know of it."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from game.record.sentences import corridor, course, plenary, year
from game.record.sentences.narrator import LONGEST, Narrator, Run, Sentence
from game.record.sentences.past import Past
from game.rules import events as was
from game.rules.case import Forum
from game.rules.events import ROOM, Event
from game.rules.ids import AgencyId
from game.rules.scene import Role, Scene

__all__ = ["LONGEST", "SILENT", "Narrator", "Past", "Run", "Sentence", "narrate", "sentence"]

NOTHING_BESIDE: Mapping[int, int] = MappingProxyType({})
SILENT: frozenset[type] = frozenset(
    {
        was.Consulted,
        was.OccurrenceSpent,
        was.CapacityMoved,
        was.StancesReady,
        was.DoubtClosed,
        was.CallClosed,
        was.QuarterWorked,
    }
)
"""Events that need no words: another event beside them has said it, or a gauge on screen shows it."""


def narrate(
    events: Iterable[Event],
    scene: Scene,
    viewer: AgencyId | None,
    role: Role | None = None,
    *,
    found: Forum | None = None,
    skip: int = 0,
    beside: Mapping[int, int] = NOTHING_BESIDE,
) -> tuple[Sentence, ...]:
    """Tell a viewer (None: anybody) all it may know of, in order, but for the first `skip` events.

    What it was told before gives later words their sense, so pass all events from the beginning. `found` is the forum
    as found. `beside` names messages by their place, with the place where the move that they are about begins: they
    stand right under it, before what else it brought about.
    """
    events = tuple(events)
    past = Past(found, rounds=_rounds_at_first(events))
    said: list[tuple[int, Sentence]] = []
    for place, event in enumerate(events):
        if not _may_know(event, viewer):
            continue
        if place >= skip:
            if place in beside and isinstance(event.what, was.MessageSent):
                under = _under(said, beside[place], event.what.seat)
                said.insert(under, (place, course.words_said(event.what)))
            elif (words := sentence(event, scene, viewer, role, past=past)) is not None:
                said.append((place, words))
        past.remember(event.what)
    return tuple(words for _, words in said)


def _rounds_at_first(events: Iterable[Event]) -> int:
    """Say how many rounds the forum was to have before anybody changed that; 0 where nobody did."""
    return next((event.what.before for event in events if isinstance(event.what, was.RoundsSet)), 0)


def _under(said: list[tuple[int, Sentence]], began: int, speaker: AgencyId) -> int:
    """Find where words about a move belong: under the line that tells of the move, else under its first line."""
    lines = [number for number, (place, _) in enumerate(said) if place >= began]
    own = [number for number in lines if said[number][1].about == speaker and not said[number][1].is_secondary]
    return next((number + 1 for number in (*own, *lines)), len(said))


def sentence(
    event: Event,
    scene: Scene,
    viewer: AgencyId | None,
    role: Role | None = None,
    *,
    past: Past | None = None,
    is_open: bool = False,
) -> Sentence | None:
    """Tell one event to a viewer (None: anybody); None if it may not know of it or there is nothing to say.

    `role` is the viewer's own, for words that only it knows; `past` is what it was told before. `is_open` tells
    everything, as in the debrief.
    """
    if not (is_open or _may_know(event, viewer)) or type(event.what) in SILENT:
        return None
    return TELLERS[type(event.what)](Narrator(scene, viewer, role, past or Past()), event.what)


def _may_know(event: Event, viewer: AgencyId | None) -> bool:
    return event.to == ROOM or (viewer is not None and viewer in event.to)


TELLERS: dict[type, Callable[[Narrator, Any], Sentence | None]] = {
    was.Met: corridor.met,
    was.TrustMoved: corridor.trust_moved,
    was.BeliefMoved: corridor.belief_moved,
    was.FactLearned: corridor.fact_learned,
    was.Disclosed: corridor.disclosed,
    was.Claimed: corridor.claimed,
    was.Coloured: corridor.coloured,
    was.SpinFoundOut: corridor.spin_found_out,
    was.JointOffered: corridor.joint_offered,
    was.JointlyAssessed: corridor.jointly_assessed,
    was.CableAnswered: corridor.cable_answered,
    was.HomeConsulted: corridor.home_consulted,
    was.CaucusJoined: corridor.caucus_joined,
    was.Pressed: corridor.pressed,
    was.PressureWithdrawn: corridor.pressure_withdrawn,
    was.Pledged: corridor.pledged,
    was.LaneDeclared: corridor.lane_declared,
    was.Convened: course.convened,
    was.RoundBegan: course.round_began,
    was.RoundsSet: course.rounds_set,
    was.PhaseBegan: course.phase_began,
    was.FloorMoved: course.floor_moved,
    was.Passed: course.passed,
    was.Occurred: course.occurred,
    was.FloorTaken: course.floor_taken,
    was.FactTurned: course.fact_turned,
    was.FactOpened: course.fact_opened,
    was.TimeSet: course.time_set,
    was.TimeGiven: course.time_given,
    was.MeansMoved: course.means_moved,
    was.WalkedOut: course.walked_out,
    was.CameBack: course.came_back,
    was.MessageSent: course.message_sent,
    was.Tabled: plenary.tabled,
    was.Amended: plenary.amended,
    was.StanceTaken: plenary.stance_taken,
    was.StancesShown: plenary.stances_shown,
    was.Challenged: plenary.challenged,
    was.PointConceded: plenary.point_conceded,
    was.PowerNamed: plenary.power_named,
    was.MotionOpened: plenary.motion_opened,
    was.MotionAnswered: plenary.motion_answered,
    was.MotionClosed: plenary.motion_closed,
    was.DoubtRaised: plenary.doubt_raised,
    was.DoubtAnswered: plenary.doubt_answered,
    was.SignatureCalled: plenary.signature_called,
    was.SignatureGiven: plenary.signature_given,
    was.CameIntoForce: plenary.came_into_force,
    was.FellThrough: plenary.fell_through,
    was.AccordJudged: plenary.accord_judged,
    was.BallotAnswered: year.ballot_answered,
    was.PledgeSettled: year.pledge_settled,
    was.ThreatSettled: year.threat_settled,
    was.PointsMoved: year.points_moved,
    was.EffortSet: year.effort_set,
    was.QuarterShown: year.quarter_shown,
    was.Exposed: year.exposed,
    was.GameClosed: year.game_closed,
}
"""Who tells what; a test holds this and `SILENT` against the union of events."""
