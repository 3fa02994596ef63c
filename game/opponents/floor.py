"""The floor: one move a round, the most needed first."""

from collections.abc import Iterator

from game.opponents.convening import moves
from game.opponents.corridor import is_last_round, my_text
from game.opponents.draft import WORTH_SIGNING, Draft, chance_of_all, draft, promise_of
from game.opponents.estimate import others_of
from game.opponents.luck import Luck
from game.opponents.manner import Manner
from game.opponents.prospect import prospect
from game.rules.commands import (
    Amend,
    CallSignature,
    Challenge,
    ComeBack,
    Command,
    ConcedePoint,
    MoveProcedure,
    NamePower,
    RaiseDoubt,
    Table,
    WalkOut,
)
from game.rules.course import open_texts, strongest_by_power
from game.rules.ids import AgencyId, TextId
from game.rules.texts import Term, Text
from game.rules.view import View
from game.rules.vocabulary import Stance

FAVOURABLE = frozenset({Stance.ENDORSE, Stance.RESERVATIONS})
HOLDING_OUT = frozenset({Stance.ABSTAIN, Stance.OBJECT, Stance.BLOCK})
PAIN = 4.0
"""Points that one step of another's leverage is taken to make up for."""
LEAST_BREADTH = 0.4
"""Share of the issues below which a text is not worth going on with."""
WORTH_A_CLAIM = 1.15
"""How much more than the text at hand a new version must promise a seat that could live with the old one."""
WORTH_A_RETURN = 6.0
"""Points that a text of the seat's own must have lost by the changes of others, to be changed back."""
WORTH_A_MOVE = 2.0
"""Points that an amendment must bring whoever lacks most, to be worth opening a text again."""


