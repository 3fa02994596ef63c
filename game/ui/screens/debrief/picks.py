"""What is looked at within the steps: which page of a step, which moment, in which order, by name."""

from collections.abc import Mapping

PICKS: Mapping[str, tuple[str, ...]] = {
    "turned": ("changes", "points", "deal", "try", "lines"),
    "carried": ("questions", "purpose", "perspective", "script", "limits"),
    "order": ("by_time", "by_theme"),
    "script": ("by_time", "by_theme"),
    "moment": (),
    "term": (),
    "dot": (),
    "seer": (),
    "round": (),
    "try": (),
    "anew": ("True", "False"),
    "minutes": (),
}
"""What can be picked, and among what; empty: whatever the page offers."""


def picked(key: str, value: object) -> bool:
    """Say whether something can be picked."""
    return key in PICKS and (not PICKS[key] or str(value) in PICKS[key])
