"""Hold one screen's page with focus, pointer and memory; turn input into messages."""

from dataclasses import dataclass

import pygame

from game.ui.look import Look
from game.ui.page import Page, as_control, lay_out, lay_out_part
from game.ui.paint import Attention, Stroke, strokes
from game.ui.space import Box, Size
from game.ui.travel import next_in_group, next_stop, tip_of
from game.ui.widget import (
    Activate,
    Clipboard,
    Control,
    Cue,
    KeyPress,
    Kind,
    Message,
    Phase,
    Pointer,
    Reply,
    Ruler,
    Setting,
    Typed,
    Widget,
)
from game.ui.widgets.entry import TextInput
from game.ui.widgets.modal import Modal
from game.ui.widgets.scroll import Scroll

TIP_DELAY = 450
_WHEEL = 56.0
_ARROWS = ("left", "right", "up", "down", "home", "end")


@dataclass(frozen=True, slots=True)
class Fed:
    """Say what came of an input: whether it was used, and what to tell the screen."""

    used: bool
    messages: tuple[Message, ...] = ()


UNUSED = Fed(used=False)


class Stage:
    """Keep what the toolkit remembers about one screen between two frames."""

    def __init__(self, clipboard: Clipboard) -> None:
        self.clipboard = clipboard
        self.memory: dict[str, object] = {}
        self.look = Look()
        self.tree: Widget | None = None
        self.size = Size(0, 0)
        self.ruler = Ruler(self.look, self.memory)
        self.page: Page | None = None
        self.focus: str | None = None
        self.ring = False
        self.stale = True
        self.wake_at: int | None = None
        self._place = 0
        self._below: dict[int, str | None] = {}
        self._asked: str | None = None
        self._held: str | None = None
        self._armed = False
        self._hover: str | None = None
        self._tip_at: int | None = None
        self._tip_shown = False
        self._tip_on_focus = self._by_key = False
        self._now = 0
        self._mouse = (-1.0, -1.0)

    def show(self, tree: Widget, size: Size, look: Look) -> None:
        """Lay a new description out, unless nothing changed."""
        if tree == self.tree and size == self.size and look == self.look:
            return
        before, known = self.page, self.page
        if look == self.ruler.look:
            self.ruler.turn()
        else:
            self.ruler, known = Ruler(look, self.memory), None
        self.tree, self.size, self.look = tree, size, look
        self.page, self.stale = lay_out(tree, size, self.ruler, known), True
        self._follow_modal(before.layer if before else 0)
        self._point(*self._mouse)

    def strokes(self) -> list[Stroke]:
        """Give what is to be drawn; changes nothing but the note that it is drawn."""
        self.stale = False
        if self.page is None:
            return []
        pressed = self._held if self._armed else None
        return strokes(self.page, self.ruler, Attention(self.focus, self.ring, self._hover, pressed, self.tip()))

    def feed(self, event: pygame.event.Event, now: int, *, repeated: bool = False) -> Fed:
        """Answer one event of keyboard or pointer; a held key repeats moves and typing, never a press."""
        self._now = now
        if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self._by_key = event.type == pygame.KEYDOWN
        match event.type:
            case pygame.KEYDOWN:
                return self._key(event, repeated=repeated)
            case pygame.TEXTINPUT:
                return self._cue(self.focus, Typed(event.text))
            case pygame.MOUSEMOTION:
                if not event.buttons[0]:
                    self._held = None
                return self._moved(self._logical(event.pos))
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                return self._down(self._logical(event.pos), getattr(event, "clicks", 1))
            case pygame.MOUSEBUTTONUP if event.button == 1:
                return self._up(self._logical(event.pos))
            case pygame.MOUSEWHEEL:
                return self._wheel(-getattr(event, "precise_y", event.y) * _WHEEL)
        return UNUSED

    def tick(self, now: int) -> None:
        """Show the tooltip when the pointer or the focus has rested long enough."""
        self._now = now
        if self.wake_at is not None and now >= self.wake_at:
            self.wake_at, self._tip_shown, self.stale = None, True, True

    @property
    def cursor(self) -> int:
        """Give the pointer's shape for what is below it."""
        control = self.page.control(self._hover) if self.page and self._hover else None
        if control is None or control.disabled or isinstance(control, Scroll):
            return pygame.SYSTEM_CURSOR_ARROW
        return pygame.SYSTEM_CURSOR_IBEAM if isinstance(control, TextInput) else pygame.SYSTEM_CURSOR_HAND

    def tip(self) -> tuple[str, Box] | None:
        """Give the tooltip to show and what it is about: of the focus or the pointer, whichever moved last."""
        if self.page is None or not self._tip_shown:
            return None
        index = self.page.controls.get(self.focus or "") if self._tip_on_focus else self._tip_at
        if index is None or index >= len(self.page.placed):
            return None
        return tip_of(self.page, self.ruler, index)

    def focus_on(self, key: str, *, ring: bool = True) -> None:
        """Move the focus to a control and scroll it into view."""
        if self.page is None or key not in self.page.reachable():
            return
        self.focus, self.ring, self.stale, self._tip_shown = key, ring, True, False
        self._tip_on_focus = ring and self._by_key
        self.wake_at = self._now + TIP_DELAY if self._tip_on_focus else None
        self._place = self.page.reachable().index(key)
        self._reveal(key)

    # keyboard

    def _key(self, event: pygame.event.Event, *, repeated: bool) -> Fed:
        """Ask the focused control first, then move focus, activate, scroll or back out."""
        assert self.page is not None
        name = pygame.key.name(event.key).replace(" ", "")
        ctrl = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
        key = KeyPress(name, shift=bool(event.mod & pygame.KMOD_SHIFT), ctrl=ctrl)
        self._hide_tip()
        if (fed := self._cue(self.focus, key)).used:
            return fed
        match name:
            case "tab" if not ctrl:
                return self._travel(next_stop(self.page, self.focus, self._place, -1 if key.shift else 1))
            case "return" | "enter" | "space" if repeated:
                return Fed(True)
            case "return" | "enter" | "space" if not ctrl and self.focus:
                control = self.page.control(self.focus)
                if control and control.chosen and control.group and name != "space":
                    return UNUSED
                self.ring = True
                return self._cue(self.focus, Activate())
            case "escape" if self.page.layer:
                modal = self._modal()
                return Fed(True, (Message(modal.key, kind=Kind.CANCELLED),) if modal else ())
        if name in _ARROWS and (fed := self._travel(next_in_group(self.page, self.focus, name))).used:
            return fed
        if name in ("up", "down", "pageup", "pagedown", "home", "end"):
            return self._scroll_by_key(key)
        return UNUSED

    def _travel(self, target: str | None) -> Fed:
        """Go to a control by keyboard, if there is one to go to."""
        if target is None:
            return UNUSED
        self.focus_on(target)
        return Fed(True)

    def _scroll_by_key(self, key: KeyPress) -> Fed:
        """Scroll the panel around the focus, or the tallest one."""
        assert self.page is not None
        focused = self.page.controls.get(self.focus or "")
        around = [] if focused is None else [i for i in self.page.ancestors(focused) if self._scroll(i)]
        placed = self.page.placed
        every = [i for i in self.page.controls.values() if self._scroll(i) and placed[i].layer == self.page.layer]
        every.sort(key=lambda i: -placed[i].box.h)
        for index in (*around, *every):
            control = as_control(placed[index].widget)
            if control and (fed := self._cue(control.key, key)).used:
                return fed
        return UNUSED

    # pointer

    def _moved(self, at: tuple[float, float]) -> Fed:
        """Follow the pointer: drag what is held, else light up what is below it."""
        if self._held is not None and not self._armed:
            return self._cue(self._held, Pointer(Phase.DRAG, *at))
        tip = self._tip_at
        self._point(*at)
        if self._tip_at != tip:
            self._hide_tip()
            self._tip_on_focus = False
            self.wake_at = None if self._tip_at is None else self._now + TIP_DELAY
        return Fed(True)

    def _down(self, at: tuple[float, float], clicks: int) -> Fed:
        """Take hold of what is below the pointer and focus it."""
        assert self.page is not None
        self._point(*at)
        self._hide_tip()
        key = self._control_among(self.page.at(*at))
        self.ring, self.stale = False, True
        if key is None:
            return Fed(True)
        if key in self.page.reachable():
            self.focus_on(key, ring=False)
        self._held = key
        fed = self._cue(key, Pointer(Phase.DOWN, *at, clicks=clicks))
        self._armed = not fed.used
        return Fed(True, fed.messages)

    def _up(self, at: tuple[float, float]) -> Fed:
        """Let go; what was pressed and is still below the pointer is activated."""
        key, armed, self._held, self._armed = self._held, self._armed, None, False
        self.stale = True
        if key is None:
            return Fed(True)
        if not armed:
            return Fed(True, self._cue(key, Pointer(Phase.UP, *at)).messages)
        if self.page is None or self._control_among(self.page.at(*at)) != key:
            return Fed(True)
        self._explain(key)
        return Fed(True, self._cue(key, Activate()).messages)

    def _explain(self, key: str) -> None:
        """Show at once why a control that was clicked cannot be used."""
        control = self.page.control(key) if self.page else None
        if control and control.disabled and self._tip_at is not None:
            self._tip_shown, self._tip_on_focus, self.wake_at = True, False, None

    def _wheel(self, by: float) -> Fed:
        """Scroll the innermost panel below the pointer that can still move."""
        assert self.page is not None
        for index in self.page.at(*self._mouse):
            if (scroll := self._scroll(index)) and self._apply(scroll, scroll.scrolled(by, self._setting(index))).used:
                self._point(*self._mouse)
                return Fed(True)
        return Fed(True)

    def _point(self, x: float, y: float) -> None:
        """Note what is below the pointer."""
        self._mouse = (x, y)
        if self.page is None:
            return
        under = self.page.at(x, y)
        hover = self._control_among(under)
        if hover != self._hover:
            self._hover, self.stale = hover, True
        self._tip_at = next((i for i in under if tip_of(self.page, self.ruler, i)), None)

    # parts

    def _cue(self, key: str | None, cue: Cue) -> Fed:
        """Give a cue to a control and keep what it wants remembered."""
        if self.page is None or key is None or (control := self.page.control(key)) is None:
            return UNUSED
        return self._apply(control, control.receive(cue, self._setting(self.page.controls[key])))

    def _apply(self, control: Control, reply: Reply) -> Fed:
        """Keep the memory of a reply; scrolling moves the page."""
        if reply.memory is not None:
            self.memory[control.key] = reply.memory
            if self.page and isinstance(control, Scroll):
                self.page, self.stale = lay_out_part(self.page, self.page.controls[control.key], self.ruler), True
        self.stale = self.stale or reply.used
        return Fed(reply.used, reply.messages)

    def _setting(self, index: int) -> Setting:
        """Describe where a control is."""
        assert self.page is not None
        item = self.page.placed[index]
        control = as_control(item.widget)
        return Setting(item.box, self.ruler, self.memory.get(control.key) if control else None, self.clipboard)

    def _scroll(self, index: int) -> Scroll | None:
        """See a placed widget as a scroll panel."""
        assert self.page is not None
        widget = self.page.placed[index].widget
        return widget if isinstance(widget, Scroll) else None

    def _modal(self) -> Modal | None:
        """Find the modal on top."""
        assert self.page is not None
        return next((item.widget for item in reversed(self.page.placed) if isinstance(item.widget, Modal)), None)

    def _control_among(self, under: tuple[int, ...]) -> str | None:
        """Find the topmost control among what is below a point."""
        assert self.page is not None
        found = (as_control(self.page.placed[index].widget) for index in under)
        return next((control.key for control in found if control), None)

    def _reveal(self, key: str) -> None:
        """Scroll every panel around a control so that it is seen, innermost first."""
        assert self.page is not None
        for panel in self.page.ancestors(self.page.controls[key]):
            if scroll := self._scroll(panel):
                box = self.page.placed[self.page.controls[key]].box.inset(0, -4)
                self._apply(scroll, scroll.showing(box, self._setting(panel)))

    def _follow_modal(self, before: int) -> None:
        """Move the focus into a modal that opened, and back when it closed."""
        assert self.page is not None
        modal = self._modal()
        asked, self._asked = self._asked, modal.key if modal else None
        if self.page.layer > before:
            self._below[before] = self.focus
        if self.page.layer < before:
            self.focus = self._below.pop(self.page.layer, None)
        elif modal and modal.key != asked:
            self.focus = None
        keys = self.page.reachable()
        if self.focus not in keys:
            self.focus = None
            if modal and keys:
                self.focus_on(modal.first if modal.first in keys else keys[0])
        self._tip_shown = False

    def _hide_tip(self) -> None:
        """Hide the tooltip."""
        self.stale = self.stale or self._tip_shown
        self._tip_shown, self.wake_at = False, None

    def _logical(self, at: tuple[int, int]) -> tuple[float, float]:
        """Turn a physical point into one of the page."""
        return at[0] / self.look.scale, at[1] / self.look.scale
