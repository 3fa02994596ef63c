"""A small situation for every topic of the coach."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from language import Game, changed, small_case

from game.rules import commands as do
from game.rules.case import Case
from game.rules.view import View
from game.rules.vocabulary import Phase, Stance

CORRIDOR, FLOOR, STANCES = Phase.CORRIDOR, Phase.FLOOR, Phase.STANCES


def with_forum(**fields: object) -> Case:
    """Change how the forum is found."""
    case = small_case()
    return replace(case, forum=replace(case.forum, **fields))  # type: ignore[arg-type] # by name


def tabled(seat: str = "force", shown: Stance = Stance.ENDORSE, case: Case | None = None, **terms: str) -> Game:
    """Table a text in round 1, let everybody show this stance, and stop in the second corridor."""
    return Game(case).table(seat, **terms).stances(shown).until(CORRIDOR, number=2)


def objected(who: str, seat: str = "ministry", **terms: str) -> Game:
    """Do the same, with one who objects."""
    return Game().table(seat, **terms).stances(**{who: Stance.OBJECT}).until(CORRIDOR, number=2)


def pressed() -> Game:
    """Let the force lean on the relief agency about its text."""
    return tabled(school="barracks", road="engineers").do(do.Press("force", "relief", "A"))


def called(game: Game, seat: str = "force") -> Game:
    """Call the text for signature, and stop where it is to be signed."""
    return game.turn(seat).do(do.CallSignature(seat, "A")).stances()


def misled(*, is_challenged: bool = False) -> Game:
    """Let the force tell the relief agency a spun fact that it then finds out."""
    game = (
        Game()
        .until(CORRIDOR)
        .do(do.Share("force", "ambush", "relief", is_spun=True), do.Investigate("relief", "ambush"))
    )
    if is_challenged:
        game.turn("relief").do(do.Challenge("relief", "force", "ambush"))
        return game.until(FLOOR, number=2).turn("force")
    return game.turn("relief")


def gone() -> Game:
    """Let the relief agency walk out, and have the floor again."""
    return Game().turn("relief").do(do.WalkOut("relief")).until(FLOOR, number=2).turn("relief")


def doubted() -> Game:
    """Call a text that one of those who carry it has objected to."""
    game = objected("relief", school="villages").turn("ministry").do(do.CallSignature("ministry", "A"))
    return game.stances(relief=Stance.OBJECT)


def hardly_worth() -> Game:
    """Table something that is worth a little to the council."""
    points = {
        "school": {"none": 0, "villages": 4, "barracks": 40},
        "road": {"none": 0, "engineers": 10, "contractor": 20},
        "news": {"none": 0, "shared": 40},
    }
    case = changed(small_case(), "council", points=points, walk_away=0)
    return Game(case).table("ministry", school="villages").until(STANCES)


SITUATIONS: Mapping[str, Callable[[], View]] = {
    "purpose": lambda: Game().view("force"),
    "everybody": lambda: Game(with_forum(invited=("force", "relief"))).view("force"),
    "meeting_name": lambda: Game().view("force"),
    "missing_voice": lambda: Game(with_forum(invited=("force", "relief", "council"))).turn("relief").view("relief"),
    "undeclared": lambda: Game(with_forum(purpose=None)).turn("relief").view("relief"),
    "strong_chair": lambda: Game().turn("relief").view("relief"),
    "own_power": lambda: Game().turn("force").view("force"),
    "vote": lambda: Game().turn("relief").do(do.MoveProcedure("relief", chair="ministry")).view("council"),
    "come_back": lambda: gone().view("relief"),
    "unasked_carrier": lambda: tabled(school="villages").view("force"),
    "first_talks": lambda: Game().until(CORRIDOR).view("relief"),
    "open_up": lambda: Game().until(CORRIDOR).do(do.Meet("relief", "council")).view("relief"),
    "kept_fact": lambda: Game().until(CORRIDOR).view("force"),
    "open_question": lambda: Game().until(CORRIDOR).view("relief"),
    "join_assessment": lambda: (
        Game().until(CORRIDOR).do(do.AssessJointly("ministry", "ambush", ("relief",))).view("relief")
    ),
    "network": lambda: Game().until(CORRIDOR).view("relief"),
    "backing": lambda: Game(changed(small_case(), "relief", backing=0.3)).until(CORRIDOR).view("relief"),
    "red_line": lambda: tabled(news="shared").view("relief"),
    "ask_the_critic": lambda: objected("council", school="villages").view("ministry"),
    "time_left": lambda: Game().until(CORRIDOR).view("relief"),
    "under_pressure": lambda: pressed().view("relief"),
    "own_threat": lambda: pressed().view("force"),
    "temptation": lambda: objected("relief", "force", school="barracks", road="engineers").view("force"),
    "make_up": lambda: tabled(shown=Stance.ABSTAIN, school="barracks", road="engineers").view("force"),
    "lane": lambda: Game().until(CORRIDOR).view("relief"),
    "keep_promise": lambda: (
        called(tabled(school="villages").do(do.Pledge("force", "relief", "A", 2)))
        .sign()
        .until(Phase.SETTLING)
        .view("force")
    ),
    "defied_threat": lambda: called(pressed()).sign(declining=("relief",)).until(Phase.SETTLING).view("force"),
    "first_text": lambda: Game().turn("relief").view("relief"),
    "bad_for_me": lambda: Game().table("force", school="barracks").turn("relief").view("relief"),
    "answer_critics": lambda: objected("council", school="villages").turn("ministry").view("ministry"),
    "grant_point": lambda: misled(is_challenged=True).view("force"),
    "wrong_picture": lambda: misled().view("relief"),
    "ripe": lambda: tabled("ministry", school="villages").turn("ministry").view("ministry"),
    "last_call": lambda: objected("council", school="villages").turn("ministry").view("ministry"),
    "own_doubt": lambda: tabled(school="barracks", road="engineers").turn("relief").view("relief"),
    "listen": lambda: Game().turn("relief").view("relief"),
    "say_no": lambda: Game().table("force", school="barracks").until(STANCES).view("relief"),
    "stance_under_threat": lambda: pressed().until(STANCES, number=2).view("relief"),
    "say_what_lacks": lambda: hardly_worth().view("council"),
    "say_yes": lambda: Game().table("ministry", school="villages").until(STANCES).view("council"),
    "worth_your_name": lambda: Game().accord_called(school="villages").view("council"),
    "signing_under_threat": lambda: called(pressed()).view("relief"),
    "forbidden": lambda: Game().accord_called(news="shared").view("relief"),
    "one_term_less": lambda: Game().accord_called(school="villages", news="shared").view("relief"),
    "who_will_do_it": lambda: doubted().view("council"),
    "join_doubt": lambda: called(pressed()).do(do.RaiseDoubt("relief", "A")).view("council"),
    "honest_answer": lambda: Game().accord(school="villages").until(Phase.BALLOT).view("relief"),
    "foresee": lambda: Game().accord(school="villages").until(Phase.BALLOT).view("relief"),
    "what_you_give": lambda: Game().accord(school="villages").until(Phase.FIRST_EFFORTS).view("relief"),
    "half_year": lambda: Game().accord(school="villages").until(Phase.SECOND_EFFORTS).view("relief"),
    "own_lane": lambda: (
        Game()
        .until(CORRIDOR)
        .do(do.DeclareLane("relief", "school", "villages"))
        .until(Phase.FIRST_EFFORTS)
        .view("relief")
    ),
    "think_again": lambda: Game().turn("relief").view("relief"),
}
"""By topic, as the seat that is coached sees it."""
