"""Two cases that differ in what is secret and in nothing else: whoever may not know it must not notice."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from random import Random

from generation import spread

from game.rules.case import Agency, Case, Fact, HiddenMandate
from game.rules.conditions import IsParty
from game.rules.ids import AgencyId, MandateId
from game.rules.temper import Temper
from game.rules.vocabulary import Purpose


def with_other_secrets(case: Case, seats: Collection[AgencyId], seed: int, *, can_do_the_same: bool = False) -> Case:
    """Change everything that these seats keep secret, and nothing else; time, budget and knowledge only if it may."""
    rng = Random(seed)
    others = {seat: _other(case, seat, rng) for seat in seats}
    if can_do_the_same:
        kept = {seat: case.agency(seat) for seat in seats}
        others = {
            seat: replace(one, time=kept[seat].time, pledge_budget=kept[seat].pledge_budget)
            for seat, one in others.items()
        }
    facts = tuple(_fact(case, fact, seats, rng, is_known_alike=can_do_the_same) for fact in case.facts)
    return replace(case, agencies=tuple(others.get(one.id, one) for one in case.agencies), facts=facts)


def _other(case: Case, seat: AgencyId, rng: Random) -> Agency:
    best = spread(rng, 100, len(case.issues))
    points = {
        issue.id: {
            o.id: top if n == len(issue.options) - 1 else rng.randint(0, top) for n, o in enumerate(issue.options)
        }
        for issue, top in zip(case.issues, best, strict=True)
    }
    hidden = (HiddenMandate(MandateId("other"), "Another mandate.", IsParty(seat), 9),)
    return replace(
        case.agency(seat), brief="Another.", points=points, walk_away=rng.randint(10, 80),
        expects=rng.choice(list(Purpose)), hidden=hidden, red_lines=(), power_sensitivity=rng.random(),
        patience=rng.random(), backing=rng.random(), flexibility=rng.random(),
        trust={other: rng.random() for other in case.agency_ids if other != seat},
        time=rng.randint(1, 4), temper=Temper("talker", rng.random()), pledge_budget=rng.randint(0, 9),
    )  # fmt: skip


def _fact(case: Case, fact: Fact, seats: Collection[AgencyId], rng: Random, *, is_known_alike: bool) -> Fact:
    priors = {**fact.priors, **{seat: rng.random() for seat in seats}}
    if is_known_alike:
        return replace(fact, priors=priors)
    known = tuple(a for a in case.agency_ids if (rng.random() < 0.5 if a in seats else a in fact.known_by))
    return replace(fact, priors=priors, known_by=known)
