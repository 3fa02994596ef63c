"""What everybody sees, after an event before the room."""

from game.rules import events as was
from game.rules.evolving.papers import evolve_papers
from game.rules.replacing import replace
from game.rules.room import Conclave, Doubt, Motion, Room, Year


def evolve_room(room: Room, what: was.Happening) -> Room:
    """Store what an event says about what everybody sees."""
    match what:
        case was.Passed(seat):
            return replace(room, passed=room.passed | {seat})
        case was.StancesReady(seat):
            return replace(room, stanced=room.stanced | {seat})
        case was.FloorMoved(speakers, floor_left):
            return replace(room, speakers=speakers, floor_left=floor_left)
        case was.SignatureGiven() | was.StancesShown():
            return evolve_papers(room, what)
        case was.Convened(chair, forum, invited, purpose, rule):
            conclave = Conclave(forum, chair, frozenset(invited) | {chair}, purpose, rule)
            return replace(room, forum=conclave, passed=room.passed | {chair})
        case was.RoundBegan(number):
            return replace(room, round=number, floor_taken=frozenset(), called=(), conceded=frozenset())
        case was.PhaseBegan(phase, speakers, floor_left):
            return replace(
                room,
                phase=phase,
                speakers=speakers,
                floor_left=floor_left,
                passed=frozenset(),
                stanced=frozenset(),
                interlude=None,
            )
        case was.FloorTaken(agency):
            return replace(room, floor_taken=room.floor_taken | {agency})
        case was.WalkedOut(seat):
            return replace(room, out=room.out | {seat})
        case was.CameBack(seat):
            return replace(room, out=room.out - {seat})
        case was.FactOpened(fact, truth):
            return replace(room, open_facts={**room.open_facts, fact: truth})
        case was.LaneDeclared(seat, issue, option):
            mine = {**room.lanes.get(seat, {}), issue: option}
            return replace(room, lanes={**room.lanes, seat: mine})
        case was.Claimed(claim):
            return replace(room, claims={**room.claims, claim.id: claim})
        case was.SignatureCalled(_, text, version):
            others = tuple(call for call in room.called if call[0] != text)
            return replace(evolve_papers(room, what), called=(*others, (text, version)))
        case was.CallClosed(text):
            return replace(room, called=tuple(call for call in room.called if call[0] != text))
        case was.QuarterShown(quarter, levels, lane_levels):
            return replace(room, year=Year(quarter, levels, lane_levels))
        case (
            was.Challenged() | was.PointConceded() | was.PowerNamed() | was.MotionOpened() | was.MotionAnswered()
            | was.MotionClosed() | was.DoubtAnswered() | was.DoubtClosed()
        ):  # fmt: skip
            return _evolve_talk(room, what)
        case was.DoubtRaised(seat, text):
            return _doubted(evolve_papers(room, what), what)
        case _:
            return evolve_papers(room, what)


def _evolve_talk(room: Room, what: was.Happening) -> Room:
    match what:
        case was.Challenged(seat, whom):
            return replace(room, challenged=room.challenged | {(seat, whom)})
        case was.PointConceded(seat, whom, is_about_power):
            forum = replace(room.forum, is_power_conceded=True) if is_about_power else room.forum
            return replace(
                room,
                forum=forum,
                challenged=room.challenged - {(whom, seat)},
                conceded=room.conceded | {(seat, whom)},
            )
        case was.PowerNamed(seat):
            return replace(room, forum=replace(room.forum, power_named=(*room.forum.power_named, seat)))
        case was.MotionOpened(motion):
            return replace(room, interlude=motion)
        case was.MotionAnswered(seat, is_aye):
            vote = room.interlude
            assert isinstance(vote, Motion)
            voted = replace(vote, ayes=(*vote.ayes, seat)) if is_aye else replace(vote, noes=(*vote.noes, seat))
            return replace(room, interlude=voted)
        case was.MotionClosed(_, _, forum):
            return replace(room, interlude=None, forum=forum)
        case was.DoubtAnswered(seat):
            doubt = room.interlude
            assert isinstance(doubt, Doubt)
            return replace(room, interlude=replace(doubt, answered=(*doubt.answered, seat)))
        case _:
            return replace(room, interlude=None)


def _doubted(room: Room, what: was.DoubtRaised) -> Room:
    match room.interlude:
        case Doubt(text, raisers, answered):
            doubt = Doubt(text, (*raisers, what.seat), (*answered, what.seat))
        case _:
            doubt = Doubt(what.text, (what.seat,), (what.seat,))
    return replace(room, interlude=doubt)
