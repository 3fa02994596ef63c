"""What a command at the table brings about."""

from game.rules import commands as do
from game.rules import events as was
from game.rules.appraisal import appraise
from game.rules.course import open_texts, strongest_by_power, voters
from game.rules.deciding.minutes import Minutes
from game.rules.deciding.relations import lower_trust, open_fact, raise_trust
from game.rules.ids import AgencyId, TextId
from game.rules.legality.plenary import SHOWN, is_power_named_at
from game.rules.replacing import replace
from game.rules.room import Conclave, Motion
from game.rules.texts import Version
from game.rules.view import view
from game.rules.vocabulary import Phase, Stance


def use_floor(minutes: Minutes) -> None:
    """Use up one floor move; the next speaker follows when none is left."""
    room = minutes.room
    if room.floor_left > 1:
        minutes.tell_room(was.FloorMoved(room.speakers, room.floor_left - 1))
    else:
        give_floor_on(minutes)


def give_floor_on(minutes: Minutes) -> None:
    """Give the floor to the next speaker."""
    minutes.tell_room(was.FloorMoved(minutes.room.speakers[1:], minutes.ruleset.floor_moves))


def table(minutes: Minutes, command: do.Table) -> None:
    me, room = command.seat, minutes.room
    sponsors: tuple[AgencyId, ...] = (me,)
    if command.network is not None:
        sponsors = (me, *(m for m in minutes.own(me).caucuses[command.network].joined if m != me))
    version = Version(me, command.terms, command.parties, room.round, minutes.at)
    minutes.tell_room(was.Tabled(_letter(len(room.texts)), sponsors, tuple(sorted(room.forum.invited)), version))
    use_floor(minutes)


def _letter(count: int) -> TextId:
    """Name texts A, B, … Z, AA, AB, …"""
    name = ""
    count += 1
    while count:
        count, rest = divmod(count - 1, 26)
        name = chr(ord("A") + rest) + name
    return TextId(name)


def amend(minutes: Minutes, command: do.Amend) -> None:
    version = Version(command.seat, command.terms, command.parties, minutes.room.round, minutes.at)
    minutes.tell_room(was.Amended(command.text, version))
    use_floor(minutes)


def take_stance(minutes: Minutes, command: do.TakeStance) -> None:
    me = command.seat
    minutes.tell((me,), was.StanceTaken(me, command.text, command.stance))
    if all(text.id in minutes.own(me).cast for text in open_texts(minutes.room)):
        minutes.tell_room(was.StancesReady(me))


def show_stances(minutes: Minutes) -> None:
    """Show everybody's stances at the same moment; who took none abstains."""
    cast = {seat: minutes.own(seat).cast for seat in sorted(voters(minutes.room))}
    for text in open_texts(minutes.room):
        shown = {seat: stances.get(text.id, Stance.ABSTAIN) for seat, stances in cast.items()}
        before = {seat: stance for version in text.versions for seat, stance in version.stances.items()}
        changed = tuple(seat for seat, stance in shown.items() if before.get(seat, stance) is not stance)
        minutes.tell_room(was.StancesShown(text.id, shown, changed, minutes.at))


def challenge(minutes: Minutes, command: do.Challenge) -> None:
    """Challenge a claim: spin comes out before everybody, challenging what was straight costs trust."""
    me, whom, fact = command.seat, command.whom, command.fact
    claims = (*minutes.own(me).claims.values(), *minutes.room.claims.values())
    heard = [c for c in claims if c.speaker == whom and c.fact == fact and me in c.hearers]
    was_spun = any(c.says is not minutes.own(me).knows[fact] and c.id in minutes.own(whom).spun for c in heard)
    minutes.tell_room(was.Challenged(me, whom, fact, was_spun, minutes.at))
    if was_spun:
        open_fact(minutes, fact)
        for seat in sorted(minutes.room.present - {whom}):
            if not any(c.id in minutes.own(seat).found_out for c in heard):
                lower_trust(minutes, seat, whom, is_scarring=True)
    else:
        for seat in sorted(minutes.room.present - {me}):
            lower_trust(minutes, seat, me)
    use_floor(minutes)


