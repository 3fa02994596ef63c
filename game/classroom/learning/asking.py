"""Who may be asked which questions when, what their page shows, and what becomes of their answers.

Which answer is best, and why, is told to somebody only once they have answered for the second time.
"""

from collections.abc import Mapping

from game.classroom.classroom import ClassProblem, Classroom
from game.classroom.learning.book import Given
from game.classroom.people import Person
from game.debrief.learning import (
    KINDS,
    Answers,
    AnswersError,
    Form,
    Question,
    Time,
    checked,
    form_for,
    questions_of,
)

KEY = "key"
"""What is offered to somebody who has answered for the second time."""
WORDS: Mapping[Time, str] = {
    Time.BEFORE: "Before the game begins. Six more come with the debrief.",
    Time.AFTER: "After the game. Then you see what each of them is about.",
}
PRIVACY = (
    "Your answers stay on the computer that runs the class. Nobody at the table sees them; your instructor sees how "
    "many answered and the mean of the class, and can export answers under numbers in place of names."
)
OFF = "No questions are asked in this class just now."
TOO_LATE = "It is too late for the first questions: your game has begun. Others come with the debrief."
TOO_EARLY = "The second questions come once your instructor has opened the debrief."
ONCE = "You have answered these questions already; what you answered first counts."


def offered(room: Classroom, one: Person) -> str:
    """Say what somebody's page may offer now: `before` or `after` to be answered, `key` to be read, or "" nothing."""
    time = asked_now(room, one)
    if time is not None:
        return time.value
    return KEY if _is_on(room) and room.learning.of(one.id, Time.AFTER) is not None else ""


def asked_now(room: Classroom, one: Person) -> Time | None:
    """Say which questions somebody may answer now: before their game begins, and once its debrief is open.

    In the doorway it is any table's debrief: there stands also who watched, or left a seat after the game.
    """
    if not _is_on(room):
        return None
    time = _time_of(room, one)
    return time if time is not None and room.learning.of(one.id, time) is None else None


def _is_on(room: Classroom) -> bool:
    return room.settings.asks_questions and not room.learning.problem


def _time_of(room: Classroom, one: Person) -> Time | None:
    hosted = room.tables.get(one.table)
    if hosted is None:
        return Time.AFTER if any(each.is_revealed for each in room.tables.values()) else Time.BEFORE
    if hosted.is_revealed:
        return Time.AFTER
    return None if hosted.is_begun else Time.BEFORE


def form_of(room: Classroom, one: Person, time: Time) -> Form:
    """Choose the form that somebody gets."""
    return form_for(int(one.id.removeprefix("p")) - 1, time, of=room.settings.code)


def question_sheet(room: Classroom, one: Person) -> dict[str, object]:
    """Give what a page shows: questions to answer, or those that were answered, opened; ClassProblem if neither."""
    offer = offered(room, one)
    if not offer:
        raise ClassProblem(OFF)
    head: dict[str, object] = {"offer": offer, "privacy": PRIVACY}
    if offer == KEY:
        return {**head, "words": "", "questions": [], "key": _opened(room, one)}
    time = Time(offer)
    rows = [_row(question) for question in questions_of(form_of(room, one, time))]
    return {**head, "words": WORDS[time], "questions": rows, "key": []}


def _row(question: Question) -> dict[str, object]:
    """Set out a question as it is asked."""
    return {
        "question": question.id,
        "scene": list(question.scene),
        "asks": question.asks,
        "answers": list(question.answers),
    }


def _opened(room: Classroom, one: Person) -> list[dict[str, object]]:
    """Open what somebody has answered, time by time."""
    found = ((time, room.learning.of(one.id, time)) for time in Time)
    return [{"time": time.value, "questions": _explained(given.answers)} for time, given in found if given is not None]


def _explained(answers: Answers) -> list[dict[str, object]]:
    return [
        {
            **_row(question),
            "kind": KINDS[question.kind],
            "mine": answers.chosen[question.id],
            "best": question.best,
            "why": question.why,
        }
        for question in questions_of(answers.form)
    ]


def keep_answers(room: Classroom, one: Person, time: Time, chosen: Mapping[str, int]) -> None:
    """Keep somebody's answers once; ClassProblem if they come at the wrong time, are of other questions, or come anew.

    The same answers once more are no problem: their message may have come again.
    """
    form = form_of(room, one, time)
    known = room.learning.of(one.id, time)
    if known is not None:
        if known.chosen == chosen:
            return
        raise ClassProblem(ONCE)
    if asked_now(room, one) is not time:
        raise ClassProblem(_why_not(room, time))
    try:
        answers = checked(form, chosen)
    except AnswersError as error:
        raise ClassProblem(error.sentence) from None
    room.learning.note(Given(one.id, time, form, answers.chosen))


def _why_not(room: Classroom, time: Time) -> str:
    if not _is_on(room):
        return OFF
    return TOO_LATE if time is Time.BEFORE else TOO_EARLY
