"""What a seat makes of the others: from what they said as far as it is trusted, and from what they did in public."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from language import ALL, Game, changed, small_case, worded
from watching import Watched, watched

from game.opponents.estimate import FELT_ALIKE, Others, others_of
from game.opponents.manner import BEGINNER, CONSENSUS_BUILDER, MANNERS, PRACTITIONER, VETERAN, Manner
from game.rules import commands as do
from game.rules.case import Case, HiddenMandate, RedLine
from game.rules.conditions import IsParty, OptionAgreed
from game.rules.course import waiting_on
from game.rules.texts import Term
from game.rules.view import View, view
from game.rules.vocabulary import Phase, Purpose, Stance

READER = CONSENSUS_BUILDER.at(VETERAN)
FAIR = {"school": "villages", "road": "contractor"}


def seen(game: Game, manner: Manner = READER, seat: str = "relief") -> Others:
    return others_of(game.view(seat), manner)


def margin(game: Game, of: str = "council", **terms: str) -> float:
    return seen(game).margin(of, worded(**(terms or FAIR)))


def same(one: Others, other: Others) -> bool:
    """Say whether two beliefs are the same number for number."""
    return (
        one.seats == other.seats
        and one.told == other.told
        and all(
            np.array_equal(a, b)
            for a, b in (
                (one.points.means, other.points.means), (one.points.covariances, other.points.covariances),
                (one.margins.means, other.margins.means), (one.margins.covariances, other.margins.covariances),
                (one.bans, other.bans),
            )
        )
    )  # fmt: skip


# What they said


def told(case: Case | None = None) -> Game:
    """Let the council tell the relief agency what the school is worth to it."""
    game = Game(case).until(Phase.CORRIDOR)
    return game.do(do.Meet("council", "relief"), do.Disclose("council", "relief", "school"))


def off(sight: View, manner: Manner) -> float:
    """Say how far, in points, the relief agency is off about the council and the school."""
    points = others_of(sight, manner).points_of("council")["school"]
    return sum(abs(points[option] - said) for option, said in {"none": 0, "villages": 60, "barracks": 10}.items())


def test_what_was_said_is_taken_at_its_word_by_who_trusts_and_moves_a_distrustful_hearer_less() -> None:
    sight = told().view("relief")
    before = off(Game().until(Phase.CORRIDOR).view("relief"), READER)
    gaps = [
        off(replace(sight, own=replace(sight.own, trust={**sight.own.trust, "council": trust})), READER)
        for trust in (1.0, 0.4, 0.2, 0.0)
    ]
    assert gaps[0] < 1.0
    assert all(one < other for one, other in pairwise(gaps))
    assert gaps[-1] < before


def test_a_manner_that_takes_nobody_at_their_word_learns_less_of_the_same_talk() -> None:
    sight = told().view("relief")
    gaps = [off(sight, replace(READER, trust=trust)) for trust in (0.9, 0.5, 0.1)]
    assert all(one < other for one, other in pairwise(gaps))


def test_talk_is_no_news_of_anybody_else() -> None:
    before, after = seen(Game().until(Phase.CORRIDOR)), seen(told())
    rows = [before.row("force"), before.row("ministry")]
    assert np.array_equal(before.points.means[rows], after.points.means[rows])
    assert after.told == {"council": frozenset({"school"})}


def test_what_is_not_spoken_of_shares_what_is_left_of_a_hundred_points() -> None:
    before, after = (seen(game).points_of("council") for game in (Game().until(Phase.CORRIDOR), told()))
    assert max(before["road"].values()) == pytest.approx(100.0 / 3)
    assert max(after["road"].values()) == pytest.approx((100.0 - 60.0) / 2)
    assert max(after["school"].values()) == pytest.approx(60.0, abs=0.5)


def test_what_was_found_out_not_to_be_straight_counts_for_nothing() -> None:
    sight, silent = told().view("relief"), Game().until(Phase.CORRIDOR).view("relief")
    (number,) = sight.own.disclosures
    warned = replace(sight, own=replace(sight.own, found_out=frozenset({number})))
    assert off(warned, READER) == pytest.approx(off(silent, READER))
    assert others_of(warned, READER).told == {}


def test_what_a_fact_means_to_me_is_taken_to_hold_in_part_for_others() -> None:
    game = Game().until(Phase.CORRIDOR)
    before = {of: margin(game, of, school="villages") for of in ("force", "ministry", "council")}
    game.do(do.Investigate("relief", "ambush"))
    for of, expected in before.items():
        assert margin(game, of, school="villages") == pytest.approx(expected - FELT_ALIKE * 0.8 * 10)


# What they did


def shown(stance: Stance, who: str = "council") -> Game:
    """Let one seat show this stance on a fair text of the ministry's, and all others endorse it."""
    return Game().table("ministry", **FAIR).stances(**{who: stance}).until(Phase.CORRIDOR, number=2)


