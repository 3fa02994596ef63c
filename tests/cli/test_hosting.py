"""`host`, through the front door: what cannot be had is refused in one sentence."""

from pathlib import Path

import pytest
from classroom.classes import open_school
from pytest_mock import MockerFixture

from game.classroom.register import Settings, look_up
from game.cli import main


@pytest.mark.parametrize(
    "more", [["tutorial"], ["--tables", "2"], ["--title", "B"], ["--seed", "1"], ["--language", "fr"]]
)
def test_a_class_is_taken_up_by_its_folder_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    open_school(tmp_path / "class").room.close()
    assert main(["host", *more, "--folder", str(tmp_path / "class")]) == 2
    assert "is taken up as it was" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("is_taken_up", [False, True])
@pytest.mark.parametrize("is_asked", [False, True])
def test_a_class_asks_questions_if_it_is_hosted_so(
    tmp_path: Path, mocker: MockerFixture, is_taken_up: bool, is_asked: bool
) -> None:
    mocker.patch("game.classroom.server.serve", side_effect=lambda hub, listening, found: listening.close())
    folder = tmp_path / "class"
    if is_taken_up:
        open_school(folder).room.close()
    more = [*([] if is_taken_up else ["tutorial"]), *(["--questions"] if is_asked else [])]
    assert main(["host", *more, "--folder", str(folder), "--port", "0", "--local", "--no-browser"]) == 0
    settings = [thing for thing in look_up(folder) if isinstance(thing, Settings)]
    assert settings[-1].asks_questions is is_asked
