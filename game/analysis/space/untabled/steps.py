"""Where the table went: every version of every text, what was in force in the end, and what came about."""

from dataclasses import dataclass
from enum import StrEnum

from game.analysis.space.deals import Terms
from game.analysis.space.untabled.ground import Ground, Placed, Signers, signed_by
from game.debrief import Chronicle
from game.rules.conditions import World
from game.rules.ids import AgencyId, IssueId, OptionId, TextId
from game.rules.judging.realized import realized
from game.rules.texts import Term, Text, Version
from game.rules.worth import world_worth

COUNTED = frozenset({"issue", "hidden_mandate", "outside", "effort", "blurring"})
"""Lines of a mandate (R9.1) that belong to the world as it came about; pledges and threats are not of the deal."""


class Standing(StrEnum):
    """What there was in the end."""

    SIGNED = "signed"
    LANES = "lanes"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Step:
    """One version of a text, placed as if its parties had signed it and carried it out in full."""

    text: TextId
    version: int
    """From 1."""
    at: int
    """The number of the command that wrote it."""
    round: int
    author: AgencyId
    parties: tuple[AgencyId, ...]
    placed: Placed
    forbidden_by: tuple[AgencyId, ...]
    is_signed: bool
    is_in_force: bool
    """Signed, and not replaced since."""


@dataclass(frozen=True, slots=True)
class Stood:
    """What other deals are held against: all that is in force as promised, or else the world as it came about.

    `reference` is what distances are counted from: the terms in force, or else the last ones on the table, if any.
    """

    standing: Standing
    placed: Placed
    reference: Terms
    texts: tuple[TextId, ...]
    """In force; or else the text that was last on the table."""


def steps_of(story: Chronicle, ground: Ground) -> tuple[Step, ...]:
    """Lay out every version in the order of time."""
    texts = story.end.room.texts.values()
    steps = [_step(story, ground, text, number) for text in texts for number in range(len(text.versions))]
    return tuple(sorted(steps, key=lambda step: step.at))


def stood_of(story: Chronicle, ground: Ground, steps: tuple[Step, ...], came_about: Placed) -> Stood:
    """Say what there was in the end."""
    accords = story.end.room.in_force
    if accords:
        terms = {term.issue: term.option for accord in accords for term in accord.terms}
        signers: Signers = {term.issue: frozenset(accord.parties) for accord in accords for term in accord.terms}
        placed = ground.place(terms, signers)
        return Stood(Standing.SIGNED, placed, _changed(story, terms), tuple(accord.text for accord in accords))
    standing = Standing.LANES if came_about.terms else Standing.NOTHING
    last = steps[-1:]
    reference = _changed(story, last[0].placed.terms) if last else {}
    return Stood(standing, came_about, reference, tuple(step.text for step in last))


def came_about(story: Chronicle, ground: Ground) -> Placed:
    """Place the world a year on: each issue as far as it was carried out, effort paid; pledges and threats left out."""
    gains = {agency: round(_took_home(story, ground, agency), 6) for agency in story.case.agency_ids}
    terms = {issue: option for issue, (option, share) in realized(story.end).items() if share > 0}
    return Placed(_changed(story, terms), gains)


def terms_of(terms: tuple[Term, ...]) -> Terms:
    """Turn the terms of a text into those of a package, as they were worded."""
    return {term.issue: term.option for term in terms}


def _step(story: Chronicle, ground: Ground, text: Text, number: int) -> Step:
    version: Version = text.versions[number]
    terms = terms_of(version.terms)
    signers = signed_by(terms, version.parties)
    accord = story.end.room.accords.get(text.id) if number == len(text.versions) - 1 else None
    return Step(
        text=text.id,
        version=number + 1,
        at=version.at,
        round=version.round,
        author=version.author,
        parties=version.parties,
        placed=ground.place(terms, signers),
        forbidden_by=ground.forbidden_by(terms, signers),
        is_signed=accord is not None,
        is_in_force=accord is not None and accord.replaced_by is None,
    )


def _changed(story: Chronicle, terms: dict[IssueId, OptionId] | Terms) -> Terms:
    """Leave out what is settled as it was found."""
    return {issue: option for issue, option in terms.items() if option != story.case.issue(issue).status_quo}


def _took_home(story: Chronicle, ground: Ground, agency: AgencyId) -> float:
    """Hold what an agency's mandate came to against what walking away was worth to it by then."""
    state, role = story.end, ground.roles[agency]
    got = sum(line.points for line in story.outcome.scores[agency].mandate_lines if line.what in COUNTED)
    truth = {fact: float(is_true) for fact, is_true in state.sealed.facts.items()}
    found = world_worth(role, truth, ground.scene, World({}, frozenset(), state.room.forum.chair, {}))
    outside = role.outside + state.own[agency].walk_away - role.agency.walk_away
    return got - found - outside
