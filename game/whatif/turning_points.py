"""Turning points: the moments that moved sincerity most, each with the command behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from game.debrief import Chronicle
from game.debrief.words import deed, share
from game.rules import commands as do
from game.rules.commands import Command
from game.rules.ids import AgencyId
from game.whatif.scan import Scan, Trial
from game.whatif.words import verdict_words

MOST = 5
SLIGHT = 0.005
"""What moves sincerity by less is no turning point."""


class Theme(StrEnum):
    """What a turning point was about."""

    POWER = "power"
    INFORMATION = "information"
    VOICE = "voice"
    HOME = "home"
    DEAL = "the deal itself"
    YEAR = "the year after"


THEMES: dict[type, Theme] = {
    do.Press: Theme.POWER,
    do.WithdrawPressure: Theme.POWER,
    do.NamePower: Theme.POWER,
    do.ConcedePoint: Theme.POWER,
    do.MoveProcedure: Theme.POWER,
    do.Share: Theme.INFORMATION,
    do.Disclose: Theme.INFORMATION,
    do.Investigate: Theme.INFORMATION,
    do.AssessJointly: Theme.INFORMATION,
    do.Challenge: Theme.INFORMATION,
    do.Convene: Theme.VOICE,
    do.Meet: Theme.VOICE,
    do.RaiseDoubt: Theme.VOICE,
    do.TakeStance: Theme.VOICE,
    do.WalkOut: Theme.VOICE,
    do.ComeBack: Theme.VOICE,
    do.CableHome: Theme.HOME,
    do.ConsultHome: Theme.HOME,
    do.Caucus: Theme.HOME,
    do.SetEffort: Theme.YEAR,
    do.KeepPledge: Theme.YEAR,
    do.BreakPledge: Theme.YEAR,
    do.CarryOutThreat: Theme.YEAR,
    do.DropThreat: Theme.YEAR,
    do.AnswerBallot: Theme.YEAR,
}
"""What is not here is about the deal itself."""


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A moment that raised (or lowered, below 0) sincerity by `moved`, with what happened and what it did."""

    at: int
    round: int
    who: AgencyId | None
    theme: Theme
    moved: float
    happened: str
    effect: str

    @property
    def mood(self) -> str:
        """Say whether it raised or lowered sincerity."""
        return "good" if self.moved > 0 else "bad"


def turning_points(story: Chronicle, found: Scan, *, most: int = MOST) -> tuple[TurningPoint, ...]:
    """Choose the moments that moved most, in the order of time; fewer where fewer moved anything."""
    chosen: dict[object, Trial] = {}
    for trial in sorted(_left_out(story, found), key=lambda trial: -_weight(found, trial)):
        if _weight(found, trial) >= SLIGHT:
            chosen.setdefault(_moment(story, trial.changes[0].at), trial)
    points = (_point(story, found, trial) for trial in [*chosen.values()][:most])
    return tuple(sorted(points, key=lambda point: point.at))


def by_theme(points: tuple[TurningPoint, ...]) -> tuple[tuple[Theme, tuple[TurningPoint, ...]], ...]:
    """Group turning points by what they were about."""
    grouped = ((theme, tuple(point for point in points if point.theme is theme)) for theme in Theme)
    return tuple((theme, those) for theme, those in grouped if those)


def _left_out(story: Chronicle, found: Scan) -> Iterator[Trial]:
    """Take the trials in which a seat's command is left out and there is still something to compare."""
    for trial in found.trials:
        change = trial.changes[0]
        if change.act is None and story.command(change.at) is not None and not found.undoes(trial):
            yield trial


def _weight(found: Scan, trial: Trial) -> float:
    """Weigh a moment by how much it moved; where no accord is compared, one that decides the verdict weighs most."""
    decides = found.played.signed is None and trial.ending.verdict is not found.played.verdict
    return abs(found.moved(trial)) + float(decides)


def _moment(story: Chronicle, at: int) -> object:
    """Say what moment a command belongs to: what several do together is one."""
    command, game_round = story.command(at), story.rounds.get(at, 0)
    match command:
        case do.AssessJointly(seat, fact, partners):
            return "assessed", fact, frozenset({seat, *partners})
        case do.Caucus(_, network):
            return "caucus", network, game_round
        case do.MoveProcedure(_, chair, invite, purpose):
            return "motion", chair, invite, purpose, game_round
        case do.RaiseDoubt(_, text):
            return "doubt", text, game_round
        case _:
            return at


def _point(story: Chronicle, found: Scan, trial: Trial) -> TurningPoint:
    at = trial.changes[0].at
    command: Command | None = story.command(at)
    theme = THEMES.get(type(command), Theme.DEAL)
    who = command.seat if command is not None else None
    moved = -found.moved(trial)
    return TurningPoint(at, story.rounds.get(at, 0), who, theme, moved, deed(story, at), _effect(found, trial, moved))


def _effect(found: Scan, trial: Trial, moved: float) -> str:
    played, now = found.played, trial.ending
    how = "raised" if moved > 0 else "lowered"
    if played.consent is not None and now.consent is not None:
        words = f"It {how} how far those concerned were with the accord to {share(played.consent)}; without it, "
        return f"{words}{share(now.consent)}."
    if now.verdict is not played.verdict:
        return f"Without it, the verdict would have been {verdict_words(now.verdict)}."
    words = f"It {how} how far the work fitted side by side to {share(played.complementarity)}; without it, "
    return f"{words}{share(now.complementarity)}."
