"""What happened: the course in short, where each stood in public, in private and in deed, and how far terms came."""

from collections.abc import Iterator

from game.debrief import (
    Move,
    TermSupport,
    accord_words,
    consensus,
    course,
    lane_rows,
    lanes_words,
    stance_rows,
    term_rows,
    term_support,
)
from game.debrief.consensus import Consensus, leading_text
from game.debrief.stances import SHOWN
from game.debrief.terms import LEANINGS, Leaning, level_words
from game.debrief.verdicts import impact_words
from game.debrief.words import BALLOT, percent, points, share, signed, text_name
from game.reports.blocks import Block, Bullets, Cell, Grid, Group, Item, Opened, Paragraph, Section, Tone
from game.reports.drawings import Bar, Quarters
from game.reports.signs import columns, rows_of, rule, tile, tiles, who
from game.reports.spreading import spread_of
from game.reports.telling import Telling
from game.rules.ids import TextId

FEW = 45
"""Moves up to which the whole course lies open."""
SPREAD_SOURCE = (
    "Public: plain yes 1, with reservations ⅓, nothing 0, objection −⅓, block or refusal −1. Private: support for the "
    "text as it stood, from −1 to 1, by what each believed then: how far above (or below) walking away it was, on the "
    "way to the best each could get."
)


def happened(told: Telling) -> tuple[Section, ...]:
    """Tell what happened."""
    found = consensus(told.story)
    sections = (
        Section("in-short", "In short", tuple(_in_short(told))),
        Section("course", "The course of it", tuple(_course(told))),
        Section("stances", "Where each stood", tuple(_stances(told))),
        Section("spread", "The public yes and what was behind it", tuple(_spread(told, found))),
        Section("terms", "Term by term", told.by_accord(lambda text: tuple(_terms(told, text)))),
        Section("lanes", "Side by side", tuple(_lanes(told))),
    )
    return tuple(section for section in sections if section.blocks)


def _in_short(told: Telling) -> Iterator[Block]:
    story = told.story
    items = tuple(
        Item(
            f"{one.sentence} Signed {one.signed}, lived as {one.lived}; it holds {percent(one.weight)} of the weight.",
            lead=f"{text_name(one.accord)}:",
            note=f"between {', '.join(story.agency(seat).short for seat in one.parties)}",
            commands=(story.accord(one.accord).at,),
        )
        for one in accord_words(story)
    )
    fell = tuple(
        Item(f"fell through in round {game_round}.", lead=text_name(what.text)) for game_round, what in story.fallen
    )
    if not items:
        yield Paragraph("No accord was in force in the end.")
    if items or fell:
        yield Bullets((*items, *fell))
    yield Paragraph(f"For the people there: {impact_words(story)}")
    dimensions = story.outcome.impact_by_dimension.items()
    yield Opened(
        "What came about for people, and how that is counted",
        (
            rows_of(
                "What came about, by what it was for",
                columns("For", "4*", "#of 100"),
                (
                    (
                        Cell(name, tone="strong"),
                        Cell(drawing=Bar(f"{name}: {points(value)} of 100", value / 100)),
                        Cell(points(value)),
                    )
                    for name, value in dimensions
                ),
                is_stacked=False,
            ),
            Paragraph(f"100 is the most that could have come about. Source: {rule('R9.2')}.", "soft"),
        ),
    )


def _course(told: Telling) -> Iterator[Block]:
    """Tell it round by round; each round opens, and all of it stands on paper."""
    heading, moves, whole = "At the convening", list[Move](), course(told.story)
    for move in (*whole, None):
        if move is not None and not move.is_heading:
            moves.append(move)
            continue
        if moves:
            lines = Bullets(tuple(_move(told, one) for one in moves), True)
            number = f"{len(moves)} move{'' if len(moves) == 1 else 's'}"
            yield Opened(f"{heading} · {number}", (lines,), is_open=len(whole) <= FEW)
        heading, moves = ("" if move is None else move.text), []


def _move(told: Telling, move: Move) -> Item:
    sign = None if move.about is None else tile(told.story, move.about)
    note = "not everybody saw it then" if move.is_opened else ""
    return Item(move.text, note=note, tile=sign, commands=() if move.at is None else (move.at,))


def _stances(told: Telling) -> Iterator[Block]:
    """Lay out the texts in force, and else the one that came furthest."""
    texts = told.accords or tuple(text for text in (leading_text(told.story),) if text is not None)
    for text in texts:
        grid = _stance_grid(told, text)
        yield grid if len(texts) == 1 else Group(text_name(text), (grid,))
    if not texts:
        yield Paragraph("No text was ever put on the table.")
        return
    yield Opened(
        "How these are read",
        (
            Paragraph(
                "In private: support from −1 (against) to 1 (for), by what each believed when it signed or raised a "
                f"doubt ({rule('R5.7')}). On the ballot: what it told nobody but the ballot. In the year: its mean "
                "effort, of full effort."
            ),
        ),
    )


