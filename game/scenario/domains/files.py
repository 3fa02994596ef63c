"""Find out what is what in the files somebody names: one domain, its profiles, and what is neither."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from game.scenario.checks.sizes import AGENCIES, ISSUES, OPTIONS
from game.scenario.domains import genius, geniusweb
from game.scenario.domains.elements import Element, grow_elements
from game.scenario.domains.mappings import NOTES_KEY, Notes, grow_mapping, read_notes
from game.scenario.domains.merging import merge_values
from game.scenario.domains.naming import in_order, name_files, tidy
from game.scenario.domains.negotiation import Domain, Negotiation, Profile
from game.scenario.domains.reading import refused
from game.scenario.nearness import quote

MOST_BYTES = 4_000_000
"""Of one file; of all together twice as many."""
MOST_FILES = 100
MOST_VALUES = 1_500
"""Values of all issues together; the work of merging grows with their cube."""
_SUFFIXES = (".xml", ".json")
_FRONTIER = "pareto.xml"
"""GENIUS keeps a list of good deals by that name beside its domains; it is often no XML at all."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A file and what is in it: XML, JSON, or (neither) something else."""

    path: Path
    xml: Element | None = None
    json: Mapping[str, Any] | None = None

    @property
    def is_domain(self) -> bool:
        return (self.xml is not None and self.xml.tag == genius.DOMAIN_ROOT) or (
            self.json is not None and geniusweb.DOMAIN_KEY in self.json
        )

    @property
    def is_profile(self) -> bool:
        return (self.xml is not None and self.xml.tag == genius.PROFILE_ROOT) or (
            self.json is not None and geniusweb.PROFILE_KEY in self.json
        )

    @property
    def is_notes(self) -> bool:
        return self.json is not None and NOTES_KEY in self.json


def read_negotiation(paths: Sequence[Path], most_options: int | None = None) -> Negotiation:
    """Read a domain and its profiles from files, or from one folder; ScenarioProblems where that cannot be.

    `most_options` merges the values of issues that have more (the added "nothing agreed" is counted in).
    """
    read = _read_all(_gather(paths))
    domain_file = _one_domain(read, paths[0])
    profile_files = [file for file in read if file.is_profile and (file.xml is None) == (domain_file.xml is None)]
    skipped = [file.path.name for file in read if file not in profile_files and not (file.is_domain or file.is_notes)]
    if skipped and not os.path.isdir(paths[0]):
        odd = next(file.path for file in read if file.path.name == skipped[0])
        raise refused(
            odd, f"This is neither a domain nor a profile of one that {domain_file.path.name} could have; leave it out."
        )
    _count_profiles(domain_file.path, profile_files)
    notes = next((read_notes(file.json) for file in read if file.json is not None and file.is_notes), Notes())
    most = OPTIONS[1] if most_options is None else most_options
    domain = _read_domain(domain_file, notes, most - 1)
    _count_values(domain_file.path, domain, most_options)
    if skipped:
        domain = replace(domain, notes=(*domain.notes, f"left aside in the folder: {tidy(', '.join(skipped), 300)}"))
    names = name_files([file.path.stem for file in profile_files])
    profiles = tuple(_read_profile(file, domain, name, notes) for file, name in zip(profile_files, names, strict=True))
    negotiation = Negotiation(domain, profiles)
    return negotiation if most_options is None else merge_values(negotiation, most_options)


def _gather(paths: Sequence[Path]) -> list[Path]:
    """List the files: those named, or those in the one folder named, in the order of their names."""
    if len(paths) > 1 or not os.path.isdir(paths[0]):  # False where nothing can be seen
        for path in paths:
            if os.path.isdir(path):
                raise refused(path, "This is a folder; name one folder alone, or files.")
        return list(dict.fromkeys(paths))
    folder = paths[0]
    try:
        found = [
            path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES and not path.name.startswith(".")
        ]
    except OSError as trouble:
        raise refused(folder, f"The folder cannot be read ({trouble.strerror}); check its permissions.") from None
    found = [path for path in found if not path.name.lower().endswith(_FRONTIER) and path.is_file()]
    if not found:
        raise refused(
            folder, "There is no XML or JSON file in this folder; name one that holds a domain and its profiles."
        )
    if len(found) > MOST_FILES:
        raise refused(
            folder, f"There are {len(found)} files in this folder; name the domain and the profiles you want."
        )
    return sorted(found, key=lambda path: in_order(path.name))


