"""A small scenario to spoil, and words to say where a problem should be told."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from game.rules.case import Case
from game.scenario.loading import Problem, read

HARBOUR = """\
case: harbour
title: The harbour
summary: A short one.
place: A harbour
briefing: Three agencies and two questions.
rounds: 3
minutes: 15
forum:
  name: Harbour meeting
  kind: coordination_meeting
  chair: force
  invited: [force, relief, council]
  purpose: information
  rule: consensus
networks: {ngo_forum: NGO forum}
agencies:
  force:
    name: The force
    community: military
    mandate: Keeps the peace.
    brief: Wants to go home.
    power: 4
    neutral: no
    expects: common_strategy
    walk_away: 40
    points:
      school: {none: 10, villages: 30, town: 60}
      road: {open: 40, convoys: 20}
    leverage:
      relief: {kind: access, strength: 2, text: passes take longer}
    trust: {relief: 0.4}
  relief:
    name: Relief agency
    short: Relief
    community: humanitarian
    mandate: Helps whoever needs help.
    brief: Keep away from guns.
    power: 1
    power_sensitivity: 0.7
    neutral: yes
    expects: information
    walk_away: 30
    headquarters: {flexibility: 0.4, micro_management: 0.2}
    networks: [ngo_forum]
    points:
      school: {none: 10, villages: 50, town: 30}
      road: {open: 50, convoys: 0}
    hidden:
      credit: {text: The board likes schools., when: {agreed: {school: villages}}, points: 8}
    red_lines:
      no_guns: {text: No convoys., when: {agreed: {road: convoys}}, waivable: no}
  council:
    name: Local council
    community: civil_society
    mandate: Speaks for the town.
    brief: The town first.
    power: 2
    neutral: no
    expects: joint_analysis
    walk_away: 20
    networks: [ngo_forum]
    points:
      school: {none: 0, villages: 20, town: 70}
      road: {open: 25, convoys: 30}
issues:
  school:
    name: The school
    text: Who builds it, and where?
    status_quo: none
    options:
      none: {name: None, text: No school.}
      villages:
        name: In the villages
        text: Three small ones.
        carriers: [relief, council]
        impact: {development: 2}
        effects: [{gain_time: {agency: relief, by: 1}}]
      town: {name: In town, text: One big one., carriers: [force, relief], intermediary: council}
  road:
    name: The road
    text: Who keeps it safe?
    status_quo: open
    options:
      open: {name: Open, text: As it is.}
      convoys: {name: Convoys, text: Soldiers drive along., carriers: [force]}
facts:
  bridge:
    name: The bridge
    question: Does it hold?
    if_true: It holds.
    if_false: It does not.
    holds: yes
    difficulty: 1
    known_by: [council]
    priors: {force: 0.2}
    shifts: {road: {convoys: {force: -5}}}
    impact: {road: {convoys: {security: -1}}}
    capacity: {school: {villages: 0.6}}
events:
  rain:
    text: It rains.
    round: 2
    effects: [{turn_fact: {fact: bridge, to: no, known_to: [force]}}]
  visit:
    text: Somebody visits.
    chance: 0.1
    seen_by: [relief]
    effects: [{hurt_trust: {truster: relief, trusted: force}}]
teaching_note:
  lessons:
    - A yes is cheap.
    - A lane is honest.
    - A fact can wait too long.
  timing:
    45: Read one sheet each, play one round, and talk for twenty minutes.
    90: Read one sheet each, play to the end, and talk for half an hour.
    180: Play it twice with the seats exchanged, and talk after both games.
  questions:
    - Who was not heard?
    - Whose yes was not meant?
    - What would have changed it?
  usually: The force tables a big school in town, relief signs because it needs passes, and nobody drives there.
"""


@dataclass(frozen=True)
class Draft:
    """A scenario being written."""

    text: str

    def with_(self, *edits: tuple[str, str]) -> "Draft":
        """Replace the first place where each old text stands."""
        text = self.text
        for old, new in edits:
            assert old in text, old
            text = text.replace(old, new, 1)
        return Draft(text)

    def problems(self) -> tuple[Problem, ...]:
        """List what is wrong with it."""
        found = read(self.text, "harbour.yaml")
        return () if isinstance(found, Case) else found

    def case(self) -> Case:
        """Read it as a case."""
        found = read(self.text, "harbour.yaml")
        assert isinstance(found, Case), [str(problem) for problem in found]
        return found

    def at(self, sign: str, *, nth: int = 1) -> tuple[int, int]:
        """Say in which line and column the nth such text stands."""
        index = -1
        for _ in range(nth):
            index = self.text.index(sign, index + 1)
        before = self.text[:index]
        return before.count("\n") + 1, index - before.rfind("\n")

    def tells(self, sign: str, message: str, *, nth: int = 1, suggestion: str | None = None) -> None:
        """Assert that exactly one problem is told: this, there."""
        found = self.problems()
        assert [str(p) for p in found] == ["harbour.yaml:{}:{}: {}".format(*self.at(sign, nth=nth), message)]
        assert suggestion is None or found[0].suggestion == suggestion


@pytest.fixture
def harbour() -> Draft:
    """A scenario with nothing wrong in it."""
    return Draft(HARBOUR)


@pytest.fixture(scope="session")
def harbour_source() -> str:
    """The text of that scenario."""
    return HARBOUR


@pytest.fixture
def draft() -> Callable[[str], Draft]:
    """Any text as a scenario."""
    return Draft
