"""Step 2, why: one yes laid open down to its roots, with what moved each."""

from game.debrief import RootWords, SignatureRow
from game.debrief.roots import amount_words
from game.debrief.signatures import GUARDED, HOLLOW, LABELS
from game.ui import (
    S8,
    SEMIBOLD,
    SMALL,
    Column,
    Icon,
    Row,
    Rule,
    Run,
    Scroll,
    Text,
    Tip,
    Tone,
    Widget,
    badge,
    figure,
    grow,
    note,
    panel,
    sized,
    small,
)
from game.ui.screens.debrief.shell import Sight, command_mark


def roots_panel(sight: Sight, row: SignatureRow) -> Widget:
    """Lay one yes open: its words, then its five roots with what moved them."""
    parts: list[Widget] = [small((Run(row.words),)), note(f"{LABELS[row.label]} {row.formula}")]
    for root in row.roots:
        parts += [Rule(), *_root(sight, root)]
    aside = badge(row.label, "bad" if row.label == HOLLOW else "warn" if row.label == GUARDED else "good")
    face = sight.story.agency(row.agency)
    return panel(f"The yes of {face.short}", Scroll("roots", Column(tuple(parts), gap=6)), aside)


def _root(sight: Sight, root: RootWords) -> tuple[Widget, ...]:
    tone = Tone.BAD if root.value < sight.story.ruleset.sincere_root else Tone.INK
    name = Text((Run(root.name.capitalize()),), size=SMALL, weight=SEMIBOLD, leading=1.25)
    head = Row(
        (sized(name, w=70), grow(Tip(note(root.question), root.formula)), figure(f"{root.value:.2f}", tone=tone)),
        gap=S8,
    )
    lines = tuple(
        Row(
            (
                Icon("point", 12, Tone.SOFT),
                grow(small((Run(one.words),), Tone.SOFT)),
                command_mark(sight, one.at, f"{root.root} {place}"),
                sized(figure(amount_words(one), 12, Tone.SOFT), w=52),
            ),
            gap=6,
            align="start",
        )
        for place, one in enumerate(root.causes)
    )
    return (head, *lines)
