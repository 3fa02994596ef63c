"""What others do in public, as evidence of what they want: each act says between which margins a text lies for them."""

from collections.abc import Mapping
from math import inf
from typing import Protocol

import numpy as np

from game.opponents.board import Board
from game.opponents.mind.agenda import Marks
from game.opponents.mind.belief import Belief, Numbers
from game.opponents.recall import Recall
from game.opponents.red_lines import after_block, after_yes
from game.rules.ids import AgencyId, IssueId, OptionId
from game.rules.texts import Text, Version
from game.rules.vocabulary import Stance

MEANS: Mapping[Stance, tuple[float, float, float]] = {
    Stance.ENDORSE: (3.0, inf, 8.0),
    Stance.RESERVATIONS: (0.0, 6.0, 5.0),
    Stance.ABSTAIN: (-10.0, 10.0, 8.0),
    Stance.OBJECT: (-inf, 4.0, 8.0),
    Stance.BLOCK: (-inf, 4.0, 12.0),
}
"""Between which margins, in points, a text lies for whoever takes a stance, and how far that may be off: a yes is
cheap, and a no may only ask for more, or doubt that it will be carried out."""
WRITTEN = (6.0, inf, 5.0)
"""The same for whoever wrote a text."""
BETTERED = (0.0, inf, 4.0)
"""The same for what an amendment changed, to whoever amended."""
REFUSED = (-inf, 4.0, 8.0)
SIGNED = (0.0, inf, 8.0)
LANE = (0.0, inf, 4.0)
"""The same for an option against the status quo, to whoever would carry it anyway."""
DOUBT_SPAN = 15.0
"""Points of margin at a support of 1: what a doubt that was raised tells."""


class Lens(Protocol):
    """How the points of others turn into margins."""

    board: Board
    seats: tuple[AgencyId, ...]

    def row(self, marks: Marks) -> Numbers:
        """Say which points make the margin of a package (others, cells + 1)."""
        ...

    fixed: Numbers
    """What margins hold beside points (others, cells)."""


Step = tuple[Belief, Numbers]
_after: Recall[Step] = Recall(512)


def after_text(points: Belief, bans: Numbers, text: Text, lens: Lens, reading: float) -> Step:
    """Take in what everybody did about a text; `reading` (0..1) is how much of it."""
    return _after.of((points, bans, text, lens, reading), lambda: _after_text(points, bans, text, lens, reading))


def _after_text(points: Belief, bans: Numbers, text: Text, lens: Lens, reading: float) -> Step:
    before: Version | None = None
    for version in text.versions:
        points = _after_author(points, version, before, lens, reading)
        signs = {agency: MEANS[stance] for agency, stance in version.stances.items() if agency != version.author}
        if version is text.latest:
            signs |= {a: SIGNED if s.is_signed else REFUSED for a, s in text.signatures.items()}
            signs |= {a: (DOUBT_SPAN * d, DOUBT_SPAN * d, 3.0) for a, d in text.doubts.items()}
        points = _narrowed(points, lens, lens.board.marks(version.terms), signs, reading)
        bans = _after_stances(bans, version, lens)
        before = version
    return points, bans


def _after_author(points: Belief, version: Version, before: Version | None, lens: Lens, reading: float) -> Belief:
    """Learn from a version what its author likes: all of a first text, only what it changed of a later one."""
    marks = lens.board.marks(version.terms)
    if before is None:
        return _narrowed(points, lens, marks, {version.author: WRITTEN}, reading)
    changed = marks - lens.board.marks(before.terms)
    return _narrowed(points, lens, changed, {version.author: BETTERED}, reading) if changed.any() else points


def _narrowed(
    points: Belief, lens: Lens, marks: Marks, signs: Mapping[AgencyId, tuple[float, float, float]], reading: float
) -> Belief:
    """Narrow a belief by margins of one package that some agencies gave away."""
    known = {agency: sign for agency, sign in signs.items() if agency in lens.seats}
    if not known or not marks.any():
        return points
    nothing = (-inf, inf, 1.0)
    bounds = np.array([known.get(agency, nothing) for agency in lens.seats])
    beside = lens.fixed @ marks
    return points.narrowed(
        lens.row(marks), bounds[:, 0] - beside, bounds[:, 1] - beside, bounds[:, 2] / np.sqrt(reading)
    )


def _after_stances(bans: Numbers, version: Version, lens: Lens) -> Numbers:
    """Take a block for a sign that some term may be forbidden to whoever blocks, and a yes for one that none is."""
    marks = lens.board.marks(version.terms)
    rows = [(row, version.stances.get(agency)) for row, agency in enumerate(lens.seats)]
    if any(stance in (Stance.BLOCK, Stance.ENDORSE) for _, stance in rows):
        bans = bans.copy()
        for row, stance in rows:
            if stance is Stance.BLOCK:
                bans[row] = after_block(bans[row], marks)
            elif stance is Stance.ENDORSE:
                bans[row] = after_yes(bans[row], marks)
    return bans


def after_lanes(
    points: Belief,
    lanes: Mapping[AgencyId, Mapping[IssueId, OptionId]],
    board: Board,
    seats: tuple[AgencyId, ...],
    reading: float,
) -> Belief:
    """Take a declared lane for a sign that its option is welcome to whoever declared it."""
    low, high, noise = LANE
    for row, agency in enumerate(seats):
        for issue, option in lanes.get(agency, {}).items():
            marks = np.zeros(len(board.cells) + 1)
            marks[board.place[issue, option]] += 1.0
            marks[board.status_quo[board.agenda.issue_of[board.place[issue, option]]]] -= 1.0
            bounds = np.array([[low, high] if one == row else [-inf, inf] for one in range(len(seats))])
            points = points.narrowed(marks, bounds[:, 0], bounds[:, 1], noise / reading**0.5)
    return points
