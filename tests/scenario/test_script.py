"""Scripts: commands by the names of the rules, or all problems with their places."""

import typing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from game.rules import commands
from game.rules.texts import Term
from game.rules.vocabulary import DecisionRule, ForumKind, Purpose, Stance
from game.scenario.loading import Problem, ScenarioProblems
from game.scenario.script import PASS, Script, load_script, read_script

if TYPE_CHECKING:
    from conftest import Draft

EVERY = [
    (
        "do: convene, forum: contact_group, invited: [relief], purpose: null, rule: carriers",
        commands.Convene("force", ForumKind.CONTACT_GROUP, ("relief",), None, DecisionRule.CARRIERS),
    ),
    ("do: send_message, to: relief, text: 12:30", commands.SendMessage("force", "relief", "12:30")),
    ("do: send_message, to: room, text: NO", commands.SendMessage("force", None, "NO")),
    ("do: pass", commands.Pass("force")),
    ("do: meet, whom: relief", commands.Meet("force", "relief")),
    ("do: disclose, whom: relief, issue: road, shaded: yes", commands.Disclose("force", "relief", "road", True)),
    ("do: share, fact: bridge, whom: room", commands.Share("force", "bridge", None)),
    ("do: share, fact: bridge, whom: null, is_spun: yes", commands.Share("force", "bridge", None, True)),
    ("do: investigate, fact: bridge", commands.Investigate("force", "bridge")),
    (
        "do: assess_jointly, fact: bridge, partners: [relief, council]",
        commands.AssessJointly("force", "bridge", ("relief", "council")),
    ),
    ("do: consult_home", commands.ConsultHome("force")),
    ("do: caucus, network: ngo_forum, issue: road", commands.Caucus("force", "ngo_forum", "road")),
    ("do: press, whom: relief, text: A", commands.Press("force", "relief", "A")),
    ("do: withdraw_pressure, threat: 12", commands.WithdrawPressure("force", 12)),
    ("do: pledge, whom: relief, text: B, points: 5", commands.Pledge("force", "relief", "B", 5)),
    ("do: declare_lane, issue: road, option: convoys", commands.DeclareLane("force", "road", "convoys")),
    (
        "do: table, terms: {school: villages, road: open}, parties: [force, relief]",
        commands.Table("force", (Term("school", "villages"), Term("road", "open")), ("force", "relief")),
    ),
    (
        "do: amend, text: A, terms: {school: town}, parties: [force, relief]",
        commands.Amend("force", "A", (Term("school", "town"),), ("force", "relief")),
    ),
    ("do: take_stance, text: A, stance: reservations", commands.TakeStance("force", "A", Stance.RESERVATIONS)),
    ("do: challenge, whom: council, fact: bridge", commands.Challenge("force", "council", "bridge")),
    ("do: concede_point, whom: council", commands.ConcedePoint("force", "council")),
    ("do: name_power", commands.NamePower("force")),
    ("do: move_procedure, chair: council", commands.MoveProcedure("force", "council")),
    (
        "do: move_procedure, invite: [relief], purpose: joint_analysis",
        commands.MoveProcedure("force", None, ("relief",), Purpose.JOINT_ANALYSIS),
    ),
    ("do: raise_doubt, text: A", commands.RaiseDoubt("force", "A")),
    ("do: call_signature, text: A", commands.CallSignature("force", "A")),
    ("do: walk_out", commands.WalkOut("force")),
    ("do: come_back", commands.ComeBack("force")),
    ("do: sign, text: A", commands.Sign("force", "A")),
    ("do: sign_with_reservation, text: A, issue: road", commands.SignWithReservation("force", "A", "road")),
    ("do: decline, text: A", commands.Decline("force", "A")),
    (
        "do: answer_ballot, accord: A, own: 3, predictions: {relief: 4}",
        commands.AnswerBallot("force", "A", 3, {"relief": 4}),
    ),
    ("do: answer_ballot, accord: A, own: null", commands.AnswerBallot("force", "A", None)),
    ("do: keep_pledge, pledge: 9", commands.KeepPledge("force", 9)),
    ("do: break_pledge, pledge: 9", commands.BreakPledge("force", 9)),
    ("do: carry_out_threat, threat: 9", commands.CarryOutThreat("force", 9)),
    ("do: drop_threat, threat: 9", commands.DropThreat("force", 9)),
    ("do: set_effort, effort: 0.5", commands.SetEffort("force", "lanes", 0.5)),
    ("do: set_effort, accord: A, by_issue: {road: 1}", commands.SetEffort("force", "A", 1.0, {"road": 1.0})),
]


def read(harbour: "Draft", text: str) -> Script | tuple[Problem, ...]:
    return read_script(text, "script.yaml", harbour.case())


def tells(harbour: "Draft", text: str) -> list[tuple[int, int, str]]:
    found = read(harbour, text)
    assert isinstance(found, tuple)
    return [(p.line, p.column, p.message) for p in found]


@pytest.mark.parametrize(("line", "command"), EVERY, ids=[line for line, _ in EVERY])
def test_r3_5_every_command_can_be_written(harbour: "Draft", line: str, command: commands.Command) -> None:
    script = read(harbour, f"- {{seat: force, {line}}}")
    assert isinstance(script, Script)
    assert script.commands == (command,)


def test_the_list_above_misses_no_command() -> None:
    assert {type(command) for _, command in EVERY} | {commands.CableHome} == set(typing.get_args(commands.Command))


