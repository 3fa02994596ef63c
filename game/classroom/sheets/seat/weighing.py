"""What a draft comes to before it is given: a text, an effort, the charter of the forum, or a command put together.

A draft is whatever a client wrote: names that do not exist are left out, and nothing in it can do harm.
"""

from collections.abc import Mapping
from dataclasses import replace

from game.classroom.sheets.seat.meeting import convening
from game.classroom.sheets.seat.rows import Row, balance_row, command_row
from game.classroom.sheets.seat.texts import remark_row
from game.classroom.sheets.seat.year import exerting
from game.desk import drafting
from game.desk.convening import Charter, found_charter
from game.desk.drafting import Draft, DraftRow
from game.desk.labels import warning
from game.desk.words import began, points
from game.desk.worths import no_accord, no_accord_words
from game.record.codec import CodecError, command_from, to_json
from game.rules.course import open_texts
from game.rules.dealings import EffortPlan
from game.rules.ids import AgencyId, IssueId, NetworkId, OptionId, TextId
from game.rules.legality import verify
from game.rules.legality.year import carried_by
from game.rules.texts import LANES
from game.rules.view import View
from game.rules.vocabulary import DecisionRule, ForumKind, Purpose
from game.session import Table

Draught = Mapping[str, object]
"""A draft as a client wrote it."""


def weigh(table: Table, seat: AgencyId, draft: Draught) -> Mapping[str, object]:
    """Weigh a draft for a seat, by what it holds: `efforts`, `charter`, `command`, or else a text."""
    view = table.view(seat)
    match draft:
        case {"efforts": dict(efforts)}:
            return exerting(view, _plans(view, efforts))
        case {"charter": dict(charter)}:
            return convening(view, _charter(view, charter))
        case {"command": dict(command)}:
            return _command(view, command)
    return text_row(view, _draft(view, draft))


# A text


def text_row(view: View, draft: Draft) -> Row:
    """Set out a text under way: its issues, parties, what it comes to, and why it cannot be put on the table."""
    found = drafting.draft_balance(view, draft)
    needed, warn = drafting.carrying(view, draft)
    is_new = draft.amends is None
    return {
        "kind": "text",
        "name": "A text for the table" if is_new else f"Amending Text {draft.amends}",
        "draft": {
            "amends": draft.amends,
            "terms": dict(draft.terms),
            "parties": list(drafting.parties_of(view, draft)) if draft.is_own_choice else None,
            "network": draft.network,
        },
        "starts": _starts(view, draft),
        "issues": [_issue(row) for row in drafting.draft_rows(view, draft)],
        "parties": [_party(view, draft, face.id) for face in view.scene.agencies],
        "networks": [
            {
                "network": network,
                "words": f"As one with: {view.scene.network_names.get(network, str(network))}",
                "is_chosen": draft.network == network,
            }
            for network in drafting.networks_at_hand(view)
        ],
        "balance": balance_row(found),
        "today": None
        if draft.terms
        else {"worth": points(found.worth), "words": no_accord_words(view), "not_worth": points(no_accord(view))},
        "carry": f"{began(needed)}.",
        "warn": warn,
        "refusal": drafting.refusal_of(view, draft),
        "verb": "Put it on the table" if is_new else f"Put the new version of Text {draft.amends} on the table",
        "told": "It uses your floor move. Everybody sees it; their stances come at the end of the round."
        if is_new
        else "It uses your floor move. All stances and signatures on the text lapse.",
        "command": command_row(drafting.command_for(view, draft)),
    }


def _starts(view: View, draft: Draft) -> list[Row]:
    found = [(drafting.BLANK, "Blank"), (drafting.BEST, "What suits me best")]
    found += [(str(text.id), f"Text {text.id}") for text in open_texts(view.room)]
    return [{"from": source, "words": words, "is_chosen": draft.source == source} for source, words in found]


def _issue(row: DraftRow) -> Row:
    return {
        "issue": row.issue,
        "name": row.name,
        "remarks": [remark_row(remark) for remark in row.remarks],
        "options": [
            {"option": one.option, "name": one.name, "tip": one.tip, "is_chosen": one.is_chosen} for one in row.chips
        ],
        "carriers": list(row.carriers),
        "worth": points(row.worth),
        "told": row.told,
        "is_settled": row.is_settled,
    }


