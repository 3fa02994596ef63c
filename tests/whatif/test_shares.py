"""Who bent whom: shares by running the game again without causes, and what they must add up to."""

from functools import cache

import pytest
from endings import DISTRICT, TUTORIAL, told, wandered
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules import commands as do
from game.rules.ids import TextId
from game.whatif import Change, Shares, decisive_text, retell, share_words, shares_of, shares_words
from game.whatif.causes import causes_of
from game.whatif.ending import consent_of

A = TextId("A")


@cache
def shared(case: str) -> tuple[Shares, ...]:
    """Share out what bent the pressed game of a case, once."""
    return shares_of(told(case, "pressed"), TextId("A"))


@pytest.mark.parametrize("case", [TUTORIAL, DISTRICT])
def test_shares_add_up_to_what_was_lost(case: str) -> None:
    for found in shared(case):
        assert sum(share.taken for share in found.shares) == pytest.approx(found.without - found.sincerity, abs=1e-9)
        assert sum(found.part(share) for share in found.shares) == pytest.approx(1.0)
        assert [share.taken for share in found.shares] == sorted((s.taken for s in found.shares), reverse=True)


def test_first_come_all_of_those_concerned_then_every_hollow_yes() -> None:
    story = told(TUTORIAL, "pressed")
    judgement = story.judged[A]
    found = shared(TUTORIAL)
    assert found[0].seat is None
    assert found[0].sincerity == pytest.approx(consent_of(judgement))
    assert [one.seat for one in found[1:]] == [s for s, of in judgement.signatures.items() if of.is_hollow]
    for one in found[1:]:
        assert one.seat is not None
        assert one.sincerity == judgement.signatures[one.seat].sincerity


def test_alone_is_what_running_the_game_without_that_command_gives() -> None:
    story = told(TUTORIAL, "pressed")
    tried = 0
    for found in shared(TUTORIAL)[1:]:
        for share in found.shares:
            command = None if share.cause.at is None else story.command(share.cause.at)
            if isinstance(command, do.Press) and share.cause.at is not None:
                other = retell(story, [Change(share.cause.at, None)]).story
                assert found.seat is not None
                assert share.alone == pytest.approx(other.judged[A].signatures[found.seat].sincerity)
                tried += 1
    assert tried >= 2


def test_every_cause_has_somewhere_the_game_goes_another_way() -> None:
    story = told(TUTORIAL, "pressed")
    for cause in causes_of(story, TextId("A")):
        assert 1 <= cause.branches <= story.accord(TextId("A")).at
        assert 0 < cause.amount <= 1
        assert cause.words.endswith((".", "”", "!", "?"))


@given(st.integers(0, 3_000))
@settings(deadline=None, max_examples=10)
def test_shares_of_any_random_game_add_up_and_are_told(seed: int) -> None:
    story = wandered(seed)
    for lived in story.lived:
        for found in shares_of(story, lived.accord):
            total = sum(share.taken for share in found.shares)
            assert total == pytest.approx(found.without - found.sincerity, abs=1e-9)
            assert len(found.shares) <= 10
            assert shares_words(story, found).endswith(".")
            for share in found.shares:
                assert share_words(found, share).endswith(".")


def test_a_sincere_game_has_no_hollow_yes_to_share_out() -> None:
    story = told(TUTORIAL, "sincere")
    text = decisive_text(story)
    assert text is not None
    (found,) = shares_of(story, text)
    assert found.seat is None
    assert found.sincerity > 0.75
