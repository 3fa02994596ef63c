"""Why a command is not accepted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """A code for machines, a sentence for people that says what would be allowed, and what it is about."""

    code: str
    sentence: str
    about: str = ""
