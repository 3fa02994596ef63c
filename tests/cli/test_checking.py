"""`new`, `check`, `watch` and `schema` through the front door: what they print and write, and their exit codes."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from game.cli import main
from game.scenario import loading
from game.scenario.watching import LONG_GONE

NOW = "14:03:22"


class Told:
    """What a command printed, and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], desk: Path) -> Callable[..., Told]:
    def run(*arguments: str) -> Told:
        code = main(arguments)
        return Told(code, *capsys.readouterr())

    return run


@pytest.fixture
def saves(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let things happen between two looks at a watched file, and then let somebody press Ctrl-C."""

    def script(*steps: Callable[[], object]) -> None:
        left: Iterator[Callable[[], object]] = iter(steps)

        def pause() -> None:
            step = next(left, None)
            if step is None:
                raise KeyboardInterrupt
            step()

        monkeypatch.setattr("game.cli.commands.checking.pause", pause)
        monkeypatch.setattr("game.cli.commands.checking.clock", lambda: NOW)

    return script


def nothing() -> None:
    """Let time pass."""


def test_new_writes_a_scenario_that_is_right_and_says_what_to_do_next(cli: Callable[..., Told], desk: Path) -> None:
    told = cli("new", "lake-road")
    assert (told.code, told.err) == (0, "")
    assert told.out.count("\n") == 1
    assert "`false-coherence watch lake-road.yaml`" in told.out
    assert loading.check(desk / "lake-road.yaml") == ()
    case = loading.load(desk / "lake-road.yaml")
    assert (case.id, case.title) == ("lake-road", "Lake road")


def test_new_puts_the_schema_beside_it_for_editors(cli: Callable[..., Told], desk: Path) -> None:
    cli("new", "lake-road")
    modeline = (desk / "lake-road.yaml").read_text(encoding="utf-8").splitlines()[0]
    named = modeline.removeprefix("# yaml-language-server: $schema=")
    assert json.loads((desk / named).read_text(encoding="utf-8")) == loading.schema()


def test_new_leaves_a_schema_that_is_there_as_it_is(cli: Callable[..., Told], desk: Path) -> None:
    (desk / "scenario.schema.json").write_text("{}", encoding="utf-8")
    assert cli("new", "lake-road").code == 0
    assert (desk / "scenario.schema.json").read_text(encoding="utf-8") == "{}"


def test_new_never_overwrites(cli: Callable[..., Told], desk: Path) -> None:
    (desk / "lake-road.yaml").write_text("mine", encoding="utf-8")
    told = cli("new", "lake-road")
    assert told.code == 2
    assert told.err == "lake-road.yaml exists already and was left as it is; choose another name.\n"
    assert (desk / "lake-road.yaml").read_text(encoding="utf-8") == "mine"


def test_new_never_writes_through_a_link(cli: Callable[..., Told], desk: Path) -> None:
    (desk / "lake-road.yaml").symlink_to(desk / "elsewhere.yaml")
    assert cli("new", "lake-road").code == 2
    assert not (desk / "elsewhere.yaml").exists()


def test_new_takes_a_name_with_its_ending(cli: Callable[..., Told], desk: Path) -> None:
    assert cli("new", "lake-road.yaml").code == 0
    assert (desk / "lake-road.yaml").is_file()


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("Lake Road", "such as `lake-road`"),
        ("2006-lake", "such as `lake`"),
        ("../lake", "such as `lake`"),
        ("lake/road", "such as `lake-road`"),
        ("", "A scenario needs a name; use lower-case letters"),
        (".yaml", "A scenario needs a name; use lower-case letters"),
        ("Brücke über den Fluß", "such as `bruecke-ueber-den-fluss`"),
        ("Bru\u0308cke", "such as `bruecke`"),
        ("L’école à Łódź", "such as `lecole-a-lodz`"),
        ("é", "such as `e`"),
        ("мост", "is no name for a scenario"),
        ("x" * 41, "at most 40"),
        ("con", "a word that computers keep for themselves"),
        ("null", "a word that computers keep for themselves"),
        ("tutorial", "a scenario that comes with the game"),
        ("a\0b", "such as `a-b`"),
    ],
)
def test_new_refuses_bad_names_with_a_sentence(cli: Callable[..., Told], desk: Path, name: str, sign: str) -> None:
    told = cli("new", name)
    assert told.code == 2
    assert sign in told.err
    assert told.err.count("\n") == 1
    assert list(desk.iterdir()) == []


def test_new_says_where_it_cannot_write(cli: Callable[..., Told], monkeypatch: pytest.MonkeyPatch) -> None:
    usual = Path.open

    def refuse(path: Path, mode: str = "r", **options: Any) -> Any:
        if mode == "x":
            raise PermissionError(13, "Permission denied")
        return usual(path, mode, **options)

    monkeypatch.setattr(Path, "open", refuse)
    told = cli("new", "lake-road")
    assert (told.code, told.err) == (1, "lake-road.yaml cannot be written: Permission denied.\n")


def test_new_leaves_no_half_a_file_where_the_disk_is_full(
    cli: Callable[..., Told], desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = Path.open

    def fill(path: Path, mode: str = "r", **options: Any) -> Any:
        file = usual(path, mode, **options)
        if mode == "x":

            def write(_: str) -> int:
                raise OSError(28, "No space left on device")

            file.write = write
        return file

    monkeypatch.setattr(Path, "open", fill)
    told = cli("new", "lake-road")
    assert (told.code, told.err) == (1, "lake-road.yaml cannot be written: No space left on device.\n")
    assert list(desk.iterdir()) == []


def test_a_new_scenario_can_be_played_at_once(cli: Callable[..., Told], desk: Path) -> None:
    cli("new", "lake-road")
    told = cli("simulate", "lake-road.yaml", "--games", "2", "--jobs", "1", "--json")
    assert (told.code, told.err) == (0, "")
    assert told.out.count("\n") == 2


def test_watch_checks_now_and_after_every_save(
    cli: Callable[..., Told], desk: Path, saves: Callable[..., None]
) -> None:
    cli("new", "lake-road")
    path = desk / "lake-road.yaml"
    right = path.read_text(encoding="utf-8")
    wrong = right.replace("chair: fund", "chair: fnd")
    saves(nothing, lambda: path.write_text(wrong), nothing, nothing, lambda: path.write_text(right), nothing)
    told = cli("watch", "lake-road.yaml")
    assert (told.code, told.err) == (0, "")
    line = wrong[: wrong.index("fnd")].count("\n") + 1
    assert told.out.splitlines() == [
        f"{NOW} lake-road.yaml: no problems",
        f"{NOW} lake-road.yaml: 1 problem",
        f"lake-road.yaml:{line}:10: There is no agency `fnd`; did you mean `fund`?",
        f"{NOW} lake-road.yaml: no problems",
        "",
    ]


def test_watch_does_not_look_at_a_file_that_is_half_written(
    cli: Callable[..., Told], desk: Path, saves: Callable[..., None]
) -> None:
    cli("new", "lake-road")
    path = desk / "lake-road.yaml"
    right = path.read_text(encoding="utf-8")
    saves(lambda: path.write_text(""), lambda: path.write_text(right[:500]), lambda: path.write_text(right), nothing)
    told = cli("watch", "lake-road.yaml")
    assert told.out.count("no problems") == told.out.count(NOW) == 2


def test_watch_follows_editors_that_put_a_new_file_in_the_old_ones_place(
    cli: Callable[..., Told], desk: Path, saves: Callable[..., None]
) -> None:
    cli("new", "lake-road")
    path, draft = desk / "lake-road.yaml", desk / "draft"
    draft.write_text("case: [", encoding="utf-8")
    saves(path.unlink, nothing, lambda: draft.replace(path), nothing)
    told = cli("watch", "lake-road.yaml")
    assert f"{NOW} lake-road.yaml: 1 problem" in told.out
    assert "gone" not in told.out


def test_watch_waits_for_a_file_that_is_gone(cli: Callable[..., Told], desk: Path, saves: Callable[..., None]) -> None:
    cli("new", "lake-road")
    path = desk / "lake-road.yaml"
    kept = path.read_bytes()
    saves(path.unlink, *[nothing] * (2 * LONG_GONE), lambda: path.write_bytes(kept), nothing)
    told = cli("watch", "lake-road.yaml")
    assert [line.partition(": ")[2] for line in told.out.splitlines() if line] == [
        "no problems",
        "the file is gone; waiting for it to come back",
        "no problems",
    ]


def test_watch_counts_warnings_apart(cli: Callable[..., Told], desk: Path, saves: Callable[..., None]) -> None:
    cli("new", "lake-road")
    path = desk / "lake-road.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    points: 3\n", "    points: 0\n"), encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace("rounds: 3", "rounds: two"), encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace("serve", "serve " * 60), encoding="utf-8")
    saves()
    assert f"{NOW} lake-road.yaml: 1 problem, 1 warning\n" in cli("watch", "lake-road.yaml").out


@pytest.mark.parametrize(("name", "sign"), [("nowhere.yaml", "There is no file"), (".", "is a folder")])
def test_watch_needs_a_file(cli: Callable[..., Told], name: str, sign: str) -> None:
    told = cli("watch", name)
    assert told.code == 2
    assert sign in told.err
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("command", ["analyse", "simulate", "watch"])
@pytest.mark.parametrize("name", ["nowhere.yaml", "below/nowhere.yaml", "gate"])
def test_a_file_that_is_missing_is_told_in_the_words_of_check(
    cli: Callable[..., Told], desk: Path, command: str, name: str
) -> None:
    (desk / "gate.yaml").touch()
    checked = cli("check", name).out.splitlines()[0].removeprefix(f"{name}:1:1: ")
    told = cli(command, name)
    assert told.code in (1, 2)
    assert told.err.removeprefix(f"{name}:1:1: ") == f"{checked}\n"


def test_check_says_which_file_lacks_only_its_ending(cli: Callable[..., Told], desk: Path) -> None:
    (desk / "gate.yaml").touch()
    sentence = "There is no scenario `gate`, but a file `gate.yaml` here; write `gate.yaml`."
    assert cli("check", "gate").out == f"gate:1:1: {sentence}\n"


def test_check_lists_what_is_to_be_translated(cli: Callable[..., Told], desk: Path) -> None:
    cli("new", "lake-road")
    told = cli("check", "lake-road.yaml", "--language", "fr")
    assert told.code == 0
    lines = told.out.splitlines()
    assert len(lines) > 60
    assert all(line.endswith("has no text in `fr`; write `{en: …, fr: …}`. (a warning)") for line in lines)


def test_check_tells_warnings_beside_errors(cli: Callable[..., Told], desk: Path) -> None:
    cli("new", "lake-road")
    path = desk / "lake-road.yaml"
    text = (
        path.read_text(encoding="utf-8").replace("contractor: 36", "contractor: 35").replace("points: 3", "points: 0")
    )
    path.write_text(text, encoding="utf-8")
    told = cli("check", "lake-road.yaml")
    assert told.code == 1
    assert "add up to 99 points" in told.out
    assert "is worth no points; give it some. (a warning)" in told.out
    assert told.err == "1 problem found; correct what is listed and check again.\n"


@pytest.mark.parametrize("command", ["check", "play", "watch"])
def test_a_language_is_named_by_its_code(cli: Callable[..., Told], command: str) -> None:
    told = cli(command, "tutorial", "--language", "French")
    assert told.code == 2
    assert told.err == "`French` is no language; write its short code, such as `fr` or `pt-BR`.\n"


def test_a_language_that_is_not_there_is_no_language_to_play_in(cli: Callable[..., Told]) -> None:
    told = cli("play", "tutorial", "--language", "fr")
    assert told.code == 1
    assert "There are no texts in `fr` here, only in `en`; choose one that is there." in told.err


def test_play_opens_the_window_in_the_language(
    cli: Callable[..., Told], desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("new", "lake-road")
    path = desk / "lake-road.yaml"
    text = path.read_text(encoding="utf-8").replace("language: en\n", "languages: [en, fr]\n")
    path.write_text(text, encoding="utf-8")
    asked: list[Any] = []

    def open_window(*_: object, **options: object) -> int:
        asked.append(options["language"])
        return 0

    monkeypatch.setattr("game.cli.commands.playing.open_window", open_window)
    assert cli("play", "lake-road.yaml", "--language", "fr").code == 0
    assert asked == ["fr"]
