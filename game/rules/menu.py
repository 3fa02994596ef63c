"""What a seat could do now, under the eight headings: every kind the phase knows, legal or with the reason why not."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from game.rules import commands as do
from game.rules.course import open_texts, signing_now
from game.rules.legality import verify
from game.rules.legality.corridor import time_of_share
from game.rules.legality.verification import PHASES
from game.rules.refusal import Refusal
from game.rules.room import Motion
from game.rules.texts import Term
from game.rules.view import View
from game.rules.vocabulary import Heading, Purpose, Stance

HEADINGS: dict[str, Heading] = {
    "meet": Heading.TALK,
    "disclose": Heading.TALK,
    "share": Heading.TALK,
    "investigate": Heading.FIND_OUT,
    "assess_jointly": Heading.FIND_OUT,
    "challenge": Heading.FIND_OUT,
    "cable_home": Heading.CALL_HOME,
    "consult_home": Heading.CALL_HOME,
    "caucus": Heading.TALK,
    "press": Heading.LEAN,
    "withdraw_pressure": Heading.LEAN,
    "pledge": Heading.LEAN,
    "table": Heading.TEXT,
    "amend": Heading.TEXT,
    "call_signature": Heading.TEXT,
    "concede_point": Heading.SAY,
    "name_power": Heading.SAY,
    "raise_doubt": Heading.SAY,
    "move_procedure": Heading.SAY,
    "declare_lane": Heading.OUR_LANE,
    "walk_out": Heading.WALK_OUT,
    "come_back": Heading.WALK_OUT,
}
"""Where each command stands on screen; what is not here is asked by a phase itself (`Heading.FORMAL`)."""

OPEN_KINDS = frozenset({"table", "amend", "pledge", "move_procedure", "convene", "answer_ballot", "set_effort"})
"""Commands whose contents the seat words itself; for these `commands` is one example where it is legal at all."""

TIMES = {"meet": 1, "assess_jointly": 1, "cable_home": 1, "consult_home": 1, "caucus": 1, "press": 1}


@dataclass(frozen=True, slots=True)
class Choice:
    """One kind of command: the legal ones of it (an example for open kinds), or why there is none now.

    `time` is what it costs at least, in corridor time; `uses_floor` if it takes the floor move.
    """

    kind: str
    heading: Heading
    time: int
    uses_floor: bool
    is_open: bool
    commands: tuple[do.Command, ...]
    refusal: Refusal | None


def menu(view: View) -> tuple[Choice, ...]:
    """List every kind of command with what of it is legal now, in the order of the headings."""
    return tuple(_choice(view, kind) for kind in PHASES)


def time_of(view: View, command: do.Command) -> int:
    """Say what a command costs in corridor time."""
    match command:
        case do.Share():
            return time_of_share(view, command)
        case do.Investigate(_, fact):
            return view.scene.question(fact).difficulty
        case _:
            return TIMES.get(command.kind, 0)


def _choice(view: View, kind: str) -> Choice:
    tried = [(command, verify(view, command)) for command in _candidates(view, kind)]
    legal = tuple(command for command, refusal in tried if refusal is None)
    refusals = [refusal for _, refusal in tried if refusal is not None]
    return Choice(
        kind=kind,
        heading=HEADINGS.get(kind, Heading.FORMAL),
        time=min((time_of(view, command) for command in legal), default=TIMES.get(kind, 0)),
        uses_floor=HEADINGS.get(kind) is not None and "floor" in PHASES[kind],
        is_open=kind in OPEN_KINDS,
        commands=legal,
        refusal=None if legal else _usual(refusals) or _nothing(kind),
    )


def _usual(refusals: list[Refusal]) -> Refusal | None:
    """Choose the refusal that says most: of the kind that stands in the way of most."""
    codes = Counter(refusal.code for refusal in refusals)
    return max(refusals, key=lambda refusal: codes[refusal.code], default=None)


NOTHING = {
    "cable_home": "Headquarters has drawn no red line for you that a cable could lift.",
    "caucus": "You belong to no network; meet others one by one.",
    "press": "There is no text to lean on anybody about, or nobody depends on you.",
    "withdraw_pressure": "You have made no threat.",
    "challenge": "Nobody has told you anything that you could challenge.",
    "declare_lane": "You carry nothing on your own; take part in a text instead.",
    "disclose": "You can open your points to somebody you meet; meet somebody first.",
    "share": "You have made sure of nothing yet that you could share.",
    "investigate": "You know how all open questions stand.",
    "keep_pledge": "You have no pledge to settle.",
    "break_pledge": "You have no pledge to settle.",
    "carry_out_threat": "Nobody has defied a threat of yours.",
    "drop_threat": "Nobody has defied a threat of yours.",
}


def _nothing(kind: str) -> Refusal:
    return Refusal("nothing_there", NOTHING.get(kind, "There is no text on the table yet."), kind)


def _candidates(view: View, kind: str) -> Iterator[do.Command]:
    """Word every command of a kind that could come into question for the seat."""
    me, scene, room, own = view.seat, view.scene, view.room, view.own
    others = [agency for agency in scene.agency_ids if agency != me]
    texts = [text.id for text in open_texts(room)]
    facts = [question.id for question in scene.questions]
    issues = [issue.id for issue in scene.issues]
    match kind:
        case "meet":
            yield from (do.Meet(me, other) for other in others)
        case "disclose":
            yield from (do.Disclose(me, o, i, s) for o, i, s in product(sorted(own.met_now), issues, (False, True)))
        case "share":
            known = [fact for fact in facts if fact in own.knows]
            yield from (do.Share(me, f, o, s) for f, o, s in product(known, (None, *others), (False, True)))
        case "investigate":
            yield from (do.Investigate(me, fact) for fact in facts if fact not in own.knows)
        case "assess_jointly":
            yield from (do.AssessJointly(me, o.fact, tuple(m for m in o.members if m != me)) for o in own.joint_offers)
            yield from (do.AssessJointly(me, fact, (other,)) for fact, other in product(facts, others))
        case "cable_home":
            yield from (do.CableHome(me, line.id) for line in view.role.agency.red_lines)
        case "consult_home":
            yield do.ConsultHome(me)
        case "caucus":
            yield from (do.Caucus(me, network, issue) for network, issue in product(view.role.agency.networks, issues))
        case "press":
            over = [lever.over for lever in view.role.agency.leverage]
            yield from (do.Press(me, whom, text) for whom, text in product(over, texts))
        case "withdraw_pressure":
            yield from (do.WithdrawPressure(me, threat) for threat, t in own.threats.items() if t.presser == me)
        case "pledge":
            yield from (do.Pledge(me, other, text, 1) for other, text in product(others, texts))
        case "declare_lane":
            yield from (
                do.DeclareLane(me, issue.id, option.id)
                for issue in scene.issues
                for option in issue.options
                if me in option.carriers
            )
        case _:
            yield from _at_table(view, kind)


def _at_table(view: View, kind: str) -> Iterator[do.Command]:
    me, scene, room = view.seat, view.scene, view.room
    others = [agency for agency in scene.agency_ids if agency != me]
    texts = [text.id for text in open_texts(room)]
    match kind:
        case "table":
            yield from (
                do.Table(me, (Term(issue.id, option.id),), (me, other))
                for issue in scene.issues
                for option in issue.options
                for other in others[:1]
            )
        case "amend":
            for text in open_texts(room):
                now = text.latest
                for issue in scene.issues:
                    for option in issue.options:
                        kept = tuple(term for term in now.terms if term.issue != issue.id)
                        yield do.Amend(me, text.id, (*kept, Term(issue.id, option.id)), now.parties)
        case "challenge":
            heard = {(c.speaker, c.fact) for c in (*view.own.claims.values(), *room.claims.values()) if c.speaker != me}
            yield from (do.Challenge(me, whom, fact) for whom, fact in sorted(heard))
        case "concede_point":
            yield from (do.ConcedePoint(me, other) for other in others)
        case "name_power":
            yield do.NamePower(me)
        case "move_procedure":
            yield from _motions(view)
        case "raise_doubt":
            yield from (do.RaiseDoubt(me, text) for text in texts)
        case "call_signature":
            yield from (do.CallSignature(me, text) for text in texts)
        case "walk_out":
            yield do.WalkOut(me)
        case "come_back":
            yield do.ComeBack(me)
        case _:
            yield from _asked(view, kind)


def _motions(view: View) -> Iterator[do.Command]:
    me, room = view.seat, view.room
    if isinstance(room.interlude, Motion):
        motion = room.interlude
        yield do.MoveProcedure(me, motion.chair, motion.invite, motion.purpose)
        return
    yield from (do.MoveProcedure(me, chair=agency) for agency in view.scene.agency_ids)
    yield from (do.MoveProcedure(me, invite=(agency,)) for agency in view.scene.agency_ids)
    yield from (do.MoveProcedure(me, purpose=purpose) for purpose in Purpose)


def _asked(view: View, kind: str) -> Iterator[do.Command]:
    """Word what a phase itself asks for."""
    me, room, own = view.seat, view.room, view.own
    now = signing_now(room)
    match kind:
        case "convene":
            forum = room.forum
            yield do.Convene(me, forum.kind, tuple(sorted(forum.invited)), forum.purpose, forum.rule)
        case "take_stance":
            yield from (do.TakeStance(me, text.id, stance) for text in open_texts(room) for stance in Stance)
        case "sign" if now is not None:
            yield do.Sign(me, now)
        case "sign_with_reservation" if now is not None:
            yield from (do.SignWithReservation(me, now, term.issue) for term in room.texts[now].latest.terms)
        case "decline" if now is not None:
            yield do.Decline(me, now)
        case "answer_ballot":
            for accord in room.in_force:
                yield do.AnswerBallot(me, accord.text, 4 if me in accord.parties else None)
        case "keep_pledge":
            yield from (do.KeepPledge(me, pledge) for pledge, p in own.pledges.items() if p.pledger == me)
        case "break_pledge":
            yield from (do.BreakPledge(me, pledge) for pledge, p in own.pledges.items() if p.pledger == me)
        case "carry_out_threat":
            yield from (do.CarryOutThreat(me, threat) for threat, t in own.threats.items() if t.presser == me)
        case "drop_threat":
            yield from (do.DropThreat(me, threat) for threat, t in own.threats.items() if t.presser == me)
        case "set_effort":
            yield from (do.SetEffort(me, accord.text) for accord in room.in_force)
            yield do.SetEffort(me)
