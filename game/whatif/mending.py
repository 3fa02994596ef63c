"""What can be brought about in a game that is run again, though nobody did it: a fact told, a line waived, a voice
invited."""

from game.rules import events as was
from game.rules.dealings import Claim
from game.rules.deciding.minutes import Minutes
from game.rules.deciding.relations import move_belief, raise_trust
from game.rules.ids import AgencyId, ClaimId, FactId, RedLineId
from game.rules.replacing import replace
from game.rules.state import State
from game.rules.vocabulary import Purpose
from game.whatif.rerun import Aside


def telling(speaker: AgencyId, hearer: AgencyId, fact: FactId) -> Aside:
    """Let one seat be told straight how a fact stands."""

    def tell(state: State) -> State:
        minutes, truth = Minutes(state), state.sealed.facts[fact]
        unused = ClaimId(-1 - len(state.own[hearer].claims) - len(state.room.claims))
        claim = Claim(unused, speaker, (hearer,), False, fact, truth, state.room.round)
        minutes.tell((speaker, hearer), was.Claimed(claim))
        move_belief(minutes, hearer, speaker, fact, says=truth)
        return minutes.state

    return tell


def meeting(one: AgencyId, other: AgencyId) -> Aside:
    """Let two seats have met."""

    def meet(state: State) -> State:
        minutes = Minutes(state)
        minutes.tell((one, other), was.Met(one, other, minutes.at))
        raise_trust(minutes, one, other)
        raise_trust(minutes, other, one)
        return minutes.state

    return meet


def waiving(seat: AgencyId, line: RedLineId) -> Aside:
    """Let headquarters have lifted a red line."""

    def waive(state: State) -> State:
        minutes = Minutes(state)
        cables, now = state.own[seat].cables.get(line, 0), state.room.round
        minutes.tell((seat,), was.CableAnswered(seat, line, is_granted=True, cables=cables, from_round=now))
        return minutes.state

    return waive


def agreeing_at_home(seat: AgencyId) -> Aside:
    """Let a seat's own house stand behind it as one."""

    def agree(state: State) -> State:
        minutes = Minutes(state)
        minutes.tell((seat,), was.MeansMoved(seat, backing=1.0))
        return minutes.state

    return agree


def inviting(seat: AgencyId) -> Aside:
    """Let a seat have been invited by now."""

    def invite(state: State) -> State:
        forum = state.room.forum
        invited = replace(forum, invited=forum.invited | {seat})
        return replace(state, room=replace(state.room, forum=invited))

    return invite


def declaring(purpose: Purpose) -> Aside:
    """Let the forum have been declared to be for something."""

    def declare(state: State) -> State:
        return replace(state, room=replace(state.room, forum=replace(state.room.forum, purpose=purpose)))

    return declare


def grant_power(state: State) -> State:
    """Let the power in the room have been named, and granted."""
    forum = replace(state.room.forum, is_power_conceded=True)
    return replace(state, room=replace(state.room, forum=forum))
