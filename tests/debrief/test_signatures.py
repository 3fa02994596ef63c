"""Said, meant, done; who bent whom; stances and ballots opened."""

import pytest
from endings import DISTRICT, TUTORIAL, VERDICTS, at_phase, carried_out, carriers_decide, story_of, told

from game.debrief import ballot_rows, bends, perspective_words, root_words, signature_rows, stance_rows
from game.debrief.signatures import HOLLOW, SOLID
from game.debrief.words import deed, listed, points, share, signed
from game.rules.ids import AgencyId, TextId
from game.rules.vocabulary import Phase, Root

A = TextId("A")
CLINICS, COUNCIL, FUND = AgencyId("clinics"), AgencyId("council"), AgencyId("fund")


def test_a_row_says_all_that_the_picture_shows() -> None:
    rows = {row.agency: row for row in signature_rows(told(TUTORIAL, "pressed"), A)}
    clinics = rows[CLINICS]
    assert (clinics.said, clinics.label) == (1.0, HOLLOW)
    assert clinics.meant < 0
    assert clinics.done == 0.0
    assert "would rather have walked away" in clinics.words
    assert "gave 0 % of full effort" in clinics.words
    assert "Hollow" in clinics.words


def test_sincere_rows_are_solid() -> None:
    assert {row.label for row in signature_rows(told(TUTORIAL, "sincere"), A)} == {SOLID}


@pytest.mark.parametrize("case", [TUTORIAL, DISTRICT])
@pytest.mark.parametrize("script", ["sincere", "pressed", "overtaken"])
def test_every_root_opens_into_its_causes(case: str, script: str) -> None:
    story = told(case, script)
    for seat in story.judged[A].signatures:
        roots = root_words(story, A, seat)
        assert [root.root for root in roots] == list(Root)
        for root in roots:
            assert root.causes
            assert all(one.words.endswith((".", "”", "!", "?")) for one in root.causes), root


def test_pressure_is_named_with_who_and_by_which_command() -> None:
    first = bends(told(TUTORIAL, "pressed"), A)[0]
    assert (first.kind, first.who, first.whom) == ("pressure", FUND, CLINICS)
    assert first.at is not None
    assert deed(told(TUTORIAL, "pressed"), first.at).startswith("Recovery Fund leaned on Coast Clinics to sign Text A")


def test_hollow_signatures_come_first() -> None:
    found = bends(told(DISTRICT, "pressed"), A)
    assert [bend.is_hollow for bend in found] == sorted((bend.is_hollow for bend in found), reverse=True)


def test_threats_that_came_to_nothing_are_told_where_nothing_was_signed() -> None:
    found = bends(told(TUTORIAL, "breakdown"), None)
    assert {bend.who for bend in found} == {FUND, AgencyId("force")}
    assert all(bend.words.endswith("It walked out.") for bend in found)


def test_a_threat_at_a_seat_that_did_not_sign_is_told_with_what_became_of_it() -> None:
    told_of = {(bend.who, bend.whom): bend.words for bend in bends(story_of(carried_out()), None)}
    words = told_of[FUND, CLINICS]
    assert words.endswith("It did not sign, and the threat was carried out: −12 for it, −3 for Recovery Fund.")
    assert told_of[FUND, COUNCIL].endswith("It signed, but Text A is not in force.")
    dropped = bends(story_of(carried_out(is_carried_out=False)), None)
    assert any("the threat was dropped: −6 of standing for Recovery Fund." in bend.words for bend in dropped)


def test_a_threat_at_a_seat_outside_the_accord_is_told_beside_it() -> None:
    table = at_phase(TUTORIAL, "pressed", Phase.CLOSED, change=carriers_decide)
    found = bends(story_of(table), None)
    assert [(bend.who, bend.whom) for bend in found] == [(FUND, CLINICS)]
    assert (FUND, CLINICS, "pressure") not in {(b.who, b.whom, b.kind) for b in bends(story_of(table), A)}


def test_stances_stand_beside_what_was_meant_and_done() -> None:
    rows = {row.agency: row for row in stance_rows(told(TUTORIAL, "pressed"), A)}
    council = rows[COUNCIL]
    assert council.espoused == "endorse"
    assert council.private is not None
    assert council.private < 0
    assert (council.planned, council.lived) == (1, 0.2)
    assert "endorsed Text A" in council.words


def test_ballots_are_opened_with_what_others_expected() -> None:
    rows = {row.agency: row for row in ballot_rows(told(TUTORIAL, "pressed"), A)}
    assert rows[CLINICS].answer == 0
    assert rows[CLINICS].expected == pytest.approx(2.0)
    assert "not at all (0 of 4)" in rows[CLINICS].words


@pytest.mark.parametrize("script", VERDICTS)
def test_foresight_is_put_into_words_for_everybody(script: str) -> None:
    story = told(TUTORIAL, script)
    for seat in story.case.agency_ids:
        assert perspective_words(story, seat).endswith(".")


def test_numbers_read_well() -> None:
    assert (share(-0.001), share(0.5), signed(-0.25), signed(0.25)) == ("0.00", "0.50", "−0.25", "+0.25")
    assert points(-3.0) == "−3.0"
    assert listed(["a", "b", "c"]) == "a, b and c"
