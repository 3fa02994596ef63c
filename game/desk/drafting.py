"""A text being written, before it is put on the table: terms, parties, and where it started from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from game.desk.balance import Balance, balance, must_carry
from game.desk.paper import OptionChip, Remark, chips
from game.desk.words import began, call, calls
from game.desk.worths import burden, option_points
from game.rules import commands as do
from game.rules.case import Issue, Option
from game.rules.conditions import World, holds
from game.rules.ids import AgencyId, IssueId, NetworkId, OptionId, TextId
from game.rules.legality import verify
from game.rules.texts import Term
from game.rules.view import View
from game.rules.worth import world_of, world_worth

BLANK, BEST = "blank", "best"


@dataclass(frozen=True, slots=True)
class Draft:
    """A wording under way; `amends` is the text it would replace a version of. What is not in `terms` is left out."""

    amends: TextId | None = None
    terms: Mapping[IssueId, OptionId] = field(default_factory=dict)
    parties: frozenset[AgencyId] = frozenset()
    is_own_choice: bool = False
    """Whether the parties were chosen by hand; until then everybody who carries or is invited is in."""
    network: NetworkId | None = None
    source: str = BLANK


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One issue while writing, with what I know of what its options are worth to others."""

    issue: IssueId
    name: str
    remarks: tuple[Remark, ...]
    chips: tuple[OptionChip, ...]
    carriers: tuple[AgencyId, ...]
    worth: float
    told: str
    is_settled: bool = True


def fresh_draft(view: View, amends: TextId | None = None) -> Draft:
    """Begin a text, or an amendment from the version it would replace."""
    if amends is not None:
        return from_text(view, Draft(amends=amends), amends)
    return with_parties(view, Draft())


def from_text(view: View, draft: Draft, text: TextId) -> Draft:
    """Start from a text on the table."""
    now = view.room.texts[text].latest
    terms = {term.issue: term.option for term in now.terms}
    return replace(draft, terms=terms, parties=frozenset(now.parties), is_own_choice=True, source=str(text))


def from_blank(view: View, draft: Draft) -> Draft:
    """Start from nothing."""
    return with_parties(view, replace(draft, terms={}, is_own_choice=False, source=BLANK))


def from_best(view: View, draft: Draft) -> Draft:
    """Start from what suits me best, as far as I believe the facts and within my red lines."""
    return with_parties(view, replace(draft, terms=_best_terms(view), is_own_choice=False, source=BEST))


def _best_terms(view: View) -> dict[IssueId, OptionId]:
    """Find what suits me best, from the best of each issue and from nothing; what is best as it is stays out."""
    free = [issue for issue in view.scene.issues if view.room.settled_by(issue.id) is None]
    alone = {issue.id: max(issue.options, key=partial(_net, view, issue)).id for issue in free}
    starts = (alone, {issue.id: issue.status_quo for issue in free})
    best = max((_climbed(view, free, start) for start in starts), key=partial(_package_worth, view))
    return {issue.id: best[issue.id] for issue in free if best[issue.id] != issue.status_quo}


def _climbed(view: View, free: list[Issue], terms: dict[IssueId, OptionId]) -> dict[IssueId, OptionId]:
    """Change one issue after the other as long as that makes it better for me."""
    worth, is_better = _package_worth(view, terms), True
    while is_better:
        is_better = False
        for issue in free:
            for option in issue.options:
                tried = {**terms, issue.id: option.id}
                if (now := _package_worth(view, tried)) > worth + 1e-9:
                    terms, worth, is_better = tried, now, True
    return terms


def _net(view: View, issue: Issue, option: Option) -> float:
    return option_points(view, issue.id, option.id) - burden(view, issue.id, option.id)


def _package_worth(view: View, terms: Mapping[IssueId, OptionId]) -> float:
    moved = {issue: option for issue, option in terms.items() if option != view.scene.issue(issue).status_quo}
    world = world_of(view.scene, view.room, moved, view.scene.agency_ids)
    for line in view.role.agency.red_lines:
        if holds(line.condition, world) and not view.own.has_waiver(line.id, view.room.round):
            return -1000.0
    cost = sum(burden(view, issue, option) for issue, option in moved.items())
    return world_worth(view.role, view.own.beliefs, view.scene, world) - cost


def with_parties(view: View, draft: Draft) -> Draft:
    """Take in everybody who carries or is invited, unless the parties were chosen by hand."""
    if draft.is_own_choice:
        return draft
    here = view.room.forum.invited & view.room.seated
    return replace(draft, parties=here | {view.seat} | set(must_carry(view, terms_of(view, draft))))


