"""What a class asks once its debrief is open and that takes the host a while: worked out away from the class's loop."""

from game.classroom.afterthoughts.door import Door
from game.classroom.afterthoughts.working import Workshop

__all__ = ["Door", "Workshop"]
