"""What cannot matter, or cannot be read, is told beside the errors; what could matter is not."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.scenario.loading import Problem, check

if TYPE_CHECKING:
    from conftest import Draft

CREDIT = "when: {agreed: {school: villages}}"
GUNS = "when: {agreed: {road: convoys}}"


@pytest.fixture
def told(tmp_path: Path) -> "Told":
    return Told(tmp_path)


class Told:
    """What `check` says of a draft."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "harbour.yaml"

    def __call__(self, draft: "Draft") -> tuple[Problem, ...]:
        self._path.write_text(draft.text, encoding="utf-8")
        return check(self._path)

    def once(self, draft: "Draft", sign: str, message: str, *, nth: int = 1) -> None:
        """Assert that one warning is told: this, there."""
        found = [(p.line, p.column, p.message, p.is_error) for p in self(draft)]
        assert found == [(*draft.at(sign, nth=nth), message, False)]


@pytest.mark.parametrize(
    ("edits", "sign", "message"),
    [
        (
            [
                (GUNS, "when: {all: [{party: relief}, {not: {agreed: {road: convoys}}}]}"),
                ("waivable: no", "waivable: yes"),
            ],
            "",
            "",
        ),
        (
            [(GUNS, "when: {party: relief}")],
            "no_guns",
            "Every accord that `relief` could sign crosses its red line `no_guns`; check its `when`.",
        ),
        (
            [(GUNS, "when: {any: [{party: relief}, {party: force}]}")],
            "no_guns",
            "Every accord that `relief` could sign crosses its red line `no_guns`; check its `when`.",
        ),
        (
            [
                (GUNS, "when: {all: [{agreed: {road: convoys}}, {agreed: {road: open}}]}"),
                ("waivable: no", "waivable: yes"),
            ],
            "no_guns",
            "Nothing can ever cross the red line `no_guns`; check its `when`.",
        ),
        ([(GUNS, "when: {all: [{agreed: {road: convoys}}, {not: {party: force}}]}")], "", ""),
        (
            [(CREDIT, "when: {all: [{agreed: {road: convoys}}, {not: {party: force}}]}")],
            "credit",
            "The hidden mandate `credit` can never come true; check its `when`.",
        ),
        (
            [(CREDIT, "when: {all: [{party: force}, {not: {party: relief}}, {not: {party: council}}]}")],
            "credit",
            "The hidden mandate `credit` can never come true; check its `when`.",
        ),
        (
            [(CREDIT, "when: {any: [{party: force}, {party: council}]}")],
            "credit",
            "The hidden mandate `credit` comes true with every accord, whatever is in it; check its `when`, or lower "
            "`walk_away` instead.",
        ),
        (
            [(CREDIT, "when: {all: [{not: {party: force}}, {not: {party: council}}]}")],
            "credit",
            "The hidden mandate `credit` comes true only where nothing is agreed; check its `when`, or raise "
            "`walk_away` instead.",
        ),
        (
            [(CREDIT, "when: {any: [{chairs: force}, {chairs: relief}, {chairs: council}]}")],
            "credit",
            "The hidden mandate `credit` always comes true; check its `when`.",
        ),
        ([(CREDIT, "when: {chairs: relief}")], "", ""),
        ([(CREDIT, "when: {party: council}")], "", ""),
        ([(CREDIT, "when: {carries: relief}")], "", ""),
        ([(CREDIT, "when: {not: {carries: relief}}")], "", ""),
    ],
)
def test_red_lines_and_mandates_that_cannot_matter(
    harbour: "Draft", told: Told, edits: list[tuple[str, str]], sign: str, message: str
) -> None:
    if message:
        told.once(harbour.with_(*edits), sign, message)
    else:
        assert told(harbour.with_(*edits)) == ()


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        (
            [
                ("shifts: {road: {convoys: {force: -5}}}", "shifts: {}"),
                ("impact: {road: {convoys: {security: -1}}}", "impact: {road: {convoys: {security: 0}}}"),
                ("capacity: {school: {villages: 0.6}}", "capacity: {school: {villages: 1.0}}"),
            ],
            "The fact `bridge` changes nothing for anybody; add `shifts`, `impact` or `capacity`.",
        ),
        (
            [
                ("shifts: {road: {convoys: {force: -5}}}", "shifts: {road: {convoys: {council: -5, force: 0}}}"),
                ("    impact: {road: {convoys: {security: -1}}}\n", ""),
                ("    capacity: {school: {villages: 0.6}}\n", ""),
            ],
            "The fact `bridge` changes points only for those who know it from the start, so nobody has anything to "
            "learn; add `shifts` for others.",
        ),
    ],
)
def test_facts_that_change_nothing(harbour: "Draft", told: Told, edits: list[tuple[str, str]], message: str) -> None:
    told.once(harbour.with_(*edits), "bridge:\n", message)


