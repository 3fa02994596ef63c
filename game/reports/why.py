"""Why it came out so: said, meant and done with the five roots, who bent whom, and the tests behind the verdict."""

from collections.abc import Iterable, Iterator

from game.debrief import (
    Bend,
    FlipRow,
    RootWords,
    SignatureRow,
    bends,
    forum_flip_rows,
    headline,
    reasons_of,
    signature_rows,
)
from game.debrief.roots import amount_words
from game.debrief.signatures import LABELS
from game.debrief.words import ROOTS, percent, share, signed, text_name
from game.reports.blocks import (
    Block,
    Bullets,
    Cell,
    Grid,
    Group,
    Item,
    Key,
    Opened,
    Paragraph,
    Section,
    Signatories,
    Signatory,
)
from game.reports.drawings import Bar, Gap, Roots
from game.reports.masthead import flip_sentence, reason_item
from game.reports.signs import LABEL_TONES, ROOT_RULES, columns, known, rows_of, rule, tile, tiles, who
from game.reports.telling import Telling
from game.rules.ids import TextId
from game.whatif import Share, Shares, share_words, shares_words
from game.whatif.words import FORMULA

SHAPLEY = "L. S. Shapley, A value for n-person games, in: Contributions to the Theory of Games II, 1953"
LEGEND = (
    Key("open", "said in public"),
    Key("full", "meant in private"),
    Key("line", "the gap between them"),
    Key("gap", "a hollow yes"),
    Key("weak", "a weak root, framed"),
)


def why(told: Telling) -> tuple[Section, ...]:
    """Tell why."""
    sections = (
        Section("said-meant-done", "Said, meant, done", told.by_accord(lambda text: tuple(_signed(told, text)))),
        Section("bent", "Who bent whom", (*told.by_accord(lambda text: tuple(_bent(told, text))), *_empty(told))),
        Section("tests", "The tests behind the verdict", tuple(_tests(told))),
        Section("lines", "How near each line was to turning it", tuple(_lines(told))),
    )
    return tuple(section for section in sections if section.blocks)


def _signed(told: Telling, text: TextId) -> Iterator[Block]:
    rows = signature_rows(told.story, text)
    yield Signatories(
        items=tuple(_signatory(told, text, row) for row in rows),
        legend=LEGEND,
        roots=tuple(ROOTS.values()),
        numbers=_in_numbers(told, text, rows),
    )
    words = "; ".join(f"{label}: {meaning[:1].lower()}{meaning[1:].rstrip('.')}" for label, meaning in LABELS.items())
    source = f"Source: {rule('R5.6')} (sincerity), 5.7 (support), 5.1 to 5.5 (the roots)."
    yield Opened("What the names mean", (Paragraph(f"{words[:1].upper()}{words[1:]}."), Paragraph(source, "soft")))


def _signatory(told: Telling, text: TextId, row: SignatureRow) -> Signatory:
    story, label, agency = told.story, row.label, told.story.agency(row.agency)
    lowest = story.ruleset.sincere_root
    gap = f"{agency.name} said {signed(row.said)}, meant {signed(row.meant)}; {label}"
    strengths = ", ".join(f"{root.name} {share(root.value)}" for root in row.roots)
    gave = "carried nothing" if row.done is None else percent(row.done)
    sincerity = (
        Paragraph(row.words),
        Paragraph(f"Sincerity {share(row.sincerity)}. {row.formula}"),
    )
    return Signatory(
        tile=tile(story, row.agency),
        name=agency.name,
        gap=Gap(gap, row.said, row.meant, LABEL_TONES[label], label == "hollow"),
        roots=Roots(strengths, tuple((root.name, root.value, root.value < lowest) for root in row.roots)),
        given=None if row.done is None else Bar(f"{agency.name} gave {gave} of full effort", row.done),
        given_words=gave,
        label=label,
        tone=LABEL_TONES[label],
        words=row.words,
        opened=(*sincerity, _roots(row.roots), *_flips_of(told, text, row)),
    )


