"""The debrief: everything that was hidden is opened, in the order in which a class should talk."""

from dataclasses import dataclass, field
from typing import ClassVar

from game.analysis.space.untabled import Untabled, untabled
from game.debrief import Chronicle, Diary, always, chronicle, course, diaries
from game.rules.ids import AgencyId, TextId
from game.rules.vocabulary import Phase
from game.ui import STAY, Kind, Layers, Message, Run, Shortcut, Size, Stay, Transition, Widget, notice
from game.ui.screens.class_signs import class_strip, class_tools
from game.ui.screens.debrief.carried import carried
from game.ui.screens.debrief.diary import DIARY
from game.ui.screens.debrief.errands import Errand
from game.ui.screens.debrief.happened import happened
from game.ui.screens.debrief.judging import Judging
from game.ui.screens.debrief.opened import score_dialog
from game.ui.screens.debrief.picks import picked
from game.ui.screens.debrief.share_dialog import share_dialog, shares_named
from game.ui.screens.debrief.shell import STEPS, Sight, shell
from game.ui.screens.debrief.turned import turned
from game.ui.screens.debrief.why import why
from game.ui.screens.manners import played_words
from game.ui.sitting import Sitting
from game.whatif import Change, Reckoning, Retold, reckon, retell

STEP_PAGES = (happened, why, turned, carried)
VIEWS = ("rows", "stances", "ballot", DIARY)
PAGES = ("outcome", "shown", "terms", "course")


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
    share: str = ""
    """Which share of a cause is opened."""
    sought: int | None = None
    """The command whose line in the course is looked for."""
    came_from: tuple[int, str, AgencyId | None, str, str] = (0, "outcome", None, "", "")
    """Step, page, opened score, opened share and control from which it is looked for."""
    writer: AgencyId | None = None
    leaf: int | None = None
    about: AgencyId | None = None
    """Whose diary is read, at which round, and of whom its estimate is opened."""
    picks: dict[str, str] = field(default_factory=dict)
    _judging: Judging | None = field(default=None, repr=False)
    _books: tuple[Diary, ...] | None = field(default=None, repr=False)
    _told: frozenset[int] = frozenset()
    _deals: tuple[object, Untabled] | None = field(default=None, repr=False)
    _reckoning: Errand[Reckoning] = field(default_factory=Errand, repr=False)
    _other: Errand[Retold] = field(default_factory=Errand, repr=False)
    _is_begun: bool = False

    @property
    def judging(self) -> Judging:
        """Retell the game, once."""
        if self._judging is None:
            opened = self.sitting.table.opened()
            assert opened is not None, "the debrief is for finished games"
            state = opened.state
            self._judging = Judging(
                chronicle(state.case, state.ruleset, state.seed, state.room.seated, opened.opening, opened.entries)
            )
            self._told = frozenset(move.at for move in course(self._judging.played) if move.at is not None)
        return self._judging

    @property
    def story(self) -> Chronicle:
        """Give the game as it is judged now."""
        return self.judging.story

    @property
    def sight(self) -> Sight:
        """Say what is looked at, for the pages."""
        judging, story = self.judging, self.judging.story
        me = None if self.sitting.is_watching else self.sitting.seat
        text = self.text or next((accord.accord for accord in story.lived), None)
        roster = self.sitting.table.roster
        has_diaries = any(holder.is_computer for holder in roster.values())
        books: tuple[Diary, ...] = ()
        if has_diaries and self.table == DIARY:
            books = self._books = self._books if self._books is not None else diaries(story, always(roster))
        return Sight(
            story, me, text, self.looked_at, self.table, self.page, self._told, self.sought,
            has_diaries, books, self.writer, self.leaf, self.about, self.picks,
            is_of_class=self.sitting.member is not None,
            judging=judging,
            reckoning=self._reckoning.answer(judging.key),
            reckoning_problem=self._reckoning.refusal(judging.key),
            untabled=self._untabled(),
            retold=self._other.answer(self._asked),
            retold_problem=self._other.refusal(self._asked),
        )  # fmt: skip

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        sitting, sight = self.sitting, self.sight
        body = STEP_PAGES[self.step](sight, size)
        above = class_strip(sitting)
        if sitting.member is not None and sitting.notice:
            above = (*above, notice((Run(sitting.notice),), "warn"))
        page = shell(sight, self.step, body, of_class=class_tools(sitting), above=above)
        if self.score is not None:
            holder, agency = self.sitting.table.roster[self.score], self.story.agency(self.score)
            return Layers((page, score_dialog(sight, self.score, size, played_words(holder, agency))))
        if shares_named(sight, self.share) is not None:
            return Layers((page, share_dialog(sight, self.share, size)))
        return page

    def on(self, message: Message) -> Transition:
        """Go to a step, look at something, open a number, move a line, or leave."""
        answer = self._go(message) or self._look(message) or self._move(message)
        if answer is None:
            return self.sitting.answer(self, message)
        self._work()
        return answer

    def _go(self, message: Message) -> Transition | None:
        """Go from step to step, or to a command in the course and back."""
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
                self.step, self.page, self.score, self.share, mark = self.came_from
                self.sought = None
                return Stay(focus=mark)
            case "score" if message.kind is Kind.CANCELLED:
                self.score = None
            case "score":
                self.score = AgencyId(str(message.value))
            case "share" if message.kind is not Kind.CANCELLED:
                self.share = str(message.value)
            case "shut" | "share":
                self.score, self.share = None, ""
            case _:
                return None
        return STAY

    def _look(self, message: Message) -> Transition | None:
        """Look at something within a step."""
        value = str(message.value)
        match message.key:
            case "accord":
                self.text, self.looked_at = TextId(value), None
            case "table" if value in VIEWS:
                self.table = value
            case "page" if value in PAGES:
                self.page = value
            case "writer":
                self.writer = AgencyId(value)
            case "leaf":
                self.leaf = int(value)
            case "about":
                self.about = AgencyId(value)
            case "look":
                self.looked_at = AgencyId(value)
            case "leave out" if value.isdigit():
                self.picks |= {"turned": "try", "try": value, "round": ""}
                return Stay(focus=f"try:{value}")
            case key if picked(key, value):
                self.picks[key] = value
            case _:
                return None
        return STAY

    def _move(self, message: Message) -> Transition | None:
        """Move a line by which the game is judged, or take it back."""
        judging, (what, _, name) = self.judging, message.key.partition(":")
        match what:
            case "lines back":
                judging.back()
                return Stay(focus=f"step:{self.step}")
            case "less" | "more" if name:
                judging.step(name, -1 if what == "less" else 1)
            case "line" if message.kind is Kind.SUBMITTED:
                judging.leave(name)
            case "line" if name:
                judging.type(name, str(message.value))
            case "undo" if name:
                judging.back(name)
                return Stay(focus=f"line:{name}")
            case _:
                return None
        return STAY

    @property
    def next_tick(self) -> int | None:
        """Say when to look again at what happens elsewhere; at once, to begin with what takes long."""
        return self.sitting.next_tick if self._is_begun else 0

    def tick(self, now_ms: int) -> Transition:
        """Take in what happened elsewhere."""
        self._is_begun = True
        self._work()
        self.sitting.tick(now_ms)
        return self.sitting.route(self)

    def _work(self) -> None:
        """Have worked out beside the window what takes long: for the lines as they are, without the command chosen."""
        story = self.story
        if self._is_begun:
            self._reckoning.ask(self.judging.key, lambda: reckon(story))
        if self._asked is not None:
            at, is_anew, _ = self._asked
            holdings = always(self.sitting.table.roster) if is_anew else None
            self._other.ask(self._asked, lambda: retell(story, (Change(at, None),), holdings))

    @property
    def _asked(self) -> tuple[int, bool, object] | None:
        """Name the game that went otherwise, if one is asked for."""
        at = self.picks.get("try", "")
        return (int(at), self.picks.get("anew") == "True", self.judging.key) if at.isdigit() else None

    def _untabled(self) -> Untabled | None:
        """Hold the game against all the deals that there were, once it is asked for."""
        if self.step != STEP_PAGES.index(turned) or self.picks.get("turned") != "deal":
            return None
        if self._deals is None or self._deals[0] != self.judging.key:
            self._deals = self.judging.key, untabled(self.story)
        return self._deals[1]

    def _seek(self, mark: object) -> Transition:
        """Go to the line of a command in the course, from the control that names it."""
        match mark:
            case (str(key), int(at)):
                self.came_from, self.sought = (self.step, self.page, self.score, self.share, key), at
                self.step, self.page, self.score, self.share = 0, "course", None, ""
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