@pytest.mark.parametrize(
    "edit",
    [
        ("to: no, known_to: [force]", "to: no, known_to: [force]"),
        ("[{turn_fact: {fact: bridge, to: no, known_to: [force]}}]", "[{reveal_fact: {fact: bridge}}]"),
        (
            "[{turn_fact: {fact: bridge, to: no, known_to: [force]}}]",
            "[{gain_time: {agency: council, by: 2}}]",
        ),
    ],
)
def test_a_fact_that_comes_to_light_or_will_leave_time_can_be_learned(
    harbour: "Draft", told: Told, edit: tuple[str, str]
) -> None:
    hidden = harbour.with_(("difficulty: 1", "difficulty: 4"), ("    known_by: [council]\n", ""), edit)
    assert told(hidden) == ()


DOMINATED = (
    (GUNS, "when: {agreed: {school: villages}}"),
    ("{open: 25, convoys: 30}", "{open: 30, convoys: 25}"),
)
CONVOYS = "The option `convoys` is no better than `open` for any agency and worse for some, whatever the facts; change \
points, or take it out."


def test_an_option_that_another_beats_for_everybody_is_told(harbour: "Draft", told: Told) -> None:
    told.once(harbour.with_(*DOMINATED), "convoys: {name", CONVOYS)


@pytest.mark.parametrize(
    "edit",
    [
        ("{open: 30, convoys: 25}", "{open: 29, convoys: 30}"),
        ("text: Soldiers drive along., carriers", "text: Soldiers., impact: {security: 2}, carriers"),
        ("text: Soldiers drive along., carriers", "text: S., effects: [{reveal_fact: {fact: bridge}}], carriers"),
        ("shifts: {road: {convoys: {force: -5}}}", "shifts: {road: {convoys: {force: 25}}}"),
        (CREDIT, "when: {agreed: {road: convoys}}"),
        (CREDIT, "when: {carries: {agency: force, issue: road}}"),
        ("impact: {road: {convoys: {security: -1}}}", "impact: {road: {open: {security: -1}}}"),
        ("capacity: {school: {villages: 0.6}}", "capacity: {road: {open: 0.6}}"),
    ],
)
def test_an_option_for_which_anything_speaks_is_left_in_peace(
    harbour: "Draft", told: Told, edit: tuple[str, str]
) -> None:
    assert [p.message for p in told(harbour.with_(*DOMINATED).with_(edit)) if "`convoys`" in p.message] == []


def test_effort_counts_against_an_option(harbour: "Draft", told: Told) -> None:
    """Equal in points, but one of the two has to be carried."""
    even = harbour.with_(
        (GUNS, "when: {agreed: {school: villages}}"),
        ("road: {open: 40, convoys: 20}", "road: {open: 40, convoys: 40}"),
        ("{open: 25, convoys: 30}", "{open: 30, convoys: 30}"),
        ("road: {open: 50, convoys: 0}", "road: {open: 50, convoys: 50}"),
    )
    told.once(even, "convoys: {name", CONVOYS)


def test_an_agency_that_gains_only_where_others_lose_has_no_reason_to_sign(harbour: "Draft", told: Told) -> None:
    alone = harbour.with_(
        ("walk_away: 40", "walk_away: 95"),
        ("school: {none: 10, villages: 30, town: 60}", "school: {none: 55, villages: 55, town: 60}"),
        ("walk_away: 30", "walk_away: 90"),
        ("walk_away: 20", "walk_away: 85"),
        ("school: {none: 10, villages: 50, town: 30}", "school: {none: 40, villages: 50, town: 0}"),
        ("school: {none: 0, villages: 20, town: 70}", "school: {none: 60, villages: 70, town: 10}"),
    )
    message = "Every package that is better than walking away for `force` is worse for somebody else, so it has no \
reason to sign with all others; lower its `walk_away` or change points."
    told.once(alone, "walk_away: 95", message)


@pytest.mark.parametrize(
    ("council", "sign", "advice"),
    [
        ("{none: 35, villages: 70, town: 0}", "walk_away: 50", "lower this `walk_away`, or change what `force` wants."),
        ("{none: 35, villages: 70, town: 70}", "agencies:", "lower some `walk_away` or change points."),
    ],
)
def test_a_table_at_which_every_gain_is_a_loss_is_told_once(
    harbour: "Draft", told: Told, council: str, sign: str, advice: str
) -> None:
    """In the first, one agency stands in the way; in the second, each of two does."""
    torn = harbour.with_(
        ("walk_away: 40", "walk_away: 50"),
        ("walk_away: 30", "walk_away: 60"),
        ("walk_away: 20", "walk_away: 60"),
        ("school: {none: 10, villages: 30, town: 60}", "school: {none: 10, villages: 0, town: 60}"),
        ("school: {none: 10, villages: 50, town: 30}", "school: {none: 10, villages: 50, town: 0}"),
        ("school: {none: 0, villages: 20, town: 70}", f"school: {council}"),
    )
    found = [(p.line, p.column, p.message) for p in told(torn) if "package" in p.message]
    message = "No package is better than walking away for anybody without being worse for somebody else, so there is \
nothing that all could sign"
    assert found == [(*torn.at(sign), f"{message}; {advice}")]


