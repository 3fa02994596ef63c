"""Single-minded ways to play, for asking whether one of them is best whatever the others do (rules section 12)."""

from collections.abc import Callable, Mapping

from game.opponents.corridor import glad_lanes
from game.opponents.ledger import read_text
from game.opponents.luck import Luck
from game.opponents.manner import CONSENSUS_BUILDER, PRESSER, TALKER
from game.opponents.seat import choose
from game.rules.commands import Command, DeclareLane, Decline, Pass, Sign, TakeStance
from game.rules.course import open_texts, signing_now
from game.rules.legality import verify
from game.rules.view import View
from game.rules.vocabulary import Phase, Stance

Strategy = Callable[[View, Luck], Command]


def never_sign(view: View, luck: Luck) -> Command:
    """Take part in everything, and put the name under nothing."""
    text = signing_now(view.room)
    return Decline(view.seat, text) if text is not None else choose(view, CONSENSUS_BUILDER, luck)


def always_press(view: View, luck: Luck) -> Command:
    """Press whoever can be pressed for one's own text."""
    return choose(view, PRESSER, luck)


def sign_and_shirk(view: View, luck: Luck) -> Command:
    """Endorse and sign everything that crosses no red line, and deliver nothing."""
    text = signing_now(view.room)
    if text is not None:
        crossed = read_text(view, view.room.texts[text]).crossed
        return Decline(view.seat, text) if crossed else Sign(view.seat, text)
    if view.room.phase is Phase.STANCES:
        left = [one for one in open_texts(view.room) if one.id not in view.own.cast]
        return TakeStance(view.seat, left[0].id, Stance.ENDORSE) if left else Pass(view.seat)
    if view.room.phase in (Phase.FIRST_EFFORTS, Phase.SECOND_EFFORTS):
        return Pass(view.seat)
    return choose(view, CONSENSUS_BUILDER, luck)


def lanes_alone(view: View, luck: Luck) -> Command:
    """Talk, sign nothing, and declare every lane that is gladly carried."""
    text = signing_now(view.room)
    if text is not None:
        return Decline(view.seat, text)
    if view.room.phase is Phase.CORRIDOR and view.room.round > 1:
        for issue, option in glad_lanes(view).items():
            lane = DeclareLane(view.seat, issue, option)
            if verify(view, lane) is None:
                return lane
    return choose(view, TALKER, luck)


def build_consensus(view: View, luck: Luck) -> Command:
    """Look for what everybody can sign and mean."""
    return choose(view, CONSENSUS_BUILDER, luck)


def only_talk(view: View, luck: Luck) -> Command:
    """Share and listen, and hardly ever sign."""
    return choose(view, TALKER, luck)


STRATEGIES: Mapping[str, Strategy] = {
    "build_consensus": build_consensus,
    "only_talk": only_talk,
    "always_press": always_press,
    "never_sign": never_sign,
    "sign_and_shirk": sign_and_shirk,
    "lanes_alone": lanes_alone,
}
SINGLE_MINDED = ("never_sign", "always_press", "sign_and_shirk", "lanes_alone")
"""The ways that must not be best for most seats."""
