"""What a computer seat thought when it moved: numbers, the reason, and the words of its diary."""

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

from game.opponents.diary.names import about, names_for
from game.opponents.diary.phrases import EXPECTED, PHRASES, WEAK
from game.opponents.diary.why import Why, why_of
from game.opponents.diary.worths import Worth, worth_of
from game.opponents.luck import Luck
from game.opponents.manner import Manner
from game.opponents.speech.english import called
from game.opponents.speech.language import capitals
from game.rules import commands as do
from game.rules.ids import AgencyId
from game.rules.view import View

LANGUAGE = "en"
"""The one language in which diaries are written."""
TOLD_OF_TEXTS = frozenset({"sign", "sign_with_reservation", "decline", "take_stance", "call_signature", "pass"})
"""Moves after which a diary goes on about the text."""
WEIGHED = frozenset(
    {Why.OWN, Why.WORTH, Why.RIPE, Why.LAST_CALL, Why.ALMOST, Why.TIPPED, Why.BARGAINS, Why.PLEASES, Why.NOT_ENOUGH}
)
"""Reasons after which it goes on about what the text will come to."""
AWAY = " walking away"
"""Left out where the same figure was given before."""
NO_TRUST = 0.4
"""Trust below which a seat writes about it."""


@dataclass(frozen=True, slots=True)
class Thought:
    """What one move meant to the seat that made it. `worth` is that of the text the move is about, if there is one."""

    why: Why
    worth: Worth | None
    words: str


def is_written_in(tag: str) -> bool:
    """Say whether diaries are kept in the language of a tag such as "en" or "en-GB"."""
    return tag.split("-", maxsplit=1)[0].lower() == LANGUAGE


def think(
    view: View, manner: Manner, luck: Luck, command: do.Command, before: Mapping[Why, int] | None = None
) -> Thought | None:
    """Say what a seat thought before it gave a command; None for what needs no reason, or in another language.

    `before` counts how often each reason was given, so that it is put in other words the next time.
    """
    if not is_written_in(view.scene.language):
        return None
    text = about(view, command)
    worth = worth_of(view, manner, luck, view.room.texts[text]) if text is not None else None
    why = why_of(view, manner, command, worth)
    if why is None:
        return None
    names = names_for(view, manner, luck, command, worth)
    nth = (before or {}).get(why, 0)
    parts = [_put(PHRASES[why], names, luck, nth, why)]
    if worth is not None and command.kind in TOLD_OF_TEXTS:
        is_figure_named = names.get("paper", "") in parts[0]
        beside = names | {"expected": names["expected"].removesuffix(AWAY)} if is_figure_named else names
        parts += _beside(worth, beside, luck, nth, why)
    return Thought(why, worth, " ".join(part for part in parts if part))


def _beside(worth: Worth, names: Mapping[str, str], luck: Luck, nth: int, why: Why) -> list[str]:
    """Say what the text would come to, where that is another figure; else whom the seat wonders about."""
    if why not in WEIGHED:
        return []
    if worth.is_short_of_paper:
        return [_put(EXPECTED, names, luck, nth, "expected", why)]
    return [_put(WEAK, names, luck, nth, "weak", why)]


def _put(phrases: tuple[str, ...], names: Mapping[str, str], luck: Luck, nth: int, *key: str) -> str:
    """Choose a phrase whose names are all there, by luck and another each time, and fill it in; "" if there is none."""
    fitting = [phrase for phrase in phrases if wanted(phrase) <= names.keys()]
    if not fitting:
        return ""
    fitting.sort(key=lambda phrase: luck.draw("diary", *key, phrase))
    return capitals(fitting[nth % len(fitting)].format_map(names))


def wanted(phrase: str) -> frozenset[str]:
    """Name what a phrase speaks of."""
    return frozenset(name for _, name, _, _ in Formatter().parse(phrase) if name)


def trust_words(view: View) -> str:
    """Say whom a seat trusts least, and what it holds against it; "" where it trusts everybody well enough."""
    if not is_written_in(view.scene.language):
        return ""
    others = [agency for agency in view.scene.agency_ids if agency in view.own.trust and agency in view.room.seated]
    least = min(others, key=lambda agency: (view.own.trust[agency], agency), default=None)
    if least is None or view.own.trust[least] >= NO_TRUST:
        return ""
    return f"Of all here we trust {called(view.scene.face(least).name)} least. {_held_against(view, least)}"


def _held_against(view: View, agency: AgencyId) -> str:
    own = view.own
    if any(pledge.pledger == agency and pledge.is_kept is False for pledge in own.pledges.values()):
        return "It broke a promise to us."
    claims = {**own.claims, **view.room.claims}
    said = [claim.id for claim in claims.values() if claim.speaker == agency]
    said += [disclosure.id for disclosure in own.disclosures.values() if disclosure.speaker == agency]
    if not own.found_out.isdisjoint(said):
        return "It told us what was not so."
    if any(threat.presser == agency and threat.pressed == view.seat for threat in own.threats.values()):
        return "It leaned on us."
    start = view.role.agency.trust.get(agency, view.ruleset.trust_start)
    if start < NO_TRUST:
        return "We came with that; it has done nothing to us here."
    return "Too little has passed between us to change that."
