"""Turn a form that fits into the `Case` the rules speak."""

from game.rules import effects as effect
from game.rules.case import (
    Agency,
    Case,
    Fact,
    Forum,
    HiddenMandate,
    Issue,
    Leverage,
    Occurrence,
    Option,
    RedLine,
    TeachingNote,
)
from game.rules.conditions import AllOf, AnyOf, Condition, IsCarrier, IsChair, IsParty, NotOf, OptionAgreed
from game.rules.ids import AgencyId, EventId, FactId, IssueId, MandateId, NetworkId, OptionId, RedLineId
from game.rules.temper import Temper
from game.rules.vocabulary import Dimension
from game.scenario.forms import (
    AgencyForm,
    ConditionForm,
    EffectForm,
    EventForm,
    FactForm,
    IssueForm,
    MannerForm,
    OptionForm,
    ScenarioForm,
    TeachingNoteForm,
)


def build_case(form: ScenarioForm, language: str) -> Case:
    """Build the case in the language of its texts; the form must have passed every check."""
    return Case(
        id=form.case,
        title=form.title,
        summary=form.summary,
        place=form.place,
        briefing=form.briefing,
        agencies=tuple(_agency(id_, agency) for id_, agency in form.agencies.items()),
        issues=tuple(_issue(id_, issue) for id_, issue in form.issues.items()),
        facts=tuple(_fact(id_, fact) for id_, fact in form.facts.items()),
        occurrences=tuple(_occurrence(id_, event) for id_, event in form.events.items()),
        forum=Forum(
            name=form.forum.name,
            kind=form.forum.kind,
            chair=AgencyId(form.forum.chair),
            invited=_agencies(list(dict.fromkeys([*form.forum.invited, form.forum.chair]))),
            purpose=form.forum.purpose,
            rule=form.forum.rule,
        ),
        network_names={NetworkId(id_): name for id_, name in form.networks.items()},
        rounds=form.rounds,
        minutes=form.minutes,
        impact_weight=form.impact_weight,
        language=language,
        is_teaching_version=form.teaching_version,
        teaching_note=_teaching_note(form.teaching_note),
        tips={str(moment): words for moment, words in form.tips.items()},
    )


def _teaching_note(form: TeachingNoteForm | None) -> TeachingNote:
    if form is None:
        return TeachingNote()
    return TeachingNote(
        about=form.about or "",
        lessons=tuple(form.lessons),
        timing={45: form.timing.minutes_45, 90: form.timing.minutes_90, 180: form.timing.minutes_180},
        questions=tuple(form.questions),
        usually=form.usually,
    )


def build_condition(form: ConditionForm) -> Condition:
    """Build a condition from the one key it has."""
    match form:
        case ConditionForm(agreed=dict(agreed)):
            issue, option = next(iter(agreed.items()))
            return OptionAgreed(IssueId(issue), OptionId(option))
        case ConditionForm(party=str(agency)):
            return IsParty(AgencyId(agency))
        case ConditionForm(chairs=str(agency)):
            return IsChair(AgencyId(agency))
        case ConditionForm(all_of=list(parts)):
            return AllOf(tuple(build_condition(part) for part in parts))
        case ConditionForm(any_of=list(parts)):
            return AnyOf(tuple(build_condition(part) for part in parts))
        case ConditionForm(not_of=ConditionForm() as part):
            return NotOf(build_condition(part))
    carries = form.carries
    assert carries is not None
    return IsCarrier(AgencyId(carries.agency), None if carries.issue is None else IssueId(carries.issue))


def _agencies(names: list[str]) -> tuple[AgencyId, ...]:
    return tuple(AgencyId(name) for name in names)


