"""Signing: sign, sign but for one term, decline, or raise a doubt."""

from game.ui.screens.signing.screen import SigningScreen

__all__ = ["SigningScreen"]
