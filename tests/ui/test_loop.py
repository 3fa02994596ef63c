"""The real loop on a dummy display: focus, keys, pointer, modals, scrolling, time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pygame
import pytest

from game import ui
from game.ui import window
from game.ui.driver import Driver
from game.ui.settings import Settings


@dataclass(slots=True)
class Page:
    """Show whatever a test wants, and keep the messages."""

    make: Callable[["Page"], ui.Widget]
    keys: tuple[ui.Shortcut, ...] = ()
    leads: dict[str, ui.Transition] = field(default_factory=dict)
    got: list[ui.Message] = field(default_factory=list)
    text: str = ""
    built: int = 0
    next_tick: int | None = None
    ticks: list[int] = field(default_factory=list)

    def build(self, size: ui.Size) -> ui.Widget:
        self.built += 1
        return ui.Pad(self.make(self), 24)

    def on(self, message: ui.Message) -> ui.Transition:
        self.got.append(message)
        if message.kind is ui.Kind.CHANGED:
            self.text = str(message.value)
        return self.leads.get(message.key, ui.STAY)

    def shortcuts(self) -> tuple[ui.Shortcut, ...]:
        return self.keys

    def tick(self, now_ms: int) -> ui.Transition:
        self.ticks.append(now_ms)
        self.next_tick = None
        return ui.STAY

    @property
    def sent(self) -> list[str]:
        return [message.key for message in self.got]


def three(_: Page) -> ui.Widget:
    return ui.Column(tuple(ui.button(key, key.upper(), disabled="No" if key == "b" else "") for key in "abc"))


def rows(_: Page) -> ui.Widget:
    chips = (
        tuple(ui.chip(f"{r}{c}", f"option {c}", group="chips", chosen=r == c == 1) for c in range(3)) for r in range(3)
    )
    return ui.Column((ui.button("top", "Top"), *(ui.Row(row) for row in chips), ui.button("end", "End")))


def test_tab_goes_round_and_stops_at_disabled_ones_too() -> None:
    driver = Driver(Page(three))
    seen = []
    for _ in range(4):
        driver.press("Tab")
        seen.append(driver.focus)
    assert seen == ["a", "b", "c", "a"]
    driver.press("Shift+Tab")
    assert driver.focus == "c"


def test_return_and_space_activate_and_disabled_ones_do_nothing() -> None:
    page = Page(three)
    driver = Driver(page)
    driver.press("Tab", "Return", "Tab", "Return", "Space", "Tab", "Space")
    assert page.sent == ["a", "c"]


def test_a_click_presses_and_focuses_without_a_ring() -> None:
    page = Page(three)
    driver = Driver(page)
    driver.click("c")
    driver.click("b")
    assert page.sent == ["c"]
    assert driver.focus == "b"
    assert not driver.app.stage.ring


def test_letting_go_elsewhere_presses_nothing() -> None:
    page = Page(three)
    driver = Driver(page)
    driver.drag(driver.box("a").middle, driver.box("c").middle)
    assert page.sent == []


def test_a_group_is_one_stop_at_the_chosen_one() -> None:
    driver = Driver(Page(rows))
    driver.press("Tab", "Tab")
    assert driver.focus == "11"
    driver.press("Tab")
    assert driver.focus == "end"


def test_arrows_move_inside_a_group() -> None:
    driver = Driver(Page(rows))
    driver.press("Tab", "Tab")
    seen = []
    for key in ("Right", "Down", "Left", "Up", "Up", "Home", "Left"):
        driver.press(key)
        seen.append(driver.focus)
    assert seen == ["12", "22", "21", "11", "01", "00", "22"]


def test_return_on_the_chosen_one_falls_through_to_the_shortcut() -> None:
    page = Page(rows, keys=(ui.Shortcut("Return", "Do it", "do"),))
    driver = Driver(page)
    driver.press("Tab", "Tab", "Return", "Right", "Return")
    assert page.sent == ["do", "12"]


def field_page(page: Page) -> ui.Widget:
    return ui.Column((ui.TextInput("name", page.text), ui.button("ok", "OK")))


def test_typing_into_a_field() -> None:
    page = Page(field_page, keys=(ui.Shortcut("a", "A", "shortcut"),))
    driver = Driver(page)
    driver.press("Tab", "a", "b", "Space", "1")
    driver.type("ü")
    assert page.text == "ab 1ü"
    driver.press("Ctrl+A", "Ctrl+C", "End", "Ctrl+V", "Return")
    assert page.got[-1] == ui.Message("name", "ab 1üab 1ü", ui.Kind.SUBMITTED)
    assert driver.clipboard.text == "ab 1ü"
    assert "shortcut" not in page.sent


def test_a_shortcut_letter_is_not_typed_into_what_it_opens() -> None:
    inner = Page(field_page)
    page = Page(three, keys=(ui.Shortcut("t", "Type", "open"),), leads={"open": ui.Push(inner)})
    driver = Driver(page)
    driver.press("t")
    driver.app.stage.focus_on("name")
    assert inner.text == ""
    driver.press("t")
    assert inner.text == "t"
    page = Page(field_page, keys=(ui.Shortcut("F2", "Name", "name it"),), leads={"name it": ui.Stay(focus="name")})
    driver = Driver(page)
    driver.press("F2")
    assert driver.focus == "name"


@pytest.mark.parametrize(
    ("pressed", "written"), [("1", "1"), ("Ctrl+S", "Ctrl+S"), ("Escape", "Escape"), ("Shift+F3", "Shift+F3")]
)
def test_shortcuts_send_their_message(pressed: str, written: str) -> None:
    page = Page(three, keys=(ui.Shortcut(written, "It", "it", 5),))
    Driver(page).press(pressed)
    assert page.got == [ui.Message("it", 5)]


def test_escape_comes_as_a_message() -> None:
    page = Page(three)
    Driver(page).press("Escape")
    assert page.sent == [ui.ESCAPE]


def asking(page: Page) -> ui.Widget:
    under = three(page)
    if page.sent[-1:] != ["a"]:
        return under
    question = ui.dialog(
        "ask", "Sure?", ui.Text("Really?"), (ui.button("no", "No"), ui.button("yes", "Yes")), first="yes"
    )
    return ui.Layers((under, question))


def test_a_modal_keeps_the_focus_and_gives_it_back() -> None:
    page = Page(asking)
    driver = Driver(page)
    driver.press("Tab", "Return")
    assert driver.focus == "yes"
    driver.press("Tab", "Tab", "Tab")
    assert driver.focus == "no"
    driver.click_at(40, 40)
    assert page.sent == ["a"]
    driver.press("Escape")
    assert page.got[-1] == ui.Message("ask", kind=ui.Kind.CANCELLED)
    assert driver.focus == "a"


def long(_: Page) -> ui.Widget:
    return ui.Scroll("list", ui.Column(tuple(ui.button(f"row{n}", f"Row {n}") for n in range(40))), h=200)


def prose(_: Page) -> ui.Widget:
    return ui.Column((ui.button("top", "Top"), ui.Scroll("list", ui.Text("word " * 3000), h=200)))


def test_focus_scrolls_into_view() -> None:
    driver = Driver(Page(long))
    driver.press("Shift+Tab")
    assert driver.focus == "row39"
    assert driver.box("row39").within(driver.box("list"))
    driver.press("Tab")
    assert driver.box("row0").within(driver.box("list"))


def test_what_is_scrolled_away_cannot_be_clicked() -> None:
    page = Page(long)
    driver = Driver(page)
    driver.click("row30")
    assert page.sent == []


def test_the_wheel_scrolls() -> None:
    driver = Driver(Page(long))
    before = driver.box("row0").y
    driver.wheel("list", -2)
    assert driver.box("row0").y == before - 112
    driver.wheel("list", 9)
    assert driver.box("row0").y == before


def test_a_text_panel_is_a_stop_and_scrolls_by_keys() -> None:
    driver = Driver(Page(prose))
    driver.press("Tab", "Tab")
    assert driver.focus == "list"
    frames = driver.app.frames
    driver.press("PageDown", "End", "Home", "Down")
    assert driver.app.frames == frames + 4
    driver.press("Up", "Up", "Up")
    assert driver.app.frames == frames + 5


def test_the_bar_can_be_dragged() -> None:
    driver = Driver(Page(long))
    box = driver.box("list")
    before = driver.box("row0").y
    driver.drag((box.right - 4, box.y + 10), (box.right - 4, box.bottom + 500))
    assert driver.box("row39").within(box)
    assert driver.box("row0").y < before


@dataclass(slots=True)
class Record:
    """Grow at the end."""

    lines: int = 50

    def build(self, size: ui.Size) -> ui.Widget:
        rows = tuple(ui.button(f"r{n}", f"Line {n}") for n in range(self.lines))
        return ui.Column((ui.button("more", "More"), ui.Scroll("record", ui.Column(rows), from_end=True, h=200)))

    def on(self, message: ui.Message) -> ui.Transition:
        self.lines += message.key == "more"
        return ui.STAY


def test_a_record_stays_at_the_end_until_scrolled_up() -> None:
    driver = Driver(Record())
    assert driver.box("r49").within(driver.box("record"))
    driver.click("more")
    assert driver.box("r50").within(driver.box("record"))
    driver.wheel("record", 3)
    at = driver.box("r40").y
    driver.click("more")
    assert driver.box("r40").y == at


def tips(_: Page) -> ui.Widget:
    cut = ui.Press("cut", ui.Text("a very long text " * 5, max_lines=1))
    return ui.Column(
        (ui.button("tip", "Tip", tip="What it is"), ui.sized(cut, w=100), ui.chip("off", "Off", disabled="Why"))
    )


def test_tips_show_on_focus_at_once_and_on_hover_after_a_while() -> None:
    driver = Driver(Page(tips))
    shown = []
    for _ in range(3):
        driver.press("Tab")
        tip = driver.app.stage.tip()
        shown.append(tip[0].strip() if tip else None)
    assert shown == ["What it is", ("a very long text " * 5).strip(), "Why"]
    driver = Driver(Page(tips))
    driver.hover("tip")
    assert driver.app.stage.tip() is None
    driver.pass_time(1000)
    tip = driver.app.stage.tip()
    assert tip is not None
    assert tip[0] == "What it is"
    driver.hover_at(600, 600)
    assert driver.app.stage.tip() is None


def test_f1_lists_the_keys() -> None:
    page = Page(three, keys=(ui.Shortcut("1", "Open the talk", "talk"),))
    driver = Driver(page)
    driver.press("F1")
    assert driver.sees("Open the talk")
    assert driver.sees("Full screen")
    driver.press("1")
    assert page.got == []
    driver.press("Escape")
    assert not driver.sees("Open the talk")
    assert page.got == []


def test_scale_keys_and_a_window_too_small_for_the_scale() -> None:
    driver = Driver(Page(three), size=(1920, 1080))
    driver.press("Ctrl+=", "Ctrl+=")
    assert driver.app.look.scale == pytest.approx(1.2)
    driver.press("Ctrl+-")
    assert driver.app.look.scale == pytest.approx(1.1)
    for _ in range(12):
        driver.press("Ctrl+=")
    assert driver.app.preferences.settings.scale == 2.0
    assert driver.app.look.scale == 1.5
    driver.app.resize(1280, 720)
    driver.idle()
    assert driver.app.stage.size == (1280, 720)
    driver.press("Ctrl+0")
    assert driver.app.preferences.settings.scale == 1.0


def test_nothing_is_drawn_or_built_while_nothing_changes() -> None:
    page = Page(three)
    driver = Driver(page)
    frames, built = driver.app.frames, page.built
    driver.pass_time(5000)
    driver.hover_at(900, 600)
    driver.hover_at(901, 601)
    assert (driver.app.frames, page.built) == (frames, built)
    driver.hover("a")
    assert (driver.app.frames, page.built) == (frames + 1, built)


def test_transitions() -> None:
    inner = Page(three, leads={"a": ui.Pop("done"), "b": ui.Pop(), "c": ui.Quit()})
    page = Page(three, leads={"a": ui.Push(inner), "c": ui.Replace(inner)})
    driver = Driver(page)
    driver.press("Tab", "Return")
    assert driver.app.screen is inner
    assert driver.focus is None
    driver.click("a")
    assert page.got[-1] == ui.Message(ui.RETURNED, "done", ui.Kind.RETURNED)
    assert driver.focus == "a"
    driver.click("c")
    assert driver.app.screen is inner
    driver.click("c")
    assert driver.is_over


def test_time_and_waking() -> None:
    page = Page(three, next_tick=1000)
    driver = Driver(page)
    driver.pass_time(999)
    assert page.ticks == []
    driver.pass_time(1)
    assert page.ticks == [1000]
    driver.wake()
    assert page.ticks == [1000, 1000]


def test_closing_the_window_ends_the_game() -> None:
    driver = Driver(Page(three))
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    driver.app.run()
    assert driver.is_over


def test_the_focus_survives_its_control() -> None:
    page = Page(lambda page: three(page) if "a" not in page.sent else ui.button("c", "C"))
    driver = Driver(page)
    driver.press("Tab", "Return")
    assert driver.focus is None
    driver.press("Tab")
    assert driver.focus == "c"


def test_plain_pygame_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pygame, "IS_CE", False)
    with pytest.raises(ui.NoDisplay, match="pip uninstall pygame"):
        Driver(Page(three))


def test_no_display_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise pygame.error("No available video device")

    monkeypatch.setattr(window.pygame.display, "set_mode", fail)
    with pytest.raises(ui.NoDisplay, match="host a class"):
        Driver(Page(three))


def test_a_picture_is_saved(tmp_path: Path) -> None:
    driver = Driver(Page(three), Settings(scale=1.5), size=(1920, 1080))
    driver.shot(tmp_path / "page.png")
    assert pygame.image.load(tmp_path / "page.png").get_size() == (1920, 1080)


def test_a_held_key_presses_once() -> None:
    page = Page(three, keys=(ui.Shortcut("x", "X", "x"),))
    driver = Driver(page)
    driver.press("Tab")
    for key in (pygame.K_RETURN, pygame.K_x):
        for _ in range(3):
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=0, unicode="", scancode=0))
    driver.idle()
    assert page.sent == ["a", "x"]
    for _ in range(2):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="", scancode=0))
    driver.idle()
    assert driver.focus == "c"


def in_turn(page: Page) -> ui.Widget:
    """Ask once more after the first answer."""
    layers = [three(page)]
    if page.sent and page.sent[-1] in ("a", "again"):
        key = "first" if page.sent[-1] == "a" else "second"
        layers.append(ui.dialog(key, key, ui.Space(), (ui.button("again", "Again"), ui.button("enough", "Enough"))))
    return ui.Layers(tuple(layers))


def test_one_modal_after_another_and_the_keys_above_it() -> None:
    page = Page(in_turn)
    driver = Driver(page)
    driver.press("Tab", "Return")
    assert driver.focus == "again"
    driver.press("Tab", "F1")
    assert driver.focus == "app:close keys"
    driver.press("Tab")
    assert driver.focus == "app:close keys"
    driver.press("Escape")
    assert driver.focus == "enough"
    driver.click("again")
    assert driver.sees("second")
    assert driver.focus == "again"
    driver.click("enough")
    assert driver.focus == "a"


def test_full_screen_and_back() -> None:
    driver = Driver(Page(three))
    driver.press("F11")
    assert driver.app.preferences.settings.fullscreen
    driver.press("F11")
    assert driver.app.window.get_size() == (1280, 720)
