"""Which form somebody gets: one before and the other after, so that what is hard in a form is hard both times."""

from collections.abc import Mapping

from game.debrief.learning.form_a import FORM_A
from game.debrief.learning.form_b import FORM_B
from game.debrief.learning.questions import Form, Question, Time
from game.rules.luck import draw

FORMS: Mapping[Form, tuple[Question, ...]] = {Form.A: FORM_A, Form.B: FORM_B}


def questions_of(form: Form) -> tuple[Question, ...]:
    """List the questions of a form, in the order in which they are asked."""
    return FORMS[form]


def form_for(number: int, time: Time, *, of: str) -> Form:
    """Choose the form for a person by number: of each two that come one after the other one gets A first, drawn by lot.

    `of` names the class, so that another class draws anew; the same person always gets the same.
    """
    is_first_of_two = number % 2 == 0
    is_a_first = is_first_of_two == (draw(0, "questions", of, number // 2) < 0.5)
    return Form.A if is_a_first == (time is Time.BEFORE) else Form.B
