"""What a good file becomes, and how files are found."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError
from pytest_mock import MockerFixture

from game.rules.case import Case, Leverage
from game.rules.conditions import AllOf, AnyOf, IsCarrier, IsChair, IsParty, NotOf, OptionAgreed
from game.rules.effects import (
    GainTime,
    HurtTrust,
    RevealFact,
    ShiftBacking,
    ShiftCapacity,
    ShiftFlexibility,
    ShiftWalkAway,
    TakeFloorMove,
    TurnFact,
)
from game.rules.vocabulary import Community, Dimension, LeverageKind, Purpose
from game.scenario import loading
from game.scenario.forms import ScenarioForm

if TYPE_CHECKING:
    from conftest import Draft


def test_r1_a_scenario_becomes_a_case(harbour: "Draft") -> None:
    case = harbour.case()
    assert case.id == "harbour"
    assert case.agency_ids == ("force", "relief", "council")
    assert case.rounds == 3
    relief = case.agency("relief")
    assert relief.community is Community.HUMANITARIAN
    assert relief.expects is Purpose.INFORMATION
    assert (relief.is_neutral, relief.short, relief.flexibility) == (True, "Relief", 0.4)
    assert relief.points == {"school": {"none": 10, "villages": 50, "town": 30}, "road": {"open": 50, "convoys": 0}}
    assert relief.hidden[0].condition == OptionAgreed("school", "villages")
    assert not relief.red_lines[0].is_waivable
    assert case.agency("force").short == "The force"
    assert case.agency("force").leverage == (Leverage("relief", LeverageKind.ACCESS, 2, "passes take longer"),)
    assert case.option("school", "villages").effects == (GainTime("relief", 1),)
    assert case.option("school", "town").intermediary == "council"
    assert case.fact("bridge").shifts == {"road": {"convoys": {"force": -5}}}
    assert case.fact("bridge").impact == {"road": {"convoys": {Dimension.SECURITY: -1}}}
    assert [(o.id, o.round, o.chance, o.seen_by) for o in case.occurrences] == [
        ("rain", 2, None, None),
        ("visit", None, 0.1, ("relief",)),
    ]


def test_the_chair_is_always_invited(harbour: "Draft") -> None:
    case = harbour.with_(("invited: [force, relief, council]", "invited: [relief]")).case()
    assert case.forum.invited == ("relief", "force")


def test_every_kind_of_condition_can_be_written(harbour: "Draft") -> None:
    when = """{any: [{all: [{agreed: {school: town}}, {party: force}]}, {not: {chairs: council}},
        {carries: relief}, {carries: {agency: relief, issue: school}}]}"""
    case = harbour.with_(("when: {agreed: {school: villages}}", f"when: {when}")).case()
    assert case.agency("relief").hidden[0].condition == AnyOf(
        (
            AllOf((OptionAgreed("school", "town"), IsParty("force"))),
            NotOf(IsChair("council")),
            IsCarrier("relief"),
            IsCarrier("relief", "school"),
        )
    )


def test_every_kind_of_effect_can_be_written(harbour: "Draft") -> None:
    effects = """[{turn_fact: {fact: bridge, to: no}}, {reveal_fact: {fact: bridge}},
      {gain_time: {agency: relief, by: -1}},
      {shift_flexibility: {agency: relief, by: 0.2}}, {shift_backing: {agency: relief, by: -0.25}},
      {shift_walk_away: {agency: relief, by: -8}}, {hurt_trust: {truster: relief, trusted: force}},
      {take_floor_move: {agency: relief}}, {shift_capacity: {issue: road, option: convoys, by: -.5}}]"""
    case = harbour.with_(("[{turn_fact: {fact: bridge, to: no, known_to: [force]}}]", effects)).case()
    assert case.occurrences[0].effects == (
        TurnFact("bridge", False),
        RevealFact("bridge"),
        GainTime("relief", -1),
        ShiftFlexibility("relief", 0.2),
        ShiftBacking("relief", -0.25),
        ShiftWalkAway("relief", -8),
        HurtTrust("relief", "force"),
        TakeFloorMove("relief"),
        ShiftCapacity("road", "convoys", -0.5),
    )


def test_load_refuses_a_file_whole_with_all_problems(tmp_path: Path, harbour: "Draft") -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(harbour.with_(("power: 4", "power: 9"), ("chair: force", "chair: farce")).text, encoding="utf-8")
    with pytest.raises(loading.ScenarioProblems) as refused:
        loading.load(path)
    assert refused.value.path == path
    assert [problem.line for problem in refused.value.problems] == [11, 22]
    assert str(refused.value).startswith(f"{path}:11:10: There is no agency `farce`; did you mean `force`?")


def test_load_reads_a_file_with_a_byte_order_mark_and_windows_line_ends(tmp_path: Path, harbour: "Draft") -> None:
    path = tmp_path / "windows.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + harbour.text.replace("\n", "\r\n").encode())
    assert loading.load(path) == harbour.case()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("none.yaml", None, "There is no file `none.yaml` in"),
        ("empty.yaml", b"", "The file is empty; a scenario begins with `case:` and its id."),
        (
            "latin.yaml",
            "case: a\ntitle: Kör".encode("latin-1"),
            "The byte 0xF6 here is not UTF-8; save the file as UTF-8.",
        ),
        ("wide.yaml", "case: a".encode("utf-16"), "The file is saved as UTF-16; save it as UTF-8."),
        ("picture.yaml", b"\x89PNG\x00\x01", "This is a binary file, not a text; name a YAML file saved as UTF-8."),
        ("large.yaml", b"#" * 1_000_001, "The file is larger than 1 MB; a scenario is a few dozen KB."),
    ],
)
def test_a_file_that_is_no_text_gets_one_sentence(
    tmp_path: Path, name: str, content: bytes | None, sentence: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(loading.ScenarioProblems) as refused:
        loading.load(path)
    assert len(refused.value.problems) == 1
    assert refused.value.problems[0].message.startswith(sentence)


def test_a_wrong_byte_is_told_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes("case: a\ntitle: Kör".encode("latin-1"))
    assert [(p.line, p.column) for p in loading.check(path)] == [(2, 9)]


def test_a_folder_is_no_scenario(tmp_path: Path) -> None:
    assert "is a folder" in loading.check(tmp_path)[0].message


def test_shipped_scenarios_load_without_errors() -> None:
    assert loading.shipped()
    for path in loading.shipped():
        assert isinstance(loading.load(path), Case)
        assert loading.find(path.stem) == path


@pytest.fixture
def shelf(tmp_path: Path, mocker: MockerFixture) -> Path:
    """Two scenarios as if they came with the game; one has another id than its file."""
    (tmp_path / "harbour.yaml").write_text("case: harbour\n", encoding="utf-8")
    (tmp_path / "valley_2.yaml").write_text("title: x\ncase: long-valley\n", encoding="utf-8")
    mocker.patch("game.places.scenarios", return_value=tmp_path)
    return tmp_path


def test_find_knows_file_names_ids_and_paths(shelf: Path, tmp_path: Path) -> None:
    assert loading.find("harbour") == shelf / "harbour.yaml"
    assert loading.find("long-valley") == shelf / "valley_2.yaml"
    assert loading.find("valley_2") == shelf / "valley_2.yaml"
    assert loading.find(str(tmp_path / "harbour.yaml")) == tmp_path / "harbour.yaml"
    assert loading.shipped() == (shelf / "harbour.yaml", shelf / "valley_2.yaml")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("harbor", "There is no scenario `harbor`; did you mean `harbour`?"),
        ("zzz", "There is no scenario `zzz`; the scenarios are `harbour`, `valley_2`."),
        ("elsewhere/x.yaml", "There is no file `x.yaml` in elsewhere; check the name."),
        ("x.yaml", "There is no file `x.yaml` here; check the name."),
        ("\0", "There is no scenario `\0`; the scenarios are `harbour`, `valley_2`."),
    ],
)
def test_find_says_what_there_is(shelf: Path, name: str, sentence: str) -> None:
    with pytest.raises(loading.UnknownScenario) as unknown:
        loading.find(name)
    assert str(unknown.value) == sentence


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("gate", "There is no scenario `gate`, but a file `gate.yaml` here; write `gate.yaml`."),
        ("town", "There is no scenario `town`, but a file `town.yml` here; write `town.yml`."),
        ("below/gate", "There is no file `gate` in below, but `gate.yaml`; write that."),
    ],
)
def test_find_says_which_file_lacks_only_its_ending(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, sentence: str
) -> None:
    desk = tmp_path / "desk"
    (desk / "below").mkdir(parents=True)
    monkeypatch.chdir(desk)
    for file in ("gate.yaml", "town.yml", "below/gate.yaml"):
        (desk / file).touch()
    with pytest.raises(loading.UnknownScenario) as unknown:
        loading.find(name)
    assert str(unknown.value) == sentence


def test_the_schema_is_json_and_names_every_key() -> None:
    schema = json.loads(json.dumps(loading.schema()))
    assert schema["additionalProperties"] is False
    assert set(schema["properties"]) == set(ScenarioForm.model_fields)
    assert schema["$defs"]["AgencyForm"]["properties"]["power"] == {
        "maximum": 5,
        "minimum": 0,
        "title": "Power",
        "type": "integer",
    }
    assert {"all", "any", "not"} <= set(schema["$defs"]["ConditionForm"]["properties"])


def test_forms_cannot_be_changed_behind_our_back() -> None:
    form = ScenarioForm.model_construct(title="x")
    with pytest.raises(ValidationError):
        form.title = "y"


def test_check_of_a_good_file_is_empty(tmp_path: Path, harbour: "Draft") -> None:
    path = tmp_path / "good.yaml"
    path.write_text(harbour.text, encoding="utf-8")
    assert loading.check(Path(path)) == ()
