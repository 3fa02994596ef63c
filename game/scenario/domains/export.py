"""Write a case as a GENIUS or GeniusWeb domain with a profile for each agency: utility = points / 100, added up."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from xml.sax.saxutils import quoteattr

from game.rules.case import Agency, Case, Issue
from game.scenario.domains.mappings import NOTES_KEY
from game.scenario.domains.naming import make_names, tidy
from game.scenario.domains.rounding import BEST_TOTAL, find_bid

_MOST_LISTED = 12
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


class Format(StrEnum):
    GENIUS = "genius"
    GENIUSWEB = "geniusweb"


@dataclass(frozen=True, slots=True)
class Export:
    """The files of a folder by their names, and what they cannot say, a sentence each."""

    files: Mapping[str, str]
    notes: tuple[str, ...]


def export_case(case: Case, format_: Format = Format.GENIUS) -> Export:
    """Write a case in a foreign format."""
    return _to_geniusweb(case) if format_ is Format.GENIUSWEB else _to_genius(case)


def _names(case: Case) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Name issues and their options as people know them, each once."""
    return (
        make_names([issue.name for issue in case.issues], "issue"),
        tuple(make_names([option.name for option in issue.options], "option") for issue in case.issues),
    )


def _points(agency: Agency, issues: Sequence[Issue]) -> list[list[int]]:
    return [[agency.points[issue.id][option.id] for option in issue.options] for issue in issues]


def _profile_name(case: Case, agency: Agency) -> str:
    """Name the file of a profile so that profiles sort in the order of the case."""
    return f"{case.id}_{1 + case.agency_ids.index(agency.id)}_{agency.id}"


def _share(points: int, best: int) -> str:
    """Write which share of the best an option is worth; the shortest number that is exactly that."""
    return repr(points / best) if best else "0.0"


def _unexpressed(case: Case) -> Iterator[str]:
    """Say what neither format can hold, a sentence each."""
    if listed := _list(f"{one.id} of {agency.id}" for agency in case.agencies for one in agency.hidden):
        yield f"Hidden mandates are not in the utilities: {listed}."
    if listed := _list(f"{one.id} of {agency.id}" for agency in case.agencies for one in agency.red_lines):
        yield f"Red lines are not in the utilities: {listed}."
    if case.facts:
        listed = _list(fact.id for fact in case.facts)
        yield f"Facts are not in the utilities, and points are those before any fact counts: {listed}."
    if any(option.carriers for issue in case.issues for option in issue.options):
        yield "Carriers, and what carrying costs them, are left out: whatever is agreed counts as done."
    if any(agency.walk_away for agency in case.agencies):
        yield (
            "The outside share is left out: the reservation value is the whole walk-away, and packages settle every \
issue; here a text may leave issues open, and the walk-away shrinks by the share that is settled."
        )
    if any(agency.leverage or agency.pledge_budget for agency in case.agencies):
        yield "Leverage and pledges are left out: nobody can press or pay."
    if case.occurrences or any(option.effects for issue in case.issues for option in issue.options):
        yield "Events, and what agreed options bring about, are left out."
    yield "Trust, power, headquarters, the forum, the rounds and the impact on the population are left out."


def _list(names: Iterable[str]) -> str:
    listed = list(names)
    more = len(listed) - _MOST_LISTED
    return ", ".join(listed[:_MOST_LISTED]) + (f" and {more} more" if more > 0 else "")


# GENIUS


def _to_genius(case: Case) -> Export:
    notes = tuple(_unexpressed(case))
    files = {f"{case.id}.xml": _genius_domain(case, notes)}
    files |= {f"{_profile_name(case, agency)}.xml": _genius_profile(case, agency, notes) for agency in case.agencies}
    return Export(files, notes)


def _remark(case: Case, notes: Sequence[str]) -> list[str]:
    lines = [
        f"{case.title}, exported from False Coherence. What this format cannot say:",
        *(f"- {one}" for one in notes),
    ]
    # two hyphens end a comment
    return ["<!--", *(re.sub("-(?=-)", "- ", tidy(line, 2000)) for line in lines), "-->"]


def _genius_domain(case: Case, notes: Sequence[str]) -> str:
    names, option_names = _names(case)
    lines = [_HEAD, *_remark(case, notes), f'<negotiation_template number_of_sessions="1" key={quoteattr(case.id)}>']
    lines += [f'<utility_space number_of_issues="{len(case.issues)}">']
    lines += [_objective(case)]
    for number, issue in enumerate(case.issues):
        lines += [_issue(number, names[number], f" key={quoteattr(issue.id)}")]
        for at, option in enumerate(issue.options):
            quo = ' status_quo="yes"' if option.id == issue.status_quo else ""
            lines += [_item(at, option_names[number][at], f" key={quoteattr(option.id)}{quo}")]
        lines += ["</issue>"]
    return "\n".join([*lines, "</objective>", "</utility_space>", "</negotiation_template>", ""])


