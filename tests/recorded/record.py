"""Record whole games, and say what they come to otherwise than before.

    python tests/recorded/record.py                    record everything anew
    python tests/recorded/record.py tutorial/sincere   record only this
    python tests/recorded/record.py --check            write nothing; exit 1 if a recording is missing or stale

For every scenario: the scripts beside its tests, and games between computers. A script in the folder `planted` differs
from `straight` there by a cause that is known; those in `shipped` make the games that come along in `scenarios/games`.
A game between computers is kept for the rules, not for the opponents: that they would play otherwise by now makes no
recording stale.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

from game import places
from game.opponents.manner import PRACTITIONER
from game.record import Journal, JournalError, computer, read, summary
from game.rules.case import Case
from game.scenario import loading
from game.scenario.games import shipped_games
from game.scenario.problems import ScenarioProblems
from game.scenario.script import PASS, load_script
from game.session import ScriptError, Table, manners_for, open_table, perform, rebuild
from game.session.resuming import told_differences

HERE = Path(__file__).resolve().parent
SCRIPTS = HERE.parent / "scenarios" / "scripts"
BETWEEN_COMPUTERS = (("mixed", 1), ("presser", 1))
"""Manner and seed of the games that computers play for each scenario."""
LEVEL = PRACTITIONER.name
"""At which computers play them."""
USUAL_SEED = 1
SHIPPED = "shipped"
"""The folder of scripts whose journals come with the game; their summaries stay here."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A game to be recorded: a script, or a manner and seed for computers on every seat."""

    scenario: Path
    name: str
    script: Path | None = None
    manner: str = ""
    seed: int = USUAL_SEED

    @property
    def title(self) -> str:
        """Name the recording on the command line."""
        return f"{self.scenario.stem}/{self.name}"

    def journal(self, folder: Path = HERE) -> Path:
        """Say where the journal lies."""
        path = folder / self.scenario.stem / f"{self.name}.jsonl"
        return places.games() / path.name if folder == HERE and path.parent.name == SHIPPED else path


def recordings() -> Iterator[Recording]:
    """Name every game that should be recorded: whatever scenarios and scripts there are."""
    for scenario in loading.shipped():
        folder = SCRIPTS / scenario.stem
        for script in sorted(folder.rglob("*.yaml")):
            yield Recording(scenario, script.relative_to(folder).with_suffix("").as_posix(), script)
        for manner, seed in BETWEEN_COMPUTERS:
            yield Recording(scenario, f"computers-{manner}-{seed}", manner=manner, seed=seed)


def record(recording: Recording, folder: Path) -> Path:
    """Play a game and write journal and summary; ScriptError if a command of a script is refused."""
    case = loading.load(recording.scenario)
    path = recording.journal(folder)
    table, manner = _scripted(case, recording, path) if recording.script else _by_computers(case, recording, path)
    table.close()
    opened = table.opened()
    if opened is None:
        raise SystemExit(f"{recording.title} stops in {table.phase.value}, because nobody there can move.")
    told = json.dumps(summary(opened.state, manner, LEVEL if manner else ""), indent=1, ensure_ascii=False)
    summary_beside(path).write_text(f"{told}\n", encoding="utf-8")
    return path


def _scripted(case: Case, recording: Recording, path: Path) -> tuple[Table, str]:
    assert recording.script is not None
    script = load_script(recording.script, case)
    seed = recording.seed if script.seed is None else script.seed
    others = "" if script.others == PASS else script.others
    return perform(case, script.commands, seed, seated=script.seated, others=others, journal=path), others


def _by_computers(case: Case, recording: Recording, path: Path) -> tuple[Table, str]:
    manners = manners_for(case, recording.manner, recording.seed)
    roster = {agency: computer(manners[agency].name, LEVEL) for agency in case.agency_ids}
    table = open_table(case, roster, recording.seed, journal=path)
    while table.step() is not None:
        pass
    return table, recording.manner


def summary_beside(path: Path) -> Path:
    """Say where the summary of a journal lies: beside it, and here for a game that comes along."""
    if path.parent != places.games():
        return path.with_suffix(".json")
    return HERE / read(path).header.case.id / SHIPPED / f"{path.stem}.json"


def told_summary(path: Path) -> dict[str, Any]:
    """Read the summary beside a journal."""
    told: dict[str, Any] = json.loads(summary_beside(path).read_text(encoding="utf-8"))
    return told


