"""Means that nobody can use: options without hands, networks of one, intermediaries who stand on one side."""

from collections.abc import Iterator

from game.rules.case import Case
from game.rules.vocabulary import Community
from game.scenario.nearness import quote
from game.scenario.problems import Finding
from game.scenario.tree import Node


def find_uncarried_options(case: Case, root: Node) -> Iterator[Finding]:
    """Warn of options, other than the status quo, that nobody carries."""
    for issue in case.issues:
        options = root.get("issues").get(issue.id).get("options")
        for option in issue.options:
            if option.id != issue.status_quo and not option.carriers:
                message = f"Nobody carries the option {quote(option.id)}, so nothing would come of it; name `carriers`."
                yield Finding(options.key(option.id), message, is_error=False)


def find_lone_networks(case: Case, root: Node) -> Iterator[Finding]:
    """Warn of networks in which no caucus can be held."""
    for network in case.network_names:
        members = [agency.id for agency in case.agencies if network in agency.networks]
        if len(members) < 2:
            message = (
                f"The network {quote(network)} has {len(members)} member{'s' * (len(members) != 1)}, and a caucus \
needs two; put it into the `networks` of more agencies."
            )
            yield Finding(root.get("networks").key(network), message, is_error=False)


def find_armed_intermediaries(case: Case, root: Node) -> Iterator[Finding]:
    """Warn of military intermediaries: only a civilian one keeps a neutral agency from blurring (R7.7)."""
    for issue in case.issues:
        options = root.get("issues").get(issue.id).get("options")
        for option in issue.options:
            if option.intermediary and case.agency(option.intermediary).community is Community.MILITARY:
                message = f"The intermediary {quote(option.intermediary)} is military and cannot stand between; name a \
civilian agency."
                yield Finding(options.get(option.id).key("intermediary"), message, is_error=False)


CHECKS = (find_uncarried_options, find_lone_networks, find_armed_intermediaries)
