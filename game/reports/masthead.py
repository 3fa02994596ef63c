"""The head of a report: the verdict in one sentence, its reasons beside it, and how near it was to another."""

from game.debrief import Chronicle, FlipRow, forum_flip_rows, headline, judged_again
from game.debrief.findings import Reason, flip_meaning, nearness_words
from game.debrief.words import VERDICTS
from game.desk.verdicts import VERDICTS as ICONS
from game.reports.blocks import Block, Item, Masthead, Paragraph
from game.reports.signs import TONES, rule


def masthead(story: Chronicle) -> Masthead:
    """Say what the game came to."""
    top = headline(story)
    if top.accord is None:
        near = next((row for row in forum_flip_rows(story) if row.move is not None), None)
        nearness = "No single line, moved alone, would turn it." if near is None else flip_sentence(near)
        meaning = "The forum’s verdict is decided by the weight of what was signed and by how far lanes fitted."
    else:
        nearness, meaning = nearness_words(story, top.accord), flip_meaning(story, top.accord)
    opened: tuple[Block, ...] = (
        Paragraph(meaning),
        Paragraph(f"Source: {rule('R6.3')} (as signed), {rule('R8.1')} and 8.2 (a year on), 6.4 (how near).", "soft"),
    )
    return Masthead(
        name=top.name,
        icon=ICONS[top.verdict],
        tone=TONES[top.mood],
        sentence=top.sentence,
        remark=" ".join(part for part in (top.remark, _as_played(story)) if part),
        reasons=tuple(reason_item(reason) for reason in top.reasons),
        nearness=nearness,
        opened=opened,
    )


def flip_sentence(row: FlipRow) -> str:
    """Say where a line is drawn, what was held against it, and which move of it turns the verdict."""
    return f"{row.line.heading} {row.line.written(row.now)}: {row.held_words}. {row.words}"


def reason_item(reason: Reason) -> Item:
    """Set a test that decided, with what was held against what."""
    tone = "bad" if reason.is_against else "good"
    return Item(reason.words, note=reason.measured, tone=TONES[tone], commands=reason.commands)


def _as_played(story: Chronicle) -> str:
    if story.played_by is None:
        return ""
    verdict = judged_again(story, story.played_by).outcome.verdict
    return f"By the lines that it was played by, the verdict was: {VERDICTS[verdict].lower()}."
