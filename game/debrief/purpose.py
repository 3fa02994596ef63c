"""Did coordination serve its purpose: what it was declared for, what each had come for, and what it came to do."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.debrief.chronicle import Chronicle
from game.debrief.lanes import lane_rows
from game.debrief.verdicts import headline
from game.debrief.words import LIVED, PURPOSES, count, listed, out_of_100, percent, text_name, when
from game.rules.commands import DeclareLane
from game.rules.deciding.delivery import TOP_LEVEL
from game.rules.events import CaucusJoined, Claimed, Convened, JointlyAssessed, MotionClosed
from game.rules.ids import AgencyId
from game.rules.judging.outcome import weight_of
from game.rules.vocabulary import ForumVerdict, Lived, Purpose

STEPS = tuple(Purpose)
"""From the least to the most."""
PLURALS = {"fact": "facts", "caucus": "caucuses"}


@dataclass(frozen=True, slots=True)
class Reach:
    """One of the four purposes: whether the forum came to do it, the commands that show it, and how it went."""

    purpose: Purpose
    is_reached: bool
    commands: tuple[int, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Expectation:
    """What one agency had come for. Steps count upwards: +1 is one step more than it had come for.

    `to_declared` is None where nobody said what the forum was for. Reaching nothing is one step below the least.
    """

    agency: AgencyId
    expected: Purpose
    to_declared: int | None
    to_reached: int
    words: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What working side by side brought about, beside the accords: shares (0..1) of the weight of all issues (R8.2).

    `fit` is the complementarity of R7.4, over the issues in no accord; from `needed` on it decides the verdict.
    """

    by_lanes: float
    by_accords: float
    fit: float
    needed: float
    is_verdict: bool
    words: str


@dataclass(frozen=True, slots=True)
class PurposeReview:
    """Declared, expected, reached. `is_met` is None where nothing was declared; `declared_at` is the command."""

    declared: Purpose | None
    declared_at: int | None
    reached: Purpose | None
    is_met: bool | None
    reaches: tuple[Reach, ...]
    expectations: tuple[Expectation, ...]
    side_by_side: SideBySide
    words: str


def review_purpose(story: Chronicle) -> PurposeReview:
    """Say whether coordination served its purpose."""
    declared = story.outcome.declared
    reaches = (_information(story), _joint_analysis(story), _division(story), _common_strategy(story))
    reached = next((reach.purpose for reach in reversed(reaches) if reach.is_reached), None)
    is_met = None if declared is None else _is_met(story, declared, reached)
    return PurposeReview(
        declared=declared,
        declared_at=_declared_at(story),
        reached=reached,
        is_met=is_met,
        reaches=reaches,
        expectations=tuple(_expectation(story, seat, reached) for seat in story.case.agency_ids),
        side_by_side=_side_by_side(story),
        words=_words(story, reaches, reached),
    )


def _is_met(story: Chronicle, declared: Purpose, reached: Purpose | None) -> bool:
    """Say whether the forum did what it set out to do, or more; sharing information must be honest (R8.3)."""
    if declared is Purpose.INFORMATION and story.outcome.is_purpose_met:
        return True
    if declared is Purpose.INFORMATION:
        return reached is not None and reached is not Purpose.INFORMATION
    return _step(reached) >= _step(declared)


def _step(purpose: Purpose | None) -> int:
    return -1 if purpose is None else STEPS.index(purpose)


def _declared_at(story: Chronicle) -> int | None:
    """Find the command that said what the forum was for, as it stood in the end."""
    found = None
    for entry in story.entries:
        for event in entry.events:
            match event.what:
                case Convened(purpose=Purpose()):
                    found = entry.at
                case MotionClosed(motion=motion, is_carried=True) if motion.purpose is not None:
                    found = entry.at
    return found


def _information(story: Chronicle) -> Reach:
    straight: list[int] = []
    spun = 0
    for at, claim in _claims(story):
        if claim.claim.id in story.end.own[claim.claim.speaker].spun:
            spun += 1
        else:
            straight.append(at)
    beside = f" {count(spun)} {'account was' if spun == 1 else 'accounts were'} not straight." if spun else ""
    times = "once" if len(straight) == 1 else f"{len(straight)} times"
    words = f"Facts were told straight {times}." if straight else "No fact was told straight."
    return Reach(Purpose.INFORMATION, bool(straight), tuple(straight), f"{words}{beside}")


