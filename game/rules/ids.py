"""Names by which the rules point at things. All are short lower-case words taken from the scenario."""

from typing import NewType

AgencyId = NewType("AgencyId", str)
IssueId = NewType("IssueId", str)
OptionId = NewType("OptionId", str)
FactId = NewType("FactId", str)
EventId = NewType("EventId", str)
MandateId = NewType("MandateId", str)
RedLineId = NewType("RedLineId", str)
NetworkId = NewType("NetworkId", str)
TextId = NewType("TextId", str)
"""A text on the table: "A", "B", … The accord it becomes keeps its letter."""
ClaimId = NewType("ClaimId", int)
"""The number of the command that made the claim; likewise for the two below."""
ThreatId = NewType("ThreatId", int)
PledgeId = NewType("PledgeId", int)
