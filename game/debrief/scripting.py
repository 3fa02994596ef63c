"""The instructor's script: vent, describe, analyse, carry over, with questions made from this very game.

It is for whoever leads the talk: what stands under `listen` and `about` may name what a seat never told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from game.debrief.carrying import carry_over
from game.debrief.chronicle import Chronicle
from game.debrief.describing import describing
from game.debrief.questioning import questioning
from game.debrief.questions import Beside, Question, Theme, question
from game.debrief.venting import venting

LEAST, USUAL = 12, 45
"""Minutes that a talk must have, and has."""
SHARES = (8, 10, 17, 10)
"""Minutes of the four parts in a talk of `USUAL`."""
A_QUESTION = 2.5
"""Minutes that a question takes when people think before they speak."""
FEWEST = 3
"""Questions for the analysis, however short the talk."""
A_QUESTION_OF_THE_CASE = 8
"""Minutes of analysis for which one question of the case's own is asked beside those of the game."""


class Order(StrEnum):
    """In which order the analysis goes."""

    BY_TIME = "by_time"
    BY_THEME = "by_theme"


class Step(StrEnum):
    """The four parts of the talk."""

    VENT = "vent"
    DESCRIBE = "describe"
    ANALYSE = "analyse"
    CARRY_OVER = "carry_over"


HEADINGS: dict[Step, str] = {
    Step.VENT: "Vent: how it was",
    Step.DESCRIBE: "Describe: what happened",
    Step.ANALYSE: "Analyse: why it came out so",
    Step.CARRY_OVER: "Carry over: what to take home",
}
AIMS: dict[Step, str] = {
    Step.VENT: "Everybody has said how it was on their seat before anybody is told anything.",
    Step.DESCRIBE: "Everybody agrees on what happened, and in which order.",
    Step.ANALYSE: "The class finds causes in pressure, facts, voices, home and purpose, and in nobody's character.",
    Step.CARRY_OVER: "Each leaves with one thing to do in a real meeting.",
}
SAY: dict[Step, tuple[str, ...]] = {
    Step.VENT: (
        "No verdict and no scores yet. First: how was it?",
        "Speak for your own seat, in a sentence or two. Everybody may pass, and nobody has to explain anything.",
    ),
    Step.DESCRIBE: (
        "Now only what happened. Why comes afterwards.",
        "If two of us remember it differently, we look it up in the record and go on.",
    ),
    Step.ANALYSE: (
        "We ask what made it likely, not who is to blame. Anybody on that seat would have stood under the same things.",
        "Whoever was asked something may pass it on.",
    ),
    Step.CARRY_OVER: (
        "This was a game. Now we leave the seats behind and speak as ourselves.",
        "One thing is enough, if you say when and with whom.",
    ),
}


@dataclass(frozen=True, slots=True)
class ScriptPart:
    """One part of the talk; `say` is to be said aloud when it begins."""

    step: Step
    heading: str
    minutes: int
    aim: str
    say: tuple[str, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """The whole talk. `themes` are those that this game has something on, in the order in which they are asked."""

    order: Order
    minutes: int
    parts: tuple[ScriptPart, ...]
    themes: tuple[Theme, ...]

    def part(self, step: Step) -> ScriptPart:
        """Find a part of the talk."""
        return next(part for part in self.parts if part.step is step)


def script(
    story: Chronicle, *, order: Order = Order.BY_TIME, minutes: int = USUAL, findings: tuple[str, ...] = ()
) -> Script:
    """Write the script of a talk of so many minutes; `findings` are sentences on what else could have been.

    ValueError if there is too little time to talk.
    """
    if minutes < LEAST:
        raise ValueError(f"A talk needs {LEAST} minutes or more to get from venting to carrying over; got {minutes}.")
    spans = dict(zip(Step, divide(minutes), strict=True))
    span = spans[Step.ANALYSE]
    analysis = (*_analysis(story, order, span), *_what_ifs(findings), *_of_the_case(story, span))
    questions = {
        Step.VENT: tuple(venting(story)),
        Step.DESCRIBE: tuple(describing(story)),
        Step.ANALYSE: analysis,
        Step.CARRY_OVER: tuple(_carried(story)),
    }
    parts = tuple(
        ScriptPart(step, HEADINGS[step], spans[step], AIMS[step], SAY[step], questions[step]) for step in Step
    )
    themes = tuple(dict.fromkeys(one.theme for one in analysis if one.theme is not None))
    return Script(order, minutes, parts, themes)


def divide(minutes: int) -> tuple[int, ...]:
    """Divide the minutes over the parts as in a usual talk; what rounding leaves goes where most is missing."""
    exact = [share * minutes / sum(SHARES) for share in SHARES]
    whole = [int(part) for part in exact]
    missing = sorted(range(len(exact)), key=lambda place: whole[place] - exact[place])
    for place in missing[: minutes - sum(whole)]:
        whole[place] += 1
    return tuple(whole)


def _analysis(story: Chronicle, order: Order, minutes: int) -> tuple[Question, ...]:
    """Choose as many questions as there is time for, the first of every theme, then the second; put them in order."""
    by_theme: dict[Theme, list[Question]] = {}
    for one in questioning(story):
        if one.theme is not None:
            by_theme.setdefault(one.theme, []).append(one)
    most = max((len(questions) for questions in by_theme.values()), default=0)
    ranked = [
        by_theme[theme][rank]
        for rank in range(most)
        for theme in Theme
        if theme in by_theme and rank < len(by_theme[theme])
    ]
    chosen = ranked[: max(FEWEST, int(minutes / A_QUESTION))]
    if order is Order.BY_THEME:
        return tuple(one for theme in Theme for one in chosen if one.theme is theme)
    after = len(story.entries) + 1
    return tuple(sorted(chosen, key=lambda one: one.commands[0] if one.commands else after))


def _what_ifs(findings: tuple[str, ...]) -> Iterator[Question]:
    """Ask about what could have been."""
    for finding in findings:
        yield Question(
            words="What would somebody have needed to do it that way? What would it have cost, and whom?",
            about=finding,
            listen="Conditions, not heroes: time, another chair, a fact told, a word from home.",
            beside=Beside.TURNED,
        )


def _of_the_case(story: Chronicle, minutes: int) -> Iterator[Question]:
    """Ask what the case's own teaching note asks."""
    for asked in story.case.teaching_note.questions[: max(1, minutes // A_QUESTION_OF_THE_CASE)]:
        yield Question(
            words=asked.strip(),
            about="A question of the case's own teaching note.",
            listen="Answers from several seats, and where they differ.",
            beside=Beside.WHY,
            is_of_the_case=True,
        )


def _carried(story: Chronicle) -> Iterator[Question]:
    """Ask what to carry over, and close with one thing to do."""
    for carry in carry_over(story):
        yield question(
            story,
            carry.question,
            f"A real meeting, with a place and a date. The brief calls it: {carry.finding}.",
            Beside.CARRIED,
            about=carry.happened,
            commands=(carry.at,),
        )
    yield Question(
        words="One sentence each: what will you do otherwise in your next real meeting, and with whom?",
        about="",
        listen="Something small that can be done this month. Thank everybody, and let it stand without remark.",
        beside=Beside.CARRIED,
        may_pass=True,
    )
