"""The third part of the talk: why it came out so, asked of what happened in this very game, theme by theme.

Whoever was leaned on or left out is asked first and may pass; nobody is asked to justify what they did.
"""

from collections.abc import Iterator

from game.debrief.bending import Bend, bends
from game.debrief.chronicle import Chronicle
from game.debrief.consensus import leading_text
from game.debrief.lanes import lane_rows
from game.debrief.perspective import perspective_summary, perspectives
from game.debrief.purpose import review_purpose
from game.debrief.questions import Beside, Question, Theme, question
from game.debrief.room_questions import OF_A_KIND, by_seat, room_questions
from game.debrief.words import deed, listed, share
from game.rules.commands import AnswerBallot, CableHome, ConsultHome, DeclareLane
from game.rules.events import PledgeSettled
from game.rules.vocabulary import Root


def questioning(story: Chronicle) -> Iterator[Question]:
    """Make the questions of every theme that this game has something on, the weightiest of each theme first."""
    text = leading_text(story)
    in_force = text is not None and any(lived.accord == text for lived in story.lived)
    found = (*(bends(story, text) if in_force else ()), *bends(story, None))
    yield from room_questions(story, found)
    yield from _home(story, found)
    yield from _trust_and_purpose(story, found)
    yield from _side_by_side(story)


def _home(story: Chronicle, found: tuple[Bend, ...]) -> Iterator[Question]:
    for seat, bent in by_seat(found, "a red line at home"):
        yield question(
            story,
            f"{story.agency(seat).name}: who at home would have had to move, and what could the room have given you to "
            "tell them? You may pass.",
            "Facts that could have been shown, a cable in time, somebody from home in the room.",
            Beside.WHY,
            about=bent[0].words,
            seats=(seat,),
            theme=Theme.HOME,
            may_pass=True,
        )
    asked = [entry.at for entry in story.entries if isinstance(entry.command, CableHome | ConsultHome)]
    if asked:
        yield question(
            story,
            "What did the call home change, and what did the room know of it?",
            "Time it took, and what it made possible afterwards.",
            Beside.HAPPENED,
            about=deed(story, asked[0]),
            commands=(asked[0],),
            theme=Theme.HOME,
        )
    if not by_seat(found, "a red line at home"):
        yield from _thin(story)


def _thin(story: Chronicle) -> Iterator[Question]:
    """Ask about signatures with little behind them at home."""
    thin = {
        seat: reading.roots[Root.BACKED].value
        for lived in story.lived
        for seat, reading in story.judged[lived.accord].signatures.items()
        if reading.roots[Root.BACKED].value < story.ruleset.sincere_root
    }
    if thin:
        told = listed(f"{story.agency(seat).name} {share(value)}" for seat, value in thin.items())
        yield question(
            story,
            "Who signed with little behind them at home, and when would there have been time to change that?",
            "Time at home is time not spent in the corridor: who could have been spared an hour, and by what.",
            Beside.WHY,
            about=f"How far home stood behind the signature, from 0 to 1: {told}.",
            seats=tuple(thin),
            theme=Theme.HOME,
            may_pass=True,
        )


def _trust_and_purpose(story: Chronicle, found: tuple[Bend, ...]) -> Iterator[Question]:
    review = review_purpose(story)
    is_apart = any(bend.kind == "purposes apart" for bend in found)
    if is_apart or not review.is_met:
        yield question(
            story,
            "What had each of you come for? If all had said so on the first day, what would the forum have been?",
            " ".join(one.words.split(". ")[0].removesuffix(".") + "." for one in review.expectations),
            Beside.WHY,
            about=review.words,
            commands=(review.declared_at,),
            theme=Theme.TRUST_AND_PURPOSE,
        )
    if any(one.sightings for one in perspectives(story)):
        ballots = [entry.at for entry in story.entries if isinstance(entry.command, AnswerBallot)]
        yield question(
            story,
            "Whose secret answer surprised you? What could you have asked, in which meeting, to see it coming?",
            perspective_summary(story),
            Beside.WHY,
            about="The secret ballot, opened.",
            commands=tuple(ballots[-1:]),
            theme=Theme.TRUST_AND_PURPOSE,
        )
    yield from _promised(story)


def _promised(story: Chronicle) -> Iterator[Question]:
    """Ask what a promise was worth, of the first that fell due."""
    for entry in story.entries:
        for event in entry.events:
            if isinstance(event.what, PledgeSettled):
                pledger, to = story.agency(event.what.pledger).name, story.agency(event.what.to).name
                fate = "kept" if event.what.is_kept else "not kept"
                yield question(
                    story,
                    "What is a promise worth among you that nobody can enforce? What would make it worth more?",
                    f"What {to} counted on when it signed, and what {pledger} could still give.",
                    Beside.HAPPENED,
                    about=f"{pledger} had promised {to} something for a text; the promise was {fate}.",
                    seats=(event.what.to,),
                    commands=(entry.at,),
                    theme=Theme.TRUST_AND_PURPOSE,
                    may_pass=True,
                )
                return


def _side_by_side(story: Chronicle) -> Iterator[Question]:
    rows = [row for row in lane_rows(story) if row.declared]
    if not rows:
        return
    declared = [entry.at for entry in story.entries if isinstance(entry.command, DeclareLane)]
    beside = review_purpose(story).side_by_side
    yield question(
        story,
        "What came about here although nobody signed for it? Where is saying clearly what each will do enough, and "
        "where is it not?",
        f"{beside.words} Working honestly beside each other is a result in its own right.",
        Beside.HAPPENED,
        about=" ".join(deed(story, at) for at in declared[:OF_A_KIND]),
        commands=tuple(declared[:OF_A_KIND]),
        theme=Theme.SIDE_BY_SIDE,
    )
    gaps = [row for row in rows if row.fit < 1.0]
    if gaps:
        yield question(
            story,
            f"What would it have taken for the lanes on “{gaps[0].name}” to fit?",
            gaps[0].words,
            Beside.TURNED,
            about=gaps[0].words,
            seats=tuple(seat for seat, _ in gaps[0].declared),
            theme=Theme.SIDE_BY_SIDE,
        )