def test_an_endorsement_raises_and_an_objection_lowers_what_a_text_is_taken_to_be_worth() -> None:
    before = margin(Game().table("ministry", **FAIR))
    assert margin(shown(Stance.OBJECT)) < margin(shown(Stance.ABSTAIN)) < margin(shown(Stance.ENDORSE))
    assert margin(shown(Stance.BLOCK)) < margin(shown(Stance.RESERVATIONS)) < margin(shown(Stance.ENDORSE))
    assert margin(shown(Stance.OBJECT)) < before < margin(shown(Stance.ENDORSE))
    assert margin(shown(Stance.OBJECT)) < 0


def test_a_stance_says_nothing_of_anybody_else() -> None:
    one, other = seen(shown(Stance.OBJECT)), seen(shown(Stance.ENDORSE))
    for of in ("force", "ministry"):
        assert np.array_equal(one.points.means[one.row(of)], other.points.means[one.row(of)])
    assert not np.array_equal(one.points.means[one.row("council")], other.points.means[one.row("council")])


def test_a_block_makes_a_red_line_likelier_than_an_objection_and_a_yes_less_likely() -> None:
    bans = {stance: seen(shown(stance)) for stance in (Stance.BLOCK, Stance.OBJECT, Stance.ENDORSE)}
    place = bans[Stance.BLOCK].board.place
    one, other = place["school", "villages"], place["road", "contractor"]
    row = bans[Stance.BLOCK].row("council")
    chances = [float(others.bans[row, one, other]) for others in bans.values()]
    assert chances[0] > 2 * chances[1] > 4 * chances[2] > 0


def test_whoever_writes_a_text_is_taken_to_like_it() -> None:
    before, after = Game().turn("ministry"), Game().table("ministry", **FAIR)
    assert margin(after, "ministry") > margin(before, "ministry") + 1.0
    for of in ("force", "council"):
        assert margin(after, of) == margin(before, of)


def amended() -> tuple[Game, Game]:
    """Let the council change who builds the road in a text of the ministry's: before and after."""
    games = [Game().table("ministry", **FAIR).stances().turn("council") for _ in range(2)]
    games[1].do(do.Amend("council", "A", worded(school="villages", road="engineers"), ALL))
    return games[0], games[1]


def test_an_amendment_tells_what_was_changed_and_nothing_of_its_first_author() -> None:
    before, after = amended()

    def preferred(game: Game, of: str) -> float:
        return margin(game, of, road="engineers") - margin(game, of, road="contractor")

    assert preferred(after, "council") > preferred(before, "council") + 1.0
    assert margin(after, "ministry") == margin(before, "ministry")
    assert preferred(after, "ministry") == preferred(before, "ministry")


def test_an_amendment_is_no_vow_to_what_it_left_as_it_was() -> None:
    before, after = amended()
    gained = margin(after, school="villages") - margin(before, school="villages")
    changed_ = margin(after, road="engineers") - margin(before, road="engineers")
    assert abs(gained) < 0.35 * abs(changed_)


@pytest.mark.parametrize(("shown_", "answer", "sign"), [(Stance.ENDORSE, do.Decline, -1), (Stance.OBJECT, do.Sign, 1)])
def test_what_somebody_signs_or_refuses_counts_for_more_than_the_stance_it_showed(
    shown_: Stance, answer: type[do.Decline], sign: int
) -> None:
    game = (
        Game().table("ministry", **FAIR).stances(council=shown_).turn("ministry").do(do.CallSignature("ministry", "A"))
    )
    game.stances(council=shown_)
    before = margin(game)
    assert waiting_on(game.room)[0] == "council"
    game.do(answer("council", "A"))
    assert game.room.phase is Phase.SIGNING
    assert sign * (margin(game) - before) > 1.0


def test_a_doubt_that_is_raised_is_taken_for_what_it_says_beside_the_stance() -> None:
    """The force endorses what is worth less than nothing to it, and then says so."""
    game = Game().table("ministry", **FAIR).stances().until(Phase.FLOOR, number=2).turn("force")
    before = margin(game, "force")
    sight = game.do(do.RaiseDoubt("force", "A")).view("relief")
    text = sight.room.texts["A"]
    said = 15.0 * text.doubts["force"]
    assert said < 0 < before
    silent = replace(sight, room=replace(sight.room, texts={"A": replace(text, doubts={})}))
    away = [abs(others_of(one, READER).margin("force", worded(**FAIR)) - said) for one in (sight, silent)]
    assert away[0] < 0.5 * abs(before - said)
    assert away[0] < 0.5 * away[1]


