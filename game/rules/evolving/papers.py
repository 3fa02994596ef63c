"""Texts and accords, after an event before the room."""

from game.rules import events as was
from game.rules.replacing import replace
from game.rules.room import Room
from game.rules.texts import Signature, Text


def evolve_papers(room: Room, what: was.Happening) -> Room:
    """Store what an event says about texts and accords."""
    match what:
        case was.Tabled(text, sponsors, invited, version):
            return _with(room, Text(text, sponsors, frozenset(invited), (version,)))
        case was.Amended(text, version):
            paper = room.texts[text]
            return _with(room, replace(paper, versions=(*paper.versions, version), signatures={}, doubts={}))
        case was.StancesShown(text, stances, changed, at):
            paper = room.texts[text]
            shown = replace(paper.latest, stances={**paper.latest.stances, **stances})
            swayed = {**paper.swayed, **dict.fromkeys(changed, at)}
            return _with(room, replace(paper, versions=(*paper.versions[:-1], shown), swayed=swayed))
        case was.DoubtRaised(seat, text, support, stance):
            paper = room.texts[text]
            shown = replace(paper.latest, stances={**paper.latest.stances, seat: stance})
            doubts = {**paper.doubts, seat: support}
            return _with(room, replace(paper, versions=(*paper.versions[:-1], shown), doubts=doubts))
        case was.SignatureCalled(_, text, _):
            return _with(room, replace(room.texts[text], signatures={}))
        case was.SignatureGiven(seat, text, is_signed, reserved, at):
            paper = room.texts[text]
            given = {**paper.signatures, seat: Signature(is_signed, reserved, at)}
            return _with(room, replace(paper, signatures=given))
        case was.CameIntoForce(accord, replaces):
            accords = {**room.accords, accord.text: accord}
            for old in replaces:
                accords[old] = replace(accords[old], replaced_by=accord.text)
            return replace(_with(room, replace(room.texts[accord.text], is_closed=True)), accords=accords)
        case _:
            return room


def _with(room: Room, text: Text) -> Room:
    return replace(room, texts={**room.texts, text.id: text})
