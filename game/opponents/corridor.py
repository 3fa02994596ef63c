"""The corridor: whom to meet, what to tell, when to call home, whom to lean on, which lane to declare."""

from collections.abc import Iterator

from game.opponents.estimate import others_of
from game.opponents.ledger import ledger
from game.opponents.luck import Luck
from game.opponents.manner import Manner
from game.opponents.prospect import prospect
from game.rules.commands import (
    AssessJointly,
    CableHome,
    Caucus,
    Command,
    ConsultHome,
    DeclareLane,
    Disclose,
    Investigate,
    Meet,
    Pledge,
    Press,
    Share,
)
from game.rules.course import open_texts
from game.rules.ids import AgencyId, FactId, IssueId, OptionId
from game.rules.texts import Text
from game.rules.view import View
from game.rules.vocabulary import Purpose

LOW_BACKING = 0.75
"""Below this a seat that means what it signs brings its own house along first."""
PURPOSES = tuple(Purpose)


def corridor(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Offer what a seat would do now in the corridor, the dearest first."""
    yield from _talk_to_those_met(view, manner, luck)
    if view.own.time > 0:
        yield from _press(view, manner, luck)
        yield from _join_others(view, manner)
        yield from _call_home(view, manner, luck)
        yield from _tell_the_room(view, manner, luck)
        yield from _find_out(view, manner, luck)
        yield from _meet(view, manner, luck)
        yield ConsultHome(view.seat)
    yield from _pledge(view, manner, luck)
    yield from _lanes(view, manner, luck)


def my_text(view: View) -> Text | None:
    """Find the open text that the seat sponsors, the latest if there are several."""
    mine = [text for text in open_texts(view.room) if view.seat in text.sponsors]
    return mine[-1] if mine else None


def is_last_round(view: View) -> bool:
    """Say whether no further round will come."""
    return view.room.round >= view.scene.rounds


# Talk


def _talk_to_those_met(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    own = view.own
    for whom in sorted(own.met_now & view.room.present):
        for fact in sorted(own.knows):
            if not _has_heard(view, fact, whom) and luck.has(_telling(view, manner, fact), "tell", fact):
                yield Share(view.seat, fact, whom, is_spun=_is_spun(view, manner, luck, fact))
        yield from _disclose(view, manner, luck, whom)


def _disclose(view: View, manner: Manner, luck: Luck, whom: AgencyId) -> Iterator[Command]:
    """Open up about what matters most, some issues a round."""
    if not luck.has(manner.sharing, "open", whom, view.room.round):
        return
    told = [d.issue for d in view.own.disclosures.values() if d.speaker == view.seat and d.hearer == whom]
    allowed = manner.talkativeness * len(view.own.consulted.get(whom, ()))
    if len(told) >= allowed:
        return
    for issue in _by_weight(view):
        if issue not in told:
            is_shaded = not luck.has(manner.candour, "shade", whom, issue)
            yield Disclose(view.seat, whom, issue, is_shaded=is_shaded)


def _by_weight(view: View) -> list[IssueId]:
    points = view.role.agency.points
    return sorted(points, key=lambda issue: (-max(points[issue].values()), issue))


def _has_heard(view: View, fact: FactId, whom: AgencyId) -> bool:
    """Say whether somebody has been told what I know, as far as I know; then there is nothing to add."""
    if fact in view.room.open_facts:
        return True
    own = view.own
    truth = own.knows[fact]
    for claims in (own.claims, view.room.claims):
        for claim in claims.values():
            if claim.fact == fact and (
                (claim.speaker == view.seat and whom in claim.hearers)
                or (claim.says == truth and (whom == claim.speaker or whom in claim.hearers))
            ):
                return True
    return any(o.fact == fact and whom in o.joined and len(o.joined) == len(o.members) for o in own.joint_offers)


def _telling(view: View, manner: Manner, fact: FactId) -> float:
    """Say how readily a fact is told: one that speaks for what the seat wants is told by anybody."""
    return max(manner.sharing, 0.9 if _favour(view, fact) > 0 else 0.0)


def _is_spun(view: View, manner: Manner, luck: Luck, fact: FactId) -> bool:
    """Decide whether to say the opposite: only where the truth speaks against what the seat wants."""
    return _favour(view, fact) < 0 and not luck.has(manner.candour, "spin", fact)


def _favour(view: View, fact: FactId) -> float:
    """Say how far a fact, as it stands, speaks for what the seat likes best, in points."""
    if not view.own.knows.get(fact, False):
        return 0.0
    points = view.role.agency.points
    favour = 0.0
    for issue, shifts in view.role.shifts.get(fact, {}).items():
        best = max(points[issue], key=lambda option: (points[issue][option], option))
        for option, shift in shifts.items():
            favour += shift if option == best else -shift
    return favour


def _tell_the_room(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Tell everybody at once what concerns them, early on."""
    if manner.sharing < 0.5:
        return
    for fact in sorted(view.own.knows):
        hearers = view.room.present - {view.seat}
        deaf = sum(1 for hearer in hearers if not _has_heard(view, fact, hearer))
        if deaf > len(hearers) / 2 and not _is_spun(view, manner, luck, fact):
            yield Share(view.seat, fact, None)


def _meet(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Meet those not yet consulted first; then whoever counts most for the text at hand."""
    others = view.room.present - view.own.met_now - {view.seat}
    text = my_text(view)
    parties = frozenset(text.latest.parties) if text is not None else others

    def urgency(whom: AgencyId) -> tuple[int, int, float]:
        times = len(view.own.consulted.get(whom, ()))
        weight = view.scene.face(whom).power + 4.0 * luck.draw("meet", whom, view.room.round)
        return (0 if whom in parties else 1, min(times, 2), -weight)

    for whom in sorted(others, key=urgency):
        if manner.pressing < 0.5 or not _has_lever(view, whom):
            yield Meet(view.seat, whom)


# Find out


def _join_others(view: View, manner: Manner) -> Iterator[Command]:
    """Say yes to an assessment or a caucus that others have set up."""
    if manner.sharing < 0.5:
        return
    for offer in view.own.joint_offers:
        if view.seat not in offer.joined and len(offer.joined) < len(offer.members):
            yield AssessJointly(view.seat, offer.fact, tuple(m for m in offer.members if m != view.seat))
    for _, caucus in sorted(view.own.caucuses.items()):
        if view.seat not in caucus.joined:
            yield Caucus(view.seat, caucus.network, caucus.issue)


def _find_out(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Look into a question that bears on the seat's points and that nobody has answered, with a partner if possible."""
    if view.room.round < 2 or not luck.has(0.5 * manner.sharing, "find out", view.room.round):
        return
    open_questions = [
        fact
        for fact, shifts in sorted(view.role.shifts.items())
        if any(shifts.values())
        and fact not in view.own.knows
        and fact not in view.room.open_facts
        and 0.15 < view.own.beliefs[fact] < 0.85
    ]
    if not open_questions or any(view.seat in offer.joined for offer in view.own.joint_offers):
        return
    fact = luck.pick(open_questions, "question", view.room.round)
    partners = sorted(a for a in view.own.met_now & view.room.present if a not in view.room.passed)
    if partners:
        yield AssessJointly(view.seat, fact, (luck.pick(partners, "partner", view.room.round),))
    yield Investigate(view.seat, fact)


# Call home


def _call_home(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    if manner.commitment < 0.5:
        return
    yield from _cable(view, manner, luck)
    if manner.regard >= 0.5 and view.own.backing - _purpose_cost(view) < LOW_BACKING and view.own.met_now:
        yield ConsultHome(view.seat)
    if manner.sharing >= 0.5 and view.room.round == 1:
        for network in view.role.agency.networks:
            if luck.has(0.5, "caucus", network):
                yield Caucus(view.seat, network, _by_weight(view)[0])


def _cable(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Ask for a waiver of what alone stands between the seat and a text that would be worth it."""
    if is_last_round(view):
        return
    for text in open_texts(view.room):
        reading = prospect(view, manner, luck, text)
        if reading.crossed and reading.judged >= manner.ambition and view.seat in text.latest.parties:
            for line in reading.crossed:
                yield CableHome(view.seat, line)


def _purpose_cost(view: View) -> float:
    """Say what the declared purpose takes from a seat's backing at home (R5.5)."""
    forum = view.room.forum
    if forum.purpose is None:
        steps = view.ruleset.undeclared_steps
    else:
        steps = abs(PURPOSES.index(forum.purpose) - PURPOSES.index(view.role.agency.expects))
    return view.ruleset.purpose_step * steps


# Lean


def _press(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Lean on whoever must sign the seat's text and would rather not."""
    text = my_text(view)
    if text is None or manner.pressing <= 0:
        return
    parties = text.latest.parties
    for lever in sorted(view.role.agency.leverage, key=lambda lever: (-lever.strength, lever.over)):
        if lever.over in parties and not _has_pressed(view, lever.over, text):
            is_doubtful = others_of(view, manner).margin(lever.over, text.latest.terms) < 6.0
            if luck.has(manner.pressing if is_doubtful else manner.pressing * 0.3, "press", lever.over, text.id):
                yield Press(view.seat, lever.over, text.id)


def _has_pressed(view: View, whom: AgencyId, text: Text) -> bool:
    return any(t.presser == view.seat and t.pressed == whom and t.text == text.id for t in view.own.threats.values())


def _has_lever(view: View, whom: AgencyId) -> bool:
    return any(lever.over == whom for lever in view.role.agency.leverage)


def _pledge(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Make up for what a text of the seat's own lacks for somebody, late enough to know."""
    text = my_text(view)
    if text is None or view.own.pledge_left < 1 or manner.regard < 0.5 or view.room.round < 3:
        return
    if prospect(view, manner, luck, text).judged < manner.ambition + 4.0:
        return
    others, terms = others_of(view, manner), text.latest.terms
    promised = {p.to for p in view.own.pledges.values() if p.pledger == view.seat and p.text == text.id}
    parties = [party for party in text.latest.parties if party != view.seat]
    for whom in sorted(parties, key=lambda a: others.margin(a, terms)):
        if whom in promised:
            continue
        lacks = -others.margin(whom, terms)
        if 0.0 < lacks <= 8.0:
            yield Pledge(view.seat, whom, text.id, min(view.own.pledge_left, int(lacks) + 2))


# Our lane


def _lanes(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Say what the seat will do anyway, where the room cannot agree."""
    if manner.regard < 0.5 or manner.commitment < 0.5 or not is_last_round(view) or _has_prospect(view, manner, luck):
        return
    mine = view.room.lanes.get(view.seat, {})
    for issue, option in glad_lanes(view).items():
        if mine.get(issue) != option:
            yield DeclareLane(view.seat, issue, option)


def glad_lanes(view: View) -> dict[IssueId, OptionId]:
    """Choose on each open issue what the seat would gladly carry; what others' lanes name, if it is among that."""
    lanes: dict[IssueId, OptionId] = {}
    for issue in view.scene.issues:
        if view.room.settled_by(issue.id) is not None:
            continue
        gains = ledger(view).gains[issue.id]
        burdens = view.role.burdens
        glad = [
            o.id for o in issue.options if view.seat in o.carriers and gains[o.id] > burdens.get((issue.id, o.id), 0.0)
        ]
        if glad:
            named = [other[issue.id] for a, other in view.room.lanes.items() if a != view.seat and issue.id in other]
            lanes[issue.id] = max(glad, key=lambda option: (named.count(option), gains[option], option))
    return lanes


def _has_prospect(view: View, manner: Manner, luck: Luck) -> bool:
    """Say whether some text on the table looks as if all who must would sign it."""
    others = others_of(view, manner)
    for text in open_texts(view.room):
        version = text.latest
        if view.seat in version.parties and prospect(view, manner, luck, text).judged < 0:
            continue
        if all(others.margin(a, version.terms) > -2.0 for a in version.parties if a != view.seat):
            return True
    return False
