"""One meeting of a paper form as commands, in the order in which the game wants them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from game.rules.case import Case
from game.rules.effects import TakeFloorMove
from game.scenario.paper.notes import command, listing, names, rows, word, words
from game.scenario.tree import NOTHING, Node

_STANCES = ("endorse", "reservations", "abstain", "object", "block")


@dataclass(frozen=True, slots=True)
class Course:
    """What stands after the meetings so far: who may speak, who chairs, and each text by its letter."""

    invited: frozenset[str]
    chair: str
    seated: frozenset[str]
    sponsors: Mapping[str, str] = field(default_factory=dict)
    parties: Mapping[str, Node] = field(default_factory=dict)

    @property
    def latest(self) -> str:
        """Name the text tabled last; A before there is any."""
        return tuple(self.sponsors)[-1] if self.sponsors else "A"


@dataclass(frozen=True, slots=True)
class _Move:
    """A floor move with the commands of those who join it at once."""

    seat: str
    commands: tuple[Node, ...]


def read_meeting(note: Node, case: Case, course: Course, game_round: int) -> tuple[list[Node], Course]:
    """Turn the note of a meeting into commands; the course is as it stands afterwards."""
    letter = course.latest
    commands = [node for write in _CORRIDOR for node in write(note, letter)]
    moves, after = _read_floor(note, case, course)
    order = {seat: place for place, seat in enumerate(_speaking_order(case, course, game_round))}
    moves.sort(key=lambda move: order.get(move.seat, len(order)))  # as stable as the form
    commands += [node for move in moves for node in move.commands]
    commands += _stances(note, after.latest)
    commands += _signatures(note, after.latest)
    return commands, after


# The corridor


def _met(note: Node, _: str) -> Iterator[Node]:
    for row in rows(note.get("met")):
        for whom in names(row.get("whom")):
            yield command("meet", row.get("who"), row, whom=whom)


def _opened(note: Node, _: str) -> Iterator[Node]:
    for row in rows(note.get("opened")):
        for whom in names(row.get("whom")):
            for issue in names(row.get("issues")):
                yield command("disclose", row.get("who"), row, whom=whom, issue=issue, shaded=row.get("shaded"))


def _told(note: Node, _: str) -> Iterator[Node]:
    for row in rows(note.get("told")):
        for whom in names(row.get("whom")):
            for fact in names(row.get("facts")):
                yield command("share", row.get("who"), row, whom=whom, fact=fact, spun=row.get("spun"))


def _found_out(note: Node, _: str) -> Iterator[Node]:
    for row in rows(note.get("found_out")):
        for fact in names(row.get("facts")):
            yield command("investigate", row.get("who"), row, fact=fact)


def _assessed(note: Node, _: str) -> Iterator[Node]:
    for row in rows(note.get("assessed")):
        together = names(row.get("who"))
        for who in together:
            partners = listing(tuple(other for other in together if other is not who), who.place)
            yield command("assess_jointly", who, row, fact=row.get("fact"), partners=partners)


def _calls_home(note: Node, _: str) -> Iterator[Node]:
    for seat in names(note.get("called_home")):
        yield command("consult_home", seat)
    for row in rows(note.get("cabled")):
        yield command("cable_home", row.get("who"), row, red_line=row.get("red_line"))


def _caucused(note: Node, _: str) -> Iterator[Node]:
    for row in rows(note.get("caucused")):
        for who in names(row.get("who")):
            yield command("caucus", who, row, network=row.get("network"), issue=row.get("issue"))


def _leaned(note: Node, letter: str) -> Iterator[Node]:
    for row in rows(note.get("leaned")):
        for whom in names(row.get("whom")):
            yield command("press", row.get("who"), row, whom=whom, text=_text(row, letter))


def _pledged(note: Node, letter: str) -> Iterator[Node]:
    for row in rows(note.get("pledged")):
        for whom in names(row.get("whom")):
            points = row.get("points")
            yield command("pledge", row.get("who"), row, whom=whom, text=_text(row, letter), points=points)


def _lanes(note: Node, _: str) -> Iterator[Node]:
    for row in rows(note.get("lanes")):
        terms = row.get("terms")
        for issue, option in terms.pairs():
            yield command("declare_lane", row.get("who"), row, issue=word(issue, terms.key(issue)), option=option)


_CORRIDOR: tuple[Callable[[Node, str], Iterator[Node]], ...] = (
    _met, _found_out, _assessed, _told, _opened, _calls_home, _caucused, _leaned, _pledged, _lanes,
)  # fmt: skip


# The floor


def _read_floor(note: Node, case: Case, course: Course) -> tuple[list[_Move], Course]:
    moves: list[_Move] = []
    for key, kind in (("came_back", "come_back"), ("named_power", "name_power"), ("walked_out", "walk_out")):
        moves += [_move(command(kind, seat)) for seat in names(note.get(key))]
    for row in rows(note.get("conceded")):
        moves += [_move(command("concede_point", row.get("who"), row, whom=whom)) for whom in names(row.get("whom"))]
    for row in rows(note.get("challenged")):
        moves.append(_move(command("challenge", row.get("who"), row, whom=row.get("whom"), fact=row.get("fact"))))
    for row in rows(note.get("moved")):
        moves.append(_motion(row))
        more = frozenset(name.value for name in names(row.get("invited")))
        course = replace(course, chair=row.get("chair").word or course.chair, invited=course.invited | more)
    for row in rows(note.get("tabled")):
        course = _with_text(course, row, case)
        parties = course.parties[course.latest]
        parts = {"terms": row.get("terms"), "parties": parties, "network": row.get("network")}
        moves.append(_move(command("table", row.get("who"), row, **parts)))
    for row in rows(note.get("amended")):
        text = _text(row, course.latest)
        known = course.parties.get(str(text.value), words(case.agency_ids, row.place))
        parties = _parties(row.get("parties"), case, known)
        moves.append(_move(command("amend", row.get("who"), row, text=text, terms=row.get("terms"), parties=parties)))
    for row in rows(note.get("doubted")):
        doubts = [command("raise_doubt", who, row, text=_text(row, course.latest)) for who in names(row.get("who"))]
        moves += [_move(*doubts)] if doubts else []
    movers = {move.seat for move in moves}
    for row in rows(note.get("signing")):
        text = _text(row, course.latest)
        moves.append(_move(command("call_signature", _caller(row, str(text.value), course, movers), row, text=text)))
    return moves, course


def _move(first: Node, *joining: Node) -> _Move:
    return _Move(str(first.get("seat").value), (first, *joining))


def _motion(row: Node) -> _Move:
    """Write a motion and the votes for it."""
    parts = {key: row.get(key) for key in ("chair", "purpose")}
    if row.get("invited") is not NOTHING:
        parts["invite"] = listing(names(row.get("invited")), row.get("invited").place)
    votes = (seat for seat in names(row.get("votes")) if seat.value != row.get("who").value)
    return _move(*(command("move_procedure", seat, row, **parts) for seat in (row.get("who"), *votes)))


def _with_text(course: Course, row: Node, case: Case) -> Course:
    """Give the next letter to a text."""
    letter = chr(ord("A") + min(len(course.sponsors), 25))
    parties = _parties(row.get("parties"), case, words(case.agency_ids, row.place))
    sponsors = {**course.sponsors, letter: str(row.get("who").value)}
    return replace(course, sponsors=sponsors, parties={**course.parties, letter: parties})


def _parties(node: Node, case: Case, usual: Node) -> Node:
    """Read `all` as every agency, and nothing as the usual ones."""
    if node.word == "all":
        return words(case.agency_ids, node.place)
    return usual if node.value is None else listing(names(node), node.place)


def _caller(row: Node, text: str, course: Course, movers: set[str]) -> Node:
    """Say who called for signatures: its sponsor, or the chair where the sponsor has moved already."""
    if row.get("called_by").word is not None:
        return row.get("called_by")
    sponsor = course.sponsors.get(text, course.chair)
    return word(course.chair if sponsor in movers else sponsor, row.place)


def _speaking_order(case: Case, course: Course, game_round: int) -> tuple[str, ...]:
    """Say who gets the floor when, as far as can be known beforehand (R2.2)."""
    taken = {
        effect.agency
        for event in case.occurrences
        if event.round == game_round
        for effect in event.effects
        if isinstance(effect, TakeFloorMove)
    }
    seats = [a for a in case.agency_ids if a in course.invited and a in course.seated and a not in taken]
    start = (game_round - 1) % len(seats) if seats else 0
    return tuple(seats[start:] + seats[:start])


# Stances and signatures


def _stances(note: Node, letter: str) -> Iterator[Node]:
    for row in rows(note.get("stances")):
        for stance in _STANCES:
            for seat in names(row.get(stance)):
                shown = word(stance, seat.place)
                yield command("take_stance", seat, text=_text(row, letter), stance=shown)


def _signatures(note: Node, letter: str) -> Iterator[Node]:
    for row in rows(note.get("signing")):
        text, reserved = _text(row, letter), row.get("reserved")
        for party, issue in reserved.pairs():
            yield command("sign_with_reservation", word(party, reserved.key(party)), text=text, issue=issue)
        for seat in names(row.get("signed")):
            if str(seat.value) not in reserved.entries:
                yield command("sign", seat, text=text)
        for seat in names(row.get("declined")):
            yield command("decline", seat, text=text)


def _text(row: Node, letter: str) -> Node:
    """Name the text of a note: the one it names, else the one tabled last."""
    return row.get("text") if row.get("text").word is not None else word(letter, row.place)


def found_course(case: Case, seated: frozenset[str], invited: tuple[Node, ...] | None) -> Course:
    """Say how the forum stands when the first meeting begins."""
    guests = case.forum.invited if invited is None else tuple(str(name.value) for name in invited)
    return Course(frozenset((*guests, case.forum.chair)), case.forum.chair, seated)