def test_a_declared_lane_is_taken_for_welcome_to_whoever_declares_it() -> None:
    games = [Game().until(Phase.CORRIDOR) for _ in range(2)]
    games[1].do(do.DeclareLane("ministry", "road", "contractor"))

    before, after = (seen(game).points_of("ministry")["road"] for game in games)
    assert after["contractor"] > before["contractor"] + 0.5
    assert after["none"] < before["none"] - 0.5
    assert after["engineers"] == before["engineers"]
    for of in ("force", "council"):
        assert seen(games[1]).points_of(of) == seen(games[0]).points_of(of)


def test_who_objects_is_taken_to_have_more_to_go_back_to_and_who_endorses_less() -> None:
    walks = [seen(shown(stance)).walk_away("council") for stance in (Stance.OBJECT, Stance.ENDORSE)]
    before = seen(Game().table("ministry", **FAIR)).walk_away("council")
    assert walks[0] > before > walks[1]


def lane() -> Game:
    return Game().until(Phase.CORRIDOR).do(do.DeclareLane("ministry", "road", "contractor"))


ACTS: dict[str, Callable[[], Game]] = {
    "objection": lambda: shown(Stance.OBJECT), "block": lambda: shown(Stance.BLOCK), "amendment": lambda: amended()[1],
    "lane": lane,
}  # fmt: skip


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_who_does_not_read_the_room_takes_in_nothing_of_it_and_others_do(act: Callable[[], Game]) -> None:
    game, nothing = act(), seen(Game(), READER.at(BEGINNER))
    assert same(seen(game, READER.at(BEGINNER)), nothing)
    for level in (PRACTITIONER, VETERAN):
        assert not same(seen(game, READER.at(level)), nothing)
        assert same(seen(Game(), READER.at(level)), nothing)


@pytest.mark.parametrize("stance", [Stance.OBJECT, Stance.BLOCK])
def test_the_better_a_seat_reads_the_more_it_makes_of_a_no(stance: Stance) -> None:
    game = shown(stance)
    levels = [replace(VETERAN, reading=reading) for reading in (0.0, 0.1, PRACTITIONER.reading, 1.0)]
    margins = [seen(game, READER.at(level)).margin("council", worded(**FAIR)) for level in levels]
    assert all(one > other for one, other in pairwise(margins))


# What it may know


def beliefs(game: Watched, manner: Manner, every: int) -> list[Others]:
    return [others_of(view(moment.state, moment.seat), manner) for moment in game.moments[::every]]


@pytest.mark.parametrize("manner", [READER, MANNERS["presser"].at(PRACTITIONER)], ids=["builder", "presser"])
def test_r10_2_the_same_view_gives_the_same_belief_whatever_was_thought_before(manner: Manner) -> None:
    """The second game is equal in other places of the memory, and looked at from the end to the beginning."""
    game = watched("liberia-security-reform-2006", 3)
    again = Game(game.case, seed=game.seed)
    sights = []
    for moment in game.moments:
        sights.append(again.view(moment.seat))
        again.do(moment.command)
    looked = [others_of(sight, manner) for sight in reversed(sights[::9])]
    first = beliefs(game, manner, 9)
    assert all(same(one, other) for one, other in zip(first, reversed(looked), strict=True))
    assert not same(first[0], first[-1])


def secretive() -> Case:
    points = {"school": {"none": 3, "villages": 0, "barracks": 60},
              "road": {"none": 0, "engineers": 5, "contractor": 10}, "news": {"none": 30, "shared": 1}}  # fmt: skip
    return changed(
        small_case(), "council", points=points, walk_away=70, brief="Another.", patience=0.1, pledge_budget=9,
        hidden=(HiddenMandate("secret", "", IsParty("council"), 9),), backing=0.1, expects=Purpose.COMMON_STRATEGY,
        red_lines=(RedLine("line", "", OptionAgreed("school", "villages"), is_waivable=True),), power_sensitivity=1.0,
    )  # fmt: skip


@pytest.mark.parametrize("seat", ["force", "relief", "ministry"])
def test_what_the_council_keeps_secret_changes_no_belief(seat: str) -> None:
    games = Game(), Game(secretive())
    assert games[0].case != games[1].case
    for game in games:
        game.until(Phase.CORRIDOR).do(do.Meet("council", "relief"))
        game.do(do.Disclose("relief", "council", "school"), do.DeclareLane("ministry", "road", "contractor"))
        game.table("force", school="barracks", road="engineers").stances(council=Stance.BLOCK, relief=Stance.OBJECT)
        game.turn("council").do(do.Amend("council", "A", worded(**FAIR), ALL)).stances(force=Stance.ABSTAIN)
    one, other = (seen(game, seat=seat) for game in games)
    assert same(one, other)
    assert not same(one, seen(Game(), seat=seat))


def test_a_seat_has_no_belief_about_itself() -> None:
    others = seen(Game())
    assert others.seats == ("force", "ministry", "council")
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        others.margin("relief", (Term("school", "villages"),))
