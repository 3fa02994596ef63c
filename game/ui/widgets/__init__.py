"""Hold the widgets; import them from `game.ui`."""
