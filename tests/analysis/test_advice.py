"""Advice is followed, and the case studied again: what was advised has to change what it was given for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from game.analysis.lab.advice import remarks
from game.analysis.lab.balance import plan_games, weigh
from game.analysis.lab.remedies import MOST_STRENGTH, find_remedies
from game.analysis.lab.trace import Trace, trace_game
from game.analysis.lab.turns import turns_away_from
from game.analysis.lab.words import say_ways
from game.analysis.space.study import study
from game.rules.case import Agency, Case, Leverage, Option, RedLine
from game.rules.conditions import AllOf, NotOf, OptionAgreed
from game.rules.ids import AgencyId, IssueId, OptionId, RedLineId
from game.rules.vocabulary import ForumVerdict, LeverageKind
from game.scenario import loading

FUND, FORCE, CLINICS, COUNCIL = (AgencyId(name) for name in ("fund", "force", "clinics", "council"))
TRAP = {"clinic": "contractor", "road": "convoys", "opening": "banners"}
"""The one deal of the tutorial that tempts."""
FALSE, SINCERE, LANES = ForumVerdict.FALSE_COHERENCE, ForumVerdict.SINCERE_AGREEMENT, ForumVerdict.SIDE_BY_SIDE


@pytest.fixture(scope="module")
def case() -> Case:
    return loading.load(loading.find("tutorial"))


def agreed(issue: str, option: str) -> OptionAgreed:
    return OptionAgreed(IssueId(issue), OptionId(option))


def line(name: str, *parts: OptionAgreed | NotOf) -> RedLine:
    return RedLine(RedLineId(name), "", AllOf(parts), is_waivable=False)


def changed(case: Case, who: Sequence[AgencyId], change: Callable[[Agency], Mapping[str, Any]]) -> Case:
    return replace(case, agencies=tuple(replace(a, **change(a)) if a.id in who else a for a in case.agencies))


def with_lines(case: Case, who: AgencyId, *lines: RedLine) -> Case:
    return changed(case, [who], lambda agency: {"red_lines": (*agency.red_lines, *lines)})


def without_lines(case: Case, who: AgencyId, *names: str) -> Case:
    return changed(case, [who], lambda a: {"red_lines": tuple(one for one in a.red_lines if one.id not in names)})


def with_options(case: Case, change: Callable[[Option], Option]) -> Case:
    return replace(case, issues=tuple(replace(i, options=tuple(map(change, i.options))) for i in case.issues))


def with_strength(case: Case, over: Sequence[AgencyId], strength: int = MOST_STRENGTH) -> Case:
    """Let the Fund have leverage over some, so strong, beside what else it has."""
    new = tuple(Leverage(one, LeverageKind.FUNDING, strength, "") for one in over)
    return changed(case, [FUND], lambda a: {"leverage": (*(o for o in a.leverage if o.over not in over), *new)})


def unarmed(case: Case) -> Case:
    return changed(case, case.agency_ids, lambda _: {"leverage": ()})


def advice(case: Case, way: ForumVerdict = FALSE) -> str:
    return find_remedies(case, study(case))[way].says


def test_the_red_line_that_forbids_is_named_and_taking_it_out_helps(case: Case) -> None:
    closed = with_lines(case, COUNCIL, line("no_banners", agreed("opening", "banners")))
    assert advice(closed) == (
        "`no_banners` of `council` forbids the deals that would tempt; take it out or narrow its `when`."
    )
    assert study(without_lines(closed, COUNCIL, "no_banners")).tempting
    narrow = line("no_banners", agreed("opening", "banners"), agreed("clinic", "mobile"))
    assert study(with_lines(case, COUNCIL, narrow)).tempting


def test_red_lines_that_only_forbid_together_are_named_together(case: Case) -> None:
    closed = with_lines(case, COUNCIL, line("no_banners", agreed("opening", "banners")))
    closed = with_lines(closed, CLINICS, line("no_firm", agreed("clinic", "contractor")))
    assert advice(closed) == (
        "`no_firm` of `clinics` and `no_banners` of `council` forbid the deals that would tempt; take them all out, or \
narrow their `when`."
    )
    halfway = without_lines(closed, COUNCIL, "no_banners")
    assert not study(halfway).tempting
    assert study(without_lines(halfway, CLINICS, "no_firm")).tempting


def test_strength_is_raised_where_it_can_be(case: Case) -> None:
    armed = with_strength(unarmed(case), [CLINICS, COUNCIL], 2)
    assert advice(armed) == "Raise the `strength` of the `leverage` of `fund` over `clinics` and `council` to 3."
    assert study(with_strength(armed, [CLINICS, COUNCIL])).tempting


def test_leverage_is_given_where_there_is_none(case: Case) -> None:
    bare = unarmed(case)
    assert advice(bare) == "Give `fund` `leverage` of `strength` 3 over `clinics` and `council`."
    assert study(with_strength(bare, [CLINICS, COUNCIL])).tempting


def test_that_nobody_who_is_leaned_on_carries_what_is_wanted_is_said(case: Case) -> None:
    def alone(option: Option) -> Option:
        return replace(option, carriers=(FUND,)) if option.id in TRAP.values() else option

    def shared(option: Option) -> Option:
        return replace(option, carriers=(FUND, CLINICS, COUNCIL)) if option.id == "contractor" else alone(option)

    stripped = with_options(case, alone)
    assert advice(stripped) == (
        "Nobody that `fund` leans on carries what it wants: name `clinics` and `council` among the `carriers` of \
`contractor` on `clinic`."
    )
    assert study(with_options(stripped, shared)).tempting


def test_two_changes_are_advised_where_one_is_not_enough(case: Case) -> None:
    closed = with_lines(unarmed(case), COUNCIL, line("no_banners", agreed("opening", "banners")))
    says = advice(closed)
    assert says == (
        "Two things together would let one tempt: give `fund` `leverage` of `strength` 3 over `clinics` and `council`, \
and take out `no_banners` of `council`, or narrow what is forbidden there."
    )
    assert not study(with_strength(closed, [CLINICS, COUNCIL])).tempting
    assert study(without_lines(with_strength(closed, [CLINICS, COUNCIL]), COUNCIL, "no_banners")).tempting


def test_that_the_strongest_wants_what_others_want_is_said(case: Case) -> None:
    """No lever helps where nothing is contested."""
    mine = case.agency(FUND).points
    alike = changed(case, case.agency_ids, lambda _: {"points": mine})
    assert advice(alike) == (
        "A trap takes two issues on which `fund` wants something new that most others do not want, and it does \
nowhere: on two issues, give its highest `points` to such an option, not the `status_quo`."
    )
    apart = changed(alike, [FORCE, CLINICS, COUNCIL], lambda agency: {"points": case.agency(agency.id).points})
    assert study(apart).tempting


def test_red_lines_in_the_way_of_what_all_could_mean_are_named(case: Case) -> None:
    first, *_ = study(case).sincere_deals
    bans = [line(f"no_{issue}", agreed(issue, option)) for issue, option in first.terms.items()]
    closed = case
    for ban in bans:
        closed = with_lines(closed, FORCE, ban)
    while study(closed).sincere:
        terms = study(closed).sincere_deals[0].terms
        issue, option = next(iter(terms.items()))
        closed = with_lines(closed, FORCE, line(f"not_{option}", agreed(issue, option)))
    assert "forbid" in advice(closed, SINCERE)
    assert "the deals that all could mean" in advice(closed, SINCERE)
    named = [one.id for one in closed.agency(FORCE).red_lines if f"`{one.id}`" in advice(closed, SINCERE)]
    assert study(without_lines(closed, FORCE, *named)).sincere


def test_a_lower_walk_away_is_advised_where_it_helps_only(case: Case) -> None:
    proud = changed(case, case.agency_ids, lambda _: {"walk_away": 90})
    assert advice(proud, SINCERE).startswith("Lower `walk_away` of those who lose most")
    assert study(changed(proud, proud.agency_ids, lambda _: {"walk_away": 30})).sincere
    content = changed(case, case.agency_ids, as_found)
    assert advice(content, SINCERE) == "Add an option that joins those who lose most with the others."


def as_found(agency: Agency) -> Mapping[str, Any]:
    """Let an agency like best what is there anyway."""
    points = {i: dict.fromkeys(o, 0) | {next(iter(o)): max(o.values())} for i, o in agency.points.items()}
    return {"walk_away": 50, "points": points, "hidden": ()}


def test_red_lines_in_the_way_of_lanes_are_named(case: Case) -> None:
    closed = case
    for issue, option in study(case).lanes.terms.items():
        closed = with_lines(closed, FORCE, line(f"no_{option}", agreed(issue, option)))
    while study(closed).lanes.weight >= 0.5:
        for issue, option in study(closed).lanes.terms.items():
            closed = with_lines(closed, FORCE, line(f"no_{option}", agreed(issue, option)))
    says = advice(closed, LANES)
    named = [one.id for one in closed.agency(FORCE).red_lines if f"`{one.id}`" in says]
    assert "the lanes that would gladly be kept to" in says
    assert study(without_lines(closed, FORCE, *named[:1] if "take one out" in says else named)).lanes.weight >= 0.5


def test_options_for_one_or_two_are_advised_where_no_lane_is_glad(case: Case) -> None:
    together = with_options(case, lambda one: replace(one, carriers=case.agency_ids if one.carriers else ()))
    assert advice(together, LANES) == "Add options with one or two `carriers` who like them."
    assert LANES not in find_remedies(case, study(case))


def played(case: Case, **changes: Any) -> list[Trace]:
    (one,) = (trace_game(case, *planned) for planned in plan_games(1, 1))
    return [replace(one, seed=seed, manner=manner, **changes) for seed, manner in plan_games(200, 1)]


def told(case: Case, traces: Sequence[Trace], key: str) -> list[str]:
    return [remark.says for remark in remarks(case, weigh(case, traces)) if remark.key == key]


def foregone(case: Case, verdict: ForumVerdict) -> list[str]:
    return told(case, played(case, verdict=verdict), "verdict")


def test_what_is_so_already_is_not_advised_against_sincere_agreement(case: Case) -> None:
    led = replace(case, forum=replace(case.forum, chair=COUNCIL))
    (says,) = foregone(led, SINCERE)
    assert says.endswith("sits where: raise the `strength` of the `leverage` of `fund`, or set the `chair` to `fund`.")
    full = with_strength(case, [FORCE, CLINICS, COUNCIL])
    seated = replace(full, forum=replace(case.forum, chair=FUND))
    assert turns_away_from(seated, SINCERE) == ()
    assert "`strength`" not in foregone(seated, SINCERE)[0]
    assert "`chair`" not in foregone(seated, SINCERE)[0]
    assert "raise the `walk_away`" in foregone(seated, SINCERE)[0]
    assert study(changed(seated, seated.agency_ids, lambda _: {"walk_away": 60})).sincere < study(seated).sincere


def easy(case: Case) -> Case:
    """Let everybody be content with little."""
    return changed(case, case.agency_ids, lambda agency: {"walk_away": agency.walk_away - 12})


def test_that_there_is_too_much_to_agree_on_is_said_and_can_be_changed(case: Case) -> None:
    full = with_strength(easy(case), [FORCE, CLINICS, COUNCIL])
    seated = replace(full, forum=replace(case.forum, chair=FUND))
    found = study(seated)
    (says,) = foregone(seated, SINCERE)
    assert found.sincere > found.packages / 10
    assert says.endswith(
        f"whoever sits where. {found.sincere} of 64 packages are well worth it to everybody: lower what the options \
that others like are worth to the strongest."
    )
    harder = changed(seated, [FUND], lambda agency: {"points": spread_out(agency)})
    assert study(harder).sincere <= found.packages / 10
    assert "well worth it" not in foregone(harder, SINCERE)[0]


def spread_out(agency: Agency) -> Mapping[IssueId, Mapping[OptionId, int]]:
    """Let an agency want the best on each issue and nothing else; the best still add up to 100."""
    return {
        issue: {option: worth if worth == max(options.values()) else 0 for option, worth in options.items()}
        for issue, options in agency.points.items()
    }


@pytest.mark.parametrize("verdict", [*ForumVerdict])
def test_what_cannot_be_turned_is_not_named(case: Case, verdict: ForumVerdict) -> None:
    """Without leverage, facts, events or anything to walk away to, and with everybody invited."""
    bare = changed(unarmed(case), case.agency_ids, lambda _: {"walk_away": 0})
    bare = replace(bare, facts=(), occurrences=(), forum=replace(case.forum, invited=case.agency_ids))
    said = " ".join(turns_away_from(bare, verdict))
    assert not any(f"{turn} the `strength`" in said for turn in ("raise", "lower"))
    assert not any(key in said for key in ("`walk_away`", "`facts`", "`events`", "`known_by`", "`invited`"))
    assert "`chair`" not in said or (verdict is SINCERE and case.forum.chair != FUND)


def test_side_by_side_without_a_game_is_explained(case: Case) -> None:
    (one,) = (trace_game(case, *planned) for planned in plan_games(1, 1))
    never = weigh(case, [replace(one, verdict=SINCERE)])
    assert say_ways(never).endswith(
        "gladly be done. No game ended so, as few between computers do: they seek a text to the last. The way is open \
to people, and nothing has to be changed for it."
    )
    assert "between computers" not in say_ways(weigh(case, [replace(one, verdict=LANES)]))


def test_what_the_wishes_of_the_strongest_cost_is_said_where_no_lever_is_long_enough(case: Case) -> None:
    proud = changed(case, [CLINICS, COUNCIL], lambda _: {"walk_away": 95})
    says = advice(proud)
    assert says.startswith("What `fund` wants on `clinic`, `road` and `opening` costs `clinics` ")
    assert "each less than the 12 `points` that `leverage` can take" in says
    losses = {one.who: one.loss for one in study(case).temptations[0].bent}
    assert all(0 < loss < 12 for loss in losses.values())
    modest = changed(proud, [CLINICS, COUNCIL], lambda agency: {"walk_away": case.agency(agency.id).walk_away})
    assert study(modest).tempting


def test_threats_that_do_nothing_are_told_with_what_can_be_raised(case: Case) -> None:
    idle = played(case, threats=2, bowed=0, accords=())
    armed = with_strength(unarmed(case), [CLINICS, COUNCIL])
    (says,) = [one for one in told(armed, idle, "leverage") if "idle" in one]
    assert says.endswith("pressing is idle, so lower the `walk_away` of those it is held over.")
    weak = with_strength(armed, [COUNCIL], 1)
    (says,) = [one for one in told(weak, idle, "leverage") if "idle" in one]
    assert "idle, so raise the `strength` of the `leverage` of `fund`, or lower" in says
    free = changed(armed, case.agency_ids, lambda _: {"walk_away": 0})
    assert not [one for one in told(free, idle, "leverage") if "idle" in one]


def test_threats_that_nobody_can_defy_are_told_with_what_can_be_lowered(case: Case) -> None:
    bowed = played(case, threats=2, bowed=2)
    assert any("so lower the `strength` of `leverage`, or raise" in one for one in told(case, bowed, "leverage"))
    weak = with_strength(unarmed(case), [CLINICS], 1)
    assert any("so take out some `leverage`, or raise" in one for one in told(weak, bowed, "leverage"))


def test_nobody_pressing_is_told_only_where_leverage_is_missing(case: Case) -> None:
    quiet = played(case, threats=0, bowed=0)
    (says,) = told(with_strength(unarmed(case), [CLINICS]), quiet, "leverage")[-1:]
    assert says.endswith("presses: give `fund` `leverage` over `council` and `force`, who would carry what it wants.")
    full = with_strength(case, [FORCE, CLINICS, COUNCIL])
    assert not told(full, quiet, "leverage")


def test_a_seat_that_cannot_walk_away_for_less_is_not_told_to(case: Case) -> None:
    (one, *_) = played(case)
    lost = played(case, mandates=dict.fromkeys(one.mandates, -5.0), agreed=frozenset({("clinic", "contractor")}))
    bare = changed(case, [CLINICS], lambda _: {"walk_away": 0})
    (says,) = [one for one in told(bare, lost, "agencies.clinics.walk_away") if "ends below" in one]
    assert "`walk_away`" not in says
    assert "raise its `points` for `contractor` on `clinic`" in says
    (says,) = [one for one in told(case, lost, "agencies.clinics.walk_away") if "ends below" in one]
    assert "lower its `walk_away`, or raise its `points` for `contractor`" in says
    (says,) = [one for one in told(case, lost, "agencies.fund.walk_away") if "ends below" in one]
    assert "`points`" not in says, "the contractor is its best already"


def test_an_issue_keeps_two_options(case: Case) -> None:
    idle = played(case, agreed=frozenset(), declared=frozenset())
    assert told(case, idle, "points")[-1].endswith("raise the `points` of those who carry them.")
    some = frozenset((issue.id, option.id) for issue in case.issues for option in issue.options[2:])
    assert told(case, played(case, agreed=some), "points")[-1].endswith("carry them, or take them out.")


def test_what_is_at_its_end_already_is_not_advised(case: Case) -> None:
    gone = played(case, left=frozenset({CLINICS}))
    bare = changed(unarmed(case), [CLINICS], lambda _: {"walk_away": 0})
    assert any("walks out" in one for one in told(case, gone, "agencies.clinics.walk_away"))
    assert not any("walks out" in one for one in told(bare, gone, "agencies.clinics.walk_away"))
    idle = played(case, verdict=ForumVerdict.INFORMATION_SHARING)
    assert "give people more `rounds` or `time`." in told(case, idle, "rounds")[0]
    assert "give people more `time`." in told(replace(case, rounds=12), idle, "rounds")[0]
    busy = changed(replace(case, rounds=12), case.agency_ids, lambda _: {"time": 6})
    assert not told(busy, idle, "rounds")