def concede_point(minutes: Minutes, command: do.ConcedePoint) -> None:
    me, whom = command.seat, command.whom
    is_about_power = is_power_named_at(view(minutes.state, me)) and whom in minutes.room.forum.power_named
    minutes.tell_room(was.PointConceded(me, whom, is_about_power))
    raise_trust(minutes, whom, me, times=2)
    use_floor(minutes)


def name_power(minutes: Minutes, command: do.NamePower) -> None:
    strongest = strongest_by_power(minutes.state.scene, minutes.room.present)
    minutes.tell_room(was.PowerNamed(command.seat, strongest))
    use_floor(minutes)


def move_procedure(minutes: Minutes, command: do.MoveProcedure) -> None:
    if isinstance(minutes.room.interlude, Motion):
        minutes.tell_room(was.MotionAnswered(command.seat, is_aye=True))
        return
    use_floor(minutes)
    motion = Motion(command.seat, command.chair, command.invite, command.purpose, (command.seat,))
    minutes.tell_room(was.MotionOpened(motion))


def close_motion(minutes: Minutes, motion: Motion) -> None:
    """End a vote: a majority of those present carries it (R2.1)."""
    forum = minutes.room.forum
    is_carried = 2 * len(motion.ayes) > len(voters(minutes.room))
    strongest = strongest_by_power(minutes.state.scene, minutes.room.seated)
    now = _carried(forum, motion, strongest) if is_carried else forum
    minutes.tell_room(was.MotionClosed(motion, is_carried, now))


def _carried(forum: Conclave, motion: Motion, strongest: tuple[AgencyId, ...]) -> Conclave:
    """Change the forum as moved; a chair taken from the strongest grants power that was named."""
    chair = motion.chair or forum.chair
    has_changed_hands = chair != forum.chair and bool(forum.power_named) and chair not in strongest
    return replace(
        forum,
        chair=chair,
        invited=forum.invited | set(motion.invite),
        purpose=motion.purpose or forum.purpose,
        is_power_conceded=forum.is_power_conceded or has_changed_hands,
    )


def raise_doubt(minutes: Minutes, command: do.RaiseDoubt) -> None:
    """Show my true support, and the stance that fits it."""
    me, text = command.seat, minutes.room.texts[command.text]
    is_first = minutes.room.interlude is None
    support = appraise(view(minutes.state, me), text.latest.terms, text.latest.parties, text.id).support
    if is_first and minutes.room.phase is Phase.FLOOR:
        use_floor(minutes)
    minutes.tell_room(was.DoubtRaised(me, text.id, support, _fitting(support)))


def _fitting(support: float) -> Stance:
    return min((s for s in SHOWN if s is not Stance.BLOCK), key=lambda stance: abs(SHOWN[stance] - support))


def call_signature(minutes: Minutes, command: do.CallSignature) -> None:
    text = minutes.room.texts[command.text]
    minutes.tell_room(was.SignatureCalled(command.seat, text.id, len(text.versions)))
    use_floor(minutes)


def walk_out(minutes: Minutes, command: do.WalkOut) -> None:
    give_floor_on(minutes)
    minutes.tell_room(was.WalkedOut(command.seat))


def come_back(minutes: Minutes, command: do.ComeBack) -> None:
    minutes.tell_room(was.CameBack(command.seat))
    use_floor(minutes)


def speaking_order(minutes: Minutes) -> tuple[AgencyId, ...]:
    """Say who gets the floor this round: the invited who are seated, the first place going round with the rounds.

    Whoever walked out has its turn too, to come back.
    """
    room, case = minutes.room, minutes.state.case
    seats = [a for a in case.agency_ids if a in room.forum.invited & room.seated and a not in room.floor_taken]
    start = (room.round - 1) % len(seats) if seats else 0
    return tuple(seats[start:] + seats[:start])
