"""Choosing a hint: all topics that fit the moment, the most pressing first, none twice while there is another."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from game.opponents.coach import corridor, leaning, opening, signing, texts, year
from game.opponents.coach.example import example
from game.opponents.coach.findings import TIME
from game.opponents.coach.hint import Hint
from game.opponents.coach.moment import Moment
from game.rules import commands as do
from game.rules.course import waiting_on
from game.rules.view import View

Topic = Callable[[Moment], Hint | None]


def think_again(moment: Moment) -> Hint | None:
    """Ask, where nothing else is to be asked, what there is still to do."""
    return Hint(
        "think_again",
        0.05,
        (
            "What matters most to you here, and does anybody know it?",
            "There may be nothing more to do just now. That is an answer, too.",
            "You can go on without doing anything else here.",
        ),
        TIME,
        do.Pass(moment.me),
    )


TOPICS: Mapping[str, Topic] = {
    topic.__name__: topic
    for topic in (
        *opening.TOPICS,
        *corridor.TOPICS,
        *leaning.TOPICS,
        *texts.TOPICS,
        *signing.TOPICS,
        *year.TOPICS,
        think_again,
    )
}
"""Every topic by name."""


def hints(view: View) -> tuple[Hint, ...]:
    """List every hint that fits the moment, the most pressing first; none while no move is asked of the seat."""
    if view.seat not in waiting_on(view.room):
        return ()
    return tuple(sorted(_fitting(Moment(view)), key=lambda hint: -hint.urgency))


def _fitting(moment: Moment) -> Iterator[Hint]:
    """Go through the topics; a hint whose command is not allowed now is none."""
    for topic in TOPICS.values():
        hint = topic(moment)
        if hint is not None and moment.allows(hint.command):
            first, second, third = hint.words
            yield replace(hint, words=(first, second, f"{third} {example(moment, hint.command)}"))


def advise(view: View, given: Collection[str] = ()) -> Hint | None:
    """Choose the most pressing hint on a topic not yet given; the most pressing of all once all were given."""
    found = hints(view)
    return next((hint for hint in found if hint.topic not in given), next(iter(found), None))
