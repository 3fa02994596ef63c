"""Why a computer seat did what it did: one reason for each move that matters, found from what moved it."""

from enum import StrEnum

from game.opponents.assent import is_harmless
from game.opponents.corridor import is_last_round
from game.opponents.diary.worths import Worth
from game.opponents.estimate import others_of
from game.opponents.manner import Manner
from game.rules import commands as do
from game.rules.course import signing_now
from game.rules.room import Motion
from game.rules.texts import LANES
from game.rules.view import View
from game.rules.vocabulary import Phase, Stance

SURE_OF = 6.0
"""Points above not signing from which another is taken to sign without being pressed."""
MUCH, SOME = 0.7, 0.3
"""Shares of full effort."""
MOST_ANSWER = 4.0
"""On the ballot."""


class Why(StrEnum):
    """Reasons; what each comes to in words stands in `phrases`."""

    # Signatures and stances
    FORCED = "forced"
    TIPPED = "tipped"
    ACROSS = "across"
    PLEASES = "pleases"
    OWN = "own"
    WORTH = "worth"
    HARMLESS = "harmless"
    SPARES = "spares"
    RED_LINE = "red_line"
    BELOW = "below"
    UNDELIVERED = "undelivered"
    FALLEN = "fallen"
    NOT_ENOUGH = "not_enough"
    TALKS_ONLY = "talks_only"
    ALMOST = "almost"
    SOFTENS = "softens"
    BARGAINS = "bargains"
    # The forum
    OPENS = "opens"
    USES = "uses"
    TALKS = "talks"
    INVITES = "invites"
    DECLARES = "declares"
    MOVES_CHAIR = "moves_chair"
    AGREES = "agrees"
    REFUSES = "refuses"
    # Texts
    BALANCES = "balances"
    SUITS = "suits"
    LIFTS = "lifts"
    MENDS = "mends"
    GOES_WITHOUT = "goes_without"
    RIPE = "ripe"
    LAST_CALL = "last_call"
    # Power and talk
    LEANS = "leans"
    MAKES_SURE = "makes_sure"
    WITHDRAWS = "withdraws"
    MAKES_UP = "makes_up"
    NAMES_POWER = "names_power"
    GRANTS_POWER = "grants_power"
    GRANTS = "grants"
    CHALLENGES = "challenges"
    SPINS = "spins"
    SHADES = "shades"
    ASKS_HOME = "asks_home"
    DOUBTS = "doubts"
    LEAVES = "leaves"
    RETURNS = "returns"
    LANE = "lane"
    # The year
    NO_PARTY = "no_party"
    WILL_DO_MUCH = "will_do_much"
    WILL_DO_SOME = "will_do_some"
    WILL_DO_LITTLE = "will_do_little"
    OWN_WORK = "own_work"
    GIVES_MUCH = "gives_much"
    GIVES_SOME = "gives_some"
    GIVES_LITTLE = "gives_little"
    THREAT_FADED = "threat_faded"
    KEEPS = "keeps"
    BREAKS = "breaks"
    CARRIES_OUT = "carries_out"
    DROPS = "drops"


def why_of(view: View, manner: Manner, command: do.Command, worth: Worth | None) -> Why | None:
    """Say why a seat gave a command; `worth` is that of the text it is about. None for what needs no reason."""
    match command:
        case do.Sign() if worth is not None:
            return _signs(manner, worth)
        case do.SignWithReservation():
            return Why.SPARES
        case do.Decline() if worth is not None:
            return _declines(manner, worth)
        case do.Pass() if signing_now(view.room) is not None and view.room.interlude is None and worth is not None:
            return _declines(manner, worth)
        case do.TakeStance(_, _, stance) if worth is not None:
            return _shows(view, manner, stance, worth)
        case do.Convene() | do.MoveProcedure() | do.Pass():
            return _on_the_forum(view, manner, command)
        case do.Table() | do.Amend() | do.CallSignature():
            return _on_a_text(view, manner, command, worth)
        case do.AnswerBallot() | do.SetEffort():
            return _on_the_year(view, command)
        case _:
            return _on_others(view, manner, command)


def _signs(manner: Manner, worth: Worth) -> Why:
    if worth.crossed:
        return Why.ACROSS
    if manner.commitment < 0.5:
        return Why.HARMLESS
    if worth.expected >= worth.asked:
        if worth.expected < 0:
            return Why.PLEASES
        return Why.OWN if worth.is_own else Why.WORTH
    if worth.fear <= 0:
        return Why.OWN if worth.is_own else Why.WORTH
    return Why.FORCED if worth.expected < 0 else Why.TIPPED


