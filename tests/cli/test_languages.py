"""Every command that reads a scenario reads it in the language that is asked for."""

from pathlib import Path

import pytest

from game.cli import main

TITLE = "Le chemin du lac"


@pytest.fixture
def scenario(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """Begin a scenario whose title is translated."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "lake-road"]) == 0
    path = Path("lake-road.yaml")
    text = path.read_text(encoding="utf-8").replace("language: en\n", "languages: [en, fr]\n")
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    said = title.removeprefix("title: ")
    path.write_text(text.replace(title, f"title: {{en: {said}, fr: {TITLE}}}"), encoding="utf-8")
    Path("form.yaml").write_text("paper: lake-road\n", encoding="utf-8")
    capsys.readouterr()
    return str(path)


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("analyse", ()),
        ("balance", ("--games", "1")),
        ("simulate", ()),
        ("run", ("form.yaml",)),
        ("print", ("-o", "paper")),
        ("export", ("-o", "domain")),
    ],
)
def test_a_scenario_is_read_in_the_language_asked_for(
    scenario: str, command: str, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, scenario, *arguments, "--language", "fr"]) == 0
    assert TITLE in capsys.readouterr().out
    assert main([command, scenario, *arguments, "--language", "de"]) == 1
    assert "choose one that is there" in capsys.readouterr().err
    assert main([command, scenario, *arguments, "--language", "French"]) == 2
    assert "is no language" in capsys.readouterr().err


def test_handouts_name_their_language(scenario: str) -> None:
    assert main(["print", scenario, "-o", "paper", "--language", "fr"]) == 0
    assert '<html lang="fr">' in Path("paper/briefing.html").read_text(encoding="utf-8")
