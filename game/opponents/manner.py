"""Manners and levels: how a computer seat deals with others, and how well it does so, in numbers.

A new manner or level is a new row of numbers, not new code.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from game.rules.ids import AgencyId
from game.rules.luck import draw
from game.rules.temper import Temper


@dataclass(frozen=True, slots=True)
class Level:
    """How much of a mind a seat has; all levels see the same and are bound by the same rules."""

    name: str
    reading: float
    """How much of what others do in public it takes in, 0..1."""
    foresight: float
    """How far it counts what a text will come to once nobody watches, rather than what it says, 0..1."""
    drafts: int
    """How many drafts it compares before it writes a text."""
    slips: float
    """Points by which it misjudges what an option is worth to it, at most, either way."""


BEGINNER = Level("beginner", reading=0.0, foresight=0.0, drafts=1, slips=24.0)
PRACTITIONER = Level("practitioner", reading=0.6, foresight=0.5, drafts=4, slips=8.0)
VETERAN = Level("veteran", reading=1.0, foresight=1.0, drafts=12, slips=0.0)
LEVELS: Mapping[str, Level] = {level.name: level for level in (BEGINNER, PRACTITIONER, VETERAN)}


@dataclass(frozen=True, slots=True)
class Manner:
    """All shares of 1 unless said otherwise; see `MANNERS` for who has which."""

    name: str
    candour: float
    """How much of what it says is straight, and how close its stances are to what it thinks."""
    trust: float
    """How far it takes what others say of themselves at their word."""
    sharing: float
    """How readily it tells facts and what options are worth to it."""
    talkativeness: int
    """How many issues it opens up about at one meeting."""
    regard: float
    """How much the others' worth counts beside its own in the texts it writes."""
    commitment: float
    """How far it goes beyond talk: at 0 it neither tables, signs nor promises anything."""
    first_text: int
    """The round from which it tables a text."""
    pressing: float
    """How readily it leans on those it has leverage over."""
    pliancy: float
    """How much a threat against it counts in its choices."""
    ambition: float
    """Points above what not signing is worth that it wants before it endorses, or signs what nobody makes it sign; with
    little candour this holds for the texts of others only. Below 0 it signs to please."""
    patience: float
    """How long it holds to that: at 0 it gives way from the first round on, at 1 only in the last."""
    conceding: float
    """How readily it grants others a point, and lets go of a text that does not fly."""
    follow_through: float
    """How much it counts on work being repaid in kind, rather than looking at each term alone."""
    pride: float
    """How readily it leaves a room that goes against it, and makes good on threats."""
    prestige: float
    """How much it cares whose name a text bears."""
    level: Level = PRACTITIONER
    """How well it does all that."""

    def at(self, level: Level) -> "Manner":
        """Play the same manner at another level."""
        return replace(self, level=level)


