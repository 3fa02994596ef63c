"""What computer seats say: words for every visible move, in every voice; new each time; nothing that is kept secret."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from string import Formatter

import pytest
from language import ALL, Game, changed, small_case, worded

from game.opponents.luck import Luck
from game.opponents.manner import MANNERS, Manner
from game.opponents.speech import hearer_of, say, words_for
from game.opponents.speech.english import ENGLISH
from game.opponents.speech.language import ANY
from game.opponents.speech.languages import spoken
from game.opponents.speech.moves import THEMES, TO_ONE, act_of
from game.opponents.speech.names import names_for
from game.opponents.speech.saying import stem
from game.rules import commands as do
from game.rules.case import Case, HiddenMandate, Leverage, RedLine
from game.rules.conditions import IsParty, OptionAgreed
from game.rules.dealings import PledgeMade, Threat
from game.rules.events import ROOM
from game.rules.view import View, view
from game.rules.vocabulary import Community, DecisionRule, ForumKind, LeverageKind, Phase, Purpose, Stance

ME, OTHER = "council", "relief"
MOST_AGENCIES = 8
FAIR = {"school": "villages", "road": "contractor"}
FREQUENT = ("meet", "share", "disclose", "table", "amend", "press", "decline", "sign", "call_signature")
PHRASES = [
    (act, tone, phrase) for act, tones in ENGLISH.phrases.items() for tone, row in tones.items() for phrase in row
]
REASONS = [phrase for by_community in ENGLISH.reasons.values() for row in by_community.values() for phrase in row]


def spoken_case(community: Community = Community.CIVIL_SOCIETY) -> Case:
    """Word a case in which the council can lean on the relief agency."""
    lever = (Leverage(OTHER, LeverageKind.ACCESS, 2, "the gate stays shut"),)
    case = changed(small_case(), ME, community=community, leverage=lever, pledge_budget=5)
    return replace(case, network_names={"ngos": "NGO forum"})


def sight_of(case: Case) -> View:
    """Build the council's view with a text of the ministry's on the table, a threat and a pledge of its own."""
    game = Game(case).table("ministry", **FAIR).stances(relief=Stance.OBJECT).until(Phase.FLOOR, number=2)
    sight = view(game.state, ME)
    threat = Threat(1, ME, OTHER, "A", LeverageKind.ACCESS, 2, 1)
    return replace(sight, own=replace(sight.own, threats={1: threat}, pledges={2: PledgeMade(2, ME, OTHER, "A", 3, 1)}))


def moves() -> Iterator[do.Command]:
    """List a move for everything that is spoken of."""
    yield do.Convene(ME, ForumKind.CONTACT_GROUP, ALL, Purpose.JOINT_ANALYSIS, DecisionRule.CONSENSUS)
    yield do.Meet(ME, OTHER)
    yield do.Disclose(ME, OTHER, "school")
    yield do.Share(ME, "ambush", OTHER)
    yield do.Share(ME, "ambush", None)
    yield do.AssessJointly(ME, "ambush", (OTHER,))
    yield do.Caucus(ME, "ngos", "road")
    yield do.Press(ME, OTHER, "A")
    yield do.WithdrawPressure(ME, 1)
    yield do.Pledge(ME, OTHER, "A", 3)
    yield do.DeclareLane(ME, "road", "contractor")
    yield do.Table(ME, worded(school="villages", news="shared"), ALL)
    yield do.Amend(ME, "A", worded(school="barracks", road="contractor"), ALL)
    yield do.Amend(ME, "A", worded(road="contractor"), ALL)
    yield do.Challenge(ME, OTHER, "ambush")
    yield do.ConcedePoint(ME, OTHER)
    yield do.NamePower(ME)
    yield do.MoveProcedure(ME, chair=OTHER)
    yield do.MoveProcedure(ME, chair=ME)
    yield do.MoveProcedure(ME, invite=(OTHER, "ministry"))
    yield do.MoveProcedure(ME, purpose=Purpose.INFORMATION)
    yield do.RaiseDoubt(ME, "A")
    yield do.CallSignature(ME, "A")
    yield do.WalkOut(ME)
    yield do.ComeBack(ME)
    yield do.Sign(ME, "A")
    yield do.SignWithReservation(ME, "A", "school")
    yield do.Decline(ME, "A")
    yield do.KeepPledge(ME, 2)
    yield do.BreakPledge(ME, 2)
    yield do.CarryOutThreat(ME, 1)
    yield do.DropThreat(ME, 1)


SILENT = (
    do.Pass(ME),
    do.TakeStance(ME, "A", Stance.OBJECT),
    do.AnswerBallot(ME, "A", 4),
    do.SetEffort(ME, "A", 0.5),
    do.Investigate(ME, "ambush"),
    do.ConsultHome(ME),
    do.CableHome(ME, "uniforms"),
    do.SendMessage(ME, None, "Hello."),
)


# Phrases


@pytest.mark.parametrize("phrase", [*(phrase for *_, phrase in PHRASES), *REASONS])
def test_a_phrase_is_one_or_two_plain_sentences(phrase: str) -> None:
    words = re.sub(r"\{\w+\}", "", phrase)
    assert phrase.endswith((".", "?"))
    assert not re.search(r"[{}_;—\"'!]", words)
    assert len(phrase) <= 140
    assert words.lstrip(" ,").split()[0]
    assert re.match(r"(\{\w+\})?[A-Z{]", phrase)


def test_no_two_phrases_can_be_taken_for_each_other() -> None:
    every = [*(phrase for *_, phrase in PHRASES), *REASONS]
    for phrase in every:
        assert len(stem(phrase)) >= 12, phrase
        assert [other for other in every if stem(phrase) in other] == [phrase]


def test_there_are_many_ways_to_say_everything() -> None:
    for act, tones in ENGLISH.phrases.items():
        assert set(tones) <= {ANY, *MANNERS}
        assert min(len(words_for(ENGLISH, act, manner)) for manner in MANNERS) >= 6
        if act in TO_ONE:
            assert len(tones[ANY]) >= MOST_AGENCIES, f"{act}: not every agency at a full table has one of its own"
        if act in FREQUENT:
            assert sum(map(len, tones.values())) >= 30
    for theme in THEMES.values():
        assert set(ENGLISH.reasons[theme]) == set(Community)
        assert min(map(len, ENGLISH.reasons[theme].values())) >= 4


def test_every_name_that_a_phrase_speaks_of_can_be_there() -> None:
    """A slip in a name would make a phrase that is never used."""
    wanted = {name for *_, phrase in PHRASES for _, name, _, _ in Formatter().parse(phrase) if name}
    known = {
        "early", "late", "soon", "first", "theirs", "all", "everybody", "tabled", "chair", "whom", "name", "invited",
        "purpose", "forum", "strong_chair", "strongest", "objected", "endorsed", "fact", "topic", "network", "option",
        "lever", "text", "gain", "good", "thorn", "bad", "open", "changed", "new", "old", "dropped", "objector",
    }  # fmt: skip
    assert wanted <= known
    assert not any("{" in phrase for phrase in REASONS)


# Saying


def test_the_moves_of_these_tests_are_all_that_is_spoken_of() -> None:
    sight = sight_of(spoken_case())
    named = replace(sight, room=replace(sight.room, forum=replace(sight.room.forum, power_named=(OTHER,))))
    strong = replace(named, seat="force")
    acts = {act_of(sight, move) for move in moves()} | {act_of(strong, do.ConcedePoint("force", OTHER))}
    assert acts == set(ENGLISH.phrases)
    kinds = {move.kind for move in (*moves(), *SILENT)}
    assert kinds == {kind.__dataclass_fields__["kind"].default for kind in do.Command.__args__}


@pytest.mark.parametrize("manner", MANNERS.values(), ids=lambda manner: manner.name)
@pytest.mark.parametrize("community", Community)
def test_every_visible_move_has_words_in_every_voice(community: Community, manner: Manner) -> None:
    sight = sight_of(spoken_case(community))
    for seed in range(3):
        for move in moves():
            words = say(sight, move, manner, Luck(seed, ME), ())
            assert words, (act_of(sight, move), seed)
            assert words.endswith((".", "?", "’"))
            assert not re.search(r"[{}_]", words), words
            assert len(words) < 300
            assert hearer_of(sight, move) == (OTHER if act_of(sight, move) in TO_ONE else ROOM)


@pytest.mark.parametrize("move", SILENT, ids=lambda move: move.kind)
def test_nothing_is_said_about_what_nobody_sees(move: do.Command) -> None:
    sight = sight_of(spoken_case())
    assert say(sight, move, MANNERS["talker"], Luck(1, ME), ()) == ""
    assert hearer_of(sight, move) is None


@pytest.mark.parametrize("manner", MANNERS.values(), ids=lambda manner: manner.name)
def test_a_seat_has_ever_new_words_until_it_has_none(manner: Manner) -> None:
    sight = sight_of(spoken_case())
    for move in moves():
        heard: list[str] = []
        while words := say(sight, move, manner, Luck(5, ME), heard):
            assert words not in heard
            heard.append(words)
        least = 2 if act_of(sight, move) in TO_ONE else 5
        assert len(heard) >= least, (act_of(sight, move), heard)


def test_a_phrase_heard_with_other_names_is_not_used_again() -> None:
    sight = sight_of(spoken_case())
    move = do.Sign(ME, "A")
    said = say(sight, move, MANNERS["pleaser"], Luck(2, ME), ())
    heard = said.replace("Text A", "Text Q")
    phrase = next(phrase for act, _, phrase in PHRASES if act == "sign" and stem(phrase) in said)
    assert stem(phrase) not in say(sight, move, MANNERS["pleaser"], Luck(2, ME), (heard,))


def test_once_all_was_said_what_was_heard_longest_ago_comes_first() -> None:
    sight = sight_of(spoken_case())
    move, heard = do.Sign(ME, "A"), []
    rows = words_for(ENGLISH, "sign", "presser")
    for _ in range(2 * len(rows)):
        heard.append(say(sight, move, MANNERS["presser"], Luck(4, ME), heard))
    said = [phrase for words in heard for phrase in rows if words and stem(phrase) in words]
    assert len(said) > len(set(said))
    assert all(one != next_one for one, next_one in pairwise(said))


def test_somebody_is_called_closer_to_a_matter_only_by_who_has_no_work_in_it() -> None:
    sight = sight_of(spoken_case())
    for seat in (ME, "force", "ministry"):
        for number in range(12):
            game_round = replace(sight.room, round=number)
            names = names_for(replace(sight, seat=seat, room=game_round), do.Meet(seat, OTHER), ENGLISH, Luck(1, seat))
            topic = next((one for one in sight.scene.issues if f"‘{one.name}’" == names.get("topic")), None)
            has_work = topic is not None and any(seat in option.carriers for option in topic.options)
            assert ("theirs" in names) is (topic is not None and not has_work)


@pytest.mark.parametrize("act", sorted(TO_ONE))
def test_what_one_says_in_private_no_other_seat_says(act: str) -> None:
    """Neither knows what the other said to a third, so they must differ by themselves."""
    case = spoken_case()
    case = changed(
        case, "ministry", community=Community.CIVIL_SOCIETY, leverage=case.agency(ME).leverage, networks=("elders",)
    )
    case = changed(case, OTHER, networks=("ngos", "elders"))
    sight = sight_of(case)
    said: dict[str, set[str]] = {}
    for seat in (ME, "ministry"):
        move = next(move for move in moves() if act_of(sight, move) == act)
        if isinstance(move, do.Caucus):
            move = replace(move, network=case.agency(seat).networks[0])
        heard: list[str] = []
        seen = replace(sight, seat=seat, role=replace(sight.role, agency=case.agency(seat)))
        while words := say(seen, replace(move, seat=seat), MANNERS["hardliner"], Luck(3, seat), heard):
            heard.append(words)
        said[seat] = set(heard)
    assert all(said.values())
    assert not said[ME] & said["ministry"]


def test_the_same_luck_gives_the_same_words_and_another_seed_others() -> None:
    sight = sight_of(spoken_case())
    said = [[say(sight, move, MANNERS["hardliner"], Luck(seed, ME), ()) for move in moves()] for seed in (1, 1, 2)]
    assert said[0] == said[1]
    assert sum(one != other for one, other in zip(said[0], said[2], strict=True)) > len(said[0]) / 2


def test_manners_and_communities_are_heard() -> None:
    sight = sight_of(spoken_case())
    for act in ("decline", "sign", "call_signature"):
        move = next(move for move in moves() if move.kind == act)
        heard_by_seed = [{say(sight, move, m, Luck(seed, ME), ()) for m in MANNERS.values()} for seed in range(10)]
        assert sum(map(len, heard_by_seed)) >= 40
    said = set()
    for community in Community:
        view_ = sight_of(spoken_case(community))
        heard: list[str] = []
        while words := say(view_, do.Decline(ME, "A"), MANNERS["talker"], Luck(1, ME), heard):
            heard.append(words)
        said.add(tuple(heard))
    assert len(said) == len(Community)


def test_a_manner_that_has_no_phrases_yet_speaks_like_its_nearest() -> None:
    sight = sight_of(spoken_case())
    for name in ("presser", "talker", "consensus_builder"):
        new = replace(MANNERS[name], name="somebody_new")
        for move in moves():
            assert say(sight, move, new, Luck(1, ME), ()) == say(sight, move, MANNERS[name], Luck(1, ME), ())


def test_no_votes_and_no_second_disclosure_at_one_meeting_are_explained() -> None:
    game = Game(spoken_case()).until(Phase.CORRIDOR).do(do.Meet(ME, OTHER))
    first, second = do.Disclose(ME, OTHER, "school"), do.Disclose(ME, OTHER, "road")
    manner = MANNERS["talker"]
    assert say(game.view(ME), first, manner, Luck(1, ME), ())
    assert say(game.do(first).view(ME), second, manner, Luck(1, ME), ()) == ""
    game.until(Phase.FLOOR).turn("ministry").do(do.MoveProcedure("ministry", chair=OTHER))
    assert say(game.view(ME), do.MoveProcedure(ME, chair=OTHER), manner, Luck(1, ME), ()) == ""


# What it may know


@pytest.mark.parametrize("manner", MANNERS.values(), ids=lambda manner: manner.name)
def test_what_a_seat_keeps_secret_does_not_show_in_its_words(manner: Manner) -> None:
    case = spoken_case()
    secretive = changed(
        case, ME, brief="Another.", walk_away=75, expects=Purpose.INFORMATION, power_sensitivity=0.9, patience=0.1,
        hidden=(HiddenMandate("secret", "", IsParty(ME), 9),), backing=0.1, flexibility=0.0, time=2,
        red_lines=(RedLine("line", "", OptionAgreed("school", "villages"), is_waivable=False),),
        trust={OTHER: 0.1, "force": 0.9}, pledge_budget=9,
        points={"school": {"none": 60, "villages": 0, "barracks": 30}, "road": {"none": 20, "engineers": 1,
                "contractor": 0}, "news": {"none": 20, "shared": 0}},
    )  # fmt: skip
    one, two = sight_of(case), sight_of(secretive)
    assert one.role != two.role
    for seed in range(4):
        for move in moves():
            heard: list[str] = []
            for _ in range(3):
                words = say(one, move, manner, Luck(seed, ME), heard)
                assert say(two, move, manner, Luck(seed, ME), heard) == words
                heard.append(words)


@pytest.mark.parametrize("manner", MANNERS.values(), ids=lambda manner: manner.name)
def test_words_do_not_tell_spin_or_shading(manner: Manner) -> None:
    sight = sight_of(spoken_case())
    for seed in range(10):
        luck = Luck(seed, ME)
        for straight, coloured in (
            (do.Share(ME, "ambush", OTHER), do.Share(ME, "ambush", OTHER, is_spun=True)),
            (do.Share(ME, "ambush", None), do.Share(ME, "ambush", None, is_spun=True)),
            (do.Disclose(ME, OTHER, "school"), do.Disclose(ME, OTHER, "school", is_shaded=True)),
        ):
            assert say(sight, straight, manner, luck, ()) == say(sight, coloured, manner, luck, ())


@pytest.mark.parametrize(("name", "called"), [
    ("Relief agency", "the Relief agency"), ("Coast Clinics", "Coast Clinics"), ("Donor", "the Donor"),
    ("Trust fund of the donors", "the Trust fund of the donors"), ("The Uplands", "The Uplands"),
    ("Harbour Force", "the Harbour Force"), ("Ministry of Health", "the Ministry of Health"),
    ("Partner NGO", "the Partner NGO"), ("Caritas", "Caritas"), ("", ""),
])  # fmt: skip
def test_an_agency_is_called_as_one_would_speak_of_it(name: str, called: str) -> None:
    assert ENGLISH.called(name) == called


@pytest.mark.parametrize(("tag", "is_spoken"), [("en", True), ("en-GB", True), ("EN_us", True), ("de", False),
                                                ("enx", False), ("", False), ("ar", False)])  # fmt: skip
def test_nothing_is_said_in_a_language_that_has_no_phrases(tag: str, is_spoken: bool) -> None:
    assert (spoken(tag) is not None) is is_spoken
    sight = sight_of(replace(spoken_case(), language=tag))
    assert sight.scene.language == tag
    for move in moves():
        assert bool(say(sight, move, MANNERS["presser"], Luck(1, ME), ())) is is_spoken