def _claims(story: Chronicle) -> Iterator[tuple[int, Claimed]]:
    for entry in story.entries:
        for event in entry.events:
            if isinstance(event.what, Claimed):
                yield entry.at, event.what


def _joint_analysis(story: Chronicle) -> Reach:
    """Count facts found out together, and caucuses that came about."""
    assessed, caucused = [], {}
    for entry in story.entries:
        for event in entry.events:
            match event.what:
                case JointlyAssessed():
                    assessed.append(entry.at)
                case CaucusJoined(caucus=caucus) if len(caucus.joined) > 1:
                    caucused[caucus.network, caucus.at] = entry.at
    commands = tuple(sorted((*assessed, *caucused.values())))
    parts = ((len(assessed), "fact", "found out together"), (len(caucused), "caucus", "held"))
    told = [
        f"one {what} was {done}" if number == 1 else f"{count(number).lower()} {PLURALS[what]} were {done}"
        for number, what, done in parts
        if number
    ]
    said = listed(told) or "nothing was looked into together"
    return Reach(Purpose.JOINT_ANALYSIS, bool(commands), commands, f"{said[:1].upper()}{said[1:]}.")


def _division(story: Chronicle) -> Reach:
    """Ask for two pieces of work with different carriers that came as far as counts as delivered (R7.5, R8.1)."""
    enough = story.ruleset.lived_rate / 100.0 * TOP_LEVEL
    done: list[tuple[frozenset[AgencyId], str, tuple[int, ...]]] = []
    for lived in story.lived:
        for term in lived.terms:
            carriers = frozenset(story.case.option(term.issue, term.option).carriers)
            if carriers and lived.levels.get(term.issue, 0.0) >= enough:
                done.append((carriers, story.case.issue(term.issue).name, (story.accord(lived.accord).at,)))
    for lane in story.outcome.lanes:
        if lane.option is not None and lane.fit > 0 and lane.level >= enough:
            carriers = frozenset(story.case.option(lane.issue, lane.option).carriers)
            declared = tuple(
                entry.at
                for entry in story.entries
                if isinstance(entry.command, DeclareLane) and entry.command.issue == lane.issue
            )
            done.append((carriers, story.case.issue(lane.issue).name, declared))
    is_reached = len({carriers for carriers, _, _ in done}) > 1
    commands = tuple(sorted({at for _, _, ats in done for at in ats})) if is_reached else ()
    names = listed(f"“{name}”" for _, name, _ in done)
    if is_reached:
        words = f"{names} came at least half way, each by those who had taken it on."
    elif done:
        words = f"Only {names} came half way, by the same hands: nothing was divided."
    else:
        words = "No piece of work came half way."
    return Reach(Purpose.DIVISION_OF_LABOUR, is_reached, commands, words)


def _common_strategy(story: Chronicle) -> Reach:
    """Ask for accords with half the weight that were lived as sincere (R8.2)."""
    is_reached = story.outcome.verdict is ForumVerdict.SINCERE_AGREEMENT
    commands = tuple(story.accord(lived.accord).at for lived in story.lived) if is_reached else ()
    told = listed(
        f"{text_name(lived.accord)} was lived as {LIVED[lived.lived]} ({out_of_100(lived.rate)} carried out)"
        for lived in story.lived
    )
    words = f"{told}." if told else "No accord was in force."
    if any(lived.lived is Lived.FALSE_COHERENCE for lived in story.lived):
        words += " A text in common is not yet a strategy in common."
    return Reach(Purpose.COMMON_STRATEGY, is_reached, commands, words)


def _expectation(story: Chronicle, seat: AgencyId, reached: Purpose | None) -> Expectation:
    expected, declared = story.agency(seat).expects, story.outcome.declared
    to_declared = None if declared is None else _step(declared) - _step(expected)
    to_reached = _step(reached) - _step(expected)
    came = "to none of the four" if reached is None else f"to {PURPOSES[reached]}, {_steps(to_reached)}"
    was_for = (
        "Nobody said what the forum was for; it"
        if declared is None or to_declared is None
        else f"The forum was declared for {PURPOSES[declared]}, {_steps(to_declared)}, and"
    )
    words = f"{story.agency(seat).name} had come for {PURPOSES[expected]}. {was_for} came {came}."
    return Expectation(seat, expected, to_declared, to_reached, words)