def test_a_red_line_is_the_seats_own(harbour: "Draft") -> None:
    script = read(harbour, "- {seat: relief, do: cable_home, red_line: no_guns}")
    assert isinstance(script, Script)
    assert script.commands == (commands.CableHome("relief", "no_guns"),)
    assert tells(harbour, "- {seat: relief, do: cable_home, red_line: no_gun}") == [
        (1, 44, "There is no red line `no_gun` of `relief`; did you mean `no_guns`?")
    ]


def test_a_script_may_say_how_the_game_is_set_up(harbour: "Draft") -> None:
    script = read(harbour, "seated: [force, relief]\nothers: presser\nseed: 7\ncommands:\n- {seat: force, do: pass}\n")
    assert script == Script((commands.Pass("force"),), (5,), ("force", "relief"), "presser", 7)


def test_a_bare_list_leaves_the_set_up_open(harbour: "Draft") -> None:
    script = read(harbour, "- {seat: force, do: pass}\n- seat: relief\n  do: pass\n")
    assert script == Script((commands.Pass("force"), commands.Pass("relief")), (1, 2), None, PASS, None)


def test_all_problems_of_a_script_are_told_at_once(harbour: "Draft") -> None:
    text = """\
seated: [force, releif]
others: talkers
seed: 12:30
commands:
- {seat: force, do: meat, whom: relief}
- {seat: force, do: meet, whm: relief}
- {seat: force, do: meet}
- {seat: farce, do: meet, whom: relief}
- {do: pass}
- {seat: force}
- pass
- {seat: force, do: table, terms: {school: village}, parties: [force, reliefs]}
- {seat: force, do: take_stance, text: first, stance: endorsed}
- {seat: force, do: disclose, whom: relief, issue: road, shaded: NO}
- {seat: force, do: set_effort, effort: 2}
- {seat: force, do: meet, whom: room}
"""
    assert tells(harbour, text) == [
        (1, 17, "There is no agency `releif`; did you mean `relief`?"),
        (2, 9, "`others` is `talkers`; did you mean `talker`?"),
        (3, 7, "`seed` must be a whole number from 0 to 999999999, not `12:30`."),
        (5, 21, "There is no command `meat`; did you mean `meet`?"),
        (6, 27, "The command `meet` has no key `whm`; did you mean `whom`?"),
        (7, 3, "The command `meet` needs `whom`; add it."),
        (8, 10, "There is no agency `farce`; did you mean `force`?"),
        (9, 3, "The command `pass` needs `seat`; add it."),
        (10, 3, "The command needs `do`, the name of what the seat does; add it."),
        (11, 3, "A command is a mapping with `seat` and `do`, not `pass`; write `{seat: …, do: …}`."),
        (12, 44, "There is no option `village` of issue `school`; did you mean `villages`?"),
        (12, 71, "There is no agency `reliefs`; did you mean `relief`?"),
        (13, 40, "`text` is `first`; name a text by its letter: A for the first one tabled, then B, and so on."),
        (13, 55, "`stance` is `endorsed`; did you mean `endorse`?"),
        (14, 66, "`shaded` must be `yes` or `no`, not `NO`; write it in lower case."),
        (15, 41, "`effort` must be a number from 0 to 1, not `2`."),
        (16, 33, "There is no agency `room`; choose one of `force`, `relief`, `council`."),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "The file is empty; a script is a list of commands, each beginning with `- `."),
        ("word", "A script is a list of commands, not `word`; begin with `- `."),
        ("seed: 7", "The script needs `commands`; add it."),
        ("commands: {}", "`commands` must be a list (`[a, b]` or `- a` lines), not a mapping (`key: value`)."),
        (
            "- !!python/none",
            "The tag `!!python/none` is not allowed; delete it, and quote texts instead.",
        ),
        (
            "- [",
            "A bracket or brace that opens in this line is not closed, or a comma is missing; check up to here.",
        ),
    ],
)
def test_what_is_no_script_gets_one_sentence(harbour: "Draft", text: str, message: str) -> None:
    assert message in [m for _, _, m in tells(harbour, text)]


def test_load_script_refuses_a_file_whole(harbour: "Draft", tmp_path: Path) -> None:
    path = tmp_path / "script.yaml"
    path.write_text("- {seat: force, do: pass}\n- {seat: force, do: fly}\n", encoding="utf-8")
    with pytest.raises(ScenarioProblems) as refused:
        load_script(path, harbour.case())
    assert [(p.line, p.message.split(";")[0]) for p in refused.value.problems] == [(2, "There is no command `fly`")]
    with pytest.raises(ScenarioProblems, match="There is no file"):
        load_script(tmp_path / "none.yaml", harbour.case())
    path.write_text("- {seat: force, do: pass}\n", encoding="utf-8")
    assert load_script(path, harbour.case()).commands == (commands.Pass("force"),)


@settings(deadline=None)
@given(some.text() | some.text(alphabet="-{}[]:, \nsdeatog", max_size=40).map("- {seat: force, do: ".__add__))
def test_any_text_is_a_script_or_problems(harbour_source: str, text: str) -> None:
    from game.scenario.loading import read as read_case

    found = read_script(text, "any.yaml", read_case(harbour_source, "harbour.yaml"))
    assert isinstance(found, Script) or (found and all("\n" not in str(problem) for problem in found))
