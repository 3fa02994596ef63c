"""Questions about what went on in the room: power, who knew what, who was heard.

Whoever was leaned on or left out is asked first and may pass; nobody is asked to justify what they did.
"""

from collections.abc import Iterable, Iterator

from game.debrief.bending import Bend
from game.debrief.chronicle import Chronicle
from game.debrief.consensus import Occasion, consensus
from game.debrief.questions import Beside, Question, Theme, question
from game.debrief.words import deed, names, percent, text_name
from game.rules.commands import ConcedePoint, NamePower, RaiseDoubt, Share, WalkOut
from game.rules.ids import AgencyId

OF_A_KIND = 2
"""Questions about the same kind of cause."""


def room_questions(story: Chronicle, found: tuple[Bend, ...]) -> Iterator[Question]:
    """Ask about power, information and voice, by what bent a yes and by what was done."""
    yield from _power(story, found)
    yield from _information(story, found)
    yield from _voice(story, found)


def by_seat(found: Iterable[Bend], *kinds: str) -> list[tuple[AgencyId, list[Bend]]]:
    """Gather what bent the yes of each seat, those bent most first."""
    seats: dict[AgencyId, list[Bend]] = {}
    for bend in found:
        if bend.kind in kinds:
            seats.setdefault(bend.whom, []).append(bend)
    return list(seats.items())[:OF_A_KIND]


def _commands(found: Iterable[Bend]) -> tuple[int, ...]:
    return tuple(sorted({bend.at for bend in found if bend.at is not None}))


def _given(story: Chronicle, seat: AgencyId) -> str:
    """Say what a seat gave in the year, accord by accord."""
    gave = [
        f"It gave {percent(lived.given[seat])} of full effort to {text_name(lived.accord)}."
        for lived in story.lived
        if seat in lived.given
    ]
    return " ".join(gave) or "It had nothing to carry out."


def _power(story: Chronicle, found: tuple[Bend, ...]) -> Iterator[Question]:
    for seat, pressed in by_seat(found, "pressure"):
        name = story.agency(seat).name
        yield question(
            story,
            f"{name}, if you want to say, or pass: what did it change that you were leaned on? To the others: what "
            f"would have made it easier for {name} to say no aloud?",
            f"{_given(story, seat)} Pressure wins a signature and no pair of hands; those who lean do not see how far "
            "the other gave way.",
            Beside.WHY,
            about=" ".join(deed(story, at) for at in _commands(pressed)),
            seats=(seat,),
            commands=_commands(pressed),
            theme=Theme.POWER,
            may_pass=True,
        )
    chairs = [bend for bend in found if bend.kind in ("the chair's hold", "an uneven room")]
    if chairs:
        yield question(
            story,
            "What did it do to the room who sat in the chair? Who else could have led the meeting?",
            "A chair without the purse, the gate or the guns; or the power said aloud and granted.",
            Beside.WHY,
            about=chairs[0].words,
            seats=tuple(dict.fromkeys(bend.whom for bend in chairs)),
            theme=Theme.POWER,
            may_pass=True,
        )
    yield from _power_named(story)


def _power_named(story: Chronicle) -> Iterator[Question]:
    """Ask what it did that power was named, or a point granted."""
    named = [entry.at for entry in story.entries if isinstance(entry.command, NamePower | ConcedePoint)]
    if named:
        yield question(
            story,
            "What changed in the room after this was said aloud? What did it take to say it?",
            "Whether others spoke more freely afterwards, and what the strongest made of it.",
            Beside.HAPPENED,
            about=" ".join(deed(story, at) for at in named[:OF_A_KIND]),
            commands=tuple(named[:OF_A_KIND]),
            theme=Theme.POWER,
        )


