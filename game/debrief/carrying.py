"""What to carry over: two or three questions made from this very game, each tied to a finding of the policy brief."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.debrief.bending import Bend, bends
from game.debrief.chronicle import Chronicle
from game.debrief.words import deed, names, out_of_100, percent, text_name
from game.rules.commands import AssessJointly, ConcedePoint, NamePower, Share
from game.rules.ids import AgencyId
from game.rules.judgement import LivedAccord
from game.rules.vocabulary import ForumVerdict, Lived

MOST = 3


@dataclass(frozen=True, slots=True)
class Carry:
    """A question to take home: what happened here, what to ask, and the finding of the brief it belongs to."""

    happened: str
    question: str
    finding: str
    at: int | None = None


Maker = Callable[[Chronicle, LivedAccord, Bend], Carry]
"""Makes a question of what bent a yes."""


def carry_over(story: Chronicle) -> tuple[Carry, ...]:
    """Choose two or three questions, no two on the same finding."""
    chosen: list[Carry] = []
    for carry in (*_of_accords(story), *_of_forum(story), *_always(story)):
        if all(carry.finding != other.finding for other in chosen):
            chosen.append(carry)
    return tuple(chosen[:MOST])


def _of_accords(story: Chronicle) -> Iterator[Carry]:
    for lived in story.lived:
        found = bends(story, lived.accord)
        if lived.lived is Lived.SINCERE_AGREEMENT:
            yield from _held(story, lived)
        if lived.lived is Lived.OVERTAKEN:
            yield Carry(
                f"{text_name(lived.accord)} was meant, and {out_of_100(lived.rate)} of it was carried out.",
                "Which plan of yours is meant by everybody and short of hands? Who pays for the time it takes to "
                "carry it?",
                "Time, and resources dedicated to coordination",
            )
        for kind, make in MAKERS.items():
            bend = next((bend for bend in found if bend.kind == kind), None)
            if bend is not None and (bend.is_hollow or lived.lived is Lived.FALSE_COHERENCE):
                yield make(story, lived, bend)


def _held(story: Chronicle, lived: LivedAccord) -> Iterator[Carry]:
    """Ask what made a yes hold."""
    opened = (NamePower, ConcedePoint, AssessJointly, Share)
    helped = [e.at for e in story.entries if isinstance(e.command, opened) and not getattr(e.command, "is_spun", False)]
    if not helped:
        return
    first = next((at for at in helped if isinstance(story.command(at), NamePower | ConcedePoint)), helped[0])
    happened = (
        f"{deed(story, first)} {text_name(lived.accord)} was signed later, and {out_of_100(lived.rate)} was "
        "carried out."
    )
    if isinstance(story.command(first), NamePower | ConcedePoint):
        question = (
            "Who could say such a thing in a meeting of yours, and what would have to be true for it to cost nothing?"
        )
        yield Carry(happened, question, "Acknowledge power asymmetries in the room", first)
    else:
        question = (
            "Which fact do you hold that would change what others sign, and whom would you have to trust to tell it?"
        )
        yield Carry(happened, question, "Straight information from someone you trust", first)


def _pressure(story: Chronicle, lived: LivedAccord, bend: Bend) -> Carry:
    whom = story.agency(bend.whom).name
    got = lived.given.get(bend.whom)
    after = f"It signed, and {'had nothing to carry' if got is None else f'gave {percent(got)} of full effort'}."
    return Carry(
        f"{deed(story, bend.at or 0)} {after}",
        f"What would {whom} have needed in order to say its no aloud? Where do you get a yes because you could "
        "withhold something?",
        "Forced agreement pushes resistance to the implementation level",
        bend.at,
    )


def _chair(story: Chronicle, lived: LivedAccord, bend: Bend) -> Carry:
    chair = story.agency(bend.who).name if bend.who is not None else "The chair"
    return Carry(
        f"{chair} had the chair and something the others could not do without.",
        "Who in your setting could lead the meeting without holding the purse, the gate or the guns?",
        "Separate power from leadership: an honest broker in the chair",
    )


def _unasked(story: Chronicle, lived: LivedAccord, bend: Bend) -> Carry:
    whom = story.agency(bend.whom).name
    return Carry(
        f"{whom} was not invited before {text_name(lived.accord)} was tabled.",
        "Who is not in your meeting and will have to live with what it signs? What would it cost to ask them "
        "before the draft?",
        "Inclusiveness: all who matter involved early",
        bend.at,
    )


def _asked(question: str, finding: str) -> Maker:
    """Ask the same whoever it was that signed: what happened is told by what bent the yes."""

    def make(story: Chronicle, _: LivedAccord, bend: Bend) -> Carry:
        return Carry(f"{story.agency(bend.whom).name} signed. {bend.words}", question, finding, bend.at)

    return make


_fact = _asked(
    "What made it hard to say in time? What do you know that a partner is about to sign without?",
    "Straight information from someone you trust",
)
PURPOSE = (
    "Ask each other before the next meeting what it is for. How many answers do you get?",
    "Clarify assumptions and goals upfront",
)
MAKERS: dict[str, Maker] = {
    "pressure": _pressure,
    "a missing voice": _unasked,
    "not asked in time": _unasked,
    "a spun account": _fact,
    "a fact kept back": _fact,
    "the chair's hold": _chair,
    "a red line at home": _asked(
        "What has your headquarters forbidden that your field would trade, and who has told it why?",
        "Headquarters that allow flexibility in the field",
    ),
    "purposes apart": _asked(*PURPOSE),
}


def _of_forum(story: Chronicle) -> Iterator[Carry]:
    verdict, outcome = story.outcome.verdict, story.outcome
    if verdict is ForumVerdict.BREAKDOWN:
        yield Carry(
            f"{names(story.case, outcome.left)} left and stayed out.",
            "What did they learn in the room that made leaving the better choice, and who could have said it first?",
            "Transparent and horizontal relationships",
        )
    if verdict is ForumVerdict.SIDE_BY_SIDE:
        yield Carry(
            f"Nothing bound them together, and {percent(outcome.complementarity)} of the work outside accords "
            "came about and fitted.",
            "Where would saying clearly what each will do be enough, and where does the work itself need one plan?",
            "Work side by side: keep security and development roles apart",
        )
    if verdict is ForumVerdict.INFORMATION_SHARING:
        met = (
            "That is what they had set out to do."
            if outcome.is_purpose_met
            else "It had been meant to be more, or nobody had said."
        )
        yield Carry(
            f"Facts were told straight, and nothing was agreed. {met}",
            "When is telling each other enough? Which fact on your table is waiting for somebody to act on it "
            "together?",
            "Beyond information sharing",
        )
    if verdict is ForumVerdict.NOTHING:
        yield Carry(
            "Nothing was told straight, signed or fitted together.",
            "What would have been the smallest useful thing to tell somebody in this room? And in yours?",
            "Informality and face-to-face time",
        )


def _always(story: Chronicle) -> Iterator[Carry]:
    """Keep questions ready that fit any game."""
    if story.outcome.declared is None:
        yield Carry("Nobody said what the forum was for.", *PURPOSE)
    worst = _least_seen(story)
    if worst is not None:
        score = story.outcome.scores[worst].perspective or 0.0
        yield Carry(
            f"{story.agency(worst).name} foresaw the others' ballots to {score:.0f} of 100.",
            "Whose answer did you get wrong, and what could you have asked to get it right?",
            "Common knowledge of the issues among participants",
        )
    yield Carry(
        f"{percent(story.case.impact_weight)} of each score here is what came about for people; the rest is "
        "one's own mandate.",
        "What are people in your agency rewarded for, and what would they do otherwise if it were the broader result?",
        "Incentives within agencies for broader impact",
    )
    backing = {seat: own.backing for seat, own in story.end.own.items()}
    least = min(backing, key=lambda seat: backing[seat])
    yield Carry(
        f"{story.agency(least).name} had its own house behind it to {percent(backing[least])}, the least of all.",
        "Who at home has to stand behind your next yes, and when did you last talk to them?",
        "Internal consensus within agencies and networks",
    )


def _least_seen(story: Chronicle) -> AgencyId | None:
    scores = {seat: s.perspective for seat, s in story.outcome.scores.items() if s.perspective is not None}
    return min(scores, key=lambda seat: scores[seat] or 0.0) if scores else None
