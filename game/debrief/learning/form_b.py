"""Form B. Each question has its like, at the same place, in form A: the same step to take, in another scene."""

from game.debrief.learning.questions import Kind, Question

FORM_B: tuple[Question, ...] = (
    Question(
        "B1",
        Kind.PERSPECTIVE,
        (
            "In Lommar the Port Office wants to close the old pier for a summer of repairs. It works by day: only then "
            "has it light.",
            "“The pier stays open,” says the Fishing Council. “That is our last word.”",
            "Its boats and the repair barges use the same steps.",
            "The boats land their catch there before sunrise. They have no other place for it.",
        ),
        "What would the Fishing Council most likely agree to?",
        (
            "A pier that is closed by day, and open until sunrise",
            "Nothing at all: it has said that this is its last word",
            "A closed pier, if another agency takes the blame for it",
            "A closed pier, if it is thanked for its patience",
        ),
        0,
        "It needs a place to land before sunrise; “the pier stays open” is one way to have it. A last word is often "
        "about the need, and leaves room in how it is met.",
    ),
    Question(
        "B2",
        Kind.PERSPECTIVE,
        (
            "A study has come to the Health Desk: in the north the ground water is poisoned. It has shown it to the "
            "Drilling Company alone.",
            "The Northern Elders have heard nothing of it. They have waited for wells for four years.",
            "In the meeting the Health Desk proposes to drill in the south this year.",
            "The study is not mentioned, and nobody asks for reasons.",
        ),
        "How does this most likely look from the Northern Elders’ chair?",
        (
            "As a hint that their water may not be good",
            "As a technical question for those who drill",
            "As one more year with the north last",
            "As fair: somebody has to be first",
        ),
        2,
        "They go by what they know, and they know of four years and of no study. To them it is the old story again. "
        "Before a no is taken for stubborn, ask what they have not been told.",
    ),
    Question(
        "B3",
        Kind.PERSPECTIVE,
        (
            "On a walk the Seed Institute’s delegate says that trees on the slope are a fine idea.",
            "At home the institute may only put money into what will still grow after five years. Its board looks at "
            "every list of plants, once a month.",
            "The Building Corps leaves in spring. Its text has fast trees that live for two years.",
            "It asks for a signature by the end of the week.",
        ),
        "If the Seed Institute says no this week, what is most likely behind it?",
        (
            "It has lost interest in the slope since the walk",
            "It would like trees there, and may not pay for these",
            "It does not want the Building Corps to have the credit",
            "Its kind words on the walk were nothing but politeness",
        ),
        1,
        "Behind a delegate stands a house with its own rules and its own clock. This no would be about two years and a "
        "board that has not met: with other trees, or a month later, the same idea might pass.",
    ),
    Question(
        "B4",
        Kind.FORCED_YES,
        (
            "All lorries of the Bread Association cross the pass with an escort of the Border Force.",
            "Twice the association has refused to give it lists of names.",
            "On the evening before the meeting the force calls off two escorts: “We are short of fuel.”",
            "In the morning the association signs the text with the lists in it. “A good text,” it says.",
        ),
        "What speaks most for a forced yes?",
        (
            "That it called a text good that has the lists in it",
            "That lists of names can bring people into danger",
            "That it cannot cross the pass without the force",
            "That its no ended with the escorts, the text unchanged",
        ),
        3,
        "To depend on somebody does not by itself make a yes forced, and a friendly word proves nothing either way. "
        "But nothing in the text had changed; what had changed was the price of saying no.",
    ),
    Question(
        "B5",
        Kind.FORCED_YES,
        (
            "Four agencies sign the rules for the camp.",
            "The Trade Guild bargained for two days over one sentence, and got it. The City Works told everybody what "
            "it would cost them.",
            "The Youth Forum came in for the last hour. “The text is closed,” it was told.",
            "The Aid Chain left out one point, and said why.",
        ),
        "On whose yes should one count least?",
        ("The Trade Guild’s", "The Youth Forum’s", "The City Works’", "The Aid Chain’s"),
        1,
        "It had no part in what it signed: not asked before, nothing changed for it. Two days of bargaining and a "
        "point left out openly look like trouble, and show that somebody has thought of doing it.",
    ),
    Question(
        "B6",
        Kind.FORCED_YES,
        (
            "The chair reads out the accord on the forest. “Is anybody against it?” Nobody speaks.",
            "The Forest Service would have to give up two districts. It looks at its papers.",
            "Its cars are paid for by the agency that has the chair.",
            "You would like to know whether its silence is a yes.",
        ),
        "What would tell you most?",
        (
            "To ask it in a break, without the chair, what it would do",
            "To wait for its signature, for that is what binds it",
            "To have the chair ask everybody by name, one by one",
            "To have it put in the minutes that nobody was against it",
        ),
        0,
        "Before those it depends on, silence is the cheapest answer, and asking again brings the same one. Away from "
        "them, and about the doing in place of the saying, the answer may be another.",
    ),
)
