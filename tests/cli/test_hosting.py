"""`host`, through the front door: what cannot be had is refused in one sentence."""

from pathlib import Path

import pytest
from classroom.classes import open_school

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
