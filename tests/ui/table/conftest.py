"""Let tests of the table share a way to sit down."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
