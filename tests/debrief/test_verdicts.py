"""What it came to, in words, for every verdict."""

import pytest
from endings import DISTRICT, TUTORIAL, VERDICTS, finished, simulated, story_of, told, two_accords

from game.debrief import (
    UnfinishedError,
    accord_words,
    ballot_rows,
    bends,
    carry_over,
    chronicle,
    course,
    flip_words,
    headline,
    lane_rows,
    of_journal,
    reasons_of,
    signature_rows,
    turns,
)
from game.record import Header, Journal
from game.rules.ids import TextId
from game.rules.opening import open_game
from game.rules.ruleset import STANDARD

NAMES = {
    "sincere": "Sincere agreement",
    "pressed": "False coherence",
    "overtaken": "Overtaken",
    "side-by-side": "Side by side",
    "information-sharing": "Information sharing",
    "breakdown": "Breakdown",
    "nothing": "Nothing came of it",
}
A = TextId("A")


@pytest.mark.parametrize("case", [TUTORIAL, DISTRICT])
@pytest.mark.parametrize("script", VERDICTS)
def test_every_verdict_has_its_name_a_sentence_and_reasons(case: str, script: str) -> None:
    line = headline(told(case, script))
    assert line.name == NAMES[script]
    assert line.sentence.endswith(".")
    assert line.sentence[0].isupper()
    assert line.reasons
    assert "{" not in line.sentence


def test_a_sincere_agreement_says_so() -> None:
    line = headline(told(TUTORIAL, "sincere"))
    assert line.sentence.startswith("Four said yes, and meant it. A year on, ")
    assert [one.is_against for one in line.reasons] == [False, False]


def test_false_coherence_names_what_was_lacking_not_who_is_to_blame() -> None:
    line = headline(told(TUTORIAL, "pressed"))
    assert line.sentence.startswith("Four said yes. Two of them could not freely say no. A year on, ")
    hollow = line.reasons[0]
    assert hollow.words == "hollow: Coast Clinics and Town council"
    assert hollow.commands


def test_an_accord_overtaken_keeps_its_honour() -> None:
    assert "nobody was bent" in headline(told(TUTORIAL, "overtaken")).sentence


def test_side_by_side_is_given_its_due() -> None:
    line = headline(told(TUTORIAL, "side-by-side"))
    assert "came about side by side" in line.sentence
    assert line.mood == "good"


def test_r8_3_sharing_information_that_set_out_to_do_so_has_succeeded() -> None:
    assert headline(told(TUTORIAL, "information-sharing")).remark == (
        "It set out to share information, and did so honestly: it succeeded at what it set out to do."
    )


def test_a_breakdown_says_who_left() -> None:
    assert headline(told(TUTORIAL, "breakdown")).sentence.startswith("Ostrel town council left and stayed out")


def test_nothing_is_said_plainly() -> None:
    assert headline(told(TUTORIAL, "nothing")).sentence.startswith("Three meetings. Nothing was signed")


def test_a_missing_voice_is_counted() -> None:
    assert "one was never asked" in headline(told(DISTRICT, "pressed")).sentence


def test_accords_are_told_as_signed_and_as_lived() -> None:
    (accord,) = accord_words(told(TUTORIAL, "pressed"))
    assert (accord.signed, accord.lived) == ("false", "false coherence")
    assert not accord_words(told(TUTORIAL, "nothing"))


def test_the_distance_to_another_verdict_is_said() -> None:
    story = told(TUTORIAL, "sincere")
    flip = story.judged[A].verdict.flip
    assert flip is not None
    assert flip_words(story, A) == f"{flip.distance:.2f} from “fragile”"


def test_reasons_measure_against_a_line() -> None:
    for reason in reasons_of(told(DISTRICT, "pressed"), A):
        assert reason.measured


def test_a_running_game_is_not_opened() -> None:
    case = told(TUTORIAL, "nothing").case
    step = open_game(case, STANDARD, 1, case.agency_ids)
    with pytest.raises(UnfinishedError, match="not over"):
        chronicle(case, STANDARD, 1, case.agency_ids, step.events, ())
    header = Header("0", case, STANDARD, 1, case.agency_ids, {}, step.events)
    with pytest.raises(UnfinishedError):
        of_journal(Journal(header, ()))


def test_a_chronicle_ends_where_the_game_ended() -> None:
    opened = finished(TUTORIAL, "pressed").opened()
    assert opened is not None
    assert told(TUTORIAL, "pressed").end == opened.state


def test_two_coalitions_can_have_two_verdicts() -> None:
    story = story_of(two_accords())
    line = headline(story)
    assert line.sentence.startswith("Text A: two said yes")
    assert any(reason.words.startswith("Text B beside it: ") for reason in line.reasons)
    assert [accord.accord for accord in accord_words(story)] == [A, TextId("B")]


def test_a_reservation_is_shown_as_less_than_a_whole_yes() -> None:
    row = next(row for row in signature_rows(story_of(two_accords()), A) if row.reserved is not None)
    assert row.said == pytest.approx(1 / 3)
    assert "signed all but “Who repairs the clinic”" in row.words


@pytest.mark.parametrize("manner", ["consensus_builder", "presser", "talker", "mixed"])
def test_any_simulated_game_can_be_told_whole(manner: str) -> None:
    story = story_of(simulated(TUTORIAL, manner, 5))
    line = headline(story)
    assert line.sentence
    assert line.reasons
    assert course(story)
    assert lane_rows(story) or story.lived
    for text in (None, *(accord.accord for accord in story.lived)):
        assert turns(story, text)
        bends(story, text)
    for accord in story.lived:
        assert len(signature_rows(story, accord.accord)) == len(accord.parties)
        assert len(ballot_rows(story, accord.accord)) == len(accord.parties)
    assert len(carry_over(story)) >= 2


def test_the_course_tells_what_was_hidden_then() -> None:
    moves = course(told(TUTORIAL, "pressed"))
    threats = [move for move in moves if "leaned on" in move.text]
    assert len(threats) == 3
    assert all(move.is_opened and move.at is not None for move in threats)
    assert [move.text for move in moves if move.is_heading] == [
        "Round 1 of 3",
        "Round 2 of 3",
        "Round 3 of 3",
        "The year after",
    ]
