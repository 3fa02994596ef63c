"""What many games come to: counted right, with honest intervals, and told as what to change."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from game.analysis.lab.advice import Remark, remarks
from game.analysis.lab.balance import BESIDE, Balance, manners_beside, plan_games, weigh
from game.analysis.lab.duration import READING, SECONDS, count_words, estimate
from game.analysis.lab.intervals import share, spread
from game.analysis.lab.page import balance_page
from game.analysis.lab.trace import AccordTrace, FactTrace, Trace, Turns, trace_game
from game.analysis.lab.words import say_duration, say_nothing_to_change, say_open, say_plan, say_ways, say_words
from game.opponents.manner import AS_WRITTEN, MIXED, VETERAN
from game.rules.case import Case
from game.rules.ids import AgencyId, EventId, FactId, MandateId
from game.rules.vocabulary import ForumVerdict, Kind, Lived, Phase
from game.scenario import loading

FUND, CLINICS = AgencyId("fund"), AgencyId("clinics")


@pytest.fixture(scope="module")
def case() -> Case:
    return loading.load(loading.find("tutorial"))


@pytest.fixture(scope="module")
def played(case: Case) -> tuple[Trace, ...]:
    return tuple(trace_game(case, *planned) for planned in plan_games(12, 1))


@pytest.fixture(scope="module")
def plain(case: Case, played: Sequence[Trace]) -> Trace:
    """A game of which nothing in particular can be said, to be changed."""
    return replace(
        played[0],
        verdict=ForumVerdict.INFORMATION_SHARING,
        accords=(),
        mandates={agency.id: agency.walk_away + 5.0 for agency in case.agencies},
        held=frozenset(),
        facts={fact.id: FactTrace(True, True, False, 0.0, 1.0) for fact in case.facts},
        threats=2,
        bowed=1,
        turns={Phase.CORRIDOR: Turns(6, 20)},
        left=frozenset(),
        missing=frozenset(),
        agreed=frozenset((i.id, o.id) for i in case.issues for o in i.options),
    )


def series(trace: Trace, count: int = 200) -> list[Trace]:
    """Repeat a game under the manners of a plan."""
    return [replace(trace, seed=seed, manner=manner) for seed, manner in plan_games(count, 1)]


def found(case: Case, traces: Sequence[Trace], key: str) -> list[Remark]:
    return [remark for remark in remarks(case, weigh(case, traces)) if remark.key == key]


@pytest.mark.parametrize("games", [1, 6, 20, 1000])
def test_half_of_a_plan_is_mixed_and_the_rest_is_shared_evenly(games: int) -> None:
    plan = plan_games(games, 40)
    assert [seed for seed, _ in plan] == [*range(40, 40 + games)]
    counts = {name: sum(manner == name for _, manner in plan) for name in (MIXED, *BESIDE)}
    assert counts[MIXED] == (games + 1) // 2
    rest = [counts[name] for name in BESIDE]
    assert max(rest) - min(rest) <= 1


def test_a_case_that_gives_manners_is_played_as_written_too(case: Case) -> None:
    silent = replace(case, agencies=tuple(replace(one, temper=None) for one in case.agencies))
    assert (manners_beside(case), manners_beside(silent)) == ((*BESIDE, AS_WRITTEN), BESIDE)
    plan = plan_games(16, 1, manners_beside(case))
    assert sum(manner == AS_WRITTEN for _, manner in plan) == 2


def test_a_plan_of_one_manner_and_level_is_told_as_such(case: Case) -> None:
    traces = [trace_game(case, seed, "presser", VETERAN) for seed in (1, 2)]
    balance = weigh(case, traces)
    assert (balance.level, balance.judged) == ("veteran", "games")
    assert say_plan(balance) == "2 games between computers, of veteran level, seeds 1 to 2: 2 at presser tables."
    assert "mixed" not in balance_page(case, balance)


def test_shares_have_the_interval_of_wilson() -> None:
    # Newcombe, Statistics in Medicine 17 (1998), table I, method 3
    for count, of, least, most in ((81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611)):
        one = share(number < count for number in range(of))
        assert (one.least, one.most) == (pytest.approx(least, abs=1e-4), pytest.approx(most, abs=1e-4))
    assert (share([]).value, share([]).most) == (0.0, 1.0)
    assert share([True]).most == 1.0


def test_spreads_say_where_most_values_lie() -> None:
    one = spread([float(number) for number in range(101)])
    assert (one.mean, one.low, one.high) == (50.0, 10.0, 90.0)
    assert one.most - one.mean == pytest.approx(1.96 * 29.3 / 101**0.5, abs=0.01)
    assert spread([3.0]).least == 3.0
    with pytest.raises(ValueError, match="nothing"):
        spread([])


def test_games_are_counted_by_manner(case: Case, played: Sequence[Trace]) -> None:
    balance = weigh(case, played)
    assert [(table.manner, table.games) for table in balance.tables] == [(MIXED, 6), *((name, 2) for name in BESIDE)]
    for table in balance.tables:
        those = [trace for trace in played if trace.manner == table.manner]
        assert sum(one.count for one in table.verdicts.values()) == table.games == len(those)
        assert table.threats == sum(trace.threats for trace in those) / len(those)
        assert table.accords == sum(len(trace.accords) for trace in those)
    assert sum(one.games.count for one in balance.verdicts) == balance.games == 12
    assert say_plan(balance).startswith("12 games between computers, seeds 1 to 12: 6 at mixed tables, ")


def test_a_trace_tells_what_a_game_did(case: Case, played: Sequence[Trace]) -> None:
    for trace in played:
        assert trace.bowed <= trace.threats
        assert set(trace.totals) == set(trace.mandates) == set(case.agency_ids)
        assert set(trace.spent) <= {one.id for one in case.occurrences}
        assert all(turns.busiest <= turns.together for turns in trace.turns.values())
        assert trace.turns[Phase.CONVENING].together == 1
        assert (trace.words is None) is (trace.seed % 5 != 0)
        if not trace.accords:
            assert not trace.agreed
    assert any(fact.is_learned for trace in played for fact in trace.facts.values())
    assert all(fact.gap == 0 for trace in played if not trace.accords for fact in trace.facts.values())
    assert len({trace.words for trace in played}) > 1


def test_nothing_is_said_where_nothing_has_to_be_changed(case: Case, plain: Trace) -> None:
    mandates = [(agency.id, one.id) for agency in case.agencies for one in agency.hidden]
    traces = [
        replace(
            one,
            verdict=[*ForumVerdict][one.seed // 2 % 7],
            held=frozenset(mandates if one.seed % 2 else ()),
            accords=(false_accord(),) if one.seed % 4 == 0 else (),
            spent=frozenset(event.id for event in case.occurrences),
            turns={Phase.CORRIDOR: Turns(3, 10)},
        )
        for one in series(plain)
    ]
    balance = weigh(replace(case, minutes=12), traces)
    says = [remark.says for remark in remarks(case, balance)]
    assert says == [one for one in says if "words to read" in one]
    assert say_nothing_to_change(balance) == "Nothing has to be changed by these 200 games."


def false_accord() -> AccordTrace:
    return AccordTrace(Kind.FALSE, Lived.FALSE_COHERENCE, 0.3, 20.0, 0.8)


def test_a_hopeless_seat_is_told_with_its_number_and_its_key(case: Case, plain: Trace) -> None:
    walk_away = case.agency(CLINICS).walk_away
    traces = [
        replace(one, mandates=dict(one.mandates) | {CLINICS: walk_away + (-3.0 if one.seed % 20 > 1 else 5.0)})
        for one in series(plain, 1000)
    ]
    (remark,) = found(case, traces, "agencies.clinics.walk_away")
    assert remark.says.startswith(
        "`clinics` ends below what walking away is worth (42) in 90 % of 500 mixed games, at "
    )
    assert "lower its `walk_away`, or raise its `points` for `" in remark.says
    assert not remark.is_tentative
    few = found(case, traces[:20], "agencies.clinics.walk_away")
    assert "in 9 of only 10 mixed games" in few[0].says
    assert few[0].is_tentative


def test_a_certain_seat_and_an_uneven_table_are_told(case: Case, plain: Trace) -> None:
    best = next(role.best for role in weigh(case, [plain]).roles if role.agency == FUND)
    assert best is not None
    rich = series(replace(plain, mandates=dict(plain.mandates) | {FUND: best}))
    (sure,) = found(case, rich, "agencies.fund.walk_away")
    assert sure.says.startswith(f"`fund` ends near its best ({best:.0f}) in all 100 mixed games")
    assert "raise its `walk_away`, or lower its `points`" in sure.says
    assert any("Seats fare unevenly" in remark.says for remark in remarks(case, weigh(case, rich)))


def test_a_foregone_verdict_is_told(case: Case, plain: Trace) -> None:
    (remark,) = found(case, series(plain), "verdict")
    assert remark.says.startswith("All 100 mixed games ended in information sharing, whoever sits where: lower")


def test_a_trap_that_never_closes_is_told(case: Case, plain: Trace) -> None:
    (remark,) = found(case, series(plain), "leverage")
    assert "A false text came into force in none of 200 games with pressure" in remark.says
    assert not found(case, series(replace(plain, accords=(false_accord(),))), "leverage")
    (idle,) = [r for r in found(case, series(replace(plain, bowed=0)), "leverage") if "idle" in r.says]
    assert idle.says.startswith("None of 400 threats led to a signature")
    (gone,) = found(case, series(replace(plain, threats=0, bowed=0)), "leverage")
    assert gone.says.startswith("Hardly anybody presses")


def test_mandates_that_never_or_always_hold_are_told(case: Case, plain: Trace) -> None:
    secret = next(agency for agency in case.agencies if agency.hidden).hidden[0]
    owner = next(agency.id for agency in case.agencies if secret in agency.hidden)
    never = [one.says for one in found(case, series(plain), "hidden.when")]
    assert any(f"`{secret.id}` of `{owner}` came true in none of 200 games, though it could" in says for says in never)
    held = replace(plain, held=frozenset({(owner, MandateId(secret.id))}))
    always = [one.says for one in found(case, series(held), "hidden.when")]
    assert any(f"`{secret.id}` of `{owner}` came true in all 200 games, so it asks nothing" in says for says in always)


def test_facts_that_nobody_learns_or_that_never_count_are_told(case: Case, plain: Trace) -> None:
    fact = FactId(case.facts[0].id)
    idle = replace(
        plain, facts=dict(plain.facts) | {fact: FactTrace(False, False, False, 0.0, 0.0)}, agreed=frozenset()
    )
    (unlearned,) = found(case, series(idle), f"facts.{fact}.known_by")
    assert unlearned.says.startswith(f"`{fact}` was found out in none of 200 games and told in 0: name somebody")
    hard = replace(case, facts=(replace(case.facts[0], difficulty=2), *case.facts[1:]))
    (unlearned,) = found(hard, series(idle), f"facts.{fact}.difficulty")
    assert "told in 0: lower its `difficulty`, or name somebody" in unlearned.says
    assert found(case, series(idle), f"facts.{fact}.shifts")
    assert not found(case, series(plain), f"facts.{fact}.shifts")


def test_events_and_options_that_never_come_about_are_told(case: Case, plain: Trace) -> None:
    event = EventId(case.occurrences[0].id)
    (quiet,) = found(case, series(replace(plain, spent=frozenset())), f"events.{event}.chance")
    assert f"The event `{event}` happened in none of 200 games" in quiet.says
    (dead,) = found(case, series(replace(plain, agreed=frozenset(), declared=frozenset())), "points")
    assert "came about in none of 200 games, by a text or as a lane" in dead.says


def test_an_empty_chair_is_told(case: Case, plain: Trace) -> None:
    gone = found(case, series(replace(plain, left=frozenset({FUND}))), "agencies.fund.walk_away")
    assert [one.says.split(":")[0] for one in gone] == ["`fund` walks out for good in all 100 mixed games"]


def test_the_time_at_the_table_is_the_documented_sum(case: Case, plain: Trace) -> None:
    traces = [replace(plain, turns={Phase.CORRIDOR: Turns(6, 20), Phase.FLOOR: Turns(2, 9)}, words=None)]
    words = count_words(case, traces)
    found_time = estimate(case, traces, words)
    assert found_time.reading == words.before / READING
    assert found_time.parts["corridor"] == tuple(6 * seconds / 60 for seconds in SECONDS[Phase.CORRIDOR])
    assert found_time.parts["floor"] == tuple(9 * seconds / 60 for seconds in SECONDS[Phase.FLOOR])
    assert found_time.least == pytest.approx(found_time.reading + sum(part[0] for part in found_time.parts.values()))
    assert "record" not in found_time.parts
    assert "record" in estimate(case, traces, replace(words, record=1000.0)).parts


def test_a_plan_that_is_far_off_is_told(case: Case, plain: Trace) -> None:
    (remark,) = found(replace(case, minutes=200), series(plain), "minutes")
    assert "`minutes` says 200: set `minutes` to " in remark.says
    assert found(replace(case, minutes=5), series(plain), "briefing")


def test_words_to_read_are_those_of_the_file(case: Case, plain: Trace) -> None:
    words = count_words(case, [replace(plain, words=300), replace(plain, words=500), replace(plain, words=None)])
    texts = (case.title, case.summary, case.place, case.briefing)
    assert words.briefing == sum(len(text.split()) for text in texts)
    assert words.record == 400
    assert case.has(agency=AgencyId(words.longest))
    balance = weigh(case, [plain])
    assert f"`minutes` says {case.minutes}." in say_duration(balance)
    assert f"up to {words.before:,} words" in say_words(case, balance)


def test_what_was_not_reached_is_held_against_the_space_of_deals(case: Case, plain: Trace) -> None:
    balance: Balance = weigh(case, series(plain))
    said = {one.verdict: say_open(one) for one in balance.verdicts}
    assert said[ForumVerdict.INFORMATION_SHARING] == "reached"
    assert said[ForumVerdict.SINCERE_AGREEMENT] == said[ForumVerdict.SIDE_BY_SIDE] == "not reached, but could be"
    assert said[ForumVerdict.NOTHING] == "not reached"
    assert any("ended in sincere agreement, though" in one.says for one in found(case, series(plain), "rounds"))


def test_one_game_is_told_as_one(case: Case, plain: Trace) -> None:
    balance = weigh(case, [plain])
    says = [say_plan(balance), say_ways(balance), *(remark.says for remark in remarks(case, balance))]
    assert says[0].startswith("1 game between computers, seed ")
    assert "1 tempts the strongest to push" in says[1]
    assert any(remark.startswith("1 of 1 mixed game ended in information sharing") for remark in says)
    assert not any(" 1 games" in remark or "1 mixed games" in remark for remark in says)
    page = balance_page(case, balance)
    assert ">1 game<" in page
    assert "1 games" not in page


def test_games_are_needed(case: Case) -> None:
    with pytest.raises(ValueError, match="no games"):
        weigh(case, [])
