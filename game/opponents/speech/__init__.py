"""What a computer seat says about its move: the reason it would give to those who saw it, in its own voice.

`saying` chooses the words, `moves` knows which moves are spoken of and to whom, `names` what words can speak of.
Phrases exist by language: another language is one more folder beside `english` and one more row in `languages`.
"""

from game.opponents.speech.moves import EVERYBODY, hearer_of
from game.opponents.speech.saying import say, words_for

__all__ = ["EVERYBODY", "hearer_of", "say", "words_for"]