def _genius_profile(case: Case, agency: Agency, notes: Sequence[str]) -> str:
    names, option_names = _names(case)
    who = f"key={quoteattr(agency.id)} agency_name={quoteattr(tidy(agency.name))}"
    lines = [_HEAD, *_remark(case, notes), f'<utility_space number_of_issues="{len(case.issues)}" {who}>']
    lines += [_objective(case)]
    bests = []
    for number, options in enumerate(_points(agency, case.issues)):
        bests.append(max(options))
        lines += [_issue(number, names[number], "")]
        for at, points in enumerate(options):
            evaluation = f' cost="0.0" evaluation="{_share(points, bests[-1])}"'
            lines += [_item(at, option_names[number][at], evaluation)]
        lines += ["</issue>"]
    lines += [f'<weight index="{at}" value="{best / BEST_TOTAL!r}"></weight>' for at, best in enumerate(bests, start=1)]
    lines += ["</objective>", '<discount_factor value="1.0" />']
    lines += [f'<reservation value="{agency.walk_away / BEST_TOTAL!r}" />', "</utility_space>", ""]
    return "\n".join(lines)


def _objective(case: Case) -> str:
    name = quoteattr(tidy(case.title))
    return f'<objective index="0" name={name} description="" type="objective" etype="objective">'


def _issue(number: int, name: str, more: str) -> str:
    kinds = 'type="discrete" etype="discrete" vtype="discrete"'
    return f'<issue index="{number + 1}" name={quoteattr(name)} {kinds}{more}>'


def _item(number: int, name: str, more: str) -> str:
    return f'<item index="{number + 1}" value={quoteattr(name)}{more}></item>'


# GeniusWeb


def _to_geniusweb(case: Case) -> Export:
    names, option_names = _names(case)
    domain = {
        "name": case.id,
        "issuesValues": {name: {"values": list(values)} for name, values in zip(names, option_names, strict=True)},
    }
    notes = [*_unexpressed(case)]
    files = {f"{case.id}.json": _json(domain)}
    for agency in case.agencies:
        name = _profile_name(case, agency)
        bid, worth = find_bid(_points(agency, case.issues), agency.walk_away)
        if worth != agency.walk_away:
            notes.append(
                f"No package is worth the {agency.walk_away} points that {agency.name} has if it walks away; the \
reservation bid is worth {worth}."
            )
        chosen = {names[issue]: option_names[issue][option] for issue, option in bid.items()}
        files[f"{name}.json"] = _json(_geniusweb_profile(case, agency, domain, name, chosen))
    files["notes.json"] = _json({NOTES_KEY: _geniusweb_notes(case, notes)})
    return Export(files, tuple(notes))


def _geniusweb_profile(
    case: Case, agency: Agency, domain: Mapping[str, Any], name: str, bid: Mapping[str, str]
) -> dict[str, Any]:
    names, option_names = _names(case)
    points = _points(agency, case.issues)
    utilities = {
        names[at]: {
            "DiscreteValueSetUtilities": {
                "valueUtilities": {
                    option: float(_share(worth, max(worths)))
                    for option, worth in zip(option_names[at], worths, strict=True)
                }
            }
        }
        for at, worths in enumerate(points)
    }
    weights = {names[at]: max(worths) / BEST_TOTAL for at, worths in enumerate(points)}
    return {
        "LinearAdditiveUtilitySpace": {
            "issueUtilities": utilities,
            "issueWeights": weights,
            "domain": domain,
            "name": name,
            "reservationBid": {"issuevalues": dict(bid)},
        }
    }


def _geniusweb_notes(case: Case, notes: Sequence[str]) -> dict[str, Any]:
    """Keep apart what GeniusWeb refuses in its own files: ids, the status quo, and what cannot be said."""
    names, option_names = _names(case)
    issues = {
        name: {
            "key": issue.id,
            "status_quo": options[[option.id for option in issue.options].index(issue.status_quo)],
            "options": {text: option.id for text, option in zip(options, issue.options, strict=True)},
        }
        for name, options, issue in zip(names, option_names, case.issues, strict=True)
    }
    return {
        "case": case.id,
        "title": case.title,
        "cannot_say": list(notes),
        "issues": issues,
        "agencies": {_profile_name(case, agency): agency.id for agency in case.agencies},
        "agency_names": {_profile_name(case, agency): agency.name for agency in case.agencies},
    }


def _json(tree: Mapping[str, Any]) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"
