"""Every command, through the front door: what it prints, and its exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from tables import CLINICS, FUND

from game import __version__
from game.cli import main
from game.cli.simulating import play_games
from game.record import computer, read, start
from game.rules.vocabulary import ForumVerdict, Root
from game.scenario import loading
from game.session import open_table

ROOT = Path(__file__).parents[2]
SCRIPT = """\
seed: 4
commands:
- {seat: fund, do: meet, whom: force}
- seat: clinics
  do: table
  terms: {clinic: masons, road: hours}
  parties: [fund, force, clinics, council]
- {seat: clinics, do: call_signature, text: A}
- {seat: fund, do: sign, text: A}
- {seat: force, do: sign, text: A}
- {seat: clinics, do: sign, text: A}
- {seat: council, do: sign, text: A}
- {seat: council, do: set_effort, accord: A, effort: 1}
"""


class Run:
    """What a command printed, and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


class Cli:
    """The command line in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Run:
        code = main(arguments)
        out, err = self._capsys.readouterr()
        return Run(code, out, err)

    def refused(self, *arguments: str) -> str:
        """Run what must fail, and return its one sentence."""
        run = self(*arguments)
        assert run.code != 0
        assert run.err.count("\n") == 1, run.err
        assert run.err.rstrip().endswith((".", "?"))
        assert "Traceback" not in run.err + run.out
        return run.err


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    monkeypatch.setenv("FALSE_COHERENCE_HOME", str(tmp_path / "home"))
    return Cli(capsys)


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "script.yaml"
    path.write_text(SCRIPT)
    return path


def shell(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "game", *arguments], capture_output=True, text=True, timeout=60, check=False, cwd=ROOT
    )


def test_the_version_and_help_are_told(cli: Cli) -> None:
    assert cli("--version").out == f"False Coherence {__version__}\n"
    told = cli("--help").out
    for command in ("play", "check", "simulate", "run", "replay", "schema"):
        assert command in told


def test_simulate_prints_one_json_line_a_game_in_the_order_of_seeds(cli: Cli) -> None:
    run = cli("simulate", "tutorial", "--games", "3", "--seed", "7", "--manner", "mixed", "--json")
    assert (run.code, run.err) == (0, "")
    assert [line["seed"] for line in run.lines] == [7, 8, 9]
    for line in run.lines:
        assert list(line) == ["seed", "manner", "level", "verdict", "accords", "scores"]
        assert (line["manner"], line["level"]) == ("mixed", "practitioner")
        assert line["verdict"] in {kind.value for kind in ForumVerdict}
        assert set(line["scores"]) == {"fund", "force", "clinics", "council"}
        for score in line["scores"].values():
            assert list(score) == ["mandate", "impact", "standing", "total", "perspective"]
        for accord in line["accords"]:
            assert list(accord) == ["text", "sincerity", "parties", "terms", "signed", "lived", "implementation_rate"]
            assert 0 <= accord["implementation_rate"] <= 100
            for party in accord["parties"].values():
                assert list(party) == ["sincerity", "roots"]
                assert list(party["roots"]) == [root.value for root in Root]


def test_simulate_gives_the_same_lines_whatever_the_number_of_processes() -> None:
    case = loading.load(loading.find("tutorial"))
    alone, together = (list(play_games(case, "talker", range(5, 12), jobs)) for jobs in (1, 2))
    assert alone == together


def test_simulate_shows_people_a_table(cli: Cli) -> None:
    run = cli("simulate", "tutorial", "--games", "2", "--manner", "talker")
    assert run.code == 0
    assert "The clinic at Ostrel: 2 games" in run.out
    assert "Coast Clinics" in run.out


def test_ctrl_c_prints_what_is_done_so_far(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*given: Any) -> Any:
        games = play_games(*given)
        yield next(games)
        yield next(games)
        raise KeyboardInterrupt

    monkeypatch.setattr("game.cli.commands.simulating.play_games", interrupted)
    run = cli("simulate", "tutorial", "--games", "9")
    assert run.code == 130
    assert "2 games" in run.out
    assert run.err == "Stopped after 2 of 9 games.\n"


def test_run_plays_a_script_to_the_end(cli: Cli, script: Path) -> None:
    run = cli("run", "tutorial", str(script), "--json")
    assert run.code == 0
    (line,) = run.lines
    assert line["seed"] == 4
    assert line["accords"][0]["terms"] == {"clinic": "masons", "road": "hours"}
    assert cli("run", "tutorial", str(script), "--seed", "5", "--json").lines[0]["seed"] == 5
    told = cli("run", "tutorial", str(script)).out
    assert "Text A: Who repairs the clinic: Town masons" in told


def test_run_names_the_line_of_a_refused_command(cli: Cli, script: Path) -> None:
    script.write_text(SCRIPT + "- {seat: fund, do: sign, text: A}\n")
    told = cli.refused("run", "tutorial", str(script), "--save", str(script.with_name("journal.jsonl")))
    assert "script.yaml:14:1: `sign` by `fund`" in told
    assert not script.with_name("journal.jsonl.lock").exists()


def test_replay_prints_what_the_game_printed(cli: Cli, script: Path, tmp_path: Path) -> None:
    journal = tmp_path / "saved.jsonl"
    first = cli("run", "tutorial", str(script), "--json", "--save", str(journal))
    again = cli("replay", str(journal), "--json")
    assert (again.code, again.out, again.err) == (0, first.out, "")
    assert "Text A" in cli("replay", str(journal)).out


@pytest.mark.parametrize(
    ("name", "verdict"), [("seven-yeses-meant", "sincere agreement"), ("seven-yeses-forced", "false coherence")]
)
def test_replay_finds_a_game_that_comes_along_by_its_name(cli: Cli, name: str, verdict: str) -> None:
    assert verdict in cli("replay", name).out


def test_replay_tells_of_a_torn_line_and_of_an_unfinished_game(cli: Cli, script: Path, tmp_path: Path) -> None:
    journal = tmp_path / "saved.jsonl"
    cli("run", "tutorial", str(script), "--save", str(journal))
    journal.write_bytes(journal.read_bytes()[:-9])
    run = cli("replay", str(journal), "--json")
    assert run.code == 0
    assert run.lines[0]["verdict"] is None
    assert "has been left out" in run.err
    assert "not over yet" in cli("replay", str(journal)).out


def test_replay_opens_the_computers_diaries(cli: Cli, tmp_path: Path) -> None:
    script, journal = tmp_path / "script.yaml", tmp_path / "saved.jsonl"
    script.write_text("commands:\n- {seat: clinics, do: meet, whom: council}\n", encoding="utf-8")
    cli("run", "tutorial", str(script), "--manner", "presser", "--save", str(journal))
    told = cli("replay", str(journal), "--diary").out
    assert "The diary of Recovery Fund (presser, practitioner)" in told
    assert "beside the truth" in told
    (line,) = cli("replay", str(journal), "--diary", "fund", "--json").lines
    (book,) = line["diaries"]
    assert book["seat"] == "fund"
    assert all(note["thought"] and note["did"] for page in book["pages"] for note in page["notes"])
    assert "kept no diary" in cli.refused("replay", str(journal), "clinics", "--diary")
    assert "add `--diary`" in cli.refused("replay", str(journal), "fund")


def test_replay_fails_where_the_rules_would_now_decide_otherwise(cli: Cli, script: Path, tmp_path: Path) -> None:
    journal = tmp_path / "saved.jsonl"
    cli("run", "tutorial", str(script), "--save", str(journal))
    old = read(journal)
    other = tmp_path / "other.jsonl"
    with start(other, old.header) as writer:
        for line in old.entries:
            bent = line.events if line.at != 2 else line.events[:0]
            writer.append(type(line)(line.at, line.command, bent))
    run = cli("replay", str(other), "--json")
    assert run.code == 1
    assert run.err.count("\n") == 1


def test_check_is_silent_about_what_is_right(cli: Cli) -> None:
    run = cli("check", *(str(path) for path in loading.shipped()))
    assert (run.code, run.err) == (0, "")
    assert cli("check", "tutorial").code == 0


def test_check_lists_problems_with_their_places(cli: Cli, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    text = loading.find("tutorial").read_text()
    broken.write_text(text.replace("rounds: 3", "rounds: many").replace("chair: fund", "chair: fnd"))
    run = cli("check", str(broken))
    assert run.code == 1
    assert run.err == "2 problems found; correct what is listed and check again.\n"
    assert all(line.startswith(f"{broken}:") for line in run.out.splitlines())
    as_json = cli("check", str(broken), "--json")
    assert as_json.code == 1
    assert {"path", "line", "column", "kind", "message", "suggestion"} == set(as_json.lines[0])


def test_check_lists_the_rest_beside_a_name_that_nothing_has(cli: Cli, tmp_path: Path) -> None:
    empty = tmp_path / "empty.yaml"
    empty.write_text("")
    run = cli("check", str(empty), "nope", "tutorial", "--json")
    assert run.code == 1
    assert [line["path"] for line in run.lines] == [str(empty), "nope"]
    assert "There is no scenario `nope`" in run.lines[1]["message"]


def test_run_lists_every_problem_of_a_script(cli: Cli, tmp_path: Path) -> None:
    script = tmp_path / "script.yaml"
    script.write_text(SCRIPT.replace("seat: fund", "seat: fnud"))
    run = cli("run", "tutorial", str(script))
    assert run.code == 1
    assert run.err.splitlines() == [
        f"{script}:{line}:10: There is no agency `fnud`; did you mean `fund`?" for line in (3, 9)
    ]


def test_a_command_that_never_became_possible_is_told_as_such(cli: Cli, tmp_path: Path) -> None:
    script = tmp_path / "script.yaml"
    script.write_text(f"{SCRIPT}- {{seat: council, do: walk_out}}\n")
    told = cli.refused("run", "tutorial", str(script))
    assert "that did not come before the game ended" in told


def test_a_threat_that_is_not_mine_is_refused_with_those_that_are(cli: Cli, tmp_path: Path) -> None:
    script = tmp_path / "script.yaml"
    script.write_text(
        "- {seat: clinics, do: table, terms: {clinic: masons}, parties: [fund, force, clinics, council]}\n"
        "- {seat: fund, do: press, whom: clinics, text: A}\n"
        "- {seat: fund, do: withdraw_pressure, threat: 1}\n"
    )
    told = cli.refused("run", "tutorial", str(script))
    number = told.rsplit(": ", 1)[1].split()[0]
    assert "(Text A, on Coast Clinics)" in told
    script.write_text(script.read_text().replace("threat: 1", f"threat: {number}"))
    assert cli("run", "tutorial", str(script), "--json").code == 0


def test_the_schema_is_json(cli: Cli) -> None:
    assert "properties" in json.loads(cli("schema").out)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("frobnicate",), "frobnicate"),
        (("simulate",), "scenario"),
        (("simulate", "tutrial"), "did you mean `tutorial`?"),
        (("simulate", "tutorial", "--manner", "preser"), "did you mean `presser`?"),
        (("simulate", "tutorial", "--manner", "as written"), "did you mean `as_written`?"),
        (("simulate", "tutorial", "--manner", "x"), "the manners are `consensus_builder`, `honest_broker`, "),
        (("simulate", "tutorial", "--level", "vetran"), "did you mean `veteran`?"),
        (("simulate", "tutorial", "--level", "7"), "the levels are `beginner`, `practitioner`, `veteran`."),
        (("balance", "tutorial", "--level", "begin"), "did you mean `beginner`?"),
        (("balance", "tutorial", "--manner", "hardline"), "did you mean `hardliner`?"),
        (("play", "tutorial", "--level", "expert"), "There is no level `expert`; the levels are"),
        (("play", "--level", "veteran"), "Name the scenario"),
        (("run", "tutorial", "{script}", "--manner", "plaser"), "did you mean `pleaser`?"),
        (("run", "tutorial", "{script}", "--level", "beginer"), "did you mean `beginner`?"),
        (("run", "tutorial", "{script}", "--level", "beginner"), "name their manner with `--manner`."),
        (("simulate", "tutorial", "--games", "-3"), "at least 1"),
        (("simulate", "tutorial", "--games", "0"), "at least 1"),
        (("simulate", "tutorial", "--games", "99999999999"), "at most"),
        (("simulate", "tutorial", "--games", "many"), "--games"),
        (("simulate", "tutorial", "--seed", "-1"), "at least 0"),
        (("simulate", "tutorial", "--jobs", "0"), "at least 1"),
        (("simulate", "tutorial", "--gams", "3"), "--gams"),
        (("simulate", "nowhere/at/all.yaml"), "nowhere"),
        (("simulate", "{here}"), ""),
        (("simulate", "{binary}"), "binary"),
        (("play", "tutorial", "--seat", "clinic"), "did you mean `clinics`?"),
        (("play", "--seat", "clinics"), "tutorial"),
        (("play", "--watch"), "Name the scenario"),
        (("play", "tutorial", "--watch", "--seat", "fund"), "leave out `--seat`"),
        (("play", "tutorial", "--shots", "{binary}"), "no folder"),
        (("run", "tutorial", "nowhere.yaml"), "nowhere.yaml"),
        (("run", "tutorial", "{here}"), "folder"),
        (("run", "tutorial", "{binary}"), "binary"),
        (("replay", "nowhere.jsonl"), "There is no file"),
        (("replay", "seven-yeses-ment"), "did you mean `seven-yeses-meant`?"),
        (("replay", "{here}"), "folder"),
        (("replay", "{binary}"), "no journal"),
        (("check", "nowhere.yaml"), "1 problem found"),
        (("check", "{here}"), "1 problem found"),
        (("check", "{binary}"), "1 problem found"),
    ],
)
def test_bad_input_gets_one_sentence(
    cli: Cli, tmp_path: Path, script: Path, arguments: Sequence[str], told: str
) -> None:
    binary = tmp_path / "binary"
    binary.write_bytes(bytes(range(256)) * 4)
    places = {"here": str(tmp_path), "binary": str(binary), "script": str(script)}
    assert told in cli.refused(*(argument.format(**places) for argument in arguments))


def test_a_damaged_journal_is_refused_by_line(cli: Cli, script: Path, tmp_path: Path) -> None:
    journal = tmp_path / "saved.jsonl"
    cli("run", "tutorial", str(script), "--save", str(journal))
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([*lines[:3], b"damage\n", *lines[4:]]))
    assert "line 4" in cli.refused("replay", str(journal))


def test_a_surprise_is_one_sentence_and_its_details_are_kept(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("game.cli.commands.simulating.find_manner", lambda _: {}["surprise"])
    told = cli.refused("simulate", "tutorial")
    assert "KeyError" in told
    (details,) = (tmp_path / "home" / "errors").iterdir()
    assert str(details) in told
    assert "Traceback" in details.read_text()


class Window(ModuleType):
    """Stands in for `game.ui.main`, and remembers what was asked of it."""

    def __init__(self, error: Exception | None = None) -> None:
        super().__init__("game.ui.main")
        self.asked: dict[str, Any] | None = None
        self.error = error

    def main(self, **options: Any) -> int:
        if self.error is not None:
            raise self.error
        self.asked = options
        return 0


def test_the_window_is_opened_as_asked(cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    window = Window()
    monkeypatch.setitem(sys.modules, "game.ui.main", window)
    monkeypatch.setattr("game.ui.main", window, raising=False)
    assert cli().code == 0
    assert window.asked == {
        "scenario": None,
        "seat": None,
        "seed": None,
        "level": None,
        "watch": False,
        "shots": None,
        "language": None,
    }
    assert cli("play", "tutorial", "--seat", "clinics", "--seed", "3", "--level", "veteran").code == 0
    assert window.asked == {
        "scenario": loading.find("tutorial"),
        "seat": "clinics",
        "seed": 3,
        "level": "veteran",
        "watch": False,
        "shots": None,
        "language": None,
    }
    assert cli("play", "tutorial", "--watch", "--shots", str(tmp_path / "new")).code == 0
    assert window.asked["watch"] is True


def test_no_display_is_one_sentence(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    class NoDisplay(Exception):  # noqa: N818 - as the window calls it
        pass

    window = Window(NoDisplay("No window can be opened. Start the game on a computer with a screen."))
    monkeypatch.setitem(sys.modules, "game.ui.main", window)
    monkeypatch.setattr("game.ui.main", window, raising=False)
    assert "with a screen" in cli.refused("play", "tutorial")


def test_the_program_ends_with_the_right_codes() -> None:
    fine = shell("simulate", "tutorial", "--manner", "talker", "--json")
    assert (fine.returncode, fine.stderr) == (0, "")
    assert json.loads(fine.stdout)["manner"] == "talker"
    wrong = shell("replay", "nowhere.jsonl")
    assert (wrong.returncode, wrong.stdout, wrong.stderr) == (1, "", "There is no file nowhere.jsonl.\n")
    misused = shell("simulate", "tutorial", "--games", "x")
    assert misused.returncode == 2
    assert misused.stderr.count("\n") == 1


def test_no_screen_is_one_sentence() -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    run = subprocess.run(
        [sys.executable, "-m", "game"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
        env=environment,
    )
    assert run.returncode == 1
    assert run.stderr.startswith("No window can be opened (there is no display).")
    assert run.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_as_such() -> None:
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "game", "schema"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
            cwd=ROOT,
        )
    assert (run.returncode, run.stderr) == (1, "The output cannot be written: No space left on device.\n")


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "game", "simulate", "tutorial", "--games", "400", "--jobs", "1", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    told = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) == 1
    assert told == "The output was cut short, because the program that read it has ended.\n"


def test_tables_of_computers_leave_a_journal_that_replays(cli: Cli, tmp_path: Path) -> None:
    case = loading.load(loading.find("tutorial"))
    roster = {FUND: computer("presser", "veteran"), CLINICS: computer("talker", "veteran")}
    table = open_table(case, roster, 2, folder=tmp_path)
    while table.step() is not None:
        pass
    table.close()
    (line,) = cli("replay", str(tmp_path / "tutorial-001.jsonl"), "--json").lines
    assert (line["seed"], line["manner"], line["level"]) == (2, "mixed", "veteran")
    told = cli("replay", str(tmp_path / "tutorial-001.jsonl")).out
    assert "Computers played in mixed manners, at the level veteran." in told


def test_a_manner_of_the_scenario_and_a_level_are_named_in_every_line(cli: Cli) -> None:
    run = cli("simulate", "tutorial", "--manner", "as_written", "--level", "beginner", "--games", "2", "--json")
    assert [(line["manner"], line["level"]) for line in run.lines] == [("as_written", "beginner")] * 2
    told = cli("simulate", "tutorial", "--manner", "as_written", "--level", "veteran").out
    assert "Computers played as the scenario has it, at the level veteran." in told


def test_a_script_can_be_run_with_the_others_as_written(cli: Cli, tmp_path: Path) -> None:
    script = tmp_path / "script.yaml"
    script.write_text("- {seat: clinics, do: meet, whom: force}\n")
    journal = tmp_path / "game.jsonl"
    run = cli(
        "run", "tutorial", str(script), "--manner", "as_written", "--level", "veteran", "--json", "--save", str(journal)
    )
    assert [(line["manner"], line["level"]) for line in run.lines] == [("as_written", "veteran")]
    assert read(journal).roster[FUND] == computer("as_written", "veteran")
    assert cli("replay", str(journal), "--json").lines == run.lines
    script.write_text("others: pleaser\ncommands: []\n")
    assert cli("run", "tutorial", str(script), "--level", "beginner", "--json").lines[0]["level"] == "beginner"


def test_a_paper_form_takes_no_computers(cli: Cli, tmp_path: Path) -> None:
    form = tmp_path / "paper.yaml"
    form.write_text("paper: tutorial\nmeetings: []\n")
    assert "leave it out" in cli.refused("run", "tutorial", str(form), "--manner", "presser")
