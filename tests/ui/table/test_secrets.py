"""Nothing of another seat's own reaches my page: two games that differ only in another's secrets look the same."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sittings import (
    CLINICS,
    COUNCIL,
    FORCE,
    FUND,
    PUSHED,
    A,
    Noted,
    case,
    everybody_passes,
    play,
    sit,
    terms,
    to_corridor,
    words_on,
)

from game.rules import commands as do
from game.rules.case import Agency, Case
from game.rules.ids import AgencyId, IssueId
from game.rules.vocabulary import Heading, Phase, Purpose, Stance
from game.ui import Message, Size
from game.ui.screens.table import TableScreen

MARK = "Zwölfeck"
"""A word that stands in no shipped case."""
SIZE = Size(1920, 1080)


def other_secrets(agency: Agency) -> Agency:
    """Change everything that only this agency knows of itself."""
    points = {issue: dict(zip(own, reversed(list(own.values())), strict=True)) for issue, own in agency.points.items()}
    return replace(
        agency,
        brief=f"{MARK} brief",
        points=points,
        walk_away=agency.walk_away + 20,
        expects=Purpose.COMMON_STRATEGY if agency.expects is Purpose.INFORMATION else Purpose.INFORMATION,
        hidden=tuple(replace(one, text=f"{MARK} mandate", points=one.points + 5) for one in agency.hidden),
        red_lines=tuple(replace(one, text=f"{MARK} line") for one in agency.red_lines),
        power_sensitivity=1 - agency.power_sensitivity,
        patience=1 - agency.patience,
        backing=0.33,
        flexibility=0.11,
        trust=dict.fromkeys(agency.trust, 0.77),
        leverage=tuple(replace(one, text=f"{MARK} lever") if one.over != CLINICS else one for one in agency.leverage),
    )


def twin() -> Case:
    """Give every other seat other secrets; facts and what they are worth to others differ too."""
    one = case()
    facts = tuple(
        replace(
            fact,
            priors={who: share if who == CLINICS else 0.99 for who, share in fact.priors.items()},
            shifts={
                issue: {o: {w: p if w == CLINICS else p + 7 for w, p in own.items()} for o, own in options.items()}
                for issue, options in fact.shifts.items()
            },
        )
        for fact in one.facts
    )
    agencies = tuple(agency if agency.id == CLINICS else other_secrets(agency) for agency in one.agencies)
    return replace(one, agencies=agencies, facts=facts)


def at_convening(sitting: Noted) -> None:
    """Nothing has happened."""


def in_corridor(sitting: Noted) -> None:
    to_corridor(sitting)
    play(sitting, do.Meet(FUND, COUNCIL), do.Disclose(FUND, COUNCIL, IssueId("clinic")), do.Meet(CLINICS, FORCE))
    play(sitting, do.ConsultHome(FUND), do.Disclose(CLINICS, FORCE, IssueId("road")))


def on_floor(sitting: Noted) -> None:
    in_corridor(sitting)
    everybody_passes(sitting, Phase.FLOOR, but=FUND)
    play(sitting, do.Table(FUND, PUSHED, case().agency_ids))
    everybody_passes(sitting, Phase.FLOOR, but=CLINICS)


def in_second_corridor(sitting: Noted) -> None:
    on_floor(sitting)
    play(sitting, do.Table(CLINICS, terms(clinic="masons"), case().agency_ids))
    everybody_passes(sitting, Phase.STANCES)
    for seat in (FUND, FORCE, COUNCIL):
        play(sitting, do.TakeStance(seat, A, Stance.ENDORSE), do.TakeStance(seat, AgencyId("B"), Stance.OBJECT))  # type: ignore[arg-type]
    play(sitting, do.Pass(CLINICS))
    play(sitting, do.Press(FUND, CLINICS, A), do.Press(FUND, COUNCIL, A), do.Pledge(FUND, COUNCIL, A, 3))


def while_stances_are_taken(sitting: Noted) -> None:
    on_floor(sitting)
    everybody_passes(sitting, Phase.STANCES)
    play(sitting, do.TakeStance(FUND, A, Stance.BLOCK), do.TakeStance(COUNCIL, A, Stance.ENDORSE))


MOMENTS: list[Callable[[Noted], None]] = [
    at_convening, in_corridor, on_floor, in_second_corridor, while_stances_are_taken,
]  # fmt: skip


def everything_on(screen: TableScreen) -> list[str]:
    """Collect the words of every state the page can be in."""
    found = list(words_on(screen.build(SIZE), SIZE))
    for heading in Heading:
        screen.on(Message("head", heading))
        for choice in screen.sitting.choices:
            if choice.heading is heading:
                screen.on(Message("card", choice.kind))
                found += words_on(screen.build(SIZE), SIZE)
    abouts = [("agency", str(agency)) for agency in screen.sitting.table.seats]
    abouts += [("issue", str(issue.id)) for issue in screen.sitting.view.scene.issues]
    for drawer, about in (*abouts, ("role", ""), ("worth", ""), ("message", ""), ("sure", "")):
        screen.desk.drawer, screen.desk.about = drawer, about
        found += words_on(screen.build(SIZE), SIZE)
    return found


def page_after(of: Case, moment: Callable[[Noted], None]) -> list[str]:
    sitting = sit(of=of, seat="clinics")
    moment(sitting)
    sitting.sit_down(CLINICS)
    return everything_on(TableScreen(sitting))


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment.__name__)
def test_another_seats_secrets_change_nothing_on_my_page(moment: Callable[[Noted], None]) -> None:
    mine, theirs = page_after(case(), moment), page_after(twin(), moment)
    assert not [words for words in theirs if MARK in words]
    assert mine == theirs


def test_what_others_do_among_themselves_is_not_on_my_page() -> None:
    """A threat, a pledge and points passed between two others leave no trace."""

    def quiet(sitting: Noted) -> None:
        on_floor(sitting)
        everybody_passes(sitting, Phase.CORRIDOR)

    def busy(sitting: Noted) -> None:
        quiet(sitting)
        play(sitting, do.Press(FUND, COUNCIL, A), do.Pledge(FUND, COUNCIL, A, 3), do.ConsultHome(FORCE))

    assert page_after(case(), quiet) == page_after(case(), busy)


def test_a_stance_not_yet_shown_is_not_on_my_page() -> None:
    def blocked(sitting: Noted) -> None:
        on_floor(sitting)
        everybody_passes(sitting, Phase.STANCES)
        play(sitting, do.TakeStance(FUND, A, Stance.BLOCK))

    def endorsed(sitting: Noted) -> None:
        on_floor(sitting)
        everybody_passes(sitting, Phase.STANCES)
        play(sitting, do.TakeStance(FUND, A, Stance.ENDORSE))

    assert page_after(case(), blocked) == page_after(case(), endorsed)
