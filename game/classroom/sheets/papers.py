"""The texts on the table as everybody sees them: issue by issue what each says, and who would carry it."""

from game.classroom.sheets.phases import stage
from game.classroom.sheets.stands import is_answered, marks, yeses
from game.desk.words import Course, call, calls, course, text_name
from game.record.sentences.narrator import listed
from game.rules.case import Issue
from game.rules.course import open_texts
from game.rules.ids import IssueId
from game.rules.texts import Text
from game.rules.view import PublicView


def shown_texts(view: PublicView) -> tuple[Text, ...]:
    """List the texts that still count, the one that matters first: called, open (the newest first), in force.

    Once the meetings are over, only what is in force still does.
    """
    room = view.room
    in_force = sorted(room.in_force, key=lambda accord: (len(accord.terms), accord.at), reverse=True)
    order = [accord.text for accord in in_force]
    if stage(room) == "meeting":
        called = [text for text, _ in room.called]
        order = [*called, *(text.id for text in reversed(open_texts(room))), *order]
    return tuple(room.texts[text] for text in dict.fromkeys(order))


def text_that_matters(view: PublicView) -> Text | None:
    """Choose the text to look at; None while there is none."""
    return next(iter(shown_texts(view)), None)


def issue_rows(view: PublicView) -> list[dict[str, object]]:
    """List the issues, each with how it stands today and by what."""
    return [_issue(view, issue) for issue in view.scene.issues]


def _issue(view: PublicView, issue: Issue) -> dict[str, object]:
    accord = view.room.settled_by(issue.id)
    option = next((t.option for t in accord.terms if t.issue == issue.id), None) if accord else None
    return {
        "issue": issue.id,
        "name": issue.name,
        "today": issue.option(option or issue.status_quo).name,
        "by": text_name(view.room, accord.text) if accord else "",
        "options": [one.name for one in issue.options],
    }


def paper(view: PublicView, text: Text) -> dict[str, object]:
    """Set out one text."""
    room, now = view.room, text.latest
    found = marks(view, text)
    yes, of = yeses(found)
    return {
        "text": text.id,
        "name": text_name(room, text.id),
        "course": course(room, text.id).value,
        "by": _by(view, text),
        "version": len(text.versions),
        "parties": list(now.parties),
        "parties_words": _parties(view, text),
        "terms": {term.issue: _term(view, text, term.issue) for term in now.terms},
        "marks": found,
        "is_answered": is_answered(room, text),
        "yes": yes,
        "of": of,
    }


def _by(view: PublicView, text: Text) -> str:
    """Say who put it on the table, or between whom it is in force."""
    if course(view.room, text.id) in (Course.IN_FORCE, Course.REPLACED):
        return f"between {calls(view.scene, view.room.accords[text.id].parties)}"
    return f"by {calls(view.scene, text.sponsors)}"


def _parties(view: PublicView, text: Text) -> str:
    """Name the parties; shorter where everybody is one, or all but a few."""
    out = [seat for seat in view.scene.agency_ids if seat not in text.latest.parties]
    if not out:
        return "everybody is a party"
    if len(out) < len(text.latest.parties):
        return f"without {calls(view.scene, out)}"
    return f"between {calls(view.scene, text.latest.parties)}"


def _term(view: PublicView, text: Text, issue: IssueId) -> dict[str, object]:
    chosen = text.latest.on(issue)
    assert chosen is not None
    option = view.scene.option(issue, chosen)
    remark, tint = _remark(view, text, issue)
    return {"option": option.name, "carriers": list(option.carriers), "remark": remark, "tint": tint}


def _remark(view: PublicView, text: Text, issue: IssueId) -> tuple[str, str]:
    """Say what is worth knowing about a term: a carrier that is no party, a reservation, the last change."""
    chosen, room = text.latest.on(issue), view.room
    assert chosen is not None
    accord = room.accords.get(text.id)
    if accord is not None:
        lost = issue not in accord.settles
        return ("not in force: not every carrier signed it", "bad") if lost else ("", "plain")
    missing = [seat for seat in view.scene.option(issue, chosen).carriers if seat not in text.latest.parties]
    if missing:
        return f"{calls(view.scene, missing)} would carry it, and is no party", "bad"
    if len(text.versions) > 1 and text.versions[-2].on(issue) != chosen:
        verb = "added" if text.versions[-2].on(issue) is None else "changed"
        return f"{verb} by {call(view.scene, text.latest.author)}", "warn"
    return "", "plain"


def lane_words(view: PublicView) -> list[dict[str, object]]:
    """Say what agencies have declared they will do anyway, issue by issue."""
    rows: list[dict[str, object]] = []
    for issue in view.scene.issues:
        said = [
            f"{call(view.scene, seat)}: {issue.option(own[issue.id]).name}"
            for seat, own in view.room.lanes.items()
            if issue.id in own
        ]
        if said:
            rows.append({"issue": issue.id, "words": listed(said)})
    return rows
