"""Effort as a choice: what I carry, what effort costs me, and what it may bring by what I believe."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.desk.words import calls
from game.record.sentences.narrator import percent
from game.rules.dealings import EffortPlan
from game.rules.ids import AgencyId, IssueId, OptionId, TextId
from game.rules.legality.year import carried_by
from game.rules.scene import QUARTERS, effort_price
from game.rules.texts import LANES
from game.rules.view import View
from game.rules.worth import option_worth

TOP = 3
"""The highest level of a term."""
HALF = QUARTERS // 2
"""Quarters for which one setting of effort holds."""


@dataclass(frozen=True, slots=True)
class Load:
    """A term or lane that I carry: `price` in points a quarter at full effort, `gain` in points if it came about.

    `pace` is the share (0..1) of full speed at which it moves without those who have not said that they carry it.
    """

    issue: IssueId
    name: str
    option: str
    price: float
    blur: float
    gain: float
    pace: float = 1.0
    missing: tuple[AgencyId, ...] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a plan comes to for the half-year, in points; `shown` is the price of being seen to deliver too little."""

    cost: float
    blur: float
    gain: float
    effort: float
    shown: float


def burdened(view: View) -> tuple[TextId, ...]:
    """Name the accords, and at the end the lanes, in which I carry something."""
    accords = (accord.text for accord in view.room.in_force)
    return tuple(text for text in (*accords, LANES) if carried_by(view, text))


def loads(view: View, text: TextId) -> tuple[Load, ...]:
    """List what I carry in an accord, or in my lanes."""
    return tuple(_load(view, text, issue, _option(view, text, issue)) for issue in carried_by(view, text))


def _option(view: View, text: TextId, issue: IssueId) -> OptionId:
    if text == LANES:
        return view.room.lanes[view.seat][issue]
    return next(term.option for term in view.room.accords[text].terms if term.issue == issue)


def _load(view: View, text: TextId, issue: IssueId, option: OptionId) -> Load:
    role, scene = view.role, view.scene
    way = scene.option(issue, option)
    missing = _undeclared(view, issue, option) if text == LANES else ()
    price = effort_price(way, view.ruleset)
    before = option_worth(role, view.own.beliefs, issue, scene.issue(issue).status_quo)
    return Load(
        issue=issue,
        name=scene.issue(issue).name,
        option=way.name,
        price=price,
        blur=0.0 if _is_blurred(view, issue) else max(0.0, role.burdens.get((issue, option), 0.0) - price * QUARTERS),
        gain=option_worth(role, view.own.beliefs, issue, option) - before,
        pace=(len(way.carriers) - len(missing)) / len(way.carriers) / 2 if missing else 1.0,
        missing=missing,
    )


def _undeclared(view: View, issue: IssueId, option: OptionId) -> tuple[AgencyId, ...]:
    """Name the carriers of a lane who have not declared it: they give nothing, which halves the pull (R7.1)."""
    carriers = view.scene.option(issue, option).carriers
    return tuple(seat for seat in carriers if view.room.lanes.get(seat, {}).get(issue) != option)


def missing_words(view: View, load: Load) -> str:
    """Say who has not declared a lane of mine too, and how far it can come; empty where nobody is missing."""
    if not load.missing:
        return ""
    carriers = view.scene.option(load.issue, view.room.lanes[view.seat][load.issue]).carriers
    names = calls(view.scene, load.missing)
    verb = "has" if len(load.missing) == 1 else "have"
    who = "Nobody else has" if len(load.missing) == len(carriers) - 1 else f"{names} {verb} not"
    return f"{who} said they will carry this: at most {percent(load.pace)} of the way."


def price_words(load: Load) -> str:
    """Say what full effort on a term costs, and what it would bring in full."""
    words = (
        f"Full effort costs you {load.price:.1f} points a quarter. In full it would bring you {load.gain:+.0f} points."
    )
    if load.blur:
        words += f" Working beside soldiers with nobody in between costs you {load.blur:.0f}, once."
    return words.replace("-", "−")


def _is_blurred(view: View, issue: IssueId) -> bool:
    """Say whether working beside soldiers on an issue has been paid for already."""
    return any(moved.reason == "blurring" and moved.about == issue for moved in view.own.adjustments)


def plan_of(view: View, text: TextId) -> EffortPlan:
    """Return the effort set so far; before anything is set, all that was promised."""
    return view.own.efforts.get(text, EffortPlan(1.0))


def forecast(view: View, carried: tuple[Load, ...], effort: float, by_issue: Mapping[IssueId, float]) -> Forecast:
    """Work out a half-year: what it costs, and what it may bring if the others give as much as I do."""
    plan = EffortPlan(effort, by_issue)
    given = [plan.on(load.issue) for load in carried]
    share = HALF * view.ruleset.level_speed / TOP
    mean = sum(given) / len(given) if given else 0.0
    is_seen = mean < view.ruleset.exposure_share - 1e-9
    return Forecast(
        cost=HALF * sum(load.price * e for load, e in zip(carried, given, strict=True)),
        blur=sum(load.blur for load, e in zip(carried, given, strict=True) if e > 0),
        gain=sum(load.gain * load.pace * share * e for load, e in zip(carried, given, strict=True)),
        effort=mean,
        shown=view.ruleset.exposure_price * (1 - mean) if is_seen else 0.0,
    )


def forecast_words(found: Forecast) -> tuple[tuple[str, str, str], ...]:
    """Say what a plan comes to: what, how much, and where the number comes from."""
    rows = [
        (
            "effort costs you",
            f"−{found.cost:.1f}",
            "Points this half-year: what each term costs a quarter, times your effort.",
        ),
        (
            "it may bring you",
            f"{found.gain:+.1f}".replace("-", "−"),
            "Points this half-year, by what your staff believe, if the others who said they carry it give as much "
            "as you, and nothing holds the work up.",
        ),
    ]
    if found.blur:
        rows.append(
            ("beside soldiers", f"−{found.blur:.1f}", "Points, once: you work beside soldiers, with nobody in between.")
        )
    if found.shown:
        rows.append(
            (
                "seen holding back",
                f"−{found.shown:.1f}",
                "Standing: less than 80 % of what was promised shows after the half-year.",
            )
        )
    return tuple(rows)
