"""Foreign domains: GENIUS XML and GeniusWeb JSON in and out.

A folder or some files pass through `files` (what is what, bounded), `elements` and `mappings` (the formats as trees),
`genius` and `geniusweb` (a `Negotiation`), `merging` (fewer options), `rounding` (whole points), `seats` (a table) and
`scenario` (the YAML). The way out is `export`. What goes out comes back with the same issues, options, points and
reservation values.
"""

from game.scenario.domains.export import Export, Format, export_case
from game.scenario.domains.files import read_negotiation
from game.scenario.domains.scenario import Draft, draft_scenario

__all__ = ["Draft", "Export", "Format", "draft_scenario", "export_case", "read_negotiation"]
