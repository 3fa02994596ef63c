"""Games with known causes: what was planted in each, at which command, by whom and on whom.

They lie in the folders `planted` of scripts and recordings. Each differs from `straight`, in which nothing is planted
and all is well, by one cause or two (`pressure`, `pressure-spin`, …).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Final

from endings import DISTRICT

from game.debrief import Chronicle, of_journal
from game.record import read
from game.rules.commands import CableHome, Command, Convene, Press, Share
from game.rules.ids import AgencyId, FactId, RedLineId, TextId
from game.rules.vocabulary import DecisionRule, ForumKind, Purpose, Root

RECORDED = Path(__file__).parent / "recorded" / DISTRICT / "planted"
A: Final = TextId("A")
FORCE, MISSION, DONOR, MINISTRY, RELIEF, GRANTS, COUNCIL = (
    AgencyId(name) for name in ("force", "mission", "donor", "ministry", "relief", "grants", "council")
)


@dataclass(frozen=True, slots=True)
class Plant:
    """A planted cause: what the debrief calls it, `who` is behind it, `whom` it weakened at which root.

    `commands` are those by which it came about. `is_hollowing`: the yeses of `whom` turn hollow by it alone.
    """

    name: str
    kinds: frozenset[str]
    root: Root
    who: AgencyId | None
    whom: tuple[AgencyId, ...]
    commands: tuple[Command, ...]
    is_hollowing: bool = True

    def numbers(self, story: Chronicle) -> tuple[int, ...]:
        """Name the numbers of its commands in a game."""
        return tuple(entry.at for entry in story.entries if entry.command in self.commands)


PLANTS = (
    Plant("pressure", frozenset({"pressure"}), Root.FREE, DONOR, (GRANTS,), (Press(DONOR, GRANTS, A),)),
    Plant(
        "spin",
        frozenset({"a spun account"}),
        Root.INFORMED,
        GRANTS,
        (DONOR,),
        tuple(Share(GRANTS, FactId(fact), DONOR, is_spun=True) for fact in ("village_books", "night_guests")),
    ),
    Plant(
        "voice",
        frozenset({"not asked in time", "not talked to"}),
        Root.HEARD,
        None,
        (RELIEF, COUNCIL),
        (
            Convene(
                FORCE,
                ForumKind.CONTACT_GROUP,
                (MISSION, DONOR, MINISTRY, GRANTS),
                Purpose.JOINT_ANALYSIS,
                DecisionRule.CONSENSUS,
            ),
        ),
        is_hollowing=False,
    ),
    Plant(
        "home",
        frozenset({"a red line at home"}),
        Root.BACKED,
        None,
        (FORCE,),
        (CableHome(FORCE, RedLineId("told_where")),),
    ),
)
"""Behind the veto at home stands the one cable that was refused."""

PLANTED: Mapping[str, tuple[Plant, ...]] = {
    "-".join(plant.name for plant in plants): plants for number in (1, 2) for plants in combinations(PLANTS, number)
}
"""What is planted in each game, by its name."""
STRAIGHT = "straight"


@cache
def planted(name: str) -> Chronicle:
    """Retell a recorded game with known causes, once."""
    return of_journal(read(RECORDED / f"{name}.jsonl"))
