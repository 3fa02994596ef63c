"""The public briefing: one page that everybody reads."""

from game.handouts.blocks import (
    IssueBox,
    Issues,
    OptionLine,
    Pairs,
    Paragraph,
    Seat,
    Seats,
    Section,
    Sheet,
    with_density,
)
from game.handouts.wording import carrier_tiles, community_word, counted, present, tile
from game.record.sentences.phrases import DECISION_RULES, FORUMS, PURPOSES
from game.rules.scene import Face
from game.rules.view import PublicView

_CLOSE, _TIGHT = 3500, 4700
"""Letters from which the page is set smaller."""


def briefing(view: PublicView, minutes: int) -> Sheet:
    """Lay out what everybody knows; `minutes` is how long the case says it plays."""
    scene, forum = view.scene, view.room.forum
    sections = (
        Section("", (Paragraph(scene.briefing),)),
        Section("The forum", (Pairs(_forum(view, minutes)),)),
        Section("Who is at the table", (Seats(tuple(seat(view, face) for face in scene.agencies)),)),
        Section(
            "What there is to settle",
            (
                Issues(tuple(_box(view, nth) for nth in range(len(scene.issues)))),
                Paragraph(
                    "The signs behind an option show who has to carry it out. “Now” is how things stand and stay "
                    "where nothing is agreed. A text may settle some issues and leave others open.",
                    "soft",
                ),
            ),
            is_kept=False,
        ),
    )
    chair = scene.face(forum.chair).name
    sheet = Sheet(
        "briefing",
        scene.title,
        f"{scene.place} · {chair} in the chair",
        "Public briefing · everybody may read this",
        sections,
    )
    return with_density(sheet, _CLOSE, _TIGHT)


def seat(view: PublicView, face: Face) -> Seat:
    """Say who somebody is, as everybody knows it."""
    forum = view.room.forum
    words = [community_word(face.community)]
    words += ["chair"] if face.id == forum.chair else []
    words += ["neutral"] if face.is_neutral else []
    words += ["not yet invited"] if face.id not in forum.invited else []
    return Seat(tile(view.scene, face.id), face.name, " · ".join(words), face.mandate)


def _forum(view: PublicView, minutes: int) -> tuple[tuple[str, str], ...]:
    scene, forum = view.scene, view.room.forum
    everybody = len(forum.invited) == len(scene.agencies)
    purpose = PURPOSES[forum.purpose] if forum.purpose is not None else "not declared"
    return (
        ("Forum", f"{scene.forum_name}, a {FORUMS[forum.kind]}, as the chair finds it"),
        ("Declared purpose", purpose),
        ("Decides", DECISION_RULES[forum.rule]),
        ("Invited", "everybody" if everybody else present(scene, forum.invited)),
        ("Course", f"{counted(scene.rounds, 'meeting')}, then the year after; about {minutes} minutes"),
    )


def _box(view: PublicView, nth: int) -> IssueBox:
    issue = view.scene.issues[nth]
    options = tuple(
        OptionLine(
            option.name,
            "",
            carrier_tiles(view.scene, issue.id, option.id),
            ("now",) if option.id == issue.status_quo else (),
        )
        for option in issue.options
    )
    return IssueBox(issue.name, "", options)
