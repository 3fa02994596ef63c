"""What a class needs on paper: sheets as plain values, set as HTML and, with the extra `pdf`, as PDF."""

from game.handouts.folder import Printed, PrintError, print_handouts
from game.pages.typesetting import NoTypst

__all__ = ["NoTypst", "PrintError", "Printed", "print_handouts"]
