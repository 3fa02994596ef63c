"""What the coach says to whoever plays alone: one hint at a time, nearer on request, no topic twice in a game."""

from dataclasses import dataclass, field

from game.opponents.coach import LEVELS, Hint, advise, hints
from game.rules.view import View


@dataclass(slots=True)
class Coaching:
    """Hold the hint at hand, how near it has come, and what was given before."""

    given: list[str] = field(default_factory=list)
    hint: Hint | None = None
    level: int = 0
    """How many of its wordings have been shown."""
    _view: View | None = field(default=None, repr=False)

    def ask(self, view: View) -> None:
        """Choose a hint, unless nothing has changed since the last one."""
        if self.hint is None or self._view is not view:
            self._choose(view)

    def nearer(self) -> None:
        """Show the next wording."""
        self.level = min(LEVELS, self.level + 1)

    def another(self, view: View) -> None:
        """Choose a hint on something else."""
        self._choose(view)

    def has_another(self, view: View) -> bool:
        """Say whether there is something else to ask about that was not asked yet."""
        return any(hint.topic not in self.given for hint in hints(view))

    @property
    def words(self) -> tuple[str, ...]:
        """Return what has been said of the hint so far."""
        return self.hint.words[: self.level] if self.hint is not None else ()

    def _choose(self, view: View) -> None:
        self.hint, self.level, self._view = advise(view, self.given), 1, view
        if self.hint is not None and self.hint.topic not in self.given:
            self.given.append(self.hint.topic)
