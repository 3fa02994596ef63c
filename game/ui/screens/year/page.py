"""What the screens after the meetings share: the bar, the record, a tip, and whom the game waits for."""

from game.desk.words import PHASES, calls
from game.record.sentences import Sentence
from game.rules.ids import AgencyId
from game.rules.scene import Scene
from game.rules.vocabulary import Phase
from game.ui import (
    S4,
    S8,
    S12,
    S16,
    SEMIBOLD,
    SMALL,
    Column,
    Frame,
    Pad,
    Row,
    Run,
    Scroll,
    Size,
    Space,
    Text,
    Tone,
    Widget,
    badge,
    button,
    grow,
    icon_button,
    key_cap,
    name,
    notice,
    panel,
    sized,
    small,
    top_bar,
)
from game.ui.screens.class_signs import class_strip, class_tools
from game.ui.screens.table.top import coach_button
from game.ui.sitting import Sitting
from game.ui.tiles import tile
from game.ui.widgets.marks import Icon

TALL = 860.0
"""From this height on a text is shown with what its options say."""
MOST_LINES = 120
"""Lines of the record that are shown; the newest."""


def page(sitting: Sitting, body: Widget, foot: Widget, *, tip: str = "", remark: str = "") -> Widget:
    """Put a page together: bar, tip, body, notice, foot."""
    parts: list[Widget] = [*class_strip(sitting)]
    if not parts and (words := sitting.tip(tip) if tip else None) is not None:
        parts.append(tip_line(words))
    parts.append(grow(body))
    if sitting.notice:
        parts.append(notice((Run(sitting.notice),), "warn"))
    parts.append(foot)
    return Column((bar(sitting, remark), grow(Pad(Column(tuple(parts), gap=S12), S12))), gap=0)


def beside_record(sitting: Sitting, left: Widget, size: Size) -> Widget:
    """Set what is asked beside the record."""
    wide = min(400.0, max(300.0, size.w * 0.25))
    return Row((grow(left), sized(record_panel(sitting), w=wide)), gap=S12, align="stretch")


def bar(sitting: Sitting, remark: str = "") -> Widget:
    """Say where the game stands and who sits here."""
    scene, room = sitting.table.scene, sitting.table.public_view().room
    face = scene.face(sitting.seat)
    brand = Text("False Coherence", weight=SEMIBOLD, tone=Tone.ON_BAR)
    left = (
        *((brand,) if sitting.member is None else ()),
        Text((Run(scene.title),), tone=Tone.ON_BAR, max_lines=1),
        Text(_when(sitting, remark), tone=Tone.ON_BAR_SOFT),
        _phase(PHASES[room.phase]),
    )
    seat = "Watching" if sitting.is_watching else face.short
    sign: tuple[Widget, ...] = () if sitting.is_watching else (tile(face, scene.agencies, 26),)
    coach: tuple[Widget, ...] = (coach_button(),) if sitting.has_coach else ()
    right = (
        *class_tools(sitting),
        *coach,
        *sign,
        Text((Run(seat),), weight=SEMIBOLD, tone=Tone.ON_BAR),
        icon_button("menu", "settings", "Menu", on_bar=True, hint="Esc"),
        key_cap("F1", Tone.ON_BAR_SOFT, Tone.BAR),
    )
    return top_bar(left, right)


def _when(sitting: Sitting, remark: str) -> str:
    room = sitting.table.public_view().room
    if room.phase is Phase.BALLOT:
        return "After the last round"
    return remark or f"Round {room.round} of {sitting.table.scene.rounds}"


def _phase(words: str) -> Widget:
    label = Text(words, weight=SEMIBOLD, tone=Tone.ON_ACCENT, leading=1.25)
    return Frame(label, fill=Tone.ACCENT, edge=None, x=10, y=S4, radius=4)


def tip_line(words: str) -> Widget:
    """Show a first-time tip that can be put away."""
    close = button("tip", "Got it")
    line = Row((Icon("bulb", 20, Tone.ACCENT), grow(small(words)), close), gap=S12)
    return Frame(line, fill=Tone.ACCENT_SOFT, edge=Tone.ACCENT, x=S12, y=6)


def record_panel(sitting: Sitting) -> Widget:
    """Show the record, newest at the foot."""
    scene = sitting.table.scene
    told = [one for one in sitting.sentences if _is_shown(one)][-MOST_LINES:]
    lines = tuple(record_line(scene, one) for one in told)
    fresh = sum(not one.is_secondary for one in sitting.sentences[len(sitting.sentences) - sitting.fresh :])
    aside = badge(f"{fresh} new") if fresh else None
    return panel("Record", Scroll("record", Column(lines, gap=10), from_end=True), aside)


def _is_shown(sentence: Sentence) -> bool:
    """Say whether a line is for these screens: what happened, and what was said about it."""
    return sentence.is_words or not sentence.is_secondary


def record_line(scene: Scene, sentence: Sentence, size: float = 22) -> Widget:
    """Set one sentence of the record beside the tile of whom it is about; what was said about it has no tile."""
    tone = Tone.SOFT if sentence.is_words else None
    words = tuple(Run(text, SEMIBOLD if is_bold else None, tone) for text, is_bold in sentence.runs)
    about = None if sentence.is_words else sentence.about
    sign = Space(w=size) if about is None else tile(scene.face(about), scene.agencies, size)
    return Row((sign, grow(small(words))), gap=S8, align="start")


def agency(scene: Scene, seat: AgencyId, me: AgencyId, *, size: float = 26, is_short: bool = False) -> Widget:
    """Show an agency by tile and name; "you" beside one's own."""
    face = scene.face(seat)
    words = face.short if is_short else face.name
    runs = (Run(words), *((Run(" (you)", weight=400, tone=Tone.SOFT),) if seat == me else ()))
    return Row((tile(face, scene.agencies, size), grow(name(runs))), gap=S8)


def tiles(scene: Scene, seats: tuple[AgencyId, ...], size: float = 20) -> Widget:
    """Show several agencies by their tiles."""
    return Row(tuple(tile(scene.face(seat), scene.agencies, size) for seat in seats), gap=3)


def waiting_words(sitting: Sitting) -> str:
    """Say whom the game waits for."""
    waiting = calls(sitting.table.scene, sitting.table.waiting)
    return f"Waiting for {waiting}." if waiting else "The game goes on by itself."


def waiting_foot(sitting: Sitting, words: str = "") -> Widget:
    """Say that there is nothing to do here now, and let the waiting moves be shown at once."""
    has_more = sitting.table.next_computer() is not None
    hurry = (button("hurry", "Show at once", icon="player-skip-forward", hint="Space"),) if has_more else ()
    return foot_line("hourglass", f"{words} {waiting_words(sitting)}".strip(), *hurry)


def foot_line(icon: str, words: str, *presses: Widget) -> Widget:
    """Say in one line at the foot what is going on, with what can be done about it."""
    line = Text(words, size=SMALL, tone=Tone.SOFT)
    return Frame(sized(Row((Icon(icon, 20, Tone.SOFT), grow(line), *presses), gap=S12), h=40), x=S16, y=S8)


def opened_words(sitting: Sitting) -> str:
    """Say what becomes of what was hidden."""
    if sitting.member is not None and sitting.table.opened() is None:
        return "What was hidden comes next; your instructor opens it."
    return "Everything that was hidden is now opened."


def to_the_debrief() -> Widget:
    """Offer the debrief, once the year has gone by."""
    return button("debrief", "To the debrief", icon="arrow-right", primary=True, hint="Return")
