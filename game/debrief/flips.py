"""How far each line, moved alone, is from turning a verdict (R6.4): as signed, as lived, and that on the forum."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from game.debrief.chronicle import Chronicle
from game.debrief.rejudging import POINTS, RATE, Line, line
from game.debrief.words import KINDS, LIVED, ROOTS, VERDICTS
from game.rules.ids import AgencyId, TextId
from game.rules.judgement import LivedAccord
from game.rules.judging.judge import measured
from game.rules.judging.lines import MOVABLE, moved_to
from game.rules.judging.outcome import outcome_of
from game.rules.judging.verdict import HAIR, Held, Turned, compared, flips, kind_of, nearest_turn
from game.rules.replacing import replace
from game.rules.vocabulary import ForumVerdict, Kind, Lived, Root

K = TypeVar("K")
SIGNED, AS_LIVED, FORUM = "as signed", "as lived", "the forum"
"""What verdict a line can turn."""
BEHIND_ROOTS = (
    "worth_slope",
    "pressure_step",
    "chair_step",
    "informed_span",
    "heard_points",
    "purpose_step",
    "undeclared_steps",
)
"""The lines of which the roots are made (R5.1 to R5.5)."""
BOTH_WAYS = frozenset({"worth_slope"})
"""What raises some yeses and lowers others as it grows; any other line moves all of them one way, so that where its
ends turn nothing, nothing between them does."""
HELD: Mapping[str, str] = {
    "hollow_sincerity": "sincerity {}",
    "party_stake": "{} at stake",
    "false_falsification": "{} more said than meant, on average",
    "false_capture": "{} of contested terms to the strongest",
    "false_heard": "those who lost were heard to {}",
    "sincere_mean": "mean sincerity {}",
    "voice_stake": "not invited, {} at stake",
    "lived_rate": "{} carried out",
    "lived_effort": "effort {}",
    "forum_weight": "accords hold {} of the weight",
    "forum_complementarity": "lanes fitted to {}",
}
"""What is held against a line, where it is no root by name."""


@dataclass(frozen=True, slots=True)
class FlipRow:
    """One line: where it is drawn, what it was held against, and the smallest move of it alone that turns a verdict.

    `held` is the value that decides, or else the nearest; `move` is signed, `to` where it leads; both None where no
    move within the line's bounds turns anything. A line behind the roots is moved in whole steps.
    """

    line: Line
    of: str
    """Which verdict it can turn."""
    now: float
    held: float | None
    whose: AgencyId | None
    root: Root | None
    move: float | None
    to: float | None
    would_be: str | None
    words: str

    @property
    def held_words(self) -> str:
        """Say what was held against the line, but for whose it was."""
        if self.held is None:
            return ""
        value = _written(self.line, self.held)
        return f"{ROOTS[self.root]} {value}" if self.root is not None else HELD[self.line.name].format(value)


def flip_rows(story: Chronicle, text: TextId) -> tuple[FlipRow, ...]:
    """Say for every line on an accord how far it is from turning the verdict: as signed (R6.3), then as lived (R8.1).

    Of the lines on what was lived there are only those that had something to decide.
    """
    measures = measured(story.signing[text], story.accord(text))
    turned = flips(measures, story.ruleset)
    rows = [_row(story, SIGNED, name, held, turned[name], KINDS) for name, held in compared(measures).items()]
    in_order = sorted(rows, key=lambda row: tuple(MOVABLE).index(row.line.name))
    return (*in_order, *_lived_rows(story, text))


def root_flip_rows(story: Chronicle, text: TextId) -> tuple[FlipRow, ...]:
    """Say for every line of which the roots are made (R5.1 to R5.5) after how many steps it turns the verdict.

    It judges the accord at every step, some hundreds of times: this takes part of a second.
    """
    return tuple(
        _row(story, SIGNED, name, (), _stepped(story, text, line(name)), KINDS, is_stepped=True)
        for name in BEHIND_ROOTS
    )


def forum_flip_rows(story: Chronicle) -> tuple[FlipRow, ...]:
    """Say for the lines on the forum (R8.2) how far each is from turning the verdict on it."""
    outcome = story.outcome
    weights = [accord.weight for accord in outcome.accords]
    whole = sum(weights) + sum(lane.weight for lane in outcome.lanes)
    parts = [Held(weight / whole) for weight in dict.fromkeys((sum(weights), *weights)) if whole]
    held = {"forum_weight": parts, "forum_complementarity": [Held(outcome.complementarity)]}

    def verdict_at(name: str) -> Callable[[float], ForumVerdict]:
        return lambda value: outcome_of(replace(story.end, ruleset=moved_to(story.ruleset, {name: value}))).verdict

    return tuple(
        _row(story, FORUM, name, values, _turned(story, name, values, verdict_at(name), outcome.verdict), VERDICTS)
        for name, values in held.items()
    )


def _lived_rows(story: Chronicle, text: TextId) -> Iterator[FlipRow]:
    """Find the flips of an accord as lived; it has none if a later accord replaced it."""
    lived = next((one for one in story.outcome.accords if one.accord == text), None)
    if lived is None:
        return

    def lived_at(name: str) -> Callable[[float], Lived]:
        return lambda value: _lived_by(story, name, value, text)

    for name, held in _held_in_year(story, lived):
        turned = _turned(story, name, held, lived_at(name), lived.lived)
        yield _row(story, AS_LIVED, name, held, turned, LIVED)


def _held_in_year(story: Chronicle, lived: LivedAccord) -> Iterator[tuple[str, list[Held]]]:
    """List the lines that had something to decide in the year, with what was held against each."""
    if lived.signed is Kind.FALSE:
        return
    yield "lived_rate", [Held(lived.rate)]
    if lived.signed is Kind.FRAGILE and lived.rate < story.ruleset.lived_rate:
        readings = story.judged[lived.accord].signatures
        weakest = {seat: readings[seat].weakest for seat in lived.given}
        yield "lived_root", [Held(readings[seat].roots[root].value, seat, root) for seat, root in weakest.items()]
        yield "lived_effort", [Held(effort, seat) for seat, effort in lived.given.items()]


def _lived_by(story: Chronicle, name: str, value: float, text: TextId) -> Lived:
    outcome = outcome_of(replace(story.end, ruleset=moved_to(story.ruleset, {name: value})))
    return next(one.lived for one in outcome.accords if one.accord == text)


def _turned(
    story: Chronicle, name: str, held: Iterable[Held], kind_at: Callable[[float], K], kind: K
) -> Turned[K] | None:
    values = [one.value for one in held]
    return nearest_turn(getattr(story.ruleset, name), values, kind_at, kind, bounds=MOVABLE[name])


def _stepped(story: Chronicle, text: TextId, of: Line) -> Turned[Kind] | None:
    """Move a line step by step, both ways, until the verdict on an accord as signed turns."""
    signing, accord = story.signing[text], story.accord(text)
    kind, now = story.judged[text].verdict.kind, getattr(story.ruleset, of.name)

    def kind_at(value: float) -> Kind:
        ruleset = moved_to(story.ruleset, {of.name: value})
        return kind_of(measured(replace(signing, ruleset=ruleset), accord), ruleset)

    if of.name not in BOTH_WAYS and kind_at(of.least) is kind and kind_at(of.most) is kind:
        return None
    for number in range(1, round((of.most - of.least) / of.step) + 1):
        for value in (round(now - number * of.step, 9), round(now + number * of.step, 9)):
            if of.least <= value <= of.most and (would_be := kind_at(value)) is not kind:
                return Turned(value, would_be)
    return None


def _row(
    story: Chronicle,
    of: str,
    name: str,
    held: Iterable[Held],
    turned: Turned[K] | None,
    words: Mapping[K, str],
    *,
    is_stepped: bool = False,
) -> FlipRow:
    now = getattr(story.ruleset, name)
    place = now if turned is None else turned.to
    nearest = min(held, key=lambda one: abs(one.value - place), default=None)
    return FlipRow(
        line=line(name),
        of=of,
        now=now,
        held=None if nearest is None else nearest.value,
        whose=None if nearest is None else nearest.seat,
        root=None if nearest is None else nearest.root,
        move=None if turned is None else turned.to - now,
        to=None if turned is None else turned.to,
        would_be=None if turned is None else words[turned.would_be],
        words=_words(line(name), now, turned, None if nearest is None else nearest.value, words, is_stepped=is_stepped),
    )


def _words(
    of: Line, now: float, turned: Turned[K] | None, held: float | None, words: Mapping[K, str], *, is_stepped: bool
) -> str:
    """Say which move of the line turns the verdict, and into what."""
    if turned is None:
        return "Moved alone, it turns nothing."
    place = f"at {_written(of, turned.to)}"
    if held is not None and not is_stepped and turned.to != held:
        place = f"just {'above' if turned.to > held else 'below'} {_written(of, held)}"
    return f"Drawn {_distance(of, turned.to - now)}, {place}: {words[turned.would_be]}."


def _distance(of: Line, move: float) -> str:
    if abs(move) <= 2 * HAIR:
        return "a hair away"
    far = _written(of, abs(move)).removesuffix(" of 100")
    return f"{far} {'higher' if move > 0 else 'lower'}"


def _written(of: Line, value: float) -> str:
    """Write a value that was measured: points and rates with one decimal, shares as they were held against the line."""
    return of.written(round(value, 1) if of.unit in (POINTS, RATE) else value)
