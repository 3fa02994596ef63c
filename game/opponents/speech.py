"""What a computer seat says about its move: the reason it would give in public, in one sentence."""

from game.opponents.manner import Manner
from game.opponents.phrases import ANY, BUILD, LEAN, PHRASES, TALK
from game.rules.commands import Command
from game.rules.ids import AgencyId, FactId, IssueId, NetworkId, OptionId
from game.rules.luck import draw
from game.rules.texts import Term
from game.rules.view import View

NAMED_TERMS = 3
"""How many terms of a text are spelled out."""


def explain(view: View, command: Command, manner: Manner) -> str:
    """Give the reason in public for a move chosen from this view; it tells nothing that only the seat may know."""
    choices = PHRASES.get((command.kind, _tone(manner))) or PHRASES.get((command.kind, ANY))
    if choices is None:
        choices = PHRASES[command.kind, BUILD]
    names = _names(view, command)
    key = (view.room.round, view.room.phase, command.kind, view.seat, *sorted(names.values()))
    return choices[int(draw(0, "speech", *key) * len(choices))].format_map(names)


def _tone(manner: Manner) -> str:
    if manner.commitment < 0.5:
        return TALK
    return BUILD if manner.regard >= 0.5 else LEAN


def _names(view: View, command: Command) -> dict[str, str]:
    """Name everything that the sentence could speak of."""
    scene = view.scene
    names = {"me": scene.face(view.seat).name, "whom": "everybody", "text": str(getattr(command, "text", ""))}
    whom: AgencyId | None = getattr(command, "whom", None)
    partners: tuple[AgencyId, ...] = getattr(command, "partners", ())
    if whom is not None or partners:
        names["whom"] = " and ".join(scene.face(other).name for other in ((whom,) if whom is not None else partners))
    fact: FactId | None = getattr(command, "fact", None)
    if fact is not None:
        names["fact"] = scene.question(fact).name
    issue: IssueId | None = getattr(command, "issue", None)
    if issue is not None:
        names["issue"] = scene.issue(issue).name
        option: OptionId | None = getattr(command, "option", None)
        names["option"] = scene.option(issue, option).name if option is not None else ""
    network: NetworkId | None = getattr(command, "network", None)
    names["network"] = scene.network_names.get(network, str(network)) if network is not None else ""
    purpose = getattr(command, "purpose", None)
    names["purpose"] = str(purpose).replace("_", " ") if purpose is not None else "to be said by all"
    names["terms"] = _terms(view, getattr(command, "terms", ()))
    return names


def _terms(view: View, terms: tuple[Term, ...]) -> str:
    named = [f"“{view.scene.option(term.issue, term.option).name}”" for term in terms[:NAMED_TERMS]]
    more = len(terms) - len(named)
    if more:
        return ", ".join(named) + f" and {more} more"
    return " and ".join((", ".join(named[:-1]), named[-1])) if len(named) > 1 else "".join(named)
