"""Step 1, opened further: term by term, who was for it, who was against, and who carried it with what effort."""

from game.debrief import Backer, Leaning, TermSupport, term_support
from game.debrief.words import percent, points
from game.rules.ids import AgencyId
from game.ui import (
    S4,
    S8,
    S12,
    SEMIBOLD,
    SMALL,
    Column,
    Grid,
    Icon,
    Meter,
    Pad,
    Row,
    Rule,
    Run,
    Scroll,
    Share,
    Text,
    Tone,
    Widget,
    figure,
    grow,
    heading,
    note,
    panel,
    sized,
    small,
)
from game.ui.screens.debrief.shell import Sight, accord_tabs, agency, many_tiles, pressed

TITLE = "Who was for it, and who carried it"
BASIS = "What each term was worth to each beyond leaving things as they were, by what it believed when it signed."
MARKS = {
    Leaning.FOR: ("thumb-up", Tone.GOOD),
    Leaning.AGAINST: ("thumb-down", Tone.BAD),
    Leaning.INDIFFERENT: ("minus", Tone.SOFT),
}
COLUMNS = (Share(4), Share(3), Share(3), Share(3))


def term_page(sight: Sight, views: Widget) -> Widget:
    """Describe the table of terms, under the tabs that lead to it."""
    assert sight.text is not None
    terms = term_support(sight.story, sight.text)
    chosen = next((term for term in terms if term.issue == sight.pick("term")), None)
    heads = tuple(note(words) for words in ("Term", "for", "against", "carried by"))
    rows: list[Widget] = [note(BASIS), Pad(Grid(COLUMNS, (heads,), gap=S8), S8, 0)]
    for term in terms:
        rows += [Rule(), _term(sight, term, is_chosen=term is chosen)]
        if term is chosen:
            rows += [_backer(sight, one) for one in term.backers]
    inner = Scroll("support", Column(tuple(rows), gap=S4))
    return panel("", Column((views, *accord_tabs(sight), heading(TITLE), grow(inner)), gap=S8))


def _term(sight: Sight, term: TermSupport, *, is_chosen: bool) -> Widget:
    name = Column(
        (Text((Run(term.name),), size=SMALL, weight=SEMIBOLD, leading=1.25), note((Run(term.option),))), gap=0
    )
    carriers = tuple(one.agency for one in term.backers if one.effort is not None)
    cells = (
        name,
        *(many_tiles(sight, seats) for seats in (term.who(Leaning.FOR), term.who(Leaning.AGAINST), carriers)),
    )
    return pressed(
        f"term:{term.issue}",
        Grid(COLUMNS, (cells,), gap=S8),
        sends="term",
        value=term.issue,
        group="terms",
        chosen=is_chosen,
        tip=term.words,
        words=term.words,
        y=S4,
    )


def _backer(sight: Sight, one: Backer) -> Widget:
    icon, tone = MARKS[one.leaning]
    effort: Widget = note("carried nothing of it")
    if one.effort is not None:
        effort = Row((grow(Meter(one.effort, Tone.ACCENT, h=8)), sized(small(percent(one.effort)), w=42)), gap=S8)
    worth = Row((Icon(icon, 14, tone), sized(figure(f"{points(one.points)}"), w=44), note("points")), gap=S4)
    who = agency(sight, AgencyId(one.agency), size=18, is_short=True)
    return Row((grow(who, 4), grow(worth, 3), grow(effort, 4)), gap=S12)
