"""The paper twin: what an instructor notes of a table on paper is judged as the same game played by commands."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from retyping import retype

from game.cli import main
from game.record import summary
from game.scenario import loading
from game.scenario.paper import Paper, complete, load_paper
from game.scenario.script import Script
from game.session import perform

HERE = Path(__file__).parent
FORMS = sorted((HERE / "paper").glob("*/*.yaml"))
SHORT = """\
terms: {clinic: masons, road: hours, opening: thanks}
signed: [fund, force, clinics, council]
"""


def ran(capsys: pytest.CaptureFixture[str], case: str, path: Path) -> dict[str, Any]:
    assert main(("run", case, str(path), "--json", "--seed", "1")) == 0, capsys.readouterr().err
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def refused(capsys: pytest.CaptureFixture[str], path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    assert main(("run", "tutorial", str(path))) == 1
    told = capsys.readouterr()
    assert told.out == ""
    return [line.removeprefix(f"{path}:") for line in told.err.splitlines()]


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return tmp_path / "form.yaml"


@pytest.mark.parametrize("path", FORMS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_form_gives_what_the_script_gives(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = HERE / "scripts" / path.parent.name / path.name
    assert ran(capsys, path.parent.name, path) == ran(capsys, path.parent.name, script)


@pytest.mark.parametrize("name", [path.stem for path in loading.shipped()])
@pytest.mark.parametrize("script", ["sincere", "pressed"])
def test_every_shipped_script_typed_again_as_a_form_is_judged_alike(name: str, script: str, tmp_path: Path) -> None:
    case = loading.load(loading.find(name))
    written = load_paper(HERE / "scripts" / name / f"{script}.yaml", case)
    assert isinstance(written, Script)
    opened = perform(case, written.commands, 1, seated=written.seated).opened()
    assert opened is not None
    form = tmp_path / "form.yaml"
    form.write_text(yaml.safe_dump(plain(retype(case, opened.entries, opened.state, 1)), sort_keys=False))
    paper = load_paper(form, case)
    assert isinstance(paper, Paper)
    first = perform(case, paper.meetings.commands, 1, rounds=paper.meetings.rounds).opened()
    assert first is not None
    whole = complete(paper, first.state)
    twin = perform(case, whole.commands, 1, rounds=whole.rounds).opened()
    assert twin is not None
    assert summary(twin.state, "") == summary(opened.state, "")
    missing = {text: one.missing for text, one in opened.state.sealed.judgements.items()}
    assert {text: one.missing for text, one in twin.state.sealed.judgements.items()} == missing


def plain(value: Any) -> Any:
    """Turn words of the rules into words of a file."""
    if isinstance(value, dict):
        return {str(key): plain(held) for key, held in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return str(value) if isinstance(value, str) else value


@pytest.mark.parametrize("case", ["tutorial", "afghanistan-district-2006"])
def test_the_forms_of_these_cases_are_kept(case: str) -> None:
    assert {path.stem for path in FORMS if path.parent.name == case} >= {"sincere", "pressed"}


def test_a_short_form_is_enough(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form.write_text(SHORT)
    (accord,) = ran(capsys, "tutorial", form)["accords"]
    assert accord["terms"] == {"clinic": "masons", "road": "hours", "opening": "thanks"}
    assert set(accord["parties"]) == {"fund", "force", "clinics", "council"}


def test_what_a_short_form_leaves_out_can_be_written_out(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form.write_text(SHORT)
    short = ran(capsys, "tutorial", form)
    form.write_text(
        "meetings:\n"
        "  - tabled: {who: fund, terms: {clinic: masons, road: hours, opening: thanks}, parties: all}\n"
        "  -\n"
        "  - signing: {called_by: fund, signed: [fund, force, clinics, council]}\n"
        "efforts: [{who: fund, effort: 1}, {who: force, effort: 1},\n"
        "          {who: clinics, effort: 1}, {who: council, effort: 1}]"
    )
    assert ran(capsys, "tutorial", form) == short


def test_who_noted_no_effort_gives_what_it_said_in_the_ballot(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ballot = ", ".join(f"{{who: {seat}, own: 2}}" for seat in ("fund", "force", "clinics", "council"))
    efforts = ", ".join(f"{{who: {seat}, effort: 0.5}}" for seat in ("fund", "force", "clinics", "council"))
    form.write_text(f"{SHORT}ballot: [{ballot}]\n")
    said = ran(capsys, "tutorial", form)
    form.write_text(f"{SHORT}ballot: [{ballot}]\nefforts: [{efforts}]\n")
    assert ran(capsys, "tutorial", form) == said
    form.write_text(SHORT)
    full = ran(capsys, "tutorial", form)
    assert said["accords"][0]["implementation_rate"] < full["accords"][0]["implementation_rate"]


def test_a_lane_that_was_declared_is_carried_out(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form.write_text(
        "meetings:\n"
        "  - met: {who: clinics, whom: council}\n"
        "    lanes:\n"
        "      - {who: clinics, terms: {clinic: mobile, opening: town}}\n"
        "      - {who: council, terms: {opening: town}}\n"
        "      - {who: force, terms: {road: patrols}}\n"
    )
    assert ran(capsys, "tutorial", form)["verdict"] == "side_by_side"


def test_pledges_and_threats_are_settled_as_noted(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (
        "meetings:\n"
        "  - tabled: {who: fund, terms: {clinic: masons, road: hours}, parties: [fund, force, clinics, council]}\n"
        "  - pledged: {who: fund, whom: clinics, points: 4}\n"
        "    signing: {signed: [fund, force, clinics, council]}\n"
    )
    form.write_text(before)
    broken = ran(capsys, "tutorial", form)["scores"]["clinics"]["mandate"]
    form.write_text(f"{before}kept: {{who: fund, whom: clinics}}\n")
    assert ran(capsys, "tutorial", form)["scores"]["clinics"]["mandate"] == pytest.approx(broken + 4)
    defied = before.replace("pledged: {who: fund, whom: clinics, points: 4}", "leaned: {who: fund, whom: clinics}")
    defied = defied.replace("signed: [fund, force, clinics, council]", "signed: [fund, force], declined: clinics")
    form.write_text(defied)
    dropped = ran(capsys, "tutorial", form)["scores"]["clinics"]["mandate"]
    form.write_text(f"{defied}carried_out: {{who: fund, whom: clinics}}\n")
    assert ran(capsys, "tutorial", form)["scores"]["clinics"]["mandate"] == pytest.approx(dropped - 12)


def test_everything_a_table_can_do_has_its_place(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form.write_text(
        "forum: {purpose: joint_analysis}\n"
        "meetings:\n"
        "  - met: {who: clinics, whom: council}\n"
        "    opened: {who: clinics, whom: council, issues: clinic, shaded: yes}\n"
        "    told: {who: clinics, whom: room, facts: followed, spun: yes}\n"
        "    assessed: {who: [fund, force], fact: stone}\n"
        "    cabled: {who: force, red_line: empty_road}\n"
        "    tabled: {who: council, terms: {clinic: masons, road: hours}}\n"
        "    moved: {who: fund, purpose: division_of_labour, votes: [fund, force, clinics]}\n"
        "  - found_out: {who: fund, facts: followed}\n"
        "    caucused: {who: [clinics, council], network: town_table, issue: road}\n"
        "    amended: {who: clinics, terms: {clinic: masons, road: hours, opening: town}}\n"
        "    doubted: {who: force}\n"
        "    challenged: {who: fund, whom: clinics, fact: followed}\n"
        "    stances: [{text: A, endorse: clinics, object: fund}]\n"
        "  - conceded: {who: clinics, whom: fund}\n"
        "    tabled: {who: council, terms: {road: hours}, parties: [force, council]}\n"
        "    signing: {text: A, called_by: fund, reserved: {fund: road}, signed: [clinics, council]}\n"
        "    walked_out: force\n"
        "efforts: [{who: clinics, effort: 1}, {who: clinics, effort: 0.5, half: 2}]\n"
    )
    (accord,) = ran(capsys, "tutorial", form)["accords"]
    assert set(accord["terms"]) == {"clinic", "opening"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("paper: else\nterms: {clinic: masons}", ["1:8: This form is for the case `else`, not for `tutorial`."]),
        ("terms: {clinic: mason}", ["1:17: There is no option `mason` of issue `clinic`; did you mean `masons`?"]),
        ("signd: [fund]\nterms: {clinic: masons}", ["1:1: The form has no key `signd`; did you mean `signed`?"]),
        ("meetings: [{met: {who: fnd, whom: force}}]", ["1:24: There is no agency `fnd`; did you mean `fund`?"]),
        (
            "seated: [fund, force]\nseed: 1",
            ["1:1: The script needs `commands`; add it."],
        ),
        ("seated: [fund]\nseed: 1\ncomands: []", ["3:1: The script has no key `comands`; did you mean `commands`?"]),
        (
            "foo: 1\nbar: 2",
            [
                "1:1: This is nothing to run: a script is a list of `commands`, and a paper form begins with `paper:` "
                "and the id of the case."
            ],
        ),
        ("absent: clinic", ["1:9: There is no agency `clinic`; did you mean `clinics`?"]),
        ("kept: {who: fund, whom: clinic}", ["1:25: There is no agency `clinic`; did you mean `clinics`?"]),
        (
            "efforts:\n  - {who: fund, effort: 1, by_issue: {roof: 1}}",
            ["2:39: There is no issue `roof`; choose one of `clinic`, `road`, `opening`."],
        ),
        ("meetings: [{}, {}, {}, {}]", ["1:24: The case has 3 meetings, and this is number 4; join it to another."]),
        (
            "meetings:\n  - tabled: {who: fund, terms: {road: hours}}\nsigned: fund",
            ["3:1: The text stands in a meeting already; write `signed` there, or leave `tabled` and `signing` out."],
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(
    form: Path, capsys: pytest.CaptureFixture[str], text: str, told: list[str]
) -> None:
    assert refused(capsys, form, text) == told


def test_a_line_that_the_game_refuses_is_named(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = refused(capsys, form, f"{SHORT}meetings:\n  - met: {{who: fund, whom: [force, clinics, council]}}\n")
    assert told[0].startswith("4:1: `meet` by `fund`: ")
    assert refused(capsys, form, f"{SHORT}kept: {{who: fund, whom: force}}\n")[0].startswith("3:1: `keep_pledge`")


def test_meetings_without_a_word_on_the_floor_still_take_place(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    met = "{met: {who: fund, whom: [force, clinics]}}"
    form.write_text(f"{SHORT}meetings: [{met}, {met}, {met}]\n")
    assert ran(capsys, "tutorial", form)["accords"]


def test_an_absent_seat_does_not_sign(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form.write_text("absent: council\nterms: {road: patrols}\nsigned: [fund, force, clinics]\n")
    (accord,) = ran(capsys, "tutorial", form)["accords"]
    assert set(accord["parties"]) == {"fund", "force", "clinics"}


def test_where_the_chair_is_absent_the_first_party_at_the_table_tables_the_short_text(
    form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form.write_text("absent: fund\nterms: {road: patrols}\nsigned: [force, clinics, council]\n")
    (accord,) = ran(capsys, "tutorial", form)["accords"]
    assert set(accord["parties"]) == {"force", "clinics", "council"}


def test_a_forum_noted_as_found_needs_no_chair(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("print", "tutorial", "-o", str(tmp_path))) == 0
    capsys.readouterr()
    form = tmp_path / "paper-form.yaml"
    form.write_text(form.read_text(encoding="utf-8").replace("absent: []", "absent: [fund]"), encoding="utf-8")
    assert ran(capsys, "tutorial", form)["accords"] == []
