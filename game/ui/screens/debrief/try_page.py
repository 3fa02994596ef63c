"""Step 3, opened further: choose any command, leave it out, and see what the game would have come to."""

from collections.abc import Mapping

from game.debrief import Chronicle, headline
from game.debrief.words import KINDS, LIVED, VERDICTS, deed, out_of_100, percent, text_name
from game.desk.verdicts import VERDICTS as ICONS
from game.record import Entry
from game.rules.commands import Pass, SendMessage
from game.rules.ids import TextId
from game.rules.interventions import Intervention
from game.ui import (
    S4,
    S8,
    S12,
    Column,
    Frame,
    Grid,
    Icon,
    Row,
    Run,
    Scroll,
    Share,
    Text,
    Tone,
    Widget,
    grow,
    heading,
    note,
    panel,
    sized,
    small,
    tabs,
    title,
    toggle,
)
from game.ui.screens.debrief.shell import TONES, Sight, pressed, tile
from game.whatif import Change, Retold
from game.whatif.words import ANEW, HELD, changes_words, deed_words

WORKING = "The game is being run again without it …"
CHOOSE = "Choose a command on the left. The game is run again without it, and you see what it would have come to."
AFTER = 99
"""The page of what was done after the meetings."""
MOST_DROPPED = 12


def try_page(sight: Sight) -> Widget:
    """Describe the list of commands, and the game without the one chosen."""
    parts = (grow(_commands(sight), 6), grow(_other_game(sight), 7))
    return Row(parts, gap=S12, align="stretch")


def pages_of(story: Chronicle) -> dict[int, tuple[Entry, ...]]:
    """Sort what can be left out by rounds, what came after the meetings last; passes and messages carry nothing."""
    found: dict[int, list[Entry]] = {}
    for entry in story.entries:
        if isinstance(entry.command, Pass | SendMessage | Intervention):
            continue
        words = deed(story, entry.at)
        is_after = words.endswith(("in the ballot.", "in the year after."))
        found.setdefault(AFTER if is_after else story.rounds[entry.at], []).append(entry)
    return {page: tuple(found[page]) for page in sorted(found)}


def _commands(sight: Sight) -> Widget:
    pages = pages_of(sight.story)
    asked = sight.pick("round")
    page = int(asked) if asked.isdigit() and int(asked) in pages else _first_page(pages, sight.pick("try"))
    views = tabs("round", tuple((str(one), _page_name(one)) for one in pages), str(page))
    chosen = sight.pick("try")
    rows = tuple(_command(sight, entry, is_chosen=str(entry.at) == chosen) for entry in pages.get(page, ()))
    inner = Scroll("commands", Column(rows, gap=2))
    return panel("", Column((heading("Leave out a command"), views, grow(inner)), gap=S8))


def _first_page(pages: Mapping[int, tuple[Entry, ...]], chosen: str) -> int:
    """Begin where the command that is left out stands, else with the first round."""
    found = (page for page, entries in pages.items() if any(str(entry.at) == chosen for entry in entries))
    return next(found, next((page for page in pages if page), 0))


def _page_name(page: int) -> str:
    if page == 0:
        return "Start"
    return "After" if page == AFTER else str(page)


def _command(sight: Sight, entry: Entry, *, is_chosen: bool) -> Widget:
    words = deed(sight.story, entry.at)
    line = Row(
        (tile(sight, entry.seat, 20), grow(small((Run(words),))), sized(note(str(entry.at), align="right"), w=28)),
        gap=S8,
        align="start",
    )
    return pressed(
        f"try:{entry.at}",
        line,
        sends="try",
        value=str(entry.at),
        group="tries",
        chosen=is_chosen,
        tip="Run the game again without it",
        words=words,
        y=S4,
    )


def _other_game(sight: Sight) -> Widget:
    """Say what the game comes to without the command."""
    rows: list[Widget] = []
    if sight.has_diaries:
        is_anew = sight.pick("anew") == "True"
        rows.append(toggle("anew", "Computer seats decide anew", on=is_anew, note=ANEW if is_anew else HELD))
    asked = sight.pick("try")
    if not asked:
        rows.append(small(CHOOSE, Tone.SOFT))
    elif sight.retold is not None:
        rows += _retold(sight, sight.retold)
    elif sight.retold_problem:
        rows += [_head(sight, int(asked)), small((Run(sight.retold_problem),), Tone.WARN)]
    else:
        rows += [_head(sight, int(asked)), Row((Icon("hourglass", 14, Tone.SOFT), grow(note(WORKING))), gap=6)]
    return panel("What it would have come to", Scroll("other", Column(tuple(rows), gap=S12)))


def _head(sight: Sight, at: int) -> Widget:
    return Text((Run(changes_words(sight.story, (Change(at, None),))),), weight=600, leading=1.35)


def _retold(sight: Sight, other: Retold) -> list[Widget]:
    told = headline(other.story)
    tone = TONES[told.mood]
    words = Column((title(told.name, tone), Text((Run(told.sentence),), leading=1.35)), gap=2)
    card = Frame(Row((Icon(ICONS[told.verdict], 34, tone), grow(words)), gap=S12), stripe=tone, x=16, y=S8)
    rows: list[Widget] = [_head(sight, other.changes[0].at), card]
    heads = (note(""), note("as it was played"), note("without it"))
    cells = [tuple(small((Run(cell),)) for cell in row) for row in beside_rows(sight.story, other.story)]
    rows.append(Grid((Share(3), Share(4), Share(4)), (heads, *cells), gap=S8, row_gap=6, lines=True))
    if not sight.has_diaries:
        rows.append(note((Run(HELD),)))
    rows += _dropped(sight, other)
    return rows


def beside_rows(played: Chronicle, other: Chronicle) -> tuple[tuple[str, str, str], ...]:
    """Set what the two games came to beside each other: the forum, each accord, and the lanes."""
    rows = [("The forum", VERDICTS[played.outcome.verdict], VERDICTS[other.outcome.verdict])]
    texts = dict.fromkeys(accord.accord for story in (played, other) for accord in story.lived)
    rows += [(text_name(text), _accord(played, text), _accord(other, text)) for text in texts]
    fit, fits = (percent(story.outcome.complementarity) for story in (played, other))
    return (*rows, ("Work side by side fitted to", fit, fits))


def _accord(story: Chronicle, text: TextId) -> str:
    lived = next((accord for accord in story.lived if accord.accord == text), None)
    if lived is None:
        return "not in force"
    return f"signed {KINDS[lived.signed]}; lived as {LIVED[lived.lived]}, {out_of_100(lived.rate)} carried out"


def _dropped(sight: Sight, other: Retold) -> list[Widget]:
    """Say what of the record was no longer possible in the other game."""
    if not other.dropped:
        return [note("Everything else could be done as it was.")]
    rows: list[Widget] = [heading("No longer possible, and so not done")]
    for one in other.dropped[:MOST_DROPPED]:
        words = f"{one.at}. {deed_words(sight.story, one.at)}. {one.sentence}"
        rows.append(small((Run(words),), Tone.SOFT))
    if len(other.dropped) > MOST_DROPPED:
        rows.append(note(f"And {len(other.dropped) - MOST_DROPPED} more."))
    return rows
