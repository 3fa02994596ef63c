"""What stands behind a report: what is measured, what was chosen, what is not claimed, and where it all comes from."""

from game.debrief import LIMITS, LINES, Chronicle
from game.reports.blocks import Block, Bullets, Cell, Group, Item, Paragraph, Section
from game.reports.signs import columns, rows_of, rule

SOURCES = (
    "The idea: L. Olson and H. Gregorian, Beyond Information Sharing & False Coherence: Interagency Coordination in "
    "International Peace Missions, policy brief, Centre for Military and Strategic Studies, University of Calgary, "
    "October 2007.",
    "Saying in public what is not meant in private: T. Kuran, Private Truths, Public Lies: The Social Consequences of "
    "Preference Falsification, Harvard University Press, 1995.",
    "Shares of causes: L. S. Shapley, A value for n-person games, in: Contributions to the Theory of Games II, "
    "Princeton University Press, 1953.",
)


def method(story: Chronicle) -> tuple[Section, ...]:
    """Say what the report rests on."""
    return (
        Section("limits", "What is measured, what is chosen, what is not claimed", tuple(_limits())),
        Section("sources", "Method and sources", tuple(_sources(story))),
    )


def _limits() -> tuple[Block, ...]:
    return tuple(Group(limit.heading, (Paragraph(limit.words),)) for limit in LIMITS)


def _sources(story: Chronicle) -> tuple[Block, ...]:
    entries = len(story.entries)
    return (
        Paragraph(
            f"This report is made from the journal of one game alone: {story.case.title}, seed {story.end.seed}, "
            f"{entries} commands. The same journal always gives the same report."
        ),
        Bullets(tuple(Item(source) for source in SOURCES)),
        Group(
            "The lines it is judged by",
            (
                rows_of(
                    "Every number by which a game is judged",
                    columns("4*Line", "#drawn at", "6*what it says", "2*source"),
                    (
                        (
                            Cell(line.heading, tone="strong"),
                            Cell(line.written(getattr(story.ruleset, line.name))),
                            Cell(line.words),
                            Cell(rule(line.source), tone="soft"),
                        )
                        for line in LINES
                    ),
                ),
            ),
        ),
    )
