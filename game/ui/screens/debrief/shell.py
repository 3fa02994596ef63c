"""What the four steps of the debrief share: the bar with the steps, the verdict, agencies by tile and name."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from game.analysis.space.untabled import Untabled
from game.debrief import Chronicle, Diary, Headline, Reason, headline, marked_words
from game.debrief.findings import flip_meaning, nearness_words
from game.debrief.words import deed
from game.desk.verdicts import VERDICTS
from game.rules.ids import AgencyId, TextId
from game.ui import (
    S4,
    S8,
    S12,
    SEMIBOLD,
    SMALL,
    Column,
    Either,
    Flow,
    Frame,
    Icon,
    Pad,
    Press,
    Row,
    Run,
    Skin,
    Space,
    Text,
    Tip,
    Tone,
    Widget,
    button,
    grow,
    icon_button,
    name,
    note,
    sized,
    spring,
    tabs,
    tiles,
    title,
    top_bar,
)
from game.ui.screens.debrief.judging import Judging
from game.whatif import Reckoning, Retold

STEPS = ("What happened", "Why", "What would have turned it", "What to carry over")
TONES: dict[str, Tone] = {"good": Tone.GOOD, "warn": Tone.WARN, "bad": Tone.BAD, "plain": Tone.ACCENT}
MOST_REASONS = 4


@dataclass(frozen=True, slots=True)
class Sight:
    """What is looked at: the game, whose screen it is, the accord, the signature, and which table of it."""

    story: Chronicle
    me: AgencyId | None
    text: TextId | None
    looked_at: AgencyId | None
    table: str
    page: str = "outcome"
    told: frozenset[int] = frozenset()
    """Commands that have a line in the course."""
    sought: int | None = None
    """The command whose line in the course is looked for."""
    has_diaries: bool = False
    books: tuple[Diary, ...] = ()
    """The computers' diaries, once they are asked for."""
    writer: AgencyId | None = None
    leaf: int | None = None
    """The page that is read, by its round."""
    about: AgencyId | None = None
    """Of whom the writer's estimate is opened."""
    picks: Mapping[str, str] = field(default_factory=dict)
    """What is looked at within the steps, by name (`picks`)."""
    is_of_class: bool = False
    judging: Judging | None = None
    """The lines by which it is judged; None where they cannot be moved."""
    reckoning: Reckoning | None = None
    """What running the game again shows, once that is worked out."""
    reckoning_problem: str = ""
    untabled: Untabled | None = None
    """The deal that was never tabled, while it is looked at."""
    retold: Retold | None = None
    """The game without the command that is left out, once that is worked out."""
    retold_problem: str = ""

    def pick(self, key: str, usual: str = "") -> str:
        """Say what is picked, or what is shown at first."""
        return self.picks.get(key, usual)


def shell(
    sight: Sight, step: int, body: Widget, *, of_class: tuple[Widget, ...] = (), above: tuple[Widget, ...] = ()
) -> Widget:
    """Put a step under the bar; what belongs to a class takes the place of the game's name."""
    above = (*above, *_moved(sight))
    whole = Column((*above, grow(body)), gap=S12) if above else body
    return Column((_bar(sight, step, of_class), grow(Pad(whole, S12))), gap=0)


def _moved(sight: Sight) -> tuple[Widget, ...]:
    """Say on every step that the game is judged by other lines than it was played by, and lead back."""
    words = marked_words(sight.story)
    if not words:
        return ()
    told = Text((Run(words),), size=SMALL, tone=Tone.WARN, weight=SEMIBOLD, max_lines=1)
    back = replace(button("lines back", "Back to the lines it was played by", icon="arrow-back-up"), least=0, y=2)
    line = Row((Icon("adjustments", 18, Tone.WARN), grow(told), back), gap=S8)
    return (Frame(line, fill=Tone.WARN_SOFT, edge=Tone.WARN, y=S4),)


def _bar(sight: Sight, step: int, of_class: tuple[Widget, ...]) -> Widget:
    brand = Text("False Coherence", weight=SEMIBOLD, tone=Tone.ON_BAR)
    left = (
        *(() if of_class else (brand,)),
        Text("Debrief", weight=SEMIBOLD, tone=Tone.ON_BAR),
        Text((Run(sight.story.case.title),), tone=Tone.ON_BAR_SOFT),
    )
    steps = tuple(_step(i, words, is_chosen=i == step) for i, words in enumerate(STEPS))
    leave = icon_button("leave", "door-exit", "Leave the class" if of_class else "Leave to the title", on_bar=True)
    return top_bar(left, (Row(steps, gap=S4), *of_class, leave))


