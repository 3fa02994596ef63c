"""One row for each command: who did what, when in the game."""

from dataclasses import dataclass

from game.classroom.export.columns import RUNNING, Column
from game.classroom.export.retold import INSTRUCTOR, Deed, Retold


@dataclass(frozen=True, slots=True)
class CommandRow:
    """A command at its table."""

    table: Retold
    deed: Deed

    @property
    def is_told(self) -> bool:
        """Say whether what was done may be told."""
        return self.table.is_open or self.deed.is_public


def command_rows(table: Retold) -> tuple[CommandRow, ...]:
    """List all that was done at a table, in order."""
    return tuple(CommandRow(table, deed) for deed in table.deeds)


_PRIVATE = f"{RUNNING}, where the room did not see it"

COMMANDS: tuple[Column[CommandRow], ...] = (
    Column("table", lambda row: row.table.table, "The table, by the name it has in the class."),
    Column(
        "number",
        lambda row: row.deed.entry.at,
        "Number of the command within its game; one that was undone has the number of the one that came in its place.",
        "count, from 1",
    ),
    Column(
        "round",
        lambda row: row.deed.standing.round,
        "Round in which it was given; 0 at the convening, after the last round that of the last round.",
        "count, from 0",
        "R2.2",
    ),
    Column("phase", lambda row: row.deed.standing.phase, "Phase in which it was given.", "word", "R2.1 to R2.4"),
    Column(
        "seat",
        lambda row: row.deed.entry.seat,
        "Seat that gave it, by its key in the scenario file.",
        "word",
        missing="where the instructor acted",
    ),
    Column(
        "holder",
        lambda row: INSTRUCTOR if row.deed.holder is None else row.deed.holder.kind,
        "Who held the seat then: person, computer or absent; or the instructor.",
        "word",
        "R2.6",
    ),
    Column(
        "kind",
        lambda row: row.deed.entry.command.kind if row.is_told else None,
        "What was done; for the instructor: inject (an event) or set_rounds.",
        "word",
        "R3.5",
        _PRIVATE,
    ),
    Column(
        "heading",
        lambda row: row.deed.heading if row.is_told else None,
        "Heading under which it stands on screen; formal is what a phase asks for, message carries no rule.",
        "talk, find_out, call_home, lean, text, say, our_lane, walk_out, formal, message or instructor",
        "section 2",
        _PRIVATE,
    ),
    Column(
        "accepted",
        lambda row: "undone" if row.deed.is_undone else "yes",
        "Whether it counts. What was refused changed nothing and is not recorded; undone by the instructor is.",
        "yes or undone",
        "R3.1",
    ),
    Column(
        "note",
        lambda row: row.table.names.in_words(row.deed.entry.note) if row.table.is_open else None,
        "Why the seat did not choose it: its time was up, the instructor ended the phase, a computer was helped out, …",
        missing=f"where there is none, and {RUNNING}",
    ),
)
"""The columns of `commands.csv`."""
