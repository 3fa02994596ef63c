"""The record answers what was asked, and what was told before gives later words their sense."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.record import Entry, read
from game.record.sentences import LONGEST, narrate
from game.rules import events as was
from game.rules.case import Case
from game.rules.dealings import Claim, JointOffer, PledgeMade, Threat
from game.rules.events import Event, Happening
from game.rules.ids import AgencyId, ClaimId, IssueId, OptionId, PledgeId, TextId, ThreatId
from game.rules.ruleset import STANDARD
from game.rules.scene import role_of, scene_of
from game.rules.texts import Accord, Term, Version
from game.rules.vocabulary import Phase, Purpose, Stance
from game.scenario import loading

FUND, FORCE, CLINICS, COUNCIL = (AgencyId(name) for name in ("fund", "force", "clinics", "council"))
A = TextId("A")
RECORDED = sorted((Path(__file__).parents[1] / "recorded").glob("*/*.jsonl"))


@pytest.fixture(scope="module")
def case() -> Case:
    return loading.load(loading.find("tutorial"))


@pytest.fixture(scope="module")
def afghanistan() -> Case:
    return loading.load(loading.find("afghanistan-district-2006"))


def heard(
    case: Case, *happened: Happening, viewer: AgencyId | None = FUND, hidden: tuple[Happening, ...] = ()
) -> list[str]:
    """Tell a row of events, all for the room but the hidden ones."""
    events = [Event((COUNCIL,) if what in hidden else "room", what) for what in happened]
    role = role_of(case, STANDARD, viewer) if viewer is not None else None
    return [said.text for said in narrate(events, scene_of(case), viewer, role, found=case.forum)]


@pytest.mark.parametrize("truth", [True, False])
@pytest.mark.parametrize("scenario", [path.stem for path in loading.shipped()])
def test_a_report_answers_the_question_and_is_told_whole(scenario: str, truth: bool) -> None:
    case = loading.load(loading.find(scenario))
    me, other = case.agency_ids[:2]
    for fact in case.facts:
        report = fact.if_true if truth else fact.if_false
        for what in (
            was.FactLearned(me, fact.id, truth),
            was.FactOpened(fact.id, truth),
            was.FactTurned(fact.id, truth),
            was.JointlyAssessed(fact.id, (me, other), truth, 1),
        ):
            [said] = heard(case, what, viewer=me)
            assert said.endswith(f": {fact.question} {'Yes.' if truth else 'No.'} {report}")
        claim = Claim(ClaimId(1), other, (me,), False, fact.id, truth, 1)
        assert heard(case, was.Claimed(claim), viewer=me)[0].endswith(f" about {fact.name}: “{report}”")


def test_a_belief_says_what_is_likely(case: Case) -> None:
    fact = case.facts[0]
    assert heard(case, was.BeliefMoved(FUND, fact.id, 0.62)) == [f"Your staff now put a yes at 62 %: {fact.question}"]


def test_what_was_looked_into_together_is_told_once(case: Case) -> None:
    fact = case.facts[0].id
    both = JointOffer(fact, (FUND, FORCE), (FORCE, FUND), 1)
    found, learned = was.JointlyAssessed(fact, (FUND, FORCE), True, 1), was.FactLearned(FUND, fact, True)
    said = heard(case, was.JointOffered(both), found, learned)
    assert len(said) == 1
    assert said[0].startswith("You and Harbour Force looked into it together: ")
    assert len(heard(case, found, learned, was.FactLearned(FUND, fact, None), learned)) == 3


def test_the_convening_names_who_is_newly_invited_and_who_is_not(afghanistan: Case) -> None:
    forum, everybody = afghanistan.forum, afghanistan.agency_ids
    words = was.Convened(forum.chair, forum.kind, everybody, Purpose.INFORMATION, forum.rule)
    [said] = heard(afghanistan, words, viewer=None)
    assert said.endswith("for sharing information, deciding by consensus; newly invited: Provincial council.")
    assert heard(afghanistan, words, viewer=COUNCIL)[0].endswith("; newly invited: you.")
    without = tuple(agency for agency in everybody if agency != "mission")
    [said] = heard(afghanistan, was.Convened(forum.chair, forum.kind, without, None, forum.rule), viewer=None)
    assert said.endswith(
        "without a declared purpose, deciding by consensus; newly invited: Provincial council; not invited: UN mission."
    )


def test_a_forum_left_as_it_was_found_is_told_with_who_is_missing_in_it(afghanistan: Case) -> None:
    assert heard(afghanistan, was.Passed(afghanistan.forum.chair), viewer=None) == [
        "Int. force left the forum as it was found: a coordination meeting without a declared purpose, "
        "deciding by consensus; not invited: Provincial council."
    ]


@pytest.mark.parametrize(
    ("phase", "mine", "theirs"),
    [
        (Phase.CORRIDOR, ["You are done in the corridor."], []),
        (Phase.FLOOR, ["You let the floor pass."], ["Recovery Fund let the floor pass."]),
        (Phase.BALLOT, [], []),
        (Phase.SETTLING, [], []),
        (Phase.FIRST_EFFORTS, [], []),
    ],
)
def test_a_pass_is_told_by_what_it_means(case: Case, phase: Phase, mine: list[str], theirs: list[str]) -> None:
    assert heard(case, was.PhaseBegan(phase), was.Passed(FUND))[1:] == mine
    assert heard(case, was.PhaseBegan(phase), was.Passed(FUND), viewer=FORCE)[1:] == theirs


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        (Stance.ENDORSE, "endorse"),
        (Stance.RESERVATIONS, "have reservations about"),
        (Stance.ABSTAIN, "abstain on"),
        (Stance.OBJECT, "object to"),
        (Stance.BLOCK, "block"),
    ],
)
def test_a_stance_is_taken_in_english(case: Case, stance: Stance, words: str) -> None:
    assert heard(case, was.StanceTaken(FUND, A, stance)) == [f"You {words} Text A; it shows when all have chosen."]


def test_stances_are_called_for_only_if_there_is_a_text(case: Case) -> None:
    stances = was.PhaseBegan(Phase.STANCES)
    assert heard(case, stances) == []
    term = Term(IssueId("clinic"), OptionId("masons"))
    tabled = was.Tabled(A, (FUND,), (), Version(FUND, (term,), (FUND, FORCE), 1, 3))
    assert heard(case, tabled, stances)[1:] == ["Everybody takes a stance; all are shown at once."]


def test_time_that_comes_from_outside_is_told_and_time_spent_is_not(case: Case) -> None:
    opening = was.RoundBegan(2), was.TimeSet(FUND, 2)
    boat, corridor = was.Occurred("boat", "The boat is early."), was.PhaseBegan(Phase.CORRIDOR)
    more = heard(case, *opening, boat, was.TimeSet(FUND, 3), corridor, was.TimeSet(FUND, 2))
    assert more[1:3] == ["The boat is early.", "You have time for one thing more this round."]
    assert len(more) == 4
    assert "You have time for two things less this round." in heard(case, *opening, was.TimeSet(FUND, 0))


def test_what_comes_in_the_middle_of_a_phase_is_said_to_come_from_outside(case: Case) -> None:
    corridor, boat = was.PhaseBegan(Phase.CORRIDOR), was.Occurred("", "The boat is early.")
    home, backing = was.HomeConsulted(FUND), was.MeansMoved(FUND, backing=0.9)
    told = heard(case, was.RoundBegan(2), corridor, boat, was.TimeGiven(FUND, -2, 0), was.TimeSet(FUND, 1))
    assert told[2:] == ["From outside: The boat is early.", "You have time for two things less this round."]
    assert heard(case, was.RoundBegan(2), corridor, boat, home, backing)[-1].startswith("Your backing at home ")


def test_dropped_rounds_are_told_and_count_from_then_on(case: Case) -> None:
    assert case.rounds == 3
    more = was.MeansMoved(FUND, next_time=1)
    told = heard(case, was.RoundBegan(1), was.RoundsSet(2, 3), was.RoundBegan(2), more, was.RoundsSet(3, 2), more)
    assert told == [
        "Round 1 of 3 begins.",
        "The instructor shortens the forum to 2 rounds.",
        "Round 2 of 2 begins.",
        "The instructor lengthens the forum to 3 rounds.",
        "You will have time for one thing more next round.",
    ]
    assert heard(case, was.RoundsSet(1, 3)) == ["The instructor shortens the forum to 1 round."]
    shortened = replace(scene_of(case), rounds=2)
    events = [Event("room", was.RoundBegan(1)), Event("room", was.RoundsSet(2, 3)), Event("room", was.RoundBegan(2))]
    assert [said.text for said in narrate(events, shortened, None, skip=2)] == ["Round 2 of 2 begins."]
    assert narrate(events, shortened, None)[0].text == "Round 1 of 3 begins."


def test_a_change_of_means_says_what_it_was_and_what_it_comes_of(case: Case) -> None:
    moved = was.MeansMoved(FUND, flexibility=0.25)
    words = "our headquarters’ flexibility falls from 50 % to 25 %: it waives red lines less readily."
    begun, news = was.RoundBegan(2), was.Occurred("list", "A list has come.")
    assert heard(case, begun, news, moved)[2] == f"After this news, y{words}"
    assert heard(case, begun, news, moved, hidden=(news,))[1] == f"Y{words}"
    again = heard(case, moved, was.MeansMoved(FUND, flexibility=0.4))[1]
    assert again.startswith("Your headquarters’ flexibility rises from 25 % to 40 %")
    accord = Accord(A, (), (FUND, FORCE), {}, 1, 1)
    said = heard(case, was.CameIntoForce(accord, ()), moved, was.CallClosed(A), moved)
    assert said[1] == f"With Text A in force, y{words}"
    assert said[2] == "Your headquarters’ flexibility now stands at 25 %."


def test_time_for_a_round_that_never_comes_is_not_promised(case: Case) -> None:
    more = was.MeansMoved(FUND, next_time=1)
    assert heard(case, was.RoundBegan(case.rounds - 1), more)[1:] == [
        "You will have time for one thing more next round."
    ]
    assert heard(case, was.RoundBegan(case.rounds), more)[1:] == []


def test_headquarters_answers_with_the_whole_red_line_and_says_if_it_is_too_late(case: Case) -> None:
    line = case.agency(FUND).red_lines[0]
    soon, late = (was.CableAnswered(FUND, line.id, True, 1, number) for number in (2, case.rounds + 1))
    words = f"Your headquarters waives “{line.text.rstrip('.')}”"
    assert heard(case, soon, late) == [f"{words} from round 2 on.", f"{words}, but too late: there is no round left."]


def test_spin_found_out_names_what_it_was_about(case: Case) -> None:
    fact = case.facts[0]
    claim = Claim(ClaimId(7), FORCE, (FUND,), False, fact.id, True, 1)
    found = was.SpinFoundOut(FORCE, ClaimId(7), 9)
    said = heard(case, was.Claimed(claim), found)
    assert said[1] == f"You found out that Harbour Force had not been straight about {fact.name}."
    challenged = was.Challenged(COUNCIL, FORCE, fact.id, True, 8)
    assert len(heard(case, was.Claimed(claim), challenged, found)) == 2


def test_what_falls_due_is_told_with_what_was_said_then(case: Case) -> None:
    lever = case.agency(FUND).leverage[0]
    threat = Threat(ThreatId(3), FUND, lever.over, A, lever.kind, lever.strength, 1)
    pressed, pledged = was.Pressed(threat), was.Pledged(PledgeMade(PledgeId(4), FORCE, lever.over, A, 2, 1))
    carried_out = was.ThreatSettled(ThreatId(3), FUND, lever.over, is_carried_out=True)
    broken = was.PledgeSettled(PledgeId(4), FORCE, lever.over, is_kept=False)
    lifted = was.PressureWithdrawn(ThreatId(3), FUND, lever.over, 0.5)
    assert heard(case, pressed, pledged, lifted, carried_out, broken, viewer=lever.over)[2:] == [
        "Recovery Fund took back the pressure on you over Text A; it had already left its mark.",
        f"Recovery Fund carried out its threat against you: {lever.text}.",
        "Harbour Force broke its pledge of 2 points to you.",
    ]


def test_an_amendment_says_what_it_changes_and_whom_it_leaves_out(case: Case) -> None:
    first, second = case.issues[:2]
    before = (Term(first.id, first.options[1].id), Term(second.id, second.options[1].id))
    tabled = was.Tabled(A, (FUND,), (), Version(FUND, before, (FUND, FORCE, CLINICS), 1, 3))
    now = (Term(second.id, second.options[2].id),)
    amended = was.Amended(A, Version(FORCE, now, (FUND, FORCE), 2, 8))
    words = f"{second.name}: {second.options[2].name}; left out: {first.name}."
    assert heard(case, tabled, amended)[1] == f"Harbour Force amended Text A: without Coast Clinics; {words}"
    mine = f"Harbour Force amended Text A: without you; {words} You are not a party to it."
    assert heard(case, tabled, amended, viewer=CLINICS)[1] == mine


def test_a_quarter_tells_what_moved(case: Case) -> None:
    clinic, road, opening = (issue.id for issue in case.issues)
    lane = case.issues[2].options[1].id
    names = [issue.name for issue in case.issues]
    assert heard(
        case,
        was.QuarterShown(1, {A: {clinic: 0, road: 0}}, {opening: {lane: 0}}),
        was.QuarterShown(2, {A: {clinic: 1, road: 0}}, {opening: {lane: 2}}),
        was.QuarterShown(3, {A: {clinic: 1, road: 1}}, {opening: {lane: 2}}),
        was.QuarterShown(4, {A: {clinic: 1, road: 1}}, {opening: {lane: 2}}),
    ) == [
        "Quarter 1: no visible progress on 3 terms and lanes.",
        f"Quarter 2: {names[2]} (lane) now intermediate; {names[0]} now minimal; no visible progress on 1 other.",
        f"Quarter 3: {names[1]} now minimal; no visible progress on 2 others.",
        "Quarter 4: no visible progress on 3 terms and lanes.",
    ]
    assert heard(case, was.QuarterShown(1, {}, {})) == ["Quarter 1: nothing is under way."]


def test_a_quarter_in_which_much_moved_is_told_in_the_room_there_is(afghanistan: Case) -> None:
    levels = {issue.id: 1 + place % 2 for place, issue in enumerate(afghanistan.issues)}
    [said] = heard(afghanistan, was.QuarterShown(2, {A: levels}, {}), viewer=None)
    assert len(said) <= LONGEST
    assert said.endswith("now intermediate; 4 terms now minimal.")


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_a_viewer_is_told_comes_of_nothing_but_what_it_may_know(path: Path) -> None:
    journal = read(path)
    case = journal.header.case
    scene = scene_of(case)
    pages = (journal.header.events, *(line.events for line in journal.lines if isinstance(line, Entry)))
    events = [event for page in pages for event in page]
    for viewer in (None, *case.agency_ids):
        known = [event for event in events if event.to == "room" or viewer in event.to]
        role = role_of(case, STANDARD, viewer) if viewer is not None else None
        whole = narrate(known, scene, viewer, role)
        assert narrate(events, scene, viewer, role) == whole
        late = narrate(known, scene, viewer, role, skip=len(known) // 2)
        assert late == whole[len(whole) - len(late) :]
