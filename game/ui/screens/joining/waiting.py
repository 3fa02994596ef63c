"""Wait with the class: before the game begins, and before the instructor opens the debrief."""

from dataclasses import dataclass

from game.rules.ids import AgencyId
from game.session.attendance import Place
from game.ui import (
    S8,
    S12,
    S24,
    STAY,
    AgencyTile,
    Column,
    Frame,
    Message,
    Middle,
    Pad,
    Row,
    Run,
    Scroll,
    Shortcut,
    Size,
    Text,
    Tone,
    Transition,
    Widget,
    badge,
    button,
    chip,
    grow,
    name,
    note,
    notice,
    panel,
    sized,
    small,
    spring,
    title,
)
from game.ui.member import Member
from game.ui.screens.class_signs import class_strip, class_tools
from game.ui.screens.masthead import masthead
from game.ui.screens.year.page import record_panel
from game.ui.sitting import Sitting
from game.ui.tiles import tile


@dataclass(slots=True)
class WaitingScreen:
    """Show where one sits, who else is there, and what is waited for."""

    sitting: Sitting

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        sitting, member = self.sitting, self.sitting.member
        assert member is not None, "only a class is waited for"
        case, of_class = sitting.table.scene.title, member.standing.title
        bar = masthead(case, of_class if of_class != case else "", class_tools(sitting))
        wide = min(1280.0, size.w - 2 * S24)
        left = Frame(Column((*self._what(member), *self._buttons()), gap=S12), x=S24, y=S24)
        right = record_panel(sitting) if sitting.table.is_closed else _around(member)
        row = Row((sized(left, w=wide * 0.46), grow(right)), gap=S12, align="stretch")
        parts: list[Widget] = [*class_strip(sitting)]
        if sitting.notice:
            parts.append(notice((Run(sitting.notice),), "warn"))
        if sitting.table.is_closed:
            parts.append(grow(Row((spring(), sized(row, w=wide), spring()), gap=0, align="stretch")))
        else:
            parts.append(grow(Middle(row, wide)))
        return Column((bar, grow(Pad(Column(tuple(parts), gap=S12), S24))), gap=0)

    def _what(self, member: Member) -> tuple[Widget, ...]:
        """Say what is waited for."""
        sitting, standing = self.sitting, member.standing
        face = sitting.table.scene.face(sitting.seat)
        who = Row(
            (
                tile(face, sitting.table.scene.agencies, 48),
                grow(Column((title((Run(face.name),)), note((Run(_with(member)),))), gap=2)),
            ),
            gap=S12,
        )
        if sitting.table.is_closed:
            words = "The year is over. Your instructor opens the debrief: what was said, meant and done, and why."
            return who, Text(words), small("Until then, keep to yourselves what you knew and wanted.", Tone.SOFT)
        words = "The game begins when your instructor starts it."
        ready = "You have read your role sheet; your instructor can see that." if standing.is_ready else ""
        return who, Text(words), *((small(ready, Tone.SOFT),) if ready else ())

    def _buttons(self) -> tuple[Widget, ...]:
        role = button("role", "My role sheet", icon="file-text", primary=True, hint="R")
        return (role, button("menu", "Menu", icon="settings", hint="Esc"))

    def on(self, message: Message) -> Transition:
        """Leave everything to the sitting; a free seat can be taken instead."""
        member, (kind, _, seat) = self.sitting.member, message.key.partition(":")
        if kind == "sit" and member is not None and member.standing.table is not None:
            self.sitting.notice = member.sit_at(member.standing.table, AgencyId(seat))
            return self.sitting.route(self)
        if message.key == "hurry":
            return STAY
        return self.sitting.answer(self, message)

    @property
    def next_tick(self) -> int | None:
        """Say when to look again."""
        return self.sitting.next_tick

    def tick(self, now_ms: int) -> Transition:
        """Take in what has arrived."""
        self.sitting.tick(now_ms)
        return self.sitting.route(self)

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys of this screen."""
        return (Shortcut("Return", "My role sheet", "role"), *self.sitting.shortcuts())


def _with(member: Member) -> str:
    """Say as whom one sits, at which table, and with whom."""
    standing = member.standing
    beside = f", together with {' and '.join(standing.beside)}" if standing.beside else ""
    return f"{standing.name}, table {standing.table}{beside}"


def _around(member: Member) -> Widget:
    """Show who sits at the table so far, and which seat can be taken instead."""
    standing = member.standing
    places = tuple(place for one in standing.tables if one.table == standing.table for place in one.seats)
    can_change = not standing.is_begun
    rows = tuple(_seat(place, standing.seat or "", can_change=can_change) for place in places)
    return panel("At your table", Scroll("around", Column(rows, gap=S8)))


def _seat(place: Place, mine: str, *, can_change: bool) -> Widget:
    people = " and ".join(place.people)
    words = people or "A computer, unless somebody comes"
    label = Column((name((Run(place.name),)), note((Run(words),), Tone.INK if people else Tone.SOFT)), gap=1)
    parts: list[Widget] = [AgencyTile(place.community, 30, place.letter), grow(label)]
    if place.seat == mine:
        parts.append(badge("you"))
    elif can_change and place.is_open:
        parts.append(chip(f"sit:{place.seat}", "Sit here instead", tip=place.mandate))
    return Row(tuple(parts), gap=S8)
