"""Slips of the pen that every author makes, told as what they are."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.scenario import loading

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Draft

EARLY = "The quotes close before the text does; put it in double quotes."
CURVED = 'Curved quotes count as letters; use straight quotes, `"`.'
ENDS_IN_COLON = "A text that ends in a colon needs quotes."
CUT = "The text ends at this ` #`, for a remark begins there; put the text in quotes."


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("title: 'The bridge's case'\nb: c", (1, 20), EARLY),
        ("title: 'The guards' case'\nb: c", (1, 21), EARLY),
        ("x: {title: 'The bridge's case', b: c}", (1, 24), EARLY),
        ("- 'The bridge's case'\n- b", (1, 15), EARLY),
        (
            'title: "The "long" bridge"',
            (1, 14),
            "The quotes close before the text does; take single or curved ones inside it.",
        ),
        ("title: “The bridge: Kamen”", (1, 8), CURVED),
        ("x: {title: „The bridge: Kamen“, b: c}", (1, 12), CURVED),
        ("- “The bridge: Kamen”: x", (1, 3), CURVED),
        ("x: {name: Pump, text: A pump is:}", (1, 32), ENDS_IN_COLON),
        ("x: {text: A pump is:, name: Pump}", (1, 20), ENDS_IN_COLON),
        ("text: A pump is:\nname: Pump", (1, 16), ENDS_IN_COLON),
        (
            "x: {impact: {relief:}}",
            (1, 20),
            "Nothing follows this colon; write a value after it, or take the colon away.",
        ),
        ("points: {well:{none: 14}}", (1, 14), "A space is missing after this colon."),
        (
            "x: {text: A pump: it is, name: Pump}",
            (1, 17),
            "A colon is not expected here; put a text that contains `: ` in quotes, or a comma is missing before it.",
        ),
        ("x: {name: Bridge #2, text: It holds.}\nb: c", (1, 18), CUT),
        ("title: The bridge #2\n  at Kamen\nb: c", (1, 19), CUT),
        (
            "title: 'The bridge' #2\n  at: Kamen",
            (2, 3),
            "The indentation does not fit the lines above; put keys of one level under each other.",
        ),
    ],
)
def test_a_slip_in_a_line_is_told_as_what_it_is(
    draft: "Callable[[str], Draft]", text: str, place: tuple[int, int], message: str
) -> None:
    assert [(p.line, p.column, p.message) for p in draft(text).problems()] == [(*place, message)]


@pytest.mark.parametrize(
    ("old", "new", "remark"),
    [
        ("title: The harbour", "title: The bridge #2 at Kamen", "#2 at Kamen"),
        ("place: A harbour", "place: A\n  harbour #2\nlanguage: en", "#2"),
        ("place: A harbour", "place: A\n\n  harbour,\n    and more #2", "#2"),
        ("place: A harbour", "place: {en: A harbour #2\n }", "#2"),
        ("    - A yes is cheap.", "    - A yes is #1.", "#1."),
        ("open: {name: Open, text: As it is.}", "open:\n        name: Open\n        text: As #it", "#it"),
    ],
)
def test_a_sign_that_cuts_a_text_short_is_a_warning(
    harbour: "Draft", tmp_path: Path, old: str, new: str, remark: str
) -> None:
    spoiled = harbour.with_((old, new))
    path = tmp_path / "harbour.yaml"
    path.write_text(spoiled.text, encoding="utf-8")
    message = (
        f"The text ends before `{remark}`, for ` #` begins a remark; put the text in quotes if that belongs to it."
    )
    found = [(p.line, p.column, p.message) for p in loading.check(path) if not p.is_error and "remark" in p.message]
    assert found == [(*spoiled.at(remark), message)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: The harbour", "title: The harbour # a remark"),
        ("title: The harbour", "title: The harbour   #a remark further off"),
        ("title: The harbour", "title: The harbour ## two signs"),
        ("title: The harbour", 'title: "The harbour #2" #b'),
        ("title: The harbour", "title: The harbour#2"),
        ("title: The harbour", "#first\ntitle: The\n  harbour\n #last"),
        ("walk_away: 30", "walk_away: 30 #of 100"),
    ],
)
def test_remarks_are_left_alone(harbour: "Draft", tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "harbour.yaml"
    path.write_text(harbour.with_((old, new)).text, encoding="utf-8")
    assert loading.check(path) == ()


COMMAS = 'between braces a comma ends a text, so put texts with commas in straight quotes, `"`.'


@pytest.mark.parametrize(
    ("new", "sign", "message"),
    [
        ("text: The road stays open, as now.}", "as now.", f"`open` has no key `as now.`; {COMMAS}"),
        ("text: The road stays open, as it\n        is now.}", "as it", f"`open` has no key `as it is now.`; {COMMAS}"),
        ("text: “It stays, as now.”}", "as now.”", f"`open` has no key `as now.”`; {COMMAS}"),
        ("text: It stays., carrers}", "carrers", "`open` has no key `carrers`; did you mean `carriers`?"),
        (
            "text: It stays., so: now}",
            "so: now",
            "`open` has no key `so`; its keys are `name`, `text`, `carriers`, `intermediary`, `impact`, `effects`, "
            "`effort_cost`.",
        ),
    ],
)
def test_a_comma_that_ends_a_text_between_braces_is_told_as_one(
    harbour: "Draft", new: str, sign: str, message: str
) -> None:
    harbour.with_(("text: As it is.}", new)).tells(sign, message)


def test_a_comma_in_a_name_between_braces_is_told_as_one(harbour: "Draft") -> None:
    spoiled = harbour.with_(("{ngo_forum: NGO forum}", "{ngo_forum: NGO forum, in town}"))
    assert spoiled.problems()[0].message == f"`in town` is no key; {COMMAS}"


@pytest.mark.parametrize(
    ("old", "new", "sign", "message"),
    [
        (
            "trust: {relief: 0.4}",
            "hidden: # here",
            " # here",
            "`hidden` holds nothing; write below it a short word for each, with a colon, and below that `text:`, "
            "`when:` and `points:`, or delete the key.",
        ),
        (
            "trust: {relief: 0.4}",
            "hidden:\n      credit",
            "credit\n",
            "`hidden` holds `credit`; write below it a short word for each, with a colon, and below that `text:`, "
            "`when:` and `points:`, or delete the key.",
        ),
        (
            "trust: {relief: 0.4}",
            "hidden:\n      medal: # here",
            " # here",
            "`medal` holds nothing; write `text:`, `when:` and `points:` below it, or delete the key.",
        ),
        (
            "when: {agreed: {road: convoys}}",
            "when: convoys",
            "convoys, waivable",
            "`when` holds `convoys`; write one of `agreed:`, `party:`, `chairs:`, `carries:`, `all:`, `any:` or "
            "`not:` below it.",
        ),
        (
            "when: {agreed: {road: convoys}}",
            "when: {agreed: convoys}",
            "convoys}",
            "`agreed` holds `convoys`; write below it an issue and its option, such as `road: closed`.",
        ),
        (
            "      relief: {kind: access, strength: 2, text: passes take longer}",
            "",
            "\n\n    trust",
            "`leverage` holds nothing; write below it the word of each agency, with a colon, and below that `kind:`, "
            "`strength:` and `text:`, or delete the key.",
        ),
        (
            "      school: {none: 10, villages: 50, town: 30}",
            "      school: # here",
            " # here",
            "`school` holds nothing; write below it what each option is worth, such as `open: 10`, or delete the key.",
        ),
        (
            "impact: {road: {convoys: {security: -1}}}",
            "impact: 2",
            "2\n    capacity",
            "`impact` holds `2`; write below it issue, option and what it does for people, such as "
            "`road: {closed: {relief: 1}}`, or delete the key.",
        ),
        (
            "effects: [{gain_time: {agency: relief, by: 1}}]",
            "effects: [{gain_time}]",
            "{gain_time}",
            "Item 1 of `effects` has nothing after `gain_time`; fill it in.",
        ),
    ],
)
def test_what_was_begun_and_not_finished_is_told_what_is_still_to_be_written(
    harbour: "Draft", old: str, new: str, sign: str, message: str
) -> None:
    spoiled = harbour.with_((old, new))
    told = {problem.message: (problem.line, problem.column) for problem in spoiled.problems()}
    assert told[message] == spoiled.at(sign)
