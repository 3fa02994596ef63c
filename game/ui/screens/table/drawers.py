"""What opens above the table: my role, an agency, an issue, where a worth comes from, a message, a last question."""

from collections.abc import Mapping

from game.desk.known import chapters
from game.desk.left import unused_words
from game.desk.paper import impact_words, lanes_on, told_points
from game.desk.words import TODAY, call, points, text_name
from game.desk.worths import Line, breakdown, breakdown_today, burden, option_points, option_reasons
from game.record import Holder
from game.record.sentences.narrator import percent
from game.rules.ids import AgencyId, IssueId, TextId
from game.rules.view import View
from game.ui.layout import Column, Flow, Grid, Row, Rule, Share, grow, sized, spring
from game.ui.screens.table.paper_panel import TONES, tiles
from game.ui.space import S4, S8, S12, S16, S24, Size
from game.ui.text import Run
from game.ui.theme import BODY, REGULAR, SEMIBOLD, SMALL, Tone
from game.ui.tiles import tile
from game.ui.widget import Widget
from game.ui.widgets.entry import TextInput
from game.ui.widgets.frame import Frame, badge, notice
from game.ui.widgets.marks import AgencyTile, Meter
from game.ui.widgets.modal import Modal, dialog
from game.ui.widgets.press import Press, Skin, button
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.words import Text, figure, heading, name, note, small, subtitle

CLOSE = "close"
_MARGIN = 24.0


def drawer(size: Size, title: Widget, body: Widget, *, w: float = 620) -> Modal:
    """Slide a page of its own over the right of the table."""
    top = Row((grow(title), button(CLOSE, "Close", hint="Esc")), gap=S12)
    card = Frame(Column((top, Rule(), grow(Scroll("drawer", body))), gap=S12), x=S24, y=S16)
    return Modal(
        CLOSE, sized(Row((spring(), sized(card, w=w)), align="stretch"), h=size.h - 2 * _MARGIN), size.w, CLOSE
    )


def agency_drawer(view: View, roster: Mapping[AgencyId, Holder], agency: AgencyId, size: Size) -> Modal:
    """Open what I know of an agency."""
    face = view.scene.face(agency)
    trust = view.own.trust.get(agency, 0.0)
    title = Row((tile(face, view.scene.agencies, 40), grow(subtitle(face.name))), gap=S12)
    parts: list[Widget] = [Row((note("Your trust"), grow(Meter(trust, h=6)), figure(percent(trust))), gap=S12)]
    for chapter in chapters(view, roster, agency):
        parts.append(heading(chapter.name))
        lines = tuple(
            small(line.words, Tone.INK if line.tint == "plain" else TONES[line.tint]) for line in chapter.lines
        )
        parts.append(Column(lines, gap=S4) if lines else small(chapter.nothing, Tone.SOFT))
    return drawer(size, title, Column(tuple(parts), gap=S12))


def issue_drawer(view: View, issue: IssueId, size: Size) -> Modal:
    """Open an issue: what it is about, and every option with who carries it and what it is worth."""
    found = view.scene.issue(issue)
    parts: list[Widget] = [Text(found.text)]
    accord = view.room.settled_by(issue)
    if accord is not None:
        parts.append(Row((badge(f"Settled by {text_name(view.room, accord.text)}", "good"),)))
    parts += [small(words, Tone.SOFT) for words in lanes_on(view, found)]
    for option in found.options:
        quo = (badge("as it is"),) if option.id == found.status_quo else ()
        worth = figure(points(option_points(view, issue, option.id)), BODY)
        rows: list[Widget] = [Rule(), Row((grow(Row((name(option.name), *quo))), note("worth to you"), worth), gap=S8)]
        rows.append(small(option.text))
        rows.append(note(option_reasons(view, issue, option.id)))
        rows.append(_carried(view, option.carriers, option.intermediary))
        if impact := impact_words(option):
            rows.append(note(f"For people here, as far as one can tell: {impact}"))
        told = told_points(view, issue, option.id)
        if told:
            words = "; ".join(f"{call(view.scene, who)} {worth}" for who, worth in told.items())
            rows.append(note(f"By their own word, worth to: {words}"))
        parts.append(Column(tuple(rows), gap=5))
    return drawer(size, subtitle(found.name), Column(tuple(parts), gap=S12))


