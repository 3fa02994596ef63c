"""A hint: one topic in three wordings, with the finding it teaches and a command that the seat may give."""

from dataclasses import dataclass

from game.rules.commands import Command

LEVELS = 3
"""Wordings of a hint, from general to concrete."""


@dataclass(frozen=True, slots=True)
class Hint:
    """`urgency`, 0..1, says how much the topic matters now; `command` is legal at this moment."""

    topic: str
    urgency: float
    words: tuple[str, str, str]
    finding: str
    """Of the policy brief."""
    command: Command
