"""A small peer that only models the others as additive: counts what they ask for, and asks for what suits all."""

from typing import Any

import numpy as np
from negmas.sao import ResponseType, SAONegotiator

LEAST = 0.35
"""What it comes down to in the end, as a share of the most there is for it above no agreement."""


class Additive(SAONegotiator):
    """Concede by time; among what is worth enough to itself, propose what the worst-off other likes best."""

    def on_negotiation_start(self, state: Any) -> None:
        """Value every package once."""
        super().on_negotiation_start(state)
        self.packages = list(self.nmi.outcome_space.enumerate_or_sample())
        self.at = {package: at for at, package in enumerate(self.packages)}
        worth = np.array([float(self.ufun(package)) for package in self.packages])
        self.gain = (worth - self.reserved_value) / (worth.max() - self.reserved_value)
        cells = [{value: at for at, value in enumerate(issue.all)} for issue in self.nmi.issues]
        starts = np.cumsum([0] + [len(one) for one in cells])
        self.marks = np.zeros((len(self.packages), starts[-1]))
        for row, package in enumerate(self.packages):
            for start, cell, value in zip(starts[:-1], cells, package, strict=True):
                self.marks[row, start + cell[value]] = 1.0
        self.counts: dict[str, Any] = {}

    def on_partner_proposal(self, state: Any, partner_id: str, offer: Any) -> None:
        """Count what another asked for: the earlier the more it tells."""
        super().on_partner_proposal(state=state, partner_id=partner_id, offer=offer)
        if offer is not None:
            counts = self.counts.setdefault(partner_id, np.zeros(self.marks.shape[1]))
            counts += self.marks[self.at[tuple(offer)]] * (1.0 - 0.5 * state.relative_time)

    def wanted(self, time: float) -> float:
        """Say what share it wants at a time."""
        return 1.0 - (1.0 - LEAST) * time**2

    def best(self, time: float) -> Any:
        """Pick the package for a time."""
        fits = np.flatnonzero(self.gain >= min(self.wanted(time), self.gain.max()))
        if not self.counts:
            return self.packages[int(np.argmax(self.gain))]
        likes = np.stack([self.marks[fits] @ (counts / counts.sum()) for counts in self.counts.values()])
        return self.packages[
            int(fits[np.argmax(likes.min(axis=0) + 0.2 * likes.mean(axis=0) + 1e-3 * self.gain[fits])])
        ]

    def propose(self, state: Any, dest: str | None = None) -> Any:
        """Propose it."""
        return self.best(state.relative_time)

    def respond(self, state: Any, source: str | None = None) -> Any:
        """Accept what is worth as much as is wanted now, or as the own next proposal."""
        offer = state.current_offer
        if offer is None:
            return ResponseType.REJECT_OFFER
        gain = self.gain[self.at[tuple(offer)]]
        own = self.gain[self.at[self.best(state.relative_time)]]
        is_good = gain > 0 and gain >= min(own, self.wanted(state.relative_time))
        return ResponseType.ACCEPT_OFFER if is_good else ResponseType.REJECT_OFFER
