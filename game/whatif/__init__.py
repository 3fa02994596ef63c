"""A finished game, run again with something left out or done otherwise, and what that shows (R11.1)."""
