"""Rules section 6: the verdict on an accord as signed, by number."""

from dataclasses import replace

import pytest
from language import ALL, Game, agency, changed, small_case

from game.rules import commands as do
from game.rules.case import Agency
from game.rules.judgement import RootReading, SignatureReading
from game.rules.judging.power import capture, strongest
from game.rules.judging.verdict import HAIR, Measures, classify, verdict_on
from game.rules.ruleset import STANDARD
from game.rules.texts import Accord, Term
from game.rules.vocabulary import Community, Kind, Root


def reading(value: float = 0.8, *, carried: int = 1, stake: float = 30, falsification: float = 0.0,
            **roots: float) -> SignatureReading:  # fmt: skip
    values = {root: roots.get(root.value, value) for root in Root}
    sincerity = min(values.values()) / 2 + sum(values.values()) / 10
    return SignatureReading(
        roots={root: RootReading(one) for root, one in values.items()}, sincerity=sincerity, is_hollow=False,
        advantage=0.5, support=1.0, public=1.0, falsification=falsification, carried=carried, stake=stake,
    )  # fmt: skip


def measures(*readings: SignatureReading, **fields: object) -> Measures:
    signatures = dict(zip("abcdefg", readings, strict=False))
    plain: dict[str, object] = {"uninvited": {}, "capture": 0.0, "losers": (), "tabled_at": 3}
    return Measures(signatures=signatures, **{**plain, **fields})  # type: ignore[arg-type]


def kind(*readings: SignatureReading, **fields: object) -> Kind:
    return classify(measures(*readings, **fields), STANDARD)[0]


def test_r6_3_sincere_needs_every_root_the_mean_and_every_voice() -> None:
    good = reading(0.8)
    assert kind(good, good) is Kind.SINCERE
    assert kind(good, reading(0.8, heard=0.49)) is Kind.FRAGILE
    assert kind(reading(0.64), reading(0.64)) is Kind.FRAGILE
    assert kind(good, good, uninvited={"d": 15.0}) is Kind.FRAGILE
    assert kind(good, good, uninvited={"d": 14.9}) is Kind.SINCERE


def test_r6_3_false_if_a_carrier_or_a_party_with_a_stake_is_hollow() -> None:
    hollow = {"free": 0.2}
    assert kind(reading(), reading(0.9, **hollow)) is Kind.FALSE
    assert kind(reading(), reading(0.9, carried=0, stake=10, **hollow)) is Kind.FALSE
    assert kind(reading(), reading(0.9, carried=0, stake=9, **hollow)) is Kind.FRAGILE


def test_r6_3_false_if_too_much_is_falsified() -> None:
    assert kind(reading(falsification=0.7), reading(carried=2)) is Kind.SINCERE
    assert kind(reading(falsification=0.7, carried=2), reading()) is Kind.FALSE


def test_r6_3_false_if_captured_and_the_losers_were_not_heard() -> None:
    assert kind(reading(), reading(heard=0.5), capture=0.61, losers=("b",)) is Kind.FALSE
    assert kind(reading(), reading(heard=0.75), capture=0.61, losers=("b",)) is Kind.SINCERE
    assert kind(reading(), reading(heard=0.5), capture=0.60, losers=("b",)) is Kind.SINCERE


def test_r6_3_false_if_two_voices_are_missing() -> None:
    assert kind(reading(), reading(), uninvited={"d": 20.0, "e": 15.0}) is Kind.FALSE


def test_r6_4_a_verdict_names_tests_seats_and_the_nearest_flip() -> None:
    found = verdict_on(measures(reading(0.9), reading(0.9, heard=0.44)), STANDARD)
    assert [(f.test, f.seats) for f in found.findings] == [("weak_heard", ("b",))]
    assert found.flip is not None
    assert (found.flip.threshold, found.flip.would_be) == ("sincere_root", Kind.SINCERE)
    assert found.flip.distance == pytest.approx(0.06, abs=2 * HAIR)


