"""The plan of the class by the clock on the wall, and how a table stands against it."""

from datetime import datetime

from game.classroom.hosted import Hosted
from game.classroom.plan import plan_words
from game.classroom.register import Settings
from game.classroom.tempo import Tempo, tempo


def bell_hour(settings: Settings) -> str:
    """Say when the bell rings; "" if no bell is set."""
    return "" if settings.bell is None else _hour(settings.bell)


def plan_rows(hosted: Hosted, settings: Settings, left: float | None) -> dict[str, object]:
    """Lay out the plan of a table's case, counted back from the bell, which rings in `left` seconds."""
    plan = hosted.plan
    head: dict[str, object] = {"case": hosted.case.id, "rows": [], "remark": plan.remark if plan is not None else ""}
    if plan is None or settings.bell is None or left is None:
        return head
    begins, gone = settings.bell - plan.minutes * 60, plan.minutes - left / 60
    rows = [
        {
            "what": row.what,
            "detail": row.detail,
            "from": _hour(begins + row.begins * 60),
            "to": _hour(begins + row.ends * 60),
            "is_now": row.begins <= gone < row.ends,
            "is_past": row.ends <= gone,
        }
        for row in plan_words(plan)
    ]
    return {**head, "rows": rows}


def standing(hosted: Hosted, bell: float | None, now: float) -> Tempo | None:
    """Hold a table against its plan; None without one."""
    if hosted.plan is None or bell is None:
        return None
    table = hosted.table
    people = {seat for seat, holder in table.roster.items() if holder.is_person}
    return tempo(
        hosted.plan,
        table.public_view().room,
        bell - now,
        rounds=table.scene.rounds,
        left=hosted.left(now),
        people=people or None,
        table=hosted.name,
        is_begun=hosted.is_begun,
    )


def _hour(moment: float) -> str:
    return datetime.fromtimestamp(moment).strftime("%H:%M")
