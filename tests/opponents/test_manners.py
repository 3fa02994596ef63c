"""Manners in small situations: what each does first, shows, signs and keeps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from language import ALL, Game, changed, small_case, worded

from game.opponents.effort import plan
from game.opponents.ledger import read_terms
from game.opponents.luck import Luck
from game.opponents.manner import CONSENSUS_BUILDER, MANNERS, MIXED, PRESSER, TALKER, VETERAN, Manner, deal_manners
from game.opponents.seat import choose
from game.rules import commands as do
from game.rules.appraisal import appraise
from game.rules.view import view
from game.rules.vocabulary import DecisionRule, Phase, Purpose, Stance

FAIR = {"school": "villages", "road": "contractor"}
FORCED = {"school": "barracks", "road": "engineers", "news": "shared"}


def chosen(game: Game, seat: str, manner: Manner, *, seed: int = 1) -> do.Command:
    return choose(view(game.state, seat), manner, Luck(seed, seat))


def test_mixed_deals_manners_by_seed_and_a_name_gives_them_all_alike() -> None:
    dealt = [deal_manners(MIXED, ALL, seed) for seed in range(30)]
    assert dealt[0] == deal_manners(MIXED, ALL, 0)
    assert {manner.name for hand in dealt for manner in hand.values()} == set(MANNERS)
    assert set(deal_manners("talker", ALL, 1).values()) == {TALKER}
    with pytest.raises(KeyError):
        deal_manners("nobody", ALL, 1)


def test_a_consensus_builder_opens_the_forum_to_everybody_with_an_honest_purpose() -> None:
    command = chosen(Game(), "force", CONSENSUS_BUILDER)
    assert isinstance(command, do.Convene)
    assert set(command.invited) == set(ALL)
    assert command.purpose is Purpose.DIVISION_OF_LABOUR
    assert command.rule is DecisionRule.CONSENSUS


def test_a_presser_opens_the_forum_for_one_strategy_and_a_talker_for_information() -> None:
    pressing, talking = (chosen(Game(), "force", manner) for manner in (PRESSER, TALKER))
    assert isinstance(pressing, do.Convene)
    assert isinstance(talking, do.Convene)
    assert pressing.purpose is Purpose.COMMON_STRATEGY
    assert talking.purpose is Purpose.INFORMATION


def test_a_consensus_builder_tells_the_room_what_it_knows_straight() -> None:
    game = Game().until(Phase.CORRIDOR)
    command = chosen(game, "force", CONSENSUS_BUILDER)
    assert command == do.Share("force", "ambush", None)


def test_after_meeting_it_tells_whom_it_met_and_opens_its_points_straight() -> None:
    game = Game().until(Phase.CORRIDOR).do(do.Meet("force", "relief"))
    command = chosen(game, "force", CONSENSUS_BUILDER)
    assert command == do.Share("force", "ambush", "relief")
    command = chosen(game.do(command), "force", CONSENSUS_BUILDER)
    assert isinstance(command, do.Disclose)
    assert not command.is_shaded


def test_a_presser_tables_in_the_first_round_and_presses_for_its_text_in_the_next() -> None:
    game = Game().until(Phase.FLOOR).turn("force")
    command = chosen(game, "force", PRESSER)
    assert isinstance(command, do.Table)
    game.do(command).until(Phase.CORRIDOR, number=2)
    command = chosen(game, "force", PRESSER)
    assert isinstance(command, do.Press)
    assert command.whom == "relief"


def test_a_talker_never_tables() -> None:
    for number in (1, 2):
        game = Game().until(Phase.FLOOR, number=number).turn("relief")
        assert not isinstance(chosen(game, "relief", TALKER), do.Table | do.CallSignature)


def test_a_consensus_builder_waits_with_its_text_until_it_has_listened() -> None:
    game = Game().until(Phase.FLOOR).turn("ministry")
    assert not isinstance(chosen(game, "ministry", CONSENSUS_BUILDER), do.Table)


def test_a_weaker_consensus_builder_names_the_power_of_a_chair_that_holds_it_and_the_chair_grants_it() -> None:
    game = Game(changed(small_case(), "council", power_sensitivity=1.0)).until(Phase.FLOOR).turn("council")
    assert chosen(game, "council", CONSENSUS_BUILDER) == do.NamePower("council")
    game.do(do.NamePower("council")).until(Phase.FLOOR, number=2).turn("force")
    assert chosen(game, "force", CONSENSUS_BUILDER) == do.ConcedePoint("force", "council")
    pressers = [chosen(game, "force", PRESSER, seed=seed) for seed in range(20)]
    assert sum(isinstance(command, do.ConcedePoint) for command in pressers) <= 6


def stance(game: Game, seat: str, manner: Manner) -> Stance:
    command = chosen(game.until(Phase.STANCES), seat, manner)
    assert isinstance(command, do.TakeStance)
    return command.stance


def test_stances_say_what_a_text_is_worth() -> None:
    game = Game().table("ministry", **FAIR)
    assert stance(game, "council", CONSENSUS_BUILDER) is Stance.ENDORSE
    assert stance(game, "force", CONSENSUS_BUILDER) is Stance.OBJECT
    assert stance(game, "relief", TALKER) in (Stance.RESERVATIONS, Stance.ABSTAIN)


def test_a_red_line_is_blocked() -> None:
    game = Game().table("force", **FORCED)
    assert stance(game, "relief", CONSENSUS_BUILDER) is Stance.BLOCK


def called(game: Game, seat: str, **terms: str) -> Game:
    game.table(seat, **terms).stances()
    return game.until(Phase.FLOOR, number=2).turn(seat).do(do.CallSignature(seat, "A")).stances().until(Phase.SIGNING)


def test_each_signs_what_it_wants_and_a_consensus_builder_declines_what_it_could_not_carry_out() -> None:
    game = called(Game(), "ministry", **FAIR)
    assert isinstance(chosen(game, "ministry", CONSENSUS_BUILDER), do.Sign)
    game.do(do.Sign("council", "A"))
    assert isinstance(chosen(game, "force", CONSENSUS_BUILDER), do.Decline | do.SignWithReservation)


def forced(*, is_pressed: bool) -> Game:
    """Call a text a little below what the council has without it, with or without a threat of the force."""
    case = changed(small_case(), "council", walk_away=26)
    game = Game(case).table("force", parties=("force", "ministry", "council"), school="barracks", road="engineers")
    game.stances().until(Phase.CORRIDOR, number=2)
    if is_pressed:
        game.do(do.Press("force", "council", "A"))
    return game.until(Phase.FLOOR).turn("force").do(do.CallSignature("force", "A")).stances().until(Phase.SIGNING)


def test_pressure_bends_a_presser_and_hardly_a_consensus_builder() -> None:
    pressed, free = forced(is_pressed=True), forced(is_pressed=False)
    presser = PRESSER.at(VETERAN)
    assert isinstance(chosen(pressed, "council", presser), do.Sign)
    assert isinstance(chosen(free, "council", presser), do.Decline)
    builder = replace(CONSENSUS_BUILDER.at(VETERAN), pliancy=0.2)
    assert isinstance(chosen(pressed, "council", builder), do.Decline)


def test_r7_2_a_fair_text_is_carried_out_and_a_forced_one_is_not() -> None:
    fair = Game().accord("ministry", **FAIR)
    forced_on = Game().accord("force", **FORCED)

    def effort(game: Game, seat: str) -> float:
        sight = view(game.state, seat)
        (accord,) = sight.room.in_force
        given = plan(sight, CONSENSUS_BUILDER, accord)
        return sum(given.values()) / len(given)

    assert effort(fair, "ministry") > 0.6
    assert effort(fair, "relief") > 0.6
    assert effort(forced_on, "relief") < 0.2
    assert effort(forced_on, "force") > effort(forced_on, "relief")


def test_r7_2_trust_makes_a_logroll_deliver() -> None:
    """The relief agency would rather build no school, and wants the road that the ministry builds."""
    points = {"school": {"none": 8, "villages": 2, "barracks": 0},
              "road": {"none": 10, "engineers": 0, "contractor": 40}, "news": {"none": 30, "shared": 0}}  # fmt: skip

    def effort(trust: float) -> float:
        case = changed(small_case(facts=()), "relief", points=points, trust={"ministry": trust, "force": trust})
        sight = view(Game(case).accord("ministry", **FAIR).state, "relief")
        return sum(plan(sight, CONSENSUS_BUILDER, sight.room.in_force[0]).values())

    assert effort(0.9) > 0.9
    assert effort(0.1) < 0.8
    assert effort(0.05) < effort(0.1) < effort(0.2)


def test_r2_3_the_ballot_says_the_effort_that_is_planned() -> None:
    game = Game().accord("ministry", **FAIR).until(Phase.BALLOT)
    command = chosen(game, "ministry", CONSENSUS_BUILDER)
    assert isinstance(command, do.AnswerBallot)
    sight = view(game.state, "ministry")
    given = plan(sight, CONSENSUS_BUILDER, sight.room.in_force[0])
    assert command.own == round(4 * sum(given.values()) / len(given))
    assert set(command.predictions) == set(ALL) - {"ministry"}


@pytest.mark.parametrize("seat", ALL)
@pytest.mark.parametrize("terms", [FAIR, FORCED, {"news": "shared"}], ids=["fair", "forced", "news"])
def test_the_seats_own_ledger_agrees_with_the_rules(seat: str, terms: dict[str, str]) -> None:
    sight = view(Game().until(Phase.CORRIDOR).state, seat)
    reading, appraisal = (f(sight, worded(**terms), ALL) for f in (read_terms, appraise))
    assert reading.margin == pytest.approx(appraisal.worth - appraisal.reservation)
    assert reading.crossed == appraisal.crossed


def test_lanes_are_offered_where_the_room_cannot_agree() -> None:
    game = Game().until(Phase.CORRIDOR, number=2)
    offers = []
    while True:
        command = chosen(game, "ministry", CONSENSUS_BUILDER)
        if isinstance(command, do.Pass):
            break
        offers.append(command.kind)
        game.do(command)
    assert "declare_lane" in offers
