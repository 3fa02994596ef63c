"""Turning points: the moments that moved sincerity most, each with the actual command."""

import pytest
from endings import DISTRICT, TUTORIAL, VERDICTS, told

from game.debrief.words import deed
from game.rules import commands as do
from game.rules.ids import TextId
from game.whatif import Theme, by_theme, retell, scan, turning_points
from game.whatif.ending import consent_of
from game.whatif.scan import Change

A = TextId("A")


@pytest.mark.parametrize("script", VERDICTS)
def test_at_most_five_in_the_order_of_time(script: str) -> None:
    story = told(TUTORIAL, script)
    points = turning_points(story, scan(story, with_pairs=False))
    assert len(points) <= 5
    assert [point.at for point in points] == sorted({point.at for point in points})
    for point in points:
        assert point.happened == deed(story, point.at)
        assert point.effect.endswith(".")


def test_they_are_those_that_move_most_and_by_as_much_as_the_game_without_them_says() -> None:
    story = told(TUTORIAL, "sincere")
    found = scan(story, with_pairs=False)
    points = turning_points(story, found)
    assert len(points) == 5
    for point in points:
        other = retell(story, [Change(point.at, None)]).story
        assert point.moved == pytest.approx(consent_of(story.judged[A]) - consent_of(other.judged[A]))
    chosen = {point.at for point in points}
    least = min(abs(point.moved) for point in points)
    for trial in found.trials:
        change = trial.changes[0]
        is_joint = isinstance(story.command(change.at), do.AssessJointly | do.Caucus | do.MoveProcedure)
        if change.act is None and change.at not in chosen and not is_joint:
            assert abs(found.moved(trial)) <= least + 1e-9


def test_what_several_did_together_is_one_moment() -> None:
    story = told("liberia-security-reform-2006", "sincere")
    points = turning_points(story, scan(story, with_pairs=False))
    facts = [c.fact for p in points if isinstance(c := story.command(p.at), do.AssessJointly)]
    assert facts
    assert len(facts) == len(set(facts))


def test_a_threat_is_told_under_power_and_lowers() -> None:
    story = told(DISTRICT, "pressed")
    points = turning_points(story, scan(story, with_pairs=False))
    pressed = [point for point in points if isinstance(story.command(point.at), do.Press)]
    assert pressed
    assert all(point.theme is Theme.POWER and point.mood == "bad" for point in pressed)
    grouped = by_theme(points)
    assert sorted(point.at for _, those in grouped for point in those) == [point.at for point in points]


def test_where_nothing_was_signed_what_decided_the_verdict_counts() -> None:
    story = told(TUTORIAL, "breakdown")
    (point,) = turning_points(story, scan(story))
    assert isinstance(story.command(point.at), do.WalkOut)
    assert point.effect == "Without it, the verdict would have been nothing."
