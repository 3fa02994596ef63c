"""How a scenario says that a computer plays an agency, and what is told where it says it wrongly."""

from typing import TYPE_CHECKING

import pytest

from game.opponents.manner import AS_WRITTEN, MANNERS, MIXED
from game.rules.temper import Temper
from game.scenario import loading
from game.scenario.script import OTHERS

if TYPE_CHECKING:
    from scenario.conftest import Draft

PLACE = "    trust: {relief: 0.4}\n"


def written(harbour: "Draft", manner: str) -> "Draft":
    return harbour.with_((PLACE, f"{PLACE}    {manner}\n"))


def test_a_word_or_a_word_with_shares_is_a_manner(harbour: "Draft") -> None:
    assert written(harbour, "manner: presser").case().agencies[0].temper == Temper("presser")
    own = "manner: {like: presser, trust: 0.2, pride: 0.9, patience: 0.8, candour: 0.3}"
    assert written(harbour, own).case().agencies[0].temper == Temper("presser", 0.2, 0.9, 0.8, 0.3)
    assert harbour.case().agencies[0].temper is None


@pytest.mark.parametrize(
    ("manner", "column", "told"),
    [
        ("manner: preser", 13, "`manner` is `preser`; did you mean `presser`?"),
        ("manner: mixed", 13, f"`manner` is `mixed`; choose one of {', '.join(f'`{name}`' for name in MANNERS)}."),
        ("manner: [presser]", 13, "`manner` holds a list; write `like:` below it, or delete the key."),
        ("manner: {trust: 0.2}", 5, "`manner` needs `like`; add it."),
        ("manner: {like: hardlinr}", 20, "`like` is `hardlinr`; did you mean `hardliner`?"),
        ("manner: {like: presser, trust: 1.2}", 36, "`trust` must be a number from 0 to 1, not `1.2`."),
        ("manner: {like: presser, pride: -0.1}", 36, "`pride` must be a number from 0 to 1, not `-0.1`."),
        (
            "manner: {like: presser, candour: 80%}",
            38,
            "`candour` must be a number from 0 to 1, not `80%`; write 0.8.",
        ),
        ("manner: {like: presser, prid: 0.1}", 29, "`manner` has no key `prid`; did you mean `pride`?"),
        ("maner: presser", 5, "`force` has no key `maner`; did you mean `manner`?"),
    ],
)
def test_what_is_wrong_is_one_sentence_where_it_stands(harbour: "Draft", manner: str, column: int, told: str) -> None:
    draft = written(harbour, manner)
    line, _ = draft.at(manner)
    assert [str(problem) for problem in draft.problems()] == [f"harbour.yaml:{line}:{column}: {told}"]


def test_two_slips_are_told_at_once(harbour: "Draft") -> None:
    problems = written(harbour, "manner: {like: talkr, trust: 7}").problems()
    assert [problem.message.split()[0] for problem in problems] == ["`like`", "`trust`"]


def test_a_script_may_seat_others_in_any_manner() -> None:
    assert set(OTHERS) == {"pass", *MANNERS, MIXED, AS_WRITTEN}


def test_every_shipped_case_says_how_some_of_its_agencies_are_played_and_leaves_some_open() -> None:
    for path in loading.shipped():
        tempers = [agency.temper for agency in loading.load(path).agencies]
        assert any(tempers), path.stem
        assert None in tempers, path.stem