def _carried(view: View, carriers: tuple[AgencyId, ...], intermediary: AgencyId | None) -> Widget:
    between = f"{view.scene.face(intermediary).short} stands between" if intermediary is not None else ""
    if not carriers:
        return note("Nobody has to carry it.")
    return Row((note("Carried by"), grow(tiles(view.scene, carriers)), note(between)), gap=S8)


def worth_drawer(view: View, text: TextId, size: Size) -> Modal:
    """Open where worth and not signing come from, summand by summand."""
    if text == TODAY:
        found, title = breakdown_today(view), "As it stands today"
    else:
        now = view.room.texts[text].latest
        found, title = breakdown(view, now.terms, now.parties, text), f"{text_name(view.room, text)}: worth to you"
    parts: list[Widget] = [_sum(found.signing), heading(found.not_signing[-1].words), _sum(found.not_signing)]
    own = {term.issue: term.option for term in view.room.texts[text].latest.terms} if text != TODAY else {}
    if any(burden(view, issue, option) for issue, option in own.items()):
        parts.append(
            note("Effort is what it costs you to carry your terms in full for a year. You can give less later.")
        )
    parts.append(note("Facts count as far as you believe them. Finding out can change these numbers."))
    return drawer(size, subtitle(title), Column(tuple(parts), gap=S12))


def _sum(lines: tuple[Line, ...]) -> Widget:
    rows = tuple(
        (
            Text(line.words, size=SMALL, weight=SEMIBOLD if line.is_sum else REGULAR),
            note(line.note),
            figure(points(line.points), BODY if line.is_sum else SMALL),
        )
        for line in lines
    )
    return Grid((Share(), 104.0, 48.0), rows, gap=S12, row_gap=S8, lines=True)


def message_dialog(view: View, to: AgencyId | None, words: str, trouble: str = "") -> Modal:
    """Write to a seat or to the room; `trouble` is why it could not be sent."""
    others: list[tuple[AgencyId | None, str, AgencyTile | None]] = [(None, "Everybody", None)]
    for face in view.scene.agencies:
        if face.id != view.seat and face.id in view.room.seated:
            others.append((face.id, face.short, tile(face, view.scene.agencies, 16)))
    chips = Flow(
        tuple(_addressee(who, short, sign, is_chosen=who == to) for who, short, sign in others), gap=6, line_gap=6
    )
    field = TextInput("words", words, "What you want to say", longest=400)
    send = button(
        "send", "Send", primary=True, hint="Return", disabled="" if words.strip() else "Write something first"
    )
    said = (notice((Run(trouble),), "warn"),) if trouble else ()
    told = note("It carries no rule and stands in the record of whoever it goes to.")
    body = Column((*said, told, chips, field), gap=S12)
    return dialog(CLOSE, "Write a message", body, (button(CLOSE, "Cancel", hint="Esc"), send), w=640, first="words")


def _addressee(who: AgencyId | None, short: str, sign: AgencyTile | None, *, is_chosen: bool) -> Press:
    tone = Tone.ON_ACCENT if is_chosen else Tone.INK
    words: Widget = Text(short, size=12.5, weight=SEMIBOLD if is_chosen else REGULAR, tone=tone, leading=1.25)
    if sign is not None:
        words = Row((sign, words), gap=6)
    return Press(
        f"to:{who or 'room'}", words, Skin.CHIP, group="to", chosen=is_chosen, value=who, sends="to",
        x=8, y=4, radius=5, words=short,
    )  # fmt: skip


def sure_dialog(view: View) -> Modal:
    """Ask once more before time is left unused."""
    buttons = (
        button(CLOSE, "Stay in the corridor", hint="Esc"),
        button("pass:sure", "Done", primary=True, hint="Return"),
    )
    return dialog(CLOSE, "Done in the corridor?", Text(unused_words(view)), buttons, w=480, first="pass:sure")
