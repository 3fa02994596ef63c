"""Let tests of the coach share situations."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