@pytest.mark.parametrize(
    ("edits", "sign", "message"),
    [
        (
            [("name: Local council", "name: The local council of the whole town\n    short: Council")],
            "The local",
            "`name` has 35 characters and will not fit; shorten it to 34.",
        ),
        (
            [("name: The school", "name: The school, the yard and its walls")],
            "The school, the",
            "`name` has 34 characters and will not fit; shorten it to 30.",
        ),
        (
            [("name: In the villages", "name: In the villages on both banks")],
            "In the villages on",
            "`name` has 29 characters and will not fit; shorten it to 27.",
        ),
        (
            [("name: The bridge", "name: The bridge that is at the mill road")],
            "The bridge that",
            "`name` has 35 characters and will not fit; shorten it to 30.",
        ),
        (
            [("text: passes take longer", "text: " + "passes " * 9)],
            "passes passes",
            "`text` has 62 characters and will not fit; shorten it to 60.",
        ),
        (
            [("if_true: It holds.", "if_true: " + "It holds. " * 21)],
            "It holds. It",
            "`if_true` has 42 words, more than people read at the table; shorten it to 40.",
        ),
        (
            [("summary: A short one.", "summary: " + "one " * 51)],
            "one one",
            "`summary` has 51 words, more than people read at the table; shorten it to 50.",
        ),
        (
            [("briefing: Three", "briefing: " + "one " * 180)],
            "one one",
            "`briefing` has 184 words, more than people read at the table; shorten it to 180.",
        ),
    ],
)
def test_texts_that_do_not_fit_are_told(
    harbour: "Draft", told: Told, edits: list[tuple[str, str]], sign: str, message: str
) -> None:
    told.once(harbour.with_(*edits), sign, message)


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("It holds.", "`It holds.` does not end with a question mark; ask something that is true or false."),
        ("Who built it?", "`Who built it?` cannot be answered by yes or no; ask so that `if_true` means yes."),
        ("How many families cross it?", "`How many families cross it?` cannot be answered by yes or no; ask so that "
         "`if_true` means yes."),
        ("Where it was mended, does it hold?", ""),
        ("Does it hold?", ""),
        ("It holds, does it not?", ""),
    ],
)  # fmt: skip
def test_a_fact_asks_what_can_be_answered_by_yes_or_no(
    harbour: "Draft", told: Told, question: str, message: str
) -> None:
    asked = harbour.with_(("question: Does it hold?", f"question: {question}"))
    if message:
        told.once(asked, question, message)
    else:
        assert told(asked) == ()


def test_which_words_ask_is_known_of_english_only(harbour: "Draft", told: Told) -> None:
    german = harbour.with_(
        ("case: harbour\n", "case: harbour\nlanguage: de\n"), ("question: Does it hold?", "question: Who hält?")
    )
    assert told(german) == ()


@pytest.mark.parametrize(
    ("edits", "sign", "message"),
    [
        (
            [("teaching_note:\n", "tips:\n  corridor: Talk.\n#\n")],
            "case",
            "There is no `teaching_note`, so an instructor has to guess; add one with `about`, `lessons`, `timing`, "
            "`questions` and `usually`.",
        ),
        (
            [("    - A lane is honest.\n", "")],
            "lessons:",
            "`lessons` holds 2, and a class needs at least 3; add some.",
        ),
        (
            [("    - Who was not heard?\n", ""), ("    - Whose yes was not meant?\n", "")],
            "questions:",
            "`questions` holds 1, and a class needs at least 3; add some.",
        ),
        (
            [("usually: The force tables", "usually: The force wins.\n#")],
            "usually:",
            "`usually` is very short; say it in 15 words or more.",
        ),
        (
            [("    45: Read one sheet each, play one round,", "    45: Hurry.\n#")],
            "45:",
            "The plan for 45 minutes is very short; say what to read, play and leave out.",
        ),
        (
            [("case: harbour\n", "case: harbour\nteaching_version: yes\n")],
            "teaching_note:",
            "This is a teaching version of a real place; say in `about` what is made up and what is not.",
        ),
    ],
)
def test_a_teaching_note_is_there_and_says_enough(
    harbour: "Draft", told: Told, edits: list[tuple[str, str]], sign: str, message: str
) -> None:
    spoiled = harbour.with_(*edits)
    if "There is no" in message:
        spoiled = type(spoiled)(spoiled.text[: spoiled.text.index("#\n")])
    told.once(spoiled, sign, message)


def test_warnings_are_told_beside_errors_that_leave_the_case_whole(harbour: "Draft", told: Told) -> None:
    spoiled = harbour.with_(("villages: 50", "villages: 51"), ("points: 8", "points: 0"), ("    round: 2\n", ""))
    kinds = [(problem.is_error, problem.message.split(";")[0]) for problem in told(spoiled)]
    assert kinds == [
        (True, "The best options of `relief` add up to 101 points"),
        (True, "The event `rain` has neither `round` nor `chance`"),
        (False, "The hidden mandate `credit` is worth no points"),
    ]


def test_warnings_about_texts_are_told_whatever_else_is_wrong(harbour: "Draft", told: Told) -> None:
    spoiled = harbour.with_(("power: 4", "power: nine"), ("summary: A short one.", "summary: " + "one " * 51))
    assert [problem.is_error for problem in told(spoiled)] == [True, False]