CONSENSUS_BUILDER = Manner(
    name="consensus_builder",
    candour=1.0,
    trust=0.9,
    sharing=1.0,
    talkativeness=3,
    regard=1.0,
    commitment=1.0,
    first_text=2,
    pressing=0.0,
    pliancy=0.8,
    ambition=5.0,
    patience=0.5,
    conceding=1.0,
    follow_through=1.0,
    pride=0.0,
    prestige=0.0,
)
HONEST_BROKER = Manner(
    name="honest_broker",
    candour=1.0,
    trust=0.8,
    sharing=1.0,
    talkativeness=4,
    regard=1.0,
    commitment=1.0,
    first_text=2,
    pressing=0.0,
    pliancy=0.4,
    ambition=2.0,
    patience=0.4,
    conceding=1.0,
    follow_through=1.0,
    pride=0.0,
    prestige=0.0,
)
PRESSER = Manner(
    name="presser",
    candour=0.2,
    trust=0.4,
    sharing=0.2,
    talkativeness=0,
    regard=0.0,
    commitment=1.0,
    first_text=1,
    pressing=1.0,
    pliancy=0.9,
    ambition=12.0,
    patience=0.7,
    conceding=0.1,
    follow_through=0.8,
    pride=0.7,
    prestige=0.3,
)
HARDLINER = Manner(
    name="hardliner",
    candour=0.8,
    trust=0.3,
    sharing=0.3,
    talkativeness=1,
    regard=0.2,
    commitment=1.0,
    first_text=2,
    pressing=0.2,
    pliancy=0.2,
    ambition=14.0,
    patience=1.0,
    conceding=0.0,
    follow_through=0.9,
    pride=0.9,
    prestige=0.2,
)
PLEASER = Manner(
    name="pleaser",
    candour=0.1,
    trust=0.9,
    sharing=0.6,
    talkativeness=1,
    regard=0.7,
    commitment=1.0,
    first_text=3,
    pressing=0.0,
    pliancy=1.0,
    ambition=-30.0,
    patience=0.0,
    conceding=1.0,
    follow_through=0.9,
    pride=0.0,
    prestige=0.0,
)
PRESTIGE_SEEKER = Manner(
    name="prestige_seeker",
    candour=0.6,
    trust=0.5,
    sharing=0.5,
    talkativeness=1,
    regard=0.6,
    commitment=1.0,
    first_text=1,
    pressing=0.3,
    pliancy=0.5,
    ambition=6.0,
    patience=0.6,
    conceding=0.2,
    follow_through=0.9,
    pride=0.6,
    prestige=1.0,
)
TALKER = Manner(
    name="talker",
    candour=1.0,
    trust=0.7,
    sharing=1.0,
    talkativeness=1,
    regard=0.5,
    commitment=0.0,
    first_text=99,
    pressing=0.0,
    pliancy=0.3,
    ambition=8.0,
    patience=0.5,
    conceding=0.7,
    follow_through=0.9,
    pride=0.0,
    prestige=0.0,
)
MANNERS: Mapping[str, Manner] = {
    manner.name: manner
    for manner in (CONSENSUS_BUILDER, HONEST_BROKER, PRESSER, HARDLINER, PLEASER, PRESTIGE_SEEKER, TALKER)
}
MIXED = "mixed"
"""In place of a manner's name: dealt out by the seed."""
AS_WRITTEN = "as_written"
"""In place of a manner's name: as the scenario has it, and dealt out where it leaves that open."""
SOFT = (*(CONSENSUS_BUILDER,) * 4, HONEST_BROKER, PLEASER, TALKER)
HARD = (*(PRESSER,) * 4, HARDLINER, PRESTIGE_SEEKER)
"""What mixed tables are dealt from. How many of which, differs from table to table: more often most than half."""


def deal_manners(
    name: str, agencies: Iterable[AgencyId], seed: int, level: Level = PRACTITIONER
) -> Mapping[AgencyId, Manner]:
    """Give every agency the manner of that name, or deal them out by seed if it is "mixed"; KeyError if there is
    none."""
    if name == MIXED:
        drawn = draw(seed, "mood")
        mood = drawn * drawn * (3.0 - 2.0 * drawn)
        hands = {agency: HARD if draw(seed, "hard", agency) < mood else SOFT for agency in agencies}
        return {agency: hand[int(draw(seed, "manner", agency) * len(hand))].at(level) for agency, hand in hands.items()}
    return dict.fromkeys(agencies, MANNERS[name].at(level))


def manner_named(name: str, level: str, temper: Temper | None) -> Manner:
    """Find the manner of a seat by the names that it was saved under, or as the scenario has it; names that are gone
    since become the usual ones."""
    if name == AS_WRITTEN:
        return manner_of(temper, level_of(level))
    return MANNERS.get(name, CONSENSUS_BUILDER).at(level_of(level))


def level_of(name: str) -> Level:
    """Find a level by name; practitioner where there is none of that name."""
    return LEVELS.get(name, PRACTITIONER)


def manner_of(temper: Temper | None, level: Level = PRACTITIONER) -> Manner:
    """Make a manner of what a scenario says of a seat; a consensus builder where that is nothing we know."""
    if temper is None:
        return CONSENSUS_BUILDER.at(level)
    like = MANNERS.get(temper.like, CONSENSUS_BUILDER)

    def own(share: float | None, usual: float) -> float:
        return usual if share is None else share

    return replace(
        like,
        trust=own(temper.trust, like.trust),
        pride=own(temper.pride, like.pride),
        patience=own(temper.patience, like.patience),
        candour=own(temper.candour, like.candour),
        level=level,
    )
