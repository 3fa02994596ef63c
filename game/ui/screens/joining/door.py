"""The door of a class: find the host, go in by a name and the code, choose a seat."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.rules.ids import AgencyId
from game.session.attendance import LONGEST_NAME, Contact, Place, PlacesOf
from game.ui import (
    RETURNED,
    S8,
    S12,
    S24,
    STAY,
    AgencyTile,
    Column,
    Frame,
    Grid,
    Icon,
    Kind,
    Message,
    Middle,
    Pad,
    Press,
    Push,
    Quit,
    Replace,
    Row,
    Run,
    Scroll,
    Share,
    Shortcut,
    Size,
    Skin,
    Stay,
    TextInput,
    Tone,
    Transition,
    Widget,
    button,
    grow,
    name,
    note,
    notice,
    panel,
    sized,
    small,
    spring,
    subtitle,
)
from game.ui import field as labelled
from game.ui.member import Member
from game.ui.screens.class_signs import member_strip, question_tools
from game.ui.screens.masthead import masthead
from game.ui.screens.settings import SettingsScreen
from game.ui.settings import Preferences
from game.ui.sitting import Sitting

if TYPE_CHECKING:  # the screens of a game lead back here
    from game.ui.screens.routing import Rooms

LIST = 300.0


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asked for beforehand: a name, a code, a table and a seat; "" leaves it open."""

    code: str
    name: str = ""
    table: str = ""
    seat: str = ""