def _step(index: int, words: str, *, is_chosen: bool) -> Widget:
    tone = Tone.ON_ACCENT if is_chosen else Tone.ON_BAR_SOFT
    label = Text(f"{index + 1} {words}", tone=tone, weight=SEMIBOLD if is_chosen else 400, leading=1.25)
    return Press(
        f"step:{index}",
        label,
        Skin.BAR,
        group="steps",
        chosen=is_chosen,
        value=index,
        sends="step",
        x=10,
        y=S4,
        radius=4,
        words=words,
    )


def verdict_card(sight: Sight, *, is_short: bool = False, with_remark: bool = False) -> Widget:
    """Say what it came to in one sentence, with its reasons beside it."""
    story = sight.story
    told = headline(story)
    tone = TONES[told.mood]
    words: tuple[Widget, ...] = (
        title(told.name, tone),
        Text((Run(told.sentence),), leading=1.35),
        *((note((Run(told.remark),)),) if with_remark else ()),
    )
    parts: list[Widget] = [Icon(VERDICTS[told.verdict], 34 if is_short else 42, tone), grow(Column(words, gap=2), 5)]
    if not is_short:
        parts.append(grow(_reasons(story, told, tone), 3))
    return Frame(Row(tuple(parts), gap=20), stripe=tone, x=20, y=8)


def _reasons(story: Chronicle, told: Headline, tone: Tone) -> Widget:
    most = MOST_REASONS if told.accord is None else MOST_REASONS - 1
    lines: list[Widget] = [_reason(one, tone) for one in told.reasons[:most]]
    if told.accord is not None:
        lines.append(Tip(note(nearness_words(story, told.accord)), flip_meaning(story, told.accord)))
    return Column(tuple(lines), gap=2)


def _reason(one: Reason, tone: Tone) -> Widget:
    mark = Icon("point" if one.is_against else "check", 14, tone if one.is_against else Tone.GOOD)
    line = Row((mark, grow(Text((Run(one.words),), size=SMALL, leading=1.3))), gap=6, align="start")
    return Tip(line, capital(one.measured) + ".")


def capital(words: str) -> str:
    """Begin with a capital."""
    return words[:1].upper() + words[1:]


def accord_tabs(sight: Sight) -> tuple[Widget, ...]:
    """Let several accords be looked at in turn; nothing where there is one at most."""
    lived = sight.story.lived
    if len(lived) < 2:
        return ()
    return (tabs("accord", tuple((accord.accord, f"Text {accord.accord}") for accord in lived), sight.text or ""),)


def agency(sight: Sight, seat: AgencyId, *, size: float = 24, is_short: bool = False) -> Widget:
    """Show an agency by tile and name, the short one where the full one needs two lines; "you" beside one's own."""
    face = sight.story.agency(seat)
    you = (Run(" (you)", weight=400, tone=Tone.SOFT),) if seat == sight.me else ()
    full, short = (name((Run(words), *you)) for words in (face.name, face.short))
    label = short if is_short else Either((full, short))
    return Row((tiles.tile(face, sight.story.case.agencies, size), grow(label)), gap=10)


def narrow(rows: tuple[Widget, ...], wide: float, gap: float = S12) -> Widget:
    """Put rows into the middle of the page, no wider than reads well, from the top."""
    return Row((spring(), sized(Column(rows, gap=gap), w=wide), spring()), gap=0, align="start")


def many_tiles(sight: Sight, seats: tuple[AgencyId, ...], size: float = 18) -> Widget:
    """Show agencies by their tiles alone, as many lines as it takes; a dash for none."""
    return Flow(tuple(tile(sight, seat, size) for seat in seats), gap=3, line_gap=3) if seats else note("–")


def tile(sight: Sight, seat: AgencyId | None, size: float = 22) -> Widget:
    """Show an agency by its tile alone, with its name as tip; room where there is none."""
    if seat is None:
        return Space(w=size)
    face = sight.story.agency(seat)
    return Tip(tiles.tile(face, sight.story.case.agencies, size), face.name)


def command_mark(sight: Sight, at: int | None, where: str) -> Widget:
    """Show the number of a command, and what it was as a tip; it leads to its line in the course, if it has one.

    `where` names the place on the page, for a command may be named in several.
    """
    if at is None:
        return Space()
    words = deed(sight.story, at)
    if at not in sight.told:
        return Tip(note(f"command {at}"), words)
    key, label = f"{where}:{at}", note((Run(f"command {at}", tone=Tone.ACCENT),))
    return Press(key, label, Skin.LINK, tip=words, value=(key, at), sends="command", x=2, y=0, radius=4, words=words)


def pressed(
    key: str,
    child: Widget,
    *,
    sends: str,
    value: object,
    group: str,
    chosen: bool = False,
    tip: str = "",
    words: str = "",
    y: float = 2,
) -> Press:
    """Make a row that can be chosen."""
    skin = Press(key, child, Skin.ROW, group=group, chosen=chosen, tip=tip, value=value, sends=sends, words=words)
    return replace(skin, x=S8, y=y, radius=6)
