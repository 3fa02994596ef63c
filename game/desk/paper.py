"""A text on the table, or the world as it stands today, as rows: what it says, who carries, what it is worth to me."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.desk.signs import Tint
from game.desk.words import DIMENSIONS, TODAY, Course, call, calls, course, points, text_name
from game.desk.worths import option_points, option_reasons, option_worth_words
from game.record.sentences.narrator import listed
from game.rules.case import Issue, Option
from game.rules.conditions import World
from game.rules.course import open_texts
from game.rules.ids import AgencyId, IssueId, OptionId, TextId
from game.rules.texts import Text
from game.rules.view import View
from game.rules.worth import world_of

MANY = 4
"""Texts from which on the tabs say less."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A text in one line: its name, its version and sponsors or what became of it, and how far it has come."""

    text: TextId
    name: str
    note: str
    course: Course = Course.OPEN


@dataclass(frozen=True, slots=True)
class Remark:
    """A few words about an issue in a text, with the tint that goes with them."""

    words: str
    tint: Tint = "plain"


@dataclass(frozen=True, slots=True)
class OptionChip:
    """One way to settle an issue (None: to leave it out of a draft); `is_chosen` if this is what the text says."""

    option: OptionId | None
    name: str
    is_chosen: bool
    tip: str


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One issue in a text, or as it stands where the text leaves it out; `worth` is before effort."""

    issue: IssueId
    name: str
    remarks: tuple[Remark, ...]
    chips: tuple[OptionChip, ...]
    carriers: tuple[AgencyId, ...]
    worth: float
    reasons: str
    is_settled: bool = True


def tabs(view: View) -> tuple[Tab, ...]:
    """List the texts, oldest first, and the world as it stands."""
    room = view.room
    found = []
    for text in room.texts.values():
        note = f"version {len(text.versions)} · {calls(view.scene, text.sponsors, view.seat)}"
        now = course(room, text.id)
        accord = room.accords.get(text.id)
        if accord is not None:
            note = now.value if accord.replaced_by is None else f"{now.value} by {accord.replaced_by}"
        found.append(Tab(text.id, text_name(room, text.id), note, now))
    return (*found, Tab(TODAY, "As it stands today" if len(found) < MANY else "Today", ""))


def text_in_view(view: View, wanted: TextId | None) -> TextId:
    """Choose the text to show: the one asked for, called first, youngest of those open, or the world as it stands."""
    if wanted is not None and (wanted == TODAY or wanted in view.room.texts):
        return wanted
    if view.room.called:
        return view.room.called[0][0]
    still_open = open_texts(view.room)
    return still_open[-1].id if still_open else TODAY


def issue_rows(view: View, text: TextId) -> tuple[IssueRow, ...]:
    """Set out every issue, in the order of the case, as the text (or the world today) settles it."""
    if text == TODAY:
        return tuple(_today_row(view, issue) for issue in view.scene.issues)
    paper = view.room.texts[text]
    now = paper.latest
    world = world_of(view.scene, view.room, {term.issue: term.option for term in now.terms}, now.parties)
    return tuple(_text_row(view, paper, issue, world) for issue in view.scene.issues)


def _text_row(view: View, paper: Text, issue: Issue, world: World) -> IssueRow:
    chosen = paper.latest.on(issue.id)
    stands = world.agreed.get(issue.id, issue.status_quo)
    remarks = [*_changes(view, paper, issue), *_contested(view, paper, issue), *_orphaned(view, paper, issue)]
    if chosen is None:
        remarks.append(Remark(f"left as it is: {issue.option(stands).name}"))
    return IssueRow(
        issue.id,
        issue.name,
        tuple(remarks),
        chips(view, issue, chosen),
        issue.option(chosen).carriers if chosen is not None else (),
        option_points(view, issue.id, stands),
        option_reasons(view, issue.id, stands),
        is_settled=chosen is not None,
    )


def _today_row(view: View, issue: Issue) -> IssueRow:
    accord = view.room.settled_by(issue.id)
    chosen = issue.status_quo
    remarks: list[Remark] = []
    if accord is not None:
        chosen = next(term.option for term in accord.terms if term.issue == issue.id)
        remarks.append(Remark(f"Accord {accord.text}", "good"))
    remarks += [Remark(words) for words in lanes_on(view, issue)]
    return IssueRow(
        issue.id,
        issue.name,
        tuple(remarks),
        chips(view, issue, chosen),
        issue.option(chosen).carriers,
        option_points(view, issue.id, chosen),
        option_reasons(view, issue.id, chosen),
    )


def lanes_on(view: View, issue: Issue) -> list[str]:
    """Say who has declared what they will do anyway on an issue."""
    lanes = ((agency, own[issue.id]) for agency, own in view.room.lanes.items() if issue.id in own)
    return [f"lane, {call(view.scene, agency, view.seat)}: {issue.option(option).name}" for agency, option in lanes]


def chips(view: View, issue: Issue, chosen: OptionId | None) -> tuple[OptionChip, ...]:
    """Set out the options of an issue, each with what it means as a tip."""
    return tuple(
        OptionChip(option.id, option.name, option.id == chosen, _option_tip(view, issue, option))
        for option in issue.options
    )


def _option_tip(view: View, issue: Issue, option: Option) -> str:
    """Say what an option is, who carries it and what it is worth to me and, by their word, to others.

    Who only watches sits on no seat, and is told no worth.
    """
    parts = [option.text]
    if option.carriers:
        parts.append(f"Carried by {calls(view.scene, option.carriers, view.seat)}.")
    if option.intermediary is not None:
        parts.append(f"{call(view.scene, option.intermediary)} stands between.")
    if view.scene.has_agency(view.seat):
        parts.append(f"Worth {option_worth_words(view, issue.id, option.id)} to you.")
    parts += [
        f"{call(view.scene, who)} told you {worth}." for who, worth in told_points(view, issue.id, option.id).items()
    ]
    return " ".join(parts)


def told_points(view: View, issue: IssueId, option: OptionId) -> Mapping[AgencyId, int]:
    """Say what others told me an option is worth to them; the last word of each counts."""
    told = [d for d in view.own.disclosures.values() if d.issue == issue and d.hearer == view.seat]
    return {d.speaker: d.points[option] for d in told if option in d.points}


def impact_words(option: Option) -> str:
    """Say what an option does for people, as everybody expects it."""
    return ", ".join(
        f"{DIMENSIONS[kind]} {points(change, signed=True)}" for kind, change in option.impact.items() if change
    )


def _changes(view: View, paper: Text, issue: Issue) -> list[Remark]:
    """Mark what the last version changed, and by whom."""
    if len(paper.versions) < 2:
        return []
    before, now = paper.versions[-2].on(issue.id), paper.latest.on(issue.id)
    if before == now:
        return []
    who = call(view.scene, paper.latest.author, view.seat)
    verb = "added" if before is None else "taken out" if now is None else "changed"
    return [Remark(f"{verb} by {who}", "warn")]


def _contested(view: View, paper: Text, issue: Issue) -> list[Remark]:
    """Mark an issue that another open text settles differently."""
    mine = paper.latest.on(issue.id)
    others = [t for t in open_texts(view.room) if t.id != paper.id and t.latest.on(issue.id) not in (None, mine)]
    if mine is None or not others:
        return []
    return [Remark(f"contested by {listed(text.id for text in others)}", "warn")]


def _orphaned(view: View, paper: Text, issue: Issue) -> list[Remark]:
    """Warn of a carrier that is no party: its term cannot come into force."""
    chosen = paper.latest.on(issue.id)
    if chosen is None or paper.is_closed:
        return []
    missing = set(issue.option(chosen).carriers) - set(paper.latest.parties)
    if not missing:
        return []
    return [Remark(f"carries, but is no party: {calls(view.scene, missing, view.seat)}", "bad")]
