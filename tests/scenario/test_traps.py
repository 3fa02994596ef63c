"""What YAML does behind an author's back, and does not do here."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Draft


def test_a_key_that_stands_twice_is_told_with_both_lines(harbour: "Draft") -> None:
    spoiled = harbour.with_(("    walk_away: 30\n", "    walk_away: 30\n    power: 2\n"))
    first = spoiled.at("power: 1")[0]
    spoiled.tells("power: 2", f"The key `power` stands here and in line {first}; keep one of them.")


def test_only_one_lever_over_the_same_agency(harbour: "Draft") -> None:
    lever = "      relief: {kind: access, strength: 2, text: passes take longer}\n"
    spoiled = harbour.with_((lever, lever + lever.replace("access", "funding")))
    first = spoiled.at("relief: {kind: access")[0]
    spoiled.tells("relief: {kind: funding", f"The key `relief` stands here and in line {first}; keep one of them.")


@pytest.mark.parametrize(
    "word", ["NO", "No", "off", "on", "Yes", "1.0", "12:30", "0x1F", "1e3", "2006-05-01", "true", "007"]
)
def test_words_stay_words_in_texts(harbour: "Draft", word: str) -> None:
    assert harbour.with_(("title: The harbour", f"title: {word}")).case().title == word


def test_keys_are_words_too(harbour: "Draft") -> None:
    spoiled = harbour.with_(
        ("networks: {ngo_forum: NGO forum}", "networks: {ngo_forum: NGO forum}\ntips: {NO: a, 12:30: b, corridor: c}")
    )
    told = " ".join(problem.message for problem in spoiled.problems())
    assert "`NO`" in told
    assert "`12:30`" in told
    assert "`corridor`" in told


def test_a_tip_belongs_to_a_moment(harbour: "Draft") -> None:
    spoiled = harbour.with_(("networks: {ngo_forum: NGO forum}", "networks: {ngo_forum: NGO forum}\ntips: {lanes: a}"))
    spoiled.tells("lanes: a", "The key is `lanes`; did you mean `lane`?")


@pytest.mark.parametrize(
    ("word", "message", "suggestion"),
    [
        ("NO", "`neutral` must be `yes` or `no`, not `NO`; write it in lower case.", "no"),
        ("True", "`neutral` must be `yes` or `no`, not `True`; write it in lower case.", "yes"),
        ('"yes"', "`neutral` must be `yes` or `no`, not the text `yes` in quotes; write it without quotes.", "yes"),
        ("maybe", "`neutral` must be `yes` or `no`, not `maybe`; write one of the two.", ""),
        ("1", "`neutral` must be `yes` or `no`, not `1`; write one of the two.", ""),
        ("~", "`neutral` must be `yes` or `no`, not nothing; write one of the two.", ""),
    ],
)
def test_only_lower_case_yes_and_no_are_booleans(harbour: "Draft", word: str, message: str, suggestion: str) -> None:
    harbour.with_(("neutral: yes", f"neutral: {word} ")).tells(f"{word} ", message, suggestion=suggestion)


@pytest.mark.parametrize(
    ("word", "rest"),
    [
        ("12:30", "not `12:30`."),
        ("010", "not `010`; write it without leading zeros."),
        ("0o10", "not `0o10`."),
        ("0x10", "not `0x10`."),
        ("1_0", "not `1_0`."),
        ("1e1", "not `1e1`."),
        ("10.0", "not `10.0`."),
        ('"10"', "not the text `10` in quotes; take the quotes away."),
        ("ten", "not `ten`."),
        ("-1", "not `-1`."),
        ("101", "not `101`."),
        ("99999999999999999999", "not `99999999999999999999`."),
        ("yes", "not `yes`."),
        ("[10]", "not a list."),
        ("{a: 10}", "not a mapping (`key: value`)."),
        ("null", "not nothing."),
    ],
)
def test_whole_numbers_are_written_as_such(harbour: "Draft", word: str, rest: str) -> None:
    message = f"`walk_away` must be a whole number from 0 to 100, {rest}"
    spoiled = harbour.with_(("walk_away: 30", f"walk_away: {word} # here"))
    spoiled.tells(f"{word} # here", message)


@pytest.mark.parametrize(
    ("word", "rest"),
    [
        ("0,7", "not `0,7`; write a decimal point, not a comma."),
        (".inf", "not `.inf`."),
        (".", "not `.`."),
        ("7", "not `7`."),
    ],
)
def test_numbers_are_written_as_such(harbour: "Draft", word: str, rest: str) -> None:
    spoiled = harbour.with_(("power_sensitivity: 0.7", f"power_sensitivity: {word} # here"))
    spoiled.tells(f"{word} # here", f"`power_sensitivity` must be a number from 0 to 1, {rest}")


def test_an_unknown_key_is_told_with_what_was_meant(harbour: "Draft") -> None:
    spoiled = harbour.with_(("    walk_away: 30", "    walkaway: 30"))
    spoiled.tells("walkaway: 30", "`relief` has no key `walkaway`; did you mean `walk_away`?", suggestion="walk_away")


def test_an_unknown_key_that_resembles_nothing_is_told_what_there_is(harbour: "Draft") -> None:
    spoiled = harbour.with_(("bridge, to: no, ", "bridge, to: no, zzz: 1, "))
    spoiled.tells("zzz: 1", "`turn_fact` has no key `zzz`; its keys are `fact`, `to`, `known_to`.")


def test_a_missing_key_is_told_where_its_owner_stands(harbour: "Draft") -> None:
    spoiled = harbour.with_(("    mandate: Helps whoever needs help.\n", ""))
    spoiled.tells("relief:\n", "`relief` needs `mandate`; add it.", suggestion="mandate")


def test_a_missing_key_at_the_top(harbour: "Draft") -> None:
    harbour.with_(("place: A harbour\n", "")).tells("case", "The file needs `place`; add it.")


@pytest.mark.parametrize("nothing", ["", "null", "~"])
def test_nothing_is_no_text(harbour: "Draft", nothing: str) -> None:
    spoiled = harbour.with_(("title: The harbour", f"title: {nothing} # here"))
    found = spoiled.problems()
    assert [p.message for p in found] == ["`title` must be a text, not nothing; write one."]
    assert found[0].line == 2


def test_nothing_in_quotes_is_a_word_but_an_empty_text_is_refused(harbour: "Draft") -> None:
    assert harbour.with_(("title: The harbour", 'title: "null"')).case().title == "null"
    harbour.with_(("title: The harbour", 'title: "  "')).tells('"  "', "`title` is an empty text; write one.")


def test_nothing_is_no_list_or_mapping(harbour: "Draft") -> None:
    spoiled = harbour.with_(("    networks: [ngo_forum]", "    networks:"), ("trust: {relief: 0.4}", "trust:"))
    assert [p.message for p in spoiled.problems()] == [
        "`trust` holds nothing; write below it a line for each agency, such as `council: 0.6`, or delete the key.",
        "`networks` holds nothing, where a list (`[a, b]` or `- a` lines) belongs; fill it in or delete the key.",
    ]


def test_nothing_is_an_answer_where_there_may_be_none(harbour: "Draft") -> None:
    assert harbour.with_(("purpose: information", "purpose: null")).case().forum.purpose is None


@pytest.mark.parametrize(
    ("old", "new", "sign", "message"),
    [
        (
            "[ngo_forum]",
            "ngo_forum",
            "ngo_forum\n",
            "`networks` must be a list (`[a, b]` or `- a` lines), not `ngo_forum`.",
        ),
        (
            "trust: {relief: 0.4}",
            "trust: [relief]",
            "[relief]",
            "`trust` holds a list; write below it a line for each agency, such as `council: 0.6`, or delete the key.",
        ),
        (
            "networks: [ngo_forum]",
            "networks: [{a: b}, ngo_forum]",
            "{a: b}",
            "Item 1 of `networks` must be a text, not a mapping (`key: value`); write one.",
        ),
        (
            "community: humanitarian",
            "community: humanitarians",
            "humanitarians",
            "`community` is `humanitarians`; did you mean `humanitarian`?",
        ),
        (
            "kind: access",
            "kind: money",
            "money",
            "`kind` is `money`; choose one of `funding`, `security`, `access`, `legitimacy`.",
        ),
        (
            "impact: {development: 2}",
            "impact: {development: 44}",
            "44}",
            "`development` must be a whole number from -3 to 3, not `44`.",
        ),
        (
            "impact: {development: 2}",
            "impact: {devlopment: 2}",
            "devlopment",
            "The key is `devlopment`; did you mean `development`?",
        ),
        (
            "when: {agreed: {road: convoys}}",
            "when: {agreed: {road: convoys}, party: force}",
            "{agreed: {road: convoys}, ",
            "`when` must have exactly one of the keys `agreed`, `party`, `chairs`, `carries`, `all`, `any`, `not`; "
            "it has 2.",
        ),
        (
            "when: {agreed: {road: convoys}}",
            "when: {agreed: {road: convoys, school: town}}",
            "{road: convoys, ",
            "`agreed` must name one issue and its option; join several with `all` or `any`.",
        ),
        (
            "case: harbour",
            "case: Harbour",
            "Harbour",
            "`case` is `Harbour`, which is no id; write a short id of lower-case \
letters, digits and underscores, at most 40.",
        ),
    ],
)
def test_a_wrong_shape_is_told_in_our_words(harbour: "Draft", old: str, new: str, sign: str, message: str) -> None:
    harbour.with_((old, new)).tells(sign, message)


def test_words_the_game_keeps_are_no_agencies(draft: "Callable[[str], Draft]", harbour: "Draft") -> None:
    spoiled = draft(harbour.text.replace("council", "room"))
    found = [p for p in spoiled.problems() if "keeps for itself" in p.message]
    assert [(p.line, p.column) for p in found] == [spoiled.at("room:\n")]


@pytest.mark.parametrize(
    ("old", "new", "sign", "message"),
    [
        (
            "title: The",
            "title: !!python/name:os.system The",
            "!!python",
            "The tag `!!python/name:os.system`",
        ),
        ("title: The", "title: !!str The", "!!str", "The tag `!!str` is not allowed"),
        ("points:", "points: !thing", "!thing", "The tag `!thing` is not allowed"),
        ("title: The", "title: !nope!x The", "!nope!x", "Tags (`!…`) are not allowed"),
    ],
)
def test_tags_are_refused(harbour: "Draft", old: str, new: str, sign: str, message: str) -> None:
    spoiled = harbour.with_((old, new))
    found = spoiled.problems()
    assert (found[0].line, found[0].column) == spoiled.at(sign)
    assert found[0].message.startswith(message)


def test_several_documents_are_refused(harbour: "Draft", draft: "Callable[[str], Draft]") -> None:
    spoiled = draft(harbour.text + "--- # second\ncase: other\n")
    message = "A second document begins here; keep one scenario in one file, without `---`."
    spoiled.tells("--- # second", message)


def test_merge_keys_are_refused(harbour: "Draft") -> None:
    spoiled = harbour.with_(("trust: {relief: 0.4}", "trust: {<<: {relief: 0.4}}"))
    spoiled.tells("<<", "Merging with `<<` is not supported; write the lines out.")


def test_keys_that_are_no_words_are_refused(harbour: "Draft") -> None:
    spoiled = harbour.with_(("trust: {relief: 0.4}", "trust: {[a, b]: 0.4}"))
    spoiled.tells("[a, b]", "A key must be one word; write `key: value`.")


def test_an_alias_repeats_lines_and_problems_point_at_what_is_written(harbour: "Draft") -> None:
    good = harbour.with_(
        (
            "points:\n      school: {none: 10, villages: 30, town: 60}",
            "points:\n      school: &s {none: 10, villages: 30, town: 60}",
        ),
        ("school: {none: 0, villages: 20, town: 70}", "school: *s"),
        ("road: {open: 25, convoys: 30}", "road: {open: 40, convoys: 25}"),
    )
    assert good.case().agency("council").points["school"] == {"none": 10, "villages": 30, "town": 60}
    spoiled = good.with_(("town: 60}", "town: sixty}"))
    spoiled.tells("sixty", "`town` must be a whole number from 0 to 100, not `sixty`.")


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: b: c", (1, 5), "A colon is not expected here; put a text that contains `: ` in quotes."),
        ("a:\n\t- b", (2, 1), "A tab stands here; indent with spaces."),
        ("a: 'b\nc: d\n", (1, 4), "The quotes that open here are never closed; close them."),
        (
            "a: [b, c\nd: e",
            (2, 2),
            "A bracket or brace that opens in line 1 is not closed, or a comma is missing; check up to here.",
        ),
        ("a: *important* b", (1, 14), "No text can begin with `*`; put it in quotes."),
        ("a: & b", (1, 5), "No text can begin with `&`; put it in quotes."),
        ("a: b\n c: d", (2, 3), "A colon is not expected here; put a text that contains `: ` in quotes."),
        ("a: @b", (1, 4), "No value can begin with this character; put the text in quotes."),
        ("a: *b", (1, 4), "The alias `*b` stands for nothing; mark what it repeats with `&b`."),
        ("- a\nb: c", (2, 1), "The indentation does not fit the lines above; put keys of one level under each other."),
        ("a: b\x07", (1, 5), "There is an invisible character (U+0007) here; delete it."),
        ("a: \ud800", (1, 4), "There is an invisible character (U+D800) here; delete it."),
        ("", (1, 1), "The file is empty; a scenario begins with `case:` and its id."),
        ("# nothing", (1, 1), "The file is empty; a scenario begins with `case:` and its id."),
        ("- a", (1, 1), "A scenario is a mapping; begin with `case:` and its id."),
        ("word", (1, 1), "A scenario is a mapping; begin with `case:` and its id."),
    ],
)
def test_what_is_no_yaml_gets_one_sentence(
    draft: "Callable[[str], Draft]", text: str, place: tuple[int, int], message: str
) -> None:
    found = draft(text).problems()
    assert [(p.line, p.column, p.message) for p in found] == [(*place, message)]