def with_term(view: View, draft: Draft, issue: IssueId, option: OptionId | None) -> Draft:
    """Settle an issue, or leave it out."""
    terms = {known: value for known, value in draft.terms.items() if known != issue}
    if option is not None:
        terms[issue] = option
    return with_parties(view, replace(draft, terms=terms))


def with_party(draft: Draft, agency: AgencyId) -> Draft:
    """Take a party in or out."""
    return replace(draft, parties=draft.parties ^ {agency}, is_own_choice=True)


def with_network(draft: Draft, network: NetworkId) -> Draft:
    """Table as one with a network, or alone again."""
    return replace(draft, network=None if draft.network == network else network)


def networks_at_hand(view: View) -> tuple[NetworkId, ...]:
    """Name the networks whose caucus of this round could table as one."""
    held = view.own.caucuses.items()
    return tuple(network for network, caucus in held if view.seat in caucus.joined and len(caucus.joined) > 1)


def terms_of(view: View, draft: Draft) -> tuple[Term, ...]:
    """Put the terms in the order of the case."""
    return tuple(Term(issue.id, draft.terms[issue.id]) for issue in view.scene.issues if issue.id in draft.terms)


def parties_of(view: View, draft: Draft) -> tuple[AgencyId, ...]:
    """Put the parties in the order of the case."""
    return tuple(agency for agency in view.scene.agency_ids if agency in draft.parties)


def command_for(view: View, draft: Draft) -> do.Table | do.Amend:
    """Put the command together, legal or not."""
    terms, parties = terms_of(view, draft), parties_of(view, draft)
    if draft.amends is not None:
        return do.Amend(view.seat, draft.amends, terms, parties)
    return do.Table(view.seat, terms, parties, draft.network)


def refusal_of(view: View, draft: Draft) -> str:
    """Say why the draft cannot be put on the table as it is; empty if it can."""
    refused = verify(view, command_for(view, draft))
    return refused.sentence if refused is not None else ""


def draft_balance(view: View, draft: Draft) -> Balance:
    """Weigh the draft for me."""
    return balance(view, terms_of(view, draft), parties_of(view, draft), draft.amends)


def carrying(view: View, draft: Draft) -> tuple[str, str]:
    """Say who would have to carry the draft, and who of them is no party to it."""
    needed = must_carry(view, terms_of(view, draft))
    missing = [agency for agency in needed if agency not in draft.parties]
    warn = ""
    if missing:
        names = calls(view.scene, missing, view.seat)
        warn = f"{began(names)} would have to carry a term without being a party: that term could not come into force."
    return calls(view.scene, needed, view.seat) or "nobody", warn


def draft_rows(view: View, draft: Draft) -> tuple[DraftRow, ...]:
    """Set out every issue with its options and leaving it out."""
    world = world_of(view.scene, view.room, draft.terms, parties_of(view, draft))
    return tuple(_row(view, draft, issue.id, world) for issue in view.scene.issues)


def _row(view: View, draft: Draft, issue_id: IssueId, world: World) -> DraftRow:
    issue = view.scene.issue(issue_id)
    chosen = draft.terms.get(issue_id)
    leave = f"Stays as it is: {issue.option(issue.status_quo).name}."
    accord = view.room.settled_by(issue_id)
    if accord is not None:
        leave = f"Accord {accord.text} settles it; a text with all its parties can replace that."
    out = OptionChip(None, "Leave out", chosen is None, leave)
    remarks = [Remark(f"Accord {accord.text}", "warn")] if accord is not None else []
    return DraftRow(
        issue=issue_id,
        name=issue.name,
        remarks=(*remarks, *_change(view, draft, issue_id)),
        chips=(out, *chips(view, issue, chosen)),
        carriers=issue.option(chosen).carriers if chosen is not None else (),
        worth=option_points(view, issue_id, world.agreed.get(issue_id, issue.status_quo)),
        told=_told(view, issue_id, chosen),
        is_settled=chosen is not None,
    )


def _change(view: View, draft: Draft, issue: IssueId) -> list[Remark]:
    """Mark what an amendment changes."""
    if draft.amends is None or view.room.texts[draft.amends].latest.on(issue) == draft.terms.get(issue):
        return []
    return [Remark("you change this", "warn")]


def _told(view: View, issue: IssueId, chosen: OptionId | None) -> str:
    """Say what others told me this issue is worth to them: here, and at best."""
    said = []
    told = {d.speaker: d.points for d in view.own.disclosures.values() if d.issue == issue and d.hearer == view.seat}
    for speaker, own in told.items():
        best = max(own, key=lambda option: own[option])
        name, option = call(view.scene, speaker), view.scene.option(issue, best).name
        here = f"{own.get(chosen, 0)} here, " if chosen is not None else ""
        said.append(f"{name}: {here}most for {option} ({own[best]})")
    return "By their word: " + "; ".join(said) if said else ""
