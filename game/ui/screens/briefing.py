"""Read the role sheet: what everybody knows, what one must know to begin, and what the seat alone knows."""

from dataclasses import dataclass, field

from game.desk import role_sheet as sheet
from game.rules.scene import Face
from game.rules.view import View
from game.ui import (
    RETURNED,
    S4,
    S8,
    S12,
    S16,
    S24,
    STAY,
    Column,
    Flow,
    Frame,
    Grid,
    Message,
    Middle,
    Pad,
    Pop,
    Roomy,
    Row,
    Rule,
    Run,
    Scroll,
    Share,
    Shortcut,
    Size,
    Text,
    Tip,
    Tone,
    Transition,
    Widget,
    badge,
    button,
    grow,
    heading,
    icon_button,
    name,
    note,
    panel,
    sized,
    small,
    spring,
    title,
)
from game.ui.screens.class_signs import class_strip, class_tools
from game.ui.screens.masthead import masthead
from game.ui.sitting import BACK, Sitting
from game.ui.tiles import tile

WIDE = 1640.0
"""Logical width from which the three columns stand beside each other."""
READING_PAUSES = 3
"""How many pauses of a computer move the sheet stays when one only watches."""


@dataclass(slots=True)
class BriefingScreen:
    """Show the seat at the screen its role sheet, before the game or once more during it."""

    sitting: Sitting
    is_again: bool = False
    _due: int | None = field(default=None, repr=False)

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        view = self.sitting.view
        if self.sitting.is_watching:
            return self._watched(view, size)
        fits = (False, True) if size.w >= WIDE else (False,)
        page = Roomy(tuple(self._page(view, size, is_tight=is_tight) for is_tight in fits))
        bar = masthead(view.scene.title, view.scene.place, class_tools(self.sitting))
        strips = tuple(Pad(strip, S8) for strip in class_strip(self.sitting))
        return Column((bar, *strips, grow(Pad(page, 7)), self._foot()), gap=0)

    def _page(self, view: View, size: Size, *, is_tight: bool) -> Widget:
        """Put the panels into columns, the points closer together if that is asked."""
        first, known, around = _first(view), _known(view), _around(view)
        role, private = _role(view, is_tight=is_tight), _private(view, is_tight=is_tight)
        if size.w >= WIDE:
            gap = S8 if is_tight else S12
            columns = (_stack(known, around), Column((*role, first), gap=gap), Column(private, gap=gap))
            body: Widget = Grid((Share(11), Share(13), Share(11)), (columns,), gap=S12, align="start")
        else:
            pair = (_stack(*role, known), _stack(first, *private, around))
            body = Grid((Share(12), Share(11)), (pair,), gap=S12, align="start")
        parts: list[Widget] = [self._tip(), body] if self._tip_words() else [body]
        return Scroll("page", Column((Middle(Column(tuple(parts), gap=S12), min(2000.0, size.w - 2 * S24)),)))

    def _watched(self, view: View, size: Size) -> Widget:
        """Show who only watches what everybody knows."""
        pair = (_stack(_known(view)), _stack(_around(view)))
        body = Grid((Share(), Share()), (pair,), gap=S12, align="start")
        page = Scroll("page", Column((Middle(body, min(1400.0, size.w - 2 * S24)),)))
        return Column((masthead(view.scene.title, view.scene.place), grow(Pad(page, 7)), self._foot()), gap=0)

    def on(self, message: Message) -> Transition:
        """Go to the table, or back to it."""
        match message.key:
            case "go" | "escape" if self.is_again:
                return BACK
            case key if key == RETURNED and self.is_again:
                return self._elsewhere()
            case "go":
                self.sitting.read_role()
                return self.sitting.route(self)
            case "tip":
                self.sitting.dismiss_tip("briefing")
                return self.sitting.route(self) if not self.is_again else STAY
            case "role":
                return STAY
        return self.sitting.answer(self, message)

    @property
    def next_tick(self) -> int | None:
        """Go on by itself when one only watches; look again when time goes by elsewhere."""
        if self.sitting.member is not None:
            return self.sitting.next_tick
        return (self._due or 0) if self.sitting.is_watching and not self.is_again else None

    def tick(self, now_ms: int) -> Transition:
        """Leave the sheet after a while when one only watches, or when the seat is not one's own any more."""
        if self.sitting.member is not None:
            self.sitting.tick(now_ms)
            return self._elsewhere()
        if self.next_tick is None:
            return STAY
        if self._due is None:
            self._due = now_ms + READING_PAUSES * self.sitting.settings.pause_ms
        if now_ms >= self._due:
            self.sitting.read_role()
        return self.sitting.route(self)

    def _elsewhere(self) -> Transition:
        """Go where the class goes."""
        if not self.is_again:
            return self.sitting.route(self)
        return Pop() if self.sitting.has_left else STAY

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys of this screen."""
        help_keys = self.sitting.help_keys if self.sitting.member is not None else ()
        if self.is_again:
            return (Shortcut("Escape", "Back", "go"), Shortcut("Return", "Back", "go"), *help_keys)
        menu = Shortcut("Escape", "Menu: settings, leave the game", "menu")
        return (Shortcut("Return", self._onward_words, "go"), menu, *help_keys)

    @property
    def _onward_words(self) -> str:
        member = self.sitting.member
        return "I have read it" if member is not None and not member.standing.is_begun else "To the table"

    def _tip_words(self) -> str | None:
        return None if self.is_again else self.sitting.tip("briefing")

    def _tip(self) -> Widget:
        """Show the first-time tip with its button to put it away."""
        words = small((Run(self._tip_words() or ""),))
        return notice_row(words, icon_button("tip", "x", "Put this tip away"))

    def _foot(self) -> Widget:
        """Offer the one thing to do."""
        words = "Back" if self.is_again else self._onward_words
        if self.sitting.is_watching:
            go = button("go", words, primary=True, icon="arrow-right", hint="Return")
            return Pad(Row((note("You are watching. Computers play every seat."), spring(), go)), S16, S8)
        remark = "You can read this again at any time with R." if not self.is_again else self._meanwhile
        go = button("go", words, primary=True, icon="arrow-right" if not self.is_again else "", hint="Return")
        return Pad(Row((note(remark), spring(), go)), S16, S8)

    @property
    def _meanwhile(self) -> str:
        return "The game waits." if self.sitting.member is None else "The game goes on meanwhile."


def notice_row(words: Widget, aside: Widget) -> Widget:
    """Set a tip beside the button that puts it away."""
    return Frame(Row((grow(words), aside), gap=S8), fill=Tone.ACCENT_SOFT, edge=Tone.ACCENT, x=S12, y=S4)


def _stack(*parts: Widget) -> Widget:
    """Set panels below each other."""
    return Column(parts, gap=S12)


def _first(view: View) -> Widget:
    """Say the six things one must know to begin."""
    lines = tuple(small(f"**{what}** {rest}") for what, rest in sheet.essentials(view))
    return panel("Six things to begin with", Column(lines, gap=S4))


def _known(view: View) -> Widget:
    """Say what everybody knows of the place and the forum."""
    facts = _pairs(sheet.setting(view), 86.0)
    words = small((Run(view.scene.briefing.strip()),))
    return panel("What everybody knows", Column((words, Rule(), facts), gap=S12))


def _pairs(rows: tuple[tuple[str, str], ...], w: float) -> Widget:
    """Set what and how in two columns."""
    cells = tuple((note(what), small((Run(how),))) for what, how in rows)
    return Grid((w, Share()), cells, row_gap=2, align="start")


def _around(view: View) -> Widget:
    """Show who is at the table."""
    return panel("Around the table", Column(tuple(_seat(view, face) for face in view.scene.agencies), gap=S8))


def _seat(view: View, face: Face) -> Widget:
    """Show an agency with its public mandate."""
    kind = sheet.community_words(view.scene, face.id)
    remarks = [kind, f"power {face.power} of 5"]
    remarks += ["neutral"] if face.is_neutral else []
    remarks += ["chairs"] if view.room.forum.chair == face.id else []
    remarks += ["you"] if face.id == view.seat else []
    top = Text((Run(face.name, 600), Run("  " + " · ".join(remarks), None, Tone.SOFT)), size=12, leading=1.3)
    words = Column((top, note((Run(face.mandate.strip()),), Tone.INK)), gap=1)
    return Row((tile(face, view.scene.agencies, 30), grow(words)), gap=S8, align="start")


def _role(view: View, *, is_tight: bool) -> tuple[Widget, ...]:
    """Show who you are and what each outcome is worth to you."""
    agency = view.role.agency
    top = Row(
        (
            tile(agency, view.scene.agencies, 44),
            grow(
                Column(
                    (title((Run(agency.name),)), note(f"You · {sheet.community_words(view.scene, agency.id)}")),
                    gap=0,
                )
            ),
        ),
        gap=S12,
    )
    mandate = small((Run("Mandate: ", 600), Run(agency.mandate.strip())))
    gap, y = (S8, S8) if is_tight else (S12, S16)
    who = Frame(Column((top, mandate, small((Run(agency.brief.strip()),))), gap=gap), x=S16, y=y, stripe=Tone.ACCENT)
    return who, panel("What each outcome is worth to you", _points(view, is_tight=is_tight))


def _points(view: View, *, is_tight: bool) -> Widget:
    """Set the points by issue."""
    gap, line_gap = (2, 2) if is_tight else (6, 4)
    rows: list[Widget] = []
    for row in sheet.points_table(view):
        cells = Flow(tuple(_cell(cell) for cell in row.cells), gap=6, line_gap=line_gap)
        rows.append(Row((sized(Tip(name((Run(row.issue),)), row.text.strip()), w=168), grow(cells)), gap=S12))
        rows.append(Rule())
    legend = note("The number is your points. Filled: your best on the issue. “today”: how it is if nothing is agreed.")
    unsigned = small(f"**If you sign nothing:** {sheet.unsigned(view)}")
    return Column((*rows, legend, Frame(unsigned, fill=Tone.SUNK, x=10, y=7)), gap=gap)


def _cell(cell: sheet.PointsCell) -> Widget:
    """Show an option with its points."""
    ink = Tone.ON_ACCENT if cell.is_best else Tone.INK
    soft = Tone.ON_ACCENT if cell.is_best else Tone.SOFT
    runs = [Run(f"{cell.points}", 700, ink), Run(f" {cell.option}", None, ink)]
    runs += [Run(" (today)", None, soft)] if cell.is_now else []
    fill, edge = (Tone.ACCENT, Tone.ACCENT) if cell.is_best else (Tone.CARD, Tone.LINE)
    return Tip(
        Frame(Text(tuple(runs), size=12, leading=1.25), fill=fill, edge=edge, x=7, y=3, radius=5),
        cell.text,
    )


def _private(view: View, *, is_tight: bool) -> tuple[Widget, ...]:
    """Show what else only this seat knows."""
    about = Column((small(sheet.expectation(view)), _pairs(sheet.means(view), 110.0)), gap=S8)
    gap = 3 if is_tight else 6
    return _lines(view), _facts(view, gap), _levers(view, gap), panel("You and this forum", about)


def _lines(view: View) -> Widget:
    """Show red lines and secret mandates."""
    rows: list[Widget] = [heading("Red lines of headquarters")]
    rows += [_remark(text, remark) for text, remark in sheet.red_lines(view)] or [small("None.")]
    secret = sheet.hidden(view)
    if secret:
        rows += [Rule(), heading("Secret mandates")]
        rows += [
            Row((grow(small((Run(text),))), badge(points, "good" if points[0] == "+" else "bad")), gap=S8)
            for text, points in secret
        ]
    return Frame(Column(tuple(rows), gap=6))


def _remark(text: str, remark: str) -> Widget:
    """Set a line with a remark below it."""
    return Column((small((Run(text.strip()),)), note(remark)), gap=1)


def _facts(view: View, gap: float) -> Widget:
    """Show what the seat knows for sure, and what its staff make of the rest."""
    rows: list[Widget] = []
    known, unknown = sheet.known_facts(view), sheet.open_questions(view)
    if known:
        rows.append(heading("You know"))
        rows += [_remark(fact.report, fact.question) for fact in known]
    if unknown:
        rows += [Rule()] if known else []
        rows.append(heading("What your staff make of open questions"))
        table = tuple((small((Run(fact.question),)), note(fact.belief, Tone.INK)) for fact in unknown)
        rows.append(Grid((Share(), 108.0), table, row_gap=S4, align="start"))
    return Frame(Column(tuple(rows), gap=gap))


def _levers(view: View, gap: float) -> Widget:
    """Show who can lean on whom."""
    rows: list[Widget] = [heading("You can lean on")]
    rows += [_lever(view, line) for line in sheet.levers_of_mine(view)] or [small("Nobody depends on you.")]
    rows += [Rule(), heading("They can lean on you")]
    rows += [_lever(view, line) for line in sheet.levers_on_me(view)] or [small("You depend on nobody here.")]
    return Frame(Column(tuple(rows), gap=gap))


def _lever(view: View, line: sheet.LeverLine) -> Widget:
    """Show one lever."""
    face = view.scene.face(line.agency)
    words = small((Run(face.short, 600), Run(f"  {line.words}", None, Tone.SOFT)))
    return Row((tile(face, view.scene.agencies, 20), grow(words)), gap=S8, align="start")
