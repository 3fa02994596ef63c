"""Heard: a quarter each for being invited, consulted, met halfway, and in a level room (R5.4)."""

from game.rules.ids import AgencyId, IssueId, OptionId
from game.rules.judgement import Evidence, RootReading
from game.rules.judging.power import strongest
from game.rules.legality.plenary import CRITICAL
from game.rules.state import State
from game.rules.texts import Accord, Text, Version
from game.rules.worth import in_order, option_worth

QUARTER = 0.25


def heard(state: State, accord: Accord, seat: AgencyId) -> RootReading:
    """Read how far a seat was heard; what is missing is evidence too, with amount 0."""
    text = state.room.texts[accord.text]
    consulted = _consulted_at(state, text, seat)
    met = _met_halfway_at(state, text, seat)
    evidence = (
        Evidence("invited", QUARTER if seat in text.invited else 0.0, text.versions[0].at),
        Evidence("consulted", 0.0 if consulted is None else QUARTER, consulted or None),
        Evidence("met_halfway", 0.0 if met is None else QUARTER, met),
        Evidence("level_room", QUARTER if is_level(state) else 0.0, None, state.room.forum.chair),
    )
    return RootReading(sum(one.amount for one in evidence), evidence)


def is_level(state: State) -> bool:
    """Say whether the room is level: the chair is not the strongest, or power was named and conceded."""
    forum = state.room.forum
    return forum.is_power_conceded or forum.chair not in strongest(state.case, state.room.seated)


def _consulted_at(state: State, text: Text, seat: AgencyId) -> int | None:
    """Name the command by which a sponsor consulted the seat (0: it is a sponsor itself)."""
    if seat in text.sponsors:
        return 0
    commands = [at for sponsor in text.sponsors for at in state.own[seat].consulted.get(sponsor, ())]
    return max(commands, default=None)


def _met_halfway_at(state: State, text: Text, seat: AgencyId) -> int | None:
    """Name the command by which the seat's own wording, or an answer to its objection, came to stand in the text."""
    for before, version in zip((None, *text.versions), text.versions, strict=False):
        is_author = version.author == seat or (before is None and seat in text.sponsors)
        if is_author and any(
            _gain(state, seat, before, version, term.issue) >= state.ruleset.heard_points
            for term in version.terms
            if text.latest.on(term.issue) == term.option
        ):
            return version.at
    last = text.latest
    for version in text.versions[:-1]:
        if version.stances.get(seat) in CRITICAL:
            issues = in_order(state.scene, version.settles | last.settles)
            if sum(_gain(state, seat, version, last, issue) for issue in issues) >= state.ruleset.heard_points:
                return last.at
    return None


def _gain(state: State, seat: AgencyId, before: Version | None, after: Version, issue: IssueId) -> float:
    """Say how many believed points an issue gained for a seat from one version (None: the status quo) to another."""

    def worth(version: Version | None) -> float:
        option: OptionId = (version and version.on(issue)) or state.case.issue(issue).status_quo
        return option_worth(state.roles[seat], state.own[seat].beliefs, issue, option)

    return worth(after) - worth(before)