def _stance_grid(told: Telling, text: TextId) -> Grid:
    return rows_of(
        f"Where each stood on {text_name(text)}",
        columns("Agency", "last stance", "answer", "#in private", "on the ballot", "#in the year"),
        (
            (
                who(told.story, row.agency),
                Cell("–" if row.espoused is None else SHOWN[row.espoused]),
                Cell(row.answer or "–"),
                Cell("–" if row.private is None else signed(row.private), tone=_against(row.private)),
                Cell("–" if row.planned is None else BALLOT[row.planned]),
                Cell("–" if row.lived is None else percent(row.lived)),
            )
            for row in stance_rows(told.story, text)
        ),
    )


def _against(value: float | None) -> Tone:
    return "bad" if value is not None and value < 0 else ""


def _spread(told: Telling, found: Consensus) -> Iterator[Block]:
    yield Paragraph(found.words, "lead" if found.moments else "")
    if found.moments:
        yield spread_of(told.story, found)
        yield Opened("How this is measured", (Paragraph(SPREAD_SOURCE), Paragraph(f"Source: {rule('R5.7')}.", "soft")))


def _terms(told: Telling, text: TextId) -> Iterator[Block]:
    story = told.story
    support = {one.issue: one for one in term_support(story, text)}
    yield rows_of(
        f"The terms of {text_name(text)}",
        columns("3*Term", "2*for it", "2*against it", "3*carried by", "2*quarter by quarter"),
        (
            (
                Cell(row.name, note=row.option, tone="strong"),
                _leaning(told, support[row.issue], Leaning.FOR),
                _leaning(told, support[row.issue], Leaning.AGAINST),
                _carried(told, support[row.issue]),
                Cell(
                    f"{level_words(row.level)}, {points(row.level)} of 3",
                    drawing=Quarters(row.words, row.shown),
                ),
            )
            for row in term_rows(story, text)
        ),
    )
    yield Opened(
        "Every term with every party, in points and effort",
        (
            _support_grid(told, text),
            Paragraph(
                "Points: what the option is worth to it beyond leaving things as they are, by what it believed when it "
                "signed, before effort. Within one point it counts as neither for nor against. Level each quarter: "
                "0.75 · capacity · (½ least + ½ mean of the carriers’ efforts) is added, up to 3 "
                f"({rule('R7.1')}).",
                "soft",
            ),
        ),
        is_printed=False,
    )


def _leaning(told: Telling, term: TermSupport, leaning: Leaning) -> Cell:
    seats = term.who(leaning)
    names = ", ".join(told.story.agency(seat).short for seat in seats)
    is_all = len(seats) == len(term.backers) > 2
    return Cell("all of them" if is_all else names or "nobody", tiles=() if is_all else tiles(told.story, seats))


def _carried(told: Telling, term: TermSupport) -> Cell:
    story = told.story
    carriers = [one for one in term.backers if one.effort is not None]
    words = ", ".join(f"{story.agency(one.agency).short} {percent(one.effort or 0.0)}" for one in carriers)
    return Cell(words or "nobody had to", tiles=tiles(story, (one.agency for one in carriers)))


def _support_grid(told: Telling, text: TextId) -> Grid:
    return rows_of(
        f"Each party and each term of {text_name(text)}",
        columns("Term", "Party", "leaning", "#points", "#effort"),
        (
            (
                Cell(term.name, tone="strong"),
                Cell(told.story.agency(one.agency).name, tiles=(tile(told.story, one.agency),)),
                Cell(LEANINGS[one.leaning]),
                Cell(signed(one.points, 1)),
                Cell("–" if one.effort is None else percent(one.effort)),
            )
            for term in term_support(told.story, text)
            for one in term.backers
        ),
        is_stacked=False,
    )


def _lanes(told: Telling) -> Iterator[Block]:
    """Give what was done side by side its due; it is left out where accords settled everything."""
    rows = lane_rows(told.story)
    if not rows or (told.accords and not any(row.declared for row in rows)):
        return
    yield rows_of(
        "Issues that no accord settled",
        columns("2*Issue", "3*declared", "4*what came of it", "#level", "#fit", "#weight"),
        (
            (
                Cell(row.name, tone="strong"),
                Cell(
                    "; ".join(f"{told.story.agency(seat).short}: {option}" for seat, option in row.declared) or "–",
                    tiles=tiles(told.story, (seat for seat, _ in row.declared)),
                ),
                Cell(row.words),
                Cell(f"{points(row.level)} of 3"),
                Cell(share(row.fit)),
                Cell(points(row.weight)),
            )
            for row in rows
        ),
    )
    yield Opened(
        f"Complementarity {share(told.story.outcome.complementarity)}: how far it fitted",
        (Paragraph(lanes_words(told.story)), Paragraph(f"Source: {rule('R7.4')} and 8.2.", "soft")),
    )
