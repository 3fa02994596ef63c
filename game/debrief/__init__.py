"""What a finished game tells afterwards, as plain values and words; it reads what was recorded and decides nothing."""

from game.debrief.ballots import BallotRow, ballot_rows
from game.debrief.bending import Bend, bends
from game.debrief.carrying import Carry, carry_over
from game.debrief.chronicle import Chronicle, UnfinishedError, chronicle, of_journal
from game.debrief.consensus import Consensus, Moment, Occasion, consensus, leading_text
from game.debrief.consensus_plot import ConsensusPlot, PlotColumn, PlotDot, consensus_plot
from game.debrief.course import Move, course
from game.debrief.diaries import Diary, Holding, Note, Page, always, diaries, holdings_of
from game.debrief.estimates import EstimateRow, IssueEstimate, estimate_words
from game.debrief.findings import Reason, flip_words, reasons_of
from game.debrief.flips import FlipRow, flip_rows, forum_flip_rows, root_flip_rows
from game.debrief.lanes import LaneRow, lane_rows, lanes_words
from game.debrief.limits import LIMITS, Limit
from game.debrief.perspective import Perspective, Sighting, perspective_summary, perspective_words, perspectives
from game.debrief.purpose import Expectation, PurposeReview, Reach, SideBySide, review_purpose
from game.debrief.questions import SHOWN_BESIDE, THEMES, Beside, Question, Theme
from game.debrief.rejudging import LINES, Line, MovedLine, judged_again, marked_words, moved_lines
from game.debrief.roots import RootWords, root_words
from game.debrief.scores import ScoreRow, score_rows, score_sentence
from game.debrief.scripting import Order, Script, ScriptPart, Step, script
from game.debrief.signatures import SignatureRow, signature_rows
from game.debrief.stances import StanceRow, stance_rows
from game.debrief.terms import Backer, Leaning, TermRow, TermSupport, term_rows, term_support
from game.debrief.turning import Turn, turns
from game.debrief.verdicts import AccordWords, Headline, accord_words, headline

__all__ = [
    "LIMITS",
    "LINES",
    "SHOWN_BESIDE",
    "THEMES",
    "AccordWords",
    "Backer",
    "BallotRow",
    "Bend",
    "Beside",
    "Carry",
    "Chronicle",
    "Consensus",
    "ConsensusPlot",
    "Diary",
    "EstimateRow",
    "Expectation",
    "FlipRow",
    "Headline",
    "Holding",
    "IssueEstimate",
    "LaneRow",
    "Leaning",
    "Limit",
    "Line",
    "Moment",
    "Move",
    "MovedLine",
    "Note",
    "Occasion",
    "Order",
    "Page",
    "Perspective",
    "PlotColumn",
    "PlotDot",
    "PurposeReview",
    "Question",
    "Reach",
    "Reason",
    "RootWords",
    "ScoreRow",
    "Script",
    "ScriptPart",
    "SideBySide",
    "Sighting",
    "SignatureRow",
    "StanceRow",
    "Step",
    "TermRow",
    "TermSupport",
    "Theme",
    "Turn",
    "UnfinishedError",
    "accord_words",
    "always",
    "ballot_rows",
    "bends",
    "carry_over",
    "chronicle",
    "consensus",
    "consensus_plot",
    "course",
    "diaries",
    "estimate_words",
    "flip_rows",
    "flip_words",
    "forum_flip_rows",
    "headline",
    "holdings_of",
    "judged_again",
    "lane_rows",
    "lanes_words",
    "leading_text",
    "marked_words",
    "moved_lines",
    "of_journal",
    "perspective_summary",
    "perspective_words",
    "perspectives",
    "reasons_of",
    "review_purpose",
    "root_flip_rows",
    "root_words",
    "score_rows",
    "score_sentence",
    "script",
    "signature_rows",
    "stance_rows",
    "term_rows",
    "term_support",
    "turns",
]
