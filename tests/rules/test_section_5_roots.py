"""Rules section 5: the five roots of a yes, by number."""

from dataclasses import replace

import pytest
from language import ALL, Game, ambush, changed, small_case, worded

from game.rules import commands as do
from game.rules.vocabulary import ForumKind, Phase, Purpose, Root, Stance

DEAL = {"school": "villages", "road": "contractor"}


def signed(game: Game, *, text: str = "A", seat: str = "ministry") -> Game:
    """Call and sign in the round at hand."""
    return game.turn(seat).do(do.CallSignature(seat, text)).stances().sign()


def tabled(game: Game, **terms: str) -> Game:
    return game.table("ministry", **(terms or DEAL)).stances()


def test_r5_1_worth_it_is_a_half_at_the_reservation_value() -> None:
    game = Game().accord(**DEAL)
    reading = game.judgement().signatures["council"]
    assert reading.advantage == pytest.approx((80 - 32) / (80 - 32))
    assert game.root("council", Root.WORTH) == 1.0
    assert game.root("force", Root.WORTH) == pytest.approx(max(0, 0.5 + 1.5 * (20 - 32) / 32))


def test_r5_2_each_threat_presses_by_its_strength() -> None:
    game = signed(tabled(Game()).do(do.Press("force", "relief", "A"), do.Press("force", "council", "A")))
    chair = 0.1 * 3 * 0.5
    assert game.root("relief", Root.FREE) == pytest.approx(1 - 0.2 * 3 - chair)
    assert game.root("council", Root.FREE) == pytest.approx(1 - 0.2 - 0.1 * 0.5)
    assert game.root("ministry", Root.FREE) == 1.0


def test_r5_2_a_chair_without_leverage_does_not_press() -> None:
    forum = replace(small_case().forum, chair="ministry")
    assert Game(small_case(forum=forum)).accord(**DEAL).root("relief", Root.FREE) == 1.0


def test_r5_2_naming_power_counts_once_conceded() -> None:
    game = tabled(Game(small_case(rounds=3))).turn("relief").do(do.NamePower("relief"))
    game.turn("force").do(do.ConcedePoint("force", "relief"))
    assert signed(game).root("relief", Root.FREE) == 1.0


def test_r5_2_withdrawing_restores_free_in_full_if_nothing_moved() -> None:
    game = tabled(Game()).do(do.Press("force", "council", "A"))
    game.do(do.WithdrawPressure("force", next(iter(game.own("force").threats))))
    assert signed(game).root("council", Root.FREE) == pytest.approx(0.95)


def test_r5_2_withdrawing_restores_half_once_the_pressed_has_moved() -> None:
    game = Game(small_case(rounds=3)).table("ministry", **DEAL).stances(council=Stance.OBJECT)
    game.do(do.Press("force", "council", "A")).stances().until(Phase.CORRIDOR, number=3)
    game.do(do.WithdrawPressure("force", next(iter(game.own("force").threats))))
    assert signed(game).root("council", Root.FREE) == pytest.approx(0.95 - 0.1)


def test_r5_3_what_a_party_kept_back_opens_a_gap() -> None:
    assert Game().accord(**DEAL).root("relief", Root.INFORMED) == pytest.approx(1 - 10 / 20)
    assert Game().accord(**DEAL).root("council", Root.INFORMED) == 1.0


def test_r5_3_told_straight_closes_it_and_spin_does_not() -> None:
    straight = tabled(Game().until(Phase.CORRIDOR).do(do.Share("force", "ambush", "relief")))
    assert signed(straight).root("relief", Root.INFORMED) == 1.0
    spun = signed(tabled(Game().until(Phase.CORRIDOR).do(do.Share("force", "ambush", "relief", is_spun=True))))
    assert spun.root("relief", Root.INFORMED) == 0.5
    (evidence,) = spun.judgement().signatures["relief"].roots[Root.INFORMED].evidence
    assert (evidence.what, evidence.about) == ("spun", "ambush")


def test_r5_3_what_no_party_knew_opens_no_gap() -> None:
    game = Game(small_case(facts=(ambush(known_by=()),))).accord(**DEAL)
    assert game.root("relief", Root.INFORMED) == 1.0


def heard(game: Game, seat: str) -> dict[str, float]:
    return {one.what: one.amount for one in game.judgement().signatures[seat].roots[Root.HEARD].evidence}


