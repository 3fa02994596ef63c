"""Scenarios out: what NegMAS reads is worth what it is worth here, and what comes back is what went out."""

import json
import random
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

import pytest

from game.rules.case import Case
from game.rules.ids import AgencyId, IssueId, OptionId
from game.scenario import loading
from game.scenario.domains import Format, draft_scenario, export_case, read_negotiation

SHIPPED = [path.stem for path in loading.shipped()]


def exported(case: Case, folder: Path, format_: Format) -> Path:
    folder.mkdir()
    for name, text in export_case(case, format_).files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def outline(case: Case) -> tuple[object, ...]:
    """Say what a foreign domain keeps of a case."""
    issues = tuple(
        (issue.id, " ".join(issue.name.split()), issue.status_quo, tuple((o.id, o.name) for o in issue.options))
        for issue in case.issues
    )
    agencies = tuple((one.id, one.name, one.points, one.walk_away) for one in case.agencies)
    return case.id, case.title, issues, agencies


@pytest.mark.parametrize("format_", list(Format))
@pytest.mark.parametrize("name", SHIPPED)
def test_what_goes_out_comes_back_exactly(name: str, format_: Format, tmp_path: Path) -> None:
    case = loading.load(loading.find(name))
    folder = exported(case, tmp_path / "out", format_)
    back = loading.read(draft_scenario(read_negotiation([folder])).text, "back.yaml")
    assert isinstance(back, Case), [str(problem) for problem in back]
    assert outline(back) == outline(case)


@pytest.mark.parametrize("format_", list(Format))
@pytest.mark.parametrize("title", ["Before --- after", "--> & <b>", "-", "Ends in --"])
def test_a_title_that_could_end_a_comment_comes_back(title: str, format_: Format, tmp_path: Path) -> None:
    case = replace(loading.load(loading.find("tutorial")), title=title)
    assert read_negotiation([exported(case, tmp_path / "out", format_)]).domain.name == title


@pytest.mark.parametrize("format_", list(Format))
def test_options_of_one_name_stay_apart(format_: Format, tmp_path: Path) -> None:
    case = loading.load(loading.find("tutorial"))
    names = ("Same", "Same (3)", "Same", "Same")
    options = tuple(replace(one, name=name) for one, name in zip(case.issues[0].options, names, strict=True))
    case = replace(case, issues=(replace(case.issues[0], options=options), *case.issues[1:]))
    (issue, *_) = read_negotiation([exported(case, tmp_path / "out", format_)]).domain.issues
    assert [value.name for value in issue.values] == ["Same", "Same (3)", "Same (4)", "Same (5)"]
    assert [value.key for value in issue.values] == [option.id for option in options]


@pytest.mark.parametrize("name", SHIPPED)
def test_negmas_reads_the_same_utilities(name: str, tmp_path: Path) -> None:
    inout = pytest.importorskip("negmas.inout")
    case = loading.load(loading.find(name))
    scenario = inout.Scenario.from_genius_folder(exported(case, tmp_path / "out", Format.GENIUS))
    assert scenario is not None
    assert len(scenario.ufuns) == len(case.agencies)
    dice = random.Random(7)
    for agency, ufun in zip(case.agencies, scenario.ufuns, strict=True):
        assert ufun.reserved_value == pytest.approx(agency.walk_away / 100)
        for _ in range(100):
            package = [dice.choice(issue.options) for issue in case.issues]
            worth = sum(agency.points[i.id][o.id] for i, o in zip(case.issues, package, strict=True))
            assert float(ufun(tuple(option.name for option in package))) == pytest.approx(worth / 100)


def test_a_profile_reads_the_same_with_and_without_the_norms_of_genius() -> None:
    """GENIUS divides evaluations by the best of their issue and weights by their sum; ours are so already."""
    case = loading.load(loading.find("tutorial"))
    export = export_case(case)
    for number, agency in enumerate(case.agencies, start=1):
        root = ElementTree.fromstring(export.files[f"tutorial_{number}_{agency.id}.xml"])
        weights = [float(one.attrib["value"]) for one in root.iter("weight")]
        assert sum(weights) == pytest.approx(1)
        for issue in root.iter("issue"):
            assert max(float(item.attrib["evaluation"]) for item in issue) == 1


def test_what_cannot_be_said_is_listed_in_every_file() -> None:
    case = loading.load(loading.find("tutorial"))
    export = export_case(case)
    told = " ".join(export.notes)
    for word in (
        "first_stone of fund",
        "tents_behind_guns of clinics",
        "old_roof",
        "Carriers",
        "outside share",
        "Events",
    ):
        assert word in told
    for text in export.files.values():
        assert all(note in text for note in export.notes)


def test_geniusweb_files_keep_to_its_format() -> None:
    """Its reader knows no keys but its own, wants weights that add up to 1, and a bid where GENIUS has a number."""
    case = loading.load(loading.find("tutorial"))
    files = {name: json.loads(text) for name, text in export_case(case, Format.GENIUSWEB).files.items()}
    notes = files.pop("notes.json")
    assert list(notes) == ["false_coherence"]
    domain = files.pop("tutorial.json")
    assert set(domain) == {"name", "issuesValues"}
    assert len(files) == len(case.agencies)
    for name, tree in files.items():
        space = tree["LinearAdditiveUtilitySpace"]
        assert set(space) == {"issueUtilities", "issueWeights", "domain", "name", "reservationBid"}
        assert space["domain"] == domain
        assert f"{space['name']}.json" == name
        assert round(sum(space["issueWeights"].values()), 12) == 1
        agency = case.agency(AgencyId(notes["false_coherence"]["agencies"][space["name"]]))
        assert reserved(case, space, agency.id, notes["false_coherence"]["issues"]) == agency.walk_away


def reserved(case: Case, space: dict[str, object], agency: AgencyId, notes: dict[str, dict[str, object]]) -> int:
    bid = space["reservationBid"]
    assert isinstance(bid, dict)
    total = 0
    for issue, option in bid["issuevalues"].items():
        note = notes[issue]
        ids = note["options"]
        assert isinstance(ids, dict)
        total += case.agency(agency).points[IssueId(str(note["key"]))][OptionId(ids[option])]
    return total
