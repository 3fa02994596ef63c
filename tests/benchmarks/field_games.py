"""Play one negotiation of the field: stacked alternating offers of 100 rounds, and what came of it."""

import logging
import random
import signal
import time
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from types import FrameType
from typing import Any
from zlib import crc32

import numpy as np
from field_domains import Domain, as_ufuns, package_of
from field_peers import find

ROUNDS = 100
MOST_SECONDS = 60
"""After which a negotiation counts as hung; wall time is not part of the game, and no negotiator sees it pass."""


@dataclass(frozen=True)
class Outcome:
    """What came of a negotiation; `advantages` in the order of seats."""

    setting: str
    domain: str
    seats: tuple[str, ...]
    scored: tuple[int, ...]
    """Whose play this negotiation counts for."""
    advantages: tuple[float, ...]
    nash: float
    nash_of_tournaments: float
    product: float
    is_agreed: bool
    rounds: int
    trouble: str
    seconds: float


class _HungError(Exception):
    pass


def _hang(_number: int, _frame: FrameType | None) -> None:
    raise _HungError


def negotiate(setting: str, domain: Domain, seats: Sequence[str], scored: Sequence[int] = ()) -> Outcome:
    """Seat the negotiators, each with the wants of its seat, and let them talk; what crashes or hangs is no deal."""
    warnings.simplefilter("ignore")
    logging.disable()
    key = crc32("|".join((domain.name, *seats)).encode())
    random.seed(key)
    np.random.seed(key)
    start = time.process_time()
    agreed, rounds, trouble = None, 0, ""
    signal.signal(signal.SIGALRM, _hang)
    signal.alarm(MOST_SECONDS)
    try:
        mechanism = _mechanism(domain, seats)
        state = mechanism.run()
        agreed, rounds = package_of(state.agreement), state.step
        if state.has_error:
            trouble = _blame(mechanism, state, seats)
    except _HungError:
        trouble = "|".join(seats) + ": hung"
    except Exception as failure:
        trouble = f"{'|'.join(seats)}: {type(failure).__name__} {failure}"[:200]
    finally:
        signal.alarm(0)
    at = None if agreed is None else int(np.ravel_multi_index(agreed, domain.sizes))
    return Outcome(
        setting,
        domain.name,
        tuple(seats),
        tuple(scored) or tuple(range(len(seats))),
        tuple(0.0 if at is None else float(gain[at]) for gain in domain.gains),
        domain.nash_optimality(agreed),
        domain.nash_of_tournaments(agreed),
        domain.product(agreed),
        agreed is not None,
        rounds,
        trouble,
        time.process_time() - start,
    )


def _mechanism(domain: Domain, seats: Sequence[str]) -> Any:
    from negmas.sao import SAOMechanism

    space, ufuns = as_ufuns(domain)
    mechanism = SAOMechanism(outcome_space=space, n_steps=ROUNDS, ignore_negotiator_exceptions=True)
    for at, (name, ufun) in enumerate(zip(seats, ufuns, strict=True)):
        mechanism.add(find(name)(name=f"seat{at}"), ufun=ufun)
    return mechanism


def _blame(mechanism: Any, state: Any, seats: Sequence[str]) -> str:
    erred = [name for name, one in zip(seats, mechanism.negotiators, strict=True) if one.id == state.erred_negotiator]
    told = str(state.error_details).replace("\\n", "\n").strip("[]'\" \n").splitlines()
    return f"{'|'.join(erred)}: {told[-1] if told else ''}"[:200]
