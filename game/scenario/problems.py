"""What can be wrong with a file, and where."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MOST_PROBLEMS = 200
"""More than this nobody reads, and a hostile file could have millions."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line and a column, both counted from 1."""

    line: int
    column: int


START = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at a place; a warning if it is no error. `suggestion` is what to write instead, where we know."""

    place: Place
    message: str
    suggestion: str = ""
    is_error: bool = True


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding in a named file, as people are told it."""

    path: str
    line: int
    column: int
    message: str
    suggestion: str = ""
    is_error: bool = True

    def __str__(self) -> str:
        """Say it the way compilers do, so that editors can jump there."""
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class ScenarioProblems(Exception):  # noqa: N818 - it carries problems, it is not one error
    """A file was refused whole; `problems` are all of its problems."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.path = path
        self.problems = problems


class UnknownScenario(Exception):  # noqa: N818 - it reads as a sentence where it is raised
    """Nothing of that name exists; the sentence says what does."""


def name_problems(path: str, findings: Iterable[Finding], most: int = MOST_PROBLEMS) -> tuple[Problem, ...]:
    """Put findings into the order of the file, errors first, each once; say so where they are too many."""
    told = sorted(dict.fromkeys(findings), key=_in_order)
    kept, left_out = told[:most], told[most:]
    problems = [
        Problem(path, f.place.line, f.place.column, " ".join(f.message.split()), f.suggestion, f.is_error) for f in kept
    ]
    if left_out:
        last = problems[-1]
        message = "There are more problems; correct these first."
        problems.append(Problem(path, last.line, last.column, message, is_error=left_out[0].is_error))
    return tuple(problems)


def _in_order(finding: Finding) -> tuple[bool, Place, str]:
    return not finding.is_error, finding.place, finding.message
