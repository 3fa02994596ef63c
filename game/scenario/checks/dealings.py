"""Who holds what over whom, and what comes from outside when."""

from collections.abc import Iterator

from game.scenario.nearness import quote
from game.scenario.problems import Finding
from game.scenario.tree import Node

USUAL_ROUNDS = 4


def find_self_dealings(root: Node) -> Iterator[Finding]:
    """Report leverage over oneself and trust in oneself."""
    for id_, agency in root.get("agencies").pairs():
        for key, what in (("leverage", "leverage over"), ("trust", "trust in")):
            if id_ in agency.get(key).entries:
                message = f"{quote(id_)} cannot have {what} itself; delete this or name another agency."
                yield Finding(agency.get(key).key(id_), message)


def find_self_hurt(root: Node) -> Iterator[Finding]:
    """Report effects by which an agency loses trust in itself."""
    sources = [event for _, event in root.get("events").pairs()]
    sources += [option for _, issue in root.get("issues").pairs() for _, option in issue.get("options").pairs()]
    for source in sources:
        for effect in source.get("effects").items:
            hurt = effect.get("hurt_trust")
            if hurt.get("truster").word is not None and hurt.get("truster").word == hurt.get("trusted").word:
                yield Finding(hurt.get("trusted").place, "An agency cannot lose trust in itself; name two agencies.")


def find_untimed_events(root: Node) -> Iterator[Finding]:
    """Report events that have no round or chance, or both, or a round that never comes."""
    rounds = root.get("rounds").whole() if "rounds" in root.entries else USUAL_ROUNDS
    for id_, event in root.get("events").pairs():
        if not event.is_mapping:
            continue
        timed = [key for key in ("round", "chance") if event.get(key).value is not None]
        if len(timed) != 1:
            has = "both `round` and `chance`; keep one" if timed else "neither `round` nor `chance`; add one"
            yield Finding(root.get("events").key(id_), f"The event {quote(id_)} has {has}.")
        number = event.get("round").whole()
        if number is not None and rounds and number > rounds:
            message = f"The event {quote(id_)} comes in round {number}, but there are {rounds}; choose an earlier one."
            yield Finding(event.get("round").place, message)


CHECKS = (find_self_dealings, find_self_hurt, find_untimed_events)
