"""What a window is told while the host does not answer, or something else answers in its place."""

from game.rules.refusal import Refusal
from game.session.attendance import NO_ANSWER

NOT_CONNECTED = Refusal(
    "no_connection",
    "There is no connection to the host just now, so this was not sent; what you chose is still there. The connection "
    "is tried again by itself.",
)
NOT_ANSWERED = Refusal(
    NO_ANSWER,
    "The host has not answered yet. Your move is sent again by itself until it does; it will not count twice.",
)
STILL_ASKED = Refusal(
    "unanswered", "Your last move has not been answered yet; it is sent again by itself. Wait a moment."
)
NO_QUESTIONS_YET = "The host has not answered yet, so there are no questions to show. Try again in a moment."
UNLIKE_A_HOST = "Something answers at {address}, but it is no host of this game. Check the address and the port."
NOBODY_THERE = (
    "No host answers at {address}. It is tried again by itself. Check the address, and that this computer is on the "
    "same network as the host."
)