def faults(path: Path) -> Iterator[str]:
    """Say what is wrong with a recorded game by itself: it does not rebuild, or comes to something else."""
    try:
        rebuilt = rebuild(read(path))
        told = told_summary(path)
    except JournalError as error:
        yield error.sentence
    except (OSError, ValueError) as error:
        yield f"Its summary cannot be read ({error})."
    else:
        if rebuilt.differences:
            yield told_differences(rebuilt.differences)
        if told != summary(rebuilt.state, told["manner"], told["level"]):
            yield "It comes to something else than its summary says."


def changes(old: Path, new: Path) -> list[str]:
    """Say how a game differs from how it was recorded; empty if it does not, whatever version wrote it."""
    try:
        before, after = read(old), read(new)
    except JournalError as error:
        return [error.sentence]
    if _played(before, after.header.program) == (after.header, after.lines) and told_summary(old) == told_summary(new):
        return []
    return [*_told_changes(told_summary(old), told_summary(new), before, after)] or ["the same course in other words"]


def _played(journal: Journal, program: str) -> tuple[object, object]:
    return replace(journal.header, program=program), journal.lines


def _told_changes(old: Mapping[str, Any], new: Mapping[str, Any], before: Journal, after: Journal) -> Iterator[str]:
    if old["verdict"] != new["verdict"]:
        yield f"verdict {old['verdict']} -> {new['verdict']}"
    if len(before.entries) != len(after.entries):
        yield f"commands {len(before.entries)} -> {len(after.entries)}"
    for seat, score in new["scores"].items():
        was = old["scores"].get(seat, {}).get("total")
        if was is None or abs(was - score["total"]) >= 0.05:
            yield f"{seat} {'-' if was is None else f'{was:.1f}'} -> {score['total']:.1f}"


def orphans(known: list[Recording], folder: Path = HERE) -> list[Path]:
    """Name recorded games that nothing records any more."""
    expected = {recording.journal(folder) for recording in known}
    there = [*folder.rglob("*.jsonl"), *(shipped_games() if folder == HERE else ())]
    return [path for path in sorted(there) if path not in expected]


def main(arguments: list[str], folder: Path = HERE) -> int:
    """Record, or check; say what changed."""
    is_check = "--check" in arguments
    names = [argument for argument in arguments if argument != "--check"]
    known = [*recordings()]
    chosen = [recording for recording in known if not names or recording.title in names]
    if unknown := sorted({*names} - {recording.title for recording in chosen}):
        _say(f"There is no game {unknown[0]}; there are {', '.join(recording.title for recording in known)}.")
        return 2
    wrong = 0
    for recording in chosen:
        with TemporaryDirectory() as aside:
            wrong += _settle(recording, Path(aside), folder, is_check=is_check)
    for path in [] if names else orphans(known, folder):
        _say(f"{path.parent.name}/{path.stem}: nothing records it any more{'' if is_check else '; removed'}")
        wrong += is_check
        if not is_check:
            summary_beside(path).unlink(missing_ok=True)
            path.unlink()
    size = sum(path.stat().st_size for path in folder.rglob("*.json*"))
    _say(f"{len(chosen)} games {'checked' if is_check else 'recorded'}, {size / 1e6:.1f} MB in all, {wrong} wrong")
    return 1 if wrong else 0


def _settle(recording: Recording, aside: Path, folder: Path, *, is_check: bool) -> bool:
    """Play a game again and put it in place, or only compare; True if something is wrong."""
    old = recording.journal(folder)
    try:
        new = record(recording, aside)
    except ScriptError as error:
        _say(f"{recording.title}: command {error.index + 1} of the script: {error.refusal.sentence}")
        return True
    except ScenarioProblems as error:
        _say(f"{recording.title}: {error}")
        return True
    told = changes(old, new) if old.exists() else [f"new, {told_summary(new)['verdict']}"]
    if is_check:
        broken = [*faults(old)] if old.exists() else ["not recorded"]
        is_stale = bool(broken) or (bool(told) and recording.script is not None)
        if broken or told:
            _say(f"{recording.title}: {'; '.join(broken or told)}{'' if is_stale else ' (allowed)'}")
        return is_stale
    if told:
        _say(f"{recording.title}: {'; '.join(told)}")
        old.parent.mkdir(parents=True, exist_ok=True)
        copyfile(new, old)
        beside = summary_beside(old)
        beside.parent.mkdir(parents=True, exist_ok=True)
        copyfile(summary_beside(new), beside)
    return False


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
