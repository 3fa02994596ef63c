"""Open the game: the idea, the way in, and what was left unfinished.

The first picture is drawn before anything else is imported or read: see `beyond`.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from game import places
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
    Screen,
    Scroll,
    Shortcut,
    Size,
    Skin,
    Stay,
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
from game.ui.screens.idea import idea
from game.ui.settings import Preferences

if TYPE_CHECKING:
    from game.ui.screens.beyond import Beyond
    from game.ui.screens.routing import Rooms
    from game.ui.screens.saved import SavedRow

MARGIN = 72.0
LIST = 0.42
"""Of the height of the page, for what can be gone on or begun with."""
EXAMPLES = "Two games, seven yeses each"
ALIKE = "The same seven signatures under the same text, come by in two ways. Each opens in its debrief."
GONE = "It cannot be brought back."


@dataclass(slots=True)
class TitleScreen:
    """Offer a new game, the saved ones, settings and credits."""

    preferences: Preferences
    doors: "Rooms | None" = None
    """What leads through a game; those of the game itself unless others are given."""
    notice: str = ""
    games: "tuple[SavedRow, ...] | None" = None
    """The saved games; None until they are read."""
    to_delete: int | None = None
    _offers: tuple[Widget, ...] | None = None
    _beyond: "Beyond | None" = None

    def build(self, size: Size) -> Widget:
        """Describe the page: the idea and what one can do, side by side on one axis."""
        right = Column((self._ways(), self._below(size)), gap=S24)
        body = Row((grow(idea()), sized(right, w=420)), gap=88)
        page = Middle(body, min(1140.0, size.w - 2 * MARGIN))
        return Layers((page, self._sure())) if self.to_delete is not None else page

    def on(self, message: Message) -> Transition:
        """Go where the player wants to go."""
        games, beyond = self._read(), self._reach()
        match message.key:
            case "new":
                return Push(beyond.scenarios())
            case "settings":
                return Push(beyond.settings())
            case "credits":
                return Push(beyond.credits())
            case "quit":
                return Quit()
            case "delete" if isinstance(message.value, int):
                self.to_delete = message.value
            case "keep":
                self.to_delete = None
            case "delete:sure" if self.to_delete is not None:
                self.notice = beyond.delete(games[self.to_delete])
                self.to_delete, self.games = None, None
            case "scenario" if isinstance(message.value, int):
                return Push(beyond.seats(message.value))
            case "example" if isinstance(message.value, Path):
                return self._enter(beyond.example(message.value))
            case "go_on" if self._unfinished:
                return self._enter(beyond.resume(self._unfinished.path))
            case key if key == RETURNED:
                self.games, self.notice = None, ""
                self._read()
                return Stay(focus="go_on" if self._goes_on else "new")
            case key if key.startswith("save:"):
                return self._enter(beyond.resume(games[int(key.removeprefix("save:"))].path))
        self._read()
        return STAY

    @property
    def next_tick(self) -> int | None:
        """Ask for a moment after the first picture, to read what there is to go on or to begin with."""
        return 0 if self.games is None or (not self.games and self._offers is None) else None

    def tick(self, now_ms: int) -> Transition:
        """Read what there is to go on or to begin with."""
        self._read()
        return STAY

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys of this screen."""
        keys = [Shortcut("N", "New game", "new"), Shortcut("S", "Settings", "settings")]
        keys += [Shortcut("C", "Credits", "credits"), Shortcut("Ctrl+Q", "Quit", "quit")]
        first = ("Go on with the latest game", "go_on") if self._goes_on else ("New game", "new")
        keys.insert(0, Shortcut("Return", *first))
        return tuple(keys)

    def _reach(self) -> "Beyond":
        """Import what the title leads to, which the first picture does not wait for."""
        if self._beyond is None:
            from game.ui.screens.beyond import Beyond  # noqa: PLC0415 - the title waits for nothing

            self._beyond = Beyond(self.preferences, self.doors)
        return self._beyond

    def _read(self) -> "tuple[SavedRow, ...]":
        """Read the saved games; where there are none, the scenarios."""
        if self.games is None:
            self.games = self._reach().saved_games()
        if not self.games and self._offers is None:
            self._offers = self._reach().offers()
        return self.games

    @property
    def _awaits_games(self) -> bool:
        """Say whether there seem to be saved games that have not been read, so that the page keeps their place."""
        return self.games is None and any(places.saves().glob("*"))

    @property
    def _unfinished(self) -> "SavedRow | None":
        """Find the latest game that can be gone on with."""
        return next((game for game in self.games or () if not game.problem and not game.is_finished), None)

    @property
    def _goes_on(self) -> bool:
        """Say whether going on comes first."""
        return self._awaits_games or self._unfinished is not None

    def _enter(self, reached: Screen | str) -> Transition:
        """Go into a game, or say why that is not possible."""
        if isinstance(reached, str):
            self.notice = reached
            return STAY
        return Push(reached)

    def _ways(self) -> Widget:
        """List what one can do."""
        first, goes_on = self._unfinished, self._goes_on
        parts: list[Widget] = []
        told = self.notice or self.preferences.notice
        if told:
            parts.append(notice((Run(told),), "warn"))
        if goes_on:
            standing = f"{first.title}: {first.standing}" if first is not None else "Reading your saved games"
            parts.append(button("go_on", "Go on", icon="player-play", primary=True, hint="Return"))
            parts.append(note((Run(standing),), align="center"))
        parts.append(button("new", "New game", icon="flag", primary=not goes_on, hint="" if goes_on else "Return"))
        parts += _examples()
        pair = (
            button("settings", "Settings", icon="settings"),
            button("credits", "Credits", icon="star"),
            button("quit", "Quit", icon="door-exit"),
        )
        parts.append(Row(tuple(grow(one) for one in pair), gap=S8))
        return Column(tuple(parts), gap=S8)

    def _below(self, size: Size) -> Widget:
        """List the saved games; where there are none yet, the scenarios to begin with."""
        if self.games:
            rows = Column(tuple(_saved_row(index, game) for index, game in enumerate(self.games)), gap=S8)
            return Column((heading("Saved games"), Scroll("saves", rows, h=size.h * LIST)), gap=S4)
        if self._awaits_games:
            return heading("Saved games")
        words = "Every move of a game is saved as it is made. The next time, your games are listed here."
        offers = Scroll("offers", Column((*(self._offers or ()), note(words)), gap=S8), h=size.h * LIST)
        return Column((heading("Begin with"), offers), gap=S4)

    def _sure(self) -> Modal:
        """Ask once more before a saved game is deleted."""
        game = self._read()[self.to_delete or 0]
        words = game.problem or f"{game.standing} · {game.who}, {game.when}"
        body = Column((name((Run(game.title),)), small((Run(words),), Tone.SOFT), small(GONE)), gap=S4)
        buttons = (button("keep", "Keep it", hint="Esc"), button("delete:sure", "Delete it", icon="trash"))
        return dialog("keep", "Delete this game?", body, buttons, w=460, first="keep")


