"""GENIUS XML in: points, reservation values, seats and what is said about them."""

from typing import Any

import pytest
from scenario.domains.roads import ISSUES, WANTS, Folder, domain_xml, profile_xml

from game.rules.ids import AgencyId
from game.scenario.domains import draft_scenario, read_negotiation
from game.session.simulation import manners_for, simulate_game


def points(folder: Folder, agency: str, most_options: int | None = None) -> dict[str, dict[str, int]]:
    given = folder.case(most_options).agency(AgencyId(agency)).points
    return {str(issue): {str(option): worth for option, worth in options.items()} for issue, options in given.items()}


def test_weights_and_evaluations_become_points_whose_best_add_up_to_100(road: Folder) -> None:
    assert points(road, "a_driver") == {
        "route": {"nothing_agreed": 0, "by_the_river": 25, "over_the_pass": 50},
        "guard": {"nothing_agreed": 0, "none": 5, "locals": 20, "soldiers": 10},
        "toll": {"nothing_agreed": 0, "option_0": 30, "option_5": 24, "option_10": 15, "option_20": 0},
    }
    assert points(road, "b_village")["toll"] == {
        "nothing_agreed": 0,
        "option_0": 0,
        "option_5": 25,
        "option_10": 40,
        "option_20": 50,
    }


def test_what_nobody_agrees_is_worth_the_reservation_value(road: Folder) -> None:
    case = road.case()
    assert {agency.id: agency.walk_away for agency in case.agencies} == {
        "a_driver": 35,
        "b_village": 40,
        "facilitator": 0,
    }
    for issue in case.issues:
        assert issue.status_quo == "nothing_agreed"
        assert all(agency.points[issue.id][issue.status_quo] == 0 for agency in case.agencies)


def test_names_are_kept_as_texts(road: Folder) -> None:
    case = road.case()
    assert [issue.name for issue in case.issues] == list(ISSUES)
    for issue in case.issues:
        assert [option.name for option in issue.options] == ["Nothing agreed", *ISSUES[issue.name]]
    assert (case.title, case.id) == ("Road", "road")


def test_two_parties_get_a_facilitator_who_does_not_matter(road: Folder) -> None:
    case = road.case()
    facilitator = case.agency(AgencyId("facilitator"))
    assert case.forum.chair == facilitator.id
    assert (facilitator.power, facilitator.leverage, facilitator.pledge_budget) == (0, (), 0)
    for issue in case.issues:
        assert len({facilitator.points[issue.id][option.id] for option in issue.options[1:]}) == 1
        assert all(facilitator.id not in option.carriers for option in issue.options)


def test_three_parties_need_nobody_else(road: Folder) -> None:
    case = road.put("c_garrison.xml", profile_xml("garrison")).case()
    assert case.agency_ids == ("a_driver", "b_village", "c_garrison")
    assert [agency.power for agency in case.agencies] == [1, 2, 2]


def test_the_two_with_most_at_stake_carry_an_issue(road: Folder) -> None:
    case = road.put("c_garrison.xml", profile_xml("garrison")).case()
    carriers = {issue.id: issue.options[-1].carriers for issue in case.issues}
    assert carriers == {
        "route": ("a_driver", "b_village"),
        "guard": ("c_garrison", "b_village"),
        "toll": ("b_village", "a_driver"),
    }
    assert all(not issue.option(issue.status_quo).carriers for issue in case.issues)


def test_carrying_costs_nothing_so_that_a_text_is_worth_its_points(road: Folder) -> None:
    case = road.case()
    assert {option.effort_cost for issue in case.issues for option in issue.options} <= {None, 0.0}
    assert all(option.effort_cost == 0.0 for issue in case.issues for option in issue.options if option.carriers)


def test_what_was_decided_stands_in_comments(road: Folder) -> None:
    comments = " ".join(line.lstrip("# ") for line in road.text().splitlines() if line.startswith("#"))
    for told in (
        "“Nothing agreed” was added as status quo, worth 0",
        "the Facilitator was added",
        "Carriers are the two parties with most at stake",
        "points are whole",
    ):
        assert told in comments


def test_a_scenario_of_it_can_be_played(road: Folder) -> None:
    case = road.case()
    assert simulate_game(case, 1, manners_for(case, "mixed", 1)).room.forum.chair == "facilitator"


def test_weights_that_do_not_add_up_are_scaled_with_the_reservation_value_and_said(empty: Folder) -> None:
    double = {who: ({k: 2 * w for k, w in weights.items()}, *rest) for who, (weights, *rest) in WANTS.items()}
    empty.put("road.xml", domain_xml()).put("p1.xml", profile_xml("driver", wants=double))
    empty.put("p2.xml", profile_xml("village"))
    assert points(empty, "p1")["route"]["over_the_pass"] == 50
    assert empty.case().agency(AgencyId("p1")).walk_away == 18
    assert "the best package of P1 is worth 2, not 1" in empty.text()


