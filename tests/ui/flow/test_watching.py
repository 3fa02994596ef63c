"""A game that plays itself through the real window, with a picture of every screen."""

from pathlib import Path

import pytest

from game import places
from game.scenario import loading
from game.ui.main import main
from game.ui.shots import Hands, Stuck, tour

NAMES = (
    "title",
    "scenarios",
    "seats",
    "briefing",
    "table-convening",
    "table-round-1-corridor",
    "debrief-1",
    "debrief-4",
)


def test_watching_the_tutorial_saves_a_picture_of_every_screen(tmp_path: Path) -> None:
    shots = tmp_path / "shots"
    assert main(scenario=loading.find("tutorial"), seed=3, watch=True, shots=shots) == 0
    pictures = sorted(path.name for path in shots.iterdir())
    assert [name[:2] for name in pictures] == [f"{number:02}" for number in range(1, len(pictures) + 1)]
    assert all(any(name[3:-4] == wanted for name in pictures) for wanted in NAMES)
    assert all((shots / name).read_bytes().startswith(b"\x89PNG") for name in pictures)
    assert not places.saves().exists()


def test_watching_in_the_same_seed_passes_the_same_screens(tmp_path: Path) -> None:
    names = []
    for folder in ("a", "b"):
        main(scenario=loading.find("tutorial"), seed=8, watch=True, shots=tmp_path / folder)
        names.append(sorted(path.name for path in (tmp_path / folder).iterdir()))
    assert names[0] == names[1]


def test_a_scenario_with_problems_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("case: broken\n")
    with pytest.raises(loading.ScenarioProblems):
        main(scenario=broken)


def test_a_watched_game_that_hangs_is_told(mocker: object) -> None:
    app = mocker.MagicMock()  # type: ignore[attr-defined]
    app.screen.next_tick = 1
    mocker.patch("game.ui.shots.MOST_STEPS", 3)  # type: ignore[attr-defined]
    with pytest.raises(Stuck):
        tour(app, Hands(), mocker.MagicMock(), lambda screen: "same")  # type: ignore[attr-defined]


def test_where_no_picture_can_be_saved_one_sentence_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert main(scenario=loading.find("tutorial"), seed=3, watch=True, shots=tmp_path / "file" / "shots") == 1
    told = capsys.readouterr().err
    assert "cannot be saved" in told
    assert told.count("\n") == 1
