"""Choosing a hint: all topics that fit the moment, the most pressing first, none twice while there is another."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from game.opponents.coach import corridor, leaning, opening, signing, texts, year
from game.opponents.coach.example import example
from game.opponents.coach.findings import TIME
from game.opponents.coach.hint import Hint
from game.opponents.coach.moment import Moment
from game.opponents.speech.language import capitals
from game.rules import commands as do
from game.rules.course import waiting_on
from game.rules.room import Doubt, Motion
from game.rules.view import View
from game.rules.vocabulary import Phase

Topic = Callable[[Moment], Hint | None]
PASSING: Mapping[Phase, str] = {
    Phase.STANCES: "To pass is to abstain on every text that you have not answered.",
    Phase.SIGNING: "To pass is to decline.",
    Phase.BALLOT: "To pass is to leave the box as it is.",
    Phase.SETTLING: "To pass is to break the pledges and to drop the threats that you have not answered for.",
    Phase.FIRST_EFFORTS: "To pass is to leave your effort as it is.",
    Phase.SECOND_EFFORTS: "To pass is to leave your effort as it is.",
}
"""What doing no more means, where it means something."""


def think_again(moment: Moment) -> Hint | None:
    """Ask, where nothing else is to be asked, what there is still to do."""
    return Hint(
        "think_again",
        0.05,
        (
            "What matters most to you here, and does anybody know it?",
            "Doing no more is an answer, too. It should be one that you mean.",
            _passing(moment),
        ),
        TIME,
        do.Pass(moment.me),
    )


def _passing(moment: Moment) -> str:
    match moment.view.room.interlude:
        case Motion():
            return "To pass is to vote against the motion."
        case Doubt():
            return "To pass is to let the doubt stand without you."
    return PASSING.get(moment.phase, "You can go on without doing anything else here.")


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
            yield replace(hint, words=(first, second, capitals(f"{third} {example(moment, hint.command)}")))


def advise(view: View, given: Collection[str] = ()) -> Hint | None:
    """Choose the most pressing hint on a topic not yet given; the most pressing of all once all were given."""
    found = hints(view)
    return next((hint for hint in found if hint.topic not in given), next(iter(found), None))
