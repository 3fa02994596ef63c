"""Say who plays what: a person, a computer with its manner, or nobody."""

import secrets
from dataclasses import replace

from game.desk.manners import LEVELS_NOTE
from game.record import HolderKind, JournalError
from game.rules.case import Agency, Case
from game.rules.ids import AgencyId
from game.ui import (
    RETURNED,
    S4,
    S8,
    S12,
    S16,
    S24,
    STAY,
    Apply,
    Column,
    Flow,
    Frame,
    Icon,
    Kind,
    Layers,
    Message,
    Middle,
    Pad,
    Pop,
    Press,
    Replace,
    Roomy,
    Row,
    Run,
    Scroll,
    Shortcut,
    Size,
    Skin,
    Stay,
    TextInput,
    Tone,
    Transition,
    Widget,
    button,
    chip,
    field,
    grow,
    name,
    note,
    notice,
    sized,
    spring,
)
from game.ui.screens.manners import KEY, common, level_chips, manners_dialog, summary
from game.ui.screens.masthead import masthead
from game.ui.screens.routing import Rooms
from game.ui.screens.seating import (
    ABSENT_NOTE,
    KIND_NAMES,
    LONGEST_NAME,
    VARIOUS,
    Seating,
    opening_seating,
)
from game.ui.screens.starting import begin
from game.ui.settings import Preferences
from game.ui.sitting import LEFT
from game.ui.tiles import tile

FRESH_SEEDS = 1_000_000
ALL = AgencyId("all")
"""In place of a seat, which never has this name: all computers."""
CHANGE, CHANGE_ALL = "Choose another manner or level.", "Choose a manner for all computers."


