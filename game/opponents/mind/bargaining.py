"""Bargain by turns: what to hope for at a time, which package to propose, whether to accept one.

Like most winners of the negotiation competition it holds out until late and comes down by time (Faratin, Sierra &
Jennings, Negotiation decision functions for autonomous agents, 1998); what it holds out for, and what it comes down to,
are read off a belief about the others. It makes a new proposal as long as it can, and goes further down for one to
those, and only those, who answer new ones with new ones (de Jonge, An analysis of the linear bilateral ANAC domains
using the MiCRO benchmark strategy, 2022).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.opponents.mind.belief import Numbers

END = 0.99
"""The time by which it has come down to its floor."""
MEAN_COUNTS = 0.1
"""How much what others like on average counts beside what the worst-off of them likes."""
ASKED_FOR = 0.97
"""Chance that somebody takes what it asked for itself, at least."""
NEW, NEW_IN_RETURN = 0.95, 0.7
"""Down to what share of what it hopes for it looks for a proposal not made before; and where others return it."""
RETURNED = 0.5
"""They do if they answer new ones with new ones so much more often than others."""


@dataclass(frozen=True, slots=True)
class Course:
    """How a seat bargains. Gains are shares of the most there is for it above no agreement, times shares of all."""

    regard: float
    """How much being near the best for all counts beside the own gain."""
    hold: float
    """The gain it holds out for until late, in a usual case."""
    lean: float
    """How far that follows the case at hand: what is best for all there, and a margin."""
    margin: float
    opening: float
    """Until when it comes down to that from its best."""
    late: float
    """From when it comes down further, to what others seem to demand."""
    patience: float
    """Until when it takes only what is about as good for all as what it hopes for."""
    slack: float
    """How far such may fall short."""
    walk_away: float
    """What no agreement is taken to be worth to others, as a share of their best."""
    misread: float
    """How far others may misjudge what they demand."""
    telling: float
    """From when a refusal is taken for more than show."""
    again: float
    """What is left of the chance of what somebody has refused this round, and of what it likes no better."""
    trust: float
    """How far what others offered lately is counted on to be offered again."""
    weighing: int
    """So many rounds before the last it weighs taking an offer against what one more proposal would bring."""


AMONG_TWO = Course(
    regard=3.0, hold=0.83, lean=0.5, margin=0.05, opening=0.1, late=0.93, patience=0.9, slack=0.02, walk_away=0.25,
    misread=0.05, telling=0.85, again=1.0, trust=0.75, weighing=1,
)  # fmt: skip
AMONG_MANY = Course(
    regard=1.0, hold=0.9, lean=0.5, margin=0.05, opening=0.3, late=0.96, patience=0.9, slack=0.02, walk_away=0.15,
    misread=0.1, telling=0.75, again=0.2, trust=0.0, weighing=0,
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Outlook:
    """What packages would bring: `own` gains (packages,), the others' as they are taken to be (others, packages)."""

    own: Numbers
    others: Numbers
    score: Numbers
    """Own gain, and regard for all (packages,); minus infinity for what it does not hope for."""
    goal: int
    """The package to hope for."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When it is: `time` as a share of all, whole rounds `left` after this one, and whether a proposal made in the last
    one comes too late for all to answer it."""

    time: float
    left: int
    has_last_word: bool


def look(own: Numbers, worths: Numbers, course: Course) -> Outlook:
    """Weigh packages by what they bring oneself, and by how near that is to the greatest product of gains (Nash 1950).

    `own` gains, 0 at no agreement; the others' `worths`, 1 at their best (others, packages).
    """
    others = (worths - course.walk_away) / (1.0 - course.walk_away)
    gains = np.vstack([own, others])
    fair = int(np.argmax(np.prod(np.maximum(gains, 0.0), axis=0)))
    apart = np.linalg.norm(gains - gains[:, [fair]], axis=0) / np.sqrt(len(gains))
    score = own + course.regard * (1.0 - apart)
    hold = (1.0 - course.lean) * course.hold + course.lean * (float(own[fair]) + course.margin)
    score[own < min(max(hold, 1e-9), float(own.max()))] = -np.inf
    return Outlook(own, others, score, int(np.argmax(score)))