@dataclass(slots=True)
class DoorScreen:
    """Hold what is typed and chosen until one sits; then the game takes over."""

    member: Member
    preferences: Preferences
    doors: "Rooms"
    wish: Wish
    typed: str = ""
    code: str = ""
    table: str = ""
    seat: str = ""
    notice: str = ""
    _has_looked: bool = field(default=False, repr=False)
    _has_wished: bool = field(default=False, repr=False)

    def __post_init__(self) -> None:
        """Begin with what was asked for."""
        self.typed, self.code, self.table = self.wish.name, self.wish.code, self.wish.table

    # What is seen

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        standing = self.member.standing
        remark = standing.name if standing.title else self.member.address
        bar = masthead(standing.title or "Join a class", remark, question_tools(self.member))
        if standing.contact is Contact.INSIDE and standing.seat is None:
            return Column((bar, grow(Pad(self._seats(size), S12)), self._foot()), gap=0)
        card = Frame(Column(self._card(), gap=S12), x=S24, y=S24)
        return Column((bar, grow(Middle(card, 520))), gap=0)

    def _card(self) -> tuple[Widget, ...]:
        standing = self.member.standing
        trouble = (notice((Run(standing.trouble),), "warn"),) if standing.trouble else ()
        leave = button("leave", "Leave", icon="door-exit", hint="Esc")
        settings = button("settings", "Settings", icon="settings")
        match standing.contact:
            case Contact.SEEKING:
                words = small((Run(f"At {self.member.address}."),))
                return subtitle("Looking for the class"), *(trouble or (words,)), Row((leave, settings), gap=S8)
            case Contact.AT_THE_DOOR:
                return self._form(trouble, leave)
            case Contact.ENDED:
                again = button("enter", "Come in again", icon="arrow-right", primary=True, hint="Return")
                return subtitle("Not in the class any more"), *trouble, Row((again, leave), gap=S8)
        return subtitle("One moment"), small("Your seat is being set."), Row((leave,))

    def _form(self, trouble: tuple[Widget, ...], leave: Widget) -> tuple[Widget, ...]:
        reason = "Write your name" if not self.typed.strip() else "" if self.code.strip() else "Write the code"
        enter = button("enter", "Go in", icon="arrow-right", primary=True, hint="Return", disabled=reason)
        return (
            subtitle("Go in"),
            *trouble,
            labelled("Your name, as the others know you", TextInput("name", self.typed, longest=LONGEST_NAME)),
            labelled("The code of the class, from the projector", TextInput("code", self.code, longest=8)),
            Row((enter, leave), gap=S8),
        )

    def _seats(self, size: Size) -> Widget:
        """Show the tables, and the seats of the one that is looked at."""
        tables, shown = self.member.standing.tables, self._shown
        parts: list[Widget] = [*member_strip(self.member)]
        if words := self._watched():
            parts.append(notice((Run(words),)))
        if self.notice:
            parts.append(notice((Run(self.notice),), "warn"))
        seats = _seats_of(shown, self._chosen, size) if shown is not None else small("There is no table yet.")
        if len(tables) > 1:
            listed = panel("Tables", Scroll("tables", Column(tuple(map(self._table, tables)), gap=2)))
            parts.append(grow(Row((sized(listed, w=LIST), grow(seats)), gap=S12, align="stretch")))
        else:
            parts.append(grow(Row((spring(), sized(seats, w=min(1100.0, size.w - 2 * S24)), spring()), gap=0)))
        return Column(tuple(parts), gap=S12)

    def _watched(self) -> str:
        """Tell who watches a table where it is to be seen: a game has a window from a seat only."""
        table = self.member.standing.table
        if table is None:
            return ""
        where = f"http://{self.member.address}/projector/{table}"
        return f"You watch table {table}. Open {where} in a browser to see it; here you can take a seat that is free."

    def _table(self, one: PlacesOf) -> Widget:
        label = Column((name((Run(f"Table {one.table}"),)), note((Run(f"{one.title}: {_room_at(one)}"),))), gap=1)
        is_chosen = self._shown is not None and one.table == self._shown.table
        return Press(
            f"table:{one.table}", label, Skin.ROW, group="tables", chosen=is_chosen, x=S8, y=6,
            words=f"Table {one.table}",
        )  # fmt: skip

    def _foot(self) -> Widget:
        place = self._place
        reason = "" if place is not None else "Choose a seat first"
        sit = button("sit", "Sit down", icon="arrow-right", primary=True, hint="Return", disabled=reason)
        leave = button("leave", "Leave", icon="door-exit", hint="Esc")
        words = place.mandate.strip() if place is not None else self._hint()
        return Pad(Row((leave, grow(note((Run(words),))), sit), gap=S12), S12)

    def _hint(self) -> str:
        """Say what there is to choose."""
        if any(place.is_open for one in self.member.standing.tables for place in one.seats):
            return "A free seat is played by a computer until you take it."
        return f"No seat is to be had now. To watch a table, open http://{self.member.address} in a browser."

    @property
    def _shown(self) -> PlacesOf | None:
        """Find the table that is looked at: the one chosen, else the first with a free seat."""
        tables = self.member.standing.tables
        chosen = next((one for one in tables if one.table == self.table), None)
        free = (one for one in tables if any(map(_is_free, one.seats)))
        return chosen or next(free, next(iter(tables), None))

    @property
    def _place(self) -> Place | None:
        """Find the seat that is chosen, if it can be had."""
        shown = self._shown
        return next((one for one in shown.seats if one.seat == self.seat and one.is_open), None) if shown else None

    @property
    def _chosen(self) -> str:
        return self._place.seat if self._place is not None else ""

    # What is done

    def on(self, message: Message) -> Transition:
        """Type, choose, go in, sit down, or leave."""
        match message.key.split(":"):
            case ["name"] if message.kind is Kind.CHANGED:
                self.typed = str(message.value)
            case ["code"] if message.kind is Kind.CHANGED:
                self.code = str(message.value)
            case ["enter"] | ["name" | "code"] if self.typed.strip() and self.code.strip():
                self.member.enter(self.typed.strip(), self.code.strip())
            case ["enter"] if self.member.standing.contact is Contact.ENDED:
                self.member.enter(self.wish.name, self.code)
            case ["table", table]:
                self.table, self.seat = table, ""
            case ["seat", seat]:
                self.seat = seat
            case ["sit"] if self._place is not None and self._shown is not None:
                self.notice = self.member.sit_at(self._shown.table, self._place.seat)
                return self._onward()
            case ["heard"]:
                self.member.hear()
            case ["questions"]:
                return self._question()
            case ["skip questions"]:
                self.member.put_away(self.member.standing.questions)
            case [key] if key == RETURNED:
                self.notice = str(message.value)
                return self._onward()
            case ["settings"]:
                return Push(SettingsScreen(self.preferences))
            case ["leave" | "escape"]:
                return Quit()
        return STAY

    @property
    def next_tick(self) -> int | None:
        """Look at once whether there is a game already; after that, whatever arrives wakes the loop."""
        return None if self._has_looked and self.member.table is None else 0

    def tick(self, now_ms: int) -> Transition:
        """Take in what has arrived; go to the game once one sits."""
        self._has_looked, before = True, self.member.standing.contact
        self.notice = self.member.tick(now_ms) or self.notice
        standing = self.member.standing
        if standing.contact is Contact.AT_THE_DOOR and before is not Contact.AT_THE_DOOR:
            return Stay(focus="code" if self.typed else "name")
        if standing.contact is Contact.INSIDE and not self._has_wished:
            self._has_wished = True
            if standing.seat is None:
                self._sit_as_wished(self.wish)
        return self._onward()

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys of this screen."""
        leave = Shortcut("Escape", "Leave", "leave")
        contact = self.member.standing.contact
        if contact is Contact.INSIDE:
            return (Shortcut("Return", "Sit down", "sit"), *self.member.keys, leave)
        return (Shortcut("Return", "Go in", "enter"), leave) if contact is not Contact.SEEKING else (leave,)

    def _question(self) -> Transition:
        """Open the short questions of the class."""
        sheet = self.member.questions()
        if not isinstance(sheet, str):
            return Push(self.doors.questions(self.member, sheet))
        self.notice = sheet
        return STAY

    def _onward(self) -> Transition:
        """Go to the game once one sits."""
        table, standing = self.member.table, self.member.standing
        if table is None or standing.seat is None:
            return STAY
        sitting = Sitting(table, self.preferences, self.doors, seat=standing.seat, member=self.member)
        sitting.unbriefed = () if standing.is_ready else (standing.seat,)
        sitting.is_year_shown = table.is_closed
        return Replace(self.doors.first(sitting))

    def _sit_as_wished(self, wish: Wish) -> None:
        """Take the seat that was asked for beforehand, at the table asked for or the first where it is free."""
        tables = [one for one in self.member.standing.tables if wish.table in ("", one.table)]
        if not tables and wish.table:
            self.notice = f"There is no table {wish.table}; choose one that is there."
        if not tables or not wish.seat:
            return
        with_it = [one for one in tables if any(place.seat == wish.seat and place.is_open for place in one.seats)]
        free = [one for one in with_it if any(place.seat == wish.seat and _is_free(place) for place in one.seats)]
        chosen = next(iter([*free, *with_it]), None)
        if chosen is None:
            self.notice = f"The seat {wish.seat} is not to be had; choose another."
        else:
            self.notice = self.member.sit_at(chosen.table, AgencyId(wish.seat))


def _is_free(place: Place) -> bool:
    return place.is_open and not place.people


def _room_at(one: PlacesOf) -> str:
    """Say how many seats of a table are free."""
    free = sum(map(_is_free, one.seats))
    if free:
        return "1 seat free" if free == 1 else f"{free} seats free"
    is_over = any(not place.people and not place.is_open for place in one.seats)
    return "the game is over" if is_over else "no seat free"


def _seats_of(shown: PlacesOf, chosen: str, size: Size) -> Widget:
    """Show the seats of a table as cards in two columns."""
    cards = [grow(_card(place, is_chosen=place.seat == chosen)) for place in shown.seats]
    rows = tuple(tuple(cards[at : at + 2]) for at in range(0, len(cards), 2))
    full = tuple(row if len(row) == 2 else (*row, small("")) for row in rows)
    grid = Grid((Share(), Share()), full, gap=S8, row_gap=S8, align="stretch")
    return panel(f"Table {shown.table}: {shown.title}", Scroll("places", grid))


def _card(place: Place, *, is_chosen: bool) -> Widget:
    people = " and ".join(place.people)
    tone = Tone.INK if place.is_open else Tone.SOFT
    lines: list[Widget] = [name((Run(place.name),), tone), note((Run(place.mandate.strip()),))]
    if people:
        remark = f"With {people}" if place.is_open else f"Taken by {people}"
        lines.append(note((Run(remark),), Tone.ACCENT if place.is_open else Tone.WARN))
    parts: list[Widget] = [AgencyTile(place.community, 36, place.letter), grow(Column(tuple(lines), gap=2))]
    if is_chosen:
        parts.append(Icon("check", 20, Tone.ACCENT))
    reason = "" if place.is_open else "Somebody sits there" if people else "The game is over"
    return Press(
        f"seat:{place.seat}", Row(tuple(parts), gap=S12), Skin.CARD, reason, group="seats", chosen=is_chosen,
        y=S8, words=place.name, tip=reason,
    )  # fmt: skip
