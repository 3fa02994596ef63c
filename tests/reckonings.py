"""What running a game again shows, made quickly for tests of what is shown of it: true changes, made-up shares."""

from functools import cache

from endings import story_of, told

from game.debrief import Chronicle
from game.rules.ids import AgencyId, TextId
from game.session import Table
from game.whatif import Reckoning, Share, Shares, scan, turning_points
from game.whatif.causes import causes_of

MOST = 6


def quickly(story: Chronicle) -> Reckoning:
    """Reckon without pairs; a cause's share is what it took from a root, for its true share takes many games."""
    found = scan(story, with_pairs=False)
    shares = {lived.accord: _shares(story, lived.accord) for lived in story.lived}
    return Reckoning(found, shares, turning_points(story, found))


@cache
def reckoned(name: str, script: str) -> Reckoning:
    """Reckon a played script quickly, once."""
    return quickly(told(name, script))


def reckoned_table(table: Table) -> Reckoning:
    """Reckon a finished game quickly."""
    return quickly(story_of(table))


def _shares(story: Chronicle, text: TextId) -> tuple[Shares, ...]:
    hollow = [seat for seat, reading in story.judged[text].signatures.items() if reading.is_hollow]
    return tuple(_of(story, text, seat) for seat in (None, *hollow))


def _of(story: Chronicle, text: TextId, seat: AgencyId | None) -> Shares:
    causes = causes_of(story, text, seat)[:MOST]
    shares = tuple(Share(cause, cause.amount / 10, min(1.0, 0.4 + cause.amount / 10)) for cause in causes)
    return Shares(seat, 0.4, 0.4 + sum(share.taken for share in shares), shares)