def hope(outlook: Outlook, course: Course, time: float, floor: float) -> float:
    """Say what gain to ask for at a time: from the most down to the goal's, held until late, then down to a floor."""
    goal = float(outlook.own[outlook.goal])
    if time < course.opening:
        return 1.0 - (1.0 - goal) * time / course.opening
    if time < course.late:
        return goal
    return goal - max(0.0, goal - floor) * min(1.0, (time - course.late) / (END - course.late))


def unless_refused(assents: Numbers, others: Numbers, refused: Mapping[int, int], course: Course) -> Numbers:
    """Cut the chances of what somebody has refused just now: `refused`, the package by the row of who did."""
    left = assents.copy()
    for row, package in refused.items():
        left[row, others[row] <= others[row, package]] *= course.again
    return left


def prospects(own: Numbers, assents: Numbers, asked: Sequence[int], fallback: float) -> Numbers:
    """Say what proposing each package brings on average (packages,), minus 1 where no agreement is as good.

    `assents`: chances that each other takes it (others, packages). With one other, `asked` are the packages it asked
    for. `fallback` is what is left if the proposal fails.
    """
    chances = assents.prod(axis=0)
    if len(assents) == 1:
        chances[list(asked)] = np.maximum(chances[list(asked)], ASKED_FOR)
    return np.where(own > 0.0, promise(own, chances, fallback), -1.0)


def promise(own: Numbers, chances: Numbers, fallback: float = 0.0) -> Numbers:
    """Say what proposals bring on average: what they say where all take them, else what is left."""
    return np.asarray(own * chances + (1.0 - chances) * fallback)


def fallback(lately: Sequence[float], course: Course, moment: Moment) -> float:
    """Say what others may be counted on to offer again, from gains they offered lately; nothing once all is said."""
    if not lately or (moment.left <= 0 and not moment.has_last_word):
        return 0.0
    return course.trust * float(np.median(np.maximum(lately, 0.0)))


def least_new(to_new: Sequence[bool], to_old: Sequence[bool]) -> float:
    """Say how far it goes down for a new proposal, as a share of what it hopes for.

    Whether a new proposal, or one made before, was answered with a new one each time; by Laplace's rule of succession.
    """
    returned = (sum(to_new) + 1) / (len(to_new) + 2) - (sum(to_old) + 1) / (len(to_old) + 2)
    return NEW_IN_RETURN if returned > RETURNED else NEW


def propose(
    outlook: Outlook, course: Course, moment: Moment, prospect: Numbers, used: NDArray[np.bool_], least: float
) -> int:
    """Pick a package: towards the end the one with the best prospect, else the one that others like best of those that
    bring what is hoped for.

    Until late one that was not `used` before, and when there is none left, the best for itself of those that bring at
    `least` that share of the goal.
    """
    best = int(np.argmax(prospect))
    if moment.left <= 1 and moment.time >= course.late:
        return best
    wanted = hope(outlook, course, moment.time, float(outlook.own[best]))
    fits = np.flatnonzero(outlook.own >= min(wanted, float(outlook.own.max())) - 1e-9)
    liked = outlook.others[:, fits].min(axis=0) + MEAN_COUNTS * outlook.others[:, fits].mean(axis=0)
    if moment.time < course.late:
        new = ~used & (outlook.own >= least * outlook.own[outlook.goal])
        if not used[fits].all():
            liked = np.where(used[fits], -np.inf, liked)
        elif new.any():
            return int(np.argmax(np.where(new, outlook.own, -np.inf)))
    return int(fits[np.argmax(liked)])


def accepts(
    outlook: Outlook, course: Course, moment: Moment, prospect: Numbers, following: int, package: int, rest: float
) -> bool:
    """Say whether to take a package, when `following` is what one would propose instead.

    Never what is no better than no agreement; what is as good as one's own next proposal, if it is not early; and when
    time runs out, what is as good as to go on (Baarslag, Hindriks & Jonker, Acceptance conditions in automated
    negotiation, 2013: AC_combi). `rest`: the chance that those take it who have not answered yet.
    """
    gain = float(outlook.own[package])
    if gain <= 0.0:
        return False
    if moment.left <= 0 and moment.has_last_word:
        return True
    if moment.left <= course.weighing:
        return gain * rest >= float(prospect.max())
    is_enough = gain >= float(outlook.own[following]) - 1e-9
    is_as_good_for_all = outlook.score[package] >= outlook.score[outlook.goal] - course.slack
    return is_enough and (moment.time >= course.patience or bool(is_as_good_for_all))
