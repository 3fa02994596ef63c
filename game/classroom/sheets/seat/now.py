"""What must be decided now: the question of this moment with its answers, and what bears on it."""

from game.classroom.sheets.seat.acting import acting
from game.classroom.sheets.seat.meeting import answering, convening, stancing
from game.classroom.sheets.seat.rows import Row, balance_row
from game.classroom.sheets.seat.sight import Sight
from game.classroom.sheets.seat.signing import signing
from game.classroom.sheets.seat.year import balloting, exerting, settling, year
from game.desk.balance import balance_of, coming_into_force, pressures
from game.desk.paper import text_in_view
from game.desk.plan import burdened
from game.desk.words import TODAY, calls, points, text_name
from game.desk.worths import no_accord, no_accord_words
from game.record.sentences.narrator import listed
from game.rules.course import open_texts, signing_now
from game.rules.ids import TextId
from game.rules.room import Doubt
from game.rules.vocabulary import Phase

MEETING = frozenset({Phase.CONVENING, Phase.CORRIDOR, Phase.FLOOR, Phase.STANCES})
YEAR = frozenset({Phase.SETTLING, Phase.FIRST_EFFORTS, Phase.SECOND_EFFORTS, Phase.CLOSED})
TIPS = {
    Phase.CORRIDOR: "corridor",
    Phase.FLOOR: "floor",
    Phase.STANCES: "stances",
    Phase.SIGNING: "signing",
    Phase.BALLOT: "ballot",
    Phase.FIRST_EFFORTS: "efforts",
}
HEADING_TIPS = {"lean": "pressure", "our_lane": "lane"}
"""First-time tips of a case that belong to an open heading."""


def now(sight: Sight) -> Row:
    """Set out what is asked, what leans on me, and the text in view."""
    phase = sight.room.phase
    is_meeting = phase in MEETING
    return {
        "ask": _ask(sight),
        "alerts": _alerts(sight) if is_meeting else [],
        "brief": _brief(sight) if is_meeting and phase is not Phase.STANCES else None,
        "year": year(sight) if phase in YEAR else None,
        "tips": _tips(sight),
    }


def _ask(sight: Sight) -> Row:
    phase = sight.room.phase
    if phase is Phase.CLOSED:
        return {"kind": "closed"}
    if phase is Phase.SIGNING and signing_now(sight.room) is not None:
        return signing(sight)
    if not sight.is_mine:
        return {"kind": "wait", "stands": _stands(sight)}
    if sight.room.interlude is not None:
        return answering(sight)
    match phase:
        case Phase.CONVENING:
            return convening(sight.view)
        case Phase.STANCES:
            return stancing(sight)
        case Phase.BALLOT:
            return balloting(sight)
        case Phase.SETTLING:
            return settling(sight)
        case Phase.FIRST_EFFORTS | Phase.SECOND_EFFORTS:
            return exerting(sight.view)
    return acting(sight)


def _stands(sight: Sight) -> str:
    """Say what I have done in this phase, where that is worth saying."""
    match sight.room.phase:
        case Phase.BALLOT:
            return "Your ballot is in the box."
        case Phase.FIRST_EFFORTS | Phase.SECOND_EFFORTS:
            return "Your effort is set." if burdened(sight.view) else "You carry nothing and watch."
        case Phase.STANCES:
            return "Your stances are taken." if sight.seat in sight.room.stanced else ""
        case Phase.CORRIDOR:
            return "You are done in the corridor." if sight.seat in sight.room.passed else ""
    return ""


def _alerts(sight: Sight) -> list[Row]:
    """Say who leans on me about an open text, and who waits for me to join them."""
    view = sight.view
    found: list[Row] = []
    for text in open_texts(view.room):
        about = [words for words in pressures(view, text.id) if not words.startswith("You lean")]
        found += [{"icon": "scale", "tint": "warn", "words": _about(text.id, words)} for words in about]
    for offer in view.own.joint_offers:
        if view.seat not in offer.joined:
            name = view.scene.question(offer.fact).name
            words = f"{calls(view.scene, offer.joined)} would look into “{name}” together with you."
            found.append({"icon": "search", "tint": "accent", "words": words})
    for caucus in view.own.caucuses.values():
        if view.seat not in caucus.joined:
            called = view.scene.network_names.get(caucus.network, str(caucus.network))
            issue = view.scene.issue(caucus.issue).name
            words = f"{called}: {calls(view.scene, caucus.joined)} would sit down about “{issue}”."
            found.append({"icon": "messages", "tint": "accent", "words": words})
    return found


def _about(text: TextId, words: str) -> str:
    """Name the text that somebody leans on me about, where no text is in view."""
    return words.replace("about this text", f"about Text {text}", 1)


def _brief(sight: Sight) -> Row:
    """Say in short what the text in view is worth, and what walking away is."""
    view = sight.view
    doubt = view.room.interlude
    text = text_in_view(view, doubt.text if isinstance(doubt, Doubt) else None)
    found = balance_of(view, text)
    row = balance_row(found)
    if text == TODAY:
        row |= {"reservation": points(no_accord(view)), "not_words": no_accord_words(view), "verdict": ""}
        return {
            **row,
            "text": text,
            "name": "As it stands today",
            "worth_words": "As it stands",
            "force": "",
            "more": "",
        }
    force = coming_into_force(view, view.room.texts[text])
    others = [text_name(view.room, one.id) for one in open_texts(view.room) if one.id != text]
    return {
        **row,
        "text": text,
        "name": text_name(view.room, text),
        "worth_words": f"{text_name(view.room, text)} is worth",
        "not_words": "not signing",
        "force": force.short,
        "more": f"Also on the table: {listed(others)}." if others else "",
    }


def _tips(sight: Sight) -> list[Row]:
    """List the first-time tips of the case that fit, each with the heading it waits for (none: at once)."""
    tips, rows = sight.scene.tips, []
    if not sight.is_mine or sight.room.interlude is not None:
        return []
    if sight.room.phase in (Phase.CORRIDOR, Phase.FLOOR):
        rows += [
            {"tip": name, "words": tips[name], "heading": heading}
            for heading, name in HEADING_TIPS.items()
            if name in tips
        ]
    name = TIPS.get(sight.room.phase, "")
    if name in tips:
        rows.append({"tip": name, "words": tips[name], "heading": ""})
    return [dict(row) for row in rows]