def _steps(by: int) -> str:
    """Say how far something lies from what an agency had come for."""
    if by == 0:
        return "just that"
    return f"{count(abs(by)).lower()} {'step' if abs(by) == 1 else 'steps'} {'more' if by > 0 else 'less'}"


def _side_by_side(story: Chronicle) -> SideBySide:
    """Set what came about in lanes beside what came about under accords."""
    case, outcome = story.case, story.outcome
    whole = weight_of(case, (issue.id for issue in case.issues))
    lanes = sum(lane.weight * lane.level / TOP_LEVEL * lane.fit for lane in outcome.lanes)
    levels = [(issue, level) for lived in outcome.accords for issue, level in lived.levels.items()]
    accords = sum(weight_of(case, (issue,)) * level / TOP_LEVEL for issue, level in levels)
    by_lanes, by_accords = (lanes / whole, accords / whole) if whole else (0.0, 0.0)
    found = SideBySide(
        by_lanes,
        by_accords,
        outcome.complementarity,
        story.ruleset.forum_complementarity,
        outcome.verdict is ForumVerdict.SIDE_BY_SIDE,
        "",
    )
    words = _side_by_side_words(story, found)
    return SideBySide(by_lanes, by_accords, found.fit, found.needed, found.is_verdict, words)


def _side_by_side_words(story: Chronicle, found: SideBySide) -> str:
    signed = f"{percent(found.by_accords)} of all there was to do came about under accords"
    if not any(row.declared for row in lane_rows(story)):
        rest = f"; {signed}" if story.lived else ", and no accord was in force"
        return f"Nobody worked side by side outside accords{rest}."
    beside = f", and {percent(found.by_accords)} under accords" if story.lived else ""
    whole = f"Of all there was to do, {percent(found.by_lanes)} came about side by side{beside}."
    if found.is_verdict:
        return f"{whole} Each said what it would do and did it, and nobody had to sign for it: that is a result."
    if found.by_lanes > found.by_accords and story.lived:
        return f"{whole} Honest work beside each other brought about more than what was signed."
    if found.by_lanes > 0:
        return f"{whole} The lanes fitted to {percent(found.fit)}; {percent(found.needed)} would make it a verdict."
    return f"{whole} What was declared did not fit together, or was not carried out."


def _words(story: Chronicle, reaches: tuple[Reach, ...], reached: Purpose | None) -> str:
    """Say it for the forum as a whole, and plainly where it did what it set out to do (R8.3)."""
    declared, at = story.outcome.declared, _declared_at(story)
    came = "to none of the four" if reached is None else f"to {PURPOSES[reached]}"
    if declared is None:
        return f"Nobody said what the forum was for; it came {came}. {_came_for(story)}"
    if story.outcome.is_purpose_met:
        more = "" if reached is Purpose.INFORMATION else f" In the end it came {came}."
        return f"{headline(story).remark}{more} {_came_for(story)}"
    by = _step(reached) - _step(declared)
    how = "more than it set out for" if by > 0 else "less than it set out for" if by < 0 else "what it set out for"
    itself = reaches[_step(declared)]
    if not itself.is_reached or by == 0:
        told = itself.words if itself.words.startswith("Text") else f"{itself.words[:1].lower()}{itself.words[1:]}"
        how += f". On {PURPOSES[declared]} itself: {told.removesuffix('.')}"
    since = f" {when(story, at)}" if at is not None else ""
    return f"It was declared{since} to be for {PURPOSES[declared]}, and came {came}: {how}. {_came_for(story)}"


def _came_for(story: Chronicle) -> str:
    """Count who had come for what."""
    expected = [agency.expects for agency in story.case.agencies]
    parts = [(count(expected.count(purpose)), PURPOSES[purpose]) for purpose in STEPS if purpose in expected]
    first, *rest = parts
    others = (f"{number.lower()} for {purpose}" for number, purpose in rest)
    return f"{listed((f'{first[0]} had come for {first[1]}', *others))}."
