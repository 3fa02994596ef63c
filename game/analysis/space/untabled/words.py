"""The deal that was never tabled, in words: a sentence to begin with, what else there is to say, how it is reckoned."""

from collections.abc import Iterable, Iterator

from game.analysis.space.untabled.answer import Untabled
from game.analysis.space.untabled.choices import Choice, Side, Space
from game.analysis.space.untabled.ground import Placed
from game.analysis.space.untabled.steps import Standing, Step
from game.analysis.space.words import name_terms
from game.debrief.words import count, listed, names, percent, text_name
from game.record.sentences.narrator import points
from game.rules.case import Case
from game.rules.ids import AgencyId, TextId

ACROSS = "What all gain together over walking away, in points"
"""What stands along the lower edge of the picture."""
UP = "What the one who gains least gains over walking away, in points"
"""What stands along its left edge."""


def lead(found: Untabled) -> str:
    """Say in one sentence what there was to agree on that nobody agreed on."""
    space = found.space
    if space is None:
        return f"Which other deals there were cannot be told. {found.too_many}"
    if space.told is None:
        return _lead_without(found, space)
    begin = "The deal you never tabled" if space.told.tabled is None else "The deal you let go"
    how = [_where_it_was(found, space.told), _how_far(found, space.told), _for_whom(found, space.told)]
    return f"{begin}: {', '.join(part for part in how if part)}."


def remarks(found: Untabled) -> Iterator[str]:
    """Say the rest: what there was and came about, how many deals there were, which was nearest, how texts moved."""
    yield from _on_what_there_was(found)
    if found.space is not None:
        yield _on_the_space(found.space)
        yield from _on_what_was_liked(found, found.space)
        if _is_over_what_came_of_it(found):
            yield (
                "The deal named first is held against what came of the signed text, as if it were carried out in full: "
                "what all can mean is the likeliest to be."
            )
        yield _on_what_could_be_meant(found, found.space)
    for text in dict.fromkeys(step.text for step in found.steps):
        yield from _on_the_way(found, text)


def measures(found: Untabled) -> Iterator[str]:
    """Say how everything is reckoned."""
    yield "Across: what all gain together over walking away. Up: what the one who gains least gains. Both in points."
    yield "From 0 up nobody would rather have walked away: that is the zone of agreement, red lines aside."
    yield (
        "Every deal counts as carried out in full, its effort paid, at the facts, walk-aways, chair and waivers of the "
        "end of the meetings. Other deals are between everybody; texts are between those they name."
    )
    if found.ground.moved:
        yield f"The walk-away of {names(found.ground.case, found.ground.moved)} moved during the game; the last counts."
    yield (
        "A deal could be meant by all if it was well worth it to everybody, by what each believed at first and at the "
        "truth. The world a year on is each mandate without pledges and threats, over walking away."
    )


def away_words(case: Case, away: Iterable[Side]) -> str:
    """Name the terms at which a deal differs from what it is held against."""
    return "; ".join(_side(case, side) for side in away)


def name_step(step: Step) -> str:
    """Call a version of a text."""
    return f"{text_name(step.text)}, version {step.version}"


def _side(case: Case, side: Side) -> str:
    issue = case.issue(side.issue)
    if side.option is None:
        return f"{issue.name}: left open"
    instead = "" if side.instead_of is None else f" instead of {case.option(side.issue, side.instead_of).name}"
    return f"{issue.name}: {case.option(side.issue, side.option).name}{instead}"


def _lead_without(found: Untabled, space: Space) -> str:
    """Say that there was nothing better, and why that is."""
    stood, nearest = found.stood, space.nearest
    if stood.standing is Standing.SIGNED:
        none_better = "No deal was better for all than what was signed"
        if nearest is None:
            return f"{none_better}, and there was none that all could mean."
        if not nearest.away:
            return f"{none_better}, and it was one that all could mean."
        return f"{none_better}; the nearest that all could mean was {_terms(len(nearest.away))} away."
    if not space.zone:
        no_deal = (
            "There was no deal for all to have: each crosses a red line or leaves somebody worse off than walking away"
        )
        return f"{no_deal}{'; side by side was the way' if stood.standing is Standing.LANES else ''}."
    if stood.standing is Standing.LANES:
        return "No deal was better for all than what came about side by side."
    return "No deal was better for all than walking away."


def _where_it_was(found: Untabled, told: Choice) -> str:
    if told.tabled is None:
        return ""
    is_last = found.stood.standing is not Standing.SIGNED and not told.away
    return f"{text_name(told.tabled.text)} as it last stood" if is_last else name_step(told.tabled)


def _how_far(found: Untabled, told: Choice) -> str:
    stood = found.stood
    if not stood.texts:
        return f"a deal of {_terms(len(told.placed.terms))}"
    if stood.standing is Standing.SIGNED:
        return f"{_terms(len(told.away))} away" if told.away else "the same terms, signed by all"
    if not told.away:
        return ""
    return f"{_terms(len(told.away))} away from {text_name(stood.texts[0])} as it last stood"


