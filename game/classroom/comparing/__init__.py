"""All tables of a class compared on one page, for whoever leads it: from its folder, and from its console."""

from game.classroom.comparing.door import ComparingDoor
from game.classroom.comparing.gathering import Gathered, gather

__all__ = ["ComparingDoor", "Gathered", "gather"]
