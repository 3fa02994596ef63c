"""How much one client may ask for, so that nobody can drown the others out."""

from dataclasses import dataclass


@dataclass(slots=True)
class Bucket:
    """Holds up to `most` drops and wins `rate` a second; each request takes one. Times in seconds."""

    most: float
    rate: float
    level: float = -1.0
    at: float = 0.0

    def take(self, now: float) -> bool:
        """Take a drop if there is one; a clock that jumps back gives nothing and takes nothing."""
        if self.level < 0:
            self.level = self.most
        elif now > self.at:
            self.level = min(self.most, self.level + (now - self.at) * self.rate)
        self.at = now
        if self.level < 1:
            return False
        self.level -= 1
        return True


def messages() -> Bucket:
    """Bound all messages of a connection."""
    return Bucket(most=120, rate=30)


def commands() -> Bucket:
    """Bound what is written down or worked out: commands, changes of seat, calls, drafts to be weighed."""
    return Bucket(most=40, rate=10)


def wrong_codes() -> Bucket:
    """Bound wrong codes from one address; there are enough codes that a whole room may sit behind it."""
    return Bucket(most=40, rate=0.5)


def newcomers() -> Bucket:
    """Bound people who join from one address; a whole room may sit behind one router."""
    return Bucket(most=60, rate=1)


def afterthoughts() -> Bucket:
    """Bound what one person asks of a finished game: each may take the host a while."""
    return Bucket(most=20, rate=0.5)