class SeatsScreen:
    """Let the player seat everybody, and begin."""

    def __init__(
        self, preferences: Preferences, doors: Rooms, case: Case, *, source: str = "", seating: Seating | None = None
    ) -> None:
        self.preferences = preferences
        self.doors = doors
        self.case = case
        self.source = source
        self.seating = seating or opening_seating(case, preferences.settings.level)
        self.notice = ""
        self.opened: AgencyId | None = None
        """Whose manner is being chosen; ALL for that of all computers."""
        self.is_unsaved_offered = False

    def build(self, size: Size) -> Widget:
        """Describe the page, the rows closer together where they would not fit."""
        parts: list[Widget] = [self._presets()]
        if self.notice:
            parts.append(notice((Run(self.notice),), "warn"))
        wide = min(1180.0, size.w - 2 * S24)
        fits = (Column((*parts, *self._rows(y)), gap=gap) for y, gap in ((6, S8), (4, 6)))
        page = Roomy(tuple(Scroll("page", Column((Middle(fit, wide),))) for fit in fits))
        whole = Column((masthead(self.case.title, "Who plays what"), grow(Pad(page, 7)), self._foot()), gap=0)
        if self.opened is None:
            return whole
        agency = None if self.opened == ALL else self.case.agency(self.opened)
        return Layers((whole, manners_dialog(self.seating, agency, size)))

    def on(self, message: Message) -> Transition:
        """Change the seating, begin or go back."""
        self.notice = self.notice if message.kind is Kind.RETURNED else ""
        seating = self.seating
        match message.key.split(":"):
            case ["back" | "escape"]:
                return Pop()
            case ["begin"]:
                return self._begin(is_saved=True)
            case ["unsaved"]:
                return self._begin(is_saved=False)
            case ["persons", number]:
                self.seating = seating.with_persons(int(number), self.case)
            case ["level", level]:
                return self._play_at(level)
            case ["manner", seat]:
                self.opened = AgencyId(seat)
            case ["manners" | "done"]:
                return self._close()
            case ["pick", manner]:
                self._pick(manner)
            case ["at", level]:
                return self._play_at(level)
            case ["kind", seat, kind]:
                self.seating = seating.with_kind(AgencyId(seat), HolderKind(kind))
            case ["name", seat] if message.kind is Kind.CHANGED:
                self.seating = seating.with_name(AgencyId(seat), str(message.value))
            case ["seed"] if message.kind is Kind.CHANGED:
                self.seating = seating.with_seed(str(message.value))
            case [key] if key == RETURNED and message.value == LEFT:
                return Pop(LEFT)
        return STAY

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys of this screen."""
        if self.opened is not None:
            return (Shortcut("Return", "Done", "done"), Shortcut("Escape", "Close", KEY))
        return (Shortcut("Return", self._words, "begin"), Shortcut("Escape", "Back", "back"))

    def _pick(self, manner: str) -> None:
        """Put a manner in force for whom the list was opened."""
        if self.opened == ALL:
            self.seating = self.seating.with_manner_everywhere(manner)
        elif self.opened is not None:
            self.seating = self.seating.with_manner(self.opened, manner)

    def _play_at(self, level: str) -> Transition:
        """Put a level in force for whom the list was opened, or for all, which is remembered."""
        if self.opened not in (None, ALL):
            self.seating = self.seating.with_level_at(self.opened, level)
            return STAY
        self.seating = self.seating.with_level(level)
        return Apply(replace(self.preferences.settings, level=level))

    def _close(self) -> Transition:
        """Close the list, and go back to what opened it."""
        opened, self.opened = self.opened, None
        return STAY if opened is None else Stay(focus=f"manner:{opened}")

    @property
    def _level(self) -> str:
        """Say how well all computers play, if all do alike."""
        return VARIOUS if self.seating.levels else self.seating.level

    @property
    def _words(self) -> str:
        return "Begin" if self.seating.persons else "Watch"

    def _begin(self, *, is_saved: bool) -> Transition:
        """Open the game, or say why not."""
        self.notice = self.seating.problem()
        if self.notice:
            return STAY
        seed = int(self.seating.seed.strip() or secrets.randbelow(FRESH_SEEDS))
        try:
            sitting = begin(
                self.case,
                self.seating.roster,
                seed,
                self.preferences,
                self.doors,
                source=self.source,
                is_saved=is_saved,
            )
        except JournalError as error:
            self.notice = error.sentence
            self.is_unsaved_offered = True
            return STAY
        return Replace(self.doors.first(sitting))

    def _presets(self) -> Widget:
        """Offer how many persons play, one manner for all, and the seed."""
        now = len(self.seating.persons)
        numbers = tuple(
            chip(f"persons:{n}", _count(n), chosen=n == now, group="persons")
            for n in range(len(self.case.agencies) + 1)
        )
        change = button(f"manner:{ALL}", common(self.seating), icon="adjustments", tip=CHANGE_ALL)
        computers = Row((change, grow(level_chips("level", self._level, "level"))), gap=S12)
        seed = TextInput(
            "seed", self.seating.seed, hint="a new one", longest=12, tip="The same seed deals the same luck again."
        )
        return Frame(
            Row(
                (
                    grow(field("Persons at this computer", Flow(numbers, gap=S4, line_gap=S4)), 2),
                    grow(field("All computers", computers, LEVELS_NOTE), 3),
                    sized(field("Seed", seed), w=150),
                ),
                gap=S24,
                align="start",
            )
        )

    def _rows(self, y: float) -> tuple[Widget, ...]:
        """Show every seat."""
        return tuple(self._row(agency, y) for agency in self.case.agencies)

    def _row(self, agency: Agency, y: float) -> Widget:
        """Show one seat with who plays it."""
        kind = self.seating.kinds[agency.id]
        who = Column(
            (
                name((Run(agency.name),)),
                note(f"{agency.community.value.replace('_', ' ')} · power {agency.power} of 5"),
            ),
            gap=1,
        )
        kinds = Row(
            tuple(
                chip(f"kind:{agency.id}:{one.value}", words, chosen=one is kind, group=f"kind:{agency.id}")
                for one, words in KIND_NAMES.items()
            ),
            gap=S4,
        )
        row = Row(
            (
                tile(agency, self.case.agencies, 34),
                sized(who, w=250),
                sized(kinds, w=210),
                grow(self._how(agency, kind)),
            ),
            gap=S12,
        )
        stripe = Tone.ACCENT if kind is HolderKind.PERSON else None
        return Frame(sized(row, h=46), stripe=stripe, y=y)

    def _how(self, agency: Agency, kind: HolderKind) -> Widget:
        """Ask for a name, or for a manner, or say what absent means."""
        match kind:
            case HolderKind.PERSON:
                words = self.seating.names[agency.id]
                entry = TextInput(f"name:{agency.id}", words, hint="Name, if you like", longest=LONGEST_NAME)
                return Row((sized(entry, w=260), spring()))
            case HolderKind.COMPUTER:
                told = Row((grow(summary(self.seating, agency)), Icon("pencil", 18, Tone.ACCENT)), gap=S8)
                label = f"How a computer plays {agency.name}"
                return Press(f"manner:{agency.id}", told, Skin.QUIET, x=S8, y=3, tip=CHANGE, words=label)
            case HolderKind.ABSENT:
                return note(ABSENT_NOTE)

    def _foot(self) -> Widget:
        """Offer to begin, with what that means."""
        persons = len(self.seating.persons)
        remark = _remark(persons)
        parts: list[Widget] = [button("back", "Back", icon="arrow-left", hint="Esc"), spring(), note(remark)]
        if self.is_unsaved_offered:
            parts.append(button("unsaved", "Play without saving"))
        parts.append(button("begin", self._words, icon="player-play", primary=True, hint="Return"))
        return Pad(Row(tuple(parts), gap=S12), S16, S12)


def _count(number: int) -> str:
    """Word a number of persons."""
    return {0: "None: watch", 1: "1: alone"}.get(number, str(number))


def _remark(persons: int) -> str:
    """Say what beginning like this means."""
    if persons == 0:
        return "Computers play every seat and you watch."
    if persons == 1:
        return "You play one seat; the others answer by themselves."
    return f"{persons} persons share this screen; a curtain hides what each alone may see."
