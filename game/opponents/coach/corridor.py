"""In the corridor: talk, straight information, finding out, one's own house."""

from game.opponents.coach.findings import (
    COMMON,
    CRITICISM,
    EVIDENCE,
    FACE,
    FLEXIBLE,
    INCLUDE,
    INTERNAL,
    STRAIGHT,
    TIME,
)
from game.opponents.coach.hint import Hint
from game.opponents.coach.moment import Moment, percent_words, points_words
from game.rules import commands as do
from game.rules.ids import AgencyId, FactId
from game.rules.texts import Text
from game.rules.vocabulary import Phase, Purpose

LOW_BACKING = 0.65
OPEN_MIND = (0.15, 0.85)
"""Belief outside this range is as good as certain."""
PURPOSES = tuple(Purpose)


def _text_of_interest(moment: Moment) -> Text | None:
    """Choose the text to think about: the seat's own, else the latest."""
    return moment.mine or next(iter(reversed(moment.texts)), None)


def unasked_carrier(moment: Moment) -> Hint | None:
    """Ask about a carrier of the text at hand with whom the seat has never spoken."""
    text = _text_of_interest(moment)
    if moment.phase is not Phase.CORRIDOR or text is None:
        return None
    unasked = [a for a in moment.carriers(text) if a in moment.others_here and not moment.has_consulted(a)]
    unasked.sort(key=lambda agency: agency in text.latest.stances)
    if not unasked:
        return None
    whom = unasked[0]
    shown = "has not said how it stands to it" if whom not in text.latest.stances else "has only been heard in plenary"
    return Hint(
        "unasked_carrier",
        0.8,
        (
            "Who would have to carry this, and have you asked them?",
            "A plan goes no faster than whoever carries it wants. Ask those first who would have to do the work.",
            f"{moment.name(whom)} would carry part of Text {text.id}. It {shown}, and you two have not met.",
        ),
        INCLUDE,
        do.Meet(moment.me, whom),
    )


def first_talks(moment: Moment) -> Hint | None:
    """Ask whom the seat has not met, before anything is written."""
    unmet = [a for a in moment.others_here if not moment.has_consulted(a)]
    if moment.phase is not Phase.CORRIDOR or moment.texts or not unmet:
        return None
    whom = max(unmet, key=lambda agency: (moment.has_stake(agency), agency))
    carries = moment.has_stake(whom)
    return Hint(
        "first_talks",
        0.55,
        (
            "Whom do you know least about here?",
            "Before there is a text, an hour face to face tells you what people need rather than what they demand.",
            f"You have not sat down with {moment.name(whom)}, which would carry {carries} of the options in this case.",
        ),
        FACE,
        do.Meet(moment.me, whom),
    )


def open_up(moment: Moment) -> Hint | None:
    """Ask what the seat has told those it met about its own interests."""
    own = moment.view.own
    met = [a for a in moment.others_here if a in own.met_now]
    silent = [a for a in met if not any(d.speaker == moment.me and d.hearer == a for d in own.disclosures.values())]
    if moment.phase is not Phase.CORRIDOR or not silent:
        return None
    points = moment.view.role.agency.points
    issue = max(points, key=lambda one: (max(points[one].values()), one))
    heard = any(d.speaker == silent[0] for d in own.disclosures.values())
    said = "It has opened up to you." if heard else "Neither of you has opened up yet; somebody has to begin."
    return Hint(
        "open_up",
        0.7,
        (
            "Do they know what you need, or only what you ask for?",
            "Trades are found where each cares about something else. That shows only if somebody says what matters to "
            "them, and straight.",
            f"You met {moment.name(silent[0])} this round and have told it nothing of what is at stake for you. {said} "
            "Opening up in a meeting costs no time.",
        ),
        STRAIGHT,
        do.Disclose(moment.me, silent[0], issue),
    )


