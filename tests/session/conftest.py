"""A table of the shipped tutorial, with whoever the test wants on its seats."""

from pathlib import Path

import pytest
from tables import CLINICS, Tables

from game.record import Holder, computer, person
from game.rules.case import Case
from game.rules.ids import AgencyId
from game.scenario import loading
from game.session import Table, open_table


@pytest.fixture(scope="session")
def case() -> Case:
    return loading.load(loading.find("tutorial"))


@pytest.fixture
def solo(case: Case) -> Tables:
    """Seat one person (clinics) among computers."""

    def make(seed: int = 3, folder: Path | None = None, manner: str = "consensus_builder", **rest: object) -> Table:
        roster: dict[AgencyId, Holder] = {agency: computer(manner) for agency in case.agency_ids}
        roster[CLINICS] = person("Ada")
        return open_table(case, roster, seed, folder=folder, **rest)  # type: ignore[arg-type]

    return make


@pytest.fixture
def hotseat(case: Case) -> Table:
    """Seat a person everywhere."""
    return open_table(case, {agency: person(agency) for agency in case.agency_ids}, 3)
