"""Form A. Each question has its like, at the same place, in form B: the same step to take, in another scene."""

from game.debrief.learning.questions import Kind, Question

FORM_A: tuple[Question, ...] = (
    Question(
        "A1",
        Kind.PERSPECTIVE,
        (
            "The weekly meeting in the valley of Tarsen. The Grain Office wants all convoys to leave on Fridays: only "
            "then are its drivers free.",
            "“Not on Fridays,” says the Medical Circle. “It has always been Mondays.”",
            "The food and the circle’s medicines travel on the same lorries.",
            "Its clinics are open from Monday to Thursday. On a Friday nobody is there to take the medicines in.",
        ),
        "What would the Medical Circle most likely agree to?",
        (
            "Mondays only, whatever else the Grain Office offers",
            "Fridays, if in return it chairs the weekly meeting",
            "Fridays, if the medicines are kept safe until Monday",
            "Fridays, if the Grain Office says that it is sorry",
        ),
        2,
        "It says no to medicines that nobody takes in; Fridays are only the day on which that would happen. What "
        "somebody asks for and what they need it for are two things, and an offer that meets the need can pass.",
    ),
    Question(
        "A2",
        Kind.PERSPECTIVE,
        (
            "In the corridor the Bridge Company tells the Water Board that the dam road is mined.",
            "The Herders’ Council is not there, and hears nothing of it.",
            "In the meeting the Water Board proposes the long way round. It costs the herders two days.",
            "It gives no reason, and nobody asks for one.",
        ),
        "How does this most likely look from the Herders’ Council’s chair?",
        (
            "As if its two days counted for nothing",
            "As a sign that something is wrong with the dam road",
            "As sensible: the Water Board will have its reasons",
            "As a matter between the Water Board and the Bridge Company",
        ),
        0,
        "The council goes by what it knows, and it does not know of the mines. To it the long way is a cost without a "
        "reason. Before a no is taken for stubborn, ask what they have not been told.",
    ),
    Question(
        "A3",
        Kind.PERSPECTIVE,
        (
            "Over tea the Relief Union’s delegate says that the joint plan is good.",
            "The Relief Union may not put its flag beside that of soldiers unless its headquarters agrees. That takes "
            "three weeks.",
            "The text has both flags on one sign. It is to be signed tomorrow.",
            "The Garrison asks for a clear answer by then.",
        ),
        "If the Relief Union says no tomorrow, what is most likely behind it?",
        (
            "It has come to think less of the plan since the tea",
            "It wants to show the Garrison who of them decides",
            "Its kind words over tea were nothing but politeness",
            "It would like the plan, and cannot say yes in time",
        ),
        3,
        "Behind a delegate stands a house with its own rules and its own clock. This no would be about the sign and "
        "the three weeks: without the sign, or three weeks later, the same plan might pass.",
    ),
    Question(
        "A4",
        Kind.FORCED_YES,
        (
            "The Road Fund pays three quarters of what the Teachers’ League spends.",
            "Twice the league has said that the schools must come before the road.",
            "In a break the fund remarks that next year’s money is “still open”.",
            "An hour later the league signs the text that puts the road first. “Gladly,” it says.",
        ),
        "What speaks most for a forced yes?",
        (
            "That three quarters of what it spends are the fund’s",
            "That its yes followed the remark, the text unchanged",
            "That it said “gladly”, which is too much to be meant",
            "That the road is what the fund wanted from the start",
        ),
        1,
        "To depend on somebody does not by itself make a yes forced, and a cheerful word proves nothing either way. "
        "But nothing in the text had changed; what had changed was the price of saying no.",
    ),
    Question(
        "A5",
        Kind.FORCED_YES,
        (
            "Four agencies sign the rules for the new market.",
            "The Farmers’ Bank asked for one change, and got it. The Harbour Guard complained for an hour of what it "
            "would cost.",
            "The Mill Workers were invited on the last day. “It is only the signing,” they were told.",
            "The Charity signed with one reservation, and said which.",
        ),
        "On whose yes should one count least?",
        ("The Farmers’ Bank’s", "The Harbour Guard’s", "The Mill Workers’", "The Charity’s"),
        2,
        "They had no part in what they signed: not asked before, nothing changed for them. A long complaint and a "
        "reservation that is named look like trouble, and show that somebody has thought of doing it.",
    ),
    Question(
        "A6",
        Kind.FORCED_YES,
        (
            "Seven agencies say yes to the water plan, one after the other, within a minute.",
            "The Pump Office, which would have most of the work, spoke last.",
            "It depends on the Ministry, and the Ministry spoke first.",
            "You would like to know whether its yes is meant.",
        ),
        "What would tell you most?",
        (
            "To have the Ministry ask it whether it is quite sure",
            "To go round once more: is anybody against the plan?",
            "To look at how many of the seven said yes at once",
            "To ask it alone what doing its part would take",
        ),
        3,
        "Before those it depends on, yes is the cheapest answer, and asking again brings the same one. Away from them, "
        "and about the doing in place of the saying, the answer may be another.",
    ),
)
