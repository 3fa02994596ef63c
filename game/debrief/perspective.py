"""Perspective: how well each saw the others coming, by the minutes alone and by what it predicted (R9.4)."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.debrief.chronicle import Chronicle
from game.debrief.words import BALLOT, count, names, percent, text_name
from game.rules.ids import AgencyId, TextId
from game.rules.judging.score import foresight
from game.rules.legality.year import BALLOT_TOP

BY_SIGNATURE = BALLOT_TOP
"""What a plain signature, taken at its word, lets one expect on the ballot: to the letter."""
BY_RESERVATION = 3
"""What a signature but for one term lets one expect: most of it."""
OFF = 2
"""Steps of the ballot from which an answer counts as misread."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One seat's sight of one party of an accord; all but `given` are answers 0..4.

    `by_minutes` is what the public signature, taken at its word, lets one expect: 4, or 3 with a reservation.
    `predicted` is what the seat expected, `answer` what the other said in secret, `given` (0..1) what it then did.
    """

    seat: AgencyId
    whom: AgencyId
    accord: TextId
    by_minutes: int
    predicted: int
    answer: int
    given: float | None
    words: str

    @property
    def off(self) -> int:
        """Return by how many steps the prediction missed."""
        return abs(self.predicted - self.answer)

    @property
    def off_by_minutes(self) -> int:
        """Return by how many steps the minutes alone would have missed."""
        return abs(self.by_minutes - self.answer)


@dataclass(frozen=True, slots=True)
class Perspective:
    """How well one seat saw the others: `before` by the minutes alone, `after` by its own ballot, 0..100 each (R9.4).

    None where it predicted nobody who answered. `misread` is whom it misread most, if by a step or more.
    """

    seat: AgencyId
    sightings: tuple[Sighting, ...]
    before: float | None
    after: float | None
    misread: AgencyId | None
    words: str

    @property
    def gain(self) -> float | None:
        """Return what it saw beyond the minutes."""
        return None if self.before is None or self.after is None else self.after - self.before


def perspectives(story: Chronicle) -> tuple[Perspective, ...]:
    """Say for every seat how well it saw the others coming, in the order of the case."""
    return tuple(_perspective(story, seat) for seat in story.case.agency_ids)


def perspective_summary(story: Chronicle) -> str:
    """Say for the whole table how much more was seen than the minutes showed, and whom nobody saw coming."""
    found = [one for one in perspectives(story) if one.gain is not None]
    if not found:
        return "Nobody predicted anybody, or there was nothing to predict."
    better = sum(one.gain > 0 for one in found if one.gain is not None)
    said = f"{count(better) if better else 'None'} of {count(len(found)).lower()} saw more than the minutes showed."
    missed: dict[AgencyId, list[int]] = {}
    for sighting in (sighting for one in found for sighting in one.sightings):
        missed.setdefault(sighting.whom, []).append(sighting.off)
    most = max(missed, key=lambda seat: sum(missed[seat]) / len(missed[seat]))
    by = sum(missed[most]) / len(missed[most])
    if by < 1:
        return f"{said} Nobody's answer was missed by a whole step on average."
    return f"{said} {names(story.case, (most,))} was the hardest to read: missed by {by:.1f} steps of four on average."


def perspective_words(story: Chronicle, seat: AgencyId) -> str:
    """Say how well a seat saw the others coming (R9.4)."""
    score = story.outcome.scores[seat].perspective
    if score is None:
        return "It predicted nobody, or there was nothing to predict."
    how = (
        "exactly"
        if score == 100
        else "well"
        if score >= 60
        else "somewhat better than a guess"
        if score > 0
        else "no better than a guess"
    )
    return (
        f"It saw the others coming {how}: {score:.0f} of 100. "
        "100 · (1 − mean error / mean error of the best constant guess), never below 0."
    )


def _perspective(story: Chronicle, seat: AgencyId) -> Perspective:
    sightings = tuple(_sightings(story, seat))
    before = foresight([(one.by_minutes, one.answer) for one in sightings])
    after = foresight([(one.predicted, one.answer) for one in sightings])
    worst = max(sightings, key=lambda one: one.off, default=None)
    misread = worst.whom if worst is not None and worst.off else None
    found = Perspective(seat, sightings, before, after, misread, "")
    return Perspective(seat, sightings, before, after, misread, _words(story, found, worst))


def _sightings(story: Chronicle, seat: AgencyId) -> Iterable[Sighting]:
    """Pair each prediction with the answer that it was about; without an answer there is nothing to hold it against."""
    for accord, ballot in story.end.own[seat].ballots.items():
        given = story.lived_as(accord).given
        for whom in (whom for whom in story.case.agency_ids if whom in ballot.predictions):
            theirs = story.end.own[whom].ballots.get(accord)
            if theirs is None or theirs.own is None:
                continue
            by_minutes = BY_RESERVATION if whom in story.accord(accord).reserved else BY_SIGNATURE
            predicted, lived = ballot.predictions[whom], given.get(whom)
            words = _sighting_words(story, accord, whom, by_minutes, predicted, theirs.own, lived)
            yield Sighting(seat, whom, accord, by_minutes, predicted, theirs.own, lived, words)


def _sighting_words(
    story: Chronicle, accord: TextId, whom: AgencyId, by_minutes: int, predicted: int, answer: int, given: float | None
) -> str:
    signed_how = "signed" if by_minutes == BY_SIGNATURE else "signed but for one term"
    did = "" if given is None else f", and gave {percent(given)} of full effort"
    expected = f"Expected: {BALLOT[predicted]} ({predicted} of 4)."
    return (
        f"{story.agency(whom).name} {signed_how} {text_name(accord)}. {expected} "
        f"It answered: {BALLOT[answer]} ({answer} of 4){did}."
    )


def _words(story: Chronicle, found: Perspective, worst: Sighting | None) -> str:
    """Say what a seat saw, what the minutes alone would have shown, and whose answer it missed; it blames nobody."""
    said = perspective_words(story, found.seat)
    if found.before is None or found.after is None or found.gain is None or worst is None:
        return said
    minutes = f"Taking every signature at its word would have scored {found.before:.0f}"
    if found.gain > 0:
        more = f"{minutes}: it saw {found.gain:.0f} beyond the minutes."
    elif found.gain < 0:
        more = f"{minutes}: this time the minutes told more, by {-found.gain:.0f}."
    else:
        more = f"{minutes}, the same."
    if not worst.off:
        return f"{said} {more} It missed nobody's answer."
    steps = "one step" if worst.off == 1 else f"{count(worst.off).lower()} steps"
    way = "less" if worst.answer < worst.predicted else "more"
    who = story.agency(worst.whom).name
    hidden = " Little of that could be seen in the room." if worst.off >= OFF and worst.off_by_minutes >= OFF else ""
    return f"{said} {more} The answer it missed most was that of {who}, by {steps}: {way} than it had expected.{hidden}"
