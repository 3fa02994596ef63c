"""After the meetings: the ballot, and what is really done."""

from game.opponents.coach.findings import APART, COMMON, FORCED, IMPACT
from game.opponents.coach.hint import Hint
from game.opponents.coach.moment import MIND, Moment
from game.opponents.effort import lane_plan, mean, plan
from game.opponents.estimate import Others
from game.opponents.year import TOP, ballot
from game.rules import commands as do
from game.rules.texts import LANES, Accord
from game.rules.vocabulary import Phase

SLOW = 1
"""Level of a term at half-year, up to which it has hardly moved."""
AT_LEAST = 0.5
"""Effort that is suggested to whoever signed and said nothing of it in the ballot."""
LITTLE = 0.4
"""Effort that calls for an honest word."""


def _spoken(effort: float) -> float:
    """Round an effort to what one would say: twentieths."""
    return round(20 * effort) / 20


def _unanswered(moment: Moment) -> Accord | None:
    if moment.phase is not Phase.BALLOT:
        return None
    left = (one for one in moment.view.room.in_force if one.text not in moment.view.own.ballots)
    return next(left, None)


def _ballot(moment: Moment, accord: Accord) -> do.Command:
    """Answer with what the seat's own interests would make it do, and guess the others from what was seen."""
    answers = (one for one in ballot(moment.view, MIND) if isinstance(one, do.AnswerBallot))
    return next(one for one in answers if one.accord == accord.text)


def honest_answer(moment: Moment) -> Hint | None:
    """Ask a party what it will really do."""
    accord = _unanswered(moment)
    if accord is None or moment.me not in accord.parties:
        return None
    command = _ballot(moment, accord)
    return Hint(
        "honest_answer",
        0.7,
        (
            "If nobody ever knew, what would you do?",
            "The box is secret until the end. What you answer costs nothing; what you find out about your own yes may.",
            f"Think of the terms of Text {accord.text} that you carry, of what they cost a quarter, and of who would "
            "notice.",
        ),
        IMPACT,
        command,
    )


def foresee(moment: Moment) -> Hint | None:
    """Ask what the others will do, and from what one could know it."""
    accord = _unanswered(moment)
    if accord is None:
        return None
    others = [party for party in accord.parties if party != moment.me]
    if not others:
        return None
    found: Others = moment.others()
    least = min(others, key=lambda agency: (found.chance(agency, accord.terms), agency))
    text = moment.text(accord.text)
    return Hint(
        "foresee",
        0.75 if moment.me not in accord.parties else 0.6,
        (
            "Whose yes do you believe least, and what makes you think so?",
            "Do not predict people as they speak but as they stand: what it brings them, what it costs, who leaned on "
            "them.",
            f"{moment.basis(least, text)}, {moment.name(least)} seems to have least to gain from Text {accord.text}. "
            "That is a "
            "guess; what do you know that speaks for or against it?",
        ),
        COMMON,
        _ballot(moment, accord),
    )


def what_you_give(moment: Moment) -> Hint | None:
    """Ask before the year how much will really be done for an accord."""
    if moment.phase is not Phase.FIRST_EFFORTS:
        return None
    for accord in moment.view.room.in_force:
        wanted = plan(moment.view, MIND, accord)
        given = moment.view.own.ballots.get(accord.text)
        share, said = max(AT_LEAST, mean(wanted)), ""
        if given is not None and given.own is not None:
            share, said = given.own / TOP, f" In the box you said {given.own} of {TOP}."
        command = do.SetEffort(moment.me, accord.text, _spoken(share))
        if not wanted or not moment.allows(command):
            continue
        return Hint(
            "what_you_give",
            0.7,
            (
                "What did you sign, and what will you do?",
                "Effort is paid quarter by quarter; what is reached lasts. Others will see how far it comes, not why.",
                f"You carry {len(wanted)} of the terms of Text {accord.text}.{said}",
            ),
            IMPACT if mean(wanted) >= LITTLE else FORCED,
            command,
        )
    return None


def half_year(moment: Moment) -> Hint | None:
    """Ask at half-year about what has hardly moved."""
    if moment.phase is not Phase.SECOND_EFFORTS:
        return None
    for accord in moment.view.room.in_force:
        wanted = plan(moment.view, MIND, accord)
        now = moment.view.own.efforts.get(accord.text)
        share = max(mean(wanted), now.effort if now is not None else 0.0)
        command = do.SetEffort(moment.me, accord.text, _spoken(share))
        if not wanted or not moment.allows(command):
            continue
        levels = moment.view.room.year.levels.get(accord.text, {})
        slow = [term.issue for term in accord.terms if levels.get(term.issue, 0) <= SLOW]
        told = f"{moment.issue(slow[0])} has hardly moved." if slow else "All of it has moved."
        return Hint(
            "half_year",
            0.7,
            (
                "Half the year is gone. Are you still doing it for the same reason?",
                "What lags may lag because of you or because of others. Giving less now decides for both.",
                f"In Text {accord.text}: {told}",
            ),
            IMPACT,
            command,
        )
    return None


def own_lane(moment: Moment) -> Hint | None:
    """Ask what will be done of a declared lane."""
    wanted = lane_plan(moment.view, MIND)
    command = do.SetEffort(moment.me, LANES, _spoken(mean(wanted)) if wanted else 1.0)
    if moment.phase not in (Phase.FIRST_EFFORTS, Phase.SECOND_EFFORTS) or not wanted or not moment.allows(command):
        return None
    return Hint(
        "own_lane",
        0.65,
        (
            "You said what you would do anyway. Will you?",
            "Side by side works because each can rely on what the others said of themselves.",
            f"You declared a lane on {moment.issue(next(iter(wanted)))}. Nobody signed it with you.",
        ),
        APART,
        command,
    )


TOPICS = (honest_answer, foresee, what_you_give, half_year, own_lane)