def _examples() -> tuple[Widget, ...]:
    """Offer the games that come along, each by the last word of its name."""
    from game.scenario.games import shipped_games  # noqa: PLC0415 - the title waits for nothing

    offered = tuple(
        grow(
            replace(
                button(
                    f"example:{path.stem}",
                    path.stem.rsplit("-", 1)[-1].capitalize(),
                    icon="book",
                    value=path,
                    tip=ALIKE,
                ),
                sends="example",
            )
        )
        for path in shipped_games()
    )
    return (Column((heading(EXAMPLES), Row(offered, gap=S8)), gap=S4),) if offered else ()


def _saved_row(index: int, game: "SavedRow") -> Widget:
    """Show one saved game, a damaged one with its sentence, and let it be deleted."""
    tone = Tone.SOFT if game.problem else Tone.INK
    top = Row((grow(name((Run(game.title),), tone)), note((Run(game.when),))), gap=S8)
    below = note((Run(game.problem or f"{game.standing} · {game.who}"),))
    card = Press(
        f"save:{index}",
        Column((top, below), gap=2),
        Skin.CARD,
        game.problem,
        group="saves",
        words=game.title,
        tip=game.problem,
    )
    return Row((grow(card), _bin(index, game)), gap=S4)


def _bin(index: int, game: "SavedRow") -> Press:
    """Offer to delete a saved game."""
    return replace(icon_button(f"delete:{index}", "trash", f"Delete {game.title}"), value=index, sends="delete")
