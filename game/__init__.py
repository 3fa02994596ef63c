"""False Coherence: a game about sincere agreement and false coherence between agencies in a peace mission."""

__version__ = "0.1.0"
