"""A finished game, rebuilt from its record: how it ended, and how it stood when each accord was signed."""

from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from game.record import Entry, Journal
from game.rules.case import Agency, Case
from game.rules.commands import Command
from game.rules.events import AccordJudged, CameIntoForce, DoubtRaised, Event, FellThrough, QuarterShown, StancesShown
from game.rules.evolve import evolve
from game.rules.ids import AgencyId, TextId
from game.rules.interventions import Intervention
from game.rules.judgement import Judgement, LivedAccord, Outcome
from game.rules.opening import start
from game.rules.ruleset import Ruleset
from game.rules.state import State
from game.rules.texts import Accord
from game.rules.vocabulary import Phase

Showing = StancesShown | DoubtRaised | CameIntoForce | FellThrough
"""What shows where the room stands on a text."""


class UnfinishedError(ValueError):
    """A game that is still going on: nothing of it may be opened yet."""


@dataclass(frozen=True, slots=True)
class Chronicle:
    """Everything there is to tell. `signing` holds the state in which each accord came into force."""

    end: State
    outcome: Outcome
    entries: tuple[Entry, ...]
    signing: Mapping[TextId, State]
    judged: Mapping[TextId, Judgement]
    quarters: tuple[QuarterShown, ...]
    fallen: tuple[tuple[int, FellThrough], ...]
    """Texts that were called for signature and did not come into force, each with the round."""
    rounds: Mapping[int, int]
    """In which round (0: convening) each command was given."""
    phases: Mapping[int, Phase]
    """In which phase each command was given."""
    opening: tuple[Event, ...] = ()
    shown: tuple[tuple[int, Showing, State], ...] = ()
    """Each time the room showed where it stands: by which command, what, and the state then (a signing's before it
    came into force or fell through)."""
    played_by: Ruleset | None = None
    """The rules that it was played by, where it is judged by other lines than those (`rejudging`)."""

    @property
    def case(self) -> Case:
        """Return the case that was played."""
        return self.end.case

    @property
    def ruleset(self) -> Ruleset:
        """Return the rules that it is judged by: those it was played by, unless it was judged again."""
        return self.end.ruleset

    @property
    def played_rules(self) -> Ruleset:
        """Return the rules that it was played by, however it is judged."""
        return self.played_by or self.ruleset

    @property
    def lived(self) -> tuple[LivedAccord, ...]:
        """Return the accords in force a year on, the heaviest first."""
        return tuple(sorted(self.outcome.accords, key=lambda accord: -accord.weight))

    def accord(self, text: TextId) -> Accord:
        """Find an accord; KeyError if no text of that name came into force."""
        return self.end.room.accords[text]

    def lived_as(self, text: TextId) -> LivedAccord:
        """Find what an accord in force turned out to be; KeyError if there is none of that name."""
        for accord in self.outcome.accords:
            if accord.accord == text:
                return accord
        raise KeyError(text)

    def agency(self, agency: AgencyId) -> Agency:
        """Find an agency; KeyError if there is none of that name."""
        return self.case.agency(agency)

    def command(self, at: int) -> Command | None:
        """Find a seat's command of that number; None where there is none, or where the instructor stepped in."""
        place = bisect_left(self.entries, at, key=lambda entry: entry.at)  # a game run again may lack a number
        is_there = place < len(self.entries) and self.entries[place].at == at
        act = self.entries[place].command if is_there else None
        return None if isinstance(act, Intervention) else act


def of_journal(journal: Journal) -> Chronicle:
    """Retell a game from its journal; UnfinishedError if it is not over."""
    header = journal.header
    return chronicle(header.case, header.ruleset, header.seed, header.seated, header.events, journal.entries)


def chronicle(
    case: Case,
    ruleset: Ruleset,
    seed: int,
    seated: Collection[AgencyId],
    opening: tuple[Event, ...],
    entries: tuple[Entry, ...],
) -> Chronicle:
    """Retell a game from what was recorded; UnfinishedError if it is not over."""
    state = start(case, ruleset, seed, seated)
    for event in opening:
        state = evolve(state, event)
    rounds: dict[int, int] = {}
    phases: dict[int, Phase] = {}
    shown: list[tuple[int, Showing, State]] = []
    for entry in entries:
        rounds[entry.at], phases[entry.at] = state.room.round, state.room.phase
        state = _live(state, entry, shown)
    if state.sealed.outcome is None:
        raise UnfinishedError("This game is not over; it can be debriefed once the year after has gone by.")
    happened = [event.what for entry in entries for event in entry.events]
    return Chronicle(
        end=state,
        outcome=state.sealed.outcome,
        entries=entries,
        signing={what.accord.text: then for _, what, then in shown if isinstance(what, CameIntoForce)},
        judged={what.judgement.accord: what.judgement for what in happened if isinstance(what, AccordJudged)},
        quarters=tuple(what for what in happened if isinstance(what, QuarterShown)),
        fallen=tuple((rounds[at], what) for at, what, _ in shown if isinstance(what, FellThrough)),
        rounds=rounds,
        phases=phases,
        opening=opening,
        shown=tuple(shown),
    )


def _live(state: State, entry: Entry, shown: list[tuple[int, Showing, State]]) -> State:
    """Store what a command brought about, and keep each moment at which the room showed where it stands."""
    state = replace(state, count=state.count + 1)
    for event in entry.events:
        before, state = state, evolve(state, event)
        match event.what:
            case StancesShown() | DoubtRaised() as showing:
                shown.append((entry.at, showing, state))
            case CameIntoForce() | FellThrough() as showing:
                shown.append((entry.at, showing, before))
    return state
