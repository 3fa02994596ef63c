"""Pause a running game: go on, read the role sheet, change settings, leave."""

from dataclasses import dataclass

from game.ui import (
    S12,
    S24,
    STAY,
    Column,
    Frame,
    Message,
    Middle,
    Pop,
    Push,
    Shortcut,
    Size,
    Tone,
    Transition,
    Widget,
    button,
    grow,
    notice,
    small,
    subtitle,
)
from game.ui.screens.masthead import masthead
from game.ui.screens.settings import SettingsScreen
from game.ui.sitting import BACK, LEFT, Sitting


@dataclass(slots=True)
class MenuScreen:
    """Show the menu of a running game; it holds nothing that only one seat may see."""

    sitting: Sitting

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        bar = masthead(self.sitting.table.scene.title)
        parts: list[Widget] = [subtitle("The game waits" if self.sitting.member is None else "Menu")]
        if self.sitting.is_paused:
            parts.append(notice(self.sitting.notice, "warn"))
        parts.append(small(_saved(self.sitting), Tone.SOFT))
        parts.append(button("back", "Go on", icon="player-play", primary=True, hint="Esc"))
        if not self.sitting.needs_curtain and not self.sitting.is_watching:
            parts.append(button("role", "My role sheet", icon="file-text", hint="R"))
        if self.sitting.preferences is not None:
            parts.append(button("settings", "Settings", icon="settings", hint="S"))
        parts.append(button("leave", _leave(self.sitting), icon="door-exit", hint="L"))
        return Column((bar, grow(Middle(Frame(Column(tuple(parts), gap=S12), x=S24, y=S24), 420))), gap=0)

    def on(self, message: Message) -> Transition:
        """Go on, or where the player wants to go."""
        match message.key:
            case "back" | "escape":
                return BACK
            case "role" if not self.sitting.needs_curtain and not self.sitting.is_watching:
                return self.sitting.answer(self, message)
            case "settings" if self.sitting.preferences is not None:
                return Push(SettingsScreen(self.sitting.preferences))
            case "leave":
                return Pop(LEFT)
        return STAY

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys of this screen."""
        keys = [Shortcut("Escape", "Go on", "back"), Shortcut("L", _leave(self.sitting), "leave")]
        if not self.sitting.needs_curtain and not self.sitting.is_watching:
            keys.append(Shortcut("R", "My role sheet", "role"))
        if self.sitting.preferences is not None:
            keys.append(Shortcut("S", "Settings", "settings"))
        return tuple(keys)


def _leave(sitting: Sitting) -> str:
    return "Leave to the title" if sitting.member is None else "Leave the class"


def _saved(sitting: Sitting) -> str:
    """Say what happens to the game when one leaves."""
    if sitting.member is not None:
        return (
            "The game goes on without you; the host keeps your seat. To come back, join again from this computer with "
            "the same address and code."
        )
    if sitting.is_watching:
        return "A game that is only watched is not saved."
    if sitting.table.is_closed:
        return "This game is finished and saved; the title opens its debrief again."
    return "Every move is saved as it is made. Leave whenever you like; the title offers to go on from here."
