"""Two games that come along: the same text, the same seven public yeses, one sincere and one false."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from endings import DISTRICT, at_phase, story_of
from recorded.record import main, recordings

from game.debrief import Chronicle, of_journal
from game.opponents.manner import AS_WRITTEN
from game.record import Journal, computer, read
from game.rules.commands import CableHome, ConsultHome, Meet, Press, Share
from game.rules.ids import AgencyId, IssueId, TextId
from game.rules.texts import Term
from game.rules.view import public_view
from game.rules.vocabulary import ForumVerdict, Kind, Lived, Phase, Stance
from game.scenario import loading
from game.scenario.games import find_game, shipped_games
from game.session import manners_for, rebuild
from game.whatif import Change, retell

MEANT, FORCED = "seven-yeses-meant", "seven-yeses-forced"
A = TextId("A")
ROOMS = [recording.title for recording in recordings() if recording.script and "/" in recording.name]

each_game = pytest.mark.parametrize("name", [MEANT, FORCED])


@cache
def journal(name: str) -> Journal:
    return read(find_game(name))


@cache
def story(name: str) -> Chronicle:
    return of_journal(journal(name))


@dataclass(frozen=True, slots=True)
class Shown:
    """What anybody could see of a text at its signing; of a signature, whether it is one and what it keeps back."""

    terms: tuple[Term, ...]
    stances: Mapping[AgencyId, Stance]
    signatures: Mapping[AgencyId, tuple[bool, IssueId | None]]


def shown(name: str) -> Shown:
    text = public_view(story(name).end).room.texts[A]
    signatures = {seat: (one.is_signed, one.reserved) for seat, one in text.signatures.items()}
    return Shown(text.latest.terms, text.latest.stances, signatures)


def counted(name: str, *kinds: type[object]) -> Iterator[int]:
    """Count the commands of some kinds."""
    for kind in kinds:
        yield sum(isinstance(entry.command, kind) for entry in story(name).entries)


def test_games_that_come_along_are_these_two() -> None:
    assert [path.stem for path in shipped_games()] == sorted([MEANT, FORCED])


def test_no_planted_or_shipped_recording_is_stale() -> None:
    assert len(ROOMS) >= 13
    assert main(["--check", *ROOMS]) == 0


@each_game
def test_a_game_that_comes_along_is_one_of_the_case_that_comes_along_and_has_its_rules(name: str) -> None:
    header = journal(name).header
    assert header.case == loading.load(loading.find(header.case.id))
    rebuilt = rebuild(journal(name))
    assert rebuilt.differences == ()
    assert rebuilt.state == story(name).end


def test_both_rooms_saw_the_same_text_and_the_same_seven_plain_yeses() -> None:
    seats = story(MEANT).case.agency_ids
    assert len(seats) == 7
    assert shown(FORCED) == shown(MEANT)
    assert len(shown(MEANT).terms) >= 6
    assert shown(MEANT).stances == dict.fromkeys(seats, Stance.ENDORSE)
    assert shown(MEANT).signatures == dict.fromkeys(seats, (True, None))


def test_one_is_sincere_and_carried_out_and_the_other_false_and_not() -> None:
    (meant,), (forced,) = story(MEANT).outcome.accords, story(FORCED).outcome.accords
    assert (meant.signed, meant.lived) == (Kind.SINCERE, Lived.SINCERE_AGREEMENT)
    assert (forced.signed, forced.lived) == (Kind.FALSE, Lived.FALSE_COHERENCE)
    assert story(MEANT).outcome.verdict is ForumVerdict.SINCERE_AGREEMENT
    assert story(FORCED).outcome.verdict is ForumVerdict.FALSE_COHERENCE
    assert meant.rate > 80 > 45 > forced.rate
    sincerity = {name: story(name).judged[A].sincerity for name in (MEANT, FORCED)}
    assert sincerity[MEANT] > 0.75
    assert sincerity[FORCED] < 0.35


def test_the_readme_tells_them_as_they_are() -> None:
    lines = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8").splitlines()
    judged = [story(name).judged[A] for name in (MEANT, FORCED)]
    hollow = [sum(one.is_hollow for one in found.signatures.values()) for found in judged]
    rates = [story(name).outcome.accords[0].rate for name in (MEANT, FORCED)]
    for row in (
        "| public yeses | 7 of 7 | 7 of 7 |",
        f"| sincerity | {judged[0].sincerity:.2f} | {judged[1].sincerity:.2f} |",
        f"| hollow signatures | {hollow[0]} of 7 | {hollow[1]} of 7 |",
        f"| carried out after a year | {rates[0]:.0f} of 100 | {rates[1]:.0f} of 100 |",
    ):
        assert row in lines


@each_game
def test_the_year_is_as_computers_on_those_seats_would_have_it(name: str) -> None:
    table = at_phase(DISTRICT, f"shipped/{name}", Phase.BALLOT)
    header = journal(name).header
    for seat, manner in manners_for(header.case, AS_WRITTEN, header.seed).items():
        assert table.hand_over(seat, computer(manner.name)) is None
    while table.step() is not None:
        pass
    (left_alone,), (played,) = story_of(table).outcome.accords, story(name).outcome.accords
    assert left_alone.lived is played.lived
    assert left_alone.rate == pytest.approx(played.rate, abs=5)


def test_one_cable_home_stands_between_the_two() -> None:
    (cable,) = (entry.at for entry in story(MEANT).entries if isinstance(entry.command, CableHome))
    without = retell(story(MEANT), [Change(cable, None)]).story
    assert without.judged[A].verdict.kind is Kind.FALSE
    assert without.outcome.verdict is ForumVerdict.FALSE_COHERENCE
    assert public_view(without.end).room.texts[A].latest.stances == shown(MEANT).stances


def test_nobody_is_better_off_for_having_forced_it() -> None:
    for seat, score in story(FORCED).outcome.scores.items():
        assert score.total < story(MEANT).outcome.scores[seat].total
    assert story(FORCED).outcome.impact < story(MEANT).outcome.impact


def test_they_differ_in_how_the_yes_was_come_by() -> None:
    assert min(counted(MEANT, Meet, ConsultHome, CableHome, Share)) >= 1
    assert [*counted(MEANT, Press)] == [0]
    assert [*counted(FORCED, CableHome, ConsultHome)] == [0, 0]
    assert min(counted(FORCED, Press)) >= 5
    assert not any(isinstance(entry.command, Share) and entry.command.is_spun for entry in story(MEANT).entries)
    assert any(isinstance(entry.command, Share) and entry.command.is_spun for entry in story(FORCED).entries)
    assert [story(name).judged[A].missing for name in (MEANT, FORCED)] == [(), ("council",)]
