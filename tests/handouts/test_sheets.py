"""What stands on the sheets, and on how many pages."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from game.handouts.blocks import Block, Grid, Keys, Sheet, texts_in
from game.handouts.choice import for_instructor, for_trainees
from game.handouts.html import page
from game.handouts.paper_yaml import paper_yaml
from game.handouts.pdf import typeset
from game.rules.case import Case
from game.scenario import loading

CASES = {case.id: case for case in map(loading.load, loading.shipped())}
MOST_PAGES = {"briefing": 1, "voting-card": 1, "paper-form": 1, "teaching-note": 3}
HOSTILE = (
    "#emph[x] *b* _i_ $a^2$ @ref <label> \\n `raw` {{ 7 * 7 }} {% raw %} </style><script>alert(1)</script> & \"q\" 'p'"
)
"""Everything that means something in typst, in HTML or in our templates."""


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    return CASES[str(request.param)]


def sheets_of(case: Case) -> Mapping[str, Sheet]:
    """Lay a shipped case out once."""
    return laid_out(case.id) if CASES.get(case.id) is case else lay_out(case)


@cache
def laid_out(name: str) -> Mapping[str, Sheet]:
    return lay_out(CASES[name])


def lay_out(case: Case) -> Mapping[str, Sheet]:
    return {sheet.file: sheet for sheet in (*for_trainees(case), *for_instructor(case))}


def blocks_of(sheet: Sheet) -> list[Block]:
    return [block for section in sheet.sections for block in section.blocks]


def words_of(html: str) -> str:
    body = html[html.index("<body>") :]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def pages_of(pdf: bytes) -> int:
    """Read off a PDF how many pages it has."""
    (count,) = re.findall(rb"/Type\s*/Pages.{0,400}?/Count (\d+)", pdf, re.DOTALL)
    return int(count)


def test_every_sheet_keeps_to_its_pages(case: Case) -> None:
    pytest.importorskip("typst")
    for name, sheet in sheets_of(case).items():
        most = 2 if name.startswith("role-") else MOST_PAGES.get(name)
        if most is not None:
            assert pages_of(typeset("", [sheet], case.language)) <= most, name


def test_a_role_sheet_begins_with_what_counts(case: Case) -> None:
    for agency in case.agencies:
        first = blocks_of(sheets_of(case)[f"role-{agency.id}"])[0]
        assert isinstance(first, Keys)
        assert [key.label for key in first.items] == [
            "If you do not sign",
            "Headquarters forbids",
            "What a yes costs you",
        ]
        assert first.items[0].figure == str(agency.walk_away)
        assert [note.text for note in first.items[1].notes] == [line.text for line in agency.red_lines]


def test_a_role_sheet_has_all_that_its_seat_knows(case: Case) -> None:
    for agency in case.agencies:
        told = " ".join(texts_in(sheets_of(case)[f"role-{agency.id}"]))
        for text in (agency.brief, *(one.text for one in agency.hidden), *(lever.text for lever in agency.leverage)):
            assert text in told
        for fact in case.facts:
            report = fact.if_true if fact.is_true else fact.if_false
            assert (report in told) is (agency.id in fact.known_by)
            assert (fact.question in told) is (agency.id not in fact.known_by)


def test_the_briefing_names_everybody_and_everything_to_settle(case: Case) -> None:
    told = words_of(page("", [sheets_of(case)["briefing"]], case.language))
    for agency in case.agencies:
        assert " ".join(agency.name.split()) in told
        assert " ".join(agency.mandate.split()) in told
    for issue in case.issues:
        assert issue.name in told
        assert all(option.name in told for option in issue.options)


def test_the_answer_sheet_has_every_secret(case: Case) -> None:
    told = " ".join(texts_in(sheets_of(case)["answer-sheet"]))
    for agency in case.agencies:
        assert all(one.text in told for one in (*agency.hidden, *agency.red_lines))
    for fact in case.facts:
        assert (fact.if_true if fact.is_true else fact.if_false) in told
    assert "Deals that all could mean" in told
    assert "Side by side, with nothing signed" in told


def test_the_running_order_ends_when_the_class_does(case: Case) -> None:
    grid = next(block for block in blocks_of(sheets_of(case)["teaching-note"]) if isinstance(block, Grid))
    columns = [[int(row[nth].text) for row in grid.rows] for nth in (1, 2, 3)]
    assert [column[-1] for column in columns] == [45, 90, 180]
    assert all(column == sorted(column) for column in columns)


def test_a_name_card_carries_the_word_beside_the_colour(case: Case) -> None:
    told = words_of(page("", [sheets_of(case)["name-cards"]], case.language))
    for agency in case.agencies:
        assert told.count(agency.name) >= 2
        assert agency.community.value.replace("_", " ") in told


def test_pages_need_nothing_from_outside(case: Case) -> None:
    html = page("", list(sheets_of(case).values()), case.language)
    assert not re.search(r"""(src|href)=["'](?!#)|url\(|@import|<link""", html)


def hostile(case: Case) -> Case:
    agencies = tuple(
        replace(a, name=HOSTILE, mandate=HOSTILE, brief=HOSTILE, short="#x *y* $z$") for a in case.agencies
    )
    issues = tuple(
        replace(
            issue,
            name=HOSTILE,
            text=HOSTILE,
            options=tuple(replace(o, name=HOSTILE, text=HOSTILE) for o in issue.options),
        )
        for issue in case.issues
    )
    facts = tuple(replace(f, name=HOSTILE, question=HOSTILE, if_true=HOSTILE, if_false=HOSTILE) for f in case.facts)
    return replace(case, title=HOSTILE, briefing=HOSTILE, place=HOSTILE, agencies=agencies, issues=issues, facts=facts)


def test_hostile_texts_stand_on_pages_as_they_are_written() -> None:
    spoilt = hostile(CASES["tutorial"])
    for sheet in sheets_of(spoilt).values():
        html = page(sheet.title, [sheet], "en")
        assert "<script" not in html
        if sheet.file != "name-cards":
            assert " ".join(HOSTILE.split()) in words_of(html)


def test_hostile_texts_stand_in_pdf_as_they_are_written() -> None:
    pytest.importorskip("typst")
    spoilt = hostile(CASES["tutorial"])
    for sheet in sheets_of(spoilt).values():
        made = typeset(HOSTILE, [sheet], "en")
        assert made.startswith(b"%PDF")
        if shutil.which("pdftotext") and sheet.file in ("briefing", "answer-sheet"):
            read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=made, capture_output=True, check=True)
            assert "".join(HOSTILE.split())[:60] in "".join(read.stdout.decode().split())


@pytest.mark.parametrize("language", ["en", "swc", "pt-BR", "zh-Hant-TW"])
def test_pdf_is_set_in_any_language_that_a_case_may_name(language: str) -> None:
    pytest.importorskip("typst")
    translated = replace(CASES["tutorial"], language=language)
    assert pages_of(typeset("", [sheets_of(translated)["briefing"]], language)) == 1


def test_hostile_texts_leave_the_paper_form_readable(tmp_path: object) -> None:
    text = paper_yaml(hostile(CASES["tutorial"]), "my case.yaml", Path("hand outs/form.yaml"))
    assert all(line.startswith("#") for line in text.splitlines() if "script" in line)
