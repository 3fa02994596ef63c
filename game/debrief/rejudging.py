"""The same game, judged by other lines: what was played stays as it was recorded, what is found in it is found anew."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.debrief.chronicle import Chronicle
from game.debrief.findings import THRESHOLDS
from game.debrief.words import listed
from game.rules.judging.judge import judge
from game.rules.judging.lines import MOVABLE, redrawn
from game.rules.judging.outcome import outcome_of
from game.rules.ruleset import Ruleset
from game.rules.state import State

SHARE, POINTS, RATE, STEPS, TIMES = "share", "points", "of 100", "steps", "times"
"""What lines are drawn on."""


@dataclass(frozen=True, slots=True)
class Line:
    """A number by which a game is judged: what it is called before its value, what it says, where it may be drawn."""

    name: str
    heading: str
    words: str
    least: float
    most: float
    step: float
    unit: str
    source: str
    """The number of the rule."""

    def written(self, value: float) -> str:
        """Write a value of this line: two decimals for shares, more where it has more."""
        match self.unit:
            case "points":
                return f"{_short(value, 1)} points"
            case "of 100":
                return f"{_short(value, 0)} of 100"
            case "steps":
                return f"{value:.0f} step{'' if value == 1 else 's'}"
            case "times":
                return f"{_short(value, 2)} times"
            case _:
                return _short(value, 2)


@dataclass(frozen=True, slots=True)
class MovedLine:
    """A line that is drawn elsewhere than it was when the game was played."""

    name: str
    heading: str
    was: float
    now: float


WORDS: Mapping[str, tuple[str, str, str]] = {
    "worth_slope": ("Advantage counts", "how much an advantage over not signing adds to ‘worth it’", TIMES),
    "pressure_step": ("Each step of a threat takes", "what each step of strength of a threat takes from ‘free’", SHARE),
    "chair_step": (
        "Each step of the chair’s hold takes",
        "what each step of strength of the chair’s hold takes from ‘free’, where power counts in full",
        SHARE,
    ),
    "informed_span": (
        "Not informed at all from",
        "how many points must hang on what was kept back for nothing to be left of ‘informed’",
        POINTS,
    ),
    "heard_points": ("Met halfway from", "what its own words in the text must bring it to be met halfway", POINTS),
    "purpose_step": (
        "Each step between purposes takes",
        "what each step between the purpose declared and the one it came for takes from ‘backed’",
        SHARE,
    ),
    "undeclared_steps": ("A purpose nobody declared counts", "for how far apart no purpose at all counts", STEPS),
    "hollow_sincerity": ("Hollow below", "", SHARE),
    "hollow_root": ("Hollow where ‘worth it’ or ‘free’ is at most", "", SHARE),
    "voice_stake": ("A voice is missed from", "", POINTS),
    "party_stake": ("A party that carries nothing counts from", "", POINTS),
    "false_falsification": ("False where more is said than meant by over", "", SHARE),
    "false_capture": ("Captured where the strongest has more than", "", SHARE),
    "false_heard": ("Losers unheard at no more than", "", SHARE),
    "sincere_root": ("Sincere with every root at least", "", SHARE),
    "sincere_mean": ("Sincere with a mean sincerity of at least", "", SHARE),
    "lived_rate": ("Delivered from", "how much must be carried out to count as delivered", RATE),
    "lived_root": ("A root is weak below", "how weak a root must be for little effort to count as held back", SHARE),
    "lived_effort": ("Held back below", "how little effort, over a weak root, counts as held back", SHARE),
    "forum_weight": (
        "Accords decide from",
        "how much of the weight of all issues accords must hold to decide the verdict on the forum",
        SHARE,
    ),
    "forum_complementarity": ("Side by side from", "how far lanes must fit to count as side by side", SHARE),
}
"""Heading, words (those of the thresholds are in `findings`) and unit of each line."""
LINES: tuple[Line, ...] = tuple(
    Line(name, heading, words or THRESHOLDS[name], of.least, of.most, of.step, unit, of.rule)
    for name, of in MOVABLE.items()
    for heading, words, unit in (WORDS[name],)
)
"""Every number by which a game is judged, in the order of the rules; all of them can be moved."""


def line(name: str) -> Line:
    """Find a line; KeyError if no game is judged by a number of that name."""
    for one in LINES:
        if one.name == name:
            return one
    raise KeyError(name)


def judged_again(story: Chronicle, ruleset: Ruleset) -> Chronicle:
    """Judge a game anew by the lines of another ruleset (sections 5, 6 and 8), and tell it by them.

    All that was played stays as recorded: trust, efforts, levels, scores, and the numbers behind them.
    """
    lines = redrawn(story.played_rules, ruleset)
    signing = {text: _by(lines, state) for text, state in story.signing.items()}
    judged = {text: judge(signing[text], story.accord(text)) for text in story.judged}
    sealed = replace(story.end.sealed, judgements=judged)
    outcome = outcome_of(replace(story.end, ruleset=lines, sealed=sealed))
    return replace(
        story,
        end=replace(story.end, ruleset=lines, sealed=replace(sealed, outcome=outcome)),
        outcome=outcome,
        signing=signing,
        judged=judged,
        shown=tuple((at, what, _by(lines, state)) for at, what, state in story.shown),
        played_by=None if lines == story.played_rules else story.played_rules,
    )


def _by(lines: Ruleset, state: State) -> State:
    return replace(state, ruleset=lines)


def moved_lines(story: Chronicle) -> tuple[MovedLine, ...]:
    """List the lines that are drawn elsewhere than they were when the game was played; none for a game as played."""
    if story.played_by is None:
        return ()
    pairs = ((one, getattr(story.played_by, one.name), getattr(story.ruleset, one.name)) for one in LINES)
    return tuple(MovedLine(one.name, one.heading, was, now) for one, was, now in pairs if was != now)


def marked_words(story: Chronicle) -> str:
    """Say that a game is judged by other lines than it was played by, and which; nothing for a game as played."""
    moved = moved_lines(story)
    if not moved:
        return ""
    return f"Judged by other lines than it was played by: {listed(moved_words(one) for one in moved)}."


def moved_words(moved: MovedLine) -> str:
    """Say where a line is drawn now and where it was, in the middle of a sentence."""
    of = line(moved.name)
    was, now = of.written(moved.was), of.written(moved.now)
    return f"{of.heading[:1].lower()}{of.heading[1:]} {now} (was {was.split()[0]})"


def _short(value: float, digits: int) -> str:
    """Write a number with at least so many decimals, and with up to four where they say something."""
    exact = f"{value:.4f}".rstrip("0")
    whole, _, part = exact.partition(".")
    part = part.ljust(digits, "0")
    return f"{whole}.{part}" if part else whole
