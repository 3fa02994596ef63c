"""Every command of the command line, one module for each group; importing this registers them all."""

from game.cli.app import app
from game.cli.commands import (
    analysing,
    balancing,
    checking,
    debriefing,
    domains,
    exporting,
    hosting,
    joining,
    judging,
    playing,
    printing,
    replaying,
    simulating,
    wondering,
)

__all__ = [
    "analysing",
    "app",
    "balancing",
    "checking",
    "debriefing",
    "domains",
    "exporting",
    "hosting",
    "joining",
    "judging",
    "playing",
    "printing",
    "replaying",
    "simulating",
    "wondering",
]
