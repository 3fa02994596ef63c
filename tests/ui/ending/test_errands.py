"""What takes long is worked out beside the window: only what was asked for last counts, and nothing ends the game."""

from collections.abc import Callable

import pytest

from game.ui.screens.debrief import errands
from game.ui.screens.debrief.errands import Errand

Queue = list[Callable[[], None]]
REAL = errands.start


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Queue:
    """Keep what is begun, to be done when the test says so."""
    queue: Queue = []
    monkeypatch.setattr(errands, "start", queue.append)
    return queue


def test_there_is_no_answer_before_it_is_worked_out(later: Queue) -> None:
    errand: Errand[int] = Errand()
    errand.ask("a", lambda: 1)
    assert errand.answer("a") is None
    later.pop()()
    assert errand.answer("a") == 1
    assert errand.answer("b") is None


def test_what_is_there_or_on_its_way_is_not_begun_again(later: Queue) -> None:
    errand: Errand[int] = Errand()
    errand.ask("a", lambda: 1)
    errand.ask("a", lambda: 2)
    assert len(later) == 1
    later.pop()()
    errand.ask("a", lambda: 3)
    assert later == []
    assert errand.answer("a") == 1


def test_only_what_was_asked_for_last_counts(later: Queue) -> None:
    errand: Errand[str] = Errand()
    done: list[str] = []

    def work(name: str) -> str:
        done.append(name)
        if name == "a":
            errand.ask("b", lambda: work("b"))
            errand.ask("c", lambda: work("c"))
        return name

    errand.ask("a", lambda: work("a"))
    later.pop()()
    assert later == [], "one thing at a time"
    assert done == ["a", "c"]
    assert errand.answer("b") is None
    assert errand.answer("c") == "c"


def test_of_many_answers_the_latest_are_kept(later: Queue) -> None:
    errand: Errand[int] = Errand()
    for number in range(errands.MOST_KEPT + 1):
        errand.ask(number, lambda number=number: number)  # type: ignore[misc] # bound at once
        later.pop()()
    assert errand.answer(0) is None
    assert [errand.answer(number) for number in (1, errands.MOST_KEPT)] == [1, errands.MOST_KEPT]


@pytest.mark.parametrize(
    ("error", "words"), [(ValueError("That was not possible."), "That was not possible."), (KeyError("x"), "KeyError")]
)
def test_what_goes_wrong_is_told_in_a_sentence(error: Exception, words: str, later: Queue) -> None:
    errand: Errand[int] = Errand()

    def work() -> int:
        raise error

    errand.ask("a", work)
    later.pop()()
    assert errand.answer("a") is None
    assert words in errand.refusal("a")
    errand.ask("b", lambda: 2)
    later.pop()()
    assert (errand.answer("b"), errand.refusal("b")) == (2, "")


def test_it_is_done_beside_the_window() -> None:
    done: list[int] = []
    thread = REAL(lambda: done.append(1))
    assert thread.daemon, "it does not keep the game from ending"
    thread.join(10)
    assert done == [1]