def _roots(roots: Iterable[RootWords]) -> Grid:
    """Open every root: its question, its formula, and what made it so."""
    return rows_of(
        "The five roots, with what made them so",
        columns("2*Root", "#value", "6*what made it so", "4*formula"),
        (
            (
                Cell(root.name, note=root.question, tone="strong"),
                Cell(share(root.value)),
                Cell(
                    " ".join(f"{one.words} ({amount_words(one)})" for one in root.causes),
                    commands=tuple(dict.fromkeys(at for one in root.causes for at in known(one.at))),
                ),
                Cell(root.formula, note=f"Source: {rule(ROOT_RULES[root.root])}."),
            )
            for root in roots
        ),
    )


def _flips_of(told: Telling, text: TextId, row: SignatureRow) -> Iterator[Block]:
    """Say which lines were held against this signature of all, and how far they are from turning the verdict."""
    rows = [one for one in told.flips[text] if one.whose == row.agency]
    if rows:
        items = tuple(Item(flip_sentence(one), note=rule(one.line.source)) for one in rows)
        yield Group("Lines at which this yes decides", (Bullets(items),))


def _in_numbers(told: Telling, text: TextId, rows: Iterable[SignatureRow]) -> Grid:
    heads = columns("Party", "#said", "#meant", *(f"#{name}" for name in ROOTS.values()), "#sincerity", "#given", "")
    return rows_of(
        f"Said, meant, done under {text_name(text)}, in numbers",
        heads,
        (
            (
                who(told.story, row.agency),
                Cell(signed(row.said)),
                Cell(signed(row.meant)),
                *(Cell(share(root.value)) for root in row.roots),
                Cell(share(row.sincerity)),
                Cell("–" if row.done is None else percent(row.done)),
                Cell(row.label, tone=LABEL_TONES[row.label]),
            )
            for row in rows
        ),
    )


def _bent(told: Telling, text: TextId) -> Iterator[Block]:
    """Share out what weakened an accord and each hollow yes, by running the game again."""
    everybody, *hollow = told.reckoning.shares[text]
    for shares in hollow:
        seat = shares.seat
        if seat is not None:
            yield Group(
                told.story.agency(seat).name, tuple(_shares(told, shares)), tile(told.story, seat), "a hollow yes"
            )
    if not hollow:
        yield Paragraph("No yes under it was hollow.")
    yield Group("All who are concerned, together", tuple(_shares(told, everybody)))
    yield Opened(
        "How the shares are reckoned",
        (
            Paragraph(FORMULA),
            Paragraph(
                "All who are concerned: ½ of the lowest sincerity and ½ of the mean, a missing voice counting as 0.",
            ),
            Paragraph(f"Source: {rule('R11.1')}; {SHAPLEY}.", "soft"),
        ),
    )
    found = bends(told.story, text)
    if found:
        yield Opened(
            f"All that weakened a yes, as it was judged · {len(found)}", (_bends(told, found),), is_printed=False
        )


def _shares(told: Telling, shares: Shares) -> Iterator[Block]:
    """Lay out the shares, the largest first; where they are those of all together, with whose yes each weakened."""
    yield Paragraph(shares_words(told.story, shares))
    whose = ("3*whose yes",) if shares.seat is None else ()
    heads = columns("#share", "2*", *whose, "9*what it was", "#it took", "#without it")
    if shares.shares:
        yield rows_of("What bent it, by share", heads, tuple(_share(told, shares, one) for one in shares.shares))


def _share(told: Telling, shares: Shares, one: Share) -> tuple[Cell, ...]:
    cause = one.cause
    whom = Cell("everybody’s") if cause.whom is None else who(told.story, cause.whom)
    return (
        Cell(percent(shares.part(one)), tone="strong"),
        Cell(drawing=Bar(share_words(shares, one), shares.part(one), "bad")),
        *((whom,) if shares.seat is None else ()),
        Cell(
            cause.words,
            note=cause.kind,
            tiles=tiles(told.story, () if cause.who is None else (cause.who,)),
            commands=known(cause.at),
        ),
        Cell(signed(-one.taken)),
        Cell(share(one.alone)),
    )


