"""Step 1, opened further: what the room showed, and what was behind it, moment by moment."""

from game.debrief import Consensus, Moment, consensus
from game.debrief.consensus import NO, YES, Occasion
from game.debrief.words import BALLOT, percent, signed
from game.ui import (
    S8,
    S12,
    SEMIBOLD,
    SMALL,
    Column,
    Dot,
    Grid,
    Row,
    Run,
    Scroll,
    Share,
    Size,
    Space,
    Text,
    Tone,
    Widget,
    grow,
    heading,
    note,
    panel,
    small,
)
from game.ui.screens.debrief.consensus_picture import LEAST, ConsensusPicture
from game.ui.screens.debrief.shell import Sight, agency, pressed

SHOWN = {YES: "yes", 1 / 3: "with reservations", 0.0: "nothing", -1 / 3: "objected", NO: "blocked"}
SIGNED = {YES: "signed", 1 / 3: "signed but for a term", NO: "declined"}
HIGH = 900.0


def public_private(sight: Sight, views: Widget, size: Size) -> Widget:
    """Describe the picture with its moments, under the tabs that lead to it."""
    found = consensus(sight.story)
    rows: list[Widget] = [Text((Run(found.words),), size=SMALL, weight=SEMIBOLD, leading=1.35)]
    if found.moments:
        place = chosen_moment(sight, found)
        rows.append(ConsensusPicture(found, place, LEAST + (90 if size.h >= HIGH else 0)))
        rows += [_legend(), *(_moment(at, one, is_chosen=at == place) for at, one in enumerate(found.moments))]
        rows += _opened(sight, found.moments[place])
    title = heading(f"Text {found.text}, over time" if found.text else "Over time")
    return panel("", Column((views, title, grow(Scroll("moments", Column(tuple(rows), gap=S8)))), gap=S8))


def chosen_moment(sight: Sight, found: Consensus) -> int:
    """Find the moment that is looked at: the one asked for, else the last before everybody could see what came."""
    asked = sight.pick("moment")
    if asked.isdigit() and int(asked) < len(found.moments):
        return int(asked)
    meetings = [place for place, one in enumerate(found.moments) if one.round is not None]
    return meetings[-1] if meetings else 0


def _legend() -> Widget:
    parts = (
        Dot(full=False, size=12),
        note("in public"),
        Space(w=4),
        Dot(size=10),
        note("in private"),
        Space(w=4),
        Dot(size=10, tone=Tone.BAD),
        grow(note("in private, against; bar: how far apart; line: what was shown, on average")),
    )
    return Row(parts, gap=6)


def _moment(place: int, one: Moment, *, is_chosen: bool) -> Widget:
    words = Text((Run(one.words),), size=SMALL, leading=1.3, weight=SEMIBOLD if is_chosen else 400)
    return pressed(
        f"moment:{place}",
        words,
        sends="moment",
        value=str(place),
        group="moments",
        chosen=is_chosen,
        tip="See each by name, below",
        words=one.words,
    )


def _opened(sight: Sight, one: Moment) -> list[Widget]:
    """Name each with where it stood in public and in private at this moment."""
    shown, private = dict(one.shown), dict(one.private)
    heads = (note("Agency"), note("In public"), note(private_head(one.occasion)))
    lines = []
    for seat in dict.fromkeys((*shown, *private)):
        said = small((Run(shown_words(one.occasion, shown.get(seat))),))
        who = agency(sight, seat, size=20, is_short=True)
        lines.append((who, said, _private(one.occasion, private.get(seat))))
    columns = (Share(5), Share(4), Share(4))
    return [heading(f"{one.label}, each by name"), Grid(columns, (heads, *lines), gap=S12, row_gap=4, lines=True)]


def private_head(occasion: Occasion) -> str:
    """Say what stands for the private side at such a moment."""
    heads = {Occasion.BALLOT: "How far it will be done", Occasion.YEAR: "Effort it gave"}
    return heads.get(occasion, "Support in private")


def shown_words(occasion: Occasion, value: float | None) -> str:
    """Say what somebody showed."""
    if value is None:
        return "–"
    said = SHOWN if occasion in (Occasion.STANCES, Occasion.DOUBT) else SIGNED
    return min(said.items(), key=lambda item: abs(item[0] - value))[1]


def private_words(occasion: Occasion, value: float | None) -> str:
    """Say what was behind it, as it was asked or measured."""
    if value is None:
        return "–"
    if occasion is Occasion.BALLOT:
        answer = round((value + 1) * 2)
        return f"{answer} of 4, {BALLOT[answer]}"
    return percent((value + 1) / 2) if occasion is Occasion.YEAR else signed(value)


def _private(occasion: Occasion, value: float | None) -> Widget:
    tone = Tone.BAD if value is not None and value < 0 else Tone.INK
    return small((Run(private_words(occasion, value)),), tone)
