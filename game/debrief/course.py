"""The course of the game, opened: the moves that mattered, also those that only two or nobody saw."""

from dataclasses import dataclass

from game.debrief.chronicle import Chronicle
from game.record.sentences import Past, Run, sentence
from game.rules import events as was
from game.rules.events import ROOM, Event
from game.rules.ids import AgencyId
from game.rules.vocabulary import Phase

TOLD: tuple[type, ...] = (
    was.Convened,
    was.RoundBegan,
    was.RoundsSet,
    was.PhaseBegan,
    was.Occurred,
    was.Tabled,
    was.Amended,
    was.Pressed,
    was.PressureWithdrawn,
    was.Pledged,
    was.LaneDeclared,
    was.Claimed,
    was.JointlyAssessed,
    was.SpinFoundOut,
    was.Challenged,
    was.PowerNamed,
    was.PointConceded,
    was.MotionClosed,
    was.DoubtRaised,
    was.CableAnswered,
    was.WalkedOut,
    was.CameBack,
    was.SignatureCalled,
    was.CameIntoForce,
    was.FellThrough,
    was.PledgeSettled,
    was.ThreatSettled,
    was.QuarterShown,
    was.Exposed,
)
"""What is told of a game in short; meetings, beliefs and trust are left out."""


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that happened, in words of runs (text, is bold). `is_opened` if not everybody saw it then."""

    about: AgencyId | None
    runs: tuple[Run, ...]
    at: int | None
    is_opened: bool
    is_heading: bool

    @property
    def text(self) -> str:
        """Return the words alone."""
        return "".join(text for text, _ in self.runs)


def course(story: Chronicle) -> tuple[Move, ...]:
    """Tell the course of the game, in the order in which it happened."""
    moves = []
    past = Past(story.case.forum, rounds=story.case.rounds)
    for entry in story.entries:
        for event in entry.events:
            move = _move(story, event, entry.at, past) if isinstance(event.what, TOLD) else None
            if move is not None:
                moves.append(move)
            past.remember(event.what)
    return tuple(moves)


def _move(story: Chronicle, event: Event, at: int, past: Past) -> Move | None:
    """Put one event into words; of the phases only the year after is told, as a heading."""
    match event.what:
        case was.RoundBegan(number):
            return Move(None, ((f"Round {number} of {past.rounds}", True),), None, False, True)
        case was.PhaseBegan(Phase.SETTLING):
            return Move(None, (("The year after", True),), None, False, True)
        case was.PhaseBegan():
            return None
    words = sentence(event, story.end.scene, None, past=past, is_open=True)
    if words is None:
        return None
    by = None if isinstance(event.what, was.Occurred | was.RoundsSet | was.QuarterShown) else at
    return Move(words.about, words.runs, by, event.to != ROOM, False)
