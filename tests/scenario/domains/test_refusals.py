"""Whatever a foreign file holds: a scenario, or one sentence with the file and the line, soon, in bounded memory."""

import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from scenario.domains.roads import Folder, domain_json, domain_xml, profile_json, profile_xml

from game.rules.case import Case
from game.scenario import loading
from game.scenario.domains import draft_scenario, read_negotiation
from game.scenario.problems import ScenarioProblems

DTD = "The file declares a document type (`<!DOCTYPE`), which can hide a bomb; delete the declaration."
BOMB = "<!DOCTYPE lolz [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><negotiation_template>&x;</negotiation_template>'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (BOMB + "]><negotiation_template>&i;</negotiation_template>", f"road.xml:1: {DTD}"),
        (OUTSIDE, f"road.xml:1: {DTD}"),
        ('<!DOCTYPE d SYSTEM "http://example.org/d.dtd">\n' + domain_xml(), f"road.xml:1: {DTD}"),
        ("<negotiation_template>" + "<a>" * 200_000, "This is nested more than 40 levels deep; a domain has five."),
        (
            "<negotiation_template>" + "<a/>" * 200_000,
            "The file has more than 100000 elements; a domain has a few hundred.",
        ),
        (" " * 4_000_001, "road.xml:1: The file is larger than 4 MB; a domain is a few dozen KB."),
        ("", "The file holds no XML; name a domain or a profile."),
        ("two words", "road.xml:1: This is not XML (syntax error); check the line, and that the file is saved in the"),
        (domain_xml().replace("Locals", "Örtliche").encode("latin-1"), "check the line, and that the file is saved"),
        ('<?xml version="1.0" encoding="klingon"?>\n' + domain_xml(), "encoding"),
        ("\n\n<?xml version='1.0'?>" + domain_xml(), "Something stands before `<?xml`; delete it."),
        (domain_xml()[:300], "The file"),
        (domain_xml().replace("</issue>", "</isue>", 1), "This closes an element that is not open; check the tags."),
        ("\x00\x01\x02\x03" * 100, "road.xml:1: This is not XML"),
    ],
    ids=range(14),
)
def test_hostile_domains_are_refused_with_one_sentence_in_bounded_memory(
    road: Folder, content: str | bytes, sentence: str
) -> None:
    road.put("road.xml", content)
    tracemalloc.start()
    try:
        said = road.refusal()
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert sentence in said
    assert said.startswith("road.xml:")
    assert "\n" not in said
    assert said.endswith((".", "?"))
    assert peak < 60_000_000


def test_what_is_read_of_a_huge_file_is_bounded(road: Folder) -> None:
    with (road.path / "huge.xml").open("wb") as file:
        file.truncate(100_000_000)
    assert road.refusal() == "huge.xml:1: The file is larger than 4 MB; a domain is a few dozen KB."


def test_many_large_files_are_refused_before_they_are_read(road: Folder) -> None:
    for number in range(3):
        road.put(f"x{number}.json", b"[" * 3_000_000)
    assert road.refusal() == (
        "x2.json:1: The files are larger than 8 MB together; name the domain and the profiles you want."
    )


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("value='0.5'", "value='NaN'", "a_driver.xml:18: The weight of issue 1 is `NaN`; write a finite number."),
        ("value='0.5'", "value='inf'", "a_driver.xml:18: The weight of issue 1 is `inf`; write a finite number."),
        ("value='0.5'", "value='1e999'", "a_driver.xml:18: The weight of issue 1 is `1e999`; write a finite number."),
        ("value='0.5'", "value='-0.5'", "a_driver.xml:18: The weight of issue 1 is `-0.5`; it must not be below 0."),
        ("<weight index='1' value='0.5'/>", "", "a_driver.xml:3: The issue `Route` has no weight; add one."),
        (
            "evaluation='3'",
            "evaluation='-3'",
            "a_driver.xml:4: The evaluation of `By the river` on `Route` is `-3`; it must not be below 0.",
        ),
        (
            "evaluation='3'",
            "evaluation='much'",
            "a_driver.xml:4: The evaluation of `By the river` on `Route` is `much`; write a finite number.",
        ),
        ("evaluation='3'", "", "a_driver.xml:4: The evaluation of `By the river` on `Route` is missing; add it."),
        (
            "By the river",
            "By the sea",
            "a_driver.xml:3: The value `By the river` of `Route` has no evaluation; add it.",
        ),
        (
            'name="Route"',
            'name="Wind"',
            "a_driver.xml:2: This is no profile of `Road`: it has no issue `Route`; name one that is.",
        ),
        (
            "<weight index='1'",
            "<issue index='9' name='Wind'/><weight index='1'",
            "a_driver.xml:18: This is no profile of `Road`: that has no issue `Wind`; name one that is.",
        ),
        (
            "<reservation value='0.35'/>",
            "<reservation value='nan'/>",
            "a_driver.xml:22: The reservation value is `nan`; write a finite number.",
        ),
        (
            "<objective",
            "<utility maxutility='9'/>\n<objective",
            "a_driver.xml:2: The utilities are not additive (`utility`); only weights and evaluations can be read.",
        ),
    ],
)
def test_profiles_that_make_no_sense_are_refused_at_the_line(road: Folder, old: str, new: str, sentence: str) -> None:
    profile = profile_xml("driver")
    assert old in profile
    road.put("a_driver.xml", profile.replace(old, new, 1))
    assert road.refusal() == sentence


