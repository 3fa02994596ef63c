"""Manners and levels at work: what each asks of a text, shows on it, signs, calls and declines."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import pairwise

import pytest
from language import Game, changed, small_case

from game.opponents.assent import MOST_FAVOUR, MOST_GRUDGE, asks, stance_on
from game.opponents.ledger import read_text
from game.opponents.luck import Luck
from game.opponents.manner import (
    BEGINNER,
    CONSENSUS_BUILDER,
    HARDLINER,
    LEVELS,
    MANNERS,
    PLEASER,
    PRACTITIONER,
    PRESSER,
    PRESTIGE_SEEKER,
    VETERAN,
    Level,
    Manner,
)
from game.opponents.seat import choose
from game.rules import commands as do
from game.rules.case import Case
from game.rules.texts import Signature
from game.rules.view import View
from game.rules.vocabulary import Phase, Stance

FAIR = {"school": "villages", "road": "contractor"}
ROUNDS = 4
SHARP = Level("sharp", reading=0.0, foresight=0.0, drafts=4, slips=0.0)
"""Neither slips nor foresight: goes by the paper."""
STUBBORN = replace(HARDLINER, prestige=0.0)
"""Does not mind whose name a text bears."""


def asked(game: Game | View, manner: Manner, seat: str = "council", *, is_afraid: bool = False) -> float:
    sight = game.view(seat) if isinstance(game, Game) else game
    return asks(sight, manner, Luck(1, seat), sight.room.texts["A"], is_afraid=is_afraid)


def shows(game: Game, manner: Manner, seat: str = "council") -> Stance:
    return stance_on(game.view(seat), manner, Luck(1, seat), game.room.texts["A"])


def chosen(game: Game, seat: str, manner: Manner) -> do.Command:
    return choose(game.view(seat), manner, Luck(1, seat))


def worth(points: int, **fields_: object) -> Case:
    """Word a case in which a fair text brings the council exactly so much above not signing."""
    wants = {"school": {"none": 40 - points, "villages": 40, "barracks": 0},
             "road": {"none": 20, "engineers": 0, "contractor": 20}, "news": {"none": 40, "shared": 0}}  # fmt: skip
    case = changed(small_case(facts=()), "council", points=wants, walk_away=100 - points)
    return replace(case, rounds=ROUNDS, **fields_)


def tabled(case: Case, by: str = "ministry") -> Game:
    return Game(case).table(by, **FAIR)


def at_round(game: Game, number: int) -> View:
    sight = game.view("council")
    return replace(sight, room=replace(sight.room, round=number))


@pytest.mark.parametrize("points", [-25, -5, 0, 7, 30])
def test_the_cases_of_these_tests_are_worth_what_they_say(points: int) -> None:
    game = tabled(worth(points))
    assert read_text(game.view("council"), game.room.texts["A"]).margin == pytest.approx(points)


# Pleasing


def called(case: Case) -> Game:
    game = tabled(case).stances().until(Phase.FLOOR, number=2).turn("ministry")
    return game.do(do.CallSignature("ministry", "A")).stances()


@pytest.mark.parametrize("points", [-25, -5])
def test_a_pleaser_signs_whatever_it_may_and_nobody_else_signs_what_is_bad_for_it(points: int) -> None:
    game = called(worth(points))
    for manner in MANNERS.values():
        is_signed = isinstance(chosen(game, "council", manner.at(SHARP)), do.Sign)
        assert is_signed is (manner.name == PLEASER.name), manner.name


def test_a_pleaser_does_not_sign_across_its_red_line() -> None:
    game = Game().table("ministry", school="villages", news="shared").stances().turn("ministry")
    game.do(do.CallSignature("ministry", "A")).stances()
    assert isinstance(chosen(game, "council", PLEASER), do.Sign)
    assert not isinstance(chosen(game, "relief", PLEASER), do.Sign)


# Holding out


def test_a_hardliner_holds_out_where_a_builder_agrees() -> None:
    game = tabled(worth(8))
    assert shows(game, CONSENSUS_BUILDER.at(SHARP)) is Stance.ENDORSE
    assert shows(game, STUBBORN.at(SHARP)) is Stance.RESERVATIONS
    assert shows(tabled(worth(20)), STUBBORN.at(SHARP)) is Stance.ENDORSE


def test_a_hardliner_gives_way_less_over_the_rounds_than_a_builder() -> None:
    game = tabled(worth(8))
    held = {
        manner.name: [
            asked(at_round(game, number), manner.at(SHARP)) / manner.ambition for number in range(1, ROUNDS + 1)
        ]
        for manner in (STUBBORN, CONSENSUS_BUILDER)
    }
    assert held["hardliner"] == [1.0] * ROUNDS
    assert held["consensus_builder"][0] == 1.0
    assert all(one > other for one, other in pairwise(held["consensus_builder"]))


def test_patience_is_how_long_a_seat_holds_to_what_it_wants() -> None:
    game = tabled(worth(8))
    manners = [replace(CONSENSUS_BUILDER.at(SHARP), patience=patience) for patience in (0.0, 0.3, 0.7, 1.0)]
    for number in range(2, ROUNDS + 1):
        wanted = [asked(at_round(game, number), manner) for manner in manners]
        assert all(one < other for one, other in pairwise(wanted))
        assert wanted[-1] == CONSENSUS_BUILDER.ambition
    assert len({asked(at_round(game, 1), manner) for manner in manners}) == 1


def test_who_has_foresight_takes_a_last_chance_and_pride_keeps_some_from_it() -> None:
    game = tabled(worth(8))
    humble, proud = (replace(STUBBORN.at(VETERAN), pride=pride) for pride in (0.0, 1.0))
    for manner in (humble, proud):
        assert asked(at_round(game, ROUNDS - 1), manner) == STUBBORN.ambition
    assert asked(at_round(game, ROUNDS), humble) == pytest.approx(1.0)
    assert 1.0 < asked(at_round(game, ROUNDS), proud) < STUBBORN.ambition
    assert asked(at_round(game, ROUNDS), replace(humble, level=SHARP)) == STUBBORN.ambition


# Slights and favours


def trusting(game: Game, trust: float, whom: str = "ministry") -> View:
    sight = game.view("council")
    return replace(sight, own=replace(sight.own, trust={**sight.own.trust, whom: trust}))


@pytest.mark.parametrize("manner", [STUBBORN, CONSENSUS_BUILDER], ids=lambda manner: manner.name)
def test_more_is_asked_of_whoever_lost_trust_and_less_of_whoever_won_it(manner: Manner) -> None:
    game = tabled(worth(8))
    wanted = [asked(trusting(game, trust), manner.at(SHARP)) for trust in (0.0, 0.2, 0.4, 0.5, 0.6, 0.8)]
    assert game.own("council").trust["ministry"] == 0.5
    assert wanted[3] == manner.ambition
    assert all(one > other for one, other in pairwise(wanted))
    assert wanted[0] <= manner.ambition + MOST_GRUDGE
    assert asked(trusting(game, 1.0), manner.at(SHARP)) >= manner.ambition - MOST_FAVOUR


def test_a_slight_weighs_more_than_a_favour_and_most_with_the_proud() -> None:
    game = tabled(worth(8))
    changes = [asked(trusting(game, trust), STUBBORN.at(SHARP)) - STUBBORN.ambition for trust in (0.3, 0.7)]
    assert changes[0] > -2 * changes[1] > 0
    humble = asked(trusting(game, 0.3), replace(STUBBORN.at(SHARP), pride=0.0)) - STUBBORN.ambition
    assert 0 < humble < changes[0]


def test_what_somebody_else_did_is_not_held_against_a_sponsor() -> None:
    game = tabled(worth(8))
    assert asked(trusting(game, 0.0, "force"), STUBBORN.at(SHARP)) == asked(game, STUBBORN.at(SHARP))


def test_being_leaned_on_makes_a_seat_ask_more_of_whoever_leaned() -> None:
    game = tabled(worth(8), "force").until(Phase.CORRIDOR, number=2)
    before = asked(game, STUBBORN.at(SHARP))
    assert asked(game.do(do.Press("force", "council", "A")), STUBBORN.at(SHARP)) > before + 1.0


# Prestige


def test_a_prestige_seeker_endorses_its_own_text_and_not_an_equal_one_of_another() -> None:
    mine, theirs = tabled(worth(8), "council"), tabled(worth(8))
    seeker = PRESTIGE_SEEKER.at(SHARP)
    assert shows(mine, seeker) is Stance.ENDORSE
    assert shows(theirs, seeker) is not Stance.ENDORSE
    assert asked(theirs, seeker) > seeker.ambition > asked(mine, seeker)
    for stance in (shows(game, CONSENSUS_BUILDER.at(SHARP)) for game in (mine, theirs)):
        assert stance is Stance.ENDORSE


def test_an_amendment_of_its_own_makes_a_text_its_own() -> None:
    game = tabled(worth(8)).stances().turn("council")
    seeker = PRESTIGE_SEEKER.at(SHARP)
    before = asked(game, seeker)
    terms = game.room.texts["A"].latest.terms
    game.do(do.Amend("council", "A", terms, ("force", "ministry", "relief", "council")[1:]))
    assert asked(game, seeker) < before - 5.0


# Calling


def opposed(number: int) -> Game:
    """Let the force table what all others object to, and give it the floor in a round."""
    game = Game(replace(small_case(), rounds=ROUNDS)).table("force", school="barracks", road="engineers")
    if number > 1:
        game.stances(Stance.OBJECT, force=Stance.ENDORSE).until(Phase.FLOOR, number=number)
    return game


def test_a_presser_calls_its_own_wording_from_the_second_round_whatever_others_show() -> None:
    command = chosen(opposed(2).turn("force"), "force", PRESSER.at(SHARP))
    assert command == do.CallSignature("force", "A")
    for manner in (HARDLINER, CONSENSUS_BUILDER):
        assert not isinstance(chosen(opposed(2).turn("force"), "force", manner.at(SHARP)), do.CallSignature)


def test_a_presser_does_not_call_what_others_made_of_its_text() -> None:
    game = opposed(2).turn("ministry")
    game.do(do.Amend("ministry", "A", game.room.texts["A"].latest.terms[:1], ("force", "ministry", "council")))
    game.stances(Stance.OBJECT).until(Phase.FLOOR, number=3).turn("force")
    assert chosen(game, "force", PRESSER.at(SHARP)) != do.CallSignature("force", "A")


def test_a_builder_calls_once_all_have_said_yes() -> None:
    game = tabled(worth(30)).stances().until(Phase.FLOOR, number=2).turn("ministry")
    assert chosen(game, "ministry", CONSENSUS_BUILDER.at(SHARP)) == do.CallSignature("ministry", "A")
    game = tabled(worth(30)).stances(relief=Stance.OBJECT).until(Phase.FLOOR, number=2).turn("ministry")
    assert not isinstance(chosen(game, "ministry", CONSENSUS_BUILDER.at(SHARP)), do.CallSignature)


# Signing


def refused(by: str) -> View:
    """Call a text for signature, let one who must carry something decline, and ask the council."""
    sight = called(worth(30)).view("council")
    text = replace(sight.room.texts["A"], signatures={by: Signature(is_signed=False, reserved=None, at=1)})
    return replace(sight, room=replace(sight.room, texts={"A": text}))


@pytest.mark.parametrize("manner", [CONSENSUS_BUILDER, STUBBORN, PLEASER], ids=lambda manner: manner.name)
def test_nobody_signs_what_has_fallen_apart(manner: Manner) -> None:
    assert isinstance(chosen(called(worth(30)), "council", manner.at(SHARP)), do.Sign)
    assert isinstance(choose(refused("ministry"), manner.at(SHARP), Luck(1, "council")), do.Decline)


def test_a_seat_signs_for_what_is_left_and_not_for_what_was_hoped_for() -> None:
    """Without the relief agency there is no school, and the road alone brings the council nothing."""
    left = refused("relief")
    assert isinstance(choose(left, CONSENSUS_BUILDER.at(SHARP), Luck(1, "council")), do.Decline)
    content = replace(CONSENSUS_BUILDER.at(SHARP), ambition=0.0)
    assert isinstance(choose(left, content, Luck(1, "council")), do.Sign)


# Levels


def test_a_manner_at_a_level_is_the_same_manner() -> None:
    for manner in MANNERS.values():
        assert manner.level is PRACTITIONER
        for level in LEVELS.values():
            moved = manner.at(level)
            assert moved.level is level
            for field in fields(Manner):
                if field.name != "level":
                    assert getattr(moved, field.name) == getattr(manner, field.name)


def test_every_number_of_a_level_is_better_than_that_of_the_one_before() -> None:
    assert tuple(LEVELS.values()) == (BEGINNER, PRACTITIONER, VETERAN)
    assert [level.name for level in LEVELS.values()] == list(LEVELS)
    for lower, higher in pairwise(LEVELS.values()):
        assert lower.reading < higher.reading <= 1.0
        assert lower.foresight < higher.foresight <= 1.0
        assert lower.drafts < higher.drafts
        assert lower.slips > higher.slips >= 0.0


def test_no_number_of_a_manner_is_out_of_range() -> None:
    for name, manner in MANNERS.items():
        assert manner.name == name
        for field in fields(Manner):
            value = getattr(manner, field.name)
            if isinstance(value, float) and field.name != "ambition":
                assert 0.0 <= value <= 1.0, (name, field.name)
    assert PLEASER.ambition < 0 < CONSENSUS_BUILDER.ambition < HARDLINER.ambition


def test_a_seat_that_misjudges_shows_a_wrong_stance_now_and_then_and_a_veteran_none() -> None:
    game = tabled(worth(12))
    wrong = {
        level.name: sum(
            stance_on(game.view("council"), CONSENSUS_BUILDER.at(replace(level, foresight=0.0)), Luck(seed, "council"),
                      game.room.texts["A"]) is not Stance.ENDORSE
            for seed in range(60)
        )
        for level in LEVELS.values()
    }  # fmt: skip
    assert wrong["veteran"] == 0
    assert wrong["practitioner"] < wrong["beginner"]
    assert 10 <= wrong["beginner"] <= 40
