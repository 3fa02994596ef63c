"""What to carry over: the purpose, who saw whom coming, the scores opened, the script of the talk, and questions."""

from collections.abc import Iterator

from game.debrief import carry_over, perspective_summary, perspectives, review_purpose, score_rows, score_sentence
from game.debrief.purpose import Expectation, PurposeReview
from game.debrief.questions import SHOWN_BESIDE, THEMES, Beside, Question
from game.debrief.scores import line_points
from game.debrief.scripting import HEADINGS, Order, Script, ScriptPart, script
from game.debrief.words import PURPOSES, points, share, signed
from game.reports.blocks import Block, Bullets, Cell, Group, Item, Opened, Paragraph, Section
from game.reports.drawings import Step
from game.reports.signs import columns, known, rows_of, rule, tile, who
from game.reports.telling import Telling
from game.whatif import trial_words

FINDINGS = 2
"""Changes that would have turned it, asked about in the talk."""
ORDERS: dict[Order, str] = {Order.BY_TIME: "In the order of time", Order.BY_THEME: "By theme"}


def carried(told: Telling) -> tuple[Section, ...]:
    """Tell what to carry over."""
    return (
        Section("questions", "Questions to take home", tuple(_questions(told))),
        Section("purpose", "Did coordination serve its purpose?", tuple(_purpose(told))),
        Section("perspective", "Who saw whom coming", tuple(_perspective(told))),
        Section("scores", "What each took home", tuple(_scores(told))),
        Section("script", "A script for whoever leads the talk", tuple(_script(told))),
    )


def _questions(told: Telling) -> Iterator[Block]:
    for carry in carry_over(told.story):
        happened = Paragraph(carry.happened, "soft", known(carry.at))
        yield Group(carry.question, (happened,), None, f"from the brief: {carry.finding}")


def _purpose(told: Telling) -> Iterator[Block]:
    review = review_purpose(told.story)
    yield Paragraph(review.words, "lead")
    yield rows_of(
        "The four purposes, from the least to the most",
        columns("2*Purpose", "2*", "5*what happened"),
        (
            (
                Cell(PURPOSES[reach.purpose], tone="strong", note=_declared(review, reach.purpose)),
                Cell("reached" if reach.is_reached else "not reached", tone="good" if reach.is_reached else "soft"),
                Cell(reach.words, commands=reach.commands[:5]),
            )
            for reach in review.reaches
        ),
    )
    yield Paragraph(review.side_by_side.words)
    yield Opened("What each had come for", (Bullets(tuple(_expectation(told, one) for one in review.expectations)),))
    beside = review.side_by_side
    yield Opened(
        "How this is counted",
        (
            Paragraph(
                f"Came about in lanes {share(beside.by_lanes)}, under accords {share(beside.by_accords)} of the weight "
                f"of all issues; lanes fitted to {share(beside.fit)}, where {share(beside.needed)} decides the verdict."
            ),
            Paragraph(f"Source: {rule('R8.2')} and 8.3, 7.4 and 7.5.", "soft"),
        ),
    )


def _declared(review: PurposeReview, purpose: object) -> str:
    return "declared" if review.declared is purpose else ""


def _expectation(told: Telling, one: Expectation) -> Item:
    return Item(one.words, tile=tile(told.story, one.agency))


def _perspective(told: Telling) -> Iterator[Block]:
    found = perspectives(told.story)
    yield Paragraph(perspective_summary(told.story), "lead")
    rows = tuple(one for one in found if one.before is not None and one.after is not None)
    if not rows:
        return
    yield rows_of(
        "By the minutes alone, and by its own ballot",
        columns("3*Agency", "#by the minutes", "4*0 to 100", "#by its ballot", "#more"),
        (
            (
                who(told.story, one.seat),
                Cell(f"{one.before:.0f}"),
                Cell(drawing=Step(one.words, one.before or 0.0, one.after or 0.0)),
                Cell(f"{one.after:.0f}", tone="strong"),
                Cell(signed(one.gain or 0.0, 0)),
            )
            for one in rows
        ),
    )
    yield Opened(
        "Whom each predicted, and what came",
        tuple(
            Group(
                told.story.agency(one.seat).name,
                (Paragraph(one.words), Bullets(tuple(Item(sight.words) for sight in one.sightings), True)),
                tile(told.story, one.seat),
            )
            for one in rows
        ),
        is_printed=False,
    )
    yield Paragraph(
        "100 · (1 − mean error / mean error of the best constant guess), never below 0. Before: every signature taken "
        f"at its word. Source: {rule('R9.4')}.",
        "soft",
    )


def _scores(told: Telling) -> Iterator[Block]:
    rows = score_rows(told.story)
    yield Paragraph(score_sentence(told.story))
    yield rows_of(
        "Scores",
        columns("Agency", "#mandate", "#impact", "#standing", "#total"),
        (
            (
                who(told.story, row.agency),
                Cell(points(row.score.mandate)),
                Cell(points(row.score.impact)),
                Cell(signed(row.score.standing, 1)),
                Cell(points(row.score.total), tone="strong"),
            )
            for row in rows
        ),
    )
    for row in rows:
        lines = tuple(
            Item(line.words, lead=line_points(line), commands=known(line.at)) for line in (*row.mandate, *row.standing)
        )
        source = Paragraph(f"Source: {rule('R9.1')} to 9.3.", "soft")
        opened = (Paragraph(f"Total: {row.formula}."), Bullets(lines, True), source)
        yield Opened(f"{told.story.agency(row.agency).name}: {points(row.score.total)}", opened, is_printed=False)


def _script(told: Telling) -> Iterator[Block]:
    """Write the talk in the order asked for; the other order opens beside it."""
    first = _written(told, told.order)
    other = next(order for order in Order if order is not told.order)
    yield Paragraph(
        f"{first.minutes} minutes. What stands under “listen for” may name what a seat never told: it is for whoever "
        "leads the talk. Everybody may pass."
    )
    yield Opened(ORDERS[told.order], tuple(_part(told, part) for part in first.parts))
    yield Opened(ORDERS[other], tuple(_part(told, part) for part in _written(told, other).parts), is_printed=False)


def _written(told: Telling, order: Order) -> Script:
    found = told.reckoning.scan
    words = (trial_words(told.story, found, trial) for trial in found.standing[:FINDINGS])
    findings = tuple(f"{one.lead} {one.words[:1].lower()}{one.words[1:]}" for one in words)
    return script(told.story, order=order, minutes=told.minutes, findings=findings)


def _part(told: Telling, part: ScriptPart) -> Block:
    say = tuple(Item(f"“{line}”", lead="Say:") for line in part.say)
    questions = tuple(_asked(one) for one in part.questions)
    return Group(
        HEADINGS[part.step], (Paragraph(part.aim, "soft"), Bullets((*say, *questions))), None, f"{part.minutes} minutes"
    )


def _asked(one: Question) -> Item:
    """Set a question: what to say, what to listen for; and quieter its theme, what it is made from, what to show."""
    wall = SHOWN_BESIDE[one.beside]
    shown = f"{wall}." if one.beside is Beside.NOTHING else f"On the wall: {wall.lower()}."
    theme = "" if one.theme is None else f"{THEMES[one.theme]}."
    note = " ".join(part for part in (theme, one.about, shown) if part)
    return Item(f"Listen for: {one.listen}", lead=one.words, note=note, commands=one.commands)
