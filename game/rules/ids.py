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
"""A claim or a disclosure: see `claim_id`."""
ThreatId = NewType("ThreatId", int)
"""The number of the command that made the threat; a pledge likewise."""
PledgeId = NewType("PledgeId", int)

_CLAIMS_A_COMMAND = 100


def claim_id(at: int, nth: int = 0) -> ClaimId:
    """Name the nth (0..99) claim or disclosure that the command numbered `at` makes."""
    return ClaimId(at * _CLAIMS_A_COMMAND + nth)


def claimed_at(claim: ClaimId) -> int:
    """Say by which command a claim or a disclosure was made."""
    return claim // _CLAIMS_A_COMMAND
