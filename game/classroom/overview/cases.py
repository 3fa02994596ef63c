"""What the console can choose from: the seats, events, facts and options of a case; scenarios; manners."""

from game.classroom.classroom import Classroom
from game.classroom.hosted import Hosted
from game.classroom.plan import LENGTHS, plan_of
from game.desk.manners import LEVEL_NAMES, LEVEL_NOTES, MANNER_NAMES, MANNER_NOTES
from game.desk.words import COMMUNITIES
from game.record.sentences.letters import letters
from game.rules.case import Case, Occurrence
from game.rules.scene import Scene
from game.scenario import loading


def case_row(hosted: Hosted) -> dict[str, object]:
    """Set out what is the same at all tables of a case; `hosted` is one of them."""
    case, scene = hosted.case, hosted.table.scene
    return {
        "case": case.id,
        "title": case.title,
        "rounds": case.rounds,
        "seats": _seats(scene),
        "events": [_event(case, one) for one in case.occurrences],
        "facts": [{"fact": one.id, "name": one.name, "question": one.question} for one in scene.questions],
        "issues": [
            {
                "issue": issue.id,
                "name": issue.name,
                "options": [{"option": one.id, "name": one.name} for one in issue.options],
            }
            for issue in scene.issues
        ],
        "lengths": [_length(minutes, scene) for minutes in LENGTHS],
    }


def _seats(scene: Scene) -> list[dict[str, object]]:
    tiles = letters(scene.agencies)
    return [
        {
            "seat": face.id,
            "name": face.name,
            "short": face.short,
            "community": face.community.value,
            "kind": COMMUNITIES[face.community],
            "letter": tiles.get(face.id, ""),
        }
        for face in scene.agencies
    ]


def _event(case: Case, one: Occurrence) -> dict[str, object]:
    """Show an event, who would see it, and when it comes if nobody brings it about."""
    seen_by = None if one.seen_by is None else [case.agency(seat).short for seat in one.seen_by]
    when = f"by itself in round {one.round}" if one.round is not None else "perhaps, by chance" if one.chance else ""
    return {"event": one.id, "words": one.text.strip(), "seen_by": seen_by, "when": when}


def _length(minutes: int, scene: Scene) -> dict[str, object]:
    """Say what a plan of so many minutes would hold."""
    plan = plan_of(minutes, scene)
    return {"minutes": minutes, "rounds": plan.rounds, "debrief": plan.debrief // 60, "remark": plan.remark}


def scenario_rows(room: Classroom) -> list[dict[str, str]]:
    """List what another table could play: the cases of this class first, then those that come with the game."""
    known = {hosted.case.id: hosted.case.title for hosted in room.tables.values()}
    shipped = {
        path.stem: path.stem.replace("-", " ").capitalize() for path in loading.shipped() if path.stem not in known
    }
    return [{"scenario": name, "title": title} for name, title in {**known, **shipped}.items()]


def manner_rows() -> dict[str, object]:
    """List how a computer can play, in words."""
    return {
        "manners": [{"manner": key, "name": name, "words": MANNER_NOTES[key]} for key, name in MANNER_NAMES.items()],
        "levels": [{"level": key, "name": name, "words": LEVEL_NOTES[key]} for key, name in LEVEL_NAMES.items()],
    }
