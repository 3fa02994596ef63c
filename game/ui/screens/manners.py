"""The list of manners and levels, from which one computer's or all computers' is chosen."""

from game.desk.manners import LEVEL_NAMES, LEVEL_NOTES, LEVELS_NOTE, MANNER_NAMES, MANNER_NOTES
from game.opponents.manner import AS_WRITTEN, MIXED, level_of, manner_of
from game.record import Holder
from game.rules.case import Agency
from game.ui import (
    S4,
    S8,
    S12,
    S24,
    Column,
    Flow,
    Grid,
    Modal,
    Run,
    Scroll,
    Share,
    Size,
    Text,
    Tone,
    Widget,
    button,
    chip,
    choice,
    dialog,
    field,
    note,
)
from game.ui.screens.seating import (
    AS_ALL,
    VARIOUS,
    Seating,
)

KEY = "manners"
"""Of the dialog; its choices send `pick:MANNER` and `at:LEVEL`."""
WIDE = 1080.0
AROUND = 250.0
"""What the dialog needs above and below its choices, and the page around it."""


def manners_dialog(seating: Seating, agency: Agency | None, size: Size) -> Modal:
    """Let the manner and level of one computer be chosen, or of all of them."""
    now = seating.manner if agency is None else seating.manners[agency.id]
    cards = tuple(_card(manner, manner == now, agency) for manner in _offered(seating, agency))
    half = (len(cards) + 1) // 2
    columns = Grid(
        (Share(1), Share(1)),
        ((Column(cards[:half], gap=6), Column(cards[half:], gap=6)),),
        gap=S8,
        align="start",
    )
    body = Column((Scroll("manner list", columns, h=min(340.0, size.h - AROUND)), _levels(seating, agency)), gap=S12)
    heading = "How all computers play" if agency is None else f"How a computer plays {agency.name}"
    first = f"pick:{now}" if now != VARIOUS else f"pick:{_offered(seating, agency)[0]}"
    done = button("done", "Done", primary=True, hint="Return")
    return dialog(KEY, heading, body, (done,), w=min(WIDE, size.w - 2 * S24), first=first)


def summary(seating: Seating, agency: Agency) -> Widget:
    """Say on two lines how a computer plays a seat."""
    manner, level = seating.manners[agency.id], seating.level_at(agency.id)
    words = (Run(MANNER_NAMES[manner], 600), Run(f" · {LEVEL_NAMES[level].lower()}", tone=Tone.SOFT))
    return Column((Text(words, leading=1.25), note(MANNER_NOTES[manner])), gap=1)


def level_chips(key: str, now: str, group: str, first: tuple[Widget, ...] = ()) -> Widget:
    """Offer the levels, each with what it means."""
    chips = tuple(
        chip(f"{key}:{level}", words, chosen=level == now, group=group, tip=LEVEL_NOTES[level])
        for level, words in LEVEL_NAMES.items()
    )
    return Flow((*first, *chips), gap=S4, line_gap=S4)


def played_words(holder: Holder, agency: Agency) -> str:
    """Say after the game how a computer played an agency, and how well; nothing of persons."""
    if not holder.is_computer:
        return ""
    is_written = holder.manner == AS_WRITTEN
    manner = manner_of(agency.temper).name if is_written else holder.manner
    kind = MANNER_NAMES.get(manner, manner.replace("_", " ")).lower()
    source = " as the case has it" if is_written else ""
    return f"A computer played it: {kind}{source}, at {level_of(holder.level).name} level."


def common(seating: Seating) -> str:
    """Name the manner in which all computers play."""
    return "Each its own way" if seating.manner == VARIOUS else MANNER_NAMES[seating.manner]


def _offered(seating: Seating, agency: Agency | None) -> tuple[str, ...]:
    """Name the manners there are to choose from."""
    is_written = bool(seating.written) if agency is None else agency.id in seating.written
    return tuple(manner for manner in MANNER_NAMES if manner != AS_WRITTEN or is_written)


def _card(manner: str, is_chosen: bool, agency: Agency | None) -> Widget:
    """Offer a manner with what it is like."""
    words = MANNER_NOTES[manner]
    if manner == AS_WRITTEN and agency is None:
        words = "The way the case has it, where it says so; the others are not told."
    if manner == MIXED and agency is None:
        words = "Each one of the seven, dealt out by the seed. You find out at the table."
    return choice(f"pick:{manner}", MANNER_NAMES[manner], words, chosen=is_chosen, group="pick")


def _levels(seating: Seating, agency: Agency | None) -> Widget:
    """Offer the levels, and say what the chosen one means."""
    if agency is None:
        now, own = seating.level, seating.level
        first: tuple[Widget, ...] = ()
    else:
        now = seating.levels.get(agency.id, AS_ALL)
        own = seating.level_at(agency.id)
        words = f"As all: {LEVEL_NAMES[seating.level].lower()}"
        first = (chip(f"at:{AS_ALL}", words, chosen=now == AS_ALL, group="at"),)
    chips = level_chips("at", now, "at", first)
    return Column((field("How well", chips, LEVEL_NOTES[own]), note(LEVELS_NOTE)), gap=2)