def _read_all(paths: Sequence[Path]) -> list[_Read]:
    """Read files as what they look like; not one before it is sure that all together are of bounded size."""
    loaded: dict[Path, bytes] = {}
    for path in paths:
        loaded[path] = _load(path)
        if sum(map(len, loaded.values())) > 2 * MOST_BYTES:
            told = f"The files are larger than {2 * MOST_BYTES // 1_000_000} MB together"
            raise refused(path, f"{told}; name the domain and the profiles you want.")
    return [_read(path, raw) for path, raw in loaded.items()]


def _load(path: Path) -> bytes:
    """Load a file of bounded size."""
    try:
        if not path.is_file():
            raise refused(path, f"There is no file {quote(path.name)} in {path.parent}; check the name.")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as trouble:
        reason = getattr(trouble, "strerror", None) or "its name is not a file name"
        raise refused(path, f"The file cannot be read ({reason}); check its name and permissions.") from None
    if len(raw) > MOST_BYTES:
        raise refused(path, f"The file is larger than {MOST_BYTES // 1_000_000} MB; a domain is a few dozen KB.")
    return raw


def _read(path: Path, raw: bytes) -> _Read:
    """Read a file as what it looks like."""
    if path.suffix.lower() == ".json" or raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return _Read(path, json=grow_mapping(path, raw))
    return _Read(path, xml=grow_elements(path, raw, (genius.DOMAIN_ROOT, genius.PROFILE_ROOT)))


def _one_domain(read: Sequence[_Read], first: Path) -> _Read:
    domains = [file for file in read if file.is_domain]
    if not domains:
        roots = f"`{genius.DOMAIN_ROOT}` in XML, `{geniusweb.DOMAIN_KEY}` in JSON"
        raise refused(first, f"There is no domain here, only other files ({roots}); name the domain too.")
    if len(domains) > 1:
        names = ", ".join(file.path.name for file in domains[:3])
        raise refused(domains[1].path, f"There is more than one domain here ({names}); name one, with its profiles.")
    return domains[0]


def _count_profiles(domain: Path, profiles: Sequence[_Read]) -> None:
    """Refuse what no table can seat; two parties get a third, neutral seat later."""
    few, many = AGENCIES[0] - 1, AGENCIES[1]
    if len(profiles) < few:
        have = "no profile" if not profiles else "one profile"
        advice = "name the profiles after it, or the folder that holds all of them"
        raise refused(domain, f"The domain comes with {have}, and it takes {few} to {many}; {advice}.")
    if len(profiles) > many:
        advice = f"name the domain and up to {many} of them"
        raise refused(domain, f"The domain comes with {len(profiles)} profiles, and a table seats {many}; {advice}.")


def _count_values(path: Path, domain: Domain, most_options: int | None) -> None:
    """Refuse more issues, or more values of one, than a table can negotiate over."""
    if len(domain.issues) > ISSUES[1]:
        told = f"The domain has {len(domain.issues)} issues, and a scenario at most {ISSUES[1]}"
        raise refused(path, f"{told}; take the others out of it and out of its profiles.")
    if (count := sum(len(issue.values) for issue in domain.issues)) > MOST_VALUES:
        told = f"The domain has {count} values, and at most {MOST_VALUES} can be merged"
        raise refused(path, f"{told}; cut issues down in it and in its profiles.")
    for issue in domain.issues:
        told = f"The issue {quote(issue.name)} has {len(issue.values) or 'no'} values"
        if not issue.values:
            raise refused(path, f"{told}; add some.")
        room = OPTIONS[1] if issue.has_status_quo else OPTIONS[1] - 1
        if most_options is None and len(issue.values) > room:
            beside = "" if issue.has_status_quo else " beside “nothing agreed”"
            advice = f"add `--most-options {OPTIONS[1]}` to merge those that are worth nearly the same to everybody"
            raise refused(path, f"{told}, and there is room for {room}{beside}; {advice}.")


def _read_domain(file: _Read, notes: Notes, levels: int) -> Domain:
    if file.xml is not None:
        return genius.read_domain(file.path, file.xml, levels)
    assert file.json is not None
    return geniusweb.read_domain(file.path, file.json, notes, levels)


def _read_profile(file: _Read, domain: Domain, name: str, notes: Notes) -> Profile:
    if file.xml is not None:
        named = file.xml.get("agency_name")
        return genius.read_profile(file.path, file.xml, domain, tidy(named) or name)
    assert file.json is not None
    return geniusweb.read_profile(file.path, file.json, domain, name, notes)
