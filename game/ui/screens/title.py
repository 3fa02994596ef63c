"""Open the game: the idea, the way in, and what was left unfinished."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from game import places
from game.record import JournalError, listing
from game.rules.case import Case
from game.scenario import loading
from game.ui import (
    RETURNED,
    S4,
    S8,
    S24,
    STAY,
    Column,
    Layers,
    Message,
    Middle,
    Modal,
    Press,
    Push,
    Quit,
    Row,
    Run,
    Scroll,
    Shortcut,
    Size,
    Skin,
    Tone,
    Transition,
    Widget,
    button,
    dialog,
    grow,
    heading,
    icon_button,
    name,
    note,
    notice,
    sized,
    small,
)
from game.ui.screens import saved
from game.ui.screens.credits import CreditsScreen
from game.ui.screens.idea import idea
from game.ui.screens.routing import Rooms
from game.ui.screens.scenarios import Found, ScenariosScreen, measure, shelf
from game.ui.screens.seats import SeatsScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.starting import take_up
from game.ui.settings import Preferences

MARGIN = 72.0
GONE = "It cannot be brought back."


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
    found: tuple[Found, ...] | None = None
    to_delete: int | None = None

    def build(self, size: Size) -> Widget:
        """Describe the page: the idea and what one can do, side by side on one axis."""
        right = Column((self._ways(), self._below(size)), gap=S24)
        body = Row((grow(idea()), sized(right, w=420)), gap=88)
        page = Middle(body, min(1140.0, size.w - 2 * MARGIN))
        return Layers((page, self._sure())) if self.to_delete is not None else page

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
            case "delete" if isinstance(message.value, int):
                self.to_delete = message.value
            case "keep":
                self.to_delete = None
            case "delete:sure" if self.to_delete is not None:
                self.notice = saved.delete(self.games[self.to_delete].path)
                self.to_delete, self.games = None, saved_games()
            case "scenario" if isinstance(message.value, int):
                found = (self.found or ())[message.value]
                if found.case is not None:
                    return Push(SeatsScreen(self.preferences, self.doors, found.case, source=found.path.name))
            case "go_on" if self._unfinished:
                return self._resume(self._unfinished.path)
            case key if key == RETURNED:
                self.games, self.notice = saved_games(), ""
            case key if key.startswith("save:"):
                return self._resume(self.games[int(key.removeprefix("save:"))].path)
        return STAY

    @property
    def next_tick(self) -> int | None:
        """Ask for a moment after the first picture, to read the scenarios where there is nothing to go on with."""
        return 0 if self.found is None and not self.games else None

    def tick(self, now_ms: int) -> Transition:
        """Read the scenarios."""
        if self.next_tick is not None:
            self.found = shelf(loading.shipped())
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

    def _below(self, size: Size) -> Widget:
        """List the saved games; where there are none yet, the scenarios to begin with."""
        if self.games:
            rows = Column(tuple(_saved_row(index, game) for index, game in enumerate(self.games)), gap=S8)
            return Column((heading("Saved games"), Scroll("saves", rows, h=size.h * 0.42)), gap=S4)
        cards = tuple(_scenario(index, one.case) for index, one in enumerate(self.found or ()) if one.case is not None)
        words = "Every move of a game is saved as it is made. The next time, your games are listed here."
        return Column((heading("Begin with"), *cards, note(words)), gap=S8)

    def _sure(self) -> Modal:
        """Ask once more before a saved game is deleted."""
        game = self.games[self.to_delete or 0]
        words = game.problem or f"{game.standing} · {game.who}, {game.when}"
        body = Column((name((Run(game.title),)), small((Run(words),), Tone.SOFT), small(GONE)), gap=S4)
        buttons = (button("keep", "Keep it", hint="Esc"), button("delete:sure", "Delete it", icon="trash"))
        return dialog("keep", "Delete this game?", body, buttons, w=460, first="keep")


def _scenario(index: int, case: Case) -> Widget:
    """Offer a scenario."""
    words = Column((name((Run(case.title),)), note((Run(measure(case)),)), small((Run(case.summary.strip()),))), gap=2)
    return Press(
        f"scenario:{index}", words, Skin.CARD, group="scenarios", value=index, sends="scenario", words=case.title
    )


def _saved_row(index: int, game: saved.SavedRow) -> Widget:
    """Show one saved game, a damaged one with its sentence, and let it be deleted."""
    tone = Tone.SOFT if game.problem else Tone.INK
    top = Row((grow(name((Run(game.title),), tone)), note((Run(game.when),))), gap=S8)
    lines: tuple[Widget, ...] = (top, note((Run(game.problem),)))
    if not game.problem:
        lines = (top, note((Run(f"{game.standing} · {game.who}"),)))
    card = Press(
        f"save:{index}",
        Column(lines, gap=2),
        Skin.CARD,
        game.problem,
        group="saves",
        words=game.title,
        tip=game.problem,
    )
    return Row((grow(card), _bin(index, game)), gap=S4)


def _bin(index: int, game: saved.SavedRow) -> Press:
    """Offer to delete a saved game."""
    return replace(icon_button(f"delete:{index}", "trash", f"Delete {game.title}"), value=index, sends="delete")
