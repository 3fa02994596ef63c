"""The coach: what a good facilitator would ask now, from what a seat may know and nothing else.

A view goes in, hints come out; each asks first in general, then more nearly, then names what the seat can see and a
command that it could give. What others want is told as a guess, with what it is guessed from.
"""

from game.opponents.coach.advice import TOPICS, advise, hints
from game.opponents.coach.hint import LEVELS, Hint

__all__ = ["LEVELS", "TOPICS", "Hint", "advise", "hints"]
