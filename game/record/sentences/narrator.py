"""How things are called when somebody tells somebody: "you", a short name, "Text A"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from game.record.sentences.past import Past
from game.rules.ids import AgencyId, FactId, IssueId, NetworkId, OptionId, TextId
from game.rules.scene import Role, Scene
from game.rules.texts import LANES, Term

Run = tuple[str, bool]
"""A piece of text, and whether it is bold."""

LONGEST = 140
"""Characters a sentence should stay under; what is listed is shortened to that. A report is told whole: it is the
answer to what somebody asked, and cut off it would be none."""


@dataclass(frozen=True, slots=True)
class Bold:
    """A word that stands out."""

    text: str


Part = str | Bold


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of the readable record. `about` is whose colour stands beside it; secondary ones may be hidden.

    Words only (`is_words`) are what somebody said about the move in the line above: they need no name again.
    """

    about: AgencyId | None
    runs: tuple[Run, ...]
    is_secondary: bool = False
    is_words: bool = False

    @property
    def text(self) -> str:
        """Return the words alone."""
        return "".join(text for text, _ in self.runs)


def say(about: AgencyId | None, *parts: Part, is_secondary: bool = False) -> Sentence:
    """Put a sentence together and begin it with a capital; a name that ends in a stop brings the stop along."""
    runs: list[Run] = []
    for part in parts:
        text, is_bold = (part.text, True) if isinstance(part, Bold) else (part, False)
        if runs and text[:1] == "." and runs[-1][0][-1] in ".!?":
            text = text[1:]
        if not runs:
            text = text[:1].upper() + text[1:]
        if runs and runs[-1][1] == is_bold:
            runs[-1] = (runs[-1][0] + text, is_bold)
        elif text:
            runs.append((text, is_bold))
    return Sentence(about, tuple(runs), is_secondary)


def aside(about: AgencyId | None, *parts: Part) -> Sentence:
    """Put a secondary sentence together."""
    return say(about, *parts, is_secondary=True)


def joined(parts: Iterable[Part], last: str = " and ") -> tuple[Part, ...]:
    """Set parts in a row: "a, b and c"; "nobody" if there are none."""
    row = tuple(parts)
    if not row:
        return ("nobody",)
    out: list[Part] = [row[0]]
    for number, part in enumerate(row[1:], start=2):
        out += [last if number == len(row) else ", ", part]
    return tuple(out)


def listed(names: Iterable[str]) -> str:
    """Set plain names in a row: "a, b and c"; nothing if there are none."""
    row = tuple(names)
    return row[0] if len(row) == 1 else f"{', '.join(row[:-1])} and {row[-1]}" if row else ""


def percent(share: float) -> str:
    """Say a share of 1 as a percentage."""
    return f"{round(100 * share)} %"


def moved(before: float | None, now: float) -> str:
    """Say how a share of 1 has changed; where it stands, if what it was is not known or looks the same."""
    if before is None or percent(before) == percent(now):
        return f"now stands at {percent(now)}"
    return f"{'rises' if now > before else 'falls'} from {percent(before)} to {percent(now)}"


def points(number: float) -> str:
    """Say a number of points: whole where it is, else with one decimal; a real minus, and none before zero."""
    return f"{round(number, 1) + 0.0:.1f}".removesuffix(".0").replace("-", "−")


def clipped(text: str, room: int) -> str:
    """Shorten a text at a word's end."""
    if len(text) <= room:
        return text
    return text[: max(room - 1, 1)].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def fitting(said: Sequence[str], room: int) -> str:
    """List as much as there is room for, and how much is left; nothing if not even one fits."""
    for shown in range(len(said), 0, -1):
        left = len(said) - shown
        line = "; ".join(said[:shown]) + (f"; and {left} more" if left else "")
        if len(line) <= room:
            return line
    return ""


@dataclass(frozen=True, slots=True)
class Narrator:
    """Tells one viewer; None is somebody without a seat. `role` gives words for what only the viewer knows.

    `past` is what the same viewer was told before.
    """

    scene: Scene
    viewer: AgencyId | None
    role: Role | None = None
    past: Past = field(default_factory=Past)

    @property
    def rounds(self) -> int:
        """Say how many rounds the forum is to have, as was last told."""
        return self.past.rounds or self.scene.rounds

    def is_me(self, agency: AgencyId) -> bool:
        """Say whether the agency is the viewer."""
        return agency == self.viewer

    def who(self, agency: AgencyId) -> Part:
        """Call an agency that does something."""
        return "you" if self.is_me(agency) else Bold(self.scene.face(agency).short)

    def whose(self, agency: AgencyId) -> Part:
        """Call what belongs to an agency."""
        if self.is_me(agency):
            return "your"
        short = self.scene.face(agency).short
        return Bold(f"{short}’" if short.endswith("s") else f"{short}’s")

    def either(self, agency: AgencyId, mine: str, theirs: str) -> str:
        """Choose the word that fits the viewer, or anybody else."""
        return mine if self.is_me(agency) else theirs

    def row(self, agencies: Iterable[AgencyId]) -> tuple[Part, ...]:
        """Call several agencies, the viewer first."""
        mine_first = sorted(agencies, key=lambda agency: not self.is_me(agency))
        return joined(self.who(agency) for agency in mine_first)

    def hearers(self, agencies: Iterable[AgencyId] | None) -> tuple[Part, ...]:
        """Call whom something is told to; None is the room."""
        return ("the room",) if agencies is None else self.row(agencies)

    def text(self, text: TextId) -> Part:
        """Call a text."""
        return "declared lanes" if text == LANES else Bold(f"Text {text}")

    def issue(self, issue: IssueId) -> str:
        """Call an issue."""
        return self.scene.issue(issue).name

    def option(self, issue: IssueId, option: OptionId) -> str:
        """Call an option of an issue."""
        return self.scene.option(issue, option).name

    def fact(self, fact: FactId) -> Bold:
        """Call a fact."""
        return Bold(self.scene.question(fact).name)

    def question(self, fact: FactId) -> str:
        """Ask what a fact is about."""
        return self.scene.question(fact).question.strip()

    def report(self, fact: FactId, *, is_true: bool) -> str:
        """Say how a fact stands, in the words of who was there."""
        question = self.scene.question(fact)
        return (question.if_true if is_true else question.if_false).strip()

    def answer(self, fact: FactId, *, is_true: bool) -> tuple[Part, ...]:
        """Ask what a fact is about, answer in a word, and say how it stands."""
        words = Bold("Yes." if is_true else "No.")
        return (f"{self.question(fact)} ", words, f" {self.report(fact, is_true=is_true)}")

    def network(self, network: NetworkId) -> str:
        """Call a network."""
        return self.scene.network_names.get(network, network.replace("_", " "))

    def terms(self, terms: tuple[Term, ...], room: int = 90) -> str:
        """List what a text settles, as far as there is room for it."""
        options = [self.option(term.issue, term.option) for term in terms]
        said = [f"{self.issue(term.issue)}: {option}" for term, option in zip(terms, options, strict=True)]
        if len("; ".join(said)) > room >= len("; ".join(options)):
            return "; ".join(options)
        return fitting(said, room) or (f"{len(said)} terms" if len(said) != 1 else clipped(said[0], room))
