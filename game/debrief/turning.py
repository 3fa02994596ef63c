"""What would have turned it, as far as it can be read off the values; what only a replay could tell is left open."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.debrief.bending import BENDS, QUARTER
from game.debrief.chronicle import Chronicle
from game.debrief.findings import flip_meaning, flip_words
from game.debrief.lanes import lane_rows
from game.debrief.roots import cause
from game.debrief.terms import term_rows
from game.debrief.words import ROOTS, names, percent, share, text_name
from game.rules.events import FellThrough
from game.rules.ids import AgencyId, TextId
from game.rules.judgement import Evidence, LivedAccord, RootReading
from game.rules.vocabulary import Root

MOST = 6
"""Causes told for one accord."""
STALLED = 1.0
"""A term below this level hardly moved."""
CAVEAT = (
    "These are read off the values as they were. Whether somebody would then still have signed, or what the "
    "others would "
    "have done, only a game played again from that point can tell."
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing that would have made a difference: what, how much, and the command it is about."""

    lead: str
    words: str
    gain: float = 0.0
    at: int | None = None
    whom: AgencyId | None = None


def turns(story: Chronicle, text: TextId | None) -> tuple[Turn, ...]:
    """List what would have turned an accord, or (None) the forum as a whole."""
    if text is None:
        return tuple(_forum(story))
    near = Turn(f"{flip_words(story, text).rstrip('.')}.", flip_meaning(story, text))
    causes = sorted(_causes(story, text), key=lambda turn: -turn.gain)
    return (near, *causes[:MOST], *_year(story, story.lived_as(text)))


def _causes(story: Chronicle, text: TextId) -> Iterator[Turn]:
    """Take away, one by one, what lowered the roots of hollow and weak signatures."""
    for seat, reading in story.judged[text].signatures.items():
        for root, of in reading.roots.items():
            if of.value >= story.ruleset.sincere_root and not (reading.is_hollow and root is reading.weakest):
                continue
            for one in of.evidence:
                without = _without(root, of, one)
                if (root, one.what) in BENDS and without - of.value >= 0.01:
                    yield _turn(story, text, seat, root, of, one, without)


def _without(root: Root, of: RootReading, one: Evidence) -> float:
    """Add a root up again with one cause left out."""
    if root is Root.HEARD:
        return of.value + (QUARTER if one.amount == 0 else 0.0)
    if one.what == "red_line":
        return of.value
    base = 0.0 if root is Root.BACKED else 1.0
    total = base + sum(other.amount for other in of.evidence if other is not one)
    return min(1.0, max(0.0, total))


def _turn(
    story: Chronicle, text: TextId, seat: AgencyId, root: Root, of: RootReading, one: Evidence, without: float
) -> Turn:
    told = cause(story, text, seat, root, one)
    name = story.agency(seat).name
    at = one.at if root is not Root.HEARD else None
    lead = LEADS.get(one.what, "without this") if at is None else f"without command {at}"
    words = f"{told.words} Otherwise ‘{ROOTS[root]}’ would have been {share(without)} instead of {share(of.value)}."
    return Turn(f"{name}, {lead}:", words, without - of.value, at, seat)


LEADS: dict[str, str] = {
    "chair_leverage": "with another chair, or its power granted aloud",
    "withheld": "with what others knew",
    "spun": "with a straight account",
    "invited": "asked before it was written",
    "consulted": "talked to by a sponsor",
    "met_halfway": "met halfway",
    "level_room": "in a level room",
    "purpose_gap": "with a purpose that fitted what it had come for",
}


def _year(story: Chronicle, lived: LivedAccord) -> Iterator[Turn]:
    """Say what the year would have needed."""
    needed = story.ruleset.lived_rate
    if lived.rate >= needed:
        spare = lived.rate - needed
        yield Turn("In the year after:", f"{spare:.0f} of 100 to spare above the {needed:.0f} that count as delivered.")
        return
    yield Turn("In the year after:", f"{needed - lived.rate:.0f} more of 100 and it would have counted as delivered.")
    for row in term_rows(story, lived.accord):
        given = {carrier: lived.given.get(carrier, 0.0) for carrier in row.carriers}
        if row.level < STALLED and given:
            least = min(given, key=lambda carrier: given[carrier])
            words = (
                f"{row.option} hardly moved. Of those who carry it, {story.agency(least).name} gave least: "
                f"{percent(given[least])}."
            )
            yield Turn(f"{row.name}:", words, 0.0, None, least)


def _forum(story: Chronicle) -> Iterator[Turn]:
    """Say what a forum without an accord that decides would have needed."""
    outcome, rules = story.outcome, story.ruleset
    if outcome.left:
        words = "With it in the room, accords or lanes would have been judged for what they were."
        yield Turn(f"If {names(story.case, outcome.left)} had come back:", words)
    for game_round, fell in story.fallen:
        yield Turn(f"{text_name(fell.text)} fell through in round {game_round}:", _fell(story, fell))
    missing = rules.forum_complementarity - outcome.complementarity
    if missing > 0:
        words = (
            f"the lanes fitted to {percent(outcome.complementarity)}; {percent(rules.forum_complementarity)} would "
            "have made it side by side."
        )
        yield Turn(f"{percent(missing)} short of side by side:", words)
    else:
        words = (
            f"the lanes fitted to {percent(outcome.complementarity)}, where {percent(rules.forum_complementarity)} "
            "is asked for."
        )
        yield Turn(f"{percent(-missing)} to spare:", words)
    for row in lane_rows(story):
        if row.fit < 1.0 or row.level < STALLED:
            yield Turn(f"{row.name}:", row.words)


def _fell(story: Chronicle, fell: FellThrough) -> str:
    who = names(story.case, fell.through)
    match fell.why:
        case "blocked":
            return f"{who} blocked it."
        case "not_signed":
            return f"{who} did not sign, and the rule of decision needed it."
        case "amended_since":
            return "it was amended between the call and the signing."
        case "settled_since":
            return "another accord had settled its issues meanwhile."
        case "too_few":
            return "fewer than two signed."
        case _:
            return "no term was signed by all who would have had to carry it."
