"""The signs of verdicts on a forum."""

from game.rules.vocabulary import ForumVerdict

VERDICTS: dict[ForumVerdict, str] = {
    ForumVerdict.SINCERE_AGREEMENT: "circle-check",
    ForumVerdict.OVERTAKEN: "hourglass",
    ForumVerdict.FALSE_COHERENCE: "circle-dashed-x",
    ForumVerdict.SIDE_BY_SIDE: "arrows-exchange",
    ForumVerdict.INFORMATION_SHARING: "messages",
    ForumVerdict.BREAKDOWN: "unlink",
    ForumVerdict.NOTHING: "circle-dashed",
}
"""The icon of each."""
