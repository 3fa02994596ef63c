"""Fold what the host sends into the very view that the host has. Nothing of it is trusted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from game.classroom.views.shapes import (
    ClockShape,
    HolderShape,
    PageShape,
    RoleShape,
    SceneShape,
    game_reader,
    step_reader,
)
from game.classroom.views.writing import OWN, ROOM, SCENE
from game.record import Holder, Roster
from game.record.codec import events_of, first_problem
from game.record.sentences import Sentence
from game.rules.case import Forum
from game.rules.ids import AgencyId
from game.rules.menu import Choice, menu
from game.rules.own import Own
from game.rules.room import Room
from game.rules.scene import Role, Scene
from game.rules.view import View
from game.session.attendance import Clock
from game.session.telling import Page, tell


class WireError(ValueError):
    """Carry one sentence that says what is wrong with what the host sent."""

    def __init__(self, clause: str) -> None:
        super().__init__(f"The host sent something that this window cannot use ({clause}).")
        self.sentence = str(self)


@dataclass(frozen=True, slots=True)
class Sight:
    """Everything that one seat was sent of its game, with what follows from it."""

    table: str
    moment: str
    view: View
    found: Forum
    pages: tuple[Page, ...]
    roster: Roster
    clock: Clock
    mark: int = 0
    """The host's, for this moment: no other moment has the same."""
    places: tuple[tuple[int, int], ...] = ((0, 0),)
    """How many pages there were at each mark that was heard of."""
    choices: tuple[Choice, ...] = ()
    sentences: tuple[Sentence, ...] = ()

    def goes_on_from(self, before: "Sight") -> bool:
        """Say whether what was seen before still counts, if it is the same seat at the same table."""
        is_same = (self.table, self.view.seat) == (before.table, before.view.seat)
        return not is_same or self.pages[: len(before.pages)] == before.pages

    @property
    def begun(self) -> tuple[int, int]:
        """Give the mark at which the whole game was told, and how many pages there were."""
        return self.places[1] if len(self.places) > 1 else self.places[0]

    def place(self, mark: int) -> int:
        """Say how many pages there were at a mark, of those that still count."""
        known = [place for at, place in self.places if at <= mark]
        return min(known[-1] if known else 0, len(self.pages))


def begin(frame: str | bytes) -> Sight:
    """Read a whole game; WireError if it is damaged or does not fit together."""
    try:
        read = game_reader().validate_json(frame)
    except ValidationError as error:
        raise WireError(first_problem(error)) from None
    room, own = _whole(ROOM, read.room), _whole(OWN, read.own)
    scene, role = _scene(read.scene), _role(read.role)
    if not scene.has_agency(read.seat) or role.agency.id != read.seat:
        raise WireError("its seat is not its role's")
    view = View(read.seat, scene, read.ruleset, Room(**room), role, Own(**own))
    roster = _roster(read.roster, scene)
    sight = Sight(read.table, read.moment, view, read.found, (), roster, _clock(read.clock))
    return _settled(sight, _pages(read.pages, 0), read.mark)


def follow(sight: Sight, frame: str | bytes) -> Sight:
    """Fold in what changed; WireError if it is damaged or does not follow on what came before."""
    try:
        read = step_reader().validate_json(frame)
    except ValidationError as error:
        raise WireError(first_problem(error)) from None
    view = sight.view
    if read.room or read.own:
        view = replace(view, room=_with(view.room, read.room), own=_with(view.own, read.own))
    roster = sight.roster if read.roster is None else _roster(read.roster, view.scene)
    new = replace(sight, moment=read.moment, view=view, roster=roster, clock=_clock(read.clock))
    if not read.pages and view is sight.view and read.mark == sight.mark:
        return new
    if read.mark < sight.mark:
        raise WireError("it goes back in time")
    return _settled(new, _pages(read.pages, len(sight.pages)), read.mark)


def _settled(sight: Sight, pages: tuple[Page, ...], mark: int) -> Sight:
    """Work out what follows from it; a game in which that fails is not one that a host would send."""
    pages = (*sight.pages, *pages)
    sight = replace(sight, pages=pages, mark=mark, places=(*sight.places, (mark, len(pages))))
    view = sight.view
    try:
        _look_through(view)
        choices = menu(view)
        sentences = tell(sight.pages, view.scene, view.seat, view.role, found=sight.found)
    except Exception as error:  # whatever a name that nobody has leads to
        raise WireError(f"it does not fit together, {type(error).__name__}: {error}") from None
    return replace(sight, choices=choices, sentences=sentences)


def _look_through(view: View) -> None:
    """Look up what every screen looks up; KeyError where something is not there."""
    scene, points, own = view.scene, view.role.agency.points, view.own
    for issue in scene.issues:
        issue.option(issue.status_quo)
        for option in issue.options:
            _ = points[issue.id][option.id], *map(scene.face, option.carriers)
    for question in scene.questions:
        _ = own.beliefs[question.id]
    for agency in scene.agency_ids:
        _ = agency == view.seat or own.trust[agency]


def _whole(names: tuple[str, ...], part: Mapping[str, Any]) -> Mapping[str, Any]:
    if missing := [name for name in names if name not in part]:
        raise WireError(f"{missing[0]} is missing")
    return part


def _with(before: Any, part: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a room gives a room, what is own what is own
    return replace(before, **part) if part else before


def _pages(read: tuple[PageShape, ...], first: int) -> tuple[Page, ...]:
    """Take the pages from one on; WireError if one is left out or comes twice."""
    for due, page in enumerate(read, start=first):
        if page.at != due:
            raise WireError(f"page {due} is due, and it holds page {page.at}")
    return tuple(Page(page.at, events_of(page.events), page.beside) for page in read)


def _scene(read: SceneShape) -> Scene:
    return Scene(
        **{name: getattr(read, name) for name in SCENE},
        _faces={face.id: face for face in read.agencies},
        _questions={question.id: question for question in read.questions},
        _issues={issue.id: issue for issue in read.issues},
    )


def _role(read: RoleShape) -> Role:
    return Role(
        agency=read.agency,
        shifts=read.shifts,
        shifts_on={(issue, option): by for issue, option, by in read.shifts_on},
        burdens={(issue, option): points for issue, option, points in read.burdens},
        leverage_on_me=read.leverage_on_me,
        outside=read.outside,
    )


def _roster(read: Mapping[AgencyId, HolderShape], scene: Scene) -> Roster:
    if tuple(read) != scene.agency_ids:
        raise WireError("its roster is of another case")
    return {seat: Holder(holder.kind, name=holder.name) for seat, holder in read.items()}


def _clock(read: ClockShape) -> Clock:
    return Clock(read.left, read.is_held, read.bell)
