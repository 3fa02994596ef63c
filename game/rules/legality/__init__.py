"""What a seat may do, from its own view alone: one verifier serves asking and doing (R3.1, R3.2)."""

from game.rules.legality.verification import verify

__all__ = ["verify"]
