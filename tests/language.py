"""A short language for tests of the rules: open a table, play moves by name, assert one fact."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from game.rules import commands as do
from game.rules.case import Agency, Case, Fact, Forum, Issue, Leverage, Occurrence, Option, RedLine
from game.rules.conditions import OptionAgreed
from game.rules.course import signing_now, waiting_on
from game.rules.events import Event, Happening
from game.rules.interventions import Intervention
from game.rules.judgement import Judgement, Outcome
from game.rules.opening import open_game
from game.rules.play import Step, intervene, play
from game.rules.refusal import Refusal
from game.rules.ruleset import STANDARD, Ruleset
from game.rules.state import State
from game.rules.texts import LANES, Term
from game.rules.view import View, view
from game.rules.vocabulary import (
    Community,
    DecisionRule,
    Dimension,
    ForumKind,
    LeverageKind,
    Phase,
    Purpose,
    Root,
    Stance,
)

ALL = ("force", "relief", "ministry", "council")


def option(name: str, *carriers: str, **fields: Any) -> Option:
    """Word an option carried by these."""
    return Option(name, name.replace("_", " "), "", carriers, **fields)


def agency(name: str, community: Community, points: Mapping[str, Mapping[str, int]], **fields: Any) -> Agency:
    """Word an agency; a plain one where nothing else is said."""
    plain: dict[str, Any] = {
        "power": 2, "is_neutral": False, "networks": (), "walk_away": 40, "expects": Purpose.DIVISION_OF_LABOUR,
        "backing": 0.8,
    }  # fmt: skip
    return Agency(
        id=name, name=name.title(), short=name, community=community, mandate="", brief="", points=points,
        **{**plain, **fields},
    )  # fmt: skip


def small_case(**fields: Any) -> Case:
    """Word a case of four agencies and three issues. The force is strongest and chairs; one fact, known to it alone."""
    force = agency(
        "force", Community.MILITARY,
        {"school": {"none": 0, "villages": 10, "barracks": 40}, "road": {"none": 0, "engineers": 40, "contractor": 10},
         "news": {"none": 0, "shared": 20}},
        power=5, pledge_budget=10,
        leverage=(Leverage("relief", LeverageKind.SECURITY, 3, "escorts stop"),
                  Leverage("council", LeverageKind.FUNDING, 1, "small projects stop")),
    )  # fmt: skip
    relief = agency(
        "relief", Community.HUMANITARIAN,
        {"school": {"none": 0, "villages": 50, "barracks": 0}, "road": {"none": 10, "engineers": 0, "contractor": 20},
         "news": {"none": 30, "shared": 0}},
        is_neutral=True, power_sensitivity=0.5, networks=("ngos",), expects=Purpose.INFORMATION,
        red_lines=(RedLine("uniforms", "No work beside uniforms.", OptionAgreed("news", "shared"), is_waivable=True),),
    )  # fmt: skip
    ministry = agency(
        "ministry", Community.HOST_GOVERNMENT,
        {"school": {"none": 0, "villages": 40, "barracks": 10}, "road": {"none": 0, "engineers": 20, "contractor": 40},
         "news": {"none": 0, "shared": 20}},
        power=3,
    )  # fmt: skip
    council = agency(
        "council", Community.CIVIL_SOCIETY,
        {"school": {"none": 0, "villages": 60, "barracks": 10}, "road": {"none": 0, "engineers": 10, "contractor": 20},
         "news": {"none": 0, "shared": 20}},
        power=1, networks=("ngos",),
    )  # fmt: skip
    plain: dict[str, Any] = {
        "id": "small", "title": "Small", "summary": "", "place": "", "briefing": "",
        "agencies": (force, relief, ministry, council),
        "issues": (
            Issue("school", "School", "", (
                option("none"),
                option("villages", "relief", "ministry", impact={Dimension.DEVELOPMENT: 3}),
                option("barracks", "force", impact={Dimension.DEVELOPMENT: 1, Dimension.LEGITIMACY: -1}),
            ), "none"),
            Issue("road", "Road", "", (
                option("none"),
                option("engineers", "force", "ministry", impact={Dimension.SECURITY: 1}),
                option("contractor", "ministry", impact={Dimension.DEVELOPMENT: 2}),
            ), "none"),
            Issue("news", "News", "", (option("none"), option("shared", "relief", "force")), "none"),
        ),
        "facts": (ambush(),),
        "occurrences": (),
        "forum": Forum("Forum", ForumKind.COORDINATION_MEETING, "force", ALL, Purpose.DIVISION_OF_LABOUR,
                       DecisionRule.CONSENSUS),
        "rounds": 2,
    }  # fmt: skip
    return Case(**{**plain, **fields})


def ambush(**fields: Any) -> Fact:
    """Word the fact: true, known to the force, bad for the relief agency if soldiers build the school."""
    plain: dict[str, Any] = {
        "id": "ambush", "name": "Ambush", "question": "?", "if_true": "Yes.", "if_false": "No.", "is_true": True,
        "difficulty": 1, "known_by": ("force",), "priors": {"relief": 0.2},
        "shifts": {"school": {"villages": {"relief": -10}, "barracks": {"relief": -8}}}, "impact": {}, "capacity": {},
        "comes_out": 0.0,
    }  # fmt: skip
    return Fact(**{**plain, **fields})


def happening(text: str = "It rains.", *, effects: tuple[Any, ...] = (), **fields: Any) -> Occurrence:
    """Word something that comes from outside in round 1."""
    return Occurrence(**{"id": "rain", "text": text, "effects": effects, "round": 1, **fields})


def changed(case: Case, name: str, **fields: Any) -> Case:
    """Change one agency of a case."""
    agencies = tuple(replace(a, **fields) if a.id == name else a for a in case.agencies)
    return replace(case, agencies=agencies)


class Game:
    """A table to play moves at; every move that should be accepted is, or the test fails with the refusal."""

    def __init__(
        self, case: Case | None = None, *, seed: int = 1, seated: Collection[str] | None = None,
        ruleset: Ruleset = STANDARD,
    ) -> None:  # fmt: skip
        """Open a table with everybody seated."""
        self.case = case or small_case()
        step = open_game(self.case, ruleset, seed, self.case.agency_ids if seated is None else seated)
        self.state: State = step.state
        self.events: tuple[Event, ...] = step.events
        self.played: list[tuple[do.Command | Intervention, tuple[Event, ...]]] = []

    def do(self, *commands: do.Command) -> Game:
        """Play commands that must be accepted."""
        for command in commands:
            step = play(self.state, command)
            assert isinstance(step, Step), f"{command} was refused: {step}"
            self.state, self.events = step.state, step.events
            self.played.append((command, step.events))
        return self

    def step_in(self, *interventions: Intervention) -> Game:
        """Step in from outside in ways that must be accepted."""
        for intervention in interventions:
            step = intervene(self.state, intervention)
            assert isinstance(step, Step), f"{intervention} was refused: {step}"
            self.state, self.events = step.state, step.events
            self.played.append((intervention, step.events))
        return self

    def refused(self, command: do.Command | Intervention) -> Refusal:
        """Try a command, or an intervention, that must be refused."""
        answer = intervene(self.state, command) if isinstance(command, Intervention) else play(self.state, command)
        assert isinstance(answer, Refusal), f"{command} was accepted"
        assert answer.sentence.endswith((".", "?", ")."))
        return answer

    def until(self, phase: Phase, *, number: int | None = None) -> Game:
        """Let everybody pass until a phase (of a round) begins."""
        while self.room.phase is not phase or (number is not None and self.room.round != number):
            assert self.room.phase is not Phase.CLOSED, f"the game closed before {phase}"
            self.do(do.Pass(waiting_on(self.room)[0]))
        return self

    def turn(self, seat: str) -> Game:
        """Let the seats before this one pass on the floor."""
        self.until(Phase.FLOOR)
        while self.room.speakers[0] != seat:
            self.do(do.Pass(self.room.speakers[0]))
        return self

    def table(self, seat: str, parties: Collection[str] = ALL, **terms: str) -> Game:
        """Table a text when the seat has the floor."""
        return self.turn(seat).do(do.Table(seat, worded(**terms), tuple(parties)))

    def stances(self, stance: Stance = Stance.ENDORSE, **others: Stance) -> Game:
        """Let everybody show a stance on every open text."""
        self.until(Phase.STANCES)
        number = self.room.round
        while self.room.phase is Phase.STANCES and self.room.round == number:
            seat = waiting_on(self.room)[0]
            for text in [t.id for t in self.room.texts.values() if not t.is_closed]:
                self.do(do.TakeStance(seat, text, others.get(seat, stance)))
        return self

    def sign(self, *, declining: Collection[str] = (), reserving: Mapping[str, str] | None = None) -> Game:
        """Let everybody answer the call at hand."""
        text = signing_now(self.room)
        assert text is not None, "nothing is being signed"
        while signing_now(self.room) == text:
            seat = waiting_on(self.room)[0]
            if seat in declining:
                self.do(do.Decline(seat, text))
            elif seat in (reserving or {}):
                self.do(do.SignWithReservation(seat, text, (reserving or {})[seat]))
            else:
                self.do(do.Sign(seat, text))
        return self

    def accord(self, seat: str = "ministry", parties: Collection[str] = ALL, **terms: str) -> Game:
        """Table a text in round 1, call it in round 2, and let everybody sign."""
        return self.accord_called(seat, parties, **terms).sign()

    def accord_called(self, seat: str = "ministry", parties: Collection[str] = ALL, **terms: str) -> Game:
        """Table a text in round 1, call it in round 2, and stop where it is to be signed."""
        self.table(seat, parties, **terms).stances()
        text = next(reversed(self.room.texts))
        return self.until(Phase.FLOOR, number=2).turn(seat).do(do.CallSignature(seat, text)).stances()

    def year(self, effort: float = 1.0, **others: float) -> Game:
        """Live through the year after with these efforts."""
        while self.room.phase is not Phase.CLOSED:
            seat = waiting_on(self.room)[0]
            if self.room.phase in (Phase.FIRST_EFFORTS, Phase.SECOND_EFFORTS):
                for accord in (*(a.text for a in self.room.in_force), LANES):
                    self.try_(do.SetEffort(seat, accord, others.get(seat, effort)))
            self.do(do.Pass(seat))
        return self

    def try_(self, command: do.Command) -> bool:
        """Play a command if it is accepted."""
        if isinstance(play(self.state, command), Refusal):
            return False
        self.do(command)
        return True

    @property
    def room(self):  # noqa: ANN201 - as in State
        """Return what everybody sees."""
        return self.state.room

    def own(self, seat: str):  # noqa: ANN201 - as in State
        """Return what one seat alone sees."""
        return self.state.own[seat]

    def view(self, seat: str) -> View:
        """Build a seat's view."""
        return view(self.state, seat)

    def happened(self, kind: type[Happening] | Callable[..., Any]) -> list[Any]:
        """List what of a kind the last command brought about."""
        return [event.what for event in self.events if isinstance(event.what, kind)]  # type: ignore[arg-type]

    def judgement(self, text: str = "A") -> Judgement:
        """Return what was found about an accord."""
        return self.state.sealed.judgements[text]

    def root(self, seat: str, root: Root, text: str = "A") -> float:
        """Return one root of one signature."""
        return self.judgement(text).signatures[seat].roots[root].value

    @property
    def outcome(self) -> Outcome:
        """Return what the forum came to."""
        assert self.state.sealed.outcome is not None
        return self.state.sealed.outcome


def worded(**terms: str) -> tuple[Term, ...]:
    """Word terms."""
    return tuple(Term(issue, chosen) for issue, chosen in terms.items())
