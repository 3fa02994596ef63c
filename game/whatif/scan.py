"""Try every command of a game left out and done otherwise, and see which of them changes what it came to (R11.1)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from game.debrief import Chronicle, Holding
from game.rules.ids import TextId
from game.rules.interventions import Act
from game.whatif.alternatives import alternatives
from game.whatif.ending import Ending, decisive_text, ending_again, ending_of
from game.whatif.minds import Minds
from game.whatif.rerun import Dropped, Rerun, Variation
from game.whatif.tape import Given, Tape, tape_of

MOST_PAIRED = 40
"""How many commands are tried in pairs: those that moved most by themselves."""


@dataclass(frozen=True, slots=True)
class Change:
    """A command by its number, and what is given in its place; None if it is left out."""

    at: int
    act: Act | None


@dataclass(frozen=True, slots=True)
class Trial:
    """A game with something changed, all else held: how it ended, and what was no longer possible in it."""

    changes: tuple[Change, ...]
    ending: Ending
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """Every command left out or done otherwise; and, where none by itself turned the game, pairs that do.

    `paired` counts the commands that were tried in pairs; 0 if that was not called for.
    """

    text: TextId | None
    """The accord that the endings tell of."""
    played: Ending
    trials: tuple[Trial, ...]
    pairs: tuple[Trial, ...] = ()
    paired: int = 0

    @property
    def turned(self) -> tuple[Trial, ...]:
        """Return the single changes that change the verdict, those that moved sincerity most first."""
        return tuple(sorted((trial for trial in self.trials if self.turns(trial)), key=self._order))

    @property
    def standing(self) -> tuple[Trial, ...]:
        """Return the changes that turn it while the accord, if there was one, stands: the best of each command."""
        return one_a_command(trial for trial in self.turned if not self.undoes(trial))

    @property
    def undoing(self) -> tuple[int, ...]:
        """Name the commands that, left out or done otherwise, keep the accord from coming into force."""
        return tuple(sorted({trial.changes[0].at for trial in self.turned if self.undoes(trial)}))

    def turns(self, trial: Trial) -> bool:
        """Say whether a change alters the verdict on the forum, or what the accord was as signed."""
        return trial.ending.verdict is not self.played.verdict or (
            trial.ending.signed is not None and trial.ending.signed is not self.played.signed
        )

    def undoes(self, trial: Trial) -> bool:
        """Say whether the accord does not come about any more."""
        return self.played.signed is not None and trial.ending.signed is None

    def moved(self, trial: Trial) -> float:
        """Say by how much a change raises (or lowers, below 0) how far those concerned were with the accord, 0..1.

        Where there is no accord, complementarity is taken in its place; 0 where the change undoes the accord.
        """
        if self.played.consent is None or trial.ending.consent is None:
            is_alike = self.played.consent is None and trial.ending.consent is None
            return trial.ending.complementarity - self.played.complementarity if is_alike else 0.0
        return trial.ending.consent - self.played.consent

    def _order(self, trial: Trial) -> tuple[bool, bool, float, int]:
        is_verdict = trial.ending.verdict is not self.played.verdict
        return self.undoes(trial), not is_verdict, -abs(self.moved(trial)), trial.changes[0].at


def one_a_command(trials: Iterable[Trial]) -> tuple[Trial, ...]:
    """Keep the first of several changes of one command."""
    kept: dict[int, Trial] = {}
    for trial in trials:
        kept.setdefault(trial.changes[0].at, trial)
    return tuple(kept.values())


def scan(
    story: Chronicle,
    *,
    holdings: Sequence[Holding] | None = None,
    with_pairs: bool = True,
    with_others: bool = True,
    follow: Callable[[Sequence[Given]], Iterable[Given]] = iter,
) -> Scan:
    """Scan a finished game; pairs only where no single change turns it with an accord standing.

    Everybody is held. With `holdings` computer seats decide anew after each change instead, which takes a hundred times
    as long; pairs are then not tried. Without `with_others` commands are only left out, and nothing is done in their
    place. `follow` may tell how far it is as the commands go by.
    """
    tape, text = tape_of(story), decisive_text(story)
    found = Scan(
        text, ending_of(story), tuple(_single(tape, text, follow(tape.given), holdings, with_others=with_others))
    )
    if (
        holdings is not None
        or not with_pairs
        or any(found.turns(trial) and not found.undoes(trial) for trial in found.trials)
    ):
        return found
    tried = _worth_pairing(found)
    pairs = tuple(trial for trial in _paired(tape, text, tried) if found.turns(trial) and not found.undoes(trial))
    least = tuple(sorted(pairs, key=lambda trial: -abs(found.moved(trial))))
    return Scan(text, found.played, found.trials, least, len(tried))


def _single(
    tape: Tape,
    text: TextId | None,
    given_in_turn: Iterable[Given],
    holdings: Sequence[Holding] | None,
    *,
    with_others: bool,
) -> Iterator[Trial]:
    base = Rerun(tape)
    for given in given_in_turn:
        base.advance(given.entry.at)
        others = alternatives(given, base.state) if with_others else ()
        for act in (*(() if given.is_pass else (None,)), *others):
            at = given.entry.at
            minds = None if holdings is None else Minds(holdings, at, (given.entry.command,))
            trial = _end(base.fork(_variation((Change(at, act),)), minds), text, (Change(at, act),))
            if trial is not None:
                yield trial


def _worth_pairing(found: Scan) -> list[Trial]:
    """Choose the changes that moved anything and left the accord standing, the largest first."""

    def effect(trial: Trial) -> float:
        rate = abs(trial.ending.rate - found.played.rate) / 100
        return abs(found.moved(trial)) + rate + abs(trial.ending.complementarity - found.played.complementarity)

    moving = [trial for trial in found.trials if effect(trial) > 0 and not found.undoes(trial)]
    return sorted(moving, key=effect, reverse=True)[:MOST_PAIRED]


def _paired(tape: Tape, text: TextId | None, tried: Sequence[Trial]) -> Iterator[Trial]:
    """Try two changes at a time; what they have in common is run once."""
    in_time = sorted((trial.changes[0] for trial in tried), key=lambda change: change.at)
    base, first = Rerun(tape), None
    for one, other in combinations(in_time, 2):
        if one.at == other.at:
            continue
        if first is not one:
            first, begun = one, base.advance(one.at).fork(_variation((one,)))
        fork = begun.advance(other.at).fork(_variation((one, other)))
        if (trial := _end(fork, text, (one, other))) is not None:
            yield trial


def _variation(changes: Sequence[Change]) -> Variation:
    return Variation({change.at: change.act for change in changes})


def _end(rerun: Rerun, text: TextId | None, changes: Sequence[Change]) -> Trial | None:
    ending = ending_again(rerun.finish(), text)
    changed = {change.at for change in changes}
    if ending is None or any(dropped.at in changed for dropped in rerun.dropped):
        return None
    return Trial(tuple(changes), ending, tuple(rerun.dropped))
