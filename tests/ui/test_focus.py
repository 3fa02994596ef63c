"""Focus, pointer, modals, scrolling and tooltips, with real events on a dummy display."""

from dataclasses import dataclass

from kit_pages import Page, field_page, rows, three

from game import ui
from game.ui.driver import Driver
from game.ui.look import Look
from game.ui.page import lay_out
from game.ui.paint import place_tip
from game.ui.widget import Ruler


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


def test_a_click_on_what_cannot_be_used_says_why_at_once() -> None:
    driver = Driver(Page(tips))
    driver.click("off")
    tip = driver.app.stage.tip()
    assert tip is not None
    assert tip[0] == "Why"


def test_tips_show_on_focus_and_on_hover_after_a_while() -> None:
    driver = Driver(Page(tips))
    shown = []
    for _ in range(3):
        driver.press("Tab")
        assert driver.app.stage.tip() is None
        driver.pass_time(1000)
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


def test_a_tip_goes_with_the_focus_and_gives_way_to_the_pointer() -> None:
    driver = Driver(Page(tips))
    driver.press("Tab")
    driver.pass_time(1000)
    driver.press("Tab")
    assert driver.app.stage.tip() is None
    driver.pass_time(1000)
    driver.hover("off")
    assert driver.app.stage.tip() is None
    driver.pass_time(1000)
    tip = driver.app.stage.tip()
    assert tip is not None
    assert tip[0] == "Why"


def test_a_tooltip_never_lies_over_the_other_answers_of_its_group() -> None:
    chips = tuple(ui.chip(f"chip{n}", f"Answer {n}", group="answers", tip="What this is about.") for n in range(24))
    others = tuple(ui.button(f"card{n}", f"Card {n}") for n in range(4))
    rows = (ui.Space(h=300), ui.Row(tuple(map(ui.grow, others))), ui.Flow(chips))
    page = lay_out(ui.Pad(ui.Column(rows)), ui.Size(700, 720), Ruler(Look()))
    for chip in chips:
        box = place_tip(page, page.placed[page.controls[chip.key]].box, ui.Size(300, 50))
        assert not any(box.meets(page.placed[page.controls[other.key]].box) for other in chips), chip.key


def test_a_tooltip_leaves_free_what_can_be_chosen_next() -> None:
    cards = tuple(ui.button(f"card{n}", f"Card {n}", tip="What this card is about.") for n in range(9))
    page = lay_out(ui.Row((ui.sized(ui.Column(cards, gap=4), w=300), ui.spring())), ui.Size(1280, 720), Ruler(Look()))
    box = place_tip(page, page.placed[page.controls["card3"]].box, ui.Size(300, 50))
    assert not any(box.meets(page.placed[index].box) for index in page.controls.values())