def test_r6_4_flip_is_what_it_says() -> None:
    for found in (measures(reading(0.7), reading(0.66)), measures(reading(0.4), reading(0.9)),
                  measures(reading(), reading(falsification=0.5))):  # fmt: skip
        verdict = verdict_on(found, STANDARD)
        assert verdict.flip is not None
        now = getattr(STANDARD, verdict.flip.threshold)
        moved = [
            classify(found, replace(STANDARD, **{verdict.flip.threshold: now + sign * verdict.flip.distance}))[0]
            for sign in (-1, 1)
        ]
        assert verdict.flip.would_be in moved
        nearer = 0.5 * verdict.flip.distance
        for sign in (-1, 1):
            kept = classify(found, replace(STANDARD, **{verdict.flip.threshold: now + sign * nearer}))[0]
            assert kept is verdict.kind


def of(name: str, power: int, **favourite: str) -> Agency:
    points = {issue: {o: 10 if o == favourite.get(issue) else 0 for o in "xyz"} for issue in ("one", "two", "three")}
    return agency(name, Community.DONOR, points, power=power)


def captured(*agencies: Agency, **terms: str) -> tuple[float, tuple[str, ...]]:
    case = replace(small_case(), agencies=agencies)
    accord = Accord("A", tuple(Term(i, o) for i, o in terms.items()), tuple(a.id for a in agencies), {}, 1, 1)
    found = capture(case, accord)
    return found.share, found.losers


BIG = of("big", 5, one="x", two="x", three="x")
SMALL = tuple(of(name, 1, one="y", two="y", three="x") for name in "abc")


def test_r6_1_capture_is_the_share_of_contested_terms_at_a_favourite_of_the_strongest() -> None:
    assert captured(BIG, *SMALL, one="x", two="x", three="x") == (1.0, ("a", "b", "c"))
    assert captured(BIG, *SMALL, one="x", two="y", three="x")[0] == 0.5


def test_r6_1_no_capture_with_fewer_than_two_contested_terms() -> None:
    assert captured(BIG, *SMALL, one="x", three="x")[0] == 0.0


def test_r6_1_an_issue_that_most_others_share_is_not_contested() -> None:
    others = (SMALL[0], of("d", 1, one="x", two="x"), of("e", 1, one="x", two="x"))
    assert captured(BIG, *others, one="x", two="x")[0] == 0.0


def test_r6_1_strongest_by_power_then_leverage_then_larger_capture() -> None:
    case = small_case()
    assert strongest(case, ALL) == ("force",)
    tied = changed(changed(case, "ministry", power=5), "force", leverage=())
    assert strongest(tied, ALL) == ("force", "ministry")
    rival = of("rival", 5, one="z", two="z")
    assert captured(rival, BIG, *SMALL, one="x", two="x")[0] == 1.0


def test_r6_2_a_missing_voice_has_much_at_stake_and_was_not_invited_before_the_text() -> None:
    forum = replace(small_case().forum, invited=("force", "relief", "ministry"))
    game = Game(small_case(forum=forum)).accord(parties=("force", "relief", "ministry"), school="villages")
    assert game.judgement().missing == ("council",)
    small = replace(forum, invited=("force", "relief", "ministry"))
    little = Game(small_case(forum=small)).accord(parties=("force", "relief", "ministry"), road="engineers")
    assert little.judgement().missing == ("council",)
    poor = changed(small_case(forum=small), "council", points={
        "school": {"none": 0, "villages": 80, "barracks": 0}, "road": {"none": 0, "engineers": 6, "contractor": 0},
        "news": {"none": 0, "shared": 14}})  # fmt: skip
    assert Game(poor).accord(parties=("force", "relief", "ministry"), road="engineers").judgement().missing == ()


def test_r6_2_invited_too_late_is_still_missing() -> None:
    forum = replace(small_case().forum, invited=("force", "relief", "ministry"))
    game = Game(small_case(forum=forum)).table("relief", school="villages")
    motion = {"invite": ("council",)}
    game.do(do.MoveProcedure("ministry", **motion), do.MoveProcedure("force", **motion)).stances()
    game.turn("relief").do(do.CallSignature("relief", "A")).stances().sign()
    assert game.judgement().missing == ("council",)
    assert game.judgement().verdict.kind is not Kind.SINCERE


def test_r6_3_on_the_threshold() -> None:
    """Hollow and the sincere mean are "below"; falsification is "above"."""
    on = replace(reading(0.8), sincerity=0.45)
    assert kind(on, on) is Kind.FRAGILE
    assert kind(*[replace(reading(0.8), sincerity=0.65)] * 2) is Kind.SINCERE
    assert kind(*[reading(0.8, falsification=0.3)] * 2) is Kind.SINCERE
