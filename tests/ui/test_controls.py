"""Controls answer cues with messages; pure, without a window."""

from dataclasses import replace

import pygame
import pytest

from game import ui
from game.ui.canvas import Canvas
from game.ui.driver import Pocket
from game.ui.look import Look
from game.ui.space import Box
from game.ui.widget import Activate, Cue, KeyPress, Kind, Message, Phase, Pointer, Reply, Ruler, Setting, Sight, Typed
from game.ui.widgets.entry import Caret

BOX = Box(100, 50, 218, 36)


def ask(
    control: ui.Press | ui.Slider | ui.Stepper | ui.TextInput | ui.Scroll, cue: Cue, memory: object = None
) -> Reply:
    return control.receive(cue, Setting(BOX, Ruler(Look()), memory, Pocket("from the desk")))


def values(reply: Reply) -> list[object]:
    return [message.value for message in reply.messages]


def test_a_button_sends_its_message() -> None:
    assert ask(ui.button("go", "Go", value=3), Activate()).messages == (Message("go", 3),)


def test_a_disabled_button_says_nothing_but_takes_the_press() -> None:
    reply = ask(ui.button("go", "Go", disabled="Not now"), Activate())
    assert reply.used
    assert reply.messages == ()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_what_cannot_be_used_is_outlined_in_dashes(theme: str, scale: float) -> None:
    def is_whole(press: ui.Press) -> bool:
        sheet = pygame.Surface((round(220 * scale), round(60 * scale)))
        press.draw(Canvas(sheet, Look(theme, scale=scale)), Box(10, 10, 200, 40), Sight())
        top = round(10 * scale)
        return len({tuple(sheet.get_at((x, top))) for x in range(round(20 * scale), round(200 * scale))}) == 1

    assert is_whole(ui.choice("a", "Meet"))
    assert not is_whole(ui.choice("a", "Meet", disabled="Not now"))
    assert not is_whole(ui.button("a", "Meet", primary=True, disabled="Not now"))
    assert not is_whole(replace(ui.heading_button("a", "Talk", "messages"), empty=True))
    assert is_whole(replace(ui.heading_button("a", "Talk", "messages", chosen=True), empty=True))


def test_a_toggle_sends_the_other_value() -> None:
    assert values(ask(ui.toggle("tips", "Tips", on=True), Activate())) == [False]


@pytest.mark.parametrize(
    ("key", "share"), [("right", 0.55), ("left", 0.45), ("home", 0), ("end", 1), ("pageup", 0.7), ("up", 0.55)]
)
def test_a_slider_moves_by_keys(key: str, share: float) -> None:
    assert values(ask(ui.Slider("effort", 0.5), KeyPress(key))) == [pytest.approx(share)]


@pytest.mark.parametrize(("x", "share"), [(0, 0), (109, 0), (209, 0.5), (309, 1), (999, 1), (211, 0.5)])
def test_a_slider_follows_the_pointer_in_steps(x: float, share: float) -> None:
    assert values(ask(ui.Slider("effort", 0.25), Pointer(Phase.DRAG, x, 60))) == [pytest.approx(share)]


def test_a_slider_stops_at_its_ends_and_says_nothing_there() -> None:
    assert ask(ui.Slider("effort", 1.0), KeyPress("right")) == Reply()
    assert values(ask(ui.Slider("effort", 0.98), KeyPress("right"))) == [1.0]


def test_a_stepper_keeps_to_its_range() -> None:
    assert values(ask(ui.Stepper("n", 3), KeyPress("right"))) == [4]
    assert values(ask(ui.Stepper("n", 4), KeyPress("right"))) == []
    assert values(ask(ui.Stepper("n", 3), Pointer(Phase.DOWN, 105, 60))) == [2]
    assert values(ask(ui.Stepper("n", 3), KeyPress("home"))) == [0]
    assert values(ask(ui.Stepper("n", 3, disabled="no"), KeyPress("right"))) == []


def typed(text: str, cue: Cue, caret: tuple[int, int] | None = None, **more: object) -> tuple[list[object], object]:
    entry = ui.TextInput("t", text, **more)  # type: ignore[arg-type]
    reply = ask(entry, cue, Caret(*caret) if caret else None)
    memory = reply.memory
    return values(reply), (memory.at, memory.anchor) if isinstance(memory, Caret) else None


