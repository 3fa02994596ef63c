"""The space of all deals. Begin at `study.py`; `domain.py` says what the numbers are."""
