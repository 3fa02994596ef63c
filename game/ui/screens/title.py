"""Open the game: the idea, the way in, and what was left unfinished."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from game import places
from game.record import JournalError, listing
from game.ui import (
    LARGE,
    RETURNED,
    S4,
    S8,
    S12,
    S16,
    S24,
    SEMIBOLD,
    STAY,
    AgencyTile,
    Box,
    Canvas,
    Column,
    Dot,
    GapLine,
    Leaf,
    Message,
    Middle,
    Press,
    Push,
    Quit,
    Row,
    Run,
    Scroll,
    Shortcut,
    Size,
    Skin,
    Space,
    Text,
    Tone,
    Transition,
    Widget,
    button,
    grow,
    heading,
    name,
    note,
    notice,
    sized,
    small,
    spring,
)
from game.ui.screens import saved
from game.ui.screens.credits import CreditsScreen
from game.ui.screens.routing import Rooms
from game.ui.screens.scenarios import ScenariosScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.starting import take_up
from game.ui.settings import Preferences
from game.ui.widget import Ruler, Sight

MARGIN = 72.0
IDEA = "Everybody at the table can say yes. What counts is who carries it out when nobody is in the room to watch."
MOTIF = (
    ("military", 0.72, ""),
    ("political", 0.5, ""),
    ("donor", 0.86, ""),
    ("host_government", 0.28, "guarded"),
    ("humanitarian", -0.62, "hollow"),
    ("development", 0.64, ""),
    ("civil_society", -0.3, "hollow"),
)
"""(community, what it means in private from -1 to 1, how its yes is): said in public is 1 for all."""


def saved_games() -> tuple[saved.SavedRow, ...]:
    """List the saved games as they now are on disk."""
    return saved.rows(listing(places.saves()), datetime.now().astimezone())


@dataclass(slots=True)
class TitleScreen:
    """Offer a new game, the saved ones, settings and credits."""

    preferences: Preferences
    doors: Rooms
    notice: str = ""
    games: tuple[saved.SavedRow, ...] = field(default_factory=saved_games)

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        h = min(size.h - 2 * MARGIN, 640.0)
        right = Column((self._ways(), grow(self._saved())), gap=S24)
        body = Row((grow(_idea()), sized(right, w=420, align="stretch")), gap=88, align="start")
        return Middle(sized(body, h=h), min(1140.0, size.w - 2 * MARGIN))

    def on(self, message: Message) -> Transition:
        """Go where the player wants to go."""
        match message.key:
            case "new":
                return Push(ScenariosScreen(self.preferences, self.doors))
            case "settings":
                return Push(SettingsScreen(self.preferences))
            case "credits":
                return Push(CreditsScreen())
            case "quit":
                return Quit()
            case "go_on" if self._unfinished:
                return self._resume(self._unfinished.path)
            case key if key == RETURNED:
                self.games, self.notice = saved_games(), ""
            case key if key.startswith("save:"):
                return self._resume(self.games[int(key.removeprefix("save:"))].path)
        return STAY

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys of this screen."""
        keys = [Shortcut("N", "New game", "new"), Shortcut("S", "Settings", "settings")]
        keys += [Shortcut("C", "Credits", "credits"), Shortcut("Ctrl+Q", "Quit", "quit")]
        first = ("Go on with the latest game", "go_on") if self._unfinished else ("New game", "new")
        keys.insert(0, Shortcut("Return", *first))
        return tuple(keys)

    @property
    def _unfinished(self) -> saved.SavedRow | None:
        """Find the latest game that can be gone on with."""
        return next((game for game in self.games if not game.problem and not game.is_finished), None)

    def _resume(self, path: Path) -> Transition:
        """Take a saved game up, or say why that is not possible."""
        try:
            sitting = take_up(path, self.preferences, self.doors)
        except JournalError as error:
            self.notice = error.sentence
            return STAY
        return Push(self.doors.first(sitting))

    def _ways(self) -> Widget:
        """List what one can do."""
        first = self._unfinished
        parts: list[Widget] = []
        told = self.notice or self.preferences.notice
        if told:
            parts.append(notice((Run(told),), "warn"))
        if first is not None:
            parts.append(button("go_on", "Go on", icon="player-play", primary=True, hint="Return"))
            parts.append(note((Run(f"{first.title}: {first.standing}"),), align="center"))
        parts.append(button("new", "New game", icon="flag", primary=first is None, hint="" if first else "Return"))
        pair = (
            button("settings", "Settings", icon="settings"),
            button("credits", "Credits", icon="star"),
        )
        parts.append(Row(tuple(grow(one) for one in pair), gap=S8))
        parts.append(button("quit", "Quit", icon="door-exit"))
        return Column(tuple(parts), gap=S8)

    def _saved(self) -> Widget:
        """List the saved games."""
        if not self.games:
            words = "Nothing saved yet. Every move of a game is saved as it is made, and it will be listed here."
            return Column((heading("Saved games"), small(words, Tone.SOFT)), gap=S8)
        rows = Column(tuple(_saved_row(index, game) for index, game in enumerate(self.games)), gap=S8)
        return Column((heading("Saved games"), grow(Scroll("saves", rows))), gap=S4)


def _saved_row(index: int, game: saved.SavedRow) -> Widget:
    """Show one saved game; a damaged one with its sentence."""
    tone = Tone.SOFT if game.problem else Tone.INK
    top = Row((grow(name((Run(game.title),), tone)), note((Run(game.when),))), gap=S8)
    lines: tuple[Widget, ...] = (top, note((Run(game.problem),)))
    if not game.problem:
        lines = (top, note((Run(f"{game.standing} · {game.who}"),)))
    return Press(
        f"save:{index}",
        Column(lines, gap=2),
        Skin.CARD,
        game.problem,
        group="saves",
        words=game.title,
        tip=game.problem,
    )


def _idea() -> Widget:
    """Show the name, the idea and the sign of the game."""
    top = Column(
        (
            Text("False Coherence", size=44, weight=700, leading=1.15),
            Text(IDEA, size=LARGE, tone=Tone.SOFT, leading=1.4),
        ),
        gap=S12,
    )
    return Column((top, Space(h=S16), _motif()), gap=S12)


def _motif() -> Widget:
    """Draw seven signatures: said in public, meant in private, and what lies between."""
    rows: list[Widget] = [
        Row((Text("Seven agencies, seven times yes", size=13, weight=SEMIBOLD, tone=Tone.SOFT), spring()), gap=S8)
    ]
    for community, meant, how in MOTIF:
        line = GapLine(1.0, meant, hollow=how == "hollow", guarded=how == "guarded")
        rows.append(Row((AgencyTile(community, 28), grow(line)), gap=S12))
    legend = Row(
        (
            Dot(full=False, size=12),
            note("said in public"),
            Space(w=S8),
            Dot(size=12),
            note("meant in private"),
            Space(w=S8),
            _Dashes(),
            note("a yes with nothing behind it"),
        ),
        gap=6,
    )
    return Column((*rows, Space(h=2), legend), gap=S8)


@dataclass(frozen=True, slots=True)
class _Dashes(Leaf):
    """Draw a short dashed line for the legend."""

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Be as wide as three dashes."""
        return Size(26, 12)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw the line in the middle."""
        canvas.dashes(Box(box.x, box.middle[1] - 2, box.w, 4), Tone.BAD)