def _for_whom(found: Untabled, told: Choice) -> str:
    case, all_of_them = found.ground.case, len(found.ground.case.agencies)
    everybody = f"better for all {count(all_of_them).lower()}"
    is_signed = found.stood.standing is Standing.SIGNED
    if len(told.better_for) == all_of_them:
        return everybody if is_signed else f"{everybody} than {_what_there_was(found)}"
    if not told.worse_for:
        return f"as good for all as {_what_there_was(found)}, and better for {names(case, told.better_for)}"
    return f"{everybody} than what came of the text that was signed"


def _is_over_what_came_of_it(found: Untabled) -> bool:
    """Say whether what is told of is no better for all than what was promised, only than what came of that."""
    told = found.space and found.space.told
    return bool(told and told.worse_for)


def _what_there_was(found: Untabled) -> str:
    return {
        Standing.SIGNED: "what was signed",
        Standing.LANES: "what came about side by side",
        Standing.NOTHING: "what came about",
    }[found.stood.standing]


def _on_what_there_was(found: Untabled) -> Iterator[str]:
    what = found.space.most if found.space is not None else 0.0
    if found.stood.standing is Standing.SIGNED:
        texts = listed(text_name(text) for text in found.stood.texts)
        yield f"{texts}, as signed: {_position(found, found.stood.placed, what)}"
    if not found.came_about.terms and not any(found.came_about.gains.values()):
        yield "A year on everything was as found: each has what walking away was worth."
        return
    yield f"A year on: {_position(found, found.came_about, what)}"


def _position(found: Untabled, placed: Placed, most: float) -> str:
    share = f", {percent(placed.together / most)} of the most there was" if most > 0 and placed.together > 0 else ""
    total = f"{points(placed.together)} points together over walking away{share}"
    if placed.worse_off:
        return f"{total}; worse off than by walking away: {names(found.ground.case, placed.worse_off)}."
    return f"{total}; nobody was worse off than by walking away."


def _on_the_space(space: Space) -> str:
    if not space.permitted:
        return f"Each of the {space.deals:,} deals between everybody crosses somebody's red line."
    cross = "crosses" if space.permitted == 1 else "cross"
    leave = "leaves" if space.zone == 1 else "leave"
    are = "is" if space.sincere == 1 else "are"
    return (
        f"Of {space.deals:,} deals between everybody {_number(space.permitted)} {cross} nobody's red line, "
        f"{_number(space.zone)} of them {leave} nobody worse off than walking away, and {_number(space.sincere)} of "
        f"these {are} well worth it to everybody."
    )


def _on_what_was_liked(found: Untabled, space: Space) -> Iterator[str]:
    than = _what_there_was(found)
    if space.best is None:
        yield f"Whatever else was agreed, somebody would have lost by it against {than}, or crossed a red line."
        return
    deals = "1 deal was" if space.liked == 1 else f"{space.liked:,} deals were"
    if space.liked == space.better:
        yield f"{deals} better for all than {than}."
    else:
        for_all = f"{_number(space.better)} better for all"
        yield f"{deals} at least as good for everybody as {than} and better for somebody; {for_all}."
    best = space.best
    gained = points(sum(best.more.values()))
    which = "It" if space.liked == 1 else "The best of them"
    yield f"{which} brings {gained} points more together: {name_terms(found.ground.case, best.placed.terms)}."


def _on_what_could_be_meant(found: Untabled, space: Space) -> str:
    case, nearest = found.ground.case, space.nearest
    if nearest is None:
        could = percent(space.lanes.weight)
        beside = f"side by side, {could} of what matters could gladly have been done" if space.lanes.terms else ""
        return f"There is no deal that all could mean in this case{beside and f'; {beside}'}."
    if not nearest.away:
        what = "What was signed" if found.stood.standing is Standing.SIGNED else "What was last on the table"
        return f"{what} was a deal that all could mean: its terms were well worth it to everybody."
    if not found.stood.texts:
        return f"The smallest deal that all could mean: {name_terms(case, nearest.placed.terms)}."
    far = _terms(len(nearest.away))
    return f"The nearest deal that all could mean was {far} away: {away_words(case, nearest.away)}."


def _on_the_way(found: Untabled, text: TextId) -> Iterator[str]:
    """Say how a text moved from its first version to its last, if it did."""
    steps = [step for step in found.steps if step.text == text]
    first, last = steps[0].placed, steps[-1].placed
    if len(steps) == 1:
        return
    together, least = (points(first.together), points(last.together)), (points(first.least), points(last.least))
    who = [names(found.ground.case, least_of(placed)) for placed in (first, last)]
    gained_least = who[0] if who[0] == who[1] else f"{who[0]}, in the end {who[1]}"
    yield (
        f"{text_name(text)} had {len(steps)} versions: {_moved(together)} points together, "
        f"{_moved(least)} for the one who gained least ({gained_least})."
    )


def _moved(values: tuple[str, str]) -> str:
    return f"{values[0]} first and last" if values[0] == values[1] else f"from {values[0]} to {values[1]}"


def least_of(placed: Placed) -> tuple[AgencyId, ...]:
    """Name those who gain least."""
    return tuple(agency for agency, gain in placed.gains.items() if gain == placed.least)


def _terms(number: int) -> str:
    return f"{count(number).lower()} term{'' if number == 1 else 's'}"


def _number(number: int) -> str:
    return "none" if number == 0 else f"{number:,}"
