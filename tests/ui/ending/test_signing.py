"""What the signing says of a text: what has already fallen, what declining does, and where the numbers come from."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from endings import DISTRICT, TUTORIAL, at_phase

from game.desk.fate import fallen
from game.desk.signing import card_words
from game.rules.commands import CallSignature, Command, Convene, Decline, Pass, SignWithReservation, TakeStance
from game.rules.commands import Table as Tabling
from game.rules.ids import AgencyId, IssueId, TextId
from game.rules.vocabulary import DecisionRule, Phase, Stance
from game.session import Table
from game.ui.driver import Driver

A = TextId("A")
CLINICS, FUND, FORCE, COUNCIL = (AgencyId(seat) for seat in ("clinics", "fund", "force", "council"))
Play = Callable[..., Driver]


def by_carriers(commands: Sequence[Command]) -> tuple[Command, ...]:
    """Let carriers decide."""
    return tuple(replace(c, rule=DecisionRule.CARRIERS) if isinstance(c, Convene) else c for c in commands)


def without_the_road(commands: Sequence[Command]) -> tuple[Command, ...]:
    """Let carriers decide on a text of which the clinics carry nothing."""
    return tuple(
        replace(c, terms=tuple(term for term in c.terms if term.issue != "road")) if isinstance(c, Tabling) else c
        for c in by_carriers(commands)
    )


def blocked(commands: Sequence[Command]) -> tuple[Command, ...]:
    """Let the force block the text."""
    return tuple(
        replace(c, stance=Stance.BLOCK) if isinstance(c, TakeStance) and c.seat == FORCE else c for c in commands
    )


def signing(change: Callable[[Sequence[Command]], Sequence[Command]] = tuple) -> Table:
    return at_phase(TUTORIAL, "pressed", Phase.SIGNING, change=change)


def fate(table: Table, seat: AgencyId = CLINICS) -> str:
    view = table.view(seat)
    return fallen(view, view.room.texts[A])


def test_a_text_that_nobody_refused_has_not_fallen() -> None:
    assert fate(signing()) == ""


def test_under_consensus_one_refusal_fells_a_text_and_all_are_told_so(play: Play) -> None:
    table = signing()
    assert table.receive(COUNCIL, Decline(COUNCIL, A)).is_accepted
    assert fate(table) == "Town council did not sign, and all who are named must."
    driver = play(table, CLINICS)
    assert driver.sees("It has already fallen: Town council did not sign")
    assert driver.sees("Your signature only shows where you stand.")
    assert driver.sees("It cannot come into force any more.")
    assert not driver.sees("Then the text falls")


def test_a_block_has_felled_a_text_before_anybody_signs() -> None:
    assert fate(signing(blocked)) == "Harbour Force blocks."
    assert fate(signing(blocked), FORCE) == "you block."


def test_under_carriers_whoever_carries_a_term_fells_it(play: Play) -> None:
    table = signing(by_carriers)
    view = table.view(CLINICS)
    assert card_words(view, "decline", A).startswith("Then the text falls, for you carry “Safety on the coast road”.")
    assert table.receive(COUNCIL, Decline(COUNCIL, A)).is_accepted
    assert fate(table) == "Town council did not sign, and all who carry a term must."


def test_under_carriers_a_text_of_which_i_carry_nothing_may_do_without_me() -> None:
    table = signing(without_the_road)
    assert "may still come into force without you" in card_words(table.view(CLINICS), "decline", A)
    assert table.receive(CLINICS, Decline(CLINICS, A)).is_accepted
    assert fate(table, FUND) == ""


@pytest.mark.parametrize("change", [tuple, by_carriers, without_the_road, blocked])
@pytest.mark.parametrize("refusing", [CLINICS, FUND, FORCE, COUNCIL])
def test_what_is_said_to_have_fallen_does_not_come_into_force(
    change: Callable[[Sequence[Command]], Sequence[Command]], refusing: AgencyId
) -> None:
    table = signing(change)
    assert table.receive(refusing, Decline(refusing, A)).is_accepted
    has_fallen = bool(fate(table))
    for seat in table.waiting:
        answer = table.receive(seat, SignWithReservation(seat, A, IssueId("clinic")))
        assert answer.is_accepted
    if has_fallen:
        assert A not in table.public_view().room.accords


def test_what_every_term_of_which_is_kept_back_has_fallen() -> None:
    def one_term(commands: Sequence[Command]) -> tuple[Command, ...]:
        return tuple(
            replace(c, terms=tuple(t for t in c.terms if t.issue == "road")) if isinstance(c, Tabling) else c
            for c in by_carriers(commands)
        )

    table = signing(one_term)
    assert table.receive(FORCE, SignWithReservation(FORCE, A, IssueId("road"))).is_accepted
    assert fate(table) == "no term of it can be signed by all who would carry it."


def test_the_numbers_open_by_key_and_issues_as_on_the_table(play: Play) -> None:
    driver = play(signing(), CLINICS)
    driver.press("W")
    assert driver.sees("Text A: worth to you")
    assert driver.sees("Effort for a year on what you carry")
    driver.press("1", "Escape")
    assert not driver.sees("Text A: worth to you")
    driver.reveal("issue:clinic")
    driver.press("Down", "Return")
    assert driver.sees("worth to you")
    driver.press("Escape")
    driver.click("worth")
    assert driver.sees("Text A: worth to you")


@pytest.mark.parametrize("case", [TUTORIAL, DISTRICT])
def test_the_rows_add_up_to_the_worth(case: str, play: Play) -> None:
    table = at_phase(case, "pressed", Phase.SIGNING)
    for seat in table.waiting:
        texts = play(table, seat).texts()
        rows = texts[texts.index("Points") + 1 : texts.index("If you do not sign")]
        numbers = [words for words in rows if words.lstrip("+−").replace(".", "").isdigit()]
        *summands, worth = (float(words.replace("−", "-")) for words in numbers)
        assert sum(summands) == pytest.approx(worth, abs=0.3), (seat, rows)


def test_what_is_signed_next_is_said(play: Play) -> None:
    def two_texts(commands: Sequence[Command]) -> tuple[Command, ...]:
        changed: list[Command] = []
        for command in commands:
            if isinstance(command, CallSignature):
                changed.append(CallSignature(FORCE, TextId("B")))
            changed.append(command)
            if isinstance(command, Tabling):
                changed.append(replace(command, seat=FORCE, terms=command.terms[:2]))
        return tuple(changed)

    table = signing(two_texts)
    (_, (later, _)) = table.public_view().room.called
    assert play(table, CLINICS).sees(f"then Text {later}")
    for seat in table.waiting:
        table.receive(seat, Pass(seat))
    assert not play(table, CLINICS).sees("then Text")
