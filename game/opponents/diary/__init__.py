"""A computer seat's diary: what it thought in private when it moved, and why it moved so.

It is worked out anew from the seat's view, its manner and its luck, and holds nothing that the seat could not know.
"""

from game.opponents.diary.guesses import Guess, guesses_of
from game.opponents.diary.phrases import PHRASES
from game.opponents.diary.thought import Thought, is_written_in, think, trust_words
from game.opponents.diary.why import Why
from game.opponents.diary.worths import Worth, worth_of

__all__ = [
    "PHRASES", "Guess", "Thought", "Why", "Worth", "guesses_of", "is_written_in", "think", "trust_words", "worth_of",
]  # fmt: skip
