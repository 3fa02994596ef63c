"""The words of the diaries: for each reason some ways to put it, in the first person, plainly and kindly.

Names stand in braces and are filled in by `names`; a phrase whose names are not all there is left out. For every reason
at least one phrase needs no name but `text`. A name that is always empty (`losing`, `unopposed`) only says when a
phrase fits.
"""

from collections.abc import Mapping

from game.opponents.diary.why import Why

PHRASES: Mapping[Why, tuple[str, ...]] = {
    Why.FORCED: (
        "We sign {text}, but only because {lever} hangs on it; on paper it leaves us {paper}. "
        "We do not expect to do much for it.",
        "{presser} can make a no cost us {fear}. So it gets our name under {text}, though that leaves us {paper}. "
        "It will not get much of our work.",
        "This is a yes to {presser}, not to {text}: as it stands it leaves us {paper}.",
        "We say yes to {text} because a no would be punished. By itself it leaves us {paper}.",
    ),
    Why.TIPPED: (
        "{text} leaves us {paper}, and we would have asked for more. What tips it is that {lever} hangs on it.",
        "Without the threat we would have gone on asking. As it is, {text} leaves us {paper}, and we say yes.",
        "{presser} leaned on us, and that closed the question early: {paper}, which is less than we came for.",
    ),
    Why.ACROSS: (
        "We say yes across a line of our own headquarters, because {lever} hangs on it. Nobody at home will stand "
        "behind this.",
        "What home forbids and what {presser} threatens cannot both be had. We sign {text}, and do not know yet how to "
        "explain it.",
        "This crosses a line that headquarters drew. We go along under threat; it will be hard to carry out.",
    ),
    Why.PLEASES: (
        "We say yes to {text} so as not to stand in the way. It leaves us {paper}, and we said nothing of that.",
        "Everybody seems to want {text}. It leaves us {paper}; an open no felt harder than a quiet yes.",
        "We go along with {text} for the sake of peace in the room. What we can do for it later is another question.",
    ),
    Why.OWN: (
        "It is our own text, and it leaves us {paper}. We stand by it.",
        "We wrote {text} so that we could sign it, and we can: {paper}.",
        "{text} is ours. We mean this yes.",
    ),
    Why.WORTH: (
        "{text} is worth it: it leaves us {paper}. This is a yes that we mean.",
        "It is not all that we wanted, but it leaves us {paper}. We are for {text}.",
        "We looked for the catch in {text} and found none that outweighs it: {paper}.",
    ),
    Why.HARMLESS: (
        "{text} asks nothing of us that we would not gladly do, so we say so.",
        "We would rather talk than sign, but {text} does no harm: it leaves us {paper}.",
    ),
    Why.SPARES: (
        "{losing}All of {text} but {issue}: with that term it leaves us {paper}, without it we can sign.",
        "We can carry {text} except {option}. Better to say that now than to sign it and not do it.",
        "We sign {text} but for one term, and say which.",
    ),
    Why.RED_LINE: (
        "Headquarters forbids what {text} asks. That is a no, whatever else is in it.",
        "{text} crosses a line that we did not draw and cannot move: {line}",
        "There may be good things in {text}, but it crosses a red line of ours, and nobody at home has waived it.",
    ),
    Why.BELOW: (
        "{text} leaves us {paper}. Not signing is the better choice, and no insult to anybody.",
        "We would be worse off with {text} than without: {paper}. So it is a no, in the open.",
        "As it stands, {text} leaves us {paper}. We say no rather than sign something that we would not carry out.",
    ),
    Why.UNDELIVERED: (
        "On paper {text} leaves us {paper}. We do not believe in the paper: too much of it hangs on others who would "
        "not do it.",
        "{text} reads well, but we do not see {least} carrying it out. A plan that is not carried is no gain.",
    ),
    Why.FALLEN: (
        "{refuser} has said no, so {text} will not come about as it is written. Our yes would change nothing, and we "
        "keep it.",
        "Too little is left of {text} to sign it, after the answers before ours. Whole, it would have left us {paper}.",
    ),
    Why.NOT_ENOUGH: (
        "{text} would leave us {paper}. That is something, and less than we think we can get. We hold out.",
        "We could live with {text}, but we came for more: it leaves us {paper}.",
    ),
    Why.TALKS_ONLY: (
        "We are here to hear and to be heard, not to sign. That has nothing to do with {text} itself.",
        "We put our name to nothing that binds our programmes; {text} leaves us {paper} all the same.",
    ),
    Why.ALMOST: (
        "{text} is close: it leaves us {paper}. We say what is missing rather than yes or no.",
        "It is not bad for us ({paper}), and not yet good enough to stand behind without a word.",
    ),
    Why.SOFTENS: (
        "{text} leaves us {paper}. We show reservations rather than a no, because {lever} hangs on it.",
        "By itself {text} would get a no from us. {presser} has made a no dear, so we put it more softly.",
        "A plain no to {text} would have a price, so we show less of it than we think: {paper}.",
    ),
    Why.BARGAINS: (
        "We could live with {text}: it leaves us {paper}. We object all the same, because who objects may get more.",
        "What we show is harder than what we think. {text} would leave us {paper}, and we hope for better.",
    ),
    Why.OPENS: (
        "Whoever will have to carry this should be in the room, and should know what it is for. So we say both at the "
        "start.",
        "We open it wide and name a purpose that everybody here can honestly come for.",
    ),
    Why.USES: (
        "A common strategy, with those we need around the table. Who is not needed for it can be told later.",
        "We want a result, and the chair helps. We call it coordination and begin with whom we have.",
    ),
    Why.TALKS: ("If all we do is tell each other what we know, that is worth the time. We promise no more than that.",),
    Why.INVITES: (
        "{missing} would have to live with what is decided here and is not in the room. We ask for it to be invited.",
        "Somebody who would have to carry this is missing. Better now than after the text is written.",
    ),
    Why.DECLARES: (
        "Nobody has said what this forum is for. We would rather say it ({purpose}) than each expect something else.",
        "It helps to know whether we are here to tell or to plan. We move to say it.",
    ),
    Why.MOVES_CHAIR: (
        "As long as the strongest holds the chair, nobody says what they think. {whom} could lead this without "
        "leaning on anybody.",
        "We would like somebody in the chair who competes with nobody here.",
    ),
    Why.AGREES: ("That motion makes the room fairer, or at least no worse. We vote for it.",),
    Why.REFUSES: ("We do not see what that motion would mend for us, so we let it go by.",),
    Why.BALANCES: (
        "We tried to write what everybody named could sign and mean. We put that at {chance}; it would leave us {own}.",
        "We looked for what lifts whoever gets least. Our worry is {weak}: we are not sure that it could mean a yes.",
        "A text, so that there is something to disagree about. It would leave us {own}.",
    ),
    Why.SUITS: (
        "This is what we want ({own}). Those who depend on us will find it hard to say no.",
        "We put our own wishes on the table first. That {weak} could hardly mean a yes to it, we leave for later.",
        "It is best to hold the pen. This would leave us {own}.",
    ),
    Why.LIFTS: (
        "{least} would get least from {text} as it stood. We worked on that, and it would leave us {own}.",
        "Who gets least will not carry it. So we looked for what would help; it would now leave us {own}.",
    ),
    Why.MENDS: (
        "As it stood, {text} left us {paper}. Rather than say no we wrote what would make it a yes: {own}.",
        "We could not have carried {text}. This version we could.",
    ),
    Why.GOES_WITHOUT: (
        "Not everybody will come along, and time is short. We go on with those who would, in what we can do without "
        "the rest.",
    ),
    Why.RIPE: (
        "{unopposed}Nobody who must sign has spoken against {text}. It is time to ask.",
        "{unopposed}The stances are good enough to call for signatures. {text} leaves us {paper}.",
        "It is time to know who stands behind {text}, which leaves us {paper}.",
        "{critic} has spoken against {text}. We ask for names all the same: a no on paper is clearer than one in the "
        "air.",
    ),
    Why.LAST_CALL: (
        "There is no later round. We call for signatures and see who means it.",
        "It is now or not at all for {text}, which leaves us {paper}.",
    ),
    Why.LEANS: (
        "We take it that {text} leaves {whom} {margin}. It may not sign that by itself, and {hold} is what we hold.",
        "{whom} would rather not sign {text}. We let it know what a no would cost. It will not like us better for it.",
        "We hold something that others cannot do without, and say so. Whether the yes will be worth much is another "
        "matter.",
    ),
    Why.MAKES_SURE: (
        "{whom} might well sign {text} anyway. We lean on it all the same, to be sure.",
        "We want to be certain of this signature, and use what we have.",
    ),
    Why.WITHDRAWS: ("We take the threat back. A yes that we forced would not have been carried out.",),
    Why.MAKES_UP: (
        "We take it that {whom} is short of something in {text}. {points} of ours may close that gap more honestly "
        "than a threat.",
        "Somebody gets too little from our text. We make up for it from what we have.",
    ),
    Why.NAMES_POWER: (
        "Everybody works around who holds the power here. We say it aloud, so that it can be dealt with.",
        "There is an elephant in the room. {strong} has the chair and the means, and that decides more than arguments.",
    ),
    Why.GRANTS_POWER: ("It is true: we hold more than the others, and it silences them. Granting it costs us little.",),
    Why.GRANTS: (
        "{whom} had a point. We say so; it costs nothing, and it may open something.",
        "They criticised us, and were not wrong. We grant it.",
    ),
    Why.CHALLENGES: (
        "We know otherwise about {fact}. If we let that stand, people will sign on a wrong picture.",
        "What was said there is not so, and we can show it.",
    ),
    Why.SPINS: (
        "The truth about {fact} speaks against what we want. We told it the other way round. If it comes out, it will "
        "cost us trust.",
        "We did not tell it straight. It seemed to serve us.",
    ),
    Why.SHADES: (
        "We told {whom} what {issue} is worth to us, and not quite as it is.",
        "We turned two options round in the telling. One does not show all one's cards.",
    ),
    Why.ASKS_HOME: (
        "One line from home stands between us and a text that would be worth it. We asked to have it lifted.",
        "We would rather ask headquarters now than explain ourselves afterwards.",
    ),
    Why.DOUBTS: (
        "We said the quiet part aloud: our support for {text} is less than it looked.",
        "Better a doubt now than a signature that nobody carries out.",
    ),
    Why.LEAVES: (
        "There is nothing here that we could sign and mean, and staying would look like consent. We leave.",
        "No text on this table has a chance to be worth it for us. We go rather than lend it our name.",
    ),
    Why.RETURNS: ("Being outside helps nobody. We come back and listen.",),
    Why.LANE: (
        "The room may not agree on {issue}. {option}: that we do anyway, beside the others, and we say so.",
        "On {issue} we can do our part without a common plan, if everybody knows what it is: {option}.",
        "{option}: that needs nobody's signature, and it is work worth doing. So we say that it is ours.",
    ),
    Why.NO_PARTY: ("We are no party to {text}; we only say what we expect of those who are.",),
    Why.WILL_DO_MUCH: (
        "If nobody watches, we will carry {text} out all the same. It is in our interest.",
        "We mean to do what we signed. Least of all we expect it of {slack}.",
    ),
    Why.WILL_DO_SOME: (
        "We will do part of {text}: what serves us too, and not much more.",
        "Some of it will be done. How much hangs on whether the others do theirs; of {slack} we expect least.",
    ),
    Why.WILL_DO_LITTLE: (
        "Honestly: we signed {text}, and will do little for it.",
        "What we said in the room and what we will do are not the same. Nobody asked us this before we signed.",
        "We will do little for {text}. There is not enough in it for us to spend our people on.",
    ),
    Why.OWN_WORK: (
        "Our own lane needs nobody's yes. We put {effort} of our effort into it.",
        "What we declared, we do: {effort} of our effort.",
        "Side by side: our part is {effort} of what we could give.",
    ),
    Why.GIVES_MUCH: (
        "We put {effort} of our effort into {text}. The whole of it is worth that to us.",
        "It is worth doing, and we trust the others enough for it.",
    ),
    Why.GIVES_SOME: (
        "We put {effort} of our effort into {text}: what pays, while we wait to see what the others do.",
        "Half-hearted, if we are honest. There is something in it for us, and something else to do.",
    ),
    Why.GIVES_LITTLE: (
        "We give {effort} of our effort to {text}. There is too little in it for us.",
        "There is little in {text} for us, or too much of it hangs on others; other work is waiting.",
    ),
    Why.THREAT_FADED: (
        "The threat that made us sign has done its work and is gone. What is left is our own interest in {text}, and "
        "that is worth {effort} of our effort.",
        "We were made to sign {text}. Nobody can make us carry it, and we give it {effort} of our effort.",
    ),
    Why.KEEPS: (
        "A promise is a promise; we keep what we pledged to {whom}.",
        "We keep our pledge. We will need to be believed again.",
    ),
    Why.BREAKS: (
        "The text has our name and theirs by now. We do not pay what we promised {whom}, and know what "
        "that says of us.",
        "We break our pledge. It had served its purpose.",
    ),
    Why.CARRIES_OUT: (
        "{whom} said no, and we had said what that would cost. We carry it out, though it costs us too.",
        "A threat that is never carried out is worth nothing next time. So {whom} feels it.",
        "We do what we said that we would do. It helps nobody, and it costs us too.",
    ),
    Why.DROPS: (
        "{whom} called our bluff. We let it go; carrying it out would have helped nobody.",
        "We let {whom} off. It costs us some face.",
        "We do not carry the threat out. It costs us some face.",
    ),
}
"""A whole reason each, one or two sentences."""

EXPECTED = (
    "Carried out, we expect more like {expected}.",
    "What it will come to in the year is another figure: {expected}.",
    "Not all of it will be done; we reckon with {expected}.",
)
"""Added where the seat expects clearly less of a text than it says."""
WEAK = (
    "We do not think that {weak} could mean its yes; we give it {weak_chance}.",
    "The one we wonder about is {weak}: {weak_chance} that it could sign this and mean it.",
)
"""Added where some other party can hardly mean a yes."""