def test_typing_goes_in_at_the_caret() -> None:
    assert typed("ac", Typed("b"), (1, 1)) == (["abc"], (2, 2))
    assert typed("ac", Typed("b")) == (["acb"], (3, 3))


def test_typing_replaces_the_selection() -> None:
    assert typed("abcd", Typed("x"), (3, 1)) == (["axd"], (2, 2))


@pytest.mark.parametrize(
    ("text", "longest", "words"),
    [("", 3, ""), ("a" * 20, 24, ""), ("a" * 21, 24, "3 left"), ("a" * 24, 24, "0 left"), ("a" * 361, 400, "39 left")],
)
def test_what_still_fits_is_said_once_little_does(text: str, longest: int, words: str) -> None:
    assert ui.TextInput("name", text, longest=longest).remark == words


def test_the_caret_stays_clear_of_what_still_fits() -> None:
    field = ui.TextInput("name", "a" * 399, longest=400)
    reply = ask(field, Typed("b"))
    assert isinstance(reply.memory, Caret)
    whole = Ruler(Look()).size(ui.Text("a" * 399 + "b", size=ui.BODY), 10_000).w
    assert whole - reply.memory.push <= BOX.w - 2 * 10 - 40


def test_text_is_no_longer_than_allowed() -> None:
    assert typed("abc", Typed("defg"), longest=5)[0] == ["abcde"]
    assert typed("abcde", Typed("x"), longest=5)[0] == []
    assert typed("12", Typed("a3"), allowed="0123456789")[0] == ["123"]


@pytest.mark.parametrize(
    ("key", "caret", "text", "after"),
    [
        (KeyPress("backspace"), (2, 2), "a c", (1, 1)),
        (KeyPress("delete"), (1, 1), "a c", (1, 1)),
        (KeyPress("backspace"), (3, 0), "", (0, 0)),
    ],
)
def test_erasing(key: KeyPress, caret: tuple[int, int], text: str, after: tuple[int, int]) -> None:
    assert typed("ab c" if text == "a c" else "abc", key, caret) == ([text], after)


@pytest.mark.parametrize(
    ("key", "after"),
    [
        (KeyPress("left"), (5, 5)),
        (KeyPress("left", shift=True), (5, 6)),
        (KeyPress("left", ctrl=True), (4, 4)),
        (KeyPress("right", ctrl=True), (8, 8)),
        (KeyPress("home"), (0, 0)),
        (KeyPress("end", shift=True), (11, 6)),
        (KeyPress("a", ctrl=True), (11, 0)),
    ],
)
def test_the_caret_moves(key: KeyPress, after: tuple[int, int]) -> None:
    assert typed("one two for", key, (6, 6)) == ([], after)


def test_the_clipboard() -> None:
    pocket = Pocket("to paste")
    setting = Setting(BOX, Ruler(Look()), Caret(3, 0), pocket)
    entry = ui.TextInput("t", "abcdef")
    assert values(entry.receive(KeyPress("x", ctrl=True), setting)) == ["def"]
    assert pocket.text == "abc"
    pocket.text = "two\nlines "
    assert values(entry.receive(KeyPress("v", ctrl=True), setting)) == ["two linesdef"]


def test_return_submits_and_letters_are_no_shortcuts() -> None:
    entry = ui.TextInput("t", "abc")
    assert ask(entry, KeyPress("return")).messages == (Message("t", "abc", Kind.SUBMITTED),)
    assert ask(entry, KeyPress("1")).used
    assert ask(entry, KeyPress("space")).used
    assert not ask(entry, KeyPress("tab")).used
    assert not ask(entry, KeyPress("escape")).used
    assert not ask(entry, KeyPress("s", ctrl=True)).used


def test_the_pointer_sets_the_caret() -> None:
    assert typed("abc", Pointer(Phase.DOWN, 100, 60))[1] == (0, 0)
    assert typed("abc", Pointer(Phase.DRAG, 300, 60), (0, 0))[1] == (3, 0)
    assert typed("abc", Pointer(Phase.DOWN, 110, 60, clicks=2))[1] == (3, 0)


def test_long_text_is_pushed_so_that_the_caret_is_seen() -> None:
    reply = ask(ui.TextInput("t", "m" * 60), KeyPress("end"), Caret(0, 0))
    assert isinstance(reply.memory, Caret)
    assert reply.memory.push > 200


def test_a_disabled_field_keeps_its_text() -> None:
    assert typed("abc", Typed("x"), disabled="closed")[0] == []
