"""What signing and not signing a text comes to for me, and what stands in the way: the foot of the paper."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.desk.words import TODAY, Course, began, call, calls, counted, course, points
from game.desk.worths import worth_words
from game.rules.appraisal import appraise
from game.rules.course import signing_now
from game.rules.ids import AgencyId, RedLineId, TextId
from game.rules.texts import Term, Text
from game.rules.view import View
from game.rules.vocabulary import DecisionRule


@dataclass(frozen=True, slots=True)
class Balance:
    """All in points but `at` and `mark`, which are places (0..1) on one line for worth and for not signing."""

    worth: float
    reservation: float
    at: float
    mark: float
    verdict: str
    is_better: bool
    is_worse: bool
    crossed: tuple[str, ...]
    """The words of the red lines that it crosses."""
    effort: float
    pledges: float
    made_of: str = ""
    """The worth as a sum, where more goes into it than the points of the issues."""


@dataclass(frozen=True, slots=True)
class Force:
    """What a text still needs to come into force: in a few words, in full, and whether it can."""

    short: str
    full: str
    is_possible: bool


def balance(view: View, terms: tuple[Term, ...], parties: tuple[AgencyId, ...], text: TextId | None = None) -> Balance:
    """Weigh terms between parties for me."""
    found = appraise(view, terms, parties, text)
    top = max(found.best, found.worth, found.reservation, 1.0)
    gain = found.worth - found.reservation
    verdict = f"{points(abs(gain))} {'better' if gain > 0 else 'worse'}"
    if found.crossed:
        verdict = "crosses a red line"
    elif abs(gain) < 0.05:
        verdict = "as good as not signing"
    return Balance(
        worth=found.worth,
        reservation=found.reservation,
        at=_place(found.worth / top),
        mark=_place(found.reservation / top),
        verdict=verdict,
        is_better=gain >= 0.05 and not found.crossed,
        is_worse=gain <= -0.05 or bool(found.crossed),
        crossed=tuple(_red_line(view, line) for line in found.crossed),
        effort=found.effort,
        pledges=found.pledges,
        made_of=worth_words(view, terms, parties, found),
    )


def balance_of(view: View, text: TextId) -> Balance:
    """Weigh a text on the table, or the world as it stands."""
    if text == TODAY:
        return balance(view, (), ())
    now = view.room.texts[text].latest
    return balance(view, now.terms, now.parties, text)


def _red_line(view: View, line: RedLineId) -> str:
    """Find the words of one of my red lines."""
    return next(own.text for own in view.role.agency.red_lines if own.id == line)


def must_carry(view: View, terms: Iterable[Term]) -> tuple[AgencyId, ...]:
    """Name who would have to carry these terms, in the order of the case."""
    needed = {agency for term in terms for agency in view.scene.option(term.issue, term.option).carriers}
    return tuple(agency for agency in view.scene.agency_ids if agency in needed)


def coming_into_force(view: View, paper: Text) -> Force:
    """Say who has to sign a text for it to come into force, and who has (R3.4)."""
    now, scene, me = paper.latest, view.scene, view.seat
    if paper.id in view.room.accords:
        return Force("in force", "It is in force between those who signed.", is_possible=True)
    carriers = must_carry(view, now.terms)
    missing = [agency for agency in carriers if agency not in now.parties]
    if view.room.forum.rule is DecisionRule.CONSENSUS:
        needed = [agency for agency in scene.agency_ids if agency in now.parties and agency in view.room.seated]
        full = f"Everyone named signs ({calls(scene, needed, me)}), and nobody invited blocks."
    else:
        needed = list(carriers)
        full = f"Whoever carries a term signs: {calls(scene, needed, me) or 'nobody has to'}."
    if course(view.room, paper.id) is Course.FELL and signing_now(view.room) != paper.id:
        again = "It fell at the last signing. It can be changed, or called once more."
        return Force("fell", f"{again} {full}", is_possible=False)
    signed = [agency for agency in needed if (s := paper.signatures.get(agency)) is not None and s.is_signed]
    short = f"{len(signed)} of {len(needed)} signed" if signed else f"{counted(len(needed), 'signature')}"
    if missing:
        verb = "carries a term and is" if len(missing) == 1 else "carry terms and are"
        is_whole = view.room.forum.rule is DecisionRule.CARRIERS and set(missing) & view.room.present
        falls = "so the text cannot come into force" if is_whole else "such a term cannot come into force"
        full += f" {calls(scene, missing, me)} {verb} no party: {falls}."
    return Force(short, full, is_possible=not missing)


def pressures(view: View, text: TextId) -> tuple[str, ...]:
    """Say who leans on me about a text, with what, and whom I lean on."""
    found = []
    for threat in view.own.threats.values():
        if threat.text != text or threat.is_settled:
            continue
        if threat.pressed == view.seat:
            lever = view.role.leverage_on_me.get(threat.presser)
            what = f": {lever.text}" if lever is not None and lever.text else ""
            back = " Taken back." if threat.is_withdrawn else ""
            pain = points(view.ruleset.threat_pain * threat.strength)
            cost = "" if threat.is_withdrawn else f" If you do not sign, it can cost you {pain}."
            found.append(f"**{call(view.scene, threat.presser)}** leans on you about this text{what}.{cost}{back}")
        elif not threat.is_withdrawn:
            found.append(f"You lean on **{call(view.scene, threat.pressed)}** about this text.")
    return tuple(found)


def promises(view: View, text: TextId) -> tuple[str, ...]:
    """Say what was pledged to me or by me for a text."""
    found = []
    for pledge in view.own.pledges.values():
        if pledge.text != text:
            continue
        if pledge.to == view.seat:
            sure = points(pledge.points * view.own.trust.get(pledge.pledger, 0.0))
            who = call(view.scene, pledge.pledger)
            found.append(
                f"**{who}** pledged you {points(pledge.points)} for it; as you trust them, that counts {sure}."
            )
        else:
            found.append(f"You pledged **{call(view.scene, pledge.to)}** {points(pledge.points)} for it.")
    return tuple(found)


def spoken(view: View, paper: Text) -> tuple[str, ...]:
    """Say who doubted this version aloud, and who has signed or declined."""
    scene, me = view.scene, view.seat
    lines = [
        f"**{began(call(scene, who, me))}** raised a doubt: {_support(support)}."
        for who, support in paper.doubts.items()
    ]
    signed = [agency for agency, signature in paper.signatures.items() if signature.is_signed]
    declined = [agency for agency, signature in paper.signatures.items() if not signature.is_signed]
    if signed:
        lines.append(f"Signed by {calls(scene, signed, me)}.")
    if declined:
        lines.append(f"Declined by {calls(scene, declined, me)}.")
    return tuple(lines)


def _support(support: float) -> str:
    if support <= -0.5:
        return "it is against the text"
    if support < 0.05:
        return "it does not support it"
    return "it supports it only in part" if support < 0.75 else "it supports it all the same"


def _place(share: float) -> float:
    return max(0.0, min(1.0, share))
