"""The text that is being signed: its terms, what they come to for me, and what it still takes."""

from dataclasses import dataclass

from game.desk.balance import balance_of, coming_into_force
from game.desk.fate import fallen
from game.desk.signing import beyond_terms
from game.desk.words import began, points
from game.record.sentences.narrator import listed
from game.rules.appraisal import Appraisal, appraise
from game.rules.ids import IssueId, TextId
from game.rules.texts import Term
from game.rules.texts import Text as Paper
from game.rules.view import View
from game.ui import (
    LARGE,
    S4,
    S8,
    S12,
    SEMIBOLD,
    SMALL,
    Column,
    Frame,
    Modal,
    Pad,
    Position,
    Press,
    Row,
    Rule,
    Run,
    Scroll,
    Size,
    Skin,
    Text,
    Tip,
    Tone,
    Widget,
    chip_label,
    figure,
    grow,
    key_cap,
    note,
    panel,
    sized,
    small,
)
from game.ui.screens.table.drawers import issue_drawer, worth_drawer
from game.ui.screens.year.page import tiles
from game.ui.widgets.switches import Knob

CARRIERS, WORTH = 88.0, 78.0


@dataclass(frozen=True, slots=True)
class Reading:
    """How the text is looked at: as mine to sign or not, which term I keep back, and with room for more words."""

    is_mine: bool
    is_choosing: bool
    reserved: IssueId | None
    is_tall: bool


def paper_panel(view: View, paper: Paper, reading: Reading) -> Widget:
    """Show the text with what each term is worth to me, and below it what signing and not signing come to."""
    now = paper.latest
    found = appraise(view, now.terms, now.parties, paper.id) if reading.is_mine else None
    heads = (note("Issue"), note("In this text"), note("Carried by"))
    rows: list[Widget] = [_line(*heads, note("Points", align="right")) if found is not None else _line(*heads)]
    for term in now.terms:
        rows += [Rule(), _term(view, term, found, reading)]
    if found is not None:
        rows += _rest(found, is_whole=len(now.terms) == len(view.scene.issues))
    terms = Scroll("terms", Column(tuple(rows), gap=S4))
    below = _balance(view, paper) if reading.is_mine else note(coming_into_force(view, paper).full)
    whose = [f"version {len(paper.versions)}", view.scene.face(now.author).name, *_next(view)]
    return panel(f"Text {paper.id}", Column((grow(terms), below), gap=S8), note((Run(" · ".join(whose)),)))


def _next(view: View) -> tuple[str, ...]:
    """Say which texts are signed after this one."""
    later = [f"Text {text}" for text, _ in view.room.called[1:]]
    return (f"then {listed(later)}",) if later else ()


def _line(*cells: Widget) -> Widget:
    issue, option, carriers, *worth = cells
    last = tuple(sized(one, w=WORTH) for one in worth)
    return Row((grow(issue, 5), grow(option, 5), sized(carriers, w=CARRIERS), *last), gap=S12)


def _term(view: View, term: Term, found: Appraisal | None, reading: Reading) -> Widget:
    """Show a term: to be opened, or, for whoever keeps one back, to be chosen."""
    issue, option = view.scene.issue(term.issue), view.scene.option(term.issue, term.option)
    words: Widget = Text((Run(issue.name),), size=SMALL, weight=SEMIBOLD, leading=1.25)
    is_kept_back = reading.is_choosing and reading.reserved == issue.id
    if reading.is_choosing:
        words = Row((Knob(is_kept_back, round=True), grow(words)), gap=S8)
    settled: Widget = Row((chip_label(option.name, chosen=not is_kept_back),))
    if reading.is_tall:
        settled = Column((settled, note((Run(option.text),))), gap=S4)
    cells = [words, settled, tiles(view.scene, option.carriers) if option.carriers else note("by itself")]
    if found is not None:
        cells.append(figure(points(found.by_issue[issue.id]), tone=Tone.SOFT if is_kept_back else Tone.INK))
    line = _line(*cells)
    if reading.is_choosing:
        key = f"term:{issue.id}"
        return Press(key, line, Skin.BARE, group="terms", chosen=is_kept_back, x=0, y=2, words="Not this term")
    if not reading.is_mine:
        return line
    key, tip = f"issue:{issue.id}", "Open this issue."
    return Press(
        key, line, Skin.BARE, group="issues", tip=tip, value=issue.id, sends="issue", x=0, y=2, words=issue.name
    )


def _rest(found: Appraisal, *, is_whole: bool) -> list[Widget]:
    """Say what else goes into the worth, so that the rows add up to it."""
    rows: list[Widget] = []
    for words, value in beyond_terms(found, is_whole=is_whole):
        cells = (grow(note(words)), sized(figure(points(value, signed=True), tone=Tone.SOFT), w=WORTH))
        rows += [Rule(), Row(cells, gap=S12)]
    return rows


def _balance(view: View, paper: Paper) -> Widget:
    """Show worth, not signing, red lines and what it still takes; the numbers can be opened."""
    found, force = balance_of(view, paper.id), coming_into_force(view, paper)
    has_fallen = bool(fallen(view, paper))
    crossed = " ".join(found.crossed)
    red = (f"{len(found.crossed)} crossed", Tone.BAD) if crossed else ("none crossed", Tone.GOOD)
    short, tone = ("fallen", Tone.BAD) if has_fallen else (force.short, Tone.INK)
    place = Column((Position(found.at, found.mark), note(began(found.verdict), align="center")), gap=0)
    row = Row(
        (
            _labelled("Worth to you", figure(points(found.worth), LARGE, align="left")),
            _labelled("If you do not sign", figure(points(found.reservation), LARGE, align="left")),
            grow(Tip(place, "The line is not signing, the dot this text, by what your staff believe.")),
            Tip(_labelled("Red lines", _fact(*red)), crossed or "It crosses nothing that your headquarters forbids."),
            Tip(_labelled("To come into force", _fact(short, tone)), force.full),
            key_cap("W"),
        ),
        gap=S12,
        align="start",
    )
    tip, words = "Open where these numbers come from.", "Where the worth comes from"
    lines: list[Widget] = [Press("worth", row, Skin.BARE, tip=tip, x=S12, y=S4, words=words)]
    if crossed:
        forbidden = small((Run("Your headquarters forbids: ", SEMIBOLD, Tone.BAD), Run(crossed)))
        lines.append(Pad(forbidden, S12, 0))
    return Frame(Column(tuple(lines), gap=S8), fill=Tone.SUNK, x=0, y=S4)


def _labelled(words: str, value: Widget) -> Widget:
    return Column((note(words), value), gap=2)


def _fact(words: str, tone: Tone) -> Widget:
    return Text(words, size=SMALL, weight=SEMIBOLD, tone=tone, leading=1.25)


def drawer(view: View, text: TextId, kind: str, issue: IssueId | None, size: Size) -> Modal | None:
    """Open where a worth comes from, or an issue, as on the table; None while nothing is open."""
    if kind == "worth":
        return worth_drawer(view, text, size)
    return issue_drawer(view, issue, size) if kind == "issue" and issue is not None else None
