"""Scripts: commands in order, passes in between, and a refusal that names its command."""

import pytest
from tables import CLINICS, COUNCIL, FORCE, FUND

from game.record import summary
from game.rules.case import Case
from game.rules.commands import CallSignature, Meet, Sign, Table
from game.rules.ids import IssueId, OptionId, TextId
from game.rules.texts import Term
from game.session import ScriptError, perform

TERMS = (Term(IssueId("clinic"), OptionId("masons")), Term(IssueId("road"), OptionId("hours")))
EVERYBODY = (FUND, FORCE, CLINICS, COUNCIL)
A = TextId("A")


def test_a_script_is_played_with_passes_in_between(case: Case) -> None:
    signed = [Table(FUND, TERMS, EVERYBODY), CallSignature(FUND, A), *(Sign(seat, A) for seat in EVERYBODY)]
    opened = perform(case, signed, 1).opened()
    assert opened is not None
    accords = summary(opened.state, "")["accords"]
    assert isinstance(accords, list)
    assert accords[0]["terms"] == {"clinic": "masons", "road": "hours"}
    assert set(accords[0]["parties"]) == set(EVERYBODY)


def test_the_first_refused_command_is_named(case: Case) -> None:
    with pytest.raises(ScriptError) as caught:
        perform(case, [Meet(FUND, FORCE), Meet(FUND, FUND)], 1)
    assert caught.value.index == 1


def test_a_command_that_never_becomes_possible_says_why(case: Case) -> None:
    with pytest.raises(ScriptError) as caught:
        perform(case, [Sign(FUND, A)], 1)
    assert caught.value.index == 0
    assert caught.value.refusal.code != "closed"


def test_others_may_be_computer_seats_or_absent(case: Case) -> None:
    opened = perform(case, [Meet(FUND, FORCE)], 1, others="talker").opened()
    assert opened is not None
    assert any(entry.command.seat == COUNCIL and entry.command.kind != "pass" for entry in opened.entries)
    alone = perform(case, [Meet(FUND, FORCE)], 1, seated=(FUND, FORCE)).opened()
    assert alone is not None
    assert alone.state.room.seated == {FUND, FORCE}
