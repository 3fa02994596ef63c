"""The deal that was never tabled, as rows: the picture in words, and two deals beside each other."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.analysis.space.untabled.answer import Untabled
from game.analysis.space.untabled.choices import Choice, Space
from game.analysis.space.untabled.ground import Placed
from game.analysis.space.untabled.steps import Standing
from game.analysis.space.untabled.words import least_of, name_step
from game.analysis.space.words import name_terms
from game.debrief.words import names, short_names
from game.record.sentences.narrator import points
from game.rules.ids import AgencyId, IssueId

AS_FOUND = "as found"
BEST = "best for all"
MEANT = "all could mean"


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One dot of the picture: what it is, when, its terms, where it stands, who is worse off, whom it is forbidden."""

    what: str
    when: str
    terms: str
    together: str
    least: str
    who_least: str
    worse_off: str
    forbidden_by: str


@dataclass(frozen=True, slots=True)
class TermsRow:
    """One issue: how it was settled, and how a deal settles it."""

    issue: IssueId
    name: str
    was: str
    deal: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class GainsRow:
    """One agency: what it gained over walking away, what it would by a deal, and the difference; points."""

    agency: AgencyId
    had: float
    would: float
    more: float


def picture_rows(found: Untabled) -> Iterator[PictureRow]:
    """Tell every dot of the picture, in the order of time; then the deals that there were."""
    for step in found.steps:
        state = ", in force" if step.is_in_force else ", signed" if step.is_signed else ""
        when = f"round {step.round}, command {step.at}"
        yield _row(found, f"{name_step(step)}{state}", when, step.placed, step.forbidden_by)
    if found.stood.standing is Standing.SIGNED:
        yield _row(found, "signed", "in the end", found.stood.placed)
    yield _row(found, "a year on", "", found.came_about)
    for labels, choice in named_choices(found):
        yield _row(found, ", ".join(labels), "", choice.placed)


def named_choices(found: Untabled) -> Iterator[tuple[tuple[str, ...], Choice]]:
    """Go through the deals worth naming, each once, with what it is."""
    if found.space is None:
        return
    space, named = found.space, dict[str, tuple[list[str], Choice]]()
    for label, choice in ((told_as(space), space.told), (BEST, space.best), (MEANT, space.nearest)):
        if choice is not None:
            named.setdefault(str(choice.placed.terms), ([], choice))[0].append(label)
    yield from ((tuple(labels), choice) for labels, choice in named.values())


def told_as(space: Space) -> str:
    """Call the deal that is told of."""
    return "let go" if space.told is not None and space.told.tabled is not None else "never tabled"


def terms_rows(found: Untabled, choice: Choice) -> Iterator[TermsRow]:
    """Set a deal beside what it is held against, issue by issue."""
    case, was = found.ground.case, found.stood.reference
    for issue in case.issues:
        before, after = was.get(issue.id), choice.placed.terms.get(issue.id)
        yield TermsRow(
            issue=issue.id,
            name=issue.name,
            was=AS_FOUND if before is None else issue.option(before).name,
            deal=AS_FOUND if after is None else issue.option(after).name,
            is_changed=before != after,
        )


def gains_rows(found: Untabled, choice: Choice) -> Iterator[GainsRow]:
    """Say who would gain what by a deal, over what there was."""
    for agency in found.ground.case.agency_ids:
        had = found.stood.placed.gains[agency]
        yield GainsRow(agency, had, choice.placed.gains[agency], choice.more[agency])


def _row(found: Untabled, what: str, when: str, placed: Placed, forbidden_by: tuple[AgencyId, ...] = ()) -> PictureRow:
    case = found.ground.case
    return PictureRow(
        what=what,
        when=when,
        terms=name_terms(case, placed.terms),
        together=points(placed.together),
        least=points(placed.least),
        who_least=short_names(case, least_of(placed)),
        worse_off=names(case, placed.worse_off) or "nobody",
        forbidden_by=names(case, forbidden_by) or "nobody",
    )
