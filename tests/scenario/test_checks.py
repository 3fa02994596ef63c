"""What a form cannot see: dangling names, missing points, what cannot be played."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.scenario.loading import check

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Draft

AGENCIES = "the agencies are `force`, `relief`, `council`."


@pytest.mark.parametrize(
    ("old", "new", "sign", "message"),
    [
        ("chair: force", "chair: farce", "farce", "There is no agency `farce`; did you mean `force`?"),
        ("invited: [force, relief", "invited: [force, xx", "xx", f"There is no agency `xx`; {AGENCIES}"),
        (
            "networks: [ngo_forum]",
            "networks: [ngo_from]",
            "ngo_from]",
            "There is no network `ngo_from`; did you mean `ngo_forum`?",
        ),
        (
            "leverage:\n      relief",
            "leverage:\n      releif",
            "releif",
            "There is no agency `releif`; did you mean `relief`?",
        ),
        ("trust: {relief", "trust: {xx", "xx", f"There is no agency `xx`; {AGENCIES}"),
        (
            "{school: villages}}, points",
            "{shool: villages}}, points",
            "shool",
            "There is no issue `shool`; did you mean `school`?",
        ),
        (
            "{school: villages}}, points",
            "{school: village}}, points",
            "village}",
            "There is no option `village` of issue `school`; did you mean `villages`?",
        ),
        (
            "when: {agreed: {road: convoys}}",
            "when: {all: [{not: {party: farce}}, {agreed: {road: convoys}}]}",
            "farce",
            "There is no agency `farce`; did you mean `force`?",
        ),
        (
            "when: {agreed: {school: villages}}",
            "when: {carries: {agency: xx, issue: school}}",
            "xx",
            f"There is no agency `xx`; {AGENCIES}",
        ),
        (
            "status_quo: none",
            "status_quo: non",
            "non\n",
            "There is no option `non` of issue `school`; did you mean `none`?",
        ),
        ("carriers: [relief, council]", "carriers: [relief, xx]", "xx", f"There is no agency `xx`; {AGENCIES}"),
        ("intermediary: council", "intermediary: xx", "xx", f"There is no agency `xx`; {AGENCIES}"),
        ("gain_time: {agency: relief", "gain_time: {agency: xx", "xx", f"There is no agency `xx`; {AGENCIES}"),
        ("known_by: [council]", "known_by: [xx]", "xx", f"There is no agency `xx`; {AGENCIES}"),
        ("priors: {force", "priors: {xx", "xx", f"There is no agency `xx`; {AGENCIES}"),
        (
            "shifts: {road: {convoys: {force",
            "shifts: {road: {convoys: {xx",
            "xx",
            f"There is no agency `xx`; {AGENCIES}",
        ),
        ("shifts: {road", "shifts: {rood", "rood", "There is no issue `rood`; did you mean `road`?"),
        (
            "impact: {road: {convoys",
            "impact: {road: {convoy",
            "convoy:",
            "There is no option `convoy` of issue `road`; did you mean `convoys`?",
        ),
        ("capacity: {school", "capacity: {skool", "skool", "There is no issue `skool`; did you mean `school`?"),
        (
            "turn_fact: {fact: bridge",
            "turn_fact: {fact: bride",
            "bride",
            "There is no fact `bride`; did you mean `bridge`?",
        ),
        ("known_to: [force]", "known_to: [xx]", "xx", f"There is no agency `xx`; {AGENCIES}"),
        ("seen_by: [relief]", "seen_by: [xx]", "xx", f"There is no agency `xx`; {AGENCIES}"),
        ("trusted: force", "trusted: xx", "xx", f"There is no agency `xx`; {AGENCIES}"),
        (
            "[{turn_fact: {fact: bridge, to: no, known_to: [force]}}]",
            "[{shift_capacity: {issue: road, option: town, by: 0.1}}]",
            "town, by",
            "There is no option `town` of issue `road`; its options are `open`, `convoys`.",
        ),
    ],
)
def test_r1_1_a_name_of_nothing_is_told_where_it_stands(
    harbour: "Draft", old: str, new: str, sign: str, message: str
) -> None:
    harbour.with_((old, new)).tells(sign, message)


def test_a_name_that_stands_twice_in_a_list(harbour: "Draft") -> None:
    spoiled = harbour.with_(("carriers: [relief, council]", "carriers: [relief, council, relief]"))
    spoiled.tells("relief]\n        impact", "`relief` stands twice in this list; keep it once.")


def test_r1_an_option_without_points_is_told(harbour: "Draft") -> None:
    spoiled = harbour.with_(("school: {none: 10, villages: 50, town: 30}", "school: {none: 10, villages: 50}"))
    message = "`relief` has no points for option `town` of issue `school`; add them."
    spoiled.tells("school: {none: 10, villages: 50}", message, suggestion="town")


def test_r1_an_issue_without_points_is_told(harbour: "Draft") -> None:
    spoiled = harbour.with_(("      road: {open: 25, convoys: 30}\n", ""))
    line, column = spoiled.at("points:\n      school: {none: 0")
    assert [(p.line, p.column, p.message) for p in spoiled.problems()] == [
        (line, column, "`council` has no points for issue `road`; add them.")
    ]


def test_a_misspelt_option_among_the_points_is_told_once(harbour: "Draft") -> None:
    spoiled = harbour.with_(("villages: 50", "vilages: 50"))
    spoiled.tells("vilages", "There is no option `vilages` of issue `school`; did you mean `villages`?")


def test_r1_the_best_options_add_up_to_100(harbour: "Draft") -> None:
    spoiled = harbour.with_(("villages: 50", "villages: 51"))
    place = spoiled.at("points:\n      school: {none: 10, villages: 51")
    found = spoiled.problems()
    assert [(p.line, p.column) for p in found] == [place]
    assert found[0].message == "The best options of `relief` add up to 101 points; make it 100."


def test_r1_points_are_never_below_0(harbour: "Draft") -> None:
    harbour.with_(("convoys: 0}", "convoys: -1}")).tells(
        "-1}", "`convoys` must be a whole number from 0 to 100, not `-1`."
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("power: 4", "power: 6", "`power` must be a whole number from 0 to 5, not `6`."),
        ("strength: 2", "strength: 4", "`strength` must be a whole number from 1 to 3, not `4`."),
        ("{relief: 0.4}", "{relief: 1.4}", "`relief` must be a number from 0 to 1, not `1.4`."),
        ("walk_away: 40", "walk_away: 140", "`walk_away` must be a whole number from 0 to 100, not `140`."),
        ("chance: 0.1", "chance: 1.1", "`chance` must be a number from 0 to 1, not `1.1`."),
        ("difficulty: 1", "difficulty: 0", "`difficulty` must be a whole number from 1 to 9, not `0`."),
        ("rounds: 3", "rounds: 0", "`rounds` must be a whole number from 1 to 12, not `0`."),
        ("short: Relief", "short: Relief and Recovery", "`short` has 19 characters; shorten it to 18."),
    ],
)
def test_numbers_have_bounds(harbour: "Draft", old: str, new: str, message: str) -> None:
    found = harbour.with_((old, new)).problems()
    assert [p.message for p in found] == [message]


def test_a_long_name_needs_a_short_one(harbour: "Draft") -> None:
    spoiled = harbour.with_(("name: The force", "name: The International Force"))
    message = "The name of `force` has 23 characters; add `short` with at most 18."
    spoiled.tells("name: The International", message)


def test_r1_a_scenario_has_three_to_eight_agencies(harbour: "Draft", draft: "Callable[[str], Draft]") -> None:
    start, end = harbour.text.index("  council:\n"), harbour.text.index("issues:\n")
    spoiled = draft(harbour.text[:start] + harbour.text[end:])
    problem = next(p for p in spoiled.problems() if "3 to 8" in p.message)
    assert problem.message == "A scenario must have 3 to 8 agencies, not 2; add some."
    assert (problem.line, problem.column) == spoiled.at("agencies:")


def test_r1_a_scenario_has_two_to_twelve_issues(harbour: "Draft") -> None:
    more = "".join(
        f"  more_{n}: {{name: M, text: M, status_quo: a, options: {{a: {{name: A, text: A}}}}}}\n" for n in range(11)
    )
    spoiled = harbour.with_(("issues:\n", f"issues:\n{more}"))
    messages = [p.message for p in spoiled.problems()]
    assert "A scenario must have 2 to 12 issues, not 13; take some out." in messages
    assert "The issue `more_0` must have 2 to 6 options, not 1; add some." in messages


def test_a_role_sheet_is_short_enough_to_be_read(harbour: "Draft") -> None:
    spoiled = harbour.with_(("brief: Keep away from guns.", "brief: " + "word " * 241))
    message = "The role sheet of `relief` has 251 words; shorten it to 250 (mandate, brief, hidden mandates \
and red lines together)."
    spoiled.tells("relief:\n    name", message)
    assert harbour.with_(("brief: Keep away from guns.", "brief: " + "word " * 240)).case()


@pytest.mark.parametrize(
    ("old", "new", "sign", "message"),
    [
        ("    round: 2\n", "", "rain:", "The event `rain` has neither `round` nor `chance`; add one."),
        ("round: 2", "round: 2\n    chance: 0.5", "rain:", "The event `rain` has both `round` and `chance`; keep one."),
        (
            "round: 2",
            "round: 4",
            "4\n    effects",
            "The event `rain` comes in round 4, but there are 3; choose an earlier one.",
        ),
        (
            "trusted: force",
            "trusted: relief",
            "relief}}]\n",
            "An agency cannot lose trust in itself; name two agencies.",
        ),
        (
            "trust: {relief",
            "trust: {force",
            "force: 0.4",
            "`force` cannot have trust in itself; delete this or name another agency.",
        ),
        (
            "leverage:\n      relief",
            "leverage:\n      force",
            "force: {kind",
            "`force` cannot have leverage over itself; delete this or name another agency.",
        ),
    ],
)
def test_what_comes_from_outside_and_passes_between(
    harbour: "Draft", old: str, new: str, sign: str, message: str
) -> None:
    harbour.with_((old, new)).tells(sign, message)


DEEP = "{not: {not: {not: {not: {not: {not: {agreed: {road: convoys}}}}}}}}"


@pytest.mark.parametrize(
    ("when", "message"),
    [
        ("{agreed: {school: none}}", "crossed"),
        ("{not: {agreed: {road: open}}}", "crossed"),
        ("{not: {party: council}}", "crossed"),
        ("{chairs: force}", "crossed"),
        (DEEP, "This condition has 6 levels of `all`, `any` and `not`; use at most 5."),
        (
            "{any: [" + ", ".join(["{agreed: {road: convoys}}"] * 30) + "]}",
            "This condition has 31 parts; use at most 30.",
        ),
    ],
)
def test_a_red_line_can_be_followed_and_is_not_crossed_as_found(harbour: "Draft", when: str, message: str) -> None:
    if message == "crossed":
        message = "The red line `no_guns` is crossed as things stand, without any accord; name in `when` what an \
accord would have to change."
    spoiled = harbour.with_(("when: {agreed: {road: convoys}}", f"when: {when}"))
    place = spoiled.at(f"when: {when}")
    assert [(p.line, p.column, p.message) for p in spoiled.problems()] == [(*place, message)]


def test_r1_1_all_kinds_of_problems_are_told_at_once_in_the_order_of_the_file(harbour: "Draft") -> None:
    spoiled = harbour.with_(
        ("chair: force", "chair: farce"),
        ("power: 4", "power: nine"),
        ("    mandate: Helps whoever needs help.\n", ""),
        ("walk_away: 30", "walk_awy: 30"),
        ("villages: 50", "villages: 51"),
        ("status_quo: open", "status_quo: opn"),
        ("    holds: yes\n", "    holds: YES\n    holds: no\n"),
        ("    round: 2\n", ""),
    )
    assert [(p.line, p.message) for p in spoiled.problems()] == [
        (11, "There is no agency `farce`; did you mean `force`?"),
        (22, "`power` must be a whole number from 0 to 5, not `nine`."),
        (32, "`relief` needs `mandate`; add it."),
        (41, "`relief` has no key `walk_awy`; did you mean `walk_away`?"),
        (44, "The best options of `relief` add up to 101 points; make it 100."),
        (81, "There is no option `opn` of issue `road`; did you mean `open`?"),
        (91, "`holds` must be `yes` or `no`, not `YES`; write it in lower case."),
        (92, "The key `holds` stands here and in line 91; keep one of them."),
        (100, "The event `rain` has neither `round` nor `chance`; add one."),
    ]


def test_a_missing_section_is_told_once(harbour: "Draft", draft: "Callable[[str], Draft]") -> None:
    start, end = harbour.text.index("agencies:\n"), harbour.text.index("issues:\n")
    found = draft(harbour.text[:start] + harbour.text[end:]).problems()
    assert [p.message for p in found] == ["The file needs `agencies`; add it."]


@pytest.mark.parametrize(
    ("pairs", "sign", "message"),
    [
        (
            [("when: {agreed: {road: convoys}}", "when: {all: [{agreed: {road: convoys}}, {agreed: {road: open}}]}")],
            "no_guns",
            "Nothing can ever cross the red line `no_guns`; check its `when`.",
        ),
        (
            [("when: {agreed: {road: convoys}}", "when: {carries: {agency: council, issue: road}}")],
            "no_guns",
            "Nothing can ever cross the red line `no_guns`; check its `when`.",
        ),
        (
            [("when: {agreed: {school: villages}}", "when: {all: [{chairs: force}, {chairs: council}]}")],
            "credit",
            "The hidden mandate `credit` can never come true; check its `when`.",
        ),
        (
            [("when: {agreed: {school: villages}}", "when: {any: [{party: force}, {not: {party: force}}]}")],
            "credit",
            "The hidden mandate `credit` always comes true; check its `when`.",
        ),
        ([("points: 8", "points: 0")], "credit", "The hidden mandate `credit` is worth no points; give it some."),
        (
            [("text: Soldiers drive along., carriers: [force]", "text: Soldiers drive along.")],
            "convoys: {name",
            "Nobody carries the option `convoys`, so nothing would come of it; name `carriers`.",
        ),
        (
            [
                ("difficulty: 1", "difficulty: 4"),
                ("    known_by: [council]\n", ""),
                ("to: no, known_to: [force]", "to: no"),
            ],
            "bridge:\n    name",
            "Nobody knows the fact `bridge`, and no agency has 4 time in a round to find it out alone; lower "
            "`difficulty` or name "
            "`known_by`.",
        ),
        (
            [
                ("walk_away: 20", "walk_away: 100"),
                ("{none: 0, villages: 20, town: 70}", "{none: 70, villages: 20, town: 60}"),
                ("{open: 25, convoys: 30}", "{open: 30, convoys: 20}"),
            ],
            "walk_away: 100",
            "No package that `council` may sign is worth more to it than walking away (100); "
            "lower `walk_away` or change its "
            "points.",
        ),
        (
            [("networks: [ngo_forum]\n    points:\n      school: {none: 0", "points:\n      school: {none: 0")],
            "ngo_forum: NGO",
            "The network `ngo_forum` has 1 member, and a caucus needs two; "
            "put it into the `networks` of more agencies.",
        ),
        (
            [("carriers: [force, relief], intermediary: council", "carriers: [council, relief], intermediary: force")],
            "intermediary: force",
            "The intermediary `force` is military and cannot stand between; name a civilian agency.",
        ),
    ],
)
def test_what_cannot_matter_is_a_warning_and_no_obstacle(
    harbour: "Draft", tmp_path: Path, pairs: list[tuple[str, str]], sign: str, message: str
) -> None:
    odd = harbour.with_(*pairs)
    assert odd.case()
    path = tmp_path / "odd.yaml"
    path.write_text(odd.text, encoding="utf-8")
    assert [(p.line, p.column, p.message, p.is_error) for p in check(path)] == [(*odd.at(sign), message, False)]


def test_a_red_line_that_forbids_the_best_counts_against_an_agency(harbour: "Draft", tmp_path: Path) -> None:
    path = tmp_path / "odd.yaml"
    odd = harbour.with_(
        ("when: {agreed: {road: convoys}}", "when: {agreed: {school: villages}}"), ("walk_away: 30", "walk_away: 99")
    )
    path.write_text(odd.text, encoding="utf-8")
    assert [p.message.split(" that")[0] for p in check(path)] == ["No package"]


def test_check_of_an_unreadable_file_is_one_problem() -> None:
    assert len(check(Path("nowhere/none.yaml"))) == 1
