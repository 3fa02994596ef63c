"""What stands and is held up on the table: name cards and the voting card."""

from game.handouts.blocks import (
    Blanks,
    Bullets,
    Cards,
    Cell,
    Column,
    Grid,
    Paragraph,
    Section,
    Sheet,
    Tents,
)
from game.handouts.briefing import seat
from game.handouts.wording import counted, tile
from game.rules.view import PublicView

_STANCES = (
    ("circle-check", "Endorse", "I stand behind this text."),
    ("circle-half-2", "With reservations", "I can go along, and I say what troubles me."),
    ("circle-dashed", "Abstain", "I take no side."),
    ("circle-x", "Object", "I am against this text as it stands."),
    ("hand-stop", "Block", "Not with my agency. Where consensus decides, this stops it."),
)
_ANSWERS = ("0", "1", "2", "3", "4")


def name_cards(view: PublicView) -> Sheet:
    """Lay out a card for every seat, to be cut and folded."""
    seats = tuple(seat(view, face) for face in view.scene.agencies)
    return Sheet(
        "name-cards",
        "Name cards",
        f"{view.scene.title} · cut along the solid line, fold along the dashed one",
        "Everybody may read this",
        (Section("", (Tents(seats),), is_kept=False),),
        is_bare=True,
    )


def voting_card(view: PublicView) -> Sheet:
    """Lay out what a seat shows, signs and says in secret; one for each seat."""
    sections = (
        Section("How to play it", (Bullets(_play(view)),)),
        Section(
            "Stances",
            (
                Paragraph("All show at the same moment, after the floor has closed. A stance binds nobody.", "soft"),
                Cards(_STANCES),
            ),
        ),
        Section(
            "Signing",
            (
                Blanks(
                    (
                        ("Agency", ()),
                        ("Text and version", ()),
                        ("I sign", ("all of it", "all but one term:", "not")),
                        ("The term that I do not sign", ()),
                    )
                ),
                Paragraph("A term that one of its carriers has not signed does not come into force.", "soft"),
            ),
        ),
        Section(
            "Secret ballot, after the last meeting",
            (
                Paragraph(
                    "0: not at all. 4: to the letter. In your own row: how far will you carry it out, unwatched? In "
                    "the others: what will they say of themselves? Fold it and give it to the instructor."
                ),
                _ballot(view),
            ),
        ),
    )
    return Sheet("voting-card", "Voting card", view.scene.title, "One for every seat", sections, density="close")


def _play(view: PublicView) -> tuple[str, ...]:
    rounds = view.scene.rounds
    before = (
        "There is one meeting. Before it" if rounds == 1 else f"There are {counted(rounds, 'meeting')}. Before each"
    )
    return (
        f"{before} you have time for some talks in the corridor, then one move on the floor: table or amend a text, "
        "question a claim, name who holds the power, call for signatures.",
        "Facts travel best between people who have met. You may keep one, tell it straight, or tell it spun.",
        "A yes is cheap; carrying it out in the year after is what costs, and what counts.",
        "You need not sign. What you will do anyway you can say aloud: that is your lane.",
        "Whoever leans on you can win your name. Your hands stay yours.",
    )


def _ballot(view: PublicView) -> Grid:
    rows = tuple(
        (Cell(face.name, tiles=(tile(view.scene, face.id),)), Cell(boxes=_ANSWERS), Cell(boxes=_ANSWERS))
        for face in view.scene.agencies
    )
    columns = (
        Column("Party to the text", width=5),
        Column("Text ____  how far will they carry it out?", width=4),
        Column("Text ____", width=4),
    )
    return Grid(columns, rows, is_form=True, row_height=7)