def _party(view: View, draft: Draft, agency: AgencyId) -> Row:
    remarks = ["you"] if agency == view.seat else []
    if agency not in view.room.seated:
        remarks.append("nobody plays it")
    elif agency not in view.room.forum.invited:
        remarks.append("not invited")
    return {"agency": agency, "is_in": agency in draft.parties, "remark": " · ".join(remarks)}


def _draft(view: View, written: Draught) -> Draft:
    """Read a text under way; without a choice of parties, everybody who carries or is invited is in."""
    scene, room = view.scene, view.room
    amends, source = written.get("amends"), written.get("from")
    is_known = isinstance(amends, str) and amends in room.texts
    draft = Draft(amends=TextId(str(amends)) if is_known else None, source="")
    if source is not None:
        return _begun(view, draft, str(source))
    terms = written.get("terms")
    held = {IssueId(str(i)): OptionId(str(o)) for i, o in terms.items()} if isinstance(terms, dict) else {}
    kept = {issue: option for issue, option in held.items() if scene.has_option(issue, option)}
    parties, network = written.get("parties"), written.get("network")
    is_own = isinstance(parties, list)
    named = {one for one in parties if isinstance(one, str)} if isinstance(parties, list) else set()
    draft = replace(
        draft,
        terms=kept,
        parties=frozenset(agency for agency in scene.agency_ids if agency in named),
        is_own_choice=is_own,
        network=NetworkId(network) if isinstance(network, str) and network in view.own.caucuses else None,
    )
    return drafting.with_parties(view, draft)


def _begun(view: View, draft: Draft, source: str) -> Draft:
    """Start from nothing, from what suits the seat best, or from a text."""
    if source == drafting.BEST:
        return drafting.from_best(view, draft)
    if TextId(source) in view.room.texts:
        return drafting.from_text(view, draft, TextId(source))
    return drafting.from_blank(view, draft)


# Effort, charter, command


def _plans(view: View, written: Draught) -> dict[TextId, EffortPlan]:
    """Read efforts by accord; what is not carried, and what is no share of 1, is left out."""
    plans = {}
    for text in (*(accord.text for accord in view.room.in_force), LANES):
        match written.get(text):
            case {"effort": int() | float() as effort, **rest} if 0 <= effort <= 1:
                each = rest.get("by_issue")
                mine = carried_by(view, text)
                by_issue = each if isinstance(each, dict) else {}
                plans[text] = EffortPlan(
                    float(effort),
                    {
                        issue: float(by_issue[issue])
                        for issue in mine
                        if isinstance(by_issue.get(issue), int | float) and 0 <= by_issue[issue] <= 1
                    },
                )
    return plans


def _charter(view: View, written: Draught) -> Charter:
    """Read the forum as the chair would have it; what is missing stays as found."""
    found = found_charter(view)
    invited = written.get("invited")
    named = {one for one in invited if isinstance(one, str)} if isinstance(invited, list) else None
    forum, purpose, rule = written.get("forum"), written.get("purpose", found.purpose), written.get("rule")
    return Charter(
        forum=ForumKind(str(forum)) if forum in list(ForumKind) else found.forum,
        invited=found.invited
        if named is None
        else frozenset(agency for agency in view.scene.agency_ids if agency in named),
        purpose=Purpose(str(purpose)) if purpose in list(Purpose) else None,
        rule=DecisionRule(str(rule)) if rule in list(DecisionRule) else found.rule,
    )


def _command(view: View, written: Draught) -> Row:
    """Say why a command cannot be given, and what it can do harm to."""
    try:
        command = command_from(to_json({**written, "seat": view.seat}))
    except (CodecError, TypeError, ValueError, RecursionError):
        return {"kind": "command", "refusal": "That cannot be read as a command.", "warning": ""}
    refusal = verify(view, command)
    return {
        "kind": "command",
        "refusal": refusal.sentence if refusal is not None else "",
        "warning": warning(view, command),
    }
