"""Read a paper form: its shape, then the commands of its meetings, each at the line where it was noted."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from game.rules.case import Case
from game.rules.commands import Command
from game.rules.ids import AgencyId
from game.scenario import source, tree
from game.scenario.checks.references import listed
from game.scenario.nearness import nearest, quote
from game.scenario.paper.forms import PaperForm
from game.scenario.paper.meeting import found_course, read_meeting
from game.scenario.paper.notes import command, listing, names, rows, word, words
from game.scenario.problems import Finding, Problem, ScenarioProblems, name_problems
from game.scenario.script import KEYS, Script, dangling, load_script, read_command
from game.scenario.tree import NOTHING, Node
from game.scenario.wording import word_errors

_SHORT = ("terms", "parties", "sponsor", "signed", "reserved")
"""What a short form has instead of meetings."""
_FORM_KEYS = frozenset(PaperForm.model_fields)
_BEGINNINGS = "a script is a list of `commands`, and a paper form begins with `paper:` and the id of the case"


@dataclass(frozen=True, slots=True)
class Paper:
    """A form as a script up to the ballot, and the notes on the year after, which wait for what came into force."""

    meetings: Script
    year: Node
    latest: str
    """The text that notes on the year are about where they name none: the last one called."""


def load_paper(path: Path, case: Case) -> Script | Paper:
    """Load a script or a paper form, whichever it is; ScenarioProblems with all of them if there is any."""
    text = source.read_text(path)
    if isinstance(text, Finding) or source.refuse_text(text) is not None:
        return load_script(path, case)
    root, findings = tree.grow(text.removeprefix("\ufeff"), _BEGINNINGS)
    if root is None or is_neither(root):
        neither = () if root is None else (Finding(root.place, f"This is nothing to run: {_BEGINNINGS}."),)
        raise ScenarioProblems(path, name_problems(str(path), [*findings, *neither]))
    if not is_paper(root):
        return load_script(path, case)
    paper = read_paper(root, findings, str(path), case)
    if isinstance(paper, tuple):
        raise ScenarioProblems(path, paper)
    return paper


def is_paper(root: Node) -> bool:
    """Say whether a file is a paper form, and not a script, by the keys it has or seems to mean."""
    meant = _keys_meant(root)
    own, shared = meant & (_FORM_KEYS - KEYS), meant & _FORM_KEYS & KEYS
    return "commands" not in meant and bool(own or (shared and meant <= _FORM_KEYS))


def is_neither(root: Node) -> bool:
    """Say whether a file is a mapping without a key of a script or of a form."""
    return root.is_mapping and not _keys_meant(root)


def _keys_meant(root: Node) -> frozenset[str]:
    """Name the keys of scripts and forms that a mapping has, also where one is misspelt."""
    return frozenset(nearest(key, _FORM_KEYS | KEYS) for key in root.entries) - {""}


def read_paper(root: Node, findings: list[Finding], name: str, case: Case) -> Paper | tuple[Problem, ...]:
    """Read a form from its tree; `name` is how problems call it."""
    try:
        form = PaperForm.model_validate(root.value)
    except ValidationError as errors:
        return name_problems(name, [*findings, *word_errors(errors, PaperForm, root, "The form")])
    findings = [*findings, *_misplaced(root, case)]
    findings += dangling(listed("agency", _list(root.get("absent"))), case)
    absent = frozenset(str(name.value) for name in names(root.get("absent")))
    seated = tuple(agency for agency in case.agency_ids if agency not in absent)
    meetings, latest = _meetings(root, case, frozenset(seated))
    notes = [*((0, note) for note in _convening(root, case)), *meetings]
    notes += [(case.rounds, note) for note in _ballot(root, latest)]
    read: list[tuple[int, int, Command]] = []
    for game_round, note in notes:
        done = read_command(note, case)
        if isinstance(done, list):
            findings += done
        else:
            read.append((game_round, note.place.line, done))
    findings += _unknown_in_year(root, case, latest)
    if findings:
        return name_problems(name, findings)
    return Paper(_script(read, seated, form.seed), root, latest)


def _script(read: list[tuple[int, int, Command]], seated: tuple[AgencyId, ...], seed: int | None) -> Script:
    """Put together what was read: (round, line, command)."""
    commands = tuple(command for _, _, command in read)
    lines, rounds = tuple(line for _, line, _ in read), tuple(game_round for game_round, _, _ in read)
    return Script(commands, lines, seated, seed=seed, rounds=rounds)


def _misplaced(root: Node, case: Case) -> list[Finding]:
    """Find what belongs to another case, and what stands twice."""
    found = []
    of = root.get("paper")
    if of.word is not None and of.word != case.id:
        found.append(Finding(of.place, f"This form is for the case {quote(of.word)}, not for {quote(case.id)}."))
    meetings = root.get("meetings").items
    if len(meetings) > case.rounds:
        many = f"The case has {case.rounds} meetings, and this is number {case.rounds + 1}; join it to another."
        found.append(Finding(meetings[case.rounds].place, many))
    has_text = any(next(rows(meeting.get("tabled")), None) is not None for meeting in meetings)
    if has_text and (short := next((key for key in _SHORT if root.get(key).value is not None), None)):
        twice = f"The text stands in a meeting already; write `{short}` there, or leave `tabled` and `signing` out."
        found.append(Finding(root.key(short), twice))
    return found


def _convening(root: Node, case: Case) -> list[Node]:
    """Write how the chair opened the forum, unless nothing changed and nobody sat in the chair."""
    note, found = root.get("forum"), case.forum
    if not note.entries:
        return []
    place, given = note.place, note.get("invited")
    invited = listing(names(given), given.place) if given.value is not None else words(found.invited, place)
    purpose = note.get("purpose")
    if purpose is NOTHING and found.purpose is not None:
        purpose = word(found.purpose, place)
    parts = {
        "forum": note.get("kind") if note.get("kind").word else word(found.kind, place),
        "invited": invited,
        "purpose": Node(place, None) if purpose is NOTHING else purpose,
        "rule": note.get("rule") if note.get("rule").word else word(found.rule, place),
    }
    is_as_found = [part.value for part in parts.values()] == [found.kind, [*found.invited], found.purpose, found.rule]
    is_empty = any(name.value == found.chair for name in names(root.get("absent")))
    if is_empty and is_as_found:
        return []
    return [command("convene", word(found.chair, place), note, **parts)]


def _meetings(root: Node, case: Case, seated: frozenset[str]) -> tuple[list[tuple[int, Node]], str]:
    """Write all meetings as commands with their round, and name the text that is meant where none is named."""
    invited = root.get("forum").get("invited")
    course = found_course(case, seated, None if invited.value is None else names(invited))
    commands: list[tuple[int, Node]] = []
    signed = None
    for number, note in enumerate(_with_short_text(root, case), start=1):
        written, course = read_meeting(note, case, course, number)
        commands += [(number, one) for one in written]
        for row in rows(note.get("signing")):
            signed = row.get("text").word or course.latest
    return commands, signed or course.latest


def _with_short_text(root: Node, case: Case) -> list[Node]:
    """List the notes of the meetings; a text noted short is tabled in the first and signed in the last."""
    meetings = root.get("meetings").items[: case.rounds]
    terms = root.get("terms")
    if terms.value is None:
        return meetings
    notes = [*meetings, *(Node(root.key("terms"), {}) for _ in range(case.rounds - len(meetings)))]
    tabled = Node(root.key("terms"), {})
    sponsor = root.get("sponsor") if root.get("sponsor").word else _usual_sponsor(root, case)
    _put(tabled, "who", sponsor)
    _put(tabled, "terms", terms)
    _put(tabled, "parties", root.get("parties"))
    notes[0] = _with(notes[0], "tabled", tabled)
    if root.get("signed").value is not None or root.get("reserved").value is not None:
        signing = Node(root.key("signed"), {})
        _put(signing, "signed", root.get("signed"))
        _put(signing, "reserved", root.get("reserved"))
        notes[-1] = _with(notes[-1], "signing", signing)
    return notes


def _usual_sponsor(root: Node, case: Case) -> Node:
    """Take the chair where it is a party and sits at the table, else the first party that does."""
    named, absent = (tuple(str(name.value) for name in names(root.get(key))) for key in ("parties", "absent"))
    parties = case.agency_ids if not named or named == ("all",) else named
    able = [party for party in parties if party not in absent] or parties
    return word(case.forum.chair if case.forum.chair in able else able[0], root.key("terms"))


def _with(note: Node, key: str, row: Node) -> Node:
    """Copy a note with one more entry."""
    copy = Node(note.place, dict(note.value or {}), dict(note.entries))
    _put(copy, key, row)
    return copy


def _put(note: Node, key: str, part: Node) -> None:
    if part is not NOTHING:
        note.entries[key] = (part.place, part)
        note.value[key] = part.value


def _ballot(root: Node, latest: str) -> list[Node]:
    answers = []
    for row in rows(root.get("ballot")):
        text = row.get("text") if row.get("text").word else word(latest, row.place)
        parts = {"accord": text, "own": row.get("own"), "predictions": row.get("predicted")}
        kept = {key: part for key, part in parts.items() if key == "own" or part.value is not None}
        kept["own"] = Node(row.place, None) if kept["own"] is NOTHING else kept["own"]
        answers.append(command("answer_ballot", row.get("who"), row, **kept))
    return answers


def _unknown_in_year(root: Node, case: Case, latest: str) -> list[Finding]:
    """Find names of nothing in the notes on the year after."""
    found: list[Finding] = []
    for row in rows(root.get("efforts")):
        text = row.get("text") if row.get("text").word else word(latest, row.place)
        parts = {"accord": text, "effort": row.get("effort")}
        if row.get("by_issue").value is not None:
            parts["by_issue"] = row.get("by_issue")
        done = read_command(command("set_effort", row.get("who"), row, **parts), case)
        found += done if isinstance(done, list) else []
    for key in ("kept", "carried_out"):
        for row in rows(root.get(key)):
            together = listing((row.get("who"), *names(row.get("whom"))), row.place)
            found += dangling(listed("agency", together), case)
    return found


def _list(node: Node) -> Node:
    return listing(names(node), node.place)
