"""A computer seat's move: a view in, a command out."""

from collections.abc import Iterator

from game.opponents.assent import signing, stances
from game.opponents.convening import convening, vote
from game.opponents.corridor import corridor
from game.opponents.floor import doubt, floor
from game.opponents.luck import Luck
from game.opponents.manner import Manner
from game.opponents.year import ballot, efforts, settling
from game.rules.commands import Command, Pass
from game.rules.legality import verify
from game.rules.room import Doubt, Motion
from game.rules.view import View
from game.rules.vocabulary import Phase


def choose(view: View, manner: Manner, luck: Luck) -> Command:
    """Choose the seat's next command; always one that the rules accept, `Pass` where nothing better is open."""
    for command in wishes(view, manner, luck):
        if verify(view, command) is None:
            return command
    return Pass(view.seat)


def wishes(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Offer what the seat would like to do, the dearest first; not all of it need be allowed."""
    match view.room.interlude:
        case Motion() as motion:
            yield vote(view, manner, motion)
            return
        case Doubt(text, _, _):
            yield from doubt(view, manner, view.room.texts[text])
            return
    match view.room.phase:
        case Phase.CONVENING:
            yield from convening(view, manner)
        case Phase.CORRIDOR:
            yield from corridor(view, manner, luck)
        case Phase.FLOOR:
            yield from floor(view, manner, luck)
        case Phase.STANCES:
            yield from stances(view, manner, luck)
        case Phase.SIGNING:
            yield from signing(view, manner, luck)
        case Phase.BALLOT:
            yield from ballot(view, manner)
        case Phase.SETTLING:
            yield from settling(view, manner, luck)
        case Phase.FIRST_EFFORTS | Phase.SECOND_EFFORTS:
            yield from efforts(view, manner)
        case Phase.CLOSED:
            return
