"""The five roots of one yes in words: how strong each is, and what made it so."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.debrief.chronicle import Chronicle
from game.debrief.words import LEVERS, PURPOSES, ROOTS, fact_report, listed, percent, red_line_text, share, signed, when
from game.rules.ids import AgencyId, FactId, RedLineId, TextId, ThreatId
from game.rules.judgement import Evidence, RootReading
from game.rules.vocabulary import Purpose, Root

NOTES: dict[Root, str] = {
    Root.WORTH: "Was the text better for it than not signing, by what it believed?",
    Root.FREE: "Could it have said no?",
    Root.INFORMED: "Did it know what other parties knew about the text?",
    Root.HEARD: "Was it asked in time, and did what it said change anything?",
    Root.BACKED: "Did its own house stand behind it?",
}
"""What each root asks."""


@dataclass(frozen=True, slots=True)
class Cause:
    """One piece of evidence in words. `at` is the command behind it, `who` whose doing it was; `amount` as judged."""

    words: str
    amount: float
    at: int | None = None
    who: AgencyId | None = None


@dataclass(frozen=True, slots=True)
class RootWords:
    """One root of one signature, opened up."""

    root: Root
    name: str
    value: float
    question: str
    formula: str
    causes: tuple[Cause, ...]


def root_words(story: Chronicle, text: TextId, seat: AgencyId) -> tuple[RootWords, ...]:
    """Open the five roots of a signature."""
    reading = story.judged[text].signatures[seat]
    return tuple(
        RootWords(
            root, ROOTS[root], of.value, NOTES[root], _formula(story, root), tuple(_causes(story, text, seat, root, of))
        )
        for root, of in reading.roots.items()
    )


def _formula(story: Chronicle, root: Root) -> str:
    """Write out how a root is computed (R5.1 to R5.5)."""
    rules = story.ruleset
    match root:
        case Root.WORTH:
            return (
                f"0.5 + {rules.worth_slope:g} · advantage, between 0 and 1. Advantage: how far above not signing, "
                "on the way to the best."
            )
        case Root.FREE:
            return f"1, less {rules.pressure_step:g} for each step of strength of a threat, and the chair's hold."
        case Root.INFORMED:
            return f"1, less what each fact kept from it would change, in points, over {rules.informed_span:g}."
        case Root.HEARD:
            return "A quarter each: invited, talked to, met halfway, in a level room."
        case Root.BACKED:
            return (
                f"Its own backing, less {rules.purpose_step:g} for each step between purposes; 0 where a red line "
                "is crossed."
            )


def _causes(story: Chronicle, text: TextId, seat: AgencyId, root: Root, reading: RootReading) -> Iterator[Cause]:
    if root is Root.FREE and not reading.evidence:
        yield Cause("Nobody leaned on it, and the chair had no hold over it.", 0.0)
    if root is Root.INFORMED and not reading.evidence:
        yield Cause("It had been told, or knew, all that other parties knew.", 0.0)
    for one in reading.evidence:
        yield cause(story, text, seat, root, one)


def cause(story: Chronicle, text: TextId, seat: AgencyId, root: Root, one: Evidence) -> Cause:
    """Put one piece of evidence into words."""
    if one.what == "red_line":
        line = red_line_text(story.case, seat, RedLineId(one.about))
        return Cause(f"It crosses what its headquarters forbids: {line}", one.amount)
    match root:
        case Root.WORTH:
            return Cause(_worth(one.amount), one.amount)
        case Root.FREE:
            return _free(story, text, seat, one)
        case Root.INFORMED:
            return _informed(story, text, seat, one)
        case Root.HEARD:
            return _heard(story, text, seat, one)
        case Root.BACKED:
            return _backed(story, seat, one)


def _worth(advantage: float) -> str:
    if advantage > 0:
        return f"By what it believed, signing brought it {percent(advantage)} of the way to the best it could get."
    if advantage == 0:
        return "By what it believed, signing and not signing were worth the same."
    return f"By what it believed, signing left it {percent(-advantage)} below what it had without signing."


def _free(story: Chronicle, text: TextId, seat: AgencyId, one: Evidence) -> Cause:
    who = AgencyId(one.about)
    name = story.agency(who).name
    if one.what == "chair_leverage":
        lever = next(lever for lever in story.agency(who).leverage if lever.over == seat)
        words = f"{name} had the chair and could withhold {LEVERS[lever.kind]}; nobody had granted that aloud."
        return Cause(words, one.amount, None, who)
    threat = story.signing[text].own[seat].threats[ThreatId(one.at or 0)]
    lever = next(lever for lever in story.agency(who).leverage if lever.over == seat)
    words = f"{name} leaned on it {when(story, one.at or 0)}: “{lever.text}”."
    if threat.is_withdrawn:
        words += " The threat was taken back, but it had done part of its work."
    return Cause(words, one.amount, one.at, who)


def _informed(story: Chronicle, text: TextId, seat: AgencyId, one: Evidence) -> Cause:
    fact = story.case.fact(FactId(one.about))
    report = fact_report(story, fact.id)
    if one.what == "spun":
        command = story.command(one.at or 0)
        teller = command.seat if command is not None else None
        name = story.agency(teller).name if teller is not None else "Somebody"
        return Cause(f"{name} told it the opposite of this: {report}", one.amount, one.at, teller)
    keepers = keepers_of(story, text, seat, fact.id)
    knew = listed(story.agency(keeper).name for keeper in keepers) or "Another party"
    return Cause(f"{knew} knew, and it did not: {report}", one.amount, None, keepers[0] if keepers else None)


def keepers_of(story: Chronicle, text: TextId, seat: AgencyId, fact: FactId) -> tuple[AgencyId, ...]:
    """Name the other parties who knew a fact when the text was signed."""
    then = story.signing[text]
    return tuple(p for p in story.accord(text).parties if p != seat and fact in then.own[p].knows)


def _heard(story: Chronicle, text: TextId, seat: AgencyId, one: Evidence) -> Cause:
    is_so = one.amount > 0
    paper = story.signing[text].room.texts[text]
    match one.what:
        case "invited":
            words = f"It {'was' if is_so else 'was not'} invited before the text was tabled."
        case "consulted" if is_so and one.at is None:
            words = "It put the text on the table itself."
        case "consulted":
            words = f"A sponsor {'had' if is_so else 'never'} talked it over with it face to face."
        case "met_halfway" if is_so and seat in paper.sponsors and one.at == paper.versions[0].at:
            words = "Terms it wrote itself stand in the text."
        case "met_halfway":
            words = f"{'What' if is_so else 'Nothing'} it asked for came to stand in the text."
        case _:
            chair = story.agency(AgencyId(one.about)).name
            words = (
                f"The room was level: {chair} in the chair was not the strongest, or had granted its power."
                if is_so
                else f"{chair} held the chair and the most power, and nobody had granted that aloud."
            )
    return Cause(words, one.amount, one.at, AgencyId(one.about) if one.what == "level_room" else None)


def _backed(story: Chronicle, seat: AgencyId, one: Evidence) -> Cause:
    if one.what == "backing":
        return Cause(f"Its own house stood behind it to {percent(one.amount)}.", one.amount)
    expected = PURPOSES[story.agency(seat).expects]
    if one.about == "undeclared":
        words = f"It had come for {expected}; nobody said what the forum was for."
    else:
        words = f"It had come for {expected}; the forum was for {PURPOSES[Purpose(one.about)]}."
    return Cause(words, one.amount)


def amount_words(one: Cause) -> str:
    """Write what a cause did to its root."""
    return signed(one.amount) if one.amount else share(0.0)
