"""Texts on the table and the accords they become."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.rules.ids import AgencyId, IssueId, OptionId, TextId
from game.rules.vocabulary import Stance

LANES = TextId("lanes")
"""Where an accord is named, this stands for a seat's own declared lanes (R7.4)."""


@dataclass(frozen=True, slots=True)
class Term:
    issue: IssueId
    option: OptionId


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of a text."""

    author: AgencyId
    terms: tuple[Term, ...]
    parties: tuple[AgencyId, ...]
    round: int
    at: int
    """The number of the command that wrote it."""
    stances: Mapping[AgencyId, Stance] = field(default_factory=dict)
    """As last shown on this version."""

    @property
    def issues(self) -> tuple[IssueId, ...]:
        """Name the issues that it settles, as they stand in it."""
        return tuple(term.issue for term in self.terms)

    @property
    def settles(self) -> frozenset[IssueId]:
        """Name the issues that it settles."""
        return frozenset(term.issue for term in self.terms)

    def on(self, issue: IssueId) -> OptionId | None:
        """Say what it settles the issue at."""
        for term in self.terms:
            if term.issue == issue:
                return term.option
        return None


@dataclass(frozen=True, slots=True)
class Signature:
    """A party's answer to a call: signed, signed but for one term, or declined."""

    is_signed: bool
    reserved: IssueId | None
    at: int


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its history. `invited` is who was invited when it was first tabled (R5.4, R6.2)."""

    id: TextId
    sponsors: tuple[AgencyId, ...]
    invited: frozenset[AgencyId]
    versions: tuple[Version, ...]
    signatures: Mapping[AgencyId, Signature] = field(default_factory=dict)
    """Of the latest version, in the signing under way or last held."""
    doubts: Mapping[AgencyId, float] = field(default_factory=dict)
    """True support, -1..1, of those who raised a doubt on the latest version."""
    swayed: Mapping[AgencyId, int] = field(default_factory=dict)
    """By which command each agency last changed the stance it shows on this text."""
    is_closed: bool = False
    """In force, or replaced: nothing more can be done with it as a text."""

    @property
    def latest(self) -> Version:
        """Return the version in discussion."""
        return self.versions[-1]


@dataclass(frozen=True, slots=True)
class Accord:
    """A text in force: the terms that every carrier signed, between those who signed."""

    text: TextId
    terms: tuple[Term, ...]
    parties: tuple[AgencyId, ...]
    reserved: Mapping[AgencyId, IssueId]
    round: int
    at: int
    replaced_by: TextId | None = None

    @property
    def settles(self) -> frozenset[IssueId]:
        """Name the issues that it settles."""
        return frozenset(term.issue for term in self.terms)
