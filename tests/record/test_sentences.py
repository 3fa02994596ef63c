"""Every event is told, or meant to be silent; to those it concerns, and to nobody else."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

from game.record.sentences import LONGEST, SILENT, TELLERS, Sentence, sentence
from game.record.sentences.narrator import listed, percent, points
from game.rules import events as was
from game.rules.case import Case
from game.rules.dealings import Claim, Disclosure, JointOffer, PledgeMade, Threat
from game.rules.events import Event, Happening
from game.rules.ids import AgencyId, ClaimId, FactId, IssueId, OptionId, PledgeId, RedLineId, TextId, ThreatId
from game.rules.room import Motion
from game.rules.ruleset import STANDARD
from game.rules.scene import role_of, scene_of
from game.rules.texts import Term, Version
from game.rules.vocabulary import Phase, Purpose, Stance
from game.scenario import loading

FUND, FORCE, CLINICS, COUNCIL = (AgencyId(name) for name in ("fund", "force", "clinics", "council"))
A = TextId("A")
KINDS = get_args(Happening)
UNSAID = (was.PhaseBegan, was.MeansMoved, was.FloorMoved, was.TimeSet, was.JointOffered)
"""Events that need words only at times."""
REPORTS = (was.FactLearned, was.FactOpened, was.FactTurned, was.JointlyAssessed, was.Claimed)
"""Events that bring a report from the field, which is told whole however long it is."""


@pytest.fixture(scope="module")
def case() -> Case:
    return loading.load(loading.find("tutorial"))


def say(case: Case, to: was.Audience, what: Happening, viewer: AgencyId | None) -> Sentence | None:
    role = role_of(case, STANDARD, viewer) if viewer is not None else None
    return sentence(Event(to, what), scene_of(case), viewer, role)


def told(case: Case, what: Happening, viewer: AgencyId | None, to: was.Audience = "room") -> str:
    said = say(case, to, what, viewer)
    assert said is not None
    return said.text


def sample(hint: Any, case: Case, name: str = "") -> Any:
    """Make up a value of a type, out of what the case has."""
    known = {
        AgencyId: FORCE if name in ("whom", "to", "pressed", "hearer", "trusted") else FUND,
        IssueId: case.issues[0].id,
        OptionId: case.issues[0].options[0].id,
        FactId: case.facts[0].id,
        TextId: A,
        RedLineId: case.agencies[0].red_lines[0].id,
        str: "Words.",
        int: 1,
        float: 0.5,
        bool: True,
    }
    if hint in known:
        return known[hint]
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        needed = [f for f in fields(hint) if f.init and f.default is MISSING and f.default_factory is MISSING]
        return hint(**{field.name: sample(hints[field.name], case, field.name) for field in needed})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    parts = [part for part in get_args(hint) if part is not NoneType]
    if get_origin(hint) in (Union, UnionType):
        return sample(parts[0], case, name)
    if get_origin(hint) is Literal:
        return parts[0]
    if get_origin(hint) in (tuple, frozenset):
        many = (sample(parts[0], case, name),)
        return get_origin(hint)(many)
    if get_origin(hint) is not None and issubclass(get_origin(hint), Mapping):
        return {sample(parts[0], case): sample(parts[1], case)}
    supertype = getattr(hint, "__supertype__", None)
    if supertype is not None:
        return sample(supertype, case, name)
    raise AssertionError(f"no sample of {hint}")


def test_every_kind_of_event_is_told_or_meant_to_be_silent() -> None:
    assert set(TELLERS) | SILENT == set(KINDS)
    assert not set(TELLERS) & SILENT


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_sentence_reads_like_one_from_wherever_one_looks(case: Case, kind: type) -> None:
    what = sample(kind, case)
    for viewer in (FUND, FORCE, CLINICS, None):
        said = say(case, "room", what, viewer)
        assert (said is None) <= (kind in SILENT or kind in UNSAID)
        if said is not None:
            text = said.text
            assert text[0].isupper() or not text[0].isalpha()
            assert text.rstrip("”")[-1] in ".!?"
            assert len(text) <= LONGEST + 60 or kind in REPORTS
            assert "None" not in text
            assert "  " not in text
            assert all(run for run, _ in said.runs)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_nobody_is_told_what_is_not_for_them(case: Case, kind: type) -> None:
    what = sample(kind, case)
    for to in ((), (FUND,), (FUND, FORCE)):
        for viewer in (CLINICS, None):
            assert say(case, to, what, viewer) is None


def test_the_debrief_tells_what_nobody_was_told(case: Case) -> None:
    turned = Event((), was.FactTurned(case.facts[0].id, True))
    assert sentence(turned, scene_of(case), CLINICS) is None
    opened = sentence(turned, scene_of(case), CLINICS, is_open=True)
    assert opened is not None
    assert opened.text.startswith("It changed on the ground: ")


def version(author: AgencyId, *terms: Term) -> Version:
    return Version(author, terms, (FUND, FORCE), 1, 3)


def test_the_viewer_is_you(case: Case) -> None:
    term = Term(IssueId("clinic"), OptionId("masons"))
    amended = was.Amended(A, version(FUND, term))
    said = say(case, "room", amended, FUND)
    assert said is not None
    assert said.about == FUND
    assert said.runs[0] == ("You amended ", False)
    assert said.runs[1] == ("Text A", True)
    assert told(case, amended, None).startswith("Recovery Fund amended Text A: ")
    met = was.Met(FUND, FORCE, 1)
    assert told(case, met, FUND) == "You met Harbour Force face to face."
    assert told(case, met, FORCE) == "Recovery Fund met you face to face."


@pytest.mark.parametrize(
    ("what", "viewer", "words"),
    [
        (was.RoundBegan(2), None, "Round 2 of 3 begins."),
        (
            was.MeansMoved(FUND, backing=0.8, walk_away=44.5, next_time=-1, pledge_left=3),
            FUND,
            "Your backing at home now stands at 80 %; no accord at all is now worth 44.5 points to you (it was 41); "
            "you will have time for one thing less next round; you have 3 points left to pledge.",
        ),
        (was.WalkedOut(FORCE), FUND, "Harbour Force walked out."),
        (was.SignatureGiven(FUND, A, True, IssueId("road"), 1), FUND, "You signed Text A, but not"),
        (was.SignatureGiven(FUND, A, False, None, 1), FORCE, "Recovery Fund declined to sign Text A."),
        (
            was.FellThrough(A, "not_signed", (FUND, FORCE)),
            FORCE,
            "fell through: it was not signed by you and Recovery Fund.",
        ),
        (was.FellThrough(A, "too_few", ()), FORCE, "fewer than two signed."),
        (
            was.StancesShown(A, {FUND: Stance.ENDORSE, FORCE: Stance.ENDORSE, CLINICS: Stance.BLOCK}, (), 1),
            CLINICS,
            "Text A: Recovery Fund and Harbour Force endorse; you block.",
        ),
        (
            was.MotionOpened(Motion(FUND, COUNCIL, (CLINICS,), Purpose.INFORMATION, (FUND,))),
            FUND,
            "You move that Town council take the chair and Coast Clinics be invited and the purpose be sharing",
        ),
        (was.DoubtRaised(FUND, A, -0.4, Stance.OBJECT), FUND, "you really object (support −40 of 100)."),
    ],
)
def test_sentences_in_full(case: Case, what: Happening, viewer: AgencyId | None, words: str) -> None:
    assert words in told(case, what, viewer)


def test_a_threat_is_told_in_the_words_of_the_presser_to_the_two_concerned(case: Case) -> None:
    lever = case.agency(FUND).leverage[0]
    threat = Threat(ThreatId(1), FUND, lever.over, A, lever.kind, lever.strength, 1)
    for viewer in (FUND, lever.over):
        assert lever.text.rstrip(".") in told(case, was.Pressed(threat), viewer)
    assert lever.text not in told(case, was.Pressed(threat), None)


def test_claims_disclosures_offers_and_pledges_name_both_sides(case: Case) -> None:
    fact = case.facts[0]
    claim = Claim(ClaimId(1), FUND, (FORCE,), False, fact.id, True, 1)
    assert told(case, was.Claimed(claim), FORCE).startswith(f"Recovery Fund told you about {fact.name}: “")
    issue = case.issues[0]
    points = {option.id: number for number, option in enumerate(issue.options)}
    disclosure = Disclosure(ClaimId(2), FUND, FORCE, issue.id, points)
    assert told(case, was.Disclosed(disclosure), FUND).startswith("You told Harbour Force your points on")
    assert told(case, was.Disclosed(disclosure), FORCE).startswith("Recovery Fund told you its points on")
    offer = JointOffer(fact.id, (FUND, FORCE), (FUND,), 1)
    assert told(case, was.JointOffered(offer), FORCE).endswith("together with you; it is done if all join this round.")
    pledge = PledgeMade(PledgeId(1), FUND, FORCE, A, 1, 1)
    assert (
        told(case, was.Pledged(pledge), None)
        == "Recovery Fund pledged Harbour Force 1 point if Text A comes into force."
    )


def test_thin_events_are_secondary(case: Case) -> None:
    for what in (
        was.TrustMoved(FUND, FORCE, 0.5, 0),
        was.StanceTaken(FUND, A, Stance.BLOCK),
        was.PhaseBegan(Phase.CORRIDOR),
    ):
        said = say(case, "room", what, FUND)
        assert said is not None
        assert said.is_secondary


def test_long_texts_are_told_in_the_room_there_is(case: Case) -> None:
    terms = tuple(Term(issue.id, issue.options[-1].id) for issue in case.issues)
    tabled = was.Tabled(A, (FUND, FORCE), (), version(FUND, *terms, *terms))
    assert len(told(case, tabled, None)) <= LONGEST
    assert told(case, tabled, None).endswith("more.")


def test_numbers_and_names_are_written_in_one_way() -> None:
    assert [points(number) for number in (3.0, 20, 2.5, -3.46, -0.04, 0)] == ["3", "20", "2.5", "−3.5", "0", "0"]
    assert [percent(share) for share in (0, 0.125, 0.995, 1)] == ["0 %", "12 %", "100 %", "100 %"]
    assert [listed("abc"[:number]) for number in range(4)] == ["", "a", "a and b", "a, b and c"]


def test_a_name_that_ends_in_a_stop_ends_the_sentence_with_it(case: Case) -> None:
    short = replace(case.agency(FORCE), short="Harbour F.")
    other = replace(case, agencies=tuple(short if one.id == FORCE else one for one in case.agencies))
    fell = was.FellThrough(A, "not_signed", (FUND, FORCE))
    assert told(other, fell, FUND) == "Text A fell through: it was not signed by you and Harbour F."
    assert told(other, was.WalkedOut(FORCE), None) == "Harbour F. walked out."
    assert told(other, was.FellThrough(A, "blocked", (FORCE, FUND)), None).count("..") == 0
