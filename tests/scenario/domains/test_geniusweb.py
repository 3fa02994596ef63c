"""GeniusWeb JSON in: the same game as from GENIUS XML, with the reservation value of the reservation bid."""

import pytest
from scenario.domains.roads import Folder, domain_json, profile_json

from game.rules.case import Case
from game.rules.ids import AgencyId


def web(folder: Folder, spelling: str = "DiscreteValueSetUtilities") -> Folder:
    folder.put("road.json", domain_json())
    bid = {"issuevalues": {"Route": "By the river", "Guard": "Soldiers"}}
    folder.put("a_driver.json", profile_json("driver", spelling, reservationBid=bid))
    return folder.put("b_village.json", profile_json("village", spelling, reservationBid=None))


def by_name(case: Case) -> dict[str, dict[str, dict[str, int]]]:
    return {
        agency.id: {
            issue.name: {option.name: agency.points[issue.id][option.id] for option in issue.options}
            for issue in case.issues
        }
        for agency in case.agencies
    }


@pytest.mark.parametrize("spelling", ["DiscreteValueSetUtilities", "discreteutils"])
def test_both_spellings_make_the_same_points_as_genius(
    road: Folder, tmp_path_factory: pytest.TempPathFactory, spelling: str
) -> None:
    from_web = web(Folder(tmp_path_factory.mktemp("web")), spelling).case()
    assert by_name(from_web) == by_name(road.case())


def test_the_reservation_value_is_what_the_reservation_bid_is_worth(empty: Folder) -> None:
    case = web(empty).case()
    assert case.agency(AgencyId("a_driver")).walk_away == 25 + 10
    assert case.agency(AgencyId("b_village")).walk_away == 0


def test_a_reserved_value_is_scaled_with_the_utilities(empty: Folder) -> None:
    """Utilities up to 4, and 1 for no agreement: a quarter of the best."""
    driver = profile_json("driver", reserved_value=1)
    space = driver["LinearAdditiveUtilitySpace"]
    assert isinstance(space, dict)
    space["issueWeights"] = {name: 4 * weight for name, weight in space["issueWeights"].items()}
    empty.put("road.json", domain_json()).put("a.json", driver).put("b.json", profile_json("village"))
    assert empty.case().agency(AgencyId("a")).walk_away == 25
    driver["LinearAdditiveUtilitySpace"] = {**space, "reserved_value": 3}
    empty.put("a.json", driver)
    assert empty.case().agency(AgencyId("a")).walk_away == 75


def test_value_sets_may_be_wrapped_and_numeric(empty: Folder) -> None:
    domain = {
        "name": "price",
        "issuesValues": {
            "Price": {"NumberValueSet": {"range": {"low": "10", "high": "20", "step": "1"}}},
            "Colour": {"DiscreteValueSet": {"values": ["red", "blue"]}},
        },
    }

    def profile(low: float, high: float) -> dict[str, object]:
        line = {"lowValue": 10, "highValue": 20, "lowUtility": low, "highUtility": high}
        colours = {"valueUtilities": {"red": 1, "blue": 0.5}}
        return {
            "LinearAdditiveUtilitySpace": {
                "name": "p",
                "issueUtilities": {
                    "Price": {"NumberValueSetUtilities": line},
                    "Colour": {"DiscreteValueSetUtilities": colours},
                },
                "issueWeights": {"Price": 0.6, "Colour": 0.4},
                "reservationBid": {"issuevalues": {"Price": 15}},
            }
        }

    empty.put("price.json", domain).put("buyer.json", profile(1, 0)).put("seller.json", profile(0, 1))
    case = empty.case()
    assert list(by_name(case)["buyer"]["Price"].values()) == [0, 60, 45, 30, 15, 0]
    assert case.agency(AgencyId("buyer")).walk_away == 30
    assert "Price: numbers from 10 to 20 were cut into 5 levels" in empty.text()


def test_formats_are_not_mixed(empty: Folder) -> None:
    web(empty).put("c.xml", "<utility_space/>")
    assert empty.refusal("road.json", "a_driver.json", "b_village.json", "c.xml").startswith("c.xml:1: This is neither")
