"""Words and signs that several sheets share."""

from collections.abc import Iterable, Mapping

from game.handouts.blocks import Tile
from game.pages.icons import COMMUNITIES
from game.record.sentences.letters import letters
from game.record.sentences.narrator import listed, points
from game.rules.case import Issue
from game.rules.ids import AgencyId, FactId, IssueId, OptionId
from game.rules.scene import Scene
from game.rules.vocabulary import Community, Purpose

STRENGTHS: Mapping[int, str] = {1: "weak", 2: "strong", 3: "very strong"}
EXPECTATIONS: Mapping[Purpose, str] = {
    Purpose.INFORMATION: "sharing information, and nothing more",
    Purpose.JOINT_ANALYSIS: "looking at the situation together and understanding it alike",
    Purpose.DIVISION_OF_LABOUR: "agreeing who does what",
    Purpose.COMMON_STRATEGY: "one plan that all follow",
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_DOTS = 5


def community_word(community: Community) -> str:
    """Say what kind of agency it is."""
    return community.value.replace("_", " ")


def tile(scene: Scene, agency: AgencyId) -> Tile:
    """Make the sign of an agency, as the window shows it."""
    face = scene.face(agency)
    community, letter = face.community, letters(scene.agencies).get(agency, "")
    return Tile(community.value, COMMUNITIES[community], community_word(community), face.short, letter)


def carrier_tiles(scene: Scene, issue: IssueId, option: OptionId) -> tuple[Tile, ...]:
    """Make the signs of those who carry an option."""
    return tuple(tile(scene, agency) for agency in scene.option(issue, option).carriers)


def signed(number: float) -> str:
    """Write points won or lost."""
    return f"{number:+g}".replace("-", "−")


def said_points(number: float, said: str = "") -> str:
    """Write points and the word; `said` stands in place of the figure."""
    return f"{said or points(number)} {'point' if abs(number) == 1 else 'points'}"


def counted(number: int, one: str) -> str:
    """Write a number, as a word where it is small, and what it counts."""
    word = _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)
    return f"{word} {one if number == 1 else one + 's'}"


def of_hundred(share: float) -> str:
    """Write a share as dots and in figures, of 100."""
    full = int(share * _DOTS + 0.5)
    return f"{'●' * full}{'○' * (_DOTS - full)} {round(100 * share)}"


def believed(belief: float) -> str:
    """Say in a few words how far somebody believes that something is so."""
    words = ((0.15, "almost surely not"), (0.35, "probably not"), (0.65, "could be either"), (0.85, "probably so"))
    return next((word for limit, word in words if belief < limit), "almost surely so")


def option_names(issues: Iterable[Issue]) -> Mapping[tuple[IssueId, OptionId], str]:
    """Look options up by issue and id."""
    return {(issue.id, option.id): option.name for issue in issues for option in issue.options}


def shift_words(
    shifts: Mapping[FactId, Mapping[IssueId, Mapping[OptionId, int]]], fact: FactId, issues: tuple[Issue, ...]
) -> str:
    """Say what a fact, if true, makes of options: "Convoys −7, Patrols +2"; nothing if it changes nothing."""
    names = option_names(issues)
    found = shifts.get(fact, {})
    return ", ".join(
        f"{names[issue.id, option.id]} {signed(found[issue.id][option.id])}"
        for issue in issues
        for option in issue.options
        if found.get(issue.id, {}).get(option.id)
    )


def present(scene: Scene, agencies: Iterable[AgencyId]) -> str:
    """Name agencies in the order of the case."""
    chosen = frozenset(agencies)
    return listed(face.short for face in scene.agencies if face.id in chosen)