def kept_fact(moment: Moment) -> Hint | None:
    """Ask about a fact that the seat knows and has not told."""
    if moment.phase is not Phase.CORRIDOR:
        return None
    text = _text_of_interest(moment)
    for fact in sorted(moment.view.own.knows):
        if fact in moment.view.room.open_facts or _has_told(moment, fact):
            continue
        command = moment.first(
            *(do.Share(moment.me, fact, whom) for whom in sorted(moment.view.own.met_now)),
            do.Share(moment.me, fact, None),
            *(do.Share(moment.me, fact, whom) for whom in moment.others_here),
        )
        if command is not None:
            return Hint(
                "kept_fact",
                0.72 if text is not None else 0.6,
                (
                    "What do you know that somebody else is about to sign without?",
                    "A yes that was given without what you knew is a yes that can be taken back. Telling it straight "
                    "builds trust, even where it does not help you.",
                    f"Nobody here has heard from you about {moment.fact(fact)}.",
                ),
                STRAIGHT,
                command,
            )
    return None


def _has_told(moment: Moment, fact: FactId) -> bool:
    own, room = moment.view.own, moment.view.room
    claims = (*own.claims.values(), *room.claims.values())
    return any(claim.speaker == moment.me and claim.fact == fact for claim in claims)


def open_question(moment: Moment) -> Hint | None:
    """Ask about a question that bears on what options are worth to the seat, and that it has not answered."""
    own, texts = moment.view.own, moment.texts
    low, high = OPEN_MIND
    facts = [
        fact
        for fact, shifts in sorted(moment.view.role.shifts.items())
        if any(shifts.values()) and fact not in own.knows and low < own.beliefs[fact] < high
    ]
    if moment.phase is not Phase.CORRIDOR or not facts:
        return None
    fact = max(facts, key=lambda one: (any(moment.bears_on(one, text) for text in texts), one))
    is_near = any(moment.bears_on(fact, text) for text in texts)
    partners = sorted(a for a in own.met_now if a in moment.others_here and a not in moment.view.room.passed)
    command = moment.first(
        *(do.AssessJointly(moment.me, fact, (partner,)) for partner in partners), do.Investigate(moment.me, fact)
    )
    if command is None:
        return None
    return Hint(
        "open_question",
        0.65 if is_near else 0.5,
        (
            "What would you have to know for your answer to change?",
            "Everybody has a model of what works, and few have evidence. What is found out together is believed by "
            "both.",
            f"You have not made sure of {moment.fact(fact)}, and it changes what options are worth to you"
            + (" in a text on the table." if is_near else "."),
        ),
        EVIDENCE,
        command,
    )


def join_assessment(moment: Moment) -> Hint | None:
    """Ask about an invitation to find something out together."""
    for offer in moment.view.own.joint_offers:
        command = do.AssessJointly(moment.me, offer.fact, tuple(m for m in offer.members if m != moment.me))
        if moment.phase is Phase.CORRIDOR and moment.me not in offer.joined and moment.allows(command):
            asking = moment.names(offer.joined)
            return Hint(
                "join_assessment",
                0.85,
                (
                    "Who is waiting for an answer from you?",
                    "An offer to find out together is an offer of trust, and it lapses with the round.",
                    f"{asking} would look into {moment.fact(offer.fact)} with you. It happens once all have joined.",
                ),
                COMMON,
                command,
            )
    return None


def network(moment: Moment) -> Hint | None:
    """Ask what the seat's own network thinks."""
    role, own = moment.view.role.agency, moment.view.own
    points = role.points
    top = max(points, key=lambda one: (max(points[one].values()), one))
    for name in role.networks:
        called = own.caucuses.get(name)
        command = do.Caucus(moment.me, name, called.issue if called is not None else top)
        if moment.phase is not Phase.CORRIDOR or not moment.allows(command):
            continue
        title = moment.view.scene.network_names.get(name, str(name).replace("_", " "))
        waits = f"The {title} has begun one and waits for you." if called is not None else f"You belong to the {title}."
        return Hint(
            "network",
            0.75 if called is not None else 0.4,
            (
                "Have those who stand closest to you agreed among themselves?",
                "A position that several share carries further than several that differ a little.",
                f"{waits} A caucus brings all in it backing, and shows you each other's points on one issue.",
            ),
            INTERNAL,
            command,
        )
    return None


