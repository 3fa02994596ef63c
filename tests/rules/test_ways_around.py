"""Ways around the rules that are closed: each was open once."""

from dataclasses import replace

import pytest
from language import ALL, Game, agency, ambush, option, small_case, worded

from game.rules import commands as do
from game.rules import events as was
from game.rules.appraisal import appraise
from game.rules.case import Case
from game.rules.effects import ShiftBacking
from game.rules.judging.power import capture
from game.rules.texts import Accord, Term
from game.rules.vocabulary import Community, DecisionRule, Phase, Root

DEAL = {"school": "villages", "road": "contractor"}


def carriers_decide(**fields: object) -> Case:
    return small_case(forum=replace(small_case().forum, rule=DecisionRule.CARRIERS), rounds=4, **fields)


def second_text(game: Game, parties: tuple[str, ...] = ALL, **terms: str) -> Game:
    """Table a second text in round 3 and call it in round 4."""
    game.until(Phase.FLOOR, number=3).table("ministry", parties, **terms).stances()
    return game.until(Phase.FLOOR, number=4).turn("ministry").do(do.CallSignature("ministry", "B")).stances()


def test_r3_3_an_accord_is_not_replaced_against_one_of_its_parties() -> None:
    game = second_text(Game(carriers_decide()).accord(**DEAL), road="contractor").sign(declining=("council",))
    assert [accord.text for accord in game.room.in_force] == ["A"]
    fell = game.happened(was.FellThrough)[0]
    assert (fell.why, fell.through) == ("not_signed", ("council",))


def test_r3_3_a_term_that_does_not_come_into_force_replaces_nothing() -> None:
    game = second_text(Game(carriers_decide()).accord(school="villages"), school="barracks", road="contractor")
    game.sign(reserving={"force": "school"})
    assert {accord.text: accord.settles for accord in game.room.in_force} == {"A": {"school"}, "B": {"road"}}


def test_an_option_agreed_again_takes_effect_once() -> None:
    school, road, news = small_case().issues
    road = replace(road, options=(*road.options[:2], option(
        "contractor", "ministry", effects=(ShiftBacking("council", -0.2),))))  # fmt: skip
    game = Game(carriers_decide(issues=(school, road, news))).accord(road="contractor")
    assert game.own("council").backing == pytest.approx(0.6)
    game = second_text(game, **DEAL).sign()
    assert [accord.text for accord in game.room.in_force] == ["B"]
    assert game.own("council").backing == pytest.approx(0.6)


def test_call_signature_of_a_version_amended_after_its_call() -> None:
    game = Game().table("ministry", school="barracks").stances().turn("ministry").do(do.CallSignature("ministry", "A"))
    game.turn("council").do(do.Amend("council", "A", worded(**DEAL), ALL))
    game.do(do.CallSignature("force", "A"))
    assert game.room.called == (("A", 2),)
    assert set(game.stances().sign().room.accords) == {"A"}


def pressed() -> Game:
    game = Game(small_case(rounds=3)).table("force", school="barracks").stances()
    return game.do(do.Press("force", "council", "A"))


def test_r4_6_walking_out_of_a_signing_defies_the_threat() -> None:
    game = pressed().turn("council").do(do.WalkOut("council"))
    game.turn("force").do(do.CallSignature("force", "A")).stances().sign().until(Phase.SETTLING)
    game.do(do.CarryOutThreat("force", next(iter(game.own("force").threats))))
    assert [a.points for a in game.own("council").adjustments] == [-4]


def test_r4_6_a_threat_is_not_defied_by_what_was_declined_before_it() -> None:
    game = Game(small_case(rounds=3)).table("force", school="barracks").stances()
    game.turn("force").do(do.CallSignature("force", "A")).stances().sign(declining=("council",))
    game.do(do.Press("force", "council", "A")).until(Phase.SETTLING)
    assert game.refused(do.CarryOutThreat("force", next(iter(game.own("force").threats)))).code == "not_defied"


def test_r7_7_giving_up_half_way_does_not_undo_the_blurring() -> None:
    game = Game().accord(**DEAL, news="shared").until(Phase.FIRST_EFFORTS)
    for seat in ALL:
        game.try_(do.SetEffort(seat, "A", 1.0))
    game.until(Phase.SECOND_EFFORTS).try_(do.SetEffort("relief", "A", 0.0))
    game.until(Phase.CLOSED)
    assert [a.points for a in game.own("relief").adjustments if a.reason == "blurring"] == [-5]


