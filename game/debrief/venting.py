"""The first part of the talk: how it was on each seat. What is said aloud here tells nobody anything."""

from collections.abc import Iterator

from game.debrief.chronicle import Chronicle
from game.debrief.questions import Beside, Question
from game.debrief.words import listed, text_name, when
from game.rules.ids import AgencyId

LET_BE = "Let it say so itself, or not. If it passes, thank it and go on."
FEELINGS = "Relief, anger, boredom, pride: all of it is welcome. Ask no second question."


def venting(story: Chronicle) -> Iterator[Question]:
    """Ask every seat in the same words, those first who were leaned on or left out; everybody may pass."""
    first = asked_first(story)
    seated = [seat for seat in story.case.agency_ids if seat in story.end.room.seated]
    for seat in (*first, *(seat for seat in seated if seat not in first)):
        yield Question(
            words=f"{story.agency(seat).name}: how was it to sit where you sat? You may pass.",
            about="",
            listen=f"{first[seat]} {LET_BE}" if seat in first else FEELINGS,
            beside=Beside.NOTHING,
            seats=(seat,),
            may_pass=True,
        )
    yield Question(
        words="Was there a moment at which you would have liked to say something, and did not? Nod if so; you need "
        "not say which.",
        about="",
        listen="How many nod. Come back to it under ‘why’, without asking who.",
        beside=Beside.NOTHING,
        may_pass=True,
    )


def asked_first(story: Chronicle) -> dict[AgencyId, str]:
    """Name the seats that were leaned on, left out or gone, with why, for the instructor alone."""
    room = story.end.room
    found = {seat: " ".join(_reasons(story, seat)) for seat in story.case.agency_ids if seat in room.seated}
    return {seat: why for seat, why in found.items() if why}


def _reasons(story: Chronicle, seat: AgencyId) -> Iterator[str]:
    room = story.end.room
    threats = [threat for threat in story.end.own[seat].threats.values() if threat.pressed == seat]
    if threats:
        leaned = dict.fromkeys(f"{story.agency(one.presser).name} {when(story, one.id)}" for one in threats)
        yield f"It was leaned on by {listed(leaned)}."
    missed = [text for text, judgement in story.judged.items() if seat in judgement.missing]
    if missed:
        yield f"It was not invited before {listed(text_name(text) for text in missed)} was tabled."
    elif seat not in room.forum.invited:
        yield "It was never invited."
    if seat in room.out:
        yield "It had left before the end."
