"""The whole report of one finished game, in the order in which a class should talk."""

from game.debrief import Chronicle, marked_words
from game.debrief.scripting import USUAL, Order
from game.debrief.words import deed, when
from game.reports.blocks import Part, Report, cited_in
from game.reports.carried import carried
from game.reports.happened import happened
from game.reports.masthead import masthead
from game.reports.method import method
from game.reports.telling import Telling, telling_of
from game.reports.turned import turned
from game.reports.why import why
from game.whatif import Reckoning


def report_of(
    story: Chronicle, reckoning: Reckoning | None = None, *, order: Order = Order.BY_TIME, minutes: int = USUAL
) -> Report:
    """Tell a finished game; it takes seconds, unless the reckoning is there already."""
    return report(telling_of(story, reckoning, order=order, minutes=minutes))


def report(told: Telling) -> Report:
    """Put a report together."""
    story = told.story
    top, parts = masthead(story), _parts(told)
    cited = sorted({*cited_in(top), *cited_in(parts)})
    return Report(
        title=story.case.title,
        language=story.case.language,
        masthead=top,
        mark=marked_words(story),
        parts=parts,
        commands=tuple((at, deed(story, at) or f"The instructor stepped in {when(story, at)}.") for at in cited),
    )


def _parts(told: Telling) -> tuple[Part, ...]:
    return (
        Part("happened", "1", "What happened", "The facts, so that all agree on them first.", happened(told)),
        Part("why", "2", "Why", "Causes and structures, never a person’s character.", why(told)),
        Part(
            "turned",
            "3",
            "What would have turned it",
            "The same game, run again with one thing otherwise.",
            turned(told),
        ),
        Part("carried", "4", "What to carry over", "From this game to the next real meeting.", carried(told)),
        Part("behind", "", "Behind this report", "What it rests on, and what it does not claim.", method(told.story)),
    )
