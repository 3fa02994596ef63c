"""Texts in several languages: which is read, which is missing, and what a wrong one is told."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.rules.case import Case
from game.scenario import loading
from game.scenario.problems import MOST_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Draft

TWO = ("case: harbour\n", "case: harbour\nlanguages: [en, fr]\n")
SPOKEN = (
    TWO,
    ("title: The harbour", "title: {en: The harbour, fr: Le port}"),
    ("networks: {ngo_forum: NGO forum}", "networks: {ngo_forum: {en: NGO forum, fr: Forum des ONG}}"),
    ("short: Relief", "short: {en: Relief, fr: Secours}"),
    ("text: The board likes schools.", "text: {en: The board likes schools., fr: Le conseil aime les écoles.}"),
    ("    - A yes is cheap.", "    - {en: A yes is cheap., fr: Un oui ne coûte rien.}"),
    ("    45: Read one", '    45: {en: "Read one'),
    ("round, and talk for twenty minutes.", 'round and talk for twenty minutes.", fr: Lisez et jouez une fois.}'),
)


def read(draft: "Draft", language: str | None) -> Case:
    found = loading.read(draft.text, "harbour.yaml", language)
    assert isinstance(found, Case), [str(problem) for problem in found]
    return found


def checked(draft: "Draft", folder: Path, language: str | None = None) -> tuple[loading.Problem, ...]:
    path = folder / "harbour.yaml"
    path.write_text(draft.text, encoding="utf-8")
    return loading.check(path, language)


def test_a_case_is_read_in_the_language_asked_for(harbour: "Draft") -> None:
    french = read(harbour.with_(*SPOKEN), "fr")
    assert (french.language, french.title, french.network_names["ngo_forum"]) == ("fr", "Le port", "Forum des ONG")
    relief = french.agency("relief")
    assert (relief.short, relief.hidden[0].text) == ("Secours", "Le conseil aime les écoles.")
    assert french.teaching_note.lessons[0] == "Un oui ne coûte rien."
    assert french.teaching_note.timing[45] == "Lisez et jouez une fois."


def test_what_is_not_translated_is_read_in_the_first_language(harbour: "Draft") -> None:
    french = read(harbour.with_(*SPOKEN), "fr")
    assert french.place == "A harbour"


def test_without_a_language_a_case_is_read_in_its_first(harbour: "Draft") -> None:
    english = read(harbour.with_(*SPOKEN), None)
    assert (english.language, english.title) == ("en", "The harbour")
    swapped = harbour.with_(*SPOKEN, ("languages: [en, fr]", "languages: [fr, en]"))
    assert read(swapped, None).title == "Le port"


def test_nothing_but_the_texts_depends_on_the_language(harbour: "Draft") -> None:
    spoken = harbour.with_(*SPOKEN)
    english, french = read(spoken, "en"), read(spoken, "fr")
    assert [agency.points for agency in english.agencies] == [agency.points for agency in french.agencies]
    assert english.forum.chair == french.forum.chair


def test_one_language_may_be_named_alone(harbour: "Draft") -> None:
    german = harbour.with_(("case: harbour\n", "case: harbour\nlanguage: de\n"), ("title: The", "title: {de: Der"))
    german = german.with_(("title: {de: Der harbour", "title: {de: Der Hafen}"))
    assert (read(german, None).title, read(german, "de").language) == ("Der Hafen", "de")


def test_a_language_that_is_not_there_is_refused_where_the_languages_stand(harbour: "Draft") -> None:
    found = loading.read(harbour.with_(TWO).text, "harbour.yaml", "de")
    assert [str(problem) for problem in found] == [  # type: ignore[union-attr]
        "harbour.yaml:2:1: There are no texts in `de` here, only in `en`, `fr`; choose one that is there."
    ]


@pytest.mark.parametrize(
    ("edits", "sign", "message"),
    [
        (
            [("title: The harbour", "title: {en: The harbour, de: Der Hafen}")],
            "de: Der",
            "The file does not name the language `de`; write `languages: [en, de]`, or delete this.",
        ),
        (
            [TWO, ("title: The harbour", "title: {fr: Le port}")],
            "{fr: Le",
            "`title` has no text in `en`, which the others fall back to; add it.",
        ),
        (
            [TWO, ("title: The harbour", "title: {en: The harbour, fr: [Le port]}")],
            "[Le",
            "`fr` must be a text, not a list; write it or delete the key.",
        ),
        (
            [TWO, ("title: The harbour", 'title: {en: The harbour, fr: " "}')],
            '" "',
            "`fr` must be a text, not an empty text; write it or delete the key.",
        ),
        (
            [TWO, ("place: A harbour", "place: {en: A harbour, with a crane, fr: Un port}")],
            "with a",
            "`with a crane` is no language; between braces a comma ends a text, so put texts with commas in quotes.",
        ),
        (
            [("title: The harbour", "title: {The: harbour}")],
            "{The",
            "`title` must be a text, not a mapping (`key: value`); write one.",
        ),
        (
            [("case: harbour\n", "case: harbour\nlanguages: [en, en]\n")],
            "en]",
            "The language `en` stands twice in `languages`; keep it once.",
        ),
        (
            [("case: harbour\n", "case: harbour\nlanguages: [en, fr]\nlanguage: fr\n")],
            "language: fr",
            "`language` is `fr`, but `languages` begins with `en`; delete `language`.",
        ),
        (
            [("case: harbour\n", "case: harbour\nlanguages: [English]\n")],
            "English",
            "Item 1 of `languages` is `English`, which is no language; write its short code, such as `en`, `fr` or "
            "`pt-BR`.",
        ),
        (
            [TWO, ("short: Relief", "short: {en: Relief, fr: Secours aux réfugiés}")],
            "Secours",
            "In `fr`, `short` has 20 characters; shorten it to 18.",
        ),
        (
            [TWO, ("brief: Keep away from guns.", "brief: {en: Keep away., fr: " + "mot " * 260 + "}")],
            "relief:\n    name",
            "In `fr`, the role sheet of `relief` has 270 words; shorten it to 250 (mandate, brief, hidden mandates "
            "and red lines together).",
        ),
        (
            [("case: harbour\n", "case: harbour\nlanguages: [" + ", ".join(f"l{c}" for c in "abcdefghijklm") + "]\n")],
            "languages:",
            "`languages` names 13 languages; keep 12 of them.",
        ),
    ],
)
def test_what_is_wrong_with_a_translation_is_an_error(
    harbour: "Draft", edits: list[tuple[str, str]], sign: str, message: str
) -> None:
    harbour.with_(*edits).tells(sign, message)


def test_a_language_that_is_begun_is_one_line_where_the_languages_stand(harbour: "Draft", tmp_path: Path) -> None:
    found = checked(harbour.with_(*SPOKEN, ("languages: [en, fr]", "languages: [en, fr, ar]")), tmp_path)
    texts, lacking = len(checked(harbour, tmp_path, "ar")), len(checked(harbour.with_(*SPOKEN), tmp_path, "fr"))
    assert {(problem.line, problem.is_error, problem.message) for problem in found} == {
        (2, False, f"{texts} texts have no `ar`; `check --language ar` lists them."),
        (2, False, f"{lacking} texts have no `fr`; `check --language fr` lists them."),
    }
    assert 0 < lacking < texts


def test_one_text_is_not_many(draft: "Callable[[str], Draft]", tmp_path: Path) -> None:
    found = checked(draft("case: a\nlanguages: [en, fr]\ntitle: Alone\n"), tmp_path)
    assert found[-1].message == "1 text has no `fr`; `check --language fr` lists it."


def test_errors_come_before_what_is_to_be_translated(harbour: "Draft", tmp_path: Path) -> None:
    found = checked(harbour.with_(TWO, ("walk_away: 30", "walk_away: 300")), tmp_path)
    assert [problem.is_error for problem in found] == [True, False]


def test_only_the_texts_that_lack_the_language_asked_for_are_listed(harbour: "Draft", tmp_path: Path) -> None:
    found = checked(harbour.with_(*SPOKEN), tmp_path, "de")
    assert {problem.suggestion for problem in found} == {"de"}
    assert "`title` has no text in `de`; add it." in [problem.message for problem in found]
    assert checked(harbour.with_(*SPOKEN), tmp_path, "en") == ()


def test_every_text_that_lacks_the_language_asked_for_is_a_warning(harbour: "Draft", tmp_path: Path) -> None:
    found = checked(harbour.with_(*SPOKEN), tmp_path, "fr")
    told = {(problem.line, problem.message) for problem in found}
    assert not any(problem.is_error for problem in found)
    assert (5, "`place` has no text in `fr`; write `{en: …, fr: …}`.") in told
    assert not any("`title`" in message for _, message in told)
    assert any(message == "Item 2 has no text in `fr`; write `{en: …, fr: …}`." for _, message in told)


def test_a_mapping_that_lacks_a_named_language_is_a_warning(harbour: "Draft", tmp_path: Path) -> None:
    edits = (("languages: [en, fr]", "languages: [en, fr, ar]"),)
    found = checked(harbour.with_(*SPOKEN).with_(*edits), tmp_path, "ar")
    assert "`title` has no text in `ar`; add it." in [problem.message for problem in found]


def test_a_language_that_is_planned_lists_every_text_and_no_error(harbour: "Draft", tmp_path: Path) -> None:
    assert checked(harbour, tmp_path) == ()
    found = checked(harbour, tmp_path, "fr")
    texts = 5 + 9 + 3 + 15 + 14  # header, note, forum and network, agencies, issues
    assert len(found) > texts
    assert {problem.is_error for problem in found} == {False}
    assert {problem.suggestion for problem in found} == {"fr"}


def test_the_list_for_translators_is_not_cut_short(tmp_path: Path) -> None:
    path = next(path for path in loading.shipped() if path.stem == "afghanistan-district-2006")
    found = loading.check(path, "fr")
    assert len({(problem.line, problem.column) for problem in found}) == len(found)
    assert not found[-1].message.startswith("There are")
    assert len(found) > MOST_PROBLEMS * 0.9


def test_the_same_text_by_alias_is_spoken_everywhere(harbour: "Draft") -> None:
    aliased = harbour.with_(
        TWO,
        ("title: The harbour", "title: &it {en: The harbour, fr: Le port}"),
        ("place: A harbour", "place: *it"),
    )
    assert read(aliased, "fr").place == "Le port"
    assert read(aliased, "en").place == "The harbour"
