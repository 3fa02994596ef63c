"""The second part of the talk: what happened, from the record, so that all agree on the facts before asking why."""

from collections.abc import Iterator

from game.debrief.chronicle import Chronicle
from game.debrief.consensus import Consensus, Occasion, consensus, leading_text, public_words
from game.debrief.lanes import lane_rows
from game.debrief.purpose import review_purpose
from game.debrief.questions import Beside, Question, question
from game.debrief.words import PURPOSES, deed, names, out_of_100, percent, text_name
from game.rules.commands import WalkOut


def describing(story: Chronicle) -> Iterator[Question]:
    """Ask what happened, from the first meeting to the year after."""
    found = consensus(story)
    yield _convened(story)
    yield from _tabled(story)
    yield from _answered(story, found)
    yield from _left(story)
    yield _year(story)
    yield Question(
        words="Which of all this did you not know when it happened?",
        about="",
        listen="How differently the same game looked from each seat.",
        beside=Beside.HAPPENED,
        may_pass=True,
    )


def _convened(story: Chronicle) -> Question:
    review, invited = review_purpose(story), story.end.room.forum.invited
    at = review.declared_at
    purpose = "Nobody said what for." if review.declared is None else f"It was for {PURPOSES[review.declared]}."
    left_out = [seat for seat in story.case.agency_ids if seat not in invited]
    absent = f" Never invited: {names(story.case, left_out)}." if left_out else " In the end all were invited."
    chair = f"{story.agency(story.end.room.forum.chair).name} had the chair in the end."
    return _fact(
        story, "What was the forum for, who led it, and who was in the room?", f"{purpose} {chair}{absent}", at
    )


def _tabled(story: Chronicle) -> Iterator[Question]:
    """Ask for the text that counts: who wrote it, what it settles, and how often it was changed."""
    text = leading_text(story)
    if text is None:
        return
    paper = story.end.room.texts[text]
    settles = "; ".join(
        f"{story.case.issue(term.issue).name}: {story.case.option(term.issue, term.option).name}"
        for term in paper.latest.terms
    )
    changes = len(paper.versions) - 1
    times = "never changed" if not changes else "changed once" if changes == 1 else f"changed {changes} times"
    at = paper.versions[0].at
    listen = f"{deed(story, at)} In the end it says: {settles}. It was {times}."
    yield _fact(story, f"Who put {text_name(text)} on the table, when, and what does it say?", listen, at)


def _answered(story: Chronicle, found: Consensus) -> Iterator[Question]:
    """Ask how many said yes, in public alone: what was behind it comes under ‘why’."""
    meetings = [moment for moment in found.moments if moment.round is not None]
    if found.text is None or not meetings:
        return
    moment = next((one for one in reversed(meetings) if one.occasion is Occasion.SIGNING), meetings[-1])
    fell = " It fell through." if moment.label == "Fell through" else ""
    told = f"{public_words(moment.shown, moment.occasion)} That was in round {moment.round}.{fell}"
    yield _fact(story, f"How many said yes to {text_name(found.text)}, and when?", told, moment.at)


def _left(story: Chronicle) -> Iterator[Question]:
    left = [entry.at for entry in story.entries if isinstance(entry.command, WalkOut)]
    if left:
        out = [seat for seat in story.case.agency_ids if seat in story.end.room.out]
        stayed = f" In the end these were gone: {names(story.case, out)}." if out else " All came back."
        told = " ".join(deed(story, at) for at in left)
        yield _fact(story, "Who left the room, and what had happened just before?", f"{told}{stayed}", *left)


def _year(story: Chronicle) -> Question:
    """Ask how much there was to see a year later."""
    told = [f"{text_name(lived.accord)}: {out_of_100(lived.rate)} was carried out." for lived in story.lived]
    if any(row.declared for row in lane_rows(story)):
        beside = review_purpose(story).side_by_side
        told.append(f"{percent(beside.by_lanes)} of all there was to do came about side by side.")
    listen = " ".join(told) or "Nothing was signed and nothing was declared, so nothing had to be carried out."
    return _fact(story, "What was there to see a year later?", listen, None)


def _fact(story: Chronicle, words: str, listen: str, *commands: int | None) -> Question:
    return question(story, words, listen, Beside.HAPPENED, commands=commands)
