"""A seat's role sheet, made of nothing but the view of that seat.

It is read in two minutes by somebody under pressure: what not signing leaves, what is forbidden and what a yes costs
come first.
"""

from game.handouts.blocks import (
    Cell,
    Column,
    Grid,
    IssueBox,
    Issues,
    Key,
    Keys,
    Note,
    Notes,
    OptionLine,
    Pairs,
    Paragraph,
    Section,
    Sheet,
    with_density,
)
from game.handouts.wording import (
    EXPECTATIONS,
    STRENGTHS,
    believed,
    carrier_tiles,
    community_word,
    counted,
    of_hundred,
    said_points,
    shift_words,
    signed,
    tile,
)
from game.record.sentences.narrator import points
from game.record.sentences.phrases import LEVERS, PURPOSES
from game.rules.case import Issue, Leverage, RedLine
from game.rules.view import View

_EASY = 0.55
"""Flexibility from which on headquarters gives way easily."""

_CLOSE, _TIGHT = 5500, 7000
"""Letters from which the sheet is set smaller, to stay on two pages."""


def role_sheet(view: View) -> Sheet:
    """Lay out what one seat knows."""
    face = view.scene.face(view.seat)
    sections = (
        Section("Before anything else", (Keys((_not_signing(view), _forbidden(view), _cost(view))),)),
        Section("Your brief", (Paragraph(view.role.agency.brief),)),
        Section("What each option is worth to you", _points(view), is_kept=False),
        *_hidden(view),
        *_known(view),
        *_unknown(view),
        Section("The others", (_others(view),)),
        Section("What you bring", (Pairs(_means(view)),)),
    )
    sheet = Sheet(
        f"role-{view.seat}",
        face.name,
        f"{community_word(face.community)} · {view.scene.title}",
        f"Confidential · only for {face.name}",
        sections,
        tile=tile(view.scene, view.seat),
        is_confidential=True,
    )
    return with_density(sheet, _CLOSE, _TIGHT)


# What comes first


def _not_signing(view: View) -> Key:
    walk_away = view.own.walk_away
    are = "point is" if walk_away == 1 else "points are"
    text = f"{are} yours if all else stays as it is. Hold every text against this. Not signing can win."
    return Key("If you do not sign", points(walk_away), text)


def _forbidden(view: View) -> Key:
    lines = view.role.agency.red_lines
    if not lines:
        return Key("Headquarters forbids", "", "Nothing by name. You answer for what you sign.")
    return Key("Headquarters forbids", "", "", tuple(_red_line(line) for line in lines))


def _red_line(line: RedLine) -> Note:
    if line.is_waivable:
        return Note("Can be waived: cable home early.", line.text, "lock-open", "warn")
    return Note("Cannot be waived.", line.text, "lock", "bad")


def _cost(view: View) -> Key:
    burdens = tuple(view.role.burdens.values())
    if not burdens:
        return Key("What a yes costs you", "", "You carry no option yourself. Ask who will, and why they should.")
    usual = min(burdens)
    text = (
        f"{'point' if usual == 1 else 'points'} for a year of full effort on each term that you carry. "
        "A yes is cheap; keeping it costs."
    )
    dear = sorted({burden for burden in burdens if burden > usual})
    notes = tuple(
        Note(said_points(burden), ", ".join(_names_at(view, burden)), "alert-triangle", "warn") for burden in dear
    )
    return Key("What a yes costs you", points(usual), text, notes)


def _names_at(view: View, burden: float) -> tuple[str, ...]:
    return tuple(view.scene.option(*key).name for key, price in view.role.burdens.items() if price == burden)


# Points and secret mandates


def _points(view: View) -> tuple[Paragraph, Issues]:
    legend = Paragraph(
        "★ is your best on the issue; all the best make 100. “Now” is how things stand. The signs show who has to "
        "carry an option out; a small minus behind its name is what carrying it costs you. Facts can change these "
        "numbers.",
        "soft",
    )
    return legend, Issues(tuple(_box(view, issue) for issue in view.scene.issues))