def _bends(told: Telling, found: Iterable[Bend]) -> Grid:
    return rows_of(
        "What weakened a yes",
        columns("Whose yes", "what it was", "root", "#took"),
        (
            (
                who(told.story, bend.whom),
                Cell(bend.words, note=bend.kind, commands=known(bend.at)),
                Cell(bend.root_name or "–"),
                Cell(share(bend.amount)),
            )
            for bend in found
        ),
    )


def _empty(told: Telling) -> Iterator[Block]:
    """Tell the threats that bent no signature."""
    found = bends(told.story, None)
    if found:
        items = tuple(
            Item(bend.words, lead=f"{told.story.agency(bend.whom).name}:", commands=known(bend.at)) for bend in found
        )
        yield Group("Leaned on, and no yes under an accord in force", (Bullets(items),))
    elif not told.accords:
        yield Paragraph("Nothing that is in force was signed, so no yes was bent; and nobody was leaned on.")


def _tests(told: Telling) -> Iterator[Block]:
    """List the tests that fired, with what was held against what."""
    top = headline(told.story)
    if top.accord is None:
        yield Group("The forum", (Bullets(tuple(reason_item(reason) for reason in top.reasons)),))
    for text in told.accords:
        verdict = told.story.judged[text].verdict
        fired = Bullets(tuple(reason_item(reason) for reason in reasons_of(told.story, text)))
        lived = told.story.lived_as(text)
        words = f"as signed {verdict.kind.value}, as lived {lived.lived.value.replace('_', ' ')}"
        yield Group(text_name(text), (fired,), None, words)
    yield Opened(
        "Which tests there are",
        (
            Paragraph(
                f"False, fragile or sincere as signed: {rule('R6.3')}. As lived: {rule('R8.1')}. The forum: "
                f"{rule('R8.2')}. Carried out: mean over terms of level / 3, weighted by what the term was worth "
                f"({rule('R7.5')})."
            ),
        ),
    )


def _lines(told: Telling) -> Iterator[Block]:
    """Say for every line how far it is from turning a verdict."""
    yield Paragraph(
        "Each line is moved alone, all others held: the smallest move that gives another verdict. The command “judge” "
        "judges the same game by other lines."
    )
    yield from _line_grids(told, "The forum", forum_flip_rows(told.story))
    for text in told.accords:
        yield from _line_grids(told, text_name(text), told.flips[text])


def _line_grids(told: Telling, what: str, rows: tuple[FlipRow, ...]) -> Iterator[Block]:
    """Show the lines that can turn it; those that turn nothing open below."""
    turning = tuple(row for row in rows if row.move is not None)
    others = tuple(row for row in rows if row.move is None)
    if turning:
        yield _line_grid(told, what, sorted(turning, key=lambda row: abs(row.move or 0.0) / (row.line.most or 1.0)))
    if others:
        lines = f"{len(others)} line{'' if len(others) == 1 else 's'}"
        yield Opened(
            f"{what}: {lines} that turn{'s' if len(others) == 1 else ''} nothing, moved alone",
            (_line_grid(told, what, others),),
        )


def _line_grid(told: Telling, what: str, rows: Iterable[FlipRow]) -> Grid:
    return rows_of(
        f"Every line on {what[:1].lower()}{what[1:]}" if what == "The forum" else f"Every line on {what}",
        columns(f"4*{what}: the line", "3*held against it", "4*moved alone", "2*source"),
        (
            (
                Cell(f"{row.line.heading} {row.line.written(row.now)}", note=row.of, tone="strong"),
                Cell(
                    row.held_words or "–",
                    tiles=tiles(told.story, () if row.whose is None else (row.whose,)),
                    note="" if row.whose is None else told.story.agency(row.whose).short,
                ),
                Cell(row.words),
                Cell(rule(row.line.source), tone="soft"),
            )
            for row in rows
        ),
    )
