"""The instructor's teaching note: what to learn, how to run it, what to ask."""

from collections.abc import Iterator

from game.handouts.blocks import Block, Bullets, Cell, Column, Grid, Pairs, Paragraph, Section, Sheet
from game.handouts.wording import counted
from game.rules.case import Case

LENGTHS = (45, 90, 180)
"""Minutes of a class."""
_SHARES = (("read", 0.14), ("meet", 0.46), ("year", 0.08), ("talk", 0.32))
"""How a class divides its time. A third is for talking: that is where it is learned."""
_TALK = (
    "Talk: what happened? Scores and verdict on the wall.",
    "Talk: why? Each reads out one thing that nobody else knew.",
    "Talk: what would have turned it? One move, one missing voice, one fact.",
    "Talk: what to carry over into the next real meeting.",
)


def teaching_note(case: Case) -> Sheet:
    """Lay out the note for whoever leads the class."""
    note = case.teaching_note
    version = "A teaching version of a real setting; details are changed." if case.is_teaching_version else ""
    sections = (
        *_section("What is made up", Paragraph(note.about or version), if_any=note.about or version),
        *_section("What there is to learn", Bullets(note.lessons), if_any=note.lessons),
        Section("Before the class", (Bullets(_preparation(case)),)),
        Section("Running order", (Paragraph(_ORDER, "soft"), running_order(case))),
        *_section("How to run it", Pairs(_timing(case)), if_any=note.timing),
        *_section("What usually happens", Paragraph(note.usually), if_any=note.usually),
        *_section("Questions for the debrief", Bullets(note.questions, is_numbered=True), if_any=note.questions),
        Section("When you speak of the verdict", (Paragraph(_VERDICT),)),
    )
    return Sheet(
        "teaching-note",
        f"{case.title}: teaching note",
        f"{counted(len(case.agencies), 'seat')} · {counted(case.rounds, 'meeting')} · about {case.minutes} minutes",
        "For the instructor",
        sections,
    )


_ORDER = (
    "One game from beginning to end, for three lengths of class. The figures say at which minute each step begins; "
    "keep the last third for talking."
)
_VERDICT = (
    "The game judges roles and structures, never people. Say which pressure, which missing fact or which absent voice "
    "made a signature hollow, and ask whoever sat there what would have made it easier to say no."
)


def _section(title: str, block: Block, *, if_any: object) -> Iterator[Section]:
    if if_any:
        yield Section(title, (block,))


def _preparation(case: Case) -> tuple[str, ...]:
    seats = len(case.agencies)
    return (
        f"Print the briefing and the voting card {seats} times, every role sheet and the name cards once.",
        f"Set a table for {seats} with the name cards, and leave room in a corner for talks in the corridor.",
        "Hand out the role sheets face down. Nobody shows a role sheet to anybody, but everybody may talk.",
        "Note on the paper form what the table does, and type it in afterwards: the game then gives its verdict.",
        "Have the answer sheet at hand, and keep it from the table until the debrief.",
    )


def running_order(case: Case) -> Grid:
    """Divide classes of three lengths into steps; the cells say at which minute each begins."""
    steps = [("Read the briefing, then the role sheet. The chair convenes the forum.", _share("read"))]
    steps += [
        (f"Meeting {number}: corridor, floor, stances, signing if it was called.", _share("meet") / case.rounds)
        for number in range(1, case.rounds + 1)
    ]
    steps.append(("Secret ballot; then the year after, in efforts and results.", _share("year")))
    steps += [(talk, _share("talk") / len(_TALK)) for talk in _TALK]
    rows, gone = [], 0.0
    for step, share in steps:
        rows.append((Cell(step), *(Cell(str(round(gone * length))) for length in LENGTHS)))
        gone += share
    rows.append((Cell("End", is_strong=True), *(Cell(str(length), is_strong=True) for length in LENGTHS)))
    columns = (Column("Step", width=8), *(Column(f"of {length}", is_number=True, width=1) for length in LENGTHS))
    return Grid(columns, tuple(rows))


def _share(part: str) -> float:
    return dict(_SHARES)[part]


def _timing(case: Case) -> tuple[tuple[str, str], ...]:
    return tuple((f"{minutes} minutes", text) for minutes, text in sorted(case.teaching_note.timing.items()))
