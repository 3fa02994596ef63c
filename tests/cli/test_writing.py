"""A page is written whole or not at all."""

from pathlib import Path

import pytest

from game.cli.failure import Failure
from game.cli.writing import write_page


def test_a_text_that_cannot_be_encoded_leaves_nothing_behind(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!DOCTYPE html>old")
    with pytest.raises(Failure, match="cannot be written"):
        write_page(page, "\ud800")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert page.read_text() == "<!DOCTYPE html>old"