def test_r7_7_beginning_half_way_blurs_too_and_each_term_once() -> None:
    game = Game().accord(**DEAL, news="shared").until(Phase.SECOND_EFFORTS)
    for seat in ALL:
        game.try_(do.SetEffort(seat, "A", 1.0))
    game.until(Phase.CLOSED)
    assert [a.points for a in game.own("relief").adjustments if a.reason == "blurring"] == [-5]
    steady = Game().accord(**DEAL, news="shared").year()
    assert [a.points for a in steady.own("relief").adjustments if a.reason == "blurring"] == [-5]


def test_share_before_the_room_does_not_move_again_whom_the_speaker_told_before() -> None:
    game = Game().until(Phase.CORRIDOR).do(do.Share("force", "ambush", "relief"))
    before = game.own("relief").beliefs["ambush"]
    game.do(do.Share("force", "ambush", None))
    assert game.own("relief").beliefs["ambush"] == before
    assert game.own("council").beliefs["ambush"] > 0.5


def test_spin_found_out_in_private_stays_private() -> None:
    """Else the speaker would see who looks into what, and when."""
    game = Game().until(Phase.CORRIDOR).do(do.Share("force", "ambush", "relief", is_spun=True))
    game.do(do.Investigate("relief", "ambush"))
    assert {event.to for event in game.events} == {("relief",)}
    knowing = Game(small_case(facts=(ambush(known_by=("force", "relief")),))).until(Phase.CORRIDOR)
    knowing.do(do.Share("force", "ambush", None, is_spun=True))
    assert not [event for event in knowing.events if isinstance(event.what, was.SpinFoundOut) and "force" in event.to]


def test_r7_6_four_fifths_on_six_terms_is_four_fifths() -> None:
    issues = tuple(replace(small_case().issues[1], id=f"road{n}") for n in range(6))
    agencies = tuple(
        replace(a, points={i.id: {"none": 0, "engineers": 5, "contractor": 10} for i in issues}, red_lines=())
        for a in small_case().agencies
    )
    game = Game(small_case(issues=issues, agencies=agencies, facts=()))
    game.accord(**{issue.id: "contractor" for issue in issues}).year(0.8)
    assert game.happened(was.Exposed) == []


def favouring(best: str) -> dict[str, int]:
    return {option: 25 if option == best else 0 for option in "xyz"}


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_r6_1_losers_do_not_depend_on_names_where_parties_tie_for_strongest(names: tuple[str, str]) -> None:
    """Two tie for strongest, and each took as much from others: all that lost count."""
    one, two = names
    wants = {one: "xxxx", two: "yyyy", "c": "zzxx", "d": "yyxx", "e": "yyzz"}
    agencies = tuple(
        agency(name, Community.DONOR, {i: favouring(o) for i, o in zip("ijkl", row, strict=True)}, power=power)
        for (name, row), power in zip(wants.items(), (5, 5, 1, 1, 1), strict=True)
    )
    terms = tuple(Term(i, o) for i, o in zip("ijkl", "xxyy", strict=True))
    found = capture(small_case(agencies=agencies, issues=()), Accord("A", terms, ("a", "b", "c", "d", "e"), {}, 1, 1))
    assert found.share == 1.0
    assert set(found.losers) == {"a", "b", "c", "d", "e"}


def test_r10_1_when_shading_comes_out_does_not_hang_on_other_commands() -> None:
    answers = set()
    for before in range(6):
        game = Game(small_case(), seed=3).do(*(do.SendMessage("council", None, "…") for _ in range(before)))
        game.until(Phase.CORRIDOR).do(do.Meet("relief", "ministry"))
        game.do(do.Disclose("relief", "ministry", "school", is_shaded=True)).year()
        answers.add(tuple(game.own("ministry").scars.items()))
    assert len(answers) == 1


def test_r4_2_a_red_line_counts_only_against_the_text_that_crosses_it() -> None:
    """An accord between others that crosses mine does not spoil every later text of mine."""
    game = Game(small_case(rounds=3)).accord(parties=("relief", "force"), news="shared")
    assert game.judgement().signatures["relief"].roots[Root.BACKED].value == 0
    later = appraise(game.view("relief"), worded(school="villages"), ALL)
    assert later.crossed == ()


def test_r7_5_terms_that_nobody_carries_do_not_raise_the_rate() -> None:
    game = Game().accord(school="villages", news="none").year(0.5)
    assert game.outcome.accords[0].rate == pytest.approx(50)


def test_name_power_is_not_granted_by_giving_the_chair_to_the_strongest() -> None:
    case = small_case(forum=replace(small_case().forum, chair="council"))
    game = Game(case).turn("relief").do(do.NamePower("relief"), do.MoveProcedure("ministry", chair="force"))
    game.do(do.MoveProcedure("force", chair="force"), do.MoveProcedure("council", chair="force"))
    assert game.room.forum.chair == "force"
    assert not game.room.forum.is_power_conceded