def _agency(id_: str, form: AgencyForm) -> Agency:
    return Agency(
        id=AgencyId(id_),
        name=form.name,
        short=form.short or form.name,
        community=form.community,
        mandate=form.mandate,
        power=form.power,
        is_neutral=form.neutral,
        networks=tuple(NetworkId(network) for network in form.networks),
        brief=form.brief,
        points={
            IssueId(issue): {OptionId(option): points for option, points in options.items()}
            for issue, options in form.points.items()
        },
        walk_away=form.walk_away,
        expects=form.expects,
        hidden=tuple(
            HiddenMandate(MandateId(key), one.text, build_condition(one.when), one.points)
            for key, one in form.hidden.items()
        ),
        red_lines=tuple(
            RedLine(RedLineId(key), one.text, build_condition(one.when), one.waivable)
            for key, one in form.red_lines.items()
        ),
        power_sensitivity=form.power_sensitivity,
        patience=form.patience,
        leverage=tuple(
            Leverage(AgencyId(over), one.kind, one.strength, one.text) for over, one in form.leverage.items()
        ),
        pledge_budget=form.pledge_budget,
        backing=form.backing,
        flexibility=form.headquarters.flexibility,
        micro_management=form.headquarters.micro_management,
        time=form.time,
        trust={AgencyId(other): trust for other, trust in form.trust.items()},
        temper=None if form.manner is None else _temper(form.manner),
    )


def _temper(form: MannerForm) -> Temper:
    return Temper(form.like, form.trust, form.pride, form.patience, form.candour)


def _issue(id_: str, form: IssueForm) -> Issue:
    options = tuple(_option(key, option) for key, option in form.options.items())
    return Issue(IssueId(id_), form.name, form.text, options, OptionId(form.status_quo))


def _option(id_: str, form: OptionForm) -> Option:
    return Option(
        id=OptionId(id_),
        name=form.name,
        text=form.text,
        carriers=_agencies(form.carriers),
        intermediary=None if form.intermediary is None else AgencyId(form.intermediary),
        impact=_impact(form.impact),
        effects=tuple(build_effect(one) for one in form.effects),
        effort_cost=form.effort_cost,
    )


def _impact(impact: dict[Dimension, int]) -> dict[Dimension, int]:
    """Keep what is not 0, in the order of the vocabulary."""
    return {dimension: impact[dimension] for dimension in Dimension if impact.get(dimension)}


def _fact(id_: str, form: FactForm) -> Fact:
    return Fact(
        id=FactId(id_),
        name=form.name,
        question=form.question,
        if_true=form.if_true,
        if_false=form.if_false,
        is_true=form.holds,
        difficulty=form.difficulty,
        known_by=_agencies(form.known_by),
        priors={AgencyId(agency): prior for agency, prior in form.priors.items()},
        shifts={
            IssueId(issue): {
                OptionId(option): {AgencyId(agency): points for agency, points in by_agency.items()}
                for option, by_agency in options.items()
            }
            for issue, options in form.shifts.items()
        },
        impact={
            IssueId(issue): {OptionId(option): _impact(impact) for option, impact in options.items()}
            for issue, options in form.impact.items()
        },
        capacity={
            IssueId(issue): {OptionId(option): share for option, share in options.items()}
            for issue, options in form.capacity.items()
        },
        comes_out=form.comes_out,
    )


def _occurrence(id_: str, form: EventForm) -> Occurrence:
    return Occurrence(
        id=EventId(id_),
        text=form.text,
        effects=tuple(build_effect(one) for one in form.effects),
        round=form.round,
        chance=form.chance,
        seen_by=None if form.seen_by is None else _agencies(form.seen_by),
    )


def build_effect(form: EffectForm) -> effect.Effect:
    """Build an effect from the one key it has."""
    if (one := form.turn_fact) is not None:
        return effect.TurnFact(FactId(one.fact), one.to, _agencies(one.known_to))
    if (reveal := form.reveal_fact) is not None:
        return effect.RevealFact(FactId(reveal.fact))
    if (gain := form.gain_time) is not None:
        return effect.GainTime(AgencyId(gain.agency), gain.by)
    if (flexibility := form.shift_flexibility) is not None:
        return effect.ShiftFlexibility(AgencyId(flexibility.agency), flexibility.by)
    if (backing := form.shift_backing) is not None:
        return effect.ShiftBacking(AgencyId(backing.agency), backing.by)
    if (walk_away := form.shift_walk_away) is not None:
        return effect.ShiftWalkAway(AgencyId(walk_away.agency), walk_away.by)
    if (hurt := form.hurt_trust) is not None:
        return effect.HurtTrust(AgencyId(hurt.truster), AgencyId(hurt.trusted))
    if (taken := form.take_floor_move) is not None:
        return effect.TakeFloorMove(AgencyId(taken.agency))
    capacity = form.shift_capacity
    assert capacity is not None
    return effect.ShiftCapacity(IssueId(capacity.issue), OptionId(capacity.option), capacity.by)
