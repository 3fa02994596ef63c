"""Choosing the words: in the seat's tone, with a reason of its community, and never what was heard before.

A seat knows only what it heard itself; so that two seats who do not hear each other never say the same to a third,
phrases and reasons are dealt out: what is said in private ends in a part that belongs to the speaker alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter

from game.opponents.luck import Luck
from game.opponents.manner import Manner
from game.opponents.speech.language import ANY, Language, capitals
from game.opponents.speech.languages import spoken
from game.opponents.speech.moves import THEMES, TO_ONE, act_of, concerned
from game.opponents.speech.names import names_for
from game.rules.commands import Command
from game.rules.ids import AgencyId
from game.rules.legality.convening import MESSAGE_LENGTH
from game.rules.view import View

BESIDE = 0.4
"""How often a phrase that could stand alone is followed by a reason."""
IN_CHARACTER, SAYS_SOMETHING, OWN = 0.15, 0.5, 0.5
"""By how much a phrase of the manner's own comes sooner than one for anybody, one that names something, one dealt to
the seat."""


@dataclass(frozen=True, slots=True)
class Part:
    """A phrase or a reason filled in; `is_mine` if nobody else at the table says it, `heard_at` tells when it was heard
    last (below 0: never)."""

    words: str
    is_mine: bool
    heard_at: int

    @property
    def is_new(self) -> bool:
        """Say whether it was never heard."""
        return self.heard_at < 0


def say(view: View, command: Command, manner: Manner, luck: Luck, heard: Sequence[str]) -> str:
    """Give the reason in public for a move chosen from this view, as it may be told to those who saw the move.

    `heard` is what the seat itself sent and received so far. Nothing ("") if there is nothing to say, or nothing new.
    """
    language, act = spoken(view.scene.language), act_of(view, command)
    if language is None or act is None or (act in TO_ONE and concerned(view, command) is None):
        return ""
    names = names_for(view, command, language, luck)
    seats = view.scene.agency_ids
    kin = tuple(face.id for face in view.scene.agencies if face.community is view.scene.face(view.seat).community)
    said = "\n".join(heard)
    phrases = [
        part
        for tone in (_tone(manner, language), ANY)
        for part in _parts(language.phrases[act].get(tone, ()), names, _Ear(luck, view.seat, seats, said), tone)
    ]
    reasons = _parts(_reasons(view, language, act), names, _Ear(luck, view.seat, kin, said), ANY)
    begin, after = ([part for _, part in sorted(row, key=lambda one: one[0])] for row in (phrases, reasons))
    offered = _sentences(begin, after, luck.has(BESIDE, "reason", act, len(heard)), is_private=act in TO_ONE)
    known = frozenset(heard)
    return next((words for words in offered if words not in known and len(words) <= MESSAGE_LENGTH), "")


def words_for(language: Language, act: str, tone: str) -> tuple[str, ...]:
    """List the phrases that can be used for an act in a tone."""
    return (*language.phrases[act].get(tone, ()), *language.phrases[act].get(ANY, ()))


def _tone(manner: Manner, language: Language) -> str:
    """Name the tone of a manner; one that has no phrases yet speaks like the nearest that has."""
    if any(manner.name in tones for tones in language.phrases.values()):
        return manner.name
    if manner.commitment < 0.5:
        return "talker"
    return "consensus_builder" if manner.regard >= 0.5 else "presser"


def _reasons(view: View, language: Language, act: str) -> tuple[str, ...]:
    theme = THEMES.get(act)
    return language.reasons[theme][view.scene.face(view.seat).community] if theme is not None else ()


@dataclass(frozen=True, slots=True)
class _Ear:
    """Who speaks among whom, with what luck, and all it has heard."""

    luck: Luck
    seat: AgencyId
    sharing: tuple[AgencyId, ...]
    said: str


def _parts(phrases: Iterable[str], names: Mapping[str, str], ear: _Ear, tone: str) -> list[tuple[float, Part]]:
    """Fill in the phrases whose names are all there, each with the place that luck gives it."""
    row = tuple(phrases)
    dealt = sorted(row, key=lambda phrase: ear.luck.shared("speech", phrase))
    mine = frozenset(dealt[ear.sharing.index(ear.seat) :: len(ear.sharing)])
    parts = []
    for phrase in row:
        wanted = wanted_names(phrase)
        if wanted <= names.keys():
            place = ear.luck.draw("speech", phrase) * (1.0 if tone == ANY else IN_CHARACTER)
            place *= SAYS_SOMETHING if any(names[name] for name in wanted) else 1.0
            place *= OWN if phrase in mine else 1.0
            words = capitals(phrase.format_map(names))
            parts.append((place, Part(words, phrase in mine, ear.said.rfind(stem(phrase)))))
    return parts


def _sentences(begin: Sequence[Part], after: Sequence[Part], has_reason: bool, *, is_private: bool) -> Iterator[str]:
    """Offer sentences, the freshest first, then what was heard longest ago; in private only what nobody else could say.

    Those are a phrase of one's own that stands alone, and any phrase with a reason of one's own.
    """
    fresh = [reason for reason in after if reason.is_new and (reason.is_mine or not is_private)]
    for part in (part for part in begin if part.is_new):
        alone = [part.words] if part.is_mine or not is_private else []
        joint = [f"{part.words} {reason.words}" for reason in fresh[:1]]
        yield from (*joint, *alone) if has_reason else (*alone, *joint)
    stale = sorted((part for part in begin if not part.is_new), key=lambda part: part.heard_at)
    yield from (f"{part.words} {reason.words}" for reason in fresh for part in stale)


@lru_cache(maxsize=4096)
def wanted_names(phrase: str) -> frozenset[str]:
    """Name what a phrase speaks of."""
    return frozenset(name for _, name, _, _ in Formatter().parse(phrase) if name)


@lru_cache(maxsize=4096)
def stem(phrase: str) -> str:
    """Give the longest run of a phrase's own words: by it the phrase is known again, whatever the names."""
    return max((words for words, _, _, _ in Formatter().parse(phrase)), key=len, default="")
