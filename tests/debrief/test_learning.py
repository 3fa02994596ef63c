"""Questions before and after: two forms that ask the same, a fair draw, and a gain that picks nobody out."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as some

from game.debrief.learning import (
    LEAST,
    Answers,
    AnswersError,
    Form,
    Gain,
    Kind,
    Time,
    caution,
    checked,
    class_gain,
    form_for,
    questions_of,
    score,
)

BOTH = (*questions_of(Form.A), *questions_of(Form.B))


def best(form: Form) -> Mapping[str, int]:
    return {one.id: one.best for one in questions_of(form)}


def some_right(form: Form, right: int) -> Answers:
    """Answer the first few well, and the rest not."""
    chosen = {
        one.id: one.best if number < right else (one.best + 1) % 4 for number, one in enumerate(questions_of(form))
    }
    return checked(form, chosen)


# The forms


def test_each_question_has_its_like_at_the_same_place_of_the_other_form() -> None:
    kinds = [[one.kind for one in questions_of(form)] for form in Form]
    assert kinds[0] == kinds[1] == [Kind.PERSPECTIVE] * 3 + [Kind.FORCED_YES] * 3
    assert len({one.id for one in BOTH}) == len({one.scene for one in BOTH}) == len(BOTH)


def test_a_scene_has_four_lines_or_five_and_four_different_answers() -> None:
    for one in BOTH:
        assert 4 <= len(one.scene) <= 5, one.id
        assert len(set(one.answers)) == 4, one.id
        assert one.best in range(4), one.id
        assert one.why not in " ".join(one.scene), one.id


@pytest.mark.parametrize("form", Form)
def test_who_only_looks_at_the_answers_finds_no_way_to_the_best(form: Form) -> None:
    """Neither the longest answer nor any place in the list is the best in more than two of six."""
    asked = questions_of(form)
    assert sum(max(one.answers, key=len) == one.answers[one.best] for one in asked) <= 2
    assert all(sum(one.best == place for one in asked) <= 2 for place in range(4))


# Who gets which


@given(some.integers(0, 10_000), some.text(max_size=6))
def test_everybody_gets_one_form_before_and_the_other_after_and_always_the_same(number: int, name: str) -> None:
    before, after = (form_for(number, time, of=name) for time in Time)
    assert {before, after} == set(Form)
    assert before is form_for(number, Time.BEFORE, of=name)


@given(some.integers(1, 100), some.text(max_size=6))
def test_half_of_a_class_gets_form_a_first(pairs: int, name: str) -> None:
    firsts = [form_for(number, Time.BEFORE, of=name) for number in range(2 * pairs)]
    assert firsts.count(Form.A) == pairs


def test_another_class_draws_anew() -> None:
    draws = {tuple(form_for(number, Time.BEFORE, of=str(name)) for number in range(20)) for name in range(10)}
    assert len(draws) > 1


# Answers


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"A7": 0}, "no question A7 among yours; there are A1, A2, A3, A4, A5, A6"),
        ({"B1": 0}, "no question B1 among yours"),
        ({"A2": 4}, "Question 2 has the answers 0 to 3, not 4"),
        ({"A3": -1}, "Question 3 has the answers 0 to 3, not -1"),
    ],
)
def test_answers_to_what_was_not_asked_are_refused_in_one_sentence(changed: Mapping[str, int], told: str) -> None:
    with pytest.raises(AnswersError) as refused:
        checked(Form.A, {**best(Form.A), **changed})
    assert told in refused.value.sentence


def test_a_question_left_open_is_named() -> None:
    with pytest.raises(AnswersError) as refused:
        checked(Form.B, {id: answer for id, answer in best(Form.B).items() if id != "B4"})
    assert refused.value.sentence == "Question 4 has no answer yet; answer all 6, or skip them."


@pytest.mark.parametrize("form", Form)
def test_a_score_is_the_share_of_best_answers_of_a_kind(form: Form) -> None:
    four = some_right(form, 4)
    assert (score(four, Kind.PERSPECTIVE), score(four, Kind.FORCED_YES)) == (1, pytest.approx(1 / 3))
    assert score(four) == pytest.approx(4 / 6)


# The gain of a class


def pair(before: int, after: int, first: Form = Form.A) -> tuple[Answers, Answers]:
    second = Form.B if first is Form.A else Form.A
    return some_right(first, before), some_right(second, after)


def test_no_mean_is_given_while_somebody_could_be_picked_out() -> None:
    two = [pair(0, 6)] * (LEAST - 1)
    assert class_gain(two) == ()
    assert "nobody can be picked out" in caution(len(two))
    assert class_gain([*two, pair(0, 6)]) != ()


def test_the_gain_is_of_what_could_be_gained() -> None:
    perspective, forced, whole = class_gain([pair(3, 3), pair(3, 6, Form.B), pair(3, 6)])
    assert perspective.gain == Gain(1, 1)
    assert perspective.gain.normalised is None
    assert forced.gain.before == 0
    assert forced.gain.normalised == pytest.approx(2 / 3)
    assert whole.gain.difference == pytest.approx(1 / 3)
    assert whole.gain.normalised == pytest.approx((5 / 6 - 1 / 2) / (1 / 2))


@given(some.lists(some.tuples(some.integers(0, 6), some.integers(0, 6)), min_size=LEAST, max_size=8))
def test_a_gain_never_leaves_what_it_can_be(rights: list[tuple[int, int]]) -> None:
    for measure in class_gain([pair(before, after) for before, after in rights]):
        gain = measure.gain
        assert 0 <= gain.before <= 1
        assert 0 <= gain.after <= 1
        assert gain.normalised is None or gain.normalised <= 1 + 1e-9


@pytest.mark.parametrize(
    ("pairs", "told"),
    [(3, "Three people: a hint, no more."), (5, "Five people: a hint, no more."), (12, "12 people: a tendency."),
     (40, "what changed, not why")],
)  # fmt: skip
def test_small_numbers_are_called_small(pairs: int, told: str) -> None:
    assert told in caution(pairs)
