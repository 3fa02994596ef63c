"""What nobody sees before the debrief: how the facts stand, the true levels, the judgements."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.rules.ids import AgencyId, EventId, FactId, IssueId, OptionId, TextId
from game.rules.judgement import Judgement, Outcome


@dataclass(frozen=True, slots=True)
class Sealed:
    facts: Mapping[FactId, bool]
    spent: frozenset[EventId] = frozenset()
    """Occurrences that have happened."""
    capacity: Mapping[tuple[IssueId, OptionId], float] = field(default_factory=dict)
    """Shifts of capacity by occurrences and agreed options."""
    judgements: Mapping[TextId, Judgement] = field(default_factory=dict)
    levels: Mapping[TextId, Mapping[IssueId, float]] = field(default_factory=dict)
    lane_levels: Mapping[IssueId, Mapping[OptionId, float]] = field(default_factory=dict)
    efforts: tuple[Mapping[TextId, Mapping[AgencyId, float]], ...] = ()
    """Quarter by quarter, each carrier's mean effort."""
    outcome: Outcome | None = None
