"""A short language for tests of the table: sit down, do by name, look at what stands on the page."""

from collections.abc import Iterator
from functools import cache

from game.record import ABSENT, computer, person
from game.rules import commands as do
from game.rules.case import Case
from game.rules.ids import AgencyId, IssueId, OptionId, TextId
from game.rules.texts import Term
from game.rules.vocabulary import Phase, Stance
from game.scenario import loading
from game.session import open_table
from game.ui.driver import Driver
from game.ui.look import Look
from game.ui.page import Page, lay_out
from game.ui.screens.table import TableScreen
from game.ui.settings import Settings
from game.ui.sitting import Sitting
from game.ui.space import Size
from game.ui.text import plain
from game.ui.widget import Ruler, Widget
from game.ui.widgets.words import Text

FUND, FORCE, CLINICS, COUNCIL = (AgencyId(name) for name in ("fund", "force", "clinics", "council"))
A, B = TextId("A"), TextId("B")
SMALLEST = Size(1280, 720)


@cache
def case(name: str = "tutorial") -> Case:
    """Load a shipped case once."""
    return loading.load(loading.find(name))


class Noted(Sitting):
    """A sitting that notes what the person at the screen did."""

    def submit(self, command: do.Command) -> bool:
        """Note the command if it was accepted."""
        is_accepted = super().submit(command)
        if is_accepted:
            given = self.__dict__.setdefault("given", [])
            given.append(command)
        return is_accepted

    @property
    def done(self) -> list[do.Command]:
        """List what was accepted."""
        return list(self.__dict__.get("given", []))


def sit(
    name: str = "tutorial",
    *,
    persons: tuple[str, ...] = (),
    absent: str = "",
    seat: str = "",
    of: Case | None = None,
) -> Noted:
    """Sit down at a fresh game; without `persons` everybody is one. Nobody plays `absent`."""
    found = of or case(name)
    held = persons or tuple(str(agency) for agency in found.agency_ids)
    roster = {a: person(f"Person {a}") if a in held else computer("consensus_builder") for a in found.agency_ids}
    if absent:
        roster[AgencyId(absent)] = ABSENT
    return Noted(open_table(found, roster, seed=4), seat=AgencyId(seat) if seat else None)


def drive(sitting: Sitting, **settings: object) -> Driver:
    """Open the window on the table."""
    return Driver(TableScreen(sitting), settings=Settings(**settings))  # type: ignore[arg-type]


def terms(**options: str) -> tuple[Term, ...]:
    """Write terms by issue."""
    return tuple(Term(IssueId(issue), OptionId(option)) for issue, option in options.items())


def play(sitting: Sitting, *commands: do.Command) -> None:
    """Play commands for whoever they name; every one has to be accepted."""
    for command in commands:
        answer = sitting.table.receive(command.seat, command)
        assert answer.is_accepted, (command, answer.refusal)


def everybody_passes(sitting: Sitting, until: Phase, *, but: str = "") -> None:
    """Let persons pass until a phase has come (on the floor: until it is the turn of `but`)."""
    for _ in range(60):
        waiting = sitting.table.waiting
        if sitting.table.phase is until and (not but or until is not Phase.FLOOR or waiting == (but,)):
            return
        seat = next(one for one in waiting if until is not sitting.table.phase or one != but)
        play(sitting, do.Pass(seat))
    raise AssertionError(f"{until} does not come")


def to_corridor(sitting: Sitting) -> None:
    """Convene the forum as found."""
    play(sitting, do.Pass(sitting.view.room.forum.chair))


PUSHED = terms(clinic="contractor", road="convoys", opening="banners")
SHARED = terms(clinic="masons", road="hours")


def with_texts(sitting: Sitting) -> None:
    """Bring the tutorial to the second corridor with two texts, stances, a meeting, claims, a threat and a pledge."""
    to_corridor(sitting)
    play(
        sitting,
        do.Meet(CLINICS, COUNCIL),
        do.Disclose(CLINICS, COUNCIL, IssueId("clinic")),
        do.Disclose(COUNCIL, CLINICS, IssueId("road")),
        do.Share(COUNCIL, case().facts[0].id, CLINICS),
        do.Share(CLINICS, case().facts[1].id, COUNCIL, is_spun=True),
    )
    everyone = case().agency_ids
    everybody_passes(sitting, Phase.FLOOR, but=FUND)
    play(sitting, do.Table(FUND, PUSHED, everyone))
    everybody_passes(sitting, Phase.FLOOR, but=CLINICS)
    play(sitting, do.Table(CLINICS, SHARED, (FUND, FORCE, CLINICS, COUNCIL)))
    everybody_passes(sitting, Phase.STANCES)
    for seat in everyone:
        play(sitting, do.TakeStance(seat, A, Stance.ENDORSE), do.TakeStance(seat, B, Stance.OBJECT))
    assert sitting.table.phase is Phase.CORRIDOR
    play(sitting, do.Press(FUND, CLINICS, A), do.Pledge(FUND, COUNCIL, A, 3), do.Pledge(COUNCIL, CLINICS, B, 2))


def first_corridor(seat: str = "clinics") -> Noted:
    """Sit down in the first corridor of the tutorial."""
    sitting = sit(seat=seat)
    to_corridor(sitting)
    return sitting


def second_corridor() -> Noted:
    """Sit down as Coast Clinics in the second corridor, with all that `with_texts` brings."""
    sitting = sit(seat="clinics")
    with_texts(sitting)
    return sitting


def floor(sitting: Noted) -> Noted:
    """Go on until Coast Clinics has the floor."""
    everybody_passes(sitting, Phase.FLOOR, but="clinics")
    return sitting


def page_of(tree: Widget, size: Size = SMALLEST, look: Look | None = None) -> Page:
    """Lay a tree out."""
    return lay_out(tree, size, Ruler(look or Look()))


def words_on(tree: Widget, size: Size = SMALLEST) -> Iterator[str]:
    """Give every text of a tree, tips of controls included."""
    for item in page_of(tree, size).placed:
        if isinstance(item.widget, Text):
            yield plain(item.widget.words)
        if tip := getattr(item.widget, "tip", ""):
            yield str(tip)
        if reason := getattr(item.widget, "disabled", ""):
            yield str(reason)
