"""What is said with pressure, with promises, with what is done about both a year on, and with declared lanes."""

from game.opponents.speech.language import ANY, Phrases

LEANING: Phrases = {
    "press": {
        ANY: (
            "We have to be plain with you. Without Text {text} it will be hard for us to go on as before.",
            "You know what you have from us. What we need from you is Text {text}.",
            "If Text {text} fails, our people at home will ask why we should keep up {lever}.",
            "We would not like to explain at home why your name is missing from Text {text}.",
            "Please think of what depends on {lever} before you answer on Text {text}.",
            "Nobody can make you sign Text {text}. But not everything will stay as it is if you do not.",
            "We have been glad to help until now. With Text {text} it would be easier to go on.",
            "There are others who ask us for {lever}. We would rather not turn to them, so please sign Text {text}.",
            "It would be better for both of us if your name stood under Text {text}.",
            "We ask you once more to sign Text {text}. You know what hangs on it.",
            "A no to Text {text} would be noticed. We say so before and not after.",
            "We find it hard to speak up for {lever} while you stay out of Text {text}.",
        ),
        "consensus_builder": ("We do not like to say it, but a good deal may depend on Text {text}.",),
        "honest_broker": ("You should hear it from us and not in passing: {lever} may depend on Text {text}.",),
        "presser": (
            "Text {text} needs your name, and you need {lever}.",
            "Let us not pretend otherwise. Text {text} and {lever} go together.",
            "You can object to Text {text} in the plenary. You should know what it means for {lever}.",
            "Nothing has been decided about {lever}. It will be once we see who signs Text {text}.",
            "We expect your signature under Text {text}.",
            "Whoever is in Text {text} will find us helpful.",
            "Your people count on {lever}. We count on you for Text {text}.",
            "We have asked politely about Text {text}. We would like to leave it at that.",
        ),
        "hardliner": (
            "We will not soften Text {text}. If you stay out, {lever} will be looked at anew.",
            "We mean what we say about Text {text}, and about what follows if it fails.",
            "You have until Text {text} is signed to think about {lever}.",
            "We do not say it twice. Without your name under Text {text}, do not count on {lever}.",
        ),
        "pleaser": ("Please sign Text {text}. It would spare us a difficult talk about {lever}.",),
        "prestige_seeker": (
            "We have put our name to Text {text}. We would take it to heart if you did not.",
            "It would look bad for both of us if you were missing from Text {text}.",
            "We have told people at home that you would be in Text {text}.",
            "Those who helped with Text {text} will be remembered when {lever} comes up.",
        ),
        "talker": ("We only mention it: some at home see {lever} and Text {text} as one thing.",),
    },
    "withdraw_pressure": {
        ANY: (
            "What we said about consequences is off the table.",
            "We take back what we said. Decide on Text {text} as you see fit.",
            "We should not have put it like that, and it no longer stands.",
            "We spoke too hard the last time. Please forget it.",
            "Whatever you decide on Text {text}, it will change nothing in what you have from us.",
            "We would rather have an honest no from you than a name under pressure.",
            "Please tell your people that there is no condition from our side any more.",
            "We have thought it over, and it was not right to press you.",
            "Text {text} has to stand without our leaning on anybody.",
        ),
        "consensus_builder": ("A yes to Text {text} is worth nothing to us if you cannot mean it.",),
        "honest_broker": ("We cannot ask for fair dealing and lean on you at once.",),
        "presser": ("We do not need this any longer. You are free to choose on Text {text}.",),
        "hardliner": ("We keep our view of Text {text}. What we said would follow, we take back.",),
        "pleaser": ("We are sorry about what we said. It was never meant badly.",),
        "prestige_seeker": ("We do not want to be known for that. It is withdrawn.",),
        "talker": ("Please regard what we said as not said.",),
    },
    "pledge": {
        ANY: (
            "We know that Text {text} costs you something. We will carry a part of it.",
            "If Text {text} comes about, we will help you with what it asks of you.",
            "You should not be worse off for signing Text {text}. You have our word.",
            "You would give more than others in Text {text}, so you should get something back from us.",
            "Text {text} cannot give you everything. For what it lacks, you have our promise.",
            "We have a little to spare this year. With Text {text} in force, it is yours.",
            "Text {text} should not fail because the price falls on you.",
            "Count on our support once Text {text} is signed. We have set it aside.",
            "The burden in Text {text} is not shared evenly. This is our way of sharing it.",
            "What we offer holds if Text {text} does.",
        ),
        "consensus_builder": (
            "A text that hurts only one side does not last. Let us even out Text {text} between us.",
            "We gain from Text {text}, and some of that should be yours.",
        ),
        "honest_broker": (
            "It seems fair to us that whoever gains from Text {text} helps whoever pays for it.",
            "We would make this offer openly if you like. It is about Text {text}.",
        ),
        "presser": ("You see that we can also give. Sign Text {text}, and it is settled.",),
        "hardliner": ("The wording of Text {text} stays. This is what we can do beside it.",),
        "pleaser": ("We would like you to feel good about Text {text}, so please accept this.",),
        "prestige_seeker": ("When Text {text} succeeds, it will be known that we stood by you.",),
        "talker": ("We do not promise much as a rule. For Text {text} we do.",),
    },
    "declare_lane": {
        ANY: (
            "Whatever is signed, this is what we will do on {topic}: {option}.",
            "Others can plan around us on {topic}. We take {option}.",
            "We do not need a signature for {option}. We will do it.",
            "On {topic} we say what we will do, and leave it to others to say what they will.",
            "Side by side is also a way to work. Our side of {topic} is {option}.",
            "If anybody else is on {topic}, let us not do it twice. We are on {option}.",
            "You will find us at {option}. Whoever wants to fit in with that is welcome.",
            "With or without a paper, our people begin with {option}.",
            "It is not a plan for all of us. It is what we can do ourselves on {topic}: {option}.",
        ),
        "consensus_builder": (
            "We could not all agree on {topic}. We can still keep out of each other’s way: we take {option}.",
            "We choose {option}, and would change it if it crosses somebody’s work.",
        ),
        "honest_broker": (
            "So that each of you can judge for itself: on {topic} we will carry {option}, and say how it goes.",
            "It is better to do {option} openly than to argue on about {topic}.",
        ),
        "presser": ("We will not wait for the others on {topic}. We start with {option}.",),
        "hardliner": ("We said that we stand for {option}, and we will do it alone if need be.",),
        "pleaser": ("We hope nobody minds if we go ahead with {option}.",),
        "prestige_seeker": ("Somebody has to make a start on {topic}. We take {option}, under our own name.",),
        "talker": ("For everybody’s planning: on {topic} we do {option}.",),
    },
    "keep_pledge": {
        ANY: (
            "We promised it with Text {text}, and here it is.",
            "What we set aside for you is on its way.",
            "Our word was given, so the matter is closed: you will have it.",
            "You signed, and we keep our side.",
            "It was not easy to find at home, but you have it.",
            "As agreed between us when Text {text} was written.",
            "You can tell your people that what we promised has come.",
            "A year is long, but we have not forgotten what we owe you.",
        )
    },
    "break_pledge": {
        ANY: (
            "We cannot keep what we promised you. You should hear it from us.",
            "What we set aside for you has been taken for something else.",
            "Our people at home have stopped it. We are sorry.",
            "When we promised it, we thought that we could. We cannot.",
            "Things have changed since Text {text}, and we have to go back on our word.",
            "You will not get what we spoke of. We have no good way to say it.",
            "We gave our word too quickly, and we cannot keep it.",
            "There is nothing left to send. We know what that means for you.",
        )
    },
    "carry_out_threat": {
        ANY: (
            "We said what would follow if Text {text} went without you. It follows.",
            "You knew where we stood on Text {text}. We have to be taken at our word.",
            "We take no pleasure in it, but we did tell you.",
            "What we had for you goes elsewhere this year.",
            "Our people at home have decided as we said that they would.",
            "You made your choice about Text {text}, and we have made ours.",
            "After Text {text} we cannot go on with you as before.",
            "We had hoped not to come to this point with you.",
        )
    },
    "drop_threat": {
        ANY: (
            "We said hard words over Text {text}. We leave it at that.",
            "Nothing will follow from what we said. Let us move on.",
            "You said no to Text {text}, and we can live with it. We let it rest.",
            "We will not make good on what we said about consequences.",
            "It would help nobody now. The matter is closed for us.",
            "What you have from us stays as it is, in spite of Text {text}.",
            "We still think that you were wrong about Text {text}, and we do nothing about it.",
            "Consider it dropped. There is enough to do.",
        )
    },
}
