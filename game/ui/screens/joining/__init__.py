"""Being in a class from the window: the door, the seats, and the wait."""