def _box(view: View, issue: Issue) -> IssueBox:
    worth = view.role.agency.points[issue.id]
    best = max(worth.values())
    lines = []
    for option in issue.options:
        burden = view.role.burdens.get((issue.id, option.id))
        marks = ["★"] if worth[option.id] == best else []
        marks += ["now"] if option.id == issue.status_quo else []
        lines.append(
            OptionLine(
                option.name,
                "" if option.id == issue.status_quo else option.text,
                carrier_tiles(view.scene, issue.id, option.id),
                tuple(marks),
                str(worth[option.id]),
                "" if burden is None else f"−{points(burden)}",
                is_strong=worth[option.id] == best,
            )
        )
    return IssueBox(issue.name, issue.text, tuple(lines))


def _hidden(view: View) -> tuple[Section, ...]:
    mandates = view.role.agency.hidden
    if not mandates:
        return ()
    notes = tuple(
        Note(said_points(one.points, signed(one.points)), one.text, "eye-off", "good" if one.points > 0 else "bad")
        for one in mandates
    )
    return (Section("Nobody else knows", (Notes(notes),)),)


# Facts


def _known(view: View) -> tuple[Section, ...]:
    notes = []
    for question in view.scene.questions:
        truth = view.own.knows.get(question.id)
        if truth is None:
            continue
        report = question.if_true if truth else question.if_false
        shift = shift_words(view.role.shifts, question.id, view.scene.issues) if truth else ""
        notes.append(
            Note(question.name, f"{report} Worth to you because of it: {shift}." if shift else report, "check")
        )
    if not notes:
        return ()
    told = Paragraph("You may keep it, tell it straight, or tell it spun. Who is told straight can mean a yes.", "soft")
    return (Section("What you know", (Notes(tuple(notes)), told)),)


def _unknown(view: View) -> tuple[Section, ...]:
    rows = []
    for question in view.scene.questions:
        if question.id in view.own.knows:
            continue
        belief = view.own.beliefs[question.id]
        shift = shift_words(view.role.shifts, question.id, view.scene.issues)
        rows.append(
            (
                Cell(question.question),
                Cell(f"{believed(belief)}, {round(100 * belief)}"),
                Cell(shift or "no change"),
                Cell(str(question.difficulty)),
            )
        )
    if not rows:
        return ()
    columns = (
        Column("Question", width=7),
        Column("Your staff think, of 100", width=4),
        Column("If it is so, worth to you", width=5),
        Column("Time to find out", is_number=True, width=2),
    )
    return (Section("What you do not know", (Grid(columns, tuple(rows)),)),)


# The others, and oneself


def _others(view: View) -> Grid:
    mine = {lever.over: lever for lever in view.role.agency.leverage}
    rows = []
    for face in view.scene.agencies:
        if face.id == view.seat:
            continue
        rows.append(
            (
                Cell(face.name, tiles=(tile(view.scene, face.id),), is_strong=True),
                Cell(of_hundred(view.own.trust[face.id])),
                _lever(view.role.leverage_on_me.get(face.id)),
                _lever(mine.get(face.id)),
            )
        )
    columns = (
        Column("", width=5),
        Column("You trust them, of 100", width=3),
        Column("They can lean on you", width=5),
        Column("You can lean on them", width=5),
    )
    return Grid(columns, tuple(rows))


def _lever(lever: Leverage | None) -> Cell:
    if lever is None:
        return Cell("–")
    return Cell(f"“{lever.text}”", note=f"{LEVERS[lever.kind]}, {STRENGTHS.get(lever.strength, 'strong')}")


def _means(view: View) -> tuple[tuple[str, str], ...]:
    agency, scene = view.role.agency, view.scene
    purpose = view.room.forum.purpose
    declared = f"The forum has declared {PURPOSES[purpose]}." if purpose else "The forum has not said what it is for."
    rows = [
        ("Time", f"{counted(view.own.time, 'thing')} in the corridor before each meeting, and one move on the floor"),
        ("You expect", f"that coordination means {EXPECTATIONS[agency.expects]}. {declared}"),
        (
            "Pledges",
            f"up to {counted(view.own.pledge_left, 'point')} in all" if view.own.pledge_left else "none to give",
        ),
        ("Your own house", f"agreed to {round(100 * view.own.backing)} of 100; calling home brings it along"),
        ("Headquarters", f"gives way {'easily' if view.own.flexibility >= _EASY else 'slowly'} when asked"),
    ]
    if agency.networks:
        rows.append(("Networks", ", ".join(scene.network_names.get(one, one) for one in agency.networks)))
    if agency.is_neutral:
        rows.append(("Neutral", "carrying something beside soldiers, with nobody between, costs you"))
    return tuple(rows)
