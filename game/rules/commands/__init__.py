"""Everything a seat can do: one small value per command (rules section 3). Nothing exists that is not here."""

from game.rules.commands.convening import (
    Convene,
    Pass,
    SendMessage,
)
from game.rules.commands.corridor import (
    AssessJointly,
    CableHome,
    Caucus,
    ConsultHome,
    DeclareLane,
    Disclose,
    Investigate,
    Meet,
    Pledge,
    Press,
    Share,
    WithdrawPressure,
)
from game.rules.commands.plenary import (
    Amend,
    CallSignature,
    Challenge,
    ComeBack,
    ConcedePoint,
    Decline,
    MoveProcedure,
    NamePower,
    RaiseDoubt,
    Sign,
    SignWithReservation,
    Table,
    TakeStance,
    WalkOut,
)
from game.rules.commands.year import (
    AnswerBallot,
    BreakPledge,
    CarryOutThreat,
    DropThreat,
    KeepPledge,
    SetEffort,
)

Command = (
    Convene
    | SendMessage
    | Pass
    | Meet
    | Disclose
    | Share
    | Investigate
    | AssessJointly
    | CableHome
    | ConsultHome
    | Caucus
    | Press
    | WithdrawPressure
    | Pledge
    | DeclareLane
    | Table
    | Amend
    | TakeStance
    | Challenge
    | ConcedePoint
    | NamePower
    | MoveProcedure
    | RaiseDoubt
    | CallSignature
    | WalkOut
    | ComeBack
    | Sign
    | SignWithReservation
    | Decline
    | AnswerBallot
    | KeepPledge
    | BreakPledge
    | CarryOutThreat
    | DropThreat
    | SetEffort
)

__all__ = [
    "Amend",
    "AnswerBallot",
    "AssessJointly",
    "BreakPledge",
    "CableHome",
    "CallSignature",
    "CarryOutThreat",
    "Caucus",
    "Challenge",
    "ComeBack",
    "Command",
    "ConcedePoint",
    "ConsultHome",
    "Convene",
    "DeclareLane",
    "Decline",
    "Disclose",
    "DropThreat",
    "Investigate",
    "KeepPledge",
    "Meet",
    "MoveProcedure",
    "NamePower",
    "Pass",
    "Pledge",
    "Press",
    "RaiseDoubt",
    "SendMessage",
    "SetEffort",
    "Share",
    "Sign",
    "SignWithReservation",
    "Table",
    "TakeStance",
    "WalkOut",
    "WithdrawPressure",
]
