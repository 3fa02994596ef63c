"""Whole games that come along are found by name, any other journal by its path."""

from pathlib import Path

import pytest

from game import places
from game.scenario.games import UnknownGame, find_game, shipped_games

NAMES = [path.stem for path in shipped_games()]


def test_games_come_along() -> None:
    assert NAMES
    assert all(path.parent == places.games() for path in shipped_games())


@pytest.mark.parametrize("name", NAMES)
def test_a_game_that_comes_along_is_found_by_its_name(name: str) -> None:
    assert find_game(name) == places.games() / f"{name}.jsonl"


def test_a_wheel_has_its_own_copy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    inside = tmp_path / "game" / "shipped" / "scenarios" / "games"
    inside.mkdir(parents=True)
    (inside / "other.jsonl").touch()
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "game")
    assert find_game("other") == inside / "other.jsonl"
    with pytest.raises(UnknownGame):
        find_game(NAMES[0])


@pytest.mark.parametrize("path", ["saved.jsonl", "folder/saved", "saved.json", "."])
def test_anything_that_looks_like_a_path_is_one(path: str) -> None:
    assert find_game(path) == Path(path)


def test_a_file_without_an_ending_is_found_by_its_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "saved").touch()
    monkeypatch.chdir(tmp_path)
    assert find_game("saved") == Path("saved")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("seven-yeses-ment", "did you mean `seven-yeses-meant`?"),
        ("nowhere", "those that come along are `seven-yeses-forced`, `seven-yeses-meant`."),
        ("saved", "but a file `saved.jsonl` here"),
        ("", "There is no saved game"),
        ("a\0b", "There is no saved game"),
    ],
)
def test_a_name_of_no_game_is_told_with_what_there_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, told: str
) -> None:
    (tmp_path / "saved.jsonl").touch()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnknownGame, match=r"^There is no .*\S$") as refused:
        find_game(name)
    assert told in str(refused.value)


def test_without_any_that_comes_along_the_sentence_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "game")
    assert shipped_games() == ()
    with pytest.raises(UnknownGame, match="there are none"):
        find_game("nowhere")
