"""Seat the mind of the computers at stacked alternating offers of NegMAS: offers in as evidence, its choices out.

It sees what any negotiator sees: its own utility function, the offers made and by whom, and how much time is left.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from negmas.sao import ResponseType, SAONegotiator

from game.opponents.mind import demands
from game.opponents.mind.agenda import Agenda
from game.opponents.mind.bargaining import (
    AMONG_MANY,
    AMONG_TWO,
    Moment,
    Outlook,
    accepts,
    fallback,
    least_new,
    look,
    propose,
    prospects,
    unless_refused,
)
from game.opponents.mind.belief import Numbers

LATELY = 4
"""How many of the last offers tell what others may offer again."""


class Mind(SAONegotiator):
    """Believe, hope, propose and accept as computer seats of the game at their best."""

    def on_negotiation_start(self, state: Any) -> None:
        """Lay out the packages and value them once."""
        super().on_negotiation_start(state)
        options = [list(issue.all) for issue in self.nmi.issues]
        self.agenda = Agenda(tuple(len(some) for some in options))
        packages = self.agenda.packages()
        self.outcomes = [tuple(some[at] for some, at in zip(options, one, strict=True)) for one in packages]
        self.number = {outcome: number for number, outcome in enumerate(self.outcomes)}
        self.marks = np.stack([self.agenda.marks([int(option) for option in one]) for one in packages])
        worth = np.array([float(self.ufun(outcome)) for outcome in self.outcomes])
        reserved = float(self.reserved_value)
        self.own = (worth - reserved) / max(1e-9, float(worth.max()) - reserved)
        others = self.nmi.n_negotiators - 1
        self.course = AMONG_TWO if others == 1 else AMONG_MANY
        self.belief = demands.first_belief(self.agenda, others)
        self.rows: dict[str, int] = {}
        self.asked: list[int] = []
        self.standing: tuple[int, str] | None = None
        self.refused: dict[int, tuple[int, int]] = {}
        self.was_new: bool | None = None
        self.to_new: list[bool] = []
        self.to_old: list[bool] = []
        self.used = np.zeros(len(packages), dtype=bool)
        self.speaks_first: bool | None = None
        self.seen: tuple[int, Outlook, int, Numbers] | None = None

    def on_partner_proposal(self, state: Any, partner_id: str, offer: Any) -> None:
        """Take in what another asks for."""
        super().on_partner_proposal(state=state, partner_id=partner_id, offer=offer)
        if offer is None:
            return
        number = self.number[tuple(offer)]
        self._hear_answers(partner_id, number, state)
        self.standing = number, partner_id
        if self.was_new is not None:
            (self.to_new if self.was_new else self.to_old).append(number not in self.asked)
        marks = self.marks[number]
        if partner_id not in self.rows:
            self.rows[partner_id] = len(self.rows)
            self.belief = demands.after_first_offer(self.belief, self.agenda, self.rows[partner_id], marks)
        else:
            self.belief = demands.after_offer(self.belief, self.rows[partner_id], marks, state.relative_time)
        self.asked.append(number)
        self.seen = None

    def propose(self, state: Any, dest: str | None = None) -> Any:
        """Propose what the mind would."""
        if self.speaks_first is None:
            self.speaks_first = not self.asked
        number = int(np.argmax(self.own)) if not self.rows else self._look(state)[1]
        self.was_new = not self.used[number]
        self.used[number] = True
        self.standing = number, self.id
        self.seen = None
        return self.outcomes[number]

    def respond(self, state: Any, source: str | None = None) -> Any:
        """Accept what the mind would."""
        if self.speaks_first is None:
            self.speaks_first = False
        if state.current_offer is None:
            return ResponseType.REJECT_OFFER
        outlook, following, prospect = self._look(state)
        package = self.number[tuple(state.current_offer)]
        rest = self._chance_of_rest(package, state)
        is_good = accepts(outlook, self.course, self._moment(state), prospect, following, package, rest)
        return ResponseType.ACCEPT_OFFER if is_good else ResponseType.REJECT_OFFER

    def _hear_answers(self, proposer: str, proposal: int, state: Any) -> None:
        """Whoever proposes something else has refused what stood; those whose turn it was before have accepted it."""
        time = float(state.relative_time)
        if self.standing and proposer in self.rows and time >= self.course.telling:
            package, author = self.standing
            for one in (*self._between(author, proposer), proposer):
                is_good = one != proposer or proposal == package
                self.belief = demands.after_answer(self.belief, self.rows[one], self.marks[package], time, is_good)
                if not is_good:
                    self.refused[self.rows[one]] = package, state.step

    def _chance_of_rest(self, package: int, state: Any) -> float:
        """Say how likely those take a package whose turn comes after the own, before its author's."""
        rows = [self.rows[one] for one in self._between(self.id, state.current_proposer)]
        marks = self.marks[[package]]
        chances = demands.assents(self.belief, marks, float(state.relative_time), self.course.misread)
        return float(chances[rows, 0].prod())

    def _between(self, one: str, other: str) -> Iterator[str]:
        """Walk from one to another in the order of speaking; only those who have proposed already, and not oneself."""
        order = list(self.nmi.negotiator_ids)
        at = order.index(one)
        for somebody in (*order[at + 1 :], *order[:at]):
            if somebody == other:
                return
            if somebody in self.rows:
                yield somebody

    def _moment(self, state: Any) -> Moment:
        left = self.nmi.n_steps - 1 - state.step
        return Moment(float(state.relative_time), left, has_last_word=not self.speaks_first)

    def _look(self, state: Any) -> tuple[Outlook, int, Numbers]:
        """Weigh all packages anew when something was said, or time went by."""
        if self.seen is None or self.seen[0] != state.step:
            moment = self._moment(state)
            outlook = look(self.own, demands.worths(self.belief, self.marks), self.course)
            prospect = np.zeros(len(self.own))
            if moment.time >= self.course.late:
                chances = demands.assents(self.belief, self.marks, moment.time, self.course.misread)
                refused = {row: package for row, (package, step) in self.refused.items() if step == state.step}
                chances = unless_refused(chances, outlook.others, refused, self.course)
                left_over = fallback([float(self.own[one]) for one in self.asked[-LATELY:]], self.course, moment)
                prospect = prospects(self.own, chances, self.asked, left_over)
            least = least_new(self.to_new, self.to_old)
            following = propose(outlook, self.course, moment, prospect, self.used, least)
            self.seen = (state.step, outlook, following, prospect)
        return self.seen[1:]
