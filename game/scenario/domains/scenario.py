"""Write a foreign negotiation as a scenario: neutral texts, whole points, comments on every choice that was made."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from game.scenario.checks.sizes import ISSUES
from game.scenario.domains.naming import make_ids, make_names, tidy
from game.scenario.domains.negotiation import DomainIssue, Negotiation
from game.scenario.domains.seats import Seat, name_carriers, seat_parties
from game.scenario.forms import LONGEST_SHORT
from game.scenario.shapes import LONGEST_ID

NOTHING = "nothing_agreed"
_FORM = "form_of_the_text"
_WIDTH = 110


@dataclass(frozen=True, slots=True)
class Draft:
    """A scenario ready to be saved, and what its reader should know, a sentence each."""

    text: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """An issue on its way into the scenario. `added` says whether the status quo had to be added to its options."""

    id: str
    name: str
    option_ids: tuple[str, ...]
    option_names: tuple[str, ...]
    status_quo: str
    added: bool


def draft_scenario(negotiation: Negotiation) -> Draft:
    """Write the scenario; every form and check passes it."""
    seats = seat_parties(negotiation)
    plans = _plan(negotiation.domain.issues)
    title = tidy(negotiation.domain.name) or "Imported domain"
    notes = _notes(negotiation, seats, plans)
    case = _case_id(negotiation.domain.key, title)
    parts = [
        _comment([f"{title}: imported by `false-coherence import`. What was decided on the way:"]),
        _comment(notes, bullet="- "),
        _dump(_head(case, title, seats, len(plans))),
        _dump({"agencies": {seat.id: _agency(seat, seats, plans, title) for seat in seats}}),
        _comment(["Carriers are the two parties with most at stake on the issue (best against worst option)."]),
        _dump({"issues": _issues(plans, seats)}),
    ]
    return Draft("".join(parts), notes)


def _case_id(key: str, title: str) -> str:
    """Keep the id of a case that went out from here; else make one of the title."""
    if re.fullmatch(r"[a-z][a-z0-9_-]*", key) and len(key) <= LONGEST_ID:
        return key
    return make_ids([title], "domain")[0].replace("_", "-")


def _plan(issues: Sequence[DomainIssue]) -> list[_Plan]:
    names = make_names([issue.name for issue in issues], "issue")
    ids = make_ids(names, "issue", (_FORM,), [issue.key for issue in issues])
    plans = []
    for id_, name, issue in zip(ids, names, issues, strict=True):
        option_names = make_names([value.name for value in issue.values], "option")
        marked = next((at for at, value in enumerate(issue.values) if value.is_status_quo), None)
        taken = () if marked is not None else (NOTHING,)
        option_ids = make_ids(option_names, "option", taken, [value.key for value in issue.values])
        quo = NOTHING if marked is None else option_ids[marked]
        plans.append(_Plan(id_, name, option_ids, option_names, quo, marked is None))
    if len(plans) < ISSUES[0]:
        plans.append(_Plan(_FORM, "Form of the text", ("letters",), ("An exchange of letters",), NOTHING, True))
    return plans


def _notes(negotiation: Negotiation, seats: Sequence[Seat], plans: Sequence[_Plan]) -> tuple[str, ...]:
    """Say what was decided, a sentence each, for the comment and the terminal."""
    profiles, domain = negotiation.profiles, negotiation.domain
    notes = [*domain.notes, *(note for profile in profiles for note in profile.notes)]
    error = max(seat.error for seat in seats)
    notes.append(
        f"points are whole and the best options add up to 100; a package is off by at most {error:.2g} points"
        if error > 1e-6
        else "points are whole and no package is off"
    )
    if any(plan.added for plan in plans):
        notes.append(
            "“Nothing agreed” was added as status quo, worth 0: without an agreement a party has its reservation value"
        )
    if any(seat.is_facilitator for seat in seats):
        notes.append(
            "a table takes three: the Facilitator was added, chairs, has no power, carries nothing and finds every \
agreement as good as any other"
        )
    else:
        notes.append(f"{seats[0].name} chairs and has power 1, all others 2, so that the chair is not the strongest")
    if len(plans) > len(domain.issues):
        notes.append("a table negotiates over two issues: “Form of the text” was added, worth 0 to everybody")
    notes.append("carrying costs no effort and nothing touches the population, since the domain says nothing of either")
    return tuple(tidy(note, 500) for note in notes)


def _head(case: str, title: str, seats: Sequence[Seat], issues: int) -> dict[str, Any]:
    chair = next((seat for seat in seats if seat.is_facilitator), seats[0])
    return {
        "case": case,
        "title": title,
        "summary": f"An imported negotiation domain: {len(seats)} seats, {issues} issues.",
        "place": "Nowhere in particular",
        "briefing": f"The parties meet over {title}. Each knows what every outcome is worth to itself, and what it \
has if nothing is agreed.",
        "rounds": 4,
        "minutes": 45,
        "impact_weight": 0.0,
        "forum": {
            "name": "The meeting",
            "kind": "coordination_meeting",
            "chair": chair.id,
            "invited": [seat.id for seat in seats],
            "purpose": "division_of_labour",
            "rule": "consensus",
        },
    }


def _agency(seat: Seat, seats: Sequence[Seat], plans: Sequence[_Plan], title: str) -> dict[str, Any]:
    is_chair = seat.is_facilitator or (seat is seats[0] and not seats[-1].is_facilitator)
    power = 0 if seat.is_facilitator else 1 if is_chair else 2
    names = (
        {"name": seat.name} if len(seat.name) <= LONGEST_SHORT else {"name": seat.name, "short": _short(seat, seats)}
    )
    if seat.is_facilitator:
        mandate = "Helps the parties to an agreement and has no stake in which one."
        brief = "You are there to help. Every agreement is as good to you as any other; none at all is a failure."
    else:
        mandate = f"A party to {title}."
        brief = (
            f"An agreement on everything is worth what its options are worth to you, added up. If nothing is agreed, \
you have {seat.walk_away}. Do not sign what is worth less."
        )
    return {
        **names,
        "community": "political" if seat.is_facilitator else "civil_society",
        "mandate": mandate,
        "brief": brief,
        "power": power,
        "neutral": seat.is_facilitator,
        "expects": "division_of_labour",
        "walk_away": seat.walk_away,
        "backing": 1.0,
        "points": {plan.id: _points(plan, seat, at) for at, plan in enumerate(plans)},
    }


def _points(plan: _Plan, seat: Seat, at: int) -> dict[str, int]:
    added = {NOTHING: 0} if plan.added else {}
    given = seat.points[at] if at < len(seat.points) else (0,)
    return {**added, **dict(zip(plan.option_ids, given, strict=True))}


def _short(seat: Seat, seats: Sequence[Seat]) -> str:
    """Shorten a name for narrow columns, so that no two are alike."""
    number = str(1 + [other.id for other in seats].index(seat.id))
    return f"{seat.name[: LONGEST_SHORT - len(number) - 2].rstrip()}… {number}"


def _issues(plans: Sequence[_Plan], seats: Sequence[Seat]) -> dict[str, Any]:
    return {
        plan.id: {
            "name": plan.name,
            "text": f"The parties have to settle: {plan.name}.",
            "status_quo": plan.status_quo,
            "options": _options(plan, list(name_carriers(seats, min(at, len(seats[0].points) - 1)))),
        }
        for at, plan in enumerate(plans)
    }


def _options(plan: _Plan, carriers: list[str]) -> dict[str, Any]:
    options: dict[str, Any] = {}
    if plan.added:
        options[NOTHING] = {"name": "Nothing agreed", "text": "This stays as it was before the meeting."}
    for id_, name in zip(plan.option_ids, plan.option_names, strict=True):
        options[id_] = {"name": name, "text": f"{plan.name}: {name}."}
        if id_ != plan.status_quo:
            options[id_] |= {"carriers": [*carriers], "effort_cost": 0.0}
    return options


def _dump(tree: dict[str, Any]) -> str:
    """Write a part of the file; nothing in it is ever an alias."""
    return yaml.dump(tree, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH, default_flow_style=None)


class _Dumper(yaml.SafeDumper):
    """Lists and mappings of plain values on one line, everything written out."""

    def ignore_aliases(self, data: object) -> bool:
        """Write repeated values out."""
        return True


def _comment(lines: Iterable[str], bullet: str = "") -> str:
    wrapped = (
        textwrap.wrap(line, _WIDTH, initial_indent=f"# {bullet}", subsequent_indent="# " + " " * len(bullet))
        for line in lines
    )
    return "".join(f"{line}\n" for lines in wrapped for line in lines)