def test_a_discount_is_left_out_and_said(road: Folder) -> None:
    road.put("a_driver.xml", profile_xml("driver", "<discount_factor value='0.75'/>"))
    assert "the discount factor 0.75 of A driver was left out" in " ".join(road.text().replace("#", "").split())


def test_rounding_says_by_how_much_a_package_is_off(empty: Folder) -> None:
    thirds: dict[str, Any] = {
        "driver": ({"A": 1, "B": 1, "C": 1}, {name: {"x": 1, "y": 0.5} for name in "ABC"}, 0.1),
        "village": ({"A": 1, "B": 1, "C": 1}, {name: {"x": 0, "y": 1} for name in "ABC"}, 0.1),
    }
    empty.put("d.xml", domain_xml(dict.fromkeys("ABC", ("x", "y"))))
    empty.put("p1.xml", profile_xml("driver", wants=thirds)).put("p2.xml", profile_xml("village", wants=thirds))
    assert [points(empty, "p2")[name]["y"] for name in "abc"] == [34, 33, 33]
    assert "off by at most 1.3 points" in " ".join(empty.text().replace("#", "").split())


NUMBERS = """<negotiation_template><utility_space><objective name="root">
<issue index="1" name="Price" etype="integer" lowerbound="8" upperbound="14"/>
<issue index="2" name="Share" type="real" vtype="real"><range lowerbound="0" upperbound="1"/></issue>
</objective></utility_space></negotiation_template>"""


def numeric(price: str, share: str) -> str:
    return f"""<utility_space><objective><weight index="1" value="0.5"/><weight index="2" value="0.5"/>
<issue index="1" name="Price" etype="integer" lowerbound="8" upperbound="14">{price}</issue>
<issue index="2" name="Share" type="real"><range lowerbound="0" upperbound="1"/>{share}</issue></objective>
</utility_space>"""


def test_numeric_issues_are_cut_into_levels_and_said(empty: Folder) -> None:
    falling = '<evaluator ftype="linear" slope="-0.15" offset="1.0"/>'
    rising = '<evaluator ftype="linear" slope="0.15" offset="0.1"/>'
    peak = '<evaluator ftype="triangular" parameter0="0" parameter1="1" parameter2="0.5"/>'
    line = '<evaluator ftype="linear" parameter0="1" parameter1="-1"/>'
    empty.put("n.xml", NUMBERS).put("buyer.xml", numeric(falling, peak)).put("seller.xml", numeric(rising, line))
    assert points(empty, "buyer") == {
        "price": {
            "nothing_agreed": 0,
            "option_8": 50,
            "option_10": 35,
            "option_11": 28,
            "option_12": 20,
            "option_14": 5,
        },
        "share": {
            "nothing_agreed": 0,
            "option_0": 0,
            "option_0_25": 25,
            "option_0_5": 50,
            "option_0_75": 25,
            "option_1": 0,
        },
    }
    assert points(empty, "seller")["price"]["option_14"] == 50
    assert points(empty, "seller")["share"]["option_0_25"] == 38
    text = empty.text()
    assert "Price: integers from 8 to 14 were cut into 5 levels" in text
    assert "Share: reals from 0 to 1 were cut into 5 levels" in text


def test_a_domain_of_one_issue_gets_a_second_that_is_worth_nothing(empty: Folder) -> None:
    one: dict[str, Any] = {
        "driver": ({"A": 1}, {"A": {"x": 1, "y": 0}}, 0),
        "village": ({"A": 1}, {"A": {"x": 0, "y": 1}}, 0),
    }
    empty.put("d.xml", domain_xml({"A": ("x", "y")}))
    empty.put("p1.xml", profile_xml("driver", wants=one)).put("p2.xml", profile_xml("village", wants=one))
    case = empty.case()
    assert [len(issue.options) for issue in case.issues] == [3, 2]
    assert all(set(agency.points[case.issues[1].id].values()) == {0} for agency in case.agencies)
    assert "“Form of the text” was added" in empty.text()


@pytest.fixture
def wide(empty: Folder) -> Folder:
    """A domain one of whose issues has too many values."""
    values = [f"v{at}" for at in range(9)]
    worths = {v: at / 8 for at, v in enumerate(values)}
    wants: dict[str, Any] = {
        "driver": ({"A": 0.75, "B": 0.25}, {"A": worths, "B": {"x": 1, "y": 0}}, 0.2),
        "village": ({"A": 0.75, "B": 0.25}, {"A": {v: 1 - w for v, w in worths.items()}, "B": {"x": 0, "y": 1}}, 0.2),
    }
    empty.put("d.xml", domain_xml({"A": values, "B": ("x", "y")}))
    return empty.put("p1.xml", profile_xml("driver", wants=wants)).put("p2.xml", profile_xml("village", wants=wants))


