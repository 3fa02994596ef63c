"""Words for how computers play: manners and levels by name, each with a sentence."""

from game.opponents.manner import AS_WRITTEN, MIXED

MANNER_NAMES = {
    AS_WRITTEN: "As written",
    MIXED: "Not told",
    "consensus_builder": "Consensus builder",
    "honest_broker": "Honest broker",
    "presser": "Presser",
    "hardliner": "Hardliner",
    "pleaser": "Pleaser",
    "prestige_seeker": "Prestige seeker",
    "talker": "Talker",
}
MANNER_NOTES = {
    AS_WRITTEN: "The way the case has it for this agency. You find out at the table.",
    MIXED: "One of the seven, dealt out by the seed. You find out at the table.",
    "consensus_builder": "Asks, tells, writes texts that others can live with, and leans on nobody.",
    "honest_broker": "Looks for what all could mean, tells what it knows, asks little for itself.",
    "presser": "Tables early, tells little, and leans on whoever depends on it.",
    "hardliner": "Says what it wants, holds to it to the end, and would rather leave than bend.",
    "pleaser": "Says yes to please, bows to pressure, and seldom says what it thinks.",
    "prestige_seeker": "Cares whose name is on a text and who sits in the chair, beside what is in it.",
    "talker": "Likes to meet and shares freely, but binds itself to little.",
}
LEVEL_NAMES = {"beginner": "Beginner", "practitioner": "Practitioner", "veteran": "Veteran"}
LEVEL_NOTES = {
    "beginner": "Takes in less of what others do, takes texts at their word, and misjudges what they are worth.",
    "practitioner": "Takes in much of what others do, and looks some way past what a text says.",
    "veteran": "Takes in all that is done in public, weighs many drafts, and counts what a text will come to.",
}
LEVELS_NOTE = "The same mind, with less or more of it; no level sees more than its seat may, or gets a bonus."
"""What holds for every level."""
