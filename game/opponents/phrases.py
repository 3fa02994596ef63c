"""The reasons computer seats give in public, by what they do and by tone. English; several ways to say each.

`{me}`, `{whom}`, `{issue}`, `{option}`, `{text}`, `{fact}`, `{network}`, `{chair}`, `{purpose}`, `{terms}` stand for
names.
"""

from collections.abc import Mapping

BUILD, LEAN, TALK = "build", "lean", "talk"
"""Tones: of those who look for agreement, who push, who only talk."""
ANY = "any"

PHRASES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("convene", BUILD): (
        "{me} opens the forum to everybody: nobody should read about it afterwards.",
        "{me} says what this forum is for before anybody has to guess: {purpose}.",
    ),
    ("convene", LEAN): (
        "{me} opens the forum: there is one strategy to agree on, and it means to have it.",
        "{me} sets the purpose, and expects the others to fall in line.",
    ),
    ("convene", TALK): ("{me} opens the forum for an exchange of information, nothing more.",),
    ("meet", BUILD): (
        "{me} meets {whom}: it wants to hear what a text would need before there is one.",
        "{me} sits down with {whom}, to ask what stands in the way.",
        "{me} and {whom} meet: {me} says it would rather ask than guess.",
        "{me} calls on {whom}: better face to face than across the table.",
    ),
    ("meet", LEAN): (
        "{me} meets {whom}, to make sure where it will stand.",
        "{me} calls on {whom}: it is counting signatures.",
        "{me} takes {whom} aside: time is short, it says.",
    ),
    ("meet", TALK): (
        "{me} meets {whom} for an exchange of views.",
        "{me} calls on {whom}: it likes to know how others see things.",
        "{me} and {whom} compare notes over tea.",
    ),
    ("disclose", ANY): (
        "{me} tells {whom} what the options on “{issue}” mean to it, so that they can look for a trade.",
        "{me} opens its book on “{issue}” to {whom}: no use bargaining in the dark.",
        "{me} says to {whom} what matters to it on “{issue}”.",
    ),
    ("share", ANY): (
        "{me} tells {whom} what it knows about “{fact}”: decisions should not be made without it.",
        "{me} passes on its reports on “{fact}” to {whom}.",
        "{me} says it has something {whom} should hear about “{fact}”.",
    ),
    ("investigate", ANY): (
        "{me} sends somebody to look: “{fact}” should not stay a matter of opinion.",
        "{me} looks into “{fact}” before it argues about it.",
    ),
    ("assess_jointly", ANY): (
        "{me} wants to look into “{fact}” together with {whom}, so that both believe what they find.",
        "{me} proposes to {whom} to go and see about “{fact}” in one car.",
    ),
    ("cable_home", ANY): (
        "{me} cables headquarters: its instructions do not fit what is on the table.",
        "{me} asks headquarters for room to move.",
    ),
    ("consult_home", ANY): (
        "{me} talks to its own people first: it does not want to sign what its house will not carry.",
        "{me} brings its own house along.",
    ),
    ("caucus", ANY): (
        "{me} calls its colleagues in {network} together on “{issue}”: one voice is heard better than three.",
        "{me} sits down with {network} about “{issue}”.",
    ),
    ("press", ANY): (
        "{me} reminds {whom} of what it depends on, should Text {text} fail.",
        "{me} leans on {whom}: without Text {text}, it says, it can promise nothing.",
        "{me} lets {whom} know what would follow if it did not sign Text {text}.",
    ),
    ("withdraw_pressure", ANY): ("{me} takes back what it said about consequences.",),
    ("pledge", ANY): (
        "{me} promises {whom} something in return if Text {text} comes about: its price should be shared.",
        "{me} offers {whom} help with what Text {text} would cost it.",
    ),
    ("declare_lane", ANY): (
        "{me} says what it will do anyway on “{issue}”: {option}. Others can plan around it.",
        "{me} declares its lane on “{issue}”: {option}, signed or not.",
        "{me} will work on “{issue}” in its own lane: {option}.",
    ),
    ("table", BUILD): (
        "{me} tables a text: {terms}. It has listened, and thinks everybody can live with this.",
        "{me} puts a text on the table: {terms}. Each side gives something and gets something, it says.",
    ),
    ("table", LEAN): (
        "{me} tables its text: {terms}. It sees no need for another.",
        "{me} puts its plan on the table: {terms}, and asks who could be against it.",
    ),
    ("amend", BUILD): (
        "{me} changes Text {text} to meet what was objected: {terms}.",
        "{me} amends Text {text}: {terms}. Nobody should have to swallow the old version.",
    ),
    ("amend", LEAN): ("{me} corrects Text {text}: {terms}.",),
    ("take_stance", ANY): ("{me} shows how it stands on Text {text}.",),
    ("challenge", ANY): (
        "{me} says that what {whom} told about “{fact}” is not so, and that it knows.",
        "{me} asks {whom} before everybody to say again what it said about “{fact}”.",
    ),
    ("concede_point", ANY): (
        "{me} grants that {whom} has a point.",
        "{me} says to {whom}: “You are right about that.”",
    ),
    ("name_power", ANY): (
        "{me} says aloud who holds the power in this room, since everybody thinks of it anyway.",
        "{me} names the elephant in the room: not everybody here can afford to say no.",
    ),
    ("move_procedure", ANY): (
        "{me} moves a change in how the forum is run: first who is heard, then what is decided.",
        "{me} asks the room to vote on how it works together.",
    ),
    ("raise_doubt", ANY): (
        "{me} says what it has kept to itself about Text {text}.",
        "{me} admits that its yes to Text {text} was kinder than it meant.",
    ),
    ("call_signature", BUILD): (
        "{me} calls Text {text} for signature: everybody has had a say, it thinks.",
        "{me} asks for signatures under Text {text} while everybody still means it.",
    ),
    ("call_signature", LEAN): (
        "{me} calls Text {text} for signature: enough has been said.",
        "{me} wants names under Text {text} now.",
    ),
    ("walk_out", ANY): (
        "{me} leaves the room: it will not be part of this.",
        "{me} gets up and goes. What is on the table, it says, is not what it came for.",
    ),
    ("come_back", ANY): ("{me} comes back to the table.",),
    ("sign", BUILD): (
        "{me} signs Text {text}, and means to carry it out.",
        "{me} signs Text {text}: it can stand by it.",
    ),
    ("sign", LEAN): ("{me} signs Text {text}.", "{me} puts its name under Text {text}, for what it is worth."),
    ("sign", TALK): ("{me} signs Text {text}: it asks nothing of it.",),
    ("sign_with_reservation", ANY): ("{me} signs Text {text}, all but “{issue}”.",),
    ("decline", BUILD): (
        "{me} does not sign Text {text}: it could not carry it out.",
        "{me} declines Text {text}, rather than sign what it does not mean.",
    ),
    ("decline", LEAN): ("{me} does not sign Text {text}. There was a better one.",),
    ("decline", TALK): ("{me} does not sign Text {text}: it came to share what it knows, not to be bound.",),
    ("answer_ballot", ANY): ("{me} fills in its ballot.",),
    ("keep_pledge", ANY): ("{me} keeps what it promised.",),
    ("break_pledge", ANY): ("{me} says that what it promised has become impossible.",),
    ("carry_out_threat", ANY): ("{me} does what it said it would.",),
    ("drop_threat", ANY): ("{me} lets it rest.",),
    ("set_effort", ANY): ("{me} assigns its people for the coming half-year.",),
    ("send_message", ANY): ("{me} sends a message.",),
    ("pass", ANY): ("{me} leaves it at that for now.", "{me} has nothing to add.", "{me} waits and listens."),
}
