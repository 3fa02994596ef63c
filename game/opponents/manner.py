"""Manners: how a computer seat deals with others, in numbers. A new manner is a new row of numbers, not new code."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.rules.ids import AgencyId
from game.rules.luck import draw


@dataclass(frozen=True, slots=True)
class Manner:
    """All shares of 1 unless said otherwise; see `MANNERS` for who has which."""

    name: str
    candour: float
    """How much of what it says is straight, and how close its stances are to what it thinks."""
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
    little candour this holds for the texts of others only."""
    conceding: float
    """How readily it grants others a point, and lets go of a text that does not fly."""
    follow_through: float
    """How much it counts on work being repaid in kind, rather than looking at each term alone."""
    pride: float
    """How readily it leaves a room that goes against it, and makes good on threats."""


CONSENSUS_BUILDER = Manner(
    name="consensus_builder",
    candour=1.0,
    sharing=1.0,
    talkativeness=3,
    regard=1.0,
    commitment=1.0,
    first_text=2,
    pressing=0.0,
    pliancy=0.8,
    ambition=5.0,
    conceding=1.0,
    follow_through=1.0,
    pride=0.0,
)
PRESSER = Manner(
    name="presser",
    candour=0.2,
    sharing=0.2,
    talkativeness=0,
    regard=0.0,
    commitment=1.0,
    first_text=1,
    pressing=1.0,
    pliancy=0.9,
    ambition=12.0,
    conceding=0.1,
    follow_through=0.8,
    pride=0.7,
)
TALKER = Manner(
    name="talker",
    candour=1.0,
    sharing=1.0,
    talkativeness=1,
    regard=0.5,
    commitment=0.0,
    first_text=99,
    pressing=0.0,
    pliancy=0.3,
    ambition=8.0,
    conceding=0.7,
    follow_through=0.9,
    pride=0.0,
)
MANNERS: Mapping[str, Manner] = {manner.name: manner for manner in (CONSENSUS_BUILDER, PRESSER, TALKER)}
MIXED = "mixed"


def deal_manners(name: str, agencies: Iterable[AgencyId], seed: int) -> Mapping[AgencyId, Manner]:
    """Give every agency the manner of that name, or deal them out by seed if it is "mixed"; KeyError if there is
    none."""
    if name == MIXED:
        hand = (*(CONSENSUS_BUILDER, PRESSER) * 3, TALKER)
        return {agency: hand[int(draw(seed, "manner", agency) * len(hand))] for agency in agencies}
    manner = MANNERS[name]
    return dict.fromkeys(agencies, manner)