def test_a_party_that_wants_nothing_is_refused(road: Folder) -> None:
    text = profile_xml("village")
    for worth in ("0.5", "0.8", "1"):
        text = text.replace(f"evaluation='{worth}'", "evaluation='0'")
    road.put("b_village.xml", text)
    assert road.refusal() == "b_village.xml:2: Every package is worth 0 to this party; give it some evaluations."


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("type='discrete'", "type='colour'", "road.xml:4: The issue `Route` is of the type `colour`; only discrete"),
        ("type='discrete'", "type='integer'", "road.xml:4: The lower bound of `Route` is ``; write a finite number."),
        (
            "type='discrete'",
            "type='real' lowerbound='9' upperbound='1'",
            "road.xml:4: The bounds of `Route` are the wrong way round; swap them.",
        ),
        ("<issue", "<objective><issue/></objective><issue", "road.xml:4: An objective stands inside another one;"),
        ('"Guard"', '"route"', "road.xml:8: The issue `route` stands twice; rename one."),
    ],
)
def test_domains_that_make_no_sense_are_refused_at_the_line(road: Folder, old: str, new: str, sentence: str) -> None:
    road.put("road.xml", domain_xml().replace(old, new, 1))
    assert road.refusal().startswith(sentence)


def test_counts_that_no_table_can_seat_are_refused(empty: Folder) -> None:
    empty.put("road.xml", domain_xml())
    advice = "name the profiles after it, or the folder that holds all of them."
    few = "road.xml:1: The domain comes with {}, and it takes 2 to 8; " + advice
    assert empty.refusal() == few.format("no profile")
    assert empty.refusal("road.xml") == few.format("no profile")
    empty.put("p1.xml", profile_xml("driver"))
    assert empty.refusal() == few.format("one profile")
    for number in range(2, 10):
        empty.put(f"p{number}.xml", profile_xml("village"))
    many = "road.xml:1: The domain comes with 9 profiles, and a table seats 8; name the domain and up to 8 of them."
    assert empty.refusal() == many
    empty.put("road.xml", domain_xml({f"i{at}": ("x", "y") for at in range(13)}))
    assert empty.refusal("road.xml", "p1.xml", "p2.xml").startswith(
        "road.xml:1: The domain has 13 issues, and a scenario at most 12; take the others out"
    )


def test_files_that_are_not_there_or_not_wanted_are_named(road: Folder, tmp_path: Path) -> None:
    assert road.refusal("rode.xml").startswith("rode.xml:1: There is no file `rode.xml` in ")
    assert road.refusal("a_driver.xml", "b_village.xml").startswith("a_driver.xml:1: There is no domain here")
    road.put("log.xml", "<Tournament/>").put("other.xml", domain_xml())
    assert road.refusal("road.xml", "a_driver.xml", "log.xml").startswith(
        "log.xml:1: This is neither a domain nor a profile"
    )
    assert "There is more than one domain here (other.xml, road.xml)" in road.refusal()
    assert Folder(tmp_path).refusal("domain", "domain/road.xml").endswith("name one folder alone, or files.")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "There is no XML or JSON file in this folder" in Folder(tmp_path).refusal("empty")


