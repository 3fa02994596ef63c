"""What it came to, in words, for every verdict."""

import pytest
from endings import DISTRICT, TUTORIAL, VERDICTS, finished, told

from game.debrief import UnfinishedError, accord_words, chronicle, flip_words, headline, of_journal, reasons_of
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
