"""The deal that was never tabled, held against sums by hand, against brute force and against the engine."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations, product
from math import prod

import pytest
from analysis.wild import forbid, wild_case
from endings import (
    DISTRICT,
    TUTORIAL,
    VERDICTS,
    at_phase,
    case_of,
    simulated,
    story_of,
    told,
    two_accords,
)
from generation import random_case
from hypothesis import given, settings
from hypothesis import strategies as st
from language import worded
from tables import play_on

from game.analysis.space.charting import Box, Chart, Mark, chart
from game.analysis.space.deals import EASE
from game.analysis.space.untabled import Choice, Placed, Standing, Untabled, untabled
from game.analysis.space.untabled.rows import gains_rows, picture_rows, terms_rows
from game.analysis.space.untabled.words import away_words, lead, measures, remarks
from game.debrief import Chronicle
from game.record import computer
from game.rules.appraisal import appraise
from game.rules.case import Case
from game.rules.commands import Amend, CallSignature, Command, Convene, Sign
from game.rules.commands import Table as Tabling
from game.rules.conditions import AllOf, World, holds
from game.rules.effects import ShiftWalkAway, TurnFact
from game.rules.ids import AgencyId, IssueId, OptionId, TextId
from game.rules.interventions import Inject
from game.rules.opening import open_game
from game.rules.ruleset import STANDARD
from game.rules.scene import effort_price, role_of
from game.rules.texts import Term
from game.rules.view import view
from game.rules.vocabulary import DecisionRule, Phase
from game.session import manners_for, open_table, perform

Terms = Mapping[IssueId, OptionId]
A = TextId("A")
FUND = AgencyId("fund")
SCRIPTED = [(case, script) for case in (TUTORIAL, DISTRICT) for script in VERDICTS]
SEEDS = st.integers(0, 3000)


@cache
def found_in(case: str, script: str) -> Untabled:
    return untabled(told(case, script))


def drawn(seed: int) -> Chronicle:
    """Let computers play a case by generation to its end; every other one is as odd as a file may make it."""
    case = random_case(seed) if seed % 2 else wild_case(seed)
    manners = manners_for(case, "mixed", seed)
    table = open_table(case, {seat: computer(manners[seat].name) for seat in case.agency_ids}, seed)
    while not table.is_closed:
        assert table.step() is not None
    return story_of(table)


def packages(case: Case) -> Iterator[Terms]:
    """Go through everything that settles something."""
    for options in product(*(issue.options for issue in case.issues)):
        chosen = zip(case.issues, options, strict=True)
        terms = {issue.id: option.id for issue, option in chosen if option.id != issue.status_quo}
        if terms:
            yield terms


def world_by_hand(case: Case, terms: Terms, parties: frozenset[AgencyId]) -> World:
    carriers = {issue: case.option(issue, option).carriers for issue, option in terms.items()}
    return World(terms, parties, case.forum.chair, carriers)


def gain_by_hand(case: Case, seat: AgencyId, terms: Terms) -> float:
    """Add up what a deal between everybody brings an agency over walking away, from the numbers of the case alone."""
    me, everybody = case.agency(seat), frozenset(case.agency_ids)

    def worth(issue: IssueId, option: OptionId) -> float:
        shifts = (f.shifts.get(issue, {}).get(option, {}).get(seat, 0) for f in case.facts if f.is_true)
        return float(me.points[issue][option] + sum(shifts))

    gain = 0.0
    for issue, option in terms.items():
        way, found = case.option(issue, option), case.issue(issue).status_quo
        gain += worth(issue, option) - worth(issue, found)
        if seat in way.carriers:
            gain -= role_of(case, STANDARD, seat).burdens[issue, option]
            assert role_of(case, STANDARD, seat).burdens[issue, option] >= 4 * effort_price(way, STANDARD)
    outside = me.walk_away - sum(me.points[issue.id][issue.status_quo] for issue in case.issues)
    gain -= outside * sum(max(me.points[issue].values()) for issue in terms) / 100
    agreed, nothing = world_by_hand(case, terms, everybody), World({}, frozenset(), case.forum.chair, {})
    return gain + sum(m.points * (holds(m.condition, agreed) - holds(m.condition, nothing)) for m in me.hidden)


def is_permitted(case: Case, terms: Terms) -> bool:
    world = world_by_hand(case, terms, frozenset(case.agency_ids))
    return not any(holds(line.condition, world) for agency in case.agencies for line in agency.red_lines)


def is_meant(case: Case, as_found: Case, terms: Terms) -> bool:
    """Ask the engine whether everybody finds a deal well worth it, by what it believed at first and at the truth."""
    state, at_first = (open_game(one, STANDARD, 1, one.agency_ids).state for one in (case, as_found))
    wording = tuple(Term(issue, option) for issue, option in terms.items())
    truth = {fact.id: float(fact.is_true) for fact in case.facts}
    for seat in case.agency_ids:
        mine = view(state, seat)
        for beliefs in (at_first.own[seat].beliefs, truth):
            so = replace(mine, own=replace(mine.own, beliefs=beliefs))
            if appraise(so, wording, case.agency_ids).advantage < EASE - 1e-9 or gain_by_hand(case, seat, terms) < 0:
                return False
    return is_permitted(case, terms)


def distance(case: Case, one: Terms, other: Terms) -> int:
    return sum(one.get(issue.id) != other.get(issue.id) for issue in case.issues)


def choices(found: Untabled) -> list[Choice]:
    space = found.space
    assert space is not None
    return [choice for choice in (space.told, space.best, space.nearest) if choice is not None]


@pytest.mark.parametrize(("case", "script"), SCRIPTED)
def test_every_ending_is_told_in_plain_sentences(case: str, script: str) -> None:
    found = found_in(case, script)
    said = [lead(found), *remarks(found), *measures(found)]
    assert len(said) >= 6
    for sentence in said:
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert "1 deals" not in sentence
        assert "zero" not in sentence.lower()


@pytest.mark.parametrize(
    ("case", "script", "words"),
    [
        (TUTORIAL, "sincere", "No deal was better for all than what was signed, and it was one that all could mean."),
        (
            TUTORIAL,
            "pressed",
            "The deal you never tabled: two terms away, better for all four than what came of the text that was "
            "signed.",
        ),
        (
            TUTORIAL,
            "breakdown",
            "The deal you never tabled: two terms away from Text A as it last stood, better for all four than what "
            "came about.",
        ),
        (
            TUTORIAL,
            "side-by-side",
            "The deal you never tabled: a deal of three terms, better for all four than what came about side by side.",
        ),
        (DISTRICT, "pressed", "The deal you never tabled: three terms away, better for all seven."),
    ],
)
def test_lead_of_a_known_game(case: str, script: str, words: str) -> None:
    assert lead(found_in(case, script)) == words


@pytest.mark.parametrize(("case", "script"), SCRIPTED)
def test_dots_of_deals_between_everybody_stand_where_a_sum_by_hand_puts_them(case: str, script: str) -> None:
    found = found_in(case, script)
    everybody = frozenset(found.ground.case.agency_ids)
    dots = [step.placed for step in found.steps if frozenset(step.parties) == everybody]
    dots += [choice.placed for choice in choices(found)]
    for placed in dots:
        for seat, gain in placed.gains.items():
            assert gain == pytest.approx(gain_by_hand(found.ground.case, seat, placed.terms), abs=1e-5)
        assert placed.together == pytest.approx(sum(placed.gains.values()), abs=1e-5)
        assert placed.least == min(placed.gains.values())
        assert placed.worse_off == tuple(seat for seat, gain in placed.gains.items() if gain < 0)


@settings(max_examples=25)
@given(SEEDS)
def test_what_is_chosen_is_what_brute_force_finds(seed: int) -> None:
    story = drawn(seed)
    found = untabled(story)
    case, space, had = found.ground.case, found.space, found.stood.placed.gains
    assert space is not None
    gains = {str(t): {seat: gain_by_hand(case, seat, t) for seat in case.agency_ids} for t in packages(case)}
    permitted = [terms for terms in packages(case) if is_permitted(case, terms)]
    liked = [
        terms
        for terms in permitted
        if all(gains[str(terms)][seat] >= had[seat] - 1e-6 for seat in had)
        and any(gains[str(terms)][seat] > had[seat] + 1e-6 for seat in had)
    ]
    better = [terms for terms in liked if all(gains[str(terms)][seat] > had[seat] + 1e-6 for seat in had)]
    meant = [terms for terms in permitted if is_meant(case, story.case, terms)]
    assert (space.deals, space.permitted) == (len(gains), len(permitted))
    assert (space.liked, space.better) == (len(liked), len(better))
    assert space.zone == sum(min(gains[str(terms)].values()) >= -1e-6 for terms in permitted)
    assert space.sincere == len(meant)
    if space.best is None:
        assert not liked
    else:
        assert space.best.placed.terms in (better or liked)
    if space.nearest is None:
        assert not meant
    else:
        assert space.nearest.is_meant
        assert space.nearest.placed.terms in meant
        reference = found.stood.reference
        nearest = min(distance(case, terms, reference) for terms in meant)
        assert len(space.nearest.away) == distance(case, space.nearest.placed.terms, reference) == nearest
        rivals = [terms for terms in meant if distance(case, terms, reference) == nearest]
        most = max(prod(gains[str(terms)].values()) for terms in rivals)
        assert prod(space.nearest.placed.gains.values()) == pytest.approx(most, rel=1e-6)


@settings(max_examples=25)
@given(SEEDS)
def test_what_is_told_keeps_its_word(seed: int) -> None:
    """Better for all is better for all; what is called never tabled was never on the table."""
    found = untabled(drawn(seed))
    assert found.space is not None
    told_of, words, case = found.space.told, lead(found), found.ground.case
    worded_so = [step.placed.terms for step in found.steps]
    if told_of is None:
        assert not found.space.liked
        assert not words.startswith("The deal")
        return
    assert is_permitted(case, told_of.placed.terms)
    assert words.startswith("The deal you let go" if told_of.placed.terms in worded_so else "The deal you never tabled")
    held = found.came_about if "came of" in words else found.stood.placed
    assert ("came of" in words) is any(line.startswith("The deal named first is held") for line in remarks(found))
    over = [gain_by_hand(case, seat, told_of.placed.terms) - held.gains[seat] for seat in case.agency_ids]
    if "better for all" in words:
        assert min(over) > 0
    else:
        assert min(over) > -1e-6
        assert max(over) > 0
        assert "as good for all as" in words
    assert found.space.liked == 0 or "came of" in words or all(points >= 0 for points in told_of.more.values())


@settings(max_examples=15)
@given(SEEDS)
def test_cloud_holds_every_permitted_deal_and_nothing_lies_beyond_its_edge(seed: int) -> None:
    found = untabled(drawn(seed))
    assert found.space is not None
    case, cloud = found.ground.case, found.space.cloud
    spots = []
    for terms in packages(case):
        if is_permitted(case, terms):
            gains = [gain_by_hand(case, seat, terms) for seat in case.agency_ids]
            spots.append((sum(gains), min(gains)))
    assert sum(cell.deals for cell in cloud.cells) == len(spots)
    assert sum(cell.sincere for cell in cloud.cells) == found.space.sincere
    assert sum(cell.deals for cell in cloud.cells if cell.least >= 0) == found.space.zone
    for spot in spots:
        assert any(edge[0] >= spot[0] - 1e-5 and edge[1] >= spot[1] - 1e-5 for edge in cloud.edge)
    for edge in cloud.edge:
        assert any(spot == pytest.approx(edge, abs=1e-5) for spot in spots)
        assert not any(spot[0] > edge[0] + 1e-5 and spot[1] > edge[1] + 1e-5 for spot in spots)


def test_steps_are_the_versions_in_the_order_of_time() -> None:
    story = story_of(simulated(DISTRICT, "mixed", 3))
    found = untabled(story)
    texts = story.end.room.texts
    assert [step.at for step in found.steps] == sorted(v.at for text in texts.values() for v in text.versions)
    for step in found.steps:
        version = texts[step.text].versions[step.version - 1]
        assert (step.round, step.author, step.parties) == (version.round, version.author, version.parties)
        assert {Term(issue, option) for issue, option in step.placed.terms.items()} == set(version.terms)
        assert step.is_signed is (step.text in story.end.room.accords and version == texts[step.text].latest)
    assert any(step.is_in_force for step in found.steps)


def test_those_left_out_of_a_text_keep_what_they_have_outside() -> None:
    """The same terms cost somebody who did not sign nothing forgone; between everybody they do."""
    found = untabled(story_of(two_accords()))
    assert found.stood.texts == ("A", "B")
    assert found.stood.standing is Standing.SIGNED
    assert dict(found.stood.reference) == {"opening": "thanks", "road": "hours"}
    clinics = AgencyId("clinics")
    among_all = gain_by_hand(found.ground.case, clinics, found.stood.reference)
    assert found.stood.placed.gains[clinics] > among_all
    text_a = found.steps[0]
    assert set(text_a.parties) == {"fund", "council"}
    assert "Text A and Text B, as signed" in " ".join(remarks(found))


def test_a_year_on_is_the_mandate_without_pledges_and_threats_over_walking_away() -> None:
    story = told(DISTRICT, "sincere")
    found = untabled(story)
    for seat, gain in found.came_about.gains.items():
        score, me = story.outcome.scores[seat], found.ground.case.agency(seat)
        side = sum(line.points for line in score.mandate_lines if line.what in ("pledge", "threat"))
        nothing = World({}, frozenset(), story.end.room.forum.chair, {})
        shifts = sum(
            fact.shifts.get(issue.id, {}).get(issue.status_quo, {}).get(seat, 0)
            for fact in found.ground.case.facts
            for issue in story.case.issues
            if fact.is_true
        )
        home = me.walk_away + shifts + sum(m.points for m in me.hidden if holds(m.condition, nothing))
        assert gain == pytest.approx(score.mandate - side - home, abs=1e-5)


def test_without_any_text_or_lane_the_world_as_found_is_what_there_was() -> None:
    found = found_in(TUTORIAL, "nothing")
    assert found.steps == ()
    assert found.stood.standing is Standing.NOTHING
    assert found.came_about == Placed({}, dict.fromkeys(case_of(TUTORIAL).agency_ids, 0.0))
    assert "A year on everything was as found: each has what walking away was worth." in list(remarks(found))


def test_those_who_walked_out_are_counted_like_everybody() -> None:
    found = found_in(TUTORIAL, "breakdown")
    assert found.stood.texts == (A,)
    assert set(found.stood.placed.gains) == set(case_of(TUTORIAL).agency_ids)


def test_a_case_in_which_every_deal_is_forbidden() -> None:
    case = forbid(case_of(TUTORIAL), AllOf(()))
    found = untabled(story_of(perform(case, (), 1)))
    assert found.space is not None
    assert found.space.permitted == 0
    assert found.space.cloud.cells == found.space.cloud.edge == ()
    assert choices(found) == []
    assert lead(found).startswith("There was no deal for all to have: each crosses a red line")
    said = list(remarks(found))
    assert "Each of the 63 deals between everybody crosses somebody's red line." in said
    assert any(line.startswith("There is no deal that all could mean in this case") for line in said)
    assert chart(found, 400, 300).tiles == ()


def test_too_many_packages_are_said_in_a_sentence_and_the_way_is_told_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("game.analysis.space.study.MOST_PACKAGES", 10)
    found = untabled(told(TUTORIAL, "pressed"))
    assert found.space is None
    assert "64 packages" in lead(found)
    assert found.steps == found_in(TUTORIAL, "pressed").steps
    assert [row.what for row in picture_rows(found)] == ["Text A, version 1, in force", "signed", "a year on"]
    picture = chart(found, 640, 360)
    assert {dot.mark for dot in picture.dots} == {Mark.VERSION, Mark.SIGNED, Mark.LIVED}


def amended_for_the_worse() -> tuple[Command, ...]:
    """Table what all could mean, then amend it to what the strong like best, and sign that."""
    case = case_of(TUTORIAL)
    everybody = case.agency_ids
    good, bad = worded(clinic="masons", road="hours", opening="thanks"), worded(clinic="contractor", road="convoys")
    return (
        Convene(FUND, case.forum.kind, everybody, None, DecisionRule.CONSENSUS),
        Tabling(FUND, good, everybody),
        Amend(FUND, A, bad, everybody),
        CallSignature(FUND, A),
        *(Sign(seat, A) for seat in everybody),
    )


def test_a_deal_that_was_on_the_table_is_not_called_never_tabled() -> None:
    found = untabled(story_of(perform(case_of(TUTORIAL), amended_for_the_worse(), 1)))
    assert lead(found).startswith("The deal you let go: Text A, version 1, three terms away, better for all four")
    assert [step.is_signed for step in found.steps] == [False, True]
    assert any(line.startswith("Text A had 2 versions: from 159 to ") for line in remarks(found))


def test_what_moved_before_the_meetings_were_over_counts_and_what_moved_later_does_not() -> None:
    fact = case_of(TUTORIAL).facts[0]
    table = at_phase(TUTORIAL, "sincere", Phase.CORRIDOR)
    early = (ShiftWalkAway(FUND, 7), TurnFact(fact.id, not fact.is_true))
    assert table.intervene(Inject(None, "Something happens.", early)).is_accepted
    play_on(table, Phase.SETTLING)
    assert table.intervene(Inject(None, "Something happens late.", (ShiftWalkAway(FUND, 20),))).is_accepted
    play_on(table)
    found = untabled(story_of(table))
    undisturbed = found_in(TUTORIAL, "nothing").ground.case.agency(FUND)
    assert undisturbed.walk_away != case_of(TUTORIAL).agency(FUND).walk_away, "an event of the case moves it, too"
    assert found.ground.case.agency(FUND).walk_away == undisturbed.walk_away + 7
    assert found.ground.case.fact(fact.id).is_true is not fact.is_true
    assert found.ground.moved == (FUND,)
    assert any("moved during the game" in line for line in measures(found))
    assert set(found.came_about.gains.values()) == {0.0}


def test_a_text_that_was_taken_back_is_no_step() -> None:
    table = at_phase(TUTORIAL, "nothing", Phase.FLOOR)
    assert table.receive(FUND, Tabling(FUND, worded(clinic="masons"), case_of(TUTORIAL).agency_ids)).is_accepted
    assert table.undo() is None
    play_on(table)
    assert untabled(story_of(table)).steps == ()


def test_a_red_line_that_was_lifted_forbids_nothing() -> None:
    case, script = "liberia-health-education-2006", "waived"
    lifted, found = told(case, script), found_in(case, script)
    seats = [seat for seat, own in lifted.end.own.items() if own.waivers]
    assert seats
    for seat in seats:
        assert len(found.ground.case.agency(seat).red_lines) < len(lifted.case.agency(seat).red_lines)
    assert all(not step.forbidden_by for step in found.steps if step.is_in_force)


@pytest.mark.parametrize(("case", "script"), SCRIPTED)
def test_rows_say_everything_that_the_picture_shows(case: str, script: str) -> None:
    found = found_in(case, script)
    rows, picture = list(picture_rows(found)), chart(found, 900, 480)
    assert len(rows) == len(picture.dots)
    for choice in choices(found):
        terms = list(terms_rows(found, choice))
        assert len(terms) == len(found.ground.case.issues)
        assert [row.issue for row in terms if row.is_changed] == [side.issue for side in choice.away]
        assert all((row.was != row.deal) is row.is_changed for row in terms)
        for row in gains_rows(found, choice):
            assert row.more == pytest.approx(row.would - row.had)
        words = away_words(found.ground.case, choice.away)
        assert all(found.ground.case.issue(side.issue).name in words for side in choice.away)


def well_laid_out(picture: Chart, size: float) -> None:
    """Assert that everything lies in its frame and no label hides anything."""
    frame, plot = Box(0, 0, picture.width, picture.height), picture.plot
    assert frame.holds(plot)
    for dot in picture.dots:
        assert plot.holds(Box(dot.x, dot.y, 0, 0))
    for x, y in (*picture.edge, *(spot for way in picture.ways for spot in way.spots)):
        assert plot.holds(Box(x, y, 0, 0))
    for tile in picture.tiles:
        assert plot.holds(tile.box)
        assert 0 < tile.weight <= 1
        assert 0 <= tile.meant <= tile.weight
        assert tile.is_zone is (tile.box.y + tile.box.height <= picture.walk_away + 0.02)
    for label in picture.labels:
        assert plot.holds(label.box)
        for dot in picture.dots:
            assert not label.box.overlaps(Box(dot.x - size / 2, dot.y - size / 2, size, size))
    for one, other in combinations(picture.labels, 2):
        assert not one.box.overlaps(other.box)
    for one_tick, next_tick in (*zip(picture.across, picture.across[1:]), *zip(picture.up[1:], picture.up)):  # noqa: B905
        assert next_tick.at - one_tick.at >= 2 * size
        assert one_tick.label != next_tick.label
    assert all(plot.x <= tick.at <= plot.x + plot.width for tick in picture.across)
    assert all(plot.y <= tick.at <= plot.y + plot.height for tick in picture.up)


@settings(max_examples=25)
@given(SEEDS, st.integers(200, 1600), st.integers(160, 900), st.sampled_from([11.5, 13.0, 18.0]))
def test_pictures_keep_inside_their_frame(seed: int, width: int, height: int, size: float) -> None:
    well_laid_out(chart(untabled(drawn(seed)), width, height, size), size)


@pytest.mark.parametrize(("case", "script"), SCRIPTED)
def test_pictures_of_scripted_games_have_a_label_at_every_dot(case: str, script: str) -> None:
    picture = chart(found_in(case, script), 900, 480)
    well_laid_out(picture, 13.0)
    said = ", ".join(label.text for label in picture.labels)
    assert all(dot.label in said for dot in picture.dots)
    assert any(tick.label == "0" for tick in picture.up)


def test_words_are_given_the_room_that_they_are_measured_to_take() -> None:
    picture = chart(found_in(TUTORIAL, "pressed"), 900, 480, measure=lambda text: 5.0 * len(text))
    assert picture.labels
    assert all(label.box.width == 5.0 * len(label.text) for label in picture.labels)
