"""The plan of a class: minutes counted back from the bell, with the debrief set aside first and never eaten by play.

What play may take lies between a least, with which people can still play, and a most, beyond which they only wait. The
figures agree with the balance lab's estimates (`analysis/lab/duration.py`) and with the teaching notes of the shipped
cases. All times are in seconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.rules.scene import Scene
from game.rules.vocabulary import Phase
from game.session.pace import Pace

SHORTEST, LONGEST = 30, 240
"""Minutes."""
LENGTHS = (45, 90, 180)
"""The usual plans, in minutes."""
DEBRIEF_SHARE = (5, 18)
"""What the debrief gets of the whole (◇), in whole minutes: 12 of 45, 25 of 90, 50 of 180."""
PAUSE_FROM, PAUSE = 150, 600
"""Whoever sits for so many minutes needs a break of so many seconds."""
MEETING = (Phase.CORRIDOR, Phase.FLOOR, Phase.STANCES, Phase.SIGNING)
"""The phases of a round."""
YEAR = (Phase.BALLOT, Phase.SETTLING, Phase.FIRST_EFFORTS, Phase.SECOND_EFFORTS)
"""The phases after the last round."""
IN_TURN = frozenset({Phase.FLOOR, Phase.SIGNING})
"""Where seconds are those of one turn: of a speaker, or of a text."""
GRAIN, TURN_GRAIN = 15, 5
"""Seconds to which phases, and turns on the floor, are rounded."""
MOST_SEATS, MOST_ROUNDS, MOST_ISSUES = 12, 12, 12
"""More than any case has."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a class spends its time, in seconds. `seconds` and `least` are for each phase; see `IN_TURN`.

    `rounds` are those to be played, `wanted` those of the case; `remark` says what an instructor should know at once.
    """

    minutes: int
    seats: int
    """That people play; computers take no time."""
    rounds: int
    wanted: int
    arriving: int
    reading: int
    seconds: Mapping[Phase, int]
    least: Mapping[Phase, int]
    pause: int
    pause_after: int
    """The round after which the break comes."""
    debrief: int
    protected: int
    """What of the debrief play may never take."""
    remark: str = ""

    @property
    def is_whole(self) -> bool:
        """Say whether all rounds of the case are played."""
        return self.rounds == self.wanted

    @property
    def play(self) -> int:
        """Add up what is played, the break included."""
        return self.seconds[Phase.CONVENING] + self.rounds * self.of_round + self.pause + self.of_year

    @property
    def of_round(self) -> int:
        """Add up a round."""
        return round_of(self.seconds, self.seats)

    @property
    def of_year(self) -> int:
        """Add up what comes after the last round."""
        return sum(self.seconds[phase] for phase in YEAR)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A line of the plan for the console and the projector: from which minute to which, counted from the beginning."""

    what: str
    begins: int
    ends: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class _Spans:
    """Seconds that everything takes, least and most."""

    arriving: tuple[int, int]
    reading: tuple[int, int]
    phases: Mapping[Phase, tuple[int, int]]

    def end(self, end: int) -> Mapping[Phase, int]:
        """Return one end of every phase's span."""
        return {phase: span[end] for phase, span in self.phases.items()}

    def need(self, end: int, seats: int, rounds: int) -> int:
        """Say what so many rounds need with all around them, but for break and debrief."""
        phases = self.end(end)
        year = sum(phases[phase] for phase in YEAR)
        before = self.arriving[end] + self.reading[end] + phases[Phase.CONVENING]
        return before + rounds * round_of(phases, seats) + year


def plan_of(minutes: int, scene: Scene, seats: int | None = None) -> Plan:
    """Plan a class for a case; `seats` are those that people play, all of them where it is left out."""
    return plan_for(minutes, seats=seats or len(scene.agencies), rounds=scene.rounds, issues=len(scene.issues))


def plan_for(minutes: int, *, seats: int, rounds: int, issues: int) -> Plan:
    """Plan a class of so many minutes; ValueError, with a sentence, for a length or a size that none has.

    The debrief is taken off first, then as many rounds are planned as can be played, and these get what time there is.
    """
    _check("minutes", minutes, SHORTEST, LONGEST)
    _check("seats", seats, 1, MOST_SEATS)
    _check("rounds", rounds, 1, MOST_ROUNDS)
    _check("issues", issues, 1, MOST_ISSUES)
    numerator, denominator = DEBRIEF_SHARE
    protected = minutes * numerator // denominator * 60
    pause = PAUSE if minutes >= PAUSE_FROM else 0
    free = minutes * 60 - protected - pause
    spans = _spans(issues)
    played = max((number for number in range(1, rounds + 1) if spans.need(0, seats, number) <= free), default=1)
    arriving, reading, seconds = _shared_out(spans, seats, played, free)
    plan = Plan(
        minutes=minutes,
        seats=seats,
        rounds=played,
        wanted=rounds,
        arriving=arriving,
        reading=reading,
        seconds=seconds,
        least={phase: min(least, seconds[phase]) for phase, least in spans.end(0).items()},
        pause=pause,
        pause_after=(played + 1) // 2,
        debrief=minutes * 60 - pause - _sum(arriving, reading, seconds, seats, played),
        protected=protected,
    )
    return replace(plan, remark=_remark(plan, is_squeezed=spans.need(0, seats, 1) > free))


