"""Set effort for half a year, and watch the quarters fill up."""

from dataclasses import dataclass, field, replace
from typing import ClassVar

from game.desk.plan import burdened, loads, plan_of
from game.desk.quarters import QuarterNews, news
from game.rules.commands import Pass, SetEffort
from game.rules.dealings import EffortPlan
from game.rules.ids import IssueId, TextId
from game.rules.scene import QUARTERS
from game.rules.vocabulary import Phase
from game.ui import S12, STAY, Column, Message, Row, Shortcut, Size, Transition, Widget, grow, sized
from game.ui.screens.year.page import TALL, page, record_panel
from game.ui.screens.year.panels import before_the_year, efforts_panel, foot, news_panel, track_panel
from game.ui.sitting import Sitting

WIDE = 1600.0
"""From this width on the record stands beside."""


@dataclass(slots=True)
class EffortsScreen:
    """Hold the plan until it is set, and how many quarters have been shown."""

    PHASES: ClassVar[frozenset[Phase]] = frozenset({Phase.FIRST_EFFORTS, Phase.SECOND_EFFORTS})
    sitting: Sitting
    shown: int = 0
    plans: dict[TextId, EffortPlan] = field(default_factory=dict)
    opened: set[TextId] = field(default_factory=set)
    """Accords in which each term gets its own effort."""
    due: int | None = None

    @property
    def quarters(self) -> tuple[QuarterNews, ...]:
        """Tell the year so far, as the seat was told it."""
        sitting, view = self.sitting, self.sitting.view
        seat = None if sitting.is_watching else sitting.seat
        return news(sitting.table.since(seat), view.scene, seat, view.role if seat else None)

    @property
    def quarter(self) -> int:
        """Say how many quarters have gone by, shown or not."""
        return self.sitting.table.public_view().room.year.quarter

    @property
    def is_filling(self) -> bool:
        """Say whether there are quarters that have not been shown yet."""
        return self.shown < self.quarter

    @property
    def is_setting(self) -> bool:
        """Say whether the person may set effort now."""
        return self.sitting.is_my_move and not self.is_filling

    @property
    def is_over(self) -> bool:
        """Say whether the whole year has been shown."""
        return self.sitting.table.is_closed and not self.is_filling

    def plan(self, text: TextId) -> EffortPlan:
        """Return the effort as it stands on the screen."""
        return self.plans.get(text) or plan_of(self.sitting.view, text)

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        track = track_panel(self, is_tall=size.h >= TALL)
        right: Widget = news_panel(self)
        if self.is_setting and burdened(self.sitting.view):
            mine: Widget = efforts_panel(self)
            if self.shown or before_the_year(self):
                mine = Column((grow(mine, 7), grow(right, 3)), gap=S12)
            parts: tuple[Widget, ...] = (grow(mine, 5), grow(track, 6))
            if size.w >= WIDE:
                parts = (*parts, sized(record_panel(self.sitting), w=380))
            body = Row(parts, gap=S12, align="stretch")
        else:
            wide = min(460.0, max(340.0, size.w * 0.28))
            body = Row((grow(track), sized(right, w=wide)), gap=S12, align="stretch")
        tip = "efforts" if self.is_setting and self.shown == 0 else ""
        return page(self.sitting, body, foot(self), tip=tip, remark=self._when())

    def _when(self) -> str:
        if self.shown == 0:
            return "Before quarter 1"
        return f"Quarter {self.shown} of {QUARTERS}"

    def on(self, message: Message) -> Transition:
        """Change the plan, set it, or go on."""
        match message.key.split(":"):
            case ["effort", text, *issue] if isinstance(message.value, float):
                self._change(TextId(text), IssueId(issue[0]) if issue else None, message.value)
            case ["each", text]:
                self._open(TextId(text), is_open=bool(message.value))
            case ["set"]:
                self._set()
            case ["skip" | "hurry"] if self.is_filling:
                self.shown = self.quarter
            case ["debrief"] if self.is_over:
                self.sitting.close_year()
            case ["tip"]:
                self.sitting.dismiss_tip("efforts")
            case ["hurry"]:
                self.sitting.hurry()
            case _:
                return self.sitting.answer(self, message)
        return self._onward()

    @property
    def next_tick(self) -> int | None:
        """Say when the next quarter, or the next computer move, is due."""
        if self.is_filling:
            return self.due or 0
        return self.sitting.next_tick

    def tick(self, now_ms: int) -> Transition:
        """Show the next quarter, or let the next computer act."""
        if self.is_filling:
            self._fill(now_ms)
        else:
            self.sitting.tick(now_ms)
        return self._onward()

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys of this screen."""
        keys: tuple[Shortcut, ...] = ()
        if self.is_filling:
            keys = (Shortcut("Return", "Show the quarters at once", "skip"), Shortcut("Space", "The same", "skip"))
        elif self.is_over:
            keys = (Shortcut("Return", "To the debrief", "debrief"),)
        elif self.is_setting:
            keys = (Shortcut("Return", "Set this effort", "set"),)
        return (*keys, *(one for one in self.sitting.shortcuts() if one.keys not in {key.keys for key in keys}))

    def _onward(self) -> Transition:
        """Stay while quarters fill up; else go where the game goes."""
        return STAY if self.is_filling else self.sitting.route(self)

    def _fill(self, now_ms: int) -> None:
        pause = self.sitting.settings.pause_ms
        if pause == 0:
            self.shown = self.quarter
        elif self.due is None:
            self.due = now_ms + pause
        elif now_ms >= self.due:
            self.shown += 1
            self.due = now_ms + pause if self.is_filling else None

    def _change(self, text: TextId, issue: IssueId | None, effort: float) -> None:
        plan = self.plan(text)
        if issue is None:
            self.plans[text] = EffortPlan(effort)
        else:
            self.plans[text] = replace(plan, by_issue={**plan.by_issue, issue: effort})

    def _open(self, text: TextId, *, is_open: bool) -> None:
        plan = self.plan(text)
        if is_open:
            self.opened.add(text)
            each = {load.issue: plan.on(load.issue) for load in loads(self.sitting.view, text)}
            self.plans[text] = EffortPlan(plan.effort, each)
        else:
            self.opened.discard(text)
            self.plans[text] = EffortPlan(plan.effort)

    def _set(self) -> None:
        """Hand the plans in, then pass."""
        if not self.is_setting:
            return
        view = self.sitting.view
        for text in burdened(view):
            plan = self.plan(text)
            if not self.sitting.submit(SetEffort(view.seat, text, plan.effort, plan.by_issue)):
                return
        self.plans, self.opened = {}, set()
        self.sitting.submit(Pass(view.seat))
