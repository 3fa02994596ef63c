"""What the words about a move can speak of: names that everybody who hears them knows already.

Nothing here reads what the seat keeps to itself: only what the case shows to all, what the room has seen, and what the
move itself tells. A phrase is used only if every name in it is there, so a name may also stand for a condition.
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from game.opponents.luck import Luck
from game.opponents.speech.concerns import best_term, worst_term
from game.opponents.speech.language import Language
from game.opponents.speech.moves import concerned
from game.rules import commands as do
from game.rules.course import open_texts, strongest_by_power
from game.rules.ids import AgencyId, TextId
from game.rules.texts import Term, Version
from game.rules.view import View
from game.rules.vocabulary import Stance

Pairs: TypeAlias = Iterator[tuple[str, str]]
CRITICAL = frozenset({Stance.RESERVATIONS, Stance.OBJECT, Stance.BLOCK})


def names_for(view: View, command: do.Command, language: Language, luck: Luck) -> Mapping[str, str]:
    """Name everything that a phrase about this move could speak of."""
    names = dict(_moment(view, language))
    names |= dict(_persons(view, command, language))
    names |= dict(_subject(view, command, language, luck))
    names |= dict(_wording(view, command, language))
    return names


def _moment(view: View, language: Language) -> Pairs:
    """Name the texts on the table, and (as empty names) how late it is."""
    texts = open_texts(view.room)
    if texts:
        yield "tabled", str(texts[-1].id)
    elif not view.room.accords:
        yield "early", ""
    if view.room.round >= view.scene.rounds:
        yield "late", ""
    elif view.room.round > 0:
        yield "soon", ""
    yield "chair", language.called(_name(view, view.room.forum.chair))


def _persons(view: View, command: do.Command, language: Language) -> Pairs:
    """Name whom a move concerns, what they have shown of texts, and who is brought in."""
    match command:
        case do.Challenge(_, whom, _) | do.ConcedePoint(_, whom):
            yield "whom", language.called(_name(view, whom))
            yield "name", _name(view, whom)
        case do.MoveProcedure(_, chair, invite, purpose):
            if chair is not None:
                yield "whom", language.called(_name(view, chair))
            if invite:
                yield "invited", language.row([language.called(_name(view, agency)) for agency in invite])
            if purpose is not None:
                yield "purpose", language.purposes[purpose]
        case do.Convene(_, forum, invited, purpose, _):
            yield "forum", language.forums[forum]
            if purpose is not None:
                yield "purpose", language.purposes[purpose]
            if len(set(invited) | {view.seat}) == len(view.scene.agencies):
                yield "everybody", ""
        case do.NamePower():
            yield from _power(view, language)
        case do.Meet(_, whom):
            yield from _shown(view, whom)


def _power(view: View, language: Language) -> Pairs:
    """Name the chair if it is the strongest here, as everybody sees it."""
    strongest = strongest_by_power(view.scene, view.room.present)
    if view.room.forum.chair in strongest and view.room.forum.chair != view.seat:
        yield "strong_chair", language.called(_name(view, view.room.forum.chair))
    if len(strongest) == 1 and strongest[0] != view.seat:
        yield "strongest", language.called(_name(view, strongest[0]))


def _shown(view: View, whom: AgencyId) -> Pairs:
    """Name a text that somebody has shown to be for or against."""
    for text in open_texts(view.room):
        stance = text.latest.stances.get(whom)
        if stance in CRITICAL:
            yield "objected", str(text.id)
        elif stance is Stance.ENDORSE:
            yield "endorsed", str(text.id)


def _subject(view: View, command: do.Command, language: Language, luck: Luck) -> Pairs:
    """Name the fact, the issue, the option, the network, the means of pressure that a move is about."""
    scene = view.scene
    match command:
        case do.Share() | do.AssessJointly() | do.Challenge():
            yield "fact", language.quoted(scene.question(command.fact).name)
        case do.Disclose(_, _, issue):
            yield "topic", language.quoted(scene.issue(issue).name)
        case do.Caucus(_, network, issue):
            yield "topic", language.quoted(scene.issue(issue).name)
            yield "network", language.called(scene.network_names.get(network, str(network).replace("_", " ")))
        case do.DeclareLane(_, issue, option):
            yield "topic", language.quoted(scene.issue(issue).name)
            yield "option", language.quoted(scene.option(issue, option).name)
        case do.Press(_, whom, _):
            yield from (
                ("lever", language.levers[lever.kind]) for lever in view.role.agency.leverage if lever.over == whom
            )
        case do.Meet(_, whom):
            yield from _asked_about(view, whom, language, luck)


def _asked_about(view: View, whom: AgencyId, language: Language, luck: Luck) -> Pairs:
    """Name an open issue on which somebody would have work to do; `theirs` (an empty name) if the seat has none."""
    carriers = {
        issue.name: {carrier for option in issue.options for carrier in option.carriers}
        for issue in view.scene.issues
        if view.room.settled_by(issue.id) is None
    }
    topics = [name for name, carrying in carriers.items() if whom in carrying]
    if topics:
        topic = luck.pick(topics, "topic", whom, view.room.round)
        yield "topic", language.quoted(topic)
        if view.seat not in carriers[topic]:
            yield "theirs", ""


def _wording(view: View, command: do.Command, language: Language) -> Pairs:
    """Name a text, and what in it is nearest to and furthest from what the agency stands for in public."""
    match command:
        case do.Table(_, terms, parties):
            yield from _terms(view, terms, language)
            yield from _reach(view, terms, parties, language)
        case do.Amend(_, text, terms, _):
            yield "text", str(text)
            yield from _terms(view, terms, language)
            if text in view.room.texts:
                yield from _change(view, view.room.texts[text].latest, terms, language)
        case do.SignWithReservation(_, text, issue):
            yield "text", str(text)
            yield "topic", language.quoted(view.scene.issue(issue).name)
            option = view.room.texts[text].latest.on(issue) if text in view.room.texts else None
            if option is not None:
                yield "option", language.quoted(view.scene.option(issue, option).name)
        case do.WalkOut():
            for open_text in open_texts(view.room)[-1:]:
                yield from _text(view, open_text.id, language)
        case _:
            text_id = _text_of(view, command)
            if text_id is not None:
                yield from _text(view, text_id, language)


def _text_of(view: View, command: do.Command) -> TextId | None:
    """Name the text that a move is about."""
    own = view.own
    match command:
        case do.WithdrawPressure(_, threat) | do.CarryOutThreat(_, threat) | do.DropThreat(_, threat):
            return own.threats[threat].text if concerned(view, command) is not None else None
        case do.KeepPledge(_, pledge) | do.BreakPledge(_, pledge):
            return own.pledges[pledge].text if concerned(view, command) is not None else None
        case do.Press() | do.Pledge() | do.RaiseDoubt() | do.CallSignature() | do.Sign() | do.Decline():
            return command.text
        case _:
            return None


def _text(view: View, text: TextId, language: Language) -> Pairs:
    yield "text", str(text)
    if text not in view.room.texts:
        return
    version = view.room.texts[text].latest
    yield from _terms(view, version.terms, language, is_own=version.author == view.seat)
    signed = sum(1 for signature in view.room.texts[text].signatures.values() if signature.is_signed)
    if signed == 0:
        yield "first", ""


def _terms(view: View, terms: tuple[Term, ...], language: Language, *, is_own: bool = True) -> Pairs:
    """Name what is best in a wording, and what is worst: that only by who did not write it."""
    if (best := best_term(view, terms)) is not None:
        yield "gain", language.quoted(view.scene.issue(best.issue).name)
        yield "good", language.quoted(view.scene.option(best.issue, best.option).name)
    if not is_own and (worst := worst_term(view, terms)) is not None:
        yield "thorn", language.quoted(view.scene.issue(worst.issue).name)
        yield "bad", language.quoted(view.scene.option(worst.issue, worst.option).name)


def _reach(view: View, terms: tuple[Term, ...], parties: tuple[AgencyId, ...], language: Language) -> Pairs:
    """Name what a new text leaves open, and (as an empty name) that nobody is left out of it."""
    settled = {term.issue for term in terms}
    left = [issue.name for issue in view.scene.issues if issue.id not in settled]
    if left and view.room.in_force == ():
        yield "open", language.quoted(left[0])
    if set(parties) == set(view.scene.agency_ids):
        yield "all", ""


def _change(view: View, before: Version, terms: tuple[Term, ...], language: Language) -> Pairs:
    """Name one term that an amendment changes or leaves out, and somebody who did not stand behind the old wording."""
    scene, kept = view.scene, {term.issue for term in terms}
    changed = [term for term in terms if before.on(term.issue) not in (None, term.option)]
    dropped = [term for term in before.terms if term.issue not in kept]
    if changed:
        old = before.on(changed[0].issue)
        yield "changed", language.quoted(scene.issue(changed[0].issue).name)
        yield "new", language.quoted(scene.option(changed[0].issue, changed[0].option).name)
        yield "old", language.quoted(scene.option(changed[0].issue, old).name) if old is not None else ""
    if dropped:
        yield "dropped", language.quoted(scene.option(dropped[0].issue, dropped[0].option).name)
    for agency in scene.agency_ids:
        if agency != view.seat and before.stances.get(agency) in CRITICAL:
            yield "objector", language.called(_name(view, agency))
            return


def _name(view: View, agency: AgencyId) -> str:
    return view.scene.face(agency).name
