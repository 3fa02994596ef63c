"""The tests that decided a verdict, each in a line that names structures, never characters."""

from dataclasses import dataclass

from game.debrief.chronicle import Chronicle
from game.debrief.words import KINDS, out_of_100, percent, points, share, short_names
from game.rules.course import strongest_by_power
from game.rules.ids import AgencyId, TextId
from game.rules.judgement import Finding, Flip
from game.rules.vocabulary import Kind, Root

THRESHOLDS: dict[str, str] = {
    "hollow_sincerity": "the sincerity under which a yes is called hollow",
    "hollow_root": "how low ‘worth it’ or ‘free’ must be for a yes to be hollow",
    "party_stake": "the stake from which a party counts",
    "false_falsification": "how much more may be said than meant",
    "false_capture": "how many contested terms may go to the strongest",
    "false_heard": "how well those who lost must have been heard",
    "sincere_root": "how strong every root must be",
    "sincere_mean": "the mean sincerity that is asked for",
    "voice_stake": "the stake from which a voice is missed",
}
WEAK: dict[Root, str] = {
    Root.WORTH: "hardly worth it",
    Root.FREE: "could not freely say no",
    Root.INFORMED: "not told what others knew",
    Root.HEARD: "not heard",
    Root.BACKED: "little behind it at home",
}
"""What a weak root means, in a line before the names."""
IN_POINTS = frozenset({"party_stake", "voice_stake"})


@dataclass(frozen=True, slots=True)
class Reason:
    """One test that fired: a short line, what was held against what, and the seats and commands behind it."""

    words: str
    measured: str
    is_against: bool = True
    seats: tuple[AgencyId, ...] = ()
    commands: tuple[int, ...] = ()


def reasons_of(story: Chronicle, text: TextId) -> tuple[Reason, ...]:
    """List why an accord was judged as it was, as signed and as lived."""
    verdict, lived = story.judged[text].verdict, story.lived_as(text)
    found = [_reason(story, text, finding) for finding in verdict.findings]
    if verdict.kind is Kind.SINCERE:
        found.append(Reason("every root of every signature holds", _all_hold(story), is_against=False))
    needed = story.ruleset.lived_rate
    is_delivered = lived.rate >= needed
    words = f"{out_of_100(lived.rate)} was carried out"
    measured = f"{lived.rate:.0f}, where {needed:.0f} of 100 counts as delivered"
    found.append(Reason(words, measured, is_against=not is_delivered))
    if lived.held_back:
        words = f"held back: {short_names(story.case, lived.held_back)}"
        half = percent(story.ruleset.lived_effort)
        found.append(Reason(words, f"less than {half} of full effort, and a weak root", True, lived.held_back))
    if lived.is_coerced:
        found.append(Reason("delivered under a false signature", "coerced: a false yes stays false", True))
    return tuple(found)


def _all_hold(story: Chronicle) -> str:
    rules = story.ruleset
    return f"no root below {share(rules.sincere_root)}, mean sincerity at least {share(rules.sincere_mean)}"


def _reason(story: Chronicle, text: TextId, one: Finding) -> Reason:
    words, measured = _words(story, text, one)
    return Reason(words, measured, True, one.seats, one.commands)


def _words(story: Chronicle, text: TextId, one: Finding) -> tuple[str, str]:
    who = short_names(story.case, one.seats)
    value, limit = share(one.value), share(one.threshold)
    if one.test.startswith("weak_"):
        root = Root(one.test.removeprefix("weak_"))
        return f"{WEAK[root]}: {who}", f"{root}: the weakest {value}, where {limit} is asked for"
    match one.test:
        case "hollow":
            return f"hollow: {who}", f"the lowest sincerity {value}; hollow below {limit}"
        case "falsification":
            return "far more was said than meant", f"mean gap {value}, where up to {limit} is usual"
        case "capture":
            top = strongest_by_power(story.end.scene, frozenset(story.accord(text).parties))
            winner = story.agency(top[0]).short if len(top) == 1 else "the strongest"
            lost = f"lost by {who}, who were hardly heard" if one.seats else "and hardly anybody was heard"
            return f"{percent(one.value)} of contested terms to {winner}", f"limit {percent(one.threshold)}; {lost}"
        case "mean_sincerity":
            return "sincerity is thin on average", f"{value}, where {limit} is asked for"
        case _:
            return f"missing voice before tabling: {who}", f"{one.value:.0f} not invited, with much at stake"


def flip_words(story: Chronicle, text: TextId) -> str:
    """Say how near the verdict was to another (R6.4)."""
    flip = story.judged[text].verdict.flip
    if flip is None:
        return "No single threshold, moved alone, would turn it."
    return f"{_distance(flip)} from “{KINDS[flip.would_be]}”"


def nearness_words(story: Chronicle, text: TextId) -> str:
    """Say how near the signatures, apart from the year, were to another name."""
    words = flip_words(story, text)
    if story.judged[text].verdict.flip is None:
        return words
    return f"As signed: {KINDS[story.judged[text].verdict.kind]}, {words[:1].lower()}{words[1:]}"


def flip_meaning(story: Chronicle, text: TextId) -> str:
    """Say what the distance is measured on."""
    flip = story.judged[text].verdict.flip
    if flip is None:
        return "More than one thing speaks for it, so no single line, drawn elsewhere, would change its name."
    now = getattr(story.ruleset, flip.threshold)
    written = points(now) if flip.threshold in IN_POINTS else share(now)
    return (
        f"The line that matters most is {THRESHOLDS.get(flip.threshold, flip.threshold)}, drawn at {written}. "
        f"Drawn {_distance(flip).lower()} away from there, the same signatures would be called {KINDS[flip.would_be]}."
    )


def _distance(flip: Flip) -> str:
    if flip.threshold in IN_POINTS:
        return f"{points(flip.distance)} points"
    return share(flip.distance) if flip.distance >= 0.005 else "A hair"