def _information(story: Chronicle, found: tuple[Bend, ...]) -> Iterator[Question]:
    facts: dict[str, list[Bend]] = {}
    for bend in found:
        if bend.kind in ("a spun account", "a fact kept back"):
            facts.setdefault(bend.words, []).append(bend)
    for told, bent in list(facts.items())[:OF_A_KIND]:
        is_spun = bent[0].kind == "a spun account"
        rest = (
            "how could this have been checked in time, and what would have made a straight account worth telling?"
            if is_spun
            else "what made it hard to tell this in time, and what would have made it safe?"
        )
        seats = tuple(dict.fromkeys(bend.whom for bend in bent))
        yield question(
            story,
            f"{names(story.case, seats)}: what would you have asked for, had you known? To all: {rest}",
            "What telling would have cost the one who knew: a text, a place, trust. Not who was honest.",
            Beside.WHY,
            about=f"For {'each of ' if len(seats) > 1 else ''}{names(story.case, seats)}: {told}",
            seats=seats,
            commands=_commands(bent),
            theme=Theme.INFORMATION,
            may_pass=True,
        )
    straight = [e.at for e in story.entries if isinstance(e.command, Share) and not e.command.is_spun]
    if straight:
        yield question(
            story,
            "What made it possible to say this straight, and what did it change?",
            "Somebody trusted, a meeting before, nothing to lose. Whether anybody acted on it.",
            Beside.HAPPENED,
            about=deed(story, straight[0]),
            commands=(straight[0],),
            theme=Theme.INFORMATION,
        )


def _voice(story: Chronicle, found: tuple[Bend, ...]) -> Iterator[Question]:
    for seat, bent in by_seat(found, "a missing voice", "not asked in time"):
        yield question(
            story,
            f"{story.agency(seat).name}, if you want to say, or pass: what would you have said, had you been asked "
            "before it was written? To the others: what would it have cost to ask?",
            "A term, a fact or a warning that is nowhere in the text.",
            Beside.WHY,
            about=bent[0].words,
            seats=(seat,),
            commands=_commands(bent),
            theme=Theme.VOICE,
            may_pass=True,
        )
    yield from _left(story)
    yield from _doubted(story)
    yield from _unmeant(story)


def _left(story: Chronicle) -> Iterator[Question]:
    """Ask what made leaving the better choice."""
    left = [(entry.at, entry.command.seat) for entry in story.entries if isinstance(entry.command, WalkOut)]
    if left:
        at, gone = left[0]
        yield question(
            story,
            "What had to be true in the room for leaving to be the better choice? Who could have said it first?",
            "What the one who left had been offered, and by whom; a chair or an ally who could have spoken.",
            Beside.HAPPENED,
            about=deed(story, at),
            seats=(gone,),
            commands=(at,),
            theme=Theme.VOICE,
            may_pass=True,
        )


def _doubted(story: Chronicle) -> Iterator[Question]:
    """Ask what it took to say the quiet part aloud."""
    doubts = [entry.at for entry in story.entries if isinstance(entry.command, RaiseDoubt)]
    if doubts:
        yield question(
            story,
            "What did it take to say this aloud, and what happened next?",
            "Whether others followed, and whether the text was better for it.",
            Beside.HAPPENED,
            about=deed(story, doubts[0]),
            commands=(doubts[0],),
            theme=Theme.VOICE,
        )


def _unmeant(story: Chronicle) -> Iterator[Question]:
    """Ask how one could have noticed, where more was shown than meant."""
    shown = consensus(story)
    for moment in reversed(shown.moments):
        private = dict(moment.private)
        unmeant = tuple(seat for seat, value in moment.shown if value > 0 > private.get(seat, 0.0))
        if moment.occasion in (Occasion.SIGNING, Occasion.STANCES) and unmeant:
            yield question(
                story,
                "By what could one have noticed in the room that not every yes was meant? Who could have asked?",
                f"Shown for it and against it in private: {names(story.case, unmeant)}. Look at what was said before "
                "and not taken up.",
                Beside.WHY,
                about=shown.words,
                commands=(moment.at,),
                theme=Theme.VOICE,
            )
            return
