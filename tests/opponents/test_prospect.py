"""What a text is taken to come to: on paper, once it is carried out, and as the seat misjudges it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from language import ALL, Game, changed, small_case, worded
from watching import watched

from game.opponents.board import board_of
from game.opponents.ledger import read_terms
from game.opponents.luck import Luck
from game.opponents.manner import BEGINNER, CONSENSUS_BUILDER, LEVELS, PRACTITIONER, VETERAN, Level
from game.opponents.prospect import expected_work, lost_in_the_year, prospect, prospect_of, slips
from game.rules.view import View, view
from game.rules.vocabulary import Phase, Stance

FAIR = worded(school="villages", road="contractor")
BUILDER = CONSENSUS_BUILDER
LUCK = Luck(1, "relief")


def seen_after(stance: Stance, terms: dict[str, str] | None = None) -> View:
    """Look at a text of the council's once the ministry, which must carry all of it, has shown a stance on it."""
    game = Game().table("council", **(terms or {"school": "villages", "road": "contractor"}))
    return game.stances(ministry=stance).until(Phase.CORRIDOR, number=2).view("relief")


def far(foresight: float) -> Level:
    return Level("somebody", reading=1.0, foresight=foresight, drafts=1, slips=0.0)


def test_without_foresight_the_paper_is_read_and_with_all_of_it_what_will_be_delivered() -> None:
    sight = seen_after(Stance.OBJECT)
    paper = read_terms(sight, FAIR, ALL).margin
    found = [prospect_of(sight, BUILDER.at(far(foresight)), LUCK, FAIR, ALL) for foresight in (0.0, 0.5, 1.0)]
    assert [seen.margin for seen in found] == [paper] * 3
    assert found[0].judged == paper
    assert (
        found[2].judged
        == found[2].delivered
        == pytest.approx(paper - lost_in_the_year(sight, BUILDER.at(VETERAN), FAIR))
    )
    assert found[2].judged < paper - 5.0
    assert found[1].judged == pytest.approx((found[0].judged + found[2].judged) / 2)


def test_a_term_is_worth_less_where_its_carrier_is_known_to_lose_by_it() -> None:
    veteran = BUILDER.at(VETERAN)
    found = {stance: prospect_of(seen_after(stance), veteran, LUCK, FAIR, ALL) for stance in Stance}
    assert len({seen.margin for seen in found.values()}) == 1
    assert found[Stance.OBJECT].delivered < found[Stance.ABSTAIN].delivered < found[Stance.ENDORSE].delivered
    work = [expected_work(seen_after(s), veteran, FAIR)["ministry"] for s in (Stance.OBJECT, Stance.ENDORSE)]
    assert work[0] < 0.2 < 0.5 < work[1]
    assert expected_work(seen_after(Stance.OBJECT), veteran, FAIR)["force"] > 0.2


def test_r7_1_a_term_is_expected_to_go_as_fast_as_half_the_least_and_half_the_mean_of_those_who_carry_it() -> None:
    game = Game().table("council", school="villages").stances(ministry=Stance.OBJECT)
    sight, terms = game.until(Phase.CORRIDOR, number=2).view("council"), worded(school="villages")
    work = expected_work(sight, BUILDER.at(VETERAN), terms)
    assert work["ministry"] < work["relief"] - 0.1
    pace = 0.5 * work["ministry"] + 0.5 * (work["ministry"] + work["relief"]) / 2
    gain = 60.0
    assert lost_in_the_year(sight, BUILDER.at(VETERAN), terms) == pytest.approx(gain * (1.0 - pace))


def test_a_loss_hangs_on_those_who_carry_it_too() -> None:
    """What the relief agency loses by a road of the engineers is less if the ministry will hardly build it."""
    points = {"school": {"none": 0, "villages": 40, "barracks": 0},
              "road": {"none": 40, "engineers": 0, "contractor": 40}, "news": {"none": 20, "shared": 0}}  # fmt: skip
    game = Game(changed(small_case(), "relief", points=points))
    sight = game.table("council", road="engineers").stances(ministry=Stance.OBJECT, force=Stance.OBJECT)
    seen = prospect(sight.view("relief"), BUILDER.at(VETERAN), LUCK, sight.room.texts["A"])
    assert seen.margin < seen.delivered - 5.0


def test_what_nobody_must_carry_and_what_the_seat_carries_alone_hang_on_nobody() -> None:
    sight = seen_after(Stance.OBJECT)
    assert lost_in_the_year(sight, BUILDER.at(VETERAN), worded(road="none", news="none")) == 0.0
    alone = replace(sight, seat="ministry")
    own = Game().until(Phase.CORRIDOR).view("ministry")
    assert alone.room != own.room
    assert lost_in_the_year(own, BUILDER.at(VETERAN), worded(road="contractor")) == 0.0
    assert lost_in_the_year(own, BUILDER.at(VETERAN), worded(road="engineers")) > 0.0


@pytest.mark.parametrize("level", LEVELS.values(), ids=lambda level: level.name)
def test_slips_stay_within_the_level_and_are_the_same_all_game(level: Level) -> None:
    game = watched("tutorial", 2)
    seat, manner = game.case.agency_ids[0], BUILDER.at(level)
    luck = Luck(game.seed, seat)
    sights = [view(moment.state, seat) for moment in (game.moments[0], game.moments[-1])]
    assert sights[0].room.texts != sights[1].room.texts
    first, last = (slips(sight, manner, luck) for sight in sights)
    assert np.array_equal(first, last)
    assert np.abs(first).max() <= level.slips
    if level is VETERAN:
        assert not first.any()
    else:
        assert np.abs(first).max() > 0.5 * level.slips
        assert first.min() < 0 < first.max()
        other = game.case.agency_ids[1]
        assert not np.array_equal(slips(sights[0], manner, Luck(game.seed, other)), first)
        assert not np.array_equal(slips(sights[0], manner, Luck(game.seed + 1, seat)), first)


@pytest.mark.parametrize("level", [BEGINNER, PRACTITIONER], ids=lambda level: level.name)
def test_the_seat_goes_by_what_it_misjudges(level: Level) -> None:
    sight = seen_after(Stance.ENDORSE)
    manner = BUILDER.at(level)
    seen = prospect_of(sight, manner, LUCK, FAIR, ALL)
    sure = prospect_of(sight, BUILDER.at(replace(level, slips=0.0)), LUCK, FAIR, ALL)
    slip = float(slips(sight, manner, LUCK) @ board_of(sight.scene).marks(FAIR))
    assert slip != 0
    assert (seen.margin, seen.delivered) == (sure.margin, sure.delivered)
    assert seen.judged == pytest.approx(sure.judged + slip)


def test_a_red_line_is_seen_at_every_level() -> None:
    sight = seen_after(Stance.ENDORSE)
    for level in LEVELS.values():
        seen = [prospect_of(sight, BUILDER.at(level), LUCK, worded(news=option), ALL) for option in ("shared", "none")]
        assert [found.crossed for found in seen] == [("uniforms",), ()]
