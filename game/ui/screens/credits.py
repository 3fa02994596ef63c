"""Say whose work the game stands on."""

from dataclasses import dataclass

from game import __version__
from game.ui import (
    S12,
    S16,
    S24,
    STAY,
    Column,
    Message,
    Middle,
    Pad,
    Pop,
    Row,
    Scroll,
    Shortcut,
    Size,
    Text,
    Transition,
    Widget,
    button,
    grow,
    panel,
    small,
)
from game.ui.screens.masthead import masthead

IDEA = (
    "The game grew out of the policy brief **Beyond Information Sharing & False Coherence: Interagency Coordination in "
    "International Peace Missions** (October 2007) by Lara Olson and Hrach Gregorian, of the Peacebuilding, "
    "Development and Security Program at the Centre for Military and Strategic Studies, University of Calgary. What "
    "the game makes of it is its own responsibility. The scenarios are put together from many; nobody in them is a "
    "real person.",
    "The four levels in which the carrying out of an accord is measured are those of the Peace Accords Matrix of the "
    "Kroc Institute.",
)
FILES = (
    "**Inter** by Rasmus Andersson and others, and **Atkinson Hyperlegible** of the Braille Institute: typefaces under "
    "the SIL Open Font License 1.1.",
    "**Tabler Icons** by Paweł Kuna and others, under the MIT licence.",
    "The files travel unchanged; their licences lie beside them.",
)
PROGRAMS = (
    "Python, **pygame-ce** on SDL for the window, **NumPy** for the numbers, **pydantic** and **PyYAML** for "
    "scenarios, **Typer** and **Rich** for the command line, **platformdirs** for where saved games live.",
)


@dataclass(slots=True)
class CreditsScreen:
    """Show the credits."""

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        panels = tuple(
            panel(title, Column(tuple(small(one) for one in words), gap=S12))
            for title, words in (("The idea", IDEA), ("Typefaces and icons", FILES), ("Programs", PROGRAMS))
        )
        about = panel("False Coherence", Text(f"Version {__version__}, under the MIT licence.", size=13))
        page = Scroll("page", Middle(Column((*panels, about), gap=S12), min(760.0, size.w - 2 * S24)))
        back = Pad(Row((button("back", "Back", icon="arrow-left", hint="Esc"),)), S16, S12)
        return Column((masthead("Credits"), grow(Pad(page, 7)), back), gap=0)

    def on(self, message: Message) -> Transition:
        """Go back."""
        return Pop() if message.key in ("back", "escape") else STAY

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys of this screen."""
        return (Shortcut("Escape", "Back", "back"),)
