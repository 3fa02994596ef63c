"""One row for each party to each accord in force: what it said, what it meant, why, and what it did."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.classroom.export.columns import Column
from game.classroom.export.retold import Retold
from game.classroom.export.writing import Cell
from game.debrief import BallotRow, Chronicle, SignatureRow, StanceRow, ballot_rows, signature_rows, stance_rows
from game.rules.ids import TextId
from game.rules.judgement import Judgement, LivedAccord, SignatureReading
from game.rules.vocabulary import Root
from game.whatif.ending import consent_of


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party to an accord at its table."""

    table: Retold
    lived: LivedAccord
    judgement: Judgement
    signature: SignatureRow
    stance: StanceRow
    ballot: BallotRow

    @property
    def reading(self) -> SignatureReading:
        """Return what was read of the signature."""
        return self.judgement.signatures[self.signature.agency]


def party_rows(table: Retold) -> tuple[PartyRow, ...]:
    """List the parties to the accords of a finished game, the heaviest accord first; none while it goes on."""
    if table.story is None:
        return ()
    return tuple(row for lived in table.story.lived for row in _of_accord(table, table.story, lived.accord))


def _of_accord(table: Retold, story: Chronicle, text: TextId) -> Iterator[PartyRow]:
    stances = {row.agency: row for row in stance_rows(story, text)}
    ballots = {row.agency: row for row in ballot_rows(story, text)}
    for row in signature_rows(story, text):
        seat = row.agency
        yield PartyRow(table, story.lived_as(text), story.judged[text], row, stances[seat], ballots[seat])


def _root(root: Root, what: str, rule: str) -> Column[PartyRow]:
    read: Callable[[PartyRow], Cell] = lambda row: row.reading.roots[root].value  # noqa: E731 - a reader of a root
    return Column(root.value, read, f"Root of the signature: {what}", "0 to 1", rule)


ROOTS: tuple[tuple[Root, str, str], ...] = (
    (Root.WORTH, "was the text better for it than not signing, by what it believed?", "R5.1"),
    (Root.FREE, "could it have said no?", "R5.2"),
    (Root.INFORMED, "did it know what other parties knew?", "R5.3"),
    (Root.HEARD, "was it asked in time, and did what it said change anything?", "R5.4"),
    (Root.BACKED, "did its own house stand behind it?", "R5.5"),
)

PARTIES: tuple[Column[PartyRow], ...] = (
    Column("table", lambda row: row.table.table, "The table, by the name it has in the class."),
    Column("accord", lambda row: row.lived.accord, "The accord, by the letter of its text.", "letter", "R3.3"),
    Column("seat", lambda row: row.signature.agency, "The party, by its key in the scenario file.", "word"),
    Column(
        "signed_as", lambda row: row.lived.signed, "Accord: what it was as signed.", "sincere, fragile or false", "R6.3"
    ),
    Column(
        "lived_as",
        lambda row: row.lived.lived,
        "Accord: what it was a year on.",
        "sincere_agreement, overtaken or false_coherence",
        "R8.1",
    ),
    Column("weight", lambda row: row.lived.weight, "Accord: the weight of the issues it settles.", "0 to 1", "R8.2"),
    Column("rate", lambda row: row.lived.rate, "Accord: how much of it was carried out.", "0 to 100", "R7.5"),
    Column(
        "accord_sincerity",
        lambda row: row.judgement.sincerity,
        "Accord: half the least and half the mean of its signatures' sincerity.",
        "0 to 1",
        "R5.6",
    ),
    Column(
        "consent",
        lambda row: consent_of(row.judgement),
        "Accord: as its sincerity, over all concerned, a missing voice counting as 0.",
        "0 to 1",
        "R5.6, R6.2",
    ),
    Column(
        "capture",
        lambda row: row.judgement.capture,
        "Accord: share of contested terms at a favourite of the strongest.",
        "0 to 1",
        "R6.1",
    ),
    Column(
        "missing_voices",
        lambda row: len(row.judgement.missing),
        "Accord: agencies with much at stake that were not invited before it was tabled.",
        "count, from 0",
        "R6.2",
    ),
    Column(
        "answer",
        lambda row: row.stance.answer,
        "What it answered when the text was called.",
        "signed, or signed but for a term",
        "R3.5",
    ),
    Column(
        "reserved",
        lambda row: row.signature.reserved,
        "Issue whose term it did not sign.",
        "word",
        "R3.4, R3.5",
        "where it signed all",
    ),
    Column(
        "stance",
        lambda row: row.stance.espoused,
        "Stance it last showed in public on the signed version.",
        "endorse, reservations, abstain, object or block",
        "R3.5",
        "where it showed none",
    ),
    Column(
        "public", lambda row: row.reading.public, "Public yes: 1 signed, a third with reservation.", "0 to 1", "R5.7"
    ),
    Column("support", lambda row: row.reading.support, "Private support when it signed.", "-1 to 1", "R5.7"),
    Column(
        "falsification", lambda row: row.reading.falsification, "How much more was said than meant.", "0 to 1", "R5.7"
    ),
    Column(
        "sincerity",
        lambda row: row.reading.sincerity,
        "Sincerity of the signature: half its weakest root, half their mean.",
        "0 to 1",
        "R5.6",
    ),
    *(_root(root, what, rule) for root, what, rule in ROOTS),
    Column(
        "signature",
        lambda row: row.signature.label,
        "What the signature is called.",
        "solid, guarded or hollow",
        "R5.6, R6.3",
    ),
    Column("stake", lambda row: row.reading.stake, "What was at stake for it in the text.", "points", "R6.2, R6.3"),
    Column(
        "terms_carried", lambda row: row.reading.carried, "Terms that it is to carry out.", "count, from 0", "section 1"
    ),
    Column(
        "planned",
        lambda row: row.ballot.answer,
        "Secret ballot: how far it said it would carry the accord out.",
        "0 to 4",
        "R2.3",
        "where it gave no answer",
    ),
    Column(
        "predicted",
        lambda row: row.ballot.expected,
        "Secret ballot: what the others expected it to answer, on average.",
        "0 to 4",
        "R2.3",
        "where nobody predicted it",
    ),
    Column(
        "delivered",
        lambda row: row.signature.done,
        "Effort it gave in the year after, on average.",
        "0 to 1",
        "R7.1",
        "where it carried nothing",
    ),
)
"""The columns of `parties.csv`."""