def _declines(manner: Manner, worth: Worth) -> Why:
    if worth.crossed:
        return Why.RED_LINE
    if manner.commitment < 0.5:
        return Why.TALKS_ONLY
    if worth.felled_by is not None:
        return Why.FALLEN
    if worth.expected < 0:
        return Why.UNDELIVERED if worth.on_paper >= 0 else Why.BELOW
    return Why.NOT_ENOUGH


def _shows(view: View, manner: Manner, stance: Stance, worth: Worth) -> Why:
    match stance:
        case Stance.ENDORSE:
            return _signs(manner, worth)
        case Stance.RESERVATIONS:
            is_free = manner.commitment < 0.5 and is_harmless(view, manner, view.room.texts[worth.text])
            if worth.expected < 0 < worth.fear:
                return Why.SOFTENS
            return Why.HARMLESS if is_free else Why.ALMOST
        case Stance.ABSTAIN:
            return Why.TALKS_ONLY
        case Stance.OBJECT if worth.expected >= 0 and not worth.crossed and manner.commitment >= 0.5:
            return Why.BARGAINS
        case Stance.OBJECT | Stance.BLOCK:
            return _declines(manner, worth)


def _on_the_forum(view: View, manner: Manner, command: do.Convene | do.MoveProcedure | do.Pass) -> Why | None:
    is_vote = isinstance(view.room.interlude, Motion)
    match command:
        case do.Convene():
            if manner.commitment < 0.5:
                return Why.TALKS
            return Why.OPENS if manner.regard >= 0.5 else Why.USES
        case do.MoveProcedure() if is_vote:
            return Why.AGREES
        case do.MoveProcedure(_, chair, invite, _):
            return Why.MOVES_CHAIR if chair is not None else Why.INVITES if invite else Why.DECLARES
        case _:
            return Why.REFUSES if is_vote else None


def _on_a_text(view: View, manner: Manner, command: do.Table | do.Amend | do.CallSignature, worth: Worth | None) -> Why:
    match command:
        case do.Table():
            return Why.BALANCES if manner.regard >= 0.5 else Why.SUITS
        case do.Amend(_, text, _, parties):
            if set(parties) < set(view.room.texts[text].latest.parties):
                return Why.GOES_WITHOUT
            lacks = worth is not None and (bool(worth.crossed) or worth.expected < max(0.0, manner.ambition))
            return Why.MENDS if lacks else Why.LIFTS
        case do.CallSignature(_, text):
            return Why.LAST_CALL if is_last_round(view) else Why.RIPE


def _on_others(view: View, manner: Manner, command: do.Command) -> Why | None:
    match command:
        case do.Press(_, whom, text):
            margin = others_of(view, manner).margin(whom, view.room.texts[text].latest.terms)
            return Why.LEANS if margin < SURE_OF else Why.MAKES_SURE
        case do.ConcedePoint(_, whom):
            forum = view.room.forum
            return Why.GRANTS_POWER if whom in forum.power_named and not forum.is_power_conceded else Why.GRANTS
        case do.Share(_, _, _, is_spun):
            return Why.SPINS if is_spun else None
        case do.Disclose(_, _, _, is_shaded):
            return Why.SHADES if is_shaded else None
        case _:
            return _PLAIN.get(command.kind)


def _on_the_year(view: View, command: do.AnswerBallot | do.SetEffort) -> Why:
    match command:
        case do.AnswerBallot():
            if command.own is None:
                return Why.NO_PARTY
            share = command.own / MOST_ANSWER
            return Why.WILL_DO_MUCH if share >= MUCH else Why.WILL_DO_SOME if share > SOME else Why.WILL_DO_LITTLE
        case do.SetEffort(_, accord, effort, _):
            if accord == LANES:
                return Why.OWN_WORK
            if effort >= MUCH:
                return Why.GIVES_MUCH
            if effort >= SOME:
                return Why.GIVES_SOME
            was_pressed = any(t.pressed == view.seat and t.text == accord for t in view.own.threats.values())
            return Why.THREAT_FADED if was_pressed and view.room.phase is Phase.FIRST_EFFORTS else Why.GIVES_LITTLE


_PLAIN: dict[str, Why] = {
    "withdraw_pressure": Why.WITHDRAWS,
    "pledge": Why.MAKES_UP,
    "name_power": Why.NAMES_POWER,
    "challenge": Why.CHALLENGES,
    "cable_home": Why.ASKS_HOME,
    "raise_doubt": Why.DOUBTS,
    "walk_out": Why.LEAVES,
    "come_back": Why.RETURNS,
    "declare_lane": Why.LANE,
    "keep_pledge": Why.KEEPS,
    "break_pledge": Why.BREAKS,
    "carry_out_threat": Why.CARRIES_OUT,
    "drop_threat": Why.DROPS,
}