def pace_of(plan: Plan) -> Pace:
    """Give every phase its seconds."""
    return Pace({phase: float(seconds) for phase, seconds in plan.seconds.items()})


def plan_words(plan: Plan) -> tuple[PlanRow, ...]:
    """Lay the plan out, row by row; each begins where the one before ends, the debrief ends with the bell."""
    each = plan.seconds
    meeting = f"corridor {time_words(each[Phase.CORRIDOR])}, floor {time_words(each[Phase.FLOOR])} a seat, \
stances {time_words(each[Phase.STANCES])}, signing {time_words(each[Phase.SIGNING])} a text"
    year = f"ballot {time_words(each[Phase.BALLOT])}, pledges and threats {time_words(each[Phase.SETTLING])}, \
first half {time_words(each[Phase.FIRST_EFFORTS])}, second half {time_words(each[Phase.SECOND_EFFORTS])}"
    parts = [
        ("Arrive, join, take a seat", plan.arriving, ""),
        ("Read the role sheet", plan.reading, ""),
        ("Convening", each[Phase.CONVENING], ""),
    ]
    for number in range(1, plan.rounds + 1):
        parts.append((f"Round {number}", plan.of_round, meeting))
        if plan.pause and number == plan.pause_after:
            parts.append(("Break", plan.pause, ""))
    parts += [("Ballot and the year after", plan.of_year, year), ("Debrief", plan.debrief, "")]
    rows, begins = [], 0
    for what, seconds, detail in parts:
        rows.append(PlanRow(what, _minute(begins), _minute(begins + seconds), detail))
        begins += seconds
    return tuple(rows)


def round_of(seconds: Mapping[Phase, int], seats: int) -> int:
    """Add up a round: everybody has the floor once, one text is signed."""
    return sum(seconds[phase] * (seats if phase is Phase.FLOOR else 1) for phase in MEETING)


def time_words(seconds: float) -> str:
    """Write a time: seconds up to a minute and a half, then minutes and halves."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    halves = int(seconds / 30 + 0.5)
    return f"{halves // 2}{'½' if halves % 2 else ''} min"


def _spans(issues: int) -> _Spans:
    """Say what everything takes: the more issues, the more there is to read and to talk about."""
    return _Spans(
        arriving=(120, 300),
        reading=(60 + 35 * issues, 3 * (60 + 35 * issues)),
        phases={
            Phase.CONVENING: (60, 240),
            Phase.CORRIDOR: (150 + 15 * issues, 480 + 30 * issues),
            Phase.FLOOR: (25, 75),
            Phase.STANCES: (30, 90),
            Phase.SIGNING: (40, 120),
            Phase.BALLOT: (75, 300),
            Phase.SETTLING: (30, 120),
            Phase.FIRST_EFFORTS: (45, 240),
            Phase.SECOND_EFFORTS: (30, 180),
        },
    )


def _shared_out(spans: _Spans, seats: int, rounds: int, free: int) -> tuple[int, int, Mapping[Phase, int]]:
    """Share the time out: everything gets its least, and of the rest as far as that goes toward its most.

    Where not even the least fits, everything shrinks alike. What rounding leaves over goes to the corridors, the last
    of it to reading.
    """
    least, most = (spans.need(end, seats, rounds) for end in (0, 1))
    part = min(1.0, (free - least) / (most - least))

    def give(span: tuple[int, int], grain: int = GRAIN) -> int:
        low, high = span
        given = low + part * (high - low) if part >= 0 else low * free / least
        return max(low if part >= 0 else 1, int(given) // grain * grain)

    arriving, reading = give(spans.arriving), give(spans.reading)
    seconds = {phase: give(span, TURN_GRAIN if phase is Phase.FLOOR else GRAIN) for phase, span in spans.phases.items()}
    if part == 1.0:
        return spans.arriving[1], spans.reading[1], spans.end(1)
    over = free - _sum(arriving, reading, seconds, seats, rounds)
    steps = max(0, over) // (GRAIN * rounds)
    seconds[Phase.CORRIDOR] += steps * GRAIN
    return arriving, reading + over - steps * GRAIN * rounds, seconds


def _sum(arriving: int, reading: int, seconds: Mapping[Phase, int], seats: int, rounds: int) -> int:
    year = sum(seconds[phase] for phase in YEAR)
    return arriving + reading + seconds[Phase.CONVENING] + rounds * round_of(seconds, seats) + year


def _remark(plan: Plan, *, is_squeezed: bool) -> str:
    """Say at once what a plan cannot hold, or that it holds far more than the case needs."""
    kept = f"{plan.minutes} minutes, {plan.protected // 60} of them for the debrief,"
    seats = _counted(plan.seats, "seat")
    if is_squeezed:
        return f"{kept} hardly hold one round with {seats}: hand out the role sheets the day before, or leave some \
seats to computers."
    if not plan.is_whole:
        return f"{kept} do not hold {plan.wanted} rounds with {seats}: play {_counted(plan.rounds, 'round')} from the \
start."
    if plan.debrief - plan.protected >= plan.of_round:
        return f"There is plenty of time: even at leisure this leaves {plan.debrief // 60} minutes for the debrief, or \
for a second game."
    return ""


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _minute(seconds: int) -> int:
    return (seconds + 30) // 60


def _check(what: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise ValueError(f"A plan is for {least} to {most} {what}, not {value}.")
