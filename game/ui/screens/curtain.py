"""Hide everything between two persons at one computer."""

from dataclasses import dataclass, field

from game.record.sentences import Sentence
from game.rules.ids import AgencyId
from game.rules.scene import Scene
from game.ui import (
    S8,
    S12,
    S16,
    S24,
    STAY,
    Column,
    Frame,
    Message,
    Middle,
    Row,
    Run,
    Scroll,
    Shortcut,
    Size,
    Text,
    Tone,
    Transition,
    Widget,
    button,
    grow,
    heading,
    note,
    title,
)
from game.ui.screens.masthead import masthead
from game.ui.screens.year.page import record_line
from game.ui.sitting import Sitting
from game.ui.tiles import tile

GUARD_MS = 500
"""How long no key must have been pressed before the curtain can be lifted."""
MOST_LINES = 40
"""Lines of what happened meanwhile; older ones are in the record of the table."""


@dataclass(slots=True)
class CurtainScreen:
    """Say whose turn it is and what everybody has seen meanwhile; nothing of any seat's own."""

    sitting: Sitting
    _is_quiet: bool = field(default=False, repr=False)
    _due: int | None = field(default=None, repr=False)

    @property
    def seat(self) -> AgencyId:
        """Name the seat whose turn it is."""
        return self.sitting.due_person or self.sitting.seat

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        scene, seat = self.sitting.table.scene, self.seat
        face = scene.face(seat)
        holder = self.sitting.table.roster[seat]
        called = title((Run(_call(holder.name, face.name)),))
        asked = Text((Run(_ask(holder.name, face.name)),), tone=Tone.SOFT)
        who = Row((tile(face, scene.agencies, 56), grow(Column((called, asked), gap=2))), gap=S16)
        go = Row(
            (button("sit", "I sit here now", primary=True, hint="Return"), note("Everybody else looks away.")), gap=S12
        )
        parts = (who, go, *_meanwhile(scene, self.sitting.public_since(seat)))
        card = Frame(Column(parts, gap=S16), x=S24, y=S24)
        return Column((masthead(scene.title), grow(Middle(card, min(720.0, size.w - 2 * S24)))), gap=0)

    def on(self, message: Message) -> Transition:
        """Let the person sit down, or show the menu."""
        if message.key == "sit" and self._is_quiet:
            self.sitting.sit_down(self.seat)
            return self.sitting.route(self)
        if message.key == "sit":  # a key still held or pressed once too often must not lift the curtain
            self._due = None
            return STAY
        if message.key in ("role", "hurry"):
            return self.sitting.route(self)
        return self.sitting.answer(self, message)

    @property
    def next_tick(self) -> int | None:
        """Wait until no key has been pressed for a moment."""
        return None if self._is_quiet else self._due or 0

    def tick(self, now_ms: int) -> Transition:
        """Become ready to be lifted."""
        if self._due is None:
            self._due = now_ms + GUARD_MS
        self._is_quiet = now_ms >= self._due
        return STAY

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys of this screen."""
        return (
            Shortcut("Return", "Sit down", "sit"),
            Shortcut("Escape", "Menu: settings, leave the game", "menu"),
        )


def _call(person: str, agency: str) -> str:
    """Say whose turn it is."""
    return f"{person}, it is your turn" if person else f"It is the turn of {agency}"


def _ask(person: str, agency: str) -> str:
    """Say what to do."""
    return f"You play {agency}. Please sit down at the screen." if person else "Please change places at the screen."


def _meanwhile(scene: Scene, told: tuple[Sentence, ...]) -> tuple[Widget, ...]:
    """Tell what everybody saw since this person last acted."""
    lines = [sentence for sentence in told if not sentence.is_secondary][-MOST_LINES:]
    if not lines:
        return ()
    rows = Column(tuple(record_line(scene, sentence, 20) for sentence in lines), gap=S8)
    shown = Scroll("meanwhile", rows, from_end=True, h=min(260.0, 36.0 * len(lines) + 12))
    return (heading("What everybody has seen since your last move"), shown)