def test_r5_4_heard_is_a_quarter_each() -> None:
    game = Game().accord(**DEAL)
    assert heard(game, "council") == {"invited": 0.25, "consulted": 0, "met_halfway": 0, "level_room": 0}
    assert heard(game, "ministry") == {"invited": 0.25, "consulted": 0.25, "met_halfway": 0.25, "level_room": 0}


def test_r5_4_consulted_by_a_sponsor() -> None:
    game = signed(tabled(Game().until(Phase.CORRIDOR).do(do.Meet("council", "ministry"), do.Meet("relief", "council"))))
    assert heard(game, "council")["consulted"] == 0.25
    assert heard(game, "relief")["consulted"] == 0


def test_r5_4_an_objection_met_counts() -> None:
    game = Game(small_case(rounds=3)).table("ministry", school="barracks", road="contractor")
    game.stances(council=Stance.OBJECT, relief=Stance.OBJECT).turn("ministry")
    game.do(do.Amend("ministry", "A", worded(**DEAL), ALL)).until(Phase.FLOOR, number=3)
    game = signed(game)
    assert heard(game, "council")["met_halfway"] == 0.25
    assert heard(game, "force")["met_halfway"] == 0


def test_r5_4_an_own_amendment_that_stands_counts_from_three_points() -> None:
    game = Game(small_case(rounds=3)).table("ministry", school="villages", road="engineers").stances()
    game.turn("council").do(do.Amend("council", "A", worded(**DEAL), ALL)).until(Phase.FLOOR, number=3)
    assert heard(signed(game), "council")["met_halfway"] == 0.25


def test_r5_4_a_level_room_has_another_chair_than_the_strongest() -> None:
    forum = replace(small_case().forum, chair="council")
    assert heard(Game(small_case(forum=forum)).accord(**DEAL), "relief")["level_room"] == 0.25


@pytest.mark.parametrize(
    ("purpose", "kind", "lost"),
    [
        (Purpose.INFORMATION, ForumKind.COORDINATION_MEETING, 0.0),
        (Purpose.COMMON_STRATEGY, ForumKind.COORDINATION_MEETING, 0.3),
        (None, ForumKind.COORDINATION_MEETING, 0.2),
        (Purpose.DIVISION_OF_LABOUR, ForumKind.CONTACT_GROUP, 0.1),
    ],
)
def test_r5_5_backed_falls_with_each_step_of_purpose(purpose: Purpose | None, kind: ForumKind, lost: float) -> None:
    case = small_case(forum=replace(small_case().forum, purpose=purpose, kind=kind))
    assert Game(case).accord(**DEAL).root("relief", Root.BACKED) == pytest.approx(0.8 - lost)


def test_r5_5_backed_is_nothing_where_a_red_line_is_crossed() -> None:
    game = Game().accord(**DEAL, news="shared")
    assert game.root("relief", Root.BACKED) == 0.0


def test_r5_6_sincerity_is_half_the_weakest_and_half_the_mean() -> None:
    reading = Game().accord(**DEAL).judgement().signatures["council"]
    values = [root.value for root in reading.roots.values()]
    assert reading.sincerity == pytest.approx(min(values) / 2 + sum(values) / 10)


def test_r5_6_hollow_by_one_dead_root() -> None:
    game = signed(tabled(Game(changed(small_case(), "relief", power_sensitivity=1.0))).do(
        do.Press("force", "relief", "A")))  # fmt: skip
    assert game.root("relief", Root.FREE) == pytest.approx(0.1)
    assert game.judgement().signatures["relief"].is_hollow


def test_r5_7_support_falsification_and_reservation() -> None:
    plain = Game().accord(**DEAL).judgement().signatures["force"]
    assert plain.support == pytest.approx(-1.0)
    assert plain.falsification == pytest.approx(1.0)
    game = tabled(Game()).turn("ministry").do(do.CallSignature("ministry", "A")).stances()
    reserved = game.sign(reserving={"force": "road"}).judgement().signatures["force"]
    assert reserved.public == pytest.approx(1 / 3)
    assert reserved.falsification == pytest.approx((1 / 3 + 1) / 2)


def test_r5_5_a_root_that_is_a_half_on_paper_is_a_half() -> None:
    case = changed(small_case(forum=replace(small_case().forum, purpose=None)), "relief", backing=0.7)
    assert Game(case).accord(**DEAL).root("relief", Root.BACKED) == 0.5
