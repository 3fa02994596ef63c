"""The answer sheet: everything that nobody at the table sees as a whole, side by side."""

from game.handouts.blocks import Cell, Column, Grid, Note, Notes, Paragraph, Section, Sheet
from game.handouts.deals import deals
from game.handouts.wording import believed, shift_words, signed, tile
from game.rules.case import Agency, Case, Fact
from game.rules.ids import IssueId, OptionId
from game.rules.scene import Scene, scene_of


def answer_sheet(case: Case) -> Sheet:
    """Lay out all secrets of a case, and the ways through it."""
    scene = scene_of(case)
    sections = (
        Section("Points, side by side", (_points(case, scene), Paragraph(_POINTS, "soft")), is_kept=False),
        Section("Secret mandates and red lines", (_secrets(case, scene),), is_kept=False),
        *((Section("Facts, with the truth", (_facts(case, scene),), is_kept=False),) if case.facts else ()),
        Section("Who can lean on whom", (_levers(case, scene),), is_kept=False),
        *deals(case),
    )
    return Sheet(
        "answer-sheet",
        f"{case.title}: answers",
        "Points, secrets, facts and deals",
        "For the instructor · keep it from the table until the debrief",
        sections,
        is_confidential=True,
        density="close",
    )


_POINTS = "Strong figures are an agency's best on the issue. “Now” is how things stand. True facts shift some of them."


def _points(case: Case, scene: Scene) -> Grid:
    columns = (
        Column("", width=6),
        *(Column(face.short, is_number=True, width=2, tile=tile(scene, face.id)) for face in scene.agencies),
    )
    rows = []
    for issue in case.issues:
        rows.append((Cell(issue.name, is_strong=True), *(Cell() for _ in case.agencies)))
        for option in issue.options:
            now = "now" if option.id == issue.status_quo else ""
            name = Cell(option.name, note=now)
            rows.append((name, *(_worth(agency, issue.id, option.id) for agency in case.agencies)))
    rows.append((Cell("Without any accord", is_strong=True), *(Cell(str(a.walk_away)) for a in case.agencies)))
    rows.append((Cell("Power, 0 to 5"), *(Cell(str(a.power)) for a in case.agencies)))
    rows.append((Cell("Backing at home"), *(Cell(f"{round(100 * a.backing)}") for a in case.agencies)))
    rows.append((Cell("Can pledge"), *(Cell(str(a.pledge_budget)) for a in case.agencies)))
    return Grid(columns, tuple(rows))


def _worth(agency: Agency, issue: IssueId, option: OptionId) -> Cell:
    points = agency.points[issue]
    return Cell(str(points[option]), is_strong=points[option] == max(points.values()))


def _secrets(case: Case, scene: Scene) -> Grid:
    rows = []
    for agency in case.agencies:
        mandates = [f"{signed(one.points)}: {one.text}" for one in agency.hidden]
        lines = [
            f"{line.text} ({'can be waived' if line.is_waivable else 'cannot be waived'})" for line in agency.red_lines
        ]
        name = Cell(agency.short, tiles=(tile(scene, agency.id),), is_strong=True)
        rows.append((name, Cell("\n".join(mandates) or "–"), Cell("\n".join(lines) or "–")))
    columns = (Column("", width=3), Column("Secret mandates", width=6), Column("Headquarters forbids", width=6))
    return Grid(columns, tuple(rows))


def _facts(case: Case, scene: Scene) -> Grid:
    rows = []
    for fact in case.facts:
        truth = fact.if_true if fact.is_true else fact.if_false
        known = tuple(tile(scene, agency) for agency in fact.known_by)
        answer = Cell(f"{'Yes' if fact.is_true else 'No'}. {truth}")
        rows.append((Cell(fact.question, is_strong=True), answer, Cell(tiles=known), Cell(_shifts(case, fact))))
    columns = (
        Column("Question", width=4),
        Column("The truth", width=6),
        Column("Known to", width=3),
        Column("If true, worth more or less", width=8),
    )
    return Grid(columns, tuple(rows))


def _shifts(case: Case, fact: Fact) -> str:
    lines = []
    for agency in case.agencies:
        mine = {
            fact.id: {
                issue: {option: by[agency.id] for option, by in options.items() if agency.id in by}
                for issue, options in fact.shifts.items()
            }
        }
        if words := shift_words(mine, fact.id, case.issues):
            belief = "knows" if agency.id in fact.known_by else believed(fact.priors.get(agency.id, 0.5))
            lines.append(f"{agency.short} ({belief}): {words}")
    return "\n".join(lines) or "changes no points"


def _levers(case: Case, scene: Scene) -> Notes:
    notes = []
    for agency in case.agencies:
        for lever in agency.leverage:
            over = case.agency(lever.over).short
            notes.append(Note(f"{agency.short} on {over}, {lever.strength} of 3", f"“{lever.text}”", "scale"))
    if not notes:
        notes.append(Note("Nobody", "here can lean on anybody.", "scale"))
    return Notes(tuple(notes))
