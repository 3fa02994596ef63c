"""Choose what to play."""

from dataclasses import dataclass, field
from pathlib import Path

from game.rules.case import Agency, Case
from game.scenario import loading
from game.ui import (
    RETURNED,
    S8,
    S12,
    S16,
    S24,
    STAY,
    Column,
    Flow,
    Frame,
    Grid,
    Message,
    Middle,
    Pad,
    Pop,
    Push,
    Row,
    Rule,
    Run,
    Scroll,
    Share,
    Shortcut,
    Size,
    Stay,
    Transition,
    Widget,
    badge,
    button,
    chip_label,
    choice,
    grow,
    heading,
    name,
    note,
    notice,
    panel,
    sized,
    small,
    spring,
    title,
)
from game.ui.screens.masthead import masthead
from game.ui.screens.routing import Rooms
from game.ui.screens.seats import SeatsScreen
from game.ui.settings import Preferences
from game.ui.sitting import LEFT
from game.ui.tiles import tile


@dataclass(frozen=True, slots=True)
class Found:
    """A scenario file: its case, or the sentence that says why it cannot be played."""

    path: Path
    case: Case | None
    problem: str = ""


def shelf(paths: tuple[Path, ...]) -> tuple[Found, ...]:
    """Load scenarios, the shortest first; those with problems last, with the first problem."""
    found = [_found(path) for path in paths]
    return tuple(sorted(found, key=lambda one: (one.case is None, one.case.minutes if one.case else 0, one.path.name)))


def _found(path: Path) -> Found:
    try:
        return Found(path, loading.load(path))
    except loading.ScenarioProblems as error:
        first, *others = error.problems
        more = f" (… and {len(others)} more)" if others else ""
        return Found(path, None, f"Line {first.line}: {first.message}{more}")


def measure(case: Case) -> str:
    """Say how long a scenario takes and for how many it is."""
    return f"{case.minutes} minutes · {len(case.agencies)} seats · {case.rounds} rounds"


@dataclass(slots=True)
class ScenariosScreen:
    """List the scenarios, and describe the chosen one."""

    preferences: Preferences
    doors: Rooms
    found: tuple[Found, ...] = field(default_factory=lambda: shelf(loading.shipped()))
    chosen: int = 0
    is_entered: bool = False

    @property
    def next_tick(self) -> int | None:
        """Ask for one tick at once when the screen is entered."""
        return None if self.is_entered else 0

    def tick(self, now_ms: int) -> Transition:
        """Put the focus on the chosen scenario, so that the arrows go through the list from there."""
        self.is_entered = True
        return Stay(f"scenario:{self.chosen}")

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        if not self.found:
            body: Widget = Middle(
                notice("No scenario was found. Install the game again, or name a file on the command line.")
            )
        else:
            cards = Column(tuple(self._card(index, one) for index, one in enumerate(self.found)), gap=S8)
            left = Column((heading("Scenarios"), grow(Scroll("list", cards))), gap=S8)
            body = Row((sized(left, w=360, align="stretch"), grow(self._details())), gap=S16, align="stretch")
            body = Middle(sized(body, h=size.h - 48 - 60 - 2 * S12), min(1280.0, size.w - 2 * S24))
        foot = Row((button("back", "Back", icon="arrow-left", hint="Esc"), spring(), self._go()), gap=S12)
        return Column((masthead("New game"), grow(Pad(body, S24, S12)), Pad(foot, S16, S12)), gap=0)

    def on(self, message: Message) -> Transition:
        """Choose, go on or go back."""
        match message.key:
            case "back" | "escape":
                return Pop()
            case "go" if (case := self._case) is not None:
                return Push(SeatsScreen(self.preferences, self.doors, case, source=self.found[self.chosen].path.name))
            case key if key.startswith("scenario:"):
                self.chosen = int(key.removeprefix("scenario:"))
            case key if key == RETURNED and message.value == LEFT:
                return Pop(LEFT)
        return STAY

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys of this screen."""
        return (Shortcut("Return", "Choose seats", "go"), Shortcut("Escape", "Back", "back"))

    @property
    def _case(self) -> Case | None:
        return self.found[self.chosen].case if self.found else None

    def _go(self) -> Widget:
        why = "" if self._case is not None else "This scenario cannot be played as it is."
        return button("go", "Choose seats", icon="users", primary=True, hint="Return", disabled=why)

    def _card(self, index: int, one: Found) -> Widget:
        """Show a scenario in the list."""
        words = one.problem if one.case is None else measure(one.case)
        called = one.path.name if one.case is None else one.case.title
        return choice(
            f"scenario:{index}", (Run(called),), (Run(words),), chosen=index == self.chosen, group="scenarios"
        )

    def _details(self) -> Widget:
        """Describe the chosen scenario."""
        one = self.found[self.chosen]
        if one.case is None:
            advice = small("This file has problems. On the command line, `false-coherence check` lists all of them.")
            return panel(one.path.name, Column((notice((Run(one.problem),), "warn"), advice), gap=S12))
        case = one.case
        top: list[Widget] = [
            badge(f"{case.minutes} minutes"),
            badge(f"{len(case.agencies)} seats"),
            badge(f"{case.rounds} rounds"),
        ]
        if case.is_teaching_version:
            top.append(badge("teaching version", "warn"))
        seats = tuple(_seat(agency, case) for agency in case.agencies)
        pairs = tuple((seats[i], seats[i + 1] if i + 1 < len(seats) else spring()) for i in range(0, len(seats), 2))
        words = (
            title((Run(case.title),)),
            note((Run(case.place),)),
            Row((*top, spring()), gap=S8),
            small((Run(case.summary.strip()),)),
            heading("What it is about"),
            Flow(tuple(chip_label(issue.name) for issue in case.issues)),
            Rule(),
            heading("Who sits at the table"),
            Grid((Share(), Share()), pairs, gap=S16, row_gap=S12, align="start"),
        )
        return Frame(Scroll("details", Column(words, gap=S12)), x=S24, y=S16)


def _seat(agency: Agency, case: Case) -> Widget:
    """Show an agency with its mandate."""
    words = Column((name((Run(agency.name),)), note((Run(agency.mandate.strip()),))), gap=1)
    return Row((tile(agency, case.agencies, 32), grow(words)), gap=S8, align="start")
