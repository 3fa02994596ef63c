"""A share of a cause, opened: how it is reckoned, what there would have been without it, and what even then remains."""

from game.debrief.words import percent, share
from game.rules.ids import TextId
from game.ui import (
    S8,
    S12,
    SEMIBOLD,
    Column,
    Meter,
    Modal,
    Row,
    Run,
    Scroll,
    Size,
    Text,
    Tone,
    Widget,
    button,
    dialog,
    figure,
    grow,
    heading,
    note,
    sized,
    small,
)
from game.ui.screens.debrief.bent_panel import cause_words
from game.ui.screens.debrief.shell import Sight, command_mark
from game.whatif import Share, Shares, share_words, shares_words
from game.whatif.words import FORMULA


def shares_named(sight: Sight, key: str) -> tuple[TextId, Shares, Share] | None:
    """Find the share that a key names, if it is there; lines that were moved may have taken it away."""
    parts = key.split("|")
    if sight.reckoning is None or len(parts) != 3:
        return None
    text, place, number = TextId(parts[0]), int(parts[1]), int(parts[2])
    found = sight.reckoning.shares.get(text, ())
    if place >= len(found) or number >= len(found[place].shares):
        return None
    return text, found[place], found[place].shares[number]


def share_dialog(sight: Sight, key: str, size: Size) -> Modal:
    """Open one share."""
    named = shares_named(sight, key)
    assert named is not None
    text, shares, one = named
    whose = "those concerned" if shares.seat is None else sight.story.agency(shares.seat).name
    parts: list[Widget] = [
        Text((Run(cause_words(sight.story, shares, one)),), weight=SEMIBOLD, leading=1.35),
        Row((grow(note((Run(one.cause.kind),))), command_mark(sight, one.cause.at, "opened share")), gap=S8),
        small((Run(share_words(shares, one)),)),
        heading(f"How far {whose} meant it"),
        _bar("As it was", shares.sincerity),
        _bar("Without this alone", one.alone),
        _bar("Without all of these", shares.without),
        small((Run(shares_words(sight.story, shares)),), Tone.SOFT),
        heading("All the shares, in the order of size"),
        *(_line(sight, shares, each, is_this=each is one) for each in shares.shares),
        heading("How it is reckoned"),
        small(FORMULA),
    ]
    inner = Scroll("share lines", Column(tuple(parts), gap=S8), h=min(540.0, size.h - 196))
    close = button("shut", "Close", primary=True, hint="Esc")
    title = f"{percent(shares.part(one))} of what was taken, Text {text}"
    return dialog("share", title, inner, (close,), w=680, first="shut")


def _bar(words: str, value: float) -> Widget:
    return Row(
        (sized(small(words), w=170), grow(Meter(value, Tone.ACCENT, h=10)), sized(figure(share(value)), w=52)), gap=S12
    )


def _line(sight: Sight, shares: Shares, one: Share, *, is_this: bool) -> Widget:
    tone, weight = (Tone.INK, SEMIBOLD) if is_this else (Tone.SOFT, 400)
    part = percent(shares.part(one)) if one.taken > 0 else "helped"
    words = small((Run(cause_words(sight.story, shares, one), weight),), tone)
    return Row(
        (
            sized(figure(part, 13, tone, align="left"), w=56),
            grow(words),
            sized(figure(share(one.taken), 13, tone), w=52),
        ),
        gap=S8,
        align="start",
    )
