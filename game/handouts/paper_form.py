"""The paper twin: a page on which an instructor notes what a table on paper did, and a file to type it into."""

from game.handouts.blocks import Blanks, Cell, Column, Grid, Paragraph, Section, Sheet
from game.handouts.wording import tile
from game.record.sentences.phrases import DECISION_RULES, FORUMS, PURPOSES
from game.rules.case import Case
from game.rules.scene import Scene, scene_of

MEETING_ROWS = (
    ("Met", "who – whom"),
    ("Found out", "who: fact"),
    ("Told", "who – whom: fact; spun?"),
    ("Called home", "who: for what"),
    ("Leaned", "who – whom: text"),
    ("Pledged, lanes", "who – whom: points; who: option"),
    ("Tabled, amended", "who; terms below"),
    ("Power named, conceded; moved", "who: what"),
    ("Signatures called", "by whom: text"),
)
DEFAULTS = (
    "Whatever is left out did not happen: nobody met, told, leaned or called home, and no stance was shown.",
    "Without a forum, it stays as the chair found it. Parties left out: everybody.",
    "A text noted only by terms, parties and signed is tabled by the chair (or by the first party at the table, where "
    "the chair is none) in the first meeting, and signed in the last.",
    "Signatures are called by whoever tabled the text, or by the chair. Who is not under signed has not signed.",
    "Effort left out: what the seat said in the ballot (4 is everything), and everything where it said nothing. "
    "Lanes that were declared are carried out in full.",
    "A pledge not noted as kept was broken; a defied threat not noted as carried out was dropped.",
)
_CLOSE = 12
"""Seats and issues together from which the form is set smaller."""


def paper_form(case: Case) -> Sheet:
    """Lay out the form of a case on one page."""
    scene = scene_of(case)
    sections = (
        Section("1 · The forum, as the chair opened it", (_forum(scene),)),
        Section("2 · Meeting by meeting", (_meetings(case),)),
        Section("3 · The text: tick its options; write the letter of the text where there are several", (_text(case),)),
        Section("4 · Seat by seat", (_seats(case, scene), Paragraph(_LEGEND, "soft"))),
    )
    return Sheet(
        "paper-form",
        f"What the table did: {case.title}",
        "Type it into paper-form.yaml; the fields come in the same order",
        "For the instructor",
        sections,
        density="tight" if len(case.agencies) + len(case.issues) > _CLOSE else "close",
    )


_LEGEND = (
    "Stances: E endorse, R with reservations, A abstain, O object, B block. Ballot: 0 not at all, to 4 to the letter. "
    "Effort in the year after: 0 nothing, to 1 everything promised."
)


def _forum(scene: Scene) -> Blanks:
    return Blanks(
        (
            ("Kind", tuple(FORUMS.values())),
            ("Purpose", ("none declared", *PURPOSES.values())),
            ("Decides", tuple(DECISION_RULES.values())),
            ("Invited", tuple(face.short for face in scene.agencies)),
        )
    )


def _meetings(case: Case) -> Grid:
    columns = (Column("", width=7), *(Column(f"Meeting {nth}", width=5) for nth in range(1, case.rounds + 1)))
    rows = tuple((Cell(name, note=hint), *(Cell() for _ in range(case.rounds))) for name, hint in MEETING_ROWS)
    return Grid(columns, rows, is_form=True, row_height=7)


def _text(case: Case) -> Grid:
    rows = tuple(
        (
            Cell(issue.name),
            Cell(boxes=tuple(option.name for option in issue.options if option.id != issue.status_quo)),
        )
        for issue in case.issues
    )
    rows += ((Cell("Parties"), Cell(boxes=("everybody", "only:"))),)
    return Grid((Column("", width=3), Column("", width=9)), rows, is_form=True)


def _seats(case: Case, scene: Scene) -> Grid:
    columns = (
        Column("", width=5),
        *(Column(f"Stance {nth}", width=2) for nth in range(1, case.rounds + 1)),
        Column("Signed", width=6),
        Column("Ballot", width=2),
        Column("Effort", width=2),
        Column("Pledge kept", width=2),
    )
    empty = tuple(Cell() for _ in range(case.rounds))
    rows = tuple(
        (
            Cell(face.short, tiles=(tile(scene, face.id),)),
            *empty,
            Cell(boxes=("yes", "but for:", "no")),
            Cell(),
            Cell(),
            Cell(),
        )
        for face in scene.agencies
    )
    return Grid(columns, rows, is_form=True, row_height=5)