def backing(moment: Moment) -> Hint | None:
    """Ask who at home stands behind the seat's yes."""
    forum = moment.view.room.forum
    expects = PURPOSES.index(moment.view.role.agency.expects)
    rules = moment.view.ruleset
    steps = rules.undeclared_steps if forum.purpose is None else abs(PURPOSES.index(forum.purpose) - expects)
    left = moment.view.own.backing - rules.purpose_step * steps
    if moment.phase is not Phase.CORRIDOR or left >= LOW_BACKING:
        return None
    return Hint(
        "backing",
        0.55 + 0.1 * (moment.view.room.round >= moment.view.scene.rounds - 1),
        (
            "If you said yes today, who at home would stand behind it?",
            "A signature without one's own house behind it is kept by nobody. That can be mended, and it takes time.",
            f"Your house is {percent_words(moment.view.own.backing)} behind you"
            + (", and the purpose of this forum is not what you came for." if steps else "."),
        ),
        INTERNAL,
        do.ConsultHome(moment.me),
    )


def red_line(moment: Moment) -> Hint | None:
    """Ask about a line from home that stands in the way of a text."""
    lines = {line.id: line for line in moment.view.role.agency.red_lines}
    for text in moment.texts:
        seen = moment.seen(text)
        for crossed in seen.crossed:
            command = do.CableHome(moment.me, crossed)
            if moment.phase is Phase.CORRIDOR and moment.allows(command):
                return Hint(
                    "red_line",
                    0.78 if seen.judged >= 0 and not moment.is_last_round else 0.5,
                    (
                        "Does home know what it is forbidding?",
                        "Headquarters draw lines from afar. They bend more readily if asked early and shown facts.",
                        f"Text {text.id} crosses a line of yours (“{lines[crossed].text}”); without it the text would "
                        f"be {points_words(seen.margin)} on paper. An answer counts from the next round on.",
                    ),
                    FLEXIBLE,
                    command,
                )
    return None


def ask_the_critic(moment: Moment) -> Hint | None:
    """Ask what those would need who are against the seat's text."""
    text = moment.mine
    if moment.phase is not Phase.CORRIDOR or text is None:
        return None
    critics = [a for a in moment.critics(text) if moment.allows(do.Meet(moment.me, a))]
    if not critics:
        return None
    whom = max(critics, key=lambda agency: (agency in moment.carriers(text), agency))
    carries = " and would have to carry part of it" if whom in moment.carriers(text) else ""
    return Hint(
        "ask_the_critic",
        0.82,
        (
            "What would those who said no have to see in it?",
            "An objection is the most useful thing that anybody tells you about a text. It does not repeat itself.",
            f"{moment.name(whom)} is against your Text {text.id}{carries}. Ask what would make it a yes.",
        ),
        CRITICISM,
        do.Meet(moment.me, whom),
    )


def time_left(moment: Moment) -> Hint | None:
    """Ask what the rest of the time could be good for."""
    if moment.phase is not Phase.CORRIDOR or moment.view.own.time < 1:
        return None
    known: list[AgencyId] = sorted(moment.others_here, key=lambda a: (len(moment.view.own.consulted.get(a, ())), a))
    command = moment.first(*(do.Meet(moment.me, whom) for whom in known), do.ConsultHome(moment.me))
    if command is None:
        return None
    return Hint(
        "time_left",
        0.2,
        (
            "What could an hour more with somebody tell you?",
            "Time in the corridor does not keep. Trust grows a little with every meeting, and slowly.",
            f"You have {moment.view.own.time} left this round.",
        ),
        TIME,
        command,
    )


TOPICS = (
    unasked_carrier,
    first_talks,
    open_up,
    kept_fact,
    open_question,
    join_assessment,
    network,
    backing,
    red_line,
    ask_the_critic,
    time_left,
)
