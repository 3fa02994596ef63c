"""Hostile files through the front door, in a process of bounded memory and time."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from game.scenario import loading

resource = pytest.importorskip("resource")

ROOT = Path(__file__).parents[2]
MEMORY = 700_000_000
SECONDS = 60
"""Of processor time, for all files together."""
RESIDENT = 120_000
"""Kilobytes, of which Python and the libraries need more than half."""

PROGRAM = """
import contextlib, io, json, pathlib, resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
from game.cli import main
from game.cli.commands import checking
def stop():
    raise KeyboardInterrupt
checking.pause = stop
for arguments in json.load(sys.stdin):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(arguments)
    print(json.dumps([arguments, code, out.getvalue(), err.getvalue()]))
status = pathlib.Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
print(json.dumps([int(line.split()[1]) for line in lines if line.startswith("VmHWM")]))
"""

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)


def contents() -> Mapping[str, tuple[bytes, str]]:
    """Name hostile files, with what is in each and what is told of it."""
    good = loading.find("tutorial").read_text(encoding="utf-8")
    tag = "title: !!python/object/apply:os.system [exit] #"
    return {
        "bomb": (BOMB.encode(), "more than 20000 values"),
        "deep": (b"[" * 900_000, "more than 40 levels deep"),
        "mappings": (b"{a: " * 200_000, "more than 40 levels deep"),
        "cyclic": (b"a: &a {b: *a}\n", "would contain itself"),
        "keys": ("\n".join(f"k{n}: 1" for n in range(10_000)).encode(), "more than 20000 values"),
        "near_keys": ("\n".join(f"titl{n}: 1" for n in range(9_000)).encode(), "did you mean `title`?"),
        "binary": (bytes(range(256)) * 1000, "is not UTF-8"),
        "empty_bytes": (bytes(5000), "UTF-16"),
        "utf16": (good.encode("utf-16"), "saved as UTF-16"),
        "utf16_without_mark": (good.encode("utf-16-be"), "saved as UTF-16"),
        "utf32": (good.encode("utf-32"), "saved as UTF-16"),
        "latin1": (good.replace("Ostrel", "Östrel", 1).encode("latin-1"), "is not UTF-8"),
        "nul": (good.replace("Ostrel", "Os\0trel", 1).encode(), "(U+0000) here"),
        "python": (good.replace("title: ", tag, 1).encode(), "The tag `!!python/object/apply:os.system`"),
        "number": (good.replace("power: 4", "power: " + "9" * 100_000, 1).encode(), "from 0 to 5"),
        "fraction": (good.replace("patience: 0.4", "patience: 0." + "9" * 100_000, 1).encode(), "from 0 to 1"),
        "exponent": (good.replace("power: 4", "power: 1e999999999", 1).encode(), "from 0 to 5"),
        "long_line": (b"title: " + b"x" * 990_000, "needs `agencies`"),
        "many_languages": (good.replace("language: en", f"languages: [{LANGUAGES}]").encode(), "keep 12 of them"),
    }


LANGUAGES = ", ".join(f"{a}{b}" for a in "abcdefghijklm" for b in "abcdefghijklm")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Lay out every hostile file; the answer says what is to be told of which."""
    folder = tmp_path_factory.mktemp("hostile")
    told = {}
    for name, (content, sign) in contents().items():
        (folder / f"{name}.yaml").write_bytes(content)
        told[str(folder / f"{name}.yaml")] = sign
    for name, size in (("hundred_megabytes", 100_000_000), ("one_line", 50_000_000)):
        with (folder / f"{name}.yaml").open("wb") as file:
            file.write(b"title: x")
            file.truncate(size)
        told[str(folder / f"{name}.yaml")] = "larger than 1 MB"
    os.mkfifo(folder / "pipe.yaml")
    told[str(folder / "pipe.yaml")] = "no ordinary file"
    (folder / "device.yaml").symlink_to("/dev/zero")
    told[str(folder / "device.yaml")] = "no ordinary file"
    (folder / "here.yaml").symlink_to(folder / "there.yaml")
    (folder / "there.yaml").symlink_to(folder / "here.yaml")
    told[str(folder / "here.yaml")] = "a link that leads nowhere"
    (folder / "folder.yaml").mkdir()
    told[str(folder / "folder.yaml")] = "is a folder"
    return told


@pytest.fixture(scope="module")
def answers(files: Mapping[str, str]) -> list[Any]:
    """Run every command on every file in one process; the last answer is the memory it took."""
    commands = [
        [*command, file, *more]
        for file in files
        for command, more in ((["check"], []), (["watch"], []), (["run"], ["nowhere"]), (["run", "tutorial"], []))
    ]
    commands += [["new", file] for file in files]
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(memory=MEMORY, seconds=SECONDS)],
        input=json.dumps(commands),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        cwd=ROOT,
    )
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    return [json.loads(line) for line in run.stdout.splitlines()]


def test_every_command_answers_every_hostile_file_in_sentences(files: Mapping[str, str], answers: list[Any]) -> None:
    for arguments, code, out, err in answers[:-1]:
        lines = [line for line in (out + err).splitlines() if line]
        assert "Traceback" not in out + err
        assert "inside the game" not in out + err, (arguments, err)
        assert lines
        assert len(lines) <= 203, arguments
        assert max(map(len, lines)) < 600, arguments
        assert code in ((0, 2) if arguments[0] == "watch" else (1, 2)), arguments


def test_check_says_what_is_wrong_with_a_hostile_file_and_where(files: Mapping[str, str], answers: list[Any]) -> None:
    for arguments, code, out, _ in answers[:-1]:
        if arguments[0] == "check":
            path = arguments[1]
            assert code == 1, path
            assert files[path] in out, (path, out[:300])
            assert all(line.startswith(f"{path}:") for line in out.splitlines())


def test_no_hostile_file_becomes_a_new_scenario(answers: list[Any]) -> None:
    assert {code for arguments, code, _, _ in answers[:-1] if arguments[0] == "new"} == {2}


def test_hostile_files_take_little_memory(answers: list[Any]) -> None:
    """Where the system tells how much it was; elsewhere the bound on the process has to do."""
    assert all(kilobytes < RESIDENT for kilobytes in answers[-1])
