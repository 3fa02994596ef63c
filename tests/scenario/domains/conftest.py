"""Folders of foreign files to read."""

from pathlib import Path

import pytest
from scenario.domains.roads import Folder, domain_xml, profile_xml


@pytest.fixture
def empty(tmp_path: Path) -> Folder:
    """A folder with nothing in it."""
    path = tmp_path / "domain"
    path.mkdir()
    return Folder(path)


@pytest.fixture
def road(empty: Folder) -> Folder:
    """A domain in GENIUS XML with two profiles."""
    return (
        empty.put("road.xml", domain_xml())
        .put("a_driver.xml", profile_xml("driver"))
        .put("b_village.xml", profile_xml("village"))
    )
