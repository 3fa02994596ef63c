"""The debrief: everything that was hidden is opened, in the order in which a class should talk."""

from dataclasses import dataclass, field
from typing import ClassVar

from game.debrief import Chronicle, Diary, always, chronicle, course, diaries
from game.rules.ids import AgencyId, TextId
from game.rules.vocabulary import Phase
from game.ui import STAY, Kind, Layers, Message, Run, Shortcut, Size, Stay, Transition, Widget, notice
from game.ui.screens.class_signs import class_strip, class_tools
from game.ui.screens.debrief.carried import carried
from game.ui.screens.debrief.diary import DIARY
from game.ui.screens.debrief.happened import happened
from game.ui.screens.debrief.opened import score_dialog
from game.ui.screens.debrief.shell import STEPS, Sight, shell
from game.ui.screens.debrief.turned import turned
from game.ui.screens.debrief.why import why
from game.ui.screens.manners import played_words
from game.ui.sitting import Sitting

STEP_PAGES = (happened, why, turned, carried)
VIEWS = ("rows", "stances", "ballot", DIARY)


@dataclass(slots=True)
class DebriefScreen:
    """Hold which step, accord, signature and score are looked at."""

    PHASES: ClassVar[frozenset[Phase]] = frozenset({Phase.CLOSED})
    sitting: Sitting
    step: int = 0
    text: TextId | None = None
    looked_at: AgencyId | None = None
    table: str = "rows"
    page: str = "outcome"
    score: AgencyId | None = None
    sought: int | None = None
    """The command whose line in the course is looked for."""
    came_from: tuple[int, str, AgencyId | None, str] = (0, "outcome", None, "")
    """Step, page, opened score and control from which it is looked for."""
    writer: AgencyId | None = None
    leaf: int | None = None
    about: AgencyId | None = None
    """Whose diary is read, at which round, and of whom its estimate is opened."""
    _story: Chronicle | None = field(default=None, repr=False)
    _books: tuple[Diary, ...] | None = field(default=None, repr=False)
    _told: frozenset[int] = frozenset()

    @property
    def story(self) -> Chronicle:
        """Retell the game, once."""
        if self._story is None:
            opened = self.sitting.table.opened()
            assert opened is not None, "the debrief is for finished games"
            state = opened.state
            self._story = chronicle(
                state.case, state.ruleset, state.seed, state.room.seated, opened.opening, opened.entries
            )
            self._told = frozenset(move.at for move in course(self._story) if move.at is not None)
        return self._story

    @property
    def sight(self) -> Sight:
        """Say what is looked at, for the pages."""
        story = self.story
        me = None if self.sitting.is_watching else self.sitting.seat
        text = self.text or next((accord.accord for accord in story.lived), None)
        roster = self.sitting.table.roster
        has_diaries = any(holder.is_computer for holder in roster.values())
        books: tuple[Diary, ...] = ()
        if has_diaries and self.table == DIARY:
            books = self._books = self._books if self._books is not None else diaries(story, always(roster))
        return Sight(
            story, me, text, self.looked_at, self.table, self.page, self._told, self.sought,
            has_diaries, books, self.writer, self.leaf, self.about,
        )  # fmt: skip

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        sitting, body = self.sitting, STEP_PAGES[self.step](self.sight, size)
        above = class_strip(sitting)
        if sitting.member is not None and sitting.notice:
            above = (*above, notice((Run(sitting.notice),), "warn"))
        page = shell(self.sight, self.step, body, of_class=class_tools(sitting), above=above)
        if self.score is None:
            return page
        holder, agency = self.sitting.table.roster[self.score], self.story.agency(self.score)
        return Layers((page, score_dialog(self.sight, self.score, size, played_words(holder, agency))))

    def on(self, message: Message) -> Transition:
        """Go to a step, look at something, open a score, or leave."""
        match message.key:
            case "step" if isinstance(message.value, int):
                self.step, self.sought = message.value, None
            case "next":
                self.step, self.sought = min(len(STEPS) - 1, self.step + 1), None
            case "back":
                self.step, self.sought = max(0, self.step - 1), None
            case "command":
                return self._seek(message.value)
            case "sought":
                self.step, self.page, self.score, mark = self.came_from
                self.sought = None
                return Stay(focus=mark)
            case "accord":
                self.text, self.looked_at = TextId(str(message.value)), None
            case "table" if message.value in VIEWS:
                self.table = str(message.value)
            case "page" if message.value in ("outcome", "course"):
                self.page = str(message.value)
            case "writer":
                self.writer = AgencyId(str(message.value))
            case "leaf":
                self.leaf = int(str(message.value))
            case "about":
                self.about = AgencyId(str(message.value))
            case "look":
                self.looked_at = AgencyId(str(message.value))
            case "score" if message.kind is Kind.CANCELLED:
                self.score = None
            case "score":
                self.score = AgencyId(str(message.value))
            case "shut":
                self.score = None
            case _:
                return self.sitting.answer(self, message)
        return STAY

    @property
    def next_tick(self) -> int | None:
        """Say when to look again at what happens elsewhere."""
        return self.sitting.next_tick

    def tick(self, now_ms: int) -> Transition:
        """Take in what happened elsewhere."""
        self.sitting.tick(now_ms)
        return self.sitting.route(self)

    def _seek(self, mark: object) -> Transition:
        """Go to the line of a command in the course, from the control that names it."""
        match mark:
            case (str(key), int(at)):
                self.came_from, self.sought = (self.step, self.page, self.score, key), at
                self.step, self.page, self.score = 0, "course", None
                return Stay(focus="sought")
        return STAY

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys of this screen."""
        steps = tuple(Shortcut(str(i), words, "step", i - 1) for i, words in enumerate(STEPS, 1))
        return (
            *steps,
            Shortcut("N", "Next step", "next"),
            Shortcut("B", "Step before", "back"),
            *self.sitting.shortcuts(),
        )
