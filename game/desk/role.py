"""My role as rows: what my agency wants, what it forbids, what I know and believe, and what I have to work with."""

from dataclasses import dataclass

from game.desk.signs import Tint
from game.desk.words import PURPOSES, call, calls, counted, option_name, points
from game.desk.worths import no_accord, no_accord_words, option_points, option_reasons
from game.record.sentences.narrator import percent
from game.rules.conditions import holds
from game.rules.ids import FactId, IssueId, OptionId
from game.rules.view import View
from game.rules.worth import world_of


@dataclass(frozen=True, slots=True)
class PointsRow:
    """An issue with what each option is worth to me as I believe the facts, best first."""

    name: str
    options: tuple[tuple[str, float, str], ...]


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A line of the role: its words, a remark in a tint, and more as a tip."""

    words: str
    remark: str = ""
    tint: Tint = "plain"
    tip: str = ""


@dataclass(frozen=True, slots=True)
class BeliefRow:
    """An open question: how likely I think it, or how it is, and why."""

    name: str
    share: float
    is_known: bool
    words: str
    why: str


def points_rows(view: View) -> tuple[PointsRow, ...]:
    """Set out my points table."""
    return tuple(
        PointsRow(
            issue.name,
            tuple(
                sorted(
                    (
                        (
                            option.name,
                            option_points(view, issue.id, option.id),
                            option_reasons(view, issue.id, option.id),
                        )
                        for option in issue.options
                    ),
                    key=lambda option: -option[1],
                )
            ),
        )
        for issue in view.scene.issues
    )


def mandate_rows(view: View) -> tuple[RoleLine, ...]:
    """List my secret mandates, and whether they hold as things stand."""
    world = world_of(view.scene, view.room, {}, (), without=True)
    return tuple(
        RoleLine(
            mandate.text,
            f"{points(mandate.points, signed=True)}{' · holds today' if holds(mandate.condition, world) else ''}",
            "good" if mandate.points > 0 else "bad",
        )
        for mandate in view.role.agency.hidden
    )


def red_line_rows(view: View) -> tuple[RoleLine, ...]:
    """List my red lines, with what headquarters has said."""
    rows = []
    for line in view.role.agency.red_lines:
        since = view.own.waivers.get(line.id)
        sent = view.own.cables.get(line.id, 0)
        if since is not None:
            remark = "waived" if since <= view.room.round else f"waived from round {since}"
            rows.append(RoleLine(line.text, remark, "good"))
        elif not line.is_waivable:
            rows.append(RoleLine(line.text, "headquarters will not discuss it", "bad"))
        else:
            asked = f" · {counted(sent, 'cable')} sent" if sent else ""
            rows.append(RoleLine(line.text, f"a cable may lift it{asked}", "warn"))
    return tuple(rows)


def belief_rows(view: View) -> tuple[BeliefRow, ...]:
    """List the open questions: what I know first, then what I believe, and from whom I heard."""
    rows = [_belief(view, question.id) for question in view.scene.questions]
    return tuple(sorted(rows, key=lambda row: not row.is_known))


def _belief(view: View, fact: FactId) -> BeliefRow:
    question = view.scene.question(fact)
    known = view.own.knows.get(fact)
    if known is not None:
        why = "The whole room knows." if fact in view.room.open_facts else "You have made sure."
        return BeliefRow(
            question.name, 1.0 if known else 0.0, True, question.if_true if known else question.if_false, why
        )
    share = view.own.beliefs.get(fact, 0.5)
    heard = [
        c for c in (*view.own.claims.values(), *view.room.claims.values()) if c.fact == fact and c.speaker != view.seat
    ]
    said = [f"{call(view.scene, c.speaker)} says {'yes' if c.says else 'no'}" for c in heard]
    why = "; ".join(dict.fromkeys(said)) or "Your own people's guess; nobody has told you anything."
    return BeliefRow(question.name, share, False, question.question, why)


def leverage_rows(view: View) -> tuple[RoleLine, ...]:
    """List whom I could lean on, and who could lean on me."""
    mine = [
        RoleLine(f"{call(view.scene, lever.over)}: {lever.text}", f"strength {lever.strength}", tip=lever.kind.value)
        for lever in view.role.agency.leverage
    ]
    on_me = [
        RoleLine(
            f"{call(view.scene, who)} over you: {lever.text}", f"strength {lever.strength}", "warn", lever.kind.value
        )
        for who, lever in view.role.leverage_on_me.items()
    ]
    return (*mine, *on_me)


def means_rows(view: View) -> tuple[RoleLine, ...]:
    """List what I have to work with, and what counts apart."""
    own, agency = view.own, view.role.agency
    rows = [
        RoleLine("Time left this round", str(own.time)),
        RoleLine("Points you can pledge", str(own.pledge_left)),
        RoleLine("Your house stands behind you", percent(own.backing), tip="Calls home and caucuses raise it."),
        RoleLine("Headquarters is flexible", percent(own.flexibility), tip="Decides how a cable is answered."),
        RoleLine(no_accord_words(view), points(no_accord(view))),
        RoleLine("You think coordination is for", PURPOSES[agency.expects]),
        RoleLine("Power, of 5", str(agency.power)),
    ]
    if agency.networks:
        rows.append(RoleLine("Networks", ", ".join(view.scene.network_names.get(n, str(n)) for n in agency.networks)))
    if own.next_time:
        rows.append(RoleLine("Time gained or lost later", points(own.next_time, signed=True)))
    for one in own.adjustments:
        kind = "standing" if one.is_standing else "mandate"
        rows.append(
            RoleLine(one.reason, f"{points(one.points, signed=True)} {kind}", "good" if one.points > 0 else "bad")
        )
    return tuple(rows)


def carried_options(view: View) -> tuple[RoleLine, ...]:
    """List what I would have to carry, with whom, and what full effort costs."""
    rows = []
    for (issue, option), cost in view.role.burdens.items():
        others = [agency for agency in view.scene.option(issue, option).carriers if agency != view.seat]
        beside = f" with {calls(view.scene, others)}" if others else " alone"
        words = f"{_short(view, issue, option)}{beside}"
        rows.append(RoleLine(words, f"−{points(cost)} a year in full"))
    return tuple(rows)


def _short(view: View, issue: IssueId, option: OptionId) -> str:
    return f"{view.scene.issue(issue).name}: {option_name(view.scene, issue, option)}"