def floor(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Offer what a seat would do on the floor, the most needed first."""
    if view.seat in view.room.out:
        if manner.pride < 0.5 or not is_last_round(view):
            yield ComeBack(view.seat)
        return
    yield from moves(view, manner)
    yield from _power(view, manner, luck)
    yield from _claims(view, manner, luck)
    if manner.commitment >= 0.5:
        yield from _leaves(view, manner, luck)
        yield from _calls(view, manner, luck)
        yield from _texts(view, manner, luck)
    yield from _small_points(view, manner)


# Power and criticism


def _power(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Name the power of a chair that is the strongest; grant it where it was named (R5.4)."""
    forum = view.room.forum
    strongest = strongest_by_power(view.scene, view.room.present)
    if forum.power_named and not forum.is_power_conceded and view.seat in strongest:
        if luck.has(manner.conceding, "concede power"):
            yield ConcedePoint(view.seat, forum.power_named[0])
    elif not forum.power_named and forum.chair in strongest and manner.regard >= 0.5:
        if luck.has(0.3 + 0.7 * view.role.agency.power_sensitivity, "name power", view.room.round):
            yield NamePower(view.seat)
    elif forum.power_named and not forum.is_power_conceded and forum.chair in strongest and manner.regard >= 0.5:
        chair = _honest_broker(view)
        if chair is not None and view.room.round > 1 and luck.has(0.5, "chair", view.room.round):
            yield MoveProcedure(view.seat, chair=chair)


def _honest_broker(view: View) -> AgencyId | None:
    """Name who could chair: less powerful, leaning on nobody as far as the seat knows, and trusted most."""
    room = view.room
    power = view.scene.face(room.forum.chair).power
    fair = [
        a
        for a in view.scene.agency_ids
        if a in room.present and a in room.forum.invited and a != room.forum.chair
        and view.scene.face(a).power < power and a not in view.role.leverage_on_me
    ]  # fmt: skip
    return max(fair, key=lambda a: (view.own.trust.get(a, 0.5), a), default=None)


def _claims(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Challenge what the seat knows to be otherwise; grant a challenge that was right."""
    own = view.own
    for _, claim in sorted((*own.claims.items(), *view.room.claims.items())):
        is_mine_to_ask = view.seat in claim.hearers and claim.id not in own.found_out
        if is_mine_to_ask and own.knows.get(claim.fact, claim.says) != claim.says:
            yield Challenge(view.seat, claim.speaker, claim.fact)
    for challenger, challenged in sorted(view.room.challenged):
        if challenged == view.seat and luck.has(manner.conceding, "concede", challenger):
            yield ConcedePoint(view.seat, challenger)


def _small_points(view: View, manner: Manner) -> Iterator[Command]:
    """With nothing else to do, grant those who criticised the seat's text that they had a point."""
    if manner.conceding < 0.5:
        return
    text = my_text(view)
    for agency, stance in sorted(text.latest.stances.items()) if text is not None else ():
        if stance is not Stance.ENDORSE and agency != view.seat and agency in view.room.present:
            yield ConcedePoint(view.seat, agency)


# Texts


def _calls(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Call for signatures once enough have endorsed, or when there is no later."""
    candidates = [
        text
        for text in open_texts(view.room)
        if (view.seat in text.sponsors or view.seat == view.room.forum.chair) and _is_ripe(view, manner, luck, text)
    ]
    for text in sorted(candidates, key=lambda text: -prospect(view, manner, luck, text).judged):
        yield CallSignature(view.seat, text.id)


def _is_ripe(view: View, manner: Manner, luck: Luck, text: Text) -> bool:
    reading = prospect(view, manner, luck, text)
    if reading.crossed or reading.judged < 0:
        return False
    version = text.latest
    others = [party for party in version.parties if party != view.seat and party in view.room.present]
    yes = sum(1 for party in others if version.stances.get(party) in FAVOURABLE)
    if is_last_round(view):
        return True
    is_endorsed = bool(version.stances) and yes == len(others)
    if manner.regard >= 0.5:
        return is_endorsed
    is_own_wording = manner.pressing >= 0.5 and version.author == view.seat
    return view.room.round > 1 and (is_own_wording or is_endorsed)


def _least_margin(view: View, manner: Manner, text: Text) -> float:
    return _least(view, manner, text.latest.terms, text.latest.parties)


def _least(view: View, manner: Manner, terms: tuple[Term, ...], parties: tuple[AgencyId, ...]) -> float:
    """Say what terms are taken to bring whoever else among the parties gets least, in points."""
    others = others_of(view, manner)
    return min((others.margin(party, terms) for party in parties if party != view.seat), default=0.0)


def _texts(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Table where there is nothing to work on; else amend what keeps somebody from signing."""
    if view.room.round < manner.first_text and not open_texts(view.room):
        return
    if manner.regard < 0.5:
        yield from _own_text(view, manner, luck)
        return
    text = _best_text(view, manner, luck)
    if text is None:
        new = draft(view, manner, luck)
        if new is not None and len(new.parties) > 1:
            yield Table(view.seat, new.terms, new.parties)
        return
    if any(called == text.id for called, _ in view.room.called):
        return
    better = _amendment(view, manner, luck, text)
    if better is not None:
        yield Amend(view.seat, text.id, better.terms, better.parties)


def _own_text(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Put the seat's favourite on the table, and back on it when others have changed it much; in the last round let it
    be."""
    force = {lever.over: PAIN * lever.strength * manner.pressing for lever in view.role.agency.leverage}
    text = my_text(view)
    if text is not None and (text.latest.author == view.seat or is_last_round(view)):
        return
    new = draft(view, manner, luck, force=force)
    if new is None or len(new.parties) < 2:
        return
    if text is None:
        yield Table(view.seat, new.terms, new.parties)
    elif new.margin >= prospect(view, manner, luck, text).judged + WORTH_A_RETURN:
        yield Amend(view.seat, text.id, new.terms, new.parties)


def _best_text(view: View, manner: Manner, luck: Luck) -> Text | None:
    """Find the open text, with the seat as a party, that comes closest to what everybody can sign."""
    mine = [text for text in open_texts(view.room) if view.seat in text.latest.parties]

    def promise(text: Text) -> tuple[float, TextId]:
        return min(_least_margin(view, manner, text), prospect(view, manner, luck, text).judged), text.id

    return max(mine, key=promise, default=None)


def _amendment(view: View, manner: Manner, luck: Luck, text: Text) -> Draft | None:
    """Find a version that lifts whoever lacks most, if somebody lacks something and it can still be discussed."""
    version = text.latest
    if is_last_round(view) and not _can_still_be_called(view, text):
        return None
    holding_out = frozenset(a for a, stance in version.stances.items() if stance in HOLDING_OUT and a != view.seat)
    if holding_out & set(version.parties) and view.room.round >= view.scene.rounds - 1:
        return _without(view, manner, luck, text, holding_out)
    mine = prospect(view, manner, luck, text)
    is_wanting = bool(mine.crossed) or mine.judged < manner.ambition or bool(holding_out)
    if not (is_wanting or _may_claim(view, manner, text)):
        return None
    new = draft(view, manner, luck, start=version.terms)
    if new is None or _is_same(new, text):
        return None
    if not is_wanting:
        chance = chance_of_all(view, manner, version.terms, version.parties)
        return new if new.promise >= WORTH_A_CLAIM * promise_of(view, manner, mine.judged, chance) else None
    before = min(-50.0 if mine.crossed else mine.judged, _least_margin(view, manner, text))
    after = min(new.margin, _least(view, manner, new.terms, new.parties))
    return new if after >= before + WORTH_A_MOVE else None


def _may_claim(view: View, manner: Manner, text: Text) -> bool:
    """Say whether there is time to look for a version that brings the seat more and that all can still mean; who is
    experienced tries it, once a text."""
    is_early = view.room.round < view.scene.rounds - 1
    return is_early and manner.level.drafts > 1 and all(version.author != view.seat for version in text.versions)


def _without(view: View, manner: Manner, luck: Luck, text: Text, holding_out: frozenset[AgencyId]) -> Draft | None:
    """Go on with those who would sign, in what they can do without the rest."""
    new = draft(view, manner, luck, start=text.latest.terms, without=holding_out)
    if new is None or _is_same(new, text) or len(new.parties) < 2 or new.margin < manner.ambition:
        return None
    if len(new.terms) < LEAST_BREADTH * len(view.scene.issues):
        return None
    return new


def _is_same(new: Draft, text: Text) -> bool:
    return set(new.terms) == set(text.latest.terms) and set(new.parties) == set(text.latest.parties)


def _can_still_be_called(view: View, text: Text) -> bool:
    """Say whether somebody who may call the text speaks after the seat."""
    later = set(view.room.speakers[1:])
    return bool(later & {*text.sponsors, view.room.forum.chair}) or view.room.floor_left > 1


def _leaves(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Leave, at the end, a room in which nothing that the seat could want has a chance."""
    if manner.pride < 0.5 or not is_last_round(view) or view.room.in_force:
        return
    has_hope = any(_is_hopeful(view, manner, luck, text) for text in open_texts(view.room))
    if not has_hope and luck.has(manner.pride, "leave"):
        yield WalkOut(view.seat)


def _is_hopeful(view: View, manner: Manner, luck: Luck, text: Text) -> bool:
    """Say whether a text is good for the seat and no party held out when stances were last shown."""
    version = text.latest
    if view.seat not in version.parties or prospect(view, manner, luck, text).judged < WORTH_SIGNING:
        return False
    return not any(version.stances.get(party) in HOLDING_OUT for party in version.parties)


def doubt(view: View, manner: Manner, text: Text) -> Iterator[Command]:
    """Join a doubt that somebody raised, if the seat is frank."""
    if manner.candour >= 0.5:
        yield RaiseDoubt(view.seat, text.id)
