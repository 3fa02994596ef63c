"""The coach: a topic for every situation, three wordings each, a legal command, and never a secret."""

from __future__ import annotations

from random import Random

import pytest
from language import Game, changed, small_case
from situations import SITUATIONS
from wandering import wander

from game.opponents.coach import TOPICS, Hint, advise, hints
from game.opponents.coach import findings as brief
from game.opponents.luck import Luck
from game.opponents.manner import MANNERS
from game.opponents.seat import choose
from game.opponents.speech.language import capitals
from game.rules.case import HiddenMandate
from game.rules.commands import CallSignature, Decline, Disclose, Press, Share, TakeStance
from game.rules.conditions import OptionAgreed
from game.rules.course import waiting_on
from game.rules.legality import verify
from game.rules.view import View, view
from game.rules.vocabulary import Phase, Stance
from game.scenario import loading

FINDINGS = {value for name, value in vars(brief).items() if name.isupper()}


def check(sight: View, hint: Hint) -> None:
    """Hold what every hint must keep to."""
    first, second, third = hint.words
    assert first.endswith("?")
    assert all(words.endswith((".", "?", "”")) for words in hint.words), hint
    assert "{" not in "".join(hint.words)
    assert verify(sight, hint.command) is None
    assert hint.finding in FINDINGS
    assert 0 < hint.urgency <= 1
    named = [face.name for face in sight.scene.agencies]
    for words in (first, second):
        assert not any(name in words for name in named)
        assert not any(f"Text {text}" in words for text in sight.room.texts)
    assert "For example: " in third
    assert len(third) > len(first)
    assert all(words == capitals(words) for words in hint.words)
    assert "1 of the 1" not in third


def test_every_topic_has_a_situation() -> None:
    assert set(SITUATIONS) == set(TOPICS)
    assert len(TOPICS) >= 20


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_comes_up_in_its_situation(topic: str) -> None:
    sight = SITUATIONS[topic]()
    found = {hint.topic: hint for hint in hints(sight)}
    assert topic in found, (sight.room.phase, sight.room.round, list(found))
    check(sight, found[topic])


def test_findings_are_taught_by_several_topics() -> None:
    taught = {hint.finding for make in SITUATIONS.values() for hint in hints(make())}
    assert len(taught) >= 15


def test_the_most_pressing_comes_first_and_nothing_twice_while_there_is_another() -> None:
    sight = SITUATIONS["under_pressure"]()
    given: list[str] = []
    for _ in hints(sight):
        hint = advise(sight, given)
        assert hint is not None
        assert hint.topic not in given
        given.append(hint.topic)
    assert given[0] == "under_pressure"
    again = advise(sight, given)
    assert again is not None
    assert again.topic == given[0]


def test_nothing_is_said_while_no_move_is_asked() -> None:
    game = Game().turn("relief")
    assert hints(game.view("council")) == ()
    assert advise(game.view("council")) is None


def test_what_doing_no_more_means_is_said_where_it_means_something() -> None:
    def told(game: Game) -> str:
        found = {hint.topic: hint for hint in hints(game.view(waiting_on(game.room)[0]))}
        return found["think_again"].words[2]

    game = Game()
    assert "You can go on" in told(game.until(Phase.CORRIDOR))
    game.table("force", school="barracks", road="engineers")
    assert "abstain" in told(game.until(Phase.STANCES))
    game.stances().until(Phase.FLOOR, number=2).turn("force").do(CallSignature("force", "A")).stances()
    assert "decline" in told(game)


def test_it_does_not_weigh_a_text_that_has_fallen_as_if_it_could_stand() -> None:
    game = Game().accord_called(school="villages")
    first, *_ = waiting_on(game.room)
    game.do(Decline(first, "A"))
    seat = waiting_on(game.room)[0]
    found = {hint.topic: hint for hint in hints(game.view(seat))}
    assert "cannot come into force any more" in found["worth_your_name"].words[2]
    assert not {"one_term_less", "who_will_do_it"} & set(found)


@pytest.mark.parametrize(("road", "shown"), [("engineers", Stance.ENDORSE), ("contractor", Stance.OBJECT)])
def test_under_a_threat_it_proposes_the_stance_that_is_meant(road: str, shown: Stance) -> None:
    case = changed(small_case(), "council", walk_away=5 if shown is Stance.ENDORSE else 95)
    game = Game(case).table("force", school="barracks", road=road).stances().until(Phase.CORRIDOR, number=2)
    game.do(Press("force", "council", "A")).until(Phase.STANCES, number=2)
    hint = {hint.topic: hint for hint in hints(game.view("council"))}["stance_under_threat"]
    assert isinstance(hint.command, TakeStance)
    assert hint.command.stance is shown


@pytest.mark.parametrize("seed", range(6))
def test_in_whole_random_games_there_is_always_a_hint_and_never_a_secret(seed: int) -> None:
    secret = HiddenMandate("prize", "A prize nobody knows of.", OptionAgreed("road", "contractor"), 9)
    case = changed(small_case(), "council", hidden=(secret,), brief="A brief nobody reads.")
    game = Game(case, seed=seed)
    for _ in wander(game, Random(seed)):
        for seat in waiting_on(game.room):
            sight = game.view(seat)
            found = hints(sight)
            assert found
            for hint in found:
                check(sight, hint)
                said = " ".join(hint.words)
                assert seat == "council" or "prize" not in said
                assert seat == "relief" or "uniforms" not in said
                assert "brief nobody reads" not in said


@pytest.mark.parametrize("name", ["tutorial", "afghanistan-district-2006"])
def test_no_hint_holds_the_answer_of_a_question_or_anybody_elses_secret(name: str) -> None:
    case = loading.load(loading.find(name))
    game = Game(case, seed=2)
    lines = {a.id: [line.text for line in a.red_lines] + [m.text for m in a.hidden] + [a.brief] for a in case.agencies}
    answers = [answer for fact in case.facts for answer in (fact.if_true, fact.if_false)]
    while game.room.phase is not Phase.CLOSED:
        seat = waiting_on(game.room)[0]
        sight = game.view(seat)
        found = hints(sight)
        assert found
        for hint in found:
            check(sight, hint)
        said = " ".join(words for hint in found for words in hint.words)
        assert not any(answer in said for answer in answers)
        assert not any(words in said for other, secrets in lines.items() if other != seat for words in secrets)
        game.do(choose(sight, MANNERS["presser"], Luck(2, seat)))


@pytest.mark.parametrize("manner", ["consensus_builder", "presser", "pleaser"])
def test_what_another_seat_keeps_secret_changes_no_hint(manner: str) -> None:
    """Both games are played by the same commands until the secretive seat tells of its secrets itself."""
    points = {"school": {"none": 3, "villages": 0, "barracks": 60},
              "road": {"none": 0, "engineers": 5, "contractor": 10}, "news": {"none": 30, "shared": 1}}  # fmt: skip
    secretive = "council"
    first = Game(small_case(), seed=7)
    second = Game(changed(small_case(), secretive, points=points, walk_away=70, brief="Another."), seed=7)
    while first.room.phase is not Phase.CLOSED:
        seat = waiting_on(first.room)[0]
        command = choose(view(first.state, seat), MANNERS[manner], Luck(7, seat))
        if seat == secretive:
            if isinstance(command, Disclose | Share) or command.kind in ("caucus", "raise_doubt"):
                return
        else:
            assert hints(first.view(seat)) == hints(second.view(seat))
        first.do(command)
        second.do(command)
