"""Open the window: at the title, straight into a game, or watching one."""

from pathlib import Path

from game.ui.app import App
from game.ui.screens.title import TitleScreen
from game.ui.settings import Preferences


def main(
    *,
    scenario: Path | None = None,
    seat: str | None = None,
    seed: int | None = None,
    level: str | None = None,
    watch: bool = False,
    shots: Path | None = None,
    language: str | None = None,
) -> int:
    """Run the window until it is closed; the exit code says how it went.

    NoDisplay, ScenarioProblems or JournalError, each with a sentence, if it cannot be.
    """
    if scenario is None and shots is None:
        preferences = Preferences()
        App(TitleScreen(preferences), preferences).run()
        return 0
    from game.ui import straight  # noqa: PLC0415 - it imports the whole game, which the title does not wait for

    return straight.run(scenario, seat, seed, level=level, watch=watch, shots=shots, language=language)