def test_too_many_values_are_refused_with_the_way_out(wide: Folder) -> None:
    assert wide.refusal() == (
        "d.xml:1: The issue `A` has 9 values, and there is room for 5 beside “nothing agreed”; add `--most-options 6` \
to merge those that are worth nearly the same to everybody."
    )


@pytest.mark.parametrize("most", [3, 4, 5, 6])
def test_values_that_are_worth_nearly_the_same_can_be_merged(wide: Folder, most: int) -> None:
    case = wide.case(most)
    issue = case.issues[0]
    assert len(issue.options) == most
    told = " / ".join(option.name for option in issue.options[1:])
    assert told.startswith("v0")
    assert told.endswith("v8")
    assert "9 values became" in wide.text(most)
    for party in case.agencies[:2]:
        assert sum(max(party.points[i.id].values()) for i in case.issues) == 100
        worths = [party.points[issue.id][option.id] for option in issue.options[1:]]
        assert worths in (sorted(worths), sorted(worths, reverse=True))


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (("60 Gb", "80 Gb"), ("option_60_gb", "option_80_gb")),
        (("yes", "no"), ("yes", "no")),
        (("Nothing agreed", "Nothing-agreed"), ("nothing_agreed_2", "nothing_agreed_3")),
        (("Größe", "Ärger"), ("grosse", "arger")),
        (("是", "否"), ("option_1", "option_2")),
        (("a: #b", "- {c}"), ("a_b", "c")),
        (("x" * 60, "x" * 61), ("x" * 40, "x" * 38 + "_2")),
    ],
)
def test_names_become_ids_safely(empty: Folder, names: tuple[str, str], ids: tuple[str, str]) -> None:
    worths = {name: float(at) for at, name in enumerate(names)}
    wants: dict[str, Any] = {"driver": ({"A": 1, "B": 1}, {"A": worths, "B": {"x": 1, "y": 0}}, 0)}
    wants["village"] = wants["driver"]
    empty.put("d.xml", domain_xml({"A": names, "B": ("x", "y")}))
    empty.put("p1.xml", profile_xml("driver", wants=wants)).put("p2.xml", profile_xml("village", wants=wants))
    case = empty.case()
    assert tuple(option.id for option in case.issues[0].options[1:]) == ids
    assert tuple(option.name for option in case.issues[0].options[1:]) == names


def test_odd_spellings_are_read_like_their_neighbours(empty: Folder) -> None:
    """Weights first or none, a weight of the root, other capitals and spaces, values that stand twice."""
    empty.put(
        "d.xml",
        "\n\n<negotiation_template><agent name=''/><utility_space><objective name='any' index='1'>"
        "<issue index='2' name='Day '><item index='1' value='Mon'/><item index='2' value='Tue'/>"
        "<item index='3' value='Tue'/></issue><issue index='3' vtype='discrete' name='Hour'><item index='1' value='1'/>"
        "<item index='2' value='2'/></issue></objective></utility_space></negotiation_template>",
    )
    empty.put(
        "p1.xml",
        "\ufeff<utility_space><objective><weight index='1' value='1.0'/><weight index='3' value='0.25'/>"
        "<weight index='2' value='0.75'/><issue index='3' name='HOUR'><item value='2' evaluation='4'/>"
        "<item value='1' evaluation='1'/></issue><issue index='2' name='day'><item value=' mon ' evaluation='5'/>"
        "<item value='tue' evaluation='1'/><similarity_function><item value='Mon' evaluation='9'/>"
        "</similarity_function></issue></objective></utility_space>",
    )
    empty.put(
        "p2.xml",
        "<utility_space><objective><issue index='2' name='Day'><item value='Mon' evaluation='0'/>"
        "<item value='Tue' evaluation='1'/></issue><issue index='3' name='Hour'><item value='1' evaluation='1'/>"
        "<item value='2' evaluation='1'/></issue></objective></utility_space>",
    )
    assert points(empty, "p1") == {
        "day": {"nothing_agreed": 0, "mon": 75, "tue": 15},
        "hour": {"nothing_agreed": 0, "option_1": 6, "option_2": 25},
    }
    assert points(empty, "p2")["hour"] == {"nothing_agreed": 0, "option_1": 50, "option_2": 50}
    text = " ".join(empty.text().replace("#", "").split())
    assert "P2 gives no weights" in text
    assert "the value Tue stands twice" in text


def test_files_can_be_named_one_by_one_in_any_order(road: Folder) -> None:
    paths = [road.path / name for name in ("b_village.xml", "road.xml", "a_driver.xml")]
    assert "agencies:\n  b_village:" in draft_scenario(read_negotiation(paths)).text


def test_a_folder_may_hold_other_things(road: Folder) -> None:
    road.put("pareto.xml", "0.5, 0.5").put("log.xml", "<Tournament><a/></Tournament>").put("readme.txt", "hello")
    assert "left aside in the folder: log.xml" in road.text()
    assert len(road.case().agencies) == 3