def test_more_values_than_can_be_merged_soon_are_refused(empty: Folder) -> None:
    empty.put("road.xml", domain_xml({name: [str(at) for at in range(900)] for name in "AB"}))
    empty.put("p1.xml", profile_xml("driver")).put("p2.xml", profile_xml("village"))
    assert empty.refusal().startswith("road.xml:1: The domain has 1800 values, and at most 1500 can be merged; cut")


def test_a_sentence_holds_nothing_that_a_terminal_would_act_on(empty: Folder) -> None:
    empty.put("road.json", {"issuesValues": {"\x1b[31mA\x07\ud800": 3}})
    empty.put("a.json", profile_json("driver")).put("b.json", profile_json("village"))
    assert empty.refusal() == "road.json:1: The values of ` [31mA ` must be a mapping (`{…}`); check the file."


def edited(tree: dict[str, object], old: str, new: str) -> str:
    text = json.dumps(tree, indent=1)
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("{" * 100_000, "This is not JSON"),
        ('{"a":' * 100_000, "The file is nested too deeply; a domain has five levels."),
        ("[1, 2]", "The file holds no mapping; a domain begins with `{` and has `issuesValues`."),
        ('{"a": 1, "a": 2}', "The key `a` stands twice in one mapping; keep one."),
        ('{"a": ' + "9" * 10_000 + "}", "A number cannot be read"),
        ('{"a": NaN}', "A number cannot be read (`NaN`); write finite numbers."),
        (b'{"a": "\xe4"}', "The file is not UTF-8; save it as UTF-8."),
        (edited(profile_json("driver"), '"Route": 0.5', '"Route": -1'), "The weight of `Route` is `-1`;"),
        (edited(profile_json("driver"), '"Route": 0.5', '"Wind": 0.5'), "it has no issue `Route`."),
        (edited(profile_json("driver"), '"Route": 0.5', '"Route": 1e999'), "The weight of `Route` is `inf`;"),
        (edited(profile_json("driver"), '"Route": 0.5', '"Route": true'), "The weight of `Route` is `True`;"),
        (profile_json("driver", "CurvedUtilities"), "of a kind that is not known (`CurvedUtilities`)."),
        (
            profile_json("driver", reservationBid={"issuevalues": {"Route": "By the sea"}}),
            "The reservation bid has `By the sea` on `Route`, which is no value.",
        ),
        (profile_json("driver", reservationBid=["x"]), "`reservationBid` must be a mapping"),
        ({"LinearAdditiveUtilitySpace": []}, "The utility space must be a mapping"),
    ],
    ids=range(15),
)
def test_profiles_in_json_that_make_no_sense_are_refused(empty: Folder, content: str | bytes, sentence: str) -> None:
    empty.put("road.json", domain_json()).put("b.json", profile_json("village")).put("a.json", content)
    assert sentence in empty.refusal()
    assert empty.refusal().startswith("a.json:")


@pytest.mark.parametrize(
    "content",
    [
        {"issuesValues": {}},
        {"issuesValues": {"A": 3}},
        {"issuesValues": {"A": {"values": []}}},
        {"issuesValues": {"A": {"values": [{}]}}},
        {"issuesValues": {"A": {"range": {"low": 3, "high": 1}}}},
        {"issuesValues": ["A"]},
    ],
)
def test_domains_in_json_that_make_no_sense_are_refused(empty: Folder, content: dict[str, object]) -> None:
    empty.put("a.json", profile_json("driver")).put("b.json", profile_json("village")).put("road.json", content)
    assert empty.refusal().startswith("road.json:1: ")


@settings(deadline=None, max_examples=150)
@given(
    some.lists(
        some.tuples(
            some.integers(0, 900), some.sampled_from(["", "<", "'", "&", "--", "\x00", "é", "0", "-", "9" * 30])
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_spoiled_profile_is_read_or_refused_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, spots: list[tuple[int, str]]
) -> None:
    text = profile_xml("driver")
    for at, odd in spots:
        text = text[:at] + odd + text[at + 1 :]
    folder = Folder(tmp_path_factory.mktemp("spoiled")).put("road.xml", domain_xml()).put("a.xml", text)
    folder.put("b.xml", profile_xml("village"))
    try:
        draft = draft_scenario(read_negotiation([folder.path]))
    except ScenarioProblems:
        assert folder.refusal().startswith(("a.xml:", "road.xml:"))
    else:
        assert isinstance(loading.read(draft.text, "spoiled.yaml"), Case)
